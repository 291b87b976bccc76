//! Files of tables and databases, written from records as they come or from tables that are there.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use verbale_tables::{Database as Inner, FileFormat, Table as Kind, TableError, TableWriter};

use crate::errors;
use crate::ids::Ids;
use crate::record::Record;
use crate::table::Table;

/// By what the documents were read: no word that the command uses, which therefore reads them itself once more.
const READING: &str = "the Python package";

/// Files with a table each.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct TableFiles(Mutex<Open>);

type Writer = TableWriter<BufWriter<File>>;

/// The files that are being written.
#[derive(Default)]
struct Open {
    ids: Ids,
    writers: Vec<(Kind, Writer)>,
}

#[pymethods]
impl TableFiles {
    /// Begins the files, each with the name of its table and its path, all as `parquet` or all as `csv`.
    #[new]
    #[pyo3(signature = (format, files, /))]
    fn new(py: Python<'_>, format: &str, files: Vec<(String, PathBuf)>) -> PyResult<Self> {
        let format = match format {
            "parquet" => FileFormat::Parquet,
            "csv" => FileFormat::Csv,
            other => return Err(PyValueError::new_err(format!("no format of tables: {other}"))),
        };
        let mut open = Open::default();
        for (name, path) in files {
            let table: Kind = name.parse().map_err(|error| errors::argument("", "tables", error))?;
            // A pipe waits for who reads it, which may be another thread.
            let begun = py.detach(|| begin(format, &path, table));
            let writer = begun.map_err(|error| errors::table(&error))?;
            open.writers.push((table, writer));
        }
        Ok(Self(Mutex::new(open)))
    }

    /// Adds the rows of a record to each file.
    #[pyo3(signature = (record, /))]
    fn add(&self, py: Python<'_>, record: &Bound<'_, Record>) -> PyResult<()> {
        let record = &record.get().0;
        py.detach(|| {
            let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            open.ids.add(record)?;
            let written = open.writers.iter_mut().try_for_each(|(_, writer)| writer.write(record));
            written.map_err(|error| errors::table(&error))
        })
    }

    /// Adds the rows of a table to the file that is its own.
    #[pyo3(signature = (table, /))]
    fn add_table(&self, py: Python<'_>, table: &Bound<'_, Table>) -> PyResult<()> {
        let table = table.get();
        py.detach(|| {
            let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let own = open.writers.iter_mut().find(|(kind, _)| *kind == table.kind());
            let Some((_, writer)) = own else { return Ok(()) };
            table.batches()?.try_for_each(|batch| writer.write_batch(&batch?))
        })
        .map_err(|error| errors::table(&error))
    }

    /// Ends the files, which are then on the disk.
    fn finish(&self, py: Python<'_>) -> PyResult<()> {
        py.detach(|| self.take().into_iter().try_for_each(|(_, writer)| end(writer)))
            .map_err(|error| errors::table(&error))
    }

    /// Closes the files as they are.
    fn close(&self, py: Python<'_>) {
        py.detach(|| drop(self.take()));
    }
}

impl TableFiles {
    fn take(&self) -> Vec<(Kind, Writer)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).writers
    }
}

fn begin(format: FileFormat, path: &Path, table: Kind) -> Result<Writer, TableError> {
    TableWriter::new(format, BufWriter::new(File::create(path)?), table)
}

/// Makes sure that what was written is on the disk, before the file takes its name. A pipe or a device has no disk.
fn end(writer: Writer) -> Result<(), TableError> {
    let mut output = writer.finish()?;
    output.flush()?;
    let file = output.get_ref();
    if file.metadata()?.is_file() {
        file.sync_all()?;
    }
    Ok(())
}

/// A database, which is made if there is none.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Database(Mutex<Option<(Ids, Inner)>>);

#[pymethods]
impl Database {
    #[new]
    #[pyo3(signature = (path, /))]
    fn new(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let inner = py.detach(|| Inner::open(&path)).map_err(|error| errors::table(&error))?;
        Ok(Self(Mutex::new(Some((Ids::default(), inner)))))
    }

    /// Writes records in one transaction.
    #[pyo3(signature = (records, /))]
    fn write(&self, py: Python<'_>, records: Vec<Bound<'_, Record>>) -> PyResult<()> {
        let records: Vec<_> = records.iter().map(|record| &record.get().0).collect();
        py.detach(|| {
            let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let (ids, inner) = open.as_mut().ok_or_else(closed)?;
            records.iter().try_for_each(|record| ids.add(record))?;
            let written = inner.write(records.into_iter().map(|record| (record, READING)));
            written.map_err(|error| errors::table(&error))
        })
    }

    /// Writes tables of documents in one transaction.
    #[pyo3(signature = (tables, /))]
    fn write_tables(&self, py: Python<'_>, tables: Vec<Bound<'_, Table>>) -> PyResult<()> {
        let tables: Vec<&Table> = tables.iter().map(Bound::get).collect();
        py.detach(|| {
            let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let (_, inner) = open.as_mut().ok_or_else(closed)?;
            write_tables(inner, &tables).map_err(|error| errors::table(&error))
        })
    }

    /// Closes the database.
    fn close(&self, py: Python<'_>) {
        py.detach(|| drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take()));
    }
}

fn write_tables(database: &mut Inner, tables: &[&Table]) -> Result<(), TableError> {
    // Rows find their document: it comes first.
    let (documents, others): (Vec<&Table>, Vec<&Table>) =
        tables.iter().copied().partition(|table| table.kind() == Kind::Documents);
    let mut batches = Vec::new();
    for table in documents.into_iter().chain(others) {
        let kind = table.kind();
        batches.push(table.batches()?.map(move |batch| Ok((kind, batch?))));
    }
    database.write_batches(batches.into_iter().flatten(), READING)
}

fn closed() -> PyErr {
    PyValueError::new_err("the database is closed")
}
