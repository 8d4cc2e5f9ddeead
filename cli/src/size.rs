//! Sizes as people write them.

const UNITS: &[(&str, usize)] = &[
    ("", 1),
    ("b", 1),
    ("k", 1 << 10),
    ("kib", 1 << 10),
    ("kb", 1_000),
    ("m", 1 << 20),
    ("mib", 1 << 20),
    ("mb", 1_000_000),
    ("g", 1 << 30),
    ("gib", 1 << 30),
    ("gb", 1_000_000_000),
];

/// Bytes: a number of at least 1, with a unit if wanted. `M` and `MiB` are 1,048,576, `MB` is 1,000,000.
pub(crate) fn parse(text: &str) -> Result<usize, String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits).unwrap_or_default();
    let unit = UNITS.iter().find(|(name, _)| unit.trim_ascii().eq_ignore_ascii_case(name));
    let size = unit.and_then(|(_, factor)| number.parse::<usize>().ok()?.checked_mul(*factor));
    match size {
        Some(size) if size > 0 => Ok(size),
        _ => Err(String::from("expected a size of at least one byte, as 4096, 64KiB, 16MiB")),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn sizes() {
        for (text, size) in [
            ("4096", 4096),
            ("7 B", 7),
            ("3k", 3072),
            ("64KiB", 65_536),
            ("64 kb", 64_000),
            ("1m", 1_048_576),
            ("16MiB", 16_777_216),
            ("2MB", 2_000_000),
            ("1g", 1_073_741_824),
            ("2GiB", 2_147_483_648),
            ("3GB", 3_000_000_000),
        ] {
            assert_eq!(parse(text), Ok(size), "{text}");
        }
        for wrong in
            ["", "0", "0MiB", "-1", "1.5MiB", "MiB", "1TiBs", "99999999999999999999", "18446744073709551615k", "é"]
        {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
