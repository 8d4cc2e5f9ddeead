//! Section 6: the verdict in canonical JSON.

use super::findings::{Finding, findings};
use super::folder::{Group, Requirement, decision, requirements, roll_up, status};
use super::merge::Analysis;
use super::payload::Payload;
use super::text::{encode, encode_or_null};
use super::words::{ANALYSIS_RESOLUTION, Word};

/// Judges a folder and writes the verdict.
pub fn write(payload: &Payload, analyses: &[Analysis], require: &[String], operator_review: bool) -> String {
    let analyses: Vec<&Analysis> = analyses.iter().collect();
    let status = status(&analyses, payload.callback);
    let rolled = roll_up(&analyses, payload.callback);
    let required = requirements(&analyses, payload.callback, require);
    let decision = decision(&analyses, &rolled, &required);
    let findings = findings(payload, &analyses, status, &rolled, &required, operator_review);

    let members = [
        ("rules", "1".to_string()),
        ("folder_id", encode_or_null(payload.folder_id.as_deref())),
        ("folder_status", encode(status)),
        ("system_resolution", encode(rolled.resolution)),
        ("decision", encode(decision)),
        ("determining", list(&rolled.determining, |one| determining(one))),
        ("last_finished", list(&rolled.last, |group| encode_or_null(group.id))),
        ("groups", list(&rolled.groups, group)),
        ("required", list(&required, requirement)),
        ("findings", list(&findings, finding)),
    ];
    object(&members)
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members.iter().map(|(key, json)| format!("\"{key}\":{json}")).collect();
    format!("{{{}}}", members.join(","))
}

fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(write).collect();
    format!("[{}]", items.join(","))
}

fn determining(one: &Analysis) -> String {
    object(&[
        ("index", one.index.to_string()),
        ("analyse_id", encode_or_null(one.id.as_deref())),
        ("group_id", encode_or_null(one.group_id.as_deref())),
        ("type", encode_or_null(one.kind.as_deref())),
    ])
}

fn group(group: &Group<'_>) -> String {
    let time = group.time.map_or("null".to_string(), |time| time.to_string());
    object(&[
        ("group_id", encode_or_null(group.id)),
        ("resolution", encode(group.resolution)),
        ("finished_at_us", time),
        ("counts", object(&counts(&group.analyses))),
    ])
}

fn counts(analyses: &[&Analysis]) -> Vec<(Word, String)> {
    ANALYSIS_RESOLUTION
        .iter()
        .map(|word| {
            let count = analyses.iter().filter(|one| one.resolution == *word).count();
            (*word, count.to_string())
        })
        .collect()
}

fn requirement(requirement: &Requirement<'_>) -> String {
    object(&[
        ("type", encode(requirement.kind)),
        ("resolution", encode(requirement.resolution)),
        ("determining", list(&requirement.determining, |one| one.index.to_string())),
    ])
}

fn finding(finding: &Finding) -> String {
    object(&[
        ("code", encode(finding.code)),
        ("path", encode(&finding.path)),
        ("claimed", encode_or_null(finding.claimed)),
        ("computed", encode_or_null(finding.computed)),
        ("reading", encode_or_null(finding.reading)),
    ])
}
