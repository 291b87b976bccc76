//! Columns, and the macro that defines a table: name, type, meaning and value of each column in one place.

use std::sync::Arc;

use arrow_schema::{DataType, Field, TimeUnit};

use crate::cell::Cell;
use crate::view::View;

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ColumnType {
    /// Free text, an id or a code. Arrow: `Utf8`.
    Text,
    /// A word of a closed vocabulary. Arrow: `Dictionary(Int8, Utf8)` with the words in the order of the contract.
    Word,
    /// A whole number. Arrow: `Int64`.
    Whole,
    /// A number. Arrow: `Float64`, which is what notebooks, databases and spreadsheets compute with, and what the JSON of a record
    /// holds.
    Number,
    /// A day of the calendar. Arrow: `Timestamp(Millisecond, None)`, at midnight. Pandas makes Python's dates of `Date32`, which have no
    /// years before 1, and cannot open a table that has one; this becomes a `datetime64`, which has them.
    Day,
    /// Texts or ids. Arrow: `List(Utf8)`.
    Texts,
    /// Whole numbers. Arrow: `List(Int64)`.
    Wholes,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) kind: ColumnType,
    pub(crate) nullable: bool,
    pub(crate) words: Option<fn() -> Vec<&'static str>>,
}

impl Column {
    /// The name: the field names of the record with `_` between levels.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the column holds, in a sentence or two.
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// The type.
    pub const fn column_type(&self) -> ColumnType {
        self.kind
    }

    /// Whether a row may have no value here. A list is empty rather than null.
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// The words of its vocabulary, in the order of the contract; `None` for a column that has none.
    pub fn words(&self) -> Option<Vec<&'static str>> {
        self.words.map(|words| words())
    }

    /// The column in an Arrow schema; its metadata has the meaning under `description`.
    pub fn field(&self) -> Field {
        let list = |item| DataType::List(Arc::new(Field::new_list_field(item, true)));
        let data_type = match self.kind {
            ColumnType::Text => DataType::Utf8,
            ColumnType::Word => DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8)),
            ColumnType::Whole => DataType::Int64,
            ColumnType::Number => DataType::Float64,
            ColumnType::Day => DataType::Timestamp(TimeUnit::Millisecond, None),
            ColumnType::Texts => list(DataType::Utf8),
            ColumnType::Wholes => list(DataType::Int64),
        };
        let metadata = [("description".to_owned(), self.meaning.to_owned())];
        Field::new(self.name, data_type, self.nullable).with_metadata(metadata.into())
    }
}

/// A reference from columns of one table to the key of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The columns that refer.
    pub columns: &'static [&'static str],
    /// The name of the table that they refer to.
    pub table: &'static str,
    /// The columns of its key.
    pub key: &'static [&'static str],
}

/// What a table is.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) meaning: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) key: &'static [&'static str],
    pub(crate) references: &'static [Reference],
    pub(crate) rows: Rows,
}

/// Hands every row that a record has in a table to a function.
pub(crate) type Rows = for<'r> fn(&View<'r>, &mut RowSink<'_, 'r>);

/// Takes the cells of one row, in the order of the columns.
pub(crate) type RowSink<'s, 'r> = dyn FnMut(Vec<Cell<'r>>) + 's;

/// Defines a table in its module: `DEFINITION`, and `cells`, which makes one row.
///
/// Behind `row` stand the names by which the values speak of the record and of what the row is about. A column is
/// `name: Type = value`, or `name ? Type = value` if it may be null; `Word<Vocabulary>` names the vocabulary.
macro_rules! table {
    (
        $(#[doc = $about:literal])+
        key($($key:ident),+);
        $(references($($from:ident),+) to $to:ident($($to_key:ident),+);)*
        row($view:ident, $row:pat, $type:ty);
        $( $(#[doc = $doc:literal])+ $name:ident $nullable:tt $kind:ident $(<$words:ty>)? = $value:expr; )+
    ) => {
        pub(crate) const DEFINITION: $crate::column::Definition = $crate::column::Definition {
            meaning: concat!($($about),+).trim_ascii(),
            columns: &[$($crate::column::Column {
                name: stringify!($name),
                meaning: concat!($($doc),+).trim_ascii(),
                kind: $crate::column::ColumnType::$kind,
                nullable: $crate::column::nullable!($nullable),
                words: $crate::column::words!($($words)?),
            }),+],
            key: &[$(stringify!($key)),+],
            references: &[$($crate::column::Reference {
                columns: &[$(stringify!($from)),+],
                table: stringify!($to),
                key: &[$(stringify!($to_key)),+],
            }),*],
            rows,
        };

        fn cells<'r>($view: &$crate::view::View<'r>, $row: $type) -> Vec<$crate::cell::Cell<'r>> {
            vec![$($crate::cell::cell!($kind, $value)),+]
        }
    };
}

macro_rules! nullable {
    (:) => {
        false
    };
    (?) => {
        true
    };
}

macro_rules! words {
    () => {
        None
    };
    ($words:ty) => {
        Some(|| <$words>::ALL.iter().map(|word| word.as_str()).collect())
    };
}

pub(crate) use {nullable, table, words};
