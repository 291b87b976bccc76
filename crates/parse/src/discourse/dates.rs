//! The text's time line: years that a date leaves out, and the date of each event.

use std::ops::Range;

use verbale_core::{Basis, Edtf};

use crate::document::Layout;
use crate::events::EventDraft;
use crate::extractor::Metadata;
use crate::mentions::dates::{DateMention, DateValue};
use crate::text::Text;

/// A date with its value, and how that was found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SettledDate {
    /// `None` if the words can be read in two ways or no year is known for a season.
    pub(crate) edtf: Option<Edtf>,
    pub(crate) basis: Basis,
    /// The mention that gave the missing year.
    pub(crate) anchor: Option<usize>,
    /// Whether the year is missing and nothing gives it.
    pub(crate) unresolved: bool,
}

/// Gives each date its value. A missing year is that of the time at which the story is: the last date that moved it, else the
/// date of publication, else the first date behind that moves it, else the last year named at all.
pub(crate) fn settle(layout: &Layout, mentions: &[DateMention], metadata: &Metadata) -> Vec<SettledDate> {
    let years: Vec<Option<i32>> = mentions.iter().map(|mention| mention.value.year()).collect();
    let moves = |index: &usize| mentions[*index].moves_time && years[*index].is_some();
    let given = metadata.published.as_ref().and_then(Edtf::calendar_year);
    let head = layout.head.date.as_ref().and_then(|head| {
        mentions.iter().position(|mention| {
            head.range.start <= mention.range.start && mention.range.end <= head.range.end
        })
    });
    let mut settled = Vec::with_capacity(mentions.len());
    // Asked for only while no date has moved the story yet, so that it lies ahead.
    let first_time = (0..mentions.len()).find(|index| moves(index) && head != Some(*index));
    let (mut last_time, mut last_year) = (None, None);
    for (index, mention) in mentions.iter().enumerate() {
        let value = &mention.value;
        if !value.lacks_year() {
            settled.push(SettledDate {
                edtf: value.edtf(None),
                basis: Basis::Explicit,
                anchor: None,
                unresolved: false,
            });
            // The date of publication is no time of the story.
            if head != Some(index) {
                last_time = Some(index).filter(moves).or(last_time);
                last_year = years[index].map(|_| index).or(last_year);
            }
            continue;
        }
        let anchored = |anchor: usize, basis| {
            years[anchor].map(|year| SettledDate {
                edtf: value.edtf(Some(year)),
                basis,
                anchor: Some(anchor),
                unresolved: false,
            })
        };
        let published = || {
            let year = given?;
            Some(SettledDate {
                edtf: value.edtf(Some(year)),
                basis: Basis::Publication,
                anchor: None,
                unresolved: false,
            })
        };
        let unresolved =
            SettledDate { edtf: value.edtf(None), basis: Basis::Explicit, anchor: None, unresolved: true };
        settled.push(
            last_time
                .and_then(|anchor| anchored(anchor, Basis::Inherited))
                .or_else(published)
                .or_else(|| anchored(head?, Basis::Publication))
                .or_else(|| anchored(first_time?, Basis::Inherited))
                .or_else(|| anchored(last_year?, Basis::Inherited))
                .unwrap_or(unresolved),
        );
    }
    settled
}

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
        let vague = matches!(&mentions[*index].value, DateValue::Point(day) if day.month.is_none());
        (vague, date.start.abs_diff(event.trigger.start))
    };
    let nearest = |dates: &Range<usize>| dates.clone().filter(usable).min_by_key(distance);
    let own = nearest(&event.clause_dates).or_else(|| nearest(&event.dates));
    own.or_else(|| {
        let block = layout.blocks.get(text.sentences().get(event.sentence)?.block)?;
        let lead_in = layout.blocks.get(block.lead_in?)?;
        let first = mentions.partition_point(|mention| mention.range.start < lead_in.range.start);
        (first..mentions.len())
            .take_while(|&index| mentions[index].range.end <= lead_in.range.end)
            .find(usable)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(source: &str, published: Option<&str>) -> Vec<String> {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mentions = crate::mentions::dates::find(&layout, &text);
        let metadata =
            Metadata { published: published.map(|date| date.parse().unwrap()), ..Metadata::default() };
        let show = |date: SettledDate| {
            let edtf = date.edtf.map_or("none".to_owned(), |edtf| edtf.to_string());
            let unresolved = if date.unresolved { " unresolved" } else { "" };
            format!("{edtf} {}{unresolved}", date.basis)
        };
        settle(&layout, &mentions, &metadata).into_iter().map(show).collect()
    }

    #[test]
    fn a_missing_year_comes_from_the_date_before() {
        let source = "On 3 May 1992 they met. On 9 May the truce began.";
        assert_eq!(settled(source, None), ["1992-05-03 explicit", "1992-05-09 inherited"]);
    }

    #[test]
    fn or_from_the_one_behind_or_from_publication() {
        assert_eq!(
            settled("On 3 May they met; by 9 June 1992 all was over.", None)[0],
            "1992-05-03 inherited"
        );
        assert_eq!(settled("On 3 May they met.", Some("1999-06-01")), ["1999-05-03 publication"]);
    }

    #[test]
    fn the_year_of_a_treaty_does_not_move_the_story() {
        let source = "On 15 July 1974 the guard rose. Under the Treaty of 1960, troops landed on 20 July.";
        assert_eq!(settled(source, None)[2], "1974-07-20 inherited");
        let source =
            "# Cyprus 1974\n\nThe guard rose on 15 July, in breach of the Treaty of 1960 on guarantees.";
        assert_eq!(settled(source, None)[1], "1974-07-15 inherited");
    }

    #[test]
    fn a_year_that_opens_a_sentence_moves_it() {
        let source =
            "The accord was signed on 3 May 1992. In 1995 the war began anew. On 9 May the town fell.";
        assert_eq!(settled(source, None)[2], "1995-05-09 inherited");
    }

    #[test]
    fn a_year_is_never_made_up() {
        assert_eq!(settled("On 3 May they met.", None), ["XXXX-05-03 explicit unresolved"]);
    }
}
