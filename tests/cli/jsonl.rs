//! `verbale extract` on files with one document a line.

use std::fmt::Write as _;
use std::fs;

use crate::room::Room;

fn ids(out: &str) -> Vec<String> {
    let json = out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    json.map(|record| record["document"]["id"].as_str().unwrap().to_owned()).collect()
}

/// Lines whose texts differ much in length, so that threads finish out of order.
fn cables() -> String {
    let mut lines = String::new();
    for number in 0..300 {
        let text =
            "The envoys met in Vienna in 1955. ".repeat(if number % 97 == 0 { 60 } else { number % 5 });
        writeln!(lines, "{}", serde_json::json!({"text": text, "page": number})).unwrap();
    }
    lines
}

#[test]
fn the_order_is_that_of_the_input_whatever_the_number_of_threads() {
    let room =
        Room::with(&[("cables.jsonl", &cables()), ("note.txt", "Austria regained its sovereignty in 1955.")]);
    let run = |jobs| {
        room.run(&["extract", "--format", "jsonl", "--jobs", jobs, "note.txt", "cables.jsonl"]).well().out
    };
    let one = run("1");
    let expected = ["note".to_owned()].into_iter().chain((1..=300).map(|line| format!("cables:{line}")));
    assert_eq!(ids(&one), expected.collect::<Vec<_>>());
    assert!(one == run("4"), "one thread and four differ");
}

#[test]
fn a_line_may_name_its_document() {
    let line = r#"{"text": "Peace.", "id": "jay-1794", "title": "Jay's Treaty", "published": "1794-11-19", "source": []}"#;
    let room = Room::with(&[("treaties.jsonl", line)]);
    let json =
        room.run(&["extract", "--title", "Another", "--published", "1800", "treaties.jsonl"]).well().json();
    assert_eq!(json.as_array().unwrap().len(), 1, "a .jsonl file gives an array, even of one");
    assert_eq!(json[0]["document"]["id"], "jay-1794");
    assert_eq!(json[0]["document"]["title"], "Jay's Treaty");
    assert_eq!(json[0]["document"]["published"]["edtf"], "1794-11-19");
}

#[test]
fn bad_lines_are_named_and_the_others_go_on() {
    let room = Room::with(&[]);
    let mut lines =
        b"{\"text\": \"Peace.\"}\n\nPeace.\n{\"text\": \"Talks.\", \"published\": \"May 1997\"}\n".to_vec();
    lines.extend(b"{\"text\": \"Chi\xE8vres\"}\n{\"id\": \"n7\"}\n{\"text\": \"War.\", \"id\": 8}\n{\"text\": \"Truce.\"}");
    fs::write(room.path("notes.jsonl"), lines).unwrap();
    let ran = room.run(&["extract", "--format", "jsonl", "notes.jsonl"]);
    assert_eq!((ran.code, ids(&ran.out)), (Some(1), vec!["notes:1".to_owned(), "notes:8".to_owned()]));
    insta::assert_snapshot!(ran.err, @r#"
    verbale: notes.jsonl:3: expected value (column 1); a line is an object, as in {"text": "…", "id": "note-7"}
    verbale: notes.jsonl:4: `published`: not an EDTF date: at character 0, expected a year of four digits, each 0 to 9 or X, in `May 1997`
    verbale: notes.jsonl:5: not UTF-8 at byte 84: name its encoding, as in `--encoding windows-1252`
    verbale: notes.jsonl:6: missing field `text` (column 12); a line is an object, as in {"text": "…", "id": "note-7"}
    verbale: notes.jsonl:7: invalid type: integer `8`, expected a string (column 24); a line is an object, as in {"text": "…", "id": "note-7"}
    verbale: 5 of 7 documents failed
    "#);
}

#[test]
fn nothing_is_printed_where_every_line_is_bad() {
    let room = Room::with(&[("notes.jsonl", "[]\n{}\n")]);
    let ran = room.run(&["extract", "notes.jsonl"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.ends_with("verbale: 2 of 2 documents failed\n"), "{}", ran.err);
}

#[test]
fn a_file_without_lines_has_no_documents() {
    let room = Room::with(&[("none.jsonl", "\n")]);
    assert_eq!(room.run(&["extract", "none.jsonl"]).well().out, "[]\n");
    assert_eq!(room.run(&["extract", "--format", "jsonl", "none.jsonl"]).well().out, "");
}
