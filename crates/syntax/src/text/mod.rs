//! From text to tokens and sentences, by rule; every token keeps its place in the source.

pub(crate) mod abbreviations;
pub(crate) mod sentences;
pub(crate) mod shapes;
pub(crate) mod split;
pub(crate) mod tokens;
