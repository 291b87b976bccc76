//! Times that are counted from others: "three weeks later", "the following spring", "last Monday".

use std::cmp::Reverse;

use chrono::{Datelike, Days, NaiveDate};
use verbale_core::edtf::Season;
use verbale_core::{Basis, Edtf};

use super::timeline::{Found, Known, TimeLine};
use crate::mentions::dates::{Cycle, DateValue, Day, From, PartOfYear, Shift, Unit, calendar};
use crate::text::{FunctionWord, function_word};

impl TimeLine<'_> {
    /// The value of a time that another date stands beside: "two weeks later, on 15 April" and "on 14 November 1975, eight days after
    /// the march" name one day twice.
    pub(super) fn apposed(&self, index: usize) -> Option<Found> {
        let mention = &self.mentions[index];
        let from = match &mention.value {
            DateValue::Shift(Shift { from, .. }) | DateValue::Near(_, _, from) => from,
            _ => return None,
        };
        let words = |from: usize, to: usize| (from..to).map(|token| self.text.word(token));
        let at = self.text.token_at(mention.range.start);
        if *from == From::Event
            && let Some(before) = index.checked_sub(1)
            && let Some(known) = self.past.get(before).copied().flatten()
            && self.text.sentence_at(self.mentions[before].range.start)
                == self.text.sentence_at(mention.range.start)
        {
            let end = self.text.token_at(self.mentions[before].range.end);
            // "…, a little over three months after", or one more of them: "two days after … and three months before …"
            let comma = (end..at).rev().take(ADVERBS).find(|&token| self.text.word(token) == ",");
            let beside = comma
                .is_some_and(|comma| words(comma + 1, at).all(|word| word != "and" && !is_verb_like(word)));
            let joined =
                self.mentions[before].value.is_counted() && self.text.word(at.wrapping_sub(1)) == "and";
            if (beside || joined) && at - end < CLAUSE && words(end, at).all(|word| word != ";") {
                return Some(known.found(Basis::Relative));
            }
        }
        if !matches!(from, From::Event | From::Story) {
            return None;
        }
        let next = self
            .mentions
            .get(index + 1)
            .filter(|next| next.value.month().is_some() || next.value.year().is_some())?;
        let (end, start) = (self.text.token_at(mention.range.end), self.text.token_at(next.range.start));
        let comma = words(end, start).position(|word| matches!(word, "," | "." | ";" | "("))? + end;
        let clause = comma - end;
        // "two years later (218 BC)" says it in brackets.
        let apposed = (self.text.word(comma) == "," || clause == 0 && self.text.word(comma) == "(")
            && start <= comma + 2
            && words(comma + 1, start).all(|word| matches!(word, "on" | "in"))
            && (clause == 0 || *from == From::Event && clause < CLAUSE);
        if !apposed {
            return None;
        }
        let found = self.resolve(index + 1, &next.value)?;
        Some(Found { basis: Basis::Relative, anchor: Some(index + 1), ..found })
    }

    /// So many units from another time.
    pub(super) fn shifted(&self, index: usize, shift: &Shift) -> Option<Found> {
        if shift.from == From::Story && self.has_length_before(index) {
            return None;
        }
        let base = self.base(index, &shift.from, shift.unit)?;
        let day = base.value.moment()?;
        let moved = calendar::shift(day, shift.count, shift.unit)?;
        // News does not report what came after it: "two days after" then counts from something else.
        let written = self.news().and_then(Day::date);
        let ahead = moved.date().zip(written).is_some_and(|(moved, written)| moved > written);
        if ahead && matches!(shift.from, From::Story | From::Event) && !self.is_future(index) {
            return None;
        }
        let value = DateValue::Point(moved);
        // Writers round "three weeks later"; "a week later" is the same day of the next one.
        let rough = shift.roughly || shift.unit == Unit::Week && shift.count.abs() > 1;
        let value = if rough { DateValue::About(Box::new(value)) } else { value };
        Some(Found { value, ..base })
    }

    /// What a time is counted from, if it is exact enough to count units from.
    fn base(&self, index: usize, from: &From, unit: Unit) -> Option<Found> {
        let exact = |day: &Day| match unit {
            Unit::Hour | Unit::Day | Unit::Week => day.day.is_some(),
            Unit::Month => day.month.is_some(),
            Unit::Year | Unit::Decade | Unit::Century => day.year.is_some(),
        };
        match from {
            From::Event => {
                // A few days from an event that nothing names are days from where the story is; years are not.
                let near = unit <= Unit::Week;
                let latest = || self.latest(index, exact).filter(|_| near);
                Some(self.event(index, exact).or_else(latest)?.found(Basis::Relative))
            }
            From::Story => Some(self.latest(index, exact)?.found(Basis::Relative)),
            From::Speech => {
                self.speech(index).filter(|found| found.value.moment().as_ref().is_some_and(exact))
            }
            From::Date(value) => {
                let found = self.resolve(index, value)?;
                Some(Found { basis: Basis::Relative, ..found })
            }
        }
    }

    /// The date of what the words behind a time name: "five days after the fall of the town" counts from the date that stood nearest to
    /// "fall" or "town" when the text told of it, and "two weeks after fighting broke out on 27 September" from that day.
    fn event(&self, index: usize, exact: impl Fn(&Day) -> bool) -> Option<Known> {
        let first = self.text.token_at(self.mentions[index].range.end);
        let tokens = self.text.tokens();
        let is_end = |token: usize| matches!(self.text.word(token), "," | "." | ";" | ":" | "(" | ")");
        let end =
            (first..tokens.len().min(first + CLAUSE)).find(|&token| is_end(token)).unwrap_or(first + CLAUSE);
        let end_position = tokens.get(end).map_or(usize::MAX, |token| token.range().start);
        if let Some(next) = self.mentions.get(index + 1).filter(|next| next.range.end <= end_position)
            && next.value.month().is_some()
            && let Some(found) = self.resolve(index + 1, &next.value)
            && let Some(day) = found.value.moment().filter(|day| exact(day))
        {
            return Some(self.known(index + 1, day));
        }
        let names: Vec<&str> = (first..end.min(tokens.len()))
            .map(|token| stem(self.text.word(token)))
            .filter(|stem| stem.len() > 3)
            .collect();
        let dates = self.past.iter().take(index).rev().take(TOLD).flatten().filter(|known| exact(&known.day));
        // The latest sentence that speaks of the event decides; in it, the date nearest to the words that name the event.
        let told = dates.filter_map(|known| Some((self.nearest(known.mention, &names)?, *known)));
        let sentence = |known: &Known| self.text.sentence_at(self.mentions[known.mention].range.start);
        told.min_by_key(|(far, known)| (Reverse(sentence(known)), *far)).map(|(_, known)| known)
    }

    /// How many tokens lie between a date and the nearest of some words in its sentence.
    fn nearest(&self, mention: usize, stems: &[&str]) -> Option<usize> {
        let range = &self.mentions[mention].range;
        let at = self.text.token_at(range.start);
        let sentence = self.text.sentences()[self.text.sentence_at(range.start)?].tokens.clone();
        let near = at.saturating_sub(CLAUSE).max(sentence.start)..(at + CLAUSE).min(sentence.end);
        near.filter(|&token| stems.contains(&stem(self.text.word(token))))
            .map(|token| token.abs_diff(at))
            .min()
    }

    /// When something is said: the document's own day, or for quoted words the day of the sentence that quotes them.
    fn speech(&self, index: usize) -> Option<Found> {
        let range = &self.mentions[index].range;
        let quoted = self.is_quoted(index);
        let news = self.news();
        let news = news.map(|published| self.at_publication(published));
        if news.is_some() && !quoted {
            return news;
        }
        let sentence = self.text.sentence_at(range.start)?;
        let sentence = &self.text.sentences()[sentence].range;
        let inside = |mention: usize| sentence.contains(&self.mentions[mention].range.start);
        let same_sentence = self.past.iter().take(index).rev().take(4).flatten();
        let mut same_sentence =
            same_sentence.filter(|known| quoted && inside(known.mention) && known.day.day.is_some());
        same_sentence.next().map(|known| known.found(Basis::Relative)).or(news)
    }

    /// The one of a cycle that is so many steps from another time; step 0 is the one around it.
    pub(super) fn near(&self, index: usize, step: i32, cycle: Cycle, from: &From) -> Option<Found> {
        let unit = match cycle {
            Cycle::Unit(unit) => unit,
            Cycle::Month(_) => Unit::Month,
            Cycle::Weekday(_) => Unit::Day,
            Cycle::Season(_) => Unit::Year,
        };
        // "next day" and "next morning" go on from the story, whoever speaks.
        let story = unit == Unit::Day && matches!(cycle, Cycle::Unit(_)) && step > 0;
        let base = self.base(index, if story { &From::Story } else { from }, unit)?;
        let day = base.value.moment()?;
        let value = match cycle {
            Cycle::Unit(Unit::Week) => week(day.date()?, step)?,
            Cycle::Unit(Unit::Decade) => {
                DateValue::Fixed(Edtf::decade((day.year?.div_euclid(10) + step) * 10).ok()?)
            }
            Cycle::Unit(Unit::Century) => {
                DateValue::Fixed(Edtf::century((day.year?.div_euclid(100) + step) * 100).ok()?)
            }
            Cycle::Unit(unit) => DateValue::Point(calendar::shift(day, step, unit)?),
            Cycle::Month(month) => {
                let (year, current) = (day.year?, day.month?);
                DateValue::Point(Day::of_month(year_of_cycle(year, current, month, step), month))
            }
            Cycle::Season(season) => {
                let year = match day.month {
                    Some(current) => year_of_cycle(day.year?, current, start(season), step),
                    None => day.year? + step,
                };
                DateValue::PartOfYear(Some(year), PartOfYear::Season(season))
            }
            Cycle::Weekday(weekday) => {
                DateValue::Point(Day::of_date(weekday_near(day.date()?, weekday, step)?))
            }
        };
        Some(Found { value, ..base })
    }

    /// A weekday alone: in news, the last one before the publication, or the next one if the sentence speaks of what is to come;
    /// in a story, the next one.
    pub(super) fn weekday(&self, index: usize, weekday: u32) -> Option<Found> {
        let news = self.news().and_then(Day::date);
        if let Some(published) = news {
            let same = published.weekday().number_from_monday() == weekday;
            let step = if self.is_set(index) || self.is_future(index) { 1 } else { -1 };
            let date = if same { Some(published) } else { weekday_near(published, weekday, step) };
            return Some(self.at_publication(Day::of_date(date?)));
        }
        let known = self.latest(index, |day| day.day.is_some())?;
        let day = known.day.date()?;
        let same = day.weekday().number_from_monday() == weekday;
        let date = if same { day } else { weekday_near(day, weekday, 1)? };
        let value = DateValue::Point(Day::of_date(date));
        Some(Found { value, basis: Basis::Relative, anchor: Some(known.mention) })
    }

    /// The year with two digits that is nearest to where the story is, and not after the publication.
    pub(super) fn short_year(&self, digits: i32) -> Option<Found> {
        let story =
            self.story.and_then(|story| Some((story.day.year?, Basis::Inherited, Some(story.mention))));
        let published = || Some((self.published?.year?, Basis::Publication, self.head));
        let (near, basis, anchor) = story.or_else(published)?;
        let century = near.div_euclid(100) * 100;
        let latest = self.published.and_then(|published| published.year).unwrap_or(i32::MAX);
        let years = [century, century - 100, century + 100].map(|century| century + digits);
        let year = years.into_iter().filter(|year| *year <= latest).min_by_key(|year| (year - near).abs())?;
        Some(Found { value: DateValue::Point(Day::of_year(year)), basis, anchor })
    }
}

/// How many dates back an event is looked for: words such as "battle" name many events of a longer text.
const TOLD: usize = 4;
/// How many tokens may stand between a comma and a time that is apposed.
const ADVERBS: usize = 4;
/// How many tokens a clause is taken to have at most.
const CLAUSE: usize = 24;

/// Whether a word may begin a clause of its own, so that what stands before and behind it are no apposition.
fn is_verb_like(word: &str) -> bool {
    matches!(function_word(word), Some(FunctionWord::Auxiliary | FunctionWord::Modal | FunctionWord::Pronoun))
        || word.ends_with("ed")
}

/// The first five letters of a word with a content, so that "reached" and "reach" are one; nothing of a short or grammatical word.
fn stem(word: &str) -> &str {
    if word.len() < 4 || function_word(word).is_some() {
        return "";
    }
    let end = word.char_indices().nth(5).map_or(word.len(), |(end, _)| end);
    word.get(..end).unwrap_or(word)
}

/// The year of the month that is next after, around, or last before another one.
fn year_of_cycle(year: i32, current: u32, month: u32, step: i32) -> i32 {
    match step {
        1.. => year + i32::from(month <= current),
        0 => year,
        _ => year - i32::from(month >= current),
    }
}

/// The month in which a season begins in the north; its name says no more.
const fn start(season: Season) -> u32 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

fn weekday_near(date: NaiveDate, weekday: u32, step: i32) -> Option<NaiveDate> {
    let current = date.weekday().number_from_monday();
    let ahead = u64::from((weekday + 7 - current) % 7);
    match step {
        1.. => date.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead })),
        // "this Friday" is of the calendar's week.
        0 => date
            .checked_sub_days(Days::new(u64::from(current - 1)))?
            .checked_add_days(Days::new(u64::from(weekday - 1))),
        _ => date.checked_sub_days(Days::new(7 - ahead % 7)),
    }
}

/// The calendar's week, Monday to Sunday (ISO 8601).
fn week(date: NaiveDate, step: i32) -> Option<DateValue> {
    let monday = date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))?;
    let Some(Day { year: Some(year), month: Some(month), day: Some(day) }) =
        calendar::shift(Day::of_date(monday), step, Unit::Week)
    else {
        return None;
    };
    let monday = NaiveDate::from_ymd_opt(year, month, day)?;
    let sunday = monday.checked_add_days(Days::new(6))?;
    let point = |date| Box::new(DateValue::Point(Day::of_date(date)));
    Some(DateValue::Range(point(monday), point(sunday)))
}
