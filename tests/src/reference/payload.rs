//! Section 5: the shapes of a payload.

use super::Refusal;
use super::json::Value;
use super::object::{self, Object};
use super::sighting::Sighting;
use super::text::encode;
use super::words::{ANALYSIS_STATE, FAILED, FOLDER_STATUS, PROCESSING, RESOLUTION, Word, type_name};

const FOLDER_KEYS: [&str; 5] = ["analyses", "folder_id", "resolution_status", "system_resolution", "state"];

/// What a payload says.
#[derive(Debug, Clone, Default)]
pub struct Payload {
    /// The folder's id, from wherever it stands.
    pub folder_id: Option<String>,
    /// The claimed folder status.
    pub claimed_status: Option<Word>,
    /// The claimed system resolution.
    pub claimed_resolution: Option<Word>,
    /// The callback's own state where it joins: PROCESSING or FAILED.
    pub callback: Option<Word>,
    /// The sightings in their order.
    pub sightings: Vec<Sighting>,
}

/// Reads a payload of any shape.
pub fn read(bytes: &[u8]) -> Result<Payload, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::new("invalid_utf8", ""))?;
    let value = Value::parse(text).ok_or_else(|| Refusal::new("invalid_json", ""))?;

    let mut payload = if let Some(elements) = value.elements() {
        Payload { sightings: read_array(&elements)?, ..Payload::default() }
    } else if let Some(entries) = object::entries(value) {
        read_object(value, &entries?)?
    } else {
        return Err(Refusal::new("wrong_shape", ""));
    };

    for sighting in &payload.sightings {
        let Some(theirs) = &sighting.folder_id else {
            continue;
        };
        if payload.folder_id.as_ref().is_some_and(|ours| ours != theirs) {
            let path = format!("{}.folder_id", sighting.path);
            return Err(Refusal::new("conflicting_folders", path));
        }
        payload.folder_id = Some(theirs.clone());
    }
    Ok(payload)
}

fn read_object(value: Value<'_>, entries: &[(String, Value<'_>)]) -> Result<Payload, Refusal> {
    // the shape itself hangs on this key, whatever its values
    if entries.iter().filter(|(key, _)| key == "analyses").count() > 1 {
        return Err(Refusal::new("duplicate_key", "analyses"));
    }
    let has = |names: &[&str]| entries.iter().any(|(key, value)| names.contains(&key.as_str()) && !value.is_null());
    if !has(&["analyses"]) && has(&["analyse_id", "analysis_id"]) {
        return Ok(Payload { sightings: vec![Sighting::read(value, 0, "analyses[0]", None)?], ..Payload::default() });
    }

    let folder = Object::of(entries, "", &FOLDER_KEYS)?;
    let analyses = folder.get("analyses").ok_or_else(|| Refusal::new("missing_analyses", "analyses"))?;
    let sightings = if let Some(elements) = analyses.elements() {
        read_array(&elements)?
    } else if let Some(keyed) = object::entries(analyses) {
        read_keyed(&keyed?)?
    } else {
        return Err(Refusal::new("wrong_type", "analyses"));
    };
    Ok(Payload {
        folder_id: folder.get_name("folder_id")?,
        claimed_status: folder.get_word("resolution_status", &FOLDER_STATUS)?,
        claimed_resolution: folder.get_word("system_resolution", &RESOLUTION)?,
        callback: folder.get_word("state", &ANALYSIS_STATE)?.filter(|word| [PROCESSING, FAILED].contains(word)),
        sightings,
    })
}

fn read_array(elements: &[Value<'_>]) -> Result<Vec<Sighting>, Refusal> {
    let mut sightings = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let path = format!("analyses[{index}]");
        sightings.push(Sighting::read(*element, index, &path, None)?);
    }
    Ok(sightings)
}

fn read_keyed(keyed: &[(String, Value<'_>)]) -> Result<Vec<Sighting>, Refusal> {
    if keyed.is_empty() {
        return Err(Refusal::new("missing_analyses", "analyses"));
    }
    let mut sightings = Vec::new();
    let mut types = Vec::new();
    for (index, (key, value)) in keyed.iter().enumerate() {
        let path = format!("analyses[{}]", encode(key));
        if key.is_empty() {
            return Err(Refusal::new("empty_name", path));
        }
        let key_type = type_name(key);
        if types.contains(&key_type) {
            return Err(Refusal::new("duplicate_key", path));
        }
        sightings.push(Sighting::read(*value, index, &path, Some(&key_type))?);
        types.push(key_type);
    }
    Ok(sightings)
}
