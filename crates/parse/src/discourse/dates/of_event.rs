//! The date of each event.

use verbale_core::edtf::Precision;
use verbale_core::{Edtf, Status};

use super::SettledDate;
use crate::document::{BlockKind, Layout};
use crate::events::EventDraft;
use crate::mentions::dates::DateMention;
use crate::text::{Sentence, Text, within};

/// The date of an event: the nearest one of its trigger, its clause or the clauses around; else one of the lead-in of its list; else, in
/// a list, the last one that its item named before.
pub(crate) fn of_event(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &[DateMention],
    settled: &[SettledDate],
    event: &EventDraft,
) -> Option<usize> {
    let planned = event.status == Status::Planned;
    // "By the end of 1999" says when something is to be over, not when it was.
    let usable = |index: &usize| {
        let edtf = settled.get(*index).and_then(|date| date.edtf.as_ref());
        edtf.is_some_and(|edtf| planned || !edtf.to_string().starts_with(".."))
    };
    let distance = |index: &usize| {
        let date = &mentions[*index].range;
        // An exact date beats a year that stands nearer: "the 1961 convention".
        let precision = settled.get(*index).and_then(|date| date.edtf.as_ref()).map(Edtf::precision);
        let vague = matches!(precision, Some(Precision::Year | Precision::Decade | Precision::Century));
        (vague, date.start.abs_diff(event.trigger.start))
    };
    let nearest = |dates: &[usize]| dates.iter().copied().filter(usable).min_by_key(distance);
    let own = nearest(&event.own_dates)
        .or_else(|| nearest(&event.clause_dates))
        .or_else(|| nearest(&event.outer_dates));
    let first_of =
        |sentence: &Sentence| within(mentions, |mention| &mention.range, &sentence.range).find(usable);
    let number = text.sentences().get(event.sentence)?.block;
    let block = layout.blocks.get(number)?;
    let introduced = || {
        let lead_in = block.lead_in?;
        let sentences = text.sentences().get(text.sentences_of(lead_in))?;
        // The last sentence leads in; what it means by "his visit" may be dated before.
        sentences.iter().rev().take(2).find_map(first_of)
    };
    // "Since 1958" is not when the rest of an item happened.
    let is_closed = |index: &usize| {
        let edtf = settled.get(*index).and_then(|date| date.edtf.as_ref()).map(ToString::to_string);
        edtf.is_some_and(|edtf| !edtf.contains(".."))
    };
    let begun = || {
        let before = text.sentences()[..event.sentence].iter().rev();
        let mut item = before.take_while(|sentence| sentence.block == number);
        let dates =
            |sentence: &Sentence| within(mentions, |mention| &mention.range, &sentence.range).find(is_closed);
        item.find_map(dates).filter(|_| block.kind == BlockKind::ListItem)
    };
    own.or_else(introduced).or_else(begun)
}
