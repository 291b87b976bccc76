//! Times: dates and ranges of dates, which name a calendar time, and lengths and repetitions, which do not.
//!
//! The words are in `data/dates/words.tsv`, the named days in `days.tsv`, the ways of writing a time in `grammar.tsv`, each with its
//! example. [`grammar`] reads these rows, [`matcher`] matches them, [`terminals`] and [`context`] read what only code can tell, and
//! [`build`] makes a value of what was matched. What a value leaves open is completed by the text's time line (`discourse::dates`).

mod build;
pub(crate) mod calendar;
mod columns;
mod context;
mod days;
mod grammar;
mod matcher;
mod pattern;
mod terminals;
mod value;
mod words;

use std::ops::Range;

use build::Built;
pub(crate) use build::Duration;
use columns::Columns;
pub(crate) use days::{NamedDay, read as read_days};
pub(crate) use grammar::Grammar;
use matcher::Matcher;
pub(crate) use value::{Cycle, DateValue, Day, From, PartOfYear, Shift, Unit};
use words::{WordId, Words};
pub(crate) use words::{has_class, is_month_or_season, is_weekday};

use crate::document::{BlockKind, Layout};
use crate::lexicon::{Lexicon, LexiconError, Numbers};
use crate::text::Text;

/// Words that name a calendar time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    pub(crate) range: Range<usize>,
    pub(crate) value: DateValue,
    /// Whether the story is at this time from here on: a day or month, or a year that opens a sentence ("In 1914 …") or stands in a
    /// heading. The year of "the Treaty of 1960" is no such time, nor is the month of "the August 1792 uprising".
    pub(crate) moves_time: bool,
    /// The number and unit that it is counted with: "two weeks" of "two weeks later". They measure something, too.
    pub(crate) counted: Option<Range<usize>>,
    /// Whether the text says that it is a date of the old style, that is of the Julian calendar.
    pub(crate) old_style: bool,
    /// Whether it stands in the text itself, and not in a note, a table or the words of another.
    pub(crate) in_story: bool,
    /// The kind of the heading, label, item or paragraph that it opens, as the dates of a chronology do.
    pub(crate) heads: Option<BlockKind>,
    /// How many headings stand before it.
    pub(crate) section: usize,
}

/// Words that say how long something takes, or how often it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DurationMention {
    pub(crate) range: Range<usize>,
    pub(crate) value: Duration,
}

/// The times of a text, each list in order.
#[derive(Debug, Default)]
pub(crate) struct Times {
    pub(crate) dates: Vec<DateMention>,
    pub(crate) durations: Vec<DurationMention>,
}

/// Where a time is looked for.
#[derive(Debug, Clone)]
struct Place {
    /// The tokens of the block.
    tokens: Range<usize>,
    /// Whether the block is a heading, in which a bare number of four digits is a year.
    heads: bool,
    /// The tokens that begin the cells of columns of dates.
    cells: Vec<usize>,
    /// The date before.
    before: Option<Before>,
}

/// The date before the one that is looked for, for lists: "in 1899 and 1907".
#[derive(Debug, Clone, Copy)]
struct Before {
    /// The position behind it.
    end: usize,
    /// Whether it ends with a year.
    year: bool,
    /// Whether it names a day or month.
    day: bool,
}

impl Grammar {
    /// The embedded grammar with some named days; of two with the same name, the later one is taken.
    pub(crate) fn with(days: &[NamedDay], numbers: &Numbers) -> Result<Self, LexiconError> {
        let words = Words::embedded()?.clone().with_numbers(numbers);
        Self::read("dates/grammar.tsv", include_str!("../../../data/dates/grammar.tsv"), words, days)
    }

    /// Finds the times of a text.
    pub(crate) fn find(&self, layout: &Layout, text: &Text<'_>, lexicon: &Lexicon) -> Times {
        let tokens = text.tokens();
        let ids: Vec<WordId> =
            tokens.iter().map(|token| self.words.id(token, text.slice(&token.range()))).collect();
        let mut times = Times::default();
        let mut columns = Columns::new(&lexicon.columns);
        let mut section = 0;
        let title = layout.head.title.as_ref().map_or(0..0, |title| title.range.clone());
        let head = layout.head.date.as_ref().map_or(0..0, |date| date.range.clone());
        let is_head = |range: &Range<usize>| head.start <= range.start && range.end <= head.end;
        for (block, kind, tokens) in text.blocks() {
            let is_title = layout
                .blocks
                .get(block)
                .is_some_and(|block| block.range.start <= title.start && title.end <= block.range.end);
            let is_heading = kind == BlockKind::Heading || is_title && !title.is_empty();
            section += usize::from(is_heading);
            let heads = is_heading || kind == BlockKind::Label;
            let (first, end) = (tokens.start, tokens.end);
            let mut at = first;
            let cells = layout.blocks.get(block).map(|block| columns.cells(block, text)).unwrap_or_default();
            let place = Place { tokens, heads, cells, before: None };
            let mut matcher = Matcher::new(self, text, &ids, &lexicon.numbers, place);
            while at < end {
                // Most words have nothing to do with time.
                if !matcher.may_begin(at) {
                    at += 1;
                    continue;
                }
                let Some((built, next)) = matcher.time(at) else {
                    at += 1;
                    continue;
                };
                // "the 21 January execution": the article is the noun's.
                at += usize::from(matcher.article_is_of_noun(at, next));
                let range = text.tokens()[at].range().start..text.tokens()[next - 1].range().end;
                match built {
                    Built::Date(value)
                        if kind != BlockKind::Masthead || heads || value.is_dated() || is_head(&range) =>
                    {
                        let before = Before {
                            end: next,
                            year: value.year().is_some(),
                            day: value.is_dated() || value.lacks_month(),
                        };
                        matcher.place.before = Some(before);
                        let in_story = heads || matches!(kind, BlockKind::Paragraph | BlockKind::ListItem);
                        let moves_time = in_story && (heads || matcher.moves(at, next, value.is_dated()));
                        let counted = value.is_counted().then_some(matcher.counted.take()).flatten();
                        let counted = counted.map(|at| {
                            let unit = text.tokens().get(at.end).map_or(range.end, |unit| unit.range().end);
                            text.tokens()[at.start].range().start..unit
                        });
                        times.dates.push(DateMention {
                            range,
                            value,
                            moves_time,
                            counted,
                            old_style: matcher.is_old_style(next),
                            in_story,
                            heads: match kind {
                                // "In May" opens many a paragraph, "6 May" that of a chronology.
                                BlockKind::Paragraph if !is_bare(text.word(at)) => None,
                                BlockKind::ListItem if at == first + 1 => Some(kind),
                                _ => (at == first && in_story).then_some(kind),
                            },
                            section,
                        });
                    }
                    Built::Date(_) => {}
                    Built::Duration(value) => times.durations.push(DurationMention { range, value }),
                }
                at = next;
            }
        }
        times
    }
}

/// Whether a date that begins with a word has nothing before its day or month.
fn is_bare(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) || is_month_or_season(word)
}

/// Whether words are a day in figures, such as "03.05.1992".
pub(crate) fn is_numeric_day(words: &str) -> bool {
    let mut parts = words.trim().split(['.', '/', '-']).map(|part| part.trim().parse::<u32>().ok());
    let (Some(first), Some(Some(month)), Some(third), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    (1..=12).contains(&month) && first.is_some() && third.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// The dates of a text, as words.
    fn dates(source: &str) -> Vec<String> {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let lexicon = Lexicon::embedded().unwrap();
        let times = lexicon.times.find(&layout, &text, &lexicon);
        times.dates.iter().map(|mention| text.slice(&mention.range).to_owned()).collect()
    }

    #[test]
    fn years_of_headings() {
        let text = "# The crisis, 1993-1996\n\n## Cyprus 1974\n\nThe guard landed 1500 men on the coast of the island.\n";
        assert_eq!(dates(text), ["1993-1996", "1974"]);
    }

    #[test]
    fn years_of_columns() {
        let table = "| Ship | Ordered | Crew |\n|---|---|---|\n| Frigate | 1998 | 1998 |\n";
        assert_eq!(dates(table), ["1998"]);
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "They may march on Rome with 1500 men.",
            "Resolution 1920 and Resolution No. 1701, adopted with 180 votes",
            "March on Washington",
            "The Second Army and the 24th Division lost 180 dead; a Boeing 1914 was shot down.",
            "On the Women's March, August Weber met May Smith and Mr April of the Sunday Times.",
            "The Prague Spring and Bloody Sunday came before the fall of the city.",
            "About 1500 were killed, some 1200 wounded, and more than 2000 fled.",
            "They paid $1990 and €1850 for the Su-1954 and 1,500 rifles.",
        ] {
            assert!(dates(text).is_empty(), "{text}: {:?}", dates(text));
        }
    }

    #[test]
    fn lengths_and_repetitions_are_no_dates() {
        let source = "For two days and several nights, a 26-year truce held every two years.";
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let lexicon = Lexicon::embedded().unwrap();
        let times = lexicon.times.find(&layout, &text, &lexicon);
        let found: Vec<_> = times
            .durations
            .iter()
            .map(|mention| format!("{} = {}", text.slice(&mention.range), mention.value))
            .collect();
        assert_eq!(
            found,
            ["two days = P2D", "several nights = PXD", "26-year = P26Y", "every two years = P2Y"]
        );
        assert!(times.dates.is_empty());
        assert!(times.durations[3].value.repeated);
    }

    #[test]
    fn an_article_may_belong_to_the_noun() {
        assert_eq!(dates("After the 21 January 1793 execution they met."), ["21 January 1793"]);
        assert_eq!(dates("They met on the 21 January 1793."), ["the 21 January 1793"]);
    }
}
