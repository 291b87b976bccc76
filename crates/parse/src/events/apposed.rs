//! Names beside common nouns, which say more than these: "the envoy, Ann Otieno", "the peacekeeping force, KFOR".

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::{Label, Tag};

use super::scene::Scene;

/// The actors whose names stand in apposition to a noun: "the envoy, Ann Otieno"; of a plural, all of them: "the commanders, Ann Otieno
/// and John Karanja".
pub(super) fn apposed_names(scene: &Scene<'_, '_>, noun: usize) -> Vec<usize> {
    let is_name = |&index: &usize| {
        let mention = &scene.mentions.actors[index];
        let is_land = || {
            let kind = scene.actor(index).map(|actor| actor.kind);
            matches!(kind, Some(ActorKind::State | ActorKind::Territory))
        };
        !mention.is_place && (mention.by == MentionBy::Name || mention.by == MentionBy::Alias && !is_land())
    };
    // "a spokesman for the ministry, Ann Otieno, said": the parser may hang the person on the ministry.
    let phrases = scene.children(noun, &[Label::Prep]).filter(|_| scene.person(noun).is_some());
    let phrases = phrases.flat_map(|preposition| scene.tree.children(preposition));
    let behind = phrases.flat_map(|object| scene.tree.children(object)).filter(|&name| {
        let actor = scene.actor_at(name).and_then(|index| scene.actor(index));
        scene.label(name) == Label::Appos && actor.is_some_and(|actor| actor.kind == ActorKind::Person)
    });
    // "the rebel movement Renamo attacked": the parser may take both for the subject.
    let siblings = scene.tree.head(noun).into_iter().flat_map(|above| scene.tree.children(above));
    let beside = siblings.filter(|&next| {
        let starts = scene.actor_at(noun + 1).is_some_and(|index| scene.actor_at(next) == Some(index));
        starts && next > noun && scene.label(next) == scene.label(noun)
    });
    let names = scene
        .children(noun, &[Label::Appos])
        .chain(beside)
        .chain(behind)
        .flat_map(|child| scene.tree.conjuncts(child));
    let names = names.filter_map(|child| scene.actor_at(child)).filter(is_name);
    let is_plural = matches!(scene.tag(noun), Tag::NNS | Tag::NNPS);
    names.take(if is_plural { usize::MAX } else { 1 }).collect()
}

/// Of the names beside a common noun that no list holds, "the peacekeeping force, KFOR", those of bodies: they say more than it does.
pub(super) fn bodies(scene: &Scene<'_, '_>, noun: usize, names: Vec<usize>) -> Vec<usize> {
    use ActorKind::{Person, State, Territory};
    let own = scene.actor_at(noun).and_then(|index| scene.mentions.actors.get(index));
    let is_common = scene.tag(noun) == Tag::NN
        && scene.tree.form(noun).starts_with(char::is_lowercase)
        && own.is_some_and(|own| own.actor >= scene.lexicon.actors.len());
    let is_body = |index: &usize| {
        let kind = scene.actor(*index).map(|actor| actor.kind);
        kind.is_some_and(|kind| !matches!(kind, Person | State | Territory))
    };
    if is_common { names.into_iter().filter(is_body).collect() } else { Vec::new() }
}
