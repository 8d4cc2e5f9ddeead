//! The order as a lattice: join is the worse of two, meet the better.

use crate::vocabulary::Resolution;

impl Resolution {
    /// The join: the worse of two. Associative, commutative, idempotent; `INITIAL` absorbs.
    ///
    /// ```
    /// use oz_status::Resolution::*;
    /// assert_eq!(Success.join(Declined), Declined);
    /// assert_eq!(Processing.join(Initial), Initial);
    /// ```
    #[must_use]
    pub const fn join(self, other: Resolution) -> Resolution {
        if self.code() >= other.code() { self } else { other }
    }

    /// The meet: the better of two.
    ///
    /// ```
    /// use oz_status::Resolution::*;
    /// assert_eq!(Success.meet(Declined), Success);
    /// ```
    #[must_use]
    pub const fn meet(self, other: Resolution) -> Resolution {
        if self.code() <= other.code() { self } else { other }
    }
}

/// R2: the result of a group, the join of its analyses. The empty group is `INITIAL` (C1).
///
/// Takes anything that is or converts into a [`Resolution`]; partial results are joined again. One pass, no allocation.
///
/// ```
/// use oz_status::{group_result, AnalysisResolution, Resolution};
/// assert_eq!(group_result([Resolution::Success, Resolution::Declined]), Resolution::Declined);
/// assert_eq!(group_result([AnalysisResolution::Success]), Resolution::Success);
/// assert_eq!(group_result::<[Resolution; 0]>([]), Resolution::Initial);
/// ```
#[must_use]
pub fn group_result<I>(analyses: I) -> Resolution
where
    I: IntoIterator,
    I::Item: GroupMember,
{
    let worst = analyses.into_iter().fold(0, |worst: u8, member| worst.max(member.member().code()));
    Resolution::from_code(worst).unwrap_or(Resolution::Initial)
}

/// What a group is made of: a [`Resolution`], or what converts into one, by value or by reference.
///
/// ```
/// use oz_status::{GroupMember, AnalysisResolution, Resolution};
/// assert_eq!((&AnalysisResolution::Failed).member(), Resolution::Failed);
/// ```
pub trait GroupMember {
    /// This member as a resolution.
    fn member(self) -> Resolution;
}

impl<R: Copy + Into<Resolution>> GroupMember for &R {
    fn member(self) -> Resolution {
        (*self).into()
    }
}

impl GroupMember for Resolution {
    fn member(self) -> Resolution {
        self
    }
}

impl GroupMember for crate::AnalysisResolution {
    fn member(self) -> Resolution {
        self.resolution()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_takes_members_of_either_vocabulary() {
        use crate::AnalysisResolution::{Declined, Success};
        assert_eq!(group_result([Success, Declined]), Resolution::Declined);
        assert_eq!(group_result([Success, Declined].iter()), Resolution::Declined);
        assert_eq!(group_result([Resolution::Failed, Resolution::Success].iter()), Resolution::Failed);
        assert_eq!(group_result([Resolution::Success; 0]), Resolution::Initial);
    }

    #[test]
    fn join_is_the_maximum_and_meet_the_minimum_of_the_order() {
        for &a in Resolution::ALL {
            for &b in Resolution::ALL {
                assert_eq!(a.join(b), a.max(b));
                assert_eq!(a.meet(b), a.min(b));
                assert_eq!(group_result([a, b]), a.join(b));
            }
        }
    }
}
