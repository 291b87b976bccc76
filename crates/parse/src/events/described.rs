//! Persons whom the text only describes ("masked gunmen") are actors where they take part in an event, and nowhere else.

use std::collections::BTreeMap;

use verbale_core::ActorKind;

use super::participants::{Description, Who};
use super::{EventDraft, Events};
use crate::lexicon::{KnownActor, Lexicon};
use crate::mentions::Mentions;
use crate::mentions::actors::ActorMention;
use crate::text::Text;

/// Gives each described participant an actor and a mention. The same words name the same actor.
pub(super) fn settle(text: &Text<'_>, mentions: &mut Mentions, lexicon: &Lexicon, events: &mut Events) {
    let mut descriptions: Vec<Description> = Vec::new();
    for who in events.named() {
        if let Who::Described(description) = who {
            descriptions.push((**description).clone());
        }
    }
    if descriptions.is_empty() {
        return;
    }
    descriptions.sort_by_key(|description| (description.range.start, description.range.end));
    descriptions.dedup_by(|one, other| one.range == other.range);
    let mut known: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    let old: Vec<ActorMention> = std::mem::take(&mut mentions.actors);
    let mut all: Vec<(Option<usize>, ActorMention)> =
        old.into_iter().enumerate().map(|(index, mention)| (Some(index), mention)).collect();
    let surnames = surnames(&mentions.local_actors);
    for description in &descriptions {
        let name = text.slice(&description.range).to_owned();
        let key = (name.to_lowercase(), description.parent.clone());
        let actor = *known.entry(key).or_insert_with_key(|(_, parent)| {
            let Description { kind, sector, country, .. } = *description;
            if let Some(Some(person)) = surnames.get(&name) {
                return lexicon.actors.len() + person;
            }
            let parent = parent.clone();
            let actor = KnownActor { parent, ..KnownActor::unlisted(name, kind, sector, country) };
            mentions.local_actors.push(actor);
            lexicon.actors.len() + mentions.local_actors.len() - 1
        });
        all.push((None, ActorMention::described(description, actor)));
    }
    all.sort_by_key(|(_, mention)| (mention.range.start, mention.range.end));
    let mut moved: BTreeMap<usize, usize> = BTreeMap::new();
    let mut made: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (new, (old, mention)) in all.iter().enumerate() {
        match old {
            Some(old) => _ = moved.insert(*old, new),
            None => _ = made.insert((mention.range.start, mention.range.end), new),
        }
    }
    mentions.actors = all.into_iter().map(|(_, mention)| mention).collect();
    for who in events.named() {
        let index = match who {
            Who::Mention(old) => moved.get(old),
            Who::Described(description) => made.get(&(description.range.start, description.range.end)),
        };
        if let Some(index) = index {
            *who = Who::Mention(*index);
        }
    }
}

/// The persons of the text by their surname, which may stand alone before the whole name; none where several share it.
fn surnames(actors: &[KnownActor]) -> BTreeMap<String, Option<usize>> {
    let mut found: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (index, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person) {
        let surname = actor.name.rsplit(' ').next().unwrap_or_default().to_owned();
        found.entry(surname).and_modify(|known| *known = None).or_insert(Some(index));
    }
    found
}

impl Events {
    /// Everybody who takes part or says something.
    fn named(&mut self) -> impl Iterator<Item = &mut Who> {
        let speakers = self.speeches.iter_mut().flatten().filter_map(|speech| speech.speaker.as_mut());
        self.drafts.iter_mut().flat_map(EventDraft::named).chain(speakers)
    }
}

impl EventDraft {
    /// Everybody whom the event names.
    fn named(&mut self) -> impl Iterator<Item = &mut Who> {
        let speaker = self.attribution.iter_mut().filter_map(|attribution| attribution.speaker.as_mut());
        let body = self.instrument.iter_mut().filter_map(|instrument| instrument.body.as_mut());
        self.participants.iter_mut().map(|participant| &mut participant.who).chain(speaker).chain(body)
    }
}

impl ActorMention {
    fn described(description: &Description, actor: usize) -> Self {
        Self {
            range: description.range.clone(),
            actor,
            by: description.by,
            is_place: false,
            is_seat: false,
            is_nested: false,
            is_part: false,
            is_collective: false,
        }
    }
}
