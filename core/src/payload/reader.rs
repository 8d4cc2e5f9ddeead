//! A folder being read.

use super::keys::Key;
use super::{A_PAYLOAD, A_TIME, AN_ANALYSIS, ANALYSES};
use crate::error::{Error, ErrorCode};
use crate::folder::Folder;
use crate::json;
use alloc::format;
use alloc::string::{String, ToString};

/// Where an object stands that is read.
#[derive(Clone, Copy)]
pub(super) enum Place<'k> {
    Folder,
    Index(usize),
    Key(&'k str),
}

impl Place<'_> {
    pub(super) fn path(&self) -> String {
        match self {
            Place::Folder => String::new(),
            Place::Index(index) => format!("analyses[{index}]"),
            Place::Key(key) => format!("analyses[{}]", json::quoted(key)),
        }
    }

    pub(super) fn key(&self, key: Key) -> String {
        match self {
            Place::Folder => key.as_str().to_string(),
            _ => format!("{}.{}", self.path(), key.as_str()),
        }
    }
}

/// What is being read where a number would be out of place.
#[derive(Clone, Copy)]
pub(super) enum Expecting {
    Payload,
    Analyses,
    /// By the number of its sighting, unless it stands under a key.
    Element(usize),
    /// A field of it.
    Field(usize, Key),
}

impl Expecting {
    pub(super) fn index(self) -> usize {
        match self {
            Expecting::Element(index) | Expecting::Field(index, _) => index,
            Expecting::Payload | Expecting::Analyses => 0,
        }
    }
}

/// The library's errors have no place for ours, so the first refusal is kept here.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) folder: Folder<'a>,
    pub(super) expecting: Expecting,
    /// The key of the analysis being read, in the keyed form.
    pub(super) keyed: Option<String>,
    failure: Option<Error>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, folder: Folder<'a>) -> Reader<'a> {
        Reader { text, folder, expecting: Expecting::Payload, keyed: None, failure: None }
    }

    #[cold]
    pub(super) fn refuse<E: serde::de::Error>(&mut self, error: Error) -> E {
        self.failure = Some(error);
        E::custom("refused")
    }

    pub(super) fn accept<T, E: serde::de::Error>(&mut self, result: Result<T, Error>) -> Result<T, E> {
        result.map_err(|error| self.refuse(error))
    }

    /// Refuses a key that stands twice.
    pub(super) fn repeated<E: serde::de::Error>(&mut self, place: &Place<'_>, key: Key) -> E {
        self.refuse(Error::new(ErrorCode::DuplicateKey, place.key(key), "every key once").with_found(key.as_str()))
    }

    /// Refuses a value where an analysis should stand.
    pub(super) fn misshapen<E: serde::de::Error>(&mut self, place: &Place<'_>, found: &str) -> E {
        self.refuse(Error::new(ErrorCode::WrongShape, place.path(), AN_ANALYSIS).with_found(found))
    }

    /// Refuses a value of another JSON type than its key asks for.
    pub(super) fn mistyped(place: &Place<'_>, key: Key) -> Error {
        let expected = match key {
            Key::Analyses => ANALYSES,
            Key::TimeUpdated => A_TIME,
            Key::State | Key::ResolutionStatus | Key::Resolution | Key::SystemResolution => "a status word as a string",
            _ => "a string",
        };
        Error::new(ErrorCode::WrongType, place.key(key), expected)
    }

    pub(super) fn finish(mut self, read: Result<(), serde_json::Error>) -> Result<Folder<'a>, Error> {
        self.conclude(read).map(|()| self.folder)
    }

    pub(super) fn conclude<T>(&mut self, read: Result<T, serde_json::Error>) -> Result<T, Error> {
        match (self.failure.take(), read) {
            (Some(failure), _) => Err(failure),
            (None, read) => read.map_err(|error| match json::misplaced_number(self.text, &error) {
                Some(number) => self.misplaced_number().with_found(number),
                None => json::malformed(self.text, &error),
            }),
        }
    }

    fn misplaced_number(&self) -> Error {
        let index = self.expecting.index();
        let place = self.keyed.as_deref().map_or(Place::Index(index), Place::Key);
        match self.expecting {
            Expecting::Payload => Error::new(ErrorCode::WrongShape, "", A_PAYLOAD),
            Expecting::Analyses => Reader::mistyped(&Place::Folder, Key::Analyses),
            Expecting::Element(_) => Error::new(ErrorCode::WrongShape, place.path(), AN_ANALYSIS),
            Expecting::Field(_, key) => Reader::mistyped(&place, key),
        }
    }
}
