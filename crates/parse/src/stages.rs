//! The run of a text through the stages, and what each of them made of it.

use crate::discourse::tables::Table;
use crate::discourse::{self, Discourse};
use crate::document::{self, Layout};
use crate::events::{self, Events};
use crate::extractor::{ExtractError, Metadata};
use crate::lexicon::Lexicon;
use crate::mentions::{self, Mentions};
use crate::text::Text;

/// What the stages made of one text.
pub(crate) struct Run<'t> {
    pub(crate) source: &'t str,
    pub(crate) metadata: &'t Metadata,
    pub(crate) lexicon: &'t Lexicon,
    pub(crate) layout: &'t Layout,
    pub(crate) text: Text<'t>,
    pub(crate) mentions: Mentions,
    pub(crate) events: Events,
    pub(crate) tables: Vec<Table>,
    pub(crate) discourse: Discourse,
}

/// Runs all stages and hands what they made to `done`.
pub(crate) fn run<T>(
    source: &str,
    metadata: &Metadata,
    lexicon: &Lexicon,
    done: impl FnOnce(Run<'_>) -> T,
) -> Result<T, ExtractError> {
    if u32::try_from(source.len()).is_err() {
        return Err(ExtractError::TooLong(source.len()));
    }
    for (field, given) in [("id", &metadata.id), ("title", &metadata.title)] {
        if given.as_ref().is_some_and(|given| given.trim().is_empty()) {
            return Err(ExtractError::Blank(field));
        }
    }
    let layout = document::read(source);
    let text = Text::of(&layout, &lexicon.splitter);
    let mut mentions = mentions::find(&layout, &text, lexicon);
    let mut events = events::find(&text, &mut mentions, lexicon);
    discourse::lead_ins::govern(&layout, &text, &mentions, lexicon, &mut events.drafts);
    discourse::demands::tell(&layout, &text, &mentions, lexicon, &mut events.drafts);
    discourse::outlooks::settle(&layout, &text, &mentions, lexicon, &mut events.drafts);
    discourse::fragments::tell(&layout, &text, &mentions, lexicon, &mut events);
    discourse::dash_fields::attach(&layout, &text, &mentions, lexicon, &mut events.drafts);
    let tables = discourse::tables::read(&layout, &text, &mut mentions, lexicon, &mut events.drafts);
    discourse::fates::settle(&text, &mentions, lexicon, &mut events.drafts);
    let discourse = discourse::settle(&layout, &text, &mentions, lexicon, &mut events, metadata);
    Ok(done(Run { source, metadata, lexicon, layout: &layout, text, mentions, events, tables, discourse }))
}
