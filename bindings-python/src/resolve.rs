//! From payloads to verdicts.

use crate::payload::{Require, Text};
use crate::refusal::Refusal;
use crate::verdict::Verdict;
use oz_status::Options;
use pyo3::exceptions::PyTypeError;
use pyo3::gc::PyVisit;
use pyo3::prelude::*;
use pyo3::types::PyIterator;

/// The verdict on a payload: a folder, an array of analyses, one analysis, or a Web SDK callback.
///
/// The payload is JSON text as str, bytes, bytearray or memoryview, or what `json.loads` gives for it (dict, list).
/// `require` is one analysis type or an iterable of them: each must be there, and its result joins the decision.
/// Raises OzStatusError for what cannot be judged; nothing is guessed.
///
/// >>> from oz_status import resolve
/// >>> resolve(b'[{"type":"QUALITY","resolution":"SUCCESS"}]').decision
/// <Decision.ACCEPT: 'ACCEPT'>
/// >>> resolve(b'[{"type":"QUALITY","resolution":"SUCCESS"}]', require="BIOMETRY").decision
/// <Decision.WAIT: 'WAIT'>
/// >>> resolve({"resolution_status": "FINISHED"})
/// Traceback (most recent call last):
/// oz_status.OzStatusError: missing_analyses at analyses, expected the folder with its analyses (ask for it with ?with_analyses=true)
#[pyfunction]
#[pyo3(
    signature = (payload, *, require = Require::default(), operator_review = true),
    text_signature = "(payload, *, require=(), operator_review=True)"
)]
pub(crate) fn resolve(
    py: Python<'_>,
    payload: &Bound<'_, PyAny>,
    require: Require,
    operator_review: bool,
) -> PyResult<Verdict> {
    verdict(py, payload, &require.options(py, operator_review)?)
}

fn verdict(py: Python<'_>, payload: &Bound<'_, PyAny>, options: &Options) -> PyResult<Verdict> {
    Text::of(payload)?.read(py, |text| oz_status::resolve(text, options).map(Verdict::new))
}

/// The verdicts on many payloads, lazily and in order. A payload that cannot be judged gives its OzStatusError in
/// place of a verdict, and the next one follows.
///
/// >>> from oz_status import resolve_many
/// >>> [type(outcome).__name__ for outcome in resolve_many([b"[]", b"not JSON", b"[]"])]
/// ['Verdict', 'OzStatusError', 'Verdict']
#[pyfunction]
#[pyo3(
    signature = (payloads, *, require = Require::default(), operator_review = true),
    text_signature = "(payloads, *, require=(), operator_review=True)"
)]
pub(crate) fn resolve_many(
    py: Python<'_>,
    payloads: &Bound<'_, PyAny>,
    require: Require,
    operator_review: bool,
) -> PyResult<Outcomes> {
    if payloads.is_instance_of::<pyo3::types::PyString>()
        || payloads.is_instance_of::<pyo3::types::PyBytes>()
        || payloads.is_instance_of::<pyo3::types::PyDict>()
    {
        return Err(PyTypeError::new_err("expected an iterable of payloads, not one payload: that is for resolve"));
    }
    let payloads = payloads.try_iter()?.unbind();
    Ok(Outcomes { payloads, options: require.options(py, operator_review)? })
}

/// What `resolve_many` gives.
#[pyclass(frozen, module = "oz_status._native")]
pub(crate) struct Outcomes {
    payloads: Py<PyIterator>,
    options: Options,
}

#[pymethods]
impl Outcomes {
    fn __iter__(slf: Py<Outcomes>) -> Py<Outcomes> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        let Some(payload) = self.payloads.bind(py).clone().next().transpose()? else {
            return Ok(None);
        };
        match verdict(py, &payload, &self.options) {
            Ok(verdict) => Ok(Some(Py::new(py, verdict)?.into_any())),
            Err(error) => refused(py, error).map(Some),
        }
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), pyo3::PyTraverseError> {
        visit.call(&self.payloads)
    }
}

/// The error as a value. A payload of a wrong Python type is one bad payload more; what is no fault of the payload
/// (an interrupt, no memory) goes up.
fn refused(py: Python<'_>, error: PyErr) -> PyResult<Py<PyAny>> {
    if error.is_instance_of::<PyTypeError>(py) {
        let refusal = Refusal {
            code: oz_status::ErrorCode::WrongType.as_str(),
            expected: Some("str, bytes, bytearray, a memoryview of bytes, dict or list"),
            ..Refusal::default()
        };
        let refused = refusal.raise(py, &format_args!("{}: {}", refusal.code, error.value(py)));
        refused.set_cause(py, Some(error));
        return Ok(refused.into_value(py).into_any());
    }
    if error.is_instance_of::<pyo3::exceptions::PyValueError>(py) {
        // as a value it was raised nowhere, and frames that it names would live as long as it
        error.set_traceback(py, None);
        return Ok(error.into_value(py).into_any());
    }
    Err(error)
}
