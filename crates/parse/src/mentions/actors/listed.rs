//! Actors that the lists of the lexicon name, as actors or as places.

use std::ops::Range;

use verbale_core::{ActorKind, MentionBy};

use super::{ActorMention, Others, seats};
use crate::document::BlockKind;
use crate::lexicon::{Lexicon, NameMatch};
use crate::mentions::places::COMPASS;
use crate::text::Text;

/// A block of the text that can hold actors.
pub(super) struct Block {
    /// Its place in the list of blocks.
    pub(super) number: usize,
    pub(super) kind: BlockKind,
    pub(super) tokens: Range<usize>,
    pub(super) range: Range<usize>,
}

/// The names of the lists, by block.
pub(super) fn listed(text: &Text<'_>, lexicon: &Lexicon, others: &Others) -> Vec<(Block, Vec<ActorMention>)> {
    let mut all = Vec::new();
    for (number, kind, tokens) in text.blocks() {
        let (Some(first), Some(last)) = (
            text.tokens().get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| text.tokens().get(last)),
        ) else {
            continue;
        };
        if matches!(kind, BlockKind::Masthead | BlockKind::Note) {
            continue;
        }
        let range = first.range().start..last.range().end;
        let names = lexicon.names.find(text.slice(&range)).into_iter().map(|mut found| {
            found.range = range.start + found.range.start..range.start + found.range.end;
            mention(text, lexicon, &found)
        });
        let sort = |mention: &ActorMention| lexicon.actors.get(mention.actor).map(|actor| actor.kind);
        let is_own = |mention: &ActorMention| {
            !others.hold(mention, sort(mention)) && !is_of_others(text, lexicon, mention)
        };
        let known = names.filter(is_own).collect();
        all.push((Block { number, kind, tokens, range }, known));
    }
    let mut mentions: Vec<&mut ActorMention> = all.iter_mut().flat_map(|(_, known)| known).collect();
    seats::settle(text, lexicon, &mut mentions);
    all
}

/// Whether a short name of an international body stands behind a word that makes it another one: "the High Security Council", "the Russian
/// Security Council", "Russia's Security Council".
fn is_of_others(text: &Text<'_>, lexicon: &Lexicon, mention: &ActorMention) -> bool {
    let is_organ = lexicon.actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Organ);
    let first = text.token_at(mention.range.start);
    let Some(before) = first.checked_sub(1).filter(|_| is_organ && mention.by == MentionBy::Alias) else {
        return false;
    };
    let own = text.slice(&mention.range);
    let states = |token: usize| {
        let found = lexicon.names.find_whole(text.word(token)).and_then(|actor| lexicon.actors.get(actor));
        found.is_some_and(|actor| actor.kind == ActorKind::State)
    };
    let is_rank =
        matches!(text.word(before), "High" | "Supreme" | "National" | "Higher" | "State" | "Federal");
    let has_owner = matches!(text.word(before), "'s" | "’s") && before.checked_sub(1).is_some_and(states);
    own.contains(' ') && (is_rank || has_owner || states(before))
}

fn mention(text: &Text<'_>, lexicon: &Lexicon, found: &NameMatch) -> ActorMention {
    let first = text.token_at(found.range.start);
    let by = found.form.mention();
    let is_seat = found.form.is_seat();
    let kind = lexicon.actors.get(found.actor).map(|actor| actor.kind);
    let names_land =
        matches!(kind, Some(ActorKind::State | ActorKind::Territory)) && by != MentionBy::Demonym;
    let range =
        if names_land && !is_seat { with_form_of_state(text, &found.range) } else { found.range.clone() };
    ActorMention {
        range,
        actor: found.actor,
        by,
        is_place: names_land && is_located(text, first, is_seat),
        is_seat,
        is_nested: false,
        is_part: false,
        is_collective: false,
    }
}

/// A state's name with what it calls itself before it, where no list has the long form: "Republic of Ruritania".
fn with_form_of_state(text: &Text<'_>, range: &Range<usize>) -> Range<usize> {
    let first = text.token_at(range.start);
    let word = |distance: usize| first.checked_sub(distance).map_or("", |at| text.word(at));
    let of = if word(1) == "the" && word(2) == "of" { 2 } else { 1 };
    let is_form = matches!(word(of + 1), "Republic" | "Kingdom" | "Emirate" | "Sultanate" | "Principality");
    let form = first
        .checked_sub(of + 1)
        .and_then(|at| text.tokens().get(at))
        .filter(|_| word(of) == "of" && is_form);
    form.map_or(range.start, |form| form.range().start)..range.end
}

/// Whether the words before a name make it a place. A seat of government is a place behind "to" and "from" too; a country there
/// is a partner: "delivered to Kenya".
fn is_located(text: &Text<'_>, first: usize, is_seat: bool) -> bool {
    let mut before = first;
    if before > 0 && text.word(before - 1).eq_ignore_ascii_case("the") {
        before -= 1;
    }
    // "in southern Lebanon", "near Greek Cyprus": one word may stand between.
    let words = [1, 2].map(|distance| before.checked_sub(distance).map_or("", |at| text.word(at)));
    let is = |word: &str, list: &[&str]| list.iter().any(|entry| word.eq_ignore_ascii_case(entry));
    let direct = is_seat && is(words[0], &["at"])
        || is(words[0], &["in", "near", "inside", "within", "across", "throughout", "outside", "around"]);
    let compass = is(words[0], COMPASS);
    let moved = is_seat
        && is(words[0], &["to", "from", "into", "via", "through", "toward", "towards"])
        && !is(words[1], &["according"]);
    direct || moved || compass && is(words[1], &["in", "across", "throughout", "into", "from"])
}
