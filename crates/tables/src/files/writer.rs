//! Files of one table each, in the format that somebody asks for.

use std::io::Write;

use arrow_array::RecordBatch;
use verbale_core::Record;

use crate::csv::CsvWriter;
use crate::error::TableError;
use crate::parquet::ParquetWriter;
use crate::sqlite::Snapshot;
use crate::table::Table;

/// Writes one table as a file of a format that is known only when the program runs.
///
/// ```
/// use verbale_tables::{FileFormat, Table, TableWriter};
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let mut writer = TableWriter::new(FileFormat::Csv, Vec::new(), Table::Actors)?;
/// writer.write(&record)?;
/// assert!(writer.finish()?.starts_with(b"document,id,name,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub enum TableWriter<W: Write + Send> {
    /// Writes Parquet.
    Parquet(Box<ParquetWriter<W>>),
    /// Writes CSV.
    Csv(Box<CsvWriter<W>>),
}

/// A format of files with one table each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// As [`ParquetWriter`] writes it.
    Parquet,
    /// As [`CsvWriter`] writes it.
    Csv,
}

impl<W: Write + Send> TableWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn new(format: FileFormat, output: W, table: Table) -> Result<Self, TableError> {
        Ok(match format {
            FileFormat::Parquet => Self::Parquet(Box::new(ParquetWriter::new(output, table)?)),
            FileFormat::Csv => Self::Csv(Box::new(CsvWriter::new(output, table)?)),
        })
    }

    /// Adds the rows of a record.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, record: &Record) -> Result<(), TableError> {
        match self {
            Self::Parquet(writer) => writer.write(record),
            Self::Csv(writer) => writer.write(record),
        }
    }

    /// Adds the rows of a document that a database has: the same as of its record.
    ///
    /// # Errors
    /// If the database cannot be read, or the output cannot be written.
    pub(super) fn write_document(
        &mut self,
        database: &Snapshot<'_>,
        document: &str,
    ) -> Result<(), TableError> {
        match self {
            Self::Parquet(writer) => writer.write_document(database, document),
            Self::Csv(writer) => writer.write_document(database, document),
        }
    }

    /// Adds the rows of a batch of the same table.
    ///
    /// # Errors
    /// If the batch is of another table, or the output cannot be written.
    pub fn write_batch(&mut self, batch: &RecordBatch) -> Result<(), TableError> {
        match self {
            Self::Parquet(writer) => writer.write_batch(batch),
            Self::Csv(writer) => writer.write_batch(batch),
        }
    }

    /// Ends the file and gives the output back.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(self) -> Result<W, TableError> {
        match self {
            Self::Parquet(writer) => writer.finish(),
            Self::Csv(writer) => writer.finish(),
        }
    }
}
