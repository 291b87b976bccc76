//! Stage 5: what crosses the sentence: lead-ins that govern their list, items without a verb or with a demand, the rows of tables, what
//! became of proposed documents, missing years and dates counted from others, the date of each event, how events relate, why something is
//! quoted, and what loaded words are about.

pub(crate) mod dash_fields;
pub(crate) mod dates;
pub(crate) mod demands;
pub(crate) mod fates;
pub(crate) mod fragments;
pub(crate) mod framing;
pub(crate) mod lead_ins;
pub(crate) mod outlooks;
pub(crate) mod quotations;
pub(crate) mod relations;
pub(crate) mod tables;

use crate::document::Layout;
use crate::events::{EventDraft, Events};
use crate::extractor::Metadata;
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::Text;

/// What the document as a whole makes of its mentions and events.
#[derive(Debug)]
pub(crate) struct Discourse {
    /// The value of each date mention.
    pub(crate) dates: Vec<dates::SettledDate>,
    /// The date of each event, by its place among the date mentions.
    pub(crate) event_dates: Vec<Option<usize>>,
    /// How the events relate, and which tell of one happening.
    pub(crate) relations: relations::Relations,
    /// What each quotation is.
    pub(crate) quotations: Vec<quotations::SettledQuotation>,
    /// Loaded and hedging words, in order.
    pub(crate) framing: Vec<framing::SettledFraming>,
}

/// Settles dates, relations, quotations and loaded words, which a sentence alone leaves open, once [`lead_ins`], [`demands`],
/// [`outlooks`], [`fragments`], [`tables`] and [`fates`] have settled the events.
pub(crate) fn settle(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut Events,
    metadata: &Metadata,
) -> Discourse {
    let dates = dates::settle(
        layout,
        text,
        &mentions.dates,
        &mentions.datelines,
        &mentions.quotations.ranges,
        metadata,
    );
    let date_of = |event: &EventDraft| {
        let kind = lexicon.frames.get(event.frame).map(|frame| frame.kind);
        dates::of_event(layout, text, mentions, &dates, event, kind)
    };
    let mut event_dates: Vec<_> = events.drafts.iter().map(date_of).collect();
    let relations =
        relations::settle(layout, text, mentions, lexicon, &mut events.drafts, &dates, &mut event_dates);
    let quotations = quotations::settle(text, mentions, lexicon, events, &event_dates);
    let framing = framing::settle(text, mentions, lexicon, &events.drafts, &quotations);
    Discourse { dates, event_dates, relations, quotations, framing }
}
