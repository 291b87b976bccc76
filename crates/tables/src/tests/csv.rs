//! CSV files, read again.

use ::csv::ReaderBuilder;
use proptest::prelude::*;

use super::{EXAMPLES, rows};
use crate::cell::Cell;
use crate::column::ColumnType;
use crate::csv::{CsvWriter, field, neutral};
use crate::table::Table;
use crate::view::View;

const SIGNS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Takes the mark away again, as a reader of the file does.
fn plain(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if neutral(rest).len() > rest.len() => rest,
        _ => text,
    }
}

/// The parts of a list, as a reader of the file takes them apart.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut signs = plain(text).chars();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => parts.push(String::new()),
            '\\' => parts.last_mut().unwrap().extend(signs.next()),
            sign => parts.last_mut().unwrap().push(sign),
        }
    }
    parts
}

#[test]
fn what_is_read_is_what_was_written() {
    for table in Table::ALL {
        let mut writer = CsvWriter::new(Vec::new(), *table).unwrap();
        EXAMPLES.iter().for_each(|record| writer.write(record).unwrap());
        let bytes = writer.finish().unwrap();
        let mut reader = ReaderBuilder::new().from_reader(bytes.as_slice());
        let names: Vec<_> = table.columns().iter().map(|column| column.name()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let mut records = reader.records();
        for record in EXAMPLES.iter() {
            for row in rows(&View::new(record), *table) {
                let read = records.next().unwrap().unwrap();
                for ((cell, text), column) in row.iter().zip(&read).zip(table.columns()) {
                    same(cell, text, &format!("{table}.{}", column.name()));
                }
            }
        }
        assert!(records.next().is_none());
    }
}

fn same(cell: &Cell<'_>, text: &str, column: &str) {
    match cell {
        Cell::Text(expected) => assert_eq!(plain(text), expected.as_deref().unwrap_or_default(), "{column}"),
        Cell::Word(expected) => assert_eq!(text, expected.unwrap_or_default(), "{column}"),
        Cell::Whole(expected) => assert_eq!(text.parse().ok(), *expected, "{column}"),
        Cell::Number(expected) => assert_eq!(text.parse().ok(), *expected, "{column}"),
        Cell::Day(expected) => assert_eq!(plain(text).parse().ok(), *expected, "{column}"),
        Cell::Texts(expected) if expected.is_empty() => assert_eq!(text, "", "{column}"),
        Cell::Texts(expected) => {
            let expected: Vec<_> = expected.iter().map(|text| text.as_deref().unwrap_or_default()).collect();
            assert_eq!(parts(text), expected, "{column}");
        }
        Cell::Wholes(expected) if expected.is_empty() => assert_eq!(text, "", "{column}"),
        Cell::Wholes(expected) => {
            let read: Vec<i64> = text.split(';').map(|number| number.parse().unwrap()).collect();
            assert_eq!(read, *expected, "{column}");
        }
    }
}

#[test]
fn lines_end_as_the_standard_says() {
    let bytes = CsvWriter::new(Vec::new(), Table::Relations).unwrap().finish().unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), "document,event,position,relation,other\r\n");
}

#[test]
fn formulas_are_neutral_and_numbers_are_numbers() {
    let text = |text: &'static str| field(&Cell::Text(Some(text.into()))).into_owned();
    assert_eq!(text("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
    assert_eq!(text("+49 30"), "'+49 30");
    assert_eq!(text("-0421"), "'-0421");
    assert_eq!(text("@SUM(A1)"), "'@SUM(A1)");
    assert_eq!(text("\t=1"), "'\t=1");
    assert_eq!(text("\r=1"), "'\r=1");
    assert_eq!(text("＝1"), "'＝1");
    assert_eq!(text("Aden, 1-2"), "Aden, 1-2");
    assert_eq!(field(&Cell::Number(Some(-3.5))), "-3.5");
    assert_eq!(field(&Cell::Number(Some(500_000_000_000.0))), "500000000000");
    assert_eq!(field(&Cell::Whole(Some(-7))), "-7");
    assert_eq!(field(&Cell::Day(Some("-0421-04-01".parse().unwrap()))), "'-0421-04-01");
    let list = Cell::Texts(vec![Some("=1;2".into()), None, Some("a\\b".into())]);
    assert_eq!(field(&list), "'=1\\;2;;a\\\\b");
}

proptest! {
    #[test]
    fn no_text_runs_and_none_is_lost(text in "['=+@;\\\\\t\r\n -]{0,6}\\PC{0,8}") {
        let written = neutral(&text);
        prop_assert!(!written.starts_with(SIGNS));
        prop_assert_eq!(plain(&written), text.as_str());
    }

    #[test]
    fn lists_come_apart_as_they_were(texts in prop::collection::vec("['=;\\\\,\"\n -]{0,3}\\PC{1,5}", 1..4)) {
        let cell = Cell::Texts(texts.iter().map(|text| Some(text.as_str().into())).collect());
        prop_assert_eq!(parts(&field(&cell)), texts);
    }
}

/// Only columns of numbers are written as they are: of each other kind, `field` looks at the text.
#[test]
fn words_of_vocabularies_are_no_formulas() {
    for column in Table::ALL.iter().flat_map(|table| table.columns()) {
        if column.column_type() == ColumnType::Word {
            assert!(column.words().unwrap().iter().all(|word| neutral(word) == *word));
        }
    }
}
