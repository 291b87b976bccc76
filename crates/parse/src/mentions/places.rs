//! Places of the gazetteer where the text names them.

mod borders;
mod designated;

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{CountryCode, PlaceKind};

use crate::document::BlockKind;
use crate::lexicon::Lexicon;
use crate::lexicon::places::Position;
use crate::text::{Text, TokenKind};

pub(crate) use borders::borders;

/// A name of a place. Countries and seats of government stand among the actors.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlaceMention {
    pub(crate) range: Range<usize>,
    pub(crate) name: String,
    pub(crate) kind: PlaceKind,
    pub(crate) country: Option<CountryCode>,
    /// Latitude and longitude in degrees.
    pub(crate) point: Option<(f64, f64)>,
    /// Identifier in GeoNames.
    pub(crate) geonames: Option<u32>,
}

impl PlaceMention {
    /// Chooses between settlements of one name: one in a country that the text names, rather than a larger one elsewhere.
    pub(crate) fn settle(&mut self, words: &str, lexicon: &Lexicon, countries: &BTreeSet<CountryCode>) {
        let elsewhere = self.kind == PlaceKind::Settlement
            && self.geonames.is_some()
            && self.country.is_some_and(|country| !countries.contains(&country));
        if let Some(near) = lexicon.places.settlement_in(words, countries).filter(|_| elsewhere) {
            near.name.clone_into(&mut self.name);
            (self.country, self.point, self.geonames) = (near.country, near.point, near.geonames);
        }
    }
}

/// What a name of a place has around it that belongs to it: "northern Kenya", "Lamu Province", "the Kenyan town of Lamu".
pub(crate) fn widen(
    text: &Text<'_>,
    range: &Range<usize>,
    is_actor_name: impl Fn(&Range<usize>) -> bool,
) -> Range<usize> {
    let mut first = text.token_at(range.start);
    let mut last = text.token_at(range.end.saturating_sub(1));
    let is = |at: usize, words: &[&str]| words.iter().any(|word| text.word(at).eq_ignore_ascii_case(word));
    if is(last + 1, UNITS)
        && text
            .tokens()
            .get(last + 1)
            .is_some_and(|token| token.range().start <= text.tokens()[last].range().end + 1)
    {
        last += 1;
    }
    if first > 0 && is(first - 1, COMPASS) {
        first -= 1;
    } else if first > 1 && is(first - 1, &["of"]) && is(first - 2, UNITS) {
        first -= 2;
        // "the port city of Mombasa", "the Kenyan city of Mombasa"
        let demonym = |at: usize| text.tokens().get(at).is_some_and(|token| is_actor_name(&token.range()));
        while first > 0
            && (is(first - 1, COMPASS)
                || is(first - 1, &["port", "border", "capital", "coastal"])
                || demonym(first - 1))
        {
            first -= 1;
        }
    }
    let tokens = text.tokens();
    match (tokens.get(first), tokens.get(last)) {
        (Some(first), Some(last)) => first.range().start.min(range.start)..last.range().end.max(range.end),
        _ => range.clone(),
    }
}

/// Words for a part of a place, before its name.
pub(crate) const COMPASS: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "northwest",
    "northeast",
    "southwest",
    "southeast",
    "upper",
    "lower",
    "north",
    "south",
    "east",
    "west",
];

/// Words for what a place is, behind its name or with "of" before it.
const UNITS: &[&str] = &[
    "city",
    "town",
    "village",
    "province",
    "district",
    "governorate",
    "region",
    "county",
    "prefecture",
    "municipality",
    "oblast",
    "suburb",
    "neighborhood",
    "neighbourhood",
    "island",
    "peninsula",
    "valley",
    "port",
    "department",
    "canton",
    "enclave",
    "river",
    "mountains",
    "desert",
    "delta",
];

/// Words for the land around a town, behind its name.
const AREAS: &[&str] = &["area", "areas", "zone", "sector", "pocket", "axis", "salient", "front", "corridor"];

/// Finds the names of the gazetteer in a text, in order. A name that is an ordinary word, too, is a place only behind a preposition of
/// place.
pub(crate) fn find(text: &Text<'_>, lexicon: &Lexicon) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for (_, kind, tokens) in text.blocks() {
        if matches!(kind, BlockKind::Masthead | BlockKind::Note) {
            continue;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            let next = mention_at(text, lexicon, at, kind, &tokens).map(|mention| {
                let behind = text.token_at(mention.range.end);
                found.push(mention);
                behind
            });
            at = next.unwrap_or(at + 1).max(at + 1);
        }
    }
    found
}

/// The name of a place that begins at a token. The gazetteer knows most of them; "the Rafah Crossing" is another place than Rafah.
fn mention_at(
    text: &Text<'_>,
    lexicon: &Lexicon,
    at: usize,
    kind: BlockKind,
    block: &Range<usize>,
) -> Option<PlaceMention> {
    let known = known_at(text, lexicon, at, block.start);
    let designated = designated::at(text, lexicon, at, block).filter(|_| kind != BlockKind::Heading);
    let is_other = |place: &PlaceMention| {
        let known = known.as_ref().map_or(0, |known| known.range.end);
        known == 0 || place.range.end > known && matches!(place.kind, PlaceKind::Facility | PlaceKind::Water)
    };
    designated.filter(is_other).or(known)
}

fn known_at(text: &Text<'_>, lexicon: &Lexicon, at: usize, first: usize) -> Option<PlaceMention> {
    let token = text
        .tokens()
        .get(at)
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Mixed))?;
    let start = token.range().start;
    if !text.slice(&token.range()).starts_with(|char: char| char.is_uppercase() || char.is_numeric()) {
        return None;
    }
    let found = lexicon.places.longest_at(text.reading(), start)?;
    let place = found.place;
    let before = |distance: usize| {
        at.checked_sub(distance).filter(|&before| before >= first).map_or("", |before| text.word(before))
    };
    let article = usize::from(before(1).eq_ignore_ascii_case("the"));
    let located = LOCATING.iter().any(|word| before(1 + article).eq_ignore_ascii_case(word))
        // "the city of Nice"
        || before(1) == "of" && lexicon.designators.kind(Position::Of, before(2)).is_some();
    // "Mr Lincoln", "Ann Reading": a name with a capital before it is a part of a longer one.
    let behind_name =
        before(1).starts_with(char::is_uppercase) && at > first + 1 && before(2) != "." && article == 0;
    // "Mr. Lincoln"
    let titled = lexicon.heads.is_title(before(1)) || before(1) == "." && lexicon.heads.is_title(before(2));
    if titled {
        return None;
    }
    // "the Republic" is no town; "The Hague" has the article in its name, "the Tyumen region" that of the region.
    let next = text.word(text.token_at(found.range.end.saturating_sub(1)) + 1);
    let is_district = UNITS.contains(&next) || AREAS.contains(&next);
    if article == 1 && place.kind == PlaceKind::Settlement && !is_district {
        return None;
    }
    let sure = located || !place.is_common && !behind_name;
    sure.then(|| PlaceMention {
        range: found.range.clone(),
        name: place.name.to_owned(),
        kind: place.kind,
        country: place.country,
        point: place.point,
        geonames: place.geonames,
    })
}

/// Prepositions of place.
const LOCATING: &[&str] = &[
    "in",
    "at",
    "near",
    "into",
    "outside",
    "inside",
    "around",
    "across",
    "throughout",
    "towards",
    "toward",
    "via",
    "between",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn places(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mentions = crate::mentions::find(&layout, &text, &lexicon);
        let show = |place: &PlaceMention| {
            let country = place.country.map(|country| country.to_string()).unwrap_or_default();
            format!("{} = {} {} {country}", text.slice(&place.range), place.name, place.kind)
        };
        mentions.places.iter().map(show).collect()
    }

    #[test]
    fn towns_waters_and_regions() {
        assert_eq!(
            places("Ships left Mombasa for the Gulf of Aden."),
            ["Mombasa = Mombasa settlement KEN", "Gulf of Aden = Gulf of Aden water "]
        );
    }

    #[test]
    fn of_towns_with_one_name_that_of_a_country_in_the_text() {
        assert_eq!(places("They met in Valencia."), ["Valencia = Valencia settlement VEN"]);
        assert_eq!(places("They met in Valencia, said Spain."), ["Valencia = Valencia settlement ESP"]);
    }

    #[test]
    fn the_land_around_a_town() {
        assert_eq!(places("Rebels attacked the Tyumen region."), ["Tyumen region = Tyumen settlement RUS"]);
        assert!(places("They discussed the Reading matter.").is_empty());
    }

    #[test]
    fn names_beside_a_word_for_a_place() {
        assert_eq!(
            places("They fought on Lake Karimu, near the Dorvan Crossing and in the village of Old Karimu."),
            [
                "Lake Karimu = Lake Karimu water ",
                "Dorvan Crossing = Dorvan Crossing facility ",
                "village of Old Karimu = Old Karimu settlement "
            ]
        );
        assert!(places("The Lake Peace Committee met the post of Prime Minister.").is_empty());
    }

    #[test]
    fn words_that_are_no_places() {
        assert!(
            places("Mr. Mombasa met them in March; the Republic and Reading matter were discussed.")
                .is_empty()
        );
    }
}
