//! What the constructors make and refuse, and what the getters tell.

use chrono::NaiveDate;

use crate::edtf::{Edtf, EdtfError, Season};

fn edtf(text: &str) -> Edtf {
    text.parse().unwrap()
}

fn naive(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn constructors_write_the_standard_text() {
    let made = [
        (Edtf::day(naive(1995, 11, 21)), "1995-11-21"),
        (Edtf::day(naive(-43, 3, 15)), "-0043-03-15"),
        (Edtf::month(1815, 6), "1815-06"),
        (Ok(Edtf::year(1648)), "1648"),
        (Ok(Edtf::year(-489)), "-0489"),
        (Ok(Edtf::year(0)), "0000"),
        (Ok(Edtf::year(10_000)), "Y10000"),
        (Ok(Edtf::year(i32::MIN)), "Y-2147483648"),
        (Edtf::season(1968, Season::Spring), "1968-21"),
        (Edtf::season(1968, Season::Summer), "1968-22"),
        (Edtf::season(1968, Season::Autumn), "1968-23"),
        (Edtf::season(1939, Season::Winter), "1939-24"),
        (Edtf::quarter(2001, 1), "2001-33"),
        (Edtf::quarter(2001, 4), "2001-36"),
        (Edtf::half(2001, 1), "2001-40"),
        (Edtf::half(2001, 2), "2001-41"),
        (Edtf::decade(1990), "199X"),
        (Edtf::decade(0), "000X"),
        (Edtf::decade(-499), "-049X"),
        (Edtf::century(1800), "18XX"),
        (Edtf::century(-499), "-04XX"),
        (Edtf::century(-99), "-00XX"),
        (Edtf::day_of_unknown_year(2, 29), "XXXX-02-29"),
        (Edtf::month_of_unknown_year(5), "XXXX-05"),
        (Edtf::interval(Some(edtf("1914-07-28")), Some(edtf("1918-11-11"))), "1914-07-28/1918-11-11"),
        (Edtf::interval(Some(edtf("1953~")), None), "1953~/.."),
        (Edtf::interval(None, Some(edtf("1975-22"))), "../1975-22"),
        (Edtf::interval(Some(edtf("1985")), Some(edtf("1985"))), "1985/1985"),
    ];
    for (made, text) in made {
        let made = made.unwrap();
        assert_eq!(made.to_string(), text);
        assert_eq!(made, edtf(text));
    }
}

#[test]
fn constructors_refuse_what_does_not_exist() {
    let refused = [
        (Edtf::day(naive(10_000, 1, 1)), "year"),
        (Edtf::month(1815, 0), "month"),
        (Edtf::month(1815, 13), "month"),
        (Edtf::month(1815, 21), "month"),
        (Edtf::month(1815, 65_537), "month"),
        (Edtf::month(10_000, 1), "year"),
        (Edtf::season(-10_000, Season::Winter), "year"),
        (Edtf::quarter(2001, 0), "quarter"),
        (Edtf::quarter(2001, 5), "quarter"),
        (Edtf::half(2001, 3), "half"),
        (Edtf::decade(1995), "decade"),
        (Edtf::decade(-490), "decade"),
        (Edtf::decade(12_000), "year"),
        (Edtf::century(1810), "century"),
        (Edtf::century(-400), "century"),
        (Edtf::day_of_unknown_year(2, 30), "day"),
        (Edtf::day_of_unknown_year(1, 0), "day"),
        (Edtf::day_of_unknown_year(13, 1), "month"),
        (Edtf::month_of_unknown_year(21), "month"),
        (Edtf::interval(None, None), "interval"),
        (Edtf::interval(Some(edtf("1985/1986")), None), "interval"),
        (Edtf::interval(None, Some(edtf("1985-04-12T10:00:00Z"))), "interval"),
        (Edtf::interval(Some(edtf("2004")), Some(edtf("2003"))), "interval"),
    ];
    for (made, name) in refused {
        match made {
            Err(EdtfError::Value { part, .. }) => assert_eq!(part, name),
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn qualifiers_add_up() {
    assert_eq!(edtf("1984").approximate().to_string(), "1984~");
    assert_eq!(edtf("1984").approximate().approximate().to_string(), "1984~");
    assert_eq!(edtf("1984-05").uncertain().approximate().to_string(), "1984-05%");
    assert_eq!(edtf("1984~-05-02").uncertain().to_string(), "1984~-05-02?");
    assert_eq!(edtf("1984-%05").approximate().to_string(), "1984-%05~");
    assert_eq!(edtf("1939-24").approximate().to_string(), "1939-24~");
    assert_eq!(edtf("1984/1986?").approximate().to_string(), "1984~/1986%");
    assert_eq!(edtf("1984/..").uncertain().to_string(), "1984?/..");
    assert_eq!(edtf("/1984").uncertain().to_string(), "/1984?");
    assert_eq!(edtf("1985-04-12T10:00:00Z").approximate().to_string(), "1985-04-12~");
}

#[test]
fn qualifiers_are_told() {
    let told = [
        ("1984", false, false),
        ("1984~", true, false),
        ("1984?", false, true),
        ("1984%", true, true),
        ("1984-~05-02", true, false),
        ("1984/1986?", false, true),
        ("1984~/..", true, false),
        ("1985-04-12T10:00:00Z", false, false),
    ];
    for (text, approximate, uncertain) in told {
        assert_eq!(edtf(text).is_approximate(), approximate, "{text}");
        assert_eq!(edtf(text).is_uncertain(), uncertain, "{text}");
    }
}

#[test]
fn parts_are_told() {
    let told = [
        ("1985-04-12", Some(1985), Some(4), Some(12)),
        ("1985-04-12T10:00:00Z", Some(1985), Some(4), Some(12)),
        ("-0043-03", Some(-43), Some(3), None),
        ("Y12000", Some(12_000), None, None),
        ("199X", None, None, None),
        ("XXXX-05-10", None, Some(5), Some(10)),
        ("1985-XX-10", Some(1985), None, Some(10)),
        ("1985-0X-1X", Some(1985), None, None),
        ("1985-21", Some(1985), None, None),
        ("1985/1986", None, None, None),
    ];
    for (text, year, month, day) in told {
        let date = edtf(text);
        assert_eq!(
            (date.calendar_year(), date.month_of_year(), date.day_of_month()),
            (year, month, day),
            "{text}"
        );
    }
}

#[test]
fn ends_are_told() {
    let told = [
        ("1985-04~/1986", true, Some("1985-04~"), Some("1986")),
        ("1985/..", true, Some("1985"), None),
        ("/1985", true, None, Some("1985")),
        ("1985", false, None, None),
    ];
    for (text, is_interval, start, end) in told {
        let date = edtf(text);
        assert_eq!(date.is_interval(), is_interval);
        assert_eq!(date.start(), start.map(edtf));
        assert_eq!(date.end(), end.map(edtf));
    }
}
