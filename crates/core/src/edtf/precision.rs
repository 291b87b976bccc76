//! How fine a unit of the calendar an expression names.

use super::Edtf;
use super::parts::{Date, Kind, Part, Year};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The unit of the calendar that an EDTF expression names.
    ///
    /// This is EDTF's own sense of the word: `XXXX-05-10` names a day, although its year is not given. How much of the
    /// calendar the expression may cover is another question, which [`Edtf::earliest`] and [`Edtf::latest`] answer.
    ///
    /// The order runs from the finest unit to the coarsest; `Interval`, which may have any length, comes last.
    pub enum Precision {
        /// A day, or a moment of one.
        Day = "day",
        /// A month.
        Month = "month",
        /// A part of a year that is longer than a month: a season, quarter, quadrimester or half.
        Season = "season",
        /// A year.
        Year = "year",
        /// A year whose last digit is unspecified.
        Decade = "decade",
        /// A year whose last two digits or more are unspecified.
        Century = "century",
        /// A stretch between two dates, one of which may be open or unknown.
        Interval = "interval",
    }
}

impl Edtf {
    /// The unit of the calendar that the expression names.
    ///
    /// ```
    /// # use verbale_core::edtf::{Edtf, EdtfError, Precision};
    /// let decade: Edtf = "199X".parse()?;
    /// assert_eq!(decade.precision(), Precision::Decade);
    /// # Ok::<(), EdtfError>(())
    /// ```
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self.0 {
            Kind::Date(date) => of_date(date),
            Kind::DateTime(_) => Precision::Day,
            Kind::Interval(_) => Precision::Interval,
        }
    }
}

fn of_date(date: Date) -> Precision {
    match date.part() {
        Part::Day(..) => Precision::Day,
        Part::Month(_) => Precision::Month,
        Part::Group(_) => Precision::Season,
        Part::Year => match date.year() {
            Year::Long(_) => Precision::Year,
            Year::Four { digits, .. } => match digits.0 {
                [Some(_), Some(_), Some(_), Some(_)] => Precision::Year,
                [Some(_), Some(_), Some(_), None] => Precision::Decade,
                _ => Precision::Century,
            },
        },
    }
}
