//! The grammar of dates. Each rule reads tokens from a position and gives the value with the position behind it.
//!
//! ```text
//! date    = ("from" | "between") point ("to" | "until" | "and" …) (point | "the present")
//!         | point dash point | point
//! point   = numeric | [weekday [","]] day-month | part [of] period | period
//! period  = season [of] year | decade | century | year
//! ```

use verbale_core::Edtf;
use verbale_core::edtf::Season;

use super::value::{DateValue, Day};
use super::words::{DateWord, Marker, meanings, month};
use super::{glued, is_kind};
use crate::text::{Text, TokenKind};

/// A value, and the position behind its last token.
pub(super) type Read<T> = Option<(T, usize)>;

/// Where a date is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The first token of the block.
    pub(super) start: usize,
    /// The position behind its last one.
    pub(super) end: usize,
    /// Whether the block is a heading, in which a bare number of four digits is a year.
    pub(super) heads: bool,
    /// The position behind the date before, if that names a year: "in 1899 and 1907".
    pub(super) year_before: Option<usize>,
}

/// The date that begins at a token, and the position behind it.
pub(super) fn date(text: &Text<'_>, at: usize, place: Place) -> Read<DateValue> {
    let rules = Grammar { text, place };
    rules.framed(at).or_else(|| rules.joined(at)).or_else(|| rules.point(at))
}

pub(super) struct Grammar<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) place: Place,
}

impl<'t> Grammar<'_, 't> {
    pub(super) fn word(&self, at: usize) -> &'t str {
        if (self.place.start..self.place.end).contains(&at) { self.text.word(at) } else { "" }
    }

    /// The word before a position.
    pub(super) fn before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    pub(super) fn means(&self, at: usize, test: impl Fn(&DateWord) -> bool) -> bool {
        at < self.place.end
            && is_kind(self.text, at, TokenKind::Word)
            && meanings(self.word(at)).iter().any(test)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "‑" | "−")
    }

    /// `from X to Y`, `between X and Y`, `from X to the present`.
    fn framed(&self, at: usize) -> Read<DateValue> {
        let links: &[&str] = match self.word(at) {
            "from" | "From" => &["to", "until", "till", "through"],
            "between" | "Between" => &["and"],
            _ => return None,
        };
        let (start, link) = self.point(at + 1)?;
        if !self.is(link, links) {
            return None;
        }
        if let DateValue::Point(start) = start
            && (self.is(link + 1, &["now", "today"])
                || self.is(link + 1, &["the"]) && self.is(link + 2, &["present"]))
        {
            let next = if self.is(link + 1, &["the"]) { link + 3 } else { link + 2 };
            return Some((DateValue::Since(start), next));
        }
        let (end, next) = self.point(link + 1).or_else(|| self.year_number(link + 1))?;
        Some((range(start, end)?, next))
    }

    /// `26 June - 4 August 1952`, `July-August 1963`, `1914-18`.
    fn joined(&self, at: usize) -> Read<DateValue> {
        if let Some(found) = self.years(at) {
            return Some(found);
        }
        if let Some(first) = month(self.word(at))
            && self.is_dash(at + 1)
            && let Some(second) = month(self.word(at + 2))
        {
            let (year, next) = self.year_behind(at + 3);
            let month = |month| Day { year, month: Some(month), day: None };
            return Some((DateValue::Range(month(first), month(second)), next));
        }
        let (start, dash) = self.point(at)?;
        if !(self.is_dash(dash)
            || self.is(dash, &["to", "until"]) && matches!(start, DateValue::Point(Day { day: Some(_), .. })))
        {
            return None;
        }
        let (end, next) = self.point(dash + 1)?;
        Some((range(start, end)?, next))
    }

    /// `1914-18`, `1914–1918`.
    fn years(&self, at: usize) -> Read<DateValue> {
        let first = self.four_digits(at)?;
        if !self.is_dash(at + 1) || !self.is_year_here(at, at + 3) {
            return None;
        }
        let second = self.word(at + 2);
        let value: i32 = second.parse().ok()?;
        let last = match second.len() {
            2 => first - first.rem_euclid(100) + value,
            4 => value,
            _ => return None,
        };
        // "2023-11" may be a month and "1920-12-03" a day; a range of years goes up.
        if last <= first || self.is_dash(at + 3) {
            return None;
        }
        let year = |year| Day { year: Some(year), ..Day::default() };
        Some((DateValue::Range(year(first), year(last)), at + 3))
    }

    fn point(&self, at: usize) -> Read<DateValue> {
        self.numeric(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.part(at))
            .or_else(|| self.period(at))
    }

    /// `13.11.1956`, `1956-11-13`, `13/11/1956`.
    fn numeric(&self, at: usize) -> Read<DateValue> {
        if !is_kind(self.text, at, TokenKind::Number) {
            // "01.10.2023The" is one token: a date that was glued to the word behind it has no end to point at.
            return None;
        }
        let word = self.word(at);
        if word.matches('.').count() == 2 {
            let mut parts = word.split('.').map(|part| (part.len(), part.parse::<u32>().ok()));
            let ((..=2, Some(day)), (..=2, Some(month)), (4, Some(year))) =
                (parts.next()?, parts.next()?, parts.next()?)
            else {
                return None;
            };
            return Some((point(year, month, day)?, at + 1));
        }
        let separator = self.word(at + 1);
        let whole = glued(self.text, at + 1)
            && glued(self.text, at + 2)
            && glued(self.text, at + 3)
            && glued(self.text, at + 4);
        if !whole
            || self.word(at + 3) != separator
            || glued(self.text, at + 5) && is_kind(self.text, at + 5, TokenKind::Number)
        {
            return None;
        }
        let [first, second, third] = [word, self.word(at + 2), self.word(at + 4)];
        let numbers = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?, third.parse::<u32>().ok()?);
        let value = match (separator, first.len(), third.len()) {
            ("-" | "/", 4, 1..=2) => point(numbers.0, numbers.1, numbers.2)?,
            ("/", 1..=2, 4) => match (numbers.0, numbers.1) {
                (13..=31, 1..=12) => point(numbers.2, numbers.1, numbers.0)?,
                (1..=12, 13..=31) => point(numbers.2, numbers.0, numbers.1)?,
                (day, month) if day == month && day <= 12 => point(numbers.2, month, day)?,
                (1..=12, 1..=12) => DateValue::Ambiguous,
                _ => return None,
            },
            _ => return None,
        };
        Some((value, at + 5))
    }

    /// A weekday with its date; a weekday alone is left to the time line.
    fn weekday(&self, at: usize) -> Read<DateValue> {
        if !self.means(at, |word| matches!(word, DateWord::Weekday)) {
            return None;
        }
        let next = at + 1 + usize::from(self.is(at + 1, &[","]));
        let next = next + usize::from(self.is(next, &["the"]));
        self.day_month(next).or_else(|| self.month_day(next))
    }

    /// `26 March 1979`, `26th of March 1979`, `19-20 November 1985`, `26 March`.
    fn day_month(&self, at: usize) -> Read<DateValue> {
        let first = self.day_number(at)?;
        let (second, next) = self.second_day(at + 1).map_or((None, at + 1), |(day, next)| (Some(day), next));
        let next = next + usize::from(self.is(next, &["of", "de", "."]));
        let month = month(self.word(next))?;
        let next = next
            + 1
            + usize::from(
                self.is(next + 1, &["."])
                    && glued(self.text, next + 1)
                    && self.four_digits(next + 2).is_some(),
            );
        let (year, next) = self.year_behind(next);
        days(year, month, first, second).map(|value| (value, next))
    }

    /// `March 26, 1979`, `November 19–20, 1985`, `March 26`, `March 1979`, and `March` behind "in".
    fn month_day(&self, at: usize) -> Read<DateValue> {
        let month = month(self.word(at))?;
        let dot = usize::from(
            self.is(at + 1, &["."])
                && glued(self.text, at + 1)
                && is_kind(self.text, at + 2, TokenKind::Number),
        );
        let next = at + 1 + dot;
        if let Some(first) = self.day_number(next)
            && self.four_digits(next).is_none()
        {
            let (second, behind) =
                self.second_day(next + 1).map_or((None, next + 1), |(day, next)| (Some(day), next));
            let (year, behind) = self.year_behind(behind);
            return days(year, month, first, second).map(|value| (value, behind));
        }
        let (year, next) = self.year_behind(next);
        let capital = self.word(at).starts_with(char::is_uppercase);
        let located = matches!(
            self.before(at),
            "in" | "In" | "since" | "Since" | "until" | "Until" | "during" | "During" | "by" | "By"
        );
        // "early July", "mid-March": a part needs something that it is a part of.
        let part = at.checked_sub(1 + usize::from(self.before(at) == "-"));
        let in_part = part.is_some_and(|part| self.means(part, |word| matches!(word, DateWord::Part)));
        (year.is_some() || capital && (located || in_part))
            .then_some((DateValue::Point(Day { year, month: Some(month), day: None }), next))
    }

    /// `early 1990s`, `mid-March 1918`, `the end of 1994`: no more exact than the period behind it.
    fn part(&self, at: usize) -> Read<DateValue> {
        if !self.means(at, |word| matches!(word, DateWord::Part)) {
            return None;
        }
        let next = at + 1 + usize::from(self.is_dash(at + 1));
        let next = next + usize::from(self.is(next, &["of", "in"]));
        let next = next + usize::from(self.is(next, &["the"]));
        self.period(next).or_else(|| self.month_day(next)).or_else(|| self.year_number(next))
    }

    fn period(&self, at: usize) -> Read<DateValue> {
        self.season(at).or_else(|| self.decade(at)).or_else(|| self.century(at)).or_else(|| self.year(at))
    }

    fn season(&self, at: usize) -> Read<DateValue> {
        let season: Season = meanings(self.word(at)).iter().find_map(|word| match word {
            DateWord::Season(season) => Some(*season),
            _ => None,
        })?;
        let next = at + 1 + usize::from(self.is(at + 1, &["of", "in", ","]));
        let next = next + usize::from(self.is(next, &["the", "year"]));
        let year = self.four_digits(next)?;
        Some((DateValue::Season(Some(year), season), next + 1))
    }

    /// `1990s`, `'80s` is left to the time line.
    fn decade(&self, at: usize) -> Read<DateValue> {
        let year: i32 = self.word(at).strip_suffix('s')?.parse().ok()?;
        let known = (1000..2100).contains(&year) && year % 10 == 0;
        known.then(|| Edtf::decade(year).ok()).flatten().map(|edtf| (DateValue::Fixed(edtf), at + 1))
    }

    /// `nineteenth century`, `5th century BC`.
    fn century(&self, at: usize) -> Read<DateValue> {
        let number = self.ordinal(at)?;
        let next = at + 1 + usize::from(self.is_dash(at + 1));
        if !self.is(next, &["century"]) || number > 21 || number == 0 {
            return None;
        }
        let century = i32::try_from(number).ok()?;
        let (bce, next) = self.era(next + 1);
        let first = if bce { -(century * 100 - 1) } else { (century - 1) * 100 };
        Edtf::century(first).ok().map(|edtf| (DateValue::Fixed(edtf), next))
    }

    /// A year: four digits behind a word that goes before years, or any number with an era.
    fn year(&self, at: usize) -> Read<DateValue> {
        if self.is(at, &["ad", "ce"]) && self.means(at, |word| matches!(word, DateWord::Ce)) {
            let year: i32 = self.word(at + 1).parse().ok()?;
            return Some((year_value(year), at + 2));
        }
        if is_kind(self.text, at, TokenKind::Number)
            && let (bce, next) = self.era(at + 1)
            && next > at + 1
        {
            let year: i32 = self.word(at).parse().ok().filter(|year| (1..=9999).contains(year))?;
            return Some((year_value(if bce { 1 - year } else { year }), next));
        }
        self.four_digits(at)?;
        if self.is_year_here(at, at + 1) { self.year_number(at) } else { None }
    }

    fn year_number(&self, at: usize) -> Read<DateValue> {
        self.four_digits(at).map(|year| (year_value(year), at + 1))
    }

    /// Whether the words around a number of four digits make it a year.
    fn is_year_here(&self, at: usize, next: usize) -> bool {
        if self.means(next, |word| matches!(word, DateWord::Count)) {
            return false;
        }
        let noun_follows =
            self.word(next).starts_with(char::is_lowercase) && meanings(self.word(next)).is_empty();
        if self.place.heads && !noun_follows {
            return true;
        }
        let plural_follows =
            self.word(next).ends_with('s') && self.word(next).starts_with(char::is_lowercase);
        let before = self.before(at);
        let in_series = at.checked_sub(1).is_some_and(|link| self.place.year_before == Some(link));
        let marked = meanings(before).iter().any(|word| match word {
            DateWord::Marker(Marker::Any) | DateWord::Part => true,
            DateWord::Marker(Marker::Bare) => !plural_follows || before.eq_ignore_ascii_case("the"),
            DateWord::Marker(Marker::Series) => in_series,
            _ => false,
        });
        let alone = matches!(before, "(" | "[") && matches!(self.word(next), ")" | "]" | "," | ";");
        marked || alone || before == "," && in_series
    }
}

fn year_value(year: i32) -> DateValue {
    DateValue::Point(Day { year: Some(year), month: None, day: None })
}

fn point(year: u32, month: u32, day: u32) -> Option<DateValue> {
    let year = i32::try_from(year).ok()?;
    chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    Some(DateValue::Point(Day { year: Some(year), month: Some(month), day: Some(day) }))
}

fn days(year: Option<i32>, month: u32, first: u32, second: Option<u32>) -> Option<DateValue> {
    let day = |day| Day { year, month: Some(month), day: Some(day) };
    // A leap year, so that 29 February stays possible where the year is not known yet.
    let exists = |day| chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some();
    match second {
        Some(second) if second > first && exists(second) => Some(DateValue::Range(day(first), day(second))),
        Some(_) => None,
        None => exists(first).then(|| DateValue::Point(day(first))),
    }
}

/// A range of two points; what the first leaves out is taken from the second.
fn range(start: DateValue, end: DateValue) -> Option<DateValue> {
    let (DateValue::Point(start), DateValue::Point(end)) = (start, end) else { return None };
    let start = Day { year: start.year.or(end.year), month: start.month, day: start.day };
    let value = DateValue::Range(start, end);
    value.edtf(Some(2000)).map(|_| value)
}
