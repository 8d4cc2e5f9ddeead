//! A place in JSON text that moves on, token by token.

use super::malformed::{
    ARRAY_END, COLON, DIGIT, ESCAPE, HEX, KEY, OBJECT_END, PAIR, QUOTE, TEXT_END, VALUE, VISIBLE, malformed,
};
use super::nesting::Nesting;
use super::scan;
use super::string::unescaped;
use crate::error::Error;
use alloc::borrow::Cow;

/// Reads JSON text from a place on. Whatever is passed over is checked to be well-formed.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

/// The value that begins at a cursor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    String,
    Number,
    Null,
    Bool,
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    /// What the next value is; that it is well-formed shows when it is read or skipped.
    #[inline]
    pub(crate) fn kind(&mut self) -> Result<Kind, Error> {
        match self.peek() {
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'"') => Ok(Kind::String),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b'n') => Ok(Kind::Null),
            Some(b't' | b'f') => Ok(Kind::Bool),
            _ => Err(self.malformed(VALUE)),
        }
    }

    /// Goes into an object or array.
    #[inline]
    pub(crate) fn enter(&mut self) {
        self.step();
    }

    /// The next key of the object that was entered, up to its value; none at its end, which is passed.
    #[inline]
    pub(crate) fn next_key(&mut self, is_first: &mut bool) -> Result<Option<Cow<'a, str>>, Error> {
        if self.passes_end(b'}', OBJECT_END, is_first)? {
            return Ok(None);
        }
        self.open_key()?;
        let key = self.read_string()?;
        self.pass_colon()?;
        Ok(Some(key))
    }

    /// Whether another element follows in the array that was entered; its end is passed.
    #[inline]
    pub(crate) fn next_element(&mut self, is_first: &mut bool) -> Result<bool, Error> {
        Ok(!self.passes_end(b']', ARRAY_END, is_first)?)
    }

    /// The string that begins here.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, Error> {
        self.step();
        self.read_string()
    }

    /// The text of the value that begins here, which is passed over: at any depth without recursion, building nothing.
    #[inline]
    pub(crate) fn pass(&mut self) -> Result<&'a str, Error> {
        let _ = self.peek();
        let start = self.at;
        self.pass_value()?;
        Ok(self.text.get(start..self.at).unwrap_or(""))
    }

    /// Checks that nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        if self.peek().is_none() { Ok(()) } else { Err(self.malformed(TEXT_END)) }
    }

    /// The next byte that is no space.
    #[inline(always)]
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(&byte) if scan::is_space(byte) => self.step(),
                byte => return byte.copied(),
            }
        }
    }

    #[inline(always)]
    fn step(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    #[inline(always)]
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or(&[])
    }

    #[cold]
    fn malformed(&self, expected: &'static str) -> Error {
        malformed(self.text, self.at, expected)
    }

    /// Passes the end of a container, or else the comma before what follows.
    #[inline(always)]
    fn passes_end(&mut self, end: u8, expected: &'static str, is_first: &mut bool) -> Result<bool, Error> {
        let was_first = core::mem::replace(is_first, false);
        match self.peek() {
            Some(byte) if byte == end => {
                self.step();
                return Ok(true);
            }
            Some(b',') if !was_first => self.step(),
            Some(_) if was_first => {}
            _ => return Err(self.malformed(expected)),
        }
        Ok(false)
    }

    /// Goes behind the opening quote of a key.
    #[inline(always)]
    fn open_key(&mut self) -> Result<(), Error> {
        if self.peek() != Some(b'"') {
            return Err(self.malformed(KEY));
        }
        self.step();
        Ok(())
    }

    #[inline(always)]
    fn pass_colon(&mut self) -> Result<(), Error> {
        if self.peek() != Some(b':') {
            return Err(self.malformed(COLON));
        }
        self.step();
        Ok(())
    }

    /// The string from behind its opening quote on, decoded.
    #[inline]
    fn read_string(&mut self) -> Result<Cow<'a, str>, Error> {
        let start = self.at;
        let has_escapes = self.pass_string()?;
        let text = self.text.get(start..self.at.wrapping_sub(1)).unwrap_or("");
        if !has_escapes {
            return Ok(Cow::Borrowed(text));
        }
        let decoded = unescaped(text).map_err(|lone| malformed(self.text, start.wrapping_add(lone), PAIR))?;
        Ok(Cow::Owned(decoded))
    }

    /// Passes a string from behind its opening quote: whether it has escapes.
    #[inline(always)]
    fn pass_string(&mut self) -> Result<bool, Error> {
        let mut has_escapes = false;
        loop {
            let rest = self.rest();
            let plain = scan::plain(rest);
            self.at = self.at.wrapping_add(plain);
            match rest.get(plain) {
                Some(b'"') => {
                    self.step();
                    return Ok(has_escapes);
                }
                Some(b'\\') => {
                    has_escapes = true;
                    self.pass_escape()?;
                }
                Some(_) => return Err(self.malformed(VISIBLE)),
                None => return Err(self.malformed(QUOTE)),
            }
        }
    }

    fn pass_escape(&mut self) -> Result<(), Error> {
        let rest = self.rest();
        let length = match rest.get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => {
                let digits = rest.get(2..6).unwrap_or(&[]);
                if digits.len() != 4 || !digits.iter().all(u8::is_ascii_hexdigit) {
                    return Err(self.malformed(HEX));
                }
                6
            }
            _ => return Err(self.malformed(ESCAPE)),
        };
        self.at = self.at.wrapping_add(length);
        Ok(())
    }

    /// Passes a value from its first byte on.
    fn pass_value(&mut self) -> Result<(), Error> {
        match self.peek() {
            Some(b'{') => self.pass_container(true),
            Some(b'[') => self.pass_container(false),
            first => self.pass_scalar(first),
        }
    }

    #[inline(always)]
    fn pass_scalar(&mut self, first: Option<u8>) -> Result<(), Error> {
        let word: &[u8] = match first {
            Some(b'"') => {
                self.step();
                return self.pass_string().map(|_| ());
            }
            Some(b'-' | b'0'..=b'9') => return self.pass_number(),
            Some(b'n') => b"null",
            Some(b't') => b"true",
            Some(b'f') => b"false",
            _ => return Err(self.malformed(VALUE)),
        };
        if !self.rest().starts_with(word) {
            return Err(self.malformed(VALUE));
        }
        self.at = self.at.wrapping_add(word.len());
        Ok(())
    }

    #[inline(always)]
    fn pass_number(&mut self) -> Result<(), Error> {
        let (length, whole) = match scan::number(self.rest()) {
            Ok(length) => (length, true),
            Err(length) => (length, false),
        };
        self.at = self.at.wrapping_add(length);
        if whole { Ok(()) } else { Err(self.malformed(DIGIT)) }
    }

    fn pass_container(&mut self, is_object: bool) -> Result<(), Error> {
        let mut outer = Nesting::default();
        let mut in_object = is_object;
        let mut is_first = true;
        self.step();
        loop {
            let (end, expected) = if in_object { (b'}', OBJECT_END) } else { (b']', ARRAY_END) };
            if self.passes_end(end, expected, &mut is_first)? {
                match outer.pop() {
                    Some(is_object) => in_object = is_object,
                    None => return Ok(()),
                }
                continue;
            }
            if in_object {
                self.open_key()?;
                self.pass_string()?;
                self.pass_colon()?;
            }
            match self.peek() {
                Some(open @ (b'{' | b'[')) => {
                    outer.push(in_object);
                    in_object = open == b'{';
                    is_first = true;
                    self.step();
                }
                first => self.pass_scalar(first)?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::{String, ToString};
    use std::vec::Vec;

    /// The whole text as one value, skipped: its text, or what was expected, found and where.
    fn skipped(text: &str) -> Result<&str, (String, String, usize, usize)> {
        let mut cursor = Cursor::new(text);
        let value = cursor.pass().and_then(|value| cursor.end().map(|()| value));
        value.map_err(|error| {
            let expected = error.expected().strip_prefix("well-formed JSON: ").unwrap_or("").to_string();
            let found = error.found().unwrap_or("").to_string();
            (expected, found, error.line().unwrap_or(0), error.column().unwrap_or(0))
        })
    }

    #[test]
    fn values_are_skipped_with_the_space_around_them() {
        for value in [
            "null",
            "true",
            "false",
            "0",
            "-1.5e+7",
            r#""""#,
            r#""\"\\\/\b\f\n\r\t\u00e9\ud800""#,
            "[]",
            "{}",
            "[[],{},[1,2]]",
            r#"{"a":[{"b":null}],"c":"d","c":-0}"#,
            "[ 1 , { \"a\" : [ ] } ]",
        ] {
            assert_eq!(skipped(value), Ok(value));
            assert_eq!(skipped(&format!(" \t\r\n{value} \t\r\n")), Ok(value));
        }
    }

    #[test]
    fn malformed_text_is_told_with_its_place() {
        for (text, expected, found, line, column) in [
            ("", "a value", "", 1, 1),
            ("\n ", "a value", "", 2, 2),
            ("nul", "a value", "nul", 1, 1),
            ("truth", "a value", "truth", 1, 1),
            ("'a'", "a value", "'a'", 1, 1),
            ("\u{feff}[]", "a value", "\u{feff}[]", 1, 1),
            ("-", "a digit", "", 1, 2),
            ("[1.]", "a digit", "]", 1, 4),
            ("01", "nothing behind the value", "1", 1, 2),
            ("[] []", "nothing behind the value", "[]", 1, 4),
            ("[", "a comma or the end of the array", "", 1, 2),
            ("[1 2]", "a comma or the end of the array", "2]", 1, 4),
            ("[1}", "a comma or the end of the array", "}", 1, 3),
            ("[1,]", "a value", "]", 1, 4),
            ("[,1]", "a value", ",1]", 1, 2),
            ("{", "a comma or the end of the object", "", 1, 2),
            ("{]", "a key in quotes", "]", 1, 2),
            ("{1:2}", "a key in quotes", "1:2}", 1, 2),
            (r#"{"a":1,}"#, "a key in quotes", "}", 1, 8),
            (r#"{"a" 1}"#, "a colon behind the key", "1}", 1, 6),
            (r#"{"a":}"#, "a value", "}", 1, 6),
            (r#"{"a":1 "b":2}"#, "a comma or the end of the object", "\"b\":2}", 1, 8),
            (r#"{"a":[1}}"#, "a comma or the end of the array", "}}", 1, 8),
            ("[{\n}\n", "a comma or the end of the array", "", 3, 1),
            (r#""abc"#, "a quote at the end of the string", "", 1, 5),
            ("\"a\nb\"", "control characters within strings escaped", "", 1, 3),
            ("\"a\tb\"", "control characters within strings escaped", "\tb\"", 1, 3),
            (r#""\x""#, "one of the nine escapes", "\\x\"", 1, 2),
            (r#""\"#, "one of the nine escapes", "\\", 1, 2),
            (r#""\u12g4""#, "four hexadecimal digits", "\\u12g4\"", 1, 2),
            (r#""\u12"#, "four hexadecimal digits", "\\u12", 1, 2),
        ] {
            let told = (expected.to_string(), found.to_string(), line, column);
            assert_eq!(skipped(text), Err(told), "{text}");
        }
    }

    /// A string that is read.
    fn read(text: &str) -> Result<String, (usize, usize)> {
        let read = Cursor::new(text).string();
        read.map(Cow::into_owned).map_err(|error| (error.line().unwrap_or(0), error.column().unwrap_or(0)))
    }

    #[test]
    fn strings_are_decoded_and_surrogates_stand_in_pairs() {
        assert_eq!(read(r#""plain""#).as_deref(), Ok("plain"));
        assert_eq!(read(r#""\"\\\/\b\f\n\r\t""#).as_deref(), Ok("\"\\/\u{8}\u{c}\n\r\t"));
        assert_eq!(read(r#""a\u0041\u00E9é\u20ac\uFFFFz""#).as_deref(), Ok("aAéé€\u{ffff}z"));
        for (pair, character) in [
            (r"\ud800\udc00", '\u{10000}'),
            (r"\uDBFF\uDFFF", '\u{10ffff}'),
            (r"\ud83d\ude00", '😀'),
            (r"\ud7ff", '\u{d7ff}'),
            (r"\ue000", '\u{e000}'),
        ] {
            assert_eq!(read(&format!("\"a{pair}b\"")), Ok(format!("a{character}b")), "{pair}");
        }
        for lone in [
            r"\ud800",
            r"\udc00",
            r"\udfff",
            r"\ud800x",
            r"\ud800\n",
            r"\ud800\ud800",
            r"\udbff\ue000",
            r"\ud800\u0041",
            r"\udc00\ud800",
        ] {
            assert_eq!(read(&format!("\"é\\n{lone}\"")), Err((1, 6)), "{lone}");
        }
    }

    #[test]
    fn objects_and_arrays_are_gone_through() {
        let mut cursor = Cursor::new(r#" { "a" : [ 1 , "x" ] , "\u0062" : { } } "#);
        let mut keys = Vec::new();
        assert!(cursor.kind().is_ok_and(|kind| kind == Kind::Object));
        cursor.enter();
        let mut is_first = true;
        while let Some(key) = cursor.next_key(&mut is_first).expect("a key") {
            keys.push(key);
            if cursor.kind().is_ok_and(|kind| kind == Kind::Array) {
                let (mut is_first, mut elements) = (true, Vec::new());
                cursor.enter();
                while cursor.next_element(&mut is_first).expect("an element") {
                    elements.push(cursor.pass().expect("a value"));
                }
                assert_eq!(elements, ["1", "\"x\""]);
            } else {
                assert_eq!(cursor.pass().expect("a value"), "{ }");
            }
        }
        assert_eq!(keys, ["a", "b"]);
        assert!(cursor.end().is_ok());
    }
}
