use super::*;
use crate::lexicon::table::rows;

const FILE: &str = include_str!("../../../data/framing/words.tsv");

/// What a text gives: the words, what they do, and whom they are about.
fn framing(source: &str, lexicon: &Lexicon) -> Vec<(String, FramingKind, Option<String>, Option<String>)> {
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, lexicon);
    let events = crate::events::find(&text, &mut mentions, lexicon);
    let dates = vec![None; events.drafts.len()];
    let quotations = super::super::quotations::settle(&text, &mentions, lexicon, &events, &dates);
    let show = |found: SettledFraming| {
        let actor = found.toward.and_then(|index| mentions.actor(lexicon, mentions.actors[index].actor));
        let event = found.event.map(|event| text.slice(&events.drafts[event].trigger).to_owned());
        (text.slice(&found.range).to_owned(), found.kind, actor.map(|actor| actor.name.clone()), event)
    };
    settle(&text, &mentions, lexicon, &events.drafts, &quotations).into_iter().map(show).collect()
}

#[test]
fn every_example_is_read() {
    let lexicon = Lexicon::embedded().unwrap();
    words::read(FILE).unwrap();
    let mut wrong = String::new();
    for row in rows("framing/words.tsv", FILE, &["words", "part", "kind", "toward", "example"]).unwrap() {
        let found = framing(row.cell("example"), &lexicon);
        let kind: FramingKind = row.parse("kind").unwrap().unwrap();
        let names_somebody = !row.cell("toward").is_empty();
        let is_row = |(_, other, actor, _): &(String, FramingKind, Option<String>, Option<String>)| {
            *other == kind && actor.is_some() == names_somebody
        };
        if !found.iter().any(is_row) {
            wrong += &format!("{}: {}\n  found {found:?}\n", row.cell("words"), row.cell("example"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_bad_row_is_named() {
    let error = words::read("words\tpart\tkind\ttoward\texample\nvile\tadjective\tbad\tnoun\tvile\n");
    assert!(error.unwrap_err().to_string().starts_with("framing/words.tsv:2: column `kind`"));
}

#[test]
fn whom_the_words_are_about() {
    let lexicon = Lexicon::embedded().unwrap();
    let toward = |source: &str| {
        framing(source, &lexicon).into_iter().map(|(words, _, actor, _)| (words, actor)).collect::<Vec<_>>()
    };
    let about = |words: &str, actor: &str| vec![(words.to_owned(), Some(actor.to_owned()))];
    assert_eq!(toward("Kenya condemned the attack on Chad by Libya."), about("condemned", "Libya"));
    assert_eq!(toward("Libya was condemned by Chad."), about("condemned", "Libya"));
    assert_eq!(toward("Libya is the aggressor."), about("aggressor", "Libya"));
    assert_eq!(toward("The war was provoked by Libya."), about("provoked", "Libya"));
}

#[test]
fn words_that_frame_nothing() {
    let lexicon = Lexicon::embedded().unwrap();
    let found = |source: &str| framing(source, &lexicon);
    assert_eq!(found("Kenya trained counter-terrorist units."), []);
    assert_eq!(found("Kenya did not condemn the raid."), []);
    assert_eq!(found("The match was called off because of the rain."), []);
}

#[test]
fn the_event_that_is_framed() {
    let lexicon = Lexicon::embedded().unwrap();
    let event = |source: &str| {
        framing(source, &lexicon).into_iter().map(|(_, _, _, event)| event).collect::<Vec<_>>()
    };
    assert_eq!(event("Libya allegedly attacked Chad."), [Some("attacked".to_owned())]);
    assert_eq!(event("The brutal attack on Chad by Libya went on."), [Some("attack".to_owned())]);
}

#[test]
fn whom_a_deed_befell_is_not_blamed_for_it() {
    let lexicon = Lexicon::embedded().unwrap();
    let toward = |source: &str| {
        framing(source, &lexicon).into_iter().map(|(words, _, actor, _)| (words, actor)).collect::<Vec<_>>()
    };
    let about = |words: &str, actor: Option<&str>| (words.to_owned(), actor.map(str::to_owned));
    assert_eq!(toward("Kenya spoke of the massacre of Somalis."), [about("massacre", None)]);
    assert_eq!(toward("Chad blamed the raid on Libya."), [about("blamed the raid on", Some("Libya"))]);
    assert_eq!(toward("Kenya passed a law on illegal fishing and the criminal courts."), []);
    assert_eq!(toward("Kenya accused Somalia of treachery."), [about("treachery", Some("Somalia"))]);
    assert_eq!(
        toward("Libya attacked Chad in 1983. France condemned the brutal attack."),
        [about("condemned", Some("Libya")), about("brutal", Some("Libya"))]
    );
}

#[test]
fn one_framing_for_one_thing() {
    let lexicon = Lexicon::embedded().unwrap();
    let found = |source: &str| framing(source, &lexicon).len();
    assert_eq!(found("The so-called “zone” was closed to Kenya."), 1);
    assert_eq!(found("Kenya patrolled the disputed border."), 0);
}

#[test]
fn what_stands_before_says_whom_a_word_is_about() {
    let lexicon = Lexicon::embedded().unwrap();
    let toward = |source: &str, words: &str| {
        let found = framing(source, &lexicon).into_iter().find(|(found, ..)| found == words);
        found.unwrap_or_else(|| panic!("{words} of {source}")).2
    };
    let sanctions = "Kenya imposed sanctions on Chad. Chad denounced the so-called sanctions.";
    assert_eq!(toward(sanctions, "so-called").as_deref(), Some("Kenya"));
    let claim = "Libya alleged that Chad had shelled Faya. Chad called the claim a lie.";
    assert_eq!(toward(claim, "lie").as_deref(), Some("Libya"));
    assert_eq!(
        toward("Chad shelled Faya. Libya called it aggression.", "aggression").as_deref(),
        Some("Chad")
    );
    let defence = "After a heroic defence, the Peruvian garrison surrendered.";
    assert_eq!(toward(defence, "heroic").as_deref(), Some("Peruvian garrison"));
    assert_eq!(toward("After a heroic defence, Peruvian troops took the town.", "heroic"), None);
    let own = "Libya accused the Chadian regime of aggression against the Libyan nation.";
    assert_eq!(toward(own, "aggression").as_deref(), Some("Chad"));
}
