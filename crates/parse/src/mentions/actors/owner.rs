//! Whose a head noun is: what stands beside it and says so.

use std::collections::BTreeSet;

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::Tag;

use super::ActorMention;
use super::local::Locals;
use super::sentence::{Place, is_modifier, is_noun};
use crate::lexicon::Lexicon;
use crate::lexicon::heads::{Head, HeadUse, REGION_WORDS};
use crate::mentions::places::PlaceMention;
use crate::text::{Text, is_in_capitals};

/// What stands beside a head noun and says whose it is.
#[derive(Debug, Clone)]
pub(super) struct Owner {
    /// The actor that has it; none for a place, and for one that only leads or backs it.
    pub(super) actor: Option<usize>,
    /// The name or key by which it is told from others.
    pub(super) label: String,
    /// Further owners beside it: "Peru" of "the presidents of Kenya and Peru".
    pub(super) others: Vec<usize>,
    /// The country of a place.
    pub(super) country: Option<CountryCode>,
    /// The first token of the whole.
    pub(super) start: usize,
    /// The token behind the whole.
    pub(super) end: usize,
}

impl Owner {
    /// All of them, if there are several.
    pub(super) fn members(&self) -> Vec<usize> {
        let first = self.actor.filter(|_| !self.others.is_empty());
        first.into_iter().chain(self.others.iter().copied()).collect()
    }

    fn town(town: &PlaceMention, start: usize, end: usize) -> Self {
        Self {
            actor: None,
            label: town.name.to_lowercase(),
            others: Vec::new(),
            country: town.country,
            start,
            end,
        }
    }
}

impl Locals<'_> {
    /// All whose a plural head noun is by names behind "of": "the presidents of Kenya, Peru and Chile". They make a group, whose
    /// members they are.
    pub(super) fn with_others(&self, place: &Place<'_>, mut owner: Owner, head: usize) -> Owner {
        let Some(first) = owner.actor.filter(|_| owner.end > head + 1) else { return owner };
        if place.known_at(owner.end - 1).is_none_or(|mention| mention.actor != first) {
            return owner;
        }
        // "the presidents of Kenya and Peru, Ann Otieno and Luis Mori": the persons are no owners.
        let is_person = |mention: &&ActorMention| {
            self.actor(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person)
        };
        let listed = place.listed_behind(owner.end - 1);
        let listed: Vec<_> = listed.into_iter().take_while(|mention| !is_person(mention)).collect();
        let Some(last) =
            listed.last().filter(|_| listed.iter().all(|mention| self.has_bodies(mention.actor)))
        else {
            return owner;
        };
        owner.end = place.token_of(last.range.end.saturating_sub(1)) + 1;
        owner.others = listed.iter().map(|mention| mention.actor).filter(|&actor| actor != first).collect();
        let members = owner.members();
        let mut keys: Vec<&str> =
            members.iter().filter_map(|&actor| Some(self.actor(actor)?.key.as_str())).collect();
        keys.sort_unstable();
        owner.label = keys.join(" + ");
        owner
    }

    /// The same head noun's earlier owners: "Kenyan" of "Kenyan and Peruvian officials", which are the officials of two states.
    pub(super) fn earlier_owners<'p>(&self, place: &Place<'p>, owner: &Owner) -> Vec<&'p ActorMention> {
        // An acronym describes as an adjective does: "British and EU negotiators".
        let describes = |mention: &ActorMention| {
            let first = place.token_of(mention.range.start);
            let is_acronym =
                first == place.token_of(mention.range.end - 1) && is_in_capitals(place.sentence.form(first));
            (mention.by == MentionBy::Demonym || is_acronym) && self.has_bodies(mention.actor)
        };
        if owner.actor.is_none() || place.known_at(owner.start).is_none_or(|mention| !describes(mention)) {
            return Vec::new();
        }
        place.listed_before(owner.start).into_iter().take_while(|mention| describes(mention)).collect()
    }

    fn has_bodies(&self, actor: usize) -> bool {
        self.actor(actor).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::State | ActorKind::Territory | ActorKind::Igo)
        })
    }

    fn owner(&self, actor: usize, start: usize, end: usize) -> Option<Owner> {
        let label = self.actor(actor)?.key.clone();
        Some(Owner { actor: Some(actor), label, others: Vec::new(), country: None, start, end })
    }

    /// The owner right before a head: a demonym, a name or a possessive, with adjectives and nouns between.
    pub(super) fn owner_before(&self, place: &Place<'_>, head: usize, end: usize) -> Option<Owner> {
        let mut token = head;
        for _ in 0..=MODIFIERS {
            token = token.checked_sub(1)?;
            if let Some(start) = self.region_before(place, token) {
                let label = place.lower[start..=token].join(" ");
                return Some(Owner { actor: None, label, others: Vec::new(), country: None, start, end });
            }
            let possessive = matches!(place.lower[token].as_str(), "'s" | "’s");
            let last = if possessive { token.checked_sub(1)? } else { token };
            if let Some(mention) = place.known_at(last) {
                // "In Kenya fighters met"
                if !possessive && opens_with_place(place, place.token_of(mention.range.start)) {
                    return None;
                }
                let start = place.joined_before(place.token_of(mention.range.start));
                let mut owner = self.owner(mention.actor, start, end)?;
                // "the Kenya-Uganda commission" belongs to neither alone.
                if start < place.token_of(mention.range.start) {
                    owner.actor = None;
                    owner.label = place.lower[start..head].join(" ");
                }
                if only_sides_with(place, &mut owner, token, head) {
                    owner.actor = None;
                    owner.label = place.lower[owner.start..head].join(" ");
                }
                return Some(owner);
            }
            // "LPF officials" are those of the Lake Peace Fund.
            if let Some(&actor) = self.by_acronym.get(place.sentence.form(last)) {
                return self.owner(actor, last, end);
            }
            if possessive {
                return None;
            }
            if let Some(town) = place.town_at(token).filter(|_| place.is_capital(token)) {
                return (token + 1 == head && !opens_with_place(place, token))
                    .then(|| Owner::town(town, token, end));
            }
            if !is_modifier(place.tag(token)?) && place.tag(token)? != Tag::RB {
                return None;
            }
        }
        None
    }

    /// The first token of the adjective of a region that ends with a token: "Latin" of "Latin American".
    pub(super) fn region_before(&self, place: &Place<'_>, last: usize) -> Option<usize> {
        let first = last.saturating_sub(REGION_WORDS - 1);
        let mut words: Vec<&str> = (first..=last).map(|token| place.sentence.form(token)).collect();
        let mut count = self.lexicon.heads.region(&words);
        // The first word of a sentence has its capital in any case.
        if count.is_none() && first == 0 {
            words[0] = &place.lower[0];
            count = self.lexicon.heads.region(&words);
        }
        let start = last + 1 - count?;
        let before = start.checked_sub(1);
        // "South African", "Israeli Arab", "pro-Western"
        let is_longer =
            place.known_at(last).is_some_and(|mention| place.token_of(mention.range.start) < start);
        let has_owner = before
            .and_then(|before| place.known_at(before))
            .is_some_and(|mention| mention.by == MentionBy::Demonym);
        let has_prefix = before.is_some_and(|before| matches!(place.lower[before].as_str(), "-" | "–"));
        (!is_longer && !has_owner && !has_prefix).then_some(start)
    }

    /// The owner behind a head: "of Kenya".
    pub(super) fn owner_behind(&self, place: &Place<'_>, head: usize, end: usize) -> Option<Owner> {
        // "a spokesman for the Kenyan army"
        let speaks = place.lower[head].starts_with("spokes");
        if place.lower.get(end)? != "of" && !(speaks && place.lower.get(end)? == "for") {
            return None;
        }
        let owner = end + 1 + usize::from(place.lower.get(end + 1)? == "the");
        let start = self.capitals_before(place, head).unwrap_or(head);
        // "members of the Kenya Wildlife Service"
        let goes_on = |behind: usize| place.is_capital(behind) && place.tag(behind).is_some_and(is_noun);
        let Some(mention) =
            place.known_at(owner).filter(|mention| place.token_of(mention.range.start) == owner)
        else {
            let town = place.town_at(owner)?;
            let behind = place.token_of(town.range.end.saturating_sub(1)) + 1;
            return (!goes_on(behind)).then(|| Owner::town(town, start, behind));
        };
        // "of the Kenyan army" is the army's.
        let by_name = mention.by != MentionBy::Demonym;
        let behind = place.token_of(mention.range.end.saturating_sub(1)) + 1;
        if by_name && !goes_on(behind) { self.owner(mention.actor, start, behind) } else { None }
    }

    /// The state in whose capital a body sits: "the defence ministry in Nairobi", "the government in Lima".
    pub(super) fn owner_seated(
        &self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        head: Head,
    ) -> Option<Owner> {
        let name = place.lower[token..end].join(" ");
        let governs = head.usage == HeadUse::Itself && head.kind == ActorKind::State
            || self.lexicon.heads.canonical(&name).starts_with("ministry");
        let judges = head.kind == ActorKind::Legislature
            || head.sector == Sector::Judiciary && head.kind == ActorKind::GovernmentBody;
        let seat = place.known_at(end + 1).filter(|mention| mention.is_seat && place.lower[end] == "in")?;
        // The parliament in Brussels and the courts in The Hague are of several states.
        let is_of_many = matches!(place.lower[end + 1].as_str(), "brussels" | "the" | "hague" | "luxembourg");
        let begins = place.token_of(seat.range.start) == end + 1;
        // What is said of the town stays with the town.
        (begins && (governs || judges && !is_of_many)).then(|| self.owner(seat.actor, token, end))?
    }

    /// The owner of the body before, where "and" joins another one to it: Kenya of "the Kenyan army and navy".
    pub(super) fn owner_shared(
        &self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        head: Head,
        found: &[ActorMention],
    ) -> Option<Owner> {
        let is_body =
            matches!(head.kind, ActorKind::Legislature | ActorKind::GovernmentBody | ActorKind::ArmedForce);
        let joined = self.joined_body(place, token, found).filter(|_| is_body)?;
        let body = self.actor(joined.actor)?;
        let key = body.parent.clone().or_else(|| body.country.map(|country| country.to_string()))?;
        let state = self.lexicon.actors.iter().position(|actor| actor.key == key)?;
        self.owner(state, token, end)
    }

    /// A body of the lists, named without the adjective that stands before another one: "the Kenyan Senate and National Assembly".
    pub(super) fn listed_with_shared_owner(
        &self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        found: &[ActorMention],
    ) -> Option<usize> {
        let joined = self.joined_body(place, token, found)?;
        let first = place.token_of(joined.range.start);
        let whole = format!("{} {}", place.words(first..first + 1), place.words(token..end));
        self.lexicon.names.find_whole(&whole)
    }

    /// The body whose name ends before "and" and what follows it.
    fn joined_body<'m>(
        &self,
        place: &Place<'m>,
        token: usize,
        found: &'m [ActorMention],
    ) -> Option<&'m ActorMention> {
        let and = token.checked_sub(1).filter(|&and| place.lower[and] == "and")?;
        let last = place.range(and.checked_sub(1)?..and).end;
        let mut before = found.iter().chain(place.known).filter(|mention| mention.range.end == last);
        before.find(|mention| {
            let kind = self.actor(mention.actor).map(|actor| actor.kind);
            let is_body = matches!(
                kind,
                Some(ActorKind::Legislature | ActorKind::GovernmentBody | ActorKind::ArmedForce)
            );
            is_body && mention.by != MentionBy::Description
        })
    }

    /// Where a group is: "rebels in northern Kenya".
    pub(super) fn country_behind(&self, place: &Place<'_>, end: usize) -> Option<CountryCode> {
        let resides = matches!(place.lower.get(end)?.as_str(), "based" | "operating" | "living" | "residing");
        let end = end + usize::from(resides);
        if !matches!(place.lower.get(end)?.as_str(), "in" | "from" | "throughout" | "across") {
            return None;
        }
        let skipped = ["the", "northern", "southern", "eastern", "western", "central", "south", "north"];
        let name = (end + 1..end + 4)
            .find(|&token| !place.lower.get(token).is_some_and(|word| skipped.contains(&word.as_str())))?;
        match place.known_at(name.min(place.sentence.len() - 1)) {
            Some(mention) if mention.by != MentionBy::Demonym => {
                let actor = self.actor(mention.actor)?;
                matches!(actor.kind, ActorKind::State | ActorKind::Territory).then_some(actor.country)?
            }
            _ => place.town_at(name)?.country,
        }
    }
}

/// An owner that the text names only within the names of what it has, has its first such mention: that "the Kenyan army" is Kenya's stands in
/// the text.
pub(super) fn add_owners(
    text: &Text<'_>,
    mentions: &mut Vec<ActorMention>,
    parts: Vec<ActorMention>,
    locals: &Locals<'_>,
) {
    let mut named: BTreeSet<usize> =
        mentions.iter().filter(|mention| !mention.is_place).map(|mention| mention.actor).collect();
    let parents: BTreeSet<&str> =
        named.iter().filter_map(|&actor| locals.actor(actor)?.parent.as_deref()).collect();
    let owns = |part: &ActorMention| {
        locals.actor(part.actor).is_some_and(|actor| parents.contains(actor.key.as_str()))
    };
    mentions.extend(parts.into_iter().filter(|part| owns(part) && named.insert(part.actor)));
    // "UN Security Council" names the United Nations.
    let within: Vec<ActorMention> = mentions
        .iter()
        .filter_map(|mention| {
            let parent = locals.lexicon.actors.get(mention.actor)?.parent.as_deref()?;
            let words = text.slice(&mention.range);
            let inside = locals.lexicon.names.find_within(words);
            let parent = inside.into_iter().find(|found| locals.lexicon.actors[found.actor].key == parent)?;
            Some(ActorMention {
                range: mention.range.start + parent.range.start..mention.range.start + parent.range.end,
                actor: parent.actor,
                by: parent.form.mention(),
                is_nested: true,
                ..mention.clone()
            })
        })
        .collect();
    mentions.extend(within.into_iter().filter(|part| named.insert(part.actor)));
    mentions.sort_by_key(|mention: &ActorMention| (mention.range.start, mention.range.end));
}

/// Whether a name is only a part of a longer one: the adjective of "the Kenyan army", the noun that stands like one, "US army", and the
/// name of the actor itself, "Kenya" of "the government of Kenya". "Kenya's army" names Kenya, too.
pub(super) fn is_part(text: &Text<'_>, name: &ActorMention, whole: &ActorMention, lexicon: &Lexicon) -> bool {
    let next = text.token_at(name.range.end.saturating_sub(1)) + 1;
    let attributive = name.range.end < whole.range.end
        && name.range.start == whole.range.start
        && !matches!(text.word(next), "'s" | "’s" | "'" | "’" | "-" | "–");
    // "President Karanja" with the country that the text gives him.
    let is_person = lexicon.actors.get(name.actor).is_some_and(|actor| actor.kind == ActorKind::Person);
    let titled = is_person && name.range.end == whole.range.end && name.range.start >= whole.range.start;
    // "US and UN envoys" has the envoys of the one where its name stands.
    let same = name.range == whole.range;
    name.by == MentionBy::Demonym || name.actor == whole.actor || attributive || titled || same
}

/// "In Lamu": whether a name behind the first word of a sentence says where what follows was.
pub(super) fn opens_with_place(place: &Place<'_>, name: usize) -> bool {
    name == 1 && matches!(place.lower[0].as_str(), "in" | "at" | "near")
}

/// Whether what stands before a head only sides with an actor or against it: "Kenya-backed rebels", "pro-Kenyan rebels". Widens the
/// owner by "pro-".
fn only_sides_with(place: &Place<'_>, owner: &mut Owner, last: usize, head: usize) -> bool {
    let word = |token: usize| place.lower.get(token).map_or("", String::as_str);
    if let Some(start) = owner.start.checked_sub(2)
        && word(start + 1) == "-"
        && matches!(word(start), "pro" | "anti" | "counter")
    {
        owner.start = start;
        return true;
    }
    (last + 1..head).any(|token| word(token) == "-" && SIDING.contains(&word(token + 1)))
}

/// Participles that tell who stands by a group without making it a part of him.
const SIDING: &[&str] = &[
    "led",
    "backed",
    "supported",
    "sponsored",
    "allied",
    "funded",
    "trained",
    "armed",
    "brokered",
    "held",
    "mediated",
    "occupied",
    "controlled",
    "financed",
    "aligned",
];

/// How many words may stand between an owner and a head.
const MODIFIERS: usize = 3;
