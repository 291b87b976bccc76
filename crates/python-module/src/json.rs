//! JSON as text, on one line or indented.

use pyo3::prelude::*;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

use crate::errors;

/// The value as JSON: on one line, or indented by so many spaces a level.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T, indent: Option<u8>) -> PyResult<String> {
    let Some(indent) = indent else {
        return serde_json::to_string(value).map_err(|error| errors::unwritable(&error));
    };
    let spaces = " ".repeat(indent.into());
    let mut bytes = Vec::new();
    let mut serializer =
        Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(spaces.as_bytes()));
    value.serialize(&mut serializer).map_err(|error| errors::unwritable(&error))?;
    Ok(String::from_utf8(bytes)?)
}
