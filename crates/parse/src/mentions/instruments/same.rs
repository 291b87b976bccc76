//! Which words stand for a document that was named before: "the text", "the agreement", "this resolution".

use std::ops::Range;

use verbale_core::InstrumentKind;

use super::{InstrumentMention, Named, range};
use crate::lexicon::StandsFor;
use crate::text::Text;

/// How many sentences back a document may have been named.
const REACH: usize = 4;

/// The mentions of a text; those that stand for an earlier one have its kind, number and title.
pub(super) fn settle(text: &Text<'_>, named: Vec<Named>) -> Vec<InstrumentMention> {
    let mut mentions: Vec<InstrumentMention> = Vec::with_capacity(named.len());
    let mut sentences: Vec<usize> = Vec::with_capacity(named.len());
    for found in named {
        let words = range(text, &found.tokens);
        let number_range = found.number.as_ref().map(|number| range(text, &number.tokens));
        let behind = found.number.as_ref().filter(|number| !number.apart);
        let end = behind.map_or(words.end, |number| range(text, &number.tokens).end);
        let sentence = text.sentence_at(words.start).unwrap_or(0);
        let index = mentions.len();
        let mut mention = InstrumentMention {
            range: words.start..end,
            kind: found.kind,
            number: found.number.as_ref().map(|number| number.number.clone()),
            number_range,
            title: found.title.clone(),
            is_vague: matches!(found.stands_for, StandsFor::Draft | StandsFor::Any),
            is_passed: found.stands_for == StandsFor::Passed,
            is_plural: found.number.is_none() && found.title.is_none() && is_plural(text, &found.tokens),
            first: index,
        };
        if recalls(text, &found) {
            let near = (0..index).rev().take_while(|&other| sentences[other] + REACH >= sentence);
            let same = near.map(|other| &mentions[other]).find(|other| is_same(text, &found, other));
            if let Some(same) = same {
                mention.first = same.first;
                mention.number.clone_from(&same.number);
                mention.title.clone_from(&same.title);
                mention.kind = if found.stands_for == StandsFor::Itself && !is_vague(found.kind, same.kind) {
                    found.kind
                } else {
                    same.kind
                };
            }
        }
        mentions.push(mention);
        sentences.push(sentence);
    }
    mentions
}

/// Whether words only point back: "the treaty", and neither "the treaty on fishing" nor "the new treaty" nor "treaties".
fn recalls(text: &Text<'_>, found: &Named) -> bool {
    let Range { start, end } = found.tokens;
    let points = start.checked_sub(1).is_some_and(|before| {
        let word = text.word(before);
        ["the", "this", "that"].iter().any(|known| word.eq_ignore_ascii_case(known))
    });
    let says_more = matches!(
        text.word(end),
        "of" | "on"
            | "for"
            | "between"
            | "with"
            | "to"
            | "concerning"
            | "regarding"
            | "against"
            | "titled"
            | "entitled"
    );
    points && !is_plural(text, &found.tokens) && !says_more && found.number.is_none() && found.title.is_none()
}

/// Whether the last of some words is a plural.
fn is_plural(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let word = text.word(tokens.end.saturating_sub(1));
    word.ends_with('s') && !word.ends_with("ss")
}

/// Whether a document named before may be what some words stand for.
fn is_same(text: &Text<'_>, found: &Named, other: &InstrumentMention) -> bool {
    let several = other.number.as_ref().is_some_and(|number| number.contains(", "));
    let words = text.slice(&other.range);
    if several || other.is_plural {
        return false;
    }
    let is_draft = || {
        matches!(other.kind, InstrumentKind::DraftResolution | InstrumentKind::DraftStatement)
            || words.to_lowercase().contains("draft")
    };
    // A treaty is an agreement, and few agreements are treaties.
    let wider = found.kind == InstrumentKind::Treaty && other.kind != found.kind;
    is_family(found.kind, other.kind) && found.kind != InstrumentKind::Other && !wider
        || match found.stands_for {
            StandsFor::Any => other.kind != InstrumentKind::Other,
            StandsFor::Draft => is_draft(),
            StandsFor::Itself | StandsFor::Passed => false,
        }
        || text.slice(&range(text, &found.tokens)).eq_ignore_ascii_case(words)
}

/// Whether a word says less of a document than the one that it stands for: "the statement" of a joint statement.
fn is_vague(kind: InstrumentKind, of: InstrumentKind) -> bool {
    use InstrumentKind::{Agreement, Resolution, Statement};
    matches!(kind, Agreement | Resolution | Statement) && kind != of
}

/// Whether one word may stand for documents of both kinds.
pub(crate) fn is_family(one: InstrumentKind, other: InstrumentKind) -> bool {
    use InstrumentKind::{
        Agreement, DraftResolution, DraftStatement, JointStatement, PresidentialStatement, PressStatement,
        Resolution, Statement, Treaty,
    };
    let resolution = |kind| matches!(kind, Resolution | DraftResolution);
    let treaty = |kind| matches!(kind, Treaty | Agreement);
    let statement = |kind| {
        matches!(kind, Statement | DraftStatement | PresidentialStatement | PressStatement | JointStatement)
    };
    one == other
        || resolution(one) && resolution(other)
        || treaty(one) && treaty(other)
        || statement(one) && statement(other)
}
