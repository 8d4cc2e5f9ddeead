//! The one door to the JSON library: reading without building what is not needed, and writing.

use crate::error::{Error, ErrorCode};
use crate::verdict::Verdict;
use alloc::format;
use alloc::string::{String, ToString};
use serde::de::IgnoredAny;

/// Whether a text is one JSON number and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    text.bytes().all(of_number) && serde_json::from_str::<IgnoredAny>(text).is_ok()
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
    let line_start = before.bytes().rposition(|byte| byte == b'\n').map_or(0, |newline| newline.saturating_add(1));
    refusal(text, error, line, start.saturating_sub(line_start).saturating_add(error.column()))
}

fn refusal(text: &str, error: &serde_json::Error, line: usize, column: usize) -> Error {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let reason = message.strip_suffix(&*place).unwrap_or(&message);
    let refused = Error::new(ErrorCode::InvalidJson, "", format!("well-formed JSON: {reason}")).at(line, column);
    let rest = text.get(offset(text, line, column)..).unwrap_or("");
    match rest.bytes().position(|byte| byte == b'\n').map_or(Some(rest), |end| rest.get(..end)) {
        Some(found) if !found.is_empty() => refused.with_found(found),
        _ => refused,
    }
}

/// Where the byte stands that a line and a column name, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
    let mut starts = newlines.map(|(at, _)| at.saturating_add(1));
    let start = line.checked_sub(2).map_or(Some(0), |earlier| starts.nth(earlier));
    start.map_or(text.len(), |start| start.saturating_add(column.saturating_sub(1)))
}

/// What the library says of a number that no double holds, and our visitors of any other that is out of place.
pub(crate) const MISPLACED_NUMBER: &str = "number out of range";

/// The number that an error is about, if it is about one.
pub(crate) fn misplaced_number<'t>(text: &'t str, error: &serde_json::Error) -> Option<&'t str> {
    if !error.to_string().starts_with(MISPLACED_NUMBER) {
        return None;
    }
    // the library stops within the number or at its end
    let within = offset(text, error.line(), error.column());
    let (before, after) = text.as_bytes().split_at_checked(within)?;
    let start = before.iter().rposition(|&byte| !of_number(byte)).map_or(0, |at| at.saturating_add(1));
    let end = after.iter().position(|&byte| !of_number(byte)).map_or(text.len(), |at| within.saturating_add(at));
    text.get(start..end)
}

fn of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
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
