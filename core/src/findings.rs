//! R9: drawing the findings of a folder.

use crate::finding::{Finding, FindingCode, Reading};
use crate::folder::{Entry, Evaluation, Folder};
use crate::options::Options;
use crate::roll_up::{Analysis, Group, RollUp, cell, roll_up_of};
use crate::status_set::StatusSet;
use crate::types::LIVENESS;
use crate::vocabulary::{AnalysisResolution, AnalysisState, FolderStatus, Resolution};
use alloc::vec::Vec;

/// All findings, in the order of the rules, then by place in the payload.
pub(crate) fn findings<'a>(folder: &Folder<'a>, options: &Options, evaluation: &Evaluation<'_>) -> Vec<Finding<'a>> {
    let mut found = Vec::new();
    claims(folder, evaluation, &mut found);
    for mismatch in &folder.mismatches {
        let finding = Finding::new(FindingCode::StateResolutionMismatch, folder.path(mismatch.sighting));
        let (claimed, computed) = (Resolution::from(mismatch.claimed), Resolution::from(mismatch.computed));
        found.push(finding.claimed(claimed).computed(computed));
    }
    operators(folder, options, evaluation, &mut found);
    order(folder, evaluation, &mut found);
    sightings(folder, &mut found);
    missing(folder, options, &mut found);
    found
}

fn claims(folder: &Folder<'_>, evaluation: &Evaluation<'_>, found: &mut Vec<Finding<'_>>) {
    let result = &evaluation.result;
    let has_joined = matches!(folder.claims.state, Some(AnalysisState::Processing | AnalysisState::Failed));
    if let Some(claimed) = folder.claims.system_resolution.filter(|&claimed| claimed != result.system_resolution) {
        let mut finding = Finding::new(FindingCode::SystemResolutionMismatch, "system_resolution");
        finding.reading = if has_joined { None } else { system_reading(evaluation, claimed) };
        found.push(finding.claimed(claimed).computed(result.system_resolution));
    }
    if let Some(claimed) = folder.claims.folder_status.filter(|&claimed| claimed != result.folder_status) {
        let mut finding = Finding::new(FindingCode::FolderStatusMismatch, "resolution_status");
        finding.reading = if has_joined { None } else { folder_reading(evaluation, claimed) };
        found.push(finding.claimed(claimed).computed(result.folder_status));
    }
}

/// C2: `FAILED` ranked above `PROCESSING`.
fn folder_reading(evaluation: &Evaluation<'_>, claimed: FolderStatus) -> Option<Reading> {
    let any_failed = evaluation.analyses.iter().any(|analysis| analysis.resolution == AnalysisResolution::Failed);
    let otherwise = if any_failed { FolderStatus::Failed } else { evaluation.result.folder_status };
    (otherwise == claimed).then_some(Reading::C2)
}

/// C3, C4, C7: the first other reading that gives the claim.
fn system_reading(evaluation: &Evaluation<'_>, claimed: Resolution) -> Option<Reading> {
    let result = &evaluation.result;
    let over = |keep: &dyn Fn(&Group) -> bool| {
        let kept = |analysis: &&Analysis| cell(evaluation.cells, analysis.group).is_some_and(keep);
        let mut scratch = evaluation.cells.to_vec();
        let part: RollUp = roll_up_of(evaluation.analyses.iter().filter(kept), None, &mut scratch);
        part.system_resolution
    };
    let is_failed = |group: &Group| group.resolution() == Resolution::Failed;
    let occupied = || evaluation.cells.iter().filter(|group| !group.is_empty());
    if result.in_progress {
        let some_ended = occupied().any(|group| !group.is_running());
        let explained = some_ended && over(&|group| !group.is_running()) == claimed;
        return explained.then_some(Reading::C3);
    }
    let split = occupied().any(is_failed) && !occupied().all(is_failed);
    if split && over(&|group| !is_failed(group)) == claimed {
        return Some(Reading::C4);
    }
    (result.join == claimed).then_some(Reading::C7)
}

/// Each analysis of the folder with what is known of it.
fn each<'f>(folder: &'f Folder<'_>, evaluation: &'f Evaluation<'_>) -> impl Iterator<Item = (&'f Entry, &'f Analysis)> {
    folder.entries.iter().zip(evaluation.analyses)
}

fn operators(folder: &Folder<'_>, options: &Options, evaluation: &Evaluation<'_>, found: &mut Vec<Finding<'_>>) {
    let asks = |analysis: &Analysis| analysis.resolution == AnalysisResolution::OperatorRequired;
    if !evaluation.analyses.iter().any(asks) {
        return;
    }
    let liveness = folder.kinds.number(LIVENESS);
    let finding =
        |code, entry: &Entry| Finding::new(code, folder.path(entry.first)).claimed(Resolution::OperatorRequired);
    for (entry, analysis) in each(folder, evaluation) {
        if asks(analysis) && liveness.is_some() && analysis.kind == liveness {
            found.push(finding(FindingCode::OperatorRequiredOnLiveness, entry));
        }
    }
    for (entry, analysis) in each(folder, evaluation) {
        if asks(analysis) && !options.operator_review {
            found.push(finding(FindingCode::OperatorRequiredNotEnabled, entry));
        }
    }
}

fn order(folder: &Folder<'_>, evaluation: &Evaluation<'_>, found: &mut Vec<Finding<'_>>) {
    let result = &evaluation.result;
    let mut worst = StatusSet::EMPTY;
    let mut first = None;
    if !result.in_progress {
        for (entry, analysis) in each(folder, evaluation) {
            if cell(evaluation.cells, analysis.group).is_some_and(|cell| result.is_hidden_worse(analysis, cell)) {
                worst.insert(analysis.resolution.into());
                first = first.or(Some(entry.first));
            }
        }
    }
    if let Some(first) = first {
        found.push(Finding::new(FindingCode::EarlierGroupWorse, folder.path(first)).computed(worst.result()));
    }
    if result.last_finished > 1 {
        found.push(Finding::new(FindingCode::FinishOrderAmbiguous, "analyses").computed(result.system_resolution));
    }
}

fn sightings(folder: &Folder<'_>, found: &mut Vec<Finding<'_>>) {
    let each = || folder.entries.iter().filter_map(|entry| Some((entry, entry.seen.observed()?)));
    for (entry, observed) in each() {
        if let Some(best) = observed.conflicting_best {
            let finding = Finding::new(FindingCode::ConflictingSightings, folder.path(entry.first));
            found.push(finding.claimed(best).computed(Resolution::from(observed.resolution)));
        }
    }
    for (entry, observed) in each() {
        if let Some(worse) = observed.improved_from {
            let finding = Finding::new(FindingCode::EndingImproved, folder.path(entry.first));
            found.push(finding.claimed(worse).computed(Resolution::from(observed.resolution)));
        }
    }
}

fn missing(folder: &Folder<'_>, options: &Options, found: &mut Vec<Finding<'_>>) {
    let lacking = folder.entries.iter().find(|entry| entry.group.is_none());
    if let Some(entry) = lacking.filter(|_| folder.entries.iter().any(|entry| entry.group.is_some())) {
        found.push(Finding::new(FindingCode::GroupIdMissing, folder.path(entry.first)));
    }
    for name in &options.required {
        if folder.kinds.number(name).is_none() {
            found.push(Finding::new(FindingCode::RequiredTypeMissing, name.clone()));
        }
    }
}
