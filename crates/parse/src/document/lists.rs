//! List markers: bullets and ordinals at the start of a line.

use std::collections::BTreeSet;

use super::lines::Line;
use super::text::{Ending, ending, first_char};

/// How the ordinals of a list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    Bullet(char),
    /// Punctuation (`.`, `)`, or `(` for both brackets), numbering and number of parts (2 for `2.1`).
    Ordinal(char, Numbering, usize),
}

/// The series an ordinal belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Numbering {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
}

/// A marker read from the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker<'a> {
    pub(super) style: Style,
    /// The ordinal without punctuation; empty for a bullet.
    pub(super) label: &'a str,
    /// Its place in the series; 0 for a bullet.
    pub(super) value: u32,
    /// Bytes from the start of the line to the item's text.
    pub(super) len: usize,
    /// Further bullets before the text (`- - text` has one).
    pub(super) extra: u8,
}

const BULLETS: &[char] =
    &['-', '*', '+', '•', '–', '—', '‣', '▪', '●', '○', '◦', '·', '∙', '■', '□', '➢', '\u{f0b7}'];

/// The bullet at the start of `text`, if there is one and text follows it.
pub(super) fn bullet(text: &str) -> Option<Marker<'_>> {
    let mut rest = text;
    let mut style = None;
    let mut extra = 0_u8;
    while let Some(ch) = rest.chars().next().filter(|c| BULLETS.contains(c)) {
        let after = rest.get(ch.len_utf8()..).unwrap_or("");
        let spaced = after.trim_start();
        // Marks that are nothing but bullets need no space.
        if spaced.is_empty()
            || (spaced.len() == after.len() && matches!(ch, '-' | '*' | '+' | '–' | '—' | '·'))
        {
            break;
        }
        if style.is_some() {
            extra = extra.saturating_add(1);
        } else {
            style = Some(Style::Bullet(ch));
        }
        rest = spaced;
    }
    // A line of dashes and spaces is a rule.
    first_char(rest).filter(|c| c.is_alphanumeric() || !BULLETS.contains(c))?;
    Some(Marker { style: style?, label: "", value: 0, len: text.len() - rest.len(), extra })
}

/// The ordinal at the start of `text`: `12.`, `12)`, `(12)`, `a)`, `(iv)`, `IV.`, `2.1`, `2.1.`
pub(super) fn ordinal(text: &str) -> Option<Marker<'_>> {
    let open = usize::from(text.starts_with('('));
    let body = text.get(open..)?;
    let len = body.bytes().take(12).take_while(|b| b.is_ascii_alphanumeric() || *b == b'.').count();
    let mut label = body.get(..len)?;
    let mut rest = body.get(len..)?;
    let close = if open == 1 {
        rest = rest.strip_prefix(')')?;
        '('
    } else if let Some(after) = rest.strip_prefix(')') {
        rest = after;
        ')'
    } else if let Some(stem) = label.strip_suffix('.') {
        label = stem;
        '.'
    } else if label.contains('.') && first_char(rest).is_some_and(char::is_uppercase) {
        // "2.1 The northern front"
        '.'
    } else {
        return None;
    };
    let item = rest.trim_start();
    if item.is_empty() || item.len() == rest.len() {
        return None;
    }
    let (numbering, value, parts) = number(label)?;
    let style = Style::Ordinal(close, numbering, parts);
    Some(Marker { style, label, value, len: text.len() - item.len(), extra: 0 })
}

/// Reads an ordinal. A single letter that is also a Roman numeral is given as a letter, except `i` and `I`.
fn number(label: &str) -> Option<(Numbering, u32, usize)> {
    if label.starts_with(|c: char| c.is_ascii_digit()) {
        let mut value = 0;
        let mut parts = 0;
        for part in label.split('.') {
            if part.is_empty() || part.len() > 3 {
                return None;
            }
            value = part.parse().ok()?;
            parts += 1;
        }
        return Some((Numbering::Decimal, value, parts));
    }
    if label.contains('.') {
        return None;
    }
    let lower = label.to_ascii_lowercase();
    let upper = label.bytes().all(|b| b.is_ascii_uppercase());
    if !upper && lower != label {
        return None;
    }
    let roman = if upper { Numbering::UpperRoman } else { Numbering::LowerRoman };
    let letter = if upper { Numbering::UpperLetter } else { Numbering::LowerLetter };
    match lower.as_bytes() {
        [b'i'] => Some((roman, 1, 1)),
        [byte] if byte.is_ascii_lowercase() => Some((letter, u32::from(byte - b'a') + 1, 1)),
        _ => roman_value(&lower).map(|value| (roman, value, 1)),
    }
}

/// The value of a lower-case Roman numeral below 90, written in the usual way.
pub(super) fn roman_value(lower: &str) -> Option<u32> {
    if lower.is_empty() || lower.len() > 8 {
        return None;
    }
    let digit = |b: u8| match b {
        b'i' => Some(1_u32),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        _ => None,
    };
    let mut value = 0_u32;
    let mut previous = 0;
    for byte in lower.bytes().rev() {
        let next = digit(byte)?;
        if next < previous {
            value = value.checked_sub(next)?
        } else {
            value += next
        }
        previous = next.max(previous);
    }
    (roman_text(value) == lower).then_some(value)
}

fn roman_text(mut value: u32) -> String {
    let mut text = String::new();
    for (worth, letters) in [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while value >= worth {
            text.push_str(letters);
            value -= worth;
        }
    }
    text
}

/// The ordinals that stand at line starts of a document: one alone is weak evidence for a list.
#[derive(Debug, Default)]
pub(super) struct Series(BTreeSet<(Style, u32)>);

impl Series {
    /// Collects the ordinals of all lines.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut series = BTreeSet::new();
        for line in lines {
            if let Some(marker) = ordinal(line.text) {
                series.insert((marker.style, marker.value));
                if let Some(other) = as_roman(&marker) {
                    series.insert((other.style, other.value));
                }
            }
        }
        Self(series)
    }

    fn has_neighbour(&self, style: Style, value: u32) -> bool {
        self.0.contains(&(style, value + 1)) || (value > 1 && self.0.contains(&(style, value - 1)))
    }

    /// The marker of a line, if it is credible there. `before` is the line above, unless a list item just ended; `wrapped` says
    /// that paragraphs have hard line breaks, so that any word may come to stand at a line start.
    pub(super) fn marker<'a>(
        &self,
        line: &Line<'a>,
        before: Option<&Line<'_>>,
        wrapped: bool,
    ) -> Option<Marker<'a>> {
        let ended = line.fresh() || before.is_none_or(|b| ending(b.text) != Ending::Open);
        let fresh = ended || before.is_some_and(|b| ends_in_and(b.text));
        if let Some(marker) = bullet(line.text) {
            // A dash at a line start may stand inside a sentence.
            let wide = matches!(marker.style, Style::Bullet('–' | '—'));
            return (ended || !(wrapped || wide) || (fresh && !wide)).then_some(marker);
        }
        let marker = ordinal(line.text)?;
        let (marker, neighbour) = match as_roman(&marker).filter(|r| self.has_neighbour(r.style, r.value)) {
            Some(roman) if !self.has_neighbour(marker.style, marker.value) => (roman, true),
            _ => {
                let neighbour = self.has_neighbour(marker.style, marker.value);
                (marker, neighbour)
            }
        };
        let credible = match marker.style {
            Style::Ordinal('.' | ')', Numbering::Decimal, _) => neighbour || line.fresh(),
            Style::Ordinal(_, Numbering::UpperRoman, _) if marker.label.len() > 1 => {
                neighbour || line.fresh()
            }
            _ => neighbour,
        };
        (credible && (fresh || !wrapped)).then_some(marker)
    }
}

/// A one-letter ordinal such as `v` read as a Roman numeral.
fn as_roman<'a>(marker: &Marker<'a>) -> Option<Marker<'a>> {
    let Style::Ordinal(close, numbering, 1) = marker.style else { return None };
    let roman = match numbering {
        Numbering::LowerLetter => Numbering::LowerRoman,
        Numbering::UpperLetter => Numbering::UpperRoman,
        _ => return None,
    };
    let value = roman_value(&marker.label.to_ascii_lowercase())?;
    Some(Marker { style: Style::Ordinal(close, roman, 1), value, ..marker.clone() })
}

fn ends_in_and(text: &str) -> bool {
    text.ends_with(" and") || text.ends_with(" or")
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn read(text: &str) -> Option<(String, usize)> {
        bullet(text).or_else(|| ordinal(text)).map(|m| (m.label.to_owned(), m.len))
    }

    #[test]
    fn markers() {
        assert_eq!(read("- text"), Some((String::new(), 2)));
        assert_eq!(read("•text"), Some((String::new(), 3)));
        assert_eq!(read("- - text").map(|m| m.1), Some(4));
        assert_eq!(read("12. Text"), Some(("12".into(), 4)));
        assert_eq!(read("(iv) text"), Some(("iv".into(), 5)));
        assert_eq!(read("a) text"), Some(("a".into(), 3)));
        assert_eq!(read("2.1 The front"), Some(("2.1".into(), 4)));
        for none in
            ["-text", "*text*", "3.5 million", "1990. Text", "No. 5", "- - -", "—", "hello) there", "12."]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn roman_numerals_are_canonical() {
        assert_eq!(roman_value("xiv"), Some(14));
        assert_eq!(roman_value("iiii"), None);
        assert_eq!(roman_value("vx"), None);
    }

    fn credible(text: &str, wrapped: bool) -> Vec<bool> {
        let lines = split(text);
        let series = Series::of(&lines);
        lines
            .iter()
            .enumerate()
            .map(|(i, l)| series.marker(l, i.checked_sub(1).map(|p| &lines[p]), wrapped).is_some())
            .collect()
    }

    #[test]
    fn an_initial_is_no_list() {
        assert_eq!(credible("A. Novak said so.", false), [false]);
        assert_eq!(credible("a) one\nb) two", false), [true, true]);
    }

    #[test]
    fn wrapped_text_may_begin_with_a_dash_or_number() {
        assert_eq!(
            credible("They met on the\n12. of the month and\n– at last – talked", true),
            [false, false, false]
        );
        assert_eq!(credible("They agreed:\n- to meet;\n- to talk.", true), [false, true, true]);
    }

    #[test]
    fn letters_in_a_roman_series() {
        let lines = split("iv) x\nv) y");
        let series = Series::of(&lines);
        let marker = series.marker(&lines[1], Some(&lines[0]), false);
        assert_eq!(marker.map(|m| m.value), Some(5));
    }
}
