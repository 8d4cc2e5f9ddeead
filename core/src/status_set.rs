//! Which resolutions occur, in one byte (R10).

use crate::vocabulary::{Decision, FolderStatus, Resolution};
use core::fmt;
use core::ops::{BitOr, BitOrAssign};

/// The set of resolutions present: bit `code - 1` for each. Union is bitwise OR, hence associative, commutative and
/// idempotent, with the empty set as identity; the read-out is the worst member, and the empty set reads `INITIAL`.
///
/// ```
/// use oz_status::{Resolution, StatusSet};
/// let here: StatusSet = [Resolution::Success].into_iter().collect();
/// let there = StatusSet::EMPTY.with(Resolution::Declined);
/// assert_eq!((here | there).result(), Resolution::Declined);
/// assert_eq!((here | there).bits(), 0b101);
/// assert_eq!(StatusSet::EMPTY.result(), Resolution::Initial);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(transparent)]
pub struct StatusSet(u8);

const ALL_BITS: u8 = 0b11_1111;

const fn bit(resolution: Resolution) -> u8 {
    match resolution {
        Resolution::Success => 1,
        Resolution::OperatorRequired => 1 << 1,
        Resolution::Declined => 1 << 2,
        Resolution::Failed => 1 << 3,
        Resolution::Processing => 1 << 4,
        Resolution::Initial => 1 << 5,
    }
}

impl StatusSet {
    /// Nothing seen: the identity of union.
    pub const EMPTY: StatusSet = StatusSet(0);

    /// The set with these bits, or none if a bit beyond the sixth is set.
    ///
    /// ```
    /// use oz_status::StatusSet;
    /// assert_eq!(StatusSet::from_bits(0b101).map(StatusSet::len), Some(2));
    /// assert!(StatusSet::from_bits(64).is_none());
    /// ```
    #[must_use]
    pub const fn from_bits(bits: u8) -> Option<StatusSet> {
        if bits <= ALL_BITS { Some(StatusSet(bits)) } else { None }
    }

    /// One byte that [`StatusSet::from_bits`] takes back.
    ///
    /// ```
    /// assert_eq!(oz_status::StatusSet::EMPTY.bits(), 0);
    /// ```
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The set with one more member.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// assert!(StatusSet::EMPTY.with(Resolution::Failed).contains(Resolution::Failed));
    /// ```
    #[must_use]
    pub const fn with(self, resolution: Resolution) -> StatusSet {
        StatusSet(self.0 | bit(resolution))
    }

    /// Adds a member.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// let mut set = StatusSet::EMPTY;
    /// set.insert(Resolution::Success);
    /// assert_eq!(set.result(), Resolution::Success);
    /// ```
    pub const fn insert(&mut self, resolution: Resolution) {
        self.0 |= bit(resolution);
    }

    /// Whether this resolution was seen.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// assert!(!StatusSet::EMPTY.contains(Resolution::Success));
    /// ```
    #[must_use]
    pub const fn contains(self, resolution: Resolution) -> bool {
        self.0 & bit(resolution) != 0
    }

    /// Everything seen here or there.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// let set = StatusSet::EMPTY.union(StatusSet::EMPTY.with(Resolution::Success));
    /// assert_eq!(set.len(), 1);
    /// ```
    #[must_use]
    pub const fn union(self, other: StatusSet) -> StatusSet {
        StatusSet(self.0 | other.0)
    }

    /// How many different resolutions were seen.
    ///
    /// ```
    /// assert_eq!(oz_status::StatusSet::EMPTY.len(), 0);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        // at most eight ones in a byte
        #[expect(clippy::as_conversions, reason = "From is not const")]
        {
            self.0.count_ones() as usize
        }
    }

    /// Whether nothing was seen.
    ///
    /// ```
    /// assert!(oz_status::StatusSet::EMPTY.is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The worst member, if there is any.
    ///
    /// ```
    /// assert_eq!(oz_status::StatusSet::EMPTY.worst(), None);
    /// ```
    #[must_use]
    pub fn worst(self) -> Option<Resolution> {
        Resolution::ALL.get(usize::try_from(self.0.checked_ilog2()?).ok()?).copied()
    }

    /// The best member, if there is any. Never a verdict.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// let set = StatusSet::EMPTY.with(Resolution::Success).with(Resolution::Failed);
    /// assert_eq!(set.best(), Some(Resolution::Success));
    /// ```
    #[must_use]
    pub fn best(self) -> Option<Resolution> {
        Resolution::ALL.get(usize::try_from(self.0.trailing_zeros()).ok()?).copied()
    }

    /// R2 of the members: the worst, and `INITIAL` for the empty set (C1).
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// assert_eq!(StatusSet::EMPTY.result(), Resolution::Initial);
    /// ```
    #[must_use]
    pub fn result(self) -> Resolution {
        self.worst().unwrap_or(Resolution::Initial)
    }

    /// R3 of the members.
    ///
    /// ```
    /// use oz_status::{FolderStatus, Resolution, StatusSet};
    /// assert_eq!(StatusSet::EMPTY.with(Resolution::Declined).folder_status(), FolderStatus::Finished);
    /// ```
    #[must_use]
    pub fn folder_status(self) -> FolderStatus {
        self.result().into()
    }

    /// R6 of the members.
    ///
    /// ```
    /// use oz_status::{Decision, StatusSet};
    /// assert_eq!(StatusSet::EMPTY.decision(), Decision::Wait);
    /// ```
    #[must_use]
    pub fn decision(self) -> Decision {
        self.result().decision()
    }

    /// Whether another reading of the vendor's page would differ: `PROCESSING` or `FAILED` beside anything else.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// let failed = StatusSet::EMPTY.with(Resolution::Failed);
    /// assert!(!failed.is_contested() && failed.with(Resolution::Success).is_contested());
    /// ```
    #[must_use]
    pub const fn is_contested(self) -> bool {
        (self.contains(Resolution::Processing) || self.contains(Resolution::Failed)) && self.len() > 1
    }

    /// The members, the best first.
    ///
    /// ```
    /// use oz_status::{Resolution, StatusSet};
    /// let set = StatusSet::EMPTY.with(Resolution::Failed).with(Resolution::Success);
    /// assert!(set.iter().eq([Resolution::Success, Resolution::Failed]));
    /// ```
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Resolution> + Clone {
        Resolution::ALL.iter().copied().filter(move |&resolution| self.contains(resolution))
    }
}

impl BitOr for StatusSet {
    type Output = StatusSet;

    fn bitor(self, other: StatusSet) -> StatusSet {
        self.union(other)
    }
}

impl BitOrAssign for StatusSet {
    fn bitor_assign(&mut self, other: StatusSet) {
        *self = self.union(other);
    }
}

impl From<Resolution> for StatusSet {
    fn from(resolution: Resolution) -> StatusSet {
        StatusSet::EMPTY.with(resolution)
    }
}

impl Extend<Resolution> for StatusSet {
    fn extend<I: IntoIterator<Item = Resolution>>(&mut self, resolutions: I) {
        resolutions.into_iter().for_each(|resolution| self.insert(resolution));
    }
}

impl FromIterator<Resolution> for StatusSet {
    fn from_iter<I: IntoIterator<Item = Resolution>>(resolutions: I) -> StatusSet {
        let mut set = StatusSet::EMPTY;
        set.extend(resolutions);
        set
    }
}

impl fmt::Debug for StatusSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    #[test]
    fn each_set_holds_what_its_bits_say() {
        for bits in 0..64_u8 {
            let set = StatusSet::from_bits(bits).expect("six bits");
            assert_eq!(set.bits(), bits);
            let mut rest = bits;
            let mut count = 0;
            for &resolution in Resolution::ALL {
                assert_eq!(set.contains(resolution), rest % 2 == 1);
                count += usize::from(rest % 2 == 1);
                rest /= 2;
            }
            assert_eq!((set.len(), set.is_empty()), (count, bits == 0));
            assert_eq!(set.iter().collect::<StatusSet>(), set);
            let odd = bits & 0b1_1000 != 0;
            assert_eq!(set.is_contested(), odd && count > 1);
            assert_eq!((set.best(), set.worst()), (set.iter().min(), set.iter().max()));
        }
        assert_eq!((StatusSet::from_bits(64), StatusSet::from_bits(255)), (None, None));
    }

    #[test]
    fn members_are_added_one_by_one_and_together() {
        let mut set = StatusSet::from(Resolution::Declined).with(Resolution::Declined);
        set.insert(Resolution::Success);
        set.insert(Resolution::Success);
        assert_eq!(set.bits(), 0b101);
        set.extend([Resolution::Failed, Resolution::Declined]);
        assert_eq!(set.bits(), 0b1101);
        set |= StatusSet::from(Resolution::Initial) | StatusSet::from(Resolution::Declined);
        assert_eq!(set.bits(), 0b10_1101);
        assert_eq!(format!("{set:?}"), "{Success, Declined, Failed, Initial}");
    }
}
