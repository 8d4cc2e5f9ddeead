//! `Verdict`: canonical JSON, three words, and the rest on demand.

use crate::words::{Vocabulary, to_python};
use oz_status::{Decision, FolderStatus, Resolution, StatusWord};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};
use std::borrow::Cow;
use std::sync::OnceLock;

/// What a folder comes to, and why. Given by `resolve` and `Folder.verdict`; immutable.
///
/// The attributes are named as the keys of the canonical JSON. Two verdicts are equal if their canonical JSON is.
/// A verdict is neither true nor false: look at `decision`, or at `is_pass`.
///
/// >>> from oz_status import resolve
/// >>> verdict = resolve('{"analyses":[{"analyse_id":"a1","type":"QUALITY","resolution":"DECLINED"}]}')
/// >>> verdict.decision
/// <Decision.REJECT: 'REJECT'>
/// >>> verdict.determining
/// (Determining(index=0, analyse_id='a1', group_id=None, type='QUALITY'),)
/// >>> bool(verdict)
/// Traceback (most recent call last):
/// TypeError: a verdict is neither true nor false: look at .decision or .is_pass
#[pyclass(frozen, module = "oz_status")]
pub(crate) struct Verdict {
    folder_status: FolderStatus,
    system_resolution: Resolution,
    decision: Decision,
    is_pass: bool,
    source: Source,
    json: OnceLock<Box<str>>,
    parts: PyOnceLock<Py<PyTuple>>,
}

/// Where the rest of a verdict comes from.
enum Source {
    Core(oz_status::Verdict<'static>),
    /// Out of a pickle: beside the JSON, of each finding what JSON does not tell.
    Kept {
        facts: Vec<u8>,
    },
}

impl Verdict {
    pub(crate) fn new(verdict: oz_status::Verdict<'_>) -> Verdict {
        Verdict {
            folder_status: verdict.folder_status,
            system_resolution: verdict.system_resolution,
            decision: verdict.decision,
            is_pass: verdict.is_pass(),
            source: Source::Core(verdict.into_owned()),
            json: OnceLock::new(),
            parts: PyOnceLock::new(),
        }
    }

    fn json(&self) -> &str {
        self.json.get_or_init(|| match &self.source {
            Source::Core(verdict) => verdict.to_json().into(),
            Source::Kept { .. } => Box::default(),
        })
    }

    /// Of each finding the codes of its words, and whether it is a contradiction.
    fn facts(&self) -> Cow<'_, [u8]> {
        let code = |word: Option<StatusWord>| match word {
            Some(StatusWord::Resolution(word)) => word.code(),
            Some(StatusWord::FolderStatus(word)) => word.code(),
            None => 0,
        };
        match &self.source {
            Source::Kept { facts } => facts.into(),
            Source::Core(verdict) => {
                let facts = verdict.findings.iter().flat_map(|finding| {
                    [code(finding.claimed), code(finding.computed), finding.is_contradiction().into()]
                });
                facts.collect::<Vec<_>>().into()
            }
        }
    }

    /// The attributes that are built when one of them is asked for.
    fn part(&self, py: Python<'_>, place: usize) -> PyResult<Py<PyAny>> {
        static PARTS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let parts = self.parts.get_or_try_init(py, || {
            let facts = PyBytes::new(py, &self.facts());
            let parts = PARTS.import(py, "oz_status._model", "parts")?.call1((self.json(), facts))?;
            PyResult::Ok(parts.cast_into::<PyTuple>()?.unbind())
        })?;
        Ok(parts.bind(py).get_item(place)?.unbind())
    }
}

#[pymethods]
impl Verdict {
    /// The version of the rules that gave this verdict.
    #[getter]
    fn rules(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 0)
    }

    /// The folder's id, its own or that of its analyses.
    #[getter]
    fn folder_id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 1)
    }

    /// How far the folder has come (R3). Never a verdict.
    #[getter]
    fn folder_status(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.folder_status)
    }

    /// What the system says (R4).
    #[getter]
    fn system_resolution(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.system_resolution)
    }

    /// What to do (R7): the one thing to act on.
    #[getter]
    fn decision(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, self.decision)
    }

    /// The analyses that determine the system resolution (R5), in payload order.
    #[getter]
    fn determining(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 2)
    }

    /// The ids of the last-finished groups (R4); None stands for the unnamed group.
    #[getter]
    fn last_finished(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 3)
    }

    /// Every group, by the first of its analyses.
    #[getter]
    fn groups(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 4)
    }

    /// The required types (R7), in the caller's order.
    #[getter]
    fn required(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 5)
    }

    /// What stands out beside the result (R9); a finding never loosens it.
    #[getter]
    fn findings(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.part(py, 6)
    }

    /// Whether nothing further is awaited: the decision is not WAIT.
    #[getter]
    fn is_final(&self) -> bool {
        self.decision.is_final()
    }

    /// Whether to let pass: the decision is ACCEPT, nothing else.
    #[getter]
    fn is_pass(&self) -> bool {
        self.is_pass
    }

    /// The canonical JSON: the same bytes from every consumer of the rules.
    ///
    /// >>> from oz_status import resolve
    /// >>> resolve(b"[]").to_json()[:60]
    /// '{"rules":1,"folder_id":null,"folder_status":"INITIAL","syste'
    fn to_json(&self) -> &str {
        self.json()
    }

    /// The canonical JSON as a new dict.
    ///
    /// >>> from oz_status import resolve
    /// >>> resolve(b"[]").to_dict()["decision"]
    /// 'WAIT'
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        Ok(LOADS.import(py, "json", "loads")?.call1((self.json(),))?.cast_into()?)
    }

    fn __repr__<'py>(slf: &Bound<'py, Verdict>) -> PyResult<Bound<'py, PyAny>> {
        static REPR: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        REPR.import(slf.py(), "oz_status._show", "line")?.call1((slf,))
    }

    /// The verdict as a small coloured tree, for notebooks.
    fn _repr_html_<'py>(slf: &Bound<'py, Verdict>) -> PyResult<Bound<'py, PyAny>> {
        static HTML: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        HTML.import(slf.py(), "oz_status._show", "html")?.call1((slf,))
    }

    fn __eq__(&self, other: &Bound<'_, Verdict>) -> bool {
        self.json() == other.get().json()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        // Python's own hash of text is keyed: no payload can aim at it
        PyString::new(py, self.json()).hash()
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err("a verdict is neither true nor false: look at .decision or .is_pass"))
    }

    fn __copy__(slf: Py<Verdict>) -> Py<Verdict> {
        slf
    }

    fn __deepcopy__(slf: Py<Verdict>, memo: &Bound<'_, PyAny>) -> Py<Verdict> {
        let _ = memo;
        slf
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Kept)> {
        let restore = py.import("oz_status._native")?.getattr("_restore_verdict")?;
        let words = (self.folder_status.code(), self.system_resolution.code(), self.decision.code());
        Ok((restore, (self.json().to_owned(), words, self.is_pass, PyBytes::new(py, &self.facts()).unbind())))
    }
}

type Kept = (String, (u8, u8, u8), bool, Py<PyBytes>);

/// A verdict out of a pickle.
#[pyfunction(name = "_restore_verdict")]
pub(crate) fn restore_verdict(json: String, words: (u8, u8, u8), is_pass: bool, facts: Vec<u8>) -> PyResult<Verdict> {
    fn word<W: Vocabulary>(code: u8) -> PyResult<W> {
        W::try_from(code).map_err(|error| PyValueError::new_err(error.to_string()))
    }
    Ok(Verdict {
        folder_status: word(words.0)?,
        system_resolution: word(words.1)?,
        decision: word(words.2)?,
        is_pass,
        source: Source::Kept { facts },
        json: OnceLock::from(Box::from(json)),
        parts: PyOnceLock::new(),
    })
}
