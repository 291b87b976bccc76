//! Sentences and tokens alone, without the models.

use std::ops::Range;

use crate::model::ModelError;
use crate::text::abbreviations::Abbreviations;
use crate::text::{sentences, tokens};

/// Splits text into sentences and tokens, by rule. Needs no model, so that it is made in no time.
///
/// ```
/// use verbale_syntax::Splitter;
///
/// let splitter = Splitter::english()?;
/// let text = "Gen. Smith met the U.S. envoy. They agreed.";
/// let sentences = splitter.split(text);
/// assert_eq!(sentences.len(), 2);
/// assert_eq!(&text[sentences[0][0].clone()], "Gen.");
/// # Ok::<(), verbale_syntax::ModelError>(())
/// ```
pub struct Splitter {
    abbreviations: Abbreviations,
}

impl std::fmt::Debug for Splitter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Splitter").finish_non_exhaustive()
    }
}

impl Splitter {
    /// The splitter that [`Syntax`](crate::Syntax) uses.
    ///
    /// # Errors
    /// Only if the crate was built with a data file that breaks its format.
    pub fn english() -> Result<Splitter, ModelError> {
        Ok(Splitter { abbreviations: Abbreviations::english()? })
    }

    /// The sentences of a text, each with the byte ranges of its tokens; none is empty. What lies between tokens is white
    /// space. Takes time in proportion to the length of the text.
    pub fn split(&self, text: &str) -> Vec<Vec<Range<usize>>> {
        let pieces = tokens::tokens(text, &self.abbreviations);
        let starts = sentences::starts(text, &pieces, &self.abbreviations);
        let ends = starts.iter().skip(1).copied().chain([pieces.len()]);
        let sentence = |(&start, end): (&usize, usize)| pieces.get(start..end);
        let sentences = starts.iter().zip(ends).filter_map(sentence);
        sentences.map(|pieces| pieces.iter().map(|piece| piece.start..piece.end).collect()).collect()
    }
}
