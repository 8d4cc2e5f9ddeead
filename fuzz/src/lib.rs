//! What a C program may name to the library, right or wrong: memory apart and exactly as long as is said, so that the
//! address sanitizer sees a step beyond, and with a pattern in it, so that a write is seen.

use core::fmt::Debug;
use core::mem::{align_of, size_of};
use oz_status_c::Code;
use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};

/// A fuzzer's bytes, read as choices; when they end, zeros.
#[derive(Debug)]
pub struct Choices<'a>(pub &'a [u8]);

impl<'a> Choices<'a> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        self.bytes::<1>()[0]
    }

    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut found = [0; N];
        let taken = self.take(N);
        found[..taken.len()].copy_from_slice(taken);
        found
    }

    pub fn take(&mut self, wanted: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(wanted.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// As many as the next byte says, but at most so many.
    pub fn some(&mut self, most: usize) -> &'a [u8] {
        let wanted = usize::from(self.byte()) % (most + 1);
        self.take(wanted)
    }

    /// One time in sixteen, and not by a zero: most of what is asked is well formed.
    pub fn seldom(&mut self) -> bool {
        self.byte() & 15 == 13
    }
}

/// The errors that a call deserves. Which of several is returned is not promised.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Faults(u128);

impl Faults {
    pub fn none(self) -> bool {
        self == Faults::default()
    }

    pub fn add(&mut self, code: Code) {
        self.0 |= 1 << code.number();
    }

    pub fn join(&mut self, other: Faults) {
        self.0 |= other.0;
    }

    pub fn add_if(&mut self, wrong: bool, code: Code) {
        if wrong {
            self.add(code);
        }
    }

    /// Whether the call succeeded, which it must just when nothing was wrong; else it names something that was.
    #[track_caller]
    pub fn succeeded(self, got: Code) -> bool {
        let expected = if self.none() { 1 << Code::OzOk.number() } else { self.0 };
        assert!(expected >> got.number() & 1 == 1, "{got:?}, not one of {expected:#x}");
        self.none()
    }
}

/// What memory holds that nobody wrote.
pub const PATTERN: u8 = 0x5a;

/// Types of which every bit pattern is a value, without padding.
///
/// # Safety
/// That has to be so.
pub unsafe trait Bits: Copy + PartialEq + Debug {}

macro_rules! bits {
    ($($kind:ty)+) => {$(
        // SAFETY: integers without padding, or a pointer that is not followed
        unsafe impl Bits for $kind {}
    )+};
}

bits! { u8 i8 u32 i32 u64 usize *const core::ffi::c_char }
bits! { oz_status_c::Verdict oz_status_c::Group oz_status_c::Tally }

/// Memory of exactly so many elements.
#[derive(Debug)]
pub struct Memory<T> {
    start: *mut T,
    len: usize,
}

impl<T: Copy> Memory<T> {
    fn layout(len: usize) -> Layout {
        Layout::array::<T>(len).expect("a small piece")
    }

    pub fn patterned(len: usize) -> Memory<T> {
        if len * size_of::<T>() == 0 {
            return Memory { start: core::ptr::dangling_mut(), len };
        }
        // SAFETY: not empty
        let start = unsafe { alloc(Self::layout(len)) };
        if start.is_null() {
            handle_alloc_error(Self::layout(len));
        }
        // SAFETY: as long as was asked for
        unsafe { start.write_bytes(PATTERN, len * size_of::<T>()) };
        Memory { start: start.cast(), len }
    }

    pub fn of(elements: &[T]) -> Memory<T> {
        let memory = Memory::<T>::patterned(elements.len());
        // SAFETY: as long, and new
        unsafe { memory.start.copy_from_nonoverlapping(elements.as_ptr(), elements.len()) };
        memory
    }

    pub fn start(&self) -> *mut T {
        self.start
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn is_untouched(&self) -> bool {
        // SAFETY: its own memory, of which all bytes were written
        let bytes = unsafe { core::slice::from_raw_parts(self.start.cast::<u8>(), self.len * size_of::<T>()) };
        bytes.iter().all(|&byte| byte == PATTERN)
    }

    /// What is there now.
    pub fn elements(&self) -> &[T]
    where
        T: Bits,
    {
        // SAFETY: its own memory, and any bytes are values
        unsafe { core::slice::from_raw_parts(self.start, self.len) }
    }
}

impl<T> Drop for Memory<T> {
    fn drop(&mut self) {
        let layout = Layout::array::<T>(self.len).expect("as allocated");
        if layout.size() > 0 {
            // SAFETY: allocated with this layout
            unsafe { dealloc(self.start.cast(), layout) };
        }
    }
}

/// Elements, and how they are named to the callee.
#[derive(Debug)]
pub struct Named<T> {
    pub memory: Memory<T>,
    pub pointer: *mut T,
    pub len: usize,
}

impl<T: Copy> Named<T> {
    /// As they are, but for some choices: NULL, misaligned, longer than memory.
    pub fn new(memory: Memory<T>, choices: &mut Choices<'_>, faults: &mut Faults) -> Named<T> {
        let len = match choices.byte() & 63 {
            61 => usize::MAX,
            62 if size_of::<T>() > 1 => usize::MAX / size_of::<T>(),
            _ => return Named::of_fixed_length(memory, choices, faults),
        };
        faults.add(Code::OzTooLong);
        Named { pointer: memory.start, memory, len }
    }

    /// As [`Named::new`], where another argument says how many.
    pub fn of_fixed_length(memory: Memory<T>, choices: &mut Choices<'_>, faults: &mut Faults) -> Named<T> {
        let len = memory.len;
        let pointer = match choices.byte() & 63 {
            60 => {
                faults.add_if(len > 0, Code::OzNull);
                core::ptr::null_mut()
            }
            61 if align_of::<T>() > 1 => {
                faults.add(Code::OzMisaligned);
                memory.start.wrapping_byte_add(1)
            }
            _ => memory.start,
        };
        Named { memory, pointer, len }
    }
}

/// One place to write to, and how it is named: as it is, NULL or misaligned.
#[derive(Debug)]
pub struct Out<T> {
    memory: Memory<T>,
    pub pointer: *mut T,
}

impl<T: Bits> Out<T> {
    /// NULL is a fault.
    pub fn needed(choices: &mut Choices<'_>, faults: &mut Faults) -> Out<T> {
        let out = Out::optional(choices, faults);
        faults.add_if(!out.is_asked(), Code::OzNull);
        out
    }

    /// NULL says that it is not wanted.
    pub fn optional(choices: &mut Choices<'_>, faults: &mut Faults) -> Out<T> {
        let memory = Memory::<T>::patterned(1);
        let pointer = match choices.byte() & 31 {
            29 => core::ptr::null_mut(),
            30 if align_of::<T>() > 1 => {
                faults.add(Code::OzMisaligned);
                memory.start.wrapping_byte_add(1)
            }
            _ => memory.start,
        };
        Out { memory, pointer }
    }

    pub fn is_asked(&self) -> bool {
        !self.pointer.is_null()
    }

    /// What was written, if anything was.
    pub fn written(&self) -> Option<T> {
        if self.memory.is_untouched() { None } else { self.memory.elements().first().copied() }
    }

    /// Written just when the call succeeded and it was asked for.
    #[track_caller]
    pub fn check(&self, succeeded: bool, expected: impl FnOnce() -> T) {
        assert_eq!(self.written(), (succeeded && self.is_asked()).then(expected));
    }
}
