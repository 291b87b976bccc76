//! Quotations: what stands between quotation marks.

use crate::date::Date;
use crate::id::{ActorId, EventId};
use crate::span::Span;
use crate::validate::{Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why words are put between quotation marks.
    pub enum QuotationKind {
        /// Somebody's words.
        Speech = "speech",
        /// The title of a document, book or programme.
        Title = "title",
        /// A name or technical term.
        Term = "term",
        /// Words that the author keeps at a distance.
        Scare = "scare",
    }
}

part! {
    /// A stretch of text between quotation marks.
    pub struct Quotation {
        /// The words between the marks, without them.
        pub span: Span,
        /// Why they are quoted.
        pub kind: QuotationKind,
        /// Whose words they are.
        pub speaker: Option<ActorId>,
        /// When they were said; one of the record's dates.
        pub date: Option<Date>,
        /// The event that reports them.
        pub event: Option<EventId>,
    }
}

impl Rules for Quotation {}
