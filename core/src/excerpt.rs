//! Offending text, cut short for messages.

/// How much of an offending text an error keeps, in bytes.
const LIMIT: usize = 64;

/// The longest start of `text` of at most 64 bytes that ends between characters.
pub(crate) fn cut(text: &str) -> &str {
    let end = text.floor_char_boundary(LIMIT);
    text.get(..end).unwrap_or("")
}

/// A text in quotes, cut short, for messages that go to logs: what controls a terminal is escaped.
///
/// `{:?}` would escape more, at the price of tables of all characters.
#[cfg(feature = "alloc")]
pub(crate) fn quoted(text: &str) -> alloc::string::String {
    let mut quoted = alloc::string::String::from("\"");
    for character in cut(text).chars() {
        match character {
            '"' | '\\' => quoted.push('\\'),
            ..' ' | '\u{7f}'..'\u{a0}' => {
                quoted.push_str("\\u{");
                push_hex(&mut quoted, u8::try_from(character).unwrap_or(0));
                quoted.push('}');
                continue;
            }
            _ => {}
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

/// Appends the two hexadecimal digits of a byte.
#[cfg(feature = "alloc")]
pub(crate) fn push_hex(text: &mut alloc::string::String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        text.extend(char::from_digit(digit.into(), 16));
    }
}

/// An offending text without allocation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Excerpt {
    bytes: [u8; LIMIT],
    len: usize,
}

impl Excerpt {
    pub(crate) fn new(text: &str) -> Excerpt {
        let kept = cut(text);
        let mut bytes = [0; LIMIT];
        for (slot, byte) in bytes.iter_mut().zip(kept.bytes()) {
            *slot = byte;
        }
        Excerpt { bytes, len: kept.len() }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|kept| core::str::from_utf8(kept).ok()).unwrap_or("")
    }
}

impl core::fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_keeps_whole_characters() {
        extern crate std;
        let text = std::format!("{}é", "a".repeat(63));
        assert_eq!(cut(&text).len(), 63);
        assert_eq!(Excerpt::new(&text).as_str(), cut(&text));
        assert_eq!(Excerpt::new("é").as_str(), "é");
        assert_eq!(Excerpt::new("").as_str(), "");
    }

    #[test]
    fn an_excerpt_shows_its_text() {
        extern crate std;
        assert_eq!(std::format!("{:?}", Excerpt::new("a\"b")), r#""a\"b""#);
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn quotes_hide_no_control_character() {
        extern crate std;
        assert_eq!(quoted("a\n\"é\u{85}\\"), r#""a\u{0a}\"é\u{85}\\""#);
    }
}
