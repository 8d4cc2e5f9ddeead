//! JSON text: a reader that goes over a payload once and builds only what is asked for, and the writing of verdicts.
//!
//! The reader is our own because a verdict's cost is that of skipping what nobody reads, in time and in the size of the
//! module that browsers load; the differential tests hold it to `serde_json`.

mod cursor;
mod malformed;
mod nesting;
mod scan;
mod string;
mod write;

pub(crate) use cursor::{Cursor, Kind};
pub(crate) use write::{Write, hex, write_list};

use crate::error::Error;
use crate::verdict::Verdict;
use alloc::string::String;

/// Whether a text is one JSON number and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    scan::number(text.as_bytes()) == Ok(text.len())
}

/// A string as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    written(text, 0)
}

fn written<T: Write + ?Sized>(value: &T, room: usize) -> String {
    let mut text = String::with_capacity(room);
    value.write(&mut text);
    text
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
        // most fit
        written(self, 1024)
    }
}

impl Error {
    /// The refusal as one line of JSON, absent values `null`: code, path, found, expected, line, column.
    ///
    /// ```
    /// use oz_status::{resolve, Options};
    /// let error = resolve(br#"{"analyses":null}"#, &Options::new()).unwrap_err();
    /// assert!(error.to_json().starts_with(r#"{"code":"missing_analyses","path":"analyses","found":null,"#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self, 0)
    }
}
