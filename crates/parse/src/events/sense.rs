//! Whether words mean what a frame says: what a verb has for its subject and object, and what stands around a noun.

use verbale_core::{ActorKind, EventKind, ItemCategory, Role, Sector};
use verbale_syntax::{Label, NameKind, Tag};

use super::arguments::Arguments;
use super::named::{is_measure, named_by};
use super::participants::Who;
use super::scene::Scene;
use super::trigger::{Form, Found};
use super::{ItemDraft, items, participants, roles, speech, status};
use crate::lexicon::places::Position;
use crate::text::overlapping;

/// Whether what stands around a trigger is what its frame needs to mean what it says; if not, another frame may have the words.
pub(super) fn fits(scene: &Scene<'_, '_>, found: &Found) -> bool {
    let Some(frame) = scene.lexicon.frames.get(found.frame) else { return false };
    if found.form == Form::Verb {
        let object = object(scene, found);
        // "The draft failed", but not "failed to advance".
        let is_intransitive =
            || object.is_none() && scene.children(found.head, &[Label::Xcomp]).next().is_none();
        let wrong = frame.intransitive && !is_intransitive()
            || frame.transitive
                && scene.tree.object(found.head).is_none()
                && !scene.tree.is_passive(found.head)
            || frame.object_is_actor && object.is_some_and(|object| !is_somebody(scene, object))
            || frame.object_is_person && !object.is_some_and(|object| is_person(scene, object))
            || frame.subject_is_place && is_turn_of_phrase(scene, found.head)
            || frame.subject_is_place
                && !scene.logical_subject(found.head).is_some_and(|subject| is_site(scene, subject))
            || frame.with_is_actor && has_company_of_things(scene, found.head)
            || frame.no_complement
                && scene.children(found.head, &[Label::Oprd, Label::Ccomp, Label::Acomp]).next().is_some()
            || frame.object_is_envoy
                && !object.is_some_and(|object| is_envoy(scene, object) || is_he(scene, object))
            || frame.object_is_place && !object.is_some_and(|object| is_place(scene, object))
            || frame.object_is_quotation && !speech::says_quotation(scene, found.head)
            || frame.complement_is_quotation && !speech::calls_quotation(scene, found.head)
            || frame.subject_is_forces
                && !scene.logical_subject(found.head).is_some_and(|subject| is_armed(scene, subject))
            || frame.subject_is_peacekeepers
                && !scene.logical_subject(found.head).is_some_and(|subject| keeps_peace(scene, subject))
            || frame.subject_is_document
                && !scene.logical_subject(found.head).is_some_and(|subject| is_document(scene, subject))
            || frame.subject_is_envoy
                && !scene.logical_subject(found.head).is_some_and(|subject| is_envoy(scene, subject))
            || frame.clause_is_wish && !says_what_should_be(scene, found.head)
            || frame.clause_is_bare && scene.children(found.head, &[Label::Ccomp]).next().is_none()
            || frame.subject_is_official && !is_official(scene, found.head)
            || frame.object_is_body && !object.is_some_and(|object| is_body(scene, object))
            || frame.subject_is_body
                && !scene.logical_subject(found.head).is_some_and(|subject| is_body(scene, subject))
            || frame.object_is_state && !object.is_some_and(|object| is_state(scene, object))
            || frame.object_is_arms && !object.is_some_and(|object| items::is_arms(scene, object))
            || frame.subject_is_court
                && !scene.logical_subject(found.head).is_some_and(|subject| is_court(scene, subject))
            || frame.object_is_vessel && !object.is_some_and(|object| items::is_vessel(scene, object))
            || frame.subject_is_fire
                && !scene.logical_subject(found.head).is_some_and(|subject| items::is_fired(scene, subject))
            || frame.object_is_document && !object.is_some_and(|object| is_document(scene, object));
        if wrong {
            return false;
        }
    }
    if found.form == Form::Noun && frame.of_is_place && !is_of_place(scene, found) {
        return false;
    }
    if is_tangible(frame.kind) && is_about_abstract(scene, found) {
        return false;
    }
    if frame.needs.is_empty() && !frame.object_is_item && !frame.forum_is_body {
        return true;
    }
    let arguments = Arguments::of(scene, found, &[]);
    let participants = participants::of(scene, frame, found, &arguments);
    // "They were freed": whoever it is.
    let by_pronoun = |role: &Role| {
        arguments.iter().any(|argument| {
            scene.tag(argument.token) == Tag::PRP && roles::role(frame, found.form, argument) == Some(*role)
        })
    };
    let filled = |role: &Role| participants.iter().any(|found| found.role == *role) || by_pronoun(role);
    // Money is paid or given; goods are transferred.
    let is_goods =
        |item: &ItemDraft| item.category != ItemCategory::Money || frame.kind != EventKind::Transfer;
    // "a contribution to peace": the noun itself is nothing that is moved unless it says how much.
    let is_own = |item: &ItemDraft| {
        item.quantity.is_none()
            && found.tokens.iter().any(|&token| item.range.contains(&scene.range(token..token + 1).start))
    };
    let moves = !frame.object_is_item
        || items::of(scene, found, frame.kind, &arguments).iter().any(|item| is_goods(item) && !is_own(item));
    let is_organisation = |who: &Who| matches!(who.kind(scene), Some(ActorKind::Igo | ActorKind::Organ));
    let in_body = !frame.forum_is_body
        || participants.iter().any(|found| found.role == Role::Forum && is_organisation(&found.who));
    frame.needs.iter().all(filled) && moves && in_body
}

/// Whether a verb has a clause that says what should be: "insisted that Chad withdraw", "that the envoy be freed".
fn says_what_should_be(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let is_passive_wish = |clause: usize| {
        scene.children(clause, &[Label::Auxpass]).any(|aux| scene.tag(aux) == Tag::VB)
            && scene.children(clause, &[Label::Aux]).next().is_none()
    };
    scene
        .children(verb, &[Label::Ccomp])
        .any(|clause| status::is_bare_subjunctive(scene, clause) || is_passive_wish(clause))
}

/// Whether events of a kind are done to what can be seen and touched.
fn is_tangible(kind: EventKind) -> bool {
    use EventKind::{
        Aid, Assassination, Attack, Blockade, Capture, Clash, Contract, Deployment, Establishment,
        Mobilization, Offensive, Transfer, Vandalism,
    };
    matches!(
        kind,
        Aid | Assassination
            | Attack
            | Blockade
            | Capture
            | Clash
            | Contract
            | Deployment
            | Establishment
            | Mobilization
            | Offensive
            | Transfer
            | Vandalism
    )
}

/// "attacked the policy", "a plague struck", "a clash of interests", "the fight against corruption"
fn is_about_abstract(scene: &Scene<'_, '_>, found: &Found) -> bool {
    // A capital makes a name of a word: "Operation Dignity".
    let is_abstract = |token: usize| {
        scene.tree.form(token).starts_with(char::is_lowercase)
            && scene.lexicon.event_words.is_abstract(&scene.lemma(token).to_lowercase())
    };
    if found.form == Form::Verb {
        return object(scene, found).is_some_and(is_abstract)
            || scene.logical_subject(found.head).is_some_and(is_abstract);
    }
    scene
        .children(found.head, &[Label::Prep])
        .filter(|&preposition| {
            matches!(scene.lower(preposition), "of" | "on" | "against" | "between" | "for")
        })
        .any(|preposition| scene.children(preposition, &[Label::Pobj]).any(is_abstract))
}

/// The object of a verb, or the subject of a passive one, that is no word of the trigger.
pub(super) fn object(scene: &Scene<'_, '_>, found: &Found) -> Option<usize> {
    let verb = found.head;
    let free = |token: usize| !found.tokens.contains(&token);
    let others_free = scene.children(verb, &[Label::Dobj]).all(free);
    let object = scene.logical_object(verb).filter(|&token| free(token) && others_free)?;
    Some(whole(scene, object).or_else(|| described(scene, verb, object)).unwrap_or(object))
}

/// "one of its helicopters": what a part is a part of.
fn whole(scene: &Scene<'_, '_>, part: usize) -> Option<usize> {
    let is_part = matches!(
        scene.lower(part),
        "one" | "some" | "most" | "many" | "several" | "two" | "three" | "number"
    );
    let of = scene.children(part, &[Label::Prep]).find(|&of| is_part && scene.lower(of) == "of")?;
    scene.children(of, &[Label::Pobj]).next()
}

/// "a memorandum on maritime boundaries concluded in May": the document that a participle describes, behind the nouns that say what it
/// is about.
fn described(scene: &Scene<'_, '_>, verb: usize, noun: usize) -> Option<usize> {
    let preposition = scene.tree.head(noun).filter(|_| {
        (scene.label(verb), scene.label(noun)) == (Label::Acl, Label::Pobj) && !is_document(scene, noun)
    })?;
    scene.tree.head(preposition).filter(|&document| is_document(scene, document))
}

/// "met with resistance", "was met by a statement": whether nobody stands behind "with" or "by".
fn has_company_of_things(scene: &Scene<'_, '_>, verb: usize) -> bool {
    scene
        .children(verb, &[Label::Prep, Label::Agent])
        .filter(|&preposition| matches!(scene.lower(preposition), "with" | "by"))
        .flat_map(|preposition| scene.children(preposition, &[Label::Pobj]).collect::<Vec<_>>())
        .any(|object| {
            let is_name = matches!(scene.tag(object), Tag::NNP | Tag::NNPS);
            !is_name && !is_somebody(scene, object)
        })
}

/// Whether a word is somebody: an actor, a person, a pronoun of persons, or forces.
fn is_somebody(scene: &Scene<'_, '_>, token: usize) -> bool {
    let pronoun = matches!(scene.tag(token), Tag::PRP | Tag::WP | Tag::WDT);
    let counted = || is_measure(scene, token);
    // A name that nobody knows is somebody, unless it is a place.
    let is_name = || {
        let is_event = !scene.lexicon.triggers.nouns(scene.lower(token)).is_empty();
        matches!(scene.tag(token), Tag::NNP | Tag::NNPS) && !is_event && !is_place(scene, token)
    };
    scene.actor_at(token).is_some()
        || pronoun
        || is_name()
        || scene.person(token).is_some()
        || scene.is_personnel(token)
        || counted() && !named_by(scene, token, 0).is_empty()
}

/// Whether a word is a person or persons: no state, no body.
fn is_person(scene: &Scene<'_, '_>, token: usize) -> bool {
    let named = named_by(scene, token, 0);
    // "captured a tank": what acts for somebody is no person.
    let thing = scene.lexicon.items.ending(&[&scene.lemma(token).to_lowercase()]);
    let is_thing = thing.is_some_and(|(category, _)| category != ItemCategory::Personnel);
    let described = scene.person(token).is_some() && !is_thing;
    let persons = |who: &Who| match who.kind(scene) {
        Some(ActorKind::Person | ActorKind::People) => true,
        // "Kenyan immigrants", but not "the neighbouring states"
        Some(ActorKind::Group | ActorKind::NonStateGroup) => described,
        // "three Kenyan policemen", but not "the Kenyan police"
        Some(ActorKind::ArmedForce | ActorKind::GovernmentBody) => {
            described && scene.tag(token) == Tag::NNS && scene.lemma(token) != scene.lower(token)
        }
        _ => false,
    };
    let pronoun = scene.tag(token) == Tag::PRP
        && matches!(scene.lower(token), "he" | "she" | "they" | "him" | "her" | "them");
    !named.is_empty() && named.iter().all(persons)
        || scene.is_personnel(token)
        || pronoun && named.is_empty()
        || scene.actor_at(token).is_none() && described
}

/// Whether a word is the name of a place: of a town or region that is known, or that the model takes for one.
fn is_place(scene: &Scene<'_, '_>, token: usize) -> bool {
    let range = scene.range(token..token + 1);
    let known = || overlapping(&scene.mentions.places, |place| &place.range, &range).is_some();
    let is_land = |mention: usize| {
        scene.mentions.actors[mention].is_place
            || scene.actor(mention).is_some_and(|actor| actor.kind == ActorKind::Territory)
    };
    match scene.actor_at(token) {
        Some(mention) => is_land(mention),
        None => {
            let named = scene.tree.name_at(token).map(|name| name.kind);
            known() || matches!(named, Some(NameKind::Gpe | NameKind::Location | NameKind::Facility))
        }
    }
}

/// Whether a place or its seat of government stands behind "of" a noun, alone: "the fall of Nairobi", but not "of Nairobi's mayor".
fn is_of_place(scene: &Scene<'_, '_>, found: &Found) -> bool {
    let is_taken = |object: usize| {
        let is_seat = scene.actor_at(object).is_some_and(|mention| scene.mentions.actors[mention].is_seat);
        let is_name = matches!(scene.tag(object), Tag::NNP | Tag::NNPS);
        is_name && (is_seat || is_place(scene, object))
    };
    scene
        .children(found.head, &[Label::Prep])
        .filter(|&of| scene.lower(of) == "of")
        .any(|of| scene.children(of, &[Label::Pobj]).any(is_taken))
}

/// "fell into chaos", "fell in love", "fell from favour", "fell sharply": what becomes of something, or how much.
fn is_turn_of_phrase(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let is_time = |object: usize| {
        let range = scene.range(object..object + 1);
        overlapping(&scene.mentions.dates, |date| &date.range, &range).is_some()
    };
    scene.children(verb, &[Label::Prep, Label::Prt, Label::Advmod]).any(|word| match scene.lower(word) {
        "into" | "from" | "out" | "behind" | "below" | "under" | "for" | "short" | "sharply" | "silent"
        | "apart" => true,
        "in" => !scene.children(word, &[Label::Pobj]).any(is_time),
        _ => false,
    })
}

/// Whether a word is a place that can be taken: a name, or "the town", "the base".
fn is_site(scene: &Scene<'_, '_>, token: usize) -> bool {
    let is_seat = scene.actor_at(token).is_some_and(|mention| scene.mentions.actors[mention].is_seat);
    is_seat
        || is_place(scene, token)
        || scene.lexicon.designators.kind(Position::Of, scene.lemma(token)).is_some()
}

/// Whether a word is armed forces, fighters or what they ride: "Kenyan troops", "rebels", "tanks", "Kenyan jets".
fn is_armed(scene: &Scene<'_, '_>, token: usize) -> bool {
    let armed = |who: &Who| matches!(who.kind(scene), Some(ActorKind::ArmedForce | ActorKind::NonStateGroup));
    // Refugees and prisoners are moved, too, but are no forces.
    let person = scene.person(token);
    let is_civil =
        person.is_some_and(|person| !matches!(person.kind, ActorKind::ArmedForce | ActorKind::NonStateGroup));
    scene.is_personnel(token) && !is_civil
        || is_war_craft(scene, token)
        || named_by(scene, token, 0).iter().any(armed)
}

/// Whether a noun is aircraft or ships of a state: "Kenyan jets".
fn is_war_craft(scene: &Scene<'_, '_>, token: usize) -> bool {
    const CIVIL: [&str; 6] = ["airliner", "airplane", "boat", "plane", "tanker", "trawler"];
    let of_state = |who: &Who| who.kind(scene) == Some(ActorKind::State);
    items::is_craft(scene, token)
        && !CIVIL.contains(&scene.lemma(token))
        && named_by(scene, token, 0).iter().any(of_state)
}

/// Whether a noun phrase is peacekeepers, observers or monitors: "Kenyan peacekeepers", "the first of the UN observers".
fn keeps_peace(scene: &Scene<'_, '_>, token: usize) -> bool {
    let phrase = scene.tree.subtree(token);
    phrase.into_iter().any(|word| {
        let lower = scene.lower(word);
        lower.starts_with("peacekeep") || matches!(lower, "observers" | "monitors")
    })
}

/// Whether a word is a pronoun for one person.
fn is_he(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.tag(token) == Tag::PRP && matches!(scene.lower(token), "he" | "him" | "she" | "her")
}

/// Whether a word names a person who is an actor, or a delegation: no refugees, no goods.
fn is_envoy(scene: &Scene<'_, '_>, token: usize) -> bool {
    let actor = scene.actor_at(token).and_then(|mention| scene.actor(mention));
    let is_official = scene.person(token).is_some_and(|person| {
        person.sector == Sector::Government && matches!(person.kind, ActorKind::Person | ActorKind::Group)
    });
    actor.is_some_and(|actor| actor.kind == ActorKind::Person)
        || is_official
        || scene.lemma(token) == "inspector"
}

/// Whether a word names a state.
fn is_state(scene: &Scene<'_, '_>, token: usize) -> bool {
    let is_state = |who: &Who| matches!(who.kind(scene), Some(ActorKind::State | ActorKind::Territory));
    named_by(scene, token, 0).iter().any(is_state)
}

/// Whether a word names a body that can be wound up: an organisation, a mission, a force, a party, but no state and no person.
fn is_body(scene: &Scene<'_, '_>, token: usize) -> bool {
    use ActorKind::{ArmedForce, Igo, NonStateGroup, Organ, Party};
    let Some(mention) = scene.actor_at(token) else {
        // An acronym that nobody knows.
        let form = scene.tree.form(token);
        let is_acronym = form.len() > 3 && form.chars().all(|char| char.is_ascii_uppercase());
        return is_acronym && matches!(scene.tag(token), Tag::NNP | Tag::NNPS) && !is_place(scene, token);
    };
    scene
        .actor(mention)
        .is_some_and(|actor| matches!(actor.kind, ArmedForce | Igo | NonStateGroup | Organ | Party))
}

/// Whether the subject of a verb is a state or speaks for one: "Kenya protested", "the ministry protested".
fn is_official(scene: &Scene<'_, '_>, verb: usize) -> bool {
    // "Prussia was admitted" leaves open who did it.
    let Some(subject) = scene.logical_subject(verb) else { return scene.tree.is_passive(verb) };
    let official = |who: &Who| {
        use ActorKind::{GovernmentBody, Igo, Legislature, Organ, State, Territory};
        matches!(who.kind(scene), Some(State | Territory | Igo | Organ | GovernmentBody | Legislature))
    };
    let office = scene.lemma(subject).to_lowercase();
    matches!(office.as_str(), "government" | "ambassador" | "minister" | "embassy" | "ministry")
        || named_by(scene, subject, 0).iter().any(official)
}

/// Whether a word names a court or a tribunal, or its judges.
fn is_court(scene: &Scene<'_, '_>, subject: usize) -> bool {
    let actor = scene.actor_at(subject).and_then(|index| scene.actor(index));
    let name = actor.map_or_else(|| scene.lemma(subject).to_lowercase(), |actor| actor.name.to_lowercase());
    let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    let is_court = |first: usize| {
        let head = scene.lexicon.heads.longest(&words[first..]);
        head.is_some_and(|(head, _)| head.sector == Sector::Judiciary && head.kind != ActorKind::Person)
    };
    scene.lemma(subject) == "judge" || (0..words.len()).any(is_court)
}

/// Whether a word names a document, or is a pronoun behind a sentence that named one.
pub(super) fn is_document(scene: &Scene<'_, '_>, token: usize) -> bool {
    let range = scene.range(token..token + 1);
    let documents = &scene.mentions.instruments;
    let named = overlapping(documents, |document| &document.range, &range).is_some();
    let pronoun = scene.tag(token) == Tag::PRP && matches!(scene.lower(token), "it" | "this");
    let before = || {
        let start = scene.sentence.range.start;
        let behind = documents.partition_point(|document| document.range.end <= range.start);
        documents[..behind].last().is_some_and(|document| start.saturating_sub(document.range.end) < RECENT)
    };
    named || pronoun && before()
}

/// How many bytes before a sentence a document may be named that "it" stands for.
const RECENT: usize = 200;
