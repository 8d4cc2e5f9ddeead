//! One space of stable error codes, apart from the codes of every vocabulary.

use crate::texts::REFUSALS;
use core::ffi::{CStr, c_char};
use oz_status::{CodeError, ColumnError, ErrorCode, TallyError, WordError};

/// What a function says. No number of it is a code of a vocabulary, so that none can be taken for a verdict.
#[repr(i32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Code {
    /// Done. The only value with which outputs are written.
    OzOk = 0,
    /// A NULL pointer with a length other than 0, or where an output is needed.
    OzNull = 65,
    /// A pointer that is not aligned for what it points to.
    OzMisaligned = 66,
    /// What is written lies over what is read.
    OzOverlap = 67,
    /// A length that no memory has.
    OzTooLong = 68,
    /// The caller's buffer is too short; the length needed was written, and nothing else.
    OzTooSmall = 69,
    /// A number that is no code of the vocabulary asked for, 0 included.
    OzUnknownCode = 70,
    /// An offset below the one before it, or beyond the codes.
    OzBadOffset = 71,
    /// A group number beyond the groups.
    OzBadGroup = 72,
    /// A flag neither 0 nor 1, a reserved byte not 0, a status set with unknown bits, a required type 0.
    OzBadValue = 73,
    /// A struct_size that this library does not know, with more in it than it could obey.
    OzStructSize = 74,
    /// The tally can count no more.
    OzOverflow = 75,
    /// The tally does not hold what is to be removed.
    OzNotThere = 76,
    /// A fault of the library, stopped at its border.
    OzInternal = 77,
    /// The text is no UTF-8.
    OzInvalidUtf8 = 97,
    /// Malformed JSON, a byte order mark, trailing data, a lone surrogate in a string that is read.
    OzInvalidJson = 98,
    /// A top-level scalar, an element that is no object, an analysis that has analyses.
    OzWrongShape = 99,
    /// A value of another JSON type than its key asks for.
    OzWrongType = 100,
    /// An object without analyses: ask for the folder with its analyses.
    OzMissingAnalyses = 101,
    /// A finished analysis without outcome.
    OzMissingOutcome = 102,
    /// A word of no vocabulary.
    OzUnknownWord = 103,
    /// A word of another field's vocabulary.
    OzWordNotAllowed = 104,
    /// A key that is read stands twice.
    OzDuplicateKey = 105,
    /// An empty id, group id, folder id, type or required type.
    OzEmptyName = 106,
    /// analyse_id and analysis_id differ.
    OzConflictingIds = 107,
    /// Analyses of different folders.
    OzConflictingFolders = 108,
    /// One analysis in two groups.
    OzConflictingGroups = 109,
    /// One analysis of two types, or a type that contradicts its key.
    OzConflictingTypes = 110,
    /// Neither a number of seconds nor an RFC 3339 time.
    OzInvalidTime = 111,
    /// A time before 2000 or from 2200 on: most often milliseconds given for seconds.
    OzTimeOutOfRange = 112,
}

impl Code {
    /// Core's refusals, in its order and by its names. A refusal that is not here would be a fault of the library.
    const REFUSALS: [(ErrorCode, Code); 16] = [
        (ErrorCode::InvalidUtf8, Code::OzInvalidUtf8),
        (ErrorCode::InvalidJson, Code::OzInvalidJson),
        (ErrorCode::WrongShape, Code::OzWrongShape),
        (ErrorCode::WrongType, Code::OzWrongType),
        (ErrorCode::MissingAnalyses, Code::OzMissingAnalyses),
        (ErrorCode::MissingOutcome, Code::OzMissingOutcome),
        (ErrorCode::UnknownWord, Code::OzUnknownWord),
        (ErrorCode::WordNotAllowed, Code::OzWordNotAllowed),
        (ErrorCode::DuplicateKey, Code::OzDuplicateKey),
        (ErrorCode::EmptyName, Code::OzEmptyName),
        (ErrorCode::ConflictingIds, Code::OzConflictingIds),
        (ErrorCode::ConflictingFolders, Code::OzConflictingFolders),
        (ErrorCode::ConflictingGroups, Code::OzConflictingGroups),
        (ErrorCode::ConflictingTypes, Code::OzConflictingTypes),
        (ErrorCode::InvalidTime, Code::OzInvalidTime),
        (ErrorCode::TimeOutOfRange, Code::OzTimeOutOfRange),
    ];

    const OWN: [(Code, &'static CStr); 14] = [
        (Code::OzOk, c"ok"),
        (Code::OzNull, c"null"),
        (Code::OzMisaligned, c"misaligned"),
        (Code::OzOverlap, c"overlap"),
        (Code::OzTooLong, c"too_long"),
        (Code::OzTooSmall, c"too_small"),
        (Code::OzUnknownCode, c"unknown_code"),
        (Code::OzBadOffset, c"bad_offset"),
        (Code::OzBadGroup, c"bad_group"),
        (Code::OzBadValue, c"bad_value"),
        (Code::OzStructSize, c"struct_size"),
        (Code::OzOverflow, c"overflow"),
        (Code::OzNotThere, c"not_there"),
        (Code::OzInternal, c"internal"),
    ];

    /// The number that C sees.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "an enum with numbers has no other conversion")]
    pub const fn number(self) -> i32 {
        self as i32
    }
}

/// The name of an error, as it stands in logs and other languages (`unknown_word`); static text, NULL for a number
/// that is no oz_error.
#[unsafe(no_mangle)]
pub extern "C" fn oz_error_name(error: i32) -> *const c_char {
    if let Some((_, name)) = Code::OWN.iter().find(|(code, _)| code.number() == error) {
        return name.as_ptr();
    }
    let named = Code::REFUSALS.iter().zip(&REFUSALS).find(|((_, code), _)| code.number() == error);
    named.map_or(core::ptr::null(), |(_, name)| name.as_ptr().cast())
}

impl From<ErrorCode> for Code {
    fn from(refusal: ErrorCode) -> Code {
        let known = Code::REFUSALS.iter().find(|(code, _)| *code == refusal);
        known.map_or(Code::OzInternal, |(_, code)| *code)
    }
}

impl From<WordError> for Code {
    fn from(error: WordError) -> Code {
        error.code().into()
    }
}

impl From<CodeError> for Code {
    #[inline]
    fn from(_: CodeError) -> Code {
        Code::OzUnknownCode
    }
}

impl From<TallyError> for Code {
    fn from(error: TallyError) -> Code {
        match error {
            TallyError::Overflow(_) => Code::OzOverflow,
            TallyError::NotThere(_) => Code::OzNotThere,
            _ => Code::OzInternal,
        }
    }
}

impl From<ColumnError> for Code {
    fn from(error: ColumnError) -> Code {
        match error {
            ColumnError::UnknownCode { .. } => Code::OzUnknownCode,
            ColumnError::BadOffset { .. } => Code::OzBadOffset,
            ColumnError::BadGroup { .. } => Code::OzBadGroup,
            // lengths are the binding's own
            _ => Code::OzInternal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oz_status::{AnalysisState, Decision, FolderStatus, Resolution};

    #[test]
    fn every_refusal_of_core_has_a_code_and_its_name() {
        assert_eq!(ErrorCode::ALL.len(), Code::REFUSALS.len());
        for (refusal, (known, code)) in ErrorCode::ALL.iter().zip(Code::REFUSALS) {
            assert_eq!(*refusal, known);
            assert_eq!(Code::from(*refusal), code);
            let variant = refusal.as_str().replace('_', "");
            assert_eq!(format!("{code:?}").to_lowercase(), format!("oz{variant}"));
            // SAFETY: static and terminated
            let name = unsafe { CStr::from_ptr(oz_error_name(code.number())) };
            assert_eq!(name.to_str(), Ok(refusal.as_str()));
        }
        assert!(oz_error_name(1).is_null() && oz_error_name(i32::MIN).is_null());
    }

    #[test]
    fn columns_and_tallies_are_refused_by_the_names_of_core() {
        let columns = [
            ColumnError::UnknownCode { row: 0, found: 0 },
            ColumnError::BadOffset { row: 0 },
            ColumnError::BadGroup { row: 0, found: 0 },
        ];
        let tallies = [TallyError::Overflow(Resolution::Success), TallyError::NotThere(Resolution::Success)];
        let columns = columns.map(|error| (Code::from(error), error.code()));
        let tallies = tallies.map(|error| (Code::from(error), error.code()));
        for (code, expected) in columns.into_iter().chain(tallies) {
            // SAFETY: static and terminated
            let name = unsafe { CStr::from_ptr(oz_error_name(code.number())) };
            assert_eq!(name.to_str(), Ok(expected));
        }
    }

    #[test]
    fn no_error_is_a_code_of_a_vocabulary() {
        let own = Code::OWN.iter().map(|(code, _)| code.number());
        for number in own.chain(Code::REFUSALS.iter().map(|(_, code)| code.number())) {
            let code = u8::try_from(number).expect("small");
            assert!(Resolution::from_code(code).is_none() && FolderStatus::from_code(code).is_none());
            assert!(AnalysisState::from_code(code).is_none() && Decision::from_code(code).is_none());
        }
    }
}
