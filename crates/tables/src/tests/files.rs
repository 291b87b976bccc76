//! Names of files, and what stands between records.

use std::path::Path;

use super::gulf;
use crate::files::{Marks, RecordLayout, Sequence, beside};
use crate::table::Table;

#[test]
fn names_beside_the_one_that_was_named() {
    let name = |path: &str| beside(Path::new(path), Table::Actors).display().to_string();
    assert_eq!(name("out/chronicle.parquet"), "out/chronicle.actors.parquet");
    assert_eq!(name("chronicle.1990.csv"), "chronicle.1990.actors.csv");
    assert_eq!(name("chronicle"), "chronicle.actors");
}

#[test]
fn tables_are_named_once() {
    let named = |names: &[&str]| Table::named(names).unwrap();
    assert_eq!(named(&[]), []);
    assert_eq!(named(&["actors", "items", "actors"]), [Table::Actors, Table::Items]);
    assert_eq!(named(&["all"]), Table::ALL);
    assert_eq!(named(&["actors", "all"]).len(), Table::ALL.len());
    assert_eq!(named(&["actors", "all"])[0], Table::Actors);
    assert!(
        Table::named(["actors", "wars"]).unwrap_err().to_string().starts_with("no table is called `wars`")
    );
}

fn written(marks: Marks, texts: &[&str]) -> String {
    let mut sequence = Sequence::new(marks, Vec::new());
    texts.iter().for_each(|text| sequence.write(text).unwrap());
    String::from_utf8(sequence.finish().unwrap()).unwrap()
}

#[test]
fn what_stands_between_records() {
    assert_eq!(written(RecordLayout::Object.marks(), &["{}"]), "{}\n");
    assert_eq!(written(RecordLayout::Array.marks(), &["{}", "{}"]), "[\n  {},\n  {}\n]\n");
    assert_eq!(written(RecordLayout::Array.marks(), &[]), "[]\n");
    assert_eq!(written(RecordLayout::Lines.marks(), &["{}", "{}"]), "{}\n{}\n");
    assert_eq!(written(RecordLayout::Plover.marks(), &["{}\n", "", "{}\n"]), "{}\n{}\n");
    assert_eq!(written(Marks { between: "\n", after: "\n", ..Marks::NONE }, &["A", "B"]), "A\n\nB\n");
}

#[test]
fn a_record_is_the_same_in_each_layout() {
    let record = gulf();
    let read = |layout: RecordLayout| -> serde_json::Value {
        serde_json::from_str(&written(layout.marks(), &[&layout.render(&record).unwrap()])).unwrap()
    };
    assert_eq!(read(RecordLayout::Object), read(RecordLayout::Lines));
    assert_eq!(read(RecordLayout::Array), serde_json::json!([read(RecordLayout::Lines)]));
    assert_eq!(RecordLayout::Lines.render(&record).unwrap(), record.to_json().unwrap());
}
