//! The vocabularies: from word to code and back.

use crate::border::{Outcome, give, slice};
use crate::error::Code;
use crate::texts::{ANALYSIS_RESOLUTIONS, ANALYSIS_STATES, DECISIONS, FOLDER_STATUSES, RESOLUTIONS, Text};
use core::ffi::c_char;
use core::str::FromStr;
use oz_status::{AnalysisResolution, AnalysisState, Decision, FolderStatus, Resolution, WordError};

fn word_of<T: PartialEq>(members: &[T], texts: &'static [Text], member: T) -> Outcome<*const c_char> {
    let known = members.iter().zip(texts).find(|(known, _)| **known == member);
    known.map(|(_, text)| text.as_ptr().cast()).ok_or(Code::OzInternal)
}

/// A word of a vocabulary. What is no UTF-8 is no word of any.
unsafe fn parse<T: FromStr<Err = WordError>>(text: *const c_char, len: usize) -> Outcome<T> {
    // SAFETY: the caller's, as the head of the header asks
    let bytes = unsafe { slice(text.cast::<u8>(), len) }?;
    let word = core::str::from_utf8(bytes).map_err(|_| Code::OzInvalidUtf8)?;
    Ok(word.parse()?)
}

/// The code of a resolution's word, in any ASCII case: OZ_RESOLUTION_*.
/// OZ_WORD_NOT_ALLOWED for a word of another vocabulary, OZ_UNKNOWN_WORD for any other, OZ_INVALID_UTF8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_resolution_parse(text: *const c_char, len: usize, code: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(code, || Ok(parse::<Resolution>(text, len)?.code())) }
}

/// The word of a resolution, in upper case: static text. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_resolution_word(code: u8, word: *mut *const c_char) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(word, || word_of(Resolution::ALL, &RESOLUTIONS, code.try_into()?)) }
}

/// As oz_resolution_parse, for the resolution of an analysis: the same codes but for the one no analysis has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_analysis_resolution_parse(text: *const c_char, len: usize, code: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(code, || Ok(parse::<AnalysisResolution>(text, len)?.code())) }
}

/// As oz_resolution_word, for the resolution of an analysis.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_analysis_resolution_word(code: u8, word: *mut *const c_char) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(word, || word_of(AnalysisResolution::ALL, &ANALYSIS_RESOLUTIONS, code.try_into()?)) }
}

/// As oz_resolution_parse, for a folder status: OZ_FOLDER_STATUS_*.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_folder_status_parse(text: *const c_char, len: usize, code: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(code, || Ok(parse::<FolderStatus>(text, len)?.code())) }
}

/// As oz_resolution_word, for a folder status.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_folder_status_word(code: u8, word: *mut *const c_char) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(word, || word_of(FolderStatus::ALL, &FOLDER_STATUSES, code.try_into()?)) }
}

/// As oz_resolution_parse, for the state of an analysis or a callback: OZ_ANALYSIS_STATE_*.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_analysis_state_parse(text: *const c_char, len: usize, code: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(code, || Ok(parse::<AnalysisState>(text, len)?.code())) }
}

/// As oz_resolution_word, for the state of an analysis or a callback.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_analysis_state_word(code: u8, word: *mut *const c_char) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(word, || word_of(AnalysisState::ALL, &ANALYSIS_STATES, code.try_into()?)) }
}

/// As oz_resolution_parse, for a decision: OZ_DECISION_*.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_decision_parse(text: *const c_char, len: usize, code: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(code, || Ok(parse::<Decision>(text, len)?.code())) }
}

/// As oz_resolution_word, for a decision.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_decision_word(code: u8, word: *mut *const c_char) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(word, || word_of(Decision::ALL, &DECISIONS, code.try_into()?)) }
}
