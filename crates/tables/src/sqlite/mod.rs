//! A SQLite database that grows from run to run.

mod schema;
mod snapshot;

use std::collections::BTreeMap;
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray as _;
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, ErrorCode, ToSql, Transaction, TransactionBehavior, params_from_iter};
use verbale_core::{Checksum, Record};

use crate::cell::Cell;
use crate::error::TableError;
use crate::rows;
use crate::table::Table;
use crate::view::View;

pub use snapshot::Snapshot;

/// What a database says of a document that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The checksum of the text.
    pub sha256: String,
    /// By what the text was read: the word that the caller gave with the record.
    pub reading: String,
}

impl Known {
    /// Whether the record that would be read from a text is the one that the database has.
    pub fn is_of(&self, text: &Checksum, reading: &str) -> bool {
        self.sha256 == text.as_str() && self.reading == reading
    }
}

/// A SQLite database with all [tables](Table), foreign keys, indices, and a view `chronicle` to query first.
///
/// A document is in it whole or not at all: records are written in transactions, and a program that is killed loses at most those of
/// the transaction that it was in. A document that is written again takes the place of what was there. Days are text in the form
/// 1815-06-09; lists are JSON arrays, for `json_each`. The table `about_columns` says what every column means.
///
/// ```
/// use verbale_tables::Database;
///
/// let folder = tempfile::tempdir()?;
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let mut database = Database::open(&folder.path().join("chronicle.sqlite"))?;
/// database.write([(&record, "first reading")])?;
/// assert_eq!(database.known()?["document"].reading, "first reading");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Database {
    connection: Connection,
}

impl Database {
    /// Opens a database, or makes a new one where there is none.
    ///
    /// # Errors
    /// If the file cannot be read or made, if it is something else than a database of this crate, or one whose tables have other
    /// columns. Then it stays as it is.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        Self::prepare(path).map_err(|error| match error {
            TableError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                TableError::ForeignDatabase
            }
            error => error,
        })
    }

    fn prepare(path: &Path) -> Result<Self, TableError> {
        let mut connection = Connection::open(path)?;
        let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        let parts: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let statements = schema::statements();
        let version = Checksum::of(&statements);
        if application == schema::APPLICATION {
            let query = "SELECT value FROM about WHERE name = 'tables'";
            let found: String = connection.query_row(query, [], |row| row.get(0))?;
            if found != version.as_str() {
                return Err(TableError::OtherVersion);
            }
        } else if parts > 0 || application != 0 {
            return Err(TableError::ForeignDatabase);
        } else {
            let making = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            making.execute_batch(&statements)?;
            making.execute("INSERT INTO about VALUES ('tables', ?1)", [version.as_str()])?;
            schema::describe(&making)?;
            making.pragma_update(None, "application_id", schema::APPLICATION)?;
            making.commit()?;
        }
        connection.pragma_update(None, "foreign_keys", true)?;
        // Insertions and selections of all tables, and some more.
        connection.set_prepared_statement_cache_capacity(3 * Table::ALL.len());
        Ok(Self { connection })
    }

    /// The documents in the database, by id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn known(&self) -> Result<BTreeMap<String, Known>, TableError> {
        let query =
            "SELECT id, sha256, reading FROM documents JOIN readings ON readings.document = documents.id";
        let mut statement = self.connection.prepare(query)?;
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, Known { sha256: row.get(1)?, reading: row.get(2)? })))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What the database has now, to be read.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, TableError> {
        Snapshot::new(&self.connection)
    }

    /// Writes records, each with a word for how it was read, in one transaction: all of them or none. What the database has of
    /// their documents is replaced.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub fn write<'r>(
        &mut self,
        records: impl IntoIterator<Item = (&'r Record, &'r str)>,
    ) -> Result<(), TableError> {
        let writing = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (record, reading) in records {
            replace(&writing, record, reading)?;
        }
        Ok(writing.commit()?)
    }

    /// Writes all rows of some documents, read from record batches, in one transaction: all of them or none. What the database has of
    /// these documents is replaced. There must be all rows of each document, and the batches of `documents` must come first.
    ///
    /// # Errors
    /// If a batch cannot be had or is of another table than the one beside it, if rows refer to others that are not there, or if the
    /// database cannot be written.
    pub fn write_batches(
        &mut self,
        batches: impl IntoIterator<Item = Result<(Table, RecordBatch), TableError>>,
        reading: &str,
    ) -> Result<(), TableError> {
        let writing = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for batch in batches {
            let (table, batch) = batch?;
            if table == Table::Documents {
                let ids = batch.column_by_name("id").and_then(|ids| ids.as_string_opt::<i32>());
                for id in ids.ok_or(TableError::OtherTable(table))?.iter().flatten() {
                    forget(&writing, id)?;
                    read_by(&writing, id, reading)?;
                }
            }
            let mut insert = writing.prepare_cached(&schema::insertion(table))?;
            rows::for_each(table, &batch, |cells| Ok(insert.execute(params_from_iter(cells)).map(drop)?))?;
        }
        Ok(writing.commit()?)
    }
}

fn replace(writing: &Transaction<'_>, record: &Record, reading: &str) -> Result<(), TableError> {
    let view = View::new(record);
    forget(writing, view.document())?;
    for table in Table::ALL {
        let mut insert = writing.prepare_cached(&schema::insertion(*table))?;
        let mut written = Ok(0);
        (table.definition().rows)(&view, &mut |cells| {
            if written.is_ok() {
                written = insert.execute(params_from_iter(cells));
            }
        });
        written?;
    }
    read_by(writing, view.document(), reading)
}

/// Takes a document out; the rows of the other tables go with it.
fn forget(writing: &Transaction<'_>, document: &str) -> Result<(), TableError> {
    writing.prepare_cached("DELETE FROM documents WHERE id = ?1")?.execute([document])?;
    Ok(())
}

/// Notes by what a document was read.
fn read_by(writing: &Transaction<'_>, document: &str, reading: &str) -> Result<(), TableError> {
    let mut insert = writing.prepare_cached("INSERT INTO readings VALUES (?1, ?2)")?;
    insert.execute([document, reading])?;
    Ok(())
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let list = |json: serde_json::Result<String>| {
            json.map(Value::Text).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
        };
        Ok(match self {
            Self::Text(Some(text)) => ToSqlOutput::from(text.as_ref()),
            Self::Word(Some(word)) => ToSqlOutput::from(*word),
            Self::Whole(Some(number)) => ToSqlOutput::from(*number),
            Self::Number(Some(number)) => ToSqlOutput::from(*number),
            Self::Day(Some(day)) => ToSqlOutput::from(day.to_string()),
            Self::Texts(texts) => ToSqlOutput::Owned(list(serde_json::to_string(texts))?),
            Self::Wholes(numbers) => ToSqlOutput::Owned(list(serde_json::to_string(numbers))?),
            Self::Text(None)
            | Self::Word(None)
            | Self::Whole(None)
            | Self::Number(None)
            | Self::Day(None) => ToSqlOutput::Owned(Value::Null),
        })
    }
}
