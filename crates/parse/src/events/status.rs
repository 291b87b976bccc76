//! Whether an event happened: negation, modal verbs, and the words that govern its trigger.

use verbale_core::Status;
use verbale_syntax::{Label, Tag};

use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::Governor;

/// How many words up the tree govern an event.
const FAR: usize = 6;

/// The status of an event; `usual` is what holds where nothing in the sentence says so.
pub(super) fn of(scene: &Scene<'_, '_>, found: &Found, usual: Status) -> Status {
    let own = match found.form {
        Form::Verb => of_verb(scene, found.head),
        Form::Noun => of_noun(scene, found.head),
    };
    own.unwrap_or(usual)
}

fn of_verb(scene: &Scene<'_, '_>, verb: usize) -> Option<Status> {
    let mut at = verb;
    for _ in 0..FAR {
        if let Some(status) = by_auxiliary(scene, at) {
            return Some(status);
        }
        let head = scene.tree.head(at)?;
        match scene.label(at) {
            // "did not come and sign": what holds of the first verb holds of the second, unless that has its own subject.
            Label::Conj if scene.is_verb(head) => {
                let own = [Label::Nsubj, Label::Nsubjpass, Label::Aux, Label::Auxpass];
                if scene.children(at, &own).next().is_some() {
                    return None;
                }
                at = head;
            }
            Label::Xcomp | Label::Ccomp | Label::Pcomp | Label::Acl | Label::Advcl => {
                let governor = if scene.label(at) == Label::Pcomp { scene.tree.head(head)? } else { head };
                return by_governor(scene, at, governor);
            }
            _ => return None,
        }
    }
    None
}

/// What auxiliaries, negation and conjunctions of a verb say.
fn by_auxiliary(scene: &Scene<'_, '_>, verb: usize) -> Option<Status> {
    let if_clause = scene.children(verb, &[Label::Mark]).any(|mark| matches!(scene.lower(mark), "if" | "unless" | "lest"));
    if if_clause {
        return Some(Status::Hypothetical);
    }
    let modal = scene.children(verb, &[Label::Aux]).find_map(|aux| {
        let words = scene.lexicon.event_words.governor(Governor::Modal, scene.lower(aux));
        words.first().map(|(_, status)| (scene.lower(aux), *status))
    });
    if scene.tree.is_negated(verb) {
        return Some(Status::Negated);
    }
    match modal {
        // "said that it would leave": what was still to come.
        Some(("would" | "'d" | "’d", _)) if is_reported(scene, verb) => Some(Status::Planned),
        Some((_, status)) => Some(status),
        None => None,
    }
}

/// Whether a verb stands in what somebody said: "said that it would".
fn is_reported(scene: &Scene<'_, '_>, verb: usize) -> bool {
    scene.label(verb) == Label::Ccomp
        && scene.tree.head(verb).is_some_and(|head| matches!(scene.tag(head), Tag::VBD | Tag::VBN))
}

/// What the word above an infinitive, a participle or a clause says of it.
fn by_governor(scene: &Scene<'_, '_>, verb: usize, governor: usize) -> Option<Status> {
    let part = if scene.is_verb(governor) {
        Governor::Verb
    } else if scene.is_noun(governor) {
        Governor::Noun
    } else {
        Governor::Adjective
    };
    let infinitive = scene.tag(verb) == Tag::VB;
    let own_word = scene.label(verb) != Label::Advcl;
    let words = scene.lexicon.event_words.governor(part, &scene.lemma(governor).to_lowercase());
    let fitting = words.iter().find(|(rest, _)| scene.phrase(governor, rest).is_some()).map(|(_, status)| *status);
    // "said that it left" reports; "wanted it to leave" does not.
    let governs = own_word && (infinitive || scene.label(verb) != Label::Ccomp);
    let above = || of_verb(scene, governor).filter(|_| part == Governor::Verb);
    match fitting.filter(|_| governs) {
        Some(Status::Occurred | Status::Ongoing) => above(),
        Some(status) if part == Governor::Verb && scene.tree.is_negated(governor) => Some(match status {
            Status::Failed | Status::Negated => Status::Occurred,
            _ => Status::Negated,
        }),
        Some(status) => Some(status),
        // "came to sign": an infinitive of purpose has not happened yet.
        None if infinitive && matches!(scene.label(verb), Label::Advcl | Label::Acl) => Some(Status::Planned),
        None if infinitive && part == Governor::Adjective => Some(Status::Hypothetical),
        None => above().filter(|_| scene.label(verb) == Label::Xcomp),
    }
}

/// A noun takes its status from the verb that it is subject or object of, or the noun whose "of" it follows.
fn of_noun(scene: &Scene<'_, '_>, noun: usize) -> Option<Status> {
    if scene.tree.is_negated(noun) {
        return Some(Status::Negated);
    }
    let mut at = noun;
    for _ in 0..FAR {
        let head = scene.tree.head(at)?;
        match scene.label(at) {
            Label::Conj => at = head,
            Label::Dobj | Label::Nsubjpass | Label::Nsubj => return by_event_verb(scene, at, head),
            Label::Pobj => {
                let above = scene.tree.head(head)?;
                if scene.is_verb(above) {
                    return by_event_verb(scene, at, above);
                }
                let words = scene.lexicon.event_words.governor(Governor::Noun, &scene.lemma(above).to_lowercase());
                if let Some((_, status)) = words.first().filter(|_| matches!(scene.lower(head), "of" | "for" | "at" | "against")) {
                    return Some(*status);
                }
                if scene.lower(head) != "of" {
                    return None;
                }
                at = above;
            }
            _ => return None,
        }
    }
    None
}

fn by_event_verb(scene: &Scene<'_, '_>, noun: usize, verb: usize) -> Option<Status> {
    let words = scene.lexicon.event_words.governor(Governor::Event, scene.lemma(verb));
    let subject = scene.label(noun) == Label::Nsubj;
    let fitting = words.iter().find(|(rest, _)| scene.phrase(verb, rest).is_some()).map(|(_, status)| *status);
    // The object of a verb that plans is planned; its active subject is not.
    let fitting = fitting.filter(|status| subject == (*status == Status::Failed));
    let carried = super::arguments::light_use(scene, verb, noun).is_some();
    match (fitting, of_verb(scene, verb)) {
        (Some(_), Some(Status::Negated)) => None,
        (Some(status), _) => Some(status),
        (None, Some(status)) if carried => Some(status),
        _ => None,
    }
}
