//! The refusal of a column, as JSON with the keys of every other refusal.

use alloc::string::{String, ToString};
use oz_status::ColumnError;

/// Names the row.
pub(crate) fn of_column(error: &ColumnError) -> String {
    let (column, found) = match *error {
        ColumnError::UnknownCode { found, .. } => ("codes", Some(found.to_string())),
        _ => ("offsets", None),
    };
    let row = error.row().map(|row| row.to_string());
    let quote = if found.is_some() { "\"" } else { "" };
    let parts = [
        "{\"code\":\"",
        error.code(),
        "\",\"path\":\"",
        column,
        if row.is_some() { "[" } else { "" },
        row.as_deref().unwrap_or(""),
        if row.is_some() { "]" } else { "" },
        "\",\"found\":",
        quote,
        found.as_deref().unwrap_or("null"),
        quote,
        ",\"expected\":\"",
        error.expected(),
        "\",\"line\":null,\"column\":null}",
    ];
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}
