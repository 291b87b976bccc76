//! Pronouns and descriptions that take up an actor: "he", "its troops", "the country", "both sides".
//!
//! Better no link than a wrong one: each is linked only where one actor of the same or the previous sentence can be meant, by number,
//! gender, kind, and the place in the tree. What is said comes after what it refers to, so that sentences are read in order and nothing
//! but the last one is kept.

mod pronouns;

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::{Label, NameKind, Tag};

use pronouns::{Pronoun, is_empty_subject, pronoun, says_before};

use super::ActorMention;
use super::descriptions::{Sides, group};
use super::local::Locals;
use super::sentence::Place;
use crate::lexicon::KnownActor;
use crate::lexicon::descriptions::Gender;

/// The actors of the sentence before, and whether a quotation is open.
#[derive(Debug, Default)]
pub(super) struct Coreference {
    pub(super) previous: Vec<Seen>,
    pub(super) current: Vec<Seen>,
    /// Whom the text is about.
    pub(super) sides: Sides,
    /// Whether the sentence before is about a thing as well, which a passive "it" may mean: "drafted a treaty. It was signed".
    previous_thing: bool,
    in_quotation: bool,
}

/// A mention, with what decides whether something later can take it up.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) actor: usize,
    pub(super) kind: ActorKind,
    pub(super) tokens: Range<usize>,
    /// The token that its other tokens hang on.
    pub(super) head: usize,
    is_plural: bool,
    gender: Option<Gender>,
    /// Whether it is the subject of its sentence.
    is_subject: bool,
    /// Whether it is an actor there, and no place, adjective or part of a longer name.
    pub(super) is_free: bool,
    /// Whether it is the adjective of a state.
    pub(super) is_adjective: bool,
    /// Whether it is a name that no actor has: someone, but nobody known.
    is_nobody: bool,
    /// Whether it stands in an earlier sentence.
    pub(super) sentence_is_over: bool,
}

impl Coreference {
    /// Begins a new block. A heading and what follows it do not speak of each other.
    pub(super) fn begin(&mut self, is_running_text: bool) {
        self.in_quotation = false;
        if !is_running_text {
            self.previous.clear();
        }
    }

    /// Adds the mentions by pronoun and description to those that a sentence has; in order.
    pub(super) fn resolve(
        &mut self,
        place: &Place<'_>,
        locals: &mut Locals<'_>,
        mut found: Vec<ActorMention>,
    ) -> Vec<ActorMention> {
        self.current = seen_in(place, locals, &found);
        let mut added = Vec::new();
        for token in 0..place.sentence.len() {
            if matches!(place.lower[token].as_str(), "\"" | "“" | "”") {
                self.in_quotation = match place.lower[token].as_str() {
                    "“" => true,
                    "”" => false,
                    _ => !self.in_quotation,
                };
            }
            // What others say in the first person or of their own circle is theirs to resolve.
            if self.in_quotation
                || self.current.iter().any(|seen| !seen.is_nobody && seen.tokens.contains(&token))
            {
                continue;
            }
            let mut links = Vec::new();
            let mut together = None;
            match pronoun(place, token) {
                Some(pronoun) => {
                    let actor = self.antecedent(place, locals, token, pronoun);
                    links.extend(actor.map(|actor| (token..token + 1, actor, MentionBy::Pronoun)));
                    let other = actor.and_then(|actor| self.other_one(place, locals, token, actor));
                    links.extend(other.map(|(noun, other)| (noun..noun + 1, other, MentionBy::Description)));
                }
                None => {
                    let (tokens, actors) = self.description(place, locals, token).unwrap_or_default();
                    if actors.len() > 1 {
                        together = group(locals, actors.clone());
                    }
                    links.extend(
                        actors.into_iter().map(|actor| (tokens.clone(), actor, MentionBy::Description)),
                    );
                }
            }
            if let (Some(group), Some((tokens, _, by))) = (together, links.first()) {
                added.push(ActorMention { is_collective: true, ..place.mention(tokens.clone(), group, *by) });
            }
            for (tokens, actor, by) in links {
                let mention = place.mention(tokens, actor, by);
                self.current.extend(seen(place, locals, &mention, &found));
                added.push(mention);
            }
        }
        found.extend(added);
        found.sort_by_key(|mention| (mention.range.start, mention.range.end));
        self.sides.add(&self.current, locals);
        self.previous = std::mem::take(&mut self.current);
        let mut objects = place.sentence.children_by(place.sentence.root(), &[Label::Dobj]);
        self.previous_thing = objects.any(|object| place.tag(object) == Some(Tag::NN));
        for seen in &mut self.previous {
            seen.sentence_is_over = true;
        }
        found
    }

    /// The actor that a pronoun takes up.
    fn antecedent(
        &self,
        place: &Place<'_>,
        locals: &Locals<'_>,
        token: usize,
        pronoun: Pronoun,
    ) -> Option<usize> {
        let sentence = place.sentence;
        let clause = sentence.clause(token);
        let fits = |seen: &&Seen| pronoun.fits(seen);
        let before: Vec<&Seen> =
            self.current.iter().filter(|seen| seen.tokens.end <= token).filter(fits).collect();
        let earlier: Vec<&Seen> = self.previous.iter().filter(fits).collect();
        match sentence.label(token)? {
            Label::Poss => {
                // "Kenya said that Chad had bombed its towns": nobody harms his own.
                let object = sentence.head(token).filter(|&noun| sentence.label(noun) == Some(Label::Dobj));
                let is_befallen = object.and_then(|object| sentence.head(object)).is_some_and(|verb| {
                    locals.lexicon.harms_object(sentence.lemma(verb), &place.lower[verb])
                });
                if is_befallen {
                    let above =
                        sentence.head(clause).filter(|_| sentence.label(clause) == Some(Label::Ccomp));
                    let speaker = sentence.subject(above?)?.token;
                    let speaker = before.iter().find(|seen| seen.head == speaker)?;
                    return (!speaker.is_nobody).then_some(speaker.actor);
                }
                // "Kenya recalled its envoy": the subject of the clause, if no other name stands between.
                let subject = sentence.subject(clause)?.token;
                let owner = before.iter().find(|seen| seen.head == subject);
                if let Some(owner) = owner {
                    // "Kenya accused Chad of closing its border": whose border?
                    let open = sentence.label(clause) == Some(Label::Pcomp);
                    let rivals = before.iter().filter(|seen| open || seen.tokens.start >= owner.tokens.end);
                    return all_same(std::iter::once(owner).chain(rivals)).filter(|_| !owner.is_nobody);
                }
                let in_subject = sentence.subtree(subject).contains(&token);
                // "Kenya protested, and its envoy left"
                if in_subject && sentence.label(clause) == Some(Label::Conj) {
                    let main = sentence.subject(sentence.head(clause)?)?.token;
                    let main = before.iter().find(|seen| seen.head == main)?;
                    return all_same(before.iter()).filter(|&actor| actor == main.actor);
                }
                if in_subject && before.is_empty() {
                    return pronoun.of_previous(&earlier);
                }
                // "In his book, Karanja wrote": he is still to come. A name that nobody knows as a person may be one.
                let is_name = matches!(place.tag(subject), Some(Tag::NNP | Tag::NNPS));
                if !pronoun.is_person() || !in_subject && (subject > token || is_name) {
                    return None;
                }
                one(&before, &earlier)
            }
            Label::Nsubj | Label::Nsubjpass => {
                let undergoes = sentence.label(token) == Some(Label::Nsubjpass);
                if pronoun == Pronoun::It
                    && (is_empty_subject(place, token, clause) || undergoes && self.previous_thing)
                {
                    return None;
                }
                let governor = sentence.head(clause);
                match sentence.label(clause)? {
                    // "Kenya said that it would": the subject of the verb of saying, if it speaks to nobody.
                    Label::Ccomp => {
                        let governor = governor?;
                        let subject = sentence.subject(governor)?.token;
                        let hearer = sentence.children_by(governor, &[Label::Dobj, Label::Dative]).next();
                        let speaker = before.iter().find(|seen| seen.head == subject)?;
                        (hearer.is_none() && !speaker.is_nobody).then_some(speaker.actor)
                    }
                    // "Kenya confirmed it would": the parser may hang the word of saying on what is said.
                    Label::Root | Label::Conj if says_before(&sentence, clause, token).is_some() => {
                        let subject = says_before(&sentence, clause, token)?;
                        let speaker = before.iter().find(|seen| seen.head == subject)?;
                        (!speaker.is_nobody).then_some(speaker.actor)
                    }
                    // "Kenya left before it was attacked"
                    Label::Advcl if governor.is_some_and(|governor| governor < token) => {
                        let subject = sentence.subject(governor?)?.token;
                        let main = before.iter().find(|seen| seen.head == subject)?;
                        // "Kenya returned the ship after it was repaired"
                        let object = sentence.children_by(governor?, &[Label::Dobj]).next();
                        let rival = object.is_some_and(|object| place.tag(object) == Some(Tag::NN));
                        if rival && pronoun == Pronoun::It {
                            return None;
                        }
                        all_same(before.iter()).filter(|&actor| actor == main.actor)
                    }
                    Label::Root | Label::Conj if before.is_empty() => pronoun.of_previous(&earlier),
                    _ => None,
                }
            }
            Label::Dobj | Label::Pobj | Label::Dative if pronoun.is_person() => {
                // "Karanja saw him": him is another one.
                let subject = sentence.subject(clause).map(|subject| subject.token);
                let others: Vec<&Seen> =
                    before.iter().copied().filter(|seen| Some(seen.head) != subject).collect();
                if others.len() < before.len() && others.is_empty() {
                    return None;
                }
                one(&others, &earlier)
            }
            _ => None,
        }
    }
}

/// The only actor of two lists.
fn one(before: &[&Seen], earlier: &[&Seen]) -> Option<usize> {
    all_same(before.iter().chain(earlier))
}

/// The actor of all of these, if it is one and known.
fn all_same<'a>(all: impl Iterator<Item = &'a &'a Seen>) -> Option<usize> {
    let mut actors = BTreeSet::new();
    for seen in all {
        if seen.is_nobody {
            return None;
        }
        actors.insert(seen.actor);
    }
    if actors.len() == 1 { actors.pop_first() } else { None }
}

/// All mentions of a sentence, in order, and the persons whom nobody could name.
fn seen_in(place: &Place<'_>, locals: &Locals<'_>, found: &[ActorMention]) -> Vec<Seen> {
    let mut all: Vec<Seen> =
        place.known.iter().chain(found).filter_map(|mention| seen(place, locals, mention, found)).collect();
    for name in place.sentence.names().iter().filter(|name| name.kind == NameKind::Person) {
        let is_known =
            all.iter().any(|seen| seen.tokens.start < name.tokens.end && name.tokens.start < seen.tokens.end);
        if !is_known {
            all.push(Seen {
                actor: 0,
                kind: ActorKind::Person,
                head: head_of(place, &name.tokens),
                tokens: name.tokens.clone(),
                is_plural: false,
                gender: None,
                is_subject: false,
                is_free: true,
                is_adjective: false,
                is_nobody: true,
                sentence_is_over: false,
            });
        }
    }
    all.sort_by_key(|seen| (seen.tokens.start, seen.tokens.end));
    all
}

fn seen(
    place: &Place<'_>,
    locals: &Locals<'_>,
    mention: &ActorMention,
    found: &[ActorMention],
) -> Option<Seen> {
    let tokens = place.token_of(mention.range.start)..place.token_of(mention.range.end.saturating_sub(1)) + 1;
    let actor = locals.actor(mention.actor)?;
    let head = head_of(place, &tokens);
    let tag = place.tag(head)?;
    let is_inside = found.iter().any(|other| {
        other.range.start <= mention.range.start
            && mention.range.end <= other.range.end
            && (other.range != mention.range || other.actor != mention.actor)
    });
    let is_located = mention.is_place || mention.is_seat && !place.seat_acts(mention);
    let is_adjective = mention.by == MentionBy::Demonym && !matches!(tag, Tag::NNS | Tag::NNPS);
    let label = place.sentence.label(head);
    let is_modifier = matches!(label, Some(Label::Compound | Label::Amod | Label::Nmod));
    let subject = matches!(label, Some(Label::Nsubj | Label::Nsubjpass));
    Some(Seen {
        actor: mention.actor,
        kind: actor.kind,
        head,
        is_plural: is_plural(actor, tag, mention.by, &place.lower[tokens.end - 1]),
        gender: gender(place, locals, actor, &tokens),
        is_subject: subject && place.sentence.head(head) == Some(place.sentence.root()),
        is_free: !is_inside && !is_located && !is_adjective && !is_modifier,
        is_adjective,
        is_nobody: false,
        sentence_is_over: false,
        tokens,
    })
}

fn is_plural(actor: &KnownActor, tag: Tag, by: MentionBy, last: &str) -> bool {
    match by {
        MentionBy::Pronoun => matches!(last, "they" | "them" | "their"),
        // "the United States", "the armed forces"
        _ if matches!(actor.kind, ActorKind::State | ActorKind::Territory | ActorKind::Igo) => {
            by == MentionBy::Demonym && matches!(tag, Tag::NNS | Tag::NNPS)
        }
        _ => {
            matches!(tag, Tag::NNS | Tag::NNPS) && actor.kind != ActorKind::Person
                || matches!(actor.kind, ActorKind::People)
                || !actor.members.is_empty()
        }
    }
}

fn gender(
    place: &Place<'_>,
    locals: &Locals<'_>,
    actor: &KnownActor,
    tokens: &Range<usize>,
) -> Option<Gender> {
    if actor.kind != ActorKind::Person {
        return None;
    }
    match place.lower[tokens.start].as_str() {
        "he" | "him" | "his" => return Some(Gender::Male),
        "she" | "her" => return Some(Gender::Female),
        _ => {}
    }
    // A surname that is a given name, too, says nothing.
    let given = |name: &str| {
        let (given, _) = name.rsplit_once(' ')?;
        locals.lexicon.descriptions.gender(given)
    };
    given(place.words(tokens.clone())).or_else(|| given(&actor.name))
}

/// The token that the others of a stretch hang on.
fn head_of(place: &Place<'_>, tokens: &Range<usize>) -> usize {
    let outside = |token: &usize| place.sentence.head(*token).is_none_or(|head| !tokens.contains(&head));
    tokens.clone().find(outside).unwrap_or(tokens.start)
}
