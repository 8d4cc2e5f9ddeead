//! Where things end in JSON text, as offsets from the start of what is given.

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGHS: u64 = u64::from_le_bytes([0x80; 8]);

/// How many bytes at the start stand for themselves within a string: neither quote nor backslash nor control.
#[inline(always)]
pub(super) fn plain(text: &[u8]) -> usize {
    let (words, rest) = text.as_chunks::<8>();
    let mut at = 0_usize;
    for &word in words {
        let found = ends_plain(u64::from_le_bytes(word));
        if found != 0 {
            return at.wrapping_add(bytes_below(found));
        }
        at = at.wrapping_add(8);
    }
    let end = rest.iter().position(|&byte| byte < b' ' || byte == b'"' || byte == b'\\');
    at.wrapping_add(end.unwrap_or(rest.len()))
}

/// The high bit of each byte that ends plain text; borrows spoil only bits above the lowest, which alone counts.
#[inline(always)]
const fn ends_plain(word: u64) -> u64 {
    let quote = word ^ ONES.wrapping_mul(0x22);
    let backslash = word ^ ONES.wrapping_mul(0x5c);
    let control = word.wrapping_sub(ONES.wrapping_mul(0x20));
    (quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES) | control) & !word & HIGHS
}

#[inline(always)]
#[expect(clippy::as_conversions, reason = "at most 8")]
const fn bytes_below(found: u64) -> usize {
    (found.trailing_zeros() / 8) as usize
}

/// Whether a byte is space between tokens.
#[inline(always)]
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// The end of the number that starts here; where a digit is missing, if it is none.
#[inline(always)]
pub(super) fn number(text: &[u8]) -> Result<usize, usize> {
    let sign = usize::from(text.first() == Some(&b'-'));
    let mut at = match text.get(sign) {
        Some(b'0') => sign.wrapping_add(1),
        _ => digits(text, sign)?,
    };
    if text.get(at) == Some(&b'.') {
        at = digits(text, at.wrapping_add(1))?;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at = at.wrapping_add(1);
        if let Some(b'+' | b'-') = text.get(at) {
            at = at.wrapping_add(1);
        }
        at = digits(text, at)?;
    }
    Ok(at)
}

#[inline(always)]
fn digits(text: &[u8], start: usize) -> Result<usize, usize> {
    let rest = text.get(start..).unwrap_or(&[]);
    match rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len()) {
        0 => Err(start),
        count => Ok(start.wrapping_add(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    #[test]
    fn plain_text_ends_at_quotes_backslashes_and_controls_alone() {
        for byte in 0..=u8::MAX {
            for before in 0..20 {
                let mut text: Vec<u8> =
                    std::iter::repeat_n([b'a', 0x80, 0xff, b'!', b'#', b'[', b']', b' '], 4).flatten().collect();
                text[before] = byte;
                let ends = byte < 0x20 || byte == b'"' || byte == b'\\';
                assert_eq!(plain(&text), if ends { before } else { text.len() }, "{byte} at {before}");
            }
        }
        assert_eq!(plain(b""), 0);
        assert_eq!(plain(b"abc\"\x1f\\\"\"\"\"\"\""), 3);
    }

    #[test]
    fn numbers_end_where_the_grammar_says() {
        for (text, end) in [
            ("0", Ok(1)),
            ("-0", Ok(2)),
            ("01", Ok(1)),
            ("10,", Ok(2)),
            ("1.50]", Ok(4)),
            ("-1.5e+7x", Ok(7)),
            ("1E5", Ok(3)),
            ("1e-05", Ok(5)),
            ("", Err(0)),
            ("-", Err(1)),
            ("+1", Err(0)),
            (".5", Err(0)),
            ("1.", Err(2)),
            ("1.e5", Err(2)),
            ("1e", Err(2)),
            ("1e+", Err(3)),
            ("-a", Err(1)),
        ] {
            assert_eq!(number(text.as_bytes()), end, "{text}");
        }
    }
}
