//! Rows of a database are those of the records that it was made from.

use std::path::PathBuf;

use rusqlite::Connection;
use tempfile::TempDir;
use verbale_core::Record;

use super::{EXAMPLES, gulf};
use crate::error::TableError;
use crate::files::{FileFormat, TableFiles};
use crate::sqlite::Database;
use crate::table::Table;

struct Place(TempDir);

impl Place {
    /// A place with a database of some records.
    fn with<'r>(records: impl IntoIterator<Item = &'r Record>) -> (Self, Database) {
        let place = Self(TempDir::new().unwrap());
        let mut database = Database::open(&place.path()).unwrap();
        // One at a time, as an interrupted program would.
        records.into_iter().for_each(|record| database.write([(record, "1")]).unwrap());
        (place, database)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("chronicle.sqlite")
    }
}

fn files(format: FileFormat) -> TableFiles<Vec<u8>> {
    TableFiles::new(format, Table::ALL.iter().map(|table| (*table, Vec::new()))).unwrap()
}

#[test]
fn a_database_gives_the_same_files_as_the_records() {
    // Written in another order, and some of them twice.
    let (_place, database) = Place::with(EXAMPLES.iter().rev().chain([&gulf()]).chain(&EXAMPLES[3..5]));
    let snapshot = database.snapshot().unwrap();
    for format in [FileFormat::Parquet, FileFormat::Csv] {
        let (mut from_records, mut from_database) = (files(format), files(format));
        for record in EXAMPLES.iter() {
            from_records.write(record).unwrap();
            from_database.write_document(&snapshot, &record.document().id).unwrap();
        }
        let (expected, found) = (from_records.finish().unwrap(), from_database.finish().unwrap());
        for ((table, found), expected) in Table::ALL.iter().zip(found).zip(expected) {
            assert!(found == expected, "{table} differs as {format:?}");
        }
    }
}

#[test]
fn a_snapshot_does_not_see_what_comes_later() {
    let (place, database) = Place::with([&EXAMPLES[0]]);
    let id = &EXAMPLES[0].document().id;
    let snapshot = database.snapshot().unwrap();
    let mut csv = files(FileFormat::Csv);
    csv.write_document(&snapshot, id).unwrap();
    let other = Connection::open(place.path()).unwrap();
    other.busy_timeout(std::time::Duration::ZERO).unwrap();
    assert!(other.execute("DELETE FROM documents", []).is_err(), "the other one waits");
    csv.write_document(&snapshot, id).unwrap();
    drop(snapshot);
    other.execute("DELETE FROM documents", []).unwrap();
    let snapshot = database.snapshot().unwrap();
    let gone = csv.write_document(&snapshot, id).unwrap_err();
    assert!(matches!(&gone, TableError::NoDocument(document) if document == id), "{gone}");
}

#[test]
fn what_somebody_has_changed_is_told() {
    let record = gulf();
    for (change, told) in [
        (
            "UPDATE events SET kind = 'quarrel'",
            "the column `kind` of `events` is not as it was written, in the document `kuwait`: `quarrel`",
        ),
        ("UPDATE events SET date_earliest = 'May'", "date_earliest"),
        ("UPDATE events SET actor_names = 'Iraq'", "actor_names"),
        ("UPDATE events SET trigger_start = 'far'", "trigger_start"),
    ] {
        let (place, database) = Place::with([&record]);
        Connection::open(place.path()).unwrap().execute(change, []).unwrap();
        let mut csv = files(FileFormat::Csv);
        let error = csv.write_document(&database.snapshot().unwrap(), &record.document().id).unwrap_err();
        assert!(error.to_string().contains(told), "{change}: {error}");
    }
}
