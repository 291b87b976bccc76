//! Stage 4: what happened, sentence by sentence.
//!
//! 1. [`scene`] puts a sentence, its tree and what is named in it side by side;
//! 2. [`trigger`] finds the words of the frames over the tree; [`sense`] asks whether they mean what the frame says;
//! 3. [`arguments`] gives the noun phrases around a trigger their slots, with what [`coordination`] joins to them; [`named`], with
//!    [`pronouns`], says which actors they name, [`participants`] in which role;
//! 4. [`status`] says whether it came about, [`attribution`] who says so, [`instrument`] which document it is about, [`items`] what it
//!    moves, [`places`] where it was, [`surroundings`] when it was, [`casualties`] what it cost;
//! 5. [`selection`] drops what is no event of its own, with the reason; [`joined`] makes one of the words that tell of one happening,
//!    [`echo`] finds deeds that are told by another one's;
//! 6. [`speech`] says whose words are quoted, and [`described`] makes actors of persons whom the text only describes.

mod apposed;
mod arguments;
mod attribution;
mod casualties;
mod coordination;
mod described;
mod echo;
mod instrument;
mod items;
mod joined;
mod named;
mod participants;
mod places;
mod pronouns;
mod roles;
pub(crate) mod scene;
mod selection;
mod sense;
pub(crate) mod speech;
pub(crate) mod status;
mod surroundings;
mod trigger;

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{Plover, PloverType, Quad, Status};

use crate::lexicon::Lexicon;
use crate::lexicon::event_words::Stance;
use crate::mentions::Mentions;
use crate::text::Text;

pub(crate) use arguments::light_use;
pub(crate) use attribution::AttributionDraft;
pub(crate) use casualties::{CasualtyDraft, costs};
pub(crate) use instrument::InstrumentDraft;
pub(crate) use items::price::listed as listed_price;
pub(crate) use items::{ItemDraft, listed, moves};
pub(crate) use named::named_by;
pub(crate) use participants::{ParticipantDraft, Who};
pub(crate) use places::{is_brought, is_occasion};
use scene::Scene;
use selection::Candidate;
pub(crate) use speech::Speech;
use status::Standing;
use surroundings::Surroundings;
use trigger::{Form, Found};

/// An event as its sentence tells it. Positions are bytes of the reading text, numbers index the lists of [`Mentions`].
#[derive(Debug, Clone)]
pub(crate) struct EventDraft {
    /// The frame, by its place in the lexicon.
    pub(crate) frame: usize,
    /// The words that name it.
    pub(crate) trigger: Range<usize>,
    /// The word of the tree that the others of the trigger hang on.
    pub(crate) head: usize,
    /// Whether a noun names it, and no verb.
    pub(crate) is_noun: bool,
    /// Whether its sentence mainly says something else: it stands in a relative clause, a participle or an adverbial.
    pub(crate) is_aside: bool,
    /// The sentence that holds it.
    pub(crate) sentence: usize,
    /// Who takes part, in the order of the text.
    pub(crate) participants: Vec<ParticipantDraft>,
    /// The document that it is about.
    pub(crate) instrument: Option<InstrumentDraft>,
    /// The dates that hang on its trigger.
    pub(crate) own_dates: Vec<usize>,
    /// The other dates of its clause.
    pub(crate) clause_dates: Vec<usize>,
    /// The dates of the clauses around that one.
    pub(crate) outer_dates: Vec<usize>,
    /// Names that only say where it was.
    pub(crate) places: Vec<Range<usize>>,
    /// The dead and wounded.
    pub(crate) casualties: CasualtyDraft,
    /// What it moves.
    pub(crate) items: Vec<ItemDraft>,
    /// Whether it came about.
    pub(crate) status: Status,
    /// The type of its frame, changed by whether it came about.
    pub(crate) plover: Option<Plover>,
    /// Who says so, if it is not the document that just states it.
    pub(crate) attribution: Option<AttributionDraft>,
}

impl EventDraft {
    /// The quantities of what it moved and what it cost.
    pub(crate) fn quantities(&self) -> impl Iterator<Item = usize> {
        let CasualtyDraft { killed, injured, missing, captured } = self.casualties;
        let cost = [killed, injured, missing, captured].into_iter().flatten();
        self.items.iter().filter_map(|item| item.quantity).chain(cost)
    }
}

/// Words that may name an event, and do not here.
#[derive(Debug, Clone)]
pub(crate) struct Dropped {
    /// The frame, by its place in the lexicon.
    pub(crate) frame: usize,
    /// The words.
    pub(crate) trigger: Range<usize>,
    /// Why they name none.
    pub(crate) reason: &'static str,
}

/// What the sentences tell.
#[derive(Debug, Default)]
pub(crate) struct Events {
    /// In the order of the sentences; in each, what it mainly says before what it says beside.
    pub(crate) drafts: Vec<EventDraft>,
    /// What was taken for one and is none.
    pub(crate) dropped: Vec<Dropped>,
    /// For each quotation, who says it, if somebody does.
    pub(crate) speeches: Vec<Option<Speech>>,
}

/// Finds the events of a text, and who says what is quoted. Persons whom the text only describes become actors of the mentions where
/// they take part.
pub(crate) fn find(text: &Text<'_>, mentions: &mut Mentions, lexicon: &Lexicon) -> Events {
    let mut events = all(text, mentions, lexicon);
    events.speeches = speech::find(text, mentions, lexicon);
    speech::attribute(&mut events);
    described::settle(text, mentions, lexicon, &mut events);
    events
}

fn all(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon) -> Events {
    let mut events = Events::default();
    let mut reporter: Option<(usize, Who)> = None;
    for index in text.told() {
        let goes_on = |before: usize| {
            before + 1 == index && text.sentences()[before].block == text.sentences()[index].block
        };
        let before = reporter.take().filter(|(sentence, _)| goes_on(*sentence)).map(|(_, who)| who);
        let who = scene::read(text, mentions, lexicon, index, |scene| {
            let first = events.drafts.len();
            of_scene(scene, index, &mut events);
            let follows = index.checked_sub(1).is_some_and(goes_on);
            if follows {
                let (before, new) = events.drafts.split_at(first);
                if let Some(cost) = casualties::aftermath(scene, index, before.last(), new) {
                    events.drafts.insert(first, cost);
                }
            }
            let echoes = echo::find(scene, index, &events.drafts, follows);
            events.drafts.extend(echoes);
            let new = events.drafts.get_mut(first..).unwrap_or_default().iter_mut();
            for attribution in new.filter_map(|event| event.attribution.as_mut()) {
                attribution::go_on(scene, attribution, before.as_ref());
            }
            attribution::reporter(scene, before)
        });
        reporter = who.flatten().map(|who| (index, who));
    }
    events
}

/// The places of the events of some sentences in the list of all.
pub(crate) fn of_sentences(events: &[EventDraft], sentences: Range<usize>) -> Range<usize> {
    let before = |sentence: usize| events.partition_point(|event| event.sentence < sentence);
    before(sentences.start)..before(sentences.end)
}

/// Puts new events in the stead of those that only sum them up, given by their places; the list stays in the order of sentences.
pub(crate) fn replace(events: &mut Vec<EventDraft>, summed: &BTreeSet<usize>, new: Vec<EventDraft>) {
    let kept = std::mem::take(events).into_iter().enumerate();
    events.extend(kept.filter(|(index, _)| !summed.contains(index)).map(|(_, event)| event));
    events.extend(new);
    events.sort_by_key(|event| event.sentence);
}

/// Adds the events of a sentence.
fn of_scene(scene: &Scene<'_, '_>, sentence: usize, out: &mut Events) {
    let triggers = trigger::find(scene);
    let heads: Vec<usize> = triggers.iter().map(|found| found.head).collect();
    let candidates: Vec<Candidate<'_>> =
        triggers.iter().filter_map(|found| candidate(scene, found, &heads, sentence)).collect();
    let refusals: Vec<Option<&'static str>> =
        candidates.iter().map(|candidate| selection::refusal(scene, candidate, &candidates)).collect();
    let concerned: Vec<Vec<ParticipantDraft>> =
        candidates.iter().map(|candidate| candidate.concerned(scene, &candidates)).collect();
    let mut events: Vec<EventDraft> = Vec::new();
    let mut drop = |event: EventDraft, reason| {
        out.dropped.push(Dropped { frame: event.frame, trigger: event.trigger, reason });
    };
    for ((candidate, refusal), concerned) in candidates.into_iter().zip(refusals).zip(concerned) {
        let mut event = candidate.event;
        event.participants.extend(concerned);
        if let Some(reason) = refusal {
            drop(event, reason);
            continue;
        }
        if let Some((event, reason)) = joined::add(scene, &mut events, event, candidate.found.head) {
            drop(event, reason);
        }
    }
    // What the sentence mainly says comes first, then what it says beside it.
    events.sort_by_key(|event| (event.is_aside, event.trigger.start));
    casualties::count_once(scene, &mut events);
    items::price::add(scene, &mut events);
    places::share(scene, &mut events);
    out.drafts.extend(events);
}

fn candidate<'f>(
    scene: &Scene<'_, '_>,
    found: &'f Found,
    heads: &[usize],
    sentence: usize,
) -> Option<Candidate<'f>> {
    let frame = scene.lexicon.frames.get(found.frame)?;
    let arguments = arguments::Arguments::of(scene, found, heads);
    let surroundings = Surroundings::of(scene, found);
    let [own_dates, clause_dates, outer_dates] = surroundings.dates(found.head);
    let standing = status::of(scene, found);
    let instrument = instrument::of(scene, frame, found, &arguments, heads);
    let [own_dates, clause_dates, outer_dates] = [own_dates, clause_dates, outer_dates].map(|dates| {
        let free = |&date: &usize| {
            let range = &scene.mentions.dates[date].range;
            instrument.as_ref().is_none_or(|document| !document.holds_date(scene.text, frame.kind, range))
        };
        dates.into_iter().filter(free).collect()
    });
    let mut participants = participants::of(scene, frame, found, &arguments);
    let mut items = items::of(scene, found, frame.kind, &arguments);
    items::part(scene, frame.kind, &mut items, &mut participants);
    let event = EventDraft {
        frame: found.frame,
        trigger: scene.range(found.span()),
        head: found.head,
        is_noun: found.form == Form::Noun,
        is_aside: selection::is_aside(scene, found.head),
        sentence,
        places: places::of(scene, found, frame.kind, &arguments, &participants),
        participants,
        instrument,
        own_dates,
        clause_dates,
        outer_dates,
        casualties: casualties::of(scene, found, frame.kind),
        items,
        status: standing.map(|standing| standing.status).or(frame.status).unwrap_or(Status::Occurred),
        plover: frame.plover.map(|plover| seen(plover, standing)).or_else(|| agreed(scene, standing)),
        attribution: attribution::of(scene, found),
    };
    Some(Candidate { found, standing, event })
}

/// What PLOVER makes of an event that is not simply told: cooperation that somebody means to bring about is agreed to, conflict is
/// threatened, as is whatever somebody threatens; who makes ready to fight musters force; cooperation that does not come about is
/// rejected, and a sanction where it is cancelled; conflict and sanctions that end are a concession.
fn seen(plover: Plover, standing: Option<Standing>) -> Plover {
    let Some(standing) = standing else { return plover };
    let cooperative = matches!(plover.quad(), Quad::MaterialCooperation | Quad::VerbalCooperation);
    let forceful = plover.quad() == Quad::MaterialConflict || plover.r#type() == PloverType::Sanction;
    let shifted = match standing.status {
        _ if standing.stance == Some(Stance::Threat) => PloverType::Threaten,
        Status::Planned if standing.stance == Some(Stance::Own) && cooperative => PloverType::Agree,
        Status::Planned if standing.stance == Some(Stance::Own) && forceful => PloverType::Threaten,
        Status::Planned if standing.stance == Some(Stance::Prepared) && forceful => PloverType::Mobilize,
        Status::Planned if standing.stance == Some(Stance::Prepared) && cooperative => PloverType::Agree,
        Status::Negated | Status::Failed if cooperative => PloverType::Reject,
        Status::Cancelled if cooperative => PloverType::Sanction,
        Status::Cancelled if forceful => PloverType::Concede,
        _ if standing.stance == Some(Stance::Ended) && forceful => PloverType::Concede,
        _ => return plover,
    };
    Plover::new(shifted)
}

/// Whatever somebody agrees or promises to do is agreed to, also where PLOVER has no type for the deed.
fn agreed(scene: &Scene<'_, '_>, standing: Option<Standing>) -> Option<Plover> {
    let standing = standing.filter(|standing| standing.status == Status::Planned)?;
    let promises = matches!(
        scene.lemma(standing.governor?),
        "agree" | "consent" | "promise" | "pledge" | "undertake" | "vow" | "commit"
    );
    (standing.stance == Some(Stance::Own) && promises).then(|| Plover::new(PloverType::Agree))
}

impl EventDraft {
    /// An event that no words of a frame name, but a list or table: of a frame, with nothing beside it.
    pub(crate) fn of_frame(lexicon: &Lexicon, frame: usize, trigger: Range<usize>, sentence: usize) -> Self {
        let known = lexicon.frames.get(frame);
        Self {
            frame,
            trigger,
            head: 0,
            is_noun: true,
            is_aside: false,
            sentence,
            participants: Vec::new(),
            instrument: None,
            own_dates: Vec::new(),
            clause_dates: Vec::new(),
            outer_dates: Vec::new(),
            places: Vec::new(),
            casualties: CasualtyDraft::default(),
            items: Vec::new(),
            status: known.and_then(|frame| frame.status).unwrap_or(Status::Occurred),
            plover: known.and_then(|frame| frame.plover),
            attribution: None,
        }
    }

    /// Whether nothing at all is known of it, whatever its sentence says beside it.
    fn is_bare(&self) -> bool {
        self.is_empty()
            && self.outer_dates.is_empty()
            && self.places.is_empty()
            && self.items.is_empty()
            && self.casualties == CasualtyDraft::default()
    }

    /// Whether nothing is known of it but its words.
    fn is_empty(&self) -> bool {
        self.participants.is_empty()
            && self.instrument.is_none()
            && self.own_dates.is_empty()
            && self.clause_dates.is_empty()
    }
}

#[cfg(test)]
mod parties_tests;
#[cfg(test)]
mod tests;
