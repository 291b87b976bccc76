//! The years that dates leave out.

use verbale_core::Basis;

use super::timeline::{AHEAD, Known, TimeLine};
use crate::mentions::dates::{DateValue, Day};

impl TimeLine<'_> {
    /// The year that a month or day of the year belongs to, how that was found out, and from which mention.
    ///
    /// A story goes forward: the year is the one that brings the date nearest to where the story is, with a step back costing
    /// [`BACK`] more than a step forward. But a date with its year that follows in the same sentence or paragraph may be nearer:
    /// "In April 2016 … On September 27 … by October 10, 2020" means 2020. A text that tells news may mean its own year.
    pub(super) fn year_of(&self, index: usize, value: &DateValue) -> Option<(i32, Basis, Option<usize>)> {
        let month = i32::try_from(value.month()?).ok()?;
        // "that December": of the year that was named last.
        if let Some(known) = self.latest(index, |day| day.year.is_some()).filter(|_| self.points_back(index))
        {
            return Some((known.day.year?, Basis::Inherited, Some(known.mention)));
        }
        let next = self.next_known(index);
        let (future, ahead) = (self.is_future(index), self.is_ahead(index));
        let published = self.published.filter(|published| {
            self.is_fresh(*published) || self.is_news(*published) && (ahead || self.is_recent(index))
        });
        let of_story = |_: &Known| published.is_none() || !(ahead || self.is_recent(index));
        let Some(story) = self.story.filter(of_story) else {
            if let Some(published) = published.or(self.published) {
                let in_month = published.month.and_then(|month| i32::try_from(month).ok());
                let later = in_month.is_some_and(|published| month > published + 1);
                // "They will meet in January", written in November.
                let over = in_month.is_some_and(|published| month < published);
                let year = published.year? - i32::from(later && !future) + i32::from(over && ahead);
                return Some((year, Basis::Publication, self.head));
            }
            let known = next.map(|(known, _)| known).or(self.first).or(self.last_year)?;
            return Some((known.day.year?, Basis::Inherited, Some(known.mention)));
        };
        let story_year = story.day.year?;
        // What has gone on "since January" began before, and so did what "had been done in January".
        let back = matches!(value, DateValue::Since(_)) || self.is_past_perfect(index);
        let day = value.day().and_then(|day| i32::try_from(day).ok());
        let at = |year: i32| (year * 12 + month) * MONTH + day.unwrap_or(MONTH / 2);
        let written = self.published.and_then(|published| distance(published, day.is_some()));
        let from_story = |year: i32| {
            let ahead = written.is_some_and(|written| !future && at(year) > written + MONTH);
            let steps = match (distance(story.day, day.is_some()), year - story_year) {
                (Some(story), _) if back && at(year) >= story + MONTH => at(year) - story + 12 * MONTH,
                (Some(story), _) if back => (story - at(year)).abs(),
                (Some(story), _) => steps(at(year), story, self.back),
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
            let start = |mention: usize| self.mentions[mention].range.start;
            let is_near = self.text.sentence_at(start(last.mention)) == self.text.sentence_at(start(index));
            let aside = if is_near { 0 } else { ASIDE };
            explained.extend([0, 1, -1].map(|years| {
                let year = year + years;
                (steps(at(year), told, self.back) + aside, year, Basis::Inherited, Some(last.mention))
            }));
        }
        if let Some((known, far)) = next
            && let (Some(next), Some(year)) = (distance(known.day, day.is_some()), known.day.year)
        {
            explained.extend([0, -1, 1].map(|years| {
                let year = year + years;
                (steps(next, at(year), BACK) + far * MONTH, year, Basis::Inherited, Some(known.mention))
            }));
        }
        if let Some(published) = published
            && let (Some(written), Some(year)) = (written, published.year)
        {
            explained.extend([0, -1].map(|years| {
                let year = year + years;
                (steps(written, at(year), BACK) + PUBLISHED, year, Basis::Publication, self.head)
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
            Some((Known { mention, day, moves: true, aside: false }, far))
        })
    }

    /// Whether "that" stands before a month.
    fn points_back(&self, index: usize) -> bool {
        let at = self.text.token_at(self.mentions[index].range.start);
        at.checked_sub(1).is_some_and(|before| self.text.word(before).eq_ignore_ascii_case("that"))
            && self.text.word(at).starts_with(char::is_uppercase)
    }

    fn block_end(&self, position: usize) -> usize {
        let end = self.text.block_end(position.saturating_sub(1));
        self.text.tokens().get(end.saturating_sub(1)).map_or(position, |token| token.range().end)
    }

    /// Whether the story is so near to the publication that a date without a year may be the publication's.
    fn is_fresh(&self, published: Day) -> bool {
        let months = |day: Day| Some(day.year? * 12 + i32::try_from(day.month?).ok()?);
        match self.story {
            Some(story) => {
                months(story.day).zip(months(published)).is_some_and(|(story, now)| (now - story).abs() <= 12)
            }
            None => true,
        }
    }
}

/// The days of a time since year 0, each month taken for [`MONTH`] days; its middle if only the month is known or wanted.
fn distance(day: Day, exact: bool) -> Option<i32> {
    let month = i32::try_from(day.month?).ok()?;
    let day_of_month = day.day.filter(|_| exact).and_then(|day| i32::try_from(day).ok());
    Some((day.year? * 12 + month) * MONTH + day_of_month.unwrap_or(MONTH / 2))
}

/// How far a time is from another one that lies before it, with what a step back costs.
const fn steps(to: i32, from: i32, back: i32) -> i32 {
    if to >= from { to - from } else { from - to + back }
}

/// The days of a month, for distances.
const MONTH: i32 = 31;
/// How much more it costs to be explained by the last date, which the story did not move to.
const ASIDE: i32 = 3 * MONTH;
/// How much more it costs to be explained by the publication than by the story.
const PUBLISHED: i32 = 4 * MONTH;
/// How much more a step back costs than a step forward.
pub(super) const BACK: i32 = 6 * MONTH;
/// The same from one entry of a chronology to the next, which hardly ever goes back.
pub(super) const BACK_IN_ENTRIES: i32 = 11 * MONTH;
