//! Trees that are kept: sixteen bytes a token, where an [`Analysis`] takes some hundred.

use crate::analysis::{Analysis, Parsed, Token};
use crate::lists::{Label, Tag};
use crate::syntax::Syntax;
use crate::universal;
use std::ops::Range;

/// A token without what can be worked out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PackedToken {
    start: u32,
    end: u32,
    /// Place of the head in the sentence; the token's own for the root.
    head: u32,
    tag: Tag,
    label: Label,
}

/// The trees of a long text, without names and lemmas, for programs that come back to its sentences.
///
/// ```
/// use verbale_syntax::{Syntax, Trees};
///
/// let syntax = Syntax::english()?;
/// let text = "Kenya hosted the talks. Both sides signed.";
/// let mut trees = Trees::default();
/// trees.push(&syntax.analyze(text), 0);
/// let analysis = trees.get(1, text, &syntax).unwrap();
/// assert_eq!(analysis.sentence(0).unwrap().text(), "Both sides signed.");
/// # Ok::<(), verbale_syntax::ModelError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Trees {
    tokens: Vec<PackedToken>,
    /// The token behind the last of each sentence.
    ends: Vec<u32>,
}

impl Trees {
    /// Adds the sentences of an analysis whose text begins at byte `offset` of the whole text. What lies behind the first four
    /// gibibytes is left out.
    pub fn push(&mut self, analysis: &Analysis, offset: usize) {
        for sentence in analysis.sentences() {
            let first = self.tokens.len();
            for (place, token) in sentence.tokens().iter().enumerate() {
                let number = |value: usize| u32::try_from(value).ok();
                let packed = number(offset + token.span.start).zip(number(offset + token.span.end));
                let Some(((start, end), head)) = packed.zip(number(token.head.unwrap_or(place))) else {
                    self.tokens.truncate(first);
                    return;
                };
                // What stands beyond a semicolon is not what somebody says or thinks.
                let parted = token.label == Label::Ccomp && sentence.is_parted(place, head as usize);
                let label = if parted { Label::Parataxis } else { token.label };
                self.tokens.push(PackedToken { start, end, head, tag: token.tag, label });
            }
            self.ends.extend(u32::try_from(self.tokens.len()));
        }
    }

    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The sentence that covers a byte of the whole text, or the first one behind it.
    pub fn at(&self, byte: usize) -> usize {
        self.ends.partition_point(|&end| {
            let last = (end as usize).checked_sub(1).and_then(|last| self.tokens.get(last));
            last.is_some_and(|token| token.end as usize <= byte)
        })
    }

    /// Byte range of a sentence in the whole text.
    pub fn span(&self, index: usize) -> Option<Range<usize>> {
        let tokens = self.tokens_of(index)?;
        Some(tokens.first()?.start as usize..tokens.last()?.end as usize)
    }

    /// A sentence as an analysis of its own, whose text is the sentence; without names. `text` is the whole text.
    pub fn get(&self, index: usize, text: &str, syntax: &Syntax) -> Option<Analysis> {
        let span = self.span(index)?;
        let words = text.get(span.clone())?;
        let tokens = self.tokens_of(index)?.iter().enumerate().map(|(place, packed)| {
            let own = packed.start as usize - span.start..packed.end as usize - span.start;
            let lemma = syntax.lemma(words.get(own.clone()).unwrap_or(""), packed.tag);
            Token {
                span: own,
                tag: packed.tag,
                universal: universal::universal(packed.tag, packed.label, &lemma),
                lemma,
                head: Some(packed.head as usize).filter(|&head| head != place),
                label: packed.label,
            }
        });
        let sentence = Parsed { tokens: tokens.collect(), names: Vec::new() };
        Some(Analysis { text: words.to_owned(), sentences: vec![sentence] })
    }

    fn tokens_of(&self, index: usize) -> Option<&[PackedToken]> {
        let end = *self.ends.get(index)? as usize;
        let start =
            index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        self.tokens.get(start..end).filter(|tokens| !tokens.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_come_back_as_they_were() {
        let syntax = Syntax::english().unwrap();
        let text = "Talks failed.\nOn 3 May 1956, Egypt met Sudan, which had asked for it. Élan vital!";
        let mut trees = Trees::default();
        trees.push(&syntax.analyze("Talks failed."), 0);
        let whole = syntax.analyze(&text[14..]);
        trees.push(&whole, 14);
        assert_eq!(trees.len(), 1 + whole.sentences().len());
        assert_eq!((trees.at(0), trees.at(13), trees.at(20)), (0, 1, 1));
        for sentence in whole.sentences() {
            let back = trees.get(1 + sentence.index(), text, &syntax).unwrap();
            let back = back.sentence(0).unwrap();
            assert_eq!(back.text(), sentence.text());
            for (place, token) in sentence.tokens().iter().enumerate() {
                let other = back.token(place).unwrap();
                assert_eq!((token.tag, token.head, token.label), (other.tag, other.head, other.label));
                assert_eq!((&token.lemma, token.universal), (&other.lemma, other.universal));
                assert_eq!(back.form(place), sentence.form(place));
            }
        }
    }
}
