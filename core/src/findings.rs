//! R9: drawing the findings of a folder.

use crate::evaluation::Evaluation;
use crate::finding::{Finding, FindingCode, Reading, StatusWord};
use crate::folder::{Entry, Folder};
use crate::options::Options;
use crate::roll_up::{Analysis, Group};
use crate::status_set::StatusSet;
use crate::types::LIVENESS;
use crate::vocabulary::{AnalysisResolution, AnalysisState, FolderStatus, Resolution};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What was claimed, and what it comes to.
type Words = (Option<StatusWord>, Option<StatusWord>);

/// All findings, in the order of the rules, then by place in the payload.
pub(crate) fn findings<'a>(folder: &Folder<'a>, options: &Options, whole: &Evaluation) -> Vec<Finding<'a>> {
    let mut found = Found { folder, whole, findings: Vec::new() };
    found.claims();
    for mismatch in &folder.mismatches {
        let words = words(Some(mismatch.claimed.into()), Some(mismatch.computed.into()));
        found.add(FindingCode::StateResolutionMismatch, folder.path(mismatch.sighting), words, None);
    }
    found.operators(options);
    found.order();
    found.sightings();
    found.missing(options);
    found.findings
}

fn words(claimed: Option<Resolution>, computed: Option<Resolution>) -> Words {
    (claimed.map(StatusWord::from), computed.map(StatusWord::from))
}

struct Found<'f, 'a> {
    folder: &'f Folder<'a>,
    whole: &'f Evaluation,
    findings: Vec<Finding<'a>>,
}

impl<'a> Found<'_, 'a> {
    fn add(&mut self, code: FindingCode, path: impl Into<Cow<'a, str>>, words: Words, reading: Option<Reading>) {
        let (claimed, computed) = words;
        self.findings.push(Finding { code, path: path.into(), claimed, computed, reading });
    }

    /// One for each analysis of which there is something to tell.
    fn each(&mut self, code: FindingCode, tell: &dyn Fn(&Entry, &Analysis) -> Option<Words>) {
        for (entry, analysis) in self.folder.entries.iter().zip(&self.whole.analyses) {
            if let Some(words) = tell(entry, analysis) {
                self.add(code, self.folder.path(entry.first), words, None);
            }
        }
    }

    fn claims(&mut self) {
        let (claims, result) = (&self.folder.claims, &self.whole.result);
        let has_joined = matches!(claims.state, Some(AnalysisState::Processing | AnalysisState::Failed));
        if let Some(claimed) = claims.system_resolution.filter(|&claimed| claimed != result.system_resolution) {
            let reading = if has_joined { None } else { system_reading(self.whole, claimed) };
            let words = words(Some(claimed), Some(result.system_resolution));
            self.add(FindingCode::SystemResolutionMismatch, "system_resolution", words, reading);
        }
        if let Some(claimed) = claims.folder_status.filter(|&claimed| claimed != result.folder_status) {
            let reading = if has_joined { None } else { folder_reading(self.whole, claimed) };
            let words = (Some(claimed.into()), Some(result.folder_status.into()));
            self.add(FindingCode::FolderStatusMismatch, "resolution_status", words, reading);
        }
    }

    fn operators(&mut self, options: &Options) {
        let told = words(Some(Resolution::OperatorRequired), None);
        let asks = |analysis: &Analysis| analysis.resolution == AnalysisResolution::OperatorRequired;
        if let Some(liveness) = self.folder.kinds.number(LIVENESS) {
            self.each(FindingCode::OperatorRequiredOnLiveness, &|_, analysis| {
                (asks(analysis) && analysis.kind == Some(liveness)).then_some(told)
            });
        }
        if !options.operator_review {
            self.each(FindingCode::OperatorRequiredNotEnabled, &|_, analysis| asks(analysis).then_some(told));
        }
    }

    fn order(&mut self) {
        let (folder, whole) = (self.folder, self.whole);
        let mut worst = StatusSet::EMPTY;
        let mut first = None;
        if !whole.result.in_progress {
            for (entry, analysis) in folder.entries.iter().zip(&whole.analyses) {
                if whole.is_hidden_worse(analysis) {
                    worst.insert(analysis.resolution.into());
                    first = first.or(Some(entry.first));
                }
            }
        }
        if let Some(first) = first {
            self.add(FindingCode::EarlierGroupWorse, folder.path(first), words(None, Some(worst.result())), None);
        }
        if whole.result.last_finished > 1 {
            let words = words(None, Some(whole.result.system_resolution));
            self.add(FindingCode::FinishOrderAmbiguous, "analyses", words, None);
        }
    }

    fn sightings(&mut self) {
        self.each(FindingCode::ConflictingSightings, &|entry, analysis| {
            let best = entry.seen.observed()?.conflicting_best?;
            Some(words(Some(best), Some(analysis.resolution.into())))
        });
        self.each(FindingCode::EndingImproved, &|entry, analysis| {
            let worse = entry.seen.observed()?.improved_from?;
            Some(words(Some(worse), Some(analysis.resolution.into())))
        });
    }

    fn missing(&mut self, options: &Options) {
        let folder = self.folder;
        let lacking = folder.entries.iter().find(|entry| entry.group.is_none());
        if let Some(entry) = lacking.filter(|_| folder.groups.len() > 0) {
            self.add(FindingCode::GroupIdMissing, folder.path(entry.first), (None, None), None);
        }
        for name in &options.required {
            if folder.kinds.number(name).is_none() {
                self.add(FindingCode::RequiredTypeMissing, name.clone(), (None, None), None);
            }
        }
    }
}

/// C2: `FAILED` ranked above `PROCESSING`.
fn folder_reading(whole: &Evaluation, claimed: FolderStatus) -> Option<Reading> {
    let any_failed = whole.analyses.iter().any(|analysis| analysis.resolution == AnalysisResolution::Failed);
    let otherwise = if any_failed { FolderStatus::Failed } else { whole.result.folder_status };
    (otherwise == claimed).then_some(Reading::C2)
}

/// C3, C4, C7: the first other reading that gives the claim.
fn system_reading(whole: &Evaluation, claimed: Resolution) -> Option<Reading> {
    let without = |is_left_out: fn(&Group) -> bool| {
        let part = whole.restricted(None, &|analysis| whole.group(analysis, |group| !is_left_out(group)));
        part.result.system_resolution
    };
    let is_failed = |group: &Group| group.resolution() == Resolution::Failed;
    let occupied = || whole.cells.iter().filter(|group| !group.is_empty());
    if whole.result.in_progress {
        let some_ended = occupied().any(|group| !group.is_running());
        return (some_ended && without(Group::is_running) == claimed).then_some(Reading::C3);
    }
    let is_split = occupied().any(is_failed) && !occupied().all(is_failed);
    if is_split && without(is_failed) == claimed {
        return Some(Reading::C4);
    }
    (whole.result.join == claimed).then_some(Reading::C7)
}
