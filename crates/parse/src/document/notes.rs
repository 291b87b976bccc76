//! Note bodies: which lines begin one, under which label.

use std::collections::BTreeSet;

use super::lines::Line;
use super::text::{bare, ceil, first_char, is_abbreviation, is_closer, superscript_digit};
use super::word_lists::{HeadingClass, word_lists};

/// The beginning of a note body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteStart {
    /// As the marker writes it: `7`, `*`; empty for an entry without a label.
    pub(super) label: String,
    /// Bytes from the start of the line to the body.
    pub(super) len: usize,
}

/// Whether a heading announces notes or references.
pub(super) fn is_notes_heading(text: &str) -> bool {
    text.len() <= 60 && word_lists().headings.has(&heading_key(text), HeadingClass::Notes)
}

/// Whether a heading ends a list of notes.
pub(super) fn closes_notes(text: &str) -> bool {
    let key = heading_key(text);
    let first = key.split(' ').next().unwrap_or("");
    text.len() <= 80
        && (word_lists().headings.has(&key, HeadingClass::Closing)
            || word_lists().headings.has(first, HeadingClass::Closing))
}

/// A heading's words in lower case, without marks and numbers at its edges.
pub(super) fn heading_key(text: &str) -> String {
    let words = text.trim_matches(|c: char| !c.is_alphabetic());
    words.to_lowercase().replace('&', "and")
}

/// A body whose label cannot be anything else: `¹ text`, `[^7]: text`, `<sup>7</sup> text`, `[7]: https://…`
pub(super) fn explicit(text: &str) -> Option<NoteStart> {
    let (label, rest) = if let Some(inner) = text.strip_prefix("[^") {
        let (label, rest) =
            inner.split_once("]:").filter(|(l, _)| l.len() <= 40 && !l.contains(['[', ']']))?;
        (label.to_owned(), rest)
    } else if let Some(inner) = text.strip_prefix("<sup>") {
        let (label, rest) = inner.split_once("</sup>").filter(|(l, _)| l.len() <= 6)?;
        (label.trim().to_owned(), rest)
    } else if text.starts_with('[') {
        let (label, rest) = bracketed(text)?;
        let rest = rest.strip_prefix(':')?;
        rest.trim_start().starts_with("http").then_some((label, rest))?
    } else if let Some(rest) = text.strip_prefix(['†', '‡']) {
        (text.chars().take(1).collect(), rest)
    } else {
        let label: String = text.chars().map_while(superscript_digit).collect();
        if label.is_empty() {
            return None;
        }
        (label.clone(), text.trim_start_matches(|c| superscript_digit(c).is_some()))
    };
    start(text, label, rest)
}

/// An entry below a heading such as "References": `[3] text`, `(3) text`, `3. text`, `3) text`, `3 text`, `- text`.
pub(super) fn entry(text: &str) -> Option<NoteStart> {
    if let Some(found) = explicit(text) {
        return Some(found);
    }
    if let Some((label, rest)) = bracketed(text) {
        return start(text, label, rest.trim_start_matches([':', '.']));
    }
    let (digits, rest) = digits(text.trim_start_matches('('))?;
    let rest = if text.starts_with('(') { rest.strip_prefix(')')? } else { rest };
    let body = rest.trim_start_matches(['.', ')', ':']);
    if !body.starts_with(char::is_whitespace) && body.len() == rest.len() && !text.starts_with('(') {
        return None;
    }
    start(text, digits.to_owned(), body)
}

/// `[12]` and what follows it.
fn bracketed(text: &str) -> Option<(String, &str)> {
    let (label, rest) = digits(text.strip_prefix('[')?)?;
    Some((label.to_owned(), rest.strip_prefix(']')?))
}

fn digits(text: &str) -> Option<(&str, &str)> {
    let len = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if len == 0 || len > 3 {
        return None;
    }
    Some((text.get(..len)?, text.get(len..)?))
}

fn start(text: &str, label: String, rest: &str) -> Option<NoteStart> {
    let body = rest.trim_start();
    if body.is_empty() || label.is_empty() {
        return None;
    }
    Some(NoteStart { label, len: text.len() - body.len() })
}

/// Labels that need evidence from the whole document before a line may count as a note body.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Digits glued to a word of the text that also begin a fresh line: `talks7` and `7 Interview with …`
    pub(super) glued: BTreeSet<String>,
    /// Numbers `n` of lines `[n] text` that have a neighbour among such lines.
    bracketed: BTreeSet<u32>,
    /// Whether a star is glued to one word and begins one line.
    pub(super) star: bool,
}

impl Evidence {
    /// Looks for labels in the lines.
    pub(super) fn of(source: &str, lines: &[Line<'_>]) -> Self {
        let mut bodies = BTreeSet::new();
        let mut brackets = BTreeSet::new();
        let mut stars = 0_usize;
        for line in lines {
            if let Some((label, rest)) = bracketed(line.text)
                && rest.starts_with(' ')
                && let Ok(value) = label.parse::<u32>()
            {
                brackets.insert(value);
            }
            if let Some((label, rest)) = digits(line.text)
                && rest.starts_with(' ')
                && first_char(rest).is_some_and(|c| c.is_uppercase())
                && line.fresh_or_numbered()
            {
                bodies.insert(label.to_owned());
            }
            stars += usize::from(line.text.starts_with("* "));
        }
        let mut evidence = Self::default();
        if !bodies.is_empty() {
            evidence.glued = glued_digits(source).intersection(&bodies).cloned().collect();
        }
        evidence.star = stars == 1 && glued_stars(source) == 1;
        evidence.bracketed = brackets
            .iter()
            .copied()
            .filter(|n| brackets.contains(&(n + 1)) || (*n > 0 && brackets.contains(&(n - 1))))
            .collect();
        evidence
    }

    /// The note body that begins at a line outside a list of notes.
    pub(super) fn start(&self, line: &Line<'_>, after_note: bool) -> Option<NoteStart> {
        if let Some(found) = explicit(line.text) {
            return Some(found);
        }
        if self.star
            && let Some(rest) = line.text.strip_prefix("* ")
        {
            return start(line.text, "*".to_owned(), rest);
        }
        if !(line.fresh() || after_note) {
            return None;
        }
        if let Some((label, rest)) = bracketed(line.text) {
            let known = label.parse().is_ok_and(|n| self.bracketed.contains(&n));
            return if known { start(line.text, label, rest) } else { None };
        }
        let (label, rest) = digits(line.text)?;
        if !rest.starts_with(' ') || !self.glued.contains(label) || !first_char(rest)?.is_uppercase() {
            return None;
        }
        start(line.text, label.to_owned(), rest)
    }
}

impl Line<'_> {
    /// A line that may begin a note below another note.
    fn fresh_or_numbered(&self) -> bool {
        self.fresh() || self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The digits glued to words or closing punctuation anywhere in the source.
fn glued_digits(source: &str) -> BTreeSet<String> {
    let bytes = source.as_bytes();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let len = bytes.iter().skip(at).take_while(|b| b.is_ascii_digit()).count();
        if len <= 3 && is_glued(source, at, at + len) {
            found.insert(source.get(at..at + len).unwrap_or("").to_owned());
        }
        at += len;
    }
    found
}

/// Whether the digits `start..end` stand directly behind a small letter or behind punctuation that follows one, and end the word.
pub(super) fn is_glued(text: &str, start: usize, end: usize) -> bool {
    let after = text.get(end..).and_then(|t| t.chars().next());
    if after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '%' | ':')) {
        return false;
    }
    if after == Some('.') && text.get(end + 1..).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()))
    {
        return false;
    }
    let Some(before) = text.get(..start).map(|b| b.trim_end_matches(['*', '_'])) else { return false };
    let mut back = before.chars().rev();
    match back.next() {
        Some(ch) if ch.is_lowercase() => back.take(2).all(char::is_alphabetic),
        Some(ch) if matches!(ch, '.' | ',' | ';' | ':' | '!' | '?') || is_closer(ch) => {
            let near = back.next().is_some_and(|c| c.is_lowercase() || is_closer(c) || c == '.');
            let from = before.len().saturating_sub(24);
            let tail = before.get(ceil(before, from)..).unwrap_or("");
            let word = tail.rsplit(char::is_whitespace).next().unwrap_or("").trim_end_matches(ch);
            near && !(ch == '.' && (is_abbreviation(word) || bare(word).len() <= 1))
        }
        _ => false,
    }
}

fn glued_stars(source: &str) -> usize {
    let mut previous = ' ';
    let mut chars = source.chars().peekable();
    let mut count = 0;
    while let Some(ch) = chars.next() {
        if ch == '*' {
            let closes = chars.peek().is_none_or(|n| n.is_whitespace() || matches!(n, '.' | ',' | ';' | ':'));
            if closes && (previous.is_alphabetic() || matches!(previous, '.' | ',' | '”' | '"')) {
                count += 1;
            } else if !previous.is_whitespace() || chars.peek() != Some(&' ') {
                // Some other use of stars in the document: too uncertain.
                return 0;
            }
        }
        previous = ch;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn label(start: Option<NoteStart>) -> Option<(String, usize)> {
        start.map(|s| (s.label, s.len))
    }

    #[test]
    fn explicit_bodies() {
        assert_eq!(label(explicit("¹² ibid")), Some(("12".into(), 5)));
        assert_eq!(label(explicit("[^a1]: See the annex.")), Some(("a1".into(), 7)));
        assert_eq!(label(explicit("<sup>3</sup> See")), Some(("3".into(), 13)));
        assert_eq!(label(explicit("[3] See")), None);
        assert_eq!(label(explicit("Text¹")), None);
    }

    #[test]
    fn entries_below_a_heading() {
        for (text, len) in [
            ("[3] Okafor, A.", 4),
            ("3. Okafor, A.", 3),
            ("3) Okafor", 3),
            ("3 Okafor", 2),
            ("(3) Okafor", 4),
        ] {
            assert_eq!(label(entry(text)), Some(("3".into(), len)), "{text}");
        }
        assert_eq!(label(entry("2016. Okafor")), None);
        assert_eq!(label(entry("3rd edition")), None);
    }

    #[test]
    fn headings_of_notes() {
        assert!(
            is_notes_heading("## References")
                && is_notes_heading("NOTES:")
                && is_notes_heading("7. Works cited")
        );
        assert!(!is_notes_heading("The sources"));
    }

    #[test]
    fn plain_digits_need_both_ends() {
        let text = "The envoy spoke of long talks7 in Nairobi.\n\n7 Interview with a delegate, Nairobi.\n\n12 Delegates came.";
        let lines = split(text);
        let evidence = Evidence::of(text, &lines);
        assert_eq!(evidence.start(&lines[1], false).map(|s| s.label), Some("7".into()));
        assert_eq!(evidence.start(&lines[2], false), None);
    }

    #[test]
    fn glued_digits_are_no_numbers() {
        let glued = |text: &str| {
            text.find(|c: char| c.is_ascii_digit()).is_some_and(|s| {
                let len = text[s..].bytes().take_while(u8::is_ascii_digit).count();
                is_glued(text, s, s + len)
            })
        };
        assert!(glued("the war.7 Then") && glued("talks,3 and") && glued("“peace”4"));
        assert!(
            !glued("No.7 of")
                && !glued("para.4 of")
                && !glued("the G20")
                && !glued("3.5")
                && !glued("mid2020s")
        );
    }

    #[test]
    fn one_star_note() {
        let text = "The figures* are contested.\n\n* Counted by both sides.";
        let lines = split(text);
        assert_eq!(Evidence::of(text, &lines).start(&lines[1], false).map(|s| s.label), Some("*".into()));
        assert!(!Evidence::of("* one\n* two", &split("* one\n* two")).star);
    }
}
