//! Files, written from records as they come or from tables that are there.

use std::path::PathBuf;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use verbale_tables::{FileFormat, RecordLayout, Sequence, Table as Kind, TableError, WholeFile, beside};

use crate::errors;
use crate::ids::Ids;
use crate::open::Open;
use crate::record::Record;
use crate::table::Table;

/// A file with whole records.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct RecordFile {
    layout: RecordLayout,
    open: Open<Sequence<WholeFile>>,
}

#[pymethods]
impl RecordFile {
    /// Begins the file: `json`, an array; `object`, one record alone; `jsonl`; `plover`.
    #[new]
    #[pyo3(signature = (path, layout, /))]
    fn new(py: Python<'_>, path: PathBuf, layout: &str) -> PyResult<Self> {
        let layout = match layout {
            "json" => RecordLayout::Array,
            "object" => RecordLayout::Object,
            "jsonl" => RecordLayout::Lines,
            "plover" => RecordLayout::Plover,
            other => return Err(PyValueError::new_err(format!("no format of records: {other}"))),
        };
        // A pipe waits for who reads it, which may be another thread.
        let file = py.detach(|| WholeFile::create(&path)).map_err(errors::table)?;
        Ok(Self { layout, open: Open::new(Sequence::new(layout.marks(), file)) })
    }

    /// Adds a record.
    #[pyo3(signature = (record, /))]
    fn add(&self, py: Python<'_>, record: &Bound<'_, Record>) -> PyResult<()> {
        let record = &record.get().inner;
        py.detach(|| {
            let text = self.layout.render(record).map_err(errors::table)?;
            self.open.with(|file| file.write(&text).map_err(|error| errors::table(error.into())))
        })
    }

    /// Ends the file, which takes its name.
    fn finish(&self, py: Python<'_>) -> PyResult<()> {
        py.detach(|| {
            let file = self.open.take()?;
            let finished = file.finish().map_err(TableError::from).and_then(WholeFile::finish);
            finished.map_err(errors::table)
        })
    }

    /// Lets go of the file, which does not appear if it is not finished.
    fn close(&self, py: Python<'_>) {
        py.detach(|| self.open.close());
    }
}

/// Files with a table each.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct TableFiles(Open<(Ids, verbale_tables::TableFiles<WholeFile>)>);

#[pymethods]
impl TableFiles {
    /// Begins the files, all as `parquet` or all as `csv`: the first table in the file at the path, the others beside it.
    #[new]
    #[pyo3(signature = (path, format, tables, /))]
    fn new(py: Python<'_>, path: PathBuf, format: &str, tables: Vec<String>) -> PyResult<Self> {
        let format = match format {
            "parquet" => FileFormat::Parquet,
            "csv" => FileFormat::Csv,
            other => return Err(PyValueError::new_err(format!("no format of tables: {other}"))),
        };
        let tables = Kind::named(tables).map_err(|error| errors::argument("", "tables", error))?;
        if tables.is_empty() {
            return Err(errors::argument("", "tables", "expected `all` or some names, found none"));
        }
        py.detach(|| {
            let mut files = Vec::with_capacity(tables.len());
            for table in tables {
                let file = if files.is_empty() { path.clone() } else { beside(&path, table) };
                files.push((table, WholeFile::create(&file)?));
            }
            verbale_tables::TableFiles::new(format, files)
        })
        .map(|files| Self(Open::new((Ids::default(), files))))
        .map_err(errors::table)
    }

    /// Adds the rows of a record to each file.
    #[pyo3(signature = (record, /))]
    fn add(&self, py: Python<'_>, record: &Bound<'_, Record>) -> PyResult<()> {
        let record = &record.get().inner;
        py.detach(|| {
            self.0.with(|(ids, files)| {
                ids.add(&record.document().id)?;
                files.write(record).map_err(errors::table)
            })
        })
    }

    /// Adds the rows of a table to the file that is its own.
    #[pyo3(signature = (table, /))]
    fn add_table(&self, py: Python<'_>, table: &Bound<'_, Table>) -> PyResult<()> {
        let table = table.get();
        py.detach(|| {
            self.0.with(|(_, files)| {
                let mut batches = table.batches().map_err(|error| errors::table(error.into()))?;
                let written = batches.try_for_each(|batch| files.write_batch(table.kind(), &batch?));
                written.map_err(errors::table)
            })
        })
    }

    /// Ends the files, which take their names; the one that was named, last.
    fn finish(&self, py: Python<'_>) -> PyResult<()> {
        py.detach(|| {
            let (_, files) = self.0.take()?;
            let finished =
                files.finish().and_then(|files| files.into_iter().rev().try_for_each(WholeFile::finish));
            finished.map_err(errors::table)
        })
    }

    /// Lets go of the files, which do not appear if they are not finished.
    fn close(&self, py: Python<'_>) {
        py.detach(|| self.0.close());
    }
}
