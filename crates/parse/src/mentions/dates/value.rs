//! What a date's words say, before the text's time line completes them.

use chrono::NaiveDate;
use verbale_core::Edtf;
use verbale_core::edtf::Season;

/// A day, month or year; what the words leave out is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
}

/// What the words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateValue {
    /// A day, month or year.
    Point(Day),
    /// From one to another, ends included.
    Range(Day, Day),
    /// From a point on, with no end.
    Since(Day),
    /// A season of a year.
    Season(Option<i32>, Season),
    /// A decade, century or other value that needs nothing else.
    Fixed(Edtf),
    /// Day and month may stand in either order.
    Ambiguous,
}

impl Day {
    /// The value with the year that the words leave out.
    fn edtf(self, year: Option<i32>) -> Option<Edtf> {
        match (self.year.or(year), self.month, self.day) {
            (Some(year), Some(month), Some(day)) => {
                Edtf::day(NaiveDate::from_ymd_opt(year, month, day)?).ok()
            }
            (Some(year), Some(month), None) => Edtf::month(year, month).ok(),
            (Some(year), None, _) => Some(Edtf::year(year)),
            (None, Some(month), Some(day)) => Edtf::day_of_unknown_year(month, day).ok(),
            (None, Some(month), None) => Edtf::month_of_unknown_year(month).ok(),
            (None, None, _) => None,
        }
    }
}

impl DateValue {
    /// The value in EDTF, its year taken from elsewhere where the words have none; `None` if it is ambiguous or no date.
    pub(crate) fn edtf(&self, year: Option<i32>) -> Option<Edtf> {
        match self {
            Self::Point(day) => day.edtf(year),
            Self::Range(start, end) => {
                let (start, end) = (start.edtf(year)?, end.edtf(year)?);
                if start == end { Some(start) } else { Edtf::interval(Some(start), Some(end)).ok() }
            }
            Self::Since(start) => Edtf::interval(Some(start.edtf(year)?), None).ok(),
            Self::Season(own, season) => Edtf::season((*own).or(year)?, *season).ok(),
            Self::Fixed(edtf) => Some(edtf.clone()),
            Self::Ambiguous => None,
        }
    }

    /// The year that the words name: the last one of a range.
    pub(crate) fn year(&self) -> Option<i32> {
        match self {
            Self::Point(day) | Self::Range(_, day) | Self::Since(day) => day.year,
            Self::Season(year, _) => *year,
            Self::Fixed(_) | Self::Ambiguous => None,
        }
    }

    /// Whether the words leave the year to the text around them.
    pub(crate) fn lacks_year(&self) -> bool {
        !matches!(self, Self::Fixed(_) | Self::Ambiguous) && self.year().is_none()
    }

    /// Whether the words name a month or a day, and not just a number that may be a year.
    pub(crate) fn is_dated(&self) -> bool {
        match self {
            Self::Point(day) | Self::Range(_, day) | Self::Since(day) => day.month.is_some(),
            Self::Season(..) | Self::Ambiguous => true,
            Self::Fixed(_) => false,
        }
    }
}
