//! Files with a table each: the one that was named, and others beside it.

use std::io::Write;
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use verbale_core::Record;

use super::writer::{FileFormat, TableWriter};
use crate::error::TableError;
use crate::sqlite::Snapshot;
use crate::table::Table;

/// Files with a table each, all of one format.
///
/// ```
/// use verbale_tables::{FileFormat, Table, TableFiles};
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let files = [(Table::Events, Vec::new()), (Table::Actors, Vec::new())];
/// let mut files = TableFiles::new(FileFormat::Csv, files)?;
/// files.write(&record)?;
/// let written = files.finish()?;
/// assert!(written[0].starts_with(b"document,id,kind,"));
/// assert!(written[1].starts_with(b"document,id,name,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct TableFiles<W: Write + Send>(Vec<(Table, TableWriter<W>)>);

impl<W: Write + Send> TableFiles<W> {
    /// Begins the files.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn new(format: FileFormat, files: impl IntoIterator<Item = (Table, W)>) -> Result<Self, TableError> {
        let begun =
            files.into_iter().map(|(table, output)| Ok((table, TableWriter::new(format, output, table)?)));
        begun.collect::<Result<_, _>>().map(Self)
    }

    /// Adds the rows of a record to each file.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn write(&mut self, record: &Record) -> Result<(), TableError> {
        self.0.iter_mut().try_for_each(|(_, writer)| writer.write(record))
    }

    /// Adds the rows of a document that a database has to each file.
    ///
    /// # Errors
    /// If the database has no such document or cannot be read, or an output cannot be written.
    pub fn write_document(&mut self, database: &Snapshot<'_>, document: &str) -> Result<(), TableError> {
        database.find(document)?;
        self.0.iter_mut().try_for_each(|(_, writer)| writer.write_document(database, document))
    }

    /// Adds the rows of a batch to the file of its table, if there is one.
    ///
    /// # Errors
    /// If the batch is of another table, or the output cannot be written.
    pub fn write_batch(&mut self, table: Table, batch: &RecordBatch) -> Result<(), TableError> {
        let mut own = self.0.iter_mut().filter(|(own, _)| *own == table);
        own.try_for_each(|(_, writer)| writer.write_batch(batch))
    }

    /// Ends the files and gives the outputs back, in their order.
    ///
    /// # Errors
    /// If an output cannot be written.
    pub fn finish(self) -> Result<Vec<W>, TableError> {
        self.0.into_iter().map(|(_, writer)| writer.finish()).collect()
    }
}

/// The name of a table's file beside the one that was named: `chronicle.actors.parquet` beside `chronicle.parquet`.
pub fn beside(path: &Path, table: Table) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(table.name());
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}
