//! Citations: footnotes, numbered references and links, with what they point to.

use crate::date::Date;
use crate::id::EventId;
use crate::span::Span;
use crate::validate::{Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What sort of marker.
    pub enum CitationKind {
        /// A raised number or sign that points to a note.
        Footnote = "footnote",
        /// A number in brackets that points to a list of references.
        Reference = "reference",
        /// A link in the running text.
        Link = "link",
    }
}

part! {
    /// A marker in the text that points to a source.
    pub struct Citation {
        /// The marker.
        pub span: Span,
        /// What sort of marker.
        pub kind: CitationKind,
        /// The numbers that it holds: 1 and 18 in "(1, 18)"; empty for a link or a sign such as `*`.
        pub numbers: Vec<u32>,
        /// The place within the source: "p. 420".
        pub locator: Option<String>,
        /// The note or the entry in the list of references, without its number; the first one of several.
        pub target: Option<Span>,
        /// The address that the note gives; that of the note it repeats for an "ibid".
        pub url: Option<String>,
        /// The title that the note gives.
        pub title: Option<String>,
        /// The date that the note gives; one of the record's dates.
        pub published: Option<Date>,
        /// The number of the note that an "ibid" or "op. cit." repeats.
        pub same_as: Option<u32>,
        /// The events whose clause or sentence it supports.
        pub events: Vec<EventId>,
    }
}

// `same_as` may be one of `numbers`: notes may be numbered anew on each page, so that the first note of one repeats a note of the
// same number, and a marker may hold both the note and the one that it repeats.
impl Rules for Citation {}
