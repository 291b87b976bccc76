//! The largest files of knowledge, which are read, checked and indexed when the crate is built: that would be most of the time of
//! loading. The build script writes them with serde in the format of `postcard`.

use serde::{Deserialize, Serialize};

use super::actors::KnownActor;
use super::frames::{Frame, TriggerIndex};
use super::names::NameIndex;

/// What the files of `actors/` say, and how it is looked up.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct PackedActors {
    pub(crate) actors: Vec<KnownActor>,
    pub(crate) names: NameIndex,
}

/// What the files of `frames/` say, and how it is looked up.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct PackedFrames {
    pub(crate) frames: Vec<Frame>,
    pub(crate) triggers: TriggerIndex,
}
