//! Stage 5: what crosses the sentence. Missing years, lead-ins that govern their list, why something is quoted and by whom.

pub(crate) mod dates;
pub(crate) mod fates;
pub(crate) mod lead_ins;
pub(crate) mod quotations;

use crate::document::Layout;
use crate::events::EventDraft;
use crate::extractor::Metadata;
use crate::mentions::Mentions;
use crate::text::Text;

/// What the document as a whole makes of its mentions and events.
#[derive(Debug)]
pub(crate) struct Discourse {
    /// The value of each date mention.
    pub(crate) dates: Vec<dates::SettledDate>,
    /// The date of each event, by its place among the date mentions.
    pub(crate) event_dates: Vec<Option<usize>>,
    /// The kind and speaker of each quotation.
    pub(crate) quotations: Vec<quotations::SettledQuotation>,
}

/// Settles what a sentence alone leaves open.
pub(crate) fn settle(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    events: &[EventDraft],
    metadata: &Metadata,
) -> Discourse {
    let dates = dates::settle(layout, text, &mentions.dates, &mentions.quotations.ranges, metadata);
    let event_dates =
        events.iter().map(|event| dates::of_event(layout, text, &mentions.dates, &dates, event)).collect();
    let quotations = quotations::settle(text, mentions);
    Discourse { dates, event_dates, quotations }
}
