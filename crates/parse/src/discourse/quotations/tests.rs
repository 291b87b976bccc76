use super::*;

fn kinds(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
    let events = crate::events::find(&text, &mut mentions, &lexicon);
    let dates = vec![None; events.drafts.len()];
    let show = |found: SettledQuotation| {
        let speaker = found.speaker.and_then(|index| mentions.actor(&lexicon, mentions.actors[index].actor));
        let speaker = speaker.map(|speaker| format!(" by {}", speaker.name));
        let date = found.date.map(|date| format!(" in {}", text.slice(&mentions.dates[date].range)));
        let event = found.event.map(|event| format!(" ({})", text.slice(&events.drafts[event].trigger)));
        [
            found.kind.to_string(),
            speaker.unwrap_or_default(),
            date.unwrap_or_default(),
            event.unwrap_or_default(),
        ]
        .concat()
    };
    settle(&text, &mentions, &lexicon, &events, &dates).into_iter().map(show).collect()
}

#[test]
fn the_file_can_be_read() {
    assert!(read(include_str!("../../../data/quotations/words.tsv")).unwrap().len() > 60);
    assert_eq!(
        read("word\tkind\texample\nsay\tsay\the said\n").unwrap_err().to_string(),
        "quotations/words.tsv:2: `kind` is title or name, not `say`"
    );
}

fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (source, expected) in cases {
        let found = kinds(source);
        if found != *expected {
            wrong += &format!("{source}\n  expected {expected:?}\n  found    {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn speech_has_a_verb_of_saying() {
    check(&[
        ("Kenya said that “the border will stay closed for now”.", &["speech by Kenya (said)"]),
        ("“The border will stay closed,” said Kenya in a note.", &["speech by Kenya (said)"]),
        (
            "“We shall not leave,” President Anwar Sadat told parliament in 1977.",
            &["speech by Anwar Sadat in 1977 (told)"],
        ),
        ("Sudan accused Ethiopia of “arming the rebels in the east”.", &["speech by Sudan (accused)"]),
        (
            "The Russian foreign minister, Sergey Lavrov, described the raid as “barbaric”.",
            &["speech by Sergei Lavrov (described the raid as)"],
        ),
        (
            "According to Nelson Mandela, the talks were “a first step towards peace”.",
            &["speech by Nelson Mandela"],
        ),
        ("Libya’s claim that Chad was “no real state” was rejected.", &["speech by Libya"]),
        ("Iraq demanded “material proof” from Iran.", &["speech by Iraq (demanded)"]),
        (
            "The Security Council “demanded an immediate end to the fighting”.",
            &["speech by UN Security Council (demanded an immediate end to)"],
        ),
        (
            "Norway issued a statement saying that “the talks go on”.",
            &["speech by Norway (issued a statement)"],
        ),
        ("In the words of Kofi Annan, it was “a failure of the whole world”.", &["speech by Kofi Annan"]),
        ("Asked about the deal, Anna Lindh replied: “It is dead.”", &["speech by Anna Lindh"]),
        ("Anna Lindh: “We are ready for talks.”", &["speech by Anna Lindh"]),
        (
            "“Peace,” Nelson Mandela added, “is not for sale.”",
            &["speech by Nelson Mandela (added)", "speech by Nelson Mandela (added)"],
        ),
        (
            "Menachem Begin admitted the truth by saying in 1979 that “Israel will have no peace without Egypt”.",
            &["speech by Menachem Begin in 1979 (saying)"],
        ),
        (
            "Nelson Mandela was quoted as saying that “the struggle goes on”.",
            &["speech by Nelson Mandela (saying)"],
        ),
        (
            "In a statement, NATO condemned “the brutal killing of civilians” by Serbia.",
            &["speech by NATO (condemned)"],
        ),
    ]);
}

#[test]
fn a_speaker_is_known_beyond_the_sentence() {
    check(&[
        (
            "Anwar Sadat spoke to parliament. “We have no choice. The army will stay,” he said. “Nobody will move us.”",
            &["speech by Anwar Sadat", "speech by Anwar Sadat"],
        ),
        ("Nelson Mandela came to the hall. “We shall not leave!” he shouted.", &["speech by Nelson Mandela"]),
        (
            "Norway replied as follows: “The ships will not sail before the talks are over.”",
            &["speech by Norway"],
        ),
    ]);
}

#[test]
fn titles_terms_and_scare_quotes() {
    check(&[
        ("They adopted the resolution “Peace on the border”.", &["title (adopted)"]),
        ("Henry Kissinger wrote the book “Diplomacy” in 1994.", &["title"]),
        ("They bought three “Bushmaster” vehicles.", &["term"]),
        ("The army launched an operation called “Desert Storm”.", &["term"]),
        (
            "Three courses were named: “winter drill,” “mountain drill,” and “night drill.”",
            &["term", "term", "term"],
        ),
        ("Kofi Annan flew to the base, also called “Camp Two”.", &["term"]),
        ("Iraq announced the end of its “special mission” in May.", &["scare"]),
        ("The so-called “grain corridor” opened when Turkey agreed to it.", &["scare"]),
        ("They spoke of a “liberation” of the town.", &["scare"]),
        ("Italy used the agency as a “branch” of its ministry.", &["scare"]),
        ("The rebels of the so-called “Free Republic” fled.", &["scare"]),
        (
            "Angela Merkel said the “occupied” zone would be “handed over in May”.",
            &["scare", "speech by Angela Merkel"],
        ),
    ]);
}
