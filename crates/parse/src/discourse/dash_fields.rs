//! Items of a list whose last fields name who: "two corvettes – Lake Shipyard, December 2021", "Resolution 12 – Senate, 1 August 2023".

use std::ops::Range;

use verbale_core::Role;

use crate::document::{BlockKind, Layout};
use crate::events::{EventDraft, ParticipantDraft, Who, of_sentences};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::{Text, within};

/// Gives the events of list items the actor that stands right behind a dash: who supplies what the item names, or who acted. He takes the
/// place of those of the lead-in.
pub(crate) fn attach(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut [EventDraft],
) {
    for (number, block) in layout.blocks.iter().enumerate() {
        let sentences = text.sentences_of(number);
        let Some(first) = sentences.clone().next().filter(|_| block.kind == BlockKind::ListItem) else {
            continue;
        };
        let item = text.sentences()[first].range.clone();
        let Some(field) = behind_dash(text, mentions, &item) else { continue };
        let own = of_sentences(events, first..first + 1);
        for event in &mut events[own] {
            let Some(frame) = lexicon.frames.get(event.frame) else { continue };
            let supplies = frame.slots.values().any(|role| *role == Role::Supplier);
            let role = if supplies { Role::Supplier } else { Role::Actor };
            let is_before = event.trigger.end <= mentions.actors[field].range.start;
            if !is_before || !(supplies || frame.instrument) {
                continue;
            }
            let inside = |found: &ParticipantDraft| {
                let who = found.who.mention().map(|index| &mentions.actors[index].range);
                who.is_some_and(|who| item.contains(&who.start))
            };
            event.participants.retain(|found| found.role != role || inside(found));
            if !event.participants.iter().any(|found| found.role == role) {
                event.participants.push(ParticipantDraft { role, who: Who::Mention(field) });
            }
        }
    }
}

/// The actor whose name stands between a dash and a comma or the end of an item.
fn behind_dash(text: &Text<'_>, mentions: &Mentions, item: &Range<usize>) -> Option<usize> {
    within(&mentions.actors, |mention| &mention.range, item).find(|&index| {
        let range = &mentions.actors[index].range;
        let before = text.slice(&(item.start..range.start)).trim_end_matches("the ");
        let behind = text.slice(&(range.end..item.end));
        let closes =
            behind.starts_with([',', ';', '.', '(']) || behind.starts_with(" (") || behind.is_empty();
        [" – ", " — ", " - "].iter().any(|dash| before.ends_with(dash)) && closes
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extractor::Metadata;

    /// The participants of each event, by role.
    fn told(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        let metadata = Metadata::default();
        crate::stages::run(source, &metadata, &lexicon, |run| {
            let name = |found: &ParticipantDraft| {
                let mention = &run.mentions.actors[found.who.mention().unwrap()];
                format!("{} {}", found.role, run.text.slice(&mention.range))
            };
            let shown =
                |event: &EventDraft| event.participants.iter().map(name).collect::<Vec<_>>().join(", ");
            run.events.drafts.iter().map(shown).collect()
        })
        .unwrap()
    }

    #[test]
    fn the_supplier_stands_behind_a_dash() {
        let list = "Between 2021 and 2025 Kenya concluded contracts for the following:\n\n\
                    - two corvettes – Lake Heavy Industries, December 2021;\n- two drones – Turkey, May 2024.";
        assert_eq!(
            told(list),
            ["actor Kenya, supplier Lake Heavy Industries", "actor Kenya, supplier Turkey"]
        );
    }

    #[test]
    fn the_body_behind_a_dash_takes_the_place_of_the_one_above() {
        let list = "The resolutions adopted by the Congress of the Philippines are the following:\n\n\
                    - Resolution 12 – Senate of the Philippines, 16 December 2024;\n- Resolution 13, 3 May 2023.";
        assert_eq!(told(list)[1..], ["actor Senate of the Philippines", "actor Congress of the Philippines"]);
    }
}
