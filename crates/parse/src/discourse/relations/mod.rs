//! How events relate: what the words between them say, what an event answers, breaks or changes, and which of them are one happening
//! told twice.
//!
//! 1. [`recalls`] finds the event that a noun takes up: "during the meeting";
//! 2. [`retold`] finds the events that are such a noun and no more, and those that tell of one happening at length twice;
//! 3. [`signals`] reads connectives and verbs between two events of a sentence;
//! 4. [`targets`] finds what a rejection, violation or amendment is about;
//! 5. [`disputes`] finds what one says and another denies.
//!
//! A link is left out where the words leave it open, and where the dates of the two events contradict it.

mod disputes;
mod recalls;
mod retold;
mod signals;
mod story;
mod targets;

use verbale_core::{Certainty, EventKind, RelationKind};

use super::dates::SettledDate;
use crate::document::Layout;
use crate::events::{EventDraft, of_sentences, scene};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::Text;
use disputes::Dispute;
use recalls::Here;
use story::Story;

/// A relation between two events, by their places in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link {
    /// The event that has the relation.
    pub(crate) from: usize,
    pub(crate) relation: RelationKind,
    /// The event that it has it to.
    pub(crate) to: usize,
}

/// How the events relate.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    /// At most one link between two events, in the order of the text.
    pub(crate) links: Vec<Link>,
    /// For each event, the earlier one that tells of the same happening, if it only tells it again.
    pub(crate) retold: Vec<Option<usize>>,
}

/// Relates the events. What another one denies is disputed. One without a date takes that of the meeting or visit that it is a part of; one told twice, that of its second
/// telling.
pub(crate) fn settle(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut [EventDraft],
    dates: &[SettledDate],
    event_dates: &mut [Option<usize>],
) -> Relations {
    let (found, disputes) = {
        let mut story = Story::new(layout, text, mentions, lexicon, events, dates, event_dates);
        let (mut links, mut disputes) = (Vec::new(), Vec::new());
        let mut next = 0;
        while let Some(event) = events.get(next) {
            let here = of_sentences(events, event.sentence..event.sentence + 1);
            next = here.end;
            scene::read(text, mentions, lexicon, event.sentence, |scene| {
                retold::find(scene, &mut story, here.clone(), &mut links);
                let here = Here { scene, story: &story, events: here };
                signals::find(&here, &mut links);
                targets::find(&here, &mut links);
                disputes::find(&here, &mut links, &mut disputes);
            });
        }
        let links = consistent(&story, links);
        (Relations { links, retold: story.retold }, disputes)
    };
    for Dispute { said, denial } in disputes {
        for event in said {
            if let Some(attribution) = events[event].attribution.as_mut() {
                attribution.certainty = Certainty::Disputed;
            }
        }
        events[denial].attribution = None;
    }
    merge(events, event_dates, &found.retold);
    for link in found.links.iter().filter(|link| link.relation == RelationKind::PartOf) {
        let kind = events.get(link.to).and_then(|whole| Some(lexicon.frames.get(whole.frame)?.kind));
        if matches!(kind, Some(EventKind::Meeting | EventKind::Visit)) && event_dates[link.from].is_none() {
            event_dates[link.from] = event_dates[link.to];
        }
    }
    found
}

/// Gives the first telling what only the second one has.
fn merge(events: &mut [EventDraft], event_dates: &mut [Option<usize>], retold: &[Option<usize>]) {
    for (again, first) in retold.iter().enumerate() {
        let Some(first) = *first else { continue };
        event_dates[first] = event_dates[first].or(event_dates[again]);
        let (before, behind) = events.split_at_mut(again);
        if let (Some(first), Some(again)) = (before.get_mut(first), behind.first()) {
            first.retell(again);
        }
    }
}

/// The links between events that stay, at most one for each pair: none that the dates contradict, and of several the one that says most.
fn consistent(story: &Story<'_>, links: Vec<Link>) -> Vec<Link> {
    let root = |event: usize| story.retold[event].unwrap_or(event);
    let mut links: Vec<Link> = links
        .into_iter()
        .map(|link| Link { from: root(link.from), to: root(link.to), ..link })
        .filter(|link| link.from != link.to && story.permits(link))
        .collect();
    let pair = |link: &Link| (link.from.min(link.to), link.from.max(link.to));
    links.sort_by_key(|link| (pair(link), rank(link.relation)));
    links.dedup_by_key(|link| pair(link));
    links.sort_by_key(|link| (link.from, link.to));
    links
}

/// The relations, the one that says most of two events first.
fn rank(relation: RelationKind) -> u8 {
    match relation {
        RelationKind::SameAs => 0,
        RelationKind::Violates | RelationKind::Amends => 1,
        RelationKind::RespondsTo => 2,
        RelationKind::LeadsTo => 3,
        RelationKind::PartOf => 4,
        RelationKind::Precedes => 5,
    }
}

#[cfg(test)]
mod tests;
