//! A database that grows from call to call, as from run to run of the command.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use verbale_tables::{Database as Inner, Known, Table as Kind, TableError};

use crate::errors;
use crate::ids::Ids;
use crate::open::Open;
use crate::record::Record;
use crate::table::Table;

/// By what records were read that do not know it, since they were loaded or are tables: no word that is ever looked for, so that who
/// reads their documents writes them again.
const UNKNOWN: &str = "the Python package";

/// The documents that a database had when it was opened, by id.
pub(crate) type Seen = BTreeMap<String, Known>;

/// A database, which is made if there is none.
#[pyclass(frozen, module = "verbale._native")]
pub(crate) struct Database {
    seen: Arc<Seen>,
    open: Open<(Ids, Inner)>,
}

#[pymethods]
impl Database {
    /// Opens the database; with `again`, what it has is written again even where it has not changed.
    #[new]
    #[pyo3(signature = (path, again, /))]
    fn new(py: Python<'_>, path: PathBuf, again: bool) -> PyResult<Self> {
        let opened = py.detach(|| {
            let inner = Inner::open(&path)?;
            let seen = if again { Seen::new() } else { inner.known()? };
            Ok((inner, seen))
        });
        let (inner, seen) = opened.map_err(errors::table)?;
        Ok(Self { seen: Arc::new(seen), open: Open::new((Ids::default(), inner)) })
    }

    /// Writes records in one transaction, but for those that the database has.
    #[pyo3(signature = (records, /))]
    fn write(&self, py: Python<'_>, records: Vec<Bound<'_, Record>>) -> PyResult<()> {
        let records: Vec<&Record> = records.iter().map(Bound::get).collect();
        py.detach(|| {
            self.open.with(|(ids, inner)| {
                records.iter().try_for_each(|record| ids.add(&record.inner.document().id))?;
                let new: Vec<_> = records.into_iter().filter(|record| !self.has(record)).collect();
                if new.is_empty() {
                    return Ok(());
                }
                let read = new
                    .into_iter()
                    .map(|Record { inner, reading }| (inner, reading.as_deref().unwrap_or(UNKNOWN)));
                inner.write(read).map_err(errors::table)
            })
        })
    }

    /// Writes tables of documents in one transaction.
    #[pyo3(signature = (tables, /))]
    fn write_tables(&self, py: Python<'_>, tables: Vec<Bound<'_, Table>>) -> PyResult<()> {
        let tables: Vec<&Table> = tables.iter().map(Bound::get).collect();
        py.detach(|| self.open.with(|(_, inner)| write_tables(inner, &tables).map_err(errors::table)))
    }

    /// Closes the database.
    fn close(&self, py: Python<'_>) {
        py.detach(|| self.open.close());
    }
}

impl Database {
    /// What need not be read again.
    pub(crate) fn seen(&self) -> Arc<Seen> {
        Arc::clone(&self.seen)
    }

    /// Takes the ids of documents that are passed over, so that none with the same id takes their place.
    pub(crate) fn pass_over<'i>(&self, documents: impl IntoIterator<Item = &'i str>) -> PyResult<()> {
        self.open.with(|(ids, _)| documents.into_iter().try_for_each(|id| ids.add(id)))
    }

    /// Whether the database had a record when it was opened.
    fn has(&self, Record { inner, reading }: &Record) -> bool {
        let document = inner.document();
        let known = self.seen.get(&document.id).zip(reading.as_deref());
        known.is_some_and(|(known, reading)| known.is_of(&document.sha256, reading))
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
    database.write_batches(batches.into_iter().flatten(), UNKNOWN)
}
