//! Decimal numbers of seconds as the doubles nearest to them, where a time can be right.
//!
//! The library's way from any decimal to a double takes tables of 10 KB. Here doubles stand between 2^29 and 2^33, at
//! a distance of 2^-23 to 2^-20; so what lies halfway between two of them has at most 24 digits after the point, and
//! of the digits beyond it only matters whether one is not zero.

/// Half of the digits that matter after the point, as a power of ten.
const LIMB: u64 = 1_000_000_000_000;

/// A decimal number, as far as it matters.
#[derive(Default)]
struct Decimal {
    whole: u64,
    /// The first 24 digits after the point, in two halves.
    fraction: [u64; 2],
    /// Whether a later digit is not zero.
    more: bool,
}

/// Microseconds of a number of seconds in JSON grammar: the nearest double, times 10^6 in double arithmetic, rounded
/// half away from zero; of numbers that are no sane time, any that is none either.
pub(super) fn microseconds(seconds: &str) -> i64 {
    if let Some((units, scale)) = short(seconds) {
        return rounded(units, scale);
    }
    let Some(decimal) = read(seconds) else { return i64::MAX };
    let Some((units, scale)) = nearest(&decimal) else { return i64::MIN };
    rounded(units, scale)
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "below 2^53")]
fn rounded(units: u64, scale: u64) -> i64 {
    let value = units as f64 / scale as f64 * 1e6;
    let whole = value as i64;
    if value - whole as f64 >= 0.5 { whole.saturating_add(1) } else { whole }
}

/// Up to fifteen digits and a point as a number of parts of one: both are doubles, and so their quotient is the nearest.
fn short(text: &str) -> Option<(u64, u64)> {
    let (mut units, mut scale) = (0_u64, 1_u64);
    let mut of_one = 1_u64;
    for byte in text.get(17..).map_or(text, |_| "-").bytes() {
        match byte {
            b'.' => of_one = 10,
            b'0'..=b'9' => {
                units = units.wrapping_mul(10).wrapping_add(u64::from(byte.wrapping_sub(b'0')));
                scale = scale.wrapping_mul(of_one);
            }
            _ => return None,
        }
    }
    Some((units, scale))
}

/// None if it is too large for a time; the sign is kept by none being below zero.
fn read(text: &str) -> Option<Decimal> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, text)) => (digits, exponent(text)),
        None => (text, 0),
    };
    let mut decimal = Decimal::default();
    if digits.starts_with('-') {
        return Some(decimal);
    }
    let before_point = digits.bytes().position(|byte| byte == b'.').unwrap_or(digits.len());
    // the power of ten of the next digit
    let mut power = i64::try_from(before_point).unwrap_or(i64::MAX).saturating_add(exponent).saturating_sub(1);
    for byte in digits.bytes().filter(u8::is_ascii_digit) {
        decimal.push(u64::from(byte.wrapping_sub(b'0')), power)?;
        power = power.saturating_sub(1);
    }
    while power >= 0 && decimal.whole > 0 {
        decimal.push(0, power)?;
        power = power.saturating_sub(1);
    }
    Some(decimal)
}

/// The digits after `e`; whatever is far beyond all digits that fit into memory is as good as any other such.
fn exponent(text: &str) -> i64 {
    let digits = text.trim_start_matches(['+', '-']).bytes();
    let size = digits.fold(0_i64, |size, byte| {
        size.saturating_mul(10).saturating_add(i64::from(byte.wrapping_sub(b'0'))).min(i64::MAX / 100)
    });
    if text.starts_with('-') { size.saturating_neg() } else { size }
}

impl Decimal {
    /// Takes the digit at a power of ten; none if the number gets too large for a time.
    fn push(&mut self, digit: u64, power: i64) -> Option<()> {
        let [high, low] = &mut self.fraction;
        let (part, unit) = match power {
            0.. => {
                self.whole = self.whole.saturating_mul(10).saturating_add(digit);
                return (self.whole < 1 << 33).then_some(());
            }
            -12..0 => (high, power.saturating_add(12)),
            -24..-12 => (low, power.saturating_add(24)),
            _ => {
                self.more |= digit > 0;
                return Some(());
            }
        };
        let unit = 10_u64.saturating_pow(u32::try_from(unit).unwrap_or(0));
        *part = part.saturating_add(digit.saturating_mul(unit));
        Some(())
    }
}

/// The nearest double, the even one of two, as how many of its parts of one; none if it is too small for a time.
fn nearest(decimal: &Decimal) -> Option<(u64, u64)> {
    let bits = decimal.whole.checked_ilog2().filter(|&bits| bits >= 29)?;
    let (mut units, mut scale) = (decimal.whole, 1_u64);
    let [mut high, mut low] = decimal.fraction;
    for _ in bits..52 {
        low = low.saturating_mul(2);
        high = high.saturating_mul(2).saturating_add(u64::from(low >= LIMB));
        units = units.saturating_mul(2).saturating_add(u64::from(high >= LIMB));
        low %= LIMB;
        high %= LIMB;
        scale = scale.saturating_mul(2);
    }
    let beyond_half = (high, low, decimal.more) > (LIMB / 2, 0, false);
    let half = (high, low, decimal.more) == (LIMB / 2, 0, false);
    let up = beyond_half || (half && units % 2 == 1);
    Some((units.saturating_add(u64::from(up)), scale))
}

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "numbers are small here"
)]
mod tests {
    use super::*;
    use std::format;
    use std::string::String;

    /// The rule, by the standard library.
    fn expected(text: &str) -> i64 {
        let scaled = text.parse::<f64>().expect("a number") * 1e6;
        scaled.round() as i64
    }

    fn check(text: &str) {
        let (found, expected) = (microseconds(text), expected(text));
        let sane = |time: i64| crate::times::in_range(time).then_some(time);
        assert_eq!(sane(found), sane(expected), "{text}");
    }

    /// The same numbers each time.
    struct Random(u64);

    impl Random {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % bound
        }
    }

    /// `OZ_STATUS_ROUNDS` chooses; an interpreter looks at few.
    fn rounds(many: u64) -> u64 {
        let chosen = || std::env::var("OZ_STATUS_ROUNDS").ok()?.parse().ok();
        if cfg!(miri) { 100 } else { chosen().unwrap_or(many) }
    }

    #[test]
    fn as_the_standard_library_reads_decimals() {
        let mut random = Random(7);
        for _ in 0..rounds(1_500_000) {
            let whole = 900_000_000 + random.below(6_500_000_000);
            let digits = random.below(31);
            let fraction: String = (0..digits).map(|_| char::from(b'0' + random.below(10) as u8)).collect();
            match random.below(4) {
                0 => check(&format!("{whole}.{fraction}0")),
                1 => check(&format!("{}.{:0>9}{fraction}E+9", whole / 1_000_000_000, whole % 1_000_000_000)),
                2 => check(&format!("{whole}{fraction}e-{digits}")),
                _ => check(&format!("0.000{whole}{fraction}e0013")),
            }
        }
    }

    #[test]
    fn halfway_between_two_doubles_and_beside() {
        let mut random = Random(9);
        for _ in 0..rounds(300_000) {
            let whole = (1 << 29) + random.below((1 << 33) - (1 << 29));
            let scale = 53 - whole.ilog2();
            // an odd number of half distances, written out
            let mut rest = u128::from(random.below(1 << scale) | 1);
            let mut fraction = String::new();
            for _ in 0..scale {
                rest *= 10;
                fraction.push(char::from(b'0' + (rest >> scale) as u8));
                rest &= (1 << scale) - 1;
            }
            check(&format!("{whole}.{fraction}"));
            check(&format!("{whole}.{fraction}{}", "0".repeat(random.below(40) as usize)));
            check(&format!("{whole}.{fraction}{}1", "0".repeat(random.below(40) as usize)));
            let below = fraction.strip_suffix('5').expect("half distances end so");
            check(&format!("{whole}.{below}4{}", "9".repeat(random.below(40) as usize)));
        }
    }

    #[test]
    fn edges_and_numbers_that_are_no_times() {
        let long = "0".repeat(if cfg!(miri) { 1000 } else { 100_000 });
        for text in [
            "946684799.9999994",
            "946684799.9999995",
            "946684799.99999949",
            "7258118399.9999994",
            "7258118399.9999995",
            "7258118399.999999523162841796875",
            "8589934591.9999999999",
            "4294967295.99999999999",
            "-1700000000.5",
            "-1.7e9",
            "0.0",
            "0e0",
            "-0e99",
            "1e-400",
            "1e400",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "0e99999999999999999999",
            "1.7e9",
            "1.7E+9",
            "17e8",
            "1700000000000e-3",
            "1700000000.0000005",
        ] {
            check(text);
        }
        check(&format!("1700000000.{long}1"));
        check(&format!("1700000000.5{long}"));
        // the standard library gives up on these
        assert_eq!(microseconds(&format!("17{long}.0e-{}", long.len() - 8)), 1_700_000_000_000_000);
        assert_eq!(microseconds(&format!("0.{long}17e{}", long.len() + 10)), 1_700_000_000_000_000);
        check(&format!("1700000000.000000119209289550781250{long}1"));
    }
}
