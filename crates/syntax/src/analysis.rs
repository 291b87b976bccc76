//! The result: plain data that does not know which model made it.

use crate::lists::{Label, NameKind, Tag, Universal};
use crate::text::tokens::is_gap;
use std::ops::Range;

/// One token of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Byte range in the analysed text.
    pub span: Range<usize>,
    /// Penn tag.
    pub tag: Tag,
    /// Universal tag.
    pub universal: Universal,
    /// Dictionary form, lower-cased unless the token is a proper name.
    pub lemma: String,
    /// Place of the head in the same sentence, counted from 0; `None` for the root.
    pub head: Option<usize>,
    /// Label of the arc from the head; [`Label::Root`] for the root.
    pub label: Label,
}

/// A name, date or number: a run of tokens of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// First token and the token after the last, counted from 0 in the sentence.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// One sentence of an [`Analysis`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// Its tokens, in order; never empty.
    pub tokens: Vec<Token>,
    /// Its names, in order, without overlaps.
    pub names: Vec<Name>,
}

/// What is known of a text: its sentences with their tokens, trees and names.
///
/// ```
/// let syntax = verbale_syntax::Syntax::english().unwrap();
/// let analysis = syntax.analyze("Kenya hosted the talks. Both sides signed.");
/// assert_eq!(analysis.sentences().count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    pub(crate) text: String,
    pub(crate) sentences: Vec<Parsed>,
}

/// Why parts do not make an analysis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    /// A sentence without tokens.
    #[error("sentence {0} has no tokens")]
    Empty(usize),
    /// A span that does not cut text, or does not come after the one before.
    #[error(
        "sentence {sentence}, token {token}: span {start}..{end} does not follow, or does not cut the text at characters"
    )]
    Span {
        /// Sentence, from 0.
        sentence: usize,
        /// Token, from 0.
        token: usize,
        /// First byte.
        start: usize,
        /// Byte after the last.
        end: usize,
    },
    /// Heads that make no tree: none or several roots, a head outside the sentence, a ring, or [`Label::Root`] on another
    /// token than the root.
    #[error("sentence {0}: the heads do not make a tree with one root, labelled ROOT as no other token is")]
    Tree(usize),
    /// A token whose form or lemma a line of CoNLL-U cannot hold.
    #[error(
        "sentence {sentence}, token {token}: form and lemma want a character each, and no tab or line break"
    )]
    Word {
        /// Sentence, from 0.
        sentence: usize,
        /// Token, from 0.
        token: usize,
    },
    /// Words that stand in no token.
    #[error("sentence {sentence}, token {token}: before it stands text that belongs to no token")]
    Gap {
        /// Sentence, from 0.
        sentence: usize,
        /// Token, from 0.
        token: usize,
    },
    /// A name outside its sentence, empty, or over another name.
    #[error("sentence {0}: names overlap or leave the sentence")]
    Name(usize),
}

impl Analysis {
    /// Puts an analysis together from parts made elsewhere, by another model or a file.
    ///
    /// # Errors
    /// When spans do not cut the text in order or leave words out, a form or lemma is empty or holds a tab or line break,
    /// heads do not make trees, or names overlap.
    pub fn new(text: String, sentences: Vec<Parsed>) -> Result<Analysis, AnalysisError> {
        let mut end = 0;
        for (s, sentence) in sentences.iter().enumerate() {
            if sentence.tokens.is_empty() {
                return Err(AnalysisError::Empty(s));
            }
            for (t, token) in sentence.tokens.iter().enumerate() {
                let span = token.span.clone();
                if span.start < end || span.is_empty() || text.get(span.clone()).is_none() {
                    return Err(AnalysisError::Span {
                        sentence: s,
                        token: t,
                        start: span.start,
                        end: span.end,
                    });
                }
                let breaks = |word: &str| word.is_empty() || word.contains(['\t', '\n', '\r']);
                if text.get(span.clone()).is_none_or(breaks) || breaks(&token.lemma) {
                    return Err(AnalysisError::Word { sentence: s, token: t });
                }
                if text.get(end..span.start).is_none_or(|gap| !gap.chars().all(is_gap)) {
                    return Err(AnalysisError::Gap { sentence: s, token: t });
                }
                end = span.end;
            }
            if !is_tree(&sentence.tokens) {
                return Err(AnalysisError::Tree(s));
            }
            let mut last = 0;
            for name in &sentence.names {
                if name.tokens.start < last
                    || name.tokens.is_empty()
                    || name.tokens.end > sentence.tokens.len()
                {
                    return Err(AnalysisError::Name(s));
                }
                last = name.tokens.end;
            }
        }
        Ok(Analysis { text, sentences })
    }

    /// The analysed text, unchanged.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = crate::Sentence<'_>> + DoubleEndedIterator {
        self.sentences
            .iter()
            .enumerate()
            .map(|(index, parsed)| crate::Sentence::new(&self.text, parsed, index))
    }

    /// The sentence with this number, from 0.
    pub fn sentence(&self, index: usize) -> Option<crate::Sentence<'_>> {
        self.sentences.get(index).map(|parsed| crate::Sentence::new(&self.text, parsed, index))
    }

    /// The sentence and the token that cover this byte of the text, if any does.
    pub fn at(&self, byte: usize) -> Option<(crate::Sentence<'_>, usize)> {
        let place = self.sentences.partition_point(|s| s.tokens.last().is_some_and(|t| t.span.end <= byte));
        let sentence = self.sentence(place)?;
        let token = sentence.tokens().partition_point(|t| t.span.end <= byte);
        sentence.token(token).filter(|t| t.span.contains(&byte)).map(|_| (sentence, token))
    }
}

/// Whether every token reaches the single root.
fn is_tree(tokens: &[Token]) -> bool {
    let mut seen = vec![0usize; tokens.len()];
    let roots = tokens.iter().filter(|t| t.head.is_none()).count();
    if roots != 1 || tokens.iter().any(|t| t.head.is_none() != (t.label == Label::Root)) {
        return false;
    }
    for start in 0..tokens.len() {
        let mut at = start;
        // Marks are 1 + start, so that a mark of this walk is a ring and a mark of an earlier walk is fine.
        while let Some(mark) = seen.get_mut(at) {
            if *mark == start + 1 {
                return false;
            }
            if *mark != 0 {
                break;
            }
            *mark = start + 1;
            match tokens.get(at).and_then(|t| t.head) {
                Some(head) if head < tokens.len() => at = head,
                Some(_) => return false,
                None => break,
            }
        }
    }
    true
}
