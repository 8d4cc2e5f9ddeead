//! The enums of the Python package beside the vocabularies of core: members in, members out.

use crate::refusal;
use oz_status::{AnalysisState, CodeError, Decision, FolderStatus, Resolution, WordError};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString};
use std::str::FromStr;

/// The Python members of one vocabulary, the best first.
pub(crate) struct Members<W> {
    members: Vec<Member<W>>,
}

struct Member<W> {
    word: W,
    object: Py<PyAny>,
    /// The word as Python interns it: most words that come in are this very object.
    text: Py<PyString>,
}

/// A vocabulary that has an enum in the Python package.
pub(crate) trait Vocabulary:
    Copy + PartialEq + FromStr<Err = WordError> + TryFrom<u8, Error = CodeError> + 'static
{
    const CLASS: &'static str;
    const WORDS: &'static [Self];
    fn word(self) -> &'static str;
    fn number(self) -> u8;
    fn cell() -> &'static PyOnceLock<Members<Self>>;
}

macro_rules! vocabularies {
    ($($name:ident)+) => {
        $(
            impl Vocabulary for $name {
                const CLASS: &'static str = stringify!($name);
                const WORDS: &'static [$name] = $name::ALL;

                fn word(self) -> &'static str {
                    self.as_str()
                }

                fn number(self) -> u8 {
                    self.code()
                }

                fn cell() -> &'static PyOnceLock<Members<$name>> {
                    static CELL: PyOnceLock<Members<$name>> = PyOnceLock::new();
                    &CELL
                }
            }
        )+

        /// Each vocabulary with its words and codes, the best first.
        pub(crate) fn tables(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
            let tables = PyDict::new(py);
            $( tables.set_item($name::CLASS, table::<$name>(py)?)?; )+
            Ok(tables)
        }

        fn by_class<T>(class: &str, visit: impl Visit<T>) -> PyResult<T> {
            $( if class == $name::CLASS { return visit.visit::<$name>(); } )+
            Err(PyTypeError::new_err(format!("there is no vocabulary {class}")))
        }
    };
}

vocabularies!(Resolution FolderStatus AnalysisState Decision);

trait Visit<T> {
    fn visit<W: Vocabulary>(self) -> PyResult<T>;
}

fn table<W: Vocabulary>(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let table = PyDict::new(py);
    for &word in W::WORDS {
        table.set_item(word.word(), word.number())?;
    }
    Ok(table)
}

fn members<W: Vocabulary>(py: Python<'_>) -> PyResult<&'static Members<W>> {
    W::cell().get_or_try_init(py, || {
        let class = py.import("oz_status._words")?.getattr(W::CLASS)?;
        let member = |&word: &W| {
            Ok(Member {
                word,
                object: class.getattr(word.word())?.unbind(),
                text: PyString::intern(py, word.word()).unbind(),
            })
        };
        Ok(Members { members: W::WORDS.iter().map(member).collect::<PyResult<_>>()? })
    })
}

/// The Python member.
pub(crate) fn to_python<W: Vocabulary>(py: Python<'_>, word: W) -> PyResult<Py<PyAny>> {
    match members::<W>(py)?.members.iter().find(|member| member.word == word) {
        Some(member) => Ok(member.object.clone_ref(py)),
        None => Err(PyTypeError::new_err("an enum lacks a member")),
    }
}

/// The member or word that Python gives.
#[inline]
pub(crate) fn from_python<W: Vocabulary>(object: &Bound<'_, PyAny>) -> PyResult<W> {
    let pointer = object.as_ptr();
    let same = |member: &&Member<W>| member.object.as_ptr() == pointer || member.text.as_ptr() == pointer;
    match members::<W>(object.py())?.members.iter().find(same) {
        Some(member) => Ok(member.word),
        None => from_other(object),
    }
}

fn from_other<W: Vocabulary>(object: &Bound<'_, PyAny>) -> PyResult<W> {
    let py = object.py();
    match object.cast::<PyString>() {
        Ok(text) => crate::payload::utf8(text, "")?.parse().map_err(|error| refusal::word(py, &error)),
        Err(_) => {
            let found = object.get_type().name()?;
            Err(PyTypeError::new_err(format!("expected a {} or its word, not {found}", W::CLASS)))
        }
    }
}

/// The word of a vocabulary that a text in any case, or a code, stands for.
#[pyfunction]
pub(crate) fn word_of(class: &str, value: &Bound<'_, PyAny>) -> PyResult<&'static str> {
    struct Parse<'a, 'py>(&'a Bound<'py, PyAny>);

    impl Visit<&'static str> for Parse<'_, '_> {
        fn visit<W: Vocabulary>(self) -> PyResult<&'static str> {
            let Parse(value) = self;
            if value.is_instance_of::<PyString>() {
                return from_python::<W>(value).map(Vocabulary::word);
            }
            let refused = || refusal::code(value.py(), &value.to_string(), W::CLASS);
            let code = value.extract::<u8>().map_err(|_| refused())?;
            W::try_from(code).map(Vocabulary::word).map_err(|_| refused())
        }
    }

    by_class(class, Parse(value))
}

/// R6.
#[pyfunction]
pub(crate) fn decision_of(py: Python<'_>, resolution: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, from_python::<Resolution>(resolution)?.decision())
}

/// R3.
#[pyfunction]
pub(crate) fn folder_status_of(py: Python<'_>, resolution: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, FolderStatus::from(from_python::<Resolution>(resolution)?))
}

/// Whether a resolution can no longer change by itself.
#[pyfunction]
pub(crate) fn is_final_resolution(resolution: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(from_python::<Resolution>(resolution)?.is_final())
}

/// Whether nothing further is awaited.
#[pyfunction]
pub(crate) fn is_final_decision(decision: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(from_python::<Decision>(decision)?.is_final())
}

/// What a state alone says of the outcome (R1).
#[pyfunction]
pub(crate) fn lift(py: Python<'_>, state: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, from_python::<AnalysisState>(state)?.lift())
}
