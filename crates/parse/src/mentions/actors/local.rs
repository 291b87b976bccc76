//! Actors that no list holds: by head nouns ("the Kenyan ministry of defence"), titles ("Mr Karanja") and the name model.

use std::collections::BTreeMap;
use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy, PlaceKind, Sector};
use verbale_syntax::{Label, NameKind, Sentence, Tag};

use super::{ActorMention, Others};
use crate::lexicon::heads::{Head, HeadUse};
use crate::lexicon::{KnownActor, Lexicon};
use crate::mentions::places::PlaceMention;

/// The actors of one document that no list holds, as they are found.
pub(super) struct Locals<'l> {
    pub(super) lexicon: &'l Lexicon,
    /// Their entries; the index of the first follows that of the last known one.
    pub(super) entries: Vec<KnownActor>,
    /// Places that no list holds.
    pub(super) places: Vec<PlaceMention>,
    by_key: BTreeMap<String, usize>,
    /// The person who was last named with an office.
    by_office: BTreeMap<String, usize>,
    /// The actor who was last named with a head noun in its name: "the Council" is short for it.
    by_head: BTreeMap<String, usize>,
}

/// A sentence with its place in the reading text, and the known names in it.
pub(super) struct Place<'a> {
    sentence: Sentence<'a>,
    /// Where the analysed text begins in the reading text.
    offset: usize,
    /// The mentions of known actors in the sentence, in order.
    pub(super) known: &'a [ActorMention],
    /// The words of each token in lower case.
    lower: Vec<String>,
}

/// What stands beside a head noun and says whose it is.
struct Owner {
    actor: usize,
    /// The first token of the whole.
    start: usize,
    /// The token behind the whole.
    end: usize,
}

impl<'l> Locals<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            entries: Vec::new(),
            places: Vec::new(),
            by_key: BTreeMap::new(),
            by_office: BTreeMap::new(),
            by_head: BTreeMap::new(),
        }
    }

    fn actor(&self, index: usize) -> Option<&KnownActor> {
        let known = self.lexicon.actors.len();
        if index < known { self.lexicon.actors.get(index) } else { self.entries.get(index - known) }
    }

    /// The entry of a key; a new one for a new key.
    fn entry(&mut self, key: String, new: impl FnOnce() -> KnownActor) -> usize {
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
    pub(super) fn find(&mut self, place: &Place<'_>, others: &Others) -> Vec<ActorMention> {
        for mention in place.known {
            self.remember(mention);
            self.remember_head(place, mention);
        }
        let mut found: Vec<ActorMention> = Vec::new();
        let mut token = 0;
        while token < place.sentence.len() {
            let next = self.at_head(place, token, &mut found).unwrap_or(token);
            token = next.max(token + 1);
        }
        self.by_model(place, others, &mut found);
        found.sort_by_key(|mention| (mention.range.start, mention.range.end));
        found
    }

    /// Keeps the surname of a known person, so that it may stand alone later.
    fn remember(&mut self, mention: &ActorMention) {
        let actor = mention.actor;
        let person = self.lexicon.actors.get(actor).filter(|known| known.kind == ActorKind::Person);
        if let Some(surname) = person.and_then(|person| person.name.split_whitespace().next_back()) {
            self.by_key.entry(format!("person {}", surname.to_lowercase())).or_insert(actor);
        }
    }

    /// Keeps an actor under the head noun that its name ends with.
    fn remember_head(&mut self, place: &Place<'_>, mention: &ActorMention) {
        let last = place.token_of(mention.range.end.saturating_sub(1));
        let head = place.lower.get(last..=last).and_then(|words| self.lexicon.heads.longest(words));
        if head.is_some_and(|(head, _)| head.usage == HeadUse::Owned)
            && let Some(word) = place.lower.get(last)
        {
            self.by_head.insert(word.clone(), mention.actor);
        }
    }

    /// Reads a head noun with its owner; the token behind them.
    fn at_head(&mut self, place: &Place<'_>, token: usize, found: &mut Vec<ActorMention>) -> Option<usize> {
        let (head, count) = self.lexicon.heads.longest(place.lower.get(token..)?)?;
        let end = token + count;
        if !is_noun(place.tag(end - 1)?) || place.is_known(token) {
            return None;
        }
        if head.usage == HeadUse::Office {
            return self.office(place, token, end, head, found);
        }
        let owner = self.owner_before(place, token, end).or_else(|| self.owner_behind(place, token, end));
        if head.usage == HeadUse::Itself {
            let owner = owner?;
            let is_state = matches!(self.actor(owner.actor)?.kind, ActorKind::State | ActorKind::Territory);
            if is_state {
                found.push(place.mention(owner.start..owner.end, owner.actor, MentionBy::Description));
            }
            return is_state.then_some(owner.end);
        }
        if let Some(owner) = &owner
            && self.actor(owner.actor).is_some_and(|actor| actor.kind == head.kind && actor.parent.is_none())
            && owner.end == end
        {
            // "the Karimu company" is Karimu, which is known already.
            return None;
        }
        let of_capitals = owner.is_none().then(|| place.capitals_behind(token, end)).flatten();
        let short = token > 0 && place.lower[token - 1] == "the" && place.is_capital(token) && count == 1;
        if owner.is_none() && of_capitals.is_none() && short && self.capitals_before(place, token).is_none() {
            // "the Council" is the one that was named before.
            let index = *self.by_head.get(&place.lower[token])?;
            found.push(place.mention(token..end, index, MentionBy::Alias));
            return Some(end);
        }
        let (start, end, owner) = match owner {
            None if of_capitals.is_some() => {
                let start = self.capitals_before(place, token).unwrap_or(token);
                (start, of_capitals.unwrap_or(end), None)
            }
            Some(owner) => (owner.start, owner.end, Some(owner.actor)),
            None if head.usage == HeadUse::Free && self.capitals_before(place, token).is_none() => {
                (token, end, None)
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
        let phrase = place.lower[token..token + count].join(" ");
        let key = match owner.and_then(|owner| self.actor(owner)) {
            // "the armed forces of Kenya" are the Kenyan armed forces; what stands between may tell them from others.
            Some(owner) => format!("{} | {} {phrase}", owner.key, place.modifiers(start, token, self)),
            None => name.to_lowercase(),
        };
        let parts = self.parts(owner, head);
        let index = self.entry(key, || local(name, parts.0, parts.1, parts.2, parts.3));
        let mention = place.mention(start..end, index, MentionBy::Name);
        if place.is_capital(token) {
            self.by_head.insert(place.lower[token].clone(), index);
        }
        found.push(mention);
        Some(end.max(token + count))
    }

    /// Kind, sector, country and parent of what an owner has.
    fn parts(
        &self,
        owner: Option<usize>,
        head: Head,
    ) -> (ActorKind, Sector, Option<CountryCode>, Option<String>) {
        let owner = owner.and_then(|owner| self.actor(owner));
        let of_state =
            owner.is_some_and(|owner| matches!(owner.kind, ActorKind::State | ActorKind::Territory));
        let of_igo = owner.is_some_and(|owner| matches!(owner.kind, ActorKind::Igo | ActorKind::Organ));
        // A committee of a state is no organ of an international organisation.
        let kind = if head.kind == ActorKind::Organ && of_state { ActorKind::Group } else { head.kind };
        let sector = if of_igo { Sector::Igo } else { head.sector };
        let parent = owner.map(|owner| owner.key.clone());
        (kind, sector, owner.and_then(|owner| owner.country), parent)
    }

    /// A person by office: "the Kenyan president", "Foreign Minister Karanja".
    fn office(
        &mut self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        head: Head,
        found: &mut Vec<ActorMention>,
    ) -> Option<usize> {
        let owner = self.owner_before(place, token, end).or_else(|| self.owner_behind(place, token, end));
        let (start, behind) = owner.as_ref().map_or((token, end), |owner| (owner.start, owner.end));
        let parts = self.parts(owner.as_ref().map(|owner| owner.actor), head);
        let phrase = place.lower[token..end].join(" ");
        if let Some(person) = place.person_at(behind).or_else(|| place.person_at(end)) {
            let index = self.person(place.words(person.clone()), Some((parts.1, parts.2)))?;
            self.by_office.insert(phrase, index);
            found.push(place.mention(person.clone(), index, MentionBy::Name));
            return Some(person.end);
        }
        let Some(owner) = owner else {
            // "the president" is the one who was named with the office.
            let index = *self.by_office.get(&phrase)?;
            let definite = token > 0 && matches!(place.lower[token - 1].as_str(), "the" | "this");
            if definite {
                found.push(place.mention(token - 1..end, index, MentionBy::Description));
            }
            return definite.then_some(end);
        };
        if let Some(person) = self.person_before(place, start, found) {
            // "Ann Karanja, the Kenyan foreign minister"
            self.describe(person, parts.1, parts.2);
            self.by_office.insert(phrase, person);
            found.push(place.mention(start..behind, person, MentionBy::Description));
            return Some(behind);
        }
        let name = place.words(start..behind).to_owned();
        let key =
            format!("{} | {} {phrase}", self.actor(owner.actor)?.key, place.modifiers(start, token, self));
        let index = self.entry(key, || local(name, parts.0, parts.1, parts.2, parts.3));
        found.push(place.mention(start..behind, index, MentionBy::Description));
        Some(behind)
    }

    /// The person whose name stands before a comma and an apposition that begins at a token.
    fn person_before(&mut self, place: &Place<'_>, start: usize, found: &[ActorMention]) -> Option<usize> {
        let article = usize::from(start > 0 && matches!(place.lower[start - 1].as_str(), "the" | "a"));
        let comma = start.checked_sub(article + 1).filter(|&comma| place.lower[comma] == ",")?;
        let last = comma.checked_sub(1)?;
        let range = place.range(last..last + 1);
        if let Some(mention) = found.iter().chain(place.known).find(|mention| mention.range.end == range.end)
        {
            let is_person = self.actor(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person);
            return is_person.then_some(mention.actor);
        }
        let name = place.sentence.name_at(last).filter(|name| name.kind == NameKind::Person)?;
        self.person(place.words(name.tokens.clone()), None)
    }

    /// Adds what an office says of a person.
    fn describe(&mut self, person: usize, sector: Sector, country: Option<CountryCode>) {
        let known = self.lexicon.actors.len();
        if let Some(entry) = person.checked_sub(known).and_then(|index| self.entries.get_mut(index)) {
            entry.sector = entry.sector.or(Some(sector));
            entry.country = entry.country.or(country);
        }
    }

    /// A person by name; the last word of a longer name that was read before names the same one.
    fn person(&mut self, words: &str, office: Option<(Sector, Option<CountryCode>)>) -> Option<usize> {
        let parts: Vec<&str> =
            words.split_whitespace().filter(|word| !self.lexicon.heads.is_title(word)).collect();
        let (last, name) = (*parts.last()?, parts.join(" "));
        let surname = format!("person {}", last.to_lowercase());
        let known = self.lexicon.actors.len();
        if let Some(index) = self.by_key.get(&surname).copied() {
            let Some(entry) = index.checked_sub(known).and_then(|index| self.entries.get_mut(index)) else {
                // A known person: the last word of the name is enough, another first name is another person.
                let full = self.lexicon.actors.get(index)?.name.as_str();
                if parts.len() == 1 || full.contains(&name) {
                    return Some(index);
                }
                let key = format!("person {}", name.to_lowercase());
                return Some(self.entry(key, || person_entry(name, office)));
            };
            let same = parts.len() == 1 || entry.name.ends_with(&name) || name.ends_with(&entry.name);
            if same {
                if name.len() > entry.name.len() {
                    entry.name = name;
                }
                if let Some((sector, country)) = office {
                    self.describe(index, sector, country);
                }
                return Some(index);
            }
            let key = format!("person {}", name.to_lowercase());
            return Some(self.entry(key, || person_entry(name, office)));
        }
        Some(self.entry(surname, || person_entry(name, office)))
    }

    /// Whether a surname is that of a person who was named before.
    fn is_known_person(&self, surname: &str) -> bool {
        self.by_key.contains_key(&format!("person {}", surname.to_lowercase()))
    }

    /// The owner right before a head: a demonym, a name or a possessive, with adjectives and nouns between.
    fn owner_before(&self, place: &Place<'_>, head: usize, end: usize) -> Option<Owner> {
        let mut token = head;
        for _ in 0..=MODIFIERS {
            token = token.checked_sub(1)?;
            if matches!(place.lower[token].as_str(), "'s" | "’s") {
                let mention = place.known_at(token.checked_sub(1)?)?;
                return Some(Owner { actor: mention.actor, start: place.token_of(mention.range.start), end });
            }
            if let Some(mention) = place.known_at(token) {
                let start = place.joined_before(place.token_of(mention.range.start));
                return Some(Owner { actor: mention.actor, start, end });
            }
            if !is_modifier(place.tag(token)?) {
                return None;
            }
        }
        None
    }

    /// The owner behind a head: "of Kenya".
    fn owner_behind(&self, place: &Place<'_>, head: usize, end: usize) -> Option<Owner> {
        if place.lower.get(end)? != "of" {
            return None;
        }
        let owner = end + 1 + usize::from(place.lower.get(end + 1)? == "the");
        let mention = place.known_at(owner).filter(|mention| place.token_of(mention.range.start) == owner)?;
        // "of the Kenyan army" is the army's.
        let by_name = mention.by != MentionBy::Demonym;
        let start = self.capitals_before(place, head).unwrap_or(head);
        by_name.then(|| Owner {
            actor: mention.actor,
            start,
            end: place.token_of(mention.range.end.saturating_sub(1)) + 1,
        })
    }

    /// The first of the words with capitals that make a head a name: "European Peace Facility", or an adjective that names a group:
    /// "African countries".
    fn capitals_before(&self, place: &Place<'_>, head: usize) -> Option<usize> {
        let mut start = head;
        while start > 0
            && place.is_capital(start - 1)
            && is_modifier(place.tag(start - 1)?)
            && head - start < 6
        {
            start -= 1;
        }
        // The first word of a sentence has its capital in any case.
        let first_only = start + 1 == head && start == 0;
        (start < head && !first_only && (place.is_capital(head) || head - start == 1)).then_some(start)
    }

    /// What the name model finds.
    fn by_model(&mut self, place: &Place<'_>, others: &Others, found: &mut Vec<ActorMention>) {
        for name in place.sentence.names() {
            let is_place = matches!(name.kind, NameKind::Gpe | NameKind::Location | NameKind::Facility);
            if !is_place && !matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Norp) {
                continue;
            }
            let mut tokens = name.tokens.clone();
            while tokens.start < tokens.end
                && matches!(place.lower[tokens.start].as_str(), "the" | "a" | "an")
            {
                tokens.start += 1;
            }
            while tokens.end > tokens.start && matches!(place.lower[tokens.end - 1].as_str(), "'s" | "’s") {
                tokens.end -= 1;
            }
            if tokens.is_empty() || !place.is_capital(tokens.start) {
                continue;
            }
            let range = place.range(tokens.clone());
            let taken =
                |mention: &ActorMention| mention.range.start < range.end && range.start < mention.range.end;
            let other = others.ranges.partition_point(|other| other.end <= range.start);
            let is_other = others.ranges.get(other).is_some_and(|other| other.start < range.end);
            // "Jack Reading" is a person, "Reading" alone is a town.
            let near = others.places.partition_point(|place| place.range.end <= range.start);
            let is_place = others.places.get(near).is_some_and(|place| {
                place.range.start < range.end && (name.kind != NameKind::Person || place.range == range)
            });
            let is_other = is_other || is_place;
            if is_other || found.iter().any(taken) || place.known.iter().any(taken) {
                continue;
            }
            let words = place.words(tokens.clone()).to_owned();
            if is_place {
                let (name, kind) = (words, place_kind(name.kind));
                self.places.push(PlaceMention {
                    range,
                    name,
                    kind,
                    country: None,
                    point: None,
                    geonames: None,
                });
                continue;
            }
            // One word alone is often a place, a product or an adjective.
            let sure = tokens.len() > 1 || place.acts(&tokens, PARTNERS);
            let titled = self.lexicon.heads.is_title(place.sentence.form(tokens.start)) && tokens.len() > 1;
            let after_office = found.iter().any(|mention| {
                place.sentence.form(tokens.start.saturating_sub(1)) == ","
                    && mention.range.end
                        == place.range(tokens.start.saturating_sub(2)..tokens.start.saturating_sub(1)).end
                    && self.actor(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person)
            });
            // "BELFAST, 10 April" is where a text was written.
            let dateline = tokens.start == 0
                && words.chars().all(|char| !char.is_lowercase())
                && place.lower.get(tokens.end).is_some_and(|next| next == ",");
            let index = match name.kind {
                _ if dateline => None,
                NameKind::Person | NameKind::Organisation if titled || after_office => {
                    self.person(&words, None)
                }
                NameKind::Person if sure || self.is_known_person(&words) => self.person(&words, None),
                NameKind::Organisation if sure => Some(self.entry(words.to_lowercase(), || {
                    local(words.clone(), ActorKind::Other, Sector::CivilSociety, None, None)
                })),
                NameKind::Norp if matches!(place.tag(tokens.end - 1), Some(Tag::NNS | Tag::NNPS)) => {
                    Some(self.entry(words.to_lowercase(), || {
                        local(words.clone(), ActorKind::People, Sector::Civilians, None, None)
                    }))
                }
                _ => None,
            };
            if let Some(index) = index {
                found.push(place.mention(tokens, index, MentionBy::Name));
            }
        }
    }
}

fn local(
    name: String,
    kind: ActorKind,
    sector: Sector,
    country: Option<CountryCode>,
    parent: Option<String>,
) -> KnownActor {
    KnownActor {
        key: String::new(),
        name,
        kind,
        sector: Some(sector),
        country,
        parent,
        wikidata: None,
        is_past: false,
        layer: 0,
        forms: Vec::new(),
    }
}

fn place_kind(kind: NameKind) -> PlaceKind {
    match kind {
        NameKind::Facility => PlaceKind::Facility,
        NameKind::Gpe => PlaceKind::Settlement,
        _ => PlaceKind::Other,
    }
}

fn person_entry(name: String, office: Option<(Sector, Option<CountryCode>)>) -> KnownActor {
    let mut entry = local(name, ActorKind::Person, Sector::Civilians, None, None);
    entry.sector = office.map(|(sector, _)| sector);
    entry.country = office.and_then(|(_, country)| country);
    entry
}

/// Prepositions behind which a name is a partner, and no place.
const PARTNERS: &[&str] = &["by", "with", "to", "from", "between", "against"];
/// How many words may stand between an owner and a head.
const MODIFIERS: usize = 3;

fn is_noun(tag: Tag) -> bool {
    matches!(tag, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
}

fn is_modifier(tag: Tag) -> bool {
    is_noun(tag) || matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::HYPH)
}

impl<'a> Place<'a> {
    pub(super) fn new(sentence: Sentence<'a>, offset: usize, known: &'a [ActorMention]) -> Self {
        let lower = (0..sentence.len()).map(|token| sentence.form(token).to_lowercase()).collect();
        Self { sentence, offset, known, lower }
    }

    /// Whether the name of a seat stands for the government: "Ankara protested", but "the talks in Ankara".
    pub(super) fn seat_acts(&self, mention: &ActorMention) -> bool {
        let first = self.token_of(mention.range.start);
        let last = self.token_of(mention.range.end.saturating_sub(1));
        self.acts(&(first..last + 1), &["by", "with", "between", "against"])
    }

    fn tag(&self, token: usize) -> Option<Tag> {
        self.sentence.token(token).map(|token| token.tag)
    }

    fn range(&self, tokens: Range<usize>) -> Range<usize> {
        let spans = self.sentence.tokens();
        let start = spans.get(tokens.start).map_or(0, |token| token.span.start);
        let end =
            tokens.end.checked_sub(1).and_then(|last| spans.get(last)).map_or(start, |token| token.span.end);
        self.offset + start..self.offset + end
    }

    fn words(&self, tokens: Range<usize>) -> &'a str {
        let range = self.range(tokens);
        let base = self.offset + self.sentence.span().start;
        self.sentence.text().get(range.start - base..range.end - base).unwrap_or("")
    }

    fn mention(&self, tokens: Range<usize>, actor: usize, by: MentionBy) -> ActorMention {
        ActorMention {
            range: self.range(tokens),
            actor,
            by,
            is_place: false,
            is_seat: false,
            is_nested: false,
        }
    }

    fn is_capital(&self, token: usize) -> bool {
        token < self.sentence.len() && self.sentence.form(token).starts_with(char::is_uppercase)
    }

    /// The first of the words that hyphens join to one: "Kenya" of "Kenya-Uganda".
    fn joined_before(&self, token: usize) -> usize {
        let mut start = token;
        while start >= 2 && matches!(self.lower[start - 1].as_str(), "-" | "–") && self.is_capital(start - 2)
        {
            start -= 2;
        }
        start
    }

    /// The end of words with capitals behind "of" that make a head a name: "Ministry of Development".
    fn capitals_behind(&self, head: usize, end: usize) -> Option<usize> {
        let joins = |token: usize| {
            matches!(self.lower.get(token).map(String::as_str), Some("and" | "of" | "the" | "for"))
        };
        if !self.is_capital(head) || !matches!(self.lower.get(end).map(String::as_str), Some("of" | "for")) {
            return None;
        }
        let mut last = end + 1;
        while last < self.sentence.len()
            && last < end + 8
            && (self.is_capital(last) || joins(last) && self.is_capital(last + 1))
        {
            last += 1;
        }
        (last > end + 1).then_some(last)
    }

    /// Whether a name acts where it stands: as a subject, a possessor, or behind a preposition that names a partner.
    fn acts(&self, tokens: &Range<usize>, partners: &[&str]) -> bool {
        let head = tokens
            .clone()
            .find(|&token| self.sentence.head(token).is_none_or(|head| !tokens.contains(&head)));
        let Some(head) = head else { return false };
        match self.sentence.label(head) {
            Some(Label::Nsubj | Label::Nsubjpass | Label::Poss) => true,
            Some(Label::Pobj) => {
                let preposition = self.sentence.head(head).map(|token| self.lower[token].as_str());
                preposition.is_some_and(|preposition| partners.contains(&preposition))
            }
            // "Paris and Ankara protested"
            Some(Label::Conj) => {
                let first = self.sentence.head(head);
                first.is_some_and(|first| first < tokens.start && self.acts(&(first..first + 1), partners))
            }
            _ => false,
        }
    }

    /// The token that holds a position of the reading text.
    fn token_of(&self, position: usize) -> usize {
        self.sentence.tokens().partition_point(|token| self.offset + token.span.end <= position)
    }

    /// The known name that a token belongs to.
    fn known_at(&self, token: usize) -> Option<&'a ActorMention> {
        let range = self.range(token..token + 1);
        self.known.iter().find(|mention| mention.range.start < range.end && range.start < mention.range.end)
    }

    fn is_known(&self, token: usize) -> bool {
        self.known_at(token).is_some()
    }

    /// The person's name that begins at a token, titles included.
    fn person_at(&self, token: usize) -> Option<Range<usize>> {
        let name = self.sentence.name_at(token).filter(|name| name.kind == NameKind::Person)?;
        (name.tokens.start <= token && self.is_capital(token)).then_some(token..name.tokens.end)
    }

    /// The words between an owner and a head, which tell one body from another.
    fn modifiers(&self, start: usize, head: usize, locals: &Locals<'_>) -> String {
        let _ = locals;
        let between = (start..head).filter(|&token| !self.is_known(token) && self.lower[token] != "'s");
        between.map(|token| self.lower[token].as_str()).collect::<Vec<_>>().join(" ")
    }
}
