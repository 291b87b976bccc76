//! Stage 3: what the text names. One finder each, one file or folder each; every mention knows its place in the reading text
//! from birth.

pub(crate) mod actors;
pub(crate) mod citations;
pub(crate) mod datelines;
pub(crate) mod dates;
pub(crate) mod instruments;
pub(crate) mod places;
pub(crate) mod quantities;
pub(crate) mod quotations;

use verbale_syntax::Trees;

use crate::document::Layout;
use crate::lexicon::{KnownActor, Lexicon};
use crate::text::Text;

/// Everything that the text names, each list in the order of the text.
#[derive(Debug)]
pub(crate) struct Mentions {
    pub(crate) actors: Vec<actors::ActorMention>,
    /// Actors that no list holds; see [`Mentions::actor`].
    pub(crate) local_actors: Vec<KnownActor>,
    pub(crate) citations: Vec<citations::CitationMention>,
    /// What stands before the first words of a report.
    pub(crate) datelines: Vec<datelines::Dateline>,
    pub(crate) dates: Vec<dates::DateMention>,
    pub(crate) durations: Vec<dates::DurationMention>,
    pub(crate) instruments: Vec<instruments::InstrumentMention>,
    /// Places that are no country or seat of government.
    pub(crate) places: Vec<places::PlaceMention>,
    pub(crate) quantities: Vec<quantities::QuantityMention>,
    pub(crate) quotations: quotations::Quotations,
    /// The trees of the sentences that may report something.
    pub(crate) trees: Trees,
}

impl Mentions {
    /// The actor of an index: one of the lexicon, or one of this document.
    pub(crate) fn actor<'a>(&'a self, lexicon: &'a Lexicon, index: usize) -> Option<&'a KnownActor> {
        match index.checked_sub(lexicon.actors.len()) {
            None => lexicon.actors.get(index),
            Some(local) => self.local_actors.get(local),
        }
    }
}

/// Finds what the text names.
pub(crate) fn find(layout: &Layout, text: &Text<'_>, lexicon: &Lexicon) -> Mentions {
    let citations = citations::find(layout, text);
    let dates::Times { dates, durations } = lexicon.times.find(layout, text, lexicon);
    let quotations = quotations::find(layout, text);
    let instruments = instruments::find(text, &lexicon.documents, &quotations);
    let others = dates.iter().map(|date| date.range.clone());
    let others = others.chain(instruments.iter().map(|instrument| instrument.range.clone()));
    let mut others: Vec<_> =
        others.chain(citations.iter().filter_map(|citation| citation.range.clone())).collect();
    others.sort_by_key(|range| (range.start, range.end));
    let datelines = datelines::find(text, &dates);
    let ships = actors::ships(text, lexicon, &others);
    let others = actors::Others {
        ships,
        ranges: others,
        treaties: instruments.iter().filter_map(instruments::InstrumentMention::known_name).collect(),
        datelines: datelines.iter().map(|line| line.range.clone()).collect(),
        dates: dates.iter().map(|date| date.range.clone()).collect(),
        places: places::find(text, lexicon),
    };
    let found = actors::find(text, lexicon, &others);
    let actors::Actors { mentions: actors, local: local_actors, places, trees } = found;
    let taken = citations.iter().filter_map(|citation| citation.range.clone());
    let taken = taken.chain(dates.iter().flat_map(|date| match &date.counted {
        // "two weeks" of "two weeks later" is a quantity.
        Some(counted) => [date.range.start..counted.start, counted.end..date.range.end],
        None => [date.range.clone(), 0..0],
    }));
    let taken = taken.chain(instruments.iter().flat_map(|instrument| instrument.number_range.clone()));
    let taken = taken.chain(actors.iter().map(|actor| actor.range.clone()));
    let mut taken: Vec<_> = taken.filter(|range| !range.is_empty()).collect();
    taken.sort_by_key(|range| (range.start, range.end));
    // "both sides" are several actors in one place.
    taken.dedup();
    let quantities = quantities::find(text, &lexicon.numbers, &taken);
    Mentions {
        actors,
        local_actors,
        citations,
        datelines,
        dates,
        durations,
        instruments,
        places,
        quantities,
        quotations,
        trees,
    }
}
