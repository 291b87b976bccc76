//! What the rows of the grammar make of what they keep.

use chrono::{Datelike, NaiveDate};
use verbale_core::Edtf;
use verbale_core::edtf::Season;

use super::calendar;
use super::days::Feast;
use super::matcher::Kept;
use super::value::{Cycle, DateValue, Day, From, PartOfYear, Shift, Unit};

/// A name under which something is kept, by its place in [`SLOTS`].
pub(super) type Slot = u8;

/// The names under which things are kept.
pub(super) const SLOTS: &[&str] = &[
    "day", "last", "month", "until", "year", "end", "era", "number", "unit", "step", "season", "quarter",
    "half", "weekday", "feast", "first", "second", "roughly", "ordinal", "decade", "speech", "event",
    "boundary",
];

/// The place of a name.
pub(super) fn slot(name: &str) -> Option<Slot> {
    Slot::try_from(SLOTS.iter().position(|slot| *slot == name)?).ok()
}

/// A time: a date, or a length or repetition that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Built {
    Date(DateValue),
    Duration(Duration),
}

/// How long something takes, or how often it comes: TIMEX3's `DURATION` and `SET`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Duration {
    /// How many units; `None` for "several".
    pub(crate) count: Option<u32>,
    pub(crate) unit: Unit,
    /// Whether it comes again and again: "every two years".
    pub(crate) repeated: bool,
}

impl std::fmt::Display for Duration {
    /// The value as TIMEX3 writes it: `P2Y`, `PXD`, `PT3H`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = self.count.map_or("X".to_owned(), |count| count.to_string());
        let unit = match self.unit {
            Unit::Hour => return write!(formatter, "PT{count}H"),
            Unit::Day => "D",
            Unit::Week => "W",
            Unit::Month => "M",
            Unit::Year => "Y",
            Unit::Decade => "DE",
            Unit::Century => "CE",
        };
        write!(formatter, "P{count}{unit}")
    }
}

/// What a row makes, by the name in its column `value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Builder {
    /// A day, month, year or year of an era.
    Point,
    /// Days of one month: `day` to `last`.
    Days,
    /// `day` and `last`, if that is the next one.
    BothDays,
    /// Months of one year: `month` to `until`.
    Months,
    /// Years: `year` to `end`, which may be two digits.
    Years,
    /// `first` to `second`.
    Range,
    /// `first`, and on.
    Since,
    /// Up to `first`.
    Until,
    /// Around `first`.
    About,
    /// `first` itself.
    Same,
    /// A season, quarter or half.
    PartOfYear,
    /// A named day.
    Feast,
    /// The last two digits of a year.
    ShortYear,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// `number` units from `first`, or from where the story is.
    Shift,
    /// A month, weekday or season near, or a whole unit.
    Near,
    /// A weekday alone.
    Weekday,
    /// `first`, which is a part of `second`.
    Within,
    /// A time of day alone.
    Clock,
    /// `number` units from `first` on.
    Lasting,
    /// The first or last `number` units of `first`.
    Edge,
    /// How long.
    Duration,
    /// How often.
    Set,
}

const BUILDERS: &[(&str, Builder)] = &[
    ("point", Builder::Point),
    ("days", Builder::Days),
    ("both-days", Builder::BothDays),
    ("months", Builder::Months),
    ("years", Builder::Years),
    ("range", Builder::Range),
    ("since", Builder::Since),
    ("until", Builder::Until),
    ("about", Builder::About),
    ("same", Builder::Same),
    ("part-of-year", Builder::PartOfYear),
    ("feast", Builder::Feast),
    ("short-year", Builder::ShortYear),
    ("decade", Builder::Decade),
    ("century", Builder::Century),
    ("shift", Builder::Shift),
    ("near", Builder::Near),
    ("weekday", Builder::Weekday),
    ("within", Builder::Within),
    ("clock", Builder::Clock),
    ("lasting", Builder::Lasting),
    ("edge", Builder::Edge),
    ("duration", Builder::Duration),
    ("set", Builder::Set),
];

impl Builder {
    pub(super) fn of(name: &str) -> Option<Self> {
        BUILDERS.iter().find_map(|(known, builder)| (*known == name).then_some(*builder))
    }

    pub(super) fn names() -> String {
        BUILDERS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// Makes a time; `None` if there is no such day.
    pub(super) fn build(self, kept: &[(Slot, Kept)]) -> Option<Built> {
        let kept = Parts(kept);
        let count = || kept.number("number").and_then(|count| u32::try_from(count).ok());
        let value = match self {
            Self::Duration | Self::Set => {
                let repeated = self == Self::Set;
                return Some(Built::Duration(Duration { count: count(), unit: kept.unit()?, repeated }));
            }
            Self::Point => point(kept.year(), kept.get("month"), kept.get("day"))?,
            // "On 28 and 29 May" is one time of two days, "on 3 and 7 May" are two times.
            Self::BothDays if kept.number("last")? != kept.number("day")? + 1 => return None,
            Self::Days | Self::BothDays => {
                let day = |day| point(kept.year(), kept.get("month"), day);
                range(day(kept.get("day"))?, day(kept.get("last"))?)?
            }
            Self::Months => {
                let month = |month| point(kept.year(), month, None);
                range(month(kept.get("month"))?, month(kept.get("until"))?)?
            }
            Self::Years => {
                let (first, last) = (kept.number("year")?, kept.number("end")?);
                let (first, last) = match kept.number("era") {
                    Some(-1) => (1 - first, 1 - last),
                    // "1917-18", and "1999-2003"
                    _ if last < 100 && first >= 100 => (first, first - first.rem_euclid(100) + last),
                    _ => (first, last),
                };
                range(DateValue::Point(Day::of_year(first)), DateValue::Point(Day::of_year(last)))
                    .filter(|_| first < last)?
            }
            Self::Range => range(kept.value("first")?, kept.value("second")?)?,
            Self::Since => DateValue::Since(Box::new(kept.value("first")?)),
            Self::Until => DateValue::Until(Box::new(kept.value("first")?)),
            Self::About => DateValue::About(Box::new(kept.value("first")?)),
            Self::Same => kept.value("first")?,
            Self::PartOfYear => DateValue::PartOfYear(kept.year(), kept.part_of_year()?),
            Self::Feast => DateValue::Feast(kept.year(), kept.feast()?),
            Self::ShortYear => DateValue::ShortYear(kept.number("year")?),
            Self::Decade => DateValue::Fixed(Edtf::decade(kept.number("decade")?).ok()?),
            Self::Century => {
                let century = kept.number("ordinal").filter(|century| (1..=21).contains(century))?;
                let bce = kept.number("era") == Some(-1);
                let first = if bce { 1 - century * 100 } else { (century - 1) * 100 };
                DateValue::Fixed(Edtf::century(first).ok()?)
            }
            Self::Shift => DateValue::Shift(Shift {
                count: kept.number("number").unwrap_or(1).checked_mul(kept.number("step").unwrap_or(1))?,
                unit: kept.unit()?,
                roughly: kept.number("roughly").is_some_and(|roughly| roughly != 0),
                from: kept.from(),
            }),
            Self::Near => {
                DateValue::Near(kept.number("step").unwrap_or_default(), kept.cycle()?, kept.from())
            }
            Self::Weekday => DateValue::Weekday(kept.get("weekday")?),
            Self::Within => {
                DateValue::Within(Box::new(kept.value("first")?), Box::new(kept.value("second")?))
            }
            Self::Clock => DateValue::Clock,
            Self::Edge => {
                let (whole, count) = (kept.value("first")?, kept.number("number").unwrap_or(1));
                edge(&whole, count * kept.number("boundary")?, kept.unit()?).unwrap_or(whole)
            }
            Self::Lasting => DateValue::Lasting(Box::new(kept.value("first")?), count()?, kept.unit()?),
        };
        Some(Built::Date(value))
    }
}

/// What the elements of a row kept.
struct Parts<'k>(&'k [(Slot, Kept)]);

impl Parts<'_> {
    /// What was kept first under a name.
    fn find<T>(&self, name: &str, take: impl Fn(&Kept) -> Option<T>) -> Option<T> {
        let slot = slot(name)?;
        self.0.iter().find(|(of, _)| *of == slot).and_then(|(_, kept)| take(kept))
    }

    fn number(&self, name: &str) -> Option<i32> {
        self.find(name, |kept| if let Kept::Number(number) = kept { Some(*number) } else { None })
    }

    fn get(&self, name: &str) -> Option<u32> {
        self.number(name).and_then(|number| u32::try_from(number).ok())
    }

    fn value(&self, name: &str) -> Option<DateValue> {
        self.find(name, |kept| if let Kept::Value(value) = kept { Some(value.clone()) } else { None })
    }

    fn feast(&self) -> Option<Feast> {
        self.find("feast", |kept| if let Kept::Feast(feast) = kept { Some(*feast) } else { None })
    }

    /// The year, counted as astronomers do: 1 BC is 0.
    fn year(&self) -> Option<i32> {
        let year = self.number("year")?;
        Some(if self.number("era") == Some(-1) { 1 - year } else { year })
    }

    fn unit(&self) -> Option<Unit> {
        Unit::of(self.number("unit")?)
    }

    fn from(&self) -> From {
        match self.value("first") {
            Some(value) => From::Date(Box::new(value)),
            None if self.number("speech").is_some() => From::Speech,
            None if self.number("event").is_some() => From::Event,
            None => From::Story,
        }
    }

    fn part_of_year(&self) -> Option<PartOfYear> {
        let part = self.season().map(PartOfYear::Season);
        let part = part.or_else(|| self.get("quarter").map(PartOfYear::Quarter));
        part.or_else(|| self.get("half").map(PartOfYear::Half))
    }

    fn season(&self) -> Option<Season> {
        Some(match self.number("season")? {
            21 => Season::Spring,
            22 => Season::Summer,
            23 => Season::Autumn,
            24 => Season::Winter,
            _ => return None,
        })
    }

    fn cycle(&self) -> Option<Cycle> {
        let cycle = self.get("month").map(Cycle::Month).or_else(|| self.get("weekday").map(Cycle::Weekday));
        cycle.or_else(|| self.season().map(Cycle::Season)).or_else(|| self.unit().map(Cycle::Unit))
    }
}

/// A day that there is, in some year, or a month or year.
fn point(year: Option<i32>, month: Option<u32>, day: Option<u32>) -> Option<DateValue> {
    if let (Some(month), Some(day)) = (month, day) {
        // A leap year, so that 29 February stays possible where the year is not known yet.
        NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
    }
    let named = year.is_some() || month.is_some() || day.is_some();
    named.then_some(DateValue::Point(Day { year, month, day }))
}

/// The first so many units of a year or month, or the last for a negative count; `None` if they are not of its length, or if the
/// year of a month is not known.
fn edge(whole: &DateValue, count: i32, unit: Unit) -> Option<DateValue> {
    let DateValue::Point(day @ Day { year: Some(year), day: None, .. }) = *whole else { return None };
    let (first, last) = match (day.month, unit) {
        (None, Unit::Month) => (Day::of_month(year, 1), Day::of_month(year, 12)),
        (Some(_), Unit::Day | Unit::Week) => {
            let days = Edtf::month(year, day.month?).ok()?;
            (Day::of_date(days.earliest()?), Day::of_date(days.latest()?))
        }
        _ => return None,
    };
    let one_less = if unit == Unit::Week { count.abs() * 7 - 1 } else { count.abs() - 1 };
    let step = if unit == Unit::Week { Unit::Day } else { unit };
    let (start, end) = if count > 0 {
        (first, calendar::shift(first, one_less, step)?)
    } else {
        (calendar::shift(last, -one_less, step)?, last)
    };
    let within = (start.month, start.day) >= (first.month, first.day)
        && (end.month, end.day) <= (last.month, last.day);
    let range = DateValue::Range(Box::new(DateValue::Point(start)), Box::new(DateValue::Point(end)));
    (within && start.year == end.year).then_some(range)
}

/// A range; what one side leaves out is taken from the other. A range goes forward.
fn range(start: DateValue, end: DateValue) -> Option<DateValue> {
    let (mut start, mut end) = (start, end);
    if start.lacks_month() {
        // "from 15 to 22 February"
        start = start.completed_month(end.month()?);
    } else if end.lacks_month() {
        // "from 15 February to the 22nd"
        end = end.completed_month(start.month()?);
    }
    if start.year().is_none()
        && let Some(year) = end.year()
    {
        // "15 November to 15 February 1989" began the year before.
        let crosses = start.month().zip(end.month()).is_some_and(|(start, end)| start > end);
        start = start.completed(year - i32::from(crosses), None);
    } else if end.year().is_none()
        && let Some(year) = start.year()
    {
        let crosses = start.month().zip(end.month()).is_some_and(|(start, end)| start > end);
        end = end.completed(year + i32::from(crosses), None);
    }
    let value = DateValue::Range(Box::new(start), Box::new(end));
    // Some year will do where none is known yet.
    let forward = match value.completed(2000, Some(1)).edtf() {
        Some(edtf) => edtf.earliest() <= edtf.latest(),
        None => false,
    };
    forward.then_some(value)
}

impl DateValue {
    /// A day alone with its month.
    fn completed_month(self, month: u32) -> Self {
        match self {
            Self::Point(day) => Self::Point(Day { month: day.month.or(Some(month)), ..day }),
            other => other,
        }
    }
}

/// A day in figures.
pub(super) fn figures(year: u32, month: u32, day: u32) -> Option<DateValue> {
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(DateValue::Point(Day { year: Some(date.year()), month: Some(month), day: Some(day) }))
}
