//! What goes with payload text: texts, options, the error in full.

use crate::border::{Outcome, Plain, check_optional, slice};
use crate::error::Code;
use core::ffi::c_char;

/// A text and its length in bytes; it need not end with a zero.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// UTF-8.
    pub data: *const c_char,
    /// Bytes.
    pub len: usize,
}

/// What you ask of a folder. Zeroed, it means the defaults: nothing required, operators review.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// sizeof(oz_options), or 0 for the struct as it was in the first version. What a larger one holds beyond what
    /// this library knows must be zero (OZ_STRUCT_SIZE): nothing asked is ever ignored.
    pub struct_size: u32,
    /// 1 if operator review is off: an analysis that asks for it is then a finding.
    pub operator_review_off: u8,
    /// Zero.
    pub reserved: [u8; 3],
    /// The analysis types required (R7).
    pub required: *const Text,
    /// How many types are required.
    pub required_len: usize,
}

/// Why a payload was refused. Texts end with a zero, and are cut between characters where there is no room.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct ErrorInfo {
    /// What is returned, too.
    pub code: Code,
    /// The line of malformed JSON, from 1; else 0.
    pub line: u32,
    /// The column of malformed JSON, in bytes from 1; 0 at the end of an empty line, and else.
    pub column: u32,
    /// How long the path is in bytes before it is cut.
    pub path_len: u32,
    /// Where: analyses[2].state, require[0]; empty for the payload as a whole.
    pub path: [c_char; 256],
    /// 1 if there is an offending text, else 0.
    pub has_found: u8,
    /// Zero.
    pub reserved: [u8; 3],
    /// The offending text, at most 64 bytes of it.
    pub found: [c_char; 68],
    /// What was expected there.
    pub expected: [c_char; 192],
}

impl ErrorInfo {
    /// An error that has no more to tell.
    #[must_use]
    pub fn new(code: Code) -> ErrorInfo {
        ErrorInfo {
            code,
            line: 0,
            column: 0,
            path_len: 0,
            path: [0; 256],
            has_found: 0,
            reserved: [0; 3],
            found: [0; 68],
            expected: [0; 192],
        }
    }

    /// An error of a payload.
    #[must_use]
    pub fn of(error: &oz_status::Error) -> ErrorInfo {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let code: Code = error.code().into();
        let mut info = ErrorInfo::new(code).at(error.path());
        info.line = error.line().map_or(0, number);
        info.column = error.column().map_or(0, number);
        info.has_found = error.found().is_some().into();
        info.found = cut(error.found().unwrap_or(""));
        info.expected = cut(error.expected());
        info
    }

    /// The same with a path.
    #[must_use]
    pub fn at(mut self, path: &str) -> ErrorInfo {
        self.path_len = u32::try_from(path.len()).unwrap_or(u32::MAX);
        self.path = cut(path);
        self
    }
}

/// The start of a text that has room beside its final zero.
fn cut<const ROOM: usize>(text: &str) -> [c_char; ROOM] {
    let mut room = [0; ROOM];
    let kept = text.get(..text.floor_char_boundary(ROOM.saturating_sub(1))).unwrap_or("");
    for (place, byte) in room.iter_mut().zip(kept.bytes()) {
        *place = c_char::from_ne_bytes([byte]);
    }
    room
}

/// An error in full.
pub(crate) type Refused = Box<ErrorInfo>;

impl From<Code> for Refused {
    fn from(code: Code) -> Refused {
        Box::new(ErrorInfo::new(code))
    }
}

/// The options that a pointer names; NULL for the defaults.
///
/// # Safety
/// As the head of the header asks of every pointer, the pointers in the options included.
pub(crate) unsafe fn read_options(options: *const Options) -> Result<oz_status::Options, Refused> {
    if options.is_null() {
        return Ok(oz_status::Options::new());
    }
    // SAFETY: the caller's pointer
    let asked = unsafe { known_part(options) }?;
    if asked.operator_review_off > 1 || asked.reserved != [0; 3] {
        return Err(Code::OzBadValue.into());
    }
    // SAFETY: the caller's pointer
    let texts = unsafe { slice(asked.required, asked.required_len) }?;
    let mut required = Vec::with_capacity(texts.len().min(16));
    for (place, text) in texts.iter().enumerate() {
        let wrong = |code| Box::new(ErrorInfo::new(code).at(&format!("require[{place}]")));
        // SAFETY: the caller's pointer
        let bytes = unsafe { slice(text.data.cast::<u8>(), text.len) }.map_err(wrong)?;
        required.push(core::str::from_utf8(bytes).map_err(|_| wrong(Code::OzInvalidUtf8))?);
    }
    let options = oz_status::Options::new().require(required).map_err(|error| Box::new(ErrorInfo::of(&error)))?;
    Ok(options.operator_review(asked.operator_review_off == 0))
}

/// The options as this version knows them, if whatever lies beyond is zero.
///
/// # Safety
/// As [`read_options`], for as many bytes as `struct_size` says, which is at least this version's if it is not 0.
unsafe fn known_part(options: *const Options) -> Outcome<Options> {
    check_optional(options)?;
    // SAFETY: the first field is read alone, for a shorter struct has no more
    let size = unsafe { slice(options.cast::<u32>(), 1) }?.first().copied().unwrap_or(0);
    let size = usize::try_from(size).map_err(|_| Code::OzStructSize)?;
    if size != 0 {
        let beyond = size.checked_sub(size_of::<Options>()).ok_or(Code::OzStructSize)?;
        // a struct of many pages is no struct but memory that was never set
        if beyond > 4096 {
            return Err(Code::OzStructSize);
        }
        // SAFETY: the caller says that the struct is that long
        let rest = unsafe { slice(options.add(1).cast::<u8>(), beyond) }?;
        if rest.iter().any(|&byte| byte != 0) {
            return Err(Code::OzStructSize);
        }
    }
    // SAFETY: at least this version's struct
    unsafe { slice(options, 1) }?.first().copied().ok_or(Code::OzNull)
}

// SAFETY: integers and a raw pointer, which is not followed without a check
unsafe impl Plain for Options {}
// SAFETY: an integer and a raw pointer, which is not followed without a check
unsafe impl Plain for Text {}
