//! Rust errors as the exceptions of `verbale._errors`.

use std::fmt::Display;
use std::io;

use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use verbale_core::ValidationError;
use verbale_parse::{ExtractError, LexiconError};
use verbale_tables::TableError;

/// The exception classes of the Python package.
mod python {
    pyo3::import_exception!(verbale._errors, ExtractError);
    pyo3::import_exception!(verbale._errors, LexiconError);
    pyo3::import_exception!(verbale._errors, ValidationError);
}

/// `ValidationError(message, problems)`.
pub(crate) fn validation(error: &ValidationError) -> PyErr {
    let problems: Vec<(&'static str, String, String)> = error
        .problems()
        .iter()
        .map(|problem| (problem.code.as_str(), problem.path.clone(), problem.message.clone()))
        .collect();
    python::ValidationError::new_err((error.to_string(), problems))
}

/// `LexiconError(file, line, message)`.
pub(crate) fn lexicon(error: LexiconError) -> PyErr {
    python::LexiconError::new_err((error.file, error.line, error.message))
}

/// `ExtractError(message)`, with the contradiction as its cause if it is one.
pub(crate) fn extract(py: Python<'_>, error: ExtractError) -> PyErr {
    match error {
        ExtractError::Lexicon(error) => lexicon(error),
        ExtractError::Contradiction(ref cause) => {
            let wrapped = python::ExtractError::new_err(error.to_string());
            wrapped.set_cause(py, Some(validation(cause)));
            wrapped
        }
        other => python::ExtractError::new_err(other.to_string()),
    }
}

/// `ValueError` for an argument that has no meaning.
pub(crate) fn argument(path: &str, name: &str, error: impl Display) -> PyErr {
    PyValueError::new_err(format!("{path}{name}: {error}"))
}

/// For a value that has no form in JSON, which no valid record holds.
pub(crate) fn unwritable(error: &serde_json::Error) -> PyErr {
    PyRuntimeError::new_err(format!("the record has no form in JSON; please report it: {error}"))
}

/// `OSError` where a file cannot be written, `ValueError` where it is another program's, `RuntimeError` for a defect.
pub(crate) fn table(error: TableError) -> PyErr {
    match error {
        TableError::Io(error) => error.into(),
        // As the exception of its kind: `FileNotFoundError`, `PermissionError`, …
        TableError::File { ref source, .. } => match source.raw_os_error() {
            Some(_) => io::Error::new(source.kind(), format!("{error}: {source}")).into(),
            None => io::Error::new(source.kind(), error.to_string()).into(),
        },
        TableError::Parquet(_) | TableError::Sqlite(_) => PyOSError::new_err(error.to_string()),
        TableError::ForeignDatabase | TableError::OtherVersion => PyValueError::new_err(error.to_string()),
        _ => PyRuntimeError::new_err(error.to_string()),
    }
}
