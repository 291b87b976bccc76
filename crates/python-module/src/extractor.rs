//! Reading texts, one or many, without the interpreter's lock.

use std::path::PathBuf;

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use verbale_core::{Checksum, Edtf};
use verbale_parse::{ExtractError, Extractor as Inner, Metadata, lexicon_files};
use verbale_tables::Reading;

use crate::database::{Database, Seen};
use crate::errors;
use crate::record::Record;

/// A text with its id, title and date of publication, as Python hands them over.
type Input = (PyBackedStr, Option<String>, Option<String>, Option<String>);

/// Reads texts into records.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Extractor {
    inner: Inner,
    /// What decides on the records beside their texts.
    reading: Reading,
}

#[pymethods]
impl Extractor {
    /// Loads the knowledge, with that of the folders.
    #[new]
    #[pyo3(signature = (lexicon, /))]
    fn new(py: Python<'_>, lexicon: Vec<PathBuf>) -> PyResult<Self> {
        py.detach(|| {
            let builder = lexicon.iter().fold(Inner::builder(), |builder, folder| builder.lexicon(folder));
            let inner = builder.build().map_err(errors::lexicon)?;
            let mut reading = Reading::new(None, None);
            for folder in &lexicon {
                let files = lexicon_files(folder).map_err(errors::lexicon)?;
                reading.add_lexicon(folder, &files).map_err(errors::table)?;
            }
            Ok(Self { inner, reading })
        })
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
        let reading = Some(self.word(&metadata));
        py.detach(|| self.inner.extract_with(text, &metadata))
            .map(|inner| Record { inner, reading })
            .map_err(|error| errors::extract(py, error))
    }

    /// Reads texts in parallel and gives their records in order; the first text that gives none decides the error. `first` is the
    /// place of the first text among all that the caller has. `None` stands for the record of a text that the database has.
    #[pyo3(signature = (inputs, first, jobs, database, /))]
    fn extract_all(
        &self,
        py: Python<'_>,
        inputs: Vec<Input>,
        first: usize,
        jobs: Option<usize>,
        database: Option<&Bound<'_, Database>>,
    ) -> PyResult<Vec<Option<Record>>> {
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
        let seen = database.map(|database| database.get().seen()).unwrap_or_default();
        let results = py.detach(|| {
            // To rayon, 0 is one thread a core. More threads than texts would have nothing to do.
            let threads = jobs.map_or(0, |jobs| jobs.min(inputs.len()));
            let pool = ThreadPoolBuilder::new().num_threads(threads).build()?;
            let read = |(text, metadata): &(PyBackedStr, Metadata)| self.read(text, metadata, &seen);
            Ok(pool.install(|| inputs.par_iter().map(read).collect::<Vec<_>>()))
        });
        let results = results
            .map_err(|error: rayon::ThreadPoolBuildError| PyRuntimeError::new_err(error.to_string()))?;
        if let Some(database) = database {
            let unchanged = results.iter().zip(&inputs).filter(|(result, _)| matches!(result, Ok(None)));
            let ids = unchanged.filter_map(|(_, (_, metadata))| metadata.id.as_deref());
            database.get().pass_over(ids)?;
        }
        let told = |(index, result): (usize, Result<Option<Record>, ExtractError>)| {
            result.or_else(|error| {
                let error = errors::extract(py, error);
                error.add_note(py, format!("while reading texts[{}]", first + index))?;
                Err(error)
            })
        };
        results.into_iter().enumerate().map(told).collect()
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
        py.detach(|| self.inner.explain(text, &metadata)).map_err(|error| errors::extract(py, error))
    }
}

impl Extractor {
    /// Reads a text, unless it and all that decides on its record are as they were.
    fn read(&self, text: &str, metadata: &Metadata, seen: &Seen) -> Result<Option<Record>, ExtractError> {
        let reading = self.word(metadata);
        if let Some(known) = metadata.id.as_ref().and_then(|id| seen.get(id))
            && known.is_of(&Checksum::of(text), &reading)
        {
            return Ok(None);
        }
        let inner = self.inner.extract_with(text, metadata)?;
        Ok(Some(Record { inner, reading: Some(reading) }))
    }

    fn word(&self, metadata: &Metadata) -> String {
        self.reading.word(metadata.title.as_deref(), metadata.published.as_ref())
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
