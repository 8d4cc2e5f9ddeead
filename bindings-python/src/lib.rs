//! The native part of the Python package `oz_status`: converts, calls core, converts back. No rule lives here.

mod arrow;
mod columns;
mod command;
mod folder;
mod group;
mod layout;
mod memory;
mod parallel;
mod payload;
mod refusal;
mod resolve;
mod shared;
mod status_set;
mod tally;
mod verdict;
mod words;

/// What the Python package is built on; private to it.
#[pyo3::pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::columns::{group_results, group_results_by};
    #[pymodule_export]
    use crate::command::run_command;
    #[pymodule_export]
    use crate::folder::Folder;
    #[pymodule_export]
    use crate::group::{group_result, join, meet};
    #[pymodule_export]
    use crate::resolve::{Outcomes, resolve, resolve_many};
    #[pymodule_export]
    use crate::status_set::StatusSet;
    #[pymodule_export]
    use crate::tally::Tally;
    #[pymodule_export]
    use crate::verdict::{Verdict, restore_verdict};
    #[pymodule_export]
    use crate::words::{decision_of, folder_status_of, is_final_decision, is_final_resolution, lift, word_of};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let py = module.py();
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("RULES_VERSION", oz_status::RULES_VERSION)?;
        module.add("VOCABULARIES", crate::words::tables(py)?)?;
        module.add("FINDING_CODES", names(py, oz_status::FindingCode::ALL.iter().map(|code| code.as_str()))?)?;
        module.add("READINGS", names(py, oz_status::Reading::ALL.iter().map(|reading| reading.as_str()))?)?;
        module.add("ERROR_CODES", names(py, oz_status::ErrorCode::ALL.iter().map(|code| code.as_str()))?)
    }

    fn names<'py>(py: Python<'py>, names: impl Iterator<Item = &'static str>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pyo3::types::PyTuple::new(py, names.collect::<Vec<_>>())?.into_any())
    }
}
