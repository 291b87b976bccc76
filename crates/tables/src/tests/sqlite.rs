//! Databases, read again.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;
use verbale_core::Record;

use super::{EXAMPLES, gulf, rows};
use crate::cell::Cell;
use crate::error::TableError;
use crate::sqlite::{Database, Known};
use crate::table::Table;
use crate::view::View;

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("chronicle.sqlite")
    }

    fn open(&self) -> Database {
        Database::open(&self.path()).unwrap()
    }

    fn ask(&self, query: &str) -> Vec<Vec<Value>> {
        let connection = Connection::open(self.path()).unwrap();
        let mut statement = connection.prepare(query).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    fn number(&self, query: &str) -> i64 {
        match self.ask(query)[0][0] {
            Value::Integer(number) => number,
            ref other => panic!("{other:?}"),
        }
    }
}

fn first_reading(records: &[Record]) -> impl Iterator<Item = (&Record, &str)> {
    records.iter().map(|record| (record, "1"))
}

fn value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Text(text) => text.map(String::from).into(),
        Cell::Word(word) => word.map(str::to_owned).into(),
        Cell::Whole(number) => number.into(),
        Cell::Number(number) => number.into(),
        Cell::Day(day) => day.map(|day| day.to_string()).into(),
        Cell::Texts(texts) => serde_json::to_string(&texts).unwrap().into(),
        Cell::Wholes(numbers) => serde_json::to_string(&numbers).unwrap().into(),
    }
}

#[test]
fn what_is_read_is_what_was_written() {
    let place = Place::new();
    place.open().write(first_reading(&EXAMPLES)).unwrap();
    for table in Table::ALL {
        let expected = EXAMPLES.iter().flat_map(|record| rows(&View::new(record), *table));
        let expected: Vec<Vec<Value>> = expected.map(|row| row.into_iter().map(value).collect()).collect();
        assert_eq!(place.ask(&format!("SELECT * FROM {table} ORDER BY rowid")), expected, "{table}");
    }
    assert_eq!(place.ask("PRAGMA foreign_key_check"), [] as [Vec<Value>; 0]);
    assert_eq!(place.ask("PRAGMA integrity_check"), [vec![Value::Text("ok".to_owned())]]);
    assert_eq!(
        place.number("SELECT count(*) FROM chronicle"),
        EXAMPLES.iter().map(|record| record.events().len()).sum::<usize>() as i64
    );
    let columns: usize = Table::ALL.iter().map(|table| table.columns().len()).sum();
    assert_eq!(place.number("SELECT count(*) FROM about_columns"), columns as i64);
}

#[test]
fn a_document_that_comes_again_takes_the_place_of_the_old_one() {
    let place = Place::new();
    let mut database = place.open();
    database.write(first_reading(&EXAMPLES)).unwrap();
    let counts = || Table::ALL.map_counts(&place);
    let before = counts();
    database.write(first_reading(&EXAMPLES)).unwrap();
    assert_eq!(counts(), before);
    let first = EXAMPLES[0].document();
    let mut draft = EXAMPLES[0].clone().into_draft();
    draft.events.clear();
    draft.framing.clear();
    draft.quotations.clear();
    draft.citations.clear();
    let changed = Record::from_json(&serde_json::to_string(&draft).unwrap()).unwrap();
    database.write([(&changed, "2")]).unwrap();
    let events = format!("SELECT count(*) FROM events WHERE document = '{}'", first.id);
    assert_eq!(place.number(&events), 0);
    assert_eq!(place.ask("PRAGMA foreign_key_check"), [] as [Vec<Value>; 0]);
    let known = database.known().unwrap();
    assert_eq!(known.len(), EXAMPLES.len());
    assert_eq!(known[&first.id], Known { sha256: first.sha256.as_str().to_owned(), reading: "2".to_owned() });
}

trait Counts {
    fn map_counts(&self, place: &Place) -> Vec<i64>;
}

impl Counts for &[Table] {
    fn map_counts(&self, place: &Place) -> Vec<i64> {
        self.iter().map(|table| place.number(&format!("SELECT count(*) FROM {table}"))).collect()
    }
}

#[test]
fn all_records_of_a_call_or_none() {
    let place = Place::new();
    let mut database = place.open();
    database.write([(&gulf(), "1")]).unwrap();
    let other = Connection::open(place.path()).unwrap();
    other
        .execute_batch("CREATE TRIGGER no BEFORE INSERT ON framing BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    let broken = EXAMPLES.iter().position(|record| !record.framing().is_empty()).unwrap();
    assert!(database.write(first_reading(&EXAMPLES[..=broken])).is_err());
    assert_eq!(place.number("SELECT count(*) FROM documents"), 1);
    assert_eq!(place.number("SELECT count(*) FROM events"), gulf().events().len() as i64);
}

#[test]
fn the_view_tells_the_story() {
    let place = Place::new();
    place.open().write([(&gulf(), "1")]).unwrap();
    let rows = place.ask("SELECT date, kind, status, who, whom, said_by, evidence FROM chronicle");
    let line = |row: &Vec<Value>| {
        let cells = row.iter().map(|value| match value {
            Value::Text(text) => text.as_str(),
            _ => "–",
        });
        cells.collect::<Vec<_>>().join(" | ")
    };
    let lines: Vec<_> = rows.iter().map(line).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_view_follows_time_before_the_year_1_too() {
    let place = Place::new();
    place.open().write(first_reading(&EXAMPLES)).unwrap();
    let days = place.ask("SELECT date_earliest FROM chronicle WHERE date_earliest IS NOT NULL");
    let days: Vec<NaiveDate> = days
        .iter()
        .map(|row| match &row[0] {
            Value::Text(day) => day.parse().unwrap(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(days[0].year() < 0 && days.is_sorted());
}

#[test]
fn the_statements_that_make_a_database() {
    let place = Place::new();
    drop(place.open());
    let query =
        "SELECT sql FROM sqlite_schema WHERE tbl_name IN ('participants', 'about_columns') AND sql NOT NULL";
    let statements = place.ask(query).into_iter().map(|row| match &row[0] {
        Value::Text(sql) => sql.clone(),
        other => panic!("{other:?}"),
    });
    insta::assert_snapshot!(statements.collect::<Vec<_>>().join("\n"));
}

fn refused(path: &Path) -> String {
    let before = fs::read(path).unwrap();
    let message = Database::open(path).unwrap_err().to_string();
    assert!(fs::read(path).unwrap() == before, "the file has changed");
    message
}

#[test]
fn what_is_not_ours_stays_as_it_is() {
    let place = Place::new();
    fs::write(place.path(), "no database, but a text that is longer than the head of one").unwrap();
    assert_eq!(refused(&place.path()), TableError::ForeignDatabase.to_string());
    fs::remove_file(place.path()).unwrap();
    Connection::open(place.path()).unwrap().execute_batch("CREATE TABLE notes (text)").unwrap();
    assert_eq!(refused(&place.path()), TableError::ForeignDatabase.to_string());
    fs::remove_file(place.path()).unwrap();
    drop(place.open());
    let other = Connection::open(place.path()).unwrap();
    other.execute_batch("UPDATE about SET value = 'of old' WHERE name = 'tables'").unwrap();
    drop(other);
    assert_eq!(refused(&place.path()), TableError::OtherVersion.to_string());
}

#[test]
fn an_empty_file_becomes_a_database() {
    let place = Place::new();
    fs::write(place.path(), "").unwrap();
    place.open().write([(&gulf(), "1")]).unwrap();
    assert_eq!(place.number("SELECT count(*) FROM documents"), 1);
}
