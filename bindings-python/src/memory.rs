//! Columns in other people's memory: the buffer protocol and the Arrow C data interface. The only unsafe code.
//!
//! A [`Column`] is a pointer, a length and the owner that keeps both valid. Who reads it holds the interpreter lock
//! unless [`Column::is_private`], so no Python code can write to it meanwhile. Exporters that write from threads
//! without the lock break the rule of every buffer; core reads checked, so even then nothing is read out of bounds.

use crate::arrow::{self, ArrowArray, ArrowSchema, ArrowStream};
use crate::layout::{self, Integer, Layout};
use crate::refusal;
use pyo3::buffer::PyUntypedBuffer;
use pyo3::exceptions::{PyBufferError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyMemoryView};
use std::ffi::CStr;
use std::ptr::NonNull;

/// A column of integers.
pub(crate) struct Column<'py> {
    pub(crate) layout: Layout,
    data: NonNull<u8>,
    len: usize,
    owner: Owner<'py>,
}

/// What keeps the memory of a column where it is.
enum Owner<'py> {
    Bytes {
        _bytes: Bound<'py, PyBytes>,
    },
    Buffer {
        _buffer: PyUntypedBuffer,
    },
    Capsule {
        _capsule: Bound<'py, PyCapsule>,
    },
    Chunk {
        _chunk: Chunk,
    },
    /// In words, so that it is aligned for every width.
    Copy {
        _words: Vec<u64>,
    },
}

impl<'py> Column<'py> {
    /// The rows, if they are as wide as `T`; whether they have signs is the caller's to judge.
    pub(crate) fn rows<T: Integer>(&self) -> Option<&[T]> {
        if size_of::<T>() != self.layout.width || !self.data.cast::<T>().is_aligned() {
            return None;
        }
        // SAFETY: every constructor gives `len` integers of `layout.width` bytes at `data`, valid while `owner` lives;
        // width and alignment were just compared, every bit pattern is an Integer, and nobody writes meanwhile (above)
        Some(unsafe { std::slice::from_raw_parts(self.data.cast::<T>().as_ptr(), self.len) })
    }

    /// Whether nobody else can change the rows: immutable or a copy.
    pub(crate) fn is_private(&self) -> bool {
        matches!(self.owner, Owner::Bytes { .. } | Owner::Copy { .. })
    }

    pub(crate) fn of_bytes(bytes: &Bound<'py, PyBytes>) -> Column<'py> {
        let data = NonNull::from(bytes.as_bytes()).cast::<u8>();
        let layout = Layout { signed: false, width: 1, swapped: false };
        Column { layout, data, len: bytes.as_bytes().len(), owner: Owner::Bytes { _bytes: bytes.clone() } }
    }

    /// What an exporter of the buffer protocol has, through a view that fills in what exporters may leave out; copied only if strided, of foreign byte order or unaligned.
    pub(crate) fn of_buffer(view: &Bound<'py, PyMemoryView>, name: &str) -> PyResult<Column<'py>> {
        let buffer = PyUntypedBuffer::get(view)
            .map_err(|error| PyTypeError::new_err(format!("{name} must have one dimension: {error}")))?;
        if buffer.dimensions() != 1 {
            let dimensions = buffer.dimensions();
            return Err(PyTypeError::new_err(format!("{name} must have one dimension, not {dimensions}")));
        }
        let layout = layout::of_format(buffer.format(), buffer.item_size()).ok_or_else(|| {
            let format = buffer.format().to_string_lossy();
            PyTypeError::new_err(format!("{name} must hold integers, not items of the format '{format}'"))
        })?;
        let len = buffer.item_count();
        let data = NonNull::new(buffer.buf_ptr().cast::<u8>()).filter(|_| len > 0);
        match data {
            Some(data) if buffer.is_c_contiguous() && !layout.swapped && is_aligned(data, layout.width) => {
                Ok(Column { layout, data, len, owner: Owner::Buffer { _buffer: buffer } })
            }
            _ if buffer.suboffsets().is_some() => {
                Err(PyTypeError::new_err(format!("{name} must lie in one piece, not behind pointers")))
            }
            _ => {
                let stride = buffer.strides().first().copied().unwrap_or(0);
                let run = Run { data: buffer.buf_ptr().cast::<u8>().cast_const(), len, stride };
                // SAFETY: the exporter of a one-dimensional buffer promises its rows that far apart
                Ok(unsafe { Column::copied(layout, &[run]) })
            }
        }
    }

    /// # Safety
    /// Every row of every run is `layout.width` readable bytes.
    unsafe fn copied(layout: Layout, runs: &[Run]) -> Column<'py> {
        let width = layout.width;
        let len = runs.iter().map(|run| run.len).sum::<usize>();
        let mut words = vec![0_u64; len.saturating_mul(width).div_ceil(8)];
        let data = NonNull::from(words.as_mut_slice()).cast::<u8>();
        let mut copy = data.as_ptr();
        for run in runs {
            let mut row = run.data;
            for _ in 0..run.len {
                // SAFETY: `words` has room for `width` bytes of every row, and the caller promises that each is there
                unsafe {
                    std::ptr::copy_nonoverlapping(row, copy, width);
                    if layout.swapped {
                        std::slice::from_raw_parts_mut(copy, width).reverse();
                    }
                    copy = copy.add(width);
                }
                row = row.wrapping_offset(run.stride);
            }
        }
        Column { layout: Layout { swapped: false, ..layout }, data, len, owner: Owner::Copy { _words: words } }
    }

    /// What `__arrow_c_array__` gave.
    pub(crate) fn of_arrow_array(
        schema: &Bound<'py, PyCapsule>,
        array: &Bound<'py, PyCapsule>,
        name: &str,
    ) -> PyResult<Column<'py>> {
        let schema = schema.pointer_checked(Some(c"arrow_schema"))?.cast::<ArrowSchema>();
        let pointer = array.pointer_checked(Some(c"arrow_array"))?.cast::<ArrowArray>();
        // SAFETY: capsules of these names hold these structs, by the Arrow PyCapsule interface, while they live
        let (layout, chunk) = unsafe { (layout_of(schema.as_ref(), name)?, pointer.as_ref()) };
        if chunk.release.is_none() {
            return Err(PyBufferError::new_err(format!("{name}: the Arrow array was consumed")));
        }
        let (data, len) = rows_of(array.py(), chunk, layout, name, 0)?;
        if is_aligned(data, layout.width) {
            return Ok(Column { layout, data, len, owner: Owner::Capsule { _capsule: array.clone() } });
        }
        // SAFETY: `rows_of` gives `len` rows of this width
        Ok(unsafe { Column::copied(layout, &[Run::dense(data, len, layout)]) })
    }

    /// What `__arrow_c_stream__` gave: one chunk as it is, several in one copy.
    pub(crate) fn of_arrow_stream(capsule: &Bound<'py, PyCapsule>, name: &str) -> PyResult<Column<'py>> {
        let py = capsule.py();
        let stream = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast::<ArrowStream>();
        let failed = || PyBufferError::new_err(format!("{name}: the Arrow stream failed"));
        let mut schema = Schema(ArrowSchema::EMPTY);
        // SAFETY: a capsule of this name holds a stream; its callbacks take it, and a struct to fill, until released
        let (layout, get_next) = unsafe {
            let (get_schema, get_next) = (stream.as_ref().get_schema, stream.as_ref().get_next);
            let live = stream.as_ref().release.and(get_schema.zip(get_next));
            let (get_schema, get_next) = live.ok_or_else(failed)?;
            if get_schema(stream.as_ptr(), &raw mut schema.0) != 0 {
                return Err(failed());
            }
            (layout_of(&schema.0, name)?, get_next)
        };
        let mut chunks = Vec::new();
        let mut total = 0_usize;
        loop {
            let mut chunk = Chunk(ArrowArray::EMPTY);
            // SAFETY: as above
            if unsafe { get_next(stream.as_ptr(), &raw mut chunk.0) } != 0 {
                return Err(failed());
            }
            if chunk.0.release.is_none() {
                break;
            }
            let (data, len) = rows_of(py, &chunk.0, layout, name, total)?;
            total = total.saturating_add(len);
            chunks.push((data, len, chunk));
        }
        if let [(data, len, _)] = chunks[..]
            && is_aligned(data, layout.width)
            && let Some((.., chunk)) = chunks.pop()
        {
            return Ok(Column { layout, data, len, owner: Owner::Chunk { _chunk: chunk } });
        }
        let runs: Vec<_> = chunks.iter().map(|(data, len, _)| Run::dense(*data, *len, layout)).collect();
        // SAFETY: `rows_of` gave that many rows of this width, and `chunks` live until all is copied
        Ok(unsafe { Column::copied(layout, &runs) })
    }
}

/// Rows that stand `stride` bytes apart.
struct Run {
    data: *const u8,
    len: usize,
    stride: isize,
}

impl Run {
    fn dense(data: NonNull<u8>, len: usize, layout: Layout) -> Run {
        Run { data: data.as_ptr().cast_const(), len, stride: layout.width.cast_signed() }
    }
}

/// A schema that a stream gave, released in the end.
struct Schema(ArrowSchema);

impl Drop for Schema {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: the producer's own callback, called once, on the struct that it filled
            unsafe { release(&raw mut self.0) }
        }
    }
}

/// A chunk that a stream gave, released in the end.
struct Chunk(ArrowArray);

impl Drop for Chunk {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: the producer's own callback, called once, on the struct that it filled; the specification lets
            // the struct be moved in between
            unsafe { release(&raw mut self.0) }
        }
    }
}

fn is_aligned(data: NonNull<u8>, width: usize) -> bool {
    data.addr().get().is_multiple_of(width)
}

/// # Safety
/// The schema is one that a producer filled and that is not released.
unsafe fn layout_of(schema: &ArrowSchema, name: &str) -> PyResult<Layout> {
    if schema.release.is_none() || schema.format.is_null() {
        return Err(PyBufferError::new_err(format!("{name}: the Arrow schema was consumed")));
    }
    // SAFETY: a schema's format is a C string while it lives
    let format = unsafe { CStr::from_ptr(schema.format) };
    // SAFETY: a schema's metadata is laid out as the specification says while it lives
    if unsafe { is_extension(schema.metadata.cast()) } {
        return Err(PyTypeError::new_err(format!("{name} must hold plain integers, not an Arrow extension type")));
    }
    arrow::layout(format).filter(|_| schema.dictionary.is_null()).ok_or_else(|| {
        let format = if schema.dictionary.is_null() { format.to_string_lossy() } else { "dictionary".into() };
        PyTypeError::new_err(format!("{name} must hold plain integers, not Arrow items of the format '{format}'"))
    })
}

/// Whether metadata name an extension type: numbers of it mean something else.
///
/// # Safety
/// Null, or a count of pairs, and for each the length and bytes of its key and of its value.
unsafe fn is_extension(metadata: *const u8) -> bool {
    if metadata.is_null() {
        return false;
    }
    // SAFETY: the caller promises a number of 32 bits wherever this reads one
    let number = |at: *const u8| usize::try_from(unsafe { at.cast::<i32>().read_unaligned() }).unwrap_or(0);
    let mut at = metadata.wrapping_add(4);
    for _ in 0..number(metadata) {
        let len = number(at);
        // SAFETY: the caller promises as many bytes behind it
        if unsafe { std::slice::from_raw_parts(at.wrapping_add(4), len) } == b"ARROW:extension:name" {
            return true;
        }
        let value = at.wrapping_add(4).wrapping_add(len);
        at = value.wrapping_add(4).wrapping_add(number(value));
    }
    false
}

/// Where the rows of an array of primitives begin and how many there are. Nulls are refused by their row.
///
/// # Errors
/// `null` at the row, counted from `before`; an array that is not laid out as one of primitives.
fn rows_of(
    py: Python<'_>,
    array: &ArrowArray,
    layout: Layout,
    name: &str,
    before: usize,
) -> PyResult<(NonNull<u8>, usize)> {
    let misshapen = || PyBufferError::new_err(format!("{name}: the Arrow array is not laid out as its format says"));
    let len = usize::try_from(array.length).map_err(|_| misshapen())?;
    let offset = usize::try_from(array.offset).map_err(|_| misshapen())?;
    if len == 0 {
        return Ok((NonNull::<u64>::dangling().cast(), 0));
    }
    if array.n_buffers != 2 || array.buffers.is_null() {
        return Err(misshapen());
    }
    // SAFETY: two buffers were promised
    let (validity, data) = unsafe { (array.buffers.read().cast::<u8>(), array.buffers.add(1).read().cast::<u8>()) };
    if array.null_count != 0 && !validity.is_null() {
        let is_null = |row: usize| {
            let place = offset.wrapping_add(row);
            // SAFETY: a validity bitmap has a bit for every row up to `offset + length`
            let bits = unsafe { validity.add(place / 8).read() };
            bits & (1 << (place % 8)) == 0
        };
        if let Some(row) = (0..len).find(|&row| is_null(row)) {
            let row = before.saturating_add(row);
            return Err(refusal::null(py, name, row, "a null"));
        }
    }
    let data = NonNull::new(data.cast_mut()).ok_or_else(misshapen)?;
    // SAFETY: the data buffer has `offset + length` rows
    Ok((unsafe { data.add(offset.wrapping_mul(layout.width)) }, len))
}
