//! All names of known actors, sorted, and the search for them in a text.

use std::cmp::Reverse;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use verbale_core::ActorKind;

use super::actors::{FormKind, KnownActor};
use super::letters::Letters;

/// Of two actors that share a form, the first in this order has it: the one of the folder that was read last, the one whose form
/// is worth more, the one that still exists, the one that stands later.
type Worth = (Reverse<usize>, FormKind, bool, Reverse<usize>);

/// Finds the names of known actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct NameIndex {
    /// The names in the order of their bytes, each once.
    names: Vec<Letters>,
    /// Whose they are, and what form; the best one where several actors share a name.
    entries: Vec<(usize, FormKind)>,
    /// The names that begin with each byte.
    first: Vec<Range<usize>>,
}

/// A name that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameMatch {
    pub(crate) range: Range<usize>,
    /// Index into the lexicon's actors.
    pub(crate) actor: usize,
    pub(crate) form: FormKind,
}

impl NameIndex {
    /// Builds the index.
    pub(crate) fn new(actors: &[KnownActor]) -> Self {
        let mut forms: Vec<(String, Worth, usize)> = Vec::new();
        for (index, actor) in actors.iter().enumerate() {
            for form in actor.forms.iter().filter(|form| !form.text.is_empty()) {
                let worth = (Reverse(actor.layer), form.by, actor.is_past, Reverse(index));
                forms.push((form.text.to_string(), worth, index));
                if let Some(lower) = in_sentence_case(actor.kind, &form.text) {
                    forms.push((lower, worth, index));
                }
                if form.text.contains('\'') {
                    forms.push((form.text.replace('\'', "’"), worth, index));
                }
            }
        }
        forms.sort_unstable();
        forms.dedup_by(|later, first| later.0 == first.0);
        let entries = forms.iter().map(|&(_, (_, form, ..), actor)| (actor, form)).collect();
        let names: Vec<Letters> = forms.into_iter().map(|(text, ..)| text.into()).collect();
        let first = (0..=u8::MAX).map(|byte| narrow(&names, 0..names.len(), 0, byte)).collect();
        Self { names, entries, first }
    }

    /// The names in a text, whole words only, the longest where several begin at one place.
    pub(crate) fn find(&self, text: &str) -> Vec<NameMatch> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            let Some((name, end)) = self.longest_at(text.as_bytes(), at, byte) else {
                at += 1;
                continue;
            };
            let whole = starts_word(text, at) && (ends_word(text, end) || text[..end].ends_with('-'));
            if let Some(&(actor, form)) = self.entries.get(name).filter(|_| whole) {
                found.push(NameMatch { range: at..end, actor, form });
            }
            at = end;
        }
        found
    }

    /// The longest name that begins at a byte, and the position behind it.
    fn longest_at(&self, text: &[u8], at: usize, byte: u8) -> Option<(usize, usize)> {
        let mut names = self.first.get(usize::from(byte))?.clone();
        let mut longest = None;
        let mut end = at + 1;
        while !names.is_empty() {
            // Of names that begin alike, the shortest stands first.
            if self.names[names.start].len() == end - at {
                longest = Some((names.start, end));
            }
            let Some(&next) = text.get(end) else { break };
            names = narrow(&self.names, names, end - at, next);
            end += 1;
        }
        longest
    }

    /// The actor whose name a text is, from its first letter to its last one.
    pub(crate) fn find_whole(&self, text: &str) -> Option<usize> {
        self.find(text).into_iter().find(|name| name.range == (0..text.len())).map(|name| name.actor)
    }

    /// The names within a longer name: behind its first word, and before its last one.
    pub(crate) fn find_within(&self, name: &str) -> Vec<NameMatch> {
        let mut found = Vec::new();
        if let Some(end) = name.rfind(' ') {
            found.extend(self.find(name.get(..end).unwrap_or("")));
        }
        if let Some(start) = name.find(' ').map(|space| space + 1) {
            found.extend(self.find(name.get(start..).unwrap_or("")).into_iter().map(|mut inner| {
                inner.range = start + inner.range.start..start + inner.range.end;
                inner
            }));
        }
        found
    }
}

/// The name of a body as much of the press writes it: "UN security council", "European parliament". Only where the first word leaves
/// no doubt: "a European commission" may be any.
fn in_sentence_case(kind: ActorKind, name: &str) -> Option<String> {
    let is_plain = |first: &str| {
        let is_acronym = first.chars().skip(1).any(char::is_uppercase);
        kind == ActorKind::Legislature || is_acronym && matches!(kind, ActorKind::Igo | ActorKind::Organ)
    };
    let (first, rest) = name.split_once(' ').filter(|(first, _)| is_plain(first))?;
    let lower: Vec<String> = rest
        .split(' ')
        .map(|word| {
            // "EU" and "NATO" stay as they are.
            let is_acronym = word.chars().skip(1).any(char::is_uppercase);
            if is_acronym { word.to_owned() } else { word.to_lowercase() }
        })
        .collect();
    // "Capitol Hill" is no body's name.
    if !lower.iter().any(|word| BODIES.contains(&word.as_str())) {
        return None;
    }
    let lower = lower.join(" ");
    (lower != rest).then(|| format!("{first} {lower}"))
}

/// Nouns of bodies that the press writes small within their names.
const BODIES: &[&str] = &[
    "council",
    "parliament",
    "assembly",
    "commission",
    "committee",
    "congress",
    "senate",
    "secretariat",
    "mission",
];

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|char: char| char.is_alphanumeric())
}

fn ends_word(text: &str, at: usize) -> bool {
    !text[at..].starts_with(|char: char| char.is_alphanumeric())
}

/// Those of some names, which are sorted and alike up to a place, that have a byte there.
fn narrow(names: &[Letters], among: Range<usize>, place: usize, byte: u8) -> Range<usize> {
    let alike = &names[among.clone()];
    let at = |name: &Letters| name.as_bytes().get(place).copied();
    let first = alike.partition_point(|name| at(name) < Some(byte));
    let count = alike[first..].partition_point(|name| at(name) == Some(byte));
    among.start + first..among.start + first + count
}
