//! Ships of navies by name: "HMS Belfast", "the frigate Moran". They are forces, and neither the town nor the person of that name.

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};

use super::local::Locals;
use super::sentence::Place;
use super::{ActorMention, Others};
use crate::lexicon::{KnownActor, Lexicon};
use crate::text::{Text, TokenKind, function_word, overlapping};

/// The name of a ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ship {
    pub(crate) range: Range<usize>,
    /// The states whose ships have its prefix.
    countries: Vec<CountryCode>,
}

/// The ships that a text names, in order. `ranges` are its dates and documents.
pub(crate) fn ships(text: &Text<'_>, lexicon: &Lexicon, ranges: &[Range<usize>]) -> Vec<Ship> {
    let mut found: Vec<Ship> = Vec::new();
    for (_, _, tokens) in text.blocks() {
        for token in tokens.clone() {
            let Some((first, last, countries)) = name(text, lexicon, token, tokens.end, ranges) else {
                continue;
            };
            let range = text.tokens()[first].range().start..text.tokens()[last - 1].range().end;
            if found.last().is_none_or(|before| before.range.end <= range.start) {
                found.push(Ship { range, countries });
            }
        }
    }
    found
}

/// The first token of the name that a prefix or a noun tells to be that of a ship, the token behind it, and whose it is.
fn name(
    text: &Text<'_>,
    lexicon: &Lexicon,
    token: usize,
    block_end: usize,
    ranges: &[Range<usize>],
) -> Option<(usize, usize, Vec<CountryCode>)> {
    let word = text.word(token);
    let countries = lexicon.ships.countries(word);
    if countries.is_none() && !lexicon.ships.is_warship(word) {
        return None;
    }
    let is_part = |at: &usize| {
        let token = &text.tokens()[*at];
        let form = text.word(*at);
        token.spaced
            && token.kind == TokenKind::Word
            && form.starts_with(char::is_uppercase)
            && form.chars().any(char::is_lowercase)
            && function_word(&form.to_lowercase()).is_none()
            && overlapping(ranges, |range| range, &token.range()).is_none()
    };
    let mut end = token + 1 + (token + 1..(token + 1 + LONGEST).min(block_end)).take_while(is_part).count();
    // "Charles de Gaulle"
    if end > token + 1 && end + 1 < block_end && text.word(end) == "de" && is_part(&(end + 1)) {
        end += 2;
    }
    let first = if countries.is_some() { token } else { token + 1 };
    (end > token + 1).then(|| (first, end, countries.unwrap_or_default().to_vec()))
}

/// How many words the name of a ship has at most.
const LONGEST: usize = 3;

impl Others {
    /// The ship that a range of the text belongs to.
    pub(super) fn ship(&self, range: &Range<usize>) -> Option<&Ship> {
        overlapping(&self.ships, |ship| &ship.range, range)
    }
}

impl Locals<'_> {
    /// The ships of a sentence. Where the ships of several states have a prefix, it is the one that the sentence names.
    pub(super) fn by_ship(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        let mut token = 0;
        while token < place.sentence.len() {
            let Some(ship) = place.others.ship(&place.range(token..token + 1)) else {
                token += 1;
                continue;
            };
            let end = place.token_of(ship.range.end.saturating_sub(1)) + 1;
            let named = |code: &&CountryCode| {
                place
                    .known
                    .iter()
                    .any(|known| self.actor(known.actor).is_some_and(|actor| actor.country == Some(**code)))
            };
            // "the Peruvian frigate Lamu"
            let owner = token.checked_sub(2).and_then(|before| place.known_at(before));
            let owner = owner.and_then(|owner| self.actor(owner.actor));
            let owner = owner.filter(|owner| matches!(owner.kind, ActorKind::State | ActorKind::Territory));
            let parent = owner.map(|owner| owner.key.clone());
            let country = match ship.countries.as_slice() {
                [] => owner.and_then(|owner| owner.country),
                [one] => Some(*one),
                several => {
                    let mut owners = several.iter().filter(named);
                    owners.next().copied().filter(|_| owners.next().is_none())
                }
            };
            let name = place.words(token..end).to_owned();
            let index = self.entry(format!("ship {}", name.to_lowercase()), || {
                let (kind, sector) = (ActorKind::ArmedForce, Some(Sector::Military));
                KnownActor { parent, ..KnownActor::unlisted(name, kind, sector, country) }
            });
            found.push(place.mention(token..end, index, MentionBy::Name));
            token = end;
        }
    }
}
