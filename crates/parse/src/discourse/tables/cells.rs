//! What the cells of a row are to its event: who, what, where, which document.

use std::ops::Range;

use verbale_core::{ActorKind, EventKind, InstrumentKind, ItemCategory, Role};

use super::row::Row;
use crate::events::{CasualtyDraft, InstrumentDraft, ItemDraft, ParticipantDraft, Who};
use crate::lexicon::Lexicon;
use crate::lexicon::columns::{Meaning, singulars};
use crate::lexicon::frames::{Frame, Slot};
use crate::mentions::instruments::{self, InstrumentMention};
use crate::text::{overlapping, within};

impl Row<'_, '_> {
    /// The actors of the cells, in the roles of their columns.
    pub(super) fn participants(&self, frame: &Frame) -> Vec<ParticipantDraft> {
        let mut found = Vec::new();
        for (column, cell) in self.table.columns.iter().zip(&self.cells) {
            let Some(role) = column.meaning.and_then(|meaning| role(meaning, frame)) else { continue };
            let actors = &self.mentions.actors;
            let mentions = within(actors, |actor| &actor.range, cell)
                .filter(|&index| !actors[index].is_nested && !actors[index].is_part)
                .filter(|&index| self.is_whole(index, cell));
            found.extend(mentions.map(|index| ParticipantDraft { role, who: Who::Mention(index) }));
        }
        found
    }

    /// Whether a name is no state's, or stands for itself in its cell: "Japan" of "Japan Marine United" is not Japan.
    fn is_whole(&self, mention: usize, cell: &Range<usize>) -> bool {
        let named = &self.mentions.actors[mention];
        let kind = self.mentions.actor(self.lexicon, named.actor).map(|actor| actor.kind);
        let before = self.text.slice(&(cell.start..named.range.start)).trim_end();
        let behind = self.text.slice(&(named.range.end..cell.end)).trim_start();
        let parts = |char: char| matches!(char, ',' | '/' | '&' | '(' | ')' | '–' | '-' | ';');
        let begins = before.is_empty() || before.ends_with(parts) || is_link(before.rsplit(' ').next());
        let ends = behind.is_empty() || behind.starts_with(parts) || is_link(behind.split(' ').next());
        !matches!(kind, Some(ActorKind::State | ActorKind::Territory)) || begins && ends
    }

    /// The body that the title names: "Resolutions of the Senate".
    pub(super) fn issuer(&self, frame: &Frame) -> Vec<ParticipantDraft> {
        let Some(title) = self.table.title.as_ref().filter(|_| frame.kind == EventKind::Adoption) else {
            return Vec::new();
        };
        let actors = &self.mentions.actors;
        let is_body = |index: &usize| {
            let actor = self.mentions.actor(self.lexicon, actors[*index].actor);
            let kind = actor.map(|actor| actor.kind);
            matches!(kind, Some(ActorKind::Organ | ActorKind::Legislature | ActorKind::Igo))
                && !actors[*index].is_nested
        };
        let bodies: Vec<usize> = within(actors, |actor| &actor.range, &title.range).filter(is_body).collect();
        let issuer = |index| ParticipantDraft { role: Role::Actor, who: Who::Mention(index) };
        if let [body] = bodies[..] { vec![issuer(body)] } else { Vec::new() }
    }

    pub(super) fn places(&self, frame: &Frame) -> Vec<Range<usize>> {
        let scene = self.filled(Meaning::Land).filter(|_| role(Meaning::Land, frame).is_none());
        let scene = scene.filter(|_| is_force(frame.kind));
        let cells = self.filled(Meaning::Place).chain(scene).map(|(_, cell)| cell);
        let places = &self.mentions.places;
        let named = |cell: &Range<usize>| -> Vec<Range<usize>> {
            let named = within(places, |place| &place.range, cell).map(|index| places[index].range.clone());
            let lands = self.lands(cell).map(|index| self.mentions.actors[index].range.clone());
            let mut found: Vec<Range<usize>> = named.chain(lands).collect();
            found.sort_by_key(|place| place.start);
            found
        };
        cells.flat_map(named).collect()
    }

    /// The states and territories that a cell names.
    fn lands(&self, cell: &Range<usize>) -> impl Iterator<Item = usize> {
        let actors = &self.mentions.actors;
        within(actors, |actor| &actor.range, cell).filter(|&index| {
            let actor = self.mentions.actor(self.lexicon, actors[index].actor);
            let kind = actor.map(|actor| actor.kind);
            !actors[index].is_nested && matches!(kind, Some(ActorKind::State | ActorKind::Territory))
        })
    }

    pub(super) fn land_at(&self, place: &Range<usize>) -> Option<usize> {
        let is_cell = self.cells.iter().zip(&self.table.columns).any(|(cell, column)| {
            cell.contains(&place.start) && matches!(column.meaning, Some(Meaning::Place | Meaning::Land))
        });
        self.lands(place).next().filter(|_| is_cell)
    }

    /// The dead and wounded of the cells, where the event is one of force.
    pub(super) fn casualties(&self, frame: &Frame) -> CasualtyDraft {
        let number = |meaning| self.number(meaning).filter(|_| is_force(frame.kind));
        CasualtyDraft {
            killed: number(Meaning::Killed),
            injured: number(Meaning::Injured),
            ..CasualtyDraft::default()
        }
    }

    /// The first quantity of a column.
    fn number(&self, meaning: Meaning) -> Option<usize> {
        let quantities = &self.mentions.quantities;
        let (_, cell) = self.filled(meaning).next()?;
        within(quantities, |quantity| &quantity.range, cell).next()
    }

    /// The goods of the cells, with their number before them or in its own column.
    pub(super) fn items(&self) -> Vec<ItemDraft> {
        let cells: Vec<_> = self.filled(Meaning::Item).collect();
        let mut found: Vec<ItemDraft> =
            cells.into_iter().flat_map(|(column, cell)| self.items_in(column, cell)).collect();
        if let [item] = found.as_mut_slice() {
            item.quantity = item.quantity.or_else(|| self.number(Meaning::Count));
        }
        found
    }

    /// The money of a row about aid or payments.
    pub(super) fn money(&self) -> Option<ItemDraft> {
        let quantity = self.number(Meaning::Money)?;
        let range = self.mentions.quantities.get(quantity)?.range.clone();
        Some(ItemDraft { category: ItemCategory::Money, quantity: Some(quantity), range })
    }

    fn items_in(&self, column: usize, cell: &Range<usize>) -> Vec<ItemDraft> {
        let quantities = &self.mentions.quantities;
        let number_in = |range: &Range<usize>| within(quantities, |quantity| &quantity.range, range).next();
        let head = self.table.columns.get(column).map(|column| column.range.clone()).unwrap_or_default();
        let of_head = category(self.lexicon, self.text.slice(&head));
        if !self.text.slice(cell).contains(char::is_alphabetic) {
            // "1,200" below "Troops"
            let quantity = number_in(cell);
            let item = of_head.map(|category| ItemDraft { category, quantity, range: head });
            return item.filter(|_| quantity.is_some()).into_iter().collect();
        }
        let mut start = cell.start;
        let mut found = Vec::new();
        for part in self.text.slice(cell).split_inclusive(',') {
            let mut name = name_of_item(part);
            // The number of "155 mm shells" does not count them.
            let counts = !part[name.clone()].starts_with(|char: char| char.is_ascii_digit());
            let quantity = number_in(&(start..start + name.start + 1)).filter(|_| counts);
            // "two corvettes"
            if let Some(word) = quantity.and(part[name.clone()].split(' ').next())
                && self.lexicon.numbers.words().any(|number| number.eq_ignore_ascii_case(word))
            {
                name.start += (word.len() + 1).min(name.len());
            }
            let range = start + name.start..start + name.end;
            start += part.len();
            let category = category(self.lexicon, &part[name]).or(of_head);
            found.extend(category.map(|category| ItemDraft { category, quantity, range }));
        }
        found
    }

    /// The document that a cell of a column of documents names.
    pub(super) fn document(&self) -> Option<InstrumentDraft> {
        let (column, cell) = self.filled(Meaning::Document).next()?;
        let of = |range: &Range<usize>| overlapping(&self.mentions.instruments, |found| &found.range, range);
        let named = of(cell).filter(|found| cell.contains(&found.range.start));
        let head = self.table.columns.get(column).and_then(|column| of(&column.range));
        // "Draft" heads drafts of what the title names.
        let exact = |found: &&InstrumentMention| found.kind != InstrumentKind::Other;
        let title = self.table.title.as_ref().and_then(|title| of(&title.range));
        let known = named.or(head.filter(exact)).or(title).or(head)?;
        let words = self.text.slice(cell);
        let number = named.and_then(|found| found.number.clone()).or_else(|| number_of_document(words));
        let quotations = &self.mentions.quotations.ranges;
        let quoted = within(quotations, |quoted| quoted, cell).next().map(|index| quotations[index].clone());
        let title = quoted.or_else(|| number.is_none().then(|| cell.clone())).map(instruments::Title::Quoted);
        Some(InstrumentDraft { number, title, range: cell.clone(), ..InstrumentDraft::named(known) })
    }

    /// The sort of document that the title names.
    pub(super) fn titled(&self) -> Option<InstrumentDraft> {
        let title = &self.table.title.as_ref()?.range;
        overlapping(&self.mentions.instruments, |found| &found.range, title).map(InstrumentDraft::named)
    }
}

/// The role of a column's actors in the events of a frame.
fn role(meaning: Meaning, frame: &Frame) -> Option<Role> {
    use EventKind::{
        Accession, Adoption, Deployment, JointExercise, Meeting, Negotiation, Ratification, Recognition,
        Restoration, Signature, Visit, Withdrawal,
    };
    let slot = |slots: &[Slot]| slots.iter().find_map(|slot| frame.slots.get(slot)).copied();
    match meaning {
        Meaning::Role(Role::Actor) => slot(&[Slot::Subject]).or(Some(Role::Actor)),
        Meaning::Role(Role::Recipient) => slot(&[Slot::Against, Slot::To, Slot::Object])
            .filter(|role| *role != Role::Actor)
            .or(Some(Role::Recipient)),
        Meaning::Role(role) => Some(role),
        Meaning::Buyer if frame.kind == EventKind::Contract => Some(Role::Actor),
        Meaning::Buyer => Some(Role::Recipient),
        Meaning::Land => match frame.kind {
            Signature | Ratification | Accession | Adoption | Deployment | Recognition | Restoration
            | Withdrawal => Some(Role::Actor),
            Visit | Meeting | Negotiation | JointExercise => Some(Role::Host),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a word stands between the names of a list.
fn is_link(word: Option<&str>) -> bool {
    matches!(word, Some("and" | "or" | "the" | "The" | "with" | "vs" | "by"))
}

fn is_force(kind: EventKind) -> bool {
    use EventKind::{
        Assassination, Attack, Ceasefire, CeasefireViolation, Clash, Detention, Offensive, Protest,
    };
    matches!(
        kind,
        Assassination | Attack | Ceasefire | CeasefireViolation | Clash | Detention | Offensive | Protest
    )
}

/// Where the name of goods stands in some words: behind a number, before a bracket.
fn name_of_item(words: &str) -> Range<usize> {
    let end = words.find('(').unwrap_or(words.len());
    let end = words[..end].trim_end_matches([' ', ',']).len();
    let is_number = |char: char| char.is_ascii_digit() || matches!(char, ',' | '.' | ' ' | '×');
    let behind = words[..end].trim_start_matches(is_number);
    // "155 mm shells" has a number in its name; "155mm" has it in a word.
    let first = end - behind.len();
    let parted = (words[..first].ends_with(' ') && !behind.starts_with("mm ")) || first == 0;
    let start = if parted { first } else { end - words[..end].trim_start().len() };
    start..end
}

/// The category of what some words name.
pub(super) fn category(lexicon: &Lexicon, words: &str) -> Option<ItemCategory> {
    let lower = words.to_lowercase();
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    let last = words.pop()?;
    let of = |last: &str| {
        let phrase: Vec<&str> = words.iter().copied().chain([last]).collect();
        lexicon.items.ending(&phrase).map(|(category, _)| category)
    };
    of(last).or_else(|| singulars(last).find_map(|last| of(&last)))
}

/// A number such as "2285", "687 (1991)" or "S/1995/247" that is all that some words say.
fn number_of_document(words: &str) -> Option<String> {
    let number = words.split(" (").next().unwrap_or(words).trim();
    let signs = |char: char| char.is_ascii_alphanumeric() || matches!(char, '/' | '.' | '-');
    let is_number = number.chars().all(|char| char.is_ascii_digit());
    let is_symbol = number.contains('/') && number.contains(|char: char| char.is_ascii_digit());
    (number.chars().all(signs) && !number.is_empty() && (is_number || is_symbol)).then(|| number.to_owned())
}
