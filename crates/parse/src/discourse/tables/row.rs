//! The events of one row.

use std::ops::Range;

use verbale_core::{EventKind, Role, Status};

use super::{Changes, Table, split};
use crate::events::{EventDraft, ParticipantDraft, moves, of_sentences};
use crate::lexicon::Lexicon;
use crate::lexicon::columns::Meaning;
use crate::mentions::Mentions;
use crate::text::{Text, within};

/// A row beside the columns of its table.
pub(super) struct Row<'r, 't> {
    pub(super) table: &'r Table,
    pub(super) text: &'r Text<'t>,
    pub(super) mentions: &'r Mentions,
    pub(super) lexicon: &'r Lexicon,
    range: Range<usize>,
    pub(super) cells: Vec<Range<usize>>,
}

/// An event that the words of a row name.
struct Told {
    frame: usize,
    status: Option<Status>,
    /// By its place among the date mentions.
    date: Option<usize>,
    /// The column of the cell that names it.
    cell: Option<usize>,
    /// Whether a column says so, and not only the title.
    by_column: bool,
}

impl<'r, 't> Row<'r, 't> {
    /// A row that has a cell for each column.
    pub(super) fn of(
        table: &'r Table,
        text: &'r Text<'t>,
        mentions: &'r Mentions,
        lexicon: &'r Lexicon,
        range: &Range<usize>,
    ) -> Option<Self> {
        let cells = split(text, range);
        let fits = cells.len() == table.columns.len();
        fits.then(|| Self { table, text, mentions, lexicon, range: range.clone(), cells })
    }

    /// Makes the events of the row, and gives those that the frames found in it what its other cells say.
    pub(super) fn tell(&self, leader: Option<&EventDraft>, events: &mut [EventDraft], changes: &mut Changes) {
        let first = self.text.sentences().partition_point(|found| found.range.start < self.range.start);
        let inside =
            self.text.sentences()[first..].iter().take_while(|found| found.range.end <= self.range.end);
        let found: Vec<usize> = (first..first + inside.count())
            .flat_map(|sentence| of_sentences(events, sentence..sentence + 1))
            .collect();
        let (prose, named): (Vec<usize>, Vec<usize>) =
            found.into_iter().partition(|&index| self.is_prose(&events[index].trigger));
        let kind = |frame: usize| self.lexicon.frames.get(frame).map(|frame| frame.kind);
        let repeats = |told: &Told| {
            prose.iter().any(|&index| kind(events[index].frame) == kind(told.frame))
                || !told.by_column && !prose.is_empty()
        };
        let told: Vec<Told> = self.told().into_iter().filter(|told| !repeats(told)).collect();
        let made: Vec<EventDraft> = told.iter().filter_map(|told| self.event(told, leader)).collect();
        if !made.is_empty() {
            changes.dropped.extend(named.iter().copied());
        }
        let beside = if made.is_empty() { [prose, named].concat() } else { prose };
        for index in beside {
            self.complete(&mut events[index]);
        }
        for event in
            made.iter().chain(events.iter().filter(|event| self.range.contains(&event.trigger.start)))
        {
            changes.acting.extend(event.participants.iter().filter_map(|found| found.who.mention()));
            changes.lying.extend(event.places.iter().filter_map(|place| self.land_at(place)));
        }
        changes.made.extend(made);
    }

    /// Whether words stand in a cell of which the head does not say that it is something else than prose.
    fn is_prose(&self, words: &Range<usize>) -> bool {
        let column = self.cells.iter().position(|cell| cell.contains(&words.start));
        let meaning = column.and_then(|column| self.table.columns.get(column)?.meaning);
        matches!(meaning, None | Some(Meaning::Text))
    }

    /// Gives an event of a cell of prose the date, place and actors of the other cells, where it has none.
    fn complete(&self, event: &mut EventDraft) {
        let Some(cell) = self.cells.iter().find(|cell| cell.contains(&event.trigger.start)) else { return };
        let inside = |index: &usize| {
            self.mentions.dates.get(*index).is_some_and(|date| cell.contains(&date.range.start))
        };
        if !event.own_dates.iter().chain(&event.clause_dates).any(inside) {
            let date = self.dated(false).map(|(_, date)| date).next();
            event.own_dates = date.map_or_else(|| event.own_dates.clone(), |date| vec![date]);
        }
        let Some(frame) = self.lexicon.frames.get(event.frame) else { return };
        // What stands in other cells has the part that its column gives it.
        event.places.retain(|place| cell.contains(&place.start));
        if event.places.is_empty() {
            event.places = self.places(frame);
        }
        event.casualties.take(self.casualties(frame));
        let of_cell = |found: &ParticipantDraft| {
            let mention = found.who.mention().and_then(|index| self.mentions.actors.get(index));
            mention.is_none_or(|mention| cell.contains(&mention.range.start))
        };
        event.participants.retain(of_cell);
        let roles: Vec<Role> = event.participants.iter().map(|found| found.role).collect();
        let others = self.participants(frame).into_iter();
        event.participants.extend(others.filter(|found| !roles.contains(&found.role)));
    }

    /// The columns of a meaning, with their cells that say something.
    pub(super) fn filled(&self, meaning: Meaning) -> impl Iterator<Item = (usize, &Range<usize>)> {
        let cells = self.cells.iter().enumerate();
        cells.filter(move |(column, cell)| {
            let said = self.table.columns.get(*column).and_then(|column| column.meaning);
            said == Some(meaning) && self.text.slice(cell).contains(char::is_alphanumeric)
        })
    }

    /// The dates of the columns that name an event, or of those that do not, with their columns.
    fn dated(&self, names: bool) -> impl Iterator<Item = (usize, usize)> {
        let dates = &self.mentions.dates;
        self.filled(Meaning::Date)
            .filter(move |(column, _)| self.frame_of(*column).is_some() == names)
            .filter_map(|(column, cell)| Some((column, within(dates, |date| &date.range, cell).next()?)))
    }

    fn frame_of(&self, column: usize) -> Option<usize> {
        self.table.columns.get(column)?.says?.frame
    }

    /// The events that the heads, the title and the cells name: one for each column of dates that names one, else one in all.
    fn told(&self) -> Vec<Told> {
        let title = self.table.title.as_ref().map(|title| title.frame);
        let dated = self.dated(true).filter_map(|(column, date)| {
            let says = self.table.columns.get(column)?.says?;
            let frame = self.of_purchase(says.frame?, title);
            Some(Told { frame, status: says.status, date: Some(date), cell: None, by_column: true })
        });
        let dated: Vec<Told> = dated.collect();
        if !dated.is_empty() {
            return dated;
        }
        let date = self.dated(false).map(|(_, date)| date).next();
        let (frame, cell) = match self.named() {
            Some((frame, cell)) => (Some(frame), Some(cell)),
            None => (title, None),
        };
        let outcome = self.filled(Meaning::Outcome).next();
        let came_of_it = outcome.and_then(|(_, cell)| self.lexicon.columns.outcome(self.text.slice(cell)));
        let is_vote = |frame: Option<usize>| {
            frame
                .and_then(|frame| self.lexicon.frames.get(frame))
                .is_none_or(|f| f.kind == EventKind::Adoption)
        };
        let by_outcome = came_of_it.and_then(|says| says.frame).filter(|_| is_vote(frame));
        // Whether a draft was adopted is what the outcome tells.
        if self.table.has(Meaning::Outcome) && is_vote(frame) && by_outcome.is_none() {
            return Vec::new();
        }
        let by_column = by_outcome.is_some() || cell.is_some();
        let cell = by_outcome.and(outcome).map(|(column, _)| column).or(cell);
        let status = came_of_it.and_then(|says| says.status);
        let told = |frame| Told { frame, status, date, cell, by_column };
        by_outcome.or(frame).map(told).into_iter().collect()
    }

    /// What a word for the kind of event names, or the head of a column that is no date.
    fn named(&self) -> Option<(usize, usize)> {
        let by_word = self.filled(Meaning::Kind).find_map(|(column, cell)| {
            Some((self.lexicon.columns.title(self.text.slice(cell))?.frame?, column))
        });
        let by_head = [Meaning::Document, Meaning::Text].into_iter().find_map(|meaning| {
            let mut filled = self.filled(meaning);
            // A number below "Attacks" counts them.
            let says = |cell: &Range<usize>| {
                meaning == Meaning::Document || self.text.slice(cell).contains(char::is_alphabetic)
            };
            filled.find_map(|(column, cell)| Some((self.frame_of(column).filter(|_| says(cell))?, column)))
        });
        by_word.or(by_head)
    }

    /// A signature for goods is that of a contract.
    fn of_purchase(&self, frame: usize, title: Option<usize>) -> usize {
        let kind = |frame: usize| self.lexicon.frames.get(frame).map(|frame| frame.kind);
        if kind(frame) != Some(EventKind::Signature) {
            return frame;
        }
        let contract = title.filter(|&title| kind(title) == Some(EventKind::Contract));
        let goods = || {
            let buys = !self.items().is_empty();
            self.lexicon.columns.title("contract").and_then(|says| says.frame).filter(|_| buys)
        };
        contract.or_else(goods).unwrap_or(frame)
    }

    fn event(&self, told: &Told, leader: Option<&EventDraft>) -> Option<EventDraft> {
        let frame = self.lexicon.frames.get(told.frame)?;
        let mut participants = self.participants(frame);
        let mut items = if moves(frame.kind) { self.items() } else { Vec::new() };
        let gives = matches!(frame.kind, EventKind::Aid | EventKind::Payment);
        items.extend(self.money().filter(|_| gives));
        let places = self.places(frame);
        let document = self.document();
        let has_number = document.as_ref().is_some_and(|document| document.number.is_some());
        let mut prose = self.filled(Meaning::Text).map(|(_, cell)| cell);
        let prose = prose.find(|cell| self.text.slice(cell).contains(char::is_alphabetic));
        let says = !participants.is_empty() || !places.is_empty() || !items.is_empty() || document.is_some();
        // A year beside numbers sums up what happened in it.
        if !(says || prose.is_some()) || told.date.is_none() && !has_number {
            return None;
        }
        let trigger = told
            .cell
            .map(|column| self.cells[column].clone())
            .or_else(|| document.as_ref().map(|document| document.range.clone()))
            .or_else(|| Some(items.first()?.range.clone()).filter(|item| self.range.contains(&item.start)))
            .or_else(|| prose.cloned())
            .or_else(|| Some(self.mentions.dates.get(told.date?)?.range.clone()))?;
        let roles: Vec<Role> = participants.iter().map(|found| found.role).collect();
        let of_all = leader.map_or_else(|| self.issuer(frame), |leader| leader.participants.clone());
        participants.extend(of_all.into_iter().filter(|found| !roles.contains(&found.role)));
        let titled = self.table.title.as_ref().and_then(|title| title.status);
        let status = told.status.or(titled).or(frame.status).unwrap_or(Status::Occurred);
        let sentence = self.text.sentence_at(trigger.start)?;
        Some(EventDraft {
            participants,
            instrument: document.or_else(|| self.titled()).filter(|_| frame.instrument),
            own_dates: told.date.into_iter().collect(),
            places,
            casualties: self.casualties(frame),
            items,
            status,
            ..EventDraft::of_frame(self.lexicon, told.frame, trigger, sentence)
        })
    }
}
