//! Dates as historians and archivists write them: EDTF, the Extended Date/Time Format.
//!
//! [`Edtf`] is one date, date-time or interval, with as much as the source says and no more: a month without a day, a
//! decade, a day of an unknown year, "about 1984". It reads with [`FromStr`](std::str::FromStr) and writes with
//! [`Display`](std::fmt::Display); every value has exactly one text, and no other text is read as that value.
//!
//! The standard is ISO 8601-2:2019, in the profile of the Library of Congress, *Extended Date/Time Format (EDTF)
//! Specification*, 4 February 2019, <https://www.loc.gov/standards/datetime/>. The calendar is the proleptic Gregorian one
//! with a year 0: `0000` is 1 BCE, `-0489` is 490 BCE.
//!
//! | level | feature | examples |
//! | --- | --- | --- |
//! | 0 | day, month, year | `1985-04-12`, `1985-04`, `1985` |
//! | 0 | date-time, with or without zone | `1985-04-12T23:20:30`, `…Z`, `…-04`, `…+04:30` |
//! | 0 | interval | `1964/2008`, `2004-02-01/2005-02` |
//! | 1 | year beyond four digits, negative year | `Y170000002`, `Y-17000`, `-1985` |
//! | 1 | season | `2001-21` (spring) to `2001-24` (winter) |
//! | 1 | uncertain `?`, approximate `~`, both `%` | `1984?`, `2004-06~`, `2004-06-11%` |
//! | 1 | unspecified digits from the right | `201X`, `20XX`, `2004-XX`, `1985-04-XX`, `1985-XX-XX` |
//! | 1 | open (`..`) or unknown (nothing) end of an interval | `1985/..`, `../1985`, `1985/`, `/1985` |
//! | 2 | parts of a year | 25–28 northern seasons, 29–32 southern, 33–36 quarters, 37–39 quadrimesters, 40–41 halves |
//! | 2 | unspecified digits anywhere | `156X-12-25`, `XXXX-05-10`, `1XXX-12`, `1984-1X` |
//! | 2 | qualified components | `2004-06~-11` (year and month), `2004-?06-11` (month alone) |
//!
//! **Left out** of level 2: sets (`[1667,1668]`, `{1960,1961}`), exponents (`Y17E8`) and significant digits (`1950S2`);
//! reading them gives [`EdtfError::Unsupported`]. Also refused: the leap second `:60`, midnight as `24:00:00`, and years
//! beyond an [`i32`].
//!
//! **Wider** than the profile's examples, because texts need it: seasons may stand in intervals, be qualified and have
//! unspecified years; a date with unspecified digits may be qualified (`199X~`); negative years may have unspecified digits
//! (`-04XX`, the 5th century BCE).
//!
//! What an expression covers is told by [`Edtf::earliest`] and [`Edtf::latest`], what unit it names by
//! [`Edtf::precision`]. [`PATTERN`] is the grammar for a JSON Schema.

mod bounds;
mod construct;
mod error;
mod format;
mod json;
mod parse;
mod parts;
mod pattern;
mod precision;
#[cfg(test)]
mod tests;

pub use construct::Season;
pub use error::EdtfError;
pub use pattern::PATTERN;
pub use precision::Precision;

use parts::{Date, End, Kind, Part, Qualifier};

/// One EDTF expression: a date, a date-time or an interval that exists in the calendar.
///
/// Two values are equal if their texts are: `1984` and `1984-XX` differ. The order is by the earliest day, then the latest
/// day, then the text.
///
/// ```
/// # use verbale_core::edtf::{Edtf, EdtfError};
/// let talks: Edtf = "1995-11-01/1995-11-21".parse()?;
/// assert_eq!(talks.start().and_then(|start| start.day_of_month()), Some(1));
/// assert_eq!(talks.to_string(), "1995-11-01/1995-11-21");
///
/// let about = Edtf::month(1648, 10)?.approximate();
/// assert_eq!(about.to_string(), "1648-10~");
/// # Ok::<(), EdtfError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf(Kind);

/// # Parts
///
/// A part is `None` if the text does not give it, or not in full: `199X` has no calendar year. An interval has no parts of
/// its own; ask its [`start`](Edtf::start) and [`end`](Edtf::end).
impl Edtf {
    /// The year, 0 being 1 BCE.
    #[must_use]
    pub fn calendar_year(&self) -> Option<i32> {
        self.date()?.year().value()
    }

    /// The month, 1 to 12; `None` for a season or another part of a year.
    #[must_use]
    pub fn month_of_year(&self) -> Option<u32> {
        match self.date()?.part() {
            Part::Month(month) | Part::Day(month, _) => month.value().map(u32::from),
            Part::Year | Part::Group(_) => None,
        }
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(&self) -> Option<u32> {
        match self.date()?.part() {
            Part::Day(_, day) => day.value().map(u32::from),
            Part::Year | Part::Month(_) | Part::Group(_) => None,
        }
    }

    /// The date an interval starts with; `None` if it is open or unknown, or if this is no interval.
    #[must_use]
    pub fn start(&self) -> Option<Self> {
        match self.0 {
            Kind::Interval(interval) => interval.start().date().map(|date| Self(Kind::Date(date))),
            Kind::Date(_) | Kind::DateTime(_) => None,
        }
    }

    /// The date an interval ends with; `None` if it is open or unknown, or if this is no interval.
    #[must_use]
    pub fn end(&self) -> Option<Self> {
        match self.0 {
            Kind::Interval(interval) => interval.end().date().map(|date| Self(Kind::Date(date))),
            Kind::Date(_) | Kind::DateTime(_) => None,
        }
    }

    /// Whether this is an interval.
    #[must_use]
    pub fn is_interval(&self) -> bool {
        matches!(self.0, Kind::Interval(_))
    }

    /// Whether any component, of either end, is marked approximate: `~` or `%`.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.any_qualifier(Qualifier::is_approximate)
    }

    /// Whether any component, of either end, is marked uncertain: `?` or `%`.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.any_qualifier(Qualifier::is_uncertain)
    }

    fn any_qualifier(&self, test: fn(Qualifier) -> bool) -> bool {
        match self.0 {
            Kind::Date(date) => date.qualifiers().any(test),
            Kind::DateTime(_) => false,
            Kind::Interval(interval) => [interval.start(), interval.end()]
                .into_iter()
                .filter_map(End::date)
                .any(|date| date.qualifiers().any(test)),
        }
    }

    /// The one date of a date or date-time.
    fn date(&self) -> Option<Date> {
        match self.0 {
            Kind::Date(date) => Some(date),
            Kind::DateTime(moment) => Some(moment.date),
            Kind::Interval(_) => None,
        }
    }
}
