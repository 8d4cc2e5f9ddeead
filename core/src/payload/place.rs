//! Where an object stands that is read, and what is refused there.

use super::keys::Key;
use super::{A_TIME, ANALYSES};
use crate::error::{Error, ErrorCode};
use crate::json::{self, Cursor, Kind};
use crate::path::{indexed, joined};
use alloc::string::{String, ToString};

/// Where an object stands that is read.
#[derive(Clone, Copy)]
pub(super) enum Place<'k> {
    Folder,
    Index(usize),
    Key(&'k str),
}

impl Place<'_> {
    pub(super) fn path(self) -> String {
        match self {
            Place::Folder => String::new(),
            Place::Index(index) => indexed("analyses", index, ""),
            Place::Key(key) => joined(&["analyses[", &json::quoted(key), "]"]),
        }
    }

    pub(super) fn key(self, key: Key) -> String {
        match self.path() {
            path if path.is_empty() => key.as_str().to_string(),
            path => joined(&[&path, ".", key.as_str()]),
        }
    }

    /// Refuses a key that stands twice.
    #[cold]
    pub(super) fn repeated(self, key: Key) -> Error {
        Error::new(ErrorCode::DuplicateKey, self.key(key), "every key once").with_found(key.as_str())
    }

    /// Refuses the next value, which is of another JSON type than its key asks for.
    #[cold]
    pub(super) fn mistyped(self, key: Key, cursor: &mut Cursor<'_>) -> Error {
        let expected = match key {
            Key::Analyses => ANALYSES,
            Key::TimeUpdated => A_TIME,
            Key::State | Key::ResolutionStatus | Key::Resolution | Key::SystemResolution => "a status word as a string",
            _ => "a string",
        };
        misplaced(ErrorCode::WrongType, self.key(key), expected, cursor)
    }
}

/// Refuses the next value as it stands; of a container is told only what it is.
#[cold]
pub(super) fn misplaced(code: ErrorCode, path: String, expected: &'static str, cursor: &mut Cursor<'_>) -> Error {
    let found = cursor.kind().and_then(|kind| {
        let text = cursor.pass()?;
        Ok(match kind {
            Kind::Object => "{...}",
            Kind::Array => "[...]",
            _ => text,
        })
    });
    found.map_or_else(|malformed| malformed, |found| Error::new(code, path, expected).with_found(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_another_type_is_told_with_what_was_asked_for() {
        for (key, value, expected, found) in [
            (Key::Analyses, "7", ANALYSES, "7"),
            (Key::TimeUpdated, "[1]", A_TIME, "[...]"),
            (Key::State, " {\"a\":1}", "a status word as a string", "{...}"),
            (Key::SystemResolution, "null", "a status word as a string", "null"),
            (Key::FolderId, "\"a\\n\"", "a string", "\"a\\n\""),
        ] {
            let refused = Place::Index(2).mistyped(key, &mut Cursor::new(value));
            let path = ["analyses[2].", key.as_str()].concat();
            assert_eq!((refused.code(), refused.path()), (ErrorCode::WrongType, &*path));
            assert_eq!((refused.expected(), refused.found()), (expected, Some(found)));
        }
        let refused = Place::Folder.mistyped(Key::State, &mut Cursor::new("[1"));
        assert_eq!(refused.code(), ErrorCode::InvalidJson);
    }

    #[test]
    fn places_have_paths() {
        assert_eq!(Place::Folder.key(Key::State), "state");
        assert_eq!(Place::Key("a\"b").key(Key::State), "analyses[\"a\\\"b\"].state");
        assert_eq!(Place::Index(0).repeated(Key::Type).path(), "analyses[0].type");
    }
}
