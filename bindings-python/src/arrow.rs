//! The structs of the Arrow C data interface, as its specification lays them out, and what their formats mean.

use crate::layout::Layout;
use std::ffi::{CStr, c_char, c_int, c_void};

/// What a column is made of.
#[repr(C)]
pub(crate) struct ArrowSchema {
    pub(crate) format: *const c_char,
    name: *const c_char,
    pub(crate) metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut ArrowSchema,
    pub(crate) dictionary: *mut ArrowSchema,
    pub(crate) release: Option<unsafe extern "C" fn(*mut ArrowSchema)>,
    private_data: *mut c_void,
}

/// A column, or a chunk of one.
#[repr(C)]
pub(crate) struct ArrowArray {
    pub(crate) length: i64,
    pub(crate) null_count: i64,
    pub(crate) offset: i64,
    pub(crate) n_buffers: i64,
    n_children: i64,
    pub(crate) buffers: *mut *const c_void,
    children: *mut *mut ArrowArray,
    dictionary: *mut ArrowArray,
    pub(crate) release: Option<unsafe extern "C" fn(*mut ArrowArray)>,
    private_data: *mut c_void,
}

/// Chunks of a column.
#[repr(C)]
pub(crate) struct ArrowStream {
    pub(crate) get_schema: Option<unsafe extern "C" fn(*mut ArrowStream, *mut ArrowSchema) -> c_int>,
    pub(crate) get_next: Option<unsafe extern "C" fn(*mut ArrowStream, *mut ArrowArray) -> c_int>,
    get_last_error: Option<unsafe extern "C" fn(*mut ArrowStream) -> *const c_char>,
    pub(crate) release: Option<unsafe extern "C" fn(*mut ArrowStream)>,
    private_data: *mut c_void,
}

impl ArrowSchema {
    pub(crate) const EMPTY: ArrowSchema = ArrowSchema {
        format: std::ptr::null(),
        name: std::ptr::null(),
        metadata: std::ptr::null(),
        flags: 0,
        n_children: 0,
        children: std::ptr::null_mut(),
        dictionary: std::ptr::null_mut(),
        release: None,
        private_data: std::ptr::null_mut(),
    };
}

impl ArrowArray {
    pub(crate) const EMPTY: ArrowArray = ArrowArray {
        length: 0,
        null_count: 0,
        offset: 0,
        n_buffers: 0,
        n_children: 0,
        buffers: std::ptr::null_mut(),
        children: std::ptr::null_mut(),
        dictionary: std::ptr::null_mut(),
        release: None,
        private_data: std::ptr::null_mut(),
    };
}

/// The layout of a primitive Arrow type; none for any other.
pub(crate) fn layout(format: &CStr) -> Option<Layout> {
    let (signed, width) = match format.to_bytes() {
        b"c" => (true, 1),
        b"C" => (false, 1),
        b"s" => (true, 2),
        b"S" => (false, 2),
        b"i" => (true, 4),
        b"I" => (false, 4),
        b"l" => (true, 8),
        b"L" => (false, 8),
        _ => return None,
    };
    Some(Layout { signed, width, swapped: false })
}
