//! A SQLite database: made when there is something to write, and added to from run to run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use verbale_core::Record;
use verbale_tables::{Known, TableError, TableFiles};

use crate::output::{Names, Output};

/// The documents that a database has, by id.
pub(crate) type Seen = BTreeMap<String, Known>;

/// A database.
#[derive(Debug)]
pub(crate) struct Database {
    path: PathBuf,
    /// As the user named it.
    shown: String,
    open: Option<verbale_tables::Database>,
}

impl Database {
    /// The database at `path`, opened if there is one already, with the documents in it.
    ///
    /// # Errors
    /// If the file is something else, or its name is not to be had.
    pub(crate) fn find(path: &Path, names: &mut Names<'_>) -> anyhow::Result<(Self, Seen)> {
        let shown = path.display().to_string();
        let mut database = Self { path: names.take(path)?, shown, open: None };
        let seen = if database.path.exists() {
            let known = database.open()?.known();
            known.with_context(|| database.shown.clone())?
        } else {
            // Told now rather than after the first hundred documents.
            if database.path.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
            {
                bail!("{}: cannot be written: there is no such folder", database.shown);
            }
            Seen::new()
        };
        Ok((database, seen))
    }

    fn open(&mut self) -> anyhow::Result<&mut verbale_tables::Database> {
        match &mut self.open {
            Some(open) => Ok(open),
            none => {
                let open = verbale_tables::Database::open(&self.path).with_context(|| self.shown.clone())?;
                Ok(none.insert(open))
            }
        }
    }

    /// Writes records, each with the word for how it was read, in one transaction.
    pub(crate) fn write(&mut self, records: &[(&Record, &str)]) -> anyhow::Result<()> {
        if records.is_empty() {
            return Ok(());
        }
        let written = self.open()?.write(records.iter().copied());
        written.with_context(|| self.shown.clone())
    }

    /// Makes sure that there is a database, even where there was nothing to write, and writes the rows that documents have in it into
    /// files.
    pub(crate) fn finish(
        mut self,
        documents: &[String],
        files: &mut [TableFiles<Output>],
    ) -> anyhow::Result<()> {
        let shown = self.shown.clone();
        let snapshot = self.open()?.snapshot().with_context(|| shown.clone())?;
        for document in documents {
            let mut files = files.iter_mut();
            let written = files.try_for_each(|files| files.write_document(&snapshot, document));
            written.map_err(|error| told(error, &shown))?;
        }
        Ok(())
    }
}

/// An error of the output as itself, one of the database with its name.
fn told(error: TableError, shown: &str) -> anyhow::Error {
    let of_output = matches!(error, TableError::Io(_) | TableError::Parquet(_));
    let error = super::told(error);
    if of_output { error } else { error.context(shown.to_owned()) }
}
