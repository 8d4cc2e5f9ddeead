//! The buffer through which text comes in, written by JavaScript without a copy in between.

use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is kept between calls; a larger payload's buffer is given back.
const KEPT: usize = 1 << 16;

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Where at least `length` bytes may be written. Valid until the next call; what was written before is kept.
#[wasm_bindgen]
#[must_use]
pub fn input(length: usize) -> *mut u8 {
    BUFFER.with_borrow_mut(|buffer| {
        if buffer.len() < length {
            buffer.resize(length, 0);
        }
        buffer.as_mut_ptr()
    })
}

/// Writes text as JavaScript would, for tests in Rust.
///
/// ```
/// oz_status_wasm::write(b"[]");
/// ```
pub fn write(text: &[u8]) {
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        buffer.extend_from_slice(text);
    });
}

/// Looks at the first `length` bytes.
pub(crate) fn read<T>(length: usize, look: impl FnOnce(&[u8]) -> T) -> T {
    BUFFER.with_borrow_mut(|buffer| {
        // a length beyond the buffer reads as no text, and no text is refused
        let result = look(buffer.get(..length).unwrap_or(&[]));
        if buffer.len() > KEPT {
            *buffer = Vec::new();
        }
        result
    })
}
