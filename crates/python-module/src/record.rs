//! Records, kept in Rust and handed out as JSON.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use verbale_core::Record as Inner;
use verbale_tables::PloverEvent;

use crate::{errors, json};

/// A validated record.
#[pyclass(frozen, eq, module = "verbale._native")]
pub(crate) struct Record {
    pub(crate) inner: Inner,
    /// The word for all that decided on it beside the text, as databases keep it; none if it was not read here.
    pub(crate) reading: Option<String>,
}

impl PartialEq for Record {
    /// However it came about.
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner
    }
}

#[pymethods]
impl Record {
    /// Reads a record from JSON.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        let inner = py.detach(|| Inner::from_json(text)).map_err(|error| errors::validation(&error))?;
        Ok(Self { inner, reading: None })
    }

    /// The record as JSON.
    #[pyo3(signature = (indent, /))]
    fn to_json(&self, py: Python<'_>, indent: Option<u8>) -> PyResult<String> {
        py.detach(|| json::write(&self.inner, indent))
    }

    /// One field of the record as JSON.
    #[pyo3(signature = (name, /))]
    fn field_json(&self, name: &str) -> PyResult<String> {
        let record = &self.inner;
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
        py.detach(|| verbale_page::render(&self.inner, text)).map_err(|error| errors::validation(&error))
    }

    /// The record at a glance, as a piece of HTML, with the text if there is one.
    #[pyo3(signature = (text, /))]
    fn fragment(&self, py: Python<'_>, text: Option<&str>) -> PyResult<String> {
        py.detach(|| verbale_page::fragment(&self.inner, text)).map_err(|error| errors::validation(&error))
    }

    /// The events in PLOVER's JSON, one a line.
    fn plover_lines(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| PloverEvent::lines(&self.inner)).map_err(errors::table)
    }

    /// Checks that the record was made from this text.
    #[pyo3(signature = (text, /))]
    fn verify(&self, py: Python<'_>, text: &str) -> PyResult<()> {
        py.detach(|| self.inner.verify(text)).map_err(|error| errors::validation(&error))
    }
}
