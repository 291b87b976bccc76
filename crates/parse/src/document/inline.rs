//! Markup inside a block: emphasis, links, note markers, tags. Finds what to cut; the text itself stays as it is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::notes::is_glued;
use super::text::{bare, floor, superscript_digit};
use super::word_lists::{AbbreviationClass, word_lists};

/// What was found in a block's text. All ranges are bytes of that text, before the cuts.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Stretches that the reading text leaves out; ordered, disjoint.
    pub(super) cuts: Vec<Range<usize>>,
    /// Emphasised stretches, and whether they are bold.
    pub(super) emphasis: Vec<(Range<usize>, bool)>,
    /// Visible text, address, and whether the address is what is visible.
    pub(super) links: Vec<(Range<usize>, String, bool)>,
    /// Markers of notes and their labels; they are cut.
    pub(super) markers: Vec<(Range<usize>, String)>,
}

/// What the document says about its note labels.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// Labels of all note bodies.
    pub(super) known: BTreeSet<String>,
    /// Whether a star marks a note.
    pub(super) star: bool,
}

/// Finds the marks of a block.
pub(super) fn scan(text: &str, labels: &Labels) -> Marks {
    let mut scanner = Scanner { text, labels, marks: Marks::default(), openers: [const { None }; 5] };
    scanner.run();
    let mut marks = scanner.marks;
    marks.cuts.sort_by_key(|cut| cut.start);
    tidy(text, &mut marks.cuts);
    marks.emphasis.sort_by_key(|(range, _)| (range.start, range.end));
    marks
}

/// Walks over a block's text once.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    labels: &'a Labels,
    pub(super) marks: Marks,
    /// The last unmatched delimiter of each kind: `*`, `**`, `_`, `__`, `~~`.
    openers: [Option<Range<usize>>; 5],
}

impl Scanner<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let taken = match byte {
                b'*' | b'_' | b'~' => self.delimiter(at, byte),
                b'<' => self.angle(at),
                b'[' => self.bracket(at),
                b'\\' => self.escape(at),
                b'h' | b'w' => self.address(at),
                b'0'..=b'9' => self.digits(at),
                0xc2 | 0xe2 => self.superscript(at),
                _ => 0,
            };
            at += taken.max(1);
        }
    }

    pub(super) fn at(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|t| t.chars().next_back())
    }

    fn delimiter(&mut self, at: usize, byte: u8) -> usize {
        let len = self.at(at).bytes().take_while(|b| *b == byte).count();
        let before = self.before(at);
        let after = self.at(at + len).chars().next();
        if byte == b'*'
            && len == 1
            && self.labels.star
            && before.is_some_and(|c| !c.is_whitespace())
            && after.is_none_or(|c| !c.is_alphanumeric())
        {
            self.marker(at..at + 1, "*".to_owned());
            return 1;
        }
        if len > 3 || (byte == b'~' && len != 2) {
            return len;
        }
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let strict = byte == b'_' || len == 1;
        let opens = after.is_some_and(|c| !c.is_whitespace()) && !(strict && word(before));
        let closes = before.is_some_and(|c| !c.is_whitespace()) && !(strict && word(after));
        let base = match byte {
            b'*' => 0,
            b'_' => 2,
            _ => 3,
        };
        // Three signs are two and one; the inner pair closes first.
        let widths: &[usize] = match len {
            3 => &[1, 2],
            2 => &[2],
            _ => &[1],
        };
        let mut from = at;
        let mut closed = 0;
        if closes {
            for &width in widths {
                let slot = base + width - 1;
                if let Some(open) = self.openers.get_mut(slot).and_then(Option::take) {
                    let range = from..from + width;
                    self.marks.emphasis.push((open.end..range.start, width == 2));
                    self.marks.cuts.push(open);
                    self.marks.cuts.push(range);
                    from += width;
                    closed += width;
                }
            }
        }
        if closed == 0 && opens {
            let mut from = at + len;
            for &width in widths {
                if let Some(slot) = self.openers.get_mut(base + width - 1) {
                    *slot = Some(from - width..from);
                }
                from -= width;
            }
        }
        len
    }

    fn escape(&mut self, at: usize) -> usize {
        let next = self.at(at + 1).bytes().next();
        if next.is_some_and(|b| {
            matches!(
                b,
                b'*' | b'_'
                    | b'#'
                    | b'['
                    | b']'
                    | b'('
                    | b')'
                    | b'-'
                    | b'.'
                    | b'~'
                    | b'`'
                    | b'|'
                    | b'>'
                    | b'<'
                    | b'!'
            )
        }) {
            self.marks.cuts.push(at..at + 1);
            return 2;
        }
        1
    }

    /// Plain digits that mark a note of this document.
    fn digits(&mut self, at: usize) -> usize {
        let len = self.at(at).bytes().take_while(u8::is_ascii_digit).count();
        if len <= 3 && !self.labels.known.is_empty() && is_glued(self.text, at, at + len) {
            let label = self.at(at).get(..len).unwrap_or("").to_owned();
            if self.labels.known.contains(&label) {
                self.marker(at..at + len, label);
            }
        }
        len
    }

    /// A run of superscript digits, with superscript minus or commas between them; daggers.
    fn superscript(&mut self, at: usize) -> usize {
        let mut label = String::new();
        let mut len = 0;
        let mut chars = self.at(at).chars().peekable();
        if let Some(dagger @ ('†' | '‡')) = chars.peek().copied() {
            let dagger_label = dagger.to_string();
            if self.labels.known.contains(&dagger_label) {
                self.marker(at..at + dagger.len_utf8(), dagger_label);
            }
            return dagger.len_utf8();
        }
        while let Some(ch) = chars.next() {
            if let Some(digit) = superscript_digit(ch) {
                label.push(digit);
            } else if matches!(ch, '\u{207b}' | '-' | '–' | ',' | '˒')
                && !label.is_empty()
                && chars.peek().is_some_and(|c| superscript_digit(*c).is_some())
            {
                label.push(if matches!(ch, ',' | '˒') { ',' } else { '-' });
            } else {
                break;
            }
            len += ch.len_utf8();
        }
        if label.is_empty() {
            return self.at(at).chars().next().map_or(1, char::len_utf8);
        }
        if !self.is_power(at, &label) {
            self.marker(at..at + len, label);
        }
        len
    }

    /// `km²`, `10⁶`: an exponent, not a marker.
    fn is_power(&self, at: usize, label: &str) -> bool {
        let from = floor(self.text, at.saturating_sub(8));
        let tail = self.text.get(from..at).unwrap_or("");
        let word =
            bare(tail.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '/')).next().unwrap_or(""));
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let exponent = label == "2" || label == "3";
        (exponent && word_lists().abbreviations.has(unit, AbbreviationClass::Unit))
            || (word == "10" && !self.labels.known.contains(label))
    }

    pub(super) fn marker(&mut self, range: Range<usize>, label: String) {
        self.marks.cuts.push(range.clone());
        self.marks.markers.push((range, label));
    }
}

/// Joins neighbouring cuts, and lets a cut between two spaces, or between a space and the text's edge or a full stop, take a space.
fn tidy(text: &str, cuts: &mut Vec<Range<usize>>) {
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(cuts.len());
    for cut in cuts.drain(..) {
        match merged.last_mut() {
            Some(last) if cut.start <= last.end => last.end = last.end.max(cut.end),
            _ => merged.push(cut),
        }
    }
    let bytes = text.as_bytes();
    let mut floor = 0;
    for cut in &mut merged {
        let space_before = cut.start > floor && bytes.get(cut.start.wrapping_sub(1)) == Some(&b' ');
        let at_start = cut.start == floor && floor == 0;
        let after = bytes.get(cut.end);
        if (space_before || at_start) && after == Some(&b' ') {
            cut.end += 1;
        } else if space_before && after.is_none_or(|b| matches!(b, b'.' | b',' | b';' | b':' | b')')) {
            cut.start -= 1;
        }
        floor = cut.end;
    }
    *cuts = merged;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, known: &[&str]) -> (String, Vec<String>, Vec<String>) {
        let labels =
            Labels { known: known.iter().map(|s| (*s).to_owned()).collect(), star: known.contains(&"*") };
        let marks = scan(text, &labels);
        let mut out = String::new();
        let mut at = 0;
        for cut in &marks.cuts {
            out.push_str(&text[at..cut.start]);
            at = cut.end;
        }
        out.push_str(&text[at..]);
        (
            out,
            marks.markers.into_iter().map(|m| m.1).collect(),
            marks.links.into_iter().map(|l| l.1).collect(),
        )
    }

    #[test]
    fn emphasis() {
        assert_eq!(shown("On **3 May** the *Aurora* left", &[]).0, "On 3 May the Aurora left");
        assert_eq!(
            shown("***all*** and __both__ snake_case_name 2 * 3 * 4", &[]).0,
            "all and both snake_case_name 2 * 3 * 4"
        );
        assert_eq!(shown("a lone ** stays", &[]).0, "a lone ** stays");
    }

    #[test]
    fn links() {
        let (text, _, urls) = shown(
            "See [the note](https://example.org/a_(b)) and <https://example.net/x> or www.example.com.",
            &[],
        );
        assert_eq!(text, "See the note and https://example.net/x or www.example.com.");
        assert_eq!(urls, ["https://example.org/a_(b)", "https://example.net/x", "www.example.com"]);
        assert_eq!(shown("a [sic] (note)", &[]).0, "a [sic] (note)");
    }

    #[test]
    fn markers() {
        let (text, labels, _) = shown("War¹² ended.¹⁻³ Then²,³ came[^a] one <sup>4</sup>.", &[]);
        assert_eq!(text, "War ended. Then came one.");
        assert_eq!(labels, ["12", "1-3", "2,3", "a", "4"]);
    }

    #[test]
    fn plain_digits_need_a_note() {
        assert_eq!(shown("the talks7 ended.8", &["7"]).0, "the talks ended.8");
        assert_eq!(shown("the talks7 ended", &[]).0, "the talks7 ended");
    }

    #[test]
    fn powers_stay() {
        assert_eq!(shown("40 km² of land and 10⁶ tonnes", &["2"]).0, "40 km² of land and 10⁶ tonnes");
    }

    #[test]
    fn bracket_references_stay() {
        assert_eq!(shown("as agreed [3] (24)", &["3"]).0, "as agreed [3] (24)");
    }
}
