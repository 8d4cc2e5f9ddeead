//! Where things end in JSON text, as offsets.

use super::block;

/// Behind what stands for itself within a string from an offset on: neither quote nor backslash nor control.
#[inline(always)]
pub(super) fn plain(text: &[u8], start: usize) -> usize {
    let (blocks, rest) = text.get(start..).unwrap_or(&[]).as_chunks::<{ block::LENGTH }>();
    let mut at = start;
    for block in blocks {
        let plain = block::plain(block);
        at = at.wrapping_add(plain);
        if plain < block::LENGTH {
            return at;
        }
    }
    let end = rest.iter().position(|&byte| byte < b' ' || byte == b'"' || byte == b'\\');
    at.wrapping_add(end.unwrap_or(rest.len()))
}

/// Behind space between tokens.
#[inline(always)]
pub(super) fn spaces(text: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = text.get(at) {
        at = at.wrapping_add(1);
    }
    at
}

/// The end of the number that starts at an offset; where a digit is missing, if it is none.
pub(super) fn number(text: &[u8], start: usize) -> Result<usize, usize> {
    let is = |at: usize, wanted: &[u8]| text.get(at).is_some_and(|byte| wanted.contains(byte));
    let mut at = start;
    if is(at, b"-") {
        at = at.wrapping_add(1);
    }
    at = if is(at, b"0") { at.wrapping_add(1) } else { digits(text, at)? };
    if is(at, b".") {
        at = digits(text, at.wrapping_add(1))?;
    }
    if is(at, b"eE") {
        at = at.wrapping_add(1);
        if is(at, b"+-") {
            at = at.wrapping_add(1);
        }
        at = digits(text, at)?;
    }
    Ok(at)
}

#[inline]
fn digits(text: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    while let Some(b'0'..=b'9') = text.get(at) {
        at = at.wrapping_add(1);
    }
    if at == start { Err(at) } else { Ok(at) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    #[test]
    fn plain_text_ends_at_quotes_backslashes_and_controls_alone() {
        for byte in 0..=u8::MAX {
            for before in (0..20).step_by(if cfg!(miri) { 7 } else { 1 }) {
                let mut text: Vec<u8> =
                    std::iter::repeat_n([b'a', 0x80, 0xff, b'!', b'#', b'[', b']', b' '], 4).flatten().collect();
                text[before] = byte;
                let ends = byte < 0x20 || byte == b'"' || byte == b'\\';
                assert_eq!(plain(&text, 0), if ends { before } else { text.len() }, "{byte} at {before}");
            }
        }
        assert_eq!(plain(b"", 0), 0);
        assert_eq!(plain(b"abc\"\x1f\\\"\"\"\"\"\"", 0), 3);
        assert_eq!(plain(b"\"abc\"", 1), 4);
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
            assert_eq!(number(text.as_bytes(), 0), end, "{text}");
        }
    }
}
