//! Framing: loaded and hedging language, where it stands.

use crate::id::{ActorId, EventId};
use crate::span::Span;
use crate::validate::{Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What the words do.
    pub enum FramingKind {
        /// They leave open whether something is so: "alleged".
        Hedge = "hedge",
        /// They keep a name at a distance: "so-called", scare quotes.
        Distancing = "distancing",
        /// They condemn.
        Condemnation = "condemnation",
        /// They praise.
        Praise = "praise",
        /// They name a culprit.
        CausalBlame = "causal_blame",
    }
}

part! {
    /// Loaded or hedging words.
    #[derive(Eq)]
    pub struct Framing {
        /// The words.
        pub span: Span,
        /// What they do.
        pub kind: FramingKind,
        /// Whom they are about.
        pub toward: Option<ActorId>,
        /// The event that they frame.
        pub event: Option<EventId>,
    }
}

impl Rules for Framing {}
