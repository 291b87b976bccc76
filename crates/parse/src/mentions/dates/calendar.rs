//! Counting on the calendar, never more exactly than its two sides allow.

use chrono::{Days, NaiveDate};

use super::value::{Day, Unit};

/// A time so many units later, or earlier for a negative count. The result has the coarser of the two precisions: three months
/// from 5 May are August, two days from 1992 are no day, and so nothing.
pub(crate) fn shift(from: Day, count: i32, unit: Unit) -> Option<Day> {
    let year = from.year?;
    match (unit, from.month) {
        (Unit::Hour, _) => shift(from, if count % 24 == 0 { count / 24 } else { return None }, Unit::Day),
        (Unit::Day, _) => days(from, i64::from(count)),
        (Unit::Week, _) => days(from, 7 * i64::from(count)),
        (Unit::Month, Some(month)) => {
            let months =
                year.checked_mul(12)?.checked_add(i32::try_from(month).ok()? - 1)?.checked_add(count)?;
            Some(Day::of_month(months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1))
        }
        (Unit::Month, None) => None,
        (Unit::Year, _) => Some(Day::of_year(year.checked_add(count)?)),
        (Unit::Decade, _) => Some(Day::of_year(year.checked_add(count.checked_mul(10)?)?)),
        (Unit::Century, _) => Some(Day::of_year(year.checked_add(count.checked_mul(100)?)?)),
    }
    .filter(|day| day.year.is_some_and(|year| year.abs() <= 9999))
}

fn days(from: Day, count: i64) -> Option<Day> {
    let date = from.date()?;
    let distance = Days::new(count.unsigned_abs());
    let moved = if count < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) };
    moved.map(Day::of_date)
}

/// The day before; that of 31 June, which there is not, is 30 June.
pub(super) fn eve(day: Day) -> Option<Day> {
    let (year, month, number) = (day.year?, day.month?, day.day?);
    let last =
        (28..=number.saturating_sub(1)).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    let date = match day.date() {
        Some(date) => date.pred_opt()?,
        None => last?,
    };
    Some(Day::of_date(date))
}
