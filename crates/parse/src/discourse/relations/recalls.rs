//! Which event a noun takes up that was told before: "the ministers met … during the meeting".

use std::ops::Range;

use verbale_core::{EventKind, Status};
use verbale_syntax::{Label, Tag};

use super::story::{Story, stem};
use crate::events::light_use;
use crate::events::scene::Scene;

/// How many sentences before a noun the event is looked for that it takes up.
pub(super) const REACH: usize = 3;
/// How many before one with a date: "the meeting of 3 May".
const DATED_REACH: usize = 60;

/// A sentence with its events, in the story.
pub(super) struct Here<'s, 'a, 't> {
    pub(super) scene: &'s Scene<'a, 't>,
    pub(super) story: &'s Story<'s>,
    /// The events of the sentence.
    pub(super) events: Range<usize>,
}

impl Here<'_, '_, '_> {
    /// The event that a word names: as its trigger or a word of it, or as the empty verb that carries its noun.
    pub(super) fn event_at(&self, word: usize) -> Option<usize> {
        let scene = self.scene;
        let range = scene.range(word..word + 1);
        let holds = |event: &usize| {
            let trigger = &self.story.events[*event].trigger;
            trigger.start <= range.start && range.end <= trigger.end
        };
        let mut named = self.events.clone().filter(holds);
        let heads = |event: &usize| self.story.events[*event].head == word;
        let by_word = named.clone().find(heads).or_else(|| named.next());
        by_word.or_else(|| {
            let verb = Some(word).filter(|&word| scene.is_verb(word))?;
            let carried = |event: &usize| {
                let event = &self.story.events[*event];
                let inside = scene.tokens_of(&event.trigger).contains(&event.head);
                inside && event.is_noun && light_use(scene, verb, event.head).is_some() && {
                    let above = scene.tree.head(event.head);
                    above == Some(verb) || above.and_then(|above| scene.tree.head(above)) == Some(verb)
                }
            };
            self.events.clone().find(carried)
        })
    }

    /// The event that a word names or takes up.
    pub(super) fn event_of(&self, word: usize) -> Option<usize> {
        self.event_at(word).or_else(|| self.antecedent(word))
    }

    /// The event told before that a noun takes up.
    pub(super) fn antecedent(&self, noun: usize) -> Option<usize> {
        antecedent(self.scene, self.story, noun, REACH)
    }
}

/// The event of the last `reach` sentences that a noun takes up: the nearest one that it may name, if nothing in its phrase says that it
/// is another one.
pub(super) fn antecedent(
    scene: &Scene<'_, '_>,
    story: &Story<'_>,
    noun: usize,
    reach: usize,
) -> Option<usize> {
    let (kinds, is_plural) = recalled(scene, noun)?;
    let phrase = Phrase::of(scene, noun)?;
    let start = scene.range(noun..noun + 1).start;
    let here = story.text.sentence_at(start)?;
    let dated = !phrase.dates.is_empty();
    // "Closed the border after the blockade": not the one that the noun belongs to.
    let above: Vec<usize> = scene.tree.ancestors(noun).collect();
    let holds = |event: usize| {
        let event = &story.events[event];
        event.sentence == here && above.contains(&event.head)
    };
    let behind = story.events.partition_point(|event| event.sentence <= here);
    let mut at = behind;
    while let Some(last) = at.checked_sub(1) {
        let sentence = story.events[last].sentence;
        let first = story.events.partition_point(|event| event.sentence < sentence);
        let far = here - sentence > if dated { DATED_REACH } else { reach };
        if far || !dated && story.section(sentence) != story.section(here) {
            return None;
        }
        let before = |event: &usize| story.events[*event].trigger.end <= start && !holds(*event);
        let told: Vec<usize> = (first..at).filter(before).collect();
        at = first;
        for &kind in kinds {
            let fits = |event: &&usize| {
                story.kind(**event) == Some(kind)
                    && is_told(story, **event)
                    && is_plural.zip(is_many(scene, story, **event)).is_none_or(|(one, other)| one == other)
                    && phrase.fits(story, **event)
            };
            let mut found: Vec<usize> =
                told.iter().filter(fits).map(|&event| story.retold[event].unwrap_or(event)).collect();
            found.dedup();
            match found[..] {
                [] => {}
                [only] => return Some(only),
                // Of several, none: it might be either.
                _ => return None,
            }
        }
    }
    None
}

/// Whether an event is one that a text can come back to.
fn is_told(story: &Story<'_>, event: usize) -> bool {
    !matches!(story.events[event].status, Status::Negated | Status::Hypothetical | Status::Failed)
}

/// Whether the noun of an event is a plural; a verb leaves it open, and "talks" are one or many.
fn is_many(scene: &Scene<'_, '_>, story: &Story<'_>, event: usize) -> Option<bool> {
    if !story.events[event].is_noun {
        return None;
    }
    let words = story.text.slice(&story.events[event].trigger).to_lowercase();
    let last = words.split_whitespace().next_back()?;
    let plural = last.ends_with('s') && !last.ends_with("ss") && !last.ends_with("us");
    let open = plural && !scene.lexicon.event_words.relations.recalls(last).is_empty();
    (!open).then_some(plural)
}

/// What a noun may take up, and whether that must be a plural; "talks" are one or many. `None` for a noun that takes up nothing.
fn recalled<'a>(scene: &Scene<'a, '_>, noun: usize) -> Option<(&'a [EventKind], Option<bool>)> {
    if !scene.is_noun(noun) || scene.actor_at(noun).is_some() {
        return None;
    }
    let words = &scene.lexicon.event_words.relations;
    let as_written = words.recalls(scene.lower(noun));
    let singular = scene.lemma(noun).to_lowercase();
    let plural = matches!(scene.tag(noun), Tag::NNS | Tag::NNPS);
    match (as_written, words.recalls(&singular)) {
        ([], []) => None,
        (kinds, _) if !kinds.is_empty() => Some((kinds, (!plural).then_some(false))),
        (_, kinds) => Some((kinds, Some(plural))),
    }
}

/// What the phrase of a noun says of the event.
struct Phrase {
    /// Where it begins.
    start: usize,
    /// Its dates.
    dates: Vec<usize>,
    /// Its other words, by their stems, with the actors that they name.
    words: Vec<(String, Option<usize>)>,
}

impl Phrase {
    /// `None` for a phrase that is not definite, or speaks of another event.
    fn of(scene: &Scene<'_, '_>, noun: usize) -> Option<Self> {
        let definite = scene.children(noun, &[Label::Det, Label::Poss]).any(|child| {
            child < noun
                && (scene.label(child) == Label::Poss
                    || matches!(scene.lower(child), "the" | "this" | "that" | "these" | "those"))
        });
        let is_other = |child: usize| {
            scene.label(child) == Label::Nummod
                || scene.lexicon.event_words.relations.is_other(scene.lower(child))
        };
        if !definite || scene.tree.children(noun).any(is_other) {
            return None;
        }
        // ", in which two died": what a clause behind a comma adds does not tell one event from another.
        let is_added = |token: usize| {
            scene.label(token) == Label::Relcl
                && scene.children(noun, &[Label::Punct]).any(|mark| mark < token)
        };
        let inside = scene
            .tree
            .below(noun, |token| !matches!(scene.label(token), Label::Conj | Label::Cc) && !is_added(token));
        let dates = &scene.mentions.dates;
        let start = scene.range(inside.first().map_or(noun..noun + 1, |&first| first..first + 1)).start;
        let mut phrase = Self { start, dates: Vec::new(), words: Vec::new() };
        for token in inside.into_iter().filter(|&token| token != noun) {
            let range = scene.range(token..token + 1);
            let date = dates.partition_point(|date| date.range.end <= range.start);
            if dates.get(date).is_some_and(|date| date.range.start < range.end) {
                phrase.dates.push(date);
            } else if is_content(scene, token) {
                let actor = scene.actor_at(token).map(|index| scene.mentions.actors[index].actor);
                phrase.words.push((stem(scene.lower(token)), actor));
            }
        }
        phrase.dates.dedup();
        Some(phrase)
    }

    /// Whether an event can be the one: its sentence has the words, and its date is not another one.
    fn fits(&self, story: &Story<'_>, event: usize) -> bool {
        let sentence = story.events[event].sentence;
        let same_date =
            |date: &usize| story.value(*date).is_some_and(|value| story.date(event) == Some(value));
        if !self.dates.iter().all(same_date) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        // In its own sentence, only what stands before the phrase counts.
        let range = story.range(sentence);
        let range = range.start..range.end.min(self.start);
        let words = story.words(&range);
        let actors = story.named(&range);
        self.words
            .iter()
            .all(|(word, named)| words.contains(word) || named.is_some_and(|named| actors.contains(&named)))
    }
}

/// Whether a word says something of its own.
fn is_content(scene: &Scene<'_, '_>, token: usize) -> bool {
    !matches!(
        scene.tag(token),
        Tag::DT
            | Tag::IN
            | Tag::TO
            | Tag::PRP
            | Tag::PRPS
            | Tag::POS
            | Tag::CC
            | Tag::WDT
            | Tag::WP
            | Tag::WRB
            | Tag::Comma
    ) && scene.lower(token).chars().any(char::is_alphanumeric)
}
