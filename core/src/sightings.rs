//! R8: several sightings of one analysis are one analysis.

use crate::status_set::StatusSet;
use crate::vocabulary::{AnalysisResolution, Resolution};

/// What was seen of one analysis so far, in any order, any of it repeated.
///
/// [`Sightings::merge`] is associative, commutative and idempotent, [`Sightings::NONE`] being neutral: partial
/// knowledge from several workers can be joined. Constant size and time.
///
/// ```
/// use oz_status::{AnalysisResolution::*, Sightings};
/// let mut seen = Sightings::NONE;
/// seen.insert(Declined, Some(1_700_000_009_000_000));
/// seen.insert(Processing, Some(1_700_000_001_000_000)); // an older webhook comes late
/// let observed = seen.observed().expect("something was seen");
/// assert_eq!(observed.resolution, Declined);
/// assert_eq!(observed.time_updated, Some(1_700_000_009_000_000));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Sightings {
    running: bool,
    running_latest: Option<i64>,
    ended_latest: Option<i64>,
    ended_at_latest: StatusSet,
    ended_at_unknown: StatusSet,
    ended_before: StatusSet,
}

/// What the sightings of one analysis come to.
///
/// ```
/// use oz_status::{AnalysisResolution::*, Resolution, Sightings};
/// let mut seen = Sightings::NONE;
/// seen.insert(Success, None);
/// seen.insert(Declined, None);
/// let observed = seen.observed().expect("something was seen");
/// assert_eq!(observed.resolution, Declined);
/// assert_eq!(observed.conflicting_best, Some(Resolution::Success));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Observed {
    /// The result.
    pub resolution: AnalysisResolution,
    /// When it ended, in microseconds since 1970 UTC; none while it runs or where a sighting that counts has no time.
    pub time_updated: Option<i64>,
    /// The best of the ended sightings that count, if they differ.
    pub conflicting_best: Option<Resolution>,
    /// The worst ended sighting that does not count, if it is worse than the result.
    pub improved_from: Option<Resolution>,
}

impl Sightings {
    /// Nothing seen.
    pub const NONE: Sightings = Sightings {
        running: false,
        running_latest: None,
        ended_latest: None,
        ended_at_latest: StatusSet::EMPTY,
        ended_at_unknown: StatusSet::EMPTY,
        ended_before: StatusSet::EMPTY,
    };

    /// Adds one sighting: its R1 result and `time_updated` in microseconds since 1970 UTC, if known.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Sightings};
    /// let mut seen = Sightings::NONE;
    /// seen.insert(AnalysisResolution::Success, None);
    /// seen.insert(AnalysisResolution::Success, None);
    /// assert_eq!(seen.observed().map(|o| o.resolution), Some(AnalysisResolution::Success));
    /// ```
    pub fn insert(&mut self, resolution: AnalysisResolution, time_updated: Option<i64>) {
        let member = StatusSet::from(Resolution::from(resolution));
        let mut one = Sightings::NONE;
        if resolution == AnalysisResolution::Processing {
            one.running = true;
            one.running_latest = time_updated;
        } else if time_updated.is_some() {
            one.ended_latest = time_updated;
            one.ended_at_latest = member;
        } else {
            one.ended_at_unknown = member;
        }
        self.merge(&one);
    }

    /// Adds what another saw of the same analysis.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution::*, Sightings};
    /// let (mut here, mut there) = (Sightings::NONE, Sightings::NONE);
    /// here.insert(Declined, Some(2_000_000));
    /// there.insert(Success, Some(3_000_000)); // an operator decided
    /// here.merge(&there);
    /// assert_eq!(here.observed().map(|o| o.resolution), Some(Success));
    /// ```
    pub fn merge(&mut self, other: &Sightings) {
        let latest = self.ended_latest.max(other.ended_latest);
        let (mut at_latest, mut before) = (StatusSet::EMPTY, self.ended_before | other.ended_before);
        for part in [*self, *other] {
            if part.ended_latest == latest {
                at_latest |= part.ended_at_latest;
            } else {
                before |= part.ended_at_latest;
            }
        }
        *self = Sightings {
            running: self.running || other.running,
            running_latest: self.running_latest.max(other.running_latest),
            ended_latest: latest,
            ended_at_latest: at_latest,
            ended_at_unknown: self.ended_at_unknown | other.ended_at_unknown,
            ended_before: before,
        };
    }

    /// R8: what the sightings come to; none if there was no sighting.
    ///
    /// ```
    /// assert!(oz_status::Sightings::NONE.observed().is_none());
    /// ```
    #[must_use]
    pub fn observed(&self) -> Option<Observed> {
        let counting = self.ended_at_latest | self.ended_at_unknown;
        let started_again = self.ended_at_unknown.is_empty() && self.running_latest > self.ended_latest;
        if self.running && (counting.is_empty() || started_again) {
            return Some(Observed {
                resolution: AnalysisResolution::Processing,
                time_updated: None,
                conflicting_best: None,
                improved_from: None,
            });
        }
        let worst = counting.worst()?;
        Some(Observed {
            resolution: AnalysisResolution::try_from(worst).ok()?,
            time_updated: self.ended_latest.filter(|_| self.ended_at_unknown.is_empty()),
            conflicting_best: counting.best().filter(|&best| best != worst),
            improved_from: self.ended_before.worst().filter(|&before| before > worst),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AnalysisResolution::{Declined, Failed, OperatorRequired, Processing, Success};

    fn observed(sightings: &[(AnalysisResolution, Option<i64>)]) -> Observed {
        let mut seen = Sightings::NONE;
        sightings.iter().for_each(|&(resolution, time)| seen.insert(resolution, time));
        seen.observed().expect("not empty")
    }

    #[test]
    fn a_later_ending_replaces_an_earlier_one() {
        let decided = observed(&[(OperatorRequired, Some(1)), (Success, Some(2))]);
        assert_eq!((decided.resolution, decided.time_updated), (Success, Some(2)));
        assert_eq!(decided.improved_from, Some(Resolution::OperatorRequired));
        assert_eq!(decided.conflicting_best, None);
    }

    #[test]
    fn the_same_ending_again_is_no_improvement() {
        assert_eq!(observed(&[(Declined, Some(1)), (Declined, Some(2))]).improved_from, None);
        assert_eq!(observed(&[(Success, Some(1)), (Declined, Some(2))]).improved_from, None);
    }

    #[test]
    fn an_ending_without_time_is_final_and_the_worst_stands() {
        let unclear = observed(&[(Failed, None), (Success, Some(2)), (Processing, Some(9))]);
        assert_eq!((unclear.resolution, unclear.time_updated), (Failed, None));
        assert_eq!(unclear.conflicting_best, Some(Resolution::Success));
    }

    #[test]
    fn only_a_known_later_start_runs_again() {
        assert_eq!(observed(&[(Declined, Some(2)), (Processing, Some(3))]).resolution, Processing);
        assert_eq!(observed(&[(Declined, Some(2)), (Processing, Some(2))]).resolution, Declined);
        assert_eq!(observed(&[(Declined, Some(2)), (Processing, None)]).resolution, Declined);
        assert_eq!(observed(&[(Processing, None)]).resolution, Processing);
    }

    #[test]
    fn merge_is_a_semilattice() {
        let mut all = std::vec![Sightings::NONE];
        for &resolution in AnalysisResolution::ALL {
            for time in [None, Some(1), Some(2)] {
                for start in all.clone().into_iter().take(24) {
                    let mut next = start;
                    next.insert(resolution, time);
                    all.push(next);
                }
            }
        }
        let merged = |a: &Sightings, b: &Sightings| {
            let mut sum = *a;
            sum.merge(b);
            sum
        };
        // an interpreter looks at fewer
        let pace = if cfg!(miri) { 29 } else { 1 };
        for a in all.iter().step_by(pace) {
            assert_eq!(merged(a, a), *a);
            for b in all.iter().step_by(5 * pace) {
                assert_eq!(merged(a, b), merged(b, a));
                for c in all.iter().step_by(29 * pace) {
                    assert_eq!(merged(&merged(a, b), c), merged(a, &merged(b, c)));
                }
            }
        }
    }
}
