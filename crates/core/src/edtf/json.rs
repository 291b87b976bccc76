//! EDTF in JSON: a string, with its grammar as a pattern.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;

use super::{Edtf, PATTERN};
use crate::validate::{Check, Part, ProblemCode};

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Edtf {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date, date-time or interval in EDTF (ISO 8601-2), levels 0 and 1 and parts of level 2.",
            "pattern": PATTERN,
        })
    }
}

impl Part for Edtf {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        match check.string(value)?.parse() {
            Ok(edtf) => Some(edtf),
            Err(error) => {
                check.problem(ProblemCode::BadEdtf, error);
                None
            }
        }
    }

    fn check(&self, _: &mut Check<'_>) {}
}
