//! One analysis object.

use super::keys::{Key, KeySet};
use super::reader::{Expecting, Place, Reader};
use super::scalar::{AN_ARRAY, AnyScalar, Scalar, of_text, scalars};
use super::{A_TIME, AN_ANALYSIS};
use crate::error::{Error, ErrorCode, WordError};
use crate::json;
use crate::sighting::Sighting;
use crate::time_text;
use crate::times;
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Reads one analysis.
pub(super) struct Element<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) place: &'r Place<'r>,
}

impl<'a> DeserializeSeed<'a> for Element<'_, 'a> {
    type Value = Sighting<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Sighting<'a>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Element<'_, '_> {
    fn misshapen<T, E: serde::de::Error>(self, found: String) -> Result<T, E> {
        Err(self.reader.misshapen(self.place, &found))
    }
}

impl<'a> Visitor<'a> for Element<'_, 'a> {
    type Value = Sighting<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(AN_ANALYSIS)
    }

    scalars!(Sighting<'a>, misshapen);

    fn visit_str<E: serde::de::Error>(self, found: &str) -> Result<Sighting<'a>, E> {
        self.misshapen(json::quoted(found))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Sighting<'a>, E> {
        self.misshapen(String::from("null"))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, _: A) -> Result<Sighting<'a>, A::Error> {
        self.misshapen(String::from(AN_ARRAY))
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Sighting<'a>, A::Error> {
        let Element { reader, place } = self;
        let mut sighting = Sighting::new();
        let mut other_id = None;
        let mut keys = KeySet::default();
        while let Some(key) = map.next_key::<Key>()? {
            if matches!(key, Key::Other | Key::SystemResolution) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            if !keys.insert(key) {
                return Err(reader.repeated(place, key));
            }
            if matches!(key, Key::Analyses | Key::TimeUpdated) {
                let raw: &'a RawValue = map.next_value()?;
                let read = match key {
                    Key::TimeUpdated => time(reader.text, raw.get(), place).map(|time| sighting.time_updated = time),
                    _ => no_analyses(raw.get(), place),
                };
                reader.accept(read)?;
                continue;
            }
            reader.expecting = Expecting::Field(key);
            let text = match map.next_value_seed(AnyScalar)? {
                Scalar::Text(text) => text,
                Scalar::Null => continue,
                Scalar::Wrong(found) => return Err(reader.refuse(Reader::mistyped(place, key).with_found(&found))),
            };
            let read = match key {
                Key::AnalyseId => name(text, place, key).map(|id| sighting.analyse_id = Some(id)),
                Key::AnalysisId => name(text, place, key).map(|id| other_id = Some(id)),
                Key::FolderId => name(text, place, key).map(|id| sighting.folder_id = Some(id)),
                Key::GroupId => name(text, place, key).map(|id| sighting.group_id = Some(id)),
                Key::Type => name(text, place, key).map(|kind| sighting.kind = Some(kind)),
                Key::State => word(&text, place, key).map(|state| sighting.state = Some(state)),
                Key::ResolutionStatus => word(&text, place, key).map(|word| sighting.resolution_status = Some(word)),
                _ => word(&text, place, key).map(|word| sighting.resolution = Some(word)),
            };
            reader.accept(read)?;
        }
        let id = one_id(sighting.analyse_id.take(), other_id, place);
        sighting.analyse_id = reader.accept(id)?;
        Ok(sighting)
    }
}

/// A name that is not empty.
pub(super) fn name<'a>(text: Cow<'a, str>, place: &Place<'_>, key: Key) -> Result<Cow<'a, str>, Error> {
    if text.is_empty() {
        return Err(Error::new(ErrorCode::EmptyName, place.key(key), "a name").with_found(""));
    }
    Ok(text)
}

/// A word of the vocabulary asked for.
pub(super) fn word<W: FromStr<Err = WordError>>(text: &str, place: &Place<'_>, key: Key) -> Result<W, Error> {
    text.parse().map_err(|error| Error::word(place.key(key), &error))
}

fn one_id<'a>(
    id: Option<Cow<'a, str>>,
    other: Option<Cow<'a, str>>,
    place: &Place<'_>,
) -> Result<Option<Cow<'a, str>>, Error> {
    match (id, other) {
        (Some(id), Some(other)) if id != other => {
            let expected = format!("analysis_id to be the analyse_id {:?}", crate::excerpt::cut(&id));
            Err(Error::new(ErrorCode::ConflictingIds, place.key(Key::AnalysisId), expected).with_found(&other))
        }
        (id, other) => Ok(id.or(other)),
    }
}

fn no_analyses(raw: &str, place: &Place<'_>) -> Result<(), Error> {
    if raw == "null" {
        return Ok(());
    }
    Err(Error::new(ErrorCode::WrongShape, place.key(Key::Analyses), "no analyses within an analysis").with_found(raw))
}

fn time(text: &str, raw: &str, place: &Place<'_>) -> Result<Option<i64>, Error> {
    let key = Key::TimeUpdated;
    let (time, found) = if raw.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
        (Some(time_text::of_number(raw)), Cow::Borrowed(raw))
    } else {
        match of_text(raw).map_err(|error| json::malformed_within(text, raw, &error))? {
            Scalar::Null => return Ok(None),
            Scalar::Text(text) => (time_text::of_string(&text), text),
            Scalar::Wrong(found) => return Err(Reader::mistyped(place, key).with_found(&found)),
        }
    };
    match time {
        Some(time) if times::in_range(time) => Ok(Some(time)),
        Some(_) => Err(times::out_of_range(place.key(key)).with_found(&found)),
        None => Err(Error::new(ErrorCode::InvalidTime, place.key(key), A_TIME).with_found(&found)),
    }
}
