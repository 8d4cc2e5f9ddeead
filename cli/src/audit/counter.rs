//! How many of each word of a vocabulary.

/// One count for each member, in the order of the vocabulary.
#[derive(Clone, Debug)]
pub(crate) struct Counter<T: 'static> {
    all: &'static [T],
    counts: Vec<u64>,
}

impl<T: Copy + PartialEq> Counter<T> {
    pub(crate) fn new(all: &'static [T]) -> Counter<T> {
        Counter { all, counts: vec![0; all.len()] }
    }

    pub(crate) fn add(&mut self, member: T) {
        let place = self.all.iter().position(|&known| known == member);
        if let Some(count) = place.and_then(|place| self.counts.get_mut(place)) {
            *count = count.saturating_add(1);
        }
    }

    pub(crate) fn merge(&mut self, other: &Counter<T>) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count = count.saturating_add(*more);
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (T, u64)> {
        self.all.iter().copied().zip(self.counts.iter().copied())
    }

    pub(crate) fn total(&self) -> u64 {
        self.counts.iter().fold(0, |total, &count| total.saturating_add(count))
    }
}
