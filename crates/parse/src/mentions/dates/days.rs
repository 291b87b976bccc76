//! Named days, from `data/dates/days.tsv`.

use chrono::{Days, NaiveDate, Weekday};
use verbale_core::Edtf;

use crate::lexicon::LexiconError;
use crate::lexicon::table::{Row, rows};

/// When a named day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feast {
    /// The same day each year.
    Yearly { month: u32, day: u32 },
    /// So many days after Easter of the Gregorian calendar.
    Easter(i64),
    /// So many days after Easter of the Julian calendar, as the Orthodox churches keep it.
    OrthodoxEaster(i64),
    /// The fourth Thursday of November.
    Nth { nth: u8, weekday: Weekday, month: u32 },
    /// One day of history.
    Once(NaiveDate),
}

impl Feast {
    /// The day of a year.
    pub(crate) fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Yearly { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => later(easter(year)?, days),
            Self::OrthodoxEaster(days) => later(orthodox_easter(year)?, days),
            Self::Nth { nth, weekday, month } => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
            Self::Once(date) => Some(date),
        }
    }

    /// The day in EDTF; without a year only if the day is the same each year.
    pub(super) fn edtf(self, year: Option<i32>) -> Option<Edtf> {
        match (self, year) {
            (Self::Once(date), _) => Edtf::day(date).ok(),
            (Self::Yearly { month, day }, None) => Edtf::day_of_unknown_year(month, day).ok(),
            (_, Some(year)) => Edtf::day(self.date(year)?).ok(),
            (_, None) => None,
        }
    }
}

fn later(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, *Astronomical Algorithms*, 1991, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31).ok()? + 1)
}

/// Orthodox Easter, as a day of the Gregorian calendar (Meeus, chapter 8, with the shift between the calendars).
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let d = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let e = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - d + 34).rem_euclid(7);
    let days = d + e + 114;
    let julian =
        NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31).ok()? + 1)?;
    later(julian, i64::from(year.div_euclid(100) - year.div_euclid(400) - 2))
}

/// The named days, each with its words in lower case.
#[derive(Debug, Clone)]
pub(crate) struct NamedDay {
    pub(super) words: Vec<String>,
    pub(super) feast: Feast,
}

/// Reads the named days of a file.
pub(crate) fn read(file: &str, content: &str) -> Result<Vec<NamedDay>, LexiconError> {
    let named = |row: Row<'_>| {
        let name = row.required("name")?.to_lowercase();
        row.shows(&name)?;
        let words = crate::text::plain_words(&name);
        let message = "`when` is a day (12-25), a day of one year (1945-05-08), `easter-2`, `orthodox-easter+0` or `4-thursday-11`";
        let feast = when(row.required("when")?).ok_or_else(|| row.error(message.into()))?;
        Ok(NamedDay { words, feast })
    };
    rows(file, content, &["name", "when", "example"])?.into_iter().map(named).collect()
}

fn when(rule: &str) -> Option<Feast> {
    if let Some(days) = rule.strip_prefix("orthodox-easter") {
        return Some(Feast::OrthodoxEaster(days.parse().ok()?));
    }
    if let Some(days) = rule.strip_prefix("easter") {
        return Some(Feast::Easter(days.parse().ok()?));
    }
    if let Ok(date) = rule.parse() {
        return Some(Feast::Once(date));
    }
    let parts: Vec<&str> = rule.split('-').collect();
    match *parts.as_slice() {
        [month, day] => {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            NaiveDate::from_ymd_opt(2000, month, day).map(|_| Feast::Yearly { month, day })
        }
        [nth, weekday, month] => {
            let (nth, month) = (nth.parse().ok()?, month.parse().ok()?);
            let known = (1..=5).contains(&nth) && (1..=12).contains(&month);
            known.then_some(Feast::Nth { nth, weekday: weekday.parse().ok()?, month })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: Option<NaiveDate>) -> String {
        date.unwrap().to_string()
    }

    #[test]
    fn easter_of_known_years() {
        // Dates of Easter by the tables of the US Naval Observatory.
        assert_eq!(day(easter(1961)), "1961-04-02");
        assert_eq!(day(easter(1998)), "1998-04-12");
        assert_eq!(day(easter(2024)), "2024-03-31");
        assert_eq!(day(orthodox_easter(2024)), "2024-05-05");
        assert_eq!(day(orthodox_easter(2010)), "2010-04-04");
    }

    #[test]
    fn rules_are_read() {
        assert_eq!(day(when("easter-2").unwrap().date(1998)), "1998-04-10");
        assert_eq!(day(when("4-thursday-11").unwrap().date(2021)), "2021-11-25");
        assert_eq!(day(when("12-25").unwrap().date(1914)), "1914-12-25");
        assert!(when("12-32").is_none() && when("6-thursday-11").is_none() && when("noon").is_none());
    }

    #[test]
    fn a_bad_row_is_named() {
        let error = read("dates/days.tsv", "name\twhen\texample\nMay Day\tMay\tMay Day\n").unwrap_err();
        assert!(error.to_string().starts_with("dates/days.tsv:2: `when` is a day"), "{error}");
    }
}
