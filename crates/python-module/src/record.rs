//! Records, kept in Rust and handed out as JSON.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use verbale_core::Record as Inner;
use verbale_tables::PloverEvent;

use crate::{errors, json};

/// A validated record.
#[pyclass(frozen, eq, module = "verbale._native")]
#[derive(PartialEq)]
pub(crate) struct Record(pub(crate) Inner);

#[pymethods]
impl Record {
    /// Reads a record from JSON.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        py.detach(|| Inner::from_json(text)).map(Self).map_err(|error| errors::validation(&error))
    }

    /// The record as JSON.
    #[pyo3(signature = (indent, /))]
    fn to_json(&self, py: Python<'_>, indent: Option<u8>) -> PyResult<String> {
        py.detach(|| json::write(&self.0, indent))
    }

    /// One field of the record as JSON.
    #[pyo3(signature = (name, /))]
    fn field_json(&self, name: &str) -> PyResult<String> {
        let record = &self.0;
        match name {
            "document" => json::write(record.document(), None),
            "actors" => json::write(record.actors(), None),
            "places" => json::write(record.places(), None),
            "dates" => json::write(record.dates(), None),
            "quantities" => json::write(record.quantities(), None),
            "events" => json::write(record.events(), None),
            "quotations" => json::write(record.quotations(), None),
            "citations" => json::write(record.citations(), None),
            "framing" => json::write(record.framing(), None),
            "diagnostics" => json::write(record.diagnostics(), None),
            other => Err(PyKeyError::new_err(other.to_owned())),
        }
    }

    /// The record and its text as a page.
    #[pyo3(signature = (text, /))]
    fn page(&self, py: Python<'_>, text: &str) -> PyResult<String> {
        py.detach(|| verbale_page::render(&self.0, text)).map_err(|error| errors::validation(&error))
    }

    /// The record at a glance, as a piece of HTML, with the text if there is one.
    #[pyo3(signature = (text, /))]
    fn fragment(&self, py: Python<'_>, text: Option<&str>) -> PyResult<String> {
        py.detach(|| verbale_page::fragment(&self.0, text)).map_err(|error| errors::validation(&error))
    }

    /// The events in PLOVER's JSON, one a line.
    fn plover_lines(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| PloverEvent::lines(&self.0)).map_err(|error| errors::table(&error))
    }

    /// Checks that the record was made from this text.
    #[pyo3(signature = (text, /))]
    fn verify(&self, py: Python<'_>, text: &str) -> PyResult<()> {
        py.detach(|| self.0.verify(text)).map_err(|error| errors::validation(&error))
    }
}
