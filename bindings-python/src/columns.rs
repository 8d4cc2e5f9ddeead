//! Group results over columns of codes, out of anything that holds integers in memory.

use crate::layout::Integer;
use crate::memory::Column;
use crate::refusal;
use oz_status::{ColumnError, Offset};
use pyo3::exceptions::{PyImportError, PyMemoryError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyCapsule, PyMemoryView};

/// From this many rows on the interpreter lock is released, if nobody else can change them.
const LONG: usize = 64 * 1024;

/// The result of each group, where group `i` is `codes[offsets[i]:offsets[i + 1]]`; an empty group is INITIAL.
///
/// Codes are bytes, offsets 32-bit or 64-bit integers: anything with the buffer protocol (bytes, array, numpy) or the
/// Arrow PyCapsule interface (pyarrow, polars, pandas), read where it lies if it lies in one piece. The results are a
/// bytearray of codes, one for each group, which `numpy.asarray` takes without copying. Nulls, masked rows, unknown
/// codes and bad offsets raise OzStatusError, which names the row. Rows before the first offset and from the last one on
/// belong to no group; their codes are checked all the same.
///
/// >>> from array import array
/// >>> from oz_status import Resolution, group_results
/// >>> results = group_results(bytes([1, 4, 1, 5]), array("i", [0, 2, 2, 4]))
/// >>> [str(Resolution(code)) for code in results]
/// ['FAILED', 'INITIAL', 'PROCESSING']
#[pyfunction]
#[pyo3(signature = (codes, offsets))]
pub(crate) fn group_results<'py>(
    py: Python<'py>,
    codes: &Bound<'py, PyAny>,
    offsets: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyByteArray>> {
    let codes = column(codes, "codes")?;
    let offsets = column(offsets, "offsets")?;
    match (offsets.layout.signed, offsets.layout.width) {
        (true, 4) => run::<i32>(py, &codes, &offsets),
        (true, 8) => run::<i64>(py, &codes, &offsets),
        (false, 4) => run::<u32>(py, &codes, &offsets),
        (false, 8) => run::<u64>(py, &codes, &offsets),
        _ => Err(wrong_width("offsets", "32-bit or 64-bit integers", &offsets)),
    }
}

fn run<'py, O: Offset + Integer>(
    py: Python<'py>,
    codes: &Column<'py>,
    offsets: &Column<'py>,
) -> PyResult<Bound<'py, PyByteArray>> {
    let (rows, cuts) = (bytes(codes)?, offsets.rows::<O>().unwrap_or(&[]));
    let long = cuts.len().max(rows.len()) >= LONG && codes.is_private() && offsets.is_private();
    results(py, cuts.len().saturating_sub(1), "offsets", long, |out| crate::parallel::group_results(rows, cuts, out))
}

/// The result of each group, where row `i` belongs to group `group_index[i]`, in any order; a group without rows is
/// INITIAL.
///
/// Takes what `group_results` takes; group numbers are 32-bit integers, and 64-bit ones are copied.
///
/// >>> from array import array
/// >>> from oz_status import group_results_by
/// >>> list(group_results_by(bytes([1, 3, 5]), array("I", [2, 0, 2]), 3))
/// [3, 6, 5]
#[pyfunction]
#[pyo3(signature = (codes, group_index, n_groups))]
pub(crate) fn group_results_by<'py>(
    py: Python<'py>,
    codes: &Bound<'py, PyAny>,
    group_index: &Bound<'py, PyAny>,
    n_groups: usize,
) -> PyResult<Bound<'py, PyByteArray>> {
    let codes = column(codes, "codes")?;
    let index = column(group_index, "group_index")?;
    let narrowed;
    let numbers = match (index.layout.signed, index.layout.width) {
        (false, 4) => index.rows::<u32>().unwrap_or(&[]),
        (true, 4) => {
            check_signs(py, index.rows::<i32>().unwrap_or(&[]))?;
            index.rows::<u32>().unwrap_or(&[])
        }
        (true, 8) => {
            narrowed = narrow(py, index.rows::<i64>().unwrap_or(&[]))?;
            &narrowed
        }
        (false, 8) => {
            narrowed = narrow(py, index.rows::<u64>().unwrap_or(&[]))?;
            &narrowed
        }
        _ => return Err(wrong_width("group_index", "32-bit or 64-bit integers", &index)),
    };
    let rows = bytes(&codes)?;
    let private = codes.is_private() && (index.is_private() || index.layout.width == 8);
    let long = rows.len().max(n_groups) >= LONG && private;
    results(py, n_groups, "group_index", long, |out| oz_status::group_results_by(rows, numbers, out))
}

/// Runs a kernel over a new bytearray, with the interpreter lock released if the work is long.
fn results<'py>(
    py: Python<'py>,
    len: usize,
    rows: &str,
    long: bool,
    kernel: impl FnOnce(&mut [u8]) -> Result<(), ColumnError> + Send,
) -> PyResult<Bound<'py, PyByteArray>> {
    if isize::try_from(len).is_err() {
        return Err(PyMemoryError::new_err("more groups than memory can hold"));
    }
    PyByteArray::new_with(py, len, |out| {
        let done = if long { py.detach(|| kernel(out)) } else { kernel(out) };
        done.map_err(|error| refusal::column(py, error, rows))
    })
}

fn column<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Column<'py>> {
    if let Ok(bytes) = object.cast_exact::<PyBytes>() {
        return Ok(Column::of_bytes(bytes));
    }
    match PyMemoryView::from(object) {
        Ok(view) => {
            let column = Column::of_buffer(&view, name)?;
            return refuse_masked(object, name).map(|()| column);
        }
        Err(error) if error.is_instance_of::<PyTypeError>(object.py()) => {}
        Err(error) => return Err(error),
    }
    if let Some(export) = object.getattr_opt("__arrow_c_array__")? {
        let (schema, array) = export.call0()?.extract::<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)>()?;
        return Column::of_arrow_array(&schema, &array, name);
    }
    if let Some(export) = object.getattr_opt("__arrow_c_stream__")? {
        match export.call0() {
            Ok(stream) => return Column::of_arrow_stream(&stream.cast_into()?, name),
            // pandas exports through pyarrow, which may be missing; its arrays of numpy need none
            Err(error) if error.is_instance_of::<PyImportError>(object.py()) => {}
            Err(error) => return Err(error),
        }
    }
    if let Some(export) = object.getattr_opt("__array__")? {
        return Column::of_buffer(&PyMemoryView::from(&export.call0()?)?, name);
    }
    let found = object.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "{name} must have the buffer protocol or the Arrow PyCapsule interface, which {found} has not"
    )))
}

/// A masked array of numpy: its buffer says nothing of its mask, behind which anything may stand.
fn refuse_masked(object: &Bound<'_, PyAny>, name: &str) -> PyResult<()> {
    let Some(mask) = object.getattr_opt("mask")? else { return Ok(()) };
    if !mask.call_method0("any")?.is_truthy()? {
        return Ok(());
    }
    let row = mask.call_method0("argmax")?.extract()?;
    Err(refusal::null(object.py(), name, row, "masked"))
}

fn bytes<'c>(codes: &'c Column<'_>) -> PyResult<&'c [u8]> {
    codes.rows::<u8>().ok_or_else(|| wrong_width("codes", "bytes", codes))
}

fn wrong_width(name: &str, expected: &str, column: &Column<'_>) -> PyErr {
    let bits = column.layout.width.saturating_mul(8);
    PyTypeError::new_err(format!("{name} must be {expected}, not {bits}-bit integers"))
}

fn check_signs(py: Python<'_>, numbers: &[i32]) -> PyResult<()> {
    match numbers.iter().enumerate().find(|&(_, &number)| number < 0) {
        Some((row, number)) => Err(refusal::group(py, row, &number.to_string())),
        None => Ok(()),
    }
}

fn narrow<N: Copy + ToString>(py: Python<'_>, numbers: &[N]) -> PyResult<Vec<u32>>
where
    u32: TryFrom<N>,
{
    let mut narrowed = Vec::new();
    let room = narrowed.try_reserve_exact(numbers.len());
    room.map_err(|_| PyMemoryError::new_err("no room for group numbers of 32 bits"))?;
    for (row, &number) in numbers.iter().enumerate() {
        narrowed.push(u32::try_from(number).map_err(|_| refusal::group(py, row, &number.to_string()))?);
    }
    Ok(narrowed)
}
