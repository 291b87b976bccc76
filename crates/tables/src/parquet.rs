//! Parquet files.

use std::io::Write;

use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use verbale_core::Record;

use crate::batch::BatchBuilder;
use crate::error::TableError;
use crate::rows;
use crate::sqlite::Snapshot;
use crate::table::Table;

/// Rows that are encoded together.
const BATCH: usize = 4096;
/// A row group ends when its encoded bytes pass this, so that memory stays bounded.
const ROW_GROUP: usize = 16 << 20;

/// Writes one table as a Parquet file, compressed with Snappy, which every reader of Parquet knows. The file is complete only after
/// [`finish`](Self::finish).
///
/// ```
/// use verbale_tables::{ParquetWriter, Table};
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let mut writer = ParquetWriter::new(Vec::new(), Table::Events)?;
/// writer.write(&record)?;
/// assert!(writer.finish()?.starts_with(b"PAR1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct ParquetWriter<W: Write + Send> {
    rows: BatchBuilder,
    writer: ArrowWriter<W>,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn new(output: W, table: Table) -> Result<Self, TableError> {
        let rows = BatchBuilder::new(table);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // Not the version of the library: the same records shall give the same bytes.
            .set_created_by("verbale".to_owned())
            .set_max_row_group_row_count(None)
            .build();
        let writer = ArrowWriter::try_new(output, rows.schema(), Some(properties))?;
        Ok(Self { rows, writer })
    }

    /// Adds the rows of a record.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, record: &Record) -> Result<(), TableError> {
        self.rows.push(record);
        if self.rows.rows() >= BATCH { self.encode() } else { Ok(()) }
    }

    /// Adds the rows of a document that a database has.
    pub(crate) fn write_document(
        &mut self,
        database: &Snapshot<'_>,
        document: &str,
    ) -> Result<(), TableError> {
        database.for_each(self.rows.table(), document, |cells| {
            self.rows.push_row(cells);
            Ok(())
        })?;
        // As of a record, so that the file has the same bytes.
        if self.rows.rows() >= BATCH { self.encode() } else { Ok(()) }
    }

    /// Adds the rows of a batch of the same table.
    ///
    /// # Errors
    /// If the batch is of another table, or the output cannot be written.
    pub fn write_batch(&mut self, batch: &RecordBatch) -> Result<(), TableError> {
        if !rows::fits(self.rows.table(), batch) {
            return Err(TableError::OtherTable(self.rows.table()));
        }
        self.encode()?;
        self.append(batch)
    }

    fn encode(&mut self) -> Result<(), TableError> {
        let batch = self.rows.finish()?;
        self.append(&batch)
    }

    fn append(&mut self, batch: &RecordBatch) -> Result<(), TableError> {
        self.writer.write(batch)?;
        if self.writer.in_progress_size() >= ROW_GROUP {
            self.writer.flush()?;
        }
        Ok(())
    }

    /// Ends the file and gives the output back.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(mut self) -> Result<W, TableError> {
        self.encode()?;
        Ok(self.writer.into_inner()?)
    }
}
