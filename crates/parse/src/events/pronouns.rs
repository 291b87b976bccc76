//! Whom a pronoun means, as far as its own sentence shows it: the subject of the clause around its own.

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::{Label, Tag};

use super::named::named_by;
use super::participants::Who;
use super::scene::Scene;
use crate::lexicon::KnownActor;
use crate::text::within;

/// How many clauses up an antecedent is looked for.
const FAR: usize = 4;

/// The actors that a pronoun of the third person stands for: "Chad said it would leave", "Chad recalled its envoy". Nobody if the
/// sentence does not show it.
pub(super) fn antecedent(scene: &Scene<'_, '_>, pronoun: usize) -> Vec<Who> {
    let word = scene.lower(pronoun);
    if !matches!(
        word,
        "it" | "its"
            | "they"
            | "their"
            | "them"
            | "he"
            | "his"
            | "him"
            | "she"
            | "her"
            | "itself"
            | "themselves"
    ) {
        return Vec::new();
    }
    if let Some(other) = other_than_subject(scene, pronoun) {
        return vec![Who::Mention(other)];
    }
    // A possessive may mean the subject of its own clause; another pronoun means somebody outside of it.
    let own = matches!(scene.tag(pronoun), Tag::PRPS) || word.ends_with("self") || word.ends_with("selves");
    let mut clause = scene.tree.clause(pronoun);
    let mut skip = !own || is_befallen(scene, pronoun);
    for _ in 0..FAR {
        if !skip {
            let subject = scene.tree.subject(clause).map(|found| found.token);
            // "Chad said its army left": the subject that the pronoun is a part of is not meant. "Libya accepted it; Chad refused":
            // nor is one of another statement.
            let other = subject.filter(|&subject| {
                !scene.tree.subtree(subject).contains(&pronoun) && !scene.tree.is_parted(subject, pronoun)
            });
            if let Some(subject) = other.filter(|&subject| scene.tag(subject) != Tag::PRP) {
                let named = named_by(scene, subject, 0);
                if fits(scene, word, subject, &named) {
                    return named;
                }
                let speaks_for = word == "it" && is_intent(scene, pronoun);
                return if speaks_for { state_of(scene, subject, pronoun) } else { Vec::new() };
            }
        }
        skip = false;
        match scene.tree.head(clause) {
            Some(above) => clause = scene.tree.clause(above),
            None => break,
        }
    }
    Vec::new()
}

/// Whether a possessive stands before what somebody else does harm to: "Chad said that Libya had attacked its troops".
fn is_befallen(scene: &Scene<'_, '_>, pronoun: usize) -> bool {
    let object = scene.tree.head(pronoun).filter(|&noun| scene.label(noun) == Label::Dobj);
    let verb = object.and_then(|object| scene.tree.head(object));
    scene.label(pronoun) == Label::Poss
        && verb.is_some_and(|verb| scene.lexicon.harms_object(scene.lemma(verb), scene.lower(verb)))
}

/// Whether a pronoun is the subject of what is still to come, as officials announce it: "it would leave", "it will leave".
fn is_intent(scene: &Scene<'_, '_>, pronoun: usize) -> bool {
    let verb = scene.tree.head(pronoun);
    verb.is_some_and(|verb| scene.children(verb, &[Label::Aux]).any(|aux| scene.tag(aux) == Tag::MD))
}

/// For whom an official speaks: "Chad's president said it would leave", "the Chadian president said it would".
fn state_of(scene: &Scene<'_, '_>, official: usize, pronoun: usize) -> Vec<Who> {
    let country = scene
        .actor_at(official)
        .and_then(|mention| scene.actor(mention))
        .filter(|actor| actor.kind == ActorKind::Person)
        .and_then(|actor| actor.country);
    let first = scene.tree.subtree(official).first().copied().unwrap_or(official);
    let phrase = scene.range(first..official + 1);
    let is_state = |actor: &KnownActor| {
        actor.kind == ActorKind::State && actor.country.is_some() && actor.country == country
    };
    let all = &scene.mentions.actors;
    // "warned Libya that it would act": it may be either.
    let between = scene.range(official + 1..pronoun);
    let mut others = within(all, |mention| &mention.range, &between);
    if others.any(|other| {
        !all[other].is_place && scene.actor(other).is_some_and(|actor| actor.kind != ActorKind::Person)
    }) {
        return Vec::new();
    }
    within(all, |mention| &mention.range, &phrase)
        .filter(|&mention| scene.actor(mention).is_some_and(is_state))
        .map(Who::Mention)
        .take(1)
        .collect()
}

/// The only actor beside the subject whom the sentence has named before an object: "Chad broke with Libya, accusing it of lies".
fn other_than_subject(scene: &Scene<'_, '_>, pronoun: usize) -> Option<usize> {
    let is_object = matches!(scene.label(pronoun), Label::Dobj | Label::Pobj | Label::Dative);
    if !is_object || !matches!(scene.lower(pronoun), "it" | "him" | "her") {
        return None;
    }
    let subject = scene.logical_subject(scene.tree.clause(pronoun))?;
    if matches!(scene.tag(subject), Tag::PRP | Tag::PRPS) || scene.tree.subtree(subject).contains(&pronoun) {
        return None;
    }
    let doers = named_by(scene, subject, 0);
    let start = scene.range(pronoun..pronoun + 1).start;
    let all = &scene.mentions.actors;
    let actor_of = |who: &Who| who.mention().map(|index| all[index].actor);
    let is_doer = |actor: usize| doers.iter().any(|who| actor_of(who) == Some(actor));
    let mut others = within(all, |mention| &mention.range, &scene.sentence.range).filter(|&index| {
        let mention = &all[index];
        mention.range.end <= start
            && !mention.is_nested
            && !mention.is_place
            && !matches!(mention.by, MentionBy::Demonym | MentionBy::Pronoun)
            && !is_doer(mention.actor)
            && !scene.tree.subtree(subject).contains(&scene.tokens_of(&mention.range).start)
    });
    let first = others.next()?;
    // Who did the one thing to somebody did the other to him, too.
    let clause = scene.tree.clause(scene.tokens_of(&all[first].range).start);
    let same_doer = scene.logical_subject(clause).is_some_and(|doer| {
        let before = named_by(scene, doer, 0);
        !before.is_empty() && before.iter().all(|who| actor_of(who).is_some_and(is_doer))
    });
    // "took the town from Chad and bombed it"
    let mut things = scene.children(clause, &[Label::Dobj]);
    let is_thing = scene.lower(pronoun) == "it"
        && things.any(|thing| scene.tag(thing) == Tag::NN && scene.actor_at(thing).is_none());
    if !same_doer || is_thing || scene.tree.is_parted(clause, pronoun) {
        return None;
    }
    let is_same = others.all(|index| all[index].actor == all[first].actor);
    let is_person = scene.actor(first)?.kind == ActorKind::Person;
    let agrees = is_person != (scene.lower(pronoun) == "it");
    (is_same && agrees && !doers.is_empty()).then_some(first)
}

/// Whether a pronoun agrees with a subject in number, and in being a person or not.
fn fits(scene: &Scene<'_, '_>, pronoun: &str, subject: usize, named: &[Who]) -> bool {
    // The tagger takes "FARC" for a plural.
    let is_acronym = scene.tree.form(subject).chars().skip(1).all(char::is_uppercase);
    let plural_noun = matches!(scene.tag(subject), Tag::NNS | Tag::NNPS) && !is_acronym
        || scene.children(subject, &[Label::Conj]).next().is_some();
    let Some(first) = named.first() else { return false };
    let is_person = first.kind(scene) == Some(ActorKind::Person);
    match pronoun {
        "he" | "his" | "him" | "she" | "her" => !plural_noun && is_person,
        "it" | "its" | "itself" => !plural_noun && !is_person,
        // "The army said they would leave"
        _ => plural_noun || !is_person,
    }
}
