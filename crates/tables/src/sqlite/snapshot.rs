//! Rows that a database has, read again.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension as _, Row, Transaction};
use serde::de::DeserializeOwned;

use super::schema;
use crate::cell::Cell;
use crate::column::{Column, ColumnType};
use crate::error::TableError;
use crate::table::Table;

/// A database as it is at one moment, whatever others write into it.
#[derive(Debug)]
pub struct Snapshot<'d>(Transaction<'d>);

impl<'d> Snapshot<'d> {
    pub(super) fn new(connection: &'d Connection) -> Result<Self, TableError> {
        Ok(Self(connection.unchecked_transaction()?))
    }

    /// Makes sure that there is a document.
    pub(crate) fn find(&self, document: &str) -> Result<(), TableError> {
        let mut statement = self.0.prepare_cached("SELECT 1 FROM documents WHERE id = ?1")?;
        let found = statement.query_row([document], |_| Ok(())).optional()?;
        found.ok_or_else(|| TableError::NoDocument(document.to_owned()))
    }

    /// Hands every row that a document has in a table to a function, in the order of the record.
    ///
    /// # Errors
    /// If the database cannot be read, or the function fails.
    pub(crate) fn for_each(
        &self,
        table: Table,
        document: &str,
        mut take: impl FnMut(Vec<Cell<'_>>) -> Result<(), TableError>,
    ) -> Result<(), TableError> {
        let mut statement = self.0.prepare_cached(&schema::selection(table))?;
        let mut rows = statement.query([document])?;
        while let Some(row) = rows.next()? {
            let cells = table.columns().iter().enumerate().map(|(at, column)| {
                cell(row, at, column).map_err(|problem| TableError::ChangedRow {
                    table,
                    column: column.name(),
                    document: document.to_owned(),
                    problem: problem.to_string(),
                })
            });
            take(cells.collect::<Result<_, _>>()?)?;
        }
        Ok(())
    }
}

/// What is wrong with a cell.
type Problem = Box<dyn std::error::Error>;

/// The cell of a row in the column at this place: the inverse of how cells become values of SQL.
fn cell<'r>(row: &'r Row<'_>, at: usize, column: &Column) -> Result<Cell<'r>, Problem> {
    Ok(match column.column_type() {
        ColumnType::Text => Cell::Text(text(row, at)?.map(Cow::Borrowed)),
        ColumnType::Word => {
            let words = column.words().unwrap_or_default();
            let known = |word: &str| {
                let found = words.iter().copied().find(|known| *known == word);
                found.ok_or_else(|| format!("`{word}` is none of its words"))
            };
            Cell::Word(text(row, at)?.map(known).transpose()?)
        }
        ColumnType::Whole => Cell::Whole(row.get(at)?),
        ColumnType::Number => Cell::Number(row.get(at)?),
        ColumnType::Day => Cell::Day(text(row, at)?.map(str::parse).transpose()?),
        ColumnType::Texts => {
            let texts: Vec<Option<String>> = list(row, at)?;
            Cell::Texts(texts.into_iter().map(|text| text.map(Cow::Owned)).collect())
        }
        ColumnType::Wholes => Cell::Wholes(list(row, at)?),
    })
}

fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<Option<&'r str>, Problem> {
    Ok(row.get_ref(at)?.as_str_or_null()?)
}

fn list<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> Result<Vec<T>, Problem> {
    Ok(serde_json::from_str(text(row, at)?.unwrap_or("[]"))?)
}
