//! A SQLite database: made when there is something to write, and added to from run to run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use verbale_tables::Known;

use super::{Done, Read};
use crate::input::Input;
use crate::output;

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
    /// If the file is something else, or one of the inputs.
    pub(crate) fn find(path: &Path, inputs: &[Input]) -> anyhow::Result<(Self, Seen)> {
        let shown = path.display().to_string();
        let mut database = Self { path: output::target(path, inputs)?, shown, open: None };
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

    /// Writes documents in one transaction.
    pub(crate) fn write(&mut self, documents: &[Read]) -> anyhow::Result<()> {
        let records: Vec<_> = documents
            .iter()
            .filter_map(|document| match &document.done {
                Done::Record(record) => Some((record.as_ref(), document.reading.as_str())),
                Done::Text(_) | Done::Unchanged => None,
            })
            .collect();
        if records.is_empty() {
            return Ok(());
        }
        let written = self.open()?.write(records);
        written.with_context(|| self.shown.clone())
    }

    /// Makes sure that there is a database, even where there was nothing to write.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        self.open().map(drop)
    }
}
