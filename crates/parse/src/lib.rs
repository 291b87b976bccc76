//! Reads diplomatic and conflict texts into [records](verbale_core::Record): offline, the same answer every time, every value
//! tied to the words that it was read from.
//!
//! ```
//! let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty in Washington.")?;
//! let event = &record.events()[0];
//! assert_eq!(event.kind.as_str(), "signature");
//! assert_eq!(event.date.as_ref().unwrap().edtf().to_string(), "1979-03-26");
//! assert_eq!(event.trigger.quote(), "signed");
//! # Ok::<(), verbale_parse::ExtractError>(())
//! ```
//!
//! [`extract`] is the short form; [`Extractor`] takes options and reads many texts. A text goes through numbered stages, each a
//! function on what the one before made, each in the folder of its name:
//!
//! 1. [`document`] finds head, sections, paragraphs, lists and notes, and makes a reading text aligned with the source;
//! 2. `text` splits it into sentences and words;
//! 3. `mentions` finds what the text names: dates, quantities, places, actors, instruments, quotations, citations;
//! 4. `events` matches frames over the tree of each sentence: who takes part, whether it happened, who says so, who speaks;
//! 5. `discourse` settles what crosses the sentence: lead-ins, what became of drafts, missing years, dates counted from others, kinds
//!    of quotations, loaded words;
//! 6. `record` makes the record of it.
//!
//! What the crate knows about the world stands in `data/`, in files that people can read; a user's own folder of the same layout
//! extends them ([`ExtractorBuilder::lexicon`]).

#[doc(hidden)]
pub mod bench;
mod discourse;
pub mod document;
mod events;
mod explain;
mod extractor;
mod lexicon;
mod mentions;
mod record;
mod stages;
mod text;

/// The programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use extractor::{ExtractError, Extractor, ExtractorBuilder, Metadata, extract};
pub use lexicon::{LexiconError, frames_schema, lexicon_files};
pub use verbale_core as core;
