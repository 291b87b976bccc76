//! Persons by office ("the Kenyan president"), title ("Mr Karanja") and surname.

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::{NameKind, Tag};

use super::ActorMention;
use super::local::Locals;
use super::sentence::{Place, is_noun};
use super::short_names::{is_suffix, key, plain};
use crate::lexicon::KnownActor;
use crate::lexicon::heads::Head;
use crate::text::overlapping;

impl Locals<'_> {
    /// A person by office: "the Kenyan president", "Foreign Minister Karanja".
    pub(super) fn office(
        &mut self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        head: Head,
        found: &mut Vec<ActorMention>,
    ) -> Option<usize> {
        let owner = self.owner_before(place, token, end).or_else(|| self.owner_behind(place, token, end));
        let (start, behind) = owner.as_ref().map_or((token, end), |owner| (owner.start, owner.end));
        let parts = self.parts(owner.as_ref(), head);
        let says = (parts.sector, parts.country);
        // The UN envoy belongs to the UN; a state's minister has its country.
        let of_land = owner
            .as_ref()
            .and_then(|owner| self.actor(owner.actor?))
            .is_some_and(|owner| matches!(owner.kind, ActorKind::State | ActorKind::Territory));
        let body = parts.parent.clone().filter(|_| !of_land);
        let phrase = self.lexicon.heads.canonical(&place.lower[token..end].join(" ")).to_owned();
        let label = owner.as_ref().map_or("", |owner| &owner.label);
        let key = format!("{label} | {} {phrase}", place.modifiers(start, token));
        // "Foreign Minister Karanja", "the president of Kenya Ann Karanja", "Minister for the Lakes John Karanja"
        let whole = self.first_of_title(place, start);
        for at in [behind, end] {
            if let Some((last, index)) = self.named_at(place, at, Some(says)) {
                self.holds(&[&phrase, &key], index, place, whole);
                self.belongs(index, body.as_ref());
                found.push(place.mention(whole..last, index, MentionBy::Name));
                return Some(last);
            }
        }
        let portfolio = place.capitals_behind(token, end);
        if let Some(last) = portfolio
            && let Some(person) = (end + 1..last).find_map(|at| place.person_at(at))
            && person.end == last
        {
            let index = self.person(place.words(person), Some(says))?;
            self.holds(&[&phrase, &key], index, place, whole);
            self.belongs(index, body.as_ref());
            found.push(place.mention(whole..last, index, MentionBy::Name));
            return Some(last);
        }
        // "the Kenyan foreign minister, Ann Karanja, said"
        let behind = portfolio.filter(|_| behind == end).unwrap_or(behind);
        let definite = start > 0 && matches!(place.lower[start - 1].as_str(), "the" | "this");
        if (owner.is_some() || definite || portfolio.is_some())
            && place.lower.get(behind).is_some_and(|comma| comma == ",")
            && let Some((last, index)) = self.named_at(place, behind + 1, Some(says))
        {
            self.holds(&[&phrase, &key], index, place, whole);
            self.belongs(index, body.as_ref());
            found.push(place.mention(start..behind, index, MentionBy::Description));
            found.push(place.mention(behind + 1..last, index, MentionBy::Name));
            return Some(last);
        }
        // "Ann Karanja, the prime minister"
        let apposed = definite && owner.is_none() && portfolio.is_none();
        if let Some(person) = apposed.then(|| self.person_before(place, start, found)).flatten() {
            self.describe(person, says.0, says.1);
            self.holds(&[&phrase], person, place, start);
            found.push(place.mention(start..behind, person, MentionBy::Description));
            return Some(behind);
        }
        if owner.is_none() && portfolio.is_none() {
            // "the president" is the one who was named with the office; "the Prime Minister" is one in any case.
            let capitals = (token..end).all(|token| place.is_capital(token));
            let index = match self.by_office.get(&phrase).copied().filter(|_| self.is_recent(&phrase)) {
                Some(index) => {
                    self.office_named.insert(phrase.clone(), self.sentences);
                    index
                }
                None if definite && capitals && head.sector != Sector::Military => {
                    let name = place.words(token..end).to_owned();
                    self.entry(format!("the {phrase}"), || parts.entry(name))
                }
                None => return None,
            };
            if definite {
                found.push(place.mention(token - 1..end, index, MentionBy::Description));
            }
            return definite.then_some(end);
        }
        // "After talks with Ann Karanja, the Kenyan foreign minister said" is another one.
        let acts = matches!(place.tag(behind), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD));
        if let Some(person) = self.person_before(place, start, found).filter(|_| !acts) {
            // "Ann Karanja, the Kenyan foreign minister"
            self.describe(person, says.0, says.1);
            self.holds(&[&phrase, &key], person, place, whole);
            self.belongs(person, body.as_ref());
            found.push(place.mention(start..behind, person, MentionBy::Description));
            return Some(behind);
        }
        let name = place.words(start..behind).to_owned();
        // "the Kenyan president" is the one who was named so before.
        let short = self.by_short_office.get(&key).copied().flatten();
        let index = match self.by_office.get(&key).copied().or(short).filter(|_| owner.is_some()) {
            Some(index) => index,
            None => self.entry(key.clone(), || parts.entry(name)),
        };
        self.shorten(&key, index);
        found.push(place.mention(start..behind, index, MentionBy::Description));
        Some(behind)
    }

    /// Keeps who holds an office, unless he held it once: "former President Karanja".
    fn holds(&mut self, offices: &[&String], person: usize, place: &Place<'_>, start: usize) {
        let past = ["former", "late", "then", "ex", "outgoing"];
        let left = place.lower.get(start).is_some_and(|word| past.contains(&word.as_str()));
        for office in offices.iter().filter(|_| !left) {
            self.by_office.insert((*office).clone(), person);
            self.office_named.insert((*office).clone(), self.sentences);
            self.shorten(office, person);
        }
    }

    /// Whether an office was named with its holder not long ago: a story may have had another president since.
    fn is_recent(&self, office: &str) -> bool {
        self.office_named.get(office).is_some_and(|&named| self.sentences - named <= OFFICE_REACH)
    }

    /// Keeps the body that a person speaks for.
    fn belongs(&mut self, person: usize, body: Option<&String>) {
        let local = person.checked_sub(self.lexicon.actors.len());
        if let Some(entry) = local.and_then(|index| self.entries.get_mut(index))
            && entry.parent.is_none()
        {
            entry.parent = body.cloned();
        }
    }

    /// Keeps who holds an office under its last word: "the Kenyan minister" for the Kenyan foreign minister.
    fn shorten(&mut self, office: &str, person: usize) {
        let Some((owner, words)) = office.split_once(" | ") else { return };
        let Some((_, last)) = words.trim().rsplit_once(' ') else { return };
        let holder = self.by_short_office.entry(format!("{owner} |  {last}")).or_insert(Some(person));
        if *holder != Some(person) {
            *holder = None;
        }
    }

    /// A person of the lists whose form begins with an office: "US President Obama".
    pub(super) fn titled(
        &mut self,
        place: &Place<'_>,
        token: usize,
        known: &ActorMention,
        found: &mut Vec<ActorMention>,
    ) -> Option<usize> {
        let is_person = self.actor(known.actor)?.kind == ActorKind::Person;
        let first = place.token_of(known.range.start) == token;
        let owner = self.owner_before(place, token, token).filter(|_| is_person && first)?;
        let behind = place.token_of(known.range.end.saturating_sub(1)) + 1;
        found.push(place.mention(owner.start..behind, known.actor, MentionBy::Name));
        Some(behind)
    }

    /// The person whose name begins at a token, with the token behind it: one of the lists, or one that the name model finds.
    fn named_at(
        &mut self,
        place: &Place<'_>,
        token: usize,
        office: Option<(Sector, Option<CountryCode>)>,
    ) -> Option<(usize, usize)> {
        if token >= place.sentence.len() {
            return None;
        }
        if let Some(known) = place.known_at(token) {
            let is_person = self.actor(known.actor)?.kind == ActorKind::Person;
            let begins = place.token_of(known.range.start) == token;
            let behind = place.token_of(known.range.end.saturating_sub(1)) + 1;
            let person = self.as_text_says(known.actor, office);
            return (is_person && begins).then_some((behind, person));
        }
        // "Prime Minister Dr. Karanja"
        let titles = (token..token + 3).take_while(|&at| {
            self.lexicon.heads.is_title(place.sentence.form(at)) || place.sentence.form(at) == "."
        });
        let name = token + titles.count();
        let person = place.person_at(name).or_else(|| self.unknown_name(place, token, name))?;
        let index = self.person(place.words(person.clone()), office)?;
        Some((person.end, index))
    }

    /// The words with capitals right behind an office with a capital, "Captain Saurabh Kalia", where nothing else knows the name.
    fn unknown_name(&self, place: &Place<'_>, office: usize, token: usize) -> Option<Range<usize>> {
        let before = office.checked_sub(1)?;
        let is_office = place.is_capital(before) && place.tag(before) == Some(Tag::NNP);
        // "spokesman Ned Price": behind an office in lower case, a given name and a surname.
        let is_common =
            place.tag(before) == Some(Tag::NN) && place.lower[before] == place.sentence.form(before);
        let is_part = |at: &usize| {
            place.is_capital(*at)
                && place.tag(*at) == Some(Tag::NNP)
                && !place.is_known(*at)
                && !matches!(
                    place.lower[*at].as_str(),
                    "elect" | "designate" | "emeritus" | "level" | "office"
                )
                && self.lexicon.heads.longest(&place.lower[*at..*at + 1]).is_none()
        };
        let end = token + (token..(token + 3).min(place.sentence.len())).take_while(is_part).count();
        // "Prime Minister Office": what goes on is no name.
        let range = place.range(before..end);
        let is_other = overlapping(&place.others.ranges, |other| other, &range).is_some()
            || overlapping(&place.others.places, |other| &other.range, &range).is_some();
        if is_other || place.tag(end).is_some_and(is_noun) {
            return None;
        }
        // A general is seldom named by one word that nobody knows: "General Staff", "Major Powers".
        let is_adjective = matches!(place.lower[before].as_str(), "general" | "major");
        let goes_on = is_adjective && end == token + 1
            || place.is_capital(end)
            || place.sentence.name_at(token).is_some_and(|name| name.kind != NameKind::Person);
        ((is_office && end > token || is_common && end == token + 2) && !goes_on).then_some(token..end)
    }

    /// A person of the lists, with the country that the text gives him where it gives another one: "Soviet Foreign Minister Eduard
    /// Shevardnadze" and the Georgian president of that name.
    fn as_text_says(&mut self, person: usize, office: Option<(Sector, Option<CountryCode>)>) -> usize {
        let Some(known) = self.lexicon.actors.get(person) else { return person };
        let Some(country) =
            office.and_then(|(_, country)| country).filter(|_| known.kind == ActorKind::Person)
        else {
            return person;
        };
        let Some(listed) = known.country else {
            self.citizens.entry(person).or_insert(country);
            return person;
        };
        if listed == country {
            return person;
        }
        let entry = KnownActor { country: Some(country), parent: None, ..known.clone() };
        self.entry(format!("{} {country}", known.key), || entry)
    }

    /// The first token of what is a part of a title: "Former Deputy" of "Former Deputy Minister Karanja".
    pub(super) fn first_of_title(&self, place: &Place<'_>, token: usize) -> usize {
        let mut start = token;
        while let Some(before) = start.checked_sub(1) {
            let form = place.sentence.form(before);
            // "Lt." and "Vice-" are two tokens each.
            let stop = before > 0
                && (form == "." && self.lexicon.heads.is_title(place.sentence.form(before - 1))
                    || form == "-" && RANKS.contains(&place.lower[before - 1].as_str()));
            let rank = self.lexicon.heads.is_title(form)
                || RANKS.contains(&place.lower[before].as_str())
                || before > 0
                    && place.is_capital(before)
                    && !place.is_known(before)
                    && matches!(place.tag(before), Some(Tag::NNP | Tag::JJ));
            if !rank && !stop {
                break;
            }
            start = before;
        }
        start
    }

    /// The first of the titles before a name: "Maj. Gen. John Karanja".
    pub(super) fn first_title(&self, place: &Place<'_>, token: usize) -> usize {
        let is_title = |at: usize| self.lexicon.heads.is_title(place.sentence.form(at));
        let mut start = token;
        while start > 0 {
            if is_title(start - 1) {
                start -= 1;
            } else if start > 1 && place.sentence.form(start - 1) == "." && is_title(start - 2) {
                start -= 2;
            } else {
                break;
            }
        }
        start
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
    pub(super) fn person(
        &mut self,
        words: &str,
        office: Option<(Sector, Option<CountryCode>)>,
    ) -> Option<usize> {
        let parts: Vec<&str> =
            words.split_whitespace().filter(|word| !self.lexicon.heads.is_title(word)).collect();
        let name = parts.join(" ");
        let last = *parts.iter().rev().find(|part| !is_suffix(part)).or(parts.last())?;
        let mut surname = key(last);
        // "Ms Karanja" is not John Karanja, but a relative of his.
        let gender = |words: &str| self.lexicon.descriptions.gender(words.rsplit_once(' ')?.0);
        let namesake = self.by_key.get(&surname).and_then(|&index| gender(&self.actor(index)?.name));
        if let (Some(one), Some(other)) = (namesake, gender(words))
            && one != other
            && parts.len() == 1
        {
            surname = key(words);
        }
        let given = || self.by_given.get(&words.to_lowercase()).copied().flatten();
        if let Some(index) = given().filter(|_| parts.len() == 1 && !self.by_key.contains_key(&surname)) {
            return Some(index);
        }
        let Some(index) = self.by_key.get(&surname).copied() else {
            let of_listed = || self.country_of_listed(last).filter(|_| parts.len() == 1);
            let office = office.map(|(sector, country)| {
                let governs = sector == Sector::Government;
                (sector, country.or_else(|| of_listed().filter(|_| governs)))
            });
            let index = self.entry(surname, || person_entry(name.clone(), office));
            self.remember_given(&name, index);
            return Some(index);
        };
        let known = self.lexicon.actors.len();
        if let Some(entry) = index.checked_sub(known).and_then(|index| self.entries.get_mut(index)) {
            let (known, new) = (plain(&entry.name), plain(&name));
            if parts.len() == 1
                || known.ends_with(&new)
                || new.ends_with(&known)
                || initials_agree(&entry.name, &parts)
            {
                if new.len() > known.len() {
                    entry.name = name;
                }
                if let Some((sector, country)) = office {
                    self.describe(index, sector, country);
                }
                return Some(index);
            }
        } else if parts.len() == 1 || {
            let known = &self.lexicon.actors.get(index)?.name;
            plain(known).contains(&plain(&name)) || initials_agree(known, &parts)
        } {
            return Some(index);
        }
        // Another first name is another person.
        Some(self.entry(key(&name), || person_entry(name, office)))
    }
}

/// Whether two names with one surname can be the same: "A. Karanja" and "Ann Karanja".
fn initials_agree(name: &str, parts: &[&str]) -> bool {
    let first = |word: &str| word.chars().next();
    let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    let (Some(one), Some(other)) = (name.split_whitespace().next(), parts.first()) else { return false };
    (initial(one) || initial(other)) && first(one) == first(other)
}

fn person_entry(name: String, office: Option<(Sector, Option<CountryCode>)>) -> KnownActor {
    let (sector, country) = office.unzip();
    KnownActor::unlisted(name, ActorKind::Person, sector, country.flatten())
}

/// For how many sentences "the president" is the one who was named.
const OFFICE_REACH: usize = 12;

/// Words in lower case that belong to the office behind them.
const RANKS: &[&str] = &["former", "acting", "deputy", "outgoing", "late", "interim", "then", "ex", "vice"];
