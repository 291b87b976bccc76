//! Which part in an event its frame gives to a phrase beside its trigger.

use verbale_core::{ActorKind, EventKind, MentionBy, Role};
use verbale_syntax::Label;

use super::arguments::Argument;
use super::scene::Scene;
use super::trigger::Form;
use crate::lexicon::frames::{Frame, Slot};
use crate::text::is_in_capitals;

/// The role that a frame gives to an argument. Where a frame does not say so, what a phrase ends with is its object ("call on Kenya"),
/// and who does what a noun names is its possessor ("Kenya launched an attack" as "Kenya's attack").
pub(super) fn role(frame: &Frame, form: Form, argument: &Argument) -> Option<Role> {
    let slot = |slot: Slot| frame.slots.get(&slot).copied();
    let other = match argument.slot {
        Slot::Subject => slot(Slot::Possessor).or_else(|| slot(Slot::By)),
        Slot::By => slot(Slot::Subject).filter(|_| form == Form::Noun),
        // "guaranteed the independence of Chad": the object goes on.
        Slot::Of if form == Form::Verb => return slot(Slot::Object).or_else(|| slot(Slot::Of)),
        // "rejected a Kenyan plan": whose it is does not reject it.
        Slot::Possessor if form == Form::Verb => return slot(Slot::Object),
        _ => slot(Slot::Object).filter(|_| argument.is_object),
    };
    // "pointed the finger at Chad": what the phrase ends with is no place, though "at" may lead to one.
    let is_where = matches!(slot(argument.slot), Some(Role::Forum | Role::Host));
    let object =
        slot(Slot::Object).filter(|_| argument.is_object && is_where && argument.slot != Slot::Object);
    object.or_else(|| slot(argument.slot)).or(other)
}

/// Whose forces or measures a passive tells of that names nobody who acts: "Indian observers were sent", "EU sanctions were extended".
/// "The Iran sanctions" are laid on Iran.
pub(super) fn role_unled(scene: &Scene<'_, '_>, frame: &Frame, argument: &Argument) -> Option<Role> {
    let is_force = frame.kind == EventKind::Deployment;
    let is_measure = matches!(frame.kind, EventKind::Sanction | EventKind::Cancellation);
    let owns = match argument.slot {
        Slot::Object => is_force && scene.is_personnel(argument.token),
        Slot::Possessor if is_force => true,
        Slot::Possessor => is_measure && is_owner(scene, argument.token),
        _ => false,
    };
    frame.slots.get(&Slot::Subject).copied().filter(|_| owns)
}

/// Whether a word before a noun tells whose it is, not whom it concerns: "EU sanctions", "American sanctions", "Chad's sanctions", but not
/// "the Chad sanctions".
fn is_owner(scene: &Scene<'_, '_>, modifier: usize) -> bool {
    let Some(mention) = scene.actor_at(modifier).and_then(|index| scene.mentions.actors.get(index)) else {
        return false;
    };
    let kind = scene.mentions.actor(scene.lexicon, mention.actor).map(|actor| actor.kind);
    scene.label(modifier) == Label::Poss
        || mention.by == MentionBy::Demonym
        || !matches!(kind, Some(ActorKind::State | ActorKind::Territory))
        || is_in_capitals(scene.tree.form(modifier))
}

/// Whether somebody else leads those who are moved: the army of "Chad mobilised the army" does not mobilise, and "Kenya sent Ugandan
/// observers" is not told of Uganda.
pub(super) fn is_moved(scene: &Scene<'_, '_>, frame: &Frame, argument: &Argument, role: Role) -> bool {
    match argument.slot {
        Slot::Object => frame.kind == EventKind::Mobilization && role == Role::Actor,
        Slot::Possessor => {
            frame.kind == EventKind::Deployment && role == Role::Host && is_owner(scene, argument.token)
        }
        _ => false,
    }
}
