//! What an event moves, buys or promises: equipment, forces, goods, money.

pub(super) mod price;
mod thing;

use std::ops::Range;

use verbale_core::{ActorKind, EventKind, ItemCategory, Role};
use verbale_syntax::{Label, Tag};

use super::arguments::Argument;
use super::participants::ParticipantDraft;
use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::frames::Slot;
use crate::text::within;
pub(super) use thing::{is_arms, is_craft, is_fired, is_vessel};
use thing::{is_measured, item};

/// A thing that an event moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemDraft {
    /// What sort of thing it is.
    pub(crate) category: ItemCategory,
    /// How many, by its place in the list of quantities.
    pub(crate) quantity: Option<usize>,
    /// The words that name it, without the number.
    pub(crate) range: Range<usize>,
}

/// Whether events of a kind move something.
pub(crate) fn moves(kind: EventKind) -> bool {
    use EventKind::{
        Aid, Appointment, Attack, Blockade, Capture, Contract, Deployment, Exchange, MandateChange,
        Mobilization, Offer, Payment, Release, Signature, TradeMeasure, Training, Transfer, Withdrawal,
    };
    matches!(
        kind,
        Aid | Appointment
            | Attack
            | Blockade
            | Capture
            | Contract
            | Deployment
            | Exchange
            | MandateChange
            | Mobilization
            | Offer
            | Payment
            | Release
            | Signature
            | TradeMeasure
            | Training
            | Transfer
            | Withdrawal
    )
}

/// The things of an event: its object, what stands before its noun or behind "of", "for", "with" and "on", and what these phrases
/// hold; what a contract covers; what an attack uses.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    found: &Found,
    kind: EventKind,
    arguments: &[Argument],
) -> Vec<ItemDraft> {
    if !moves(kind) {
        return Vec::new();
    }
    let mut heads: Vec<usize> = Vec::new();
    let starts =
        arguments.iter().filter(|argument| carries(scene, found, kind, argument)).map(|found| found.token);
    let own = found.tokens.iter().copied().filter(|&token| scene.is_noun(token));
    // "struck the airfield": what an attack strikes stands among its words, and is moved by nobody.
    let own = own.filter(|&token| {
        let is_object = matches!(scene.label(token), Label::Dobj | Label::Nsubjpass)
            || scene.label(token) != Label::Pobj && found.form == Form::Verb;
        kind != EventKind::Attack || !is_object || fires(scene, found) || loses(scene, found)
    });
    // "exchange prisoners, hostages and bodies": the parser may hang each on the verb.
    let objects = scene.children(found.head, &[Label::Dobj]).filter(|_| kind != EventKind::Attack);
    let objects = objects.flat_map(|object| scene.conjuncts(object));
    let own = own.chain(objects).chain(of_party(scene, found)).chain(joined(scene, found));
    for start in starts.chain(own).chain(covered(scene, found, kind)).chain(used(scene, found, kind)) {
        collect(scene, start, 0, &mut heads);
    }
    heads.sort_unstable();
    heads.dedup();
    // Who is attacked or set free is somebody, no thing; an understanding on troops moves none.
    let befalls = matches!(
        kind,
        EventKind::Attack
            | EventKind::Blockade
            | EventKind::Capture
            | EventKind::Release
            | EventKind::Signature
    );
    // "captured the base and ten tanks"
    let is_site = |item: &ItemDraft| kind == EventKind::Capture && item.category == ItemCategory::Other;
    let is_moved =
        |item: &ItemDraft| (item.category != ItemCategory::Personnel || !befalls) && !is_site(item);
    // Lost tanks are counted, lost houses are not.
    let is_lost = |item: &ItemDraft| {
        kind != EventKind::Attack || !loses(scene, found) || item.category != ItemCategory::Other
    };
    let is_force = |head: usize| scene.actor_at(head).is_none() || sends(kind);
    let mut items: Vec<ItemDraft> = heads
        .into_iter()
        .filter(|&head| is_force(head))
        .filter_map(|head| item(scene, head))
        .filter(is_moved)
        .filter(is_lost)
        .collect();
    changed(scene, found, kind, &mut items);
    if items.is_empty() && matches!(kind, EventKind::Aid | EventKind::Payment) {
        items.extend(sum(scene, found, arguments));
    }
    without_parts(items)
}

/// Of words that were taken for a thing that is given and for who gets it, persons get it ("supplied the militias with rockets"), and
/// things are given ("lent Iraq five Mirage jets").
pub(super) fn part(
    scene: &Scene<'_, '_>,
    kind: EventKind,
    items: &mut Vec<ItemDraft>,
    participants: &mut Vec<ParticipantDraft>,
) {
    use EventKind::{Aid, Contract, Offer, Payment, Transfer};
    if !matches!(kind, Aid | Contract | Offer | Payment | Transfer) {
        return;
    }
    let is_both = |found: &ParticipantDraft, item: &ItemDraft| {
        let own = found.range(scene);
        matches!(found.role, Role::Recipient | Role::Beneficiary)
            && own.start < item.range.end
            && item.range.start < own.end
    };
    // "Mirage" may have been taken for somebody unknown; who is known gets it.
    let is_unknown = |found: &ParticipantDraft| {
        matches!(found.who.kind(scene), Some(ActorKind::Other | ActorKind::Company | ActorKind::Person))
    };
    participants.retain(|found| {
        let is_thing = |item: &ItemDraft| {
            // "sold HMS Belfast to Chad": the ship is what is sold.
            let is_ship =
                item.category == ItemCategory::Vessel && found.who.kind(scene) == Some(ActorKind::ArmedForce);
            item.category != ItemCategory::Personnel && is_both(found, item) && (is_unknown(found) || is_ship)
        };
        !items.iter().any(is_thing)
    });
    items.retain(|item| !participants.iter().any(|found| is_both(found, item)));
}

/// "pledged $500 million": money that is named by its sum alone.
fn sum(scene: &Scene<'_, '_>, found: &Found, arguments: &[Argument]) -> Option<ItemDraft> {
    let quantities = &scene.mentions.quantities;
    let objects = arguments.iter().filter(|argument| argument.slot == Slot::Object);
    let objects = objects.map(|argument| argument.token).chain(scene.children(found.head, &[Label::Dobj]));
    let mut sums = objects.filter_map(|object| {
        let object = scene.range(object..object + 1);
        within(quantities, |quantity| &quantity.range, &scene.sentence.range).find(|&index| {
            let quantity = &quantities[index];
            quantity.is_money() && quantity.range.start < object.end && object.start < quantity.range.end
        })
    });
    let index = sums.next()?;
    Some(ItemDraft {
        category: ItemCategory::Money,
        quantity: Some(index),
        range: quantities[index].range.clone(),
    })
}

/// Drops what stands inside another one's words, where the tree takes "Leopard 2 tanks" for two things.
fn without_parts(items: Vec<ItemDraft>) -> Vec<ItemDraft> {
    let is_part = |one: &ItemDraft| {
        let holds = |other: &ItemDraft| {
            other.range != one.range
                && other.range.start <= one.range.start
                && one.range.end <= other.range.end
        };
        items.iter().any(holds)
    };
    items.iter().filter(|item| !is_part(item)).cloned().collect()
}

/// The things that a line of a list names without a verb: "- 24 howitzers"; those that are counted, else the first.
pub(crate) fn listed(scene: &Scene<'_, '_>) -> Vec<ItemDraft> {
    // "40 used tanks": a participle may be read as a verb, but then has no subject that could act.
    let acts = |verb: usize| {
        scene.tag(verb) != Tag::VBG
            && scene.tree.subject(verb).is_some_and(|subject| scene.is_noun(subject.token))
    };
    if (0..scene.len()).any(|token| scene.is_verb(token) && acts(token)) {
        return Vec::new();
    }
    let things =
        (0..scene.len()).filter(|&token| scene.is_noun(token)).filter_map(|token| item(scene, token));
    let things: Vec<ItemDraft> = things.filter(|item| item.category != ItemCategory::Money).collect();
    let counted: Vec<ItemDraft> = things.iter().filter(|item| item.quantity.is_some()).cloned().collect();
    without_parts(if counted.is_empty() { things.into_iter().take(1).collect() } else { counted })
}

/// Whether somebody may be what an event of a kind moves.
fn sends(kind: EventKind) -> bool {
    use EventKind::{
        Appointment, Deployment, Exchange, MandateChange, Mobilization, Training, Transfer, Withdrawal,
    };
    matches!(
        kind,
        Appointment | Deployment | Exchange | MandateChange | Mobilization | Training | Transfer | Withdrawal
    )
}

/// Whether a phrase may hold what an event moves. What an attack strikes is moved by nobody, unless it is what is fired.
fn carries(scene: &Scene<'_, '_>, found: &Found, kind: EventKind, argument: &Argument) -> bool {
    match argument.slot {
        Slot::Object | Slot::Of if kind == EventKind::Attack => fires(scene, found) || loses(scene, found),
        Slot::On | Slot::For if kind == EventKind::Attack => false,
        // "struck the destroyer HMS Belfast", but "missile attack"
        Slot::Possessor if kind == EventKind::Attack && found.form == Form::Verb => false,
        // "five cadets will study": who is trained is sent.
        Slot::Subject => {
            let teaches = scene.logical_object(found.head).is_some();
            kind == EventKind::Training && !scene.tree.is_passive(found.head) && !teaches
        }
        slot => matches!(slot, Slot::Object | Slot::Of | Slot::For | Slot::With | Slot::On | Slot::Possessor),
    }
}

/// Whether the object of a verb is what strikes: "fired rockets".
fn fires(scene: &Scene<'_, '_>, found: &Found) -> bool {
    let is_firing = |&token: &usize| FIRING.contains(&scene.lemma(token).to_lowercase().as_str());
    found.form == Form::Verb && found.tokens.iter().any(is_firing)
}

/// Whether the object of a verb is counted as lost: "shot down two jets", "destroyed ten tanks".
fn loses(scene: &Scene<'_, '_>, found: &Found) -> bool {
    let is_loss = |&token: &usize| matches!(scene.lemma(token), "down" | "destroy");
    found.form == Form::Verb && found.tokens.iter().any(is_loss)
}

/// "received ten tanks and four jets supplied by Chad": of several things, the parser hangs what is said of all on the last.
fn joined(scene: &Scene<'_, '_>, found: &Found) -> Vec<usize> {
    let participle = found
        .tokens
        .iter()
        .copied()
        .find(|&token| scene.label(token) == Label::Acl && scene.tag(token) == Tag::VBN);
    let last = participle.and_then(|participle| scene.tree.head(participle));
    let Some(last) = last.filter(|&last| scene.label(last) == Label::Conj) else { return Vec::new() };
    let before: Vec<usize> = scene.conjuncts(last).into_iter().filter(|&other| other < last).collect();
    if before.iter().all(|&other| item(scene, other).is_some()) { before } else { Vec::new() }
}

/// Verbs whose object strikes.
const FIRING: &[&str] =
    &["fire", "launch", "drop", "hurl", "lob", "unleash", "detonate", "plant", "throw", "use", "explode"];

/// "the sale to Chad of 20 launchers": what stands behind the one who gets it.
fn of_party(scene: &Scene<'_, '_>, found: &Found) -> Vec<usize> {
    let parties = scene
        .children(found.head, &[Label::Prep])
        .filter(|&preposition| matches!(scene.lower(preposition), "to" | "from" | "by"))
        .flat_map(|preposition| scene.children(preposition, &[Label::Pobj]).collect::<Vec<_>>());
    let ofs = parties
        .flat_map(|party| scene.children(party, &[Label::Prep]).collect::<Vec<_>>())
        .filter(|&of| scene.lower(of) == "of" && found.form == Form::Noun);
    ofs.flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>()).collect()
}

/// "The contract covers 20 launchers": what a document is said to hold.
fn covered<'s>(scene: &'s Scene<'_, '_>, found: &Found, kind: EventKind) -> impl Iterator<Item = usize> + 's {
    let holds = matches!(kind, EventKind::Contract | EventKind::Signature | EventKind::Offer);
    let verb = scene.tree.head(found.head).filter(|&verb| {
        holds
            && scene.label(found.head) == Label::Nsubj
            && matches!(
                scene.lemma(verb),
                "cover" | "include" | "comprise" | "envisage" | "foresee" | "concern"
            )
    });
    verb.into_iter()
        .flat_map(|verb| scene.tree.children(verb))
        .filter(|&child| scene.label(child) == Label::Dobj)
}

/// What an attack is made with: "struck the town, using missiles", "two jets bombed the town".
fn used<'s>(scene: &'s Scene<'_, '_>, found: &Found, kind: EventKind) -> impl Iterator<Item = usize> + 's {
    let clause = scene.tree.clause(found.head);
    let is_weapon = |head: &usize| {
        item(scene, *head).is_some_and(|item| {
            matches!(item.category, ItemCategory::Aircraft | ItemCategory::Missile | ItemCategory::Weapon)
        })
    };
    let subject = scene.logical_subject(found.head).filter(|_| found.form == Form::Verb);
    // "Fighters attacked" are men.
    let is_nobody = |&subject: &usize| scene.actor_at(subject).is_none();
    let subject =
        subject.filter(|subject| kind == EventKind::Attack && is_weapon(subject) && is_nobody(subject));
    let attacks = matches!(kind, EventKind::Attack | EventKind::Offensive);
    let verbs = (clause + 1..scene.len()).filter(move |&verb| {
        attacks
            && matches!(scene.label(verb), Label::Advcl | Label::Acl)
            && matches!(scene.lower(verb), "using" | "employing" | "firing")
            && scene.tree.ancestors(verb).any(|above| above == clause)
    });
    let objects = verbs.flat_map(|verb| scene.tree.children(verb));
    objects.filter(|&child| scene.label(child) == Label::Dobj).chain(subject)
}

/// "cut the force from 2,548 to 270": the figure that a change leads to is that of what it changes.
fn changed(scene: &Scene<'_, '_>, found: &Found, kind: EventKind, items: &mut [ItemDraft]) {
    let [item] = items else { return };
    if kind != EventKind::MandateChange || item.quantity.is_some() {
        return;
    }
    let clause = scene.clause_of(found.head);
    let quantities = &scene.mentions.quantities;
    item.quantity = within(quantities, |quantity| &quantity.range, &scene.sentence.range).find(|&index| {
        let is_near = scene.tokens_of(&quantities[index].range).any(|token| clause.contains(&token));
        quantities[index].change_from.is_some() && is_near
    });
}

/// How deep in a phrase things are looked for: "a contract on the purchase of two boats".
const DEPTH: usize = 4;

fn collect(scene: &Scene<'_, '_>, token: usize, depth: usize, heads: &mut Vec<usize>) {
    if depth > DEPTH || heads.contains(&token) {
        return;
    }
    // "a contingent of soldiers" is soldiers, "one of the radars" a radar.
    let whole = scene.children(token, &[Label::Prep]).find(|&child| scene.lower(child) == "of");
    let parts = whole.into_iter().flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>());
    let is_collective = parts.into_iter().any(|part| item(scene, part).is_some());
    if scene.is_noun(token) && !is_collective {
        heads.push(token);
    }
    for child in scene.tree.children(token) {
        match scene.label(child) {
            // "two officers (land troops and police)" are two.
            Label::Appos if (token..child).any(|between| scene.lower(between) == "(") => {}
            Label::Conj | Label::Appos => collect(scene, child, depth, heads),
            // "an order for three frigates", which the parser may take for the beginning of a clause
            Label::Prep | Label::Mark
                if matches!(scene.lower(child), "of" | "for" | "on" | "with" | "including" | "in") =>
            {
                // "$4 million in aid", but not "soldiers in trucks"
                if scene.lower(child) == "in" && !is_measured(scene, token) {
                    continue;
                }
                for object in scene.children(child, &[Label::Pobj, Label::Pcomp]) {
                    collect(scene, object, depth + 1, heads);
                }
            }
            // "an arsenal comprising 20 rifles"
            Label::Acl if matches!(scene.lemma(child), "comprise" | "include" | "contain") => {
                for object in scene.children(child, &[Label::Dobj]) {
                    collect(scene, object, depth + 1, heads);
                }
            }
            // "purchasing two boats"
            Label::Dobj => collect(scene, child, depth + 1, heads),
            _ => {}
        }
    }
}
