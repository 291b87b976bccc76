use super::*;
use crate::extractor::Metadata;
use crate::lexicon::table::rows;
use crate::stages;

/// A relation by what the two events are called.
type Named = (String, RelationKind, String);

/// The relations of a text, and the events that it tells again, each with the first telling.
fn relations(source: &str, lexicon: &Lexicon) -> (Vec<Named>, Vec<(String, String)>) {
    let found = stages::run(source, &Metadata::default(), lexicon, |run| {
        let trigger = |event: usize| run.text.slice(&run.events.drafts[event].trigger).to_owned();
        let found = &run.discourse.relations;
        let links = found.links.iter().map(|link| (trigger(link.from), link.relation, trigger(link.to)));
        let retold = found.retold.iter().enumerate();
        let retold = retold.filter_map(|(again, first)| Some((trigger(again), trigger((*first)?))));
        (links.collect(), retold.collect())
    });
    found.unwrap()
}

/// A marked example without its marks, and what stands in brackets and in braces.
fn marked(example: &str) -> (String, String, String) {
    let between = |open: char, close: char| {
        let inner = example.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        inner.map(|(inner, _)| inner.to_owned()).unwrap_or_default()
    };
    (example.replace(['[', ']', '{', '}'], ""), between('[', ']'), between('{', '}'))
}

fn overlaps(trigger: &str, marked: &str) -> bool {
    trigger.contains(marked) || marked.contains(trigger)
}

#[test]
fn every_signal_reads_its_example() {
    let lexicon = Lexicon::embedded().unwrap();
    let table = include_str!("../../../data/events/relations.tsv");
    let mut wrong = String::new();
    for row in rows("", table, &["words", "part", "relation", "from", "kinds", "example"]).unwrap() {
        let (source, from, to) = marked(row.cell("example"));
        let relation: RelationKind = row.parse_required("relation").unwrap();
        let (links, _) = relations(&source, &lexicon);
        let is_row =
            |(one, kind, other): &Named| *kind == relation && overlaps(one, &from) && overlaps(other, &to);
        if links.len() != 1 || !links.iter().any(is_row) {
            wrong += &format!("{}: {}\n  found {links:?}\n", row.cell("words"), row.cell("example"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The event that the noun in braces takes up, shown by what the text tells of it.
#[test]
fn every_noun_takes_up_what_its_example_says() {
    let lexicon = Lexicon::embedded().unwrap();
    let table = include_str!("../../../data/events/recalls.tsv");
    let mut wrong = String::new();
    let rows = rows("", table, &["word", "part", "kinds", "example"]).unwrap();
    for row in rows.into_iter().filter(|row| row.cell("part") != "open") {
        let (source, first, _) = marked(row.cell("example"));
        let (links, retold) = relations(&source, &lexicon);
        let is_first = |name: &String| overlaps(name, &first);
        let found = links.iter().any(|(from, _, to)| is_first(from) || is_first(to))
            || retold.iter().any(|(_, told)| is_first(told));
        let expected = row.cell("part") == "noun";
        if if expected { !found } else { !links.is_empty() || !retold.is_empty() } {
            wrong +=
                &format!("{}: {}\n  found {links:?} {retold:?}\n", row.cell("word"), row.cell("example"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is told again, with the first telling.
fn retold(source: &str) -> Vec<(String, String)> {
    relations(source, &Lexicon::embedded().unwrap()).1
}

fn pair(again: &str, first: &str) -> Vec<(String, String)> {
    vec![(again.to_owned(), first.to_owned())]
}

#[test]
fn a_noun_alone_tells_nothing_new() {
    let source = "On 4 June 1982 Iraqi jets bombed Baneh. The attack destroyed a school.";
    assert_eq!(retold(source), pair("attack", "bombed"));
    let other = "On 4 June 1982 Iraqi jets bombed Baneh. The attack on Abadan destroyed a school.";
    assert_eq!(retold(other), []);
    let dated = "On 4 June 1982 Iraqi jets bombed Baneh. The attack of 9 July 1982 destroyed a school.";
    assert_eq!(retold(dated), []);
    let two = "Iraq bombed Baneh on 4 June 1982, and Iran bombed Basra on 5 June 1982. The attack destroyed a school.";
    assert_eq!(retold(two), [], "it may be either");
}

#[test]
fn one_happening_told_at_length_twice() {
    let first = "On 3 May 1956 Egypt met Sudan in Khartoum. The weather was hot.";
    assert_eq!(retold(&format!("{first} Egypt and Sudan met on 3 May 1956.")), pair("met", "met"));
    for other in
        ["Egypt and Libya met on 3 May 1956.", "Egypt and Sudan met on 4 May 1956.", "Egypt and Sudan met."]
    {
        assert_eq!(retold(&format!("{first} {other}")), [], "{other}");
    }
}

#[test]
fn what_an_event_cost_is_no_other_event() {
    let told = |source: &str| {
        let record = crate::extract(source).unwrap();
        let killed = |event: &verbale_core::Event| {
            let killed = event.casualties.as_ref().and_then(|cost| cost.killed.as_ref());
            killed.map(|killed| killed.span.quote().to_owned())
        };
        record
            .events()
            .iter()
            .map(|event| (event.trigger.quote().to_owned(), killed(event)))
            .collect::<Vec<_>>()
    };
    let attack = |cost: &str| vec![("attacked".to_owned(), Some(cost.to_owned()))];
    let first = "Rebels attacked the base at Diffa on 3 June 2016.";
    assert_eq!(told(&format!("{first} Nine soldiers were killed.")), attack("Nine soldiers"));
    assert_eq!(told(&format!("{first} Thirty soldiers lost their lives.")), attack("Thirty soldiers"));
    assert_eq!(told(&format!("{first} Nine soldiers were killed in Bosso on 4 June.")).len(), 2);
    assert_eq!(told(&format!("{first} Thirty people died in a flood.")).len(), 1);
    assert_eq!(
        told(
            "Nine soldiers were injured in clashes with rebels. Two villagers were killed when a bomb exploded."
        ),
        [("clashes".to_owned(), None), ("exploded".to_owned(), Some("Two villagers".to_owned()))]
    );
}

#[test]
fn what_somebody_claims_stays_apart() {
    let source = "On 3 May 1986 Libyan jets bombed a camp in Chad. Sudan claimed that Libyan jets had bombed a camp in Chad \
        on 3 May 1986.";
    let (links, retold) = relations(source, &Lexicon::embedded().unwrap());
    assert_eq!(retold, []);
    assert!(links.contains(&("bombed".to_owned(), RelationKind::SameAs, "bombed".to_owned())), "{links:?}");
}

#[test]
fn a_proposal_has_the_date_of_its_meeting() {
    let source = "On 3 May 1956 Egypt met Sudan. During the meeting, Sudan proposed a treaty.";
    let lexicon = Lexicon::embedded().unwrap();
    let dates = stages::run(source, &Metadata::default(), &lexicon, |run| run.discourse.event_dates.clone());
    assert_eq!(dates.unwrap(), [Some(0), Some(0)]);
}

/// Links name events that are told, never one event twice, and no two events more than once.
#[test]
fn links_are_sound_on_all_examples() {
    let lexicon = Lexicon::embedded().unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/texts");
    // A packaged crate has no examples beside it.
    for file in std::fs::read_dir(folder).into_iter().flatten() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let check = |run: stages::Run<'_>| {
            let Relations { links, retold } = &run.discourse.relations;
            assert_eq!(retold.len(), run.events.drafts.len());
            let mut pairs: Vec<_> =
                links.iter().map(|link| (link.from.min(link.to), link.from.max(link.to))).collect();
            assert!(
                pairs
                    .iter()
                    .all(|(one, other)| one < other && retold[*one].is_none() && retold[*other].is_none())
            );
            pairs.sort_unstable();
            pairs.dedup();
            assert_eq!(pairs.len(), links.len());
            let first = |(again, first): (usize, &Option<usize>)| {
                first.is_none_or(|first| first < again && retold[first].is_none())
            };
            assert!(retold.iter().enumerate().all(first));
        };
        stages::run(&source, &Metadata::default(), &lexicon, check).unwrap();
    }
}

#[test]
fn what_another_side_denies_is_disputed() {
    let certainty = |source: &str| {
        let record = crate::extract(source).unwrap();
        let attacks = record.events().iter().filter(|event| event.kind == verbale_core::EventKind::Attack);
        attacks.map(|event| event.attribution.certainty.to_string()).collect::<Vec<_>>()
    };
    let says = "Sudan claimed that Egyptian jets bombed Omdurman.";
    assert_eq!(certainty(says), ["alleged"]);
    assert_eq!(certainty(&format!("{says} Egypt denied this.")), ["disputed"]);
    assert_eq!(certainty(&format!("{says} The Sudanese army denied this.")), ["alleged"]);
    let charge = "Ukraine said that Russian forces had shelled the plant, a charge that Moscow rejected.";
    assert_eq!(certainty(charge), ["disputed"]);
}
