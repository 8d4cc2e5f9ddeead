//! Which times can be right, in microseconds since 1970 UTC.

use crate::error::{Error, ErrorCode};
use alloc::string::String;

/// 2000-01-01 UTC.
const FIRST: i64 = 946_684_800_000_000;
/// 2200-01-01 UTC, the first moment that is too late.
const END: i64 = 7_258_118_400_000_000;

pub(crate) fn in_range(microseconds: i64) -> bool {
    (FIRST..END).contains(&microseconds)
}

pub(crate) fn out_of_range(path: String) -> Error {
    Error::new(ErrorCode::TimeOutOfRange, path, "seconds since 1970, from 2000-01-01 to before 2200-01-01 UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_right_from_2000_to_before_2200() {
        for (time, right) in [(FIRST - 1, false), (FIRST, true), (END - 1, true), (END, false), (0, false)] {
            assert_eq!(in_range(time), right, "{time}");
        }
    }
}
