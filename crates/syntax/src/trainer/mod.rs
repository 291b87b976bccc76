//! Learns the model from silver trees. The same text, options and seed give the same file, byte for byte.

mod clusters;
pub(crate) mod corpus;
mod evaluate;
mod folds;
mod learner;
mod lexicon;
mod names;
mod roles;
mod tags;
mod train;
mod trees;

pub use corpus::CorpusError;
pub use evaluate::Report;
pub use train::{Options, TrainError, Trained, check, train};
