//! The first and the last day that an expression may cover, and the order of expressions in time.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use super::Edtf;
use super::parts::{Date, End, Group, Kind, Part, Year, first_day};

/// A day of any year, compared in time. Unlike [`NaiveDate`] it reaches the years that EDTF prefixes with `Y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CalendarDay {
    year: i32,
    month: u8,
    day: u8,
}

impl CalendarDay {
    const fn new(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    fn to_naive(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month.into(), self.day.into())
    }

    fn of(date: NaiveDate) -> Option<Self> {
        Some(Self {
            year: date.year(),
            month: u8::try_from(date.month()).ok()?,
            day: u8::try_from(date.day()).ok()?,
        })
    }
}

/// # Bounds
///
/// The bounds enclose: they are the first and the last day over all calendar days that the expression may stand for, so
/// that they are never more exact than the text.
///
/// - **Unspecified digits** take every value that exists: `2023-02-XX` is 1 to 28 February, `156X-12-25` is 1560-12-25 to
///   1569-12-25. If no digit of the year is known (`XXXX-05-10`), there are no bounds.
/// - **Seasons** join what meteorologists (whole months) and astronomers (equinox to solstice) call by the name: spring is
///   1 March to 21 June, summer 1 June to 23 September, autumn 1 September to 22 December. "Winter" of a year may be the
///   one it begins with or the one it ends with, so it reaches from 1 December before to 21 March after. Codes 21 to 24 do
///   not say which hemisphere; they are read as northern. The southern codes 29 to 32 have the opposite season's days.
/// - **Quarters, quadrimesters and halves** are those of the calendar year.
/// - **Qualifiers** (`~ ? %`) do not widen the bounds, since nothing says by how much; they are flags for the reader.
/// - A **date-time** has the day that is written; its shift from UTC does not move it to another one.
/// - An **interval** has the earliest day of its start and the latest day of its end. An open or unknown end has none.
/// - Days outside the range of [`NaiveDate`] (about 262,000 years each way) are `None`.
impl Edtf {
    /// The first day that the expression may cover; see [Bounds](#bounds).
    ///
    /// ```
    /// # use verbale_core::edtf::{Edtf, EdtfError};
    /// let winter: Edtf = "1946-24".parse()?;
    /// assert_eq!(winter.earliest().map(|day| day.to_string()).as_deref(), Some("1945-12-01"));
    /// # Ok::<(), EdtfError>(())
    /// ```
    #[must_use]
    pub fn earliest(&self) -> Option<NaiveDate> {
        match self.0 {
            Kind::Date(date) => earliest(date),
            Kind::DateTime(moment) => earliest(moment.date),
            Kind::Interval(interval) => interval.start().date().and_then(earliest),
        }?
        .to_naive()
    }

    /// The last day that the expression may cover, inclusive; see [Bounds](#bounds).
    ///
    /// ```
    /// # use verbale_core::edtf::{Edtf, EdtfError};
    /// let month: Edtf = "1944-02".parse()?;
    /// assert_eq!(month.latest().map(|day| day.to_string()).as_deref(), Some("1944-02-29"));
    /// # Ok::<(), EdtfError>(())
    /// ```
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        match self.0 {
            Kind::Date(date) => latest(date),
            Kind::DateTime(moment) => latest(moment.date),
            Kind::Interval(interval) => interval.end().date().and_then(latest),
        }?
        .to_naive()
    }

    /// What the order compares: the earliest day (an open or unknown start before all, an unspecified year after all),
    /// then the latest (an open or unknown end after all).
    fn place_in_time(&self) -> ((u8, Option<CalendarDay>), (u8, Option<CalendarDay>)) {
        let (start, end) = match self.0 {
            Kind::Date(date) => (End::At(date), End::At(date)),
            Kind::DateTime(moment) => (End::At(moment.date), End::At(moment.date)),
            Kind::Interval(interval) => (interval.start(), interval.end()),
        };
        let first = match start.date() {
            None => (0, None),
            Some(date) => earliest(date).map_or((2, None), |day| (1, Some(day))),
        };
        let last = match end.date() {
            None => (1, None),
            Some(date) => latest(date).map_or((1, None), |day| (0, Some(day))),
        };
        (first, last)
    }
}

/// By the earliest day, then the latest day, then the text. An open or unknown start comes before every day, an open or
/// unknown end after; what has no year (`XXXX-05-10`) comes last.
impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place_in_time()
            .cmp(&other.place_in_time())
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether every day that `start` may cover is after every day that `end` may cover.
pub(super) fn is_certainly_after(start: Date, end: Date) -> bool {
    matches!((earliest(start), latest(end)), (Some(first), Some(last)) if first > last)
}

fn earliest(date: Date) -> Option<CalendarDay> {
    let year = date.year();
    if year.is_unspecified() {
        return None;
    }
    match (year, date.part()) {
        (Year::Long(year), _) => Some(CalendarDay::new(year, 1, 1)),
        (_, Part::Year) => Some(CalendarDay::new(year.completions().next()?, 1, 1)),
        (_, Part::Group(group)) => {
            let (before, month, day) = first_of(group);
            Some(CalendarDay::new(year.completions().next()? - before, month, day))
        }
        (_, Part::Month(month)) => {
            let day = first_day(year.completions(), || month.completions(), || 1..=31)?;
            CalendarDay::of(day)
        }
        (_, Part::Day(month, day)) => {
            let day = first_day(year.completions(), || month.completions(), || day.completions())?;
            CalendarDay::of(day)
        }
    }
}

fn latest(date: Date) -> Option<CalendarDay> {
    let year = date.year();
    if year.is_unspecified() {
        return None;
    }
    match (year, date.part()) {
        (Year::Long(year), _) => Some(CalendarDay::new(year, 12, 31)),
        (_, Part::Year) => Some(CalendarDay::new(year.completions().next_back()?, 12, 31)),
        (_, Part::Group(group)) => {
            let (after, month, day) = last_of(group);
            Some(CalendarDay::new(year.completions().next_back()? + after, month, day))
        }
        (_, Part::Month(month)) => {
            let day = first_day(year.completions().rev(), || month.completions().rev(), || (1..=31).rev())?;
            CalendarDay::of(day)
        }
        (_, Part::Day(month, day)) => {
            let day = first_day(
                year.completions().rev(),
                || month.completions().rev(),
                || day.completions().rev(),
            )?;
            CalendarDay::of(day)
        }
    }
}

/// The first day of a grouping: how many years before its own, month, day.
const fn first_of(group: Group) -> (i32, u8, u8) {
    match group.code() {
        24 | 28 | 30 => (1, 12, 1),
        21 | 25 | 31 => (0, 3, 1),
        22 | 26 | 32 => (0, 6, 1),
        23 | 27 | 29 | 39 => (0, 9, 1),
        34 => (0, 4, 1),
        35 | 41 => (0, 7, 1),
        36 => (0, 10, 1),
        38 => (0, 5, 1),
        _ => (0, 1, 1),
    }
}

/// The last day of a grouping: how many years after its own, month, day.
const fn last_of(group: Group) -> (i32, u8, u8) {
    match group.code() {
        24 | 28 | 30 => (1, 3, 21),
        21 | 25 | 31 => (0, 6, 21),
        22 | 26 | 32 => (0, 9, 23),
        23 | 27 | 29 => (0, 12, 22),
        33 => (0, 3, 31),
        34 | 40 => (0, 6, 30),
        35 => (0, 9, 30),
        37 => (0, 4, 30),
        38 => (0, 8, 31),
        _ => (0, 12, 31),
    }
}
