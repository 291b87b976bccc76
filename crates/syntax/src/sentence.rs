//! A sentence of an analysis, and the ways through its tree.

use crate::analysis::{Name, Parsed, Token};
use crate::lists::Label;
use std::ops::Range;

/// One sentence, borrowed from its [`Analysis`](crate::Analysis). Tokens are numbered from 0 within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'a> {
    source: &'a str,
    parsed: &'a Parsed,
    index: usize,
}

impl<'a> Sentence<'a> {
    pub(crate) fn new(source: &'a str, parsed: &'a Parsed, index: usize) -> Self {
        Sentence { source, parsed, index }
    }

    /// Number of the sentence in the text, from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    /// How many tokens it has; never 0.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.parsed.tokens.len()
    }

    /// Its tokens, in order.
    pub fn tokens(&self) -> &'a [Token] {
        &self.parsed.tokens
    }

    /// A token by its number.
    pub fn token(&self, token: usize) -> Option<&'a Token> {
        self.parsed.tokens.get(token)
    }

    /// Its names, dates and numbers, in order.
    pub fn names(&self) -> &'a [Name] {
        &self.parsed.names
    }

    /// Byte range of the sentence in the analysed text.
    pub fn span(&self) -> Range<usize> {
        let first = self.tokens().first().map_or(0, |t| t.span.start);
        first..self.tokens().last().map_or(first, |t| t.span.end)
    }

    /// The sentence as written.
    pub fn text(&self) -> &'a str {
        self.source.get(self.span()).unwrap_or("")
    }

    /// A token as written; empty for a number that no token has.
    pub fn form(&self, token: usize) -> &'a str {
        self.token(token).and_then(|t| self.source.get(t.span.clone())).unwrap_or("")
    }

    /// A token's lemma; empty for a number that no token has.
    pub fn lemma(&self, token: usize) -> &'a str {
        self.token(token).map_or("", |t| &t.lemma)
    }

    /// The label of a token.
    pub fn label(&self, token: usize) -> Option<Label> {
        self.token(token).map(|t| t.label)
    }

    /// The head of a token; `None` for the root.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.token(token).and_then(|t| t.head)
    }

    /// The root of the tree.
    pub fn root(&self) -> usize {
        self.tokens().iter().position(|t| t.head.is_none()).unwrap_or(0)
    }

    /// The children of a token, from left to right.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + use<'a> {
        self.parsed.tokens.iter().enumerate().filter(move |(_, t)| t.head == Some(token)).map(|(i, _)| i)
    }

    /// The first child with this label.
    pub fn child(&self, token: usize, label: Label) -> Option<usize> {
        self.children(token).find(|&c| self.label(c) == Some(label))
    }

    /// The children with one of these labels, from left to right.
    pub fn children_by(
        &self,
        token: usize,
        labels: &'static [Label],
    ) -> impl Iterator<Item = usize> + use<'a> {
        let parsed = self.parsed;
        self.children(token).filter(move |&c| parsed.tokens.get(c).is_some_and(|t| labels.contains(&t.label)))
    }

    /// The token and all below it, in order of the text.
    pub fn subtree(&self, token: usize) -> Vec<usize> {
        self.below(token, |_| true)
    }

    /// Like [`subtree`](Self::subtree), but leaves out every branch whose first token `enter` refuses.
    pub fn below(&self, token: usize, enter: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut known: Vec<Option<bool>> = vec![None; self.len()];
        if let Some(top) = known.get_mut(token) {
            *top = Some(true);
        }
        let mut path = Vec::new();
        for first in 0..self.len() {
            // Up to a token of which it is known whether it is inside, and down again.
            let mut at = Some(first);
            while let Some(next) = at.filter(|&at| known.get(at) == Some(&None)) {
                path.push(next);
                at = self.head(next);
            }
            let mut inside = at.and_then(|at| known.get(at).copied().flatten()).unwrap_or(false);
            while let Some(next) = path.pop() {
                inside = inside && enter(next);
                known[next] = Some(inside);
            }
        }
        (0..self.len()).filter(|&at| known[at] == Some(true)).collect()
    }

    /// Byte range from the first to the last token of a subtree.
    pub fn subtree_span(&self, token: usize) -> Range<usize> {
        let all = self.subtree(token);
        let start = all.first().and_then(|&t| self.token(t)).map_or(0, |t| t.span.start);
        start..all.last().and_then(|&t| self.token(t)).map_or(start, |t| t.span.end)
    }

    /// The heads above a token, from its own head to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + use<'a> {
        let parsed = self.parsed;
        std::iter::successors(parsed.tokens.get(token).and_then(|t| t.head), move |&at| {
            parsed.tokens.get(at).and_then(|t| t.head)
        })
    }

    /// Whether a semicolon stands between two tokens.
    pub fn is_parted(&self, one: usize, other: usize) -> bool {
        (one.min(other)..one.max(other)).any(|token| self.form(token) == ";")
    }

    /// The name that covers a token, if one does.
    pub fn name_at(&self, token: usize) -> Option<&'a Name> {
        self.names().iter().find(|n| n.tokens.contains(&token))
    }

    /// The tree way from one token to another: up to the lowest head above both, then down.
    ///
    /// `None` when a number names no token. The way from a token to itself is empty.
    pub fn path(&self, from: usize, to: usize) -> Option<Vec<Step>> {
        self.token(from)?;
        self.token(to)?;
        let up: Vec<usize> = std::iter::once(from).chain(self.ancestors(from)).collect();
        let down: Vec<usize> = std::iter::once(to).chain(self.ancestors(to)).collect();
        // Both ways end at the root; what they share at their ends lies above the meeting point.
        let shared = up.iter().rev().zip(down.iter().rev()).take_while(|(a, b)| a == b).count();
        let mut steps = Vec::new();
        for &token in up.iter().take(up.len() - shared) {
            steps.push(Step::Up(self.label(token)?));
        }
        for &token in down.iter().take(down.len() - shared).rev() {
            steps.push(Step::Down(self.label(token)?));
        }
        Some(steps)
    }
}

/// One step of a [`path`](Sentence::path), with the label of the arc it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// From a child to its head.
    Up(Label),
    /// From a head to its child.
    Down(Label),
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Step::Up(label) => write!(f, "<{label}"),
            Step::Down(label) => write!(f, ">{label}"),
        }
    }
}
