//! The JSON Schema of a frame file, for editors and other tools.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::FrameFile;

/// What a frame file may hold. Rules that cross its fields are checked by [`read`](super::read) alone.
pub(crate) fn schema() -> Schema {
    verbale_core::schema::of_input::<FrameFile>()
}

/// A table with these keys and values.
pub(super) fn table<K: JsonSchema, V: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": generator.subschema_for::<K>(),
        "additionalProperties": generator.subschema_for::<V>(),
    })
}
