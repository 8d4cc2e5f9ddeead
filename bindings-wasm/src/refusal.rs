//! The refusal of a column, as JSON with the keys of every other refusal.

use alloc::string::{String, ToString};
use oz_status::ColumnError;

/// Names the row.
pub(crate) fn of_column(error: &ColumnError) -> String {
    let (code, column, row, found) = match *error {
        ColumnError::UnknownCode { row, found } => ("unknown_code", "codes[", Some(row), Some(found)),
        ColumnError::BadOffset { row } => ("bad_offset", "offsets[", Some(row), None),
        _ => ("no_offsets", "offsets", None, None),
    };
    let row = row.map(|row| row.to_string());
    let found = found.map(|found| found.to_string());
    let quote = if found.is_some() { "\"" } else { "" };
    let parts = [
        "{\"code\":\"",
        code,
        "\",\"path\":\"",
        column,
        row.as_deref().unwrap_or(""),
        if row.is_some() { "]" } else { "" },
        "\",\"found\":",
        quote,
        found.as_deref().unwrap_or("null"),
        quote,
        ",\"expected\":\"codes of resolutions, and offsets that rise within them\",\"line\":null,\"column\":null}",
    ];
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}
