//! Tables, handed out through Arrow's C stream interface, which pandas, polars, pyarrow, DuckDB and others know.
//!
//! Whoever reads a large corpus asks for one or two of its tables, so full batches are kept compressed, and unpacked one by one for
//! who takes them.

use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_ipc::CompressionType;
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::{IpcWriteOptions, StreamWriter};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use verbale_tables::arrow_array::{ArrayRef, RecordBatch, StructArray};
use verbale_tables::arrow_schema::{ArrowError, Field, Schema};
use verbale_tables::{BatchBuilder, Table as Kind, TableError, describe};

use crate::errors;
use crate::ids::Ids;
use crate::record::Record;

/// Rows that make a batch. Arrow counts the bytes of a column of text in 32 bits, so no batch may grow without end.
const ROWS: usize = 8192;

/// The rows that some records have in one table.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Table {
    kind: Kind,
    rows: usize,
    /// The batches that are full.
    packed: Option<Packed>,
    last: RecordBatch,
}

/// A stream of Arrow's IPC format, which any number of readers share.
#[derive(Clone)]
struct Packed(Arc<Vec<u8>>);

impl AsRef<[u8]> for Packed {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Table {
    /// What it is a table of.
    pub(crate) const fn kind(&self) -> Kind {
        self.kind
    }

    /// The rows, unpacked batch by batch when it is their turn.
    pub(crate) fn batches(
        &self,
    ) -> Result<impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + use<>, ArrowError> {
        let packed = self.packed.clone().map(|packed| StreamReader::try_new(Cursor::new(packed), None));
        Ok(packed.transpose()?.into_iter().flatten().chain(std::iter::once(Ok(self.last.clone()))))
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

    const fn __len__(&self) -> usize {
        self.rows
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
        let batches = self.batches().map_err(|error| errors::table(error.into()))?;
        let arrays = batches.map(|batch| Ok(Arc::new(StructArray::from(batch?)) as ArrayRef));
        let stream = ArrayIterator::new(arrays, rows.with_metadata(schema.metadata().clone()).into());
        Ok(to_stream_pycapsule(py, Box::new(stream), requested_schema)?)
    }
}

/// Collects the rows of records in all tables, so that the records themselves need not be kept.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Collector(Mutex<Rows>);

struct Rows {
    ids: Ids,
    /// In the order of the tables.
    tables: Vec<Packing>,
}

/// A table to which rows are added.
struct Packing {
    waiting: BatchBuilder,
    rows: usize,
    /// The batches that are full, if there are any.
    packed: Option<StreamWriter<Vec<u8>>>,
}

impl Rows {
    fn new() -> Self {
        let tables = Kind::ALL.iter().copied().map(BatchBuilder::new);
        let tables = tables.map(|waiting| Packing { waiting, rows: 0, packed: None }).collect();
        Self { ids: Ids::default(), tables }
    }
}

impl Packing {
    fn add(&mut self, record: &verbale_core::Record) -> Result<(), TableError> {
        self.waiting.push(record);
        if self.waiting.rows() >= ROWS { self.pack() } else { Ok(()) }
    }

    fn pack(&mut self) -> Result<(), TableError> {
        self.rows += self.waiting.rows();
        let batch = self.waiting.finish()?;
        let packed = match &mut self.packed {
            Some(packed) => packed,
            none => {
                let lz4 =
                    IpcWriteOptions::default().try_with_compression(Some(CompressionType::LZ4_FRAME))?;
                none.insert(StreamWriter::try_new_with_options(Vec::new(), &batch.schema(), lz4)?)
            }
        };
        Ok(packed.write(&batch)?)
    }

    fn finish(mut self) -> Result<Table, TableError> {
        let rows = self.rows + self.waiting.rows();
        let last = self.waiting.finish()?;
        let packed = self.packed.map(StreamWriter::into_inner).transpose()?.map(|mut bytes| {
            bytes.shrink_to_fit();
            Packed(Arc::new(bytes))
        });
        Ok(Table { kind: self.waiting.table(), rows, packed, last })
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
        let record = &record.get().inner;
        py.detach(|| {
            let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            rows.ids.add(&record.document().id)?;
            let added = rows.tables.iter_mut().try_for_each(|table| table.add(record));
            added.map_err(errors::table)
        })
    }

    /// All tables, in their order; the collector is empty again.
    fn finish(&self, py: Python<'_>) -> PyResult<Vec<Table>> {
        py.detach(|| {
            let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let full = std::mem::replace(&mut *rows, Rows::new());
            full.tables.into_iter().map(Packing::finish).collect::<Result<_, _>>()
        })
        .map_err(errors::table)
    }
}

/// What the tables and their columns are, as the JSON of a Data Package.
#[pyfunction]
pub(crate) fn tables_json() -> PyResult<String> {
    describe().map_err(errors::table)
}
