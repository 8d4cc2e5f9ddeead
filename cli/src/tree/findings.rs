//! Findings in sentences.

use super::branch::Branch;
use super::of_path;
use crate::paint::{ALARM, FAINT, STRONG, paint};
use oz_status::{Finding, FindingCode, Reading, StatusWord};

/// A finding: its code and place, a sentence, and the words themselves.
pub(crate) fn explain(finding: &Finding<'_>) -> Branch {
    let style = if finding.is_contradiction() { ALARM } else { STRONG };
    let mut branch = Branch::new(format!("{} (R9) at {}", paint(style, finding.code), of_path(&finding.path)));
    let (claimed, computed) = (word(finding.claimed), word(finding.computed));
    branch.push(sentence(finding.code, claimed, computed).unwrap_or_else(|| String::from("see the rules")));
    let explained = match finding.reading {
        Some(reading) => Some(format!("another reading of the page, {}", other(reading))),
        None => finding.is_contradiction().then(|| paint(ALARM, "a contradiction: nothing on the page explains it")),
    };
    if let Some(explained) = explained {
        branch.push(explained);
    }
    if finding.claimed.is_some() || finding.computed.is_some() {
        let reading = finding.reading.map_or("none", Reading::as_str);
        branch.push(paint(FAINT, format!("claimed {claimed}, computed {computed}, reading {reading}")));
    }
    branch
}

fn word(word: Option<StatusWord>) -> &'static str {
    word.map_or("none", |word| word.as_str())
}

fn sentence(code: FindingCode, claimed: &str, computed: &str) -> Option<String> {
    Some(match code {
        FindingCode::SystemResolutionMismatch => {
            format!("the payload says that the system resolution is {claimed}, by the rules it is {computed}")
        }
        FindingCode::FolderStatusMismatch => {
            format!("the payload says that the folder status is {claimed}, by the rules it is {computed}")
        }
        FindingCode::StateResolutionMismatch => {
            format!("state and outcomes do not agree: one of them says {claimed}, together they come to {computed}")
        }
        FindingCode::OperatorRequiredOnLiveness => {
            format!("a liveness analysis says {claimed}, which is not foreseen for liveness")
        }
        FindingCode::OperatorRequiredNotEnabled => {
            format!("an analysis says {claimed}, but there is no operator review")
        }
        FindingCode::EarlierGroupWorse => {
            format!("outside the last-finished groups an analysis came to {computed}, worse than the system resolution")
        }
        FindingCode::FinishOrderAmbiguous => {
            format!("nobody knows which of several groups finished last; the worst of them stands, {computed}")
        }
        FindingCode::ConflictingSightings => {
            format!(
                "this analysis ended more than once, nobody knows how at last; not {claimed} but the worst stands, {computed}"
            )
        }
        FindingCode::EndingImproved => {
            format!("this analysis had ended {claimed}; a later ending replaced it, {computed}")
        }
        FindingCode::GroupIdMissing => {
            String::from("this analysis has no group id while others have one, so its group may be the last")
        }
        FindingCode::RequiredTypeMissing => String::from("there is no analysis of this required type"),
        _ => return None,
    })
}

fn other(reading: Reading) -> String {
    let meant = match reading {
        Reading::C2 => "a failed analysis outranks those that still run",
        Reading::C3 => "only groups that have ended count, though others still run",
        Reading::C4 => "a group that ended in a system error does not count as finished",
        Reading::C7 => "all analyses count, not only the last-finished group",
        _ => "see the rules",
    };
    format!("{reading}, explains it: {meant}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_and_reading_has_its_sentence() {
        for &code in FindingCode::ALL {
            assert!(sentence(code, "A", "B").is_some(), "{code}");
        }
        for &reading in Reading::ALL {
            assert!(!other(reading).ends_with("see the rules"), "{reading}");
        }
    }
}
