//! A JSON reader that builds nothing: a value is its own text, looked into one level at a time.
//!
//! Nesting costs a byte of stack kept on the heap, never a call.

/// The text of one well-formed JSON value, without surrounding space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value<'a>(&'a str);

impl<'a> Value<'a> {
    /// The whole text as one value, or nothing if it is not well-formed JSON.
    pub fn parse(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let start = space(bytes, 0);
        let end = value(bytes, start)?;
        (space(bytes, end) == bytes.len()).then(|| Value(&text[start..end]))
    }

    /// Its JSON text.
    pub fn text(self) -> &'a str {
        self.0
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.0 == "null"
    }

    /// Whether it is a string.
    pub fn is_string(self) -> bool {
        self.0.starts_with('"')
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        self.0.starts_with(|first: char| first == '-' || first.is_ascii_digit())
    }

    /// The elements, if it is an array.
    pub fn elements(self) -> Option<Vec<Value<'a>>> {
        let bytes = self.0.as_bytes();
        if bytes[0] != b'[' {
            return None;
        }
        let mut found = Vec::new();
        let mut at = space(bytes, 1);
        while bytes[at] != b']' {
            at = space(bytes, at);
            let end = value(bytes, at)?;
            found.push(Value(&self.0[at..end]));
            at = after_comma(bytes, end);
        }
        Some(found)
    }

    /// The keys, each as its JSON text, and the values, in order, if it is an object.
    pub fn entries(self) -> Option<Vec<(Value<'a>, Value<'a>)>> {
        let bytes = self.0.as_bytes();
        if bytes[0] != b'{' {
            return None;
        }
        let mut found = Vec::new();
        let mut at = space(bytes, 1);
        while bytes[at] != b'}' {
            let start = space(bytes, at);
            let key = Value(&self.0[start..string(bytes, start)?]);
            let start = space(bytes, colon(bytes, start)?);
            let end = value(bytes, start)?;
            found.push((key, Value(&self.0[start..end])));
            at = after_comma(bytes, end);
        }
        Some(found)
    }
}

/// Whether the text is exactly one JSON number.
pub fn is_number(text: &str) -> bool {
    number(text.as_bytes(), 0) == Some(text.len())
}

fn space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

fn after_comma(bytes: &[u8], at: usize) -> usize {
    let at = space(bytes, at);
    if bytes[at] == b',' { at + 1 } else { at }
}

/// The end of the value that starts here.
fn value(bytes: &[u8], start: usize) -> Option<usize> {
    let mut open: Vec<u8> = Vec::new();
    let mut at = start;
    loop {
        at = space(bytes, at);
        match bytes.get(at)? {
            b'{' => {
                at = space(bytes, at + 1);
                if bytes.get(at)? != &b'}' {
                    open.push(b'}');
                    at = colon(bytes, at)?;
                    continue;
                }
                at += 1;
            }
            b'[' => {
                at = space(bytes, at + 1);
                if bytes.get(at)? != &b']' {
                    open.push(b']');
                    continue;
                }
                at += 1;
            }
            b'"' => at = string(bytes, at)?,
            b'n' => at = literal(bytes, at, b"null")?,
            b't' => at = literal(bytes, at, b"true")?,
            b'f' => at = literal(bytes, at, b"false")?,
            _ => at = number(bytes, at)?,
        }
        loop {
            let Some(close) = open.last() else {
                return Some(at);
            };
            at = space(bytes, at);
            let next = bytes.get(at)?;
            at += 1;
            if next == close {
                open.pop();
            } else if next == &b',' {
                if close == &b'}' {
                    at = colon(bytes, at)?;
                }
                break;
            } else {
                return None;
            }
        }
    }
}

/// The place after the colon of the key that starts here.
fn colon(bytes: &[u8], at: usize) -> Option<usize> {
    let end = string(bytes, space(bytes, at))?;
    let at = space(bytes, end);
    (bytes.get(at)? == &b':').then_some(at + 1)
}

fn literal(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    bytes[at..].starts_with(word).then_some(at + word.len())
}

fn string(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at)? != &b'"' {
        return None;
    }
    let mut at = at + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match bytes.get(at + 1)? {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => at += 2,
                b'u' => {
                    let hex = bytes.get(at + 2..at + 6)?;
                    if !hex.iter().all(u8::is_ascii_hexdigit) {
                        return None;
                    }
                    at += 6;
                }
                _ => return None,
            },
            0..=0x1f => return None,
            _ => at += 1,
        }
    }
}

fn digits(bytes: &[u8], mut at: usize) -> Option<usize> {
    let start = at;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    (at > start).then_some(at)
}

fn number(bytes: &[u8], mut at: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if bytes.get(at) == Some(&b'0') { at + 1 } else { digits(bytes, at)? };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Some(at)
}
