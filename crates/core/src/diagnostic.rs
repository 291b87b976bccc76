//! Diagnostics: what was seen but not understood, and why.

use crate::span::Span;
use crate::validate::{Check, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How much a diagnostic matters.
    pub enum Severity {
        /// Worth knowing.
        Info = "info",
        /// Something in the record may be missing or wrong because of it.
        Warning = "warning",
    }
}

vocabulary! {
    /// The closed list of diagnostics.
    pub enum DiagnosticCode {
        /// A date can be read in two ways, and the text does not settle which.
        AmbiguousDate = "ambiguous-date",
        /// A date lacks its year or month, and the text has none to take it from.
        UnresolvedDate = "unresolved-date",
        /// The text says that a date is one of the old style, that is of the Julian calendar; it is left as it is written.
        OldStyleDate = "old-style-date",
        /// Words that name an actor, but which one is not clear.
        UnresolvedActor = "unresolved-actor",
        /// A footnote or reference without note.
        DanglingFootnote = "dangling-footnote",
        /// A note to which nothing points.
        UnusedNote = "unused-note",
        /// An "ibid" with nothing before it.
        DanglingIbid = "dangling-ibid",
        /// A quotation without its closing mark.
        UnclosedQuotation = "unclosed-quotation",
        /// Two sources give different numbers for the same thing.
        ConflictingQuantity = "conflicting-quantity",
    }
}

part! {
    /// Something that was seen but not understood.
    #[derive(Eq)]
    pub struct Diagnostic {
        /// Which sort: stable, for programs.
        pub code: DiagnosticCode,
        /// What was seen and what is missing, for people.
        pub message: String,
        /// Where.
        pub span: Span,
        /// How much it matters.
        pub severity: Severity,
    }
}

impl Rules for Diagnostic {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("message", seen.message);
    }
}
