//! Times as payloads write them (RULES.md, Payloads): JSON numbers, or RFC 3339.

mod double;

use crate::json::is_number;
use time::{Date, Month};

const MICROS: i64 = 1_000_000;

/// Microseconds since 1970 UTC of a number of seconds in JSON grammar; saturates far outside the range of sane times.
pub(crate) fn of_number(seconds: &str) -> i64 {
    if seconds.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        let beyond = if seconds.starts_with('-') { i64::MIN } else { i64::MAX };
        return seconds.parse::<i64>().map_or(beyond, |whole| whole.saturating_mul(MICROS));
    }
    double::microseconds(seconds)
}

/// Microseconds since 1970 UTC of a time given as a string; none if it is neither a number nor RFC 3339.
pub(crate) fn of_string(text: &str) -> Option<i64> {
    if is_number(text) { Some(of_number(text)) } else { of_rfc3339(text) }
}

/// `2023-11-14T22:13:20.25+01:00`: digits of the fraction past the sixth are dropped, there is no leap second.
fn of_rfc3339(text: &str) -> Option<i64> {
    let mut text = Text(text.as_bytes());
    let (year, of_century) = (i32::from(text.two_digits()?), text.two_digits()?);
    text.one_of(b"-")?;
    let month = text.two_digits()?;
    text.one_of(b"-")?;
    let day = text.two_digits()?;
    text.one_of(b"Tt")?;
    let (hour, minute) = text.hour_and_minute()?;
    text.one_of(b":")?;
    let second = text.two_digits().filter(|&second| second < 60)?;
    let fraction = if text.one_of(b".").is_some() { text.fraction()? } else { 0 };
    let offset = match text.one_of(b"Zz+-")? {
        b'+' => text.offset()?,
        b'-' => text.offset()?.saturating_neg(),
        _ => 0,
    };
    if !text.0.is_empty() {
        return None;
    }
    let month = Month::try_from(month).ok()?;
    let year = year.saturating_mul(100).saturating_add(i32::from(of_century));
    let date = Date::from_calendar_date(year, month, day).ok()?;
    let midnight = date.midnight().assume_utc().unix_timestamp();
    let seconds = seconds_of(hour, minute).saturating_add(i64::from(second)).saturating_sub(offset);
    Some(midnight.saturating_add(seconds).saturating_mul(MICROS).saturating_add(fraction))
}

fn seconds_of(hour: u8, minute: u8) -> i64 {
    i64::from(hour).saturating_mul(60).saturating_add(i64::from(minute)).saturating_mul(60)
}

/// What is left to read.
struct Text<'t>(&'t [u8]);

impl Text<'_> {
    fn one_of(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first().filter(|(first, _)| wanted.contains(first))?;
        self.0 = rest;
        Some(*first)
    }

    fn digit(&mut self) -> Option<u8> {
        self.one_of(b"0123456789").map(|digit| digit.wrapping_sub(b'0'))
    }

    fn two_digits(&mut self) -> Option<u8> {
        Some(self.digit()?.saturating_mul(10).saturating_add(self.digit()?))
    }

    fn hour_and_minute(&mut self) -> Option<(u8, u8)> {
        let hour = self.two_digits().filter(|&hour| hour < 24)?;
        self.one_of(b":")?;
        let minute = self.two_digits().filter(|&minute| minute < 60)?;
        Some((hour, minute))
    }

    fn offset(&mut self) -> Option<i64> {
        let (hour, minute) = self.hour_and_minute()?;
        Some(seconds_of(hour, minute))
    }

    /// At least one digit, as microseconds.
    fn fraction(&mut self) -> Option<i64> {
        let mut unit = MICROS / 10;
        let mut micros = i64::from(self.digit()?).saturating_mul(unit);
        while let Some(digit) = self.digit() {
            unit /= 10;
            micros = micros.saturating_add(i64::from(digit).saturating_mul(unit));
        }
        Some(micros)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_where_integers_and_rounded_half_away_else() {
        assert_eq!(of_number("1700000000"), 1_700_000_000_000_000);
        assert_eq!((of_number("7"), of_number("-7")), (7_000_000, -7_000_000));
        assert_eq!(of_number("1700000003.1"), 1_700_000_003_100_000);
        assert_eq!(of_number("1.7e9"), 1_700_000_000_000_000);
        assert_eq!(of_number("946684799.9999999"), 946_684_800_000_000);
        assert_eq!(of_number("1700000000.0000005"), 1_700_000_000_000_001);
        assert_eq!(of_number("1e400"), i64::MAX);
        assert_eq!(of_number("99999999999999999999"), i64::MAX);
        assert_eq!(of_number("-99999999999999999999"), i64::MIN);
    }

    #[test]
    fn rfc_3339_as_the_rules_have_it() {
        let at = |text| of_string(text);
        assert_eq!(at("2023-11-14T22:13:20Z"), Some(1_700_000_000_000_000));
        assert_eq!(at("2023-11-14t22:13:20.1234567z"), Some(1_700_000_000_123_456));
        assert_eq!(at("2023-11-15T22:12:20+23:59"), Some(1_700_000_000_000_000));
        assert_eq!(at("2023-11-14T22:13:20-00:00"), Some(1_700_000_000_000_000));
        assert_eq!(at("0000-01-01T00:00:00Z"), Some(-62_167_219_200_000_000));
        assert_eq!(at("1700000000.5"), Some(1_700_000_000_500_000));
        for wrong in [
            "",
            " 1700000000",
            "1700000000 ",
            "+1700000000",
            "01",
            "1.",
            ".5",
            "NaN",
            "2023-11-14",
            "2023-11-14T22:13Z",
            "2023-11-14 22:13:20Z",
            "2023-11-14T22:13:20",
            "2023-11-14T22:13:60Z",
            "2023-11-14T24:00:00Z",
            "2023-11-14T22:60:00Z",
            "2023-11-14T22:13:20+00:60",
            "2023-02-29T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-11-14T22:13:20.Z",
            "2023-11-14T22:13:20+24:00",
            "2023-11-14T22:13:20-24:00",
            "2023-11-14T22:13:20+0100",
            "2023-11-14T22:13:20Zx",
            "２023-11-14T22:13:20Z",
        ] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }
}
