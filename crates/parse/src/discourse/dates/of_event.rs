//! The date of each event.

use verbale_core::edtf::Precision;
use verbale_core::{Edtf, Status};

use super::SettledDate;
use crate::document::{BlockKind, Layout};
use crate::events::EventDraft;
use crate::mentions::dates::DateMention;
use crate::text::{Sentence, Text, within};

/// The date of an event: the nearest one of its trigger, its clause or the clauses around; else the label of its entry; else one of the
/// lead-in of its list; else, in a list, the last one that its item named before; else that of a heading which is a date.
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
    // What is still to come, or was over by then, was not on that day.
    let is_told = || {
        let told =
            text.sentences().get(event.sentence).map(|sentence| sentence.range.start..event.trigger.end);
        let before = told.map_or("", |range| text.slice(&range));
        !matches!(event.status, Status::Planned | Status::Hypothetical) && !before.contains(" had ")
    };
    // A label dates its entry, and the list within it.
    let labelled = || {
        let leader = block.lead_in.and_then(|lead_in| layout.blocks.get(lead_in));
        let label = block.label.or_else(|| leader?.label)?;
        text.sentences().get(text.sentences_of(label))?.iter().find_map(first_of)
    };
    // So does a heading that is nothing but a date.
    let headed = || {
        let title = &layout.sections.get(block.section?)?.title_range;
        within(mentions, |mention| &mention.range, title)
            .find(|&index| usable(&index) && mentions[index].range == *title)
    };
    let of_entry = || labelled().filter(|_| is_told());
    let of_section = || headed().filter(|_| is_told());
    own.or_else(of_entry).or_else(introduced).or_else(begun).or_else(of_section)
}

#[cfg(test)]
mod tests {
    use crate::extractor::Metadata;
    use crate::lexicon::Lexicon;
    use crate::stages;

    /// The words of each event with those of its date.
    fn dated(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        let shown = stages::run(source, &Metadata::default(), &lexicon, |run| {
            let events = run.events.drafts.iter().zip(&run.discourse.event_dates);
            let date = |index: &Option<usize>| {
                index.map_or("none", |index| run.text.slice(&run.mentions.dates[index].range))
            };
            events.map(|(event, at)| format!("{}: {}", run.text.slice(&event.trigger), date(at))).collect()
        });
        shown.unwrap()
    }

    #[test]
    fn a_label_dates_its_whole_entry() {
        let source = "# The strait\n\n## 1987\n\nMay 24: Kenya expelled the envoy of Chad. Chad protested.\n\n\
            Sept 8 – Peru signed these:\n\n- a treaty with Chad;\n- a contract with Kenya.\n";
        assert_eq!(
            dated(source),
            ["expelled: May 24", "protested: May 24", "signed: Sept 8", "treaty: Sept 8", "contract: Sept 8"]
        );
    }

    #[test]
    fn what_is_still_to_come_is_not_dated_by_a_label() {
        assert_eq!(
            dated("# The strait\n\n5 June 1987: Kenya expelled the envoy. Chad will withdraw its troops.\n"),
            ["expelled: 5 June 1987", "withdraw: none"]
        );
    }

    #[test]
    fn so_does_a_heading_that_is_a_date() {
        let source = "# The strait\n\nPeru signed a treaty with Chad.\n\n## 8 September 1987\n\nKenya expelled the envoy of Chad.\n";
        assert_eq!(dated(source), ["signed: none", "expelled: 8 September 1987"]);
    }
}
