//! Which pronoun may take up which mention.

use verbale_core::ActorKind;
use verbale_syntax::{Label, Sentence, Tag};

use super::{Seen, all_same};
use crate::lexicon::descriptions::Gender;
use crate::mentions::actors::sentence::Place;

/// A pronoun of the third person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    It,
    They,
}

impl Pronoun {
    pub(super) fn is_person(self) -> bool {
        matches!(self, Self::He | Self::She)
    }

    pub(super) fn fits(self, seen: &Seen) -> bool {
        let person = seen.kind == ActorKind::Person && !seen.is_plural;
        seen.is_free
            && match self {
                Self::He => person && seen.gender != Some(Gender::Female),
                Self::She => person && seen.gender != Some(Gender::Male),
                Self::It => seen.kind != ActorKind::Person && !seen.is_plural && !seen.is_nobody,
                Self::They => seen.is_plural && !seen.is_nobody,
            }
    }

    /// The actor of the previous sentence that a pronoun at the start takes up: the only one, and for things its subject.
    pub(super) fn of_previous(self, earlier: &[&Seen]) -> Option<usize> {
        let subject = earlier.iter().find(|seen| seen.is_subject && !seen.is_nobody);
        let only = all_same(earlier.iter());
        match (subject, only) {
            (Some(subject), Some(only)) => (subject.actor == only).then_some(only),
            // Of several persons, he who acted is meant, if only he can be.
            (Some(subject), None) if self.is_person() && subject.gender.is_some() => Some(subject.actor),
            (None, Some(only)) if self.is_person() => Some(only),
            _ => None,
        }
    }
}

/// The pronoun that a token is.
pub(super) fn pronoun(place: &Place<'_>, token: usize) -> Option<Pronoun> {
    if !matches!(place.tag(token)?, Tag::PRP | Tag::PRPS) {
        return None;
    }
    match place.lower[token].as_str() {
        "he" | "him" | "his" => Some(Pronoun::He),
        "she" | "her" => Some(Pronoun::She),
        "it" | "its" => Some(Pronoun::It),
        "they" | "them" | "their" => Some(Pronoun::They),
        _ => None,
    }
}

/// The subject of a word of saying that the parser has hung on what is said: "Kenya confirmed it would leave".
pub(super) fn says_before(sentence: &Sentence<'_>, clause: usize, pronoun: usize) -> Option<usize> {
    let is_past = |verb: usize| sentence.token(verb).is_some_and(|token| token.tag == Tag::VBD);
    let mut says =
        sentence.children_by(clause, &[Label::Ccomp]).filter(|&verb| verb < pronoun && is_past(verb));
    Some(sentence.subject(says.next()?)?.token)
}

/// "It is clear that", "it took years", "made it clear": an "it" that means nothing.
pub(super) fn is_empty_subject(place: &Place<'_>, token: usize, clause: usize) -> bool {
    let sentence = place.sentence;
    matches!(
        sentence.lemma(clause),
        "be" | "seem" | "appear" | "take" | "become" | "remain" | "turn" | "rain" | "happen"
    ) || sentence.label(token) == Some(Label::Expl)
        || place.tag(token + 1) == Some(Tag::JJ)
        || sentence.is_passive(clause)
            && sentence.children_by(clause, &[Label::Ccomp, Label::Csubjpass]).next().is_some()
}
