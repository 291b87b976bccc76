//! Bounds, precision and order.

use crate::edtf::{Edtf, Precision};

use Precision::{Century, Day, Decade, Interval, Month, Season, Year};

const NONE: &str = "none";

/// Text, earliest day, latest day, precision.
const TABLE: &[(&str, &str, &str, Precision)] = &[
    ("1995-11-21", "1995-11-21", "1995-11-21", Day),
    ("1995-11-21T23:30:00-05", "1995-11-21", "1995-11-21", Day),
    ("1944-02", "1944-02-01", "1944-02-29", Month),
    ("1900-02", "1900-02-01", "1900-02-28", Month),
    ("1648", "1648-01-01", "1648-12-31", Year),
    ("0000", "0000-01-01", "0000-12-31", Year),
    ("-0489", "-0489-01-01", "-0489-12-31", Year),
    ("Y12000", "+12000-01-01", "+12000-12-31", Year),
    ("Y170000002", NONE, NONE, Year),
    // Qualifiers are flags.
    ("1984~", "1984-01-01", "1984-12-31", Year),
    ("?1984-05%", "1984-05-01", "1984-05-31", Month),
    // Unspecified digits.
    ("199X", "1990-01-01", "1999-12-31", Decade),
    ("18XX", "1800-01-01", "1899-12-31", Century),
    ("1XXX", "1000-01-01", "1999-12-31", Century),
    ("19X4", "1904-01-01", "1994-12-31", Century),
    ("00XX", "0000-01-01", "0099-12-31", Century),
    ("-00XX", "-0099-01-01", "-0001-12-31", Century),
    ("-04XX", "-0499-01-01", "-0400-12-31", Century),
    ("-000X", "-0009-01-01", "-0001-12-31", Decade),
    ("2004-XX", "2004-01-01", "2004-12-31", Month),
    ("1984-1X", "1984-10-01", "1984-12-31", Month),
    ("1984-X2", "1984-02-01", "1984-12-31", Month),
    ("2023-02-XX", "2023-02-01", "2023-02-28", Day),
    ("2024-02-2X", "2024-02-20", "2024-02-29", Day),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", Day),
    ("1985-XX-31", "1985-01-31", "1985-12-31", Day),
    ("1985-X2-30", "1985-12-30", "1985-12-30", Day),
    ("156X-12-25", "1560-12-25", "1569-12-25", Day),
    ("19XX-02-29", "1904-02-29", "1996-02-29", Day),
    ("19XX-XX-XX", "1900-01-01", "1999-12-31", Day),
    ("-156X-12-25", "-1569-12-25", "-1560-12-25", Day),
    ("XXXX-05-10", NONE, NONE, Day),
    ("XXXX-05", NONE, NONE, Month),
    ("XXXX-21", NONE, NONE, Season),
    ("XXXX", NONE, NONE, Century),
    // Parts of a year.
    ("2001-21", "2001-03-01", "2001-06-21", Season),
    ("2001-22", "2001-06-01", "2001-09-23", Season),
    ("2001-23", "2001-09-01", "2001-12-22", Season),
    ("2001-24", "2000-12-01", "2002-03-21", Season),
    ("2001-25", "2001-03-01", "2001-06-21", Season),
    ("2001-26", "2001-06-01", "2001-09-23", Season),
    ("2001-27", "2001-09-01", "2001-12-22", Season),
    ("2001-28", "2000-12-01", "2002-03-21", Season),
    ("2001-29", "2001-09-01", "2001-12-22", Season),
    ("2001-30", "2000-12-01", "2002-03-21", Season),
    ("2001-31", "2001-03-01", "2001-06-21", Season),
    ("2001-32", "2001-06-01", "2001-09-23", Season),
    ("2001-33", "2001-01-01", "2001-03-31", Season),
    ("2001-34", "2001-04-01", "2001-06-30", Season),
    ("2001-35", "2001-07-01", "2001-09-30", Season),
    ("2001-36", "2001-10-01", "2001-12-31", Season),
    ("2001-37", "2001-01-01", "2001-04-30", Season),
    ("2001-38", "2001-05-01", "2001-08-31", Season),
    ("2001-39", "2001-09-01", "2001-12-31", Season),
    ("2001-40", "2001-01-01", "2001-06-30", Season),
    ("2001-41", "2001-07-01", "2001-12-31", Season),
    ("199X-24", "1989-12-01", "2000-03-21", Season),
    ("-9999-24", "-10000-12-01", "-9998-03-21", Season),
    // Intervals.
    ("2022-11-19/2022-11-20", "2022-11-19", "2022-11-20", Interval),
    ("1964/2008", "1964-01-01", "2008-12-31", Interval),
    ("1985-04/..", "1985-04-01", NONE, Interval),
    ("1985-04/", "1985-04-01", NONE, Interval),
    ("../1985", NONE, "1985-12-31", Interval),
    ("/1985", NONE, "1985-12-31", Interval),
    ("2004-XX/2004-02", "2004-01-01", "2004-02-29", Interval),
    ("199X/1990", "1990-01-01", "1990-12-31", Interval),
    ("2000/XXXX-05-10", "2000-01-01", NONE, Interval),
    ("1999/Y300000", "1999-01-01", NONE, Interval),
];

#[test]
fn bounds_and_precision() {
    for (text, earliest, latest, precision) in TABLE {
        let edtf: Edtf = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let shown = |day: Option<chrono::NaiveDate>| day.map_or(NONE.to_owned(), |day| day.to_string());
        assert_eq!(shown(edtf.earliest()), *earliest, "earliest of {text}");
        assert_eq!(shown(edtf.latest()), *latest, "latest of {text}");
        assert_eq!(edtf.precision(), *precision, "precision of {text}");
    }
}

#[test]
fn order_in_time() {
    let ordered = [
        "../1985",
        "../1990",
        "Y-300000",
        "-0489",
        "-0044-03-15",
        "0000",
        "18XX",
        "2000-24",
        "2000-01-01",
        "2000-01-01T10:00:00",
        "2000-01-01/2000-01-05",
        "2000-01",
        "2000-01~",
        "2000-33",
        "2000",
        "2000-XX",
        "2000/..",
        "2000-02-01",
        "Y300000",
        "XXXX-05-10",
        "XXXX-06",
    ];
    let ordered: Vec<Edtf> = ordered.iter().map(|text| text.parse().unwrap()).collect();
    let mut sorted = ordered.clone();
    sorted.reverse();
    sorted.sort();
    assert_eq!(sorted, ordered);
    for (earlier, later) in ordered.iter().zip(ordered.iter().skip(1)) {
        assert!(earlier < later, "{earlier} < {later}");
    }
}
