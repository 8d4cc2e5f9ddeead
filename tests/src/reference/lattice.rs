//! Section 3, R2, R6 and R10: the order and what is computed with it alone.

use super::words::{FAILED, FINISHED, INITIAL, PROCESSING, RESOLUTION, SUCCESS, Word};

/// How bad a resolution is: 0 is SUCCESS, 5 is INITIAL.
///
/// # Panics
/// On a word that is no resolution.
pub fn badness(word: Word) -> usize {
    RESOLUTION.iter().position(|known| *known == word).unwrap_or_else(|| panic!("{word} is no resolution"))
}

/// The worse of two.
pub fn join(a: Word, b: Word) -> Word {
    if badness(a) >= badness(b) { a } else { b }
}

/// The better of two.
pub fn meet(a: Word, b: Word) -> Word {
    if badness(a) <= badness(b) { a } else { b }
}

/// R2, with C1: the empty group is INITIAL.
pub fn group_result(members: &[Word]) -> Word {
    let Some((first, rest)) = members.split_first() else {
        return INITIAL;
    };
    let mut worst = *first;
    for member in rest {
        worst = join(worst, member);
    }
    worst
}

/// R3, of the join over all analyses (INITIAL if there are none).
pub fn folder_status(joined: Word) -> Word {
    if [INITIAL, PROCESSING, FAILED].contains(&joined) { joined } else { FINISHED }
}

/// R6.
pub fn decide(resolution: Word) -> Word {
    match resolution {
        "DECLINED" => "REJECT",
        "FAILED" => "RETRY",
        "OPERATOR_REQUIRED" => "REVIEW",
        SUCCESS => "ACCEPT",
        _ => "WAIT",
    }
}

/// The members of a status set, best first.
pub fn set_members(bits: u8) -> Vec<Word> {
    RESOLUTION.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0).map(|(_, word)| *word).collect()
}

/// Read-out of a status set: the worst member, INITIAL if there is none.
pub fn set_result(bits: u8) -> Word {
    group_result(&set_members(bits))
}

/// Whether the page contradicts itself on this set: PROCESSING or FAILED beside another member.
pub fn set_contested(bits: u8) -> bool {
    let members = set_members(bits);
    members.len() > 1 && (members.contains(&PROCESSING) || members.contains(&FAILED))
}

/// Six counters, in the order of the codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(pub [u64; 6]);

impl Tally {
    /// Counts one more.
    pub fn insert(&mut self, word: Word) {
        self.0[badness(word)] += 1;
    }

    /// Counts one less; false, and nothing changed, if there is none.
    pub fn remove(&mut self, word: Word) -> bool {
        let there = self.0[badness(word)] > 0;
        if there {
            self.0[badness(word)] -= 1;
        }
        there
    }

    /// Removes one and inserts the other; false, and nothing changed, if there is none to remove.
    pub fn replace(&mut self, old: Word, new: Word) -> bool {
        let there = self.remove(old);
        if there {
            self.insert(new);
        }
        there
    }

    /// Adds every counter of another tally.
    pub fn merge(&mut self, other: &Tally) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }

    /// The worst word counted, INITIAL if none.
    pub fn result(&self) -> Word {
        let present: Vec<Word> =
            RESOLUTION.iter().zip(self.0).filter(|(_, count)| *count > 0).map(|(word, _)| *word).collect();
        group_result(&present)
    }
}
