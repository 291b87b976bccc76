//! The pieces of an expression. What can be built here can be written and read back.

use chrono::NaiveDate;

use super::bounds::is_certainly_after;

/// What an [`Edtf`](super::Edtf) holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Date(Date),
    DateTime(DateTime),
    Interval(Interval),
}

/// `N` decimal digits (at most 4), each known or unspecified (`X`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Digits<const N: usize>(pub(super) [Option<u8>; N]);

impl<const N: usize> Digits<N> {
    pub(super) const UNSPECIFIED: Self = Self([None; N]);

    /// The last `N` digits of `number`, with leading zeros.
    pub(super) fn of(number: u16) -> Self {
        let mut digits = [None; N];
        let mut rest = number;
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(rest % 10).ok();
            rest /= 10;
        }
        Self(digits)
    }

    /// The number, if every digit is known.
    pub(super) fn value(self) -> Option<u16> {
        self.0.iter().try_fold(0, |number, digit| Some(number * 10 + u16::from((*digit)?)))
    }

    /// The number with `digit` wherever one is unspecified.
    fn filled(self, digit: u8) -> u16 {
        self.0.iter().fold(0, |number, own| number * 10 + u16::from(own.unwrap_or(digit)))
    }

    fn admits(self, number: u16) -> bool {
        let other = Self::of(number);
        self.0.iter().zip(other.0).all(|(own, other)| own.is_none() || *own == other)
    }

    /// Every number these digits may stand for, ascending.
    pub(super) fn completions(self) -> impl DoubleEndedIterator<Item = u16> {
        (self.filled(0)..=self.filled(9)).filter(move |number| self.admits(*number))
    }
}

/// A calendar year; 0 is 1 BCE, -1 is 2 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Year {
    /// A year beyond ±9999, written with the prefix `Y`.
    Long(i32),
    /// A year of four digits; never minus zero.
    Four { negative: bool, digits: Digits<4> },
}

impl Year {
    pub(super) const UNSPECIFIED: Self = Self::Four { negative: false, digits: Digits::UNSPECIFIED };

    /// The year in four digits, if it has no more.
    pub(super) fn four(year: i32) -> Option<Self> {
        let number = u16::try_from(year.unsigned_abs()).ok().filter(|n| *n <= 9999)?;
        Some(Self::Four { negative: year < 0, digits: Digits::of(number) })
    }

    pub(super) fn value(self) -> Option<i32> {
        match self {
            Self::Long(year) => Some(year),
            Self::Four { negative, digits } => {
                let number = i32::from(digits.value()?);
                Some(if negative { -number } else { number })
            }
        }
    }

    /// Whether no digit is known.
    pub(super) fn is_unspecified(self) -> bool {
        matches!(self, Self::Four { digits, .. } if digits == Digits::UNSPECIFIED)
    }

    fn admits(self, year: i32) -> bool {
        match self {
            Self::Long(own) => own == year,
            Self::Four { negative, digits } => {
                negative == (year < 0) && u16::try_from(year.unsigned_abs()).is_ok_and(|n| digits.admits(n))
            }
        }
    }

    /// Every year these digits may stand for, ascending; at most ten thousand.
    pub(super) fn completions(self) -> impl DoubleEndedIterator<Item = i32> {
        let (first, last) = match self {
            Self::Long(year) => (year, year),
            Self::Four { negative, digits } => {
                let (low, high) = (i32::from(digits.filled(0)), i32::from(digits.filled(9)));
                if negative { (-high, -low) } else { (low, high) }
            }
        };
        (first..=last).filter(move |year| self.admits(*year))
    }
}

/// A part of a year longer than a month, by its code in ISO 8601-2: 21 to 41.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Group(u8);

impl Group {
    pub(super) fn of(code: u16) -> Option<Self> {
        u8::try_from(code).ok().filter(|code| (21..=41).contains(code)).map(Self)
    }

    pub(super) const fn code(self) -> u8 {
        self.0
    }
}

/// What follows the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Year,
    Month(Digits<2>),
    Day(Digits<2>, Digits<2>),
    Group(Group),
}

/// `?`, `~` or `%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Qualifier {
    Uncertain,
    Approximate,
    Both,
}

impl Qualifier {
    pub(super) fn is_uncertain(self) -> bool {
        self != Self::Approximate
    }

    pub(super) fn is_approximate(self) -> bool {
        self != Self::Uncertain
    }
}

/// The qualifiers of one component: `before` is about this component alone, `after` also about all to its left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Mark {
    pub(super) before: Option<Qualifier>,
    pub(super) after: Option<Qualifier>,
}

/// The qualifiers of a date; those of a component that the date does not have stay empty. A grouping counts as month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Marks {
    pub(super) year: Mark,
    pub(super) month: Mark,
    pub(super) day: Mark,
}

/// A year, month, grouping or day that exists in the calendar, or may exist once its digits are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Date {
    year: Year,
    part: Part,
    marks: Marks,
}

impl Date {
    /// `None` if no completion of the digits exists, or if a year beyond four digits has more than the year.
    pub(super) fn new(year: Year, part: Part, marks: Marks) -> Option<Self> {
        let exists = match part {
            Part::Year => year.completions().next().is_some(),
            _ if matches!(year, Year::Long(_)) => false,
            Part::Group(_) => year.completions().next().is_some(),
            Part::Month(month) => month.completions().any(|month| (1..=12).contains(&month)),
            Part::Day(month, day) => {
                first_day(year.completions(), || month.completions(), || day.completions()).is_some()
            }
        };
        exists.then_some(Self { year, part, marks })
    }

    /// A whole year; every one exists.
    pub(super) fn of_year(year: i32) -> Self {
        Self { year: Year::four(year).unwrap_or(Year::Long(year)), part: Part::Year, marks: Marks::default() }
    }

    pub(super) const fn year(self) -> Year {
        self.year
    }

    pub(super) const fn part(self) -> Part {
        self.part
    }

    pub(super) const fn marks(self) -> Marks {
        self.marks
    }

    /// The same date with `qualifier` added to the whole of it.
    pub(super) fn qualified(mut self, qualifier: Qualifier) -> Self {
        let last = match self.part {
            Part::Year => &mut self.marks.year,
            Part::Month(_) | Part::Group(_) => &mut self.marks.month,
            Part::Day(..) => &mut self.marks.day,
        };
        last.after = match last.after {
            Some(present) if present != qualifier => Some(Qualifier::Both),
            _ => Some(qualifier),
        };
        self
    }

    pub(super) fn qualifiers(self) -> impl Iterator<Item = Qualifier> {
        let Marks { year, month, day } = self.marks;
        [year.before, year.after, month.before, month.after, day.before, day.after].into_iter().flatten()
    }
}

/// The first day that exists, in the order in which the candidates come.
pub(super) fn first_day<M, D>(
    years: impl Iterator<Item = i32>,
    months: impl Fn() -> M,
    days: impl Fn() -> D,
) -> Option<NaiveDate>
where
    M: Iterator<Item = u16>,
    D: Iterator<Item = u16>,
{
    years.flat_map(|year| months().map(move |month| (year, month))).find_map(|(year, month)| {
        days().find_map(|day| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)))
    })
}

/// A complete day with a time of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct DateTime {
    /// Complete and unqualified.
    pub(super) date: Date,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) zone: Option<Zone>,
}

/// How local time is shifted from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    Utc,
    Shift { west: bool, hours: u8, minutes: Option<u8> },
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum End {
    /// `..`: there is no end, or none is meant.
    Open,
    /// Nothing is written: there is an end, but it is not known.
    Unknown,
    At(Date),
}

impl End {
    pub(super) fn date(self) -> Option<Date> {
        match self {
            Self::At(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// Two ends, at least one of which is a date; the start is not certainly after the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Interval {
    start: End,
    end: End,
}

impl Interval {
    /// Fails with what was expected.
    pub(super) fn new(start: End, end: End) -> Result<Self, &'static str> {
        match (start, end) {
            (End::At(first), End::At(last)) if is_certainly_after(first, last) => {
                Err("an end that is not before the start")
            }
            (End::At(_), _) | (_, End::At(_)) => Ok(Self { start, end }),
            _ => Err("at least one end that is a date"),
        }
    }

    pub(super) const fn start(self) -> End {
        self.start
    }

    pub(super) const fn end(self) -> End {
        self.end
    }

    /// The same interval with `qualifier` added to the whole of each date.
    pub(super) fn qualified(self, qualifier: Qualifier) -> Self {
        let qualify = |end| match end {
            End::At(date) => End::At(date.qualified(qualifier)),
            End::Open | End::Unknown => end,
        };
        Self { start: qualify(self.start), end: qualify(self.end) }
    }
}
