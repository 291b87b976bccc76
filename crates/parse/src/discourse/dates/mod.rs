//! The text's time line: what a date leaves out, what it is counted from, and the date of each event.
//!
//! A text is read from its start. [`timeline`] keeps where the story is, [`years`] completes dates by it, and [`relative`] counts
//! "three weeks later" and "last Monday". What is settled never changes what was settled before it: a longer text has the dates of a
//! shorter one that it begins with, but for those that wait for a later date to be settled by.

mod clause;
mod of_document;
mod of_event;
mod relative;
mod timeline;
mod years;

use std::ops::Range;

pub(crate) use of_event::of_event;
use timeline::TimeLine;
use verbale_core::{Basis, Edtf};

use crate::document::Layout;
use crate::extractor::Metadata;
use crate::mentions::datelines::Dateline;
use crate::mentions::dates::{DateMention, Day};
use crate::text::Text;

/// A date with its value, and how that was found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SettledDate {
    /// `None` if the words can be read in two ways, or nothing says what they are counted from.
    pub(crate) edtf: Option<Edtf>,
    /// How it was found out.
    pub(crate) basis: Basis,
    /// The mention that it was counted or completed from.
    pub(crate) anchor: Option<usize>,
    /// What keeps it from its full value, if anything does.
    pub(crate) open: Option<Open>,
}

/// What keeps a date from its full value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Open {
    /// Day and month can be read in either order.
    Ambiguous,
    /// Nothing gives the year.
    NoYear,
    /// Nothing says what it is counted from.
    NoAnchor,
}

/// Gives each date its value. `quoted` are the stretches of the text that quote others, in order.
pub(crate) fn settle(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &[DateMention],
    datelines: &[Dateline],
    quoted: &[Range<usize>],
    metadata: &Metadata,
) -> Vec<SettledDate> {
    let head = layout.head.date.as_ref().and_then(|head| {
        mentions.iter().position(|mention| {
            head.range.start <= mention.range.start && mention.range.end <= head.range.end
        })
    });
    let head = head.or_else(|| of_dateline(datelines, mentions));
    let given = metadata.published.as_ref().and_then(day_of);
    let published = given.or_else(|| mentions[head?].value.moment().filter(|day| day.year.is_some()));
    let mut line = TimeLine::new(text, mentions, quoted, published, head, datelines);
    (0..mentions.len()).map(|index| line.settle(index)).collect()
}

/// The date of the dateline with which a text begins, if it names a day.
pub(crate) fn of_dateline(datelines: &[Dateline], mentions: &[DateMention]) -> Option<usize> {
    let first = datelines.first()?.date.filter(|&date| date == 0)?;
    mentions.get(first).is_some_and(|date| date.value.day().is_some() && date.in_story).then_some(first)
}

/// The day, month or year of a date that the caller gave.
fn day_of(edtf: &Edtf) -> Option<Day> {
    let month = edtf.month_of_year();
    Some(Day { year: Some(edtf.calendar_year()?), month, day: month.and(edtf.day_of_month()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// The dates of a text with their values.
    fn read(source: &str, published: Option<&str>) -> Vec<(String, SettledDate)> {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let lexicon = Lexicon::embedded().unwrap();
        let mentions = lexicon.times.find(&layout, &text, &lexicon).dates;
        let quoted = crate::mentions::quotations::find(&layout, &text).ranges;
        let metadata =
            Metadata { published: published.map(|date| date.parse().unwrap()), ..Metadata::default() };
        let datelines = crate::mentions::datelines::find(&text, &mentions);
        let settled = settle(&layout, &text, &mentions, &datelines, &quoted, &metadata);
        let words = mentions.iter().map(|mention| text.slice(&mention.range).to_owned());
        words.zip(settled).collect()
    }

    /// Every example of the grammar is read as it says.
    #[test]
    fn every_example_of_the_grammar_is_read() {
        let table = include_str!("../../../data/dates/grammar.tsv");
        let mut wrong = String::new();
        let mut count = 0;
        for row in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [_, _, _, example, reads] = cells[..] else { panic!("{row}") };
            if example.is_empty() {
                continue;
            }
            count += 1;
            let (published, reads) = match reads.strip_prefix("published ") {
                Some(rest) => rest.split_once(": ").map(|(date, reads)| (Some(date), reads)).unwrap(),
                None => (None, reads),
            };
            let words = example.split('[').skip(1).filter_map(|part| part.split_once(']'));
            let expected: Vec<String> = words
                .zip(reads.split("; "))
                .map(|((words, _), value)| format!("{words} = {value}"))
                .collect();
            let found: Vec<String> = read(&example.replace(['[', ']'], ""), published)
                .into_iter()
                .map(|(words, date)| {
                    format!("{words} = {}", date.edtf.map_or("none".into(), |edtf| edtf.to_string()))
                })
                .collect();
            if found != expected {
                wrong += &format!("{example}\n  expected {expected:?}\n  found    {found:?}\n");
            }
        }
        assert!(count > 80, "{count}");
        assert!(wrong.is_empty(), "\n{wrong}");
    }

    fn settled(source: &str, published: Option<&str>) -> Vec<String> {
        let show = |(_, date): (String, SettledDate)| {
            let edtf = date.edtf.map_or("none".to_owned(), |edtf| edtf.to_string());
            let unresolved = if date.open.is_some() { " unresolved" } else { "" };
            format!("{edtf} {}{unresolved}", date.basis)
        };
        read(source, published).into_iter().map(show).collect()
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

    /// What the last date of a text means.
    fn last(source: &str, published: Option<&str>) -> String {
        settled(source, published).pop().unwrap()
    }

    #[test]
    fn a_story_goes_forward_and_looks_back() {
        assert_eq!(
            last("On 9 November 1936 they met. In January they met again.", None),
            "1937-01 inherited"
        );
        assert_eq!(last("On 9 November 1936 they met. They had met in January.", None), "1936-01 inherited");
        assert_eq!(last("On 9 November 1936 they met, at war since December.", None), "1935-12/.. inherited");
        // What was before the story does not move it.
        let source = "On 28 March 1918 they met at a post that had been created on 5 November 1917. On 15 July they fled.";
        assert_eq!(last(source, None), "1918-07-15 inherited");
    }

    #[test]
    fn a_later_date_may_settle_an_earlier_one() {
        let source = "The clashes of April 2016 were the worst. New ones broke out on September 27, and a truce was agreed on October 10, 2020.";
        assert_eq!(settled(source, None)[1], "2020-09-27 inherited");
    }

    #[test]
    fn two_dates_side_by_side_name_one_day() {
        assert_eq!(
            settled("They met on 3 May 1992. Two weeks later, on 15 May, they left.", None)[1],
            "1992-05-15 relative"
        );
        assert_eq!(
            last("They met on 3 May 1992, eight days after the march had begun.", None),
            "1992-05-03 relative"
        );
        assert_eq!(
            settled("They met in 1992, and two years later (1994) they left.", None)[1],
            "1994 relative"
        );
    }

    #[test]
    fn what_is_counted_from_an_event_is_counted_from_its_date() {
        let source = "The port was lost on 14 August 1961 and the castle on 20 September. Six days after the loss of the port it rained.";
        assert_eq!(last(source, None), "1961-08-20 relative");
        assert_eq!(
            last("They met on 3 May 1992. Two years after the flood they left.", None),
            "none explicit unresolved"
        );
    }

    #[test]
    fn a_dateline_says_when_a_text_was_written() {
        let source = "NAIROBI, 9 June 1999 — The envoys met on Monday. They will meet again on Friday.";
        assert_eq!(
            settled(source, None),
            ["1999-06-09 explicit", "1999-06-07 publication", "1999-06-11 publication"]
        );
    }

    #[test]
    fn a_dateline_may_name_its_land_and_begins_the_story_anew() {
        let source = "GENEVA, Switzerland, 9 June 1999 (Lake Agency) - The envoys met on Monday. The war began in May 1987.\n\n\
                      NAIROBI, 23 June 2009 (Lake Agency) - The envoys met on Monday, in March and in Lamu.";
        assert_eq!(
            settled(source, None),
            [
                "1999-06-09 explicit",
                "1999-06-07 publication",
                "1987-05 explicit",
                "2009-06-23 explicit",
                "2009-06-22 publication",
                "2009-03 inherited",
            ]
        );
    }

    #[test]
    fn a_later_dateline_says_when_the_rest_was_written() {
        let source = "They met in Nairobi for the third time.\n\nNAIROBI, 9 June 1999 — The envoys met on Monday and spoke about the border of the two lands.\n\nUPDATE - NAIROBI, 23 June 1999 — They met again on Monday, and called a session for Friday.";
        assert_eq!(settled(source, None)[3..], ["1999-06-21 publication", "1999-06-25 publication"]);
    }

    #[test]
    fn history_is_not_told_from_its_publication() {
        let source = "On 3 May 1914 they met. On 9 June they left. They met again on Monday.";
        assert_eq!(settled(source, Some("1999-12-19"))[1..], ["1914-06-09 inherited", "1914-06-15 relative"]);
        assert_eq!(
            last("The fort fell on 3 May 1914. Last year it was a museum.", Some("1999-12-19")),
            "none explicit unresolved"
        );
    }

    #[test]
    fn news_does_not_report_what_came_after_it() {
        let source = "They met on Wednesday. The attack came two days after the talks had failed.";
        assert_eq!(
            settled(source, Some("1999-06-09")),
            ["1999-06-09 publication", "none explicit unresolved"]
        );
    }

    #[test]
    fn the_entries_of_a_chronology_go_on_from_each_other() {
        let source = "# Gulf\n\n## 2019\n\n12 May: Ships are attacked. The suspects are released in February 2021.\n\n\
                      13 June: Two tankers burn.\n\n14 December: Envoys meet.\n";
        assert_eq!(settled(source, None)[3..], ["2019-06-13 inherited", "2019-12-14 inherited"]);
        let source = "# Gulf\n\n6 May 1998 The army takes Badme. A court awards it in April 2002.\n\n5 June Aircraft bomb Asmara.\n";
        assert_eq!(last(source, None), "1998-06-05 inherited");
        // Another list is another one.
        let source = "# A\n\n- 3 May 1962: They met.\n\n## B\n\nIn 1975 the war began.\n\n- On 6 July the port was closed.\n";
        assert_eq!(last(source, None), "1975-07-06 inherited");
    }

    #[test]
    fn a_report_looks_back_and_goes_on_with_its_news() {
        let source = "NAIROBI, 9 November 1999 (Lake Agency) - The envoys will meet again in January. In 1981 soldiers took the town. \
                      The first round was held in August. They fled last month.";
        assert_eq!(
            settled(source, None)[1..],
            ["2000-01 publication", "1981 explicit", "1999-08 publication", "1999-10 publication"]
        );
        let source =
            "NAIROBI, 10 May 1999 (Lake Agency) - The president declared Wednesday a day of mourning.";
        assert_eq!(last(source, None), "1999-05-12 publication");
    }

    #[test]
    fn what_is_to_come_is_of_the_next_year() {
        let source = "NAIROBI, 3 December 1998 (Lake Agency) - The envoys are to meet again in February.";
        assert_eq!(last(source, None), "1999-02 publication");
        let source = "NAIROBI, 3 December 1998 (Lake Agency) - The envoys were to meet in February.";
        assert_eq!(last(source, None), "1998-02 publication");
    }

    #[test]
    fn notes_and_tables_do_not_move_the_story() {
        let source = "# A treaty\n\nThey met on 3 May 1992 in Geneva and signed.[1] The envoys of both sides then left the town.\n\nOn 9 August they met again in Geneva, at the request of both.\n\n[1] The text of the treaty, 7 March 2011, p. 4.\n";
        assert!(
            settled(source, None).contains(&"1992-08-09 inherited".to_owned()),
            "{:?}",
            settled(source, None)
        );
    }
}
