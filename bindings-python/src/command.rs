//! The command, for people who have pip only.

use pyo3::prelude::*;
use std::ffi::OsString;

/// Runs `oz-status` with these arguments and gives the exit status.
#[pyfunction]
pub(crate) fn run_command(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| oz_status_cli::run(std::iter::once(OsString::from("oz-status")).chain(args)))
}
