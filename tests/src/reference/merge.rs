//! R8: sightings with the same analysis id are one analysis.

use super::Refusal;
use super::lattice::{group_result, meet};
use super::sighting::Sighting;
use super::words::Word;

/// An analysis, after R8.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The index of its first sighting.
    pub index: usize,
    /// The path of its first sighting.
    pub path: String,
    /// Its id.
    pub id: Option<String>,
    /// Its group's id.
    pub group_id: Option<String>,
    /// Its type.
    pub kind: Option<String>,
    /// The worst of the sightings that count.
    pub resolution: Word,
    /// The best of the sightings that count.
    pub best_counting: Word,
    /// The worst ended sighting that does not count.
    pub worst_replaced: Option<Word>,
    /// Its time, in microseconds.
    pub time: Option<i64>,
}

/// The analyses of a folder, by their first sighting.
pub fn merge(sightings: &[Sighting]) -> Result<Vec<Analysis>, Refusal> {
    let mut analyses = Vec::new();
    for first in sightings {
        let same: Vec<&Sighting> = match &first.id {
            None => vec![first],
            Some(id) => sightings.iter().filter(|other| other.id.as_ref() == Some(id)).collect(),
        };
        if same[0].index == first.index {
            analyses.push(merge_one(&same)?);
        }
    }
    Ok(analyses)
}

fn merge_one(sightings: &[&Sighting]) -> Result<Analysis, Refusal> {
    let (running, ended): (Vec<&Sighting>, Vec<&Sighting>) = sightings.iter().partition(|sighting| sighting.runs());

    let running_that_count: Vec<&Sighting> =
        running.into_iter().filter(|running| ended.iter().all(|ended| started_again(running, ended))).collect();
    let (counting, replaced) = if running_that_count.is_empty() {
        let times: Vec<Option<i64>> = ended.iter().map(|sighting| sighting.time).collect();
        ended.into_iter().partition(|sighting| is_possibly_last(sighting.time, &times))
    } else {
        (running_that_count, ended)
    };

    let words = |some: &[&Sighting]| some.iter().map(|one| one.resolution).collect::<Vec<Word>>();
    let times: Option<Vec<i64>> = counting.iter().map(|sighting| sighting.time).collect();
    let first = sightings[0];
    Ok(Analysis {
        index: first.index,
        path: first.path.clone(),
        id: first.id.clone(),
        group_id: agreed(sightings, |one| one.group_id.as_ref(), "group_id", "conflicting_groups")?,
        kind: agreed(sightings, |one| one.kind.as_ref(), "type", "conflicting_types")?,
        resolution: group_result(&words(&counting)),
        best_counting: words(&counting).into_iter().reduce(meet).unwrap_or(first.resolution),
        worst_replaced: (!replaced.is_empty()).then(|| group_result(&words(&replaced))),
        time: times.and_then(|times| times.into_iter().max()),
    })
}

fn started_again(running: &Sighting, ended: &Sighting) -> bool {
    matches!((running.time, ended.time), (Some(running), Some(ended)) if running > ended)
}

/// Whether an item of this time is possibly the last among items of those times.
pub fn is_possibly_last(time: Option<i64>, times: &[Option<i64>]) -> bool {
    time.is_none() || times.iter().flatten().max() == time.as_ref()
}

fn agreed(
    sightings: &[&Sighting],
    field: impl Fn(&Sighting) -> Option<&String>,
    key: &str,
    code: &'static str,
) -> Result<Option<String>, Refusal> {
    let mut agreed = None;
    for sighting in sightings {
        let Some(name) = field(sighting) else {
            continue;
        };
        if agreed.is_some() && agreed != Some(name) {
            return Err(Refusal::new(code, format!("{}.{key}", sighting.path)));
        }
        agreed = Some(name);
    }
    Ok(agreed.cloned())
}
