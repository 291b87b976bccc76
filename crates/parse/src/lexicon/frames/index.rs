//! The words of all frames, to be looked up by the first one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use verbale_syntax::solid;

use super::super::letters::Letters;
use super::{Frame, forms};

/// Words that name an event of a frame, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Trigger {
    /// The words, with a space between each two.
    phrase: Letters,
    /// The frame, by its place in the lexicon.
    pub(crate) frame: usize,
}

impl Trigger {
    /// The words; a hyphen is one, too.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.phrase.split(' ')
    }

    /// The words behind the first one.
    pub(crate) fn rest(&self) -> impl Iterator<Item = &str> + Clone {
        self.words().skip(1)
    }

    /// Whether it is one word.
    pub(crate) fn is_word(&self) -> bool {
        !self.phrase.contains(' ')
    }
}

/// Triggers by their first word, verbs and nouns apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct TriggerIndex {
    verbs: BTreeMap<Letters, Vec<Trigger>>,
    nouns: BTreeMap<Letters, Vec<Trigger>>,
    /// The verb of each -ing form.
    gerunds: BTreeMap<Letters, Letters>,
    /// The verb of each other regular form.
    finite: BTreeMap<Letters, Letters>,
    modals: BTreeMap<Letters, usize>,
}

impl TriggerIndex {
    /// The words of some frames.
    pub(crate) fn new(frames: &[Frame]) -> Self {
        let mut index = Self::default();
        for (frame, entry) in frames.iter().enumerate() {
            let trigger = |phrase: &Letters| Trigger { phrase: words(phrase), frame };
            for (list, phrases) in [(&mut index.verbs, &entry.verbs), (&mut index.nouns, &entry.nouns)] {
                for trigger in phrases.iter().map(trigger) {
                    let first = Letters::from(trigger.words().next().unwrap_or_default());
                    list.entry(first).or_default().push(trigger);
                }
            }
            index.modals.extend(entry.modals.iter().map(|modal| (modal.clone(), frame)));
        }
        for verb in index.verbs.keys() {
            index.gerunds.extend(forms::gerund(verb).into_iter().map(|form| (form.into(), verb.clone())));
            index.finite.extend(forms::finite(verb).into_iter().map(|form| (form.into(), verb.clone())));
        }
        for triggers in index.verbs.values_mut().chain(index.nouns.values_mut()) {
            // The most and longest words first; of equals, the frame that was read last: a user's frames override the embedded ones.
            triggers.sort_by_cached_key(|trigger| {
                let words = trigger.words().count();
                Reverse((words, trigger.phrase.len() + 1 - words, trigger.frame))
            });
        }
        index
    }

    /// The triggers of a verb by its base form, the longest first; by its form as written where the base form is of no verb.
    pub(crate) fn verbs(&self, lemma: &str, form: &str) -> &[Trigger] {
        let by_form = || self.verbs.get(self.finite.get(form).or_else(|| self.gerunds.get(form))?);
        self.verbs.get(lemma).or_else(by_form).map_or(&[], Vec::as_slice)
    }

    /// The triggers whose noun phrase begins with a word, the longest first.
    pub(crate) fn nouns(&self, word: &str) -> &[Trigger] {
        self.nouns.get(word).map_or(&[], Vec::as_slice)
    }

    /// The frame of a modal verb.
    pub(crate) fn modal(&self, word: &str) -> Option<usize> {
        self.modals.get(word).copied()
    }

    /// The base form of a verb with this -ing form.
    pub(crate) fn verb_of_gerund(&self, form: &str) -> Option<&str> {
        self.gerunds.get(form).map(AsRef::as_ref)
    }
}

/// The words of a phrase, with a space between each two; a hyphen is a word of its own, as it is a token, save behind "re".
fn words(phrase: &str) -> Letters {
    let words: Vec<String> = phrase.split(' ').map(|word| solid(word).replace('-', " - ")).collect();
    words.join(" ").into()
}
