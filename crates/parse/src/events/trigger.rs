//! Words that name an event: the phrases of the frames, matched over the tree.

use std::ops::Range;

use verbale_syntax::{Label, Tag};

use super::scene::Scene;
use super::sense;
use crate::lexicon::event_words::SayingPart;
use crate::lexicon::frames::Trigger;
use crate::text::{function_word, overlapping};

/// A trigger in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The frame, by its place in the lexicon.
    pub(super) frame: usize,
    /// The word that the others hang on.
    pub(super) head: usize,
    /// All its words.
    pub(super) tokens: Vec<usize>,
    /// What it is in the sentence.
    pub(super) form: Form,
}

/// What a trigger is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Verb,
    Noun,
    /// "must", in what somebody says.
    Modal,
}

impl Found {
    /// From its first word to its last; a verb whose object stands far before it is shown alone.
    pub(super) fn span(&self) -> Range<usize> {
        let first = self.tokens.iter().copied().min().unwrap_or(self.head);
        let last = self.tokens.iter().copied().max().unwrap_or(self.head);
        if self.form == Form::Verb && self.head - first > FAR { self.head..last + 1 } else { first..last + 1 }
    }
}

/// How far before its verb an object may stand to be shown with it.
const FAR: usize = 4;

/// Finds the triggers of a sentence, in order, whose frames fit what stands around them. Where two share a word, the one of more words
/// is taken; of as many, the earlier one.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Found> {
    let mut found: Vec<Found> = (0..scene.len()).flat_map(|token| at_token(scene, token)).collect();
    // "lifted the ban imposed on them": what becomes of the ban is told, by whom it was imposed only recalled.
    let governs: Vec<(usize, usize)> = found
        .iter()
        .filter(|trigger| trigger.form == Form::Verb)
        .flat_map(|trigger| trigger.tokens.iter().map(|&token| (trigger.head, token)))
        .collect();
    found.retain(|trigger| {
        let noun = scene.tree.head(trigger.head).filter(|_| scene.label(trigger.head) == Label::Acl);
        let noun = noun.filter(|noun| trigger.tokens.contains(noun) && scene.lower(trigger.head - 1) != ",");
        noun.is_none_or(|noun| {
            !governs.iter().any(|&(verb, word)| {
                word == noun && verb != trigger.head && scene.tree.head(noun) == Some(verb)
            })
        })
    });
    // "dropped its demand for independence" tells of the dropping: a phrase of a verb counts as many words as the noun that it has.
    let nouns: Vec<(usize, usize)> = found
        .iter()
        .filter(|trigger| trigger.form == Form::Noun)
        .map(|trigger| (trigger.head, trigger.tokens.len()))
        .collect();
    let weight = |trigger: &Found| {
        let is_phrase = trigger.form == Form::Verb && trigger.tokens.len() > 1;
        let held = nouns
            .iter()
            .filter(|(noun, _)| is_phrase && *noun > trigger.head && trigger.tokens.contains(noun))
            .map(|&(_, words)| words)
            .max();
        let words = trigger.tokens.len();
        held.filter(|&held| held >= words).map_or((words, false), |held| (held, true))
    };
    // A stable sort: of equal weight, the first one stays first.
    found.sort_by_key(|trigger| std::cmp::Reverse(weight(trigger)));
    let mut taken: Vec<Option<usize>> = vec![None; scene.len()];
    found.retain(|trigger| {
        // "the sanctions, which had been imposed in May, were lifted": two verbs may have one noun.
        let tells_of = |verb: usize, noun: usize| {
            let first = scene.tree.subtree(verb).first().copied().unwrap_or(verb);
            let is_apart = first > 0 && scene.lower(first - 1) == ",";
            let describes = matches!(scene.label(verb), Label::Relcl | Label::Acl);
            is_apart && describes && scene.tree.head(verb) == Some(noun)
        };
        let is_free = |&token: &usize| {
            taken[token].is_none_or(|other| {
                other != token
                    && trigger.head != token
                    && trigger.form == Form::Verb
                    && (tells_of(other, token) || tells_of(trigger.head, token))
            })
        };
        let free = trigger.tokens.iter().all(is_free) && sense::fits(scene, trigger);
        if free {
            for &token in &trigger.tokens {
                taken[token] = Some(trigger.head);
            }
        }
        free
    });
    found.sort_by_key(|trigger| trigger.span().start);
    found
}

/// The phrases of the frames that begin with a token, the longest first.
fn at_token(scene: &Scene<'_, '_>, token: usize) -> Vec<Found> {
    if is_name(scene, token) {
        return Vec::new();
    }
    let triggers = &scene.lexicon.triggers;
    if let Some(frame) = triggers.modal(scene.lower(token)) {
        return modal(scene, token, frame).into_iter().collect();
    }
    if scene.is_verb(token) {
        let form = if is_nominal(scene, token) { Form::Noun } else { Form::Verb };
        if is_attribute(scene, token) {
            return Vec::new();
        }
        let verb = |trigger: &Trigger| {
            let tokens = scene.phrase(token, trigger.rest())?;
            Some(Found { frame: trigger.frame, head: token, tokens, form })
        };
        // "They found an alliance" may be the present of another verb than "find"; "were found" is not.
        let (lemma, form) = (scene.lemma(token), scene.lower(token));
        let is_past = form == lemma || scene.tag(token) == Tag::VBN;
        let other = if is_past { &[] } else { triggers.verbs(form, "") };
        let other = other.iter().filter(|trigger| !trigger.is_word());
        let found = triggers.verbs(lemma, form).iter().chain(other).filter_map(verb);
        let idioms = idioms(scene, token);
        // "ruled out a role for" is no ruling; "pressed home the attack" may have its own entry.
        let is_meant =
            |found: &Found| idioms.iter().all(|idiom| idiom.iter().all(|token| found.tokens.contains(token)));
        return found.filter(is_meant).collect();
    }
    let noun = |trigger: &Trigger| noun_phrase(scene, token, trigger);
    let nouns = triggers.nouns(scene.lower(token)).iter().chain(triggers.nouns(&singular(scene, token)));
    let mut nouns: Vec<Found> = nouns.filter_map(noun).collect();
    // Of equals, the frame that was read last: a user's frames override the embedded ones.
    nouns.sort_by_key(|found| std::cmp::Reverse((found.tokens.len(), found.frame)));
    let gerund = || {
        let verb = triggers.verb_of_gerund(scene.lower(token)).filter(|_| scene.is_noun(token))?;
        let trigger = triggers.verbs(verb, verb).iter().find(|trigger| trigger.is_word())?;
        let found = Found { frame: trigger.frame, head: token, tokens: vec![token], form: Form::Noun };
        (!is_modifier(scene, token)).then_some(found)
    };
    if nouns.is_empty() { gerund().into_iter().collect() } else { nouns }
}

/// The words of each turn of phrase that a verb begins.
fn idioms(scene: &Scene<'_, '_>, verb: usize) -> Vec<Vec<usize>> {
    let phrases = scene.lexicon.event_words.idioms(scene.lemma(verb)).iter();
    phrases.filter_map(|rest| scene.phrase(verb, rest)).collect()
}

/// A modal verb in what somebody says to somebody else: "Chad said that Libya must leave".
fn modal(scene: &Scene<'_, '_>, token: usize, frame: usize) -> Option<Found> {
    let verb = scene.tree.head(token).filter(|_| scene.label(token) == Label::Aux)?;
    let says = scene.tree.head(verb).filter(|_| scene.label(verb) == Label::Ccomp)?;
    let said = scene.lexicon.event_words.saying(SayingPart::Verb, scene.lemma(says));
    let speaker = scene.tree.subject(says).filter(|_| !said.is_empty())?.token;
    let must = scene.tree.subject(verb)?.token;
    // "should they leave" is a condition.
    (speaker != must && must < token && !scene.tree.is_negated(verb)).then(|| Found {
        frame,
        head: verb,
        tokens: vec![token],
        form: Form::Modal,
    })
}

/// The words of a noun phrase one behind the other, articles, possessives and adjectives behind "of" passed over, if what they hang on
/// is a noun of the sentence's own.
fn noun_phrase(scene: &Scene<'_, '_>, token: usize, trigger: &Trigger) -> Option<Found> {
    let is = |token: usize, word: &str| scene.lower(token) == word || singular(scene, token) == word;
    let mut tokens: Vec<usize> = Vec::new();
    let mut next = token;
    for word in trigger.words() {
        let behind_of = tokens.last().is_some_and(|&last| scene.lower(last) == "of");
        let passed =
            |&token: &usize| matches!(scene.tag(token), Tag::DT | Tag::JJ | Tag::PRPS) && !is(token, word);
        let skipped = if behind_of { (next..scene.len()).take_while(passed).count() } else { 0 };
        next += skipped;
        if !is(next, word) {
            return None;
        }
        tokens.push(next);
        next += 1;
    }
    let inside = token..next;
    // "missile and drone attack": the first words may be joined to others that describe the noun, too.
    let before_of = tokens.iter().take_while(|&&token| token == inside.start || scene.tag(token) != Tag::IN);
    let head = before_of
        .copied()
        .filter(|&token| scene.tree.head(token).is_none_or(|head| !inside.contains(&head)))
        .last()?;
    let nominal = scene.is_noun(head) && !is_modifier(scene, head);
    nominal.then_some(Found { frame: trigger.frame, head, tokens, form: Form::Noun })
}

/// The base form of a noun; names keep their plural in the model.
fn singular(scene: &Scene<'_, '_>, token: usize) -> String {
    let lower = scene.lemma(token).to_lowercase();
    match (scene.tag(token), lower.strip_suffix('s')) {
        (Tag::NNP | Tag::NNPS, Some(stem)) => stem.to_owned(),
        _ => lower,
    }
}

/// A noun before a noun describes it: "the attack helicopters".
fn is_modifier(scene: &Scene<'_, '_>, token: usize) -> bool {
    matches!(scene.label(token), Label::Compound | Label::Nmod | Label::Amod)
        && scene.tree.head(token).is_some_and(|head| scene.is_noun(head) && head > token)
}

/// A participle before its noun describes it: "the occupied towns".
fn is_attribute(scene: &Scene<'_, '_>, token: usize) -> bool {
    matches!(scene.label(token), Label::Amod | Label::Compound | Label::Aux | Label::Auxpass | Label::Nmod)
        && scene.tree.head(token).is_some_and(|head| head > token)
}

/// An -ing form behind an article is a noun: "the shelling of the town".
fn is_nominal(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.tag(token) == Tag::VBG && scene.children(token, &[Label::Det, Label::Poss]).next().is_some()
}

/// Words in quotation marks right behind a document or what was done to it are its title: "a resolution was adopted “imposing …”".
fn is_title(scene: &Scene<'_, '_>, quoted: &Range<usize>) -> bool {
    let first = scene.tokens_of(quoted).start;
    let before = scene.range(first.saturating_sub(NEAR)..first);
    let named = || overlapping(&scene.mentions.instruments, |document| &document.range, &before).is_some();
    scene.text.slice(quoted).starts_with(char::is_lowercase) && named()
}

/// How many words before its title a document is named.
const NEAR: usize = 5;

/// Whether a word is a part of a name or of a quoted title rather than of the sentence.
fn is_name(scene: &Scene<'_, '_>, token: usize) -> bool {
    if scene.actor_at(token).is_some() {
        return true;
    }
    let range = scene.range(token..token + 1);
    // A quotation that is not a whole sentence is a title or a term, whose words report nothing.
    let quoted = scene.mentions.quotations.around(range.start);
    // The Council “demanded an end to the fighting”: the sentence's own verb, though it is quoted.
    let is_own = |quoted: &Range<usize>| {
        let mut subjects = scene.children(token, &[Label::Nsubj]);
        subjects.any(|subject| !quoted.contains(&scene.range(subject..subject + 1).start))
    };
    if quoted.filter(|quoted| !is_own(quoted)).is_some_and(|quoted| {
        !scene.text.slice(&quoted).ends_with(['.', ',', '!', '?']) || is_title(scene, &quoted)
    }) {
        return true;
    }
    let Some(before) = token.checked_sub(1).filter(|_| scene.is_noun(token)) else { return false };
    let is_capital = |token: usize| scene.tree.form(token).starts_with(char::is_uppercase);
    is_capital(token)
        && is_capital(before)
        && function_word(scene.tree.form(before)).is_none()
        && scene.actor_at(before).is_none()
}
