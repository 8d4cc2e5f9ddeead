//! Payloads and options as Python gives them.

use crate::refusal::{self, Refusal};
use oz_status::Options;
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::{PyMemoryError, PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyFunction, PyList, PyMemoryView, PyString};

/// From this length on the interpreter lock is released: reading takes longer than handing it over.
const LONG: usize = 16 * 1024;

/// The text of a payload, in memory that nobody can change: what may change is copied.
pub(crate) enum Text<'py> {
    Bytes(Bound<'py, PyBytes>),
    Str(Bound<'py, PyString>),
    Copy(Vec<u8>),
}

impl<'py> Text<'py> {
    pub(crate) fn of(payload: &Bound<'py, PyAny>) -> PyResult<Text<'py>> {
        if let Ok(bytes) = payload.cast::<PyBytes>() {
            return Ok(Text::Bytes(bytes.clone()));
        }
        if let Ok(text) = payload.cast::<PyString>() {
            return Ok(Text::Str(text.clone()));
        }
        if payload.is_instance_of::<PyDict>() || payload.is_instance_of::<PyList>() {
            return Ok(Text::Str(json_of(payload)?));
        }
        let found = payload.get_type().name()?;
        let refused = |_| {
            let expected = "str, bytes, bytearray, a memoryview of bytes, dict or list";
            PyTypeError::new_err(format!("a payload is {expected}, not {found}"))
        };
        let buffer = PyMemoryView::from(payload).and_then(|view| PyBuffer::<u8>::get(&view)).map_err(refused)?;
        if buffer.dimensions() != 1 {
            return Err(PyTypeError::new_err("a payload has one dimension"));
        }
        let mut copy = Vec::new();
        let room = copy.try_reserve_exact(buffer.item_count());
        room.map_err(|_| PyMemoryError::new_err("no room for a copy of the payload"))?;
        copy.resize(buffer.item_count(), 0);
        buffer.copy_to_slice(payload.py(), &mut copy)?;
        Ok(Text::Copy(copy))
    }

    pub(crate) fn bytes(&self) -> PyResult<&[u8]> {
        match self {
            Text::Bytes(bytes) => Ok(bytes.as_bytes()),
            Text::Str(text) => Ok(utf8(text, "")?.as_bytes()),
            Text::Copy(bytes) => Ok(bytes),
        }
    }

    /// Reads it, with the interpreter lock released where that pays.
    pub(crate) fn read<T: Send>(
        &self,
        py: Python<'py>,
        read: impl FnOnce(&[u8]) -> Result<T, oz_status::Error> + Send,
    ) -> PyResult<T> {
        let bytes = self.bytes()?;
        let read = if bytes.len() < LONG { read(bytes) } else { py.detach(|| read(bytes)) };
        read.map_err(|error| refusal::payload(py, &error))
    }
}

/// What `json.loads` gave, as text again: from there on it goes the way of all text.
fn json_of<'py>(payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyString>> {
    static DUMPS: PyOnceLock<Py<PyFunction>> = PyOnceLock::new();
    let text = DUMPS.import(payload.py(), "oz_status._payload", "dumps")?.call1((payload,))?;
    Ok(text.cast_into::<PyString>()?)
}

/// The UTF-8 of a text. Lone surrogates have none.
pub(crate) fn utf8<'a>(text: &'a Bound<'_, PyString>, path: &str) -> PyResult<&'a str> {
    text.to_str().map_err(|error| {
        if !error.is_instance_of::<PyUnicodeEncodeError>(text.py()) {
            return error;
        }
        let refusal = Refusal {
            code: oz_status::ErrorCode::InvalidUtf8.as_str(),
            path,
            found: None,
            expected: Some("text without lone surrogates"),
            ..Refusal::default()
        };
        let refused = refusal.raise(text.py(), &format_args!("{}: {}", refusal.code, error.value(text.py())));
        refused.set_cause(text.py(), Some(error));
        refused
    })
}

/// The types that a caller requires: one word or an iterable of words.
#[derive(Default)]
pub(crate) struct Require(Vec<String>);

impl<'py> FromPyObject<'_, 'py> for Require {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Require> {
        if let Ok(word) = object.cast::<PyString>() {
            return Ok(Require(vec![utf8(&word, "require")?.to_owned()]));
        }
        let mut types = Vec::new();
        let items = object.try_iter()?;
        let is_iterator = items.is(&*object);
        for (place, item) in items.enumerate() {
            let item = item?;
            let word = item.cast::<PyString>().map_err(|_| {
                let found = item.get_type();
                PyTypeError::new_err(format!("an analysis type is a str, not {found}"))
            })?;
            types.push(utf8(word, &format!("require[{place}]"))?.to_owned());
        }
        // one that was used up before would require nothing, and let pass what it did not the first time
        if types.is_empty() && is_iterator {
            return Err(PyTypeError::new_err(
                "require is an iterator without words; give a list, which is not used up",
            ));
        }
        Ok(Require(types))
    }
}

impl Require {
    pub(crate) fn options(self, py: Python<'_>, operator_review: bool) -> PyResult<Options> {
        let options = Options::new().operator_review(operator_review);
        if self.0.is_empty() {
            return Ok(options);
        }
        options.require(self.0).map_err(|error| refusal::payload(py, &error))
    }
}
