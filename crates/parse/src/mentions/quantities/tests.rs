//! Quantities of sentences of our own.

use super::*;
use crate::lexicon::Lexicon;

/// The quantities of a text as "words = bound value..max unit (from / per)".
fn quantities(text: &str) -> Vec<String> {
    let layout = crate::document::read(text);
    let text = Text::of_layout(&layout);
    let show = |mention: QuantityMention| {
        let mut shown = format!("{} = {} {}", text.slice(&mention.range), mention.bound, mention.value);
        if let Some(max) = mention.max {
            shown += &format!("..{max}");
        }
        shown += &mention.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        shown += &mention.change_from.map(|from| format!(" from {from}")).unwrap_or_default();
        shown + &mention.period.map(|period| format!(" per {period}")).unwrap_or_default()
    };
    find(&text, &Lexicon::embedded().unwrap().numbers, &[]).into_iter().map(show).collect()
}

#[test]
fn digits_and_words() {
    assert_eq!(quantities("They lost 1,500 men."), ["1,500 men = exact 1500 man"]);
    assert_eq!(quantities("They held forty-two villages."), ["forty-two villages = exact 42 village"]);
    assert_eq!(quantities("Two dozen deputies left."), ["Two dozen deputies = exact 24 deputy"]);
    assert_eq!(
        quantities("Three hundred thousand refugees fled."),
        ["Three hundred thousand refugees = exact 300000 refugee"]
    );
}

#[test]
fn scales_take_what_stands_before_them() {
    let first = |text: &str| quantities(text).remove(0);
    assert!(first("Two hundred and fifty thousand refugees fled.").ends_with("= exact 250000 refugee"));
    assert!(first("Three million two hundred thousand marks").ends_with("= exact 3200000 DEM"));
    assert!(first("One hundred and five men fell.").ends_with("= exact 105 man"));
    assert!(
        first("Between half a million and one million people fled.")
            .ends_with("= exact 500000..1000000 person")
    );
    assert!(first("At least half a million people fled.").ends_with("= at_least 500000 person"));
    assert!(first("A hundred men fell.").ends_with("= exact 100 man"));
    assert!(quantities("Output rose by 4,5 points").is_empty());
}

#[test]
fn bounds() {
    assert_eq!(quantities("It killed at least 12 people."), ["at least 12 people = at_least 12 person"]);
    assert_eq!(quantities("wounding over 40 others"), ["over 40 others = over 40 person"]);
    assert_eq!(quantities("Thousands of people fled."), ["Thousands of people = at_least 1000 person"]);
}

#[test]
fn money_and_measures() {
    assert_eq!(
        quantities("It paid $1.5 billion a year."),
        ["$1.5 billion a year = exact 1500000000 USD per year"]
    );
    assert_eq!(quantities("It cost €20 million."), ["€20 million = exact 20000000 EUR"]);
    assert_eq!(quantities("trillions of dollars"), ["trillions of dollars = at_least 1000000000000 USD"]);
    assert_eq!(quantities("Output fell by 3.5 per cent."), ["3.5 per cent = exact 3.5 %"]);
    assert_eq!(quantities("a 26-year truce"), ["26-year = exact 26 year"]);
}

#[test]
fn ranges_and_changes() {
    assert_eq!(quantities("They took 10 to 12 prisoners."), ["10 to 12 prisoners = exact 10..12 prisoner"]);
    assert_eq!(quantities("It killed between 20 and 25 rebels."), ["20 and 25 rebels = exact 20..25 rebel"]);
    assert_eq!(
        quantities("The force was raised from 231 to 400 observers."),
        ["231 to 400 observers = exact 400 observer from 231"]
    );
}

#[test]
fn parts_of_a_whole() {
    assert_eq!(
        quantities("Two of the four frigates left."),
        ["Two = exact 2 frigate", "four frigates = exact 4 frigate"]
    );
    assert_eq!(quantities("one of the “TX” mobile radars"), ["one = exact 1 radar"]);
    assert_eq!(quantities("They handed over two ships."), ["two ships = exact 2 ship"]);
}

#[test]
fn numbers_that_are_names() {
    assert!(
        quantities("Under Resolution 242 and Article 51, a MiG-21 left at 14:30 for the Group of 77.")
            .is_empty()
    );
    assert!(quantities("It was No. 1325.").is_empty());
}
