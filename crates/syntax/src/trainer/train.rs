//! The order of the training: what each model needs, another has to have learned before.

use super::corpus::{self, CorpusError, Gold, Sentence};
use super::evaluate::{self, Report};
use super::{clusters, folds, lexicon, names, roles, tags, trees};
use crate::hash::Features;
use crate::lexicon::Lexicon;
use crate::lists::{Label, NameKind};
use crate::model::{ModelError, ModelInfo, file};
use crate::names::View;
use crate::parser::features::Atoms;
use crate::roles as role_guess;
use crate::syntax::{Syntax, prepare, role_atoms};
use crate::tagger::{self, PAD};
use crate::words::Word;

/// Sizes (powers of two) and lengths of the training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Seed of the shuffles.
    pub seed: u64,
    /// Rows of the tag table, as a power of two; likewise below.
    pub tag_bits: u32,
    /// Rows of the role table.
    pub role_bits: u32,
    /// Rows of the transition table.
    pub action_bits: u32,
    /// Rows of the label table.
    pub label_bits: u32,
    /// Rows of the table for the places of names.
    pub place_bits: u32,
    /// Rows of the table for the kinds of names.
    pub kind_bits: u32,
    /// Passes over the text for tags.
    pub tag_epochs: usize,
    /// Passes for roles.
    pub role_epochs: usize,
    /// Passes for trees.
    pub tree_epochs: usize,
    /// Passes for names.
    pub name_epochs: usize,
    /// Parts for tagging the training text as if it were unseen.
    pub folds: usize,
    /// Fine clusters of words.
    pub clusters: usize,
    /// One of so many sentences is learned a second time in lower case, in capitals or without its last stop; 0 for none.
    pub varied: usize,
    /// Only every so-many-th sentence is used; 1 for all.
    pub every: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            seed: 1,
            tag_bits: 16,
            role_bits: 17,
            action_bits: 21,
            label_bits: 16,
            place_bits: 16,
            kind_bits: 15,
            tag_epochs: 5,
            role_epochs: 4,
            tree_epochs: 10,
            name_epochs: 8,
            folds: 5,
            clusters: 256,
            varied: 8,
            every: 1,
        }
    }
}

/// Why a training fails.
#[derive(Debug, thiserror::Error)]
pub enum TrainError {
    /// A corpus file.
    #[error("{part}: {error}")]
    Corpus {
        /// Training or checking text.
        part: &'static str,
        /// What is wrong with it.
        error: CorpusError,
    },
    /// There is no sentence to learn from.
    #[error("the training text has no sentences")]
    Empty,
    /// The finished file cannot be read back.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// A finished training.
#[derive(Debug)]
pub struct Trained {
    /// The model file.
    pub file: Vec<u8>,
    /// What it reaches on the checking text.
    pub report: Report,
}

/// Learns a model from `training` and measures it on `checking`, both in the columns of the silver trees: form, space
/// after, tag, head, label, name, universal tag.
///
/// # Errors
/// When a line breaks the format or there is nothing to learn from.
pub fn train(
    training: &str,
    checking: &str,
    options: &Options,
    progress: &mut dyn FnMut(&str),
) -> Result<Trained, TrainError> {
    let read = |part, text| corpus::read(text).map_err(|error| TrainError::Corpus { part, error });
    let original: Vec<Sentence> =
        read("training text", training)?.into_iter().step_by(options.every.max(1)).collect();
    let checking = read("checking text", checking)?;
    if original.is_empty() {
        return Err(TrainError::Empty);
    }
    let tokens = original.iter().map(|s| s.tokens.len() as u64).sum();
    progress(&format!("{} sentences, {tokens} tokens", original.len()));
    let found = clusters::find(&original, 4, options.clusters, 40, 8);
    let lexicon = lexicon::build(&original, &found);
    progress(&format!("{} words in {} clusters", found.len(), options.clusters));
    let sentences = varied(original, options.varied);
    let words: Vec<Vec<Word>> = sentences.iter().map(|s| words_of(s, &lexicon)).collect();

    let right_tags: Vec<Vec<u8>> =
        sentences.iter().map(|s| s.tokens.iter().map(|t| t.tag.index() as u8).collect()).collect();
    let examples: Vec<tags::Example<'_>> =
        words.iter().zip(&right_tags).map(|(padded, tags)| tags::Example { padded, tags }).collect();
    let train_tags = |examples: &[tags::Example<'_>], seed| {
        tags::train(examples, options.tag_bits, options.tag_epochs, 2, seed)
    };
    let tag_table = train_tags(&examples, options.seed);
    progress("tags learned");
    let mut features = Features::new();
    let guessed_tags = folds::jackknife(
        &examples,
        options.folds,
        |rest| train_tags(rest, options.seed ^ 2),
        |example, table, slot| tagger::tag(example.padded, table, &mut features, slot),
    );
    progress("training text tagged");

    let tag_atoms: Vec<Vec<u64>> = guessed_tags
        .iter()
        .map(|t| {
            let mut out = Vec::new();
            role_guess::padded_tags(t, &mut out);
            out
        })
        .collect();
    let right_roles: Vec<Vec<u8>> = sentences.iter().map(roles_of).collect();
    let examples: Vec<roles::Example<'_>> = words
        .iter()
        .zip(&tag_atoms)
        .zip(&right_roles)
        .map(|((words, tags), roles)| roles::Example { words, tags, roles })
        .collect();
    let train_roles = |examples: &[roles::Example<'_>], seed| {
        roles::train(examples, options.role_bits, options.role_epochs, 4, seed)
    };
    let role_table = train_roles(&examples, options.seed ^ 3);
    progress("roles learned");
    let guessed_roles = folds::jackknife(
        &examples,
        options.folds,
        |rest| train_roles(rest, options.seed ^ 4),
        |example, table, slot| role_guess::assign(example.words, example.tags, table, &mut features, slot),
    );
    progress("roles of the training text guessed");

    let role_padded: Vec<Vec<u64>> = guessed_roles
        .iter()
        .map(|r| {
            let mut out = Vec::new();
            role_atoms(r, &mut out);
            out
        })
        .collect();
    let views: Vec<View<'_>> = words
        .iter()
        .zip(&tag_atoms)
        .zip(&role_padded)
        .map(|((words, tags), roles)| View { words, tags: tags.get(1..tags.len() - 1).unwrap_or(&[]), roles })
        .collect();
    let spans: Vec<Vec<(usize, usize, NameKind)>> = sentences.iter().map(names::spans).collect();
    let plan = names::Plan {
        place_bits: options.place_bits,
        kind_bits: options.kind_bits,
        epochs: options.name_epochs,
        least: 3,
        seed: options.seed ^ 5,
    };
    let (places, kinds) = names::train(&views, &spans, plan);
    progress("names learned");

    let atoms: Vec<Atoms> = words
        .iter()
        .zip(&guessed_tags)
        .zip(&guessed_roles)
        .map(|((words, tags), roles)| {
            let mut atoms = Atoms::default();
            atoms.fill(words.get(PAD..).unwrap_or(&[]).iter(), tags, roles);
            atoms
        })
        .collect();
    let gold: Vec<trees::Tree> = sentences.iter().map(tree_of).collect();
    let plan = trees::Plan {
        action_bits: options.action_bits,
        label_bits: options.label_bits,
        epochs: options.tree_epochs,
        margin: 100,
        least: 2,
        seed: options.seed ^ 6,
    };
    let (actions, labels) = trees::train(&atoms, &gold, plan, |epoch| {
        progress(&format!("trees, pass {epoch} of {}", options.tree_epochs))
    });

    let info = ModelInfo {
        format: file::FORMAT,
        data: file::checksum(training.as_bytes()),
        seed: options.seed,
        tokens,
        figures: Vec::new(),
    };
    let mut model =
        file::Learned { lexicon, tags: tag_table, roles: role_table, actions, labels, places, kinds, info };
    // Measured is what was written: the weights as the file holds them.
    let mut report = evaluate::report(&Syntax::from_bytes(&file::write(&model))?, &checking);
    model.info.figures = report.figures();
    let file = file::write(&model);
    report.bytes = file.len();
    Ok(Trained { file, report })
}

/// Measures a model file on `checking`, trees in the columns of the silver trees.
///
/// # Errors
/// When the file is no model or a line breaks the format.
pub fn check(file: &[u8], checking: &str) -> Result<Report, TrainError> {
    let checking =
        corpus::read(checking).map_err(|error| TrainError::Corpus { part: "checking text", error })?;
    let mut report = evaluate::report(&Syntax::from_bytes(file)?, &checking);
    report.bytes = file.len();
    Ok(report)
}

pub(super) fn words_of(sentence: &Sentence, lexicon: &Lexicon) -> Vec<Word> {
    let forms: Vec<&str> = sentence.tokens.iter().map(|t| t.form.as_str()).collect();
    let mut out = Vec::new();
    prepare(&forms, lexicon, &mut Vec::new(), &mut out);
    out
}

fn roles_of(sentence: &Sentence) -> Vec<u8> {
    sentence
        .tokens
        .iter()
        .enumerate()
        .map(|(at, t)| role_guess::role(t.label, t.head < at, sentence.tokens.get(t.head).map(|h| h.tag)))
        .collect()
}

fn tree_of(sentence: &Sentence) -> trees::Tree {
    let heads = sentence.tokens.iter().map(|t| t.head as u32).collect();
    trees::Tree::new(heads, sentence.tokens.iter().map(|t| t.label.index() as u8).collect())
}

/// Adds sentences in lower case, in capitals, with capitals like a heading, and without the last stop, so that case and
/// stops are leant on less.
fn varied(sentences: Vec<Sentence>, one_of: usize) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(sentences.len() + sentences.len() / one_of.max(1) + 1);
    for (at, sentence) in sentences.into_iter().enumerate() {
        if one_of > 0 && at % one_of == 0 {
            let mut copy = sentence.clone();
            let turn = at / one_of;
            for token in &mut copy.tokens {
                token.form = match turn % 4 {
                    0 => token.form.to_lowercase(),
                    1 => token.form.to_uppercase(),
                    2 if token.form.chars().count() > 3 => capital(&token.form),
                    _ => std::mem::take(&mut token.form),
                };
            }
            if turn % 2 == 1 {
                without_stop(&mut copy.tokens);
            }
            out.push(copy);
        }
        out.push(sentence);
    }
    out
}

fn capital(form: &str) -> String {
    let mut chars = form.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Takes a last full stop off, if it has no children and is not all there is.
fn without_stop(tokens: &mut Vec<Gold>) {
    let last = tokens.len().saturating_sub(1);
    let is_stop = tokens.last().is_some_and(|t| t.form == "." && t.label == Label::Punct);
    if last > 0 && is_stop && tokens.iter().all(|t| t.head != last) {
        tokens.pop();
        for token in tokens.iter_mut().filter(|t| t.head == last + 1) {
            token.head = last;
        }
    }
}
