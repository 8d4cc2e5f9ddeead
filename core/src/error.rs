//! What can be wrong with input, by stable codes.
//!
//! Errors say what was found, where, and what was expected; every one of them is a refusal, never a guess.

use crate::excerpt::Excerpt;
use crate::vocabulary::is_status_word;
use core::fmt;

/// The stable codes of refusals (RULES.md, Payloads).
///
/// ```
/// use oz_status::ErrorCode;
/// assert_eq!(ErrorCode::MissingOutcome.as_str(), "missing_outcome");
/// assert_eq!(ErrorCode::ALL.len(), 16);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The payload is no UTF-8 text.
    InvalidUtf8,
    /// Malformed JSON, a byte order mark, trailing data, a lone surrogate in a string that is read.
    InvalidJson,
    /// A top-level scalar, an element that is no object, an analysis that has analyses.
    WrongShape,
    /// A value of another JSON type than its key asks for.
    WrongType,
    /// An object without analyses (C6): ask for the folder with its analyses.
    MissingAnalyses,
    /// A finished analysis without outcome (R1).
    MissingOutcome,
    /// A word of no vocabulary.
    UnknownWord,
    /// A word of another field's vocabulary.
    WordNotAllowed,
    /// A key that is read stands twice.
    DuplicateKey,
    /// An empty id, group id, folder id or type.
    EmptyName,
    /// `analyse_id` and `analysis_id` differ.
    ConflictingIds,
    /// Analyses of different folders.
    ConflictingFolders,
    /// One analysis in two groups (R8).
    ConflictingGroups,
    /// One analysis of two types (R8), or a type that contradicts its key.
    ConflictingTypes,
    /// Neither a number of seconds nor an RFC 3339 time.
    InvalidTime,
    /// A time before 2000 or from 2200 on: most often milliseconds given for seconds.
    TimeOutOfRange,
}

impl ErrorCode {
    /// Every code, in the order of the rules.
    pub const ALL: &'static [ErrorCode] = &[
        ErrorCode::InvalidUtf8,
        ErrorCode::InvalidJson,
        ErrorCode::WrongShape,
        ErrorCode::WrongType,
        ErrorCode::MissingAnalyses,
        ErrorCode::MissingOutcome,
        ErrorCode::UnknownWord,
        ErrorCode::WordNotAllowed,
        ErrorCode::DuplicateKey,
        ErrorCode::EmptyName,
        ErrorCode::ConflictingIds,
        ErrorCode::ConflictingFolders,
        ErrorCode::ConflictingGroups,
        ErrorCode::ConflictingTypes,
        ErrorCode::InvalidTime,
        ErrorCode::TimeOutOfRange,
    ];

    /// The code as it stands in logs and other languages.
    ///
    /// ```
    /// assert_eq!(oz_status::ErrorCode::WrongShape.as_str(), "wrong_shape");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ErrorCode::InvalidUtf8 => "invalid_utf8",
            ErrorCode::InvalidJson => "invalid_json",
            ErrorCode::WrongShape => "wrong_shape",
            ErrorCode::WrongType => "wrong_type",
            ErrorCode::MissingAnalyses => "missing_analyses",
            ErrorCode::MissingOutcome => "missing_outcome",
            ErrorCode::UnknownWord => "unknown_word",
            ErrorCode::WordNotAllowed => "word_not_allowed",
            ErrorCode::DuplicateKey => "duplicate_key",
            ErrorCode::EmptyName => "empty_name",
            ErrorCode::ConflictingIds => "conflicting_ids",
            ErrorCode::ConflictingFolders => "conflicting_folders",
            ErrorCode::ConflictingGroups => "conflicting_groups",
            ErrorCode::ConflictingTypes => "conflicting_types",
            ErrorCode::InvalidTime => "invalid_time",
            ErrorCode::TimeOutOfRange => "time_out_of_range",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A word that a vocabulary does not have.
///
/// ```
/// let error = "DNOE".parse::<oz_status::Resolution>().unwrap_err();
/// assert_eq!(error.code().as_str(), "unknown_word");
/// assert_eq!(error.found(), "DNOE");
/// assert!(error.to_string().starts_with("\"DNOE\" is no resolution, expected one of SUCCESS OPERATOR_REQUIRED"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WordError {
    code: ErrorCode,
    found: Excerpt,
    vocabulary: &'static str,
    expected: &'static str,
}

impl WordError {
    pub(crate) fn new(word: &str, vocabulary: &'static str, expected: &'static str) -> WordError {
        let code = if is_status_word(word) { ErrorCode::WordNotAllowed } else { ErrorCode::UnknownWord };
        WordError { code, found: Excerpt::new(word), vocabulary, expected }
    }

    /// `unknown_word`, or `word_not_allowed` for a word of another vocabulary.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The word, cut at 64 bytes.
    #[must_use]
    pub fn found(&self) -> &str {
        self.found.as_str()
    }

    /// The words that may stand there.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no {}, expected {}", self.found(), self.vocabulary, self.expected)
    }
}

impl core::error::Error for WordError {}

/// A numeric code that a vocabulary does not have.
///
/// ```
/// let error = oz_status::Resolution::try_from(17).unwrap_err();
/// assert_eq!(error.found(), 17);
/// assert_eq!(error.to_string(), "17 is no code of a resolution");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodeError {
    found: u8,
    vocabulary: &'static str,
}

impl CodeError {
    pub(crate) const fn new(found: u8, vocabulary: &'static str) -> CodeError {
        CodeError { found, vocabulary }
    }

    /// The offending code.
    #[must_use]
    pub const fn found(&self) -> u8 {
        self.found
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no code of a {}", self.found, self.vocabulary)
    }
}

impl core::error::Error for CodeError {}

#[cfg(feature = "alloc")]
pub use with_path::Error;

#[cfg(feature = "alloc")]
mod with_path {
    use super::ErrorCode;
    #[cfg(feature = "json")]
    use super::WordError;
    use crate::excerpt::cut;
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::string::{String, ToString};
    use core::fmt;

    /// A refused payload, sighting or option: code, path, the offending text, what was expected.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// let payload = br#"{"analyses":[{"state":"FINISHED","resolution":"FINE"}]}"#;
    /// let error = oz_status::resolve(payload, &oz_status::Options::new()).unwrap_err();
    /// assert_eq!(error.code().as_str(), "unknown_word");
    /// assert_eq!(error.path(), "analyses[0].resolution");
    /// assert_eq!(error.found(), Some("FINE"));
    /// # }
    /// ```
    #[derive(Clone, PartialEq, Eq)]
    pub struct Error(Box<Inner>);

    #[derive(Clone, PartialEq, Eq)]
    struct Inner {
        code: ErrorCode,
        path: String,
        found: Option<String>,
        expected: Cow<'static, str>,
        position: Option<(usize, usize)>,
    }

    impl Error {
        pub(crate) fn new(code: ErrorCode, path: impl Into<String>, expected: impl Into<Cow<'static, str>>) -> Error {
            Error(Box::new(Inner { code, path: path.into(), found: None, expected: expected.into(), position: None }))
        }

        #[cfg(feature = "json")]
        pub(crate) fn word(path: impl Into<String>, error: &WordError) -> Error {
            Error::new(error.code(), path, error.expected()).with_found(error.found())
        }

        pub(crate) fn with_found(mut self, text: &str) -> Error {
            self.0.found = Some(cut(text).to_string());
            self
        }

        #[cfg(feature = "json")]
        pub(crate) fn at(mut self, line: usize, column: usize) -> Error {
            self.0.position = Some((line, column));
            self
        }

        /// The stable code.
        #[must_use]
        pub fn code(&self) -> ErrorCode {
            self.0.code
        }

        /// Where: a key of the folder, `analyses[2].state`, `require[0]`; empty for the payload as a whole.
        #[must_use]
        pub fn path(&self) -> &str {
            &self.0.path
        }

        /// The offending text, cut at 64 bytes, where there is one.
        #[must_use]
        pub fn found(&self) -> Option<&str> {
            self.0.found.as_deref()
        }

        /// What was expected there.
        #[must_use]
        pub fn expected(&self) -> &str {
            &self.0.expected
        }

        /// The line of malformed JSON, from 1.
        #[must_use]
        pub fn line(&self) -> Option<usize> {
            self.0.position.map(|(line, _)| line)
        }

        /// The column of malformed JSON, in bytes from 1.
        #[must_use]
        pub fn column(&self) -> Option<usize> {
            self.0.position.map(|(_, column)| column)
        }
    }

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", self.code())?;
            if !self.path().is_empty() {
                write!(f, " at {}", self.path())?;
            }
            if let Some((line, column)) = self.0.position {
                write!(f, " at line {line} column {column}")?;
            }
            if let Some(found) = self.found() {
                write!(f, ": found {found:?}")?;
            }
            write!(f, ", expected {}", self.expected())
        }
    }

    impl fmt::Debug for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "Error({self})")
        }
    }

    impl core::error::Error for Error {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Resolution;
    use std::format;
    use std::string::ToString;

    /// Takes so many bytes and no more.
    #[cfg(feature = "json")]
    struct Full(usize);

    #[cfg(feature = "json")]
    impl fmt::Write for Full {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 = self.0.checked_sub(text.len()).ok_or(fmt::Error)?;
            Ok(())
        }
    }

    #[test]
    fn a_word_that_is_none_is_quoted_beside_what_was_expected() {
        let error = "passed".parse::<Resolution>().unwrap_err();
        let expected = "one of SUCCESS OPERATOR_REQUIRED DECLINED FAILED PROCESSING INITIAL";
        assert_eq!((error.found(), error.expected()), ("passed", expected));
        assert_eq!(error.to_string(), format!("\"passed\" is no resolution, expected {expected}"));
    }

    #[test]
    fn a_code_that_is_none_is_told() {
        let error = Resolution::try_from(17).unwrap_err();
        assert_eq!((error.found(), error.to_string().as_str()), (17, "17 is no code of a resolution"));
    }

    #[test]
    fn codes_are_padded_like_any_word() {
        assert_eq!(format!("{:>13}|", ErrorCode::WrongType), "   wrong_type|");
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn an_error_tells_all_it_knows() {
        let error = Error::new(ErrorCode::WrongType, "", "a string");
        assert_eq!((error.path(), error.found(), error.line(), error.column()), ("", None, None, None));
        assert_eq!(error.to_string(), "wrong_type, expected a string");
        let error = Error::new(ErrorCode::WrongType, "folder_id", "a string").with_found("1");
        assert_eq!((error.code(), error.path()), (ErrorCode::WrongType, "folder_id"));
        assert_eq!((error.found(), error.expected()), (Some("1"), "a string"));
        assert_eq!(error.to_string(), "wrong_type at folder_id: found \"1\", expected a string");
        assert_eq!(format!("{error:?}"), format!("Error({error})"));
    }

    #[cfg(feature = "json")]
    #[test]
    fn malformed_text_has_a_place() {
        let error = Error::new(ErrorCode::InvalidJson, "", "JSON").at(2, 7);
        assert_eq!((error.line(), error.column()), (Some(2), Some(7)));
        assert_eq!(error.to_string(), "invalid_json at line 2 column 7, expected JSON");
        let error = Error::new(ErrorCode::InvalidJson, "a", "JSON").at(2, 7).with_found("b");
        let length = error.to_string().len();
        for room in 0..=length {
            let written = fmt::write(&mut Full(room), format_args!("{error}"));
            assert_eq!(written.is_ok(), room == length);
        }
    }
}
