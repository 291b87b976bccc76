//! The rows themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use arrow_array::Array as _;
use verbale_core::{Context, Plover, PloverMode, PloverType, Record, Status};

use super::{EXAMPLES, gulf, rows};
use crate::cell::Cell;
use crate::column::ColumnType;
use crate::plover::PloverEvent;
use crate::table::Table;
use crate::tables::Tables;
use crate::view::View;

#[test]
fn the_list_of_tables_has_the_order_of_the_variants() {
    for (index, table) in Table::ALL.iter().enumerate() {
        assert_eq!(*table as usize, index);
        assert_eq!(table.name().parse(), Ok(*table));
    }
    assert!("treaties".parse::<Table>().unwrap_err().to_string().contains("events, documents"));
}

#[test]
fn every_column_has_a_name_of_its_own_and_a_meaning() {
    for table in Table::ALL {
        let names: BTreeSet<_> = table.columns().iter().map(|column| column.name()).collect();
        assert_eq!(names.len(), table.columns().len(), "{table}");
        for column in table.columns() {
            assert!(column.meaning().ends_with('.'), "{table}.{}: {}", column.name(), column.meaning());
            let is_word = column.column_type() == ColumnType::Word;
            assert!(!is_word || column.words().is_some(), "{table}.{}", column.name());
        }
    }
}

/// Every word of a column is in its vocabulary, and only columns that may be null are.
#[test]
fn cells_are_what_their_columns_say() {
    for record in EXAMPLES.iter() {
        let view = View::new(record);
        for table in Table::ALL {
            for row in rows(&view, *table) {
                assert_eq!(row.len(), table.columns().len());
                for (cell, column) in row.iter().zip(table.columns()) {
                    let null = matches!(
                        cell,
                        Cell::Text(None)
                            | Cell::Word(None)
                            | Cell::Whole(None)
                            | Cell::Number(None)
                            | Cell::Day(None)
                    );
                    assert!(!null || column.is_nullable(), "{table}.{}", column.name());
                    let Some(words) = column.words() else { continue };
                    match cell {
                        Cell::Word(word) => assert!(word.is_none_or(|word| words.contains(&word))),
                        Cell::Texts(texts) => {
                            assert!(texts.iter().flatten().all(|word| words.contains(&word.as_ref())));
                        }
                        cell => panic!("{table}.{}: a vocabulary, but {cell:?}", column.name()),
                    }
                }
            }
        }
    }
}

fn key(table: Table, columns: &[&str], row: &[Cell<'_>]) -> Option<String> {
    let mut key = String::new();
    for name in columns {
        let at = table.columns().iter().position(|column| column.name() == *name).unwrap();
        match &row[at] {
            Cell::Text(None) => return None,
            cell => write!(key, "{cell:?} ").unwrap(),
        }
    }
    Some(key)
}

#[test]
fn keys_name_one_row_and_references_lead_somewhere() {
    let mut keys: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for table in Table::ALL {
        for record in EXAMPLES.iter() {
            for row in rows(&View::new(record), *table) {
                let key = key(*table, table.key(), &row).unwrap();
                assert!(keys.entry(table.name()).or_default().insert(key.clone()), "{table}: {key} twice");
            }
        }
        assert!(keys.contains_key(table.name()), "no example text has a row in {table}");
    }
    for table in Table::ALL {
        for record in EXAMPLES.iter() {
            for row in rows(&View::new(record), *table) {
                for reference in table.references() {
                    if let Some(key) = key(*table, reference.columns, &row) {
                        assert!(keys[reference.table].contains(&key), "{table} → {}: {key}", reference.table);
                    }
                }
            }
        }
    }
}

#[test]
fn lists_that_belong_together_have_one_length() {
    let together = [
        &["actor_ids", "actor_names", "actor_countries"][..],
        &["recipient_ids", "recipient_names", "recipient_countries"],
        &["participants_actor", "participants_role", "participants_name"],
        &["places_place", "places_name", "places_country"],
        &["relations_relation", "relations_event"],
        &["evidence_start", "evidence_end", "evidence_quote"],
    ];
    let tables = Tables::from_records(EXAMPLES.iter()).unwrap();
    let events = tables.get(Table::Events);
    for names in together {
        let lengths = names.iter().map(|name| {
            let column = events.column_by_name(name).unwrap_or_else(|| panic!("{name}"));
            let lists = column.as_any().downcast_ref::<arrow_array::ListArray>().unwrap();
            assert_eq!(lists.null_count(), 0);
            lists.iter().map(|list| list.map(|list| list.len())).collect::<Vec<_>>()
        });
        let lengths: Vec<_> = lengths.collect();
        assert!(lengths.iter().all(|column| *column == lengths[0]), "{names:?}");
    }
}

/// The events of one record, empty cells left out.
#[test]
fn an_event_as_a_row() {
    let record = gulf();
    let view = View::new(&record);
    let mut shown = String::new();
    for row in rows(&view, Table::Events).iter().take(2) {
        for (cell, column) in row.iter().zip(Table::Events.columns()) {
            let text = match cell {
                Cell::Text(Some(text)) => text.to_string(),
                Cell::Word(Some(word)) => (*word).to_owned(),
                Cell::Whole(Some(number)) => number.to_string(),
                Cell::Number(Some(number)) => number.to_string(),
                Cell::Day(Some(day)) => day.to_string(),
                Cell::Texts(texts) if !texts.is_empty() => serde_json::to_string(texts).unwrap(),
                Cell::Wholes(numbers) if !numbers.is_empty() => format!("{numbers:?}"),
                _ => continue,
            };
            writeln!(shown, "{}: {text}", column.name()).unwrap();
        }
        shown.push('\n');
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn events_in_the_json_of_plover() {
    let mut draft = gulf().into_draft();
    draft.events[0].plover = Plover::new(PloverType::Assault).with_mode(PloverMode::HeavyWeapons);
    draft.events[0].contexts = vec![Context::Military];
    draft.events[3].plover = Some(Plover::new(PloverType::Request));
    draft.events[3].status = Status::Planned;
    let record = Record::from_json(&serde_json::to_string(&draft).unwrap()).unwrap();
    let events = PloverEvent::of_record(&record);
    insta::assert_snapshot!(serde_json::to_string_pretty(&events).unwrap());
}

#[test]
fn plover_ids_are_unique_and_days_in_order() {
    let mut ids = BTreeSet::new();
    for record in EXAMPLES.iter() {
        for event in PloverEvent::of_record(record) {
            if let (Some(date), Some(enddate)) = (event.date, event.enddate) {
                assert!(date < enddate, "{}", event.id);
            }
            assert!(ids.insert(event.id));
        }
    }
    assert!(ids.len() > 100);
}
