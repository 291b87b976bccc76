//! Stage 3: what the text names. One finder each, one file or folder each; every mention knows its place in the reading text
//! from birth.

pub(crate) mod actors;
pub(crate) mod citations;
pub(crate) mod dates;
pub(crate) mod instruments;
pub(crate) mod quantities;
pub(crate) mod quotations;

use crate::document::Layout;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// Everything that the text names, each list in the order of the text.
#[derive(Debug)]
pub(crate) struct Mentions {
    pub(crate) actors: Vec<actors::ActorMention>,
    pub(crate) citations: Vec<citations::CitationMention>,
    pub(crate) dates: Vec<dates::DateMention>,
    pub(crate) instruments: Vec<instruments::InstrumentMention>,
    pub(crate) quantities: Vec<quantities::QuantityMention>,
    pub(crate) quotations: quotations::Quotations,
}

/// Finds what the text names.
pub(crate) fn find(layout: &Layout, text: &Text<'_>, lexicon: &Lexicon) -> Mentions {
    let citations = citations::find(layout, text);
    let dates = dates::find(layout, text);
    let actors = actors::find(text, lexicon);
    let instruments = instruments::find(text);
    let quotations = quotations::find(layout, text);
    let taken = citations.iter().filter_map(|citation| citation.range.clone());
    let taken = taken.chain(dates.iter().map(|date| date.range.clone()));
    let taken = taken.chain(instruments.iter().flat_map(|instrument| instrument.number_range.clone()));
    let taken = taken.chain(actors.iter().map(|actor| actor.range.clone()));
    let mut taken: Vec<_> = taken.collect();
    taken.sort_by_key(|range| (range.start, range.end));
    let quantities = quantities::find(text, &taken);
    Mentions { actors, citations, dates, instruments, quantities, quotations }
}
