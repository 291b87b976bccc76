//! What verbale knows about the world: readable files, embedded, extended at run time.

mod actors;
mod error;
pub(crate) mod frames;
mod names;
pub(crate) mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

pub(crate) use actors::KnownActor;
pub use error::LexiconError;
use frames::{Frame, TriggerIndex};
use names::NameIndex;
pub(crate) use names::NameMatch;

/// Everything that the knowledge files say, ready for use.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) actors: Vec<KnownActor>,
    pub(crate) names: NameIndex,
    pub(crate) frames: Vec<Frame>,
    pub(crate) triggers: TriggerIndex,
}

static EMBEDDED: LazyLock<Result<Arc<Lexicon>, LexiconError>> =
    LazyLock::new(|| Files::embedded()?.index().map(Arc::new));

impl Lexicon {
    /// The embedded knowledge; loaded once.
    pub(crate) fn embedded() -> Result<Arc<Self>, LexiconError> {
        EMBEDDED.clone()
    }

    /// The embedded knowledge with that of some folders; later folders override earlier ones.
    pub(crate) fn extended(folders: &[PathBuf]) -> Result<Self, LexiconError> {
        let mut files = Files::embedded()?;
        for folder in folders {
            files.add_folder(folder)?;
        }
        files.index()
    }
}

/// What was read from the files so far.
#[derive(Default)]
struct Files {
    actors: Vec<KnownActor>,
    frames: Vec<Frame>,
}

impl Files {
    fn embedded() -> Result<Self, LexiconError> {
        let mut files = Self::default();
        files.add("actors/countries.tsv", include_str!("../../data/actors/countries.tsv"))?;
        files.add("actors/bodies.tsv", include_str!("../../data/actors/bodies.tsv"))?;
        for (file, content) in frames::EMBEDDED {
            files.add(file, content)?;
        }
        Ok(files)
    }

    /// Adds a file by its name within a data folder.
    fn add(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let name = Path::new(file);
        let folder = name.parent().and_then(Path::file_name).and_then(|folder| folder.to_str());
        match (folder, name.file_name().and_then(|name| name.to_str())) {
            (Some("actors"), Some("countries.tsv")) => self.actors.extend(actors::countries(file, content)?),
            (Some("actors"), Some("bodies.tsv")) => self.actors.extend(actors::bodies(file, content)?),
            (Some("frames"), Some(_)) if file.ends_with(".toml") => {
                self.frames.extend(frames::read(file, content)?)
            }
            _ => {
                let message = "no such file of knowledge; expected actors/countries.tsv, actors/bodies.tsv or frames/*.toml";
                return Err(LexiconError::new(file, 0, message));
            }
        }
        Ok(())
    }

    /// Adds the files of a folder, in the order of their names.
    fn add_folder(&mut self, folder: &Path) -> Result<(), LexiconError> {
        let mut files = Vec::new();
        for part in ["actors", "frames"] {
            let path = folder.join(part);
            if path.is_dir() {
                let entries = fs::read_dir(&path).map_err(|error| unreadable(&path, &error))?;
                for entry in entries {
                    files.push(entry.map_err(|error| unreadable(&path, &error))?.path());
                }
            }
        }
        if files.is_empty() {
            let message = "no knowledge here; expected a folder with actors/countries.tsv, actors/bodies.tsv or frames/*.toml";
            return Err(LexiconError::new(&folder.display().to_string(), 0, message));
        }
        files.sort();
        for file in files {
            let content = fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
            self.add(&file.display().to_string(), &content)?;
        }
        Ok(())
    }

    fn index(self) -> Result<Lexicon, LexiconError> {
        let too_many = || LexiconError::new("actors", 0, "more names than can be searched for at once");
        let names = NameIndex::new(&self.actors).ok_or_else(too_many)?;
        let triggers = TriggerIndex::new(&self.frames);
        Ok(Lexicon { actors: self.actors, names, frames: self.frames, triggers })
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> LexiconError {
    LexiconError::new(&path.display().to_string(), 0, format!("cannot be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_files_can_be_read() {
        let lexicon = Lexicon::embedded().unwrap();
        assert!(lexicon.actors.len() > 2000, "{}", lexicon.actors.len());
        assert!(lexicon.frames.len() > 20, "{}", lexicon.frames.len());
    }

    #[test]
    fn parents_are_known() {
        let lexicon = Lexicon::embedded().unwrap();
        for actor in &lexicon.actors {
            if let Some(parent) = &actor.parent {
                assert!(
                    lexicon.actors.iter().any(|other| other.key == *parent),
                    "{}: no {parent}",
                    actor.name
                );
            }
        }
    }

    #[test]
    fn a_folder_without_knowledge_is_an_error() {
        let folder = std::env::temp_dir().join("verbale-no-such-folder");
        let error = Lexicon::extended(&[folder]).unwrap_err();
        assert!(error.message.starts_with("no knowledge here"), "{error}");
    }

    #[test]
    fn a_user_overrides_what_is_embedded() {
        let mut files = Files::embedded().unwrap();
        let row = "id\tname\tkind\tsector\tparent\tcountry\taliases\twikidata\nmine\tOur Council\torgan\tIGO\t\t\tSecurity Council\t\n";
        files.add("mine/actors/bodies.tsv", row).unwrap();
        let lexicon = files.index().unwrap();
        let found = lexicon.names.find("before the Security Council");
        assert_eq!(lexicon.actors[found[0].actor].name, "Our Council");
    }
}
