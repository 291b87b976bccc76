//! All names of known actors in one automaton, found in one pass.

use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::actors::{FormKind, KnownActor};

/// Of two actors that share a form, the first in this order has it: the one of the folder that was read last, the one whose form
/// is worth more, the one that still exists, the one that stands later.
type Worth = (Reverse<usize>, FormKind, bool, Reverse<usize>);

/// Finds the names of known actors.
#[derive(Debug)]
pub(crate) struct NameIndex {
    automaton: AhoCorasick,
    /// For each pattern of the automaton, the actor and the form; the best one where several share the pattern.
    entries: Vec<(usize, FormKind)>,
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
    /// Builds the index; `None` if there are more names than an automaton holds.
    pub(crate) fn new(actors: &[KnownActor]) -> Option<Self> {
        let mut forms: Vec<(String, Worth, usize)> = Vec::new();
        for (index, actor) in actors.iter().enumerate() {
            for form in &actor.forms {
                let worth = (Reverse(actor.layer), form.by, actor.is_past, Reverse(index));
                forms.push((form.text.clone(), worth, index));
                if form.text.contains('\'') {
                    forms.push((form.text.replace('\'', "’"), worth, index));
                }
            }
        }
        forms.sort();
        forms.dedup_by(|later, first| later.0 == first.0);
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(forms.iter().map(|(text, ..)| text.as_bytes()))
            .ok()?;
        Some(Self {
            automaton,
            entries: forms.iter().map(|&(_, (_, form, ..), actor)| (actor, form)).collect(),
        })
    }

    /// The names in a text, whole words only, the longest where several begin at one place.
    pub(crate) fn find(&self, text: &str) -> Vec<NameMatch> {
        let found = self.automaton.find_iter(text).filter_map(|found| {
            let range = found.range();
            let (actor, form) = *self.entries.get(found.pattern().as_usize())?;
            let whole = starts_word(text, range.start)
                && (ends_word(text, range.end) || text[..range.end].ends_with('-'));
            whole.then_some(NameMatch { range, actor, form })
        });
        found.collect()
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

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|char: char| char.is_alphanumeric())
}

fn ends_word(text: &str, at: usize) -> bool {
    !text[at..].starts_with(|char: char| char.is_alphanumeric())
}
