//! The gazetteer: settlements of GeoNames, and the regions, waters, lines, facilities and small settlements of `places.tsv`.

mod common;
mod designators;
mod rows;
mod settlements;
mod spelling;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};

use verbale_core::{CountryCode, PlaceKind};

use settlements::{Settlement, Settlements};
use spelling::{key, plain};

pub(crate) use common::CommonNames;
pub(crate) use designators::{Designators, Position};
pub(crate) use rows::{NamedPlace, read_places, read_settlements};

/// All known places, by their names. Names are compared with their case; hyphens and spaces are one, as are all apostrophes.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    settlements: Settlements,
    places: Vec<NamedPlace>,
    /// From the keys of names and aliases to the place that has each.
    keys: BTreeMap<String, usize>,
    /// From the keys of a user's settlements to the places, the most populous first.
    own: BTreeMap<String, Vec<usize>>,
    /// The keys that are common words, too.
    common: CommonNames,
}

/// A place that the gazetteer knows, and by which name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KnownPlace<'g> {
    /// The name by which it goes in the knowledge, which need not be that of the text.
    pub(crate) name: &'g str,
    pub(crate) kind: PlaceKind,
    /// The country, where `places.tsv` or GeoNames names one.
    pub(crate) country: Option<CountryCode>,
    /// Latitude and longitude in degrees (WGS 84).
    pub(crate) point: Option<(f64, f64)>,
    /// Identifier in GeoNames.
    pub(crate) geonames: Option<u32>,
    pub(crate) population: Option<u32>,
    /// Whether the name that was looked up is an ordinary word, a given name or a surname, too ("Reading", "Victoria"): it is this
    /// place only where something around it says so, as a preposition of place does.
    pub(crate) is_common: bool,
}

/// A name of a place in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlaceMatch<'g> {
    /// The bytes of the text that hold the name.
    pub(crate) range: Range<usize>,
    pub(crate) place: KnownPlace<'g>,
}

impl Gazetteer {
    /// The embedded settlements, those of a user's lists, and the places of some rows; of two rows that share a name, the later one
    /// has it.
    pub(crate) fn with(mut places: Vec<NamedPlace>, more: Vec<NamedPlace>, common: CommonNames) -> Self {
        let settlements = Settlements::embedded();
        let mut keys = BTreeMap::new();
        for (index, place) in places.iter_mut().enumerate() {
            place.complete(&settlements);
            keys.extend(place.forms().map(|form| (key(form), index)));
        }
        let mut own: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, settlement) in (places.len()..).zip(&more) {
            for form in settlement.forms() {
                own.entry(key(form)).or_default().push(index);
            }
        }
        places.extend(more);
        let people = |&index: &usize| places.get(index).and_then(|place| place.population);
        for (key, same) in &mut own {
            same.sort_by_key(|index| Reverse(people(index)));
            let known = settlements.seek(key).0.and_then(|settlement| settlement.population);
            // A row of `places.tsv` keeps its name, and so does a settlement with more people.
            if let Some(&first) = same.first().filter(|first| people(first) >= known) {
                keys.entry(key.clone()).or_insert(first);
            }
        }
        Self { settlements, places, keys, own, common }
    }

    /// The embedded places only.
    #[cfg(test)]
    pub(crate) fn embedded() -> Result<Self, super::LexiconError> {
        let places = read_places("places/places.tsv", super::PLACES)?;
        Ok(Self::with(places, Vec::new(), super::Words::embedded()?.common))
    }

    /// The place with a name. A row of `places.tsv` has it before a settlement of GeoNames; of several settlements that share it, the
    /// most populous has it.
    pub(crate) fn lookup(&self, name: &str) -> Option<KnownPlace<'_>> {
        self.seek(&key(name)).0
    }

    /// The most populous settlement with a name that lies in one of some countries.
    pub(crate) fn settlement_in(
        &self,
        name: &str,
        countries: &BTreeSet<CountryCode>,
    ) -> Option<KnownPlace<'_>> {
        let key = key(name);
        let is_common = self.common.has(&key);
        let is_there =
            |country: Option<CountryCode>| country.is_some_and(|country| countries.contains(&country));
        let own = self.own.get(&key).into_iter().flatten().filter_map(|&index| self.places.get(index));
        let own = own.map(|place| named_place(place, is_common)).find(|place| is_there(place.country));
        let mut all = self.settlements.all(&key).map(|settlement| settlement_place(settlement, is_common));
        let known = all.find(|place| is_there(place.country));
        match (own, known) {
            (Some(own), Some(known)) if own.population < known.population => Some(known),
            (own, known) => own.or(known),
        }
    }

    /// The longest name that begins at a byte of a text and is made of whole words; `None` too if the byte is within a word.
    pub(crate) fn longest_at(&self, text: &str, start: usize) -> Option<PlaceMatch<'_>> {
        let rest = text.get(start..)?;
        if rest.starts_with(char::is_lowercase) || text[..start].ends_with(char::is_alphanumeric) {
            return None;
        }
        let mut longest = None;
        let mut key = String::new();
        let mut chars = rest.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            key.push(plain(char));
            let is_inside = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if is_inside || !(char.is_alphanumeric() || char == '.') {
                continue;
            }
            let (found, has_longer) = self.seek(&key);
            if let Some(place) = found {
                longest = Some(PlaceMatch { range: start..start + at + char.len_utf8(), place });
            }
            if !has_longer {
                break;
            }
        }
        longest
    }

    /// The place with a key, and whether a longer key begins with it.
    fn seek(&self, key: &str) -> (Option<KnownPlace<'_>>, bool) {
        let (settlement, mut has_longer) = self.settlements.seek(key);
        let mut from_here = self.keys.range::<str, _>((Bound::Included(key), Bound::Unbounded)).peekable();
        let named =
            from_here.next_if(|(named, _)| *named == key).and_then(|(_, &index)| self.places.get(index));
        has_longer |= from_here.peek().is_some_and(|(named, _)| named.starts_with(key));
        let is_common = self.common.has(key);
        let place = match named {
            Some(place) => Some(named_place(place, is_common)),
            None => settlement.map(|settlement| settlement_place(settlement, is_common)),
        };
        (place, has_longer)
    }
}

fn named_place(place: &NamedPlace, is_common: bool) -> KnownPlace<'_> {
    KnownPlace {
        name: &place.name,
        kind: place.kind,
        country: place.country,
        point: place.point,
        geonames: place.geonames,
        population: place.population,
        is_common,
    }
}

fn settlement_place(settlement: Settlement, is_common: bool) -> KnownPlace<'static> {
    KnownPlace {
        name: settlement.name,
        kind: PlaceKind::Settlement,
        country: settlement.country.parse().ok(),
        point: Some((settlement.lat, settlement.lon)),
        geonames: Some(settlement.geonames),
        population: settlement.population,
        is_common,
    }
}

#[cfg(test)]
mod tests;
