//! Identifiers that are stable within one record: a letter for the kind of thing and a number from 1.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;

use crate::validate::{Check, Part, ProblemCode};

/// A string that is not an identifier of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {expected} id: expected `{letter}` and a number from 1, as in `{letter}7`")]
pub struct IdError {
    /// What was read.
    pub found: String,
    expected: &'static str,
    letter: char,
}

/// The number of an id with that letter; `None` for what is no such id.
pub(crate) fn number(text: &str, letter: char) -> Option<u32> {
    let digits = text.strip_prefix(letter)?;
    let canonical = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    if canonical { digits.parse().ok() } else { None }
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $letter:literal, $what:literal, $known:ident, $dangling:ident) => {
        $(#[$meta])*
        ///
        /// Ids order by number; JSON writes the letter and the number.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the thing at `index`, counted from 0, in its list.
            pub const fn from_index(index: usize) -> Self {
                // A document with four thousand million actors does not fit in memory; saturating keeps this total.
                Self(if index >= u32::MAX as usize { u32::MAX } else { index as u32 + 1 })
            }

            /// The number behind the letter, from 1.
            pub const fn number(self) -> u32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&format!("{}{}", $letter, self.0))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                number(text, $letter)
                    .map(Self)
                    .ok_or_else(|| IdError { found: text.to_owned(), expected: $what, letter: $letter })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "type": "string",
                    "description": concat!("Identifier of ", $what, " within the record."),
                    "pattern": concat!("^", $letter, "[1-9][0-9]*$"),
                })
            }
        }

        impl Part for $name {
            fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
                let text = check.string(value)?;
                match text.parse::<Self>() {
                    Ok(id) => {
                        id.check(check);
                        Some(id)
                    }
                    Err(error) => {
                        check.problem(ProblemCode::BadId, error);
                        None
                    }
                }
            }

            fn check(&self, check: &mut Check<'_>) {
                let Some(declared) = &check.known.$known else { return };
                let list = stringify!($known);
                let first = declared.get(&self.0).and_then(|entries| entries.first().copied());
                if let Some(at) = check.entry_with_id(list) {
                    if let Some(first) = first.filter(|first| *first != at) {
                        let message = format!("{list}[{first}] has the id `{self}` already");
                        check.problem(ProblemCode::DuplicateId, message);
                    }
                } else if first.is_none() {
                    let message = format!("no {} of the record has the id `{self}`", $what.trim_start_matches("a ").trim_start_matches("an "));
                    check.problem(ProblemCode::$dangling, message);
                }
            }
        }
    };
}

id!(/// An actor of the record: `a1`, `a2`, …
    ActorId, 'a', "an actor", actors, DanglingActor);
id!(/// A place of the record: `p1`, `p2`, …
    PlaceId, 'p', "a place", places, DanglingPlace);
id!(/// A date of the record: `d1`, `d2`, …
    DateId, 'd', "a date", dates, DanglingDate);
id!(/// A quantity of the record: `q1`, `q2`, …
    QuantityId, 'q', "a quantity", quantities, DanglingQuantity);
id!(/// An event of the record: `e1`, `e2`, …
    EventId, 'e', "an event", events, DanglingEvent);
id!(/// A section of the document: `s1`, `s2`, …
    SectionId, 's', "a section", sections, DanglingSection);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_only() {
        assert_eq!("a12".parse::<ActorId>().map(ActorId::number), Ok(12));
        for wrong in ["", "a", "a0", "a01", "e1", "a-1", "a+1", "a1 ", "a99999999999"] {
            assert!(wrong.parse::<ActorId>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn error_says_what_is_expected() {
        let error = "x1".parse::<EventId>().unwrap_err().to_string();
        assert_eq!(error, "`x1` is not an event id: expected `e` and a number from 1, as in `e7`");
    }
}
