//! Frames as they are written in a file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use verbale_core::{Context, EventKind, InstrumentStatus, PloverMode, PloverType, Role, Status};

use super::schema;

/// A file of event frames: which words name which kind of event, and what the words around them do in it. The head of `talk.toml` says
/// how to write one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Frames")]
pub(super) struct FrameFile {
    /// The frames of the file.
    #[schemars(with = "Vec<FrameEntry>")]
    pub(super) frame: Vec<toml::Spanned<FrameEntry>>,
}

/// A frame as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Frame")]
pub(super) struct FrameEntry {
    /// In kebab-case, unique in its file; with the name of the file the rule of a record: `talk/meet`.
    #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
    pub(super) id: String,
    /// The kind of event.
    pub(super) kind: EventKind,
    /// The type of the PLOVER codebook; left out where it has none.
    pub(super) plover: Option<PloverType>,
    /// The mode of that type.
    pub(super) mode: Option<PloverMode>,
    /// PLOVER contexts.
    #[serde(default)]
    pub(super) contexts: Vec<Context>,
    /// Verbs in their base form, with particle, preposition and object, without articles: "call on", "impose sanction".
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    /// Nouns in the singular, with the words that follow each other.
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    /// Modal verbs that demand what somebody says: "must".
    #[serde(default)]
    pub(super) modals: Vec<String>,
    /// Who is what: the role of each slot.
    #[serde(default)]
    #[schemars(schema_with = "schema::table::<Slot, Role>")]
    pub(super) slots: BTreeMap<Slot, Role>,
    /// Roles without which the words mean something else.
    #[serde(default)]
    pub(super) needs: Vec<Role>,
    /// Whether a verb with an object that is nobody means something else.
    #[serde(default)]
    pub(super) object_is_actor: bool,
    /// Whether the object of a verb must be a person or persons.
    #[serde(default)]
    pub(super) object_is_person: bool,
    /// Whether a verb must have a clause that tells of no event: "said that the war was lost".
    #[serde(default)]
    pub(super) clause_is_bare: bool,
    /// Whether a person who stands before a noun of the frame is the one it is done to: "Mandela's arrest".
    #[serde(default)]
    pub(super) befalls_possessor: bool,
    /// Whether who stands behind "with" or "by" of a verb must be somebody: not "met with resistance".
    #[serde(default)]
    pub(super) with_is_actor: bool,
    /// Whether the subject of a verb must be a place that can be taken: "the town fell", but not "the town fell into chaos".
    #[serde(default)]
    pub(super) subject_is_place: bool,
    /// Whether a verb whose object has a complement means something else: "called the envoy a spy".
    #[serde(default)]
    pub(super) no_complement: bool,
    /// Whether the object of a verb must be a person who is an actor, an official, or a delegation.
    #[serde(default)]
    pub(super) object_is_envoy: bool,
    /// Whether the subject of a verb must be a state or one of its bodies.
    #[serde(default)]
    pub(super) subject_is_official: bool,
    /// Whether a verb must carry words in quotation marks.
    #[serde(default)]
    pub(super) object_is_quotation: bool,
    /// Whether what a verb calls somebody or something must stand in quotation marks.
    #[serde(default)]
    pub(super) complement_is_quotation: bool,
    /// Whether the subject of a verb must be armed forces or fighters.
    #[serde(default)]
    pub(super) subject_is_forces: bool,
    /// Whether the subject of a verb must be peacekeepers, observers or monitors.
    #[serde(default)]
    pub(super) subject_is_peacekeepers: bool,
    /// Whether the object of a verb must be the name of a place.
    #[serde(default)]
    pub(super) object_is_place: bool,
    /// Whether the object of a verb must be a body: an organisation, a mission, a force, a party.
    #[serde(default)]
    pub(super) object_is_body: bool,
    /// Whether the subject of a verb must be a body: an organisation, a mission, a force, a party.
    #[serde(default)]
    pub(super) subject_is_body: bool,
    /// Whether who has the part `forum` must be an organisation or one of its bodies: "the exit from the union", not "from Kenya".
    #[serde(default)]
    pub(super) forum_is_body: bool,
    /// Whether what stands behind "of" a noun must be a place: "the fall of Nairobi", but not "the fall of prices".
    #[serde(default)]
    pub(super) of_is_place: bool,
    /// Whether the object of a verb must be a state: "charged Kenya with aggression".
    #[serde(default)]
    pub(super) object_is_state: bool,
    /// Whether the object of a verb must be arms: weapons, missiles, ammunition.
    #[serde(default)]
    pub(super) object_is_arms: bool,
    /// Whether the subject of a verb must be a court or tribunal, or one of its judges.
    #[serde(default)]
    pub(super) subject_is_court: bool,
    /// Whether the object of a verb must be a ship: "sent the frigate", "sent the survey ship Tana".
    #[serde(default)]
    pub(super) object_is_vessel: bool,
    /// Whether the subject of a verb must be what is fired or fires: missiles, shells, drones, guns.
    #[serde(default)]
    pub(super) subject_is_fire: bool,
    /// Whether a verb with an object of any sort means something else.
    #[serde(default)]
    pub(super) intransitive: bool,
    /// Whether a verb needs an object to mean this.
    #[serde(default)]
    pub(super) transitive: bool,
    /// Whether the object of a verb must be a document.
    #[serde(default)]
    pub(super) object_is_document: bool,
    /// Whether the subject of a verb must be a document.
    #[serde(default)]
    pub(super) subject_is_document: bool,
    /// Whether the subject of a verb must be a person who is an actor, or a delegation.
    #[serde(default)]
    pub(super) subject_is_envoy: bool,
    /// Whether a verb must have a clause that says what should be: "that Kenya withdraw".
    #[serde(default)]
    pub(super) clause_is_wish: bool,
    /// Whether the words need goods, forces or money beside them to mean this.
    #[serde(default)]
    pub(super) object_is_item: bool,
    /// Whether the event is about a document.
    #[serde(default)]
    pub(super) instrument: bool,
    /// What becomes of that document if the event comes about.
    pub(super) instrument_status: Option<InstrumentStatus>,
    /// What holds where nothing in the sentence says so; left out: `occurred`.
    pub(super) status: Option<Status>,
    /// Sentences with their reading, run by the tests.
    #[schemars(length(min = 1))]
    pub(super) example: Vec<Example>,
}

/// An example sentence with its expected reading; the tests run it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), allow(dead_code, reason = "examples are for readers and for the tests"))]
pub(crate) struct Example {
    /// The sentence.
    pub(crate) text: String,
    /// The words that name the event.
    pub(crate) trigger: String,
    /// Names of the actors by role.
    #[serde(default)]
    #[schemars(schema_with = "schema::table::<Role, Vec<String>>")]
    pub(crate) participants: BTreeMap<Role, Vec<String>>,
    /// The status, where it is not `occurred`.
    pub(crate) status: Option<Status>,
}

/// What the words around a trigger are to it; what is not explained is a preposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Slot {
    /// The subject of the active verb; the agent of a passive one.
    Subject,
    /// The object of the active verb; the subject of a passive one.
    Object,
    /// Who stands before a noun: "Kenya's request", "the Kenyan request".
    Possessor,
    /// The subject of the clause behind the trigger: "demanded that Kenya leave".
    Clause,
    About,
    Against,
    At,
    /// Also "among".
    Between,
    Before,
    By,
    Despite,
    /// Also whom a deed is to help: "sent troops to help Kenya".
    For,
    From,
    /// Also "inside".
    In,
    Into,
    Of,
    /// Also "upon".
    On,
    Over,
    Through,
    /// Also the first of two objects: "gave Kenya aid".
    To,
    /// Also "towards".
    Toward,
    Under,
    With,
    Within,
}

impl Slot {
    /// The slot of a preposition.
    pub(crate) fn of_preposition(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "about" => Self::About,
            "against" => Self::Against,
            "at" => Self::At,
            "between" | "among" => Self::Between,
            "before" => Self::Before,
            "by" => Self::By,
            "despite" => Self::Despite,
            "for" => Self::For,
            "from" => Self::From,
            "in" | "inside" => Self::In,
            "into" => Self::Into,
            "of" => Self::Of,
            "on" | "upon" => Self::On,
            "over" => Self::Over,
            "through" => Self::Through,
            "to" => Self::To,
            "toward" | "towards" => Self::Toward,
            "under" => Self::Under,
            "with" => Self::With,
            "within" => Self::Within,
            _ => return None,
        })
    }
}
