//! Datelines: what stands before the first words of a report, "MANILA, July 13, 2016 (Pacific Desk) — ". They say when it was written,
//! and may say for whom.

use std::ops::Range;

use super::dates::DateMention;
use crate::document::BlockKind;
use crate::text::{Text, overlapping};

/// A dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// Its words, with the sign that closes it.
    pub(crate) range: Range<usize>,
    /// Its date, by its place in the list.
    pub(crate) date: Option<usize>,
    /// The agency, without brackets.
    pub(crate) agency: Option<Range<usize>>,
}

/// The datelines of a text, in order; each opens a block.
pub(crate) fn find(text: &Text<'_>, dates: &[DateMention]) -> Vec<Dateline> {
    let told = text.blocks().filter(|(_, kind, _)| !matches!(kind, BlockKind::Masthead | BlockKind::Note));
    told.filter_map(|(_, _, tokens)| opening(text, tokens, dates)).collect()
}

/// The dateline at the beginning of some tokens: a place in capitals, then a date or an agency or both, then a dash.
fn opening(text: &Text<'_>, tokens: Range<usize>, dates: &[DateMention]) -> Option<Dateline> {
    let range = |token: usize| text.tokens()[token].range();
    let (mut has_place, mut is_inside) = (false, false);
    let (mut date, mut agency, mut end) = (None, None::<Range<usize>>, None);
    for token in tokens.clone().take(LONG) {
        let word = text.word(token);
        let dated = overlapping(dates, |date| &date.range, &range(token));
        match word {
            "(" => is_inside = true,
            ")" => is_inside = false,
            "-" | "–" | "—" if has_place && (date.is_some() || agency.is_some()) => {
                end = Some(range(token).end);
            }
            // "NAIROBI, 9 June 1999: The envoys met"
            ":" if has_place && date.is_some() => {
                end = Some(range(token).end);
                break;
            }
            _ if is_inside => {
                let start = agency.as_ref().map_or(range(token).start, |agency| agency.start);
                agency = Some(start..range(token).end);
            }
            _ if dated.is_some() => {
                date = date.or_else(|| dates.iter().position(|date| Some(date) == dated));
            }
            // "GENEVA, Switzerland, 9 June 1999"
            _ if has_place && is_land(text, token) => {}
            _ if word.chars().any(char::is_lowercase) => break,
            _ => has_place |= word.chars().filter(|char| char.is_uppercase()).count() > 2,
        }
    }
    Some(Dateline { range: range(tokens.start).start..end?, date, agency })
}

/// Whether a word is one of a land behind the place: one or two words with capitals between commas.
fn is_land(text: &Text<'_>, token: usize) -> bool {
    let is_name = |at: usize| text.word(at).starts_with(char::is_uppercase);
    let before = |distance: usize| token.checked_sub(distance).map_or("", |at| text.word(at));
    let opens = before(1) == "," || before(2) == "," && before(1).starts_with(char::is_uppercase);
    let closes = text.word(token + 1) == "," || text.word(token + 2) == "," && is_name(token + 1);
    is_name(token) && opens && closes
}

/// The most tokens of a dateline.
const LONG: usize = 18;
