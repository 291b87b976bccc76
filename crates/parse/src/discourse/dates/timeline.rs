//! Where the story is, and the years that dates leave out.

use std::ops::Range;

use verbale_core::Basis;

use super::{Open, SettledDate};
use crate::mentions::dates::{DateMention, DateValue, Day, Unit, calendar, has_class};
use crate::text::Text;

/// The story's time as far as the text was read.
pub(super) struct TimeLine<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) mentions: &'a [DateMention],
    pub(super) quoted: &'a [Range<usize>],
    /// When the document was published.
    pub(super) published: Option<Day>,
    /// The mention that is the document's own date.
    head: Option<usize>,
    /// What each date before names, and whether the story moved there.
    pub(super) past: Vec<Option<Known>>,
    /// The last date that moved the story.
    pub(super) story: Option<Known>,
    /// The last date at all that names a year.
    last_year: Option<Known>,
}

/// A time that is known, with the mention that names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) mention: usize,
    pub(super) day: Day,
    pub(super) moves: bool,
}

/// A value with how it was found out.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) value: DateValue,
    pub(super) basis: Basis,
    pub(super) anchor: Option<usize>,
}

/// Farther than so many years from its publication, a text tells history and not news.
const NEWS_YEARS: i32 = 5;

impl<'a> TimeLine<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        mentions: &'a [DateMention],
        quoted: &'a [Range<usize>],
        published: Option<Day>,
        head: Option<usize>,
    ) -> Self {
        let past = Vec::with_capacity(mentions.len());
        Self { text, mentions, quoted, published, head, past, story: None, last_year: None }
    }

    /// The mention that is the document's own date, if its text names one.
    pub(super) const fn head(&self) -> Option<usize> {
        self.head
    }

    /// Settles the next date.
    pub(super) fn settle(&mut self, index: usize) -> SettledDate {
        let mention = &self.mentions[index];
        let found = self.apposed(index).or_else(|| self.resolve(index, &mention.value));
        let moment = found.as_ref().and_then(|found| found.value.moment()).filter(|day| day.year.is_some());
        let known = moment.map(|day| Known { mention: index, day, moves: self.moves(index, day) });
        // The date of publication is no time of the story.
        let known = known.filter(|_| self.head != Some(index));
        self.past.push(known);
        self.last_year = known.or(self.last_year);
        self.story = known.filter(|known| known.moves).or(self.story);
        let edtf = found.as_ref().and_then(|found| found.value.edtf());
        match found.filter(|_| edtf.is_some()) {
            Some(Found { basis, anchor, .. }) => SettledDate { edtf, basis, anchor, open: None },
            None => {
                let edtf = mention.value.edtf();
                let open = match &mention.value {
                    DateValue::Ambiguous => Open::Ambiguous,
                    _ if edtf.is_some() || mention.value.lacks_year() => Open::NoYear,
                    _ => Open::NoAnchor,
                };
                SettledDate { edtf, basis: Basis::Explicit, anchor: None, open: Some(open) }
            }
        }
    }

    /// Whether the story goes on at a time. "Two days later" goes forward, "two years earlier" only looks back, and what somebody is
    /// quoted with tells no story. A section without a time of its own takes that of the first year near to the story's.
    fn moves(&self, index: usize, day: Day) -> bool {
        let mention = &self.mentions[index];
        // "at war since 1990", "which had left in October": what was before the story; "to go on until December": what lies ahead.
        let aside = match &mention.value {
            _ if mention.old_style => true,
            DateValue::Since(_) => true,
            DateValue::Until(end) => end.year().is_none(),
            _ => self.is_past_perfect(index),
        };
        if aside || !mention.in_story || self.is_quoted(index) {
            return false;
        }
        let first = || {
            let here = |known: &Known| self.mentions[known.mention].section == mention.section;
            let far = |story: Known| story.day.year.zip(day.year).is_some_and(|(story, year)| (story - year).abs() > NEWS_YEARS);
            day.month.is_none() && !self.story.is_some_and(|story| here(&story) || far(story))
        };
        mention.value.forward().unwrap_or_else(|| mention.moves_time || first())
    }

    /// Whether a date stands in words that the text quotes.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        let range = &self.mentions[index].range;
        let next = self.quoted.partition_point(|quoted| quoted.end < range.end);
        self.quoted.get(next).is_some_and(|quoted| quoted.start <= range.start)
    }

    /// What a value names; `None` if nothing in the text says it.
    pub(super) fn resolve(&self, index: usize, value: &DateValue) -> Option<Found> {
        if value.lacks_year() {
            let (year, basis, anchor) = self.year_of(index, value)?;
            return Some(Found { value: value.completed(year, None), basis, anchor });
        }
        let wrapped = |inner: &DateValue, wrap: fn(Box<DateValue>) -> DateValue| {
            let found = self.resolve(index, inner)?;
            Some(Found { value: wrap(Box::new(found.value)), ..found })
        };
        match value {
            DateValue::Since(inner) => wrapped(inner, DateValue::Since),
            DateValue::Until(inner) => wrapped(inner, DateValue::Until),
            DateValue::About(inner) => wrapped(inner, DateValue::About),
            DateValue::Lasting(inner, count, unit) => {
                let found = self.resolve(index, inner)?;
                Some(Found { value: DateValue::Lasting(Box::new(found.value), *count, *unit), ..found })
            }
            _ if value.lacks_month() => self.day_of_story(index, value),
            DateValue::Range(start, end) if value.edtf().is_none() => {
                let (start, end) = (self.resolve(index, start)?, self.resolve(index, end)?);
                let value = DateValue::Range(Box::new(start.value), Box::new(end.value));
                Some(Found { value, ..end })
            }
            DateValue::Shift(shift) => self.shifted(index, shift),
            DateValue::Near(step, cycle, from) => self.near(index, *step, *cycle, from),
            DateValue::Weekday(weekday) => self.weekday(index, *weekday),
            DateValue::ShortYear(year) => self.short_year(*year),
            DateValue::Within(inner, outer) => {
                let outer = self.resolve(index, outer)?;
                if let (DateValue::Weekday(weekday), DateValue::Range(monday, _)) = (&**inner, &outer.value) {
                    let days = i32::try_from(*weekday).ok()? - 1;
                    let value = DateValue::Point(calendar::shift(monday.moment()?, days, Unit::Day)?);
                    return Some(Found { value, ..outer });
                }
                let day = outer.value.moment()?;
                Some(Found { value: inner.completed(day.year?, day.month), ..outer })
            }
            DateValue::Clock => {
                let known = self.latest(index, |day| day.day.is_some())?;
                Some(Found { value: DateValue::Point(known.day), basis: Basis::Inherited, anchor: Some(known.mention) })
            }
            _ => Some(Found { value: value.clone(), basis: Basis::Explicit, anchor: None }),
        }
    }

    /// The year that a month or day of the year belongs to, how that was found out, and from which mention.
    ///
    /// A story goes forward: the year is the one that brings the date nearest to where the story is, with a step back costing
    /// [`BACK`] more than a step forward. But a date with its year that follows in the same sentence or paragraph may be nearer:
    /// "In April 2016 … On September 27 … by October 10, 2020" means 2020. A text that tells news may mean its own year.
    fn year_of(&self, index: usize, value: &DateValue) -> Option<(i32, Basis, Option<usize>)> {
        let month = i32::try_from(value.month()?).ok()?;
        let next = self.next_known(index);
        let published = self.published.filter(|published| self.is_fresh(*published) || self.is_news(*published) && self.is_recent(index));
        let Some(story) = self.story.filter(|_| published.is_none() || !self.is_recent(index)) else {
            if let Some(published) = published.or(self.published) {
                let in_month = published.month.and_then(|month| i32::try_from(month).ok());
                let ahead = in_month.is_some_and(|published| month > published + 1);
                let year = published.year? - i32::from(ahead && !self.is_future(index));
                return Some((year, Basis::Publication, self.head));
            }
            let known = next.map(|(known, _)| known).or_else(|| self.first_ahead(index)).or(self.last_year)?;
            return Some((known.day.year?, Basis::Inherited, Some(known.mention)));
        };
        let story_year = story.day.year?;
        // What has gone on "since January" began before, and so did what "had been done in January".
        let back = matches!(value, DateValue::Since(_)) || self.is_past_perfect(index);
        let day = value.day().and_then(|day| i32::try_from(day).ok());
        let at = |year: i32| (year * 12 + month) * MONTH + day.unwrap_or(MONTH / 2);
        let future = self.is_future(index);
        let written = self.published.and_then(|published| distance(published, day.is_some()));
        let from_story = |year: i32| {
            let ahead = written.is_some_and(|written| !future && at(year) > written + MONTH);
            let steps = match (distance(story.day, day.is_some()), year - story_year) {
                (Some(story), _) if back => steps(story, at(year)),
                (Some(story), _) => steps(at(year), story),
                (None, 0) => 0,
                (None, 1..) => 6 * MONTH,
                (None, _) => 6 * MONTH + BACK,
            };
            // A text does not report what came after it.
            steps + if ahead { 12 * MONTH } else { 0 }
        };
        let mut explained = vec![];
        explained.extend([0, 1, -1].map(|years| {
            let year = story_year + years;
            (from_story(year), year, Basis::Inherited, Some(story.mention))
        }));
        // What is told after an aside may go on with it.
        if let Some(last) = self.last_year.filter(|last| last.mention != story.mention)
            && let (Some(told), Some(year)) = (distance(last.day, day.is_some()), last.day.year)
        {
            explained.extend([0, 1, -1].map(|years| {
                let year = year + years;
                (steps(at(year), told) + ASIDE, year, Basis::Inherited, Some(last.mention))
            }));
        }
        if let Some((known, far)) = next
            && let (Some(next), Some(year)) = (distance(known.day, day.is_some()), known.day.year)
        {
            explained.extend([0, -1, 1].map(|years| {
                let year = year + years;
                (steps(next, at(year)) + far * MONTH, year, Basis::Inherited, Some(known.mention))
            }));
        }
        if let Some(published) = published
            && let (Some(written), Some(year)) = (written, published.year)
        {
            explained.extend([0, -1].map(|years| {
                let year = year + years;
                (steps(written, at(year)) + PUBLISHED, year, Basis::Publication, self.head)
            }));
        }
        // The first of equals: the story's own year, if it is one.
        let (_, year, basis, anchor) = explained.into_iter().min_by_key(|(cost, ..)| *cost)?;
        if year == story_year {
            return Some((year, Basis::Inherited, Some(story.mention)));
        }
        Some((year, basis, anchor))
    }

    /// The next date that says its year and month, in the sentence or paragraph of a date, with how many months more it costs
    /// to be explained by it than by the story.
    fn next_known(&self, index: usize) -> Option<(Known, i32)> {
        let at = self.mentions[index].range.end;
        let (sentence, block) = (self.text.sentence_end(at.saturating_sub(1)), self.block_end(at));
        let ahead = self.mentions.iter().enumerate().skip(index + 1).take(AHEAD);
        let mut ahead = ahead.take_while(|(_, mention)| mention.range.start < block);
        ahead.find_map(|(mention, ahead)| {
            let day = ahead.value.moment().filter(|day| day.year.is_some() && day.month.is_some())?;
            let far = if ahead.range.start < sentence { 1 } else { 3 };
            Some((Known { mention, day, moves: true }, far))
        })
    }

    fn block_end(&self, position: usize) -> usize {
        let end = self.text.block_end(position.saturating_sub(1));
        self.text.tokens().get(end.saturating_sub(1)).map_or(position, |token| token.range().end)
    }

    /// The first date ahead that moves the story and names a year.
    fn first_ahead(&self, index: usize) -> Option<Known> {
        let ahead = self.mentions.iter().enumerate().skip(index + 1);
        let mut known = ahead.filter(|(mention, ahead)| ahead.moves_time && self.head != Some(*mention));
        known.find_map(|(mention, ahead)| {
            let day = ahead.value.moment().filter(|day| day.year.is_some())?;
            Some(Known { mention, day, moves: true })
        })
    }

    /// Whether the story is so near to the publication that the text tells news.
    pub(super) fn is_news(&self, published: Day) -> bool {
        let years = self.story.and_then(|story| story.day.year).zip(published.year);
        years.is_none_or(|(story, published)| (published - story).abs() <= NEWS_YEARS)
    }

    /// Whether the story is so near to the publication that a date without a year may be the publication's.
    fn is_fresh(&self, published: Day) -> bool {
        let months = |day: Day| Some(day.year? * 12 + i32::try_from(day.month?).ok()?);
        match self.story {
            Some(story) => months(story.day).zip(months(published)).is_some_and(|(story, now)| (now - story).abs() <= 12),
            None => true,
        }
    }

    /// Whether the clause of a date tells what was before: "had left in October".
    fn is_past_perfect(&self, index: usize) -> bool {
        let range = &self.mentions[index].range;
        let at = self.text.token_at(range.start);
        let first = self.text.sentence_at(range.start).map_or(at, |sentence| self.text.sentences()[sentence].tokens.start);
        let clause = (first.max(at.saturating_sub(CLAUSE))..at).rev();
        let mut words = clause.map(|token| self.text.word(token)).take_while(|word| !matches!(*word, "," | ";" | ":" | "("));
        words.any(|word| matches!(word, "had" | "Had"))
    }

    /// Whether the clause of a date speaks of what is to come.
    pub(super) fn is_future(&self, index: usize) -> bool {
        self.clause_has(index, "future")
    }

    /// Whether the sentence of a date speaks of the time of writing: "the most recent talks".
    fn is_recent(&self, index: usize) -> bool {
        let range = &self.mentions[index].range;
        let at = self.text.token_at(range.start);
        let first = self.text.sentence_at(range.start).map_or(at, |sentence| self.text.sentences()[sentence].tokens.start);
        (first.max(at.saturating_sub(2 * CLAUSE))..at).any(|token| has_class(self.text.word(token), "recent"))
    }

    /// Whether the clause of a date has a word of a class.
    fn clause_has(&self, index: usize, class: &str) -> bool {
        let range = &self.mentions[index].range;
        let Some(sentence) = self.text.sentence_at(range.start) else { return false };
        let sentence = &self.text.sentences()[sentence].tokens;
        let (start, end) = (self.text.token_at(range.start), self.text.token_at(range.end));
        let word = |token: usize| self.text.word(token);
        let inside = |token: &usize| !matches!(word(*token), "," | ";" | ":" | "that" | "which" | "who" | "because");
        let before = (start.saturating_sub(CLAUSE).max(sentence.start)..start).rev().take_while(inside);
        let behind = (end..(end + CLAUSE).min(sentence.end)).take_while(inside);
        before.chain(behind).any(|token| has_class(word(token), class))
    }

    /// A day of the month in which the story is, or of the next one if the day has passed.
    fn day_of_story(&self, index: usize, value: &DateValue) -> Option<Found> {
        let known = self.latest(index, |day| day.month.is_some())?;
        let (year, month) = (known.day.year?, known.day.month?);
        let passed = value.moment().and_then(|day| day.day).zip(known.day.day).is_some_and(|(day, story)| day < story);
        let (year, month) = match (passed, month) {
            (true, 12) => (year + 1, 1),
            (true, month) => (year, month + 1),
            (false, month) => (year, month),
        };
        let value = value.completed(year, Some(month));
        Some(Found { value, basis: Basis::Inherited, anchor: Some(known.mention) })
    }

    /// The latest date before that is exact enough. A story that has moved to a vaguer time since then has left it.
    pub(super) fn latest(&self, index: usize, exact: impl Fn(&Day) -> bool) -> Option<Known> {
        let start = self.mentions[index].range.start;
        for known in self.past.iter().take(index).rev().take(AHEAD).flatten() {
            // Nothing is counted from a note or a table elsewhere.
            let elsewhere = || self.text.block_end(self.mentions[known.mention].range.start) != self.text.block_end(start);
            if !self.mentions[known.mention].in_story && elsewhere() {
                continue;
            }
            if exact(&known.day) {
                // A year stays in mind longer than a day.
                let far = known.day.day.is_some() && start - self.mentions[known.mention].range.end > FAR;
                return (!far).then_some(*known);
            }
            if known.moves {
                return None;
            }
        }
        None
    }
}

/// The days of a time since year 0, each month taken for [`MONTH`] days; its middle if only the month is known or wanted.
fn distance(day: Day, exact: bool) -> Option<i32> {
    let month = i32::try_from(day.month?).ok()?;
    let day_of_month = day.day.filter(|_| exact).and_then(|day| i32::try_from(day).ok());
    Some((day.year? * 12 + month) * MONTH + day_of_month.unwrap_or(MONTH / 2))
}

/// How far a time is from another one that lies before it, with what a step back costs.
const fn steps(to: i32, from: i32) -> i32 {
    if to >= from { to - from } else { from - to + BACK }
}

/// The days of a month, for distances.
const MONTH: i32 = 31;
/// How much more it costs to be explained by the last date, which the story did not move to.
const ASIDE: i32 = 3 * MONTH;
/// How much more it costs to be explained by the publication than by the story.
const PUBLISHED: i32 = 4 * MONTH;
/// How much more a step back costs than a step forward.
const BACK: i32 = 6 * MONTH;
/// How many tokens before and behind a date are looked at for the tense of its clause.
const CLAUSE: usize = 14;
/// How many dates before and behind are looked at, so that the time stays linear.
const AHEAD: usize = 16;
/// How many bytes a date may lie back to count from it.
const FAR: usize = 1500;
