//! What the words of a time say, before the text's time line completes them.

use chrono::{Datelike, NaiveDate};
use verbale_core::Edtf;
use verbale_core::edtf::{EdtfError, Season};

use super::days::Feast;

/// A day, month or year; what the words leave out is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
}

/// A part of a year that is longer than a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartOfYear {
    Season(Season),
    /// 1 to 4.
    Quarter(u32),
    /// 1 or 2.
    Half(u32),
}

/// A unit of time, from the finest up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// A time that is counted from another: "three weeks later".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shift {
    /// How many units; negative for earlier.
    pub(crate) count: i32,
    pub(crate) unit: Unit,
    /// Whether the words leave room: "nearly two weeks".
    pub(crate) roughly: bool,
    pub(crate) from: From,
}

/// What a time is counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum From {
    /// The time at which the story is: "the following day".
    Story,
    /// An event that the words behind name: "two days after the battle".
    Event,
    /// The time of writing or speaking: "yesterday", "two years ago".
    Speech,
    /// A date that the words name: "two days before 5 May 1992".
    Date(Box<DateValue>),
}

/// What "the next …" names the next one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cycle {
    /// January is 1.
    Month(u32),
    /// Monday is 1.
    Weekday(u32),
    Season(Season),
    /// The calendar's week, month, year, decade or century.
    Unit(Unit),
}

/// What the words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateValue {
    /// A day, month or year.
    Point(Day),
    /// A part of a year.
    PartOfYear(Option<i32>, PartOfYear),
    /// A named day: "Christmas Eve".
    Feast(Option<i32>, Feast),
    /// A decade, century or other value that needs nothing else.
    Fixed(Edtf),
    /// From one to another, ends included.
    Range(Box<DateValue>, Box<DateValue>),
    /// From a time on, with no end.
    Since(Box<DateValue>),
    /// To a time, with no start.
    Until(Box<DateValue>),
    /// "about 1920".
    About(Box<DateValue>),
    /// "for two years starting from 20 February 2023".
    Lasting(Box<DateValue>, u32, Unit),
    /// Counted from another time.
    Shift(Shift),
    /// One of a cycle of months, weekdays or seasons: -1 is the last one, 0 this one, 1 the next one.
    Near(i32, Cycle, From),
    /// A weekday alone.
    Weekday(u32),
    /// The last two digits of a year: "'99".
    ShortYear(i32),
    /// A part of another time: "October of that year", "the 28th of that month".
    Within(Box<DateValue>, Box<DateValue>),
    /// A time of day alone, on the day at which the story is.
    Clock,
    /// Day and month may stand in either order.
    Ambiguous,
}

impl Unit {
    pub(super) const fn of(value: i32) -> Option<Self> {
        Some(match value {
            0 => Self::Hour,
            1 => Self::Day,
            2 => Self::Week,
            3 => Self::Month,
            4 => Self::Year,
            5 => Self::Decade,
            6 => Self::Century,
            _ => return None,
        })
    }
}

impl Day {
    pub(crate) const fn of_year(year: i32) -> Self {
        Self { year: Some(year), month: None, day: None }
    }

    pub(crate) const fn of_month(year: i32, month: u32) -> Self {
        Self { year: Some(year), month: Some(month), day: None }
    }

    pub(crate) fn of_date(date: NaiveDate) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The day of the calendar, if all of it is known.
    pub(crate) fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }

    fn edtf(self) -> Option<Edtf> {
        match (self.year, self.month, self.day) {
            (Some(_), Some(_), Some(_)) => Edtf::day(self.date()?).ok(),
            (Some(year), Some(month), None) => Edtf::month(year, month).ok(),
            (Some(year), None, None) => Some(Edtf::year(year)),
            (None, Some(month), Some(day)) => Edtf::day_of_unknown_year(month, day).ok(),
            (None, Some(month), None) => Edtf::month_of_unknown_year(month).ok(),
            (_, None, _) => None,
        }
    }
}

impl PartOfYear {
    fn edtf(self, year: i32) -> Result<Edtf, EdtfError> {
        match self {
            Self::Season(season) => Edtf::season(year, season),
            Self::Quarter(quarter) => Edtf::quarter(year, quarter),
            Self::Half(half) => Edtf::half(year, half),
        }
    }

    /// The month that it begins with; winter is taken to begin the year in which its greater part lies.
    const fn month(self) -> u32 {
        match self {
            Self::Season(Season::Winter) => 1,
            Self::Season(Season::Spring) => 4,
            Self::Season(Season::Summer) => 7,
            Self::Season(Season::Autumn) => 10,
            Self::Quarter(quarter) => quarter * 3 - 2,
            Self::Half(half) => half * 6 - 5,
        }
    }
}

impl DateValue {
    /// The value in EDTF; `None` if it has none before the time line completes it.
    pub(crate) fn edtf(&self) -> Option<Edtf> {
        match self {
            Self::Point(day) => day.edtf(),
            Self::PartOfYear(year, part) => part.edtf((*year)?).ok(),
            Self::Feast(year, feast) => feast.edtf(*year),
            Self::Fixed(edtf) => Some(edtf.clone()),
            Self::Range(start, end) => {
                let (start, end) = (start.edtf()?, end.edtf()?);
                if start == end { Some(start) } else { Edtf::interval(Some(start), Some(end)).ok() }
            }
            // "since the war of 1939–45" has no one start.
            Self::Since(start) => Edtf::interval(Some(start.single()?), None).ok(),
            Self::Until(end) => Edtf::interval(None, Some(end.single()?)).ok(),
            Self::About(value) => value.edtf().map(Edtf::approximate),
            Self::Lasting(start, count, unit) => start.lasting(*count, *unit),
            Self::Shift(_)
            | Self::Near(..)
            | Self::Weekday(_)
            | Self::ShortYear(_)
            | Self::Within(..)
            | Self::Clock
            | Self::Ambiguous => None,
        }
    }

    fn single(&self) -> Option<Edtf> {
        self.edtf().filter(|edtf| !edtf.is_interval())
    }

    /// The interval that begins at this time.
    fn lasting(&self, count: u32, unit: Unit) -> Option<Edtf> {
        let start = self.single()?;
        let Self::Point(day) = self else { return Some(start) };
        let count = i32::try_from(count).ok()?;
        let end = match super::calendar::shift(*day, count, unit) {
            // Two years from 20 February end on 19 February, both days included.
            Some(end) if day.day.is_some() => {
                let end = if end.day.is_some() {
                    end
                } else {
                    Day { day: day.day, month: end.month.or(day.month), ..end }
                };
                super::calendar::eve(end)
            }
            end => end,
        };
        let Some(end) = end else { return Some(start) };
        end.edtf().and_then(|end| Edtf::interval(Some(start.clone()), Some(end)).ok()).or(Some(start))
    }

    /// The year that the words name: the last one of a range.
    pub(crate) fn year(&self) -> Option<i32> {
        match self {
            Self::Point(day) => day.year,
            Self::PartOfYear(year, _) | Self::Feast(year, _) => *year,
            Self::Range(start, end) => end.year().or_else(|| start.year()),
            Self::Since(value) | Self::Until(value) | Self::About(value) | Self::Lasting(value, ..) => {
                value.year()
            }
            _ => None,
        }
    }

    /// The month of the year in which the time begins, if the words name one.
    pub(crate) fn month(&self) -> Option<u32> {
        match self {
            Self::Point(day) => day.month,
            Self::PartOfYear(_, part) => Some(part.month()),
            Self::Feast(year, feast) => feast.date(year.unwrap_or(2000)).map(|date| date.month()),
            Self::Range(value, _)
            | Self::Since(value)
            | Self::Until(value)
            | Self::About(value)
            | Self::Lasting(value, ..) => value.month(),
            _ => None,
        }
    }

    /// The day of the month on which the time begins, if the words name one.
    pub(crate) fn day(&self) -> Option<u32> {
        match self {
            Self::Point(day) => day.day,
            Self::Range(value, _)
            | Self::Since(value)
            | Self::Until(value)
            | Self::About(value)
            | Self::Lasting(value, ..) => value.day(),
            _ => None,
        }
    }

    /// Whether the words name a month or a part of a year and leave the year to the text around them.
    pub(crate) fn lacks_year(&self) -> bool {
        self.year().is_none() && self.month().is_some()
    }

    /// Whether the words name only a day: "the 20th".
    pub(crate) fn lacks_month(&self) -> bool {
        match self {
            Self::Point(day) => day.month.is_none() && day.day.is_some(),
            Self::Range(value, _) | Self::Since(value) | Self::Until(value) | Self::About(value) => {
                value.lacks_month()
            }
            _ => false,
        }
    }

    /// Whether the words count units of time.
    pub(crate) fn is_counted(&self) -> bool {
        match self {
            Self::Shift(_) | Self::Lasting(..) => true,
            Self::Since(value) | Self::Until(value) | Self::About(value) => value.is_counted(),
            _ => false,
        }
    }

    /// Whether a time that is counted from another lies ahead of it; `None` if it is not counted.
    pub(crate) fn forward(&self) -> Option<bool> {
        match self {
            Self::Shift(shift) => Some(shift.count > 0 && matches!(shift.from, From::Story | From::Event)),
            Self::Near(step, _, from) => Some(*step > 0 && *from == From::Story),
            Self::Within(_, outer) => outer.forward(),
            Self::Clock | Self::ShortYear(_) => Some(false),
            Self::Weekday(_) => Some(true),
            Self::Since(value) | Self::Until(value) | Self::About(value) | Self::Lasting(value, ..) => {
                value.forward()
            }
            _ => None,
        }
    }

    /// Whether the words name a month or a day, and not just a number that may be a year.
    pub(crate) fn is_dated(&self) -> bool {
        match self {
            Self::Ambiguous => true,
            _ => self.month().is_some(),
        }
    }

    /// The value with what the words leave out: the year, and the month of "the 20th". A range that crosses the turn of the year
    /// begins in the year given.
    pub(crate) fn completed(&self, year: i32, month: Option<u32>) -> Self {
        let inner = |value: &Self| Box::new(value.completed(year, month));
        match self {
            Self::Point(day) => Self::Point(Day {
                year: day.year.or(Some(year)),
                month: day.month.or(if day.day.is_some() { month } else { None }),
                day: day.day,
            }),
            Self::PartOfYear(own, part) => Self::PartOfYear(own.or(Some(year)), *part),
            Self::Feast(own, feast) => Self::Feast(own.or(Some(year)), *feast),
            Self::Range(start, end) => {
                let crosses =
                    end.year().is_none() && start.month().zip(end.month()).is_some_and(|(a, b)| a > b);
                Self::Range(inner(start), Box::new(end.completed(year + i32::from(crosses), month)))
            }
            Self::Since(value) => Self::Since(inner(value)),
            Self::Until(value) => Self::Until(inner(value)),
            Self::About(value) => Self::About(inner(value)),
            Self::Lasting(value, count, unit) => Self::Lasting(inner(value), *count, *unit),
            _ => self.clone(),
        }
    }

    /// The day, month or year at which the time ends, for what is counted from it.
    pub(crate) fn moment(&self) -> Option<Day> {
        match self {
            Self::Point(day) => Some(*day),
            Self::PartOfYear(year, part) => Some(Day { year: *year, month: Some(part.month()), day: None }),
            Self::Feast(year, feast) => feast.date((*year)?).map(Day::of_date),
            Self::Range(_, end) => end.moment(),
            Self::Since(value) | Self::Until(value) | Self::About(value) | Self::Lasting(value, ..) => {
                value.moment()
            }
            _ => None,
        }
    }
}
