//! Who says what stands between quotation marks: the subject of the verb of saying that governs it, stands in it, or introduces it
//! from the sentence before or behind.

use std::ops::Range;

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::{Label, Tag};

use super::participants::{Who, named_by};
use super::scene::{self, Scene};
use crate::lexicon::Lexicon;
use crate::lexicon::event_words::SayingPart;
use crate::mentions::Mentions;
use crate::text::{Text, TokenKind};

/// Quoted words that somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speech {
    /// Whose words they are, as far as the text names somebody.
    pub(crate) speaker: Option<Who>,
    /// The verb of saying, or what stands for one.
    pub(crate) cue: Range<usize>,
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
        let near = self.text.sentence_at(position)?.saturating_sub(FAR_BACK);
        let since = since.max(self.text.sentences().get(near)?.range.start);
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

/// A quotation in a sentence.
struct Quoted<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    range: &'s Range<usize>,
    sentence: usize,
    /// The word of the quotation that the most others of it hang on.
    top: usize,
}

impl<'s, 'a, 't> Quoted<'s, 'a, 't> {
    fn of(scene: &'s Scene<'a, 't>, range: &'s Range<usize>, sentence: usize) -> Option<Self> {
        Some(Self { scene, range, sentence, top: top(scene, range)? })
    }

    fn speech(&self) -> Option<Speech> {
        let governor = self.governor();
        if let Some((verb, is_whole)) = governor {
            return Some(self.said(verb, is_whole));
        }
        self.beside()
            .map(|verb| self.said(verb, true))
            .or_else(|| self.owned())
            .or_else(|| self.before_colon())
    }

    /// Whether a word stands where it can speak of the quotation: not in it, nor in another one that does not hold it.
    fn is_outside(&self, token: usize) -> bool {
        let at = self.scene.range(token..token + 1).start;
        let around = self.scene.mentions.quotations.around(at);
        !self.range.contains(&at)
            && around.is_none_or(|around| around.start <= self.range.start && self.range.end <= around.end)
    }

    /// The verb of saying that the quotation hangs on, or that is set into it (“Peace,” he added, “is not for sale”).
    fn governor(&self) -> Option<(usize, bool)> {
        let scene = self.scene;
        let says = |token: usize| self.is_outside(token) && says(scene, token);
        let mut at = self.top;
        let mut is_whole = true;
        for _ in 0..FAR {
            let mut inset = scene.children(at, &[Label::Parataxis, Label::Ccomp, Label::Advcl, Label::Dep]);
            let has_subject = |&verb: &usize| scene.children(verb, &[Label::Nsubj]).next().is_some();
            if let Some(verb) = inset.find(|verb| says(*verb) && has_subject(verb)) {
                return Some((verb, true));
            }
            let head = scene.tree.head(at)?;
            // “Peace,” he said, “is not for sale”: the tree may hang the first words on the verb of saying.
            is_whole &= is_complement(scene, at, head) || self.is_set_off();
            if says(head) {
                return Some((head, is_whole));
            }
            at = head;
        }
        None
    }

    /// Whether the quotation ends as speech does that a verb of saying follows: “Peace,” he said.
    fn is_set_off(&self) -> bool {
        let is_last = self.scene.tokens_of(self.range).end + 2 >= self.scene.len();
        self.scene.text.slice(self.range).ends_with([',', '!', '?', '…']) && !is_last
    }

    /// A verb of saying right before the mark or behind it, where the tree does not join them.
    fn beside(&self) -> Option<usize> {
        let scene = self.scene;
        let inside = scene.tokens_of(self.range);
        let says = |token: &usize| self.is_outside(*token) && says(scene, *token);
        let introduces =
            |token: usize| matches!(scene.lower(token), "," | ":" | "that" | "as") || says(&token);
        let mark = inside.start.checked_sub(1);
        let lead = mark.and_then(|mark| mark.checked_sub(1)).filter(|&lead| introduces(lead));
        let before = lead.and_then(|lead| (lead.saturating_sub(NEAR)..=lead).rev().find(says));
        let behind =
            || (inside.end..(inside.end + NEAR).min(scene.len())).find(says).filter(|_| self.is_set_off());
        before.or_else(behind)
    }

    /// "In the words of Kenya", "according to Kenya"
    fn owned(&self) -> Option<Speech> {
        let scene = self.scene;
        let governs =
            |word: usize| word == self.top || scene.tree.ancestors(self.top).any(|above| above == word);
        let owner = (0..scene.len()).filter(|&token| self.is_outside(token)).find_map(|token| {
            let head = scene.tree.head(token)?;
            if scene.lower(token) == "according" {
                let to = scene.tree.children(token).find(|&child| scene.lower(child) == "to")?;
                let source = scene.children(to, &[Label::Pobj]).next()?;
                return governs(head).then_some((token, source));
            }
            if !scene.is_noun(token) || saying(scene, token, SayingPart::Words).is_none() {
                return None;
            }
            // "in the words of Kenya, it was": the phrase hangs on what the quotation hangs on.
            let above = if scene.label(token) == Label::Pobj { scene.tree.head(head)? } else { head };
            let owner = scene.children(token, &[Label::Poss]).next();
            let owner = owner.or_else(|| {
                ["of", "by", "from"].iter().find_map(|prep| scene.tree.prepositional(token, prep))
            })?;
            (governs(token) || governs(above)).then_some((token, owner))
        });
        let (cue, owner) = owner?;
        let speaker = speaker_named(scene, owner)?;
        let speech = Speech { speaker: Some(speaker), ..self.said(cue, false) };
        Some(Speech { is_whole: is_predicate(scene, self.top), ..speech })
    }

    /// "Karanja: “We are ready.”"
    fn before_colon(&self) -> Option<Speech> {
        let scene = self.scene;
        let colon =
            scene.tokens_of(self.range).start.checked_sub(2).filter(|&token| scene.lower(token) == ":")?;
        let last = colon.checked_sub(1)?;
        let speaker = scene.actor_at(last)?;
        let words = scene.tokens_of(&scene.mentions.actors.get(speaker)?.range);
        let is_title = |token: usize| scene.tag(token) == Tag::NNP || scene.tag(token) == Tag::DT;
        let opens = (0..words.start).all(is_title);
        opens.then(|| Speech { speaker: Some(Who::Mention(speaker)), ..self.said(last, true) })
    }

    fn said(&self, cue: usize, is_whole: bool) -> Speech {
        Speech {
            speaker: speaker(self.scene, cue),
            cue: self.scene.range(cue..cue + 1),
            sentence: self.sentence,
            date: self.date(cue),
            is_whole,
        }
    }

    /// The date nearest to a verb of saying in its clause, outside of what is said.
    fn date(&self, verb: usize) -> Option<usize> {
        let scene = self.scene;
        let clause = scene.tree.clause_tokens(scene.tree.clause(verb));
        let at = scene.range(verb..verb + 1).start;
        let dates = super::within(&scene.mentions.dates, |date| &date.range, &scene.sentence.range);
        let told = dates.filter(|&date| {
            let head = scene.head_of(&scene.mentions.dates[date].range);
            head.is_some_and(|head| clause.contains(&head) && self.is_outside(head))
        });
        told.min_by_key(|&date| scene.mentions.dates[date].range.start.abs_diff(at))
    }
}

/// How many words up the tree a verb of saying is looked for, and how far from the marks where the tree does not help.
const FAR: usize = 12;
const NEAR: usize = 6;

/// The word of a quotation that hangs on a word outside and that the most words of it hang on.
pub(crate) fn top(scene: &Scene<'_, '_>, range: &Range<usize>) -> Option<usize> {
    let inside = scene.tokens_of(range);
    let is_top = |&token: &usize| scene.tree.head(token).is_none_or(|head| !inside.contains(&head));
    let weight =
        |&token: &usize| scene.tree.subtree(token).iter().filter(|below| inside.contains(below)).count();
    let tops = inside.clone().filter(is_top).filter(|&token| scene.label(token) != Label::Punct);
    // Of equal weight, the first.
    tops.rev().max_by_key(weight)
}

/// The phrase of a list of words of saying that begins with a word, if one does.
fn saying(scene: &Scene<'_, '_>, token: usize, part: SayingPart) -> Option<()> {
    let phrases = scene.lexicon.event_words.saying(part, &scene.lemma(token).to_lowercase());
    phrases.iter().find_map(|(rest, _)| scene.phrase(token, rest)).map(|_| ())
}

fn says(scene: &Scene<'_, '_>, token: usize) -> bool {
    let is_saying = |part| saying(scene, token, part).is_some();
    scene.is_verb(token)
        && (is_saying(SayingPart::Verb) || is_saying(SayingPart::Quote))
        // "a plan called “Dawn”": nobody speaks.
        && (!scene.tree.is_passive(token) || scene.tree.passive_agent(token).is_some() || is_verb_below(scene, token))
}

/// "was quoted as saying", "is said to have left"
fn is_verb_below(scene: &Scene<'_, '_>, verb: usize) -> bool {
    scene.children(verb, &[Label::Ccomp, Label::Xcomp]).next().is_some()
}

/// Whether a word is what its head says, and no part of it or circumstance.
fn is_complement(scene: &Scene<'_, '_>, token: usize, head: usize) -> bool {
    match scene.label(token) {
        Label::Pobj | Label::Amod | Label::Advmod => {
            matches!(scene.lower(head), "as" | "of" | "for" | "against")
        }
        Label::Prep => scene.is_verb(head),
        _ => is_predicate(scene, token),
    }
}

fn is_predicate(scene: &Scene<'_, '_>, token: usize) -> bool {
    matches!(
        scene.label(token),
        Label::Root
            | Label::Ccomp
            | Label::Xcomp
            | Label::Pcomp
            | Label::Advcl
            | Label::Parataxis
            | Label::Attr
            | Label::Acomp
            | Label::Oprd
            | Label::Dobj
            | Label::Conj
            | Label::Dep
            | Label::Intj
    )
}

/// Whose words a verb of saying introduces.
fn speaker(scene: &Scene<'_, '_>, verb: usize) -> Option<Who> {
    let mut at = verb;
    for _ in 0..FAR {
        if let Some(agent) = scene.tree.passive_agent(at) {
            return speaker_named(scene, agent);
        }
        // “Peace,” he said, “is not for sale”: what is quoted may be taken for the subject.
        let is_quoted = |token: usize| {
            scene.mentions.quotations.around(scene.range(token..token + 1).start)
                != scene.mentions.quotations.around(scene.range(at..at + 1).start)
        };
        let mut own = scene.children(at, &[Label::Nsubj, Label::Nsubjpass]);
        let subject = own.find(|&subject| !is_quoted(subject));
        let subject =
            subject.or_else(|| Some(scene.tree.subject(at)?.token).filter(|&subject| !is_quoted(subject)));
        if let Some(subject) = subject {
            return speaker_named(scene, subject);
        }
        let head = scene.tree.head(at)?;
        at = match scene.label(at) {
            // "admitted it by saying", "was quoted as saying"
            Label::Pcomp => scene.tree.head(head).filter(|&above| scene.is_verb(above))?,
            Label::Conj | Label::Xcomp | Label::Advcl => head,
            _ => return None,
        };
    }
    None
}

/// The actor that a noun phrase names; of "the minister, Anna Lind", the name.
fn speaker_named(scene: &Scene<'_, '_>, noun: usize) -> Option<Who> {
    let all = &scene.mentions.actors;
    let is_name = |index: &usize| {
        all.get(*index).is_some_and(|actor| !actor.is_place && actor.by != MentionBy::Demonym)
    };
    let own = scene.actor_at(noun).filter(is_name);
    let apposed =
        || scene.children(noun, &[Label::Appos]).find_map(|name| scene.actor_at(name).filter(is_name));
    let named = own.or_else(apposed).map(Who::Mention);
    named.or_else(|| named_by(scene, noun, 0).into_iter().next())
}

/// How many words a stretch of the text has.
pub(crate) fn words(text: &Text<'_>, range: &Range<usize>) -> usize {
    let tokens = text.token_at(range.start)..text.token_at(range.end.saturating_sub(1)) + 1;
    tokens.filter(|&at| text.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word)).count()
}
