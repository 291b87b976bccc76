//! What stands where a row and a column meet.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive as _;
use verbale_core::Amount;

/// A value of a row, one variant a kind of column.
///
/// An id or a word is text to a reader of CSV and SQLite and something of its own in Arrow, which is why the variants follow the
/// columns and not the storage.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'r> {
    /// Free text or an id.
    Text(Option<Cow<'r, str>>),
    /// A word of a closed vocabulary.
    Word(Option<&'static str>),
    /// A whole number.
    Whole(Option<i64>),
    /// A number.
    Number(Option<f64>),
    /// A day of the calendar.
    Day(Option<NaiveDate>),
    /// Texts, ids or words, of which some may be unknown.
    Texts(Vec<Option<Cow<'r, str>>>),
    /// Whole numbers.
    Wholes(Vec<i64>),
}

/// What may stand in a column of text.
pub(crate) trait IntoText<'r> {
    /// The text; `None` for an empty cell.
    fn into_text(self) -> Option<Cow<'r, str>>;
}

impl<'r> IntoText<'r> for &'r str {
    fn into_text(self) -> Option<Cow<'r, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<'r> IntoText<'r> for &'r String {
    fn into_text(self) -> Option<Cow<'r, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<'r> IntoText<'r> for String {
    fn into_text(self) -> Option<Cow<'r, str>> {
        Some(Cow::Owned(self))
    }
}

impl<'r, T: IntoText<'r>> IntoText<'r> for Option<T> {
    fn into_text(self) -> Option<Cow<'r, str>> {
        self.and_then(IntoText::into_text)
    }
}

/// What may stand in a column of whole numbers.
pub(crate) trait IntoWhole {
    /// The number; `None` for an empty cell.
    fn into_whole(self) -> Option<i64>;
}

impl IntoWhole for u32 {
    fn into_whole(self) -> Option<i64> {
        Some(self.into())
    }
}

impl IntoWhole for usize {
    fn into_whole(self) -> Option<i64> {
        // Positions and lengths of texts, which have fewer than 2^32 bytes.
        i64::try_from(self).ok()
    }
}

impl<T: IntoWhole> IntoWhole for Option<T> {
    fn into_whole(self) -> Option<i64> {
        self.and_then(IntoWhole::into_whole)
    }
}

/// What may stand in a column of numbers.
pub(crate) trait IntoNumber {
    /// The number; `None` for an empty cell.
    fn into_number(self) -> Option<f64>;
}

impl IntoNumber for f64 {
    fn into_number(self) -> Option<f64> {
        Some(self)
    }
}

impl IntoNumber for Amount {
    fn into_number(self) -> Option<f64> {
        self.get().to_f64()
    }
}

impl<T: IntoNumber> IntoNumber for Option<T> {
    fn into_number(self) -> Option<f64> {
        self.and_then(IntoNumber::into_number)
    }
}

/// Wraps an expression in the cell of a column's kind, so that a column cannot hold a cell of another kind.
macro_rules! cell {
    (Text, $value:expr) => {
        $crate::cell::Cell::Text($crate::cell::IntoText::into_text($value))
    };
    (Word, $value:expr) => {
        $crate::cell::Cell::Word(::std::convert::Into::into($value))
    };
    (Whole, $value:expr) => {
        $crate::cell::Cell::Whole($crate::cell::IntoWhole::into_whole($value))
    };
    (Number, $value:expr) => {
        $crate::cell::Cell::Number($crate::cell::IntoNumber::into_number($value))
    };
    (Day, $value:expr) => {
        $crate::cell::Cell::Day($value)
    };
    (Texts, $value:expr) => {
        $crate::cell::Cell::Texts($value.map($crate::cell::IntoText::into_text).collect())
    };
    (Wholes, $value:expr) => {
        $crate::cell::Cell::Wholes($value.filter_map($crate::cell::IntoWhole::into_whole).collect())
    };
}

pub(crate) use cell;
