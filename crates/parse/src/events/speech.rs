//! Who says what stands between quotation marks: the subject of the verb of saying that governs it, stands in it, or introduces it
//! from the sentence before or behind.

mod quoted;
mod speaker;

use std::ops::Range;

use verbale_core::{ActorKind, Role};
use verbale_syntax::Label;

use super::participants::{ParticipantDraft, Who};
use super::scene::{self, Scene};
use super::{Events, of_sentences};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::{Text, TokenKind, within};
pub(crate) use quoted::top;
use quoted::{Quoted, says};
pub(super) use speaker::speaker;

/// Quoted words that somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speech {
    /// Whose words they are, as far as the text names somebody.
    pub(crate) speaker: Option<Who>,
    /// The verb of saying, or what stands for one.
    pub(crate) cue: Range<usize>,
    /// The word that a participle of saying describes: "a statement saying".
    pub(crate) under: Option<Range<usize>>,
    /// The sentence of the cue.
    pub(crate) sentence: usize,
    /// When it was said, by its place among the date mentions.
    pub(crate) date: Option<usize>,
    /// Whether the quoted words are what is said, and not a word within it: "said that the “zone” stays closed".
    pub(crate) is_whole: bool,
}

/// For each quotation, who says it, if somebody does.
pub(super) fn find(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon) -> Vec<Option<Speech>> {
    let reader = Reader { text, mentions, lexicon };
    let ranges = &mentions.quotations.ranges;
    let mut speeches: Vec<Option<Speech>> = Vec::with_capacity(ranges.len());
    for (index, range) in ranges.iter().enumerate() {
        let before =
            index.checked_sub(1).and_then(|before| Some((&ranges[before], speeches.get(before)?.as_ref()?)));
        let speech = reader.speech(range, before);
        speeches.push(speech);
    }
    speeches
}

/// Whether what a verb says stands in quotation marks in its sentence.
pub(super) fn says_quotation(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let cue = scene.range(verb..verb + 1);
    let ranges = &scene.mentions.quotations.ranges;
    within(ranges, |range| range, &scene.sentence.range).any(|index| {
        let speech = Quoted::of(scene, &ranges[index], 0).and_then(|quoted| quoted.speech());
        speech.is_some_and(|speech| speech.is_whole && speech.cue == cue)
    })
}

/// Whether words in quotation marks are what a verb calls somebody or something: "called the demand “unreasonable”".
pub(super) fn calls_quotation(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let ranges = &scene.mentions.quotations.ranges;
    within(ranges, |range| range, &scene.sentence.range).any(|index| {
        let inside = scene.tokens_of(&ranges[index]);
        let top = inside.clone().find(|&token| {
            scene.tree.head(token).is_some_and(|head| !inside.contains(&head))
                && scene.label(token) != Label::Punct
        });
        let above = top.and_then(|top| scene.tree.ancestors(top).find(|&above| scene.is_verb(above)));
        verb < inside.start && above == Some(verb)
    })
}

/// Gives the speaker of a quotation to the event that its verb of saying names, if nobody else acts in it.
pub(super) fn attribute(events: &mut Events) {
    for speech in events.speeches.iter().flatten() {
        let Some(who) = &speech.speaker else { continue };
        let said = of_sentences(&events.drafts, speech.sentence..speech.sentence + 1);
        let mut said = events.drafts[said].iter_mut().filter(|event| event.trigger == speech.cue);
        if let Some(event) =
            said.find(|event| !event.participants.iter().any(|found| found.role == Role::Actor))
        {
            event.participants.insert(0, ParticipantDraft { role: Role::Actor, who: who.clone() });
        }
    }
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    mentions: &'a Mentions,
    lexicon: &'a Lexicon,
}

impl Reader<'_, '_> {
    fn read<T>(&self, sentence: usize, reader: impl FnOnce(&Scene<'_, '_>) -> Option<T>) -> Option<T> {
        scene::read(self.text, self.mentions, self.lexicon, sentence, reader).flatten()
    }

    /// Who says a quotation; `before` is the one before it, if somebody says that.
    fn speech(&self, range: &Range<usize>, before: Option<(&Range<usize>, &Speech)>) -> Option<Speech> {
        let first = self.text.sentence_at(range.start)?;
        let last = self.text.sentence_at(range.end.checked_sub(1)?)?;
        let within =
            |sentence: usize| self.read(sentence, |scene| Quoted::of(scene, range, sentence)?.speech());
        let found = within(last).or_else(|| within(first).filter(|_| first != last));
        let found = found.or_else(|| {
            if !self.stands_alone(range, first, last) {
                return None;
            }
            self.said_behind(range, last)
                .or_else(|| goes_on(self.text, range, before))
                .or_else(|| self.announced(first))
        });
        found.map(|speech| self.with_recent_person(range, before, speech))
    }

    /// Whether a quotation is all that its sentences hold.
    fn stands_alone(&self, range: &Range<usize>, first: usize, last: usize) -> bool {
        let sentences = self.text.sentences();
        let outside = [sentences[first].range.start..range.start, range.end..sentences[last].range.end];
        outside.iter().all(|part| !self.text.slice(part).contains(char::is_alphanumeric))
    }

    /// “We shall stay!” he said.
    fn said_behind(&self, range: &Range<usize>, last: usize) -> Option<Speech> {
        let block = self.text.sentences().get(last)?.block;
        let next = self.text.sentences().get(last + 1).filter(|next| next.block == block)?;
        let opens = self.text.slice(&next.range).starts_with(|first: char| "\"“‘«„".contains(first));
        if opens {
            return None;
        }
        self.read(last + 1, |scene| {
            let root = scene.tree.root();
            let lower = scene.tree.form(0).starts_with(char::is_lowercase);
            let object = scene.children(root, &[Label::Dobj, Label::Ccomp, Label::Xcomp]).next().is_some();
            let quoted = Quoted { scene, range, sentence: last + 1, top: root };
            (says(scene, root) && (lower || !object)).then(|| quoted.said(root, true))
        })
    }

    /// "The envoy replied as follows:" before the quotation.
    fn announced(&self, first: usize) -> Option<Speech> {
        let before = first.checked_sub(1)?;
        let sentence = self.text.sentences().get(before)?;
        if !self.text.slice(&sentence.range).ends_with(':') {
            return None;
        }
        self.read(before, |scene| {
            let verb = (0..scene.len()).rev().find(|&token| says(scene, token))?;
            let behind = sentence.range.end..sentence.range.end;
            Some(Quoted { scene, range: &behind, sentence: before, top: verb }.said(verb, true))
        })
    }

    /// "He said" without anybody in the sentence: the one person whom the text named last, or who spoke last.
    fn with_recent_person(
        &self,
        range: &Range<usize>,
        before: Option<(&Range<usize>, &Speech)>,
        mut speech: Speech,
    ) -> Speech {
        let said_by_person = || {
            self.read(speech.sentence, |scene| {
                let verb = scene.tokens_of(&speech.cue).next()?;
                let subject = scene.tree.subject(verb)?.token;
                matches!(scene.lower(subject), "he" | "she").then(|| scene.range(subject..subject + 1).start)
            })
        };
        if speech.speaker.is_none()
            && let Some(pronoun) = said_by_person()
        {
            let same_block =
                |one: usize, other: usize| self.text.block_end(one) == self.text.block_end(other);
            let earlier = before.filter(|(earlier, _)| same_block(earlier.start, range.start));
            let earlier = earlier.map(|(_, speech)| speech);
            let since = earlier.map_or(0, |earlier| earlier.cue.end);
            let person = self.recent_person(pronoun.max(since), since);
            speech.speaker = person.or_else(|| earlier.and_then(|earlier| earlier.speaker.clone()));
        }
        speech
    }

    /// The person whom the last sentence before a position that names persons names, if it is but one. Behind `since`.
    fn recent_person(&self, position: usize, since: usize) -> Option<Who> {
        let mentions = self.mentions;
        let is_person = |index: &usize| {
            let mention = &mentions.actors[*index];
            let known = mentions.actor(self.lexicon, mention.actor);
            known.is_some_and(|known| known.kind == ActorKind::Person)
                && !mention.is_place
                && mentions.quotations.around(mention.range.start).is_none()
                && !self.is_apposed(&mention.range)
        };
        let behind = mentions.actors.partition_point(|mention| mention.range.start < position);
        let sentences = self.text.sentences();
        let own = self.text.sentence_at(position)?;
        let in_block = |&sentence: &usize| sentences[sentence].block == sentences[own].block;
        let first = (own.saturating_sub(FAR_BACK)..=own).find(in_block)?;
        // The first sentence of a paragraph takes up the last one of the paragraph before.
        let first = if first == own { own.saturating_sub(1) } else { first };
        let since = since.max(sentences[first].range.start);
        let mut persons = (0..behind)
            .rev()
            .take_while(|&index| mentions.actors[index].range.start >= since)
            .filter(is_person);
        let last = persons.next()?;
        let sentence = |index: usize| self.text.sentence_at(mentions.actors[index].range.start);
        let rival = persons
            .take_while(|&other| sentence(other) == sentence(last))
            .any(|other| mentions.actors[other].actor != mentions.actors[last].actor);
        (!rival).then_some(Who::Mention(last))
    }

    /// "Karanja, a former minister": the minister is no other person.
    fn is_apposed(&self, range: &Range<usize>) -> bool {
        let sentence = self.text.sentence_at(range.start);
        let label = sentence
            .and_then(|sentence| self.read(sentence, |scene| Some(scene.label(scene.head_of(range)?))));
        label == Some(Label::Appos)
    }
}

/// How many sentences before a pronoun a person is looked for.
const FAR_BACK: usize = 3;

/// A quotation of whole sentences behind another one in its paragraph, or one that a new paragraph takes up, has the same speaker.
fn goes_on(
    text: &Text<'_>,
    range: &Range<usize>,
    before: Option<(&Range<usize>, &Speech)>,
) -> Option<Speech> {
    let (earlier, speech) = before.filter(|(earlier, _)| earlier.end <= range.start)?;
    let same_block = text.block_end(earlier.start) == text.block_end(range.start);
    let still_open = || text.reading().get(earlier.end..range.start).is_some_and(|gap| gap.starts_with('\n'));
    (speech.is_whole && (same_block || still_open())).then(|| speech.clone())
}

/// How many words a stretch of the text has.
pub(crate) fn words(text: &Text<'_>, range: &Range<usize>) -> usize {
    let tokens = text.token_at(range.start)..text.token_at(range.end.saturating_sub(1)) + 1;
    tokens.filter(|&at| text.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word)).count()
}
