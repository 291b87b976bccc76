//! Why tables cannot be made or written.

use std::io;
use std::path::PathBuf;

use parquet::errors::ParquetError;

use crate::table::Table;

/// Why tables cannot be made or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// Arrow refuses the rows. A defect of this crate.
    #[error("the rows make no Arrow table; please report this: {0}")]
    Arrow(#[from] arrow_schema::ArrowError),
    /// A record batch has other columns than the table.
    #[error("the record batch is none of the table `{0}`: it has other columns")]
    OtherTable(Table),
    /// The Parquet file cannot be written.
    #[error("the Parquet file cannot be written: {0}")]
    Parquet(ParquetError),
    /// A file cannot be used.
    #[error("{path}: {what}", path = path.display())]
    File {
        /// The file, as it was named.
        path: PathBuf,
        /// What cannot be done, and what to do.
        what: &'static str,
        /// The reason that the system gives.
        source: io::Error,
    },
    /// The output cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A value has no form in JSON. A defect of this crate.
    #[error("a value has no form in JSON; please report this: {0}")]
    Json(#[from] serde_json::Error),
    /// The database cannot be read or written.
    #[error("the database cannot be used: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The database has no such document.
    #[error("the document `{0}` is no longer in the database: another program has taken it out; run again")]
    NoDocument(String),
    /// A row of the database is not as it was written.
    #[error(
        "the column `{column}` of `{table}` is not as it was written, in the document `{document}`: {problem}; have the document read again"
    )]
    ChangedRow {
        /// The table.
        table: Table,
        /// The column.
        column: &'static str,
        /// The document.
        document: String,
        /// What is wrong.
        problem: String,
    },
    /// The database is another program's.
    #[error("is a database of another program: name another file, or remove this one")]
    ForeignDatabase,
    /// The database has other tables than this version writes.
    #[error(
        "was written by another version of verbale, which has other tables: name a new file, or remove this one"
    )]
    OtherVersion,
}

impl From<ParquetError> for TableError {
    fn from(error: ParquetError) -> Self {
        match error {
            ParquetError::External(error) => match error.downcast() {
                Ok(error) => Self::Io(*error),
                Err(error) => Self::Parquet(ParquetError::External(error)),
            },
            error => Self::Parquet(error),
        }
    }
}

impl From<csv::Error> for TableError {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Io(error),
            // Rows have as many cells as the header, and nothing is read; only the output can fail.
            other => Self::Io(io::Error::other(format!("{other:?}"))),
        }
    }
}
