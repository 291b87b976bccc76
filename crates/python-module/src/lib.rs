//! `verbale._native`: what the Python package `verbale` needs of the Rust crates, and nothing else.
//!
//! Records live here, validated; the package reads their parts as JSON and gives them Python types. Texts are read without the
//! interpreter's lock. Exceptions are those of `verbale._errors`.

mod database;
mod errors;
mod extractor;
mod ids;
mod json;
mod open;
mod record;
mod table;
mod writers;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use verbale_core::{ProblemCode, schema};

/// The native half of the package `verbale`; its names are not public.
#[pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::database::Database;
    #[pymodule_export]
    use super::extractor::Extractor;
    #[pymodule_export]
    use super::record::Record;
    #[pymodule_export]
    use super::table::{Collector, Table, tables_json};
    #[pymodule_export]
    use super::writers::{RecordFile, TableFiles};
    #[pymodule_export]
    use super::{problem_codes, schema_json, schema_names};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}

/// The codes of validation problems with their meanings, in the order of the documentation.
#[pyfunction]
fn problem_codes() -> Vec<(&'static str, &'static str)> {
    ProblemCode::ALL.iter().map(|code| (code.as_str(), code.meaning())).collect()
}

/// The names of the types that have a JSON Schema.
#[pyfunction]
fn schema_names() -> Vec<&'static str> {
    schema::names().collect()
}

/// The JSON Schema of a type, as JSON.
#[pyfunction]
#[pyo3(signature = (name, /))]
fn schema_json(name: &str) -> PyResult<String> {
    let schema = schema::of_name(name).ok_or_else(|| {
        let names: Vec<_> = schema::names().collect();
        PyValueError::new_err(format!("`{name}` is not one of: {}", names.join(", ")))
    })?;
    json::write(&schema, None)
}
