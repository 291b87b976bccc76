//! What must hold for any text at all.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::thread;

use proptest::prelude::*;
use verbale_core::{Edtf, Record};
use verbale_parse::Extractor;

/// Pieces of the genre, so that every finder meets its food next to noise.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Kenya",
        "the UN Security Council",
        "Paris",
        "the USSR",
        "Sudanese",
        "signed",
        "a treaty",
        "the",
        "of",
        "in",
        "was adopted",
        "Resolution 242",
        "No. 17",
        "26 March 1979",
        "March 26, 1979",
        "19-20 May",
        "in 1954",
        "the 1990s",
        "03/04/1956",
        "421 BC",
        "from May 1992 until June 1993",
        "two days later",
        "the following year",
        "since January",
        "last Monday",
        "the 20th of that month",
        "'99",
        "10:57",
        "Christmas Eve",
        "the winter of 446/445 BC",
        "at least 12 people",
        "over 40",
        "$1.5 billion a year",
        "two dozen",
        "from 12 to 20",
        "said",
        "“we shall stay”",
        "\"so-called\"",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "(3)",
        "(2, p. 114; 7)",
        "[12]",
        "¹",
        "²",
        "ibid",
        "<https://example.org/a>",
        "[words](https://example.org)",
        "**On 3 May**,",
        "*",
        "**",
        "_",
        "posi-\ntion",
        "E. ",
        "U.S. ",
    ]);
    let breaks = prop::sample::select(vec![
        " ", " ", " ", ". ", ", ", "\n", "\r\n", "\n\n", "\n\n- ", "\n  - ", "\n1. ", "\n# ", "\n== ",
        "\n| ", " | ", "\n\n¹ ", "\n12\n", "\u{C}", "\t", "\u{A0}", "\u{AD}", "\u{200B}", "\u{2028}", "\0",
        "-\n", ":\n", ";", "\u{FEFF}", "ﬁ", "а", "📍",
    ]);
    prop_oneof![4 => words.prop_map(str::to_owned), 4 => breaks.prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => any::<char>().prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

/// A sentence of a story, with a time that has to be completed or counted.
fn sentence() -> impl Strategy<Value = String> {
    let times = prop::sample::select(vec![
        "On 9 August",
        "In December",
        "Two days later",
        "The following year",
        "In 1995",
        "On 12 June 1994",
        "On the 20th",
        "By the end of the year",
        "On Friday",
        "Three months before the talks",
        "Last week",
        "Between 5 and 9 July",
        "Since January",
        "That same month",
    ]);
    times.prop_map(|time| format!("{time} the delegations of both sides returned to the town."))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// A record is built only if every span cuts its quote out of the text, so building one is the proof.
    #[test]
    fn any_text_gives_a_record_that_round_trips(text in text()) {
        let record = Extractor::new().unwrap().extract(&text).unwrap();
        record.verify(&text).unwrap();
        let json = record.to_json().unwrap();
        let again = Record::from_json(&json).unwrap();
        prop_assert_eq!(&again, &record);
        prop_assert_eq!(again.to_json().unwrap(), json);
    }

    /// A date is written as EDTF that reads back, and its bounds enclose it.
    #[test]
    fn dates_read_back_and_have_ordered_bounds(text in text()) {
        let record = Extractor::new().unwrap().extract(&text).unwrap();
        for date in record.dates() {
            let edtf = date.edtf();
            prop_assert_eq!(&edtf.to_string().parse::<Edtf>().unwrap(), edtf);
            if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
                prop_assert!(earliest <= latest, "{} {}", date.span().quote(), edtf);
            }
        }
    }

    /// What is written behind a story that has begun does not change its dates.
    #[test]
    fn a_longer_story_begins_with_the_dates_of_a_shorter_one(
        first in prop::collection::vec(sentence(), 2..8),
        second in prop::collection::vec(sentence(), 1..8),
    ) {
        let begun = format!("On 3 May 1992 the two governments met in Geneva. {}", first.join(" "));
        let dates = |text: &str| -> Vec<(String, String)> {
            let record = Extractor::new().unwrap().extract(text).unwrap();
            record.dates().iter().map(|date| (date.span().quote().to_owned(), date.edtf().to_string())).collect()
        };
        let (short, long) = (dates(&begun), dates(&format!("{begun}\n\n{}", second.join(" "))));
        prop_assert_eq!(&long[..short.len()], &short[..]);
    }

    #[test]
    fn threads_do_not_change_a_byte(texts in prop::collection::vec(text(), 1..5)) {
        let extractor = Extractor::new().unwrap();
        let json = |text: &String| extractor.extract(text).unwrap().to_json().unwrap();
        let alone: Vec<String> = texts.iter().map(json).collect();
        let together: Vec<String> = thread::scope(|scope| {
            let threads: Vec<_> = texts.iter().map(|text| scope.spawn(move || json(text))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        prop_assert_eq!(alone, together);
    }

    /// What repeats without end must neither overflow a stack nor be lost.
    #[test]
    fn any_piece_may_be_repeated(piece in piece(), count in 1usize..3_000) {
        let text = piece.repeat(count);
        Extractor::new().unwrap().extract(&text).unwrap().verify(&text).unwrap();
    }

    #[test]
    fn explaining_any_text_does_not_fail(text in text()) {
        Extractor::new().unwrap().explain(&text, &verbale_parse::Metadata::default()).unwrap();
    }
}

#[test]
fn long_monotonous_texts_are_read() {
    for piece in [
        "1901, ",
        "(",
        "- ",
        "“",
        "Kenya attacked Chad and ",
        "He left. “",
        "on 3 May, two days after, ",
        "the Kenyan ",
        "(1, p. 5; x ",
        "two ",
        "[a](b) ",
        "¹ ",
        "| ",
        "\n",
    ] {
        let text = piece.repeat(20_000);
        Extractor::new().unwrap().extract(&text).unwrap();
    }
}
