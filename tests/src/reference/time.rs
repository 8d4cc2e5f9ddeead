//! Section 5: times, as integer microseconds since 1970.

use super::json::is_number;

const FROM: i128 = 946_684_800_000_000;
const BEFORE: i128 = 7_258_118_400_000_000;

/// The text of a JSON number.
pub fn from_number(text: &str) -> Result<i64, &'static str> {
    let is_integer = !text.contains(['.', 'e', 'E']);
    if !is_integer {
        let seconds: f64 = text.parse().map_err(|_| "invalid_time")?;
        let micros = (seconds * 1e6).round();
        return if micros.is_finite() && micros.abs() < 1e18 {
            in_range(micros as i128)
        } else {
            Err("time_out_of_range")
        };
    }
    // An integer too long for 128 bits is long out of range.
    let seconds: i128 = text.parse().map_err(|_| "time_out_of_range")?;
    in_range(seconds.saturating_mul(1_000_000))
}

/// The text of a string.
pub fn from_string(text: &str) -> Result<i64, &'static str> {
    if is_number(text) { from_number(text) } else { in_range(rfc3339(text).ok_or("invalid_time")?) }
}

fn in_range(micros: i128) -> Result<i64, &'static str> {
    if (FROM..BEFORE).contains(&micros) { Ok(micros as i64) } else { Err("time_out_of_range") }
}

fn rfc3339(text: &str) -> Option<i128> {
    let bytes = text.as_bytes();
    let two = |at: usize| digits(bytes, at, 2);
    let mark = |at: usize, marks: &[u8]| bytes.get(at).is_some_and(|byte| marks.contains(byte));

    let (year, month, day) = (digits(bytes, 0, 4)?, two(5)?, two(8)?);
    let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
    let marked = mark(4, b"-") && mark(7, b"-") && mark(10, b"Tt") && mark(13, b":") && mark(16, b":");
    if !marked || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }

    let mut at = 19;
    let mut micros = 0;
    if mark(at, b".") {
        at += 1;
        let start = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        if at == start {
            return None;
        }
        let kept: String = text[start..at].chars().chain("000000".chars()).take(6).collect();
        micros = kept.parse().ok()?;
    }

    let offset = if mark(at, b"Zz") {
        at += 1;
        0
    } else {
        let sign = match bytes.get(at)? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let (hours, minutes) = (two(at + 1)?, two(at + 4)?);
        if !mark(at + 3, b":") || hours > 23 || minutes > 59 {
            return None;
        }
        at += 6;
        sign * (hours * 3600 + minutes * 60)
    };
    if at != bytes.len() {
        return None;
    }
    let seconds = days_since_1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    Some((seconds - offset) * 1_000_000 + micros)
}

fn digits(bytes: &[u8], at: usize, count: usize) -> Option<i128> {
    let run = bytes.get(at..at + count)?;
    if !run.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(run).ok()?.parse().ok()
}

fn is_leap(year: i128) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i128, month: i128) -> i128 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_since_1970(year: i128, month: i128, day: i128) -> i128 {
    let year_days = |year| if is_leap(year) { 366 } else { 365 };
    let whole_years: i128 =
        if year >= 1970 { (1970..year).map(year_days).sum() } else { -(year..1970).map(year_days).sum::<i128>() };
    let whole_months: i128 = (1..month).map(|month| days_in(year, month)).sum();
    whole_years + whole_months + day - 1
}
