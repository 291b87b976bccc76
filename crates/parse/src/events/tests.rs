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

#[test]
fn names_and_titles_report_nothing() {
    let lexicon = Lexicon::embedded().unwrap();
    let events = |source: &str| {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
        find(&text, &mut mentions, &lexicon).drafts.len()
    };
    assert_eq!(events("The book “Meeting the enemy in the hills” was long."), 0);
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
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read("On 3 May 1987 Libyan and Chadian troops clashed near the border.");
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
    let events = find(&text, &mut mentions, &lexicon).drafts;
    assert_eq!(events.first().unwrap().participants.len(), 2);
}
