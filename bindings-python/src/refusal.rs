//! What core refuses, as `OzStatusError`.

use oz_status::{ColumnError, Error, TallyError, WordError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};
use std::fmt::Display;

/// What the attributes of `OzStatusError` say.
#[derive(Default)]
pub(crate) struct Refusal<'a> {
    pub(crate) code: &'a str,
    pub(crate) path: &'a str,
    pub(crate) found: Option<&'a str>,
    pub(crate) expected: Option<&'a str>,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    pub(crate) row: Option<usize>,
}

impl Refusal<'_> {
    pub(crate) fn raise(&self, py: Python<'_>, message: &dyn Display) -> PyErr {
        self.build(py, message).map_or_else(|error| error, PyErr::from_value)
    }

    fn build<'py>(&self, py: Python<'py>, message: &dyn Display) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let class = CLASS.import(py, "oz_status._errors", "OzStatusError")?;
        let attributes = PyDict::new(py);
        attributes.set_item("code", self.code)?;
        attributes.set_item("path", self.path)?;
        attributes.set_item("found", self.found)?;
        attributes.set_item("expected", self.expected)?;
        attributes.set_item("line", self.line)?;
        attributes.set_item("column", self.column)?;
        attributes.set_item("row", self.row)?;
        class.call((message.to_string(),), Some(&attributes))
    }
}

/// A refused payload, sighting or option.
pub(crate) fn payload(py: Python<'_>, error: &Error) -> PyErr {
    let refusal = Refusal {
        code: error.code().as_str(),
        path: error.path(),
        found: error.found(),
        expected: Some(error.expected()),
        line: error.line(),
        column: error.column(),
        row: None,
    };
    refusal.raise(py, error)
}

/// A word that a vocabulary does not have.
pub(crate) fn word(py: Python<'_>, error: &WordError) -> PyErr {
    let (code, found) = (error.code().as_str(), Some(error.found()));
    Refusal { code, found, expected: Some(error.expected()), ..Refusal::default() }.raise(py, error)
}

/// A number that is no code of a vocabulary.
pub(crate) fn code(py: Python<'_>, found: &str, vocabulary: &str) -> PyErr {
    let expected = format!("a code of {vocabulary}");
    let refusal = Refusal { code: "unknown_code", found: Some(found), expected: Some(&expected), ..Refusal::default() };
    refusal.raise(py, &format_args!("unknown_code: found {found}, expected {expected}"))
}

/// A counter at its end.
pub(crate) fn tally(py: Python<'_>, error: TallyError) -> PyErr {
    let found = Some(error.resolution().as_str());
    let refusal = Refusal { code: error.code(), found, expected: Some(error.expected()), ..Refusal::default() };
    refusal.raise(py, &format_args!("{}: {error}", error.code()))
}

/// A row of a column, by what core says of it; `rows` is the column whose places are offsets or group numbers.
pub(crate) fn column(py: Python<'_>, error: ColumnError, rows: &str) -> PyErr {
    let (column, found) = match error {
        ColumnError::UnknownCode { found, .. } => ("codes", Some(found.to_string())),
        ColumnError::BadGroup { found, .. } => (rows, Some(found.to_string())),
        ColumnError::LengthMismatch { found, .. } => (rows, Some(found.to_string())),
        _ => (rows, None),
    };
    in_column(py, error, column, found.as_deref(), &error)
}

/// A group number that no group has, however large.
pub(crate) fn group(py: Python<'_>, row: usize, found: &str) -> PyErr {
    let error = ColumnError::BadGroup { row, found: u32::MAX };
    in_column(py, error, "group_index", Some(found), &format_args!("row {row}: {found} is no group number"))
}

fn in_column(py: Python<'_>, error: ColumnError, column: &str, found: Option<&str>, why: &dyn Display) -> PyErr {
    let path = error.row().map_or_else(|| column.to_owned(), |row| format!("{column}[{row}]"));
    let refusal = Refusal {
        code: error.code(),
        path: &path,
        found,
        expected: Some(error.expected()),
        row: error.row(),
        ..Refusal::default()
    };
    refusal.raise(py, &format_args!("{} at {path}: {why}", error.code()))
}

/// A row where no number stands.
pub(crate) fn null(py: Python<'_>, column: &str, row: usize, why: &str) -> PyErr {
    let path = format!("{column}[{row}]");
    let refusal =
        Refusal { code: "null", path: &path, expected: Some("an integer"), row: Some(row), ..Refusal::default() };
    refusal.raise(py, &format_args!("null at {path}: {why}, expected an integer"))
}
