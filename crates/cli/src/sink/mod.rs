//! Where records go: text, files of tables, a database.

mod database;
mod files;

use std::collections::BTreeMap;

use verbale_core::Record;

use crate::failure::{Failure, Origin};
use crate::layout::Sequence;
use crate::output::Output;

pub(crate) use database::{Database, Seen};
pub(crate) use files::{ALL, Files, tables};

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
    Files(Files),
    /// A database.
    Database(Database),
}

impl Sink {
    /// Writes some documents, whose ids differ where they become rows.
    ///
    /// # Errors
    /// If nothing more can be written.
    pub(crate) fn write(&mut self, documents: Vec<Read>) -> anyhow::Result<()> {
        match self {
            Self::Text(sequence) => {
                for document in documents {
                    if let Done::Text(text) = document.done {
                        sequence.write(&text)?;
                    }
                }
                Ok(sequence.flush()?)
            }
            Self::Files(files) => {
                for document in documents {
                    if let Done::Record(record) = document.done {
                        files.write(&record)?;
                    }
                }
                Ok(())
            }
            Self::Database(database) => database.write(&documents),
        }
    }

    /// Ends what was written: files take their names.
    ///
    /// # Errors
    /// If what was written does not reach the disk.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Text(sequence) => sequence.end()?.finish(),
            Self::Files(files) => files.finish(),
            Self::Database(database) => database.finish(),
        }
    }
}

/// The ids of the documents so far: rows of tables belong to documents by their ids, so that each can be used once.
#[derive(Debug, Default)]
pub(crate) struct Ids(BTreeMap<String, Origin>);

impl Ids {
    /// Takes out the documents whose id an earlier one has; they are the failures.
    pub(crate) fn first_of_each(&mut self, documents: Vec<Read>) -> (Vec<Read>, Vec<Failure>) {
        let mut failures = Vec::new();
        let mut first = Vec::with_capacity(documents.len());
        for document in documents {
            match self.0.get(&document.id) {
                Some(other) => {
                    let message = format!(
                        "its id is `{}`, which is that of {other}, too: rename one, or name the folder above both",
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
