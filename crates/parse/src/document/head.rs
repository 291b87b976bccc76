//! The fields of the head, read from the blocks of the masthead.

use std::ops::Range;

use super::fields::{Class, classify, find_date, is_name, label, name_parts, segments};
use super::masthead::Plan;
use super::reading::Reading;
use super::text::{all_caps, bare, is_function_word};
use super::word_lists::{HeadClass, Label, word_lists};
use super::{Block, Head, HeadField};

/// How a name in capitals is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Casing {
    Person,
    Name,
}

/// Reads the fields. `blocks` are the blocks of the planned drafts, in order.
pub(super) fn read(reading: &Reading, plan: &Plan, blocks: &[Option<usize>], all: &[Block]) -> Head {
    let mut head = Head::default();
    for (class, block) in plan.iter().zip(blocks) {
        let Some(block) = block.and_then(|b| all.get(b)) else { continue };
        let text = reading.text().get(block.range.clone()).unwrap_or("");
        let at = block.range.start;
        if *class == Class::Title {
            set(&mut head.title, || field(text, 0..text.len(), at, Casing::Name));
            continue;
        }
        for part in segments(text) {
            let start = offset(text, part);
            segment(&mut head, part, at + start);
        }
    }
    head
}

fn segment(head: &mut Head, text: &str, at: usize) {
    let class = classify(text);
    let (class, skip) = match class {
        Class::Labelled(kind) => (class, label(text).map_or((kind, 0), |found| found).1),
        _ => (class, 0),
    };
    let body = text.get(skip..).unwrap_or("");
    match class {
        Class::Person | Class::Labelled(Label::Author) => authors(head, body, at + skip),
        Class::Organisation | Class::Labelled(Label::Publisher) => {
            set(&mut head.publisher, || field(body, 0..body.len(), at + skip, Casing::Name))
        }
        Class::Genre if head.genre.is_none() => {
            head.genre = Some(field(body, 0..body.len(), at, Casing::Name))
        }
        Class::Labelled(Label::Title) => {
            set(&mut head.title, || field(body, 0..body.len(), at + skip, Casing::Name))
        }
        _ => {}
    }
    if class != Class::Address
        && let Some(range) = find_date(body)
    {
        set(&mut head.date, || field(body, range, at + skip, Casing::Person));
    }
}

fn set(slot: &mut Option<HeadField>, value: impl FnOnce() -> HeadField) {
    if slot.is_none() {
        *slot = Some(value());
    }
}

/// The persons of a byline.
fn authors(head: &mut Head, text: &str, at: usize) {
    let explicit = text.get(..3).is_some_and(|b| b.eq_ignore_ascii_case("by "));
    let names = text.get(if explicit { 3 } else { 0 }..).unwrap_or("");
    let parts = name_parts(names);
    let any = parts.iter().any(|p| is_name(p));
    for part in parts {
        let only = !any && head.authors.is_empty() && find_date(part).is_none();
        if is_name(part) || only {
            let start = offset(text, part);
            let end = start + part.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.').len();
            head.authors.push(field(text, start..end, at, Casing::Person));
        }
    }
}

/// Where `part`, a slice of `text`, begins in it.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn field(text: &str, range: Range<usize>, at: usize, casing: Casing) -> HeadField {
    let raw = text.get(range.clone()).unwrap_or("");
    HeadField { text: cased(raw, casing), range: at + range.start..at + range.end }
}

/// Writes a name that is all in capitals the usual way; a person's name word by word.
fn cased(text: &str, casing: Casing) -> String {
    let whole = all_caps(text);
    let mut out = String::with_capacity(text.len());
    for (i, word) in text.split_whitespace().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let lower = bare(word);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let shout = whole || (casing == Casing::Person && letters >= 3 && all_caps(word));
        let acronym = word_lists().head.has(&lower, HeadClass::Acronym) && casing == Casing::Name
            || word.starts_with('(')
            || word.contains('.')
            || !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']) && letters <= 5;
        if !shout
            || (acronym && !is_function_word(&lower))
            || (word_lists().head.has(&lower, HeadClass::Acronym) && casing == Casing::Name && letters > 2)
        {
            out.push_str(word);
        } else if i > 0 && casing == Casing::Name && is_function_word(&lower) {
            out.push_str(&word.to_lowercase());
        } else {
            capitalise(word, &mut out);
        }
    }
    out
}

fn capitalise(word: &str, out: &mut String) {
    let mut start = true;
    for (i, ch) in word.char_indices() {
        if start {
            out.push(ch);
        } else if ch == 'İ' {
            // The lower case of a dotted capital is a plain i, not i and a combining dot.
            out.push('i');
        } else {
            out.extend(ch.to_lowercase());
        }
        let possessive = matches!(ch, '\'' | '’') && word.len() - i - ch.len_utf8() <= 1;
        start = !ch.is_alphabetic() && !possessive;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_names() {
        assert_eq!(cased("AMINA O'NEIL-OKORO", Casing::Person), "Amina O'Neil-Okoro");
        assert_eq!(cased("Jean DUPONT", Casing::Person), "Jean Dupont");
        assert_eq!(
            cased("INSTITUTE FOR THE STUDY OF PEACE", Casing::Name),
            "Institute for the Study of Peace"
        );
        assert_eq!(cased("THE UN AND THE SAHEL", Casing::Name), "The UN and the Sahel");
        assert_eq!(cased("İLKAY", Casing::Person), "İlkay");
        assert_eq!(cased("The talks", Casing::Name), "The talks");
    }
}
