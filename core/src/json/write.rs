//! Writing JSON: strings are escaped only where JSON demands.

use super::scan;
use crate::excerpt::push_hex;
use alloc::string::String;

/// What has a JSON form.
pub(crate) trait Write {
    fn write(&self, text: &mut String);
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, text: &mut String) {
        (**self).write(text);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, text: &mut String) {
        match self {
            Some(value) => value.write(text),
            None => text.push_str("null"),
        }
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, text: &mut String) {
        write_list(self, text, T::write);
    }
}

pub(crate) fn write_list<T>(list: &[T], text: &mut String, write: impl Fn(&T, &mut String)) {
    text.push('[');
    let mut is_first = true;
    for value in list {
        if !is_first {
            text.push(',');
        }
        is_first = false;
        write(value, text);
    }
    text.push(']');
}

impl Write for str {
    fn write(&self, text: &mut String) {
        text.push('"');
        let mut rest = self;
        loop {
            let (plain, behind) = rest.split_at_checked(scan::plain(rest.as_bytes(), 0)).unwrap_or((rest, ""));
            text.push_str(plain);
            let Some((escaped, behind)) = behind.split_at_checked(1) else { break };
            rest = behind;
            write_escaped(escaped, text);
        }
        text.push('"');
    }
}

#[cold]
fn write_escaped(character: &str, text: &mut String) {
    text.push('\\');
    match character {
        "\u{8}" => text.push('b'),
        "\u{c}" => text.push('f'),
        "\n" => text.push('n'),
        "\r" => text.push('r'),
        "\t" => text.push('t'),
        "\"" | "\\" => text.push_str(character),
        _ => {
            text.push_str("u00");
            character.bytes().for_each(|byte| push_hex(text, byte));
        }
    }
}

impl Write for u64 {
    fn write(&self, text: &mut String) {
        // the last digit last, and no number has more than twenty
        let mut digits = [b'0'; 20];
        let mut rest = *self;
        let mut start = digits.len();
        for (place, digit) in digits.iter_mut().enumerate().rev() {
            *digit = b'0'.saturating_add(u8::try_from(rest % 10).unwrap_or(0));
            rest /= 10;
            start = place;
            if rest == 0 {
                break;
            }
        }
        let digits = digits.get(start..).unwrap_or(&[]);
        text.push_str(core::str::from_utf8(digits).unwrap_or(""));
    }
}

impl Write for i64 {
    fn write(&self, text: &mut String) {
        if *self < 0 {
            text.push('-');
        }
        self.unsigned_abs().write(text);
    }
}

impl Write for u32 {
    fn write(&self, text: &mut String) {
        u64::from(*self).write(text);
    }
}

impl Write for usize {
    fn write(&self, text: &mut String) {
        // no machine has more
        u64::try_from(*self).unwrap_or(u64::MAX).write(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &(impl Write + ?Sized)) -> String {
        let mut text = String::new();
        value.write(&mut text);
        text
    }

    #[test]
    fn strings_are_escaped_only_where_json_demands() {
        assert_eq!(written(""), r#""""#);
        assert_eq!(written("/é\u{7f}\u{2028}"), "\"/é\u{7f}\u{2028}\"");
        assert_eq!(written("\"\\\u{8}\u{c}\n\r\t"), r#""\"\\\b\f\n\r\t""#);
        assert_eq!(written("a\0b\u{1f}\u{b}c"), r#""a\u0000b\u001f\u000bc""#);
        assert_eq!(written("long enough for words\nand more of it"), r#""long enough for words\nand more of it""#);
    }

    #[test]
    fn numbers_are_written_to_the_last_digit() {
        assert_eq!(written(&0_u32), "0");
        assert_eq!(written(&10_usize), "10");
        assert_eq!(written(&u64::MAX), "18446744073709551615");
        assert_eq!(written(&i64::MIN), "-9223372036854775808");
        assert_eq!((written(&-1_i64), written(&0_i64)), ("-1".into(), "0".into()));
        assert_eq!(written(&[Some(1_u64), None, Some(230)][..]), "[1,null,230]");
        assert_eq!(written(&[] as &[u64]), "[]");
    }
}
