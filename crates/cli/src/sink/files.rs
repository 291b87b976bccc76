//! Files with a table each: the one that was named, and others beside it.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use verbale_core::Record;
use verbale_tables::{FileFormat, Table, TableError, TableWriter};

use crate::input::Input;
use crate::output::Output;

/// Files with a table each. None takes its name before all are written.
#[derive(Debug)]
pub(crate) struct Files(Vec<TableWriter<Output>>);

/// The word for all tables.
pub(crate) const ALL: &str = "all";

/// The tables that the user names, each once; events if none is named.
///
/// # Errors
/// If there is no such table.
pub(crate) fn tables(names: &[String]) -> anyhow::Result<Vec<Table>> {
    let mut tables: Vec<Table> = Vec::new();
    for name in names {
        let named = if name == ALL { Table::ALL.to_vec() } else { vec![name.parse()?] };
        for table in named {
            if !tables.contains(&table) {
                tables.push(table);
            }
        }
    }
    Ok(if tables.is_empty() { vec![Table::Events] } else { tables })
}

impl Files {
    /// Begins the files: the first table in the file at `path`, or on stdout if there is none; the others beside it.
    ///
    /// # Errors
    /// If a file cannot be written, or there are several tables and no file.
    pub(crate) fn create(
        format: FileFormat,
        tables: &[Table],
        path: Option<&Path>,
        inputs: &[Input],
    ) -> anyhow::Result<Self> {
        ensure!(
            path.is_some() || tables.len() == 1,
            "there are several tables: name a file with --output, and the others are written beside it"
        );
        let mut writers = Vec::new();
        for (index, table) in tables.iter().enumerate() {
            let path = match path {
                Some(path) if index > 0 => Some(beside(path, *table)),
                path => path.map(Path::to_path_buf),
            };
            let output = Output::create(path.as_deref(), inputs)?;
            writers.push(TableWriter::new(format, output, *table).map_err(told)?);
        }
        Ok(Self(writers))
    }

    pub(crate) fn write(&mut self, record: &Record) -> anyhow::Result<()> {
        self.0.iter_mut().try_for_each(|writer| writer.write(record)).map_err(told)
    }

    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let outputs: Result<Vec<_>, _> = self.0.into_iter().map(TableWriter::finish).collect();
        // The file that was named comes last: where it is, the others are.
        outputs.map_err(told)?.into_iter().rev().try_for_each(Output::finish)
    }
}

/// `chronicle.actors.parquet` beside `chronicle.parquet`.
fn beside(path: &Path, table: Table) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(table.name());
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// An error of the tables, with an error of the output as itself, so that a reader who has seen enough is no error.
fn told(error: TableError) -> anyhow::Error {
    match error {
        TableError::Io(error) => error.into(),
        error => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_the_one_that_was_named() {
        let name = |path: &str| beside(Path::new(path), Table::Actors).display().to_string();
        assert_eq!(name("out/chronicle.parquet"), "out/chronicle.actors.parquet");
        assert_eq!(name("chronicle.1990.csv"), "chronicle.1990.actors.csv");
        assert_eq!(name("chronicle"), "chronicle.actors");
    }

    #[test]
    fn tables_are_named_once() {
        let named = |names: &[&str]| {
            tables(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap()
        };
        assert_eq!(named(&[]), [Table::Events]);
        assert_eq!(named(&["actors", "items", "actors"]), [Table::Actors, Table::Items]);
        assert_eq!(named(&["all"]), Table::ALL);
        assert_eq!(named(&["actors", "all"]).len(), Table::ALL.len());
    }
}
