//! Who says that an event happened, and how it is put.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::id::{ActorId, IdError};
use crate::span::Span;
use crate::validate::{Check, Part, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a source puts what it says.
    pub enum Certainty {
        /// Stated as a fact.
        Asserted = "asserted",
        /// Claimed, and marked as a claim.
        Alleged = "alleged",
        /// Denied by the source.
        Denied = "denied",
        /// Two sources differ.
        Disputed = "disputed",
        /// Put as a guess.
        Speculated = "speculated",
    }
}

/// Who says so: the document in its own voice, or an actor whom it cites. JSON writes `"document"` or the actor's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The document's own voice.
    Document,
    /// An actor whom the document cites.
    Actor(ActorId),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.pad("document"),
            Self::Actor(id) => id.fmt(f),
        }
    }
}

impl FromStr for Source {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if text == "document" { Ok(Self::Document) } else { text.parse().map(Self::Actor) }
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Source {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Source".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "`document` for the document's own voice, or the id of the actor who says so.",
            "pattern": "^(document|a[1-9][0-9]*)$",
        })
    }
}

impl Part for Source {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        match check.string(value)?.parse::<Self>() {
            Ok(source) => {
                source.check(check);
                Some(source)
            }
            Err(error) => {
                check.problem(
                    ProblemCode::BadId,
                    format!("{error}; or `document` for the document's own voice"),
                );
                None
            }
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        if let Self::Actor(id) = self {
            id.check(check);
        }
    }
}

part! {
    /// Who says so, and how it is put.
    #[derive(Eq)]
    pub struct Attribution {
        /// Who says so.
        pub source: Source,
        /// How it is put.
        pub certainty: Certainty,
        /// The words that show it: "according to", "allegedly"; `null` where the document just states it.
        pub cue: Option<Span>,
    }
}

impl Attribution {
    /// The document states it in its own voice.
    pub const fn own_voice() -> Self {
        Self { source: Source::Document, certainty: Certainty::Asserted, cue: None }
    }
}

impl Rules for Attribution {}
