//! Reads the files of `data/actors/` and `data/frames/` as the crate reads a user's, and packs them with the indices over them.

use std::error::Error;

#[path = "../src/lexicon/actors.rs"]
mod actors;
#[allow(unreachable_pub, reason = "users of the crate see it")]
#[path = "../src/lexicon/error.rs"]
mod error;
#[allow(unused_imports, reason = "the crate looks words up")]
#[path = "../src/lexicon/frames/mod.rs"]
mod frames;
#[path = "../src/lexicon/letters.rs"]
mod letters;
#[path = "../src/lexicon/names.rs"]
mod names;
#[path = "../src/lexicon/packed.rs"]
mod packed;
#[path = "../src/lexicon/table.rs"]
mod table;

use error::LexiconError;
use frames::TriggerIndex;
use names::NameIndex;
use packed::{PackedActors, PackedFrames};

/// A file by its name, with its content.
macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../data/", $name)))
    };
}

/// Behind the countries: of two actors that share a name, the one that stands later has it.
const BODIES: [(&str, &str); 2] = [file!("actors/bodies.tsv"), file!("actors/persons.tsv")];
const COUNTRIES: (&str, &str) = file!("actors/countries.tsv");

/// Of two frames that share their words, the one that stands later has them.
const FRAMES: [(&str, &str); 16] = [
    file!("frames/talk.toml"),
    file!("frames/criticism.toml"),
    file!("frames/requests.toml"),
    file!("frames/instruments.toml"),
    file!("frames/relations.toml"),
    file!("frames/sanctions.toml"),
    file!("frames/missions.toml"),
    file!("frames/arms.toml"),
    file!("frames/aid.toml"),
    file!("frames/attacks.toml"),
    file!("frames/battle.toml"),
    file!("frames/coercion.toml"),
    file!("frames/retreat.toml"),
    file!("frames/protest.toml"),
    file!("frames/society.toml"),
    file!("frames/economy.toml"),
];

/// The actors, packed.
pub(crate) fn actors() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut actors = actors::countries(COUNTRIES.0, COUNTRIES.1)?;
    for (file, content) in BODIES {
        actors.extend(actors::bodies(file, content)?);
    }
    let names = NameIndex::new(&actors);
    Ok(postcard::to_allocvec(&PackedActors { actors, names })?)
}

/// The frames, packed.
pub(crate) fn frames() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut frames = Vec::new();
    for (file, content) in FRAMES {
        frames.extend(frames::read(file, content)?);
    }
    let triggers = TriggerIndex::new(&frames);
    Ok(postcard::to_allocvec(&PackedFrames { frames, triggers })?)
}
