//! R3 to R7: groups, the roll-up of a folder, and its decision.

use super::lattice::{badness, decide, folder_status, group_result, join};
use super::merge::{Analysis, is_possibly_last};
use super::words::{INITIAL, OPERATOR_REQUIRED, PROCESSING, Word};

/// A group of analyses.
#[derive(Debug, Clone)]
pub struct Group<'a> {
    /// Its id; none for the unnamed group.
    pub id: Option<&'a str>,
    /// Its analyses, by their first sighting.
    pub analyses: Vec<&'a Analysis>,
    /// R2.
    pub resolution: Word,
    /// Its finish time: none if it runs or the time is unknown.
    pub time: Option<i64>,
}

/// The groups of some analyses, by the first of each.
pub fn groups<'a>(analyses: &[&'a Analysis]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for analysis in analyses {
        let id = analysis.group_id.as_deref();
        if groups.iter().any(|group| group.id == id) {
            continue;
        }
        let members: Vec<&Analysis> =
            analyses.iter().copied().filter(|other| other.group_id == analysis.group_id).collect();
        let resolution = result(&members);
        let times: Option<Vec<i64>> = members.iter().map(|member| member.time).collect();
        let place_unknown = id.is_none() && members.len() < analyses.len();
        groups.push(Group {
            id,
            resolution,
            time: times
                .filter(|_| resolution != PROCESSING && !place_unknown)
                .and_then(|times| times.into_iter().max()),
            analyses: members,
        });
    }
    groups
}

fn result(analyses: &[&Analysis]) -> Word {
    let words: Vec<Word> = analyses.iter().map(|analysis| analysis.resolution).collect();
    group_result(&words)
}

/// R4 and R5 of some analyses.
#[derive(Debug, Clone)]
pub struct RollUp<'a> {
    /// The groups.
    pub groups: Vec<Group<'a>>,
    /// L, the last-finished groups.
    pub last: Vec<Group<'a>>,
    /// R4, with the callback's state.
    pub resolution: Word,
    /// R5.
    pub determining: Vec<&'a Analysis>,
    /// Whether something is in progress.
    pub runs: bool,
}

impl RollUp<'_> {
    /// Whether an analysis stands in L.
    pub fn is_last(&self, analysis: &Analysis) -> bool {
        self.last.iter().any(|group| group.analyses.iter().any(|one| one.index == analysis.index))
    }
}

/// R4 and R5. `callback` is the callback's own PROCESSING or FAILED.
pub fn roll_up<'a>(analyses: &[&'a Analysis], callback: Option<Word>) -> RollUp<'a> {
    let groups = groups(analyses);
    let runs = callback == Some(PROCESSING) || analyses.iter().any(|analysis| analysis.resolution == PROCESSING);

    let times: Vec<Option<i64>> = groups.iter().map(|group| group.time).collect();
    let last: Vec<Group<'a>> =
        groups.iter().filter(|group| !runs && is_possibly_last(group.time, &times)).cloned().collect();

    let mut resolution = if analyses.is_empty() {
        INITIAL
    } else if runs {
        PROCESSING
    } else {
        let results: Vec<Word> = last.iter().map(|group| group.resolution).collect();
        group_result(&results)
    };
    if let Some(state) = callback {
        resolution = join(resolution, state);
    }

    let in_last =
        |analysis: &Analysis| last.iter().any(|group| group.analyses.iter().any(|one| one.index == analysis.index));
    let determining = analyses
        .iter()
        .copied()
        .filter(|analysis| analysis.resolution == resolution && (runs || in_last(analysis)))
        .collect();
    RollUp { groups, last, resolution, determining, runs }
}

/// R3, with the callback's state.
pub fn status(analyses: &[&Analysis], callback: Option<Word>) -> Word {
    let mut joined = result(analyses);
    if let Some(state) = callback {
        joined = join(joined, state);
    }
    folder_status(joined)
}

/// What R7 says of one required type.
#[derive(Debug, Clone)]
pub struct Requirement<'a> {
    /// The type.
    pub kind: &'a str,
    /// Whether no analysis is of it.
    pub missing: bool,
    /// R4 of the restricted folder; INITIAL if missing.
    pub resolution: Word,
    /// R5 in the restricted folder.
    pub determining: Vec<&'a Analysis>,
}

/// The required types, each in its restricted folder.
pub fn requirements<'a>(
    analyses: &[&'a Analysis],
    callback: Option<Word>,
    require: &'a [String],
) -> Vec<Requirement<'a>> {
    require
        .iter()
        .map(|kind| {
            let restricted: Vec<&Analysis> =
                analyses.iter().copied().filter(|analysis| analysis.kind.as_ref() == Some(kind)).collect();
            let rolled = roll_up(&restricted, callback);
            Requirement {
                kind,
                missing: restricted.is_empty(),
                resolution: rolled.resolution,
                determining: rolled.determining,
            }
        })
        .collect()
}

/// R7.
pub fn decision(analyses: &[&Analysis], rolled: &RollUp<'_>, requirements: &[Requirement<'_>]) -> Word {
    let mut r = rolled.resolution;
    for requirement in requirements {
        if !requirement.missing {
            r = join(r, requirement.resolution);
        }
    }
    for analysis in analyses {
        if analysis.kind.is_none() && !requirements.is_empty() {
            r = join(r, analysis.resolution);
        }
        let required = requirements.iter().any(|requirement| analysis.kind.as_deref() == Some(requirement.kind));
        if is_hidden(analysis, rolled) && !required {
            r = join(r, OPERATOR_REQUIRED);
        }
    }
    let missing = requirements.iter().any(|requirement| requirement.missing);
    match decide(r) {
        "ACCEPT" | "REVIEW" if missing => "WAIT",
        decision => decision,
    }
}

/// Whether an analysis outside L is worse than the system resolution.
pub fn is_hidden(analysis: &Analysis, rolled: &RollUp<'_>) -> bool {
    !rolled.is_last(analysis) && badness(analysis.resolution) > badness(rolled.resolution)
}
