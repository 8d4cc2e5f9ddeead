//! The object or array that is the payload.

use super::ANALYSES;
use super::analysis::{Element, name, word};
use super::keys::{Key, KeySet, Name};
use super::reader::{Expecting, Place, Reader};
use super::scalar::{Scalar, of_text, scalars};
use crate::error::{Error, ErrorCode};
use crate::excerpt::Quoted;
use crate::json;
use crate::names::Names;
use crate::sighting::Claims;
use crate::types::canonical_type;
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

const WITH_ANALYSES: &str = "the folder with its analyses (ask for it with ?with_analyses=true)";

/// The object that is the payload: tells whether it is a lone analysis, which is then still to be read.
pub(super) struct TopLevel<'r, 'a>(pub(super) &'r mut Reader<'a>);

/// The keys of a folder, judged once it is known to be one.
#[derive(Default)]
struct FolderFields<'a> {
    folder_id: Option<&'a str>,
    resolution_status: Option<&'a str>,
    system_resolution: Option<&'a str>,
    state: Option<&'a str>,
    repeated: Option<Key>,
}

impl<'a> FolderFields<'a> {
    fn field(&mut self, key: Key) -> Option<&mut Option<&'a str>> {
        match key {
            Key::FolderId => Some(&mut self.folder_id),
            Key::ResolutionStatus => Some(&mut self.resolution_status),
            Key::SystemResolution => Some(&mut self.system_resolution),
            Key::State => Some(&mut self.state),
            _ => None,
        }
    }

    fn claims(&self, text: &str) -> Result<Claims<'a>, Error> {
        if let Some(key) = self.repeated {
            let path = Place::Folder.key(key);
            return Err(Error::new(ErrorCode::DuplicateKey, path, "every key once").with_found(key.as_str()));
        }
        let place = &Place::Folder;
        let read = |raw: Option<&'a str>, key: Key| -> Result<Option<Cow<'a, str>>, Error> {
            let Some(raw) = raw else { return Ok(None) };
            match of_text(raw).map_err(|error| json::malformed_within(text, raw, &error))? {
                Scalar::Null => Ok(None),
                Scalar::Text(text) => Ok(Some(text)),
                Scalar::Wrong(found) => Err(Reader::mistyped(place, key).with_found(found)),
            }
        };
        let folder_id = read(self.folder_id, Key::FolderId)?;
        let folder_status = read(self.resolution_status, Key::ResolutionStatus)?;
        let system_resolution = read(self.system_resolution, Key::SystemResolution)?;
        let state = read(self.state, Key::State)?;
        Ok(Claims {
            folder_id: folder_id.map(|id| name(id, place, Key::FolderId)).transpose()?,
            folder_status: folder_status.map(|text| word(&text, place, Key::ResolutionStatus)).transpose()?,
            system_resolution: system_resolution.map(|text| word(&text, place, Key::SystemResolution)).transpose()?,
            state: state.map(|text| word(&text, place, Key::State)).transpose()?,
        })
    }
}

impl TopLevel<'_, '_> {
    fn misshapen<E: serde::de::Error>(self, found: &str) -> Result<bool, E> {
        Err(self.0.refuse(Error::new(ErrorCode::WrongShape, "", super::A_PAYLOAD).with_found(found)))
    }
}

impl<'a> Visitor<'a> for TopLevel<'_, 'a> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(super::A_PAYLOAD)
    }

    scalars!(bool, misshapen);

    fn visit_unit<E: serde::de::Error>(self) -> Result<bool, E> {
        self.misshapen("null")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, seq: A) -> Result<bool, A::Error> {
        elements(self.0, seq).map(|()| false)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<bool, A::Error> {
        let reader = self.0;
        let mut fields = FolderFields::default();
        let mut keys = KeySet::default();
        let (mut analyses, mut has_id) = (Found::Null, false);
        while let Some(key) = map.next_key::<Key>()? {
            let is_new = keys.insert(key);
            match key {
                Key::Analyses if is_new => {
                    reader.expecting = Expecting::Analyses;
                    analyses = map.next_value_seed(Analyses(reader))?;
                }
                Key::Analyses => return Err(reader.repeated(&Place::Folder, key)),
                Key::AnalyseId | Key::AnalysisId => has_id |= map.next_value::<&'a RawValue>()?.get() != "null",
                _ => match fields.field(key) {
                    Some(field) => {
                        *field = Some(map.next_value::<&'a RawValue>()?.get());
                        if !is_new {
                            fields.repeated = Some(key);
                        }
                    }
                    None => {
                        map.next_value::<IgnoredAny>()?;
                    }
                },
            }
        }
        match analyses {
            Found::Analyses => {
                let claimed = fields.claims(reader.text).and_then(|claims| reader.folder.claim(claims));
                reader.accept(claimed).map(|()| false)
            }
            Found::Null if has_id => Ok(true),
            _ => Err(reader.refuse(Error::new(ErrorCode::MissingAnalyses, "analyses", WITH_ANALYSES))),
        }
    }
}

/// What the key `analyses` holds.
enum Found {
    Null,
    EmptyObject,
    Analyses,
}

/// The value of `analyses`.
struct Analyses<'r, 'a>(&'r mut Reader<'a>);

impl<'a> DeserializeSeed<'a> for Analyses<'_, 'a> {
    type Value = Found;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Analyses<'_, '_> {
    fn mistyped<E: serde::de::Error>(self, found: &str) -> Result<Found, E> {
        Err(self.0.refuse(Reader::mistyped(&Place::Folder, Key::Analyses).with_found(found)))
    }
}

impl<'a> Visitor<'a> for Analyses<'_, 'a> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ANALYSES)
    }

    scalars!(Found, mistyped);

    fn visit_unit<E>(self) -> Result<Found, E> {
        Ok(Found::Null)
    }

    fn visit_seq<A: SeqAccess<'a>>(self, seq: A) -> Result<Found, A::Error> {
        elements(self.0, seq).map(|()| Found::Analyses)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Found, A::Error> {
        let reader = self.0;
        let mut types = Names::default();
        while let Some(Name(key)) = map.next_key::<Name<'a>>()? {
            let place = Place::Key(&key);
            let kind = canonical_type(key.clone());
            let refused = if key.is_empty() {
                Some(Error::new(ErrorCode::EmptyName, place.path(), "an analysis type as key"))
            } else if types.number(&kind).is_some() || types.number_or_insert(kind.clone()).is_none() {
                Some(Error::new(ErrorCode::DuplicateKey, place.path(), "every type once, aliases resolved"))
            } else {
                None
            };
            if let Some(error) = refused {
                return Err(reader.refuse(error.with_found(&key)));
            }
            reader.expecting = Expecting::Element(reader.folder.sightings());
            reader.keyed = Some(String::from(&*key));
            let mut sighting = map.next_value_seed(Element { reader, place: &place })?;
            let observed = match sighting.kind.replace(kind.clone()) {
                Some(own) if canonical_type(own.clone()) != kind => {
                    let expected = format!("the type {} of its key", Quoted(&kind));
                    Err(Error::new(ErrorCode::ConflictingTypes, place.key(Key::Type), expected).with_found(&own))
                }
                _ => reader.folder.observe_at(place.path(), sighting),
            };
            reader.accept(observed)?;
        }
        Ok(if types.len() == 0 { Found::EmptyObject } else { Found::Analyses })
    }
}

/// An array of analyses.
fn elements<'a, A: SeqAccess<'a>>(reader: &mut Reader<'a>, mut seq: A) -> Result<(), A::Error> {
    loop {
        let index = reader.folder.sightings();
        reader.expecting = Expecting::Element(index);
        let place = Place::Index(index);
        let Some(sighting) = seq.next_element_seed(Element { reader, place: &place })? else {
            return Ok(());
        };
        let observed = reader.folder.observe(sighting);
        reader.accept(observed)?;
    }
}
