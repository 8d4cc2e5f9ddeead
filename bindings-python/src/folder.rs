//! `Folder`: sightings one by one, a verdict at any time.

use crate::payload::{Require, Text};
use crate::shared::Shared;
use crate::verdict::Verdict;
use pyo3::prelude::*;

/// A folder in progress of being read: takes sightings one by one in any order, and gives the verdict at any time.
/// What a webhook consumer keeps.
///
/// >>> from oz_status import Folder
/// >>> folder = Folder()
/// >>> folder.observe({"analyse_id": "a1", "type": "QUALITY", "state": "PROCESSING"})
/// >>> folder.verdict().decision
/// <Decision.WAIT: 'WAIT'>
/// >>> folder.observe({"analyse_id": "a1", "state": "FINISHED", "resolution": "SUCCESS"})
/// >>> folder.verdict(require="QUALITY").decision
/// <Decision.ACCEPT: 'ACCEPT'>
#[pyclass(frozen, module = "oz_status")]
#[derive(Clone)]
pub(crate) struct Folder(Shared<oz_status::Folder<'static>>);

#[pymethods]
impl Folder {
    #[new]
    fn new() -> Folder {
        Folder(Shared::new(oz_status::Folder::new()))
    }

    /// A folder that begins with a payload of any shape.
    ///
    /// >>> from oz_status import Folder
    /// >>> folder = Folder.from_payload('{"folder_id":"f1","analyses":[]}')
    /// >>> folder.verdict().folder_id
    /// 'f1'
    #[staticmethod]
    #[pyo3(signature = (payload, /))]
    fn from_payload(py: Python<'_>, payload: &Bound<'_, PyAny>) -> PyResult<Folder> {
        let text = Text::of(payload)?;
        text.read(py, |text| Ok(Folder(Shared::new(oz_status::Folder::from_json(text)?.into_owned()))))
    }

    /// Takes one sighting: an analysis object as JSON text or dict. If it is refused, nothing has changed.
    #[pyo3(signature = (sighting, /))]
    fn observe(&self, sighting: &Bound<'_, PyAny>) -> PyResult<()> {
        let text = Text::of(sighting)?;
        let bytes = text.bytes()?;
        let observed = self.0.with(|folder| folder.observe_json(bytes));
        observed.map_err(|error| crate::refusal::payload(sighting.py(), &error))
    }

    /// The verdict on what was seen so far.
    #[pyo3(
        signature = (*, require = Require::default(), operator_review = true),
        text_signature = "($self, *, require=(), operator_review=True)"
    )]
    fn verdict(&self, py: Python<'_>, require: Require, operator_review: bool) -> PyResult<Verdict> {
        let options = require.options(py, operator_review)?;
        Ok(Verdict::new(self.0.with(|folder| folder.verdict(&options))))
    }

    /// How many sightings were taken.
    #[getter]
    fn sightings(&self) -> usize {
        self.0.with(|folder| folder.sightings())
    }

    /// A copy that goes its own way.
    fn copy(&self) -> Folder {
        self.clone()
    }

    fn __copy__(&self) -> Folder {
        self.clone()
    }

    fn __deepcopy__(&self, memo: &Bound<'_, PyAny>) -> Folder {
        let _ = memo;
        self.clone()
    }

    fn __repr__(&self) -> String {
        format!("<oz_status.Folder of {} sightings>", self.sightings())
    }
}
