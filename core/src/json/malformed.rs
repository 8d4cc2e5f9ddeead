//! The refusal of malformed JSON.

use crate::error::{Error, ErrorCode};

/// What well-formed JSON has at a place.
macro_rules! reasons {
    ($($name:ident = $what:literal;)+) => {
        $( pub(super) const $name: &str = concat!("well-formed JSON: ", $what); )+
    };
}

reasons! {
    VALUE = "a value";
    KEY = "a key in quotes";
    COLON = "a colon behind the key";
    OBJECT_END = "a comma or the end of the object";
    ARRAY_END = "a comma or the end of the array";
    TEXT_END = "nothing behind the value";
    QUOTE = "a quote at the end of the string";
    VISIBLE = "control characters within strings escaped";
    ESCAPE = "one of the nine escapes";
    HEX = "four hexadecimal digits";
    PAIR = "surrogates in pairs";
    DIGIT = "a digit";
}

/// Where text is not well-formed, and what well-formed text has there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stop {
    pub(super) at: usize,
    pub(super) expected: &'static str,
}

/// Offsets behind what was passed.
pub(super) type Passed = Result<usize, Stop>;

#[inline]
pub(super) const fn stop<T>(at: usize, expected: &'static str) -> Result<T, Stop> {
    Err(Stop { at, expected })
}

/// The refusal at an offset: line and column from 1, and what stands there up to the end of its line.
#[cold]
pub(super) fn malformed(text: &str, Stop { at, expected }: Stop) -> Error {
    let (before, rest) = text.as_bytes().split_at_checked(at).unwrap_or((text.as_bytes(), &[]));
    let line = before.iter().filter(|&&byte| byte == b'\n').count().saturating_add(1);
    let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count().saturating_add(1);
    let refused = Error::new(ErrorCode::InvalidJson, "", expected).at(line, column);
    let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
    match text.get(at..at.saturating_add(length)) {
        Some(found) if !found.is_empty() => refused.with_found(found),
        _ => refused,
    }
}
