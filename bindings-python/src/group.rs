//! Group results and joins of members and words.

use crate::words::{from_python, reader, to_python};
use oz_status::Resolution;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyMapping, PyString, PyTuple};

/// The result of a group: the worst of its resolutions, and INITIAL for the empty group.
///
/// >>> from oz_status import Resolution, group_result
/// >>> group_result(["SUCCESS", "failed", Resolution.SUCCESS])
/// <Resolution.FAILED: 'FAILED'>
/// >>> group_result([])
/// <Resolution.INITIAL: 'INITIAL'>
#[pyfunction]
#[pyo3(signature = (resolutions, /))]
pub(crate) fn group_result(py: Python<'_>, resolutions: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, fold(resolutions)?.unwrap_or(oz_status::group_result::<[Resolution; 0]>([])))
}

/// The worst of what an iterable gives, if it gives any.
fn fold(resolutions: &Bound<'_, PyAny>) -> PyResult<Option<Resolution>> {
    let read = reader(resolutions.py())?;
    if let Ok(list) = resolutions.cast_exact::<PyList>() {
        return worst(list.iter().map(|item| read(&item)));
    }
    if let Ok(tuple) = resolutions.cast_exact::<PyTuple>() {
        return worst(tuple.iter_borrowed().map(|item| read(&item)));
    }
    worst(iterable(resolutions)?.map(|item| read(&item?)))
}

fn worst(items: impl Iterator<Item = PyResult<Resolution>>) -> PyResult<Option<Resolution>> {
    let mut worst: Option<Resolution> = None;
    for item in items {
        let resolution = item?;
        worst = Some(worst.map_or(resolution, |worst| worst.join(resolution)));
    }
    Ok(worst)
}

/// An iterator over anything but a lone word, whose letters are no words, and counts, of which it would see the keys.
pub(crate) fn iterable<'py>(
    resolutions: &Bound<'py, PyAny>,
) -> PyResult<impl Iterator<Item = PyResult<Bound<'py, PyAny>>> + use<'py>> {
    if resolutions.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("expected an iterable of resolutions, not a str: put the word in a list"));
    }
    if resolutions.cast::<PyMapping>().is_ok() {
        return Err(PyTypeError::new_err(
            "expected an iterable of resolutions, not a mapping: Tally.from_counts takes counts",
        ));
    }
    resolutions.try_iter()
}

/// The join: the worse of two.
///
/// >>> from oz_status import join
/// >>> join("SUCCESS", "FAILED")
/// <Resolution.FAILED: 'FAILED'>
#[pyfunction]
#[pyo3(signature = (a, b, /))]
pub(crate) fn join(py: Python<'_>, a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, from_python::<Resolution>(a)?.join(from_python(b)?))
}

/// The meet: the better of two. Never a verdict.
///
/// >>> from oz_status import meet
/// >>> meet("SUCCESS", "FAILED")
/// <Resolution.SUCCESS: 'SUCCESS'>
#[pyfunction]
#[pyo3(signature = (a, b, /))]
pub(crate) fn meet(py: Python<'_>, a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, from_python::<Resolution>(a)?.meet(from_python(b)?))
}
