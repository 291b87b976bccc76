//! Who speaks: the subject of a verb of saying, or whoever a noun phrase names.

use verbale_core::MentionBy;
use verbale_syntax::Label;

use crate::events::named::{named_by, one_named_by, together};
use crate::events::participants::Who;
use crate::events::scene::Scene;
use crate::lexicon::event_words::PersonUse;

/// How many verbs up the tree a subject is looked for.
const FAR: usize = 12;

/// Whose words a verb of saying introduces.
pub(in crate::events) fn speaker(scene: &Scene<'_, '_>, verb: usize) -> Option<Who> {
    let mut at = verb;
    let mut joined = false;
    for _ in 0..FAR {
        if let Some(agent) = scene.tree.passive_agent(at) {
            return speaker_named(scene, agent);
        }
        // “Peace,” he said, “is not for sale”: what is quoted may be taken for the subject.
        let start = |token: usize| scene.range(token..token + 1).start;
        let is_quoted = |token: usize| {
            let around = scene.mentions.quotations.around(start(token));
            around.is_some_and(|around| !around.contains(&start(at)))
        };
        let mut own = scene.children(at, &[Label::Nsubj, Label::Nsubjpass]);
        let subject = own.find(|&subject| !is_quoted(subject));
        let subject =
            subject.or_else(|| Some(scene.tree.subject(at)?.token).filter(|&subject| !is_quoted(subject)));
        let named = subject.and_then(|subject| speaker_named(scene, subject));
        // Only somebody speaks: in "warned that the crisis grew and urged both to stop", it is not the crisis that urged.
        let shared = named.is_none() && (joined || scene.label(at) == Label::Conj);
        joined |= shared;
        // "Issued a statement saying": whoever issued it.
        if named.is_none() && scene.label(at) == Label::Acl {
            let noun = scene.tree.head(at)?;
            let above = scene.tree.head(noun)?;
            at = if scene.label(noun) == Label::Pobj { scene.tree.head(above)? } else { above };
            continue;
        }
        if subject.is_some() && !shared {
            return named;
        }
        let head = scene.tree.head(at)?;
        at = match scene.label(at) {
            // "admitted it by saying", "was quoted as saying"
            Label::Pcomp => scene.tree.head(head).filter(|&above| scene.is_verb(above))?,
            Label::Conj | Label::Xcomp | Label::Advcl => head,
            Label::Ccomp if joined => head,
            _ => return None,
        };
    }
    None
}

/// The actor that a noun phrase names; of "the minister, Anna Lind", the name.
pub(super) fn speaker_named(scene: &Scene<'_, '_>, noun: usize) -> Option<Who> {
    let all = &scene.mentions.actors;
    let is_name = |index: &usize| {
        all.get(*index).is_some_and(|actor| !actor.is_place && actor.by != MentionBy::Demonym)
    };
    let own = scene.actor_at(noun).filter(is_name);
    let apposed =
        || scene.children(noun, &[Label::Appos]).find_map(|name| scene.actor_at(name).filter(is_name));
    let named = own.or_else(apposed).map(Who::Mention);
    // "A spokesman for Kenya" speaks for it.
    let speaks_for = || {
        let person = scene.person(noun)?;
        let owner = scene.tree.prepositional(noun, "for").filter(|_| person.usage == PersonUse::Owner)?;
        one_named_by(scene, owner, 0)
    };
    // "His deputy" is another one; "its deputy" speaks for it.
    let mut owners = scene.children(noun, &[Label::Poss]);
    let other = owners.find(|&owner| matches!(scene.lower(owner), "his" | "her" | "my"));
    let not_meant = other.map(|owner| named_by(scene, owner, 0)).unwrap_or_default();
    let by_phrase = || {
        let found = named_by(scene, noun, 0).into_iter().find(|who| !not_meant.contains(who))?;
        Some(together(scene, found))
    };
    named.or_else(speaks_for).or_else(by_phrase)
}
