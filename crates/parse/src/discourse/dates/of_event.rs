//! The date of each event.

use verbale_core::Edtf;
use verbale_core::edtf::Precision;

use super::SettledDate;
use crate::document::Layout;
use crate::events::EventDraft;
use crate::mentions::dates::DateMention;
use crate::text::Text;

/// The date of an event: the nearest one of its clause or sentence, else the first one of the lead-in of its list.
pub(crate) fn of_event(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &[DateMention],
    settled: &[SettledDate],
    event: &EventDraft,
) -> Option<usize> {
    let usable = |index: &usize| settled.get(*index).is_some_and(|date| date.edtf.is_some());
    let distance = |index: &usize| {
        let date = &mentions[*index].range;
        // An exact date beats a year that stands nearer: "the 1961 convention".
        let precision = settled.get(*index).and_then(|date| date.edtf.as_ref()).map(Edtf::precision);
        let vague = matches!(precision, Some(Precision::Year | Precision::Decade | Precision::Century));
        (vague, date.start.abs_diff(event.trigger.start))
    };
    let nearest = |dates: &[usize]| dates.iter().copied().filter(usable).min_by_key(distance);
    let sentence: Vec<usize> = event.dates.clone().collect();
    let own = nearest(&event.own_dates).or_else(|| nearest(&event.clause_dates)).or_else(|| nearest(&sentence));
    own.or_else(|| {
        let block = layout.blocks.get(text.sentences().get(event.sentence)?.block)?;
        let lead_in = layout.blocks.get(block.lead_in?)?;
        let first = mentions.partition_point(|mention| mention.range.start < lead_in.range.start);
        (first..mentions.len())
            .take_while(|&index| mentions[index].range.end <= lead_in.range.end)
            .find(usable)
    })
}
