//! Reading payloads (section 5): the four shapes, and nothing that is not asked for.

use crate::error::{Error, ErrorCode};
use crate::folder::Folder;
use crate::json::{self, Kind, Value};
use crate::options::Options;
use crate::sighting::{Claims, Sighting};
use crate::time_text;
use crate::times;
use crate::types::canonical_type;
use crate::verdict::Verdict;
use crate::vocabulary::{AnalysisResolution, AnalysisState, FolderStatus, Resolution};
use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

const AN_ANALYSIS: &str = "an analysis object";
const A_PAYLOAD: &str = "a folder object, an array of analyses, an analysis object or a Web SDK callback";
const ANALYSES: &str = "an array of analyses, or an object of analyses keyed by type";
const WITH_ANALYSES: &str = "the folder with its analyses (ask for it with ?with_analyses=true)";

/// The verdict on a payload: a folder, an array of analyses, one analysis, or a Web SDK callback, as UTF-8 JSON text.
///
/// One pass over the text; what is not needed is checked and skipped without being built, at any depth.
///
/// # Errors
/// Whatever cannot be judged is refused, never guessed: see [`ErrorCode`].
///
/// ```
/// use oz_status::{resolve, Decision, Options};
/// let callback = br#"{"state":"finished","analyses":{"quality":{"state":"finished","resolution":"success"}}}"#;
/// let verdict = resolve(callback, &Options::new().require(["QUALITY"])?)?;
/// assert_eq!(verdict.decision, Decision::Accept);
/// // a folder asked for without its analyses cannot be judged (C6)
/// let error = resolve(br#"{"resolution_status":"FINISHED"}"#, &Options::new()).unwrap_err();
/// assert_eq!(error.code().as_str(), "missing_analyses");
/// # Ok::<(), oz_status::Error>(())
/// ```
pub fn resolve<'a>(payload: &'a [u8], options: &Options) -> Result<Verdict<'a>, Error> {
    Ok(Folder::from_json(payload)?.verdict(options))
}

impl<'a> Folder<'a> {
    /// Reads a payload of any shape; further sightings may follow.
    ///
    /// # Errors
    /// As [`resolve`].
    ///
    /// ```
    /// use oz_status::{Folder, Options, Resolution};
    /// let folder = Folder::from_json(br#"[{"resolution":"DECLINED"}]"#)?;
    /// assert_eq!(folder.verdict(&Options::new()).system_resolution, Resolution::Declined);
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    pub fn from_json(payload: &'a [u8]) -> Result<Folder<'a>, Error> {
        let text = text_of(payload)?;
        let mut reader = Reader { text, folder: Folder::new(), failure: None, expecting: Expecting::Text };
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let read = match text.trim_start_matches([' ', '\t', '\n', '\r']).as_bytes().first() {
            Some(b'{') => deserializer.deserialize_map(TopLevel(&mut reader)).and_then(|()| deserializer.end()),
            Some(b'[') => deserializer.deserialize_seq(Elements(&mut reader)).and_then(|_| deserializer.end()),
            _ => {
                json::check(text).map_err(|error| json::malformed(text, &error))?;
                return Err(Error::new(ErrorCode::WrongShape, "", A_PAYLOAD).with_found(text.trim_ascii()));
            }
        };
        match (reader.failure, read) {
            (Some(failure), _) => Err(failure),
            (None, Err(error)) => Err(reader.expecting.refusal(text, &reader.folder, &error)),
            (None, Ok(())) => Ok(reader.folder),
        }
    }
}

impl Folder<'static> {
    /// Takes one sighting as JSON text: an analysis object, as an answer or webhook has it. The text is not kept.
    ///
    /// # Errors
    /// As [`Folder::observe`] and [`resolve`]; nothing has changed.
    ///
    /// ```
    /// use oz_status::{Decision, Folder, Options};
    /// let mut folder = Folder::new();
    /// folder.observe_json(br#"{"analyse_id":"a1","type":"QUALITY","state":"PROCESSING"}"#)?;
    /// assert!(folder.observe_json(br#"{"analyse_id":"a1","state":"FINISHED"}"#).is_err());
    /// assert_eq!(folder.verdict(&Options::new()).decision, Decision::Wait);
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    pub fn observe_json(&mut self, sighting: &[u8]) -> Result<(), Error> {
        let text = text_of(sighting)?;
        let place = Place::Index(self.sightings());
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let read = if text.trim_ascii_start().starts_with('{') {
            Fields::deserialize(&mut deserializer).and_then(|fields| deserializer.end().map(|()| fields))
        } else {
            json::check(text).map_err(|error| json::malformed(text, &error))?;
            return Err(Error::new(ErrorCode::WrongShape, place.path(), AN_ANALYSIS).with_found(text.trim_ascii()));
        };
        let fields = read.map_err(|error| json::malformed(text, &error))?;
        self.observe(fields.analysis(text, &place)?.into_owned())
    }
}

fn text_of(payload: &[u8]) -> Result<&str, Error> {
    core::str::from_utf8(payload).map_err(|error| {
        let start = error.valid_up_to();
        let wrong = payload.get(start).map_or_else(String::new, |byte| format!("byte 0x{byte:02x} at offset {start}"));
        Error::new(ErrorCode::InvalidUtf8, "", "UTF-8 text").with_found(&wrong)
    })
}

/// The keys that some shape reads.
enum Key {
    Analyses,
    AnalyseId,
    AnalysisId,
    FolderId,
    GroupId,
    Type,
    State,
    ResolutionStatus,
    Resolution,
    TimeUpdated,
    SystemResolution,
    Other,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        struct AnyKey;

        impl Visitor<'_> for AnyKey {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, key: &str) -> Result<Key, E> {
                Ok(match key {
                    "analyses" => Key::Analyses,
                    "analyse_id" => Key::AnalyseId,
                    "analysis_id" => Key::AnalysisId,
                    "folder_id" => Key::FolderId,
                    "group_id" => Key::GroupId,
                    "type" => Key::Type,
                    "state" => Key::State,
                    "resolution_status" => Key::ResolutionStatus,
                    "resolution" => Key::Resolution,
                    "time_updated" => Key::TimeUpdated,
                    "system_resolution" => Key::SystemResolution,
                    _ => Key::Other,
                })
            }
        }

        deserializer.deserialize_str(AnyKey)
    }
}

/// A key's value, if it is there, and whether the key stands twice. Judged once the shape is known.
#[derive(Clone, Copy, Default)]
struct Field<'a> {
    value: Option<Value<'a>>,
    repeated: bool,
}

#[derive(Default)]
struct Fields<'a> {
    analyses: Field<'a>,
    analyse_id: Field<'a>,
    analysis_id: Field<'a>,
    folder_id: Field<'a>,
    group_id: Field<'a>,
    kind: Field<'a>,
    state: Field<'a>,
    resolution_status: Field<'a>,
    resolution: Field<'a>,
    time_updated: Field<'a>,
    system_resolution: Field<'a>,
}

impl<'a> Fields<'a> {
    fn field(&mut self, key: &Key) -> Option<&mut Field<'a>> {
        Some(match key {
            Key::Analyses => &mut self.analyses,
            Key::AnalyseId => &mut self.analyse_id,
            Key::AnalysisId => &mut self.analysis_id,
            Key::FolderId => &mut self.folder_id,
            Key::GroupId => &mut self.group_id,
            Key::Type => &mut self.kind,
            Key::State => &mut self.state,
            Key::ResolutionStatus => &mut self.resolution_status,
            Key::Resolution => &mut self.resolution,
            Key::TimeUpdated => &mut self.time_updated,
            Key::SystemResolution => &mut self.system_resolution,
            Key::Other => return None,
        })
    }

    fn take<A: MapAccess<'a>>(&mut self, key: &Key, map: &mut A) -> Result<(), A::Error> {
        let Some(field) = self.field(key) else {
            return map.next_value::<IgnoredAny>().map(|_| ());
        };
        field.repeated = field.value.is_some();
        field.value = Some(Value::new(map.next_value::<&'a RawValue>()?));
        Ok(())
    }

    /// Whether it carries an analysis id.
    fn is_analysis(&self) -> bool {
        let present = |field: &Field<'_>| field.value.is_some_and(|value| value.kind() != Kind::Null);
        present(&self.analyse_id) || present(&self.analysis_id)
    }

    fn analysis(&self, text: &'a str, place: &Place<'_>) -> Result<Sighting<'a>, Error> {
        let at = Source { text, place };
        if let Some(value) = at.value(&self.analyses, "analyses")? {
            let path = place.key("analyses");
            return Err(
                Error::new(ErrorCode::WrongShape, path, "no analyses within an analysis").with_found(value.text())
            );
        }
        let id = at.string(&self.analyse_id, "analyse_id")?;
        let other_id = at.string(&self.analysis_id, "analysis_id")?;
        if let (Some(id), Some(other)) = (&id, &other_id)
            && id != other
        {
            let expected = format!("analysis_id to be the analyse_id {:?}", crate::excerpt::cut(id));
            return Err(Error::new(ErrorCode::ConflictingIds, place.key("analysis_id"), expected).with_found(other));
        }
        Ok(Sighting {
            analyse_id: id.or(other_id),
            folder_id: at.string(&self.folder_id, "folder_id")?,
            group_id: at.string(&self.group_id, "group_id")?,
            kind: at.string(&self.kind, "type")?,
            state: at.word::<AnalysisState>(&self.state, "state")?,
            resolution_status: at.word::<AnalysisResolution>(&self.resolution_status, "resolution_status")?,
            resolution: at.word::<AnalysisResolution>(&self.resolution, "resolution")?,
            time_updated: at.time(&self.time_updated, "time_updated")?,
        })
    }

    fn claims(&self, text: &'a str) -> Result<Claims<'a>, Error> {
        let at = Source { text, place: &Place::Folder };
        Ok(Claims {
            folder_id: at.string(&self.folder_id, "folder_id")?,
            folder_status: at.word::<FolderStatus>(&self.resolution_status, "resolution_status")?,
            system_resolution: at.word::<Resolution>(&self.system_resolution, "system_resolution")?,
            state: at.word::<AnalysisState>(&self.state, "state")?,
        })
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields<'de>, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(AN_ANALYSIS)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = Fields::default();
                while let Some(key) = map.next_key::<Key>()? {
                    fields.take(&key, &mut map)?;
                }
                Ok(fields)
            }
        }

        deserializer.deserialize_map(Object)
    }
}

/// Where an object stands that is read.
enum Place<'k> {
    Folder,
    Index(usize),
    Key(&'k str),
}

impl Place<'_> {
    fn path(&self) -> String {
        match self {
            Place::Folder => String::new(),
            Place::Index(index) => format!("analyses[{index}]"),
            Place::Key(key) => format!("analyses[{}]", json::quoted(key)),
        }
    }

    fn key(&self, key: &str) -> String {
        match self {
            Place::Folder => key.to_string(),
            _ => format!("{}.{key}", self.path()),
        }
    }
}

/// Reads the fields of one object.
struct Source<'s, 'a> {
    text: &'a str,
    place: &'s Place<'s>,
}

impl<'a> Source<'_, 'a> {
    fn value(&self, field: &Field<'a>, key: &str) -> Result<Option<Value<'a>>, Error> {
        if field.repeated {
            return Err(Error::new(ErrorCode::DuplicateKey, self.place.key(key), "every key once").with_found(key));
        }
        Ok(field.value.filter(|value| value.kind() != Kind::Null))
    }

    fn decoded(&self, value: Value<'a>) -> Result<Cow<'a, str>, Error> {
        value.string().map_err(|error| json::malformed_within(self.text, value.text(), &error))
    }

    fn wrong_type(&self, value: Value<'a>, key: &str, expected: &'static str) -> Error {
        Error::new(ErrorCode::WrongType, self.place.key(key), expected).with_found(value.text())
    }

    fn string(&self, field: &Field<'a>, key: &str) -> Result<Option<Cow<'a, str>>, Error> {
        match self.value(field, key)? {
            None => Ok(None),
            Some(value) if value.kind() == Kind::String => {
                let text = self.decoded(value)?;
                if text.is_empty() {
                    return Err(Error::new(ErrorCode::EmptyName, self.place.key(key), "a name").with_found(""));
                }
                Ok(Some(text))
            }
            Some(value) => Err(self.wrong_type(value, key, "a string")),
        }
    }

    fn word<W: FromStr<Err = crate::WordError>>(&self, field: &Field<'a>, key: &str) -> Result<Option<W>, Error> {
        match self.value(field, key)? {
            None => Ok(None),
            Some(value) if value.kind() == Kind::String => {
                let word = self.decoded(value)?;
                word.parse().map(Some).map_err(|error| Error::word(self.place.key(key), &error))
            }
            Some(value) => Err(self.wrong_type(value, key, "a status word as a string")),
        }
    }

    fn time(&self, field: &Field<'a>, key: &str) -> Result<Option<i64>, Error> {
        const A_TIME: &str = "seconds since 1970 or an RFC 3339 time";
        let Some(value) = self.value(field, key)? else {
            return Ok(None);
        };
        let (time, found) = match value.kind() {
            Kind::Number => (Some(time_text::of_number(value.text())), Cow::Borrowed(value.text())),
            Kind::String => {
                let text = self.decoded(value)?;
                (time_text::of_string(&text), text)
            }
            _ => return Err(self.wrong_type(value, key, A_TIME)),
        };
        let Some(time) = time else {
            return Err(Error::new(ErrorCode::InvalidTime, self.place.key(key), A_TIME).with_found(&found));
        };
        if times::in_range(time) {
            Ok(Some(time))
        } else {
            Err(times::out_of_range(self.place.key(key)).with_found(&found))
        }
    }
}

/// What comes next where the library itself may refuse a number.
enum Expecting {
    Text,
    Analyses,
    Element,
    Keyed(String),
}

impl Expecting {
    fn refusal(&self, text: &str, folder: &Folder<'_>, error: &serde_json::Error) -> Error {
        if !json::is_huge_number(error) {
            return json::malformed(text, error);
        }
        match self {
            Expecting::Text => json::malformed(text, error),
            Expecting::Analyses => Error::new(ErrorCode::WrongType, "analyses", ANALYSES),
            Expecting::Element => {
                Error::new(ErrorCode::WrongShape, Place::Index(folder.sightings()).path(), AN_ANALYSIS)
            }
            Expecting::Keyed(key) => Error::new(ErrorCode::WrongShape, Place::Key(key).path(), AN_ANALYSIS),
        }
    }
}

/// A folder being read. The library's errors have no place for ours, so the first refusal is kept here.
struct Reader<'a> {
    text: &'a str,
    folder: Folder<'a>,
    failure: Option<Error>,
    expecting: Expecting,
}

impl Reader<'_> {
    fn refuse<E: serde::de::Error>(&mut self, error: Error) -> E {
        self.failure = Some(error);
        E::custom("refused")
    }

    fn accept<T, E: serde::de::Error>(&mut self, result: Result<T, Error>) -> Result<T, E> {
        result.map_err(|error| self.refuse(error))
    }
}

/// The object that is the payload.
struct TopLevel<'r, 'a>(&'r mut Reader<'a>);

impl<'a> Visitor<'a> for TopLevel<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(A_PAYLOAD)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        let reader = self.0;
        let mut fields = Fields::default();
        let mut analyses = None;
        while let Some(key) = map.next_key::<Key>()? {
            if !matches!(key, Key::Analyses) {
                fields.take(&key, &mut map)?;
                continue;
            }
            if analyses.is_some() {
                let error = Error::new(ErrorCode::DuplicateKey, "analyses", "every key once").with_found("analyses");
                return Err(reader.refuse(error));
            }
            reader.expecting = Expecting::Analyses;
            analyses = Some(map.next_value_seed(Analyses(reader))?);
            reader.expecting = Expecting::Text;
        }
        if analyses == Some(Found::Some) {
            let claims = fields.claims(reader.text).and_then(|claims| reader.folder.claim(claims));
            return reader.accept(claims);
        }
        if analyses != Some(Found::EmptyObject) && fields.is_analysis() {
            let sighting =
                fields.analysis(reader.text, &Place::Index(0)).and_then(|analysis| reader.folder.observe(analysis));
            return reader.accept(sighting);
        }
        Err(reader.refuse(Error::new(ErrorCode::MissingAnalyses, "analyses", WITH_ANALYSES)))
    }
}

/// What the key `analyses` holds.
#[derive(PartialEq, Eq)]
enum Found {
    Null,
    EmptyObject,
    Some,
}

/// The value of `analyses`.
struct Analyses<'r, 'a>(&'r mut Reader<'a>);

impl<'a> DeserializeSeed<'a> for Analyses<'_, 'a> {
    type Value = Found;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! refuse_scalars {
    ($value:ty, $refuse:ident) => {
        fn visit_bool<E: serde::de::Error>(self, found: bool) -> Result<$value, E> {
            self.$refuse(&found.to_string())
        }

        fn visit_i64<E: serde::de::Error>(self, found: i64) -> Result<$value, E> {
            self.$refuse(&found.to_string())
        }

        fn visit_u64<E: serde::de::Error>(self, found: u64) -> Result<$value, E> {
            self.$refuse(&found.to_string())
        }

        fn visit_f64<E: serde::de::Error>(self, found: f64) -> Result<$value, E> {
            self.$refuse(&found.to_string())
        }

        fn visit_str<E: serde::de::Error>(self, found: &str) -> Result<$value, E> {
            self.$refuse(&json::quoted(found))
        }
    };
}

impl Analyses<'_, '_> {
    fn wrong_type<E: serde::de::Error>(self, found: &str) -> Result<Found, E> {
        Err(self.0.refuse(Error::new(ErrorCode::WrongType, "analyses", ANALYSES).with_found(found)))
    }
}

impl<'a> Visitor<'a> for Analyses<'_, 'a> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ANALYSES)
    }

    refuse_scalars!(Found, wrong_type);

    fn visit_unit<E>(self) -> Result<Found, E> {
        Ok(Found::Null)
    }

    fn visit_seq<A: SeqAccess<'a>>(self, seq: A) -> Result<Found, A::Error> {
        Elements(self.0).visit_seq(seq)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Found, A::Error> {
        let reader = self.0;
        let mut types = BTreeSet::new();
        while let Some(Name(key)) = map.next_key::<Name<'a>>()? {
            let path = Place::Key(&key).path();
            if key.is_empty() {
                return Err(
                    reader.refuse(Error::new(ErrorCode::EmptyName, path, "an analysis type as key").with_found(""))
                );
            }
            let kind = canonical_type(key.clone());
            if !types.insert(kind.clone()) {
                let error =
                    Error::new(ErrorCode::DuplicateKey, path, "every type once, aliases resolved").with_found(&key);
                return Err(reader.refuse(error));
            }
            reader.expecting = Expecting::Keyed(key.clone().into_owned());
            let fields = map.next_value_seed(Element { reader, place: Place::Key(&key) })?;
            let observed = fields.analysis(reader.text, &Place::Key(&key)).and_then(|mut sighting| {
                let own = sighting.kind.replace(kind.clone());
                match own {
                    Some(own) if canonical_type(own.clone()) != kind => {
                        let path = Place::Key(&key).key("type");
                        let expected = format!("the type {:?} of its key", crate::excerpt::cut(&kind));
                        Err(Error::new(ErrorCode::ConflictingTypes, path, expected).with_found(&own))
                    }
                    _ => reader.folder.observe_at(path, sighting),
                }
            });
            reader.accept(observed)?;
        }
        Ok(if types.is_empty() { Found::EmptyObject } else { Found::Some })
    }
}

/// A key as text.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name<'de>, D::Error> {
        struct AnyName;

        impl<'de> Visitor<'de> for AnyName {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an analysis type as key")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_string())))
            }
        }

        deserializer.deserialize_str(AnyName)
    }
}

/// An array of analyses.
struct Elements<'r, 'a>(&'r mut Reader<'a>);

impl<'a> Visitor<'a> for Elements<'_, 'a> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ANALYSES)
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<Found, A::Error> {
        let reader = self.0;
        loop {
            reader.expecting = Expecting::Element;
            let place = Place::Index(reader.folder.sightings());
            let Some(fields) = seq.next_element_seed(Element { reader, place })? else {
                return Ok(Found::Some);
            };
            let place = Place::Index(reader.folder.sightings());
            let observed = fields.analysis(reader.text, &place).and_then(|sighting| reader.folder.observe(sighting));
            reader.accept(observed)?;
        }
    }
}

/// One analysis of several.
struct Element<'r, 'a> {
    reader: &'r mut Reader<'a>,
    place: Place<'r>,
}

impl Element<'_, '_> {
    fn wrong_shape<T, E: serde::de::Error>(self, found: &str) -> Result<T, E> {
        let path = self.place.path();
        Err(self.reader.refuse(Error::new(ErrorCode::WrongShape, path, AN_ANALYSIS).with_found(found)))
    }
}

impl<'a> DeserializeSeed<'a> for Element<'_, 'a> {
    type Value = Fields<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Fields<'a>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Element<'_, 'a> {
    type Value = Fields<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(AN_ANALYSIS)
    }

    refuse_scalars!(Fields<'a>, wrong_shape);

    fn visit_unit<E: serde::de::Error>(self) -> Result<Fields<'a>, E> {
        self.wrong_shape("null")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, _: A) -> Result<Fields<'a>, A::Error> {
        self.wrong_shape("[")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Fields<'a>, A::Error> {
        self.reader.expecting = Expecting::Text;
        let mut fields = Fields::default();
        while let Some(key) = map.next_key::<Key>()? {
            fields.take(&key, &mut map)?;
        }
        Ok(fields)
    }
}
