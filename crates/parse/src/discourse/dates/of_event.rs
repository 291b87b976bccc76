//! The date of each event.

use verbale_core::edtf::Precision;
use verbale_core::{Basis, Edtf, EventKind, Status};

use super::{SettledDate, of_document};
use crate::document::{BlockKind, Layout};
use crate::events::EventDraft;
use crate::mentions::Mentions;
use crate::text::{Sentence, Text, within};

/// The date of an event: the nearest one of its trigger, its clause or the clauses around; else the label of its entry; else one of the
/// lead-in of its list; else, in a list, the last one that its item named before; else that of a heading which is a date.
pub(crate) fn of_event(
    layout: &Layout,
    text: &Text<'_>,
    all: &Mentions,
    settled: &[SettledDate],
    event: &EventDraft,
    kind: Option<EventKind>,
) -> Option<usize> {
    let (mentions, datelines) = (&all.dates, &all.datelines);
    let planned = matches!(event.status, Status::Planned | Status::Hypothetical);
    let edtf_of = |index: usize| settled.get(index).and_then(|date| date.edtf.as_ref());
    let written = datelines.iter().rev().find(|line| line.range.start <= event.trigger.start);
    let written = written.and_then(|line| edtf_of(line.date?)?.latest());
    // "By the end of 1999" says when something is to be over, not when it was.
    let is_end = |index: &usize| edtf_of(*index).is_some_and(|edtf| edtf.to_string().starts_with(".."));
    let usable = |index: &usize| {
        // A dateline says when a report was written, which is after what it tells.
        let of_dateline = datelines.iter().any(|line| line.date == Some(*index));
        // "Declared Friday a day of mourning": what is said is ahead, and saying it is not.
        let ahead = |edtf: &Edtf| written.zip(edtf.earliest()).is_some_and(|(now, day)| day > now);
        let counted = settled.get(*index).is_some_and(|date| date.basis == Basis::Publication);
        let announced = counted && matches!(kind, Some(EventKind::Announcement | EventKind::Statement));
        let told = |edtf: &Edtf| planned || !announced || !ahead(edtf);
        (planned || !is_end(index)) && !of_dateline && edtf_of(*index).is_some_and(told)
    };
    let distance = |index: &usize| {
        let date = &mentions[*index].range;
        // An exact date beats a year that stands nearer: "the 1961 convention".
        let precision = edtf_of(*index).map(Edtf::precision);
        let vague = matches!(precision, Some(Precision::Year | Precision::Decade | Precision::Century));
        (vague, date.start.abs_diff(event.trigger.start))
    };
    let own_dates = || event.own_dates.iter().chain(&event.clause_dates);
    let document_of = |index: &usize| of_document::of_date(text, all, &mentions[*index].range);
    // "The treaty of 1954 was ended in 1979."
    let has_other = own_dates().any(|index| usable(index) && document_of(index).is_none());
    let is_of_event = |index: &usize| {
        document_of(index)
            .is_none_or(|document| !has_other && !of_document::is_of_earlier(text, kind, event, document))
    };
    let nearest = |dates: &[usize]| {
        dates.iter().copied().filter(|index| usable(index) && is_of_event(index)).min_by_key(distance)
    };
    let near = || nearest(&event.own_dates).or_else(|| nearest(&event.clause_dates));
    let own = near().or_else(|| nearest(&event.outer_dates));
    // "By 3 May it had left, and on 9 May it returned": the first was over by its own date, whatever the others are.
    let was_over = !planned && own_dates().any(is_end);
    if was_over {
        return near();
    }
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
    let is_closed = |index: &usize| edtf_of(*index).is_some_and(|edtf| !edtf.to_string().contains(".."));
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
    let of_document = || of_document::adopted(text, all, event).filter(|index| usable(index) && !planned);
    own.or_else(of_document).or_else(of_entry).or_else(introduced).or_else(begun).or_else(of_section)
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

    #[test]
    fn the_year_of_a_treaty_dates_no_breach_of_it() {
        assert_eq!(dated("Chad rejected the border treaty of 1955."), ["rejected: none"]);
        assert_eq!(dated("Under the treaty of 1960, Turkish troops landed on Cyprus."), ["landed on: none"]);
        assert_eq!(dated("Syria signed the agreement of 1998 with Turkey."), ["signed: 1998"]);
    }

    #[test]
    fn a_clause_that_was_over_takes_no_date_of_another() {
        let source = "By 1 May 1991 the rebels had been expelled from Asmara, and Chad recognised the state on 27 April 1993.";
        assert_eq!(dated(source), ["rebels had been expelled: none", "recognised: 27 April 1993"]);
    }

    #[test]
    fn since_when_is_a_point_and_since_a_best_is_none() {
        assert_eq!(
            dated("The frontier has been calm since 1974, when Turkey invaded Cyprus."),
            ["invaded: 1974"]
        );
        assert_eq!(
            dated("The presidents held their first meeting since 1993 on 5 May 2004."),
            ["held their first meeting: 5 May 2004"]
        );
        assert_eq!(
            dated("Libya has been in debt since 1992, and Britain broke off relations."),
            ["broke off relations: none"]
        );
    }

    #[test]
    fn a_dateline_is_no_day_of_what_is_told() {
        let source = "NAIROBI, 10 May 1999 (Lake Agency) - Rebels attacked the port of Kismayo, the mayor said late on Saturday.\n\n\
            The president declared Wednesday a day of mourning.\n";
        assert_eq!(dated(source), ["attacked: Saturday", "declared Wednesday a day of mourning: none"]);
    }

    #[test]
    fn a_verb_behind_re_and_a_hyphen_is_dated() {
        assert_eq!(
            dated("Diplomatic relations were re-established in May 1987."),
            ["relations were re-established: May 1987"]
        );
        assert_eq!(
            dated("Turkey re-opened its embassy in Cairo on 4 July 2023."),
            ["re-opened its embassy in: 4 July 2023"]
        );
    }
}
