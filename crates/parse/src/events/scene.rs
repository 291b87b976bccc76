//! A sentence with its tree, and what is named where in it.

mod phrases;

use std::ops::Range;

use verbale_core::ItemCategory;
use verbale_syntax::{Label, Sentence as Tree, Tag, solid};

use crate::lexicon::event_words::Person;
use crate::lexicon::{KnownActor, Lexicon};
use crate::mentions::Mentions;
use crate::text::{Sentence, Text, within};

/// A sentence, ready to be searched for events. Tokens are those of its tree, numbered from 0.
pub(crate) struct Scene<'a, 't> {
    /// The whole text.
    pub(crate) text: &'a Text<'t>,
    /// What the whole text names.
    pub(crate) mentions: &'a Mentions,
    pub(crate) lexicon: &'a Lexicon,
    /// The sentence in the reading text.
    pub(crate) sentence: &'a Sentence,
    /// Its tree, without names.
    pub(crate) tree: Tree<'a>,
    /// Where the sentence begins in the reading text.
    offset: usize,
    /// Each word in lower case.
    lower: Vec<String>,
    /// The words of the sentence before, in lower case, if a pronoun of this one may stand for one of them.
    before: Vec<String>,
    /// Which words there are, as they are written or in their base form: one bit for those that share a [`mark`].
    marks: u128,
    /// The longest actor mention that covers each token.
    actors: Vec<Option<usize>>,
}

/// Reads a sentence of a text, by its number; `None` where it has no tree.
pub(crate) fn read<T>(
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    sentence: usize,
    reader: impl FnOnce(&Scene<'_, '_>) -> T,
) -> Option<T> {
    let sentence = text.sentences().get(sentence)?;
    let tree = mentions.trees.at(sentence.range.start);
    let span = mentions.trees.span(tree).filter(|span| span.start < sentence.range.end)?;
    let analysis = mentions.trees.get(tree, text.reading(), &lexicon.syntax)?;
    let tree = analysis.sentence(0)?;
    Some(reader(&Scene::new(text, mentions, lexicon, sentence, tree, span.start)))
}

/// The word of the frames for which the name of a ship may stand: "sent HMS Belfast".
const WARSHIP: &str = "warship";

impl<'a, 't> Scene<'a, 't> {
    /// `offset` is where the tree's text begins in the reading text.
    pub(crate) fn new(
        text: &'a Text<'t>,
        mentions: &'a Mentions,
        lexicon: &'a Lexicon,
        sentence: &'a Sentence,
        tree: Tree<'a>,
        offset: usize,
    ) -> Self {
        let lower: Vec<String> =
            (0..tree.len()).map(|token| solid(tree.form(token)).to_lowercase()).collect();
        let lemmas = tree.tokens().iter().map(|token| token.lemma.as_str());
        let has_pronoun = lower.iter().any(|word| matches!(word.as_str(), "it" | "they" | "them"));
        let before = if has_pronoun { words_before(text, sentence) } else { Vec::new() };
        let stems = before.iter().map(|word| word.strip_suffix('s').unwrap_or(word));
        let words = lower.iter().chain(&before).map(String::as_str).chain(lemmas).chain(stems);
        let marks = words.fold(0, |marks, word| marks | mark(word));
        let actors = vec![None; tree.len()];
        let mut scene =
            Self { text, mentions, lexicon, sentence, tree, offset, lower, before, marks, actors };
        let all = &mentions.actors;
        for index in within(all, |actor| &actor.range, &sentence.range) {
            let range = &all[index].range;
            for token in scene.tokens_of(range) {
                let longer = |other: usize| range.len() > all[other].range.len();
                if scene.actors[token].is_none_or(longer) {
                    scene.actors[token] = Some(index);
                }
            }
        }
        if (0..scene.len()).any(|token| scene.is_ship(token)) {
            scene.marks |= mark(WARSHIP);
        }
        scene
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.tree.len()
    }

    /// A word in lower case.
    pub(crate) fn lower(&self, token: usize) -> &str {
        self.lower.get(token).map_or("", String::as_str)
    }

    /// The base form of a word; that of a name is as written.
    pub(crate) fn lemma(&self, token: usize) -> &'a str {
        self.tree.lemma(token)
    }

    /// The Penn tag of a word; `XX` behind the last one.
    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.tree.token(token).map_or(Tag::XX, |token| token.tag)
    }

    /// How a word hangs on its head.
    pub(crate) fn label(&self, token: usize) -> Label {
        self.tree.label(token).unwrap_or(Label::Dep)
    }

    /// Whether a word is tagged as a verb; modal verbs are not.
    pub(crate) fn is_verb(&self, token: usize) -> bool {
        matches!(self.tag(token), Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ)
    }

    /// Whether a word is a noun or a name.
    pub(crate) fn is_noun(&self, token: usize) -> bool {
        matches!(self.tag(token), Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// The person or group that a word names as a common noun: "soldiers", "spokesman".
    pub(crate) fn person(&self, token: usize) -> Option<Person> {
        self.lexicon.event_words.person(&self.lemma(token).to_lowercase())
    }

    /// Whether the whole sentence is written in capitals.
    pub(crate) fn is_in_capitals(&self) -> bool {
        (0..self.len()).all(|token| !self.tree.form(token).contains(char::is_lowercase))
    }

    /// Whether a word counts soldiers and the like.
    pub(crate) fn is_personnel(&self, token: usize) -> bool {
        let lemma = self.lemma(token).to_lowercase();
        matches!(self.lexicon.items.ending(&[&lemma]), Some((ItemCategory::Personnel, _)))
    }

    /// The stretch of the reading text from one token to the one before another.
    pub(crate) fn range(&self, tokens: Range<usize>) -> Range<usize> {
        let all = self.tree.tokens();
        let start = all.get(tokens.start).map_or(0, |token| token.span.start);
        let last = tokens.end.checked_sub(1).and_then(|last| all.get(last));
        self.offset + start..self.offset + last.map_or(start, |token| token.span.end)
    }

    /// The tokens that a stretch of the reading text touches.
    pub(crate) fn tokens_of(&self, range: &Range<usize>) -> Range<usize> {
        let all = self.tree.tokens();
        let first = all.partition_point(|token| self.offset + token.span.end <= range.start);
        let end = all.partition_point(|token| self.offset + token.span.start < range.end);
        first..end.max(first)
    }

    /// The token of a stretch of the reading text that all others of it hang on.
    pub(crate) fn head_of(&self, range: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens_of(range);
        tokens.clone().find(|&token| self.tree.head(token).is_none_or(|head| !tokens.contains(&head)))
    }

    /// The actor mention that a token belongs to.
    pub(crate) fn actor_at(&self, token: usize) -> Option<usize> {
        self.actors.get(token).copied().flatten()
    }

    /// The actor whom a mention names.
    pub(crate) fn actor(&self, mention: usize) -> Option<&'a KnownActor> {
        self.mentions.actor(self.lexicon, self.mentions.actors.get(mention)?.actor)
    }

    /// Who does what a verb says: its subject; of a passive verb, its agent.
    pub(crate) fn logical_subject(&self, verb: usize) -> Option<usize> {
        if self.tree.is_passive(verb) {
            self.tree.passive_agent(verb)
        } else {
            self.tree.subject(verb).map(|subject| subject.token)
        }
    }

    /// To whom it is done: the object of a verb; of a passive verb, its subject.
    pub(crate) fn logical_object(&self, verb: usize) -> Option<usize> {
        let found = if self.tree.is_passive(verb) { self.tree.subject(verb) } else { self.tree.object(verb) };
        found.map(|object| object.token)
    }

    /// The children of a token that hang on it by one of these labels.
    pub(crate) fn children<'s>(
        &'s self,
        token: usize,
        labels: &'s [Label],
    ) -> impl Iterator<Item = usize> + 's {
        self.tree.children(token).filter(|&child| labels.contains(&self.label(child)))
    }

    /// The words of the clause that a word stands in, without the clauses inside. "Met in Athens and issued a statement": a verb
    /// without subject of its own shares time and place with the one before.
    pub(crate) fn clause_of(&self, word: usize) -> Vec<usize> {
        let head = self.tree.clause(word);
        let mut clause = self.tree.clause_tokens(head);
        let shared = self.label(head) == Label::Conj
            && self.children(head, &[Label::Nsubj, Label::Nsubjpass]).next().is_none();
        if let Some(above) = self.tree.head(head).filter(|_| shared) {
            clause.extend(self.tree.clause_tokens(above));
        }
        clause
    }
}

/// The words of the sentence before, in its block.
fn words_before(text: &Text<'_>, sentence: &Sentence) -> Vec<String> {
    let end = sentence.range.start;
    let before = end.checked_sub(1).and_then(|at| text.sentence_before(at, sentence.block));
    let words = before.map_or("", |before| text.slice(&before.range));
    words.split(|char: char| !char.is_alphanumeric() && char != '-').map(str::to_lowercase).collect()
}

/// One of 128 bits for a word, so that one look tells that a sentence lacks it. Names, whose base form has capitals, stand there in
/// lower case as well.
fn mark(word: &str) -> u128 {
    let hash =
        word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    1 << (hash >> 25)
}
