//! Runs the example of every frame.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use verbale_core::Role;

use super::*;

/// What a text gives for a frame: trigger, status, and the names of the participants by role.
fn reading(
    source: &str,
    frame: usize,
    lexicon: &Lexicon,
) -> Option<(String, Status, BTreeMap<Role, Vec<String>>)> {
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, lexicon);
    let event = find(&text, &mut mentions, lexicon).drafts.into_iter().find(|event| event.frame == frame)?;
    let mut participants: BTreeMap<Role, Vec<String>> = BTreeMap::new();
    for found in &event.participants {
        let name = mentions
            .actor(lexicon, mentions.actors[found.who.mention().unwrap()].actor)
            .unwrap()
            .name
            .clone();
        participants.entry(found.role).or_default().push(name);
    }
    Some((text.slice(&event.trigger).to_owned(), event.status, participants))
}

#[test]
fn every_frame_reads_its_example() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut wrong = String::new();
    for (index, frame) in lexicon.frames.iter().enumerate() {
        for example in &frame.examples {
            let expected = (
                example.trigger.clone(),
                example.status.unwrap_or(Status::Occurred),
                example.participants.clone(),
            );
            let found = reading(&example.text, index, &lexicon);
            if found.as_ref() != Some(&expected) {
                writeln!(
                    wrong,
                    "{}: {}\n  expected {expected:?}\n  found    {found:?}",
                    frame.rule, example.text
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What was read of a text.
pub(super) struct Told<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) mentions: &'a Mentions,
    pub(super) lexicon: &'a Lexicon,
}

/// Shows each event of a text.
pub(super) fn shown<T>(source: &str, show: impl Fn(&Told<'_>, &EventDraft) -> T) -> Vec<T> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
    let drafts = find(&text, &mut mentions, &lexicon).drafts;
    let told = Told { text: &text, mentions: &mentions, lexicon: &lexicon };
    drafts.iter().map(|event| show(&told, event)).collect()
}

/// The triggers of a text.
fn triggers(source: &str) -> Vec<String> {
    shown(source, |told, event| told.text.slice(&event.trigger).to_owned())
}

#[test]
fn names_and_titles_report_nothing() {
    assert_eq!(triggers("The book “Meeting the enemy in the hills” was long."), [""; 0]);
}

#[test]
fn what_may_be_is_no_event() {
    for source in [
        "Kenya vowed to repel any attack by Somalia.",
        "Kenya feared a potential attack by Somalia.",
        "Kenya planned for an eventual attack by Somalia.",
        "If Kenya seeks to resume talks with Peru, it will be heard.",
        "Any state that attacks Kenya will be punished.",
        "Kenya could have attacked Somalia.",
    ] {
        let found = triggers(source);
        assert!(
            found.iter().all(|words| !words.contains("attack") && !words.contains("talks")),
            "{source} {found:?}"
        );
    }
}

#[test]
fn what_is_abstract_is_not_attacked() {
    for source in [
        "Kenya attacked the policy of Peru.",
        "A plague struck Athens.",
        "There was a clash of interests between Kenya and Peru.",
        "Kenya established its influence over the region.",
    ] {
        assert_eq!(triggers(source), [""; 0], "{source}");
    }
}

#[test]
fn a_pronoun_stands_for_the_noun_that_the_phrase_asks_for() {
    let found = triggers("The truce was declared on 3 May 1990. It was breached by rebels. They denied it.");
    assert_eq!(found, ["truce was declared", "It was breached", "denied"]);
}

/// The words of the places of each event, by its kind.
fn places(source: &str) -> Vec<String> {
    shown(source, |told, event| {
        let kind = told.lexicon.frames.get(event.frame).unwrap().kind;
        let words: Vec<&str> = event.places.iter().map(|place| told.text.slice(place)).collect();
        format!("{kind}: {}", words.join(", "))
    })
}

#[test]
fn where_it_was() {
    assert_eq!(places("In May 2016, Kenya and Chad signed a treaty in Geneva."), ["signature: Geneva"]);
    assert_eq!(places("The minister visited Kenya in May 2020."), ["visit: Kenya"]);
    assert_eq!(places("The army bombed a camp on the outskirts of Aleppo."), ["attack: Aleppo"]);
    assert_eq!(places("In 1990, Iraq invaded Kuwait."), ["offensive: Kuwait"]);
    assert_eq!(
        places(
            "A day later Mosul, Tikrit, Ramadi and other towns were subjected to missile attacks by Iran."
        ),
        ["attack: Mosul, Tikrit, Ramadi"]
    );
}

#[test]
fn a_meeting_lends_its_place() {
    assert_eq!(
        places("During his visit to Nairobi, the minister signed a treaty."),
        ["signature: Nairobi", "visit: Nairobi"]
    );
    assert_eq!(
        places("The presidents met in Rome, where they signed a treaty."),
        ["meeting: Rome", "signature: Rome"]
    );
}

#[test]
fn names_that_do_not_say_where() {
    assert_eq!(
        places("Kenya accused Chad of arming groups in Darfur."),
        ["accusation: ", "transfer: Darfur"]
    );
    assert_eq!(places("On Friday, the authorities in Rabat condemned the decision."), ["accusation: "]);
    assert_eq!(places("In May 1958 Chad signed a contract under the Vienna Convention."), ["contract: "]);
}

/// The things of each event, with how many there are.
fn items(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
    let mut events = find(&text, &mut mentions, &lexicon);
    crate::discourse::fragments::tell(&layout, &text, &mentions, &lexicon, &mut events);
    let item = |item: &ItemDraft| {
        let count = item.quantity.map(|index| mentions.quantities[index].value.to_string() + " ");
        format!("{}{} ({})", count.unwrap_or_default(), text.slice(&item.range), item.category)
    };
    events.drafts.iter().map(|event| event.items.iter().map(item).collect::<Vec<_>>().join(", ")).collect()
}

#[test]
fn what_is_moved() {
    for (source, expected) in [
        (
            "In May 2023, Denmark delivered 19 F-16s, two S-300 batteries and 14 Leopard 2A4s to Ukraine.",
            "19 F-16s (aircraft), 2 S-300 batteries (missile), 14 Leopard 2A4s (vehicle)",
        ),
        ("More than 200 T-72 tanks were handed over to Chad.", "200 T-72 tanks (vehicle)"),
        ("Egypt received $1.5 billion in military aid.", "1500000000 military aid (money)"),
        ("Donors granted a loan of $2 billion.", "2000000000 loan (money)"),
        ("A contingent of Kenyan peacekeepers was sent to Kosovo.", "Kenyan peacekeepers (personnel)"),
        ("In May, Iran launched a strike on Erbil using ballistic missiles.", "ballistic missiles (missile)"),
        ("The council cut the force from 2,548 to 270.", "270 force (personnel)"),
        ("The army attacked merchant ships.", ""),
        ("Rebels struck the airfield.", ""),
        ("A submarine torpedoed the cruiser.", ""),
        ("Kenya shot down two drones.", "2 drones (aircraft)"),
        ("Rebels destroyed 40 houses.", ""),
        ("Israel sold Ecuador four Kfir fighters.", "4 Kfir fighters (aircraft)"),
    ] {
        assert_eq!(items(source), [expected], "{source}");
    }
}

#[test]
fn a_list_of_goods_without_verbs() {
    assert_eq!(
        items(
            "So far the following have been delivered to Peru:\n\n- 24 howitzers;\n- 3 air defence systems.\n"
        ),
        ["24 howitzers (weapon)", "3 air defence systems (missile)"]
    );
}

/// What each event cost: killed, injured, missing, captured.
fn casualties(source: &str) -> Vec<String> {
    shown(source, |told, event| {
        let count = |index: Option<usize>| {
            index.map_or("-".to_owned(), |index| told.mentions.quantities[index].value.to_string())
        };
        let cost = event.casualties;
        [cost.killed, cost.injured, cost.missing, cost.captured].map(count).join(" ")
    })
}

#[test]
fn what_it_cost() {
    for (source, expected) in [
        ("The shelling left 12 dead and 30 wounded.", "12 30 - -"),
        ("The bombing claimed the lives of at least 40 people, including six children.", "40 - - -"),
        ("Two soldiers died and five were wounded in the clash.", "2 5 - -"),
        ("The raid killed between 20 and 25 militants.", "20 - - -"),
        ("More than 60 passengers were killed and about 80 injured.", "60 80 - -"),
        ("The explosion caused more than 200 deaths.", "200 - - -"),
        ("The rebels captured 300 soldiers in the battle.", "- - - 300"),
        ("The raid destroyed 12 tanks.", "- - - -"),
        ("The raid killed 22 Britons and 10 soldiers.", "- - - -"),
        ("In the siege, 600 soldiers were killed or wounded.", "- - - -"),
    ] {
        assert_eq!(casualties(source), [expected], "{source}");
    }
}

#[test]
fn a_number_is_counted_once() {
    assert_eq!(
        casualties("The army shelled the town in May; in June it attacked a camp and killed ten rebels."),
        ["- - - -", "- - - -", "10 - - -"]
    );
}

#[test]
fn who_says_so() {
    let lexicon = Lexicon::embedded().unwrap();
    let said = |source: &str| {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
        let events = find(&text, &mut mentions, &lexicon).drafts;
        let attack = events.into_iter().rfind(|event| text.slice(&event.trigger) == "attacked").unwrap();
        let attribution = attack.attribution?;
        let name =
            |who: Who| Some(mentions.actor(&lexicon, mentions.actors[who.mention()?].actor)?.name.clone());
        Some((attribution.speaker.and_then(name), attribution.certainty.to_string()))
    };
    let by = |who: &str, certainty: &str| Some((Some(who.to_owned()), certainty.to_owned()));
    assert_eq!(said("Libya attacked the convoy."), None);
    assert_eq!(said("The convoy, Chad claimed, had attacked the camp."), by("Chad", "alleged"));
    assert_eq!(said("As Chad claimed, Libya attacked the convoy."), by("Chad", "alleged"));
    assert_eq!(said("According to Nairobi, Somalia attacked the convoy."), by("Kenya", "asserted"));
    assert_eq!(
        said("Chad said that the road was closed. Libya, it added, had attacked the convoy."),
        by("Chad", "asserted")
    );
    assert_eq!(
        said("According to a report by the Kenyan ministry of defence, rebels attacked the port."),
        by("Kenyan ministry of defence", "asserted")
    );
    assert_eq!(said("As reported by Chad, Libya attacked the convoy."), by("Chad", "asserted"));
    assert_eq!(said("Chad was quoted as saying that Libya had attacked the camp."), by("Chad", "asserted"));
    assert_eq!(said("It was reported that Libya had attacked Chad."), Some((None, "alleged".to_owned())));
    assert_eq!(said("Libya is said to have attacked Chad."), Some((None, "alleged".to_owned())));
}

#[test]
fn two_adjectives_before_one_noun_are_two_actors() {
    let source = "On 3 May 1987 Libyan and Chadian troops clashed near the border.";
    assert_eq!(shown(source, |_, event| event.participants.len())[0], 2);
}

/// Who each event is said by, as the names of the actors.
fn sources(source: &str) -> Vec<String> {
    shown(source, |told, event| {
        let speaker = event.attribution.as_ref().and_then(|said| said.speaker.as_ref()?.mention());
        let name = speaker.map(|index| {
            let actor = told.mentions.actors[index].actor;
            told.mentions.actor(told.lexicon, actor).unwrap().name.clone()
        });
        name.unwrap_or_else(|| "document".to_owned())
    })
}

#[test]
fn what_both_say_is_said_by_both() {
    assert_eq!(
        sources("Kenya and Peru signed a treaty. Both sides said that Togo had attacked Lamu."),
        ["document", "Kenya and Peru"]
    );
}

#[test]
fn phrases_reach_over_what_stands_between() {
    assert_eq!(
        triggers("In May 2001, the Senate of Chile voted on Monday to condemn Peru."),
        ["voted on Monday to condemn"]
    );
    assert_eq!(triggers("The Supreme Court of Kenya ordered the bank to pay."), ["ordered the bank to pay"]);
    assert_eq!(
        triggers("Kenya charged on 6 April 2011 that Peru had lied."),
        ["charged on 6 April 2011 that"]
    );
    // What a vote decides is told, and the vote with it.
    assert_eq!(triggers("In May 2001, Peru voted by 12 to 3 to send troops to Haiti."), ["send troops"]);
}

#[test]
fn what_is_said_of_a_part_or_behind_a_document_counts() {
    assert_eq!(
        triggers("One of its Kenyan jets was brought down by Peru in May 2001."),
        ["jets was brought down"]
    );
    assert_eq!(
        triggers("A memorandum on boundaries concluded by Kenya and Peru in May 2001 was published."),
        ["concluded"]
    );
    assert_eq!(triggers("The draft resolution failed in May 2001."), ["failed"]);
    assert_eq!(triggers("The draft resolution failed to gain support."), [""; 0]);
}

#[test]
fn a_relative_clause_tells_what_the_deed_of_its_noun_cost() {
    for source in [
        "In May 2001, Kenya carried out air raids on Lamu that left six civilians dead.",
        "In May 2001, Kenya responded with artillery fire that killed six civilians.",
    ] {
        let found = shown(source, |told, event| {
            (told.text.slice(&event.trigger).to_owned(), event.casualties.killed.is_some())
        });
        assert!(matches!(found.as_slice(), [(words, true)] if !words.contains("left")), "{found:?}");
    }
}

#[test]
fn a_passive_with_a_subject_of_its_own_is_no_relative_clause() {
    let source = "The scientist Mohsen Karanja is assassinated near Lamu; Kenya points the finger at Peru.";
    assert_eq!(triggers(source), ["assassinated", "points the finger at"]);
}

#[test]
fn what_is_set_for_a_day_is_not_when_it_was_set() {
    let source = "The president dissolved parliament and called elections for 9 June 2024.";
    let found = shown(source, |told, event| {
        (told.text.slice(&event.trigger).to_owned(), event.own_dates.len() + event.clause_dates.len())
    });
    assert_eq!(found, [("dissolved parliament".to_owned(), 0), ("called elections".to_owned(), 1)]);
}
