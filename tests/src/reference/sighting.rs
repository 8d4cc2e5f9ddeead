//! One analysis as one payload element shows it, and R1.

use super::Refusal;
use super::json::Value;
use super::lattice::{group_result, meet};
use super::object::{self, Object};
use super::words::{ANALYSIS_RESOLUTION, ANALYSIS_STATE, FAILED, FINISHED, PROCESSING, SUCCESS, Word, type_name};

const KEYS: [&str; 10] = [
    "analyse_id",
    "analysis_id",
    "folder_id",
    "group_id",
    "type",
    "state",
    "resolution_status",
    "resolution",
    "time_updated",
    "analyses",
];

/// A sighting of an analysis.
#[derive(Debug, Clone)]
pub struct Sighting {
    /// Its place among the sightings of the payload.
    pub index: usize,
    /// Its path.
    pub path: String,
    /// The analysis's id.
    pub id: Option<String>,
    /// The folder's id.
    pub folder_id: Option<String>,
    /// The group's id.
    pub group_id: Option<String>,
    /// The analysis's type, upper case, aliases resolved.
    pub kind: Option<String>,
    /// Its state.
    pub state: Option<Word>,
    /// The outcome words present: none, one or two.
    pub outcomes: Vec<Word>,
    /// R1.
    pub resolution: Word,
    /// Its `time_updated`, in microseconds.
    pub time: Option<i64>,
}

impl Sighting {
    /// Reads an element; `key_type` is the key's type in the keyed form.
    pub fn read(value: Value<'_>, index: usize, path: &str, key_type: Option<&str>) -> Result<Self, Refusal> {
        let entries = object::entries(value).ok_or_else(|| Refusal::new("wrong_shape", path))??;
        let object = Object::of(&entries, path, &KEYS)?;
        if object.get("analyses").is_some() {
            return Err(Refusal::new("wrong_shape", object.path_of("analyses")));
        }

        let analyse_id = object.get_name("analyse_id")?;
        let analysis_id = object.get_name("analysis_id")?;
        if analyse_id.is_some() && analysis_id.is_some() && analyse_id != analysis_id {
            let path = object.path_of("analysis_id");
            return Err(Refusal::new("conflicting_ids", path));
        }

        let own_type = object.get_name("type")?.map(|name| type_name(&name));
        if let (Some(own), Some(key)) = (own_type.as_deref(), key_type)
            && own != key
        {
            return Err(Refusal::new("conflicting_types", object.path_of("type")));
        }

        let state = object.get_word("state", &ANALYSIS_STATE)?;
        let mut outcomes = Vec::new();
        outcomes.extend(object.get_word("resolution_status", &ANALYSIS_RESOLUTION)?);
        outcomes.extend(object.get_word("resolution", &ANALYSIS_RESOLUTION)?);
        if outcomes.is_empty() && state != Some(PROCESSING) && state != Some(FAILED) {
            return Err(Refusal::new("missing_outcome", path));
        }

        Ok(Sighting {
            index,
            path: path.to_string(),
            id: analyse_id.or(analysis_id),
            folder_id: object.get_name("folder_id")?,
            group_id: object.get_name("group_id")?,
            kind: own_type.or_else(|| key_type.map(str::to_string)),
            state,
            resolution: r1(state, &outcomes),
            outcomes,
            time: object.get_time("time_updated")?,
        })
    }

    /// Whether it shows the analysis in progress.
    pub fn runs(&self) -> bool {
        self.resolution == PROCESSING
    }

    /// Whether its fields contradict each other (`state_resolution_mismatch`).
    pub fn is_contradictory(&self) -> bool {
        let differ = self.outcomes.iter().any(|word| *word != self.outcomes[0]);
        let unfit = self.outcomes.iter().any(|word| !fits(self.state, word));
        differ || unfit
    }

    /// The best outcome word present.
    pub fn best_outcome(&self) -> Option<Word> {
        self.outcomes.iter().copied().reduce(meet)
    }
}

fn r1(state: Option<Word>, outcomes: &[Word]) -> Word {
    let mut present = outcomes.to_vec();
    present.extend(state.map(|word| if word == FINISHED { SUCCESS } else { word }));
    group_result(&present)
}

fn fits(state: Option<Word>, outcome: Word) -> bool {
    match state {
        None => true,
        Some(FINISHED) => outcome != PROCESSING && outcome != FAILED,
        Some(running_or_failed) => outcome == running_or_failed,
    }
}
