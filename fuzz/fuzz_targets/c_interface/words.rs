//! Words and their codes.

use core::ffi::{CStr, c_char};
use core::str::FromStr;
use oz_status::{AnalysisResolution, AnalysisState, Decision, FolderStatus, Resolution, WordError};
use oz_status_c::*;
use oz_status_fuzz::{Choices, Faults, Memory, Named, Out};

type Parse = unsafe extern "C" fn(*const c_char, usize, *mut u8) -> Code;
type Word = unsafe extern "C" fn(u8, *mut *const c_char) -> Code;

macro_rules! vocabulary {
    ($choices:ident, $kind:ident, $parse:ident, $word:ident) => {{
        parse::<$kind>($choices, $parse, $kind::code);
        word($choices, $word, |code| $kind::from_code(code).map($kind::as_str));
    }};
}

pub fn words(choices: &mut Choices<'_>) {
    match choices.byte() % 5 {
        0 => vocabulary!(choices, Resolution, oz_resolution_parse, oz_resolution_word),
        1 => vocabulary!(choices, AnalysisResolution, oz_analysis_resolution_parse, oz_analysis_resolution_word),
        2 => vocabulary!(choices, FolderStatus, oz_folder_status_parse, oz_folder_status_word),
        3 => vocabulary!(choices, AnalysisState, oz_analysis_state_parse, oz_analysis_state_word),
        _ => vocabulary!(choices, Decision, oz_decision_parse, oz_decision_word),
    }
}

const WORDS: [&str; 11] = [
    "SUCCESS",
    "OPERATOR_REQUIRED",
    "DECLINED",
    "FAILED",
    "PROCESSING",
    "INITIAL",
    "FINISHED",
    "ACCEPT",
    "REVIEW",
    "REJECT",
    "WAIT",
];

fn parse<T: FromStr<Err = WordError>>(choices: &mut Choices<'_>, function: Parse, code: fn(T) -> u8) {
    let mut faults = Faults::default();
    let out = Out::needed(choices, &mut faults);
    let mut text = WORDS.get(usize::from(choices.byte())).map_or(Vec::new(), |word| word.as_bytes().to_vec());
    for &change in choices.some(4) {
        let at = usize::from(change) % (text.len() + 1);
        text.get_mut(at).into_iter().for_each(|letter| *letter ^= 0x20);
    }
    text.extend(choices.some(100));
    let named = Named::new(Memory::of(&text), choices, &mut faults);
    let expected = core::str::from_utf8(&text).map_err(|_| Code::OzInvalidUtf8);
    let expected = expected.and_then(|word| word.parse::<T>().map_err(|error| error.into()));
    expected.as_ref().inspect_err(|&&code| faults.add(code)).ok();
    // SAFETY: memory as the header asks, or faults that it names
    let got = unsafe { function(named.pointer.cast(), named.len, out.pointer) };
    let done = faults.succeeded(got);
    out.check(done, || expected.map(code).expect("no fault"));
}

fn word(choices: &mut Choices<'_>, function: Word, word: impl Fn(u8) -> Option<&'static str>) {
    let mut faults = Faults::default();
    let out = Out::needed(choices, &mut faults);
    let code = if choices.seldom() { choices.byte() } else { choices.byte() % 56 };
    faults.add_if(word(code).is_none(), Code::OzUnknownCode);
    // SAFETY: an output as the header asks, or a fault that it names
    let got = unsafe { function(code, out.pointer) };
    assert_eq!(out.written().is_some(), faults.succeeded(got));
    if let Some(text) = out.written() {
        // SAFETY: static text
        assert_eq!(unsafe { CStr::from_ptr(text) }.to_str().ok(), word(code));
    }
}
