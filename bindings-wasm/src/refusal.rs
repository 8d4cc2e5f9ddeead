//! The refusal of a column, as JSON with the keys of every other refusal.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use oz_status::ColumnError;

/// Names the row.
pub(crate) fn of_column(error: &ColumnError) -> String {
    let at = |column: &str, row: usize| [column, "[", &row.to_string(), "]"].concat();
    let (code, path, found) = match *error {
        ColumnError::UnknownCode { row, found } => {
            ("unknown_code", at("codes", row), ["\"", &found.to_string(), "\""].concat())
        }
        ColumnError::BadOffset { row } => ("bad_offset", at("offsets", row), "null".to_owned()),
        _ => ("no_offsets", "offsets".to_owned(), "null".to_owned()),
    };
    let expected = "codes of resolutions, and offsets that rise within them";
    [
        "{\"code\":\"",
        code,
        "\",\"path\":\"",
        &*path,
        "\",\"found\":",
        &*found,
        ",\"expected\":\"",
        expected,
        "\",\"line\":null,\"column\":null}",
    ]
    .concat()
}
