//! Dates and ranges of dates that name a calendar time.

mod grammar;
mod numbers;
mod value;
mod words;

use std::ops::Range;

use grammar::Place;
pub(crate) use value::DateValue;
pub(crate) use words::{is_month_or_season, is_weekday};

use crate::document::{BlockKind, Layout};
use crate::text::{Text, TokenKind};

/// Words that name a calendar time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    pub(crate) range: Range<usize>,
    pub(crate) value: DateValue,
    /// Whether the story is at this time from here on: a day or month, or a year that opens a sentence ("In 1914 …") or stands in a
    /// heading. The year of "the Treaty of 1960" is no such time.
    pub(crate) moves_time: bool,
}

/// Finds the dates of a text, in order.
pub(crate) fn find(layout: &Layout, text: &Text<'_>) -> Vec<DateMention> {
    let mut mentions = Vec::new();
    let title = layout.head.title.as_ref().map_or(0..0, |title| title.range.clone());
    for (block, kind, tokens) in text.blocks() {
        let is_title = layout
            .blocks
            .get(block)
            .is_some_and(|block| block.range.start <= title.start && title.end <= block.range.end);
        let heads = kind == BlockKind::Heading || is_title && !title.is_empty();
        let mut at = tokens.start;
        let mut place = Place { start: tokens.start, end: tokens.end, heads, year_before: None };
        while at < tokens.end {
            let found = grammar::date(text, at, place);
            match found.filter(|(value, _)| kind != BlockKind::Masthead || heads || value.is_dated()) {
                Some((value, end)) => {
                    let range = text.tokens()[at].range().start..text.tokens()[end - 1].range().end;
                    let moves_time = heads || value.is_dated() || opens_sentence(text, at);
                    place.year_before = value.year().map(|_| end);
                    mentions.push(DateMention { range, value, moves_time });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    mentions
}

/// Whether a date stands behind the first word of its sentence: "In 1914 …".
fn opens_sentence(text: &Text<'_>, at: usize) -> bool {
    let sentence =
        text.sentence_at(text.tokens()[at].range().start).map(|index| text.sentences()[index].tokens.start);
    sentence.is_some_and(|first| at <= first + 1)
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

/// Whether a token stands right behind the one before, without space.
fn glued(text: &Text<'_>, at: usize) -> bool {
    text.tokens().get(at).is_some_and(|token| !token.spaced)
}

fn is_kind(text: &Text<'_>, at: usize, kind: TokenKind) -> bool {
    text.tokens().get(at).is_some_and(|token| token.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dates of a text as "words = EDTF", with `?` for a year that the words leave open.
    fn dates(text: &str) -> Vec<String> {
        let layout = crate::document::read(text);
        let text = Text::of_layout(&layout);
        let show = |mention: DateMention| {
            let value = mention.value.edtf(None).map_or("ambiguous".to_owned(), |edtf| edtf.to_string());
            format!("{} = {value}", text.slice(&mention.range))
        };
        find(&layout, &text).into_iter().map(show).collect()
    }

    #[test]
    fn days_in_both_orders() {
        assert_eq!(dates("It was signed on 26 March 1979."), ["26 March 1979 = 1979-03-26"]);
        assert_eq!(dates("It was signed on March 26, 1979."), ["March 26, 1979 = 1979-03-26"]);
        assert_eq!(dates("On the 26th of March 1979 they met."), ["26th of March 1979 = 1979-03-26"]);
        assert_eq!(dates("Monday, 26 March 1979, was a holiday."), ["Monday, 26 March 1979 = 1979-03-26"]);
        assert_eq!(dates("On 26 March they met."), ["26 March = XXXX-03-26"]);
    }

    #[test]
    fn numeric_days() {
        assert_eq!(dates("Printed 13.11.1956 in Vienna."), ["13.11.1956 = 1956-11-13"]);
        assert_eq!(dates("Printed 1956-11-13 in Vienna."), ["1956-11-13 = 1956-11-13"]);
        assert_eq!(dates("Printed 13/11/1956 in Vienna."), ["13/11/1956 = 1956-11-13"]);
        assert_eq!(dates("Printed 03/04/1956 in Vienna."), ["03/04/1956 = ambiguous"]);
    }

    #[test]
    fn months_seasons_and_years() {
        assert_eq!(dates("in May 1967 and in June 1967"), ["May 1967 = 1967-05", "June 1967 = 1967-06"]);
        assert_eq!(dates("in the summer of 1914"), ["summer of 1914 = 1914-22"]);
        assert_eq!(dates("The Hague conferences of 1899 and 1907"), ["1899 = 1899", "1907 = 1907"]);
        assert_eq!(dates("in 1899, 1903 and 1907"), ["1899 = 1899", "1903 = 1903", "1907 = 1907"]);
        assert_eq!(dates("By early July it was over."), ["early July = XXXX-07"]);
        assert_eq!(dates("The truce of 421 B.C. held."), ["421 B.C. = -0420"]);
        assert_eq!(dates("The war lasted until 421 BC."), ["421 BC = -0420"]);
    }

    #[test]
    fn decades_and_centuries() {
        assert_eq!(dates("in the early 1990s"), ["early 1990s = 199X"]);
        assert_eq!(dates("the nineteenth century"), ["nineteenth century = 18XX"]);
        assert_eq!(dates("the 5th century BC"), ["5th century BC = -04XX"]);
    }

    #[test]
    fn ranges() {
        assert_eq!(dates("on 19-20 November 1985"), ["19-20 November 1985 = 1985-11-19/1985-11-20"]);
        assert_eq!(dates("on November 19–20, 1985"), ["November 19–20, 1985 = 1985-11-19/1985-11-20"]);
        assert_eq!(dates("26 June - 4 August 1952"), ["26 June - 4 August 1952 = 1952-06-26/1952-08-04"]);
        assert_eq!(dates("July-August 1963"), ["July-August 1963 = 1963-07/1963-08"]);
        assert_eq!(
            dates("From May 1992 until June 1993 it rained."),
            ["From May 1992 until June 1993 = 1992-05/1993-06"]
        );
        assert_eq!(dates("the war of 1914-18"), ["1914-18 = 1914/1918"]);
        assert_eq!(dates("between 1899 and 1902"), ["between 1899 and 1902 = 1899/1902"]);
        assert_eq!(dates("from 1994 to the present"), ["from 1994 to the present = 1994/.."]);
    }

    #[test]
    fn years_of_headings() {
        let text = "# The crisis, 1993-1996\n\n## Cyprus 1974\n\nThe guard landed 1500 men on the coast of the island.\n";
        assert_eq!(dates(text), ["1993-1996 = 1993/1996", "1974 = 1974"]);
    }

    #[test]
    fn what_is_no_date() {
        assert!(dates("They may march on Rome with 1500 men.").is_empty());
        assert!(dates("Resolution 1920 and Resolution No. 1701, adopted with 180 votes").is_empty());
        assert!(dates("March on Washington").is_empty());
    }
}
