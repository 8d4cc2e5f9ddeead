//! One analysis object.

use super::keys::{Key, KeySet};
use super::reader::{Expecting, Place, Reader};
use super::scalar::{AN_ARRAY, AnyScalar, Scalar, of_text, scalars};
use super::{A_TIME, AN_ANALYSIS};
use crate::error::{Error, ErrorCode, WordError};
use crate::excerpt::Quoted;
use crate::json;
use crate::sighting::Sighting;
use crate::time_text;
use crate::times;
use alloc::borrow::Cow;
use alloc::format;
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
    fn misshapen<T, E: serde::de::Error>(self, found: &str) -> Result<T, E> {
        Err(self.reader.misshapen(self.place, found))
    }
}

impl<'a> Visitor<'a> for Element<'_, 'a> {
    type Value = Sighting<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(AN_ANALYSIS)
    }

    scalars!(Sighting<'a>, misshapen);

    fn visit_unit<E: serde::de::Error>(self) -> Result<Sighting<'a>, E> {
        self.misshapen("null")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, _: A) -> Result<Sighting<'a>, A::Error> {
        self.misshapen(AN_ARRAY)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Sighting<'a>, A::Error> {
        let Element { reader, place } = self;
        let mut fields = Fields { sighting: Sighting::new(), other_id: None };
        let mut keys = KeySet::default();
        let index = reader.expecting.index();
        while let Some(key) = map.next_key::<Key>()? {
            if matches!(key, Key::Other | Key::SystemResolution) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            if !keys.insert(key) {
                return Err(reader.repeated(place, key));
            }
            let read = if matches!(key, Key::Analyses | Key::TimeUpdated) {
                let raw: &'a RawValue = map.next_value()?;
                fields.take_raw(key, raw.get(), reader.text, place)
            } else {
                reader.expecting = Expecting::Field(index, key);
                fields.take(key, map.next_value_seed(AnyScalar)?, place)
            };
            reader.accept(read)?;
        }
        reader.accept(fields.sighting(place))
    }
}

/// What is known of an analysis so far.
struct Fields<'a> {
    sighting: Sighting<'a>,
    other_id: Option<Cow<'a, str>>,
}

impl<'a> Fields<'a> {
    /// Takes the value of a key of which the text counts, as it stands in `payload`.
    fn take_raw(&mut self, key: Key, raw: &'a str, payload: &str, place: &Place<'_>) -> Result<(), Error> {
        if key == Key::Analyses {
            return no_analyses(raw, place);
        }
        self.sighting.time_updated = time(payload, raw, place)?;
        Ok(())
    }

    /// Takes the value of any other key.
    fn take(&mut self, key: Key, value: Scalar<'a>, place: &Place<'_>) -> Result<(), Error> {
        let sighting = &mut self.sighting;
        let text = match value {
            Scalar::Text(text) => text,
            Scalar::Null => return Ok(()),
            Scalar::Wrong(found) => return Err(Reader::mistyped(place, key).with_found(found)),
        };
        match key {
            Key::AnalyseId => sighting.analyse_id = Some(name(text, place, key)?),
            Key::AnalysisId => self.other_id = Some(name(text, place, key)?),
            Key::FolderId => sighting.folder_id = Some(name(text, place, key)?),
            Key::GroupId => sighting.group_id = Some(name(text, place, key)?),
            Key::Type => sighting.kind = Some(name(text, place, key)?),
            Key::State => sighting.state = Some(word(&text, place, key)?),
            Key::ResolutionStatus => sighting.resolution_status = Some(word(&text, place, key)?),
            _ => sighting.resolution = Some(word(&text, place, key)?),
        }
        Ok(())
    }

    /// With the one id that both keys name.
    fn sighting(mut self, place: &Place<'_>) -> Result<Sighting<'a>, Error> {
        match (&self.sighting.analyse_id, self.other_id) {
            (Some(id), Some(other)) if *id != other => {
                let expected = format!("analysis_id to be the analyse_id {}", Quoted(id));
                Err(Error::new(ErrorCode::ConflictingIds, place.key(Key::AnalysisId), expected).with_found(&other))
            }
            (None, Some(other)) => {
                self.sighting.analyse_id = Some(other);
                Ok(self.sighting)
            }
            _ => Ok(self.sighting),
        }
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
            Scalar::Wrong(found) => return Err(Reader::mistyped(place, key).with_found(found)),
        }
    };
    match time {
        Some(time) if times::in_range(time) => Ok(Some(time)),
        Some(_) => Err(times::out_of_range(place.key(key)).with_found(&found)),
        None => Err(Error::new(ErrorCode::InvalidTime, place.key(key), A_TIME).with_found(&found)),
    }
}
