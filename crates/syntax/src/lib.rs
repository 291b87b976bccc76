//! English sentences, tags, lemmas, dependency trees and names: small, fast, offline, deterministic.
//!
//! [`Syntax`] is the way in; its one call gives an [`Analysis`], which is made of [`Sentence`]s.
//!
//! ```
//! use verbale_syntax::Syntax;
//!
//! let syntax = Syntax::english()?;
//! let analysis = syntax.analyze("The treaty was signed by Chile in 1984.");
//! let sentence = analysis.sentence(0).unwrap();
//! let verb = sentence.root();
//! assert_eq!(sentence.lemma(verb), "sign");
//! assert!(sentence.is_passive(verb));
//! assert_eq!(sentence.form(sentence.subject(verb).unwrap().token), "treaty");
//! assert_eq!(sentence.form(sentence.passive_agent(verb).unwrap()), "Chile");
//! # Ok::<(), verbale_syntax::ModelError>(())
//! ```
//!
//! How a text becomes an analysis:
//!
//! 1. `text` splits it into tokens and sentences, by rule;
//! 2. `tagger` gives each word its Penn tag, `roles` a first guess of its role;
//! 3. `parser` draws the tree and names its arcs;
//! 4. `names` finds names, dates and numbers;
//! 5. `lemmas` and `universal` add what follows from the rest.
//!
//! Steps 2 to 4 are linear models over hashed features, learned by the `trainer` (feature `trainer`); `MODEL.md` has
//! their data, figures and weaknesses.

mod analysis;
mod closed;
pub mod conllu;
mod data;
mod draw;
mod grammar;
mod hash;
mod hints;
mod lemmas;
mod lexicon;
mod lists;
mod model;
mod names;
mod packed;
mod parser;
mod roles;
mod sentence;
mod splitter;
mod syntax;
mod table;
mod tagger;
mod text;
#[cfg(feature = "trainer")]
pub mod trainer;
mod universal;
mod words;

/// The programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use analysis::{Analysis, AnalysisError, Name, Parsed, Token};
pub use data::DataError;
pub use grammar::{Argument, Via};
pub use hints::Hint;
pub use lists::{Label, NameKind, Tag, Universal};
pub use model::{ModelError, ModelInfo};
pub use packed::Trees;
pub use sentence::{Sentence, Step};
pub use splitter::Splitter;
pub use syntax::Syntax;
pub use words::solid;
