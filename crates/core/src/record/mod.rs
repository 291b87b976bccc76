//! The record: everything that was read from one document, free of contradiction.

mod cycles;
mod known;
#[cfg(test)]
mod tests;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;

use crate::actor::Actor;
use crate::citation::Citation;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::event::Event;
use crate::framing::Framing;
use crate::place::Place;
use crate::quantity::Quantity;
use crate::quotation::Quotation;
use crate::span::TextIndex;
use crate::validate::{Check, Known, Part, Problem, ProblemCode, Rules, ValidationError, part};

/// The version of the contract that this crate reads and writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Format;

impl Format {
    /// The word in JSON.
    pub const NAME: &'static str = "verbale/1";
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

impl JsonSchema for Format {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": Self::NAME, "description": "Version of the contract." })
    }
}

impl Part for Format {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        let name = check.string(value)?;
        if name != Self::NAME {
            check.problem(
                ProblemCode::UnsupportedFormat,
                format!("expected `{}`, found `{name}`", Self::NAME),
            );
        }
        Some(Self)
    }

    fn check(&self, _: &mut Check<'_>) {}
}

part! {
    /// The fields of a record, open to change: build one, then turn it into a [`Record`] with [`Record::new`].
    #[schemars(rename = "Record")]
    pub struct RecordDraft {
        /// Version of the contract.
        pub format: Format,
        /// What was read.
        pub document: Document,
        /// Every actor mentioned, once each.
        pub actors: Vec<Actor>,
        /// Every place mentioned, once each.
        pub places: Vec<Place>,
        /// Every temporal expression that names a calendar time, in order.
        pub dates: Vec<Date>,
        /// Every number that counts or measures something, in order.
        pub quantities: Vec<Quantity>,
        /// The events, in the order in which the text reports them.
        pub events: Vec<Event>,
        /// Speech, titles, terms and scare quotes, in order.
        pub quotations: Vec<Quotation>,
        /// Footnotes, numbered references and links, in order.
        pub citations: Vec<Citation>,
        /// Loaded and hedging language, in order.
        pub framing: Vec<Framing>,
        /// What was seen but not understood, in order.
        pub diagnostics: Vec<Diagnostic>,
    }
}

// What must hold between parts is asked where each part stands, with the help of what is `Known` of the others.
impl Rules for RecordDraft {}

/// Everything that was read from one document.
///
/// A record that contradicts itself cannot be built, in memory or from JSON: every span cuts its quote out of the text, every
/// id names something, every date agrees with its bounds. A record cannot be changed; take its [draft](Self::into_draft), change
/// that, and build a new record.
///
/// ```
/// use verbale_core::Record;
///
/// let error = Record::from_json(r#"{"format": "verbale/0"}"#).unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!((problem.code.as_str(), problem.path.as_str()), ("unsupported-format", "format"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Record(RecordDraft);

macro_rules! getters {
    ($($(#[$meta:meta])* $field:ident: $type:ty,)+) => {
        impl Record {
            $($(#[$meta])* pub fn $field(&self) -> &$type { &self.0.$field })+
        }
    };
}

getters! {
    /// What was read.
    document: Document,
    /// Every actor mentioned, once each.
    actors: [Actor],
    /// Every place mentioned, once each.
    places: [Place],
    /// Every temporal expression that names a calendar time, in order.
    dates: [Date],
    /// Every number that counts or measures something, in order.
    quantities: [Quantity],
    /// The events, in the order in which the text reports them.
    events: [Event],
    /// Speech, titles, terms and scare quotes, in order.
    quotations: [Quotation],
    /// Footnotes, numbered references and links, in order.
    citations: [Citation],
    /// Loaded and hedging language, in order.
    framing: [Framing],
    /// What was seen but not understood, in order.
    diagnostics: [Diagnostic],
}

impl Record {
    /// Builds a record from its draft and the text that it was made from.
    ///
    /// # Errors
    /// Names every contradiction in the draft, and between the draft and the text.
    pub fn new(draft: RecordDraft, text: &str) -> Result<Self, ValidationError> {
        let problems = draft.problems(Some(TextIndex::new(text)));
        ValidationError::new(problems).map_or(Ok(Self(draft)), Err)
    }

    /// Reads a record from JSON. Its spans are compared with each other, since the text is not at hand;
    /// see [`verify`](Self::verify).
    ///
    /// # Errors
    /// Names everything that is wrong.
    pub fn from_json(json: &str) -> Result<Self, ValidationError> {
        match serde_json::from_str(json) {
            Ok(value) => Self::from_value(&value),
            Err(error) => Err(invalid_json(&error)),
        }
    }

    /// Reads a record from a JSON value, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// Names everything that is wrong.
    pub fn from_value(value: &Value) -> Result<Self, ValidationError> {
        let mut check = Check::new(Known::of_value(value), None);
        let draft = RecordDraft::read(value, &mut check);
        match (draft, ValidationError::new(check.finish())) {
            (Some(draft), None) => Ok(Self(draft)),
            (_, Some(error)) => Err(error),
            // A part that cannot be read reports why; this is for the case that one forgets to.
            (None, None) => {
                Err(ValidationError::from_problem(ProblemCode::WrongType, "the record cannot be read"))
            }
        }
    }

    /// Checks that the record was made from this text: length, checksum, and every quote.
    ///
    /// # Errors
    /// Names every difference.
    pub fn verify(&self, text: &str) -> Result<(), ValidationError> {
        ValidationError::new(self.0.problems(Some(TextIndex::new(text)))).map_or(Ok(()), Err)
    }

    /// The record as JSON on one line. Equal records give equal bytes.
    ///
    /// # Errors
    /// None that a valid record can cause: its numbers and strings all have a form in JSON.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// The record as indented JSON. Equal records give equal bytes.
    ///
    /// # Errors
    /// As for [`to_json`](Self::to_json).
    pub fn to_json_pretty(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }

    /// The fields, open to change.
    pub fn into_draft(self) -> RecordDraft {
        self.0
    }
}

impl RecordDraft {
    fn problems(&self, text: Option<TextIndex<'_>>) -> Vec<Problem> {
        let mut check = Check::new(Known::of_draft(self), text);
        self.check(&mut check);
        check.finish()
    }
}

impl TryFrom<&Value> for Record {
    type Error = ValidationError;

    fn try_from(value: &Value) -> Result<Self, ValidationError> {
        Self::from_value(value)
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_value(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl JsonSchema for Record {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Record".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = RecordDraft::json_schema(generator);
        schema.insert("description".to_owned(), "Everything that was read from one document.".into());
        schema
    }
}

fn invalid_json(error: &serde_json::Error) -> ValidationError {
    ValidationError::from_problem(ProblemCode::InvalidJson, &format!("not JSON: {error}"))
}
