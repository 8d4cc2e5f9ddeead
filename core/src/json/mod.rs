//! JSON text: a reader that goes over a payload once and builds only what is asked for, and the writing of verdicts.
//!
//! The reader is our own because a verdict's cost is that of skipping what nobody reads, in time and in the size of the
//! module that browsers load; the differential tests hold it to `serde_json`.

mod cursor;
mod malformed;
mod nesting;
mod scan;
mod string;

pub(crate) use cursor::{Cursor, Kind};

use crate::verdict::Verdict;
use alloc::string::String;

/// Whether a text is one JSON number and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    scan::number(text.as_bytes()) == Ok(text.len())
}

/// A string as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
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
