//! Which actors a noun phrase names: itself, its owner, or the persons that it describes.

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, EventKind, MentionBy, Plover, PloverType, Role, Sector};
use verbale_syntax::{Label, Tag};

use super::apposed::{apposed_names, bodies};
use super::participants::{Description, Who};
use super::pronouns;
use super::scene::Scene;
use crate::lexicon::event_words::{Person, PersonUse};
use crate::lexicon::frames::Frame;
use crate::text::{is_in_capitals, overlapping};

/// How deep in a phrase an actor is looked for: "the demands of the leaders of Chad".
pub(super) const DEPTH: usize = 3;

/// The actors that a noun phrase names: the one that its head belongs to; else the one whose something it is ("Kenya's request", "the
/// Kenyan proposal", "a decision of the Council"); else the persons that it describes.
pub(crate) fn named_by(scene: &Scene<'_, '_>, token: usize, depth: usize) -> Vec<Who> {
    if let Some(index) = scene.actor_at(token) {
        let mention = &scene.mentions.actors[index];
        // "its leader, Ian Paisley": the name says more.
        let is_described = mention.by == MentionBy::Description || scene.tag(token) == Tag::NNS;
        let apposed = if is_described {
            apposed_names(scene, token)
        } else {
            bodies(scene, token, apposed_names(scene, token))
        };
        return match apposed.as_slice() {
            [_, ..] => apposed.into_iter().map(Who::Mention).collect(),
            [] if mention.is_place => Vec::new(),
            [] => {
                let mut all = sharing_head(scene, index);
                // "both sides" are several, with one mention each behind that of both
                let others = scene.mentions.actors[index..].iter();
                let count = others.take_while(|other| other.range == mention.range).count();
                let several = index + usize::from(mention.is_collective)..index + count;
                // Whose the envoys of "US and UN envoys" are stands there, too.
                all.extend(several.filter(|&other| other == index || !scene.mentions.actors[other].is_part));
                all.into_iter().map(Who::Mention).collect()
            }
        };
    }
    if depth >= DEPTH {
        return Vec::new();
    }
    if matches!(scene.tag(token), Tag::PRP | Tag::PRPS) {
        return pronouns::antecedent(scene, token);
    }
    // "Chad, whose troops had left": those of Chad
    if scene.lower(token) == "whose"
        && scene.tree.head(token).is_some_and(|noun| scene.label(noun) == Label::Nsubj)
    {
        let above = scene.tree.head(scene.tree.clause(token)).filter(|&above| above < token);
        return above.map(|above| named_by(scene, above, depth + 1)).unwrap_or_default();
    }
    // "Tu-160 bombers" are no crew, but goods.
    let is_model = || {
        let before = scene.children(token, &[Label::Compound, Label::Nmod, Label::Nummod, Label::Amod]);
        let is_traded = scene.tree.head(token).is_some_and(|verb| {
            scene.label(token) == Label::Dobj && scene.lexicon.trades(scene.lemma(verb), scene.lower(verb))
        });
        before.filter(|&word| word < token).any(|word| {
            scene.lexicon.items.is_model(scene.tree.form(word))
                // "sold four Kfir fighters"
                || is_traded && scene.tag(word) == Tag::NNP && scene.actor_at(word).is_none()
        })
    };
    let person = scene.person(token);
    let person = person.filter(|_| {
        scene.is_noun(token)
            && !(matches!(scene.lemma(token), "fighter" | "bomber" | "trainer") && is_model())
    });
    let mut owners: Vec<Who> = Vec::new();
    for holder in holders(scene, token).into_iter().filter(|_| person.is_none()) {
        owners.extend(named_by(scene, holder, depth + 1));
    }
    for child in scene.tree.children(token) {
        match scene.label(child) {
            Label::Appos if scene.tree.is_parted(token, child) => {}
            Label::Poss | Label::Appos => owners.extend(named_by(scene, child, depth + 1)),
            // "the Kenyan frigate Mamba": the parser may take the frigate for a subject of its name.
            Label::Nsubj if child + 1 == token && scene.is_noun(token) => {
                owners.extend(named_by(scene, child, depth + 1));
            }
            // "Kenyan jets" are Kenya's; "sniper rifles" are nobody's.
            Label::Amod | Label::Compound | Label::Nmod => {
                // "Kenyan and Ugandan jets"
                for child in scene.tree.conjuncts(child) {
                    let named = named_by(scene, child, depth + 1);
                    owners.extend(named.into_iter().filter(|who| matches!(who, Who::Mention(_))));
                }
            }
            // "partners such as Chad"
            Label::Prep if matches!(scene.lower(child), "like" | "including" | "as") && person.is_none() => {
                for object in scene.children(child, &[Label::Pobj]) {
                    owners.extend(named_by(scene, object, depth + 1));
                }
            }
            Label::Prep
                if scene.lower(child) == "of"
                    || scene.lower(child) == "by" && is_deed(scene, token)
                    || scene.lower(child) == "from" && is_said(scene, token)
                    || scene.lower(child) == "from" && is_owner(person) =>
            {
                // "hundreds of banks" are banks.
                let below = if is_measure(scene, token) { depth } else { depth + 1 };
                for object in scene.children(child, &[Label::Pobj]).filter(|&object| !is_make(scene, object))
                {
                    for object in scene.conjuncts(object) {
                        owners.extend(named_by(scene, object, below));
                    }
                }
            }
            _ => {}
        }
    }
    // "two Kenyan fishermen" are not Kenya; "Kenyan officials" and "Kenyan jets" are.
    let own = |person: &Person| owners.is_empty() || person.usage == PersonUse::Always;
    // "the then president, Goodluck Jonathan": the name says more.
    let apposed = if person.is_some() { apposed_names(scene, token) } else { Vec::new() };
    if !apposed.is_empty() {
        return apposed.into_iter().map(Who::Mention).collect();
    }
    if let Some(person) = person.filter(own) {
        // "leaders of both countries" are of neither
        let mut countries = owners.iter().map(|owner| owner.country(scene));
        let country = countries.next().flatten().filter(|first| countries.all(|other| other == Some(*first)));
        // Settlers are of another land than the one where they are.
        let is_local = is_local(person) && scene.lemma(token) != "settler";
        let country = country.or_else(|| located(scene, token).filter(|_| is_local));
        let range = described(scene, token);
        let Person { kind, sector, usage } = person;
        let parent = parent(scene, &owners).filter(|_| is_of_state(sector));
        let (sector, by) = (Some(sector), MentionBy::Description);
        let description = Description { range, kind, sector, by, country, parent, usage };
        return vec![Who::Described(Box::new(description))];
    }
    owners
}

/// The one actor that a noun phrase names, where there can be only one: of several with one name, "both sides", all of them together.
pub(crate) fn one_named_by(scene: &Scene<'_, '_>, token: usize, depth: usize) -> Option<Who> {
    let first = named_by(scene, token, depth).into_iter().next()?;
    Some(together(scene, first))
}

/// All of those together who have one mention each at a place: "both sides".
pub(super) fn together(scene: &Scene<'_, '_>, who: Who) -> Who {
    let all = &scene.mentions.actors;
    let Some(index) = who.mention() else { return who };
    let same = all[..index].iter().rev().take_while(|other| other.range == all[index].range).count();
    if all[index - same].is_collective { Who::Mention(index - same) } else { who }
}

/// Who shares the last word of an actor's name: the Peruvian troops of "Peruvian and Kenyan troops", whose mention is the adjective.
fn sharing_head(scene: &Scene<'_, '_>, index: usize) -> Vec<usize> {
    let all = &scene.mentions.actors;
    let mut start = all[index].range.start;
    let mut found = Vec::new();
    for before in (0..index).rev() {
        let mention = &all[before];
        // "five Kenyan and ten Peruvian soldiers"
        if mention.range.end + ", and seventeen ".len() < start {
            break;
        }
        if mention.range.end > start || mention.by == MentionBy::Demonym {
            continue;
        }
        let between = scene.tokens_of(&(mention.range.end..start));
        let is_joint =
            |token: usize| matches!(scene.lower(token), "and" | ",") || scene.tag(token) == Tag::CD;
        // Two commas close an aside.
        let is_list = between.len() == 1 || between.clone().any(|token| scene.lower(token) != ",");
        let joined = is_list && between.clone().all(is_joint);
        // "Sri Lankan and Kenyan troops": the last word tells.
        let last = scene.tokens_of(&mention.range).end.saturating_sub(1);
        // "UN and AU troops": an acronym describes, too.
        let is_acronym = scene.tokens_of(&mention.range).len() == 1 && is_in_capitals(scene.tree.form(last));
        let is_adjective = scene.tag(last) == Tag::JJ || is_acronym;
        let kind = |index: usize| scene.actor(index).map(|actor| actor.kind);
        let is_twice = |other: usize| {
            kind(other) == kind(index) && all.get(other).is_some_and(|other| other.range == mention.range)
        };
        if kind(before) != kind(index) && before.checked_sub(1).into_iter().chain([before + 1]).any(is_twice)
        {
            continue;
        }
        // "Anwar Sadat and Menachem Begin met": the parser may hang the first person on the name of the second.
        let own = scene.tokens_of(&all[index].range);
        let is_below = kind(before) == Some(ActorKind::Person)
            && scene.tree.ancestors(last).any(|above| own.contains(&above));
        if !joined || !(is_adjective || is_below) || kind(before) != kind(index) {
            break;
        }
        start = mention.range.start;
        found.push(before);
    }
    found.reverse();
    found
}

/// A name that nothing else knows, where it stands alone: "Karimu accused", "released Ana Karimu", but not "Article 5", "the Karimu
/// accord".
pub(super) fn name_at(scene: &Scene<'_, '_>, token: usize) -> Option<Who> {
    // "Ana Karimu": the words with capitals right before it.
    let is_given = |before: usize| {
        scene.tag(before) == Tag::NNP
            && scene.label(before) == Label::Compound
            && scene.tree.ancestors(before).any(|above| above == token)
            && scene.actor_at(before).is_none()
            && scene.tree.form(before).chars().all(char::is_alphabetic)
            && scene.tree.form(before).starts_with(char::is_uppercase)
    };
    let first = (0..token).rev().take_while(|&before| is_given(before)).last().unwrap_or(token);
    let range = scene.range(first..token + 1);
    let mentions = scene.mentions;
    let is_other = overlapping(&mentions.places, |place| &place.range, &range).is_some()
        || overlapping(&mentions.dates, |date| &date.range, &range).is_some()
        || overlapping(&mentions.quantities, |quantity| &quantity.range, &range).is_some()
        || overlapping(&mentions.instruments, |document| &document.range, &range).is_some();
    let word = scene.tree.form(token);
    let letters = word.chars().filter(|char| char.is_alphabetic()).count();
    // The tagger may take the acronym of a body that it has never seen for a noun.
    let is_acronym = word.bytes().all(|byte| byte.is_ascii_uppercase()) && !scene.is_in_capitals();
    let is_name = (scene.tag(token) == Tag::NNP || is_acronym && scene.is_noun(token))
        && scene.actor_at(token).is_none()
        && word.starts_with(char::is_uppercase)
        && letters > 2
        && letters == word.chars().count()
        && scene.lexicon.heads.longest(&[scene.lower(token).to_owned()]).is_none()
        && scene.lexicon.triggers.nouns(scene.lower(token)).is_empty();
    let alone = scene.tree.children(token).all(|child| {
        (first..token).contains(&child)
            || matches!(scene.label(child), Label::Punct | Label::Conj | Label::Cc | Label::Relcl)
    });
    (is_name && alone && !is_other).then(|| {
        Who::Described(Box::new(Description {
            range,
            kind: ActorKind::Other,
            sector: None,
            by: MentionBy::Name,
            country: None,
            parent: None,
            usage: PersonUse::Always,
        }))
    })
}

/// Whether persons belong to the land where they are: rebels, students, police; but not troops, refugees, reporters or a commission.
fn is_local(person: Person) -> bool {
    let is_civil = matches!(person.kind, ActorKind::Group | ActorKind::NonStateGroup);
    (is_civil || person.sector == Sector::Police) && person.usage == PersonUse::Always
}

/// Whether persons act for whoever has them: soldiers, envoys, police.
fn is_of_state(sector: Sector) -> bool {
    matches!(
        sector,
        Sector::Government | Sector::Military | Sector::Police | Sector::Legislature | Sector::Intelligence
    )
}

/// The key of the one actor whose persons a noun phrase describes: "a Kenyan patrol", "its soldiers".
fn parent(scene: &Scene<'_, '_>, owners: &[Who]) -> Option<String> {
    let mut actors = owners.iter().map(|owner| scene.actor(owner.mention()?));
    let first = actors.next()??;
    let is_one = actors.all(|other| other.is_some_and(|other| other.key == first.key));
    // "arrested by his own officers"
    let is_body = first.kind != ActorKind::Person && !first.key.is_empty();
    (is_one && is_body).then(|| first.key.clone())
}

/// The country of the land or town that a phrase says somebody is in or from: "rebels in Chad", "a group based in Chad", "a priest from
/// Calgary".
fn located(scene: &Scene<'_, '_>, noun: usize) -> Option<CountryCode> {
    let resides = |&participle: &usize| {
        matches!(scene.lemma(participle), "base" | "operate" | "live" | "reside" | "fight")
    };
    let bearers = scene.children(noun, &[Label::Acl]).filter(resides).chain([noun]);
    // "Hundreds of students in Chad protested": the tree may hang the phrase on the number.
    let is_near = |&preposition: &usize| {
        preposition == noun + 1 && scene.tree.head(preposition).is_some_and(|head| head < noun)
    };
    let prepositions = bearers
        .flat_map(|bearer| scene.children(bearer, &[Label::Prep]))
        .chain([noun + 1].into_iter().filter(is_near));
    prepositions.into_iter().find_map(|preposition| country_behind(scene, preposition, 0))
}

/// The country of what stands behind a preposition of place, also in a further phrase: "at a school in Mombasa".
fn country_behind(scene: &Scene<'_, '_>, preposition: usize, depth: usize) -> Option<CountryCode> {
    let is_of_place =
        matches!(scene.lower(preposition), "in" | "throughout" | "across" | "from" | "of" | "at" | "near");
    if !is_of_place || depth >= DEPTH {
        return None;
    }
    scene.children(preposition, &[Label::Pobj]).find_map(|object| {
        let range = scene.range(object..object + 1);
        let town = overlapping(&scene.mentions.places, |place| &place.range, &range);
        let land = || scene.actor(scene.actor_at(object)?)?.country;
        let further = || {
            let mut below = scene.children(object, &[Label::Prep]);
            below.find_map(|below| country_behind(scene, below, depth + 1))
        };
        town.map_or_else(land, |place| place.country).or_else(further)
    })
}

/// Whether a noun only says who made something: "a drone of Kenyan manufacture" is not Kenya's.
pub(super) fn is_make(scene: &Scene<'_, '_>, noun: usize) -> bool {
    matches!(scene.lemma(noun), "manufacture" | "make" | "origin" | "design")
}

/// Whether a noun names a deed: "the attack by Chad" is Chad's; "the ship by the pier" is not the pier's.
fn is_deed(scene: &Scene<'_, '_>, noun: usize) -> bool {
    deeds(scene, noun).next().is_some()
}

/// Whether a noun names what somebody says: "the demands from Chad" are Chad's; "the withdrawal from Chad" is not.
pub(super) fn is_said(scene: &Scene<'_, '_>, noun: usize) -> bool {
    use PloverType::{Accuse, Agree, Reject, Request, Threaten};
    deeds(scene, noun).any(|frame| {
        let said = |plover: Plover| matches!(plover.r#type(), Accuse | Agree | Reject | Request | Threaten);
        frame.kind == EventKind::Proposal || frame.plover.is_some_and(said)
    })
}

/// The frames of a noun.
fn deeds<'s>(scene: &'s Scene<'_, '_>, noun: usize) -> impl Iterator<Item = &'s Frame> {
    let triggers = scene.lexicon.triggers.nouns(&scene.lemma(noun).to_lowercase()).iter();
    // "Population transfer" says nothing of what a population is; "call for" tells what a call is.
    let alone = triggers
        .filter(|trigger| trigger.rest().next().is_none_or(|next| matches!(next, "for" | "to" | "with")));
    alone.filter_map(|trigger| scene.lexicon.frames.get(trigger.frame))
}

/// Who holds what a noun names, or does it, as a participle says: "a Chad-held village", "the attack launched by Chad".
fn holders(scene: &Scene<'_, '_>, noun: usize) -> Vec<usize> {
    let deed = is_deed(scene, noun);
    let holds = |participle: usize| scene.lexicon.event_words.is_holding(scene.lemma(participle));
    let joined = participles(scene, noun).filter(|&participle| holds(participle)).filter_map(|participle| {
        let hyphen = participle.checked_sub(1).filter(|&hyphen| scene.lower(hyphen) == "-")?;
        hyphen.checked_sub(1).filter(|&word| scene.is_noun(word) || scene.actor_at(word).is_some())
    });
    let by = participles(scene, noun).filter(|&participle| deed || holds(participle));
    by.flat_map(|participle| agents(scene, participle)).chain(joined).collect()
}

/// Whoever has a part in what a noun names: "a plan drafted by Chad".
pub(super) fn makers(scene: &Scene<'_, '_>, noun: usize) -> Vec<usize> {
    // Who backs a plan did not make it.
    let makes = |participle: &usize| {
        let role = scene.lexicon.event_words.backing(scene.lemma(*participle));
        !matches!(role, Some(Role::Supporter | Role::Opponent))
    };
    participles(scene, noun).filter(makes).flat_map(|participle| agents(scene, participle)).collect()
}

/// The past participles that describe a noun.
fn participles<'s>(scene: &'s Scene<'_, '_>, noun: usize) -> impl Iterator<Item = usize> + 's {
    let described = scene.children(noun, &[Label::Acl, Label::Amod]);
    described.filter(|&participle| scene.tag(participle) == Tag::VBN)
}

fn agents(scene: &Scene<'_, '_>, participle: usize) -> Vec<usize> {
    scene.tree.passive_agent(participle).map(|by| scene.conjuncts(by)).unwrap_or_default()
}

/// Whether a word only counts what stands behind its "of".
pub(super) fn is_measure(scene: &Scene<'_, '_>, token: usize) -> bool {
    let range = scene.range(token..token + 1);
    matches!(scene.lemma(token), "number" | "majority" | "handful" | "couple")
        || matches!(scene.tag(token), Tag::CD | Tag::DT)
        || overlapping(&scene.mentions.quantities, |quantity| &quantity.range, &range).is_some()
}

fn is_owner(person: Option<Person>) -> bool {
    person.is_some_and(|person| person.usage == PersonUse::Owner)
}

/// The words of a noun phrase around its head, without article, and without what follows it.
fn described(scene: &Scene<'_, '_>, head: usize) -> Range<usize> {
    let mut start = head;
    while let Some(before) = start.checked_sub(1) {
        let inside = scene.tree.head(before).is_some_and(|above| (before..=head).contains(&above));
        let joined =
            matches!(scene.label(before), Label::Amod | Label::Compound | Label::Nmod | Label::Punct)
                && !matches!(scene.lower(before), "," | "\"" | "“" | "”" | "(" | ")");
        let hyphen = matches!(scene.lower(before), "-" | "–");
        let hyphened = start < head && matches!(scene.lower(start), "-" | "–");
        if !(inside && (joined || hyphen) && scene.tag(before) != Tag::DT || hyphened) {
            break;
        }
        start = before;
    }
    while start < head && matches!(scene.lower(start), "-" | "–") {
        start += 1;
    }
    scene.range(start..head + 1)
}
