//! `Tally`: how many of each resolution.

use crate::group::iterable;
use crate::refusal;
use crate::status_set::StatusSet;
use crate::words::{from_python, to_python};
use oz_status::Resolution;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

/// How many of each resolution (R10): a partial aggregate that can take back. Every operation takes constant time, an
/// error changes nothing, and tallies travel between processes.
///
/// >>> from oz_status import Tally
/// >>> tally = Tally(["PROCESSING", "SUCCESS"])
/// >>> tally.replace("PROCESSING", "FAILED")
/// >>> tally.result
/// <Resolution.FAILED: 'FAILED'>
/// >>> (tally + Tally(["SUCCESS"])).total
/// 3
#[pyclass(module = "oz_status")]
#[derive(Clone)]
pub(crate) struct Tally(oz_status::Tally);

#[pymethods]
impl Tally {
    #[new]
    #[pyo3(signature = (resolutions = None, /), text_signature = "(resolutions=(), /)")]
    fn new(py: Python<'_>, resolutions: Option<&Bound<'_, PyAny>>) -> PyResult<Tally> {
        let mut tally = oz_status::Tally::new();
        if let Some(resolutions) = resolutions {
            for resolution in iterable(resolutions)? {
                tally.insert(from_python(&resolution?)?).map_err(|error| refusal::tally(py, error))?;
            }
        }
        Ok(Tally(tally))
    }

    /// The tally with these counts: a mapping from resolutions to numbers. `ValueError` if a resolution stands twice
    /// in it, as in `{"FAILED": 2, "failed": 3}`.
    ///
    /// >>> from oz_status import Tally
    /// >>> Tally.from_counts({"FAILED": 2}).total
    /// 2
    #[staticmethod]
    #[pyo3(signature = (counts, /))]
    fn from_counts(counts: &Bound<'_, PyAny>) -> PyResult<Tally> {
        let mut numbers = [None; 6];
        let Some(items) = counts.getattr_opt("items")? else {
            return Err(PyTypeError::new_err("expected a mapping from resolutions to numbers"));
        };
        for item in items.call0()?.try_iter()? {
            let (resolution, number) = item?.extract::<(Bound<'_, PyAny>, u64)>()?;
            let resolution = from_python::<Resolution>(&resolution)?;
            let place = Resolution::ALL.iter().position(|&member| member == resolution);
            if place.and_then(|place| numbers.get_mut(place)).is_some_and(|slot| slot.replace(number).is_some()) {
                return Err(PyValueError::new_err(format!("{resolution} stands twice among the counts")));
            }
        }
        Ok(Tally(oz_status::Tally::from_counts(numbers.map(Option::unwrap_or_default))))
    }

    /// Counts one more.
    #[pyo3(signature = (resolution, /))]
    fn insert(&mut self, resolution: &Bound<'_, PyAny>) -> PyResult<()> {
        self.0.insert(from_python(resolution)?).map_err(|error| refusal::tally(resolution.py(), error))
    }

    /// Takes one back.
    #[pyo3(signature = (resolution, /))]
    fn remove(&mut self, resolution: &Bound<'_, PyAny>) -> PyResult<()> {
        self.0.remove(from_python(resolution)?).map_err(|error| refusal::tally(resolution.py(), error))
    }

    /// Takes `old` back and counts `new`: an analysis that went on.
    #[pyo3(signature = (old, new, /))]
    fn replace(&mut self, old: &Bound<'_, PyAny>, new: &Bound<'_, PyAny>) -> PyResult<()> {
        let replaced = self.0.replace(from_python(old)?, from_python(new)?);
        replaced.map_err(|error| refusal::tally(old.py(), error))
    }

    /// Adds the counts of another tally.
    #[pyo3(signature = (other, /))]
    fn merge(slf: &Bound<'_, Tally>, other: &Bound<'_, Tally>) -> PyResult<()> {
        let other = other.borrow().0;
        slf.borrow_mut().0.merge(&other).map_err(|error| refusal::tally(slf.py(), error))
    }

    fn __add__(&self, other: &Bound<'_, Tally>) -> PyResult<Tally> {
        let mut sum = self.clone();
        sum.0.merge(&other.borrow().0).map_err(|error| refusal::tally(other.py(), error))?;
        Ok(sum)
    }

    fn __iadd__(slf: &Bound<'_, Tally>, other: &Bound<'_, Tally>) -> PyResult<()> {
        Tally::merge(slf, other)
    }

    /// How many of one resolution.
    #[pyo3(signature = (resolution, /))]
    fn count(&self, resolution: &Bound<'_, PyAny>) -> PyResult<u64> {
        Ok(self.0.count(from_python(resolution)?))
    }

    /// The six counts as a new dict, the best resolution first.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for &resolution in Resolution::ALL {
            counts.set_item(to_python(py, resolution)?, self.0.count(resolution))?;
        }
        Ok(counts)
    }

    /// How many in all.
    #[getter]
    fn total(&self) -> u128 {
        self.0.counts().into_iter().map(u128::from).sum()
    }

    /// The result of what is counted: the worst, and INITIAL if there is nothing.
    #[getter]
    fn result(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.0.result())
    }

    /// Which resolutions are counted at all.
    #[getter]
    fn status_set(&self) -> StatusSet {
        StatusSet(self.0.status_set())
    }

    /// A copy that goes its own way.
    fn copy(&self) -> Tally {
        self.clone()
    }

    fn __copy__(&self) -> Tally {
        self.clone()
    }

    fn __deepcopy__(&self, memo: &Bound<'_, PyAny>) -> Tally {
        let _ = memo;
        self.clone()
    }

    fn __eq__(&self, other: &Bound<'_, Tally>) -> bool {
        self.0 == other.borrow().0
    }

    fn __bool__(&self) -> bool {
        !self.0.status_set().is_empty()
    }

    fn __repr__(&self) -> String {
        let counted = Resolution::ALL.iter().filter(|&&resolution| self.0.count(resolution) > 0);
        let counts: Vec<_> = counted.map(|&word| format!("'{word}': {}", self.0.count(word))).collect();
        format!("Tally.from_counts({{{}}})", counts.join(", "))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyDict>,))> {
        let counts = PyDict::new(py);
        for &resolution in Resolution::ALL {
            counts.set_item(resolution.as_str(), self.0.count(resolution))?;
        }
        Ok((PyType::new::<Tally>(py).getattr("from_counts")?, (counts,)))
    }
}
