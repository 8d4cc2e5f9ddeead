//! `Tally`: how many of each resolution.

use crate::group::iterable;
use crate::refusal;
use crate::shared::Shared;
use crate::status_set::StatusSet;
use crate::words::{from_python, to_python};
use oz_status::{Resolution, TallyError};
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
#[pyclass(frozen, module = "oz_status")]
#[derive(Clone)]
pub(crate) struct Tally(Shared<oz_status::Tally>);

impl Tally {
    fn now(&self) -> oz_status::Tally {
        self.0.with(|tally| *tally)
    }

    fn change(
        &self,
        py: Python<'_>,
        change: impl FnOnce(&mut oz_status::Tally) -> Result<(), TallyError>,
    ) -> PyResult<()> {
        self.0.with(change).map_err(|error| refusal::tally(py, error))
    }
}

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
        Ok(Tally(Shared::new(tally)))
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
        Ok(Tally(Shared::new(oz_status::Tally::from_counts(numbers.map(Option::unwrap_or_default)))))
    }

    /// Counts one more.
    #[pyo3(signature = (resolution, /))]
    fn insert(&self, resolution: &Bound<'_, PyAny>) -> PyResult<()> {
        let word = from_python(resolution)?;
        self.change(resolution.py(), |tally| tally.insert(word))
    }

    /// Takes one back.
    #[pyo3(signature = (resolution, /))]
    fn remove(&self, resolution: &Bound<'_, PyAny>) -> PyResult<()> {
        let word = from_python(resolution)?;
        self.change(resolution.py(), |tally| tally.remove(word))
    }

    /// Takes `old` back and counts `new`: an analysis that went on.
    #[pyo3(signature = (old, new, /))]
    fn replace(&self, old: &Bound<'_, PyAny>, new: &Bound<'_, PyAny>) -> PyResult<()> {
        let (was, is) = (from_python(old)?, from_python(new)?);
        self.change(old.py(), |tally| tally.replace(was, is))
    }

    /// Adds the counts of another tally.
    #[pyo3(signature = (other, /))]
    fn merge(&self, other: &Bound<'_, Tally>) -> PyResult<()> {
        let more = other.get().now();
        self.change(other.py(), |tally| tally.merge(&more))
    }

    fn __add__(&self, other: &Bound<'_, Tally>) -> PyResult<Tally> {
        let sum = self.clone();
        sum.merge(other)?;
        Ok(sum)
    }

    fn __iadd__(slf: &Bound<'_, Tally>, other: &Bound<'_, Tally>) -> PyResult<()> {
        slf.get().merge(other)
    }

    /// How many of one resolution.
    #[pyo3(signature = (resolution, /))]
    fn count(&self, resolution: &Bound<'_, PyAny>) -> PyResult<u64> {
        Ok(self.now().count(from_python(resolution)?))
    }

    /// The six counts as a new dict, the best resolution first.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let (tally, counts) = (self.now(), PyDict::new(py));
        for &resolution in Resolution::ALL {
            counts.set_item(to_python(py, resolution)?, tally.count(resolution))?;
        }
        Ok(counts)
    }

    /// How many in all.
    #[getter]
    fn total(&self) -> u128 {
        self.now().counts().into_iter().map(u128::from).sum()
    }

    /// The result of what is counted: the worst, and INITIAL if there is nothing.
    #[getter]
    fn result(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.now().result())
    }

    /// Which resolutions are counted at all.
    #[getter]
    fn status_set(&self) -> StatusSet {
        StatusSet(self.now().status_set())
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
        self.now() == other.get().now()
    }

    fn __bool__(&self) -> bool {
        !self.now().status_set().is_empty()
    }

    fn __repr__(&self) -> String {
        let tally = self.now();
        let counted = Resolution::ALL.iter().filter(|&&resolution| tally.count(resolution) > 0);
        let counts: Vec<_> = counted.map(|&word| format!("'{word}': {}", tally.count(word))).collect();
        format!("Tally.from_counts({{{}}})", counts.join(", "))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyDict>,))> {
        let (tally, counts) = (self.now(), PyDict::new(py));
        for &resolution in Resolution::ALL {
            counts.set_item(resolution.as_str(), tally.count(resolution))?;
        }
        Ok((PyType::new::<Tally>(py).getattr("from_counts")?, (counts,)))
    }
}
