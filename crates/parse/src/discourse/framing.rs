//! Loaded and hedging language, where it stands, and whom it is about. One list of words serves the texts of all sides; it says what
//! the words do, and nothing of whether they are right.

mod before;
mod words;

use std::ops::Range;

use verbale_core::{Certainty, FramingKind, MentionBy, QuotationKind, Role};
use verbale_syntax::{Label, Tag};

use super::quotations::SettledQuotation;
use crate::events::scene::{self, Scene};
use crate::events::{EventDraft, Who, named_by, of_sentences};
use crate::lexicon::Lexicon;
use crate::lexicon::event_words::SayingPart;
use crate::mentions::Mentions;
use crate::text::Text;
use before::{claimant, shown_by, told_before};
use words::{DISTANCING, Part, Toward, WORDS};

/// Words that frame something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SettledFraming {
    /// The words.
    pub(crate) range: Range<usize>,
    /// What they do.
    pub(crate) kind: FramingKind,
    /// Which actor mention they are about.
    pub(crate) toward: Option<usize>,
    /// Which event they frame.
    pub(crate) event: Option<usize>,
}

/// The framing of a text, in order.
pub(crate) fn settle(
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &[EventDraft],
    quotations: &[SettledQuotation],
) -> Vec<SettledFraming> {
    let mut all = Vec::new();
    for sentence in text.told() {
        let own: Vec<(usize, &EventDraft)> =
            of_sentences(events, sentence..sentence + 1).map(|index| (index, &events[index])).collect();
        let found = scene::read(text, mentions, lexicon, sentence, |scene| of_scene(scene, &own, events));
        all.extend(found.unwrap_or_default());
    }
    let scare = mentions.quotations.ranges.iter().zip(quotations);
    let is_new = |range: &Range<usize>| {
        let before =
            all.get(..all.partition_point(|other| other.range.start < range.end)).unwrap_or_default();
        !before.iter().rev().take(NEAR).any(|other| frames_same(text, other, range))
    };
    let scare = scare.filter(|(range, settled)| settled.kind == QuotationKind::Scare && is_new(range));
    let scare: Vec<_> = scare
        .map(|(range, _)| SettledFraming {
            range: range.clone(),
            kind: FramingKind::Distancing,
            toward: named_in(mentions, range),
            event: None,
        })
        .collect();
    all.extend(scare);
    all.sort_by_key(|framing| (framing.range.start, framing.range.end));
    all
}

/// How many framing words before the end of a quotation may speak of it.
const NEAR: usize = 4;

/// Whether a framing word says already what the marks around some words say: “so-called ‘zone’” and “‘sham’ talks” are each one framing.
fn frames_same(text: &Text<'_>, framing: &SettledFraming, quoted: &Range<usize>) -> bool {
    let before = framing.kind == FramingKind::Distancing
        && framing.range.end <= quoted.start
        && !text.slice(&(framing.range.end..quoted.start)).contains(char::is_alphanumeric);
    before || framing.range == *quoted
}

/// Whether words right before a quotation keep it at a distance: "the so-called “republic”", "the alleged “plot”".
pub(super) fn is_kept_at_distance(text: &Text<'_>, lexicon: &Lexicon, range: &Range<usize>) -> bool {
    let start = text.sentence_at(range.start).map_or(0, |index| text.sentences()[index].range.start);
    let before = text.slice(&(start..range.start)).trim_end_matches(|mark: char| !mark.is_alphanumeric());
    let before = before.to_lowercase();
    let ends =
        |word: &String| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    let last = before.rsplit(' ').next().unwrap_or("");
    DISTANCING.iter().any(ends) || !lexicon.event_words.saying(SayingPart::Adjective, last).is_empty()
}

/// The actor that a quotation names.
fn named_in(mentions: &Mentions, range: &Range<usize>) -> Option<usize> {
    let first = mentions.actors.partition_point(|actor| actor.range.start < range.start);
    mentions.actors.get(first).filter(|actor| actor.range.end <= range.end && !actor.is_place).map(|_| first)
}

fn of_scene(
    scene: &Scene<'_, '_>,
    events: &[(usize, &EventDraft)],
    told: &[EventDraft],
) -> Vec<SettledFraming> {
    let mut all: Vec<SettledFraming> = Vec::new();
    for token in 0..scene.len() {
        let found = listed(scene, token, events, told).or_else(|| hedge(scene, token, events));
        let free = |found: &SettledFraming| all.last().is_none_or(|last| last.range.end <= found.range.start);
        all.extend(found.filter(free));
    }
    all
}

/// "allegedly", "the alleged plot"
fn hedge(scene: &Scene<'_, '_>, token: usize, events: &[(usize, &EventDraft)]) -> Option<SettledFraming> {
    let part = match scene.label(token) {
        Label::Advmod => SayingPart::Adverb,
        Label::Amod => SayingPart::Adjective,
        _ => return None,
    };
    // "A rebel-claimed raid" says who claims it.
    let is_hyphened = token.checked_sub(1).is_some_and(|before| scene.lower(before) == "-");
    if is_hyphened {
        return None;
    }
    let (_, certainty) = scene.lexicon.event_words.saying(part, scene.lower(token)).first()?;
    let event = event_at(scene, scene.tree.head(token)?, events);
    // "The disputed island" is claimed by two, and there is no doubt of that.
    if *certainty == Certainty::Disputed && event.is_none() {
        return None;
    }
    let range = scene.range(token..token + 1);
    Some(SettledFraming { range, kind: FramingKind::Hedge, toward: None, event })
}

/// Words of the list that begin with a token; `told` is all that the text tells.
fn listed(
    scene: &Scene<'_, '_>,
    token: usize,
    events: &[(usize, &EventDraft)],
    told: &[EventDraft],
) -> Option<SettledFraming> {
    // "anti-terrorist measures" call nobody a terrorist, and who "did not condemn" it condemned nothing.
    if is_against(scene, token) || scene.is_verb(token) && scene.tree.is_negated(token) {
        return None;
    }
    let part = part(scene, token)?;
    let find = |part: Part| {
        let key =
            |word: &str| WORDS.get(&part).and_then(|words| words.get(word)).map_or(&[][..], Vec::as_slice);
        let lemma = scene.lemma(token).to_lowercase();
        let own = key(scene.lower(token)).iter().chain(key(&lemma));
        own.into_iter().find_map(|words| {
            let start = lead(scene, token, &words.lead)?;
            let tokens =
                scene.phrase(token, &words.rest).or_else(|| beside_object(scene, token, &words.rest))?;
            let end = tokens.into_iter().max()? + 1;
            Some((words, start..end.max(token + 1)))
        })
    };
    // A participle that the tree takes for a verb may describe a noun: "the unprovoked attack".
    let (words, tokens) = find(part).or_else(|| find(Part::Preposition)).or_else(|| find(Part::Adjective))?;
    let target = words.toward.and_then(|toward| target(scene, token, &tokens, toward));
    let head = || scene.tree.head(token).filter(|_| part != Part::Verb);
    let event = target.or_else(head).and_then(|target| event_at(scene, target, events));
    let doer = || {
        let (_, event) = events.iter().find(|(index, _)| Some(*index) == event)?;
        event.participants.iter().find(|found| found.role == Role::Actor)?.who.mention()
    };
    let named = || whose(scene, target?)?.mention();
    let toward = words.toward.and_then(|_| {
        let target = target?;
        accused(scene, target)
            .or_else(named)
            .or_else(doer)
            .or_else(|| told_before(scene, target, told))
            .or_else(|| claimant(scene, target, told))
            .or_else(|| shown_by(scene, target, words.kind))
    });
    // "Because of the rain" blames nobody.
    if toward.is_none()
        && (words.kind == FramingKind::CausalBlame
            || words.toward == Some(Toward::Object) && part == Part::Preposition)
    {
        return None;
    }
    // "The criminal courts" are called so.
    let is_known = toward.is_some() && scene.actor_at(token).is_none() || event.is_some();
    if words.toward == Some(Toward::Known) && !is_known {
        return None;
    }
    let event = event.or_else(|| event_at(scene, token, events));
    Some(SettledFraming { range: scene.range(tokens), kind: words.kind, toward, event })
}

fn part(scene: &Scene<'_, '_>, token: usize) -> Option<Part> {
    // The words of a name frame nothing; a description that opens a sentence is no name ("Heroic gunners").
    let is_described = |index: usize| scene.mentions.actors[index].by == MentionBy::Description;
    let is_name = |index: usize| token > 0 || !is_described(index);
    if scene.actor_at(token).is_some_and(is_name) && scene.tree.form(token).starts_with(char::is_uppercase) {
        return None;
    }
    match scene.tag(token) {
        _ if scene.is_verb(token) => Some(match scene.label(token) {
            Label::Amod => Part::Adjective,
            _ => Part::Verb,
        }),
        Tag::JJ | Tag::JJR | Tag::JJS => Some(Part::Adjective),
        Tag::RB => Some(Part::Adverb),
        Tag::IN => Some(Part::Preposition),
        _ if scene.is_noun(token) => Some(Part::Noun),
        _ => None,
    }
}

/// Where a hyphenated word begins whose last piece is a token.
fn lead(scene: &Scene<'_, '_>, token: usize, pieces: &[String]) -> Option<usize> {
    let mut start = token;
    for piece in pieces.iter().rev() {
        start = start.checked_sub(2)?;
        if scene.lower(start) != piece || !matches!(scene.lower(start + 1), "-" | "–" | "‑") {
            return None;
        }
    }
    Some(start)
}

/// "held Kenya responsible": the second word stands by the object.
fn beside_object(scene: &Scene<'_, '_>, verb: usize, rest: &[String]) -> Option<Vec<usize>> {
    let [word] = rest else { return None };
    let object = scene.tree.object(verb)?.token;
    let near = scene.tree.children(verb).chain(scene.tree.children(object));
    near.filter(|&child| child > verb)
        .find(|&child| scene.is_word(child, word))
        .map(|child| vec![verb, child])
}

/// The word whose actor the framing is about.
fn target(scene: &Scene<'_, '_>, token: usize, tokens: &Range<usize>, toward: Toward) -> Option<usize> {
    match toward {
        Toward::Subject => scene.logical_subject(token),
        Toward::Object => {
            // "blamed the raid on Kenya"
            let governed = tokens.clone().find_map(|token| scene.children(token, &[Label::Pobj]).next());
            governed.or_else(|| scene.logical_object(token))
        }
        // "Kenya is the aggressor", "the aggressor, Kenya": it says of somebody what he is.
        Toward::Noun | Toward::Deed | Toward::Known => match scene.label(token) {
            Label::Attr | Label::Acomp => Some(scene.tree.subject(scene.tree.head(token)?)?.token),
            Label::Oprd => Some(scene.tree.object(scene.tree.head(token)?)?.token),
            // "rejected the claim as propaganda"
            Label::Pobj if scene.tree.head(token).is_some_and(|as_| scene.lower(as_) == "as") => {
                let verb = scene.tree.head(scene.tree.head(token)?)?;
                scene.tree.object(verb).map(|object| object.token).or(Some(token))
            }
            Label::Amod | Label::Compound | Label::Nmod => scene.tree.head(token),
            _ => Some(token),
        },
    }
}

/// Who a noun phrase is, or whose deed or thing it is: who did it rather than whom it befell. "The cruelty of Kenya" is Kenya's, but
/// the killing of civilians is not theirs: the list of words tells them apart.
fn whose(scene: &Scene<'_, '_>, noun: usize) -> Option<Who> {
    let named = |token: usize, depth: usize| {
        named_by(scene, token, depth).into_iter().find(|who| who.mention().is_some())
    };
    // "blamed Rome": a seat that is spoken of is the government there.
    let seat = |&index: &usize| scene.mentions.actors[index].is_seat;
    let own = || {
        let mention = scene.actor_at(noun)?;
        named(noun, 0).or_else(|| Some(mention).filter(seat).map(Who::Mention))
    };
    let by = || {
        let mut below = scene.tree.subtree(noun).into_iter().filter(|&token| token > noun);
        let by = below.find(|&token| scene.lower(token) == "by")?;
        scene.children(by, &[Label::Pobj]).find_map(|agent| named(agent, 0))
    };
    let owner = || {
        let mut owners =
            scene.children(noun, &[Label::Poss, Label::Amod, Label::Compound, Label::Nmod, Label::Appos]);
        owners.find_map(|owner| named(owner, 1).filter(|_| !is_against(scene, owner)))
    };
    let of = || named(scene.tree.prepositional(noun, "of").filter(|_| is_quality(scene, noun))?, 0);
    own().or_else(by).or_else(owner).or_else(of)
}

/// Whether a noun of the list is what somebody is or shows: "the cruelty of Kenya".
fn is_quality(scene: &Scene<'_, '_>, noun: usize) -> bool {
    let words = WORDS.get(&Part::Noun).and_then(|words| words.get(&scene.lemma(noun).to_lowercase()));
    words
        .is_some_and(|all| all.iter().any(|words| matches!(words.toward, Some(Toward::Noun | Toward::Known))))
}

/// "accused Kenya of treachery", "thanked Kenya for its courage": whom the verb judges is whom the words behind it are about.
fn accused(scene: &Scene<'_, '_>, noun: usize) -> Option<usize> {
    let preposition = scene.tree.head(noun).filter(|_| scene.label(noun) == Label::Pobj)?;
    let above = scene.tree.head(preposition)?;
    // The tree may hang the phrase on the object.
    let verb = if scene.label(above) == Label::Dobj { scene.tree.head(above)? } else { above };
    if !scene.is_verb(verb)
        || scene.actor_at(noun).is_some()
        || !matches!(scene.lower(preposition), "of" | "for")
    {
        return None;
    }
    let lemma = scene.lemma(verb).to_lowercase();
    let judges = WORDS.get(&Part::Verb).and_then(|words| words.get(&lemma)).is_some_and(|all| {
        all.iter().any(|words| words.rest.is_empty() && words.toward == Some(Toward::Object))
    });
    if !judges && !matches!(lemma.as_str(), "accuse" | "suspect" | "convict" | "acquit") {
        return None;
    }
    named_by(scene, scene.logical_object(verb)?, 0).into_iter().find_map(|who| who.mention())
}

/// "anti-Kenyan slogans" are not Kenya's, and "pro-Kenyan" ones need not be.
fn is_against(scene: &Scene<'_, '_>, token: usize) -> bool {
    let before = token.checked_sub(2).map_or("", |before| scene.lower(before));
    matches!(before, "anti" | "counter" | "pro") || scene.lower(token).starts_with("anti-")
}

/// The event whose trigger hangs on a word.
fn event_at(scene: &Scene<'_, '_>, token: usize, events: &[(usize, &EventDraft)]) -> Option<usize> {
    let range = scene.range(token..token + 1);
    let is_there = |event: &EventDraft| {
        event.head == token && event.trigger.start < range.end && range.start < event.trigger.end
    };
    events.iter().find(|(_, event)| is_there(event)).map(|(index, _)| *index)
}

#[cfg(test)]
mod tests;
