//! The example texts, each with a snapshot that a person can read.
//!
//! A changed snapshot is reviewed line by line with `cargo insta review`; nothing is accepted unread. A snapshot whose text is
//! gone fails the last test.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod readable;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use verbale_core::Record;
use verbale_parse::{Extractor, Metadata};

/// Seen from this file.
const TEXTS: &str = "../examples/texts";

fn extract(path: &Path) -> Record {
    let text = fs::read_to_string(path).unwrap();
    let id = path.file_stem().unwrap().to_string_lossy().into_owned();
    let record = Extractor::new()
        .unwrap()
        .extract_with(&text, &Metadata { id: Some(id), ..Metadata::default() })
        .unwrap();
    record.verify(&text).unwrap();
    record
}

#[test]
fn records_of_the_example_texts() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::glob!(TEXTS, "*.{md,txt}", |path| {
            insta::assert_snapshot!("record", readable::of(&extract(path)));
        });
    });
}

#[test]
fn every_snapshot_has_its_text() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        entries.collect()
    };
    let texts = names(&root.join("../../tests").join(TEXTS));
    for snapshot in names(&root.join("../../tests/snapshots")) {
        let text = snapshot.strip_prefix("record@").and_then(|name| name.strip_suffix(".snap"));
        assert!(
            text.is_some_and(|text| texts.contains(text)),
            "tests/snapshots/{snapshot} belongs to no text: delete it"
        );
    }
}

#[test]
fn there_are_texts() {
    let texts =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(TEXTS)).unwrap().count();
    assert!(texts > 10, "only {texts} files in examples/texts");
}
