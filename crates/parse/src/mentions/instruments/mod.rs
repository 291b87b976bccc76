//! Documents of diplomacy: resolutions, statements, treaties, contracts.
//!
//! [`words`] says which words name one, [`names`] which of them are its proper name, [`numbers`] reads its numbers, [`titles`] its quoted
//! title, and [`same`] which words stand for a document that was named before.

mod names;
mod numbers;
mod same;
mod titles;
mod words;

use std::ops::Range;

pub(crate) use same::is_family;
use verbale_core::InstrumentKind;
pub(crate) use words::names_document;

use crate::document::BlockKind;
use crate::lexicon::{Documents, StandsFor};
use crate::mentions::quotations::Quotations;
use crate::text::Text;

/// Words that name a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InstrumentMention {
    pub(crate) range: Range<usize>,
    pub(crate) kind: InstrumentKind,
    /// Its number; of several documents all of them: "822, 853 and 874".
    pub(crate) number: Option<String>,
    /// Where its numbers stand.
    pub(crate) number_range: Option<Range<usize>>,
    pub(crate) title: Option<Title>,
    /// Whether the words may stand for any document, or any draft: "the text", "the initiative".
    pub(crate) is_vague: bool,
    /// Whether they name a document only where it is adopted: "the decision".
    pub(crate) is_passed: bool,
    /// Whether they name several.
    pub(crate) is_plural: bool,
    /// The first mention of the same document, by its place among the mentions: this one, if it is not the same as another.
    pub(crate) first: usize,
}

impl InstrumentMention {
    /// Where its name stands, if a list holds it.
    pub(crate) fn known_name(&self) -> Option<Range<usize>> {
        match &self.title {
            Some(Title::Known(range)) if self.range.contains(&range.start) => Some(range.clone()),
            _ => None,
        }
    }
}

/// What a document is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Title {
    /// The words between quotation marks.
    Quoted(Range<usize>),
    /// A proper name, perhaps with quotation marks in it.
    Name(Range<usize>),
    /// A name that a list holds.
    Known(Range<usize>),
}

impl Title {
    /// The words of the text.
    pub(crate) fn words<'t>(&self, text: &Text<'t>) -> &'t str {
        let (Self::Quoted(range) | Self::Name(range) | Self::Known(range)) = self;
        text.slice(range)
    }

    /// Whether it shares a byte with a stretch of the text.
    pub(crate) fn overlaps(&self, range: &Range<usize>) -> bool {
        let (Self::Quoted(own) | Self::Name(own) | Self::Known(own)) = self;
        own.start < range.end && range.start < own.end
    }
}

/// Words that name a document, before it is known whether they stand for another one.
struct Named {
    tokens: Range<usize>,
    kind: InstrumentKind,
    /// What else "the" and these words may stand for.
    stands_for: StandsFor,
    title: Option<Title>,
    number: Option<numbers::Numbers>,
}

/// Finds the documents that a text names, in order.
pub(crate) fn find(
    text: &Text<'_>,
    documents: &Documents,
    quotations: &Quotations,
) -> Vec<InstrumentMention> {
    let mut named: Vec<Named> = Vec::new();
    for (_, kind, tokens) in text.blocks() {
        if matches!(kind, BlockKind::Masthead | BlockKind::Note) {
            continue;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            let (found, next) = instrument(text, documents, at, &tokens);
            named.extend(found);
            at = next.max(at + 1);
        }
    }
    for found in &mut named {
        if let Some(title) = titles::of(text, quotations, &found.tokens) {
            found.title = Some(title);
        }
    }
    same::settle(text, named)
}

/// The longest words that name a document at a token, and the token behind what was read. `block` are the tokens of its paragraph.
fn instrument(
    text: &Text<'_>,
    documents: &Documents,
    at: usize,
    block: &Range<usize>,
) -> (Option<Named>, usize) {
    if let Some((kind, end)) = names::known(text, documents, at, block.end) {
        let title = Some(Title::Known(range(text, &(at..end))));
        let stands_for = StandsFor::Itself;
        return (Some(Named { tokens: at..end, kind, stands_for, title, number: None }), end);
    }
    let Some(words::Words { kind, stands_for, end }) = words::at(text, documents, at, block) else {
        return (None, at + 1);
    };
    let Some(kind) = kind else { return (None, end) };
    let name = names::proper(text, at..end, kind, block);
    let tokens = name.clone().unwrap_or(at..end);
    let number = numbers::of(text, tokens.end, block.end, kind);
    // A number is name enough: "Security Council Resolution 242".
    let title = name.filter(|_| number.is_none()).map(|name| Title::Name(range(text, &name)));
    let tokens = if title.is_some() { tokens } else { at..end };
    let behind = number.as_ref().filter(|number| !number.apart);
    let next = behind.map_or(tokens.end, |number| number.tokens.end);
    (Some(Named { tokens, kind, stands_for, title, number }), next)
}

/// From the first of some tokens to behind the last.
fn range(text: &Text<'_>, tokens: &Range<usize>) -> Range<usize> {
    let all = text.tokens();
    let start = all.get(tokens.start).map_or(0, |token| token.range().start);
    let last = tokens.end.checked_sub(1).and_then(|last| all.get(last));
    start..last.map_or(start, |token| token.range().end)
}

#[cfg(test)]
mod tests;
