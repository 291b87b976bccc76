//! What was collected in memory is written as the records themselves are.

use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

use super::{EXAMPLES, gulf};
use crate::batch::BatchBuilder;
use crate::csv::CsvWriter;
use crate::error::TableError;
use crate::parquet::ParquetWriter;
use crate::sqlite::Database;
use crate::table::Table;
use crate::tables::Tables;

#[test]
fn batches_and_records_give_the_same_csv() {
    let tables = Tables::from_records(EXAMPLES.iter().chain([&gulf()])).unwrap();
    for (table, batch) in tables.iter() {
        let mut from_records = CsvWriter::new(Vec::new(), table).unwrap();
        EXAMPLES.iter().chain([&gulf()]).for_each(|record| from_records.write(record).unwrap());
        let mut from_batches = CsvWriter::new(Vec::new(), table).unwrap();
        // In two pieces: the lists of a slice do not begin at the beginning.
        let half = batch.num_rows() / 2;
        from_batches.write_batch(&batch.slice(0, half)).unwrap();
        from_batches.write_batch(&batch.slice(half, batch.num_rows() - half)).unwrap();
        let written = |writer: CsvWriter<Vec<u8>>| String::from_utf8(writer.finish().unwrap()).unwrap();
        assert_eq!(written(from_batches), written(from_records), "{table}");
    }
}

#[test]
fn batches_and_records_give_the_same_parquet() {
    for table in Table::ALL.iter().copied() {
        let mut from_records = ParquetWriter::new(Vec::new(), table).unwrap();
        let mut batch = BatchBuilder::new(table);
        for record in EXAMPLES.iter() {
            from_records.write(record).unwrap();
            batch.push(record);
        }
        let mut from_batches = ParquetWriter::new(Vec::new(), table).unwrap();
        from_batches.write_batch(&batch.finish().unwrap()).unwrap();
        assert_eq!(from_batches.finish().unwrap(), from_records.finish().unwrap(), "{table}");
    }
}

#[test]
fn batches_and_records_give_the_same_database() {
    let folder = TempDir::new().unwrap();
    let (first, second) = (folder.path().join("records.sqlite"), folder.path().join("batches.sqlite"));
    let mut from_records = Database::open(&first).unwrap();
    from_records.write(EXAMPLES.iter().map(|record| (record, "a reading"))).unwrap();
    let tables = Tables::from_records(EXAMPLES.iter()).unwrap();
    let mut from_batches = Database::open(&second).unwrap();
    let (documents, others): (Vec<_>, Vec<_>) =
        tables.iter().partition(|(table, _)| *table == Table::Documents);
    // Twice: what is there is replaced.
    for _ in 0..2 {
        let batches = documents.iter().chain(&others);
        let batches = batches.map(|(table, batch)| Ok((*table, (*batch).clone())));
        from_batches.write_batches(batches, "a reading").unwrap();
    }
    assert_eq!(from_batches.known().unwrap(), from_records.known().unwrap());
    let rows = |path, table: Table| -> Vec<Vec<Value>> {
        let connection = Connection::open(path).unwrap();
        let mut statement =
            connection.prepare(&format!("SELECT * FROM {} ORDER BY rowid", table.name())).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    };
    for table in Table::ALL {
        assert_eq!(rows(&second, *table), rows(&first, *table), "{table}");
    }
}

#[test]
fn a_batch_of_another_table_is_refused() {
    let tables = Tables::from_records([&gulf()]).unwrap();
    let events = tables.get(Table::Events);
    let mut csv = CsvWriter::new(Vec::new(), Table::Actors).unwrap();
    assert!(matches!(csv.write_batch(events), Err(TableError::OtherTable(Table::Actors))));
    let mut parquet = ParquetWriter::new(Vec::new(), Table::Actors).unwrap();
    assert!(matches!(parquet.write_batch(events), Err(TableError::OtherTable(Table::Actors))));
    let folder = TempDir::new().unwrap();
    let mut database = Database::open(&folder.path().join("chronicle.sqlite")).unwrap();
    assert!(database.write_batches([Ok((Table::Actors, events.clone()))], "a reading").is_err());
    // Events of a document that is nowhere.
    assert!(database.write_batches([Ok((Table::Events, events.clone()))], "a reading").is_err());
    assert!(database.known().unwrap().is_empty());
}
