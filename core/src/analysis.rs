//! R1: what one sighting of an analysis says.

use crate::vocabulary::{AnalysisResolution, AnalysisState};
use core::fmt;

/// A finished analysis, or one of unknown state, without an outcome (R1): no verdict can be drawn from it.
///
/// ```
/// use oz_status::{analysis_result, AnalysisState};
/// let error = analysis_result(Some(AnalysisState::Finished), None, None).unwrap_err();
/// assert_eq!(error.to_string(), "an analysis that has ended needs a resolution_status or a resolution");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MissingOutcome;

#[cfg(feature = "alloc")]
impl MissingOutcome {
    pub(crate) const EXPECTED: &'static str =
        "resolution_status or resolution, for only PROCESSING and FAILED stand alone";
}

impl fmt::Display for MissingOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an analysis that has ended needs a resolution_status or a resolution")
    }
}

impl core::error::Error for MissingOutcome {}

/// R1: the result of an analysis, the join of what is present of the lifted state and the two outcome fields.
///
/// # Errors
/// [`MissingOutcome`] if neither outcome is present and the state is neither `PROCESSING` nor `FAILED`.
///
/// ```
/// use oz_status::{analysis_result, AnalysisResolution::*, AnalysisState};
/// assert_eq!(analysis_result(Some(AnalysisState::Finished), Some(Success), None), Ok(Success));
/// assert_eq!(analysis_result(Some(AnalysisState::Processing), None, Some(Success)), Ok(Processing));
/// assert_eq!(analysis_result(None, Some(Success), Some(Declined)), Ok(Declined));
/// ```
pub fn analysis_result(
    state: Option<AnalysisState>,
    resolution_status: Option<AnalysisResolution>,
    resolution: Option<AnalysisResolution>,
) -> Result<AnalysisResolution, MissingOutcome> {
    let outcome = resolution_status.max(resolution);
    match (state, outcome) {
        (Some(AnalysisState::Processing), _) => Ok(AnalysisResolution::Processing),
        (Some(AnalysisState::Failed), _) => {
            Ok(outcome.map_or(AnalysisResolution::Failed, |o| o.max(AnalysisResolution::Failed)))
        }
        (Some(AnalysisState::Finished) | None, Some(outcome)) => Ok(outcome),
        (Some(AnalysisState::Finished) | None, None) => Err(MissingOutcome),
    }
}

/// R9: the best outcome present, if the outcomes differ or one of them does not fit the state.
///
/// ```
/// use oz_status::{outcome_mismatch, AnalysisResolution::*, AnalysisState};
/// assert_eq!(outcome_mismatch(None, Some(Success), Some(Declined)), Some(Success));
/// assert_eq!(outcome_mismatch(Some(AnalysisState::Finished), Some(Success), None), None);
/// ```
#[must_use]
pub fn outcome_mismatch(
    state: Option<AnalysisState>,
    resolution_status: Option<AnalysisResolution>,
    resolution: Option<AnalysisResolution>,
) -> Option<AnalysisResolution> {
    let fits = |outcome: AnalysisResolution| match state {
        None => true,
        Some(AnalysisState::Processing) => outcome == AnalysisResolution::Processing,
        Some(AnalysisState::Failed) => outcome == AnalysisResolution::Failed,
        Some(AnalysisState::Finished) => outcome < AnalysisResolution::Failed,
    };
    let outcomes = [resolution_status, resolution];
    let best = outcomes.into_iter().flatten().min()?;
    let agree = outcomes.into_iter().flatten().all(|outcome| outcome == best && fits(outcome));
    if agree { None } else { Some(best) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Resolution;
    use std::string::ToString;

    fn optional<T: Copy>(all: &[T]) -> impl Iterator<Item = Option<T>> + '_ {
        core::iter::once(None).chain(all.iter().copied().map(Some))
    }

    #[test]
    fn r1_is_the_join_of_what_is_present() {
        for state in optional(AnalysisState::ALL) {
            for status in optional(AnalysisResolution::ALL) {
                for resolution in optional(AnalysisResolution::ALL) {
                    let parts = [state.map(AnalysisState::lift), status.map(Into::into), resolution.map(Into::into)];
                    let join = parts.into_iter().flatten().reduce(Resolution::join);
                    let lone = matches!(state, Some(AnalysisState::Processing | AnalysisState::Failed));
                    let expected = join.filter(|_| status.is_some() || resolution.is_some() || lone);
                    let result = analysis_result(state, status, resolution).ok().map(Resolution::from);
                    assert_eq!(result, expected, "{state:?} {status:?} {resolution:?}");
                }
            }
        }
    }

    #[test]
    fn a_missing_outcome_says_what_is_needed() {
        let error = analysis_result(Some(AnalysisState::Finished), None, None).unwrap_err();
        assert_eq!(error.to_string(), "an analysis that has ended needs a resolution_status or a resolution");
    }

    #[test]
    fn mismatch_needs_a_second_opinion() {
        use AnalysisResolution::{Declined, Failed, Processing, Success};
        assert_eq!(outcome_mismatch(None, Some(Success), Some(Success)), None);
        assert_eq!(outcome_mismatch(None, Some(Success), Some(Declined)), Some(Success));
        assert_eq!(outcome_mismatch(Some(AnalysisState::Finished), None, Some(Failed)), Some(Failed));
        assert_eq!(outcome_mismatch(Some(AnalysisState::Finished), None, Some(Processing)), Some(Processing));
        assert_eq!(outcome_mismatch(Some(AnalysisState::Failed), Some(Failed), None), None);
        assert_eq!(outcome_mismatch(Some(AnalysisState::Processing), Some(Success), None), Some(Success));
        assert_eq!(outcome_mismatch(Some(AnalysisState::Finished), None, None), None);
    }
}
