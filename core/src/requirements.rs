//! R7: what requirements make of a folder.

use crate::roll_up::{Analysis, Group, GroupIndexError, RollUp, cell, roll_up, roll_up_of, roll_up_of_type};
use crate::vocabulary::{AnalysisState, Decision, Resolution};

/// R7, step by step: what the requirements make of a system resolution.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Requirements {
    resolution: Resolution,
    missing: bool,
}

impl Requirements {
    pub(crate) const fn start(system_resolution: Resolution) -> Requirements {
        Requirements { resolution: system_resolution, missing: false }
    }

    /// A required type: the R4 of the folder restricted to it, or none if it is missing.
    pub(crate) fn require(&mut self, restricted: Option<&RollUp>) {
        match restricted {
            Some(result) => self.resolution = self.resolution.join(result.system_resolution),
            None => self.missing = true,
        }
    }

    /// Every analysis of the folder: without a type it might be one of the required (R7); hidden and not required
    /// it calls for caution (C7).
    pub(crate) fn consider(&mut self, analysis: &Analysis, hidden_worse: bool, any_required: bool, required: bool) {
        if any_required && analysis.kind.is_none() {
            self.resolution = self.resolution.join(analysis.resolution.into());
        }
        if hidden_worse && !required {
            self.resolution = self.resolution.join(Resolution::OperatorRequired);
        }
    }

    pub(crate) const fn decision(self) -> Decision {
        match self.resolution.decision() {
            Decision::Accept | Decision::Review if self.missing => Decision::Wait,
            decision => decision,
        }
    }
}

/// R3, R4 and R7: the results of a folder and what to do, given the types that the caller requires.
///
/// Linear in the analyses for each required type. The cells tell of the whole folder afterwards.
///
/// # Errors
/// A group number for which `groups` has no cell.
///
/// ```
/// use oz_status::{decide, Analysis, AnalysisResolution::*, Decision, Group, Resolution};
/// const QUALITY: u32 = 1;
/// const BIOMETRY: u32 = 2;
/// let analyses = [
///     Analysis::new(Declined).in_group(0).of_type(QUALITY).ended_at(1_700_000_000_000_000),
///     Analysis::new(Success).in_group(1).of_type(BIOMETRY).ended_at(1_700_000_060_000_000),
/// ];
/// let mut cells = [Group::EMPTY; 3];
/// let (result, decision) = decide(&analyses, &[QUALITY, BIOMETRY], None, &mut cells)?;
/// assert_eq!(result.system_resolution, Resolution::Success);
/// assert_eq!(decision, Decision::Reject);
/// # Ok::<(), oz_status::GroupIndexError>(())
/// ```
pub fn decide(
    analyses: &[Analysis],
    required: &[u32],
    callback: Option<AnalysisState>,
    groups: &mut [Group],
) -> Result<(RollUp, Decision), GroupIndexError> {
    let result = roll_up(analyses, callback, groups)?;
    let mut requirements = Requirements::start(result.system_resolution);
    for analysis in analyses {
        let hidden = cell(groups, analysis.group).is_some_and(|cell| result.is_hidden_worse(analysis, cell));
        let is_required = analysis.kind.is_some_and(|kind| required.contains(&kind));
        requirements.consider(analysis, hidden, !required.is_empty(), is_required);
    }
    for &kind in required {
        requirements.require(roll_up_of_type(analyses, kind, callback, groups).as_ref());
    }
    Ok((roll_up_of(analyses.iter(), callback, groups), requirements.decision()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{AnalysisResolution, FolderStatus};
    use AnalysisResolution::{OperatorRequired, Success};

    #[test]
    fn a_hidden_worse_result_makes_a_pass_a_review() {
        let analyses = [
            Analysis::new(OperatorRequired).in_group(0).of_type(1).ended_at(1),
            Analysis::new(Success).in_group(1).of_type(2).ended_at(2),
        ];
        let decision = |required: &[u32]| decide(&analyses, required, None, &mut [Group::EMPTY; 3]).expect("cells").1;
        assert_eq!(decision(&[]), Decision::Review);
        assert_eq!(decision(&[2]), Decision::Review);
        assert_eq!(decision(&[1, 2]), Decision::Review);
        assert_eq!(decision(&[1, 2, 3]), Decision::Wait);
    }

    #[test]
    fn what_is_hidden_but_no_worse_or_not_required_only_calls_for_caution() {
        let decision = |earlier| {
            let earlier = Analysis::new(earlier).in_group(0).of_type(1).ended_at(1);
            let analyses = [earlier, Analysis::new(Success).in_group(1).of_type(2).ended_at(2)];
            [&[][..], &[2]].map(|required| decide(&analyses, required, None, &mut [Group::EMPTY; 3]).expect("cells").1)
        };
        assert_eq!(decision(Success), [Decision::Accept; 2]);
        assert_eq!(decision(AnalysisResolution::Declined), [Decision::Review; 2]);
    }

    #[test]
    fn a_group_without_a_cell_is_an_error() {
        assert!(decide(&[Analysis::new(Success)], &[], None, &mut []).is_err());
    }

    #[test]
    fn an_analysis_without_type_counts_only_where_types_are_required() {
        let untyped = Analysis::new(AnalysisResolution::Declined).in_group(0).ended_at(1);
        let analyses = [untyped, Analysis::new(Success).in_group(1).of_type(1).ended_at(2)];
        let decision = |required: &[u32]| decide(&analyses, required, None, &mut [Group::EMPTY; 3]).expect("cells").1;
        assert_eq!(decision(&[]), Decision::Review);
        assert_eq!(decision(&[1]), Decision::Reject);
    }

    #[test]
    fn a_callback_state_joins_everything() {
        let analyses = [Analysis::new(Success).of_type(1)];
        let with = |state| decide(&analyses, &[1], Some(state), &mut [Group::EMPTY]).expect("cells");
        assert_eq!(with(AnalysisState::Finished).1, Decision::Accept);
        assert_eq!(with(AnalysisState::Failed).1, Decision::Retry);
        let (running, decision) = with(AnalysisState::Processing);
        assert_eq!((running.folder_status, decision), (FolderStatus::Processing, Decision::Wait));
        assert_eq!(running.last_finished, 0);
    }
}
