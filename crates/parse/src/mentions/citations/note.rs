//! What a note says: address, title, and whether it repeats another one.

use std::ops::Range;

use crate::document::Layout;
use crate::mentions::dates;
use crate::text::Text;

/// A note or an entry in a list of references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    number: Option<u32>,
    pub(super) range: Range<usize>,
    pub(super) url: Option<String>,
    pub(super) title: Option<String>,
    pub(super) same_as: Option<u32>,
    pub(super) lost: bool,
}

/// Reads a note; `before` is the one before it, which an "ibid" repeats.
pub(super) fn read(
    label: &str,
    range: Range<usize>,
    layout: &Layout,
    text: &Text<'_>,
    before: Option<&Note>,
) -> Note {
    let body = text.slice(&range);
    let number = label.parse().ok();
    let first = layout.links.partition_point(|link| link.range.start < range.start);
    let url = layout.links.get(first).filter(|link| link.range.end <= range.end);
    let mut note = Note {
        number,
        range: range.clone(),
        url: url.map(|link| link.url.clone()),
        title: None,
        same_as: None,
        lost: false,
    };
    if is_ibid(body) {
        match before {
            Some(before) => {
                note.url = note.url.or_else(|| before.url.clone());
                note.title = before.title.clone();
                note.same_as = before.same_as.or(before.number);
            }
            None => note.lost = true,
        }
        return note;
    }
    let end = url.filter(|link| link.bare).map_or(range.end, |link| link.range.start);
    note.title = title(text.slice(&(range.start..end)));
    note
}

fn is_ibid(body: &str) -> bool {
    let start = body.trim_start();
    start.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("ibid"))
        && !start[4..].starts_with(|char: char| char.is_alphabetic() && char != 'e')
}

/// The words of a note without a date before them and without closing marks.
fn title(words: &str) -> Option<String> {
    let words = words.trim();
    let mut rest = words;
    let date =
        words.find(|char: char| !(char.is_ascii_digit() || ".-/ ".contains(char))).unwrap_or(words.len());
    if date >= 8 && dates::is_numeric_day(&words[..date]) {
        rest = &words[date..];
    }
    let rest = rest.trim_matches(|char: char| char.is_whitespace() || ",;:–—-".contains(char));
    let rest = rest.trim_end_matches(" at").trim_end_matches("Available").trim();
    (rest.chars().any(char::is_alphabetic)).then(|| rest.to_owned())
}
