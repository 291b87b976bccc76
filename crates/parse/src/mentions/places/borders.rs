//! Borders by the two lands that they part: "the Chad-Sudan border", "Chad's border with Sudan", "the border between Chad and Sudan".

use std::ops::Range;

use verbale_core::PlaceKind;

use super::PlaceMention;
use crate::text::Text;

/// The borders that a text names. `lands` are its names and adjectives of lands, in order.
pub(crate) fn borders(text: &Text<'_>, lands: &[Range<usize>]) -> Vec<PlaceMention> {
    lands.windows(2).filter_map(|pair| border(text, &pair[0], &pair[1])).collect()
}

fn border(text: &Text<'_>, one: &Range<usize>, other: &Range<usize>) -> Option<PlaceMention> {
    let between = text.reading().get(one.end..other.start).filter(|between| between.len() < LONGEST)?;
    let between: Vec<&str> = between.split_whitespace().collect();
    let first = text.token_at(one.start);
    let before = |distance: usize| first.checked_sub(distance).map_or("", |at| text.word(at));
    let behind = text.token_at(other.end);
    let range = match between.as_slice() {
        ["-" | "–" | "—" | "/" | "and"] if is_border(text.word(behind)) => {
            one.start..text.tokens().get(behind)?.range().end
        }
        ["and"] if matches!(before(1), "between" | "of") && is_border(before(2)) => {
            text.tokens().get(first.checked_sub(2)?)?.range().start..other.end
        }
        ["'s" | "’s", line, "with"] | ["'" | "’", line, "with"] | [line, "with"] if is_border(line) => {
            one.start..other.end
        }
        _ => return None,
    };
    let name = text.slice(&range).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(PlaceMention { range, name, kind: PlaceKind::Border, country: None, point: None, geonames: None })
}

/// How many bytes may stand between the names of two lands.
const LONGEST: usize = 20;

fn is_border(word: &str) -> bool {
    matches!(word, "border" | "frontier" | "boundary")
}
