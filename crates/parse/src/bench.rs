//! For the benchmarks of this workspace alone: stages that no function of this crate runs by themselves.

use verbale_syntax::{ModelError, Syntax};

use crate::document;
use crate::lexicon::{Lexicon, LexiconError};
use crate::text::Text;

/// Prepares a text and hands over the stage that finds the times of it; each call of that runs it once and gives the number of dates.
///
/// # Errors
/// If the embedded knowledge cannot be read.
pub fn dates_stage(source: &str, run: impl FnOnce(&mut dyn FnMut() -> usize)) -> Result<(), LexiconError> {
    let lexicon = Lexicon::embedded()?;
    let layout = document::read(source);
    let text = Text::of(&layout, &lexicon.splitter);
    run(&mut || lexicon.times.find(&layout, &text, &lexicon).dates.len());
    Ok(())
}

/// Loads all knowledge anew, and gives the number of its actors.
///
/// # Errors
/// If the embedded knowledge cannot be read.
pub fn load() -> Result<usize, LexiconError> {
    Ok(Lexicon::extended(&[])?.actors.len())
}

/// Loads the part of it that is the syntax model, and gives the number of tokens that it has learned from.
///
/// # Errors
/// If the model cannot be read.
pub fn load_syntax() -> Result<u64, ModelError> {
    Ok(Syntax::english()?.model_info().tokens)
}
