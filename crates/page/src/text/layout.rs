//! What of a plain text is a heading, a paragraph, an item of a list, a table: so that lines can be set anew without losing any.

use std::collections::BTreeMap;
use std::ops::Range;

use super::table::{self, Cell};

/// A stretch of the text that is set as one. Between blocks there is only white space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Bytes of the text, without white space at the end.
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// Where a line of the source begins that stays a line of its own.
    pub(super) breaks: Vec<usize>,
    /// What is not shown: line ends behind a hyphen within a word, lines that only underline a heading, asterisks.
    pub(super) hidden: Vec<Range<usize>>,
    /// What stands between two asterisks and two more.
    pub(super) strong: Vec<Range<usize>>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The document's title.
    Title,
    /// The heading of a section of this level.
    Heading(u8),
    Paragraph,
    /// An item of a list, so deep.
    Item(usize),
    /// Lines whose columns only a fixed width keeps.
    Table,
    /// A cell of a table.
    Cell(Cell),
}

/// A heading that the record knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'t> {
    pub(super) words: &'t str,
    pub(super) level: u8,
}

/// A text wrapped by hand has lines of this length; a shorter line ends because something ends there …
const WRAPPED: Range<usize> = 40..101;
/// … and what stands before a heading on its line is a number or a sign of markup, not a sentence.
const PREFIX: usize = 12;
/// The title stands at the top, if it stands in the text at all.
const TOP: usize = 2000;

/// What ends a line (Unicode's mandatory breaks, UAX 14).
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// A line: bytes without its end.
type Line = Range<usize>;

/// Takes a text apart. `sections` are the headings by the byte at which their words begin.
///
/// Also tells where the headings are that run into their paragraph.
pub(super) fn blocks(
    text: &str,
    title: Option<&str>,
    sections: &BTreeMap<usize, Heading<'_>>,
) -> (Vec<Block>, Vec<(Range<usize>, u8)>) {
    let mut layout = Layout { text, title, blocks: Vec::new(), run_in: Vec::new() };
    let mut group: Vec<Line> = Vec::new();
    let mut lines = lines(text).peekable();
    while let Some(line) = lines.next() {
        if text[line.clone()].trim().is_empty() {
            layout.group(&mut group);
            continue;
        }
        let heading = sections.range(line.clone()).next().filter(|(at, _)| {
            text[line.start..**at].chars().filter(|c| !c.is_whitespace()).count() <= PREFIX
        });
        let Some((&at, heading)) = heading else {
            group.push(line);
            continue;
        };
        layout.group(&mut group);
        let end = end_of(text, at, heading.words).unwrap_or(line.end);
        let mut last = line.clone();
        while last.end < end {
            let Some(next) = lines.next() else { break };
            last = next;
        }
        let rest = text.get(end..last.end).unwrap_or_default();
        if rest.contains(char::is_alphanumeric) {
            layout.run_in.push((at..end, heading.level));
            group.push(line.start..last.end);
            continue;
        }
        // Markdown underlines its headings.
        let rule = lines.next_if(|next| is_rule(&text[next.clone()]));
        layout
            .push(line.start..rule.as_ref().map_or(last.end, |rule| rule.end), Kind::Heading(heading.level));
        if let (Some(block), Some(rule)) = (layout.blocks.last_mut(), rule) {
            block.hidden.push(last.end..block.range.end.min(rule.end));
        }
        if let Some(block) = layout.blocks.last_mut() {
            let signs = [line.start..at, end..last.end.min(block.range.end)];
            block.hidden.extend(signs.into_iter().filter(|range| is_markup(text.get(range.clone()))));
        }
    }
    layout.group(&mut group);
    for block in &mut layout.blocks {
        emphasis(text, block);
    }
    (layout.blocks, layout.run_in)
}

struct Layout<'t> {
    text: &'t str,
    title: Option<&'t str>,
    blocks: Vec<Block>,
    run_in: Vec<(Range<usize>, u8)>,
}

impl Layout<'_> {
    fn push(&mut self, range: Range<usize>, kind: Kind) {
        let end = range.start + self.text[range.clone()].trim_end().len();
        self.blocks.push(Block {
            range: range.start..end,
            kind,
            breaks: Vec::new(),
            hidden: Vec::new(),
            strong: Vec::new(),
        });
    }

    /// Makes blocks of lines that follow each other without an empty one.
    fn group(&mut self, lines: &mut Vec<Line>) {
        let lines = std::mem::take(lines);
        let Some(first) = lines.first() else { return };
        let whole = first.start..lines.last().map_or(first.end, |line| line.end);
        if let Some(title) = self.title.filter(|_| first.start < TOP) {
            let end = end_of(self.text, first.start, title);
            if end.is_some_and(|end| {
                !self.text.get(end..whole.end).unwrap_or("a").contains(char::is_alphanumeric)
            }) {
                self.title = None;
                return self.push(whole, Kind::Title);
            }
        }
        let with =
            |is: fn(&str) -> bool| lines.len() > 1 && lines.iter().all(|line| is(&self.text[line.clone()]));
        let bars = with(|line| line.matches('|').count() > 1);
        if let Some(cells) = Some(&lines).filter(|_| bars).and_then(|lines| table::cells(self.text, lines)) {
            return self.blocks.extend(cells);
        }
        if bars || with(|line| line.trim().split("   ").filter(|cell| !cell.trim().is_empty()).count() > 2) {
            return self.push(whole, Kind::Table);
        }
        let mut before: Option<Line> = None;
        for line in lines {
            self.line(&line, before.as_ref());
            before = Some(line);
        }
    }

    /// Adds a line to the last block, or begins another one.
    fn line(&mut self, line: &Line, before: Option<&Line>) {
        let (text, words) = (self.text, &self.text[line.clone()]);
        let item = item(words);
        let width = before.map_or(usize::MAX, |before| text[before.clone()].trim().chars().count());
        // Long lines that end as sentences do are paragraphs without an empty line between them.
        let ends = |before: &Line| {
            text[before.clone()].trim_end().ends_with(['.', '!', '?', ':', ';', '"', '”', '’', ')'])
        };
        let goes_on = item.is_none() && (width < WRAPPED.end || before.is_some_and(|before| !ends(before)));
        let block = self.blocks.last_mut().filter(|_| goes_on);
        let (Some(block), Some(before)) = (block, before) else {
            return self.push(line.clone(), item.map_or(Kind::Paragraph, Kind::Item));
        };
        let end = text[before.clone()].trim_end();
        let in_word = end.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic));
        if in_word && words.starts_with(char::is_lowercase) {
            block.hidden.push(before.start + end.len()..line.start);
        } else if width < WRAPPED.start {
            block.breaks.push(line.start);
        }
        block.range.end = line.start + words.trim_end().len();
    }
}

/// Finds what Markdown makes strong.
fn emphasis(text: &str, block: &mut Block) {
    const MARK: &str = "**";
    let mut at = block.range.start;
    while let Some(start) = text[at..block.range.end].find(MARK).map(|found| at + found + MARK.len()) {
        let Some(length) = text[start..block.range.end].find(MARK) else { break };
        let inner = &text[start..start + length];
        if inner.is_empty() || inner.trim().len() < inner.len() {
            at = start;
            continue;
        }
        at = start + length + MARK.len();
        block.hidden.extend([start - MARK.len()..start, start + length..at]);
        block.strong.push(start..start + length);
    }
}

/// How deep the item of a list is that a line begins; `None` for a line that begins none.
fn item(line: &str) -> Option<usize> {
    let words = line.trim_start();
    let indent: usize = line[..line.len() - words.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let (marker, rest) = words.split_once(char::is_whitespace)?;
    let counted = |inner: &str| {
        let number = inner.bytes().all(|byte| byte.is_ascii_digit()) && inner.len() < 4;
        number || inner.bytes().all(|byte| b"ivx".contains(&byte)) || inner.len() == 1 && inner.is_ascii()
    };
    let note = |marker: &str| marker.starts_with('[') && marker.trim_end_matches(':').ends_with(']');
    let marked = note(marker)
        || matches!(marker, "-" | "*" | "+" | "•" | "◦" | "▪" | "‣" | "–" | "—" | "·")
        || marker.strip_suffix(['.', ')']).is_some_and(|inner| {
            let inner = inner.strip_prefix('(').unwrap_or(inner);
            !inner.is_empty() && counted(inner)
        });
    (marked && !rest.is_empty()).then_some((indent / 2).min(3))
}

/// Whether a stretch beside a heading is there only to make it one.
fn is_markup(stretch: Option<&str>) -> bool {
    stretch.is_some_and(|words| {
        !words.is_empty() && words.chars().all(|c| matches!(c, '#' | '=' | '*' | ' ' | '\t'))
    })
}

/// Whether a line only underlines the one above.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// Where the words of a title end that the text has from byte `at`, whatever signs and line breaks stand between its letters.
fn end_of(text: &str, at: usize, title: &str) -> Option<usize> {
    let mut letters = text.get(at..)?.char_indices().filter(|(_, c)| c.is_alphanumeric());
    let mut end = None;
    for letter in title.chars().filter(|c| c.is_alphanumeric()) {
        let (offset, found) = letters.next()?;
        if found != letter && !found.to_lowercase().eq(letter.to_lowercase()) {
            return None;
        }
        end = Some(at + offset + found.len_utf8());
    }
    end
}

/// The lines of a text, each without the sign or signs that end it; "\r\n" ends one line.
fn lines(text: &str) -> impl Iterator<Item = Line> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let words = rest.find(LINE_ENDS).unwrap_or(rest.len());
        let signs = match rest.get(words..) {
            Some(end) if end.starts_with("\r\n") => 2,
            Some(end) => end.chars().next().map_or(0, char::len_utf8),
            None => 0,
        };
        let line = at..at + words;
        at = line.end + signs;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str, title: Option<&str>, sections: &[(&str, u8)]) -> Vec<(Kind, String)> {
        let sections = sections
            .iter()
            .map(|&(words, level)| (text.find(words).unwrap(), Heading { words, level }))
            .collect();
        let (blocks, _) = blocks(text, title, &sections);
        blocks.into_iter().map(|block| (block.kind, text[block.range].to_owned())).collect()
    }

    #[test]
    fn headings_paragraphs_items_and_tables() {
        let text = "The\nPeace\n\n1. Talks\n--------\n\nOne line of prose.\nAnother.\n\n- a\n  - b\n\na   b   c\nd   e   f\n";
        assert_eq!(
            seen(text, Some("The Peace"), &[("Talks", 2)]),
            [
                (Kind::Title, "The\nPeace".to_owned()),
                (Kind::Heading(2), "1. Talks\n--------".to_owned()),
                (Kind::Paragraph, "One line of prose.\nAnother.".to_owned()),
                (Kind::Item(0), "- a".to_owned()),
                (Kind::Item(1), "  - b".to_owned()),
                (Kind::Table, "a   b   c\nd   e   f".to_owned()),
            ]
        );
    }

    #[test]
    fn line_ends_of_two_signs_end_one_line() {
        let text = "Talks\n=====\n\nIn March 1975 Iran and Iraq settled their dis-\npute over the river.\n\na   b   c\nd   e   f\n";
        let kinds = |text: &str| {
            let blocks = seen(text, None, &[("Talks", 1)]);
            blocks.into_iter().map(|(kind, words)| (kind, words.replace("\r\n", "\n"))).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&text.replace('\n', "\r\n")), kinds(text));
        assert_eq!(kinds(text).len(), 3);
        assert_eq!(lines("a\r\n\r\nb\rc\u{2028}").collect::<Vec<_>>(), [0..1, 3..3, 5..6, 7..8]);
    }

    #[test]
    fn the_signs_of_a_heading_are_not_read() {
        let text = "== War ==\n\n## Peace\n";
        let sections = [(3, "War"), (14, "Peace")];
        let sections = sections.map(|(at, words)| (at, Heading { words, level: 2 })).into();
        let (blocks, _) = blocks(text, None, &sections);
        let hidden: Vec<_> = blocks.iter().flat_map(|block| block.hidden.clone()).collect();
        assert_eq!(hidden, [0..3, 6..9, 11..14]);
    }

    #[test]
    fn a_heading_may_run_into_its_paragraph() {
        let text = "The quarrel. In 1853 Russia sent an envoy.";
        let sections = [(0, Heading { words: "The quarrel", level: 1 })].into();
        let (blocks, run_in) = blocks(text, None, &sections);
        assert_eq!((blocks[0].kind, &run_in[..]), (Kind::Paragraph, &[(0..11, 1)][..]));
    }

    #[test]
    fn short_lines_stay_lines_and_wrapped_ones_flow() {
        let text = "Helena Marchetti\nTrieste\n\nIn March 1975 Iran and Iraq settled their dis-\npute over the Shatt al-Arab in Algiers, and\nthen quarrelled.";
        let (blocks, _) = blocks(text, None, &BTreeMap::new());
        assert_eq!(blocks[0].breaks, [17]);
        assert_eq!((blocks[1].breaks.len(), blocks[1].hidden.len()), (0, 1));
    }

    #[test]
    fn asterisks_in_pairs_make_strong() {
        let text = "- **In July**, a ** b, **c";
        let (blocks, _) = blocks(text, None, &BTreeMap::new());
        let [strong, hidden] = [&blocks[0].strong, &blocks[0].hidden];
        let words =
            |ranges: &[Range<usize>]| ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>();
        assert_eq!((words(strong), words(hidden)), (vec!["In July"], vec!["**", "**"]));
    }

    #[test]
    fn a_number_at_the_start_of_a_sentence_is_no_item() {
        assert_eq!(item("1979 was a year of peace"), None);
        assert_eq!(item("12) first"), Some(0));
        assert_eq!(item("(iv) first"), Some(0));
        assert_eq!(item("\t• first"), Some(2));
        assert_eq!(item("[^2]: Ibid."), Some(0));
        assert_eq!(item("-"), None);
    }
}
