//! A place in JSON text that moves on, token by token.

use super::malformed::{Stop, TEXT_END, VALUE, malformed};
use super::scan::spaces;
use super::string::Raw;
use super::value::{end_expected, is_end, key, string, value};
use crate::error::Error;

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

    /// What the next value is; that it is well-formed shows when it is read or passed.
    #[inline]
    pub(crate) fn kind(&mut self) -> Result<Kind, Error> {
        self.at = spaces(self.text.as_bytes(), self.at);
        match self.text.as_bytes().get(self.at) {
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'"') => Ok(Kind::String),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b'n') => Ok(Kind::Null),
            Some(b't' | b'f') => Ok(Kind::Bool),
            _ => Err(self.malformed(Stop { at: self.at, expected: VALUE })),
        }
    }

    /// Goes into an object or array.
    #[inline]
    pub(crate) fn enter(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    /// The next key of the object that was entered, up to its value; none at its end, which is passed.
    #[inline]
    pub(crate) fn next_key(&mut self, is_first: &mut bool) -> Result<Option<Raw<'a>>, Error> {
        if self.passes_end(true, is_first)? {
            return Ok(None);
        }
        let key = key(self.text.as_bytes(), self.at).and_then(|(span, behind)| {
            self.at = behind;
            Raw::new(self.text, span)
        });
        key.map(Some).map_err(|stop| self.malformed(stop))
    }

    /// Whether another element follows in the array that was entered; its end is passed.
    #[inline]
    pub(crate) fn next_element(&mut self, is_first: &mut bool) -> Result<bool, Error> {
        Ok(!self.passes_end(false, is_first)?)
    }

    /// The string that begins here.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Raw<'a>, Error> {
        let string = string(self.text.as_bytes(), self.at.wrapping_add(1)).and_then(|span| {
            self.at = span.end.wrapping_add(1);
            Raw::new(self.text, span)
        });
        string.map_err(|stop| self.malformed(stop))
    }

    /// The text of the value that begins here, which is passed over: at any depth without recursion, building nothing.
    #[inline]
    pub(crate) fn pass(&mut self) -> Result<&'a str, Error> {
        let start = spaces(self.text.as_bytes(), self.at);
        self.at = value(self.text.as_bytes(), start).map_err(|stop| self.malformed(stop))?;
        Ok(self.text.get(start..self.at).unwrap_or(""))
    }

    /// Checks that nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        self.at = spaces(self.text.as_bytes(), self.at);
        let is_end = self.at == self.text.len();
        if is_end { Ok(()) } else { Err(self.malformed(Stop { at: self.at, expected: TEXT_END })) }
    }

    #[cold]
    fn malformed(&self, stop: Stop) -> Error {
        malformed(self.text, stop)
    }

    /// Passes the end of a container, or else the comma before what follows.
    #[inline(always)]
    fn passes_end(&mut self, of_object: bool, is_first: &mut bool) -> Result<bool, Error> {
        let text = self.text.as_bytes();
        let was_first = core::mem::replace(is_first, false);
        self.at = spaces(text, self.at);
        let ends = is_end(text, self.at, of_object);
        if ends || !was_first {
            if !ends && text.get(self.at) != Some(&b',') {
                return Err(self.malformed(Stop { at: self.at, expected: end_expected(of_object) }));
            }
            self.at = self.at.wrapping_add(1);
        } else if self.at == text.len() {
            return Err(self.malformed(Stop { at: self.at, expected: end_expected(of_object) }));
        }
        Ok(ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::{String, ToString};
    use std::vec::Vec;

    /// The whole text as one value, skipped: its text, or what was expected, found and where.
    fn skipped(text: &str) -> Result<&str, (String, Option<String>, usize, usize)> {
        let mut cursor = Cursor::new(text);
        let value = cursor.pass().and_then(|value| cursor.end().map(|()| value));
        value.map_err(|error| {
            let expected = error.expected().strip_prefix("well-formed JSON: ").unwrap_or("").to_string();
            let found = error.found().map(ToString::to_string);
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
            (r#"{"a":1,"#, "a key in quotes", "", 1, 8),
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
            let found = Some(found.to_string()).filter(|found| !found.is_empty());
            let told = (expected.to_string(), found, line, column);
            assert_eq!(skipped(text), Err(told), "{text}");
        }
    }

    /// A string that is read.
    fn read(text: &str) -> Result<String, (usize, usize)> {
        let read = Cursor::new(text).string();
        read.map(|string| string.decoded().into_owned())
            .map_err(|error| (error.line().unwrap_or(0), error.column().unwrap_or(0)))
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
            keys.push(key.decoded());
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
