//! Text of payloads, made safe for a terminal: controls, and what reorders or hides the text around it, are escaped.

/// The text with everything escaped that is not printed as itself, at most about `limit` bytes of it.
pub(crate) fn visible(text: &str, limit: usize) -> String {
    let mut shown = String::with_capacity(text.len().min(limit));
    for char in text.chars() {
        if shown.len() >= limit {
            shown.push('…');
            break;
        }
        match char {
            '\'' | '"' | '\\' => shown.push(char),
            _ => shown.extend(char.escape_debug()),
        }
    }
    shown
}

/// A name: as it is if nobody could take it for anything else, else quoted and escaped.
pub(crate) fn name(name: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.' | ':' | '/' | '+' | '@');
    if !name.is_empty() && name.chars().all(is_plain) {
        return name.to_owned();
    }
    let mut quoted = String::from("\"");
    for char in name.chars() {
        match char {
            '\'' => quoted.push(char),
            _ => quoted.extend(char.escape_debug()),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        for code in (0..0x20).chain(0x7f..0xa0).chain([0xad, 0x200e, 0x202e, 0x2028, 0x2066, 0xfeff, 0xe0041]) {
            let char = char::from_u32(code).unwrap();
            for shown in [visible(&char.to_string(), 99), name(&char.to_string())] {
                assert!(shown.is_ascii() && shown.contains('\\'), "{code:x} {shown}");
                assert!(!shown.bytes().any(|byte| byte.is_ascii_control()), "{code:x}");
            }
        }
    }

    #[test]
    fn what_is_printable_stays() {
        assert_eq!(visible("analyses[\"é\"] 'x' \\", 99), "analyses[\"é\"] 'x' \\");
        assert_eq!(visible("aaaa", 2), "aa…");
        assert_eq!(name("601e2d95-3f24"), "601e2d95-3f24");
        assert_eq!(name("größe"), "größe");
    }

    #[test]
    fn a_name_that_could_mislead_is_quoted() {
        assert_eq!(name(""), "\"\"");
        assert_eq!(name("g1  fine"), "\"g1  fine\"");
        assert_eq!(name("\u{1b}[2J\"\\"), "\"\\u{1b}[2J\\\"\\\\\"");
    }
}
