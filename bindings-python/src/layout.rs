//! How the integers of a column lie in memory.

use std::ffi::CStr;

/// Integers of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Layout {
    pub(crate) signed: bool,
    /// In bytes.
    pub(crate) width: usize,
    /// Of the other byte order than this machine's.
    pub(crate) swapped: bool,
}

/// The layout of a format of Python's `struct` module; none for what is no integer.
pub(crate) fn of_format(format: &CStr, width: usize) -> Option<Layout> {
    let foreign: &[u8] = if cfg!(target_endian = "little") { b">!" } else { b"<" };
    let (order, kind) = match format.to_bytes() {
        [kind] => (b'@', kind),
        [order @ (b'@' | b'=' | b'<' | b'>' | b'!'), kind] => (*order, kind),
        _ => return None,
    };
    let signed = match kind {
        b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => true,
        b'B' | b'c' | b'H' | b'I' | b'L' | b'Q' | b'N' => false,
        _ => return None,
    };
    matches!(width, 1 | 2 | 4 | 8).then_some(Layout { signed, width, swapped: width > 1 && foreign.contains(&order) })
}

mod sealed {
    pub(crate) trait Sealed {}
}

/// Integers whose every bit pattern is a value, so that memory of their width can be read as them.
pub(crate) trait Integer: Copy + sealed::Sealed + Send + Sync + 'static {}

macro_rules! integers {
    ($($integer:ty)+) => {$(
        impl sealed::Sealed for $integer {}
        impl Integer for $integer {}
    )+};
}

integers!(u8 u32 u64 i32 i64);
