//! Where records go: text, files of tables, a database.

mod database;
mod files;

use std::collections::BTreeMap;
use std::io;

use verbale_core::Record;
use verbale_tables::TableError;

use crate::failure::{Failure, Origin};
use crate::layout::Sequence;
use crate::output::Output;

pub(crate) use database::{Database, Seen};
pub(crate) use files::{ALL, Files, Kind, tables};

/// What has become of a document.
#[derive(Debug)]
pub(crate) enum Done {
    /// Its record, ready to be written as text.
    Text(String),
    /// Its record.
    Record(Box<Record>),
    /// Nothing: the database has it.
    Unchanged,
}

/// A document that was read.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) origin: Origin,
    /// The document's id.
    pub(crate) id: String,
    /// A word for all that decides on its record beside the text.
    pub(crate) reading: String,
    pub(crate) done: Done,
}

/// Somewhere for records to go.
#[derive(Debug)]
pub(crate) enum Sink {
    /// Text, one record after the other.
    Text(Sequence<Output>),
    /// Files with a table each.
    Files(Ids, Files),
    /// A database.
    Database(Ids, Database),
}

impl Sink {
    /// Writes some documents. Those that cannot be written beside the others are the failures.
    ///
    /// # Errors
    /// If nothing more can be written.
    pub(crate) fn write(&mut self, documents: Vec<Read>) -> anyhow::Result<Vec<Failure>> {
        match self {
            Self::Text(sequence) => {
                for document in documents {
                    if let Done::Text(text) = document.done {
                        sequence.write(&text)?;
                    }
                }
                sequence.flush()?;
                Ok(Vec::new())
            }
            Self::Files(ids, files) => {
                let (documents, failures) = ids.first_of_each(documents);
                for document in documents {
                    if let Done::Record(record) = document.done {
                        files.write(&record)?;
                    }
                }
                Ok(failures)
            }
            Self::Database(ids, database) => {
                let (documents, failures) = ids.first_of_each(documents);
                database.write(&documents)?;
                Ok(failures)
            }
        }
    }

    /// Ends what was written: files take their names.
    ///
    /// # Errors
    /// If what was written does not reach the disk.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Text(sequence) => sequence.end()?.finish(),
            Self::Files(_, files) => files.finish(),
            Self::Database(_, database) => database.finish(),
        }
    }
}

/// The ids of the documents so far: rows of tables belong to documents by their ids, so that each can be used once.
#[derive(Debug, Default)]
pub(crate) struct Ids(BTreeMap<String, Origin>);

impl Ids {
    fn first_of_each(&mut self, documents: Vec<Read>) -> (Vec<Read>, Vec<Failure>) {
        let mut failures = Vec::new();
        let mut first = Vec::with_capacity(documents.len());
        for document in documents {
            match self.0.get(&document.id) {
                Some(other) => {
                    let message = format!(
                        "its id is `{}`, which is that of {other}, too: give it another one, or name the folder above both",
                        document.id
                    );
                    failures.push(Failure::new(document.origin, message));
                }
                None => {
                    self.0.insert(document.id.clone(), document.origin.clone());
                    first.push(document);
                }
            }
        }
        (first, failures)
    }
}

/// An error of the tables, with an error of the output as itself, so that a reader who has seen enough is no error.
fn told(error: TableError) -> anyhow::Error {
    match error {
        TableError::Io(error) => error.into(),
        TableError::Parquet(error) => {
            match std::error::Error::source(&error).and_then(|source| source.downcast_ref()) {
                Some(source) => io::Error::from(io::Error::kind(source)).into(),
                None => TableError::Parquet(error).into(),
            }
        }
        error => error.into(),
    }
}
