//! Making expressions from parts that were read elsewhere.

use chrono::{Datelike, NaiveDate};

use super::parts::{Date, Digits, End, Group, Interval, Kind, Marks, Part, Qualifier, Year};
use super::{Edtf, EdtfError};

const FOUR_DIGITS: &str = "-9999 to 9999";

/// A season by its name, without saying of which hemisphere (codes 21 to 24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// Code 21.
    Spring,
    /// Code 22.
    Summer,
    /// Code 23, also called fall.
    Autumn,
    /// Code 24.
    Winter,
}

/// # Constructors
///
/// Years count as in astronomy: 0 is 1 BCE, -489 is 490 BCE. All but [`Edtf::year`] take years of four digits, -9999 to
/// 9999, and return [`EdtfError::Value`] for an argument that is out of range.
impl Edtf {
    /// A day: `1995-11-21`.
    ///
    /// # Errors
    ///
    /// A year of more than four digits.
    pub fn day(day: NaiveDate) -> Result<Self, EdtfError> {
        let digits = |number: u32| u16::try_from(number).map_or(Digits::UNSPECIFIED, Digits::of);
        let part = Part::Day(digits(day.month()), digits(day.day()));
        date(four_digits(day.year())?, part, "day")
    }

    /// A month, 1 to 12: `1995-11`.
    ///
    /// # Errors
    ///
    /// A month that does not exist, or a year of more than four digits.
    pub fn month(year: i32, month: u32) -> Result<Self, EdtfError> {
        date(four_digits(year)?, Part::Month(month_digits(month)?), "month")
    }

    /// A year: `1995`, `-0489`; beyond four digits with a prefix: `Y12000`.
    ///
    /// ```
    /// # use verbale_core::edtf::Edtf;
    /// assert_eq!(Edtf::year(-489).to_string(), "-0489");
    /// ```
    #[must_use]
    pub fn year(year: i32) -> Self {
        Self(Kind::Date(Date::of_year(year)))
    }

    /// A season of a year: `2001-21` for [`Season::Spring`].
    ///
    /// # Errors
    ///
    /// A year of more than four digits.
    pub fn season(year: i32, season: Season) -> Result<Self, EdtfError> {
        let code = match season {
            Season::Spring => 21,
            Season::Summer => 22,
            Season::Autumn => 23,
            Season::Winter => 24,
        };
        group(year, code, "season", "a season")
    }

    /// A quarter of a calendar year, 1 to 4: `2001-33` for the first.
    ///
    /// # Errors
    ///
    /// A quarter that does not exist, or a year of more than four digits.
    pub fn quarter(year: i32, quarter: u32) -> Result<Self, EdtfError> {
        group(year, nth(quarter, 4, 33), "quarter", "1 to 4")
    }

    /// A half of a calendar year, 1 or 2: `2001-40` for the first.
    ///
    /// # Errors
    ///
    /// A half that does not exist, or a year of more than four digits.
    pub fn half(year: i32, half: u32) -> Result<Self, EdtfError> {
        group(year, nth(half, 2, 40), "half", "1 or 2")
    }

    /// The ten years that share all digits but the last, by the first of them: 1990 gives `199X`. Before year 0 the first
    /// of them ends in 9: -499 gives `-049X`, which ends with -490.
    ///
    /// # Errors
    ///
    /// A year that no decade begins with, or one of more than four digits.
    pub fn decade(first_year: i32) -> Result<Self, EdtfError> {
        masked_year(first_year, 1, "decade", "a year that ends in 0 (before year 0: in 9)")
    }

    /// The hundred years that share all digits but the last two, by the first of them: 1800 gives `18XX`. Before year 0
    /// the first of them ends in 99: -499 gives `-04XX`, which ends with -400 and so is the 5th century BCE.
    ///
    /// # Errors
    ///
    /// A year that no century begins with, or one of more than four digits.
    pub fn century(first_year: i32) -> Result<Self, EdtfError> {
        masked_year(first_year, 2, "century", "a year that ends in 00 (before year 0: in 99)")
    }

    /// A day of a year that is not known: `XXXX-05-10`. 29 February is one.
    ///
    /// # Errors
    ///
    /// A day that exists in no year.
    pub fn day_of_unknown_year(month: u32, day: u32) -> Result<Self, EdtfError> {
        const EXPECTED: &str = "a day of the month";
        let digits = two_digits(day).ok_or(value("day", EXPECTED))?;
        let part = Part::Day(month_digits(month)?, digits);
        Date::new(Year::UNSPECIFIED, part, Marks::default())
            .map(|date| Self(Kind::Date(date)))
            .ok_or(value("day", EXPECTED))
    }

    /// A month of a year that is not known: `XXXX-05`.
    ///
    /// # Errors
    ///
    /// A month that does not exist.
    pub fn month_of_unknown_year(month: u32) -> Result<Self, EdtfError> {
        date(Year::UNSPECIFIED, Part::Month(month_digits(month)?), "month")
    }

    /// All days from `start` to `end`; `None` is an open end, written `..`.
    ///
    /// ```
    /// # use verbale_core::edtf::{Edtf, EdtfError};
    /// let since = Edtf::interval(Some(Edtf::month(1995, 11)?), None)?;
    /// assert_eq!(since.to_string(), "1995-11/..");
    /// # Ok::<(), EdtfError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Two open ends, an end that is itself an interval or has a time of day, or a start that is certainly after the end:
    /// `2004/2003`, but not `2004-XX/2004-05`.
    pub fn interval(start: Option<Self>, end: Option<Self>) -> Result<Self, EdtfError> {
        let (start, end) = (end_of_interval(start)?, end_of_interval(end)?);
        match Interval::new(start, end) {
            Ok(interval) => Ok(Self(Kind::Interval(interval))),
            Err(expected) => Err(value("interval", expected)),
        }
    }

    /// The same date, said to be approximate: `1984~`; `%` if it is uncertain already. An interval has both dates
    /// qualified. EDTF cannot qualify a time of day, so a date-time gives its day.
    #[must_use]
    pub fn approximate(self) -> Self {
        self.qualified(Qualifier::Approximate)
    }

    /// The same date, said to be uncertain: `1984?`; `%` if it is approximate already. An interval has both dates
    /// qualified. EDTF cannot qualify a time of day, so a date-time gives its day.
    #[must_use]
    pub fn uncertain(self) -> Self {
        self.qualified(Qualifier::Uncertain)
    }

    fn qualified(self, qualifier: Qualifier) -> Self {
        Self(match self.0 {
            Kind::Date(date) => Kind::Date(date.qualified(qualifier)),
            Kind::DateTime(moment) => Kind::Date(moment.date.qualified(qualifier)),
            Kind::Interval(interval) => Kind::Interval(interval.qualified(qualifier)),
        })
    }
}

fn date(year: Year, part: Part, name: &'static str) -> Result<Edtf, EdtfError> {
    Date::new(year, part, Marks::default())
        .map(|date| Edtf(Kind::Date(date)))
        .ok_or(value(name, "one that exists in the calendar"))
}

fn group(year: i32, code: u16, name: &'static str, expected: &'static str) -> Result<Edtf, EdtfError> {
    let group = Group::of(code).ok_or(value(name, expected))?;
    date(four_digits(year)?, Part::Group(group), name)
}

/// The code of the `number`th of `count` groupings whose codes begin with `first`; 0, which is no code, if there is none.
fn nth(number: u32, count: u16, first: u16) -> u16 {
    u16::try_from(number)
        .ok()
        .filter(|number| (1..=count).contains(number))
        .map_or(0, |number| first + number - 1)
}

/// The years that share all digits with `first` but the last `unspecified`.
fn masked_year(
    first: i32,
    unspecified: usize,
    name: &'static str,
    expected: &'static str,
) -> Result<Edtf, EdtfError> {
    let Year::Four { negative, mut digits } = four_digits(first)? else {
        return Err(value("year", FOUR_DIGITS));
    };
    // Counting away from year 0, the first year in time is the last of the hundred: -499 of -4XX.
    let boundary = if negative { Some(9) } else { Some(0) };
    for digit in digits.0.iter_mut().rev().take(unspecified) {
        if *digit != boundary {
            return Err(value(name, expected));
        }
        *digit = None;
    }
    date(Year::Four { negative, digits }, Part::Year, name)
}

fn end_of_interval(end: Option<Edtf>) -> Result<End, EdtfError> {
    match end.map(|end| end.0) {
        None => Ok(End::Open),
        Some(Kind::Date(date)) => Ok(End::At(date)),
        Some(Kind::DateTime(_)) => Err(value("interval", "ends without time of day")),
        Some(Kind::Interval(_)) => Err(value("interval", "ends that are no intervals themselves")),
    }
}

fn four_digits(year: i32) -> Result<Year, EdtfError> {
    Year::four(year).ok_or(value("year", FOUR_DIGITS))
}

fn month_digits(month: u32) -> Result<Digits<2>, EdtfError> {
    two_digits(month).filter(|_| (1..=12).contains(&month)).ok_or(value("month", "1 to 12"))
}

fn two_digits(number: u32) -> Option<Digits<2>> {
    u16::try_from(number).ok().filter(|number| *number < 100).map(Digits::of)
}

const fn value(part: &'static str, expected: &'static str) -> EdtfError {
    EdtfError::Value { part, expected }
}
