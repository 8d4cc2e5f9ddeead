//! How the command ends.

use crate::visible::visible;
use oz_status::Decision;
use std::fmt::Display;
use std::io::Write;

/// Bad input, usage, or output that could not be written in full.
pub(crate) const TROUBLE: u8 = 2;

/// The exit status for a decision.
pub(crate) const fn of(decision: Decision) -> u8 {
    match decision {
        Decision::Accept => 0,
        Decision::Wait => 10,
        Decision::Retry => 11,
        Decision::Review => 12,
        Decision::Reject => 13,
    }
}

/// How much of one message is shown: a hostile payload chooses the length of its keys.
const MESSAGE_LIMIT: usize = 1000;

/// Why there is no answer, one message a line.
#[derive(Debug, Default)]
pub(crate) struct Failure(Vec<String>);

impl Failure {
    pub(crate) fn new(what: impl Display, why: impl Display) -> Failure {
        Failure(vec![format!("{what}: {why}")])
    }

    /// Both.
    pub(crate) fn and(mut self, other: Failure) -> Failure {
        self.0.extend(other.0);
        self
    }

    /// Nothing if there is no message in it.
    pub(crate) fn or_fine(self) -> Result<(), Failure> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Says it on standard error, and gives the exit status.
    pub(crate) fn report(self) -> u8 {
        let mut stderr = std::io::stderr().lock();
        for message in self.0 {
            // there is nobody left to tell, and the exit status tells it too
            let _ = writeln!(stderr, "oz-status: {}", visible(&message, MESSAGE_LIMIT));
        }
        TROUBLE
    }
}
