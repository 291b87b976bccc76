//! A small valid record, and what happens when one thing in it is wrong.

use serde_json::{Value, json};

use super::*;
use crate::code::Checksum;
use crate::event::{Relation, RelationKind};

const TEXT: &str = "Geneva, 1954. France and the Viet Minh signed three agreements on 20 July 1954.";

fn span(quote: &str) -> Value {
    let start = TEXT.find(quote).expect("the quote stands in the text");
    json!({ "start": start, "end": start + quote.len(), "quote": quote })
}

fn mention(quote: &str, by: &str) -> Value {
    let mut mention = span(quote);
    mention["by"] = json!(by);
    mention
}

fn valid() -> Value {
    let date = json!({
        "id": "d1", "edtf": "1954-07-20", "earliest": "1954-07-20", "latest": "1954-07-20", "precision": "day",
        "basis": "explicit", "anchor": null, "span": span("20 July 1954"),
    });
    let quantity = json!({
        "id": "q1", "value": 3, "max": null, "bound": "exact", "unit": "agreement", "change_from": null, "period": null,
        "span": span("three"),
    });
    let actor = |id: &str, name: &str, kind: &str, country: Value| {
        json!({
            "id": id, "name": name, "kind": kind, "country": country, "parent": null, "members": [], "sector": null,
            "wikidata": null, "mentions": [mention(name, "name")],
        })
    };
    json!({
        "format": "verbale/1",
        "document": {
            "id": "geneva", "title": null, "authors": [], "publisher": null, "published": null, "language": "en",
            "sha256": Checksum::of(TEXT).as_str(), "length": TEXT.chars().count(),
            "sections": [{ "id": "s1", "title": "Geneva", "level": 1, "parent": null, "span": span(TEXT) }],
        },
        "actors": [
            actor("a1", "France", "state", json!("FRA")),
            actor("a2", "Viet Minh", "non_state_group", Value::Null),
        ],
        "places": [{
            "id": "p1", "name": "Geneva", "kind": "settlement", "country": "CHE", "lat": 46.2, "lon": 6.1,
            "geonames": null, "mentions": [span("Geneva")],
        }],
        "dates": [date.clone()],
        "quantities": [quantity.clone()],
        "events": [{
            "id": "e1", "kind": "signature", "plover": { "type": "SUPPORT", "mode": null, "quad": "verbal_cooperation" },
            "contexts": ["diplomatic"], "trigger": span("signed"), "date": date,
            "participants": [
                { "role": "actor", "actor": "a1", "span": span("France") },
                { "role": "actor", "actor": "a2", "span": span("Viet Minh") },
            ],
            "instrument": {
                "kind": "agreement", "title": null, "number": null, "body": null, "status": "signed",
                "span": span("agreements"),
            },
            "items": [{
                "name": "agreements", "category": "other", "quantity": quantity, "supplier": null,
                "span": span("three agreements"),
            }],
            "casualties": null, "places": [{ "place": "p1", "span": span("Geneva") }], "status": "occurred",
            "attribution": { "source": "document", "certainty": "asserted", "cue": null }, "relations": [],
            "section": "s1", "evidence": [span(TEXT)], "rule": "signature/sign",
        }],
        "quotations": [], "citations": [], "framing": [], "diagnostics": [],
    })
}

/// The codes and paths of what is wrong with a value.
fn problems(value: &Value) -> Vec<(&'static str, String)> {
    let Err(error) = Record::from_value(value) else { return Vec::new() };
    error.problems().iter().map(|problem| (problem.code.as_str(), problem.path.clone())).collect()
}

fn with(path: &str, new: Value) -> Value {
    let mut value = valid();
    *value.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = new;
    value
}

#[test]
fn a_valid_record_is_accepted_and_keeps_its_bytes() {
    let record = Record::from_value(&valid()).unwrap();
    record.verify(TEXT).unwrap();
    let json = record.to_json().unwrap();
    let again = Record::from_json(&json).unwrap();
    assert_eq!(again, record);
    assert_eq!(again.to_json().unwrap(), json);
    assert_eq!(serde_json::to_value(&record).unwrap(), valid());
    Record::new(record.into_draft(), TEXT).unwrap();
}

#[test]
fn each_contradiction_has_its_code_and_path() {
    let cases = [
        ("/format", json!("verbale/9"), "unsupported-format", "format"),
        ("/actors/0/name", json!(" "), "empty-text", "actors[0].name"),
        ("/actors/0/name", json!(7), "wrong-type", "actors[0].name"),
        ("/actors/0/name", Value::Null, "missing-field", "actors[0].name"),
        ("/actors/0/kind", json!("empire"), "unknown-term", "actors[0].kind"),
        ("/actors/0/country", json!("XQX"), "unknown-country", "actors[0].country"),
        ("/actors/0/wikidata", json!("142"), "bad-wikidata", "actors[0].wikidata"),
        ("/actors/0/parent", json!("a9"), "dangling-actor", "actors[0].parent"),
        ("/actors/0/parent", json!("a1"), "parent-cycle", "actors[0].parent"),
        ("/actors/0/mentions", json!([]), "empty-list", "actors[0].mentions"),
        ("/actors/0/mentions/0/by", json!("guess"), "unknown-term", "actors[0].mentions[0].by"),
        ("/actors/1/id", json!("x2"), "bad-id", "actors[1].id"),
        ("/places/0/lat", json!(91), "bad-coordinates", "places[0].lat"),
        ("/places/0/lat", Value::Null, "bad-coordinates", "places[0]"),
        ("/document/sections/0/parent", json!("s1"), "parent-cycle", "document.sections[0].parent"),
        ("/document/language", json!("xx"), "unknown-language", "document.language"),
        ("/document/sha256", json!("abc"), "bad-checksum", "document.sha256"),
        ("/events/0/participants/0/actor", json!("a9"), "dangling-actor", "events[0].participants[0].actor"),
        ("/events/0/places/0/place", json!("p9"), "dangling-place", "events[0].places[0].place"),
        ("/events/0/section", json!("s9"), "dangling-section", "events[0].section"),
        (
            "/events/0/relations",
            json!([{"relation": "precedes", "event": "e9"}]),
            "dangling-event",
            "events[0].relations[0].event",
        ),
        (
            "/events/0/relations",
            json!([{"relation": "precedes", "event": "e1"}]),
            "self-reference",
            "events[0].relations[0]",
        ),
        ("/events/0/evidence", json!([]), "empty-list", "events[0].evidence"),
        ("/events/0/attribution/source", json!("somebody"), "bad-id", "events[0].attribution.source"),
        ("/events/0/plover/quad", json!("verbal_conflict"), "quad-mismatch", "events[0].plover.quad"),
        ("/events/0/plover/mode", json!("riot"), "mode-mismatch", "events[0].plover.mode"),
        ("/events/0/instrument", json!({"status": "signed"}), "missing-field", "events[0].instrument.kind"),
        ("/events/0/date/basis", json!("inherited"), "copy-mismatch", "events[0].date"),
        ("/events/0/date/id", json!("d9"), "dangling-date", "events[0].date.id"),
        ("/events/0/items/0/quantity/id", json!("q9"), "dangling-quantity", "events[0].items[0].quantity.id"),
        ("/events/0/items/0/quantity/unit", json!("treaty"), "copy-mismatch", "events[0].items[0].quantity"),
        ("/events/0/trigger/end", json!(1), "reversed-span", "events[0].trigger"),
        ("/events/0/trigger/end", json!(999), "span-outside-text", "events[0].trigger"),
        ("/events/0/trigger/quote", json!("sign"), "quote-mismatch", "events[0].trigger"),
        ("/events/0/trigger/start", json!(-1), "negative-number", "events[0].trigger.start"),
    ];
    for (path, new, code, at) in cases {
        let found = problems(&with(path, new.clone()));
        assert!(
            found.contains(&(code, at.to_owned())),
            "{path} = {new}: expected {code} at {at}, found {found:?}"
        );
    }
}

#[test]
fn dates_and_quantities_cannot_contradict_themselves() {
    // An event repeats its date and quantity; without it, only the lists are looked at.
    let alone = |path: &str, new: Value| {
        let mut value = with(path, new);
        value["events"] = json!([]);
        problems(&value)
    };
    for (path, new, code, at) in [
        ("/dates/0/edtf", json!("20 July"), "bad-edtf", "dates[0].edtf"),
        ("/dates/0/earliest", json!("1954-08-20"), "reversed-dates", "dates[0]"),
        ("/dates/0/latest", json!("1954-07-21"), "bounds-mismatch", "dates[0].latest"),
        ("/dates/0/latest", json!("July"), "bad-date", "dates[0].latest"),
        ("/dates/0/precision", json!("month"), "precision-mismatch", "dates[0].precision"),
        ("/dates/0/basis", json!("relative"), "missing-anchor", "dates[0].anchor"),
        ("/quantities/0/value", json!(-3), "negative-number", "quantities[0].value"),
        ("/quantities/0/max", json!(2), "reversed-range", "quantities[0].max"),
        ("/quantities/0/unit", json!("XQX"), "unknown-currency", "quantities[0].unit"),
    ] {
        let found = alone(path, new.clone());
        assert!(
            found.contains(&(code, at.to_owned())),
            "{path} = {new}: expected {code} at {at}, found {found:?}"
        );
    }
}

fn at(code: &'static str, path: &str) -> (&'static str, String) {
    (code, path.to_owned())
}

#[test]
fn everything_is_reported_at_once_in_the_order_of_the_fields() {
    let mut value = valid();
    value["extra"] = json!(1);
    value["document"]["sections"][0]["level"] = json!("top");
    value["document"]["sections"][0]["parent"] = json!("s1");
    value["actors"][0]["name"] = json!("");
    value["actors"][0]["country"] = json!("XQX");
    value["actors"][0]["members"] = json!(["a2", "a8"]);
    value["actors"][0]["mentions"][0]["extra"] = json!(1);
    value["actors"][1]["members"] = json!(["a1"]);
    let mut third = valid()["actors"][0].clone();
    third["id"] = json!("a1");
    value["actors"].as_array_mut().unwrap().push(third);
    value["places"][0]["kind"] = json!("planet");
    value["places"][0]["lon"] = json!(181);
    value["places"][0]["mentions"] = json!([]);
    value["quantities"][0]["value"] = json!(-1);
    value["events"][0]["kind"] = json!("quarrel");
    value["events"][0]["date"]["basis"] = json!("inherited");
    value["events"][0]["participants"][0]["actor"] = json!("a7");
    value["events"][0]["relations"] = json!([{ "relation": "beside", "event": "e1" }]);
    value["events"][0]["rule"] = json!("");
    value["citations"] = json!([{
        "span": { "start": "here", "end": 999, "quote": "¹" }, "kind": "footnote", "numbers": [-1], "locator": null,
        "target": null, "url": null, "title": null, "published": valid()["events"][0]["date"], "same_as": null,
        "events": ["e1", "e2"],
    }]);
    value["citations"][0]["published"]["edtf"] = json!("1954-07");
    value["diagnostics"] = json!([null]);
    assert_eq!(
        problems(&value),
        [
            at("unknown-field", ""),
            at("wrong-type", "document.sections[0].level"),
            at("parent-cycle", "document.sections[0].parent"),
            at("empty-text", "actors[0].name"),
            at("unknown-country", "actors[0].country"),
            at("member-cycle", "actors[0].members"),
            at("dangling-actor", "actors[0].members[1]"),
            at("unknown-field", "actors[0].mentions[0]"),
            at("member-cycle", "actors[1].members"),
            at("duplicate-id", "actors[2].id"),
            at("unknown-term", "places[0].kind"),
            at("bad-coordinates", "places[0].lon"),
            at("empty-list", "places[0].mentions"),
            at("negative-number", "quantities[0].value"),
            at("unknown-term", "events[0].kind"),
            at("copy-mismatch", "events[0].date"),
            at("dangling-actor", "events[0].participants[0].actor"),
            at("self-reference", "events[0].relations[0]"),
            at("unknown-term", "events[0].relations[0].relation"),
            at("empty-text", "events[0].rule"),
            at("span-outside-text", "citations[0].span"),
            at("wrong-type", "citations[0].span.start"),
            at("negative-number", "citations[0].numbers[0]"),
            at("copy-mismatch", "citations[0].published"),
            at("bounds-mismatch", "citations[0].published.earliest"),
            at("bounds-mismatch", "citations[0].published.latest"),
            at("precision-mismatch", "citations[0].published.precision"),
            at("dangling-event", "citations[0].events[1]"),
            at("wrong-type", "diagnostics[0]"),
        ]
    );
}

/// Every field of a record, with the path that problems give it.
fn fields(value: &Value, pointer: &str, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields_of) => {
            for (name, value) in fields_of {
                let dot = if path.is_empty() { "" } else { "." };
                let (pointer, path) = (format!("{pointer}/{name}"), format!("{path}{dot}{name}"));
                found.push((pointer.clone(), path.clone()));
                fields(value, &pointer, &path, found);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                fields(value, &format!("{pointer}/{index}"), &format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn what_cannot_be_read_is_one_problem_and_has_no_others_in_its_wake() {
    let mut all = Vec::new();
    fields(&valid(), "", "", &mut all);
    assert!(all.len() > 150, "{}", all.len());
    for (pointer, path) in all {
        let found = problems(&with(&pointer, json!(false)));
        // What refers to an id that is gone refers to nothing.
        let own = found.iter().filter(|(code, _)| !(path.ends_with(".id") && code.starts_with("dangling-")));
        assert_eq!(own.collect::<Vec<_>>(), [&at("wrong-type", &path)], "{path}");
    }
}

#[test]
fn any_two_faults_are_both_reported() {
    let faults = [
        ("/document/length", json!(1.5), "wrong-type", "document.length"),
        ("/document/id", json!(""), "empty-text", "document.id"),
        ("/document/sections/0/parent", json!("s1"), "parent-cycle", "document.sections[0].parent"),
        ("/actors/0/country", json!("XQX"), "unknown-country", "actors[0].country"),
        ("/actors/0/kind", Value::Null, "missing-field", "actors[0].kind"),
        ("/actors/0/members", json!(["a1"]), "member-cycle", "actors[0].members"),
        ("/actors/1/id", json!("a1"), "duplicate-id", "actors[1].id"),
        ("/dates/0/span/quote", json!(7), "wrong-type", "dates[0].span.quote"),
        ("/dates/0/precision", json!("year"), "precision-mismatch", "dates[0].precision"),
        ("/quantities/0/max", json!(2), "reversed-range", "quantities[0].max"),
        ("/quantities/0/period", json!(-1), "wrong-type", "quantities[0].period"),
        ("/events/0/kind", json!("quarrel"), "unknown-term", "events[0].kind"),
        ("/events/0/plover/mode", json!("riot"), "mode-mismatch", "events[0].plover.mode"),
        ("/events/0/plover/quad", json!("peace"), "unknown-term", "events[0].plover.quad"),
        ("/events/0/trigger/end", json!(1), "reversed-span", "events[0].trigger"),
        ("/events/0/items/0/name", json!(""), "empty-text", "events[0].items[0].name"),
        ("/events/0/section", json!("s9"), "dangling-section", "events[0].section"),
        ("/events/0/evidence", json!([]), "empty-list", "events[0].evidence"),
    ];
    for (index, one) in faults.iter().enumerate() {
        for other in &faults[index + 1..] {
            let mut value = with(one.0, one.1.clone());
            *value.pointer_mut(other.0).unwrap() = other.1.clone();
            let found = problems(&value);
            for (_, _, code, path) in [one, other] {
                let times = found.iter().filter(|problem| **problem == at(code, path)).count();
                assert_eq!(times, 1, "{code} at {path}, with {one:?} and {other:?}: {found:?}");
            }
        }
    }
}

#[test]
fn a_draft_and_its_json_have_the_same_problems() {
    let mut draft = Record::from_value(&valid()).unwrap().into_draft();
    draft.document.sections[0].parent = Some(draft.document.sections[0].id);
    draft.actors[1].id = draft.actors[0].id;
    draft.quantities[0].unit = Some("XQX".to_owned());
    let event = draft.events[0].id;
    draft.events[0].relations.push(Relation { relation: RelationKind::Precedes, event });
    let expected = problems(&serde_json::to_value(&draft).unwrap());
    assert_eq!(expected.first(), Some(&at("parent-cycle", "document.sections[0].parent")));
    let error = Record::new(draft, TEXT).unwrap_err();
    let found: Vec<_> = error.problems().iter().map(|p| (p.code.as_str(), p.path.clone())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_list_that_is_missing_is_missed_once() {
    for list in ["actors", "places", "dates", "quantities"] {
        let mut value = valid();
        value.as_object_mut().unwrap().remove(list);
        assert_eq!(problems(&value), [at("missing-field", list)]);
    }
}

#[test]
fn a_copy_is_compared_only_with_the_one_thing_that_it_can_be_a_copy_of() {
    let mut value = valid();
    let mut other = valid()["dates"][0].clone();
    other["basis"] = json!("inherited");
    value["dates"].as_array_mut().unwrap().push(other.clone());
    value["events"][0]["date"] = other;
    assert_eq!(problems(&value), [at("duplicate-id", "dates[1].id")]);
}

#[test]
fn a_note_may_repeat_one_of_its_own_number() {
    // On the next page the numbers start again, and its first note says "ibid".
    let mut value = valid();
    value["citations"] = json!([{
        "span": span("three"), "kind": "footnote", "numbers": [1], "locator": null, "target": null, "url": null,
        "title": null, "published": null, "same_as": 1, "events": ["e1"],
    }]);
    assert_eq!(problems(&value), []);
}

#[test]
fn only_what_lies_on_a_cycle_is_reported() {
    let mut value = valid();
    value["actors"][0]["parent"] = json!("a2");
    value["actors"][1]["parent"] = json!("a2");
    assert_eq!(problems(&value), [at("parent-cycle", "actors[1].parent")]);
    let itself = with("/document/sections/0/parent", json!("s1"));
    assert_eq!(problems(&itself), [at("parent-cycle", "document.sections[0].parent")]);
}

#[test]
fn ids_are_unique() {
    let mut value = valid();
    value["places"].as_array_mut().unwrap().push(valid()["places"][0].clone());
    assert_eq!(problems(&value), [("duplicate-id", "places[1].id".to_owned())]);
}

#[test]
fn groups_cannot_contain_themselves() {
    let mut value = valid();
    value["actors"][0]["members"] = json!(["a2"]);
    assert_eq!(problems(&value), []);
    value["actors"][1]["members"] = json!(["a1"]);
    let cycle = |index: usize| ("member-cycle", format!("actors[{index}].members"));
    assert_eq!(problems(&value), [cycle(0), cycle(1)]);
}

#[test]
fn overlapping_quotes_must_agree_without_the_text() {
    let mut value = valid();
    value["events"][0]["trigger"]["quote"] = json!("agreed");
    assert_eq!(problems(&value), [("quote-conflict", "events[0].trigger".to_owned())]);
}

#[test]
fn the_text_decides() {
    let record = Record::from_value(&valid()).unwrap();
    let codes = |text: &str| {
        let error = record.verify(text).unwrap_err();
        error.problems().iter().map(|problem| problem.code).collect::<std::collections::BTreeSet<_>>()
    };
    let other = TEXT.replace("three", "seven");
    assert!(codes(&other).is_superset(&[ProblemCode::TextMismatch, ProblemCode::QuoteMismatch].into()));
    assert!(codes("Geneva").contains(&ProblemCode::TextMismatch));
}

#[test]
fn what_is_not_json_is_said_so() {
    let error = Record::from_json("{").unwrap_err();
    assert_eq!(error.problems()[0].code, ProblemCode::InvalidJson);
    assert!(error.to_string().contains("line 1"), "{error}");
}

#[test]
fn serde_reports_all_problems_too() {
    let text = with("/actors/0/country", json!("XQX")).to_string();
    let error = serde_json::from_str::<Record>(&text).unwrap_err().to_string();
    assert!(error.contains("actors[0].country") && error.contains("unknown-country"), "{error}");
}
