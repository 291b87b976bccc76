//! What the command says of itself: help, version, schemas, explanations, completions.

use verbale_core::schema;

use crate::room::Room;

fn run(args: &[&str]) -> crate::room::Ran {
    Room::with(&[("aland.txt", "The League of Nations gave Åland to Finland in 1921.\n"), ("a.jsonl", "")])
        .run(args)
}

#[test]
fn help() {
    insta::assert_snapshot!(run(&["--help"]).well().out, @r"
    Turn English diplomatic and conflict texts into typed, validated records: who did what to whom,
    when, where, and who says so

    Usage: verbale <COMMAND>

    Commands:
      extract      Read texts and write their records
      validate     Check records and print every problem, one a line
      schema       Print the JSON Schema (draft 2020-12) of the record or of one of its parts
      explain      Show what each stage saw in a text: the layout, the mentions, the events with the
                   rule behind each
      parse        Show the sentences of a text with their words, tags, trees and names
      completions  Print the completions of a shell
      help         Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Examples:
      verbale extract note.txt                   the events of a text, as a table
      verbale extract note.txt > note.json       its record, as JSON
      verbale validate --text note.txt note.json
      verbale schema event
      verbale explain note.txt

    Exit codes:
      0  all well
      1  some document failed, or some record is invalid
      2  wrong usage, or nothing could be done
    ");
}

#[test]
fn help_on_extract() {
    insta::assert_snapshot!(run(&["extract", "--help"]).well().out, @r#"
    Read texts and write their records.

    A document's id is its file's name without the ending, or its path within the folder that was named;
    for a line of a .jsonl file without `id`, that and the number of the line, as in `cables:12`. The
    same text gives the same record, byte for byte, whatever the number of threads.

    Usage: verbale extract [OPTIONS] [PATH]...

    Arguments:
      [PATH]...
              Texts, folders with .txt, .md and .jsonl files, or patterns such as `1990/*.txt`; `-` or
              nothing for stdin. A .jsonl file has one object a line: `text`, and if you like `id`,
              `title`, `published`; other fields are ignored

    Options:
      -f, --format <FORMAT>
              How to write records [default: by the ending of the output; else table on a terminal, json
              elsewhere]

              Possible values:
              - json:    Indented JSON
              - jsonl:   One record a line, in the order of the input
              - table:   A table of the events, for people
              - parquet: A Parquet file of the events, for notebooks
              - csv:     A CSV file of the events, for spreadsheets; what would run as a formula has a
                `'` before it
              - sqlite:  A database with all tables, for SQL
              - plover:  Events in the JSON of PLOVER, one a line
              - html:    One page to read in a browser: the text with its marks, a timeline, the events

      -o, --output <FILE>
              Write to this file, which appears whole or not at all; a database is added to. May be
              given more than once

          --tables <TABLE,…>
              Tables to write as Parquet or CSV [default: events]: the first to the output, each other
              one beside it, as in `chronicle.actors.csv`

          --again
              Read documents again that have not changed since the database was written

          --id <ID>
              The document's id, if there is one document

          --published <EDTF>
              When the document was published, in EDTF: 1905-09-06, 1905-09, 1905

          --title <TITLE>
              The document's title, instead of the one that the text gives

          --lexicon <DIR>
              A folder of your own actors, places, words and frames; may be given more than once

          --encoding <NAME>
              The encoding of the texts [default: UTF-8, or UTF-16 where a byte order mark says so]

              Possible values:
              - utf-8:        With or without a byte order mark
              - utf-16:       With a byte order mark
              - utf-16le:     The low byte first
              - utf-16be:     The high byte first
              - windows-1252: Western European, on Windows

      -j, --jobs <N>
              Threads [default: all cores]

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      verbale extract note.txt
      verbale extract --published 1905-09-06 --title "Peace at Portsmouth" note.txt
      verbale extract --format jsonl --output records.jsonl --jobs 4 cables.jsonl
      verbale extract --format jsonl texts/*.txt | head -n 1
      verbale extract corpus/ --output chronicle.sqlite
      verbale extract corpus/ --output chronicle.csv --tables events,participants,actors
      verbale extract corpus/ --output chronicle.sqlite --output chronicle.parquet
      pdftotext note.pdf - | verbale extract --id note --format json
      verbale extract --output note.html note.txt

    With --format json, one text gives one object; several texts, a folder, or a .jsonl file, an array.
    Tables: events, documents, participants, actors, mentions, places, event_places, items,
    relations, quotations, citations, framing; `all` for all of them.
    A database can be written again and again: documents that have not changed are passed over, those
    that have changed take the place of what was there, the others stay. What was written before an
    interruption stays, too. Query its view `chronicle` first; `about_columns` explains the columns.
    With several outputs, the ending of each says what it is, and each has what it would have alone.
    With a database among them, Parquet and CSV are made of it: documents that it has are not read
    again, so that the same command goes on after an interruption. Whole records (.json, .jsonl, .html)
    are written in a run of their own, since a database has only their tables.
    If some documents fail, the others are written; what failed is told at the end.

    Exit codes:
      0  all well
      1  some document failed; the others were written
      2  wrong usage, or nothing could be done: no file is written
    "#);
}

#[test]
fn every_command_shows_examples() {
    for command in ["extract", "validate", "schema", "explain", "parse", "completions"] {
        let help = run(&[command, "--help"]).well().out;
        assert!(help.contains(&format!("Examples:\n  verbale {command} ")), "{help}");
    }
}

#[test]
fn version() {
    assert_eq!(run(&["--version"]).well().out, concat!("verbale ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn no_command_gives_help() {
    let ran = run(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("Usage: verbale <COMMAND>"), "{}", ran.err);
}

#[test]
fn schemas() {
    let names = run(&["schema", "--list"]).well().out;
    assert_eq!(names.lines().collect::<Vec<_>>(), schema::names().chain(["tables"]).collect::<Vec<_>>());
    assert_eq!(run(&["schema", "tables"]).well().out.trim_end(), verbale_tables::describe().unwrap());
    for name in schema::names() {
        assert_eq!(run(&["schema", name]).well().json(), *schema::of_name(name).unwrap().as_value());
    }
    assert_eq!(run(&["schema"]).well().json()["title"], "Record");
    let unknown = run(&["schema", "treaty"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("record, document, actor"), "{}", unknown.err);
}

#[test]
fn trees() {
    let text = "Norway hosted the talks. Both sides signed.\n";
    let room = Room::with(&[("talks.txt", text)]);
    let conllu = room.run(&["parse", "talks.txt", "--format", "conllu"]).well().out;
    assert_eq!(conllu.matches("# sent_id").count(), 2, "{conllu}");
    assert!(conllu.contains("\tNorway\tNorway\tPROPN\tNNP\t"), "{conllu}");
    let tree = room.run(&["parse", "talks.txt"]).well().out;
    assert!(tree.contains("hosted") && tree.contains("nsubj"), "{tree}");
    room.run(&["parse", "none.txt"]).fails(2, "verbale: none.txt: no such file: check the path\n");
}

#[test]
fn explanations() {
    let extractor = verbale_parse::Extractor::builder().id("aland").build().unwrap();
    let text = "The League of Nations gave Åland to Finland in 1921.\n";
    let expected = extractor.explain(text, &verbale_parse::Metadata::default()).unwrap();
    let found = run(&["explain", "aland.txt"]).well().out;
    assert_eq!(found.trim_end(), expected.trim_end());
    assert!(found.is_empty() || found.ends_with('\n'));
    Room::with(&[]).run_on(&["explain"], text.as_bytes()).well();
    run(&["explain", "none.txt"]).fails(2, "verbale: none.txt: no such file: check the path\n");
    run(&["explain", "a.jsonl"])
        .fails(2, "verbale: a.jsonl: has one document a line; `verbale explain` reads one text\n");
}

#[test]
fn completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]).well().out;
        assert!(script.contains("verbale") && script.contains("published"), "{shell}");
    }
    assert_eq!(run(&["completions", "tcsh"]).code, Some(2));
}
