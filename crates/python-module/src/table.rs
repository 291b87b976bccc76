//! Tables, handed out through Arrow's C stream interface: pandas, polars, pyarrow, DuckDB and others take them without a copy.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use verbale_tables::arrow_array::{ArrayRef, RecordBatch, StructArray};
use verbale_tables::arrow_schema::{Field, Schema};
use verbale_tables::{BatchBuilder, CsvWriter, Database, ParquetWriter, Table as Kind, TableError, describe};

use crate::errors;
use crate::record::Record;

/// Rows that make a batch. Arrow counts the bytes of a column of text in 32 bits, so no batch may grow without end.
const ROWS: usize = 8192;

/// The rows that some records have in one table.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Table {
    kind: Kind,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// The rows that a record has.
    pub(crate) fn of(kind: Kind, record: &verbale_core::Record) -> Result<Self, TableError> {
        let mut rows = BatchBuilder::new(kind);
        rows.push(record);
        Ok(Self { kind, batches: vec![rows.finish()?] })
    }
}

#[pymethods]
impl Table {
    /// The name of the table.
    #[getter]
    const fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// What a row is.
    #[getter]
    const fn meaning(&self) -> &'static str {
        self.kind.meaning()
    }

    /// The columns with their meanings, in order.
    #[getter]
    fn columns(&self) -> Vec<(&'static str, &'static str)> {
        self.kind.columns().iter().map(|column| (column.name(), column.meaning())).collect()
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The schema, as Arrow's PyCapsule interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.kind.schema().as_ref())?)
    }

    /// The rows, as Arrow's PyCapsule interface has them.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let schema: Arc<Schema> = self.kind.schema();
        let rows = Field::new_struct("", schema.fields().clone(), false);
        let arrays =
            self.batches.clone().into_iter().map(|batch| Ok(Arc::new(StructArray::from(batch)) as ArrayRef));
        let stream = ArrayIterator::new(arrays, rows.with_metadata(schema.metadata().clone()).into());
        Ok(to_stream_pycapsule(py, Box::new(stream), requested_schema)?)
    }

    /// Writes the rows as Parquet.
    #[pyo3(signature = (path, /))]
    fn write_parquet(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        py.detach(|| {
            let mut writer = ParquetWriter::new(create(&path)?, self.kind)?;
            self.batches.iter().try_for_each(|batch| writer.write_batch(batch))?;
            finish(writer.finish()?)
        })
        .map_err(|error| errors::table(&error))
    }

    /// Writes the rows as CSV.
    #[pyo3(signature = (path, /))]
    fn write_csv(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        py.detach(|| {
            let mut writer = CsvWriter::new(create(&path)?, self.kind)?;
            self.batches.iter().try_for_each(|batch| writer.write_batch(batch))?;
            finish(writer.finish()?)
        })
        .map_err(|error| errors::table(&error))
    }
}

/// Collects the rows of records in all tables, so that the records themselves need not be kept.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Collector(Mutex<Rows>);

struct Rows {
    waiting: Vec<BatchBuilder>,
    /// One list a table, in the order of the tables.
    done: Vec<Vec<RecordBatch>>,
}

impl Rows {
    fn new() -> Self {
        Self {
            waiting: Kind::ALL.iter().copied().map(BatchBuilder::new).collect(),
            done: vec![Vec::new(); Kind::ALL.len()],
        }
    }

    /// Makes batches of what waits, where there is so much of it.
    fn flush(&mut self, rows: usize) -> Result<(), TableError> {
        for (builder, done) in self.waiting.iter_mut().zip(&mut self.done) {
            if builder.rows() >= rows {
                done.push(builder.finish()?);
            }
        }
        Ok(())
    }
}

#[pymethods]
impl Collector {
    #[new]
    fn new() -> Self {
        Self(Mutex::new(Rows::new()))
    }

    /// Adds the rows of a record.
    #[pyo3(signature = (record, /))]
    fn add(&self, py: Python<'_>, record: &Bound<'_, Record>) -> PyResult<()> {
        let record = record.get();
        py.detach(|| {
            let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            rows.waiting.iter_mut().for_each(|builder| builder.push(&record.0));
            rows.flush(ROWS)
        })
        .map_err(|error| errors::table(&error))
    }

    /// All tables, in their order; the collector is empty again.
    fn finish(&self, py: Python<'_>) -> PyResult<Vec<Table>> {
        let batches = py.detach(|| {
            let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            rows.flush(1)?;
            Ok(std::mem::replace(&mut *rows, Rows::new()).done)
        });
        let batches = batches.map_err(|error: TableError| errors::table(&error))?;
        let named = Kind::ALL.iter().copied().zip(batches);
        Ok(named.map(|(kind, batches)| Table { kind, batches }).collect())
    }
}

/// The names of the tables, in their order.
#[pyfunction]
pub(crate) fn table_names() -> Vec<&'static str> {
    Kind::ALL.iter().map(|table| table.name()).collect()
}

/// What the tables and their columns are, as the JSON of a Data Package.
#[pyfunction]
pub(crate) fn tables_json() -> PyResult<String> {
    describe().map_err(|error| errors::table(&error))
}

/// Writes tables of documents into a database, which is made if there is none.
#[pyfunction]
#[pyo3(signature = (path, tables, /))]
pub(crate) fn write_database(py: Python<'_>, path: PathBuf, tables: Vec<Bound<'_, Table>>) -> PyResult<()> {
    let tables: Vec<&Table> = tables.iter().map(Bound::get).collect();
    py.detach(|| {
        let batches = tables.iter().flat_map(|table| table.batches.iter().map(|batch| (table.kind, batch)));
        Database::open(&path)?.write_batches(batches, READING)
    })
    .map_err(|error| errors::table(&error))
}

/// By what the documents were read: no word that the command uses, which therefore reads them itself once more.
const READING: &str = "the Python package";

fn create(path: &Path) -> Result<BufWriter<File>, TableError> {
    Ok(BufWriter::new(File::create(path)?))
}

/// Makes sure that what was written is on the disk, before the file takes its name.
fn finish(mut output: BufWriter<File>) -> Result<(), TableError> {
    output.flush()?;
    Ok(output.get_ref().sync_all()?)
}
