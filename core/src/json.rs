//! The one door to the JSON library: reading without building what is not needed, and writing.

use crate::error::{Error, ErrorCode};
use crate::excerpt::cut;
use crate::verdict::Verdict;
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use serde::de::IgnoredAny;

/// What the text of a string means, copied only if something is escaped.
///
/// # Errors
/// A lone surrogate.
pub(crate) fn string(raw: &str) -> Result<Cow<'_, str>, serde_json::Error> {
    match raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(plain) if !plain.as_bytes().contains(&b'\\') => Ok(Cow::Borrowed(plain)),
        _ => serde_json::from_str::<String>(raw).map(Cow::Owned),
    }
}

/// Whether a text is one JSON number and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    let is_bare = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
    text.bytes().all(is_bare) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Whether a text is well-formed JSON, lone surrogates aside.
pub(crate) fn check(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(text).map(|_| ())
}

/// A string as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The refusal of malformed JSON.
pub(crate) fn malformed(text: &str, error: &serde_json::Error) -> Error {
    let (line, column) = (error.line(), error.column());
    refusal(text, error, line, column)
}

/// The refusal of a string that is part of the payload's text.
pub(crate) fn malformed_within(text: &str, part: &str, error: &serde_json::Error) -> Error {
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let before = text.get(..start).unwrap_or("");
    let line = before.bytes().filter(|&byte| byte == b'\n').count().saturating_add(1);
    let line_start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
    refusal(text, error, line, start.saturating_sub(line_start).saturating_add(error.column()))
}

fn refusal(text: &str, error: &serde_json::Error, line: usize, column: usize) -> Error {
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(&*message, |(reason, _)| reason);
    let refused = Error::new(ErrorCode::InvalidJson, "", format!("well-formed JSON: {reason}")).at(line, column);
    match text.split('\n').nth(line.saturating_sub(1)).and_then(|line| line.get(column.saturating_sub(1)..)) {
        Some(found) if !found.is_empty() => refused.with_found(cut(found)),
        _ => refused,
    }
}

/// Whether the library refused a number only because no double holds it.
pub(crate) fn is_huge_number(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("number out of range")
}

impl Verdict<'_> {
    /// The canonical JSON (section 6): one line, the same bytes from every consumer.
    ///
    /// ```
    /// use oz_status::{Folder, Options};
    /// let text = Folder::new().verdict(&Options::new()).to_json();
    /// assert!(text.starts_with(r#"{"rules":1,"folder_id":null,"folder_status":"INITIAL""#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // writing numbers and strings into memory cannot fail; and the empty text is no verdict
        serde_json::to_string(self).unwrap_or_default()
    }
}
