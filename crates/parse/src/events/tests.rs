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
