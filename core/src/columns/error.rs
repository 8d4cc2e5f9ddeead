//! What can be wrong with a column.

use core::fmt;

/// What is wrong with a column, and in which row if it is in one. Nothing was written.
///
/// ```
/// use oz_status::{group_results, ColumnError};
/// let error = group_results(&[1, 0, 3], &[0_u32, 3], &mut [0]).unwrap_err();
/// assert_eq!(error, ColumnError::UnknownCode { row: 1, found: 0 });
/// assert_eq!(error.to_string(), "row 1: 0 is no code of a resolution");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ColumnError {
    /// A code that is no resolution.
    UnknownCode {
        /// The row of the codes.
        row: usize,
        /// The code.
        found: u8,
    },
    /// There are no offsets: even no groups have one.
    NoOffsets,
    /// An offset below 0 or the one before it, or beyond the codes.
    BadOffset {
        /// The row of the offsets.
        row: usize,
    },
    /// A group number beyond the output.
    BadGroup {
        /// The row of the codes.
        row: usize,
        /// The group number.
        found: u32,
    },
    /// Two columns whose lengths do not fit together.
    LengthMismatch {
        /// The length that was expected.
        expected: usize,
        /// The length that was found.
        found: usize,
    },
}

impl ColumnError {
    /// The stable code, the same in every language that can be given it (RULES.md, Payloads): `unknown_code`,
    /// `no_offsets`, `bad_offset`, `bad_group`, `length_mismatch`.
    ///
    /// ```
    /// assert_eq!(oz_status::ColumnError::NoOffsets.code(), "no_offsets");
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            ColumnError::UnknownCode { .. } => "unknown_code",
            ColumnError::NoOffsets => "no_offsets",
            ColumnError::BadOffset { .. } => "bad_offset",
            ColumnError::BadGroup { .. } => "bad_group",
            ColumnError::LengthMismatch { .. } => "length_mismatch",
        }
    }

    /// The row, if it is in one.
    ///
    /// ```
    /// assert_eq!(oz_status::ColumnError::BadOffset { row: 2 }.row(), Some(2));
    /// ```
    #[must_use]
    pub const fn row(&self) -> Option<usize> {
        match *self {
            ColumnError::UnknownCode { row, .. }
            | ColumnError::BadOffset { row }
            | ColumnError::BadGroup { row, .. } => Some(row),
            ColumnError::NoOffsets | ColumnError::LengthMismatch { .. } => None,
        }
    }

    /// What should stand there.
    ///
    /// ```
    /// let error = oz_status::ColumnError::UnknownCode { row: 1, found: 0 };
    /// assert_eq!(error.expected(), "the code of a resolution");
    /// ```
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        match self {
            ColumnError::UnknownCode { .. } => "the code of a resolution",
            ColumnError::NoOffsets => "one offset more than there are groups",
            ColumnError::BadOffset { .. } => "an offset from the one before it to the number of codes",
            ColumnError::BadGroup { .. } => "a group of the output",
            ColumnError::LengthMismatch { .. } => "columns that fit together",
        }
    }
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ColumnError::UnknownCode { row, found } => {
                write!(f, "row {row}: {found} is no code of a resolution")
            }
            ColumnError::NoOffsets => f.write_str("offsets are empty, expected one more than there are groups"),
            ColumnError::BadOffset { row } => {
                write!(f, "row {row}: the offset is below the one before it or beyond the codes")
            }
            ColumnError::BadGroup { row, found } => {
                write!(f, "row {row}: group {found} is beyond the output")
            }
            ColumnError::LengthMismatch { expected, found } => {
                write!(f, "a column has {found} rows, expected {expected}")
            }
        }
    }
}

impl core::error::Error for ColumnError {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn each_says_what_is_wrong_and_in_which_row() {
        for (error, code, row, expected, text) in [
            (
                ColumnError::UnknownCode { row: 1, found: 7 },
                "unknown_code",
                Some(1),
                "the code of a resolution",
                "row 1: 7 is no code of a resolution",
            ),
            (
                ColumnError::NoOffsets,
                "no_offsets",
                None,
                "one offset more than there are groups",
                "offsets are empty, expected one more than there are groups",
            ),
            (
                ColumnError::BadOffset { row: 2 },
                "bad_offset",
                Some(2),
                "an offset from the one before it to the number of codes",
                "row 2: the offset is below the one before it or beyond the codes",
            ),
            (
                ColumnError::BadGroup { row: 3, found: 9 },
                "bad_group",
                Some(3),
                "a group of the output",
                "row 3: group 9 is beyond the output",
            ),
            (
                ColumnError::LengthMismatch { expected: 4, found: 5 },
                "length_mismatch",
                None,
                "columns that fit together",
                "a column has 5 rows, expected 4",
            ),
        ] {
            assert_eq!((error.code(), error.row(), error.expected()), (code, row, expected));
            assert_eq!(error.to_string(), text);
        }
    }
}
