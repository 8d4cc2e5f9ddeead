//! A verdict as a tree, for people.

mod branch;
mod findings;

use crate::paint::{self, FAINT, STRONG, paint};
use crate::visible::{name, visible};
use branch::{Branch, MOST, and_more};
use oz_status::{Decision, Determining, GroupVerdict, RequiredVerdict, Resolution, Tally, Verdict};
use std::borrow::Cow;
use std::collections::BTreeSet;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The whole tree, coloured.
pub(crate) fn render(verdict: &Verdict<'_>) -> String {
    let folder = match &verdict.folder_id {
        Some(id) => paint(STRONG, name(id)),
        None => paint(FAINT, "without id"),
    };
    let mut root = Branch::new(format!("folder {folder}"));
    root.push(format!("folder status      {}", paint(STRONG, verdict.folder_status)));
    root.grow(system_resolution(verdict));
    // a set: a hostile payload may have very many groups
    let lasts: BTreeSet<_> = verdict.last_finished.iter().collect();
    let of_group = |group: &GroupVerdict<'_>| Branch::new(of_group(group, lasts.contains(&group.group_id)));
    root.grow(Branch::over("groups", verdict.groups.iter().map(of_group)));
    root.grow(Branch::over(
        "required types",
        verdict.required.iter().map(|required| Branch::new(of_required(required))),
    ));
    root.grow(Branch::over("findings", verdict.findings.iter().map(findings::explain)));
    banner(verdict.decision) + &root.render()
}

/// The decision, in large.
fn banner(decision: Decision) -> String {
    let style = paint::of_decision(decision);
    let word: Vec<_> = decision.as_str().chars().map(String::from).collect();
    let word = word.join(" ");
    let edge = "━".repeat(word.len().saturating_add(4));
    let line = |text: String| paint(style, text) + "\n";
    line(format!("┏{edge}┓"))
        + &line(format!("┃  {word}  ┃  {decision}: {}", meaning(decision)))
        + &line(format!("┗{edge}┛"))
}

const fn meaning(decision: Decision) -> &'static str {
    match decision {
        Decision::Accept => "let pass",
        Decision::Review => "an operator decides",
        Decision::Reject => "refuse",
        Decision::Retry => "ask for the check once more",
        Decision::Wait => "ask again later",
    }
}

fn system_resolution(verdict: &Verdict<'_>) -> Branch {
    let resolution = verdict.system_resolution;
    let mut branch = Branch::new(format!("system resolution  {}", paint::resolution(resolution)));
    let mut decided = Branch::new(why(verdict));
    decided.grow_some(verdict.determining.iter().map(|determining| Branch::new(of_determining(determining))));
    branch.grow(decided);
    if verdict.decision != resolution.decision() {
        let alone = paint(paint::of_decision(resolution.decision()), resolution.decision());
        branch.push(format!(
            "alone it would give {alone}; what is required, and analyses outside the last-finished groups, are stricter (R7)"
        ));
    }
    branch
}

/// What the determining analyses are to the folder (R4, R5).
fn why(verdict: &Verdict<'_>) -> String {
    let lasts = verdict.last_finished.len();
    match (verdict.groups.is_empty(), verdict.determining.is_empty(), lasts) {
        (true, _, _) => String::from("no analyses were applied"),
        (false, true, _) => String::from("decided by the state that the payload itself has"),
        (false, false, 0) => String::from("decided by the analyses that still run"),
        (false, false, 1) => String::from("decided by the worst of the last-finished group"),
        (false, false, _) => format!("decided by the worst of {lasts} groups, each of which may be the last"),
    }
}

fn of_determining(determining: &Determining<'_>) -> String {
    let kind =
        determining.kind.as_deref().map_or_else(|| paint(FAINT, "without type"), |kind| paint(STRONG, name(kind)));
    let id = determining.analyse_id.as_deref().map_or_else(|| paint(FAINT, "without id"), name);
    format!("[{}] {kind} {id} in {}", determining.index, of_group_id(determining.group_id.as_ref()))
}

fn of_group_id(id: Option<&Cow<'_, str>>) -> String {
    id.map_or_else(|| paint(FAINT, "the unnamed group"), |id| format!("group {}", name(id)))
}

fn of_group(group: &GroupVerdict<'_>, is_last: bool) -> String {
    let finished = group.finished_at_us.map_or_else(|| paint(FAINT, "finish time unknown"), finished_at);
    let mark = if is_last { paint(STRONG, "  ◀ last finished") } else { String::new() };
    format!(
        "{}  {}  {finished}  {}{mark}",
        of_group_id(group.group_id.as_ref()),
        paint::resolution(group.resolution),
        paint(FAINT, counts(&group.counts)),
    )
}

fn finished_at(microseconds: i64) -> String {
    let time = OffsetDateTime::from_unix_timestamp_nanos(i128::from(microseconds).saturating_mul(1000));
    match time.ok().and_then(|time| time.format(&Rfc3339).ok()) {
        Some(time) => format!("finished {time}"),
        None => format!("finished {microseconds} µs after 1970"),
    }
}

fn counts(tally: &Tally) -> String {
    let present =
        Resolution::ALL.iter().map(|&resolution| (tally.count(resolution), resolution)).filter(|(n, _)| *n > 0);
    let present: Vec<_> = present.map(|(count, resolution)| format!("{count} {resolution}")).collect();
    format!("({})", present.join(", "))
}

fn of_required(required: &RequiredVerdict) -> String {
    let mut by: Vec<_> = required.determining.iter().take(MOST).map(|index| format!("[{index}]")).collect();
    by.extend(and_more(required.determining.len()));
    let by = if by.is_empty() { String::new() } else { format!("  by {}", by.join(" ")) };
    format!("{}  {}{by}", name(&required.kind), paint::resolution(required.resolution))
}

/// Paths hold keys of the payload.
const PATH_LIMIT: usize = 200;

fn of_path(path: &str) -> String {
    visible(path, PATH_LIMIT)
}
