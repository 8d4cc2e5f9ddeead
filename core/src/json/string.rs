//! Strings of JSON text, decoded where they are read.

use super::malformed::{ESCAPE, HEX, PAIR, Passed, Stop, stop};
use super::value::Span;
use alloc::borrow::Cow;
use alloc::string::String;

/// A string as it stands between its quotes, its escapes known to be right.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a> {
    text: &'a str,
    has_escapes: bool,
}

impl<'a> Raw<'a> {
    /// Refuses lone surrogates.
    #[inline(always)]
    pub(super) fn new(text: &'a str, span: Span) -> Result<Raw<'a>, Stop> {
        let Span { start, end, has_escapes } = span;
        let raw = Raw { text: text.get(start..end).unwrap_or(""), has_escapes };
        if has_escapes { raw.checked(start) } else { Ok(raw) }
    }

    #[cold]
    fn checked(self, start: usize) -> Result<Raw<'a>, Stop> {
        match unescaped(self.text) {
            Ok(_) => Ok(self),
            Err(lone) => stop(start.wrapping_add(lone), PAIR),
        }
    }

    #[inline]
    pub(crate) fn decoded(self) -> Cow<'a, str> {
        // lone surrogates have been refused
        if self.has_escapes { Cow::Owned(unescaped(self.text).unwrap_or_default()) } else { Cow::Borrowed(self.text) }
    }

    /// What the string comes to, built only for as long as that takes.
    #[inline(always)]
    pub(crate) fn with<T>(self, take: impl Fn(&str) -> T) -> T {
        if self.has_escapes { take(&self.decoded()) } else { take(self.text) }
    }
}

/// Behind the escape at an offset.
#[cold]
pub(super) fn escape(text: &[u8], at: usize) -> Passed {
    match text.get(at.wrapping_add(1)) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at.wrapping_add(2)),
        Some(b'u') => {
            let end = at.wrapping_add(6);
            let digits = text.get(at.wrapping_add(2)..end);
            let are_four = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            if are_four { Ok(end) } else { stop(at, HEX) }
        }
        _ => stop(at, ESCAPE),
    }
}

/// The string that the text between two quotes means, whose escapes are well-formed.
///
/// # Errors
/// Where a lone surrogate stands.
#[cold]
fn unescaped(text: &str) -> Result<String, usize> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        decoded.push_str(plain);
        let start = text.len().saturating_sub(escape.len()).saturating_sub(1);
        let (character, behind) = character(escape).ok_or(start)?;
        decoded.push(character);
        rest = behind;
    }
    decoded.push_str(rest);
    Ok(decoded)
}

/// The character of the escape behind a backslash, and what follows; none for a lone surrogate.
fn character(escape: &str) -> Option<(char, &str)> {
    let (kind, behind) = escape.split_at_checked(1)?;
    let character = match kind {
        "b" => '\u{8}',
        "f" => '\u{c}',
        "n" => '\n',
        "r" => '\r',
        "t" => '\t',
        "u" => {
            let (unit, behind) = unit(behind)?;
            let 0xD800..0xDC00 = unit else { return Some((char::from_u32(unit)?, behind)) };
            let (low, behind) = self::unit(behind.strip_prefix("\\u")?)?;
            let 0xDC00..0xE000 = low else { return None };
            let pair = (unit.wrapping_sub(0xD800) << 10).wrapping_add(low.wrapping_sub(0xDC00));
            return char::from_u32(pair.wrapping_add(0x10000)).map(|character| (character, behind));
        }
        "\"" => '"',
        "\\" => '\\',
        "/" => '/',
        _ => return None,
    };
    Some((character, behind))
}

/// Four hexadecimal digits.
fn unit(text: &str) -> Option<(u32, &str)> {
    let (digits, behind) = text.split_at_checked(4)?;
    Some((u32::from_str_radix(digits, 16).ok()?, behind))
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn what_is_no_escape_is_refused_where_it_stands() {
        for (text, at) in [
            ("ab\\", 2),
            ("\\x", 0),
            ("é\\u", 2),
            ("\\u123", 0),
            ("\\u12g4", 0),
            ("a\\n\\ud800\\u12", 3),
            ("\\ud800\\x", 0),
        ] {
            assert_eq!(unescaped(text), Err(at), "{text}");
        }
        assert_eq!(unescaped(r#"\"\\\/"#).as_deref(), Ok("\"\\/"));
    }
}
