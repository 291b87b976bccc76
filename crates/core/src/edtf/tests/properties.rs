//! What holds for every expression.

use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::option;
use proptest::prelude::*;
use regex::Regex;

use crate::edtf::{Edtf, PATTERN, Season};

static GRAMMAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(PATTERN).unwrap());

/// A date without time, as text; not all of them exist.
fn date_text() -> impl Strategy<Value = String> {
    let mark = "[?~%]?";
    let day =
        format!("{mark}-?[0-9X]{{4}}{mark}-{mark}(0[1-9X]|1[0-2X]|X[0-9X]){mark}-{mark}[0-3X][0-9X]{mark}");
    let month = format!("{mark}-?[0-9X]{{4}}{mark}-{mark}(0[1-9X]|1[0-2X]|X[0-9X]){mark}");
    let group = format!("{mark}-?[0-9X]{{4}}{mark}-{mark}(2[1-9]|3[0-9]|4[01]){mark}");
    prop_oneof![
        string(&day),
        string(&month),
        string(&group),
        string("-?[0-9]{3}[0-9X][?~%]?"),
        string("-?(19|20)[0-9X]{2}[?~%]?"),
        string("Y-?[1-9][0-9]{4,9}[?~%]?"),
    ]
}

fn string(pattern: &str) -> BoxedStrategy<String> {
    proptest::string::string_regex(pattern).unwrap().boxed()
}

fn text() -> impl Strategy<Value = String> {
    let time = "-?[0-9]{4}-(0[1-9]|1[0-2])-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-][01][0-9](:[0-5][0-9])?)?";
    prop_oneof![
        4 => date_text(),
        1 => string(time),
        2 => (date_text(), date_text()).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => (date_text(), "/|/\\.\\.").prop_map(|(start, end)| format!("{start}{end}")),
        1 => ("/|\\.\\./", date_text()).prop_map(|(start, end)| format!("{start}{end}")),
    ]
}

/// An expression that exists, read from text.
fn read() -> impl Strategy<Value = Edtf> {
    text().prop_filter_map("does not exist", |text| text.parse().ok())
}

fn season() -> impl Strategy<Value = Season> {
    prop::sample::select(vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter])
}

/// A date made by a constructor.
fn made_date() -> impl Strategy<Value = Edtf> {
    let year = -9999..=9999;
    let date = prop_oneof![
        day().prop_map(Edtf::day),
        (year.clone(), 1_u32..=12).prop_map(|(year, month)| Edtf::month(year, month)),
        any::<i32>().prop_map(|year| Ok(Edtf::year(year))),
        (year.clone(), season()).prop_map(|(year, season)| Edtf::season(year, season)),
        (year.clone(), 1_u32..=4).prop_map(|(year, quarter)| Edtf::quarter(year, quarter)),
        (year, 1_u32..=2).prop_map(|(year, half)| Edtf::half(year, half)),
        (0..1000).prop_map(|decade| Edtf::decade(decade * 10)),
        (0..1000).prop_map(|decade: i32| Edtf::decade(-decade * 10 - 9)),
        (0..100).prop_map(|century| Edtf::century(century * 100)),
        (0..100).prop_map(|century: i32| Edtf::century(-century * 100 - 99)),
        (1_u32..=12, 1_u32..=28).prop_map(|(month, day)| Edtf::day_of_unknown_year(month, day)),
        (1_u32..=12).prop_map(Edtf::month_of_unknown_year),
    ];
    (date, any::<bool>(), any::<bool>()).prop_map(|(date, approximate, uncertain)| {
        let date = date.unwrap();
        let date = if approximate { date.approximate() } else { date };
        if uncertain { date.uncertain() } else { date }
    })
}

fn made() -> impl Strategy<Value = Edtf> {
    let interval = (option::of(made_date()), option::of(made_date()))
        .prop_filter_map("no interval", |(start, end)| Edtf::interval(start, end).ok());
    prop_oneof![made_date(), interval]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (-9999..=9999_i32, 1_u32..=366).prop_filter_map("no day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

/// A day and its text with some digits unspecified.
fn masked_day() -> impl Strategy<Value = (NaiveDate, String)> {
    (day(), prop::collection::vec(any::<bool>(), 12)).prop_map(|(day, masks)| {
        let hide = |(c, mask): (char, bool)| if mask && c.is_ascii_digit() { 'X' } else { c };
        let text = day.to_string().chars().zip(masks).map(hide).collect();
        (day, text)
    })
}

fn fits(day: NaiveDate, mask: &str) -> bool {
    let day = day.to_string();
    day.len() == mask.len() && day.chars().zip(mask.chars()).all(|(own, mask)| mask == 'X' || own == mask)
}

fn check(edtf: &Edtf) -> Result<(), TestCaseError> {
    let text = edtf.to_string();
    prop_assert_eq!(&text.parse::<Edtf>(), &Ok(edtf.clone()));
    prop_assert!(GRAMMAR.is_match(&text), "the pattern does not match {}", text);
    if let (Some(earliest), Some(latest)) = (edtf.earliest(), edtf.latest()) {
        prop_assert!(earliest <= latest, "{text}: {earliest} to {latest}");
    }
    if edtf.is_interval() {
        prop_assert_eq!(edtf.earliest(), edtf.start().and_then(|start| start.earliest()));
        prop_assert_eq!(edtf.latest(), edtf.end().and_then(|end| end.latest()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn read_expressions_hold(edtf in read()) {
        check(&edtf)?;
    }

    #[test]
    fn made_expressions_hold(edtf in made()) {
        check(&edtf)?;
    }

    #[test]
    fn qualified_expressions_hold(edtf in read()) {
        let approximate = edtf.clone().approximate();
        check(&approximate)?;
        prop_assert!(approximate.is_approximate());
        prop_assert_eq!((approximate.earliest(), approximate.latest()), (edtf.earliest(), edtf.latest()));
        let uncertain = edtf.uncertain();
        check(&uncertain)?;
        prop_assert!(uncertain.is_uncertain());
    }

    #[test]
    fn what_is_read_is_written_the_same(text in text()) {
        if let Ok(edtf) = text.parse::<Edtf>() {
            prop_assert_eq!(edtf.to_string(), text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in prop_oneof!["\\PC{0,40}", "[-0-9XY?~%/.T:Z+ES\\[]{0,24}"]) {
        match text.parse::<Edtf>() {
            Ok(edtf) => {
                prop_assert_eq!(edtf.to_string(), text);
                check(&edtf)?;
            }
            Err(error) => {
                let position = error.position().unwrap();
                prop_assert!(position <= text.chars().count());
            }
        }
    }

    #[test]
    fn bounds_are_the_first_and_last_day_that_fit((day, mask) in masked_day()) {
        let edtf: Edtf = mask.parse().unwrap();
        match (edtf.earliest(), edtf.latest()) {
            (Some(earliest), Some(latest)) => {
                prop_assert!(earliest <= day && day <= latest);
                prop_assert!(fits(earliest, &mask), "{earliest} does not fit {mask}");
                prop_assert!(fits(latest, &mask), "{latest} does not fit {mask}");
            }
            (None, None) => prop_assert!(mask.contains("XXXX")),
            (earliest, latest) => prop_assert!(false, "{mask}: {earliest:?} to {latest:?}"),
        }
    }

    #[test]
    fn interval_encloses_its_ends(start in day(), end in day()) {
        let interval = Edtf::interval(Some(Edtf::day(start).unwrap()), Some(Edtf::day(end).unwrap()));
        prop_assert_eq!(interval.is_ok(), start <= end);
        if let Ok(interval) = interval {
            prop_assert_eq!((interval.earliest(), interval.latest()), (Some(start), Some(end)));
        }
    }

    #[test]
    fn order_is_by_day_then_text(left in read(), right in read()) {
        prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
        prop_assert_eq!(left == right, left.cmp(&right).is_eq());
        if let (Some(first), Some(second)) = (left.earliest(), right.earliest()) && first < second {
            prop_assert!(left < right);
        }
    }
}
