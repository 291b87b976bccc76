//! Both sides of a conflict are read by the same rules: two states that change places in a text change places in the record, and
//! nothing else changes.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use verbale_parse::Extractor;
use verbale_parse::core::ActorKind;

/// What texts call a state.
#[derive(Debug, Clone, Copy)]
struct State {
    name: &'static str,
    adjective: &'static str,
    capital: &'static str,
    code: &'static str,
    wikidata: &'static str,
}

const STATES: [State; 5] = [
    State { name: "Kenya", adjective: "Kenyan", capital: "Nairobi", code: "KEN", wikidata: "Q114" },
    State { name: "Peru", adjective: "Peruvian", capital: "Lima", code: "PER", wikidata: "Q419" },
    State { name: "Norway", adjective: "Norwegian", capital: "Oslo", code: "NOR", wikidata: "Q20" },
    State { name: "Azerbaijan", adjective: "Azerbaijani", capital: "Baku", code: "AZE", wikidata: "Q227" },
    State { name: "Armenia", adjective: "Armenian", capital: "Yerevan", code: "ARM", wikidata: "Q399" },
];

const TEXTS: [&str; 4] = [
    "On 3 May 1992 {A} attacked {B}. The {a} army shelled {B}'s forces near the border, killing 12 soldiers. {B} accused {A} of \
     aggression.",
    "The {a} government protested, and {^B} recalled the ambassador of {A}. {a} troops withdrew from {B} in June 1992.",
    "The foreign ministers of {A} and {B} met in {^B} on 9 August 1994. The {b} parliament ratified the treaty with {A}.",
    "{^A} delivered 24 tanks to {B}. The {b} ministry of defence thanked {A}, said the {b} president.",
];

/// What a record says, with the two states named X and Y.
fn reading(text: &str, x: State, y: State) -> Vec<String> {
    let fill = |text: &str| {
        let text = text.replace("{A}", x.name).replace("{B}", y.name).replace("{^A}", x.capital);
        text.replace("{^B}", y.capital).replace("{a}", x.adjective).replace("{b}", y.adjective)
    };
    let mask = |words: &str| {
        let mut words = words.to_owned();
        for (state, sign) in [(x, "X"), (y, "Y")] {
            for form in [state.adjective, state.name, state.capital, state.code, state.wikidata] {
                words = words.replace(form, sign);
            }
        }
        words
    };
    let record = Extractor::new().unwrap().extract(&fill(text)).unwrap();
    let mut lines = Vec::new();
    for actor in record.actors() {
        let country = actor.country.map(|country| country.to_string()).unwrap_or_default();
        let mentions: Vec<_> = actor.mentions.iter().map(|mention| mask(mention.span.quote())).collect();
        // Not the name of a body, nor its item of Wikidata: the Norwegian parliament has its own.
        let wikidata = actor.wikidata.as_ref().filter(|_| actor.kind == ActorKind::State);
        let wikidata = wikidata.map(|item| mask(item.as_str())).unwrap_or_default();
        lines.push(format!("actor {} {} {wikidata} {mentions:?}", actor.kind, mask(&country)));
    }
    for place in record.places() {
        lines.push(format!("place {} {}", mask(&place.name), place.kind));
    }
    for event in record.events() {
        let date = event.date.as_ref().map(|date| date.edtf().to_string()).unwrap_or_default();
        let who: Vec<_> = event
            .participants
            .iter()
            .map(|participant| format!("{} {}", participant.role, mask(participant.span.quote())))
            .collect();
        lines.push(format!("event {} {} {date} {who:?}", event.kind, mask(event.trigger.quote())));
    }
    lines
}

#[test]
fn two_states_may_change_places() {
    let mut count = 0;
    for text in TEXTS {
        let expected = reading(text, STATES[0], STATES[1]);
        for begin in ["event", "actor state X X", "actor state Y Y"] {
            assert!(expected.iter().any(|line| line.starts_with(begin)), "{expected:#?}");
        }
        for x in STATES {
            for y in STATES.into_iter().filter(|y| y.name != x.name) {
                assert_eq!(reading(text, x, y), expected, "{} and {}: {text}", x.name, y.name);
                count += 1;
            }
        }
    }
    assert_eq!(count, 80);
}
