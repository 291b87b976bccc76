//! What verbale knows about the world: readable files, embedded, extended at run time.

mod actors;
pub(crate) mod columns;
pub(crate) mod descriptions;
mod documents;
mod error;
pub(crate) mod event_words;
mod files;
pub(crate) mod frames;
pub(crate) mod heads;
mod items;
mod letters;
mod names;
mod numbers;
mod packed;
pub(crate) mod places;
mod ships;
pub(crate) mod table;
mod words;

use std::collections::BTreeSet;
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::thread::{self, ScopedJoinHandle};

pub(crate) use actors::KnownActor;
use columns::ColumnWords;
use descriptions::Descriptions;
pub(crate) use documents::{Documents, StandsFor};
pub use error::LexiconError;
use event_words::EventWords;
pub use files::lexicon_files;
use frames::{Frame, Slot, TriggerIndex};
use heads::Heads;
use items::ItemWords;
use names::NameIndex;
pub(crate) use names::NameMatch;
pub(crate) use numbers::{NumberWord, Numbers};
use packed::{PackedActors, PackedFrames};
use places::{Designators, Gazetteer, NamedPlace, read_places, read_settlements};
use serde::Deserialize;
use ships::Ships;
use verbale_core::{EventKind, PloverType, Role};
use verbale_syntax::{Splitter, Syntax};
pub(crate) use words::Words;

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
pub(crate) struct Lexicon {
    pub(crate) actors: Vec<KnownActor>,
    pub(crate) names: NameIndex,
    pub(crate) frames: Vec<Frame>,
    pub(crate) triggers: TriggerIndex,
    pub(crate) places: Gazetteer,
    pub(crate) times: Grammar,
    pub(crate) event_words: EventWords,
    pub(crate) columns: ColumnWords,
    pub(crate) descriptions: Descriptions,
    pub(crate) designators: Designators,
    pub(crate) documents: Documents,
    pub(crate) heads: Heads,
    pub(crate) items: ItemWords,
    pub(crate) numbers: Numbers,
    pub(crate) ships: Ships,
    pub(crate) splitter: Splitter,
    pub(crate) syntax: Syntax,
}

/// Without the tables, which nobody wants to see in an error message.
impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
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
    event_words: EventWords,
    splitter: Splitter,
    syntax: Syntax,
}

impl Fixed {
    fn embedded() -> Result<Self, LexiconError> {
        let unread = |error: &dyn Display| LexiconError::new("verbale-syntax", 0, error.to_string());
        Ok(Self {
            event_words: EventWords::embedded()?,
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
    /// Those of the users' lists; the embedded list is packed.
    settlements: Vec<NamedPlace>,
    words: Words,
}

impl Files {
    fn embedded() -> Result<Self, LexiconError> {
        let mut files = Self::default();
        thread::scope(|scope| {
            let packed = scope.spawn(|| unpacked::<PackedFrames>("frames.bin", FRAMES));
            let words = scope.spawn(Words::embedded);
            let PackedActors { actors, names } = unpacked("actors.bin", ACTORS)?;
            (files.actors, files.names) = (actors, Some(names));
            files.days = read_days("dates/days.tsv", include_str!("../../data/dates/days.tsv"))?;
            files.places = read_places("places/places.tsv", PLACES)?;
            let PackedFrames { frames, triggers } = joined(packed)?;
            (files.frames, files.triggers) = (frames, Some(triggers));
            files.words = joined(words)?;
            Ok(files)
        })
    }

    /// Adds a file of a folder of knowledge.
    fn add(&mut self, path: &Path, content: &str) -> Result<(), LexiconError> {
        let file = path.display().to_string();
        match files::name_within(path).as_str() {
            "actors/countries.tsv" => self.add_actors(actors::countries(&file, content)?),
            "actors/bodies.tsv" | "actors/persons.tsv" => self.add_actors(actors::bodies(&file, content)?),
            "dates/days.tsv" => self.days.extend(read_days(&file, content)?),
            "places/places.tsv" => self.places.extend(read_places(&file, content)?),
            "places/settlements.tsv" => self.settlements.extend(read_settlements(&file, content)?),
            name if name.starts_with("frames/") && name.ends_with(".toml") => {
                self.add_frames(frames::read(&file, content)?);
            }
            name if self.words.add(name, &file, content)? => {}
            _ => return Err(files::unknown(&file)),
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
        for path in lexicon_files(folder)? {
            let content = fs::read_to_string(&path).map_err(|error| files::unreadable(&path, &error))?;
            self.add(&path, &content)?;
        }
        Ok(())
    }

    fn index(self, fixed: impl FnOnce() -> Result<Fixed, LexiconError>) -> Result<Lexicon, LexiconError> {
        let Words { common, descriptions, designators, documents, heads, items, numbers, ships } = self.words;
        let columns = ColumnWords::embedded(&self.frames)?;
        let places = Gazetteer::with(self.places, self.settlements, common);
        let times = Grammar::with(&self.days, &numbers)?;
        let names = self.names.unwrap_or_else(|| NameIndex::new(&self.actors));
        let triggers = self.triggers.unwrap_or_else(|| TriggerIndex::new(&self.frames));
        let Fixed { event_words, splitter, syntax } = fixed()?;
        Ok(Lexicon {
            actors: self.actors,
            names,
            frames: self.frames,
            triggers,
            places,
            times,
            event_words,
            columns,
            descriptions,
            designators,
            documents,
            heads,
            items,
            numbers,
            ships,
            splitter,
            syntax,
        })
    }
}

#[cfg(test)]
mod tests;
