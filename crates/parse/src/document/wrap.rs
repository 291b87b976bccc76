//! Hard line breaks: whether a document has them, and which of them end a paragraph.

use super::lines::Line;
use super::lists::{bullet, ordinal};
use super::text::{
    Ending, all_caps, ending, expects_more, first_char, starts_lower, starts_upper, starts_url, words_up_to,
};
use super::word_lists::{AbbreviationClass, word_lists};

/// What the lines of a document have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Metrics {
    /// Whether paragraphs are broken into lines.
    pub(super) wrapped: bool,
    /// Width of a full line, in characters.
    pub(super) width: usize,
}

/// A full line is seldom wider than this; longer lines are whole paragraphs.
const WIDEST: usize = 160;

/// Measures the lines: a document is wrapped when many of its line breaks stand inside a sentence.
pub(super) fn measure(lines: &[Line<'_>], is_furniture: impl Fn(usize) -> bool) -> Metrics {
    let mut pairs = 0_usize;
    let mut widths = Vec::new();
    for (i, pair) in lines.windows(2).enumerate() {
        let [before, next] = pair else { continue };
        if next.fresh() || is_furniture(i) || is_furniture(i + 1) || structural(next.text) {
            continue;
        }
        pairs += 1;
        if starts_lower(next.text) && matches!(ending(before.text), Ending::Open | Ending::Comma) {
            widths.push(before.width);
        }
    }
    let inside = widths.len();
    let at = inside * 85 / 100;
    let width = if widths.is_empty() { 0 } else { *widths.select_nth_unstable(at.min(inside - 1)).1 };
    Metrics { wrapped: inside > 0 && inside * 10 >= pairs * 3 && (20..=WIDEST).contains(&width), width }
}

/// A line that cannot continue another one.
fn structural(text: &str) -> bool {
    text.starts_with(['#', '|', '>']) || bullet(text).is_some() || ordinal(text).is_some()
}

impl Metrics {
    /// Whether `line` reaches far enough to the right that the text was broken there.
    pub(super) fn is_full(self, line_width: usize) -> bool {
        self.wrapped && line_width * 4 >= self.width * 3
    }

    /// Whether `next`, directly below `before` and no list item or the like, goes on with the same paragraph. `first` says that
    /// `before` is the paragraph's first line, `item_indent` is the indentation of the list item it belongs to.
    pub(super) fn continues(
        self,
        before: &Line<'_>,
        next: &Line<'_>,
        first: bool,
        item_indent: Option<usize>,
    ) -> bool {
        let end = ending(before.text);
        if starts_lower(next.text) && end != Ending::Stop {
            return self.wrapped || matches!(end, Ending::Open | Ending::Comma);
        }
        if !self.wrapped {
            let hanging = item_indent.is_some_and(|indent| next.indent > indent + 1);
            // A text with a full stop inside does not end without one.
            let cut =
                end == Ending::Open && (before.text.contains(". ") || words_up_to(before.text, 16) > 15);
            return hanging || ((cut || expects_more(before.text)) && starts_upper(next.text));
        }
        let room = before.width + 1 + first_word_width(next.text);
        let short = room * 5 <= self.width * 4;
        match end {
            Ending::Stop if ends_in_title(before.text) => true,
            Ending::Stop | Ending::Colon => {
                let stepped_in = item_indent.is_none() && !first && next.indent >= before.indent + 2;
                let caps = all_caps(next.text) && words_up_to(next.text, 9) < 9 && next.width < self.width;
                let resumes = first_char(next.text).is_none_or(char::is_lowercase) && !starts_url(next.text);
                resumes || !(short || stepped_in || (caps && before.width < self.width * 9 / 10))
            }
            _ => {
                let heading = first
                    && before.width * 20 <= self.width * 11
                    && starts_upper(next.text)
                    && !expects_more(before.text);
                let new_caps =
                    all_caps(next.text) != all_caps(before.text) && (all_caps(before.text) || short) && first;
                !(heading || (new_caps && end == Ending::Open && starts_upper(before.text)))
            }
        }
    }
}

/// Whether the text ends in an abbreviation that a name or a number must follow: `Gen.`, `No.`
fn ends_in_title(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("").trim_end_matches('.').to_lowercase();
    [AbbreviationClass::Title, AbbreviationClass::Number]
        .into_iter()
        .any(|class| word_lists().abbreviations.has(&last, class))
}

fn first_word_width(text: &str) -> usize {
    text.split_whitespace().next().map_or(0, |w| w.chars().count())
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    const COLUMN: &str = "The envoys met in the old customs house at noon and\nspoke for three hours about the bridge. They left\nwithout a text.\n\
        A second round followed in the spring, this time with\nobservers from two neighbouring states at the table.";

    fn joins(text: &str) -> Vec<bool> {
        let lines = split(text);
        let metrics = measure(&lines, |_| false);
        lines.windows(2).map(|p| metrics.continues(&p[0], &p[1], false, None)).collect()
    }

    #[test]
    fn columns_are_measured() {
        let metrics = measure(&split(COLUMN), |_| false);
        assert!(metrics.wrapped && (48..=56).contains(&metrics.width), "{metrics:?}");
        assert!(!measure(&split("One paragraph here.\nAnother one there.\nA third."), |_| false).wrapped);
    }

    #[test]
    fn a_short_last_line_ends_a_paragraph() {
        assert_eq!(joins(COLUMN), [true, true, false, true]);
    }

    #[test]
    fn a_title_needs_its_name() {
        let text = COLUMN.replace("without a text.", "to see Gen.").replace("A second", "Okello at");
        assert_eq!(joins(&text), [true, true, true, true]);
    }

    #[test]
    fn a_step_in_begins_a_paragraph() {
        let text = "The envoys met in the old customs house at noon and\nspoke for three hours about the bridge and the road.\n   They left without a text and without a date for the\nnext round of talks.";
        assert_eq!(joins(text), [true, false, true]);
    }
}
