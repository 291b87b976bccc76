//! What verbale knows about the world: readable files, embedded, extended at run time.

mod actors;
pub(crate) mod columns;
pub(crate) mod descriptions;
mod error;
pub(crate) mod event_words;
pub(crate) mod frames;
pub(crate) mod heads;
mod items;
mod letters;
mod names;
mod packed;
pub(crate) mod places;
mod ships;
pub(crate) mod table;

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::thread::{self, ScopedJoinHandle};

pub(crate) use actors::KnownActor;
use columns::ColumnWords;
use descriptions::Descriptions;
pub use error::LexiconError;
use event_words::EventWords;
use frames::{Frame, Slot, TriggerIndex};
use heads::Heads;
use items::ItemWords;
use names::NameIndex;
pub(crate) use names::NameMatch;
use packed::{PackedActors, PackedFrames};
use places::{Designators, Gazetteer, NamedPlace, read_places};
use serde::Deserialize;
use ships::Ships;
use verbale_core::{EventKind, PloverType, Role};
use verbale_syntax::{Splitter, Syntax};

use crate::mentions::dates::{Grammar, NamedDay, read_days};

/// The JSON Schema of a file of event frames, as a user's own folder may hold in `frames/`.
pub fn frames_schema() -> schemars::Schema {
    frames::schema()
}

/// The embedded `places.tsv`.
const PLACES: &str = include_str!("../../data/places/places.tsv");

/// The files of actors, as the build script packs them.
const ACTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/actors.bin"));

/// The files of frames, as the build script packs them.
const FRAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/frames.bin"));

/// Everything that the knowledge files say, ready for use.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) actors: Vec<KnownActor>,
    pub(crate) names: NameIndex,
    pub(crate) frames: Vec<Frame>,
    pub(crate) triggers: TriggerIndex,
    pub(crate) places: Gazetteer,
    pub(crate) designators: Designators,
    pub(crate) times: Grammar,
    pub(crate) heads: Heads,
    pub(crate) event_words: EventWords,
    pub(crate) items: ItemWords,
    pub(crate) columns: ColumnWords,
    pub(crate) descriptions: Descriptions,
    pub(crate) ships: Ships,
    pub(crate) splitter: Splitter,
    pub(crate) syntax: Syntax,
}

static EMBEDDED: LazyLock<Result<Arc<Lexicon>, LexiconError>> =
    LazyLock::new(|| Lexicon::extended(&[]).map(Arc::new));

impl Lexicon {
    /// The embedded knowledge; loaded once.
    pub(crate) fn embedded() -> Result<Arc<Self>, LexiconError> {
        EMBEDDED.clone()
    }

    /// The embedded knowledge with that of some folders; later folders override earlier ones.
    pub(crate) fn extended(folders: &[PathBuf]) -> Result<Self, LexiconError> {
        thread::scope(|scope| {
            let fixed = scope.spawn(Fixed::embedded);
            let mut files = Files::embedded()?;
            for folder in folders {
                files.add_folder(folder)?;
            }
            files.index(|| joined(fixed))
        })
    }

    /// Whether a verb tells of harm to its object: "bombed its towns".
    pub(crate) fn harms_object(&self, lemma: &str, form: &str) -> bool {
        self.frames_of_verb(lemma, form).any(|frame| {
            let is_assault = frame.plover.is_some_and(|plover| plover.r#type() == PloverType::Assault);
            is_assault && frame.slots.get(&Slot::Object) == Some(&Role::Victim)
        })
    }

    /// Whether a verb tells of the taking of its object: "captured the town".
    pub(crate) fn takes_place(&self, lemma: &str, form: &str) -> bool {
        use EventKind::{Blockade, Capture, Offensive};
        self.frames_of_verb(lemma, form)
            .any(|frame| matches!(frame.kind, Blockade | Capture | Offensive) && !frame.object_is_person)
    }

    /// Whether a verb tells of force to a place that is its object, or of its loss: "shelled", "captured", "fell".
    pub(crate) fn befalls_place(&self, lemma: &str, form: &str) -> bool {
        lemma == "fall" || self.takes_place(lemma, form) || self.harms_object(lemma, form)
    }

    /// Whether a verb tells of goods that somebody gets: "sold", "delivered".
    pub(crate) fn trades(&self, lemma: &str, form: &str) -> bool {
        use EventKind::{Contract, Transfer};
        self.frames_of_verb(lemma, form).any(|frame| matches!(frame.kind, Contract | Transfer))
    }

    /// The frames that a verb triggers by itself, without words beside it.
    fn frames_of_verb(&self, lemma: &str, form: &str) -> impl Iterator<Item = &Frame> {
        let alone = self.triggers.verbs(lemma, form).iter().filter(|trigger| trigger.is_word());
        alone.filter_map(|trigger| self.frames.get(trigger.frame))
    }
}

/// What a thread has read.
fn joined<T>(thread: ScopedJoinHandle<'_, Result<T, LexiconError>>) -> Result<T, LexiconError> {
    thread.join().map_err(|_| LexiconError::new("data", 0, "the thread that reads it has ended"))?
}

/// What the build script has packed.
fn unpacked<T: Deserialize<'static>>(file: &str, packed: &'static [u8]) -> Result<T, LexiconError> {
    postcard::from_bytes(packed).map_err(|error| LexiconError::new(file, 0, error.to_string()))
}

/// The knowledge that no folder of a user's changes.
struct Fixed {
    heads: Heads,
    event_words: EventWords,
    items: ItemWords,
    descriptions: Descriptions,
    ships: Ships,
    designators: Designators,
    splitter: Splitter,
    syntax: Syntax,
}

impl Fixed {
    fn embedded() -> Result<Self, LexiconError> {
        let unread = |error: &dyn Display| LexiconError::new("verbale-syntax", 0, error.to_string());
        Ok(Self {
            heads: Heads::embedded()?,
            event_words: EventWords::embedded()?,
            items: ItemWords::embedded()?,
            descriptions: Descriptions::embedded()?,
            ships: Ships::embedded()?,
            designators: Designators::embedded()?,
            splitter: Splitter::english().map_err(|error| unread(&error))?,
            syntax: Syntax::english().map_err(|error| unread(&error))?,
        })
    }
}

/// What was read from the files so far.
#[derive(Default)]
struct Files {
    /// How many folders have been read.
    layer: usize,
    actors: Vec<KnownActor>,
    /// The index over the actors; none if it must be made anew.
    names: Option<NameIndex>,
    frames: Vec<Frame>,
    /// The index over the frames; none if it must be made anew.
    triggers: Option<TriggerIndex>,
    days: Vec<NamedDay>,
    places: Vec<NamedPlace>,
}

impl Files {
    fn embedded() -> Result<Self, LexiconError> {
        let mut files = Self::default();
        thread::scope(|scope| {
            let packed = scope.spawn(|| unpacked::<PackedFrames>("frames.bin", FRAMES));
            let PackedActors { actors, names } = unpacked("actors.bin", ACTORS)?;
            (files.actors, files.names) = (actors, Some(names));
            files.add("dates/days.tsv", include_str!("../../data/dates/days.tsv"))?;
            files.add("places/places.tsv", PLACES)?;
            let PackedFrames { frames, triggers } = joined(packed)?;
            (files.frames, files.triggers) = (frames, Some(triggers));
            Ok(files)
        })
    }

    /// Adds a file by its name within a data folder.
    fn add(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let name = Path::new(file);
        let folder = name.parent().and_then(Path::file_name).and_then(|folder| folder.to_str());
        match (folder, name.file_name().and_then(|name| name.to_str())) {
            (Some("actors"), Some("countries.tsv")) => self.add_actors(actors::countries(file, content)?),
            (Some("actors"), Some("bodies.tsv" | "persons.tsv")) => {
                self.add_actors(actors::bodies(file, content)?)
            }
            (Some("dates"), Some("days.tsv")) => self.days.extend(read_days(file, content)?),
            (Some("places"), Some("places.tsv")) => self.places.extend(read_places(file, content)?),
            (Some("frames"), Some(_)) if file.ends_with(".toml") => {
                self.add_frames(frames::read(file, content)?)
            }
            _ => {
                let message = "no such file of knowledge; expected actors/countries.tsv, actors/bodies.tsv, actors/persons.tsv, dates/days.tsv, places/places.tsv or frames/*.toml";
                return Err(LexiconError::new(file, 0, message));
            }
        }
        Ok(())
    }

    /// Adds actors; those of a later folder take the place of earlier ones with their key.
    fn add_actors(&mut self, actors: Vec<KnownActor>) {
        let layer = self.layer;
        self.names = None;
        if layer > 0 {
            let new: BTreeSet<&str> = actors.iter().map(|actor| actor.key.as_str()).collect();
            self.actors.retain(|actor| actor.layer == layer || !new.contains(actor.key.as_str()));
        }
        self.actors.extend(actors.into_iter().map(|actor| KnownActor { layer, ..actor }));
    }

    /// Adds frames; those of a later folder take the place of earlier ones with their rule.
    fn add_frames(&mut self, frames: Vec<Frame>) {
        self.triggers = None;
        let new: BTreeSet<&str> = frames.iter().map(|frame| frame.rule.as_str()).collect();
        self.frames.retain(|frame| !new.contains(frame.rule.as_str()));
        self.frames.extend(frames);
    }

    /// Adds the files of a folder, in the order of their names.
    fn add_folder(&mut self, folder: &Path) -> Result<(), LexiconError> {
        self.layer += 1;
        for file in lexicon_files(folder)? {
            let content = fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
            self.add(&file.display().to_string(), &content)?;
        }
        Ok(())
    }

    fn index(self, fixed: impl FnOnce() -> Result<Fixed, LexiconError>) -> Result<Lexicon, LexiconError> {
        let columns = ColumnWords::embedded(&self.frames)?;
        let places = Gazetteer::with(self.places)?;
        let times = Grammar::with(&self.days)?;
        let names = self.names.unwrap_or_else(|| NameIndex::new(&self.actors));
        let triggers = self.triggers.unwrap_or_else(|| TriggerIndex::new(&self.frames));
        let Fixed { heads, event_words, items, descriptions, ships, designators, splitter, syntax } =
            fixed()?;
        Ok(Lexicon {
            actors: self.actors,
            names,
            frames: self.frames,
            triggers,
            places,
            designators,
            times,
            heads,
            event_words,
            items,
            columns,
            descriptions,
            ships,
            splitter,
            syntax,
        })
    }
}

/// The files of knowledge in a folder that an extractor is given, in the order in which they are read.
///
/// # Errors
/// If the folder has none, or cannot be read.
pub fn lexicon_files(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let mut files = Vec::new();
    for part in ["actors", "dates", "frames", "places"] {
        let path = folder.join(part);
        if path.is_dir() {
            let entries = fs::read_dir(&path).map_err(|error| unreadable(&path, &error))?;
            for entry in entries {
                files.push(entry.map_err(|error| unreadable(&path, &error))?.path());
            }
        }
    }
    if files.is_empty() {
        let message = "no knowledge here; expected a folder with actors/countries.tsv, actors/bodies.tsv, actors/persons.tsv, dates/days.tsv, places/places.tsv or frames/*.toml";
        return Err(LexiconError::new(&folder.display().to_string(), 0, message));
    }
    // What an editor or a file manager leaves behind is no knowledge.
    let is_kept = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        !name.starts_with('.') && !name.ends_with('~')
    };
    files.retain(is_kept);
    files.sort();
    Ok(files)
}

fn unreadable(path: &Path, error: &std::io::Error) -> LexiconError {
    LexiconError::new(&path.display().to_string(), 0, format!("cannot be read: {error}"))
}

#[cfg(test)]
mod tests;
