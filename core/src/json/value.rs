//! Passing over values by their offsets: at any depth without recursion, building nothing.

use super::malformed::{ARRAY_END, COLON, DIGIT, KEY, OBJECT_END, Passed, QUOTE, Stop, VALUE, VISIBLE, stop};
use super::nesting::Nesting;
use super::scan::{number, plain, spaces};
use super::string::escape;

/// A string: where it starts behind its quote, and where the closing one is.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) has_escapes: bool,
}

/// Behind the value that stands at an offset or behind space there.
pub(super) fn value(text: &[u8], start: usize) -> Passed {
    let mut open = Nesting::NONE;
    let mut at = start;
    let mut is_keyed = false;
    loop {
        if is_keyed {
            at = key(text, at)?.1;
        }
        at = spaces(text, at);
        match text.get(at) {
            Some(&byte @ (b'{' | b'[')) => {
                is_keyed = byte == b'{';
                at = spaces(text, at.wrapping_add(1));
                if at == text.len() {
                    return stop(at, end_expected(is_keyed));
                }
                if !is_end(text, at, is_keyed) {
                    open.push(is_keyed);
                    continue;
                }
                at = at.wrapping_add(1);
            }
            Some(b'"') => at = string(text, at.wrapping_add(1))?.end.wrapping_add(1),
            _ => at = scalar(text, at)?,
        }
        // what is around it goes on or ends
        loop {
            let Some(in_object) = open.innermost() else { return Ok(at) };
            at = spaces(text, at);
            if is_end(text, at, in_object) {
                open.pop();
            } else if text.get(at) == Some(&b',') {
                at = at.wrapping_add(1);
                is_keyed = in_object;
                break;
            } else {
                return stop(at, end_expected(in_object));
            }
            at = at.wrapping_add(1);
        }
    }
}

#[inline(always)]
pub(super) fn is_end(text: &[u8], at: usize, of_object: bool) -> bool {
    text.get(at) == Some(if of_object { &b'}' } else { &b']' })
}

#[inline(always)]
pub(super) const fn end_expected(of_object: bool) -> &'static str {
    if of_object { OBJECT_END } else { ARRAY_END }
}

/// A key and its colon, at an offset or behind space there; what is behind both.
#[inline(always)]
pub(super) fn key(text: &[u8], start: usize) -> Result<(Span, usize), Stop> {
    let at = spaces(text, start);
    if text.get(at) != Some(&b'"') {
        return stop(at, KEY);
    }
    let key = string(text, at.wrapping_add(1))?;
    let at = spaces(text, key.end.wrapping_add(1));
    if text.get(at) == Some(&b':') { Ok((key, at.wrapping_add(1))) } else { stop(at, COLON) }
}

/// The string that starts at an offset, behind its quote.
#[inline(always)]
pub(super) fn string(text: &[u8], start: usize) -> Result<Span, Stop> {
    let mut has_escapes = false;
    let mut at = start;
    loop {
        at = plain(text, at);
        match text.get(at) {
            Some(b'"') => return Ok(Span { start, end: at, has_escapes }),
            Some(b'\\') => {
                has_escapes = true;
                at = escape(text, at)?;
            }
            Some(_) => return stop(at, VISIBLE),
            None => return stop(at, QUOTE),
        }
    }
}

/// Behind the number or literal at an offset.
#[inline]
fn scalar(text: &[u8], at: usize) -> Passed {
    let word: &[u8] = match text.get(at) {
        Some(b'-' | b'0'..=b'9') => return number(text, at).or_else(|at| stop(at, DIGIT)),
        Some(b'n') => b"null",
        Some(b't') => b"true",
        Some(b'f') => b"false",
        _ => return stop(at, VALUE),
    };
    let end = at.wrapping_add(word.len());
    if text.get(at..end) == Some(word) { Ok(end) } else { stop(at, VALUE) }
}
