//! The text's time line: years that a date leaves out, and the date of each event.

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

/// Gives each date its value. A missing year is that of the last date with a year before it, else that of the first one behind
/// it, else that of publication.
pub(crate) fn settle(_text: &Text<'_>, mentions: &[DateMention], metadata: &Metadata) -> Vec<SettledDate> {
    let years: Vec<Option<i32>> = mentions.iter().map(|mention| mention.value.year()).collect();
    let published = metadata.published.as_ref().and_then(Edtf::calendar_year);
    let mut settled = Vec::with_capacity(mentions.len());
    let mut last: Option<usize> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let value = &mention.value;
        if !value.lacks_year() {
            settled.push(SettledDate { edtf: value.edtf(None), basis: Basis::Explicit, anchor: None, unresolved: false });
            last = years[index].map(|_| index).or(last);
            continue;
        }
        let anchor = last.or_else(|| (index + 1..mentions.len()).find(|&later| years[later].is_some()));
        let year = anchor.and_then(|anchor| years[anchor]);
        settled.push(match (year, published) {
            (Some(year), _) => SettledDate { edtf: value.edtf(Some(year)), basis: Basis::Inherited, anchor, unresolved: false },
            (None, Some(year)) => {
                SettledDate { edtf: value.edtf(Some(year)), basis: Basis::Publication, anchor: None, unresolved: false }
            }
            (None, None) => SettledDate { edtf: value.edtf(None), basis: Basis::Explicit, anchor: None, unresolved: true },
        });
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
    let own = event.dates.iter().copied().filter(usable).min_by_key(distance);
    own.or_else(|| {
        let block = layout.blocks.get(text.sentences().get(event.sentence)?.block)?;
        let lead_in = layout.blocks.get(block.lead_in?)?;
        let first = mentions.partition_point(|mention| mention.range.start < lead_in.range.start);
        (first..mentions.len()).take_while(|&index| mentions[index].range.end <= lead_in.range.end).find(usable)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(source: &str, published: Option<&str>) -> Vec<String> {
        let layout = crate::document::read(source);
        let text = Text::of(&layout);
        let mentions = crate::mentions::dates::find(&text);
        let metadata = Metadata { published: published.map(|date| date.parse().unwrap()), ..Metadata::default() };
        let show = |date: SettledDate| {
            let edtf = date.edtf.map_or("none".to_owned(), |edtf| edtf.to_string());
            let unresolved = if date.unresolved { " unresolved" } else { "" };
            format!("{edtf} {}{unresolved}", date.basis)
        };
        settle(&text, &mentions, &metadata).into_iter().map(show).collect()
    }

    #[test]
    fn a_missing_year_comes_from_the_date_before() {
        let source = "On 3 May 1992 they met. On 9 May the truce began.";
        assert_eq!(settled(source, None), ["1992-05-03 explicit", "1992-05-09 inherited"]);
    }

    #[test]
    fn or_from_the_one_behind_or_from_publication() {
        assert_eq!(settled("On 3 May they met; by 9 June 1992 all was over.", None)[0], "1992-05-03 inherited");
        assert_eq!(settled("On 3 May they met.", Some("1999-06-01")), ["1999-05-03 publication"]);
    }

    #[test]
    fn a_year_is_never_made_up() {
        assert_eq!(settled("On 3 May they met.", None), ["XXXX-05-03 explicit unresolved"]);
    }
}
