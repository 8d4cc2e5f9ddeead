//! R9: what a verdict tells beside the result.

use super::folder::{Group, Requirement, RollUp, is_hidden, roll_up};
use super::lattice::{badness, folder_status, group_result};
use super::merge::Analysis;
use super::payload::Payload;
use super::words::{FAILED, OPERATOR_REQUIRED, PROCESSING, Word};

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its stable code.
    pub code: &'static str,
    /// Where.
    pub path: String,
    /// What the payload says.
    pub claimed: Option<Word>,
    /// What we say.
    pub computed: Option<Word>,
    /// The choice that explains a mismatch.
    pub reading: Option<&'static str>,
}

/// The findings' codes, in their order.
pub const CODES: [&str; 11] = [
    "system_resolution_mismatch",
    "folder_status_mismatch",
    "state_resolution_mismatch",
    "operator_required_on_liveness",
    "operator_required_not_enabled",
    "earlier_group_worse",
    "finish_order_ambiguous",
    "conflicting_sightings",
    "ending_improved",
    "group_id_missing",
    "required_type_missing",
];

fn finding(code: &'static str, path: &str, claimed: Option<Word>, computed: Option<Word>) -> Finding {
    Finding { code, path: path.to_string(), claimed, computed, reading: None }
}

/// All findings, in the order of R9.
pub fn findings(
    payload: &Payload,
    analyses: &[&Analysis],
    status: Word,
    rolled: &RollUp<'_>,
    requirements: &[Requirement<'_>],
    operator_review: bool,
) -> Vec<Finding> {
    let mut found = Vec::new();

    if let Some(claim) = payload.claimed_resolution
        && claim != rolled.resolution
    {
        let path = "system_resolution";
        found.push(Finding {
            reading: resolution_reading(analyses, rolled, claim).filter(|_| payload.callback.is_none()),
            ..finding(CODES[0], path, Some(claim), Some(rolled.resolution))
        });
    }

    if let Some(claim) = payload.claimed_status
        && claim != status
    {
        let explained = payload.callback.is_none() && status_if_failed_is_worst(analyses) == claim;
        let reading = explained.then_some("C2");
        found.push(Finding { reading, ..finding(CODES[1], "resolution_status", Some(claim), Some(status)) });
    }

    for sighting in &payload.sightings {
        if sighting.is_contradictory() {
            let claimed = sighting.best_outcome();
            found.push(finding(CODES[2], &sighting.path, claimed, Some(sighting.resolution)));
        }
    }

    for one in analyses {
        if one.resolution == OPERATOR_REQUIRED && one.kind.as_deref() == Some("QUALITY") {
            found.push(finding(CODES[3], &one.path, Some(OPERATOR_REQUIRED), None));
        }
    }

    for one in analyses {
        if one.resolution == OPERATOR_REQUIRED && !operator_review {
            found.push(finding(CODES[4], &one.path, Some(OPERATOR_REQUIRED), None));
        }
    }

    let hidden: Vec<&&Analysis> = analyses.iter().filter(|one| is_hidden(one, rolled)).collect();
    if !rolled.runs && !hidden.is_empty() {
        let words: Vec<Word> = hidden.iter().map(|one| one.resolution).collect();
        found.push(finding(CODES[5], &hidden[0].path, None, Some(group_result(&words))));
    }

    if rolled.last.len() > 1 {
        found.push(finding(CODES[6], "analyses", None, Some(rolled.resolution)));
    }

    for one in analyses {
        if one.best_counting != one.resolution {
            let claimed = Some(one.best_counting);
            found.push(finding(CODES[7], &one.path, claimed, Some(one.resolution)));
        }
    }

    for one in analyses {
        if let Some(word) = one.worst_replaced
            && badness(word) > badness(one.resolution)
        {
            found.push(finding(CODES[8], &one.path, Some(word), Some(one.resolution)));
        }
    }

    let nameless: Vec<&&Analysis> = analyses.iter().filter(|one| one.group_id.is_none()).collect();
    if !nameless.is_empty() && nameless.len() < analyses.len() {
        found.push(finding(CODES[9], &nameless[0].path, None, None));
    }

    for requirement in requirements {
        if requirement.missing {
            found.push(finding(CODES[10], requirement.kind, None, None));
        }
    }
    found
}

/// The first other reading of the page that gives the claimed system resolution.
fn resolution_reading(analyses: &[&Analysis], rolled: &RollUp<'_>, claim: Word) -> Option<&'static str> {
    let only = |keep: fn(&Group<'_>) -> bool| -> Vec<&Analysis> {
        let kept: Vec<&Group<'_>> = rolled.groups.iter().filter(|group| keep(group)).collect();
        let is_kept = |one: &Analysis| kept.iter().any(|group| group.id == one.group_id.as_deref());
        analyses.iter().copied().filter(|one| is_kept(one)).collect()
    };

    if rolled.runs {
        let ended = only(|group| group.resolution != PROCESSING);
        let fits = !ended.is_empty() && roll_up(&ended, None).resolution == claim;
        return fits.then_some("C3");
    }

    let not_failed = only(|group| group.resolution != FAILED);
    let some_failed = not_failed.len() < analyses.len();
    if some_failed && !not_failed.is_empty() && roll_up(&not_failed, None).resolution == claim {
        return Some("C4");
    }

    let words: Vec<Word> = analyses.iter().map(|one| one.resolution).collect();
    (group_result(&words) == claim).then_some("C7")
}

/// The page's other order of the folder status, FAILED above PROCESSING (choice C2).
fn status_if_failed_is_worst(analyses: &[&Analysis]) -> Word {
    if analyses.iter().any(|one| one.resolution == FAILED) {
        return FAILED;
    }
    let words: Vec<Word> = analyses.iter().map(|one| one.resolution).collect();
    folder_status(group_result(&words))
}
