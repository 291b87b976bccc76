//! Actors that no list holds: by head nouns with their owners ("the Kenyan ministry of defence").

use std::collections::BTreeMap;
use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::Tag;

use super::ActorMention;
use super::owner::{Owner, opens_with_place};
use super::sentence::{Place, is_modifier, is_noun};
use crate::lexicon::heads::{Head, HeadUse};
use crate::lexicon::{KnownActor, Lexicon};
use crate::mentions::places::PlaceMention;

/// The actors of one document that no list holds, as they are found.
pub(super) struct Locals<'l> {
    pub(super) lexicon: &'l Lexicon,
    /// Their entries; the index of the first follows that of the last known one.
    pub(super) entries: Vec<KnownActor>,
    pub(super) by_key: BTreeMap<String, usize>,
    /// Persons by the first word of their name; none where several share it.
    pub(super) by_given: BTreeMap<String, Option<usize>>,
    /// The person who was last named with an office.
    pub(super) by_office: BTreeMap<String, usize>,
    /// In which sentence an office was last named with its holder.
    pub(super) office_named: BTreeMap<String, usize>,
    /// How many sentences were read.
    pub(super) sentences: usize,
    /// By the last word of an office with its owner, "the Kenyan minister"; none where several hold such offices.
    pub(super) by_short_office: BTreeMap<String, Option<usize>>,
    /// The actor who was last named with a head noun in its name: "the Council" is short for it.
    by_head: BTreeMap<String, usize>,
    /// The countries that the text gives to persons who have none in the lists.
    pub(super) citizens: BTreeMap<usize, CountryCode>,
    /// By the acronyms that the text gives.
    pub(super) by_acronym: BTreeMap<String, usize>,
    /// Places that no list holds.
    pub(super) places: Vec<PlaceMention>,
}

impl<'l> Locals<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            entries: Vec::new(),
            by_key: BTreeMap::new(),
            by_given: BTreeMap::new(),
            by_office: BTreeMap::new(),
            office_named: BTreeMap::new(),
            sentences: 0,
            by_short_office: BTreeMap::new(),
            by_head: BTreeMap::new(),
            citizens: BTreeMap::new(),
            by_acronym: BTreeMap::new(),
            places: Vec::new(),
        }
    }

    pub(super) fn actor(&self, index: usize) -> Option<&KnownActor> {
        let known = self.lexicon.actors.len();
        if index < known { self.lexicon.actors.get(index) } else { self.entries.get(index - known) }
    }

    /// The entry of a key; a new one for a new key.
    pub(super) fn entry(&mut self, key: String, new: impl FnOnce() -> KnownActor) -> usize {
        let known = self.lexicon.actors.len();
        if let Some(index) = self.by_key.get(&key) {
            return *index;
        }
        let index = known + self.entries.len();
        self.entries.push(KnownActor { key: key.clone(), ..new() });
        self.by_key.insert(key, index);
        index
    }

    /// Finds the actors of a sentence that no list holds. They take the place of known names that stand inside of them.
    pub(super) fn find(&mut self, place: &Place<'_>) -> Vec<ActorMention> {
        self.sentences += 1;
        for mention in place.known {
            self.remember(mention);
            self.remember_head(place, mention);
            self.remember_initials(place, mention);
        }
        let mut found: Vec<ActorMention> = Vec::new();
        self.by_ship(place, &mut found);
        let mut token = 0;
        while token < place.sentence.len() {
            // "the cruiser General Belgrano" is no general.
            if place.others.ship(&place.range(token..token + 1)).is_some() {
                token += 1;
                continue;
            }
            let next = self.at_head(place, token, &mut found).unwrap_or(token);
            token = next.max(token + 1);
        }
        self.by_demonym(place, &mut found);
        self.peoples_at_home(place, &mut found);
        self.by_model(place, &mut found);
        self.places_by_model(place, &found);
        self.by_list(place, &mut found);
        self.by_acronym(place, &mut found);
        self.by_surname(place, &mut found);
        self.note_lands(place, &found);
        found.sort_by_key(|mention| (mention.range.start, mention.range.end));
        found
    }

    /// Keeps an actor under the head noun that its name ends with.
    fn remember_head(&mut self, place: &Place<'_>, mention: &ActorMention) {
        let last = place.token_of(mention.range.end.saturating_sub(1));
        let first = place.token_of(mention.range.start).max(last.saturating_sub(2));
        for token in first..=last {
            let Some(words) = place.lower.get(token..=last) else { continue };
            let head = self.lexicon.heads.longest(words).filter(|(_, count)| *count == words.len());
            if head.is_some_and(|(head, _)| head.usage == HeadUse::Owned) {
                self.by_head.insert(words.join(" "), mention.actor);
            }
        }
        // "International Court of Justice" is "the Court", too.
        let whole = place.token_of(mention.range.start)..last;
        let of = whole.clone().find(|&token| place.lower.get(token).is_some_and(|word| word == "of"));
        let Some(head) = of.and_then(|of| of.checked_sub(1)).filter(|head| whole.contains(head)) else {
            return;
        };
        let noun = place.lower.get(head..=head).unwrap_or_default();
        if self.lexicon.heads.longest(noun).is_some_and(|(head, _)| head.usage == HeadUse::Owned) {
            self.by_head.insert(noun.join(" "), mention.actor);
        }
    }

    /// Reads a head noun with its owner; the token behind them.
    fn at_head(&mut self, place: &Place<'_>, token: usize, found: &mut Vec<ActorMention>) -> Option<usize> {
        let (head, count) = self.lexicon.heads.longest(place.lower.get(token..)?)?;
        let end = token + count;
        let known = place.known_at(token);
        if head.usage == HeadUse::Office && self.names_vessel(place, token) {
            return None;
        }
        if head.usage == HeadUse::Office && is_noun(place.tag(end - 1)?) {
            return match known {
                Some(known) => self.titled(place, token, known, found),
                None => self.office(place, token, end, head, found),
            };
        }
        if !is_noun(place.tag(end - 1)?) || known.is_some() || self.names_go_on(place, token, end) {
            return None;
        }
        // "Su-27 fighters" are goods.
        let mut modifiers =
            (token.saturating_sub(3)..token).rev().take_while(|&at| place.tag(at).is_some_and(is_modifier));
        let is_armed = matches!(
            place.lower[end - 1].as_str(),
            "fighters" | "fighter" | "bombers" | "bomber" | "trainers" | "trainer"
        );
        if is_armed
            && modifiers.any(|at| {
                self.lexicon.items.is_model(place.sentence.form(at))
                    || place.is_traded(end - 1) && place.is_capital(at) && !place.is_known(at)
            })
        {
            return None;
        }
        if let Some(body) = self.listed_with_shared_owner(place, token, end, found) {
            found.push(place.mention(token..end, body, MentionBy::Alias));
            return Some(end);
        }
        let owner = self.owner_before(place, token, end).or_else(|| self.owner_behind(place, token, end));
        let owner = owner.or_else(|| self.owner_seated(place, token, end, head));
        let owner = owner.or_else(|| self.owner_shared(place, token, end, head, found));
        // "the department of Lamu" is a place; the residents of Lamu are a group.
        let is_place = |owner: &Owner| {
            let lives_there =
                matches!(head.kind, ActorKind::Group | ActorKind::People | ActorKind::NonStateGroup);
            owner.actor.is_none() && owner.end > end && !lives_there
        };
        if owner.as_ref().is_some_and(is_place) {
            return None;
        }
        let is_plural = matches!(place.tag(end - 1), Some(Tag::NNS | Tag::NNPS));
        // "Latin American governments", "the Arab side"
        let of_region =
            |owner: &Owner| owner.start < token && self.region_before(place, token - 1) == Some(owner.start);
        let head = if head.usage == HeadUse::Itself && owner.as_ref().is_some_and(of_region) {
            Head { kind: ActorKind::Group, usage: HeadUse::Owned, ..head }
        } else {
            head
        };
        let owner = match owner {
            Some(owner) if is_plural => Some(self.with_others(place, owner, token)),
            owner => owner,
        };
        if head.usage == HeadUse::Itself {
            return self.government(place, token, end, owner, found);
        }
        if let Some(end) = owner.as_ref().and_then(|owner| self.men(place, token, end, head, owner, found)) {
            return Some(end);
        }
        let owning = owner.as_ref().and_then(|owner| self.actor(owner.actor?));
        // "the Karimu company" is Karimu, which is known already; "Karimu fighters" are not.
        let is_apposed = owning.is_some_and(|actor| actor.kind == head.kind && actor.parent.is_none())
            && owner.as_ref().is_some_and(|owner| owner.end == end)
            && !matches!(place.lower[token - 1].as_str(), "'s" | "’s")
            && place.tag(end - 1) != Some(Tag::NNS);
        if is_apposed {
            return None;
        }
        let of_capitals = place.capitals_behind(token, end);
        let alone = owner.is_none() && of_capitals.is_none();
        let definite = token > 0 && place.lower[token - 1] == "the" && place.is_capital(token);
        if alone && definite && self.capitals_before(place, token).is_none() {
            // "the Council" is the one that was named before.
            let index = self.by_head.get(&place.lower[token..end].join(" ")).copied();
            let index = match index {
                Some(index) => index,
                None => self.unnamed(place, token..end, head)?,
            };
            found.push(place.mention(token..end, index, MentionBy::Alias));
            return Some(end);
        }
        let (start, end, owner) = match owner {
            None if of_capitals.is_some() => {
                let start = self.capitals_before(place, token).unwrap_or(token);
                (start, of_capitals.unwrap_or(end), None)
            }
            Some(owner) => {
                let longer = of_capitals.filter(|_| owner.start < token && owner.end == end);
                let start = self.first_capital(place, token, owner.start);
                (start, longer.unwrap_or(owner.end), Some(owner))
            }
            None if head.usage == HeadUse::Free && self.capitals_before(place, token).is_none() => {
                (token, end, None)
            }
            // "Foreign Ministry", "National Assembly": capitals make a name of several words.
            None if count > 1
                && head.kind != ActorKind::Group
                && (token..end).all(|at| place.is_capital(at)) =>
            {
                (self.capitals_before(place, token).unwrap_or(token), end, None)
            }
            None => {
                let start = self.capitals_before(place, token)?;
                // "Foreign Ministers" is no name; "African leaders" is a group.
                if head.kind == ActorKind::Group && place.is_capital(token) {
                    return None;
                }
                // "the Karimu company" is Karimu.
                let apposed = !place.is_capital(token)
                    && matches!(head.kind, ActorKind::Company | ActorKind::Media)
                    && place.tag(token - 1) == Some(Tag::NNP);
                (start, if apposed { token } else { end }, None)
            }
        };
        let words = place.words(start..end);
        let name =
            words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words).to_owned();
        let key = match &owner {
            // "the armed forces of Kenya" are the Kenyan armed forces; what stands between may tell them from others.
            Some(owner) => {
                let last = if owner.end == token + count { end.max(token + count) } else { token + count };
                let phrase = place.lower[token..last].join(" ");
                let phrase = self.lexicon.heads.canonical(&phrase);
                format!("{} | {} {phrase}", owner.label, place.modifiers(start, token))
            }
            None => self.lexicon.heads.canonical(&name.to_lowercase()).to_owned(),
        };
        let mut parts = self.parts(owner.as_ref(), head);
        let listed = owner.as_ref().filter(|owner| owner.others.is_empty()).and_then(|owner| {
            let whole = format!("{} {}", self.actor(owner.actor?)?.name, place.words(token..token + count));
            self.lexicon.names.find_whole(&whole)
        });
        if let Some(body) = listed {
            found.push(place.mention(start..end, body, MentionBy::Alias));
            return Some(end.max(token + count));
        }
        if parts.country.is_none() && parts.parent.is_none() {
            parts.country = match &owner {
                None => self.country_behind(place, end).or_else(|| self.country_within(place, token..end)),
                Some(_) => None,
            };
        }
        let key = match (parts.country, &owner) {
            // The rebels in Kenya are not those in Chad.
            (Some(country), None) => format!("{country} | {key}"),
            _ => key,
        };
        let earlier = match &owner {
            Some(owner) if is_plural && owner.end == end => self.earlier_owners(place, owner),
            _ => Vec::new(),
        };
        for mention in earlier {
            let phrase = place.words(token..end);
            self.elliptic(place, mention, phrase, head, found);
        }
        let members = owner.map(|owner| owner.members()).unwrap_or_default();
        let index = self.entry(key, || KnownActor { members, ..parts.entry(name) });
        let start = if is_plural { place.adjectives_before(start, end - 1) } else { start };
        let mention = place.mention(start..end, index, MentionBy::Name);
        if place.is_capital(token) {
            self.by_head.insert(place.lower[token + count - 1].clone(), index);
            self.by_head.insert(place.lower[token..token + count].join(" "), index);
        }
        found.push(mention);
        Some(end.max(token + count))
    }

    /// Whether a name stands behind the noun of a ship: "the cruiser General Belgrano".
    pub(super) fn names_vessel(&self, place: &Place<'_>, token: usize) -> bool {
        let before = token.checked_sub(1).map(|before| place.lower[before].as_str());
        before.is_some_and(|noun| self.lexicon.items.is_vessel(noun))
    }

    /// Whether the name goes on to a further head noun: "Forces" of "Special Forces Command".
    fn names_go_on(&self, place: &Place<'_>, token: usize, end: usize) -> bool {
        let further = |at: &usize| place.is_capital(*at) && place.tag(*at).is_some_and(is_noun);
        place.is_capital(token)
            && (end..end + 4).take_while(further).any(|at| {
                !place.is_known(at)
                    && place.lower.get(at..).is_some_and(|words| {
                        self.lexicon
                            .heads
                            .longest(words)
                            .is_some_and(|(head, _)| head.usage == HeadUse::Owned)
                    })
            })
    }

    /// Kind, sector, country and parent of what an owner has.
    pub(super) fn parts(&self, owner: Option<&Owner>, head: Head) -> Parts {
        if let Some(owner) = owner.filter(|owner| !owner.others.is_empty()) {
            let country = owner
                .members()
                .iter()
                .map(|&actor| self.actor(actor)?.country)
                .reduce(|one, other| if one == other { one } else { None });
            let (kind, sector) = (ActorKind::Group, head.sector);
            return Parts { kind, sector, country: country.flatten(), parent: None };
        }
        let owning = owner.and_then(|owner| self.actor(owner.actor?));
        let of_state =
            owning.is_some_and(|owner| matches!(owner.kind, ActorKind::State | ActorKind::Territory));
        let of_igo = owning.is_some_and(|owner| matches!(owner.kind, ActorKind::Igo | ActorKind::Organ));
        // A committee of a state is no organ of an international organisation.
        let kind = if head.kind == ActorKind::Organ && of_state { ActorKind::Group } else { head.kind };
        let sector = if of_igo { Sector::Igo } else { head.sector };
        if head.is_ethnic && of_state {
            return Parts { kind, sector, country: None, parent: None };
        }
        let parent = owning.map(|owner| owner.key.clone());
        let country = match owning {
            Some(owning) => owning.country,
            None => owner.and_then(|owner| owner.country),
        };
        Parts { kind, sector, country, parent }
    }

    /// The country whose name closes a longer name: "Movement for the Freedom of Kenya".
    fn country_within(&self, place: &Place<'_>, tokens: Range<usize>) -> Option<CountryCode> {
        let mention = place.known_at(tokens.end.checked_sub(1)?)?;
        let inside = mention.range.start > place.range(tokens).start && mention.by != MentionBy::Demonym;
        self.actor(mention.actor).filter(|_| inside)?.country
    }

    /// The first of the words with capitals before an owner that belong to the name, too: "International Kenya Support Group".
    fn first_capital(&self, place: &Place<'_>, head: usize, owner: usize) -> usize {
        if !place.is_capital(head) || !place.is_capital(owner) {
            return owner;
        }
        let mut start = owner;
        while start > 1
            && place.is_capital(start - 1)
            && place.is_name_part(start - 1)
            && !place.is_known(start - 1)
            && place.tag(start - 1).is_some_and(is_modifier)
        {
            start -= 1;
        }
        start
    }

    /// The first of the words with capitals that make a head a name: "European Peace Facility", or an adjective that names a group:
    /// "African countries".
    pub(super) fn capitals_before(&self, place: &Place<'_>, head: usize) -> Option<usize> {
        let mut start = head;
        while start > 0
            && place.is_name_part(start - 1)
            && is_modifier(place.tag(start - 1)?)
            && !self.lexicon.heads.is_title(place.sentence.form(start - 1))
            && head - start < 6
            && !opens_with_place(place, start - 1)
        {
            start = place.with_particle(start - 1..start).start;
        }
        // "Pro-Western forces"
        let is_prefix = |at: usize| matches!(place.lower[at].as_str(), "pro" | "anti" | "non" | "ex");
        if start >= 2 && start < head && place.lower[start - 1] == "-" && is_prefix(start - 2) {
            start -= 2;
        }
        // The first word of a sentence has its capital in any case.
        let first_only = start + 1 == head && start == 0;
        (start < head && !first_only && (place.is_capital(head) || head - start == 1)).then_some(start)
    }
}

/// What a head noun and its owner say of an actor.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    pub(super) kind: ActorKind,
    pub(super) sector: Sector,
    pub(super) country: Option<CountryCode>,
    pub(super) parent: Option<String>,
}

impl Parts {
    pub(super) fn entry(self, name: String) -> KnownActor {
        let Self { kind, sector, country, parent } = self;
        KnownActor { parent, ..KnownActor::unlisted(name, kind, Some(sector), country) }
    }
}
