//! Actors where the text names them: those of the lists, as actors or as places, and those that no list holds.

mod acronyms;
mod asides;
mod bodies;
mod coreference;
mod descriptions;
mod hints;
mod listed;
mod lists;
mod local;
mod model;
mod origins;
mod others;
mod owner;
mod peoples;
mod persons;
mod seats;
mod sentence;
mod ships;
mod short_names;
mod verbless;

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy};
use verbale_syntax::Trees;

use coreference::Coreference;
use hints::Hints;
use listed::{Block, listed};
use local::Locals;
pub(crate) use others::Others;
use owner::{add_owners, is_part};
use sentence::Place;
pub(crate) use ships::ships;

use crate::document::BlockKind;
use crate::lexicon::{KnownActor, Lexicon};
use crate::mentions::places::{PlaceMention, borders, widen};
use crate::text::{Text, overlapping};

/// A name of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ActorMention {
    pub(crate) range: Range<usize>,
    /// Index into the lexicon's actors, or behind them into those that only this text has ([`Actors::local`]).
    pub(crate) actor: usize,
    pub(crate) by: MentionBy,
    /// Whether the name only says where something is.
    pub(crate) is_place: bool,
    /// Whether it is a capital or seat that stands for the government.
    pub(crate) is_seat: bool,
    /// Whether it stands inside of a longer name: "Kenya" of "the president of Kenya".
    pub(crate) is_nested: bool,
    /// Whether it is no mention of its own there: "Kenyan" of "the Kenyan army".
    pub(crate) is_part: bool,
    /// Whether it is all of those together whose mentions follow at the same place: "both sides". Only who speaks is one.
    pub(crate) is_collective: bool,
}

/// The actors of a text.
#[derive(Debug, Default)]
pub(crate) struct Actors {
    pub(crate) mentions: Vec<ActorMention>,
    /// Those that no list holds; their indices follow those of the lexicon.
    pub(crate) local: Vec<KnownActor>,
    /// The places of the gazetteer that no actor's name holds.
    pub(crate) places: Vec<PlaceMention>,
    /// The trees of the sentences, by their place in the reading text.
    pub(crate) trees: Trees,
}

/// Finds the actors of a text, in order. Notes are other people's words and hold none; `others` are what else it names.
pub(crate) fn find(text: &Text<'_>, lexicon: &Lexicon, others: &Others) -> Actors {
    let mut mentions = Vec::new();
    let mut locals = Locals::new(lexicon);
    let mut trees = Trees::default();
    let mut coreference = Coreference::default();
    let mut parts = Vec::new();
    for (Block { number: block, kind, tokens, range }, mut known) in listed(text, lexicon, others) {
        let start = range.start;
        let words = text.slice(&range);
        // The label of an entry in a chronicle, "15 May:", is no part of the story.
        let is_label = kind == BlockKind::Label;
        if !is_label {
            coreference.begin(matches!(kind, BlockKind::Paragraph | BlockKind::BlockQuote));
        }
        // The model has seen some states more often than others; all are read alike.
        let mut hints = Hints::of(text, &locals, (block, tokens.clone()), &known, others);
        let read = |hints: &Hints<'_>| {
            lexicon.syntax.analyze_as(words, |token| hints.at(&(start + token.start..start + token.end)))
        };
        let mut analysis = read(&hints);
        let verbs = verbless::verbs(lexicon, &analysis);
        if !verbs.is_empty() {
            hints.with_verbs(verbs.into_iter().map(|(at, verb)| (start + at, verb)).collect());
            analysis = read(&hints);
        }
        trees.push(&analysis, start);
        let mut found = Vec::new();
        for sentence in analysis.sentences() {
            let span = start + sentence.span().start..start + sentence.span().end;
            let first = known.partition_point(|mention| mention.range.end <= span.start);
            let last = known.partition_point(|mention| mention.range.start < span.end);
            let place =
                Place::new(sentence, start, known.get(first..last).unwrap_or_default(), lexicon, others);
            let seats: Vec<bool> =
                place.known.iter().map(|mention| mention.is_seat && !place.seat_acts(mention)).collect();
            let named = locals.find(&place);
            let all = if is_label { named } else { coreference.resolve(&place, &mut locals, named) };
            found.extend(all);
            for (mention, is_place) in known.iter_mut().skip(first).zip(seats) {
                mention.is_place |= is_place;
            }
        }
        for mention in &mut known {
            let whole = overlapping(&found, |other: &ActorMention| &other.range, &mention.range);
            mention.is_nested = whole.is_some();
            mention.is_part = whole.is_some_and(|whole| is_part(text, mention, whole, lexicon));
        }
        parts.extend(known.iter().filter(|known| known.is_part).cloned());
        mentions.extend(known.into_iter().filter(|known| !known.is_part));
        mentions.extend(found);
    }
    locals.finish();
    locals.settle_citizens(&mut mentions);
    mentions.sort_by_key(|mention: &ActorMention| (mention.range.start, mention.range.end));
    add_owners(text, &mut mentions, parts, &locals);
    let mut places: Vec<PlaceMention> = others.places.clone();
    places.append(&mut locals.places);
    // "the cruiser Belgrano" is no town.
    let is_ship = |place: &PlaceMention| {
        let before =
            text.token_at(place.range.start).checked_sub(1).map(|token| text.word(token).to_lowercase());
        before.is_some_and(|noun| lexicon.items.is_vessel(&noun))
    };
    places.retain(|place| {
        if is_ship(place) || others.ship(&place.range).is_some() {
            return false;
        }
        // "in March" is a date, though there is a town of that name.
        overlapping(&others.ranges, |other| other, &place.range).is_none()
            && overlapping(&mentions, |mention| &mention.range, &place.range).is_none()
    });
    places.sort_by_key(|place| (place.range.start, place.range.end));
    let countries: BTreeSet<CountryCode> =
        mentions.iter().filter_map(|mention| lexicon.actors.get(mention.actor)?.country).collect();
    for place in &mut places {
        place.settle(text.slice(&place.range), lexicon, &countries);
    }
    let of_places = places.iter().filter_map(|place| place.country);
    let lies_there = |land: &CountryCode| places.iter().any(|place| place.country == Some(*land));
    let home = only(countries.into_iter().chain(of_places))
        .filter(|land| lies_there(land) || locals.is_home(*land, &mentions));
    if let Some(land) = home {
        locals.belong_to(land);
    }
    widen_places(text, lexicon, &mut mentions, &mut places);
    places.extend(borders(text, &lands(&mentions, lexicon)));
    places.sort_by_key(|place| (place.range.start, place.range.end));
    Actors { mentions, local: locals.entries, places, trees }
}

/// The only country of a text.
fn only(mut countries: impl Iterator<Item = CountryCode>) -> Option<CountryCode> {
    let first = countries.next()?;
    countries.all(|other| other == first).then_some(first)
}

/// Where the text names lands, by name or adjective.
fn lands(mentions: &[ActorMention], lexicon: &Lexicon) -> Vec<Range<usize>> {
    let is_land = |mention: &&ActorMention| {
        let kind = lexicon.actors.get(mention.actor).map(|actor| actor.kind);
        matches!(kind, Some(ActorKind::State | ActorKind::Territory))
            && matches!(mention.by, MentionBy::Name | MentionBy::Alias | MentionBy::Demonym)
    };
    mentions.iter().filter(is_land).map(|mention| mention.range.clone()).collect()
}

/// Whether a place opens a sentence and what follows it acts: "In Mombasa, Kenya protested".
fn opens_sentence(text: &Text<'_>, place: &Range<usize>, end: usize) -> bool {
    let Some(sentence) = text.sentence_at(place.start).map(|index| &text.sentences()[index].range) else {
        return false;
    };
    let before = text.slice(&(sentence.start..place.start));
    let goes_on = text.reading().get(end..).is_some_and(|rest| rest.starts_with(' '));
    goes_on && before.split_whitespace().count() < 2
}

/// Gives the names of places what belongs to them, and drops the adjectives of states therein: "Kenyan" of "the Kenyan city of Mombasa".
fn widen_places(
    text: &Text<'_>,
    lexicon: &Lexicon,
    mentions: &mut Vec<ActorMention>,
    places: &mut [PlaceMention],
) {
    let demonyms: BTreeSet<usize> = mentions
        .iter()
        .filter(|mention| mention.by == MentionBy::Demonym)
        .map(|mention| mention.range.start)
        .collect();
    let is_demonym = |range: &Range<usize>| demonyms.contains(&range.start);
    // "Mombasa, Kenya" is one name; Kenya does not act there.
    for place in places.iter_mut() {
        let next = mentions.partition_point(|mention| mention.range.start < place.range.end);
        let land = mentions.get_mut(next).filter(|land| {
            text.reading().get(place.range.end..land.range.start) == Some(", ")
                && land.by != MentionBy::Demonym
        });
        let Some(land) = land else { continue };
        let country = lexicon.actors.get(land.actor).and_then(|actor| actor.country);
        if country.is_some()
            && country == place.country
            && !opens_sentence(text, &place.range, land.range.end)
        {
            land.is_place = true;
            place.range.end = land.range.end;
        }
    }
    let lands = mentions
        .iter_mut()
        .filter(|mention| mention.is_place && !mention.is_seat)
        .map(|mention| &mut mention.range);
    let mut wide: Vec<Range<usize>> = Vec::new();
    for range in lands.chain(places.iter_mut().map(|place| &mut place.range)) {
        *range = widen(text, range, is_demonym);
        wide.push(range.clone());
    }
    wide.sort_by_key(|range| (range.start, range.end));
    mentions.retain(|mention| {
        let next = wide.partition_point(|range| range.end <= mention.range.start);
        let inside = wide
            .get(next)
            .is_some_and(|range| range.start <= mention.range.start && mention.range.end < range.end);
        let closes = wide.get(next).is_some_and(|range| {
            range.start < mention.range.start && mention.range.end == range.end && mention.is_place
        });
        !closes && (mention.by != MentionBy::Demonym || !inside)
    });
    mentions.sort_by_key(|mention| (mention.range.start, mention.range.end));
}

#[cfg(test)]
mod coreference_tests;
#[cfg(test)]
mod names_tests;

#[cfg(test)]
mod tests;
