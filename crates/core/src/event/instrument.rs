//! The documents that diplomacy is made of, and their fate.

use crate::id::ActorId;
use crate::span::Span;
use crate::validate::{Check, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What sort of document.
    pub enum InstrumentKind {
        /// A resolution of a body.
        Resolution = "resolution",
        /// A draft of one.
        DraftResolution = "draft_resolution",
        /// A statement.
        Statement = "statement",
        /// A draft of one.
        DraftStatement = "draft_statement",
        /// A statement by the president of a body.
        PresidentialStatement = "presidential_statement",
        /// A statement to the press.
        PressStatement = "press_statement",
        /// A statement by several parties.
        JointStatement = "joint_statement",
        /// A declaration.
        Declaration = "declaration",
        /// A treaty, convention, charter, pact or protocol.
        Treaty = "treaty",
        /// An agreement, accord or deal.
        Agreement = "agreement",
        /// A contract.
        Contract = "contract",
        /// A letter of intent or memorandum of understanding.
        LetterOfIntent = "letter_of_intent",
        /// The mandate of a mission.
        Mandate = "mandate",
        /// A document on partnership.
        PartnershipDocument = "partnership_document",
        /// A recommendation.
        Recommendation = "recommendation",
        /// An offer.
        Offer = "offer",
        /// A law, act or decree.
        Law = "law",
        /// A report.
        Report = "report",
        /// None of these.
        Other = "other",
    }
}

vocabulary! {
    /// What became of the document.
    pub enum InstrumentStatus {
        /// Adopted.
        Adopted = "adopted",
        /// Put forward and not adopted.
        NotAdopted = "not_adopted",
        /// Work on it came to a halt.
        Stalled = "stalled",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Vetoed or otherwise prevented.
        Blocked = "blocked",
        /// Adopted or kept with less force.
        Weakened = "weakened",
        /// Not yet decided.
        Pending = "pending",
        /// Signed.
        Signed = "signed",
        /// In force.
        InForce = "in_force",
        /// Put forward.
        Proposed = "proposed",
        /// The text does not say.
        Unknown = "unknown",
    }
}

part! {
    /// The document that an event is about.
    #[derive(Eq)]
    pub struct Instrument {
        /// What sort of document.
        pub kind: InstrumentKind,
        /// The quoted title, or else the proper name: `Treaty of Lausanne`; without line breaks.
        pub title: Option<String>,
        /// The number: `822`; of several documents all numbers: `822, 853, 874`.
        pub number: Option<String>,
        /// The body that issues it.
        pub body: Option<ActorId>,
        /// What became of it.
        pub status: InstrumentStatus,
        /// The words that name it.
        pub span: Span,
    }
}

impl Rules for Instrument {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        for (field, text) in [("title", seen.title), ("number", seen.number)] {
            check.not_empty(field, text.and_then(Option::as_ref));
        }
    }
}
