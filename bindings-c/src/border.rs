//! The border: raw pointers become references and values here, checked for all that can be checked.
//!
//! What cannot be checked is what the head of the header asks of every caller: a pointer that is neither NULL nor
//! misaligned points to as many elements as its length says, and they stay as they are during the call.

use crate::error::Code;
use core::ops::Range;

/// What a function gives, or why not.
pub(crate) type Outcome<T> = Result<T, Code>;

/// The elements that a pointer and a length name; NULL with length 0 are no elements.
///
/// # Safety
/// A pointer that is neither NULL nor misaligned points to `len` readable elements of `T`, of which every bit
/// pattern is valid, and nobody writes them during `'a`.
#[inline]
pub(crate) unsafe fn slice<'a, T: Plain>(data: *const T, len: usize) -> Outcome<&'a [T]> {
    check_span(data, len)?;
    if data.is_null() {
        return Ok(&[]);
    }
    // SAFETY: neither NULL nor misaligned nor longer than memory, and the caller's word for the rest
    Ok(unsafe { core::slice::from_raw_parts(data, len) })
}

/// As [`slice`], for writing.
///
/// # Safety
/// As [`slice`], and nobody else reads or writes the elements during `'a`; they are initialised.
#[inline]
pub(crate) unsafe fn slice_mut<'a, T: Plain>(data: *mut T, len: usize) -> Outcome<&'a mut [T]> {
    check_span(data.cast_const(), len)?;
    if data.is_null() {
        return Ok(&mut []);
    }
    // SAFETY: neither NULL nor misaligned nor longer than memory, and the caller's word for the rest
    Ok(unsafe { core::slice::from_raw_parts_mut(data, len) })
}

/// One value, copied.
///
/// # Safety
/// As [`slice`], for one element.
#[inline]
pub(crate) unsafe fn read<T: Plain + Copy>(from: *const T) -> Outcome<T> {
    if from.is_null() {
        return Err(Code::OzNull);
    }
    // SAFETY: the caller's word, for one element
    unsafe { slice(from, 1) }?.first().copied().ok_or(Code::OzNull)
}

/// Writes what `compute` gives, if it gives anything; a place that cannot be written is found before.
///
/// # Safety
/// `out`, unless NULL or misaligned, may be written, and nobody else reads or writes it during the call.
#[inline]
pub(crate) unsafe fn give<T>(out: *mut T, compute: impl FnOnce() -> Outcome<T>) -> Code {
    if let Err(code) = check_out(out) {
        return code;
    }
    match compute() {
        Ok(value) => {
            // SAFETY: neither NULL nor misaligned, and the caller's word that it may be written
            unsafe { out.write(value) };
            Code::OzOk
        }
        Err(code) => code,
    }
}

/// Writes one value, or nothing if the place is NULL.
///
/// # Safety
/// As [`give`]; `out` was checked by [`check_optional`] or [`check_out`].
#[inline]
pub(crate) unsafe fn put<T>(out: *mut T, value: T) {
    if !out.is_null() && out.is_aligned() {
        // SAFETY: neither NULL nor misaligned, and the caller's word that it may be written
        unsafe { out.write(value) };
    }
}

/// Writes several values, or nothing if the place is NULL.
///
/// # Safety
/// `out` was checked by [`check_span`] for at least as many elements as `values` gives.
pub(crate) unsafe fn put_all<T>(out: *mut T, values: impl Iterator<Item = T>) {
    if !out.is_null() {
        let mut place = out;
        for value in values {
            // SAFETY: within the elements that the caller named, then one further, at most to their end
            unsafe {
                place.write(value);
                place = place.add(1);
            }
        }
    }
}

/// Copies bytes, or nothing if the place is NULL.
///
/// # Safety
/// `out` was checked by [`check_span`] for at least as many bytes, and they are not part of `bytes`.
#[cfg(feature = "json")]
pub(crate) unsafe fn put_bytes(out: *mut u8, bytes: &[u8]) {
    if !out.is_null() {
        // SAFETY: within what the caller named, and `bytes` is the library's own
        unsafe { out.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
    }
}

/// A place that must be written.
#[inline]
pub(crate) fn check_out<T>(out: *mut T) -> Outcome<()> {
    if out.is_null() { Err(Code::OzNull) } else { check_optional(out) }
}

/// A place that is written unless it is NULL.
#[inline]
pub(crate) fn check_optional<T>(out: *const T) -> Outcome<()> {
    if out.is_aligned() { Ok(()) } else { Err(Code::OzMisaligned) }
}

/// Elements to read or to write.
#[inline]
pub(crate) fn check_span<T>(data: *const T, len: usize) -> Outcome<()> {
    if data.is_null() {
        return if len == 0 { Ok(()) } else { Err(Code::OzNull) };
    }
    if !data.is_aligned() {
        return Err(Code::OzMisaligned);
    }
    let bytes = len.checked_mul(size_of::<T>()).filter(|&bytes| isize::try_from(bytes).is_ok());
    match bytes.and_then(|bytes| data.addr().checked_add(bytes)) {
        Some(_) => Ok(()),
        None => Err(Code::OzTooLong),
    }
}

/// The addresses of elements that passed [`check_span`].
#[inline]
pub(crate) fn addresses<T>(data: *const T, len: usize) -> Range<usize> {
    let end = data.addr().saturating_add(len.saturating_mul(size_of::<T>()));
    if data.is_null() { 0..0 } else { data.addr()..end }
}

/// What is written while it is read must stand apart.
#[inline]
pub(crate) fn check_apart(written: &Range<usize>, other: &Range<usize>) -> Outcome<()> {
    let meet = written.start < other.end && other.start < written.end;
    if meet && !written.is_empty() && !other.is_empty() { Err(Code::OzOverlap) } else { Ok(()) }
}

/// Types of which every bit pattern is a value.
///
/// # Safety
/// That has to be so.
pub(crate) unsafe trait Plain {}

// SAFETY: integers
unsafe impl Plain for u8 {}
// SAFETY: integers
unsafe impl Plain for u32 {}
// SAFETY: integers
unsafe impl Plain for u64 {}
// SAFETY: integers and nothing else
unsafe impl Plain for crate::tally::Tally {}
// SAFETY: integers and nothing else
unsafe impl Plain for crate::folder::Analysis {}
// SAFETY: integers and raw pointers, which are not followed without a check
unsafe impl Plain for crate::folder::Folder {}
