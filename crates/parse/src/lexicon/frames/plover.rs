//! A PLOVER reading as its type and mode: the quad class follows from the type.

use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};
use verbale_core::{Plover, PloverMode, PloverType};

type Parts = Option<(PloverType, Option<PloverMode>)>;

#[allow(clippy::ref_option, reason = "serde gives a reference to the field")]
pub(super) fn serialize<S: Serializer>(plover: &Option<Plover>, serializer: S) -> Result<S::Ok, S::Error> {
    plover.map(|plover| (plover.r#type(), plover.mode())).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Plover>, D::Error> {
    let Some((event, mode)) = Parts::deserialize(deserializer)? else { return Ok(None) };
    let plover = Plover::new(event);
    let Some(mode) = mode else { return Ok(Some(plover)) };
    let known =
        plover.with_mode(mode).ok_or_else(|| D::Error::custom(format!("{event} has no mode `{mode}`")));
    known.map(Some)
}
