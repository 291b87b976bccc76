//! The model: tables, lexicon, and what is known of their making.

pub(crate) mod coding;
pub(crate) mod file;
pub(crate) mod image;
mod reader;
pub(crate) mod shape;

use crate::lexicon::Lexicon;
use crate::table::{Balanced, Table};

/// Everything learned.
pub(crate) struct Model {
    pub(crate) lexicon: Lexicon,
    pub(crate) tags: Table<{ shape::TAGS }>,
    pub(crate) roles: Table<{ shape::ROLES }>,
    pub(crate) actions: Balanced,
    pub(crate) labels: Table<{ shape::LABELS }>,
    pub(crate) places: Table<{ shape::PLACES }>,
    pub(crate) kinds: Table<{ shape::KINDS }>,
    pub(crate) info: ModelInfo,
}

/// What a model file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ModelInfo {
    /// Version of the file format.
    pub format: u32,
    /// Checksum of the training text, 64 bits.
    pub data: u64,
    /// Seed of the training.
    pub seed: u64,
    /// Tokens it was trained on.
    pub tokens: u64,
    /// Figures measured when it was made, by name, in hundredths of a per cent.
    pub figures: Vec<(String, u32)>,
}

/// Why a model cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The file does not begin like a model file.
    #[error("this is no model file of verbale-syntax")]
    Magic,
    /// The file is of another version of the format.
    #[error("model format {found}, but this program reads format {wanted}")]
    Format {
        /// The file's version.
        found: u32,
        /// The version that this program reads.
        wanted: u32,
    },
    /// The file ends early or goes on too long.
    #[error("the model file is cut short or has something behind it: {found} bytes instead of {wanted}")]
    Length {
        /// Bytes there.
        found: u64,
        /// Bytes announced.
        wanted: u64,
    },
    /// The bytes are not those that were written.
    #[error("the model file is damaged: its checksum does not fit")]
    Checksum,
    /// The contents break the format.
    #[error("the model file breaks its format: {0}")]
    Content(&'static str),
    /// A data file of the crate breaks its format.
    #[error(transparent)]
    Data(#[from] crate::data::DataError),
}
