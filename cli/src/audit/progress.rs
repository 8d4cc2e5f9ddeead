//! How far the audit has come, on a terminal.

use crate::input::Source;
use indicatif::{ProgressBar, ProgressStyle};

const BAR: &str = "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
const SPINNER: &str = "{spinner} {bytes} {bytes_per_sec}";

/// A bar on standard error; nothing is drawn where that is no terminal.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// With a length if every source has one; hidden if it would stand between lines of output.
    pub(crate) fn new(sources: &[Source], hidden: bool) -> Progress {
        if hidden {
            return Progress(ProgressBar::hidden());
        }
        let length = sources.iter().map(Source::len).try_fold(0_u64, |total, length| total.checked_add(length?));
        let (bar, template) = match length {
            Some(length) => (ProgressBar::new(length), BAR),
            None => (ProgressBar::new_spinner(), SPINNER),
        };
        match ProgressStyle::with_template(template) {
            Ok(style) => Progress(bar.with_style(style)),
            Err(_) => Progress(bar),
        }
    }

    pub(crate) fn advance(&self, bytes: u64) {
        self.0.inc(bytes);
    }

    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}
