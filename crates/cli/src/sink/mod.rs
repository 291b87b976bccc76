//! Where records go: text, files of tables, a database; one of them or several at once.

mod database;
mod open;

use std::collections::BTreeMap;

use verbale_core::Record;
use verbale_tables::{Sequence, TableError, TableFiles};

use crate::failure::{Failure, Origin};
use crate::layout::Layout;
use crate::output::Output;

pub(crate) use database::{Database, Seen};
pub(crate) use open::open;

/// What has become of a document.
#[derive(Debug)]
pub(crate) enum Done {
    /// It was read.
    Read {
        /// Its record, where rows are made of it.
        record: Option<Box<Record>>,
        /// Its record in each of the outputs that are text.
        texts: Vec<String>,
    },
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

/// The outputs of a run.
///
/// Each has what it would have alone. With a database among them, files of tables are made of it at the end, so that they have the rows of
/// documents that were not read again, too.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    /// Text, one record after the other.
    texts: Vec<(Layout, Sequence<Output>)>,
    /// Files with a table each.
    files: Vec<TableFiles<Output>>,
    database: Option<Database>,
    /// The documents whose rows come from the database into files.
    documents: Vec<String>,
}

impl Sink {
    /// How records are written as text.
    pub(crate) fn layouts(&self) -> Vec<Layout> {
        self.texts.iter().map(|(layout, _)| *layout).collect()
    }

    /// Whether records become rows, which find their document by its id.
    pub(crate) const fn has_rows(&self) -> bool {
        self.database.is_some() || !self.files.is_empty()
    }

    /// Writes some documents, whose ids differ where they become rows.
    ///
    /// # Errors
    /// If nothing more can be written.
    pub(crate) fn write(&mut self, documents: Vec<Read>) -> anyhow::Result<()> {
        let mut rows = Vec::new();
        for document in &documents {
            let Done::Read { record, texts } = &document.done else { continue };
            rows.extend(record.as_deref().map(|record| (record, document.reading.as_str())));
            self.texts.iter_mut().zip(texts).try_for_each(|((_, output), text)| output.write(text))?;
        }
        self.texts.iter_mut().try_for_each(|(_, output)| output.flush())?;
        let Some(database) = &mut self.database else {
            for (record, _) in rows {
                self.files.iter_mut().try_for_each(|files| files.write(record)).map_err(told)?;
            }
            return Ok(());
        };
        database.write(&rows)?;
        if !self.files.is_empty() {
            self.documents.extend(documents.into_iter().map(|document| document.id));
        }
        Ok(())
    }

    /// Ends what was written: files take their names, when all are written.
    ///
    /// # Errors
    /// If what was written does not reach the disk.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        if let Some(database) = self.database {
            database.finish(&self.documents, &mut self.files)?;
        }
        let mut outputs = Vec::new();
        for (_, text) in self.texts {
            outputs.push(text.finish()?);
        }
        for files in self.files {
            outputs.extend(files.finish().map_err(told)?);
        }
        // Of the tables, the file that was named comes last: where it is, the others are.
        outputs.into_iter().rev().try_for_each(Output::finish)
    }
}

/// An error of the tables, with an error of the output as itself, so that a reader who has seen enough is no error.
fn told(error: TableError) -> anyhow::Error {
    match error {
        TableError::Io(error) => error.into(),
        error => error.into(),
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
