//! Refusals as JSON lists: code, path, found, expected, line, column.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use oz_status::{ColumnError, Error};

/// An error of a payload or an option.
pub(crate) fn text(error: &Error) -> String {
    list(&(error.code().as_str(), error.path(), error.found(), error.expected(), error.line(), error.column()))
}

/// An error of a column, naming the row.
pub(crate) fn column(error: &ColumnError) -> String {
    let (code, path, found) = match error {
        ColumnError::UnknownCode { row, found } => ("unknown_code", format!("codes[{row}]"), Some(found.to_string())),
        ColumnError::BadOffset { row } => ("bad_offset", format!("offsets[{row}]"), None),
        _ => ("no_offsets", "offsets".to_owned(), None),
    };
    list(&(code, path, found, "codes of resolutions, and offsets that rise within them", (), ()))
}

fn list<T: serde::Serialize>(parts: &T) -> String {
    // writing strings and numbers into memory cannot fail; and the empty text is no list
    serde_json::to_string(parts).unwrap_or_default()
}
