//! Tables tell of one happening a row: the head of a column says what its cells are ("Signed": a date, of a signature), the title or the
//! sentence before the table what all rows are about ("The executive contracts followed:").
//!
//! [`columns`](crate::lexicon::columns) knows the words, [`row`] makes the events of a row, [`cells`] says who
//! and what is in them. What the frames found in a cell of prose stays,
//! and takes from the other cells when, where and by whom it was.

mod cells;
mod row;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::Status;

use crate::document::{BETWEEN_CELLS, BlockKind, Layout};
use crate::events::{EventDraft, of_sentences};
use crate::lexicon::Lexicon;
use crate::lexicon::columns::{Meaning, Says};
use crate::mentions::Mentions;
use crate::text::Text;
use row::Row;

/// A table whose columns are understood in part.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) title: Option<Title>,
    /// The blocks of its rows.
    rows: Range<usize>,
}

/// A column. Positions are bytes of the reading text.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its head.
    pub(crate) range: Range<usize>,
    /// What its cells are.
    pub(crate) meaning: Option<Meaning>,
    says: Option<Says>,
}

/// What names the kind of event of all rows.
#[derive(Debug)]
pub(crate) struct Title {
    /// The heading, or the sentence before the table.
    pub(crate) range: Range<usize>,
    /// The frame, by its place in the lexicon.
    pub(crate) frame: usize,
    /// What holds of all rows, if it says so.
    status: Option<Status>,
}

/// What the rows make of the events and mentions.
#[derive(Default)]
struct Changes {
    made: Vec<EventDraft>,
    /// Events that rows or titles only repeat.
    dropped: BTreeSet<usize>,
    /// Names in the columns of those who act.
    acting: BTreeSet<usize>,
    /// Names in the columns of places.
    lying: BTreeSet<usize>,
}

/// Adds the events of the tables' rows, each before those that its cells of prose tell of, and gives the tables for `explain`.
pub(crate) fn read(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &mut Mentions,
    lexicon: &Lexicon,
    events: &mut Vec<EventDraft>,
) -> Vec<Table> {
    let tables = find(layout, text, lexicon);
    let mut changes = Changes::default();
    for table in &tables {
        let leader = table.leader(text, lexicon, events);
        let before = changes.made.len();
        for block in table.rows.clone() {
            let Some(range) = layout.blocks.get(block).map(|block| block.range.clone()) else { continue };
            let Some(row) = Row::of(table, text, mentions, lexicon, &range) else { continue };
            row.tell(leader.map(|index| events[index].clone()).as_ref(), events, &mut changes);
        }
        // What its rows tell one by one, a lead-in only sums up.
        changes.dropped.extend(leader.filter(|_| changes.made.len() > before));
    }
    for (index, actor) in mentions.actors.iter_mut().enumerate() {
        actor.is_place =
            (actor.is_place || changes.lying.contains(&index)) && !changes.acting.contains(&index);
    }
    let kept = std::mem::take(events).into_iter().enumerate();
    events.append(&mut changes.made);
    events.extend(kept.filter(|(index, _)| !changes.dropped.contains(index)).map(|(_, event)| event));
    events.sort_by_key(|event| event.sentence);
    tables
}

impl Table {
    /// The event that the sentence before the table tells of all rows, by its place in the list.
    fn leader(&self, text: &Text<'_>, lexicon: &Lexicon, events: &[EventDraft]) -> Option<usize> {
        let title = self.title.as_ref()?;
        let kind = |frame: usize| lexicon.frames.get(frame).map(|frame| frame.kind);
        let sentence = text.sentence_at(title.range.start)?;
        of_sentences(events, sentence..sentence + 1)
            .find(|&index| kind(events[index].frame) == kind(title.frame))
    }

    fn has(&self, meaning: Meaning) -> bool {
        self.columns.iter().any(|column| column.meaning == Some(meaning))
    }
}

/// The tables of a text of which two columns or more are understood.
fn find(layout: &Layout, text: &Text<'_>, lexicon: &Lexicon) -> Vec<Table> {
    let is_row = |index: usize| {
        layout.blocks.get(index).is_some_and(|block| block.kind == BlockKind::TableRow && !block.header)
    };
    let headers = layout.blocks.iter().enumerate().filter(|(_, block)| block.header);
    let table = |(index, block): (usize, &crate::document::Block)| {
        let behind = (index + 1..).take_while(|&row| is_row(row)).count();
        let columns: Vec<Column> =
            split(text, &block.range).into_iter().map(|range| column(text, lexicon, range)).collect();
        let understood = columns.iter().filter(|column| column.meaning.is_some()).count();
        let title = title(layout, text, lexicon, index);
        (understood > 1).then(|| Table { columns, title, rows: index + 1..index + 1 + behind })
    };
    headers.filter_map(table).collect()
}

fn column(text: &Text<'_>, lexicon: &Lexicon, range: Range<usize>) -> Column {
    let head = text.slice(&range);
    let known = lexicon.columns.head(head);
    // "Aircraft" heads a column of aircraft.
    let meaning = known.map(|(meaning, _)| meaning);
    let meaning = meaning.or_else(|| cells::category(lexicon, head).map(|_| Meaning::Item));
    Column { range, meaning, says: known.map(|(_, says)| says) }
}

/// The last sentence before a table, if it introduces it or is no sentence, else the heading above; whichever names a kind of event.
fn title(layout: &Layout, text: &Text<'_>, lexicon: &Lexicon, header: usize) -> Option<Title> {
    let before = layout.blocks[..header].iter().rev().find(|block| block.kind != BlockKind::Note);
    let told = before.filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem));
    let last = told.and_then(|block| {
        let end = text.sentence_at(block.range.end.checked_sub(1)?)?;
        let range = text.sentences().get(end)?.range.clone();
        let words = text.slice(&range);
        (words.ends_with(':') || is_name(words)).then_some(range)
    });
    let section = layout.blocks.get(header)?.section;
    let heading = section.and_then(|section| layout.sections.get(section));
    let heading = heading.map(|section| section.title_range.clone());
    let named = |range: Range<usize>| {
        let says = lexicon.columns.title(text.slice(&range))?;
        Some(Title { range, frame: says.frame?, status: says.status })
    };
    [last, heading].into_iter().flatten().find_map(named)
}

/// Whether some words are short and end without a full stop, as titles do.
fn is_name(words: &str) -> bool {
    !words.ends_with(['.', '!', '?', ';', ',']) && words.split_whitespace().count() <= TITLE
}

/// How many words a title has at most.
const TITLE: usize = 15;

/// Where the cells of a row stand.
fn split(text: &Text<'_>, row: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = row.start;
    let mut found = Vec::new();
    for cell in text.slice(row).split(BETWEEN_CELLS) {
        found.push(start..start + cell.len());
        start += cell.len() + BETWEEN_CELLS.len();
    }
    found
}
