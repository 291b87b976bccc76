//! Parquet files, read again.

use std::fs::File;

use arrow_array::RecordBatch;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::EXAMPLES;
use crate::parquet::ParquetWriter;
use crate::table::Table;
use crate::tables::Tables;

fn written(table: Table) -> Vec<u8> {
    let mut writer = ParquetWriter::new(Vec::new(), table).unwrap();
    EXAMPLES.iter().for_each(|record| writer.write(record).unwrap());
    writer.finish().unwrap()
}

fn read(table: Table, bytes: &[u8]) -> RecordBatch {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.parquet");
    std::fs::write(&path, bytes).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
    assert_eq!(*reader.schema(), table.schema());
    let mut batches: Vec<_> =
        reader.with_batch_size(1 << 20).build().unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(batches.len(), 1);
    batches.pop().unwrap()
}

#[test]
fn what_is_read_is_what_was_written() {
    let tables = Tables::from_records(EXAMPLES.iter()).unwrap();
    for (table, rows) in tables.iter() {
        let again = read(table, &written(table));
        for (column, (read, written)) in
            table.columns().iter().zip(again.columns().iter().zip(rows.columns()))
        {
            assert_eq!(read, written, "{table}.{}", column.name());
        }
    }
}

#[test]
fn the_same_records_give_the_same_bytes() {
    for table in [Table::Events, Table::Mentions] {
        assert!(written(table) == written(table), "{table}");
    }
}

#[test]
fn a_table_without_rows_is_a_file_with_columns() {
    let bytes = ParquetWriter::new(Vec::new(), Table::Items).unwrap().finish().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.parquet");
    std::fs::write(&path, bytes).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
    assert_eq!(*reader.schema(), Table::Items.schema());
}
