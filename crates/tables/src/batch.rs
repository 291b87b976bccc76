//! Arrow record batches.

use std::sync::Arc;

use arrow_array::builder::{
    Float64Builder, Int8Builder, Int64Builder, ListBuilder, StringBuilder, TimestampMillisecondBuilder,
};
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, DictionaryArray, RecordBatch, RecordBatchOptions, StringArray};
use arrow_schema::SchemaRef;
use chrono::{NaiveDate, NaiveTime};
use verbale_core::Record;

use crate::cell::Cell;
use crate::column::{Column, ColumnType};
use crate::error::TableError;
use crate::table::Table;
use crate::view::View;

/// Collects the rows that records have in one table, and hands them out as record batches.
///
/// Whoever takes a batch from time to time keeps memory bounded, whatever the number of records.
///
/// ```
/// use verbale_tables::{BatchBuilder, Table};
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let mut builder = BatchBuilder::new(Table::Actors);
/// builder.push(&record);
/// let batch = builder.finish()?;
/// assert_eq!(batch.num_rows(), 2);
/// assert_eq!(builder.rows(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct BatchBuilder {
    table: Table,
    schema: SchemaRef,
    columns: Vec<ColumnBuilder>,
    rows: usize,
}

impl BatchBuilder {
    /// A builder without rows.
    pub fn new(table: Table) -> Self {
        let columns = table.columns().iter().map(ColumnBuilder::new).collect();
        Self { table, schema: table.schema(), columns, rows: 0 }
    }

    /// The table.
    pub const fn table(&self) -> Table {
        self.table
    }

    /// The schema of every batch.
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// How many rows wait to be taken.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Adds the rows of a record.
    pub fn push(&mut self, record: &Record) {
        self.push_view(&View::new(record));
    }

    pub(crate) fn push_view(&mut self, view: &View<'_>) {
        (self.table.definition().rows)(view, &mut |cells| self.push_row(cells));
    }

    /// Adds one row.
    pub(crate) fn push_row(&mut self, cells: Vec<Cell<'_>>) {
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        self.rows += 1;
    }

    /// The rows since the last batch, which may be none.
    ///
    /// # Errors
    /// If Arrow refuses them: a defect of this crate.
    pub fn finish(&mut self) -> Result<RecordBatch, TableError> {
        let columns = self.columns.iter_mut().map(ColumnBuilder::finish).collect::<Result<Vec<_>, _>>()?;
        let options = RecordBatchOptions::new().with_row_count(Some(std::mem::take(&mut self.rows)));
        Ok(RecordBatch::try_new_with_options(self.schema(), columns, &options)?)
    }
}

/// Collects the values of one column.
#[derive(Debug)]
enum ColumnBuilder {
    Text(StringBuilder),
    Word(Int8Builder, Vec<&'static str>),
    Whole(Int64Builder),
    Number(Float64Builder),
    Day(TimestampMillisecondBuilder),
    Texts(ListBuilder<StringBuilder>),
    Wholes(ListBuilder<Int64Builder>),
}

impl ColumnBuilder {
    fn new(column: &Column) -> Self {
        match column.kind {
            ColumnType::Text => Self::Text(StringBuilder::new()),
            ColumnType::Word => Self::Word(Int8Builder::new(), column.words().unwrap_or_default()),
            ColumnType::Whole => Self::Whole(Int64Builder::new()),
            ColumnType::Number => Self::Number(Float64Builder::new()),
            ColumnType::Day => Self::Day(TimestampMillisecondBuilder::new()),
            ColumnType::Texts => Self::Texts(ListBuilder::new(StringBuilder::new())),
            ColumnType::Wholes => Self::Wholes(ListBuilder::new(Int64Builder::new())),
        }
    }

    /// Adds a value. `table!` gives every column cells of its own kind, so the last arm is never reached.
    fn push(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Text(column), Cell::Text(text)) => column.append_option(text),
            (Self::Word(column, words), Cell::Word(word)) => {
                let key = word.and_then(|word| words.iter().position(|known| *known == word));
                column.append_option(key.and_then(|key| i8::try_from(key).ok()));
            }
            (Self::Whole(column), Cell::Whole(number)) => column.append_option(number),
            (Self::Number(column), Cell::Number(number)) => column.append_option(number),
            (Self::Day(column), Cell::Day(day)) => column.append_option(day.map(midnight)),
            (Self::Texts(column), Cell::Texts(texts)) => column.append_value(texts),
            (Self::Wholes(column), Cell::Wholes(numbers)) => {
                column.append_value(numbers.into_iter().map(Some));
            }
            (_, cell) => debug_assert!(false, "a cell of another column: {cell:?}"),
        }
    }

    fn finish(&mut self) -> Result<ArrayRef, TableError> {
        Ok(match self {
            Self::Text(column) => Arc::new(column.finish()),
            // The whole vocabulary, so that a word has the same number in every batch.
            Self::Word(column, words) => {
                let words = StringArray::from(words.clone());
                Arc::new(DictionaryArray::<Int8Type>::try_new(column.finish(), Arc::new(words))?)
            }
            Self::Whole(column) => Arc::new(column.finish()),
            Self::Number(column) => Arc::new(column.finish()),
            Self::Day(column) => Arc::new(column.finish()),
            Self::Texts(column) => Arc::new(column.finish()),
            Self::Wholes(column) => Arc::new(column.finish()),
        })
    }
}

/// The beginning of a day, in milliseconds from that of 1970.
fn midnight(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp_millis()
}
