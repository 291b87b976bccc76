//! The statements that make a database.

use std::fmt::Write as _;

use rusqlite::Connection;

use crate::column::{Column, ColumnType, Reference};
use crate::error::TableError;
use crate::table::Table;

/// What marks a database as one of this crate: "vrbl" in ASCII.
pub(super) const APPLICATION: i32 = 0x7672_626C;

/// Columns that are searched for themselves, beside keys and references.
const SEARCHED: &[(Table, &[&str])] = &[
    (Table::Events, &["date_earliest", "kind", "plover_type"]),
    (Table::Actors, &["name", "country", "wikidata"]),
    (Table::Participants, &["actor_name", "actor_country"]),
    (Table::Places, &["name", "geonames"]),
];

/// What an analyst queries first: one row an event in the order of time, in words instead of ids. As texts, days before the year 1
/// would run backwards, so their years are compared as numbers; a cast reads them off the beginning.
const CHRONICLE: &str = "
CREATE VIEW chronicle AS
SELECT
  events.date_edtf AS date,
  events.date_earliest,
  events.date_latest,
  events.kind,
  events.status,
  (SELECT group_concat(value, ', ') FROM json_each(events.actor_names)) AS who,
  (SELECT group_concat(value, ', ') FROM json_each(events.recipient_names)) AS whom,
  (SELECT group_concat(value, ', ') FROM json_each(events.places_name)) AS \"where\",
  coalesce(events.instrument_title, events.instrument_span_quote) AS instrument,
  events.attribution_source_name AS said_by,
  events.attribution_certainty AS certainty,
  (SELECT group_concat(value, ' … ') FROM json_each(events.evidence_quote)) AS evidence,
  events.plover_type,
  events.lat,
  events.lon,
  events.document,
  documents.title,
  events.id AS event
FROM events JOIN documents ON documents.id = events.document
ORDER BY
  events.date_earliest IS NULL,
  CAST(events.date_earliest AS INTEGER),
  events.date_earliest,
  events.document,
  events.trigger_start;
";

/// Makes all tables, indices and views.
pub(super) fn statements() -> String {
    let mut sql = String::new();
    for table in Table::ALL {
        create(&mut sql, *table);
    }
    // By what a document was read, so that a new version of the program reads it again.
    sql += "CREATE TABLE readings (\n  document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE\n    DEFERRABLE INITIALLY DEFERRED,\n  \
            reading TEXT NOT NULL\n);\n";
    sql += "CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);\n";
    sql += "CREATE TABLE about_columns (\n  \"table\" TEXT NOT NULL,\n  \"column\" TEXT NOT NULL,\n  meaning TEXT NOT NULL,\n  \
            words TEXT,\n  PRIMARY KEY (\"table\", \"column\")\n);\n";
    for (table, columns) in SEARCHED {
        columns.iter().for_each(|column| index(&mut sql, *table, &[column]));
    }
    sql += CHRONICLE;
    sql
}

/// The statement that adds a row.
pub(super) fn insertion(table: Table) -> String {
    let places = vec!["?"; table.columns().len()].join(", ");
    format!("INSERT INTO {} VALUES ({places})", quoted(table.name()))
}

/// The statement that reads the rows of a document, in the order in which they were added.
pub(super) fn selection(table: Table) -> String {
    let columns: Vec<_> = table.columns().iter().map(Column::name).collect();
    // The key of every table begins with its document.
    let document = list(table.key().get(..1).unwrap_or_default());
    format!("SELECT {} FROM {} WHERE {document} = ?1 ORDER BY rowid", list(&columns), quoted(table.name()))
}

/// Writes down what the columns mean.
pub(super) fn describe(connection: &Connection) -> Result<(), TableError> {
    let mut insert = connection.prepare("INSERT INTO about_columns VALUES (?1, ?2, ?3, ?4)")?;
    for table in Table::ALL {
        for column in table.columns() {
            let words = column.words().map(|words| serde_json::to_string(&words)).transpose()?;
            insert.execute((table.name(), column.name(), column.meaning(), words))?;
        }
    }
    Ok(())
}

fn create(sql: &mut String, table: Table) {
    let mut lines: Vec<String> = table.columns().iter().map(column).collect();
    lines.push(format!("PRIMARY KEY ({})", list(table.key())));
    lines.extend(table.references().iter().map(reference));
    // Writing to a string cannot fail.
    let _ = writeln!(sql, "CREATE TABLE {} (\n  {}\n);", quoted(table.name()), lines.join(",\n  "));
    for reference in table.references() {
        if !table.key().starts_with(reference.columns) {
            index(sql, table, reference.columns);
        }
    }
}

fn column(column: &Column) -> String {
    let kind = match column.kind {
        ColumnType::Whole => "INTEGER",
        ColumnType::Number => "REAL",
        ColumnType::Text | ColumnType::Word | ColumnType::Day | ColumnType::Texts | ColumnType::Wholes => {
            "TEXT"
        }
    };
    let null = if column.nullable { "" } else { " NOT NULL" };
    format!("{} {kind}{null}", quoted(column.name))
}

/// Rows go when their document goes. What they refer to may come or go later in the same transaction.
fn reference(reference: &Reference) -> String {
    let cascade = if reference.table == Table::Documents.name() { " ON DELETE CASCADE" } else { "" };
    let Reference { columns, table, key } = reference;
    let (columns, table, key) = (list(columns), quoted(table), list(key));
    format!("FOREIGN KEY ({columns}) REFERENCES {table} ({key}){cascade} DEFERRABLE INITIALLY DEFERRED")
}

fn index(sql: &mut String, table: Table, columns: &[&str]) {
    let name = format!("{}_by_{}", table.name(), columns.join("_"));
    let _ = writeln!(sql, "CREATE INDEX {} ON {} ({});", quoted(&name), quoted(table.name()), list(columns));
}

fn list(columns: &[&str]) -> String {
    columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
}

/// A name as SQL reads it, even if it is one of SQL's own words.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}
