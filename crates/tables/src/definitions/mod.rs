//! One file a table: its columns with their types, meanings and values.

pub(crate) mod actors;
pub(crate) mod citations;
pub(crate) mod documents;
pub(crate) mod event_places;
pub(crate) mod events;
pub(crate) mod framing;
pub(crate) mod items;
pub(crate) mod mentions;
pub(crate) mod participants;
pub(crate) mod places;
pub(crate) mod quotations;
pub(crate) mod relations;
