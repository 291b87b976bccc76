//! The ids of documents, by which rows find them.

use std::collections::BTreeSet;

use pyo3::PyResult;
use pyo3::exceptions::PyValueError;

/// The ids of the documents so far.
#[derive(Default)]
pub(crate) struct Ids(BTreeSet<String>);

impl Ids {
    /// Takes the id of a document; `ValueError` if an earlier one has it.
    pub(crate) fn add(&mut self, id: &str) -> PyResult<()> {
        if self.0.insert(id.to_owned()) {
            return Ok(());
        }
        let message = format!("two documents have the id '{id}': give each its own, by which rows find it");
        Err(PyValueError::new_err(message))
    }
}
