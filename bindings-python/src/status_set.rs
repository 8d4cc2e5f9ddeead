//! `StatusSet`: which resolutions occur, in one byte.

use crate::group::iterable;
use crate::refusal::Refusal;
use crate::words::{from_python, to_python};
use oz_status::Resolution;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

/// Which resolutions occur (R10): an immutable set of one byte. Its result is its worst member, INITIAL if it is
/// empty. `|` joins partial results in any order; sets travel between processes.
///
/// >>> from oz_status import StatusSet
/// >>> seen = StatusSet(["SUCCESS"]) | StatusSet(["FAILED", "SUCCESS"])
/// >>> seen, seen.bits, seen.result
/// (StatusSet(['SUCCESS', 'FAILED']), 9, <Resolution.FAILED: 'FAILED'>)
/// >>> StatusSet().decision
/// <Decision.WAIT: 'WAIT'>
#[pyclass(frozen, eq, hash, module = "oz_status")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct StatusSet(pub(crate) oz_status::StatusSet);

#[pymethods]
impl StatusSet {
    #[new]
    #[pyo3(signature = (resolutions = None, /), text_signature = "(resolutions=(), /)")]
    fn new(resolutions: Option<&Bound<'_, PyAny>>) -> PyResult<StatusSet> {
        let mut set = oz_status::StatusSet::EMPTY;
        if let Some(resolutions) = resolutions {
            for resolution in iterable(resolutions)? {
                set.insert(from_python(&resolution?)?);
            }
        }
        Ok(StatusSet(set))
    }

    /// The set with these bits: bit `code - 1` for each resolution.
    #[staticmethod]
    #[pyo3(signature = (bits, /))]
    fn from_bits(py: Python<'_>, bits: i64) -> PyResult<StatusSet> {
        let set = u8::try_from(bits).ok().and_then(oz_status::StatusSet::from_bits);
        set.map(StatusSet).ok_or_else(|| {
            let found = bits.to_string();
            let refusal = Refusal {
                code: "invalid_argument",
                path: "bits",
                found: Some(&found),
                expected: Some("six bits"),
                ..Refusal::default()
            };
            refusal.raise(py, &format_args!("invalid_argument at bits: found {found}, expected six bits"))
        })
    }

    /// One byte that `from_bits` takes back.
    #[getter]
    fn bits(&self) -> u8 {
        self.0.bits()
    }

    /// The worst member, and INITIAL for the empty set.
    #[getter]
    fn result(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.0.result())
    }

    /// The folder status of the members (R3).
    #[getter]
    fn folder_status(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.0.folder_status())
    }

    /// The decision of the result (R6).
    #[getter]
    fn decision(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.0.decision())
    }

    /// The worst member, None for the empty set.
    #[getter]
    fn worst(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.worst().map(|resolution| to_python(py, resolution)).transpose()
    }

    /// The best member, None for the empty set. Never a verdict.
    #[getter]
    fn best(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.best().map(|resolution| to_python(py, resolution)).transpose()
    }

    /// Whether another reading of the vendor's page would differ.
    #[getter]
    fn is_contested(&self) -> bool {
        self.0.is_contested()
    }

    fn __or__(&self, other: &Bound<'_, StatusSet>) -> StatusSet {
        StatusSet(self.0.union(other.get().0))
    }

    fn __contains__(&self, resolution: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.0.contains(from_python::<Resolution>(resolution)?))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let members: Vec<_> = self.0.iter().map(|resolution| to_python(py, resolution)).collect::<PyResult<_>>()?;
        Ok(PyTuple::new(py, members)?.try_iter()?.into_any())
    }

    fn __repr__(&self) -> String {
        let words: Vec<_> = self.0.iter().map(|resolution| format!("'{resolution}'")).collect();
        format!("StatusSet([{}])", words.join(", "))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (u8,))> {
        Ok((PyType::new::<StatusSet>(py).getattr("from_bits")?, (self.0.bits(),)))
    }
}
