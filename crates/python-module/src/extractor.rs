//! Reading texts, one or many, without the interpreter's lock.

use std::path::PathBuf;

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use verbale_core::Edtf;
use verbale_parse::{Extractor as Inner, Metadata};

use crate::errors;
use crate::record::Record;

/// A text with its id, title and date of publication, as Python hands them over.
type Input = (PyBackedStr, Option<String>, Option<String>, Option<String>);

/// Reads texts into records.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Extractor(Inner);

#[pymethods]
impl Extractor {
    /// Loads the knowledge, with that of the folders.
    #[new]
    #[pyo3(signature = (lexicon, /))]
    fn new(py: Python<'_>, lexicon: Vec<PathBuf>) -> PyResult<Self> {
        let builder = lexicon.into_iter().fold(Inner::builder(), |builder, folder| builder.lexicon(folder));
        py.detach(|| builder.build()).map(Self).map_err(errors::lexicon)
    }

    /// Reads one text.
    #[pyo3(signature = (text, id, title, published, /))]
    fn extract(
        &self,
        py: Python<'_>,
        text: &str,
        id: Option<String>,
        title: Option<String>,
        published: Option<&str>,
    ) -> PyResult<Record> {
        let metadata = metadata("", id, title, published)?;
        py.detach(|| self.0.extract_with(text, &metadata))
            .map(Record)
            .map_err(|error| errors::extract(py, error))
    }

    /// Reads texts in parallel and gives their records in order; the first text that gives none decides the error. `first` is the
    /// place of the first text among all that the caller has.
    #[pyo3(signature = (inputs, first, jobs, /))]
    fn extract_all(
        &self,
        py: Python<'_>,
        inputs: Vec<Input>,
        first: usize,
        jobs: Option<usize>,
    ) -> PyResult<Vec<Record>> {
        if jobs == Some(0) {
            return Err(PyValueError::new_err("jobs: expected 1 or more"));
        }
        let inputs = inputs
            .into_iter()
            .enumerate()
            .map(|(index, (text, id, title, published))| {
                Ok((text, metadata(&format!("texts[{}].", first + index), id, title, published.as_deref())?))
            })
            .collect::<PyResult<Vec<_>>>()?;
        let results = py.detach(|| {
            // To rayon, 0 is one thread a core. More threads than texts would have nothing to do.
            let threads = jobs.map_or(0, |jobs| jobs.min(inputs.len()));
            let pool = ThreadPoolBuilder::new().num_threads(threads).build()?;
            let read = |(text, metadata): &(PyBackedStr, Metadata)| self.0.extract_with(text, metadata);
            Ok(pool.install(|| inputs.par_iter().map(read).collect::<Vec<_>>()))
        });
        let results = results
            .map_err(|error: rayon::ThreadPoolBuildError| PyRuntimeError::new_err(error.to_string()))?;
        results
            .into_iter()
            .enumerate()
            .map(|(index, result)| {
                result.map(Record).or_else(|error| {
                    let error = errors::extract(py, error);
                    error.add_note(py, format!("while reading texts[{}]", first + index))?;
                    Err(error)
                })
            })
            .collect()
    }

    /// What each stage saw in a text, for people.
    #[pyo3(signature = (text, id, title, published, /))]
    fn explain(
        &self,
        py: Python<'_>,
        text: &str,
        id: Option<String>,
        title: Option<String>,
        published: Option<&str>,
    ) -> PyResult<String> {
        let metadata = metadata("", id, title, published)?;
        py.detach(|| self.0.explain(text, &metadata)).map_err(|error| errors::extract(py, error))
    }
}

/// Metadata from arguments; `path` leads the name of a wrong one.
fn metadata(
    path: &str,
    id: Option<String>,
    title: Option<String>,
    published: Option<&str>,
) -> PyResult<Metadata> {
    for (name, value) in [("id", &id), ("title", &title)] {
        if value.as_deref().is_some_and(|value| value.trim().is_empty()) {
            return Err(errors::argument(path, name, "expected some words, found none"));
        }
    }
    let published = published.map(str::parse::<Edtf>).transpose();
    let published = published.map_err(|error| errors::argument(path, "published", error))?;
    Ok(Metadata { id, title, published })
}
