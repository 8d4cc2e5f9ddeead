//! The first few of what may be very many.

/// How many notes are kept for a file.
const KEPT: usize = 20;

/// Notes on lines: the first of them, and how many there were.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    first: Vec<(u64, String)>,
    total: u64,
}

impl Notes {
    pub(crate) fn add(&mut self, line: u64, note: impl FnOnce() -> String) {
        self.total = self.total.saturating_add(1);
        if self.first.len() < KEPT {
            self.first.push((line, note()));
        }
    }

    /// Adds later ones.
    pub(crate) fn append(&mut self, later: Notes) {
        self.total = self.total.saturating_add(later.total);
        let room = KEPT.saturating_sub(self.first.len());
        self.first.extend(later.first.into_iter().take(room));
    }

    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    pub(crate) fn first(&self) -> &[(u64, String)] {
        &self.first
    }

    /// How many were not kept.
    pub(crate) fn rest(&self) -> u64 {
        self.total.saturating_sub(super::lines::count(self.first.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_are_kept() {
        let batch = |from: u64| {
            let mut notes = Notes::default();
            (from..from + 15).for_each(|line| notes.add(line, || line.to_string()));
            notes
        };
        let mut notes = batch(1);
        notes.append(batch(16));
        notes.append(batch(31));
        assert_eq!((notes.total(), notes.rest()), (45, 25));
        assert!(notes.first().iter().map(|(line, _)| *line).eq(1..=20));
        let mut notes = Notes::default();
        (1..=25).for_each(|line| notes.add(line, String::new));
        assert_eq!((notes.first().len(), notes.rest()), (20, 5));
    }
}
