//! Stretches of text between quotation marks.

use std::ops::Range;

use crate::document::{BlockKind, Layout};
use crate::text::Text;

/// The quotations of a text.
#[derive(Debug, Default)]
pub(crate) struct Quotations {
    /// The words between the marks, in order; nested ones follow the one that holds them.
    pub(crate) ranges: Vec<Range<usize>>,
    /// Those of them that stand in no other.
    outermost: Vec<Range<usize>>,
    /// Opening marks without a closing one.
    pub(crate) unclosed: Vec<Range<usize>>,
}

impl Quotations {
    /// The outermost quotation that holds a position.
    pub(crate) fn around(&self, position: usize) -> Option<Range<usize>> {
        let index = self.outermost.partition_point(|range| range.end <= position);
        self.outermost.get(index).filter(|range| range.contains(&position)).cloned()
    }
}

/// Quotations within quotations go no deeper than this.
const DEEPEST: usize = 4;

/// A mark that was opened and waits for its end.
struct Open {
    at: usize,
    inner: usize,
    style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Straight,
    Double,
    Single,
    Low,
    Angled,
}

impl Style {
    fn is_closed_by(self, mark: char) -> bool {
        match self {
            Self::Straight => mark == '"',
            Self::Double => matches!(mark, '”' | '"'),
            Self::Single => mark == '’',
            Self::Low => matches!(mark, '“' | '”'),
            Self::Angled => mark == '»',
        }
    }
}

/// Finds the quotations of the body. A quotation may run over paragraphs of a speech, each of which opens it anew; it ends with
/// its paragraph otherwise.
pub(crate) fn find(layout: &Layout, text: &Text<'_>) -> Quotations {
    let reading = text.reading();
    let mut found = Quotations::default();
    let mut carried: Option<Style> = None;
    for block in &layout.blocks {
        if matches!(block.kind, BlockKind::Masthead | BlockKind::Note) {
            continue;
        }
        let Some(words) = reading.get(block.range.clone()) else { continue };
        let mut open: Vec<Open> = Vec::new();
        let mut before = ' ';
        let mut chars = words.char_indices().peekable();
        while let Some((offset, char)) = chars.next() {
            let at = block.range.start + offset;
            let behind = at + char.len_utf8();
            let next = chars.peek().map_or(' ', |&(_, next)| next);
            let may_close = !(char == '’' && next.is_alphanumeric()
                || char == '"' && before.is_whitespace() && opens_here(before, next));
            // The innermost mark that the character closes; what was opened within it was no quotation: “tell ‘em to go”.
            let closed = open.iter().rposition(|open| open.style.is_closed_by(char)).filter(|_| may_close);
            if let Some(closed) = closed {
                push(reading, open[closed].inner..at, &mut found.ranges);
                open.truncate(closed);
            } else if let Some(style) = opening(char, before, next).filter(|_| open.len() < DEEPEST) {
                open.push(Open { at, inner: behind, style });
            }
            before = char;
        }
        if let Some(first) = open.into_iter().next() {
            let rest = first.inner..block.range.end;
            let opened = first.style;
            if carried.is_none_or(|style| style != opened)
                && !goes_on(layout, block.range.end, opened, reading)
            {
                // A single mark is an apostrophe as often as not; nothing is said of it.
                if opened != Style::Single {
                    found.unclosed.push(first.at..first.inner);
                }
                carried = None;
            } else {
                push(reading, rest, &mut found.ranges);
                carried = Some(opened);
            }
        } else {
            carried = None;
        }
    }
    found.ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    for range in &found.ranges {
        if found.outermost.last().is_none_or(|outer| outer.end <= range.start) {
            found.outermost.push(range.clone());
        }
    }
    found
}

fn push(reading: &str, range: Range<usize>, ranges: &mut Vec<Range<usize>>) {
    let words = reading.get(range.clone()).unwrap_or("");
    let start = range.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if start < end {
        ranges.push(start..end);
    }
}

/// Whether the next paragraph opens the same quotation again.
fn goes_on(layout: &Layout, end: usize, style: Style, reading: &str) -> bool {
    let next =
        layout.blocks.iter().find(|block| block.range.start > end && block.kind == BlockKind::Paragraph);
    let first =
        next.and_then(|block| reading.get(block.range.clone())).and_then(|words| words.chars().next());
    first.and_then(|first| opening(first, ' ', 'a')) == Some(style)
}

/// A straight mark opens behind a space or an opening bracket and before a word.
fn opens_here(before: char, next: char) -> bool {
    (before.is_whitespace() || "([{—–-/“‘«".contains(before)) && !next.is_whitespace()
}

fn opening(mark: char, before: char, next: char) -> Option<Style> {
    match mark {
        '"' if opens_here(before, next) => Some(Style::Straight),
        '“' => Some(Style::Double),
        // ‘ opens; but before digits or letters elided at a line's start it is an apostrophe set wrong: ‘90s.
        '‘' if opens_here(before, next) && !next.is_ascii_digit() => Some(Style::Single),
        '„' => Some(Style::Low),
        '«' => Some(Style::Angled),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotations(source: &str) -> (Vec<String>, usize) {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let found = find(&layout, &text);
        (found.ranges.iter().map(|range| text.slice(range).to_owned()).collect(), found.unclosed.len())
    }

    #[test]
    fn all_styles_of_marks() {
        let source =
            "He spoke of a \"new era\", she of “old wounds”, they of «peace», others of „nothing“ at all.";
        assert_eq!(quotations(source).0, ["new era", "old wounds", "peace", "nothing"]);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        assert_eq!(
            quotations("Kenya’s troops and the states’ envoys said ‘no more war’ in the ’90s.").0,
            ["no more war"]
        );
    }

    #[test]
    fn an_elision_does_not_lose_the_speech() {
        assert_eq!(quotations("“Tell ‘em to go home,” the envoy said.").0, ["Tell ‘em to go home,"]);
    }

    #[test]
    fn nested_quotations() {
        let source = "“They call it a ‘special zone’ here,” he said.";
        assert_eq!(quotations(source).0, ["They call it a ‘special zone’ here,", "special zone"]);
    }

    #[test]
    fn speeches_run_over_paragraphs() {
        let source = "The envoy spoke for an hour on the first day of the talks, and the others listened.\n\n“We have waited long.\n\n“We shall wait no more.”\n\nHe left the hall without another word.";
        assert_eq!(
            quotations(source),
            (vec!["We have waited long.".into(), "We shall wait no more.".into()], 0)
        );
    }

    #[test]
    fn an_unclosed_mark_is_told() {
        let (found, unclosed) =
            quotations("The envoy called it a “grave mistake and left the hall without another word.");
        assert_eq!((found.len(), unclosed), (0, 1));
    }
}
