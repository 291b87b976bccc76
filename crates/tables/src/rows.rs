//! From record batches back to rows, so that what was collected in memory can be written by any writer.

use std::borrow::Cow;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int8Type, Int64Type, TimestampMillisecondType};
use arrow_array::{
    Array, Float64Array, Int8Array, Int64Array, ListArray, RecordBatch, StringArray,
    TimestampMillisecondArray,
};
use chrono::DateTime;

use crate::cell::Cell;
use crate::column::{Column, ColumnType};
use crate::error::TableError;
use crate::table::Table;

/// Hands every row of a batch to a function, with the cells in the order of the columns.
///
/// # Errors
/// If the batch is not one of this table, or the function fails.
pub(crate) fn for_each<'b>(
    table: Table,
    batch: &'b RecordBatch,
    mut take: impl FnMut(Vec<Cell<'b>>) -> Result<(), TableError>,
) -> Result<(), TableError> {
    let columns = columns(table, batch).ok_or(TableError::OtherTable(table))?;
    (0..batch.num_rows()).try_for_each(|row| take(columns.iter().map(|column| column.cell(row)).collect()))
}

/// Whether a batch has the columns of a table.
pub(crate) fn fits(table: Table, batch: &RecordBatch) -> bool {
    let (schema, expected) = (batch.schema(), table.schema());
    schema.fields().len() == expected.fields().len()
        && schema.fields().iter().zip(expected.fields()).all(|(field, expected)| {
            field.name() == expected.name() && field.data_type() == expected.data_type()
        })
}

fn columns(table: Table, batch: &RecordBatch) -> Option<Vec<Values<'_>>> {
    if !fits(table, batch) {
        return None;
    }
    table.columns().iter().zip(batch.columns()).map(|(column, array)| Values::of(column, array)).collect()
}

/// The values of a column, by its type.
enum Values<'b> {
    Text(&'b StringArray),
    /// The numbers of the words, and the words.
    Word(&'b Int8Array, Vec<Option<&'static str>>),
    Whole(&'b Int64Array),
    Number(&'b Float64Array),
    Day(&'b TimestampMillisecondArray),
    /// Where each list begins and ends, and the parts of all.
    Texts(&'b ListArray, &'b StringArray),
    Wholes(&'b ListArray, &'b Int64Array),
}

impl<'b> Values<'b> {
    fn of(column: &Column, array: &'b dyn Array) -> Option<Self> {
        Some(match column.column_type() {
            ColumnType::Text => Self::Text(array.as_string_opt()?),
            ColumnType::Word => {
                let array = array.as_dictionary_opt::<Int8Type>()?;
                let known = column.words().unwrap_or_default();
                let words = array.values().as_string_opt::<i32>()?.iter();
                let words = words.map(|word| known.iter().copied().find(|known| Some(*known) == word));
                Self::Word(array.keys(), words.collect())
            }
            ColumnType::Whole => Self::Whole(array.as_primitive_opt::<Int64Type>()?),
            ColumnType::Number => Self::Number(array.as_primitive_opt::<Float64Type>()?),
            ColumnType::Day => Self::Day(array.as_primitive_opt::<TimestampMillisecondType>()?),
            ColumnType::Texts => {
                let lists = array.as_list_opt::<i32>()?;
                Self::Texts(lists, lists.values().as_string_opt()?)
            }
            ColumnType::Wholes => {
                let lists = array.as_list_opt::<i32>()?;
                Self::Wholes(lists, lists.values().as_primitive_opt::<Int64Type>()?)
            }
        })
    }

    fn cell(&self, row: usize) -> Cell<'b> {
        match self {
            Self::Text(array) => Cell::Text(text(array, row)),
            Self::Word(keys, words) => {
                let key = keys.is_valid(row).then(|| keys.value(row));
                let word = key.and_then(|key| usize::try_from(key).ok()).and_then(|key| words.get(key));
                Cell::Word(word.copied().flatten())
            }
            Self::Whole(array) => Cell::Whole(array.is_valid(row).then(|| array.value(row))),
            Self::Number(array) => Cell::Number(array.is_valid(row).then(|| array.value(row))),
            Self::Day(array) => {
                let moment = array.is_valid(row).then(|| array.value(row));
                let moment = moment.and_then(DateTime::from_timestamp_millis);
                Cell::Day(moment.map(|moment| moment.date_naive()))
            }
            Self::Texts(lists, parts) => {
                Cell::Texts(range(lists, row).map(|part| text(parts, part)).collect())
            }
            Self::Wholes(lists, parts) => {
                Cell::Wholes(range(lists, row).map(|part| parts.value(part)).collect())
            }
        }
    }
}

fn text(array: &StringArray, row: usize) -> Option<Cow<'_, str>> {
    array.is_valid(row).then(|| Cow::Borrowed(array.value(row)))
}

/// The parts of a list, by their places among the parts of all lists.
fn range(lists: &ListArray, row: usize) -> std::ops::Range<usize> {
    let bound =
        |at: usize| lists.value_offsets().get(at).and_then(|at| usize::try_from(*at).ok()).unwrap_or(0);
    bound(row)..bound(row + 1)
}
