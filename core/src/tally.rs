//! How many of each resolution (R10): a partial aggregate that can take back.

use crate::status_set::StatusSet;
use crate::vocabulary::Resolution;
use core::fmt;

/// Six counters, one for each resolution. Every operation takes constant time, and an error changes nothing.
///
/// ```
/// use oz_status::{Resolution, Tally};
/// let mut tally = Tally::new();
/// tally.insert(Resolution::Processing)?;
/// tally.insert(Resolution::Success)?;
/// assert_eq!(tally.result(), Resolution::Processing);
/// tally.replace(Resolution::Processing, Resolution::Declined)?;
/// assert_eq!(tally.result(), Resolution::Declined);
/// assert!(tally.remove(Resolution::Failed).is_err());
/// assert_eq!(tally.count(Resolution::Declined), 1);
/// # Ok::<(), oz_status::TallyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Tally {
    success: u64,
    operator_required: u64,
    declined: u64,
    failed: u64,
    processing: u64,
    initial: u64,
}

/// Why a tally did not change.
///
/// ```
/// use oz_status::{Resolution, Tally, TallyError};
/// let absent = Tally::new().remove(Resolution::Success).unwrap_err();
/// assert_eq!(absent, TallyError::NotThere(Resolution::Success));
/// assert_eq!(absent.to_string(), "the tally holds no SUCCESS to remove");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum TallyError {
    /// The counter of this resolution is at its greatest value.
    Overflow(Resolution),
    /// What was to be removed is not there.
    NotThere(Resolution),
}

impl TallyError {
    /// The stable code that every consumer tells (RULES.md, Payloads): `overflow`, `not_there`.
    ///
    /// ```
    /// use oz_status::{Resolution, TallyError};
    /// assert_eq!(TallyError::NotThere(Resolution::Success).code(), "not_there");
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            TallyError::Overflow(_) => "overflow",
            TallyError::NotThere(_) => "not_there",
        }
    }

    /// The resolution that could not be counted.
    ///
    /// ```
    /// use oz_status::{Resolution, TallyError};
    /// assert_eq!(TallyError::Overflow(Resolution::Failed).resolution(), Resolution::Failed);
    /// ```
    #[must_use]
    pub const fn resolution(&self) -> Resolution {
        match *self {
            TallyError::Overflow(resolution) | TallyError::NotThere(resolution) => resolution,
        }
    }

    /// What the tally should hold of it.
    ///
    /// ```
    /// use oz_status::{Resolution, TallyError};
    /// assert_eq!(TallyError::NotThere(Resolution::Success).expected(), "a resolution that the tally holds");
    /// ```
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        match self {
            TallyError::Overflow(_) => "fewer than a counter can hold",
            TallyError::NotThere(_) => "a resolution that the tally holds",
        }
    }
}

impl fmt::Display for TallyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TallyError::Overflow(resolution) => {
                write!(f, "the tally can count no more {resolution}")
            }
            TallyError::NotThere(resolution) => {
                write!(f, "the tally holds no {resolution} to remove")
            }
        }
    }
}

impl core::error::Error for TallyError {}

impl Tally {
    /// Nothing counted.
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// assert_eq!(Tally::new().result(), Resolution::Initial);
    /// ```
    #[must_use]
    pub const fn new() -> Tally {
        Tally { success: 0, operator_required: 0, declined: 0, failed: 0, processing: 0, initial: 0 }
    }

    /// The tally with these counts, the best resolution first.
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// assert_eq!(Tally::from_counts([2, 0, 1, 0, 0, 0]).result(), Resolution::Declined);
    /// ```
    #[must_use]
    pub const fn from_counts(counts: [u64; 6]) -> Tally {
        let [success, operator_required, declined, failed, processing, initial] = counts;
        Tally { success, operator_required, declined, failed, processing, initial }
    }

    /// The six counts, the best resolution first.
    ///
    /// ```
    /// assert_eq!(oz_status::Tally::new().counts(), [0; 6]);
    /// ```
    #[must_use]
    pub const fn counts(&self) -> [u64; 6] {
        [self.success, self.operator_required, self.declined, self.failed, self.processing, self.initial]
    }

    /// How many of one resolution.
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// assert_eq!(Tally::new().count(Resolution::Success), 0);
    /// ```
    #[must_use]
    pub const fn count(&self, resolution: Resolution) -> u64 {
        match resolution {
            Resolution::Success => self.success,
            Resolution::OperatorRequired => self.operator_required,
            Resolution::Declined => self.declined,
            Resolution::Failed => self.failed,
            Resolution::Processing => self.processing,
            Resolution::Initial => self.initial,
        }
    }

    const fn set(&mut self, resolution: Resolution, count: u64) {
        match resolution {
            Resolution::Success => self.success = count,
            Resolution::OperatorRequired => self.operator_required = count,
            Resolution::Declined => self.declined = count,
            Resolution::Failed => self.failed = count,
            Resolution::Processing => self.processing = count,
            Resolution::Initial => self.initial = count,
        }
    }

    /// Counts one more.
    ///
    /// # Errors
    /// [`TallyError::Overflow`] beyond `u64::MAX`.
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// let mut full = Tally::from_counts([u64::MAX, 0, 0, 0, 0, 0]);
    /// assert!(full.insert(Resolution::Success).is_err());
    /// assert_eq!(full.counts(), [u64::MAX, 0, 0, 0, 0, 0]);
    /// ```
    pub const fn insert(&mut self, resolution: Resolution) -> Result<(), TallyError> {
        match self.count(resolution).checked_add(1) {
            Some(count) => {
                self.set(resolution, count);
                Ok(())
            }
            None => Err(TallyError::Overflow(resolution)),
        }
    }

    /// Takes one back.
    ///
    /// # Errors
    /// [`TallyError::NotThere`] if none is counted.
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// let mut tally = Tally::from_counts([1, 0, 0, 0, 0, 0]);
    /// tally.remove(Resolution::Success)?;
    /// assert_eq!(tally.result(), Resolution::Initial);
    /// # Ok::<(), oz_status::TallyError>(())
    /// ```
    pub const fn remove(&mut self, resolution: Resolution) -> Result<(), TallyError> {
        match self.count(resolution).checked_sub(1) {
            Some(count) => {
                self.set(resolution, count);
                Ok(())
            }
            None => Err(TallyError::NotThere(resolution)),
        }
    }

    /// Takes `old` back and counts `new`: an analysis that went on.
    ///
    /// # Errors
    /// [`TallyError::NotThere`] for `old`, [`TallyError::Overflow`] for `new`; then nothing has changed.
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// let mut tally = Tally::from_counts([0, 0, 0, 0, 1, 0]);
    /// tally.replace(Resolution::Processing, Resolution::Success)?;
    /// assert_eq!(tally.counts(), [1, 0, 0, 0, 0, 0]);
    /// # Ok::<(), oz_status::TallyError>(())
    /// ```
    pub const fn replace(&mut self, old: Resolution, new: Resolution) -> Result<(), TallyError> {
        let mut changed = *self;
        if let Err(error) = changed.remove(old) {
            return Err(error);
        }
        if let Err(error) = changed.insert(new) {
            return Err(error);
        }
        *self = changed;
        Ok(())
    }

    /// Adds the counts of another tally: associative and commutative, [`Tally::new`] being neutral.
    ///
    /// # Errors
    /// [`TallyError::Overflow`]; then nothing has changed.
    ///
    /// ```
    /// use oz_status::Tally;
    /// let mut tally = Tally::from_counts([1, 0, 0, 0, 0, 0]);
    /// tally.merge(&Tally::from_counts([1, 0, 2, 0, 0, 0]))?;
    /// assert_eq!(tally.counts(), [2, 0, 2, 0, 0, 0]);
    /// # Ok::<(), oz_status::TallyError>(())
    /// ```
    pub fn merge(&mut self, other: &Tally) -> Result<(), TallyError> {
        let mut sum = *self;
        for &resolution in Resolution::ALL {
            let count = self.count(resolution).checked_add(other.count(resolution));
            sum.set(resolution, count.ok_or(TallyError::Overflow(resolution))?);
        }
        *self = sum;
        Ok(())
    }

    /// Which resolutions are counted at all.
    ///
    /// ```
    /// use oz_status::Tally;
    /// assert_eq!(Tally::from_counts([3, 0, 0, 0, 0, 1]).status_set().bits(), 0b10_0001);
    /// ```
    #[must_use]
    pub fn status_set(&self) -> StatusSet {
        Resolution::ALL.iter().copied().filter(|&resolution| self.count(resolution) > 0).collect()
    }

    /// R2 of what is counted: the worst, and `INITIAL` for the empty tally (C1).
    ///
    /// ```
    /// use oz_status::{Resolution, Tally};
    /// assert_eq!(Tally::from_counts([9, 0, 0, 1, 0, 0]).result(), Resolution::Failed);
    /// ```
    #[must_use]
    pub fn result(&self) -> Resolution {
        self.status_set().result()
    }

    /// How many in all, if that fits in 64 bits.
    ///
    /// ```
    /// assert_eq!(oz_status::Tally::from_counts([1, 2, 3, 0, 0, 0]).total(), Some(6));
    /// ```
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.counts().into_iter().try_fold(0_u64, u64::checked_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn every_count_is_its_own() {
        let tally = Tally::from_counts([1, 2, 3, 4, 5, 6]);
        assert_eq!(tally.counts(), [1, 2, 3, 4, 5, 6]);
        for (&resolution, count) in Resolution::ALL.iter().zip(1..) {
            assert_eq!(tally.count(resolution), count);
            let mut more = Tally::new();
            more.insert(resolution).expect("room for one");
            assert_eq!(more.status_set(), StatusSet::from(resolution));
            assert_eq!((more.count(resolution), more.total()), (1, Some(1)));
        }
        assert_eq!(tally.total(), Some(21));
        assert_eq!(Tally::from_counts([u64::MAX, 0, 0, 0, 0, 1]).total(), None);
    }

    #[test]
    fn a_merge_adds_each_count_or_none() {
        let mut tally = Tally::from_counts([1, 2, 3, 4, 5, 6]);
        assert_eq!(tally.merge(&Tally::from_counts([6, 5, 4, 3, 2, 1])), Ok(()));
        assert_eq!(tally.counts(), [7; 6]);
        let full = Tally::from_counts([0, 0, 0, 0, 0, u64::MAX]);
        assert_eq!(tally.merge(&full), Err(TallyError::Overflow(Resolution::Initial)));
        assert_eq!(tally.counts(), [7; 6]);
    }

    #[test]
    fn a_replacement_is_one_less_and_one_more() {
        let mut tally = Tally::from_counts([0, 1, 0, 0, 0, 0]);
        assert_eq!(tally.replace(Resolution::OperatorRequired, Resolution::Success), Ok(()));
        assert_eq!(tally.counts(), [1, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn what_cannot_be_counted_is_named() {
        let error = Tally::new().remove(Resolution::Failed).unwrap_err();
        assert_eq!(error.to_string(), "the tally holds no FAILED to remove");
        let told = (error.code(), error.resolution(), error.expected());
        assert_eq!(told, ("not_there", Resolution::Failed, "a resolution that the tally holds"));
        let error = Tally::from_counts([u64::MAX; 6]).insert(Resolution::Declined).unwrap_err();
        assert_eq!(error.to_string(), "the tally can count no more DECLINED");
        let told = (error.code(), error.resolution(), error.expected());
        assert_eq!(told, ("overflow", Resolution::Declined, "fewer than a counter can hold"));
    }

    /// What would wrap around unseen is seen by tests: they are built with arithmetic checked.
    #[test]
    #[should_panic(expected = "attempt to add with overflow")]
    fn tests_check_arithmetic() {
        let most = core::hint::black_box(u8::MAX);
        assert_eq!(most + 1, 0);
    }
}
