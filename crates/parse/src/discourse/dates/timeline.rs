//! Where the story is, and the years that dates leave out.

use std::ops::Range;

use verbale_core::Basis;

use super::years::{BACK, BACK_IN_ENTRIES};
use super::{Open, SettledDate};
use crate::document::BlockKind;
use crate::mentions::datelines::Dateline;
use crate::mentions::dates::{DateMention, DateValue, Day, Unit, calendar};
use crate::text::Text;

/// The story's time as far as the text was read.
pub(super) struct TimeLine<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) mentions: &'a [DateMention],
    pub(super) quoted: &'a [Range<usize>],
    /// When the document was published.
    pub(super) published: Option<Day>,
    /// The mention that is the document's own date.
    pub(super) head: Option<usize>,
    /// The dates of datelines: what stands behind one was written then.
    datelines: Vec<usize>,
    /// The first date of the text that moves the story and says its year; ahead, as long as there is no story.
    pub(super) first: Option<Known>,
    /// What each date before names, and whether the story moved there.
    pub(super) past: Vec<Option<Known>>,
    /// The last date that moved the story.
    pub(super) story: Option<Known>,
    /// The last date at all that names a year.
    pub(super) last_year: Option<Known>,
    /// The last date that headed an entry of a chronology.
    entry: Option<Known>,
    /// How much more a step back from the story costs than a step forward.
    pub(super) back: i32,
}

/// A time that is known, with the mention that names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) mention: usize,
    pub(super) day: Day,
    pub(super) moves: bool,
    /// Whether it is told of as what was before the story, or in the words of another.
    pub(super) aside: bool,
}

impl Known {
    /// The same day, for a time that is counted from it or at it.
    pub(super) fn found(self, basis: Basis) -> Found {
        Found { value: DateValue::Point(self.day), basis, anchor: Some(self.mention) }
    }
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
        datelines: &[Dateline],
    ) -> Self {
        let past = Vec::with_capacity(mentions.len());
        let mut moving =
            mentions.iter().enumerate().filter(|(mention, date)| date.moves_time && head != Some(*mention));
        let first = moving.find_map(|(mention, date)| {
            let day = date.value.moment().filter(|day| day.year.is_some())?;
            Some(Known { mention, day, moves: true, aside: false })
        });
        let datelines = datelines.iter().filter_map(|line| line.date).collect();
        let (story, last_year, entry) = (None, None, None);
        Self {
            text,
            mentions,
            quoted,
            published,
            head,
            datelines,
            first,
            past,
            story,
            last_year,
            entry,
            back: BACK,
        }
    }

    /// Settles the next date.
    pub(super) fn settle(&mut self, index: usize) -> SettledDate {
        let mention = &self.mentions[index];
        self.resume_entries(index);
        let found = self.apposed(index).or_else(|| self.resolve(index, &mention.value));
        let moment = found.as_ref().and_then(|found| found.value.moment()).filter(|day| day.year.is_some());
        // "UPDATE - NAIROBI, 2 July 2020": a later report.
        if let Some(day) = moment.filter(|day| day.day.is_some() && self.datelines.contains(&index)) {
            (self.published, self.head) = (Some(day), Some(index));
            (self.story, self.last_year, self.entry) = (None, None, None);
        }
        let known = moment.map(|day| self.known(index, day));
        // The date of publication is no time of the story.
        let known = known.filter(|_| self.head != Some(index));
        self.past.push(known);
        self.last_year = known.or(self.last_year);
        self.story = known.filter(|known| known.moves).or(self.story);
        self.entry = known.filter(|_| mention.heads.is_some()).or(self.entry);
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

    /// Goes back to the head of the entry before, where a date heads the next one: what an entry tells of later times is told, and the
    /// chronology goes on.
    fn resume_entries(&mut self, index: usize) {
        let mention = &self.mentions[index];
        self.back = BACK;
        let is_next = |entry: &Known| {
            let before = &self.mentions[entry.mention];
            // A list of another section is another list.
            let goes_on = matches!(mention.heads, Some(BlockKind::Heading | BlockKind::Label));
            before.section == mention.section || before.heads == mention.heads && goes_on
        };
        if mention.heads.is_some()
            && mention.value.lacks_year()
            && let Some(entry) = self.entry.filter(is_next)
        {
            (self.story, self.last_year) = (Some(entry), Some(entry));
            self.back = BACK_IN_ENTRIES;
        }
    }

    /// A time that an expression names.
    pub(super) fn known(&self, mention: usize, day: Day) -> Known {
        Known { mention, day, moves: self.moves(mention, day), aside: self.is_aside(mention) }
    }

    /// Whether a date tells what was before the story ("at war since 1990", "which had left in October"), or is in quoted words.
    fn is_aside(&self, index: usize) -> bool {
        let since = matches!(self.mentions[index].value, DateValue::Since(_));
        since || self.is_past_perfect(index) || self.is_quoted(index)
    }

    /// Whether the story goes on at a time. "Two days later" goes forward, "two years earlier" only looks back, and what somebody is
    /// quoted with tells no story. A section without a time of its own takes that of the first year near to the story's.
    fn moves(&self, index: usize, day: Day) -> bool {
        let mention = &self.mentions[index];
        // "to go on until December" is what lies ahead.
        let ahead = matches!(&mention.value, DateValue::Until(end) if end.year().is_none());
        if ahead || mention.old_style || !mention.in_story || self.is_aside(index) {
            return false;
        }
        // A report looks back to a year, and goes on with its news.
        let far_back = day.year.zip(self.published.and_then(|published| published.year));
        let is_back = far_back.is_some_and(|(year, published)| published - year > NEWS_YEARS);
        if is_back && day.month.is_none() && self.is_report() {
            return false;
        }
        let first = || {
            let here = |known: &Known| self.mentions[known.mention].section == mention.section;
            let far = |story: Known| {
                story.day.year.zip(day.year).is_some_and(|(story, year)| (story - year).abs() > NEWS_YEARS)
            };
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
                Some(known.found(Basis::Inherited))
            }
            _ => Some(Found { value: value.clone(), basis: Basis::Explicit, anchor: None }),
        }
    }

    /// A day that is known from the publication.
    pub(super) fn at_publication(&self, day: Day) -> Found {
        Found { value: DateValue::Point(day), basis: Basis::Publication, anchor: self.head }
    }

    /// The day of the publication, if the text tells news.
    pub(super) fn news(&self) -> Option<Day> {
        self.published.filter(|published| self.is_news(*published))
    }

    /// Whether a dateline says that the text is a report, whatever history it tells beside its news.
    fn is_report(&self) -> bool {
        self.head.is_some_and(|head| self.datelines.contains(&head))
    }

    /// Whether the story is so near to the publication that the text tells news.
    pub(super) fn is_news(&self, published: Day) -> bool {
        if self.is_report() {
            return true;
        }
        let years = self.story.and_then(|story| story.day.year).zip(published.year);
        years.is_none_or(|(story, published)| (published - story).abs() <= NEWS_YEARS)
    }

    /// A day of the month in which the story is, or of the next one if the day has passed.
    fn day_of_story(&self, index: usize, value: &DateValue) -> Option<Found> {
        let known = self.latest(index, |day| day.month.is_some())?;
        let (year, month) = (known.day.year?, known.day.month?);
        let passed =
            value.moment().and_then(|day| day.day).zip(known.day.day).is_some_and(|(day, story)| day < story);
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
            let elsewhere = || {
                self.text.block_end(self.mentions[known.mention].range.start) != self.text.block_end(start)
            };
            let sentence = |mention: usize| self.text.sentence_at(self.mentions[mention].range.start);
            if !self.mentions[known.mention].in_story && elsewhere()
                || known.aside
                    && sentence(known.mention) != sentence(index)
                    && !(self.is_quoted(index) && self.is_quoted(known.mention))
            {
                continue;
            }
            if exact(&known.day) {
                // A year stays in mind longer than a day.
                let far = known.day.day.is_some()
                    && start.saturating_sub(self.mentions[known.mention].range.end) > FAR;
                return (!far).then_some(*known);
            }
            if known.moves {
                return None;
            }
        }
        None
    }
}

/// How many dates before and behind are looked at, so that the time stays linear.
pub(super) const AHEAD: usize = 16;
/// How many bytes a date may lie back to count from it.
const FAR: usize = 1500;
