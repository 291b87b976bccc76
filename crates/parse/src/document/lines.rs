//! Lines of the source and what can be seen of each.

use super::text::is_blank;

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Its text without white space at the edges.
    pub(super) text: &'a str,
    /// Where the text begins in the source (bytes).
    pub(super) start: usize,
    /// Columns before the text; a tab counts four.
    pub(super) indent: usize,
    /// Width of the text in characters.
    pub(super) width: usize,
    /// Whether a blank line (or the document's start) precedes it.
    pub(super) gap: bool,
    /// Whether a form feed precedes it.
    pub(super) page_break: bool,
}

impl Line<'_> {
    /// Where the text ends in the source (bytes).
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the line begins a new stretch: a blank line or a page break precedes it.
    pub(super) fn fresh(&self) -> bool {
        self.gap || self.page_break
    }
}

/// Splits `source` at LF, CR LF, CR, VT, form feed, NEL, U+2028 and U+2029; blank lines are folded into [`Line::gap`].
pub(super) fn split(source: &str) -> Vec<Line<'_>> {
    let bytes = source.as_bytes();
    let mut lines = Vec::new();
    let mut state = Gap { gap: true, page_break: false };
    let mut start = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let len = if (0x20..0xc2).contains(&byte) { 0 } else { terminator(bytes, at) };
        if len == 0 {
            at += 1;
            continue;
        }
        state.push(source, start, at, &mut lines);
        match byte {
            b'\x0c' => state.page_break = true,
            0xe2 if bytes.get(at + 2) == Some(&0xa9) => state.gap = true,
            _ => {}
        }
        at += len;
        start = at;
    }
    state.push(source, start, bytes.len(), &mut lines);
    lines
}

struct Gap {
    gap: bool,
    page_break: bool,
}

impl Gap {
    fn push<'a>(&mut self, source: &'a str, start: usize, end: usize, lines: &mut Vec<Line<'a>>) {
        let raw = source.get(start..end).unwrap_or("");
        let text = raw.trim_start_matches(is_blank);
        if text.is_empty() {
            self.gap = true;
            return;
        }
        let skipped = raw.len() - text.len();
        let indent = raw
            .get(..skipped)
            .unwrap_or("")
            .chars()
            .map(|c| if c == '\t' { 4 } else { usize::from(c.is_whitespace()) })
            .sum();
        let text = text.trim_end_matches(is_blank);
        lines.push(Line {
            text,
            start: start + skipped,
            indent,
            width: text.chars().count(),
            gap: self.gap,
            page_break: self.page_break,
        });
        self.gap = false;
        self.page_break = false;
    }
}

/// Length of the line end at `at`, or 0.
fn terminator(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => 2,
        Some(b'\n' | b'\r' | b'\x0b' | b'\x0c') => 1,
        Some(0xc2) if bytes.get(at + 1) == Some(&0x85) => 2,
        Some(0xe2) if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_line_ends_count() {
        let source = "a\nb\r\nc\rd\u{85}e\u{2028}f\u{c}g\u{b}h";
        let texts: Vec<&str> = split(source).iter().map(|l| l.text).collect();
        assert_eq!(texts, ["a", "b", "c", "d", "e", "f", "g", "h"]);
        assert!(split(source).iter().skip(1).all(|l| !l.gap));
        assert!(split(source)[6].page_break);
    }

    #[test]
    fn blank_lines_become_gaps() {
        let lines = split("\u{feff}  a\r\n \u{a0}\r\nb\n\n\n");
        assert_eq!(lines.len(), 2);
        assert_eq!((lines[0].start, lines[0].indent, lines[0].gap), (5, 2, true));
        assert_eq!((lines[1].text, lines[1].gap), ("b", true));
    }
}
