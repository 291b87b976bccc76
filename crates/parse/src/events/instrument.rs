//! The document that an event is about.

mod bases;

use std::ops::Range;

use verbale_core::{ActorKind, EventKind, InstrumentKind, InstrumentStatus};
use verbale_syntax::{Label, Tag};

use super::arguments::Argument;
use super::participants::Who;
use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::frames::Frame;
use crate::mentions::Mentions;
use crate::mentions::instruments::{InstrumentMention, Title};
use crate::text::{FunctionWord, Text, function_word, within};

/// The document that an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InstrumentDraft {
    /// What sort of document it is.
    pub(crate) kind: InstrumentKind,
    /// Its number, as in "Resolution 242".
    pub(crate) number: Option<String>,
    /// What it is called.
    pub(crate) title: Option<Title>,
    /// The words that name it.
    pub(crate) range: Range<usize>,
    /// The first mention of it, by its place among the documents of the mentions; a title alone is none.
    pub(crate) first: Option<usize>,
    /// Who issues it, where its name says so: "a Security Council resolution".
    pub(crate) body: Option<Who>,
    /// What becomes of it if the event comes about.
    pub(crate) usual: Option<InstrumentStatus>,
    /// What a participle says of it: "the adopted text", "a pact signed in May".
    pub(crate) done: Option<InstrumentStatus>,
    /// What became of it, as its sentence or those behind it tell.
    pub(crate) fate: Option<InstrumentStatus>,
}

impl InstrumentDraft {
    /// Its number, else its title, by which it is known from others.
    pub(crate) fn name(&self, text: &Text<'_>) -> Option<String> {
        self.number.clone().or_else(|| Some(self.title.as_ref()?.words(text).to_owned()))
    }

    /// The document of a mention.
    pub(crate) fn named(document: &InstrumentMention) -> Self {
        let InstrumentMention { kind, number, range, title, first, .. } = document;
        Self {
            kind: *kind,
            number: number.clone(),
            title: title.clone(),
            range: range.clone(),
            first: Some(*first),
            body: None,
            usual: None,
            done: None,
            fate: None,
        }
    }

    /// How it stands whatever comes of the event: what is said beside it; drafts have no numbers, and the councils' resolutions get theirs
    /// when they are adopted.
    pub(crate) fn standing(&self) -> Option<InstrumentStatus> {
        let numbered = self.kind == InstrumentKind::Resolution && self.number.is_some();
        self.done.or(numbered.then_some(InstrumentStatus::Adopted))
    }

    /// Whether a date is the document's and not the event's: it stands in the title, or before the name of what was agreed earlier ("broke
    /// the 1907 convention").
    pub(super) fn holds_date(&self, text: &Text<'_>, kind: EventKind, date: &Range<usize>) -> bool {
        let entitled = self.title.as_ref().is_some_and(|title| title.overlaps(date));
        let makes = matches!(kind, EventKind::Signature | EventKind::Adoption | EventKind::Contract);
        let before =
            date.end < self.range.start && text.slice(&(date.end..self.range.start)).trim().is_empty();
        let article = text.token_at(date.start).checked_sub(1).map(|token| text.word(token));
        let owned = article.is_some_and(|word| function_word(word) == Some(FunctionWord::Determiner));
        entitled || before && owned && !makes
    }
}

/// The document that the trigger or one of its arguments names; else the nearest one of its clause; else the nearest one of the
/// sentence that no other event stands before. An event that is not about documents may rest on one: "withdrew under the treaty".
/// `others` are the words that name other events.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    frame: &Frame,
    found: &Found,
    arguments: &[Argument],
    others: &[usize],
) -> Option<InstrumentDraft> {
    if let Some(title) = only_title(scene, frame, found).filter(|_| frame.instrument) {
        return Some(title);
    }
    let about = if frame.instrument { nearest(scene, frame, found, arguments, others) } else { None };
    let basis = || bases::of(scene, frame, found, arguments);
    // "By resolution 743, the Council extended the mandate": the resolution does it.
    let mandates = about.is_some_and(|document| document.kind == InstrumentKind::Mandate);
    let resolution = basis().filter(|document| mandates && document.number.is_some());
    let document = resolution.or(about).or_else(basis)?;
    let mut draft = InstrumentDraft::named(document);
    draft.body = body(scene, &document.range);
    draft.title = draft.title.filter(|title| !says_only_whose(scene, title));
    let beside = scene.head_of(&document.range).and_then(|head| done(scene, head, found));
    // A resolution that demands or allows something has been adopted.
    let binding = about.is_none() && document.kind == InstrumentKind::Resolution;
    draft.done = beside.or(binding.then_some(InstrumentStatus::Adopted));
    draft.usual = usual(scene, frame, found);
    draft.fate = still_open(scene, found).then_some(InstrumentStatus::Pending);
    Some(draft)
}

/// The document that an event about documents names, or that stands nearest.
fn nearest<'a>(
    scene: &Scene<'a, '_>,
    frame: &Frame,
    found: &Found,
    arguments: &[Argument],
    others: &[usize],
) -> Option<&'a InstrumentMention> {
    let clause = scene.tree.clause(found.head);
    // "Athens, which held the decree for just, rejected the demand": what has another object is not about a document that stands apart.
    let free = |argument: &&Argument| argument.is_object && !found.tokens.contains(&argument.token);
    let object = arguments.iter().find(free).map(|argument| argument.token);
    let rank = |document: &InstrumentMention| {
        let head = scene.head_of(&document.range)?;
        // A document with a number or title is surely one, and near enough anywhere in the sentence.
        let sure = document.number_range.is_some() || document.title.is_some();
        let is_it = |argument: &Argument| {
            let entitled = || {
                document
                    .title
                    .as_ref()
                    .is_some_and(|title| title.overlaps(&scene.range(argument.token..argument.token + 1)))
            };
            argument.token == head || argument.is_object && entitled()
        };
        // The parser may see two subjects: "during the visit, the documents were signed".
        let hangs = scene.tree.head(head) == Some(found.head)
            && matches!(scene.label(head), Label::Dobj | Label::Nsubjpass);
        let named = found.tokens.contains(&head) || hangs || arguments.iter().any(is_it);
        let within = |top: usize| scene.tree.ancestors(head).any(|above| above == top);
        let own = scene.tree.head(head).is_some_and(|above| found.tokens.contains(&above));
        let below = within(found.head) && in_clause_below(scene, head, found.head);
        let apart = !sure && !named && (is_modifier(scene, head) && !own || scene.is_verb(head) || below);
        let near = match object {
            Some(object) if !sure => within(object),
            _ => scene.tree.clause(head) == clause || within(found.head) && !below,
        };
        let distance = match head.checked_sub(found.head) {
            Some(behind) => behind,
            None => 2 * (found.head - head),
        };
        let between = found.head.min(head) + 1..found.head.max(head);
        let parted = others.iter().any(|other| between.contains(other));
        let tier = if named {
            0
        } else if near {
            1
        } else {
            2
        };
        let reached = tier < 2 || !parted && (sure || object.is_none() && distance < FAR);
        (reached && !apart).then_some((tier, distance))
    };
    let all = in_sentence(scene);
    // A statement is about what it issues, and not about what it comments on.
    let issues = |document: &InstrumentMention| {
        let issued = |head| {
            let object = |argument: &Argument| argument.is_object && argument.token == head;
            found.tokens.contains(&head) || arguments.iter().any(object)
        };
        frame.kind != EventKind::Statement || scene.head_of(&document.range).is_some_and(issued)
    };
    let fits = |document: &&InstrumentMention| {
        issues(document) && (frame.kind == EventKind::Adoption || !document.is_passed)
    };
    let ranked = all.filter(fits).filter_map(|document| Some((rank(document)?, document)));
    let best = ranked.min_by_key(|(rank, _)| *rank);
    let best = best.map(|(_, document)| content(scene, document).unwrap_or(document));
    best.or_else(|| before(scene, object.or_else(|| scene.logical_object(found.head))?))
}

/// "voted against it": the document that was named last, in this sentence or the one before.
fn before<'a>(scene: &Scene<'a, '_>, pronoun: usize) -> Option<&'a InstrumentMention> {
    if scene.tag(pronoun) != Tag::PRP || scene.lower(pronoun) != "it" {
        return None;
    }
    let all: &'a Mentions = scene.mentions;
    let position = scene.range(pronoun..pronoun + 1).start;
    let behind = all.instruments.partition_point(|document| document.range.end <= position);
    let last = all.instruments[..behind].last().filter(|document| !document.is_plural)?;
    let sentence = scene.text.sentence_at(position)?;
    let near = scene.text.sentence_at(last.range.start).is_some_and(|other| other + 1 >= sentence);
    near.then_some(last)
}

/// How many words from a trigger a document may stand that the tree hangs elsewhere.
const FAR: usize = 30;

/// "treaty ports": a word that only describes a noun.
fn is_modifier(scene: &Scene<'_, '_>, token: usize) -> bool {
    matches!(scene.label(token), Label::Compound | Label::Nmod | Label::Amod)
        && scene.tree.head(token).is_some_and(|noun| noun > token)
}

/// Whether a clause with a subject of its own, or one that only describes something, lies between a word and one above it.
fn in_clause_below(scene: &Scene<'_, '_>, word: usize, top: usize) -> bool {
    let between = scene.tree.ancestors(word).take_while(|&above| above != top);
    between.into_iter().any(|above| match scene.label(above) {
        Label::Relcl | Label::Ccomp => true,
        // "despite efforts to advance the text": what hangs on a noun belongs to the noun.
        Label::Advcl => {
            scene.tree.head(above).is_some_and(|verb| scene.is_verb(verb) && scene.label(verb) != Label::Acl)
        }
        _ => false,
    })
}

/// The documents that a sentence names.
fn in_sentence<'a>(scene: &Scene<'a, '_>) -> impl Iterator<Item = &'a InstrumentMention> {
    let all: &'a Mentions = scene.mentions;
    all.instruments[within(&all.instruments, |document| &document.range, &scene.sentence.range)].iter()
}

/// The document whose name a word is a part of.
fn at<'a>(scene: &Scene<'a, '_>, token: usize) -> Option<&'a InstrumentMention> {
    in_sentence(scene).find(|document| scene.head_of(&document.range) == Some(token))
}

/// "an initiative to adopt a statement": the document is the statement.
fn content<'a>(scene: &Scene<'a, '_>, document: &InstrumentMention) -> Option<&'a InstrumentMention> {
    let head = scene.head_of(&document.range).filter(|_| document.kind == InstrumentKind::Other)?;
    let adopts = |&verb: &usize| {
        let frames = scene.lexicon.triggers.verbs(scene.lemma(verb), scene.lower(verb)).iter();
        frames.filter(|trigger| trigger.is_word()).any(|trigger| {
            let kind = scene.lexicon.frames.get(trigger.frame).map(|frame| frame.kind);
            matches!(kind, Some(EventKind::Adoption | EventKind::Signature))
        })
    };
    let verb = scene.children(head, &[Label::Acl, Label::Relcl]).find(adopts)?;
    at(scene, scene.tree.object(verb)?.token)
}

/// "“On the protection of wells” was adopted": what is adopted or signed is only called by its title.
fn only_title(scene: &Scene<'_, '_>, frame: &Frame, found: &Found) -> Option<InstrumentDraft> {
    let passes = matches!(frame.kind, EventKind::Adoption | EventKind::Signature) && found.form == Form::Verb;
    let object = scene.logical_object(found.head).filter(|_| passes)?;
    let position = scene.range(object..object + 1).start;
    let quoted = scene.mentions.quotations.around(position)?;
    let outside = found.tokens.iter().all(|&token| !quoted.contains(&scene.range(token..token + 1).start));
    let words = scene.tokens_of(&quoted);
    // A word or two may be what a document is called, "the “Accord”".
    if !outside
        || words.len() < TITLE
        || in_sentence(scene)
            .any(|document| document.title.as_ref().is_some_and(|title| title.overlaps(&quoted)))
    {
        return None;
    }
    let inside = in_sentence(scene).find(|document| quoted.contains(&document.range.start));
    Some(InstrumentDraft {
        kind: inside.map_or(InstrumentKind::Other, |document| document.kind),
        number: None,
        title: Some(Title::Quoted(quoted.clone())),
        range: quoted,
        first: None,
        body: None,
        usual: usual(scene, frame, found),
        done: None,
        fate: None,
    })
}

/// What becomes of a document by what the frame says, or by the verb alone: "signed a ceasefire agreement".
fn usual(scene: &Scene<'_, '_>, frame: &Frame, found: &Found) -> Option<InstrumentStatus> {
    frame.instrument_status.or_else(|| passes(scene, found.head).filter(|_| found.form == Form::Verb))
}

/// What a verb alone makes of a document: "sign", "adopt".
fn passes(scene: &Scene<'_, '_>, verb: usize) -> Option<InstrumentStatus> {
    let triggers = scene.lexicon.triggers.verbs(scene.lemma(verb), scene.lower(verb));
    let frames = triggers.iter().filter(|trigger| trigger.is_word());
    let frame = frames
        .filter_map(|trigger| scene.lexicon.frames.get(trigger.frame))
        .find(|frame| frame.instrument)?;
    use EventKind::{Adoption, Signature, Violation};
    frame.instrument_status.filter(|_| matches!(frame.kind, Adoption | Signature | Violation))
}

/// What a participle beside a document says became of it: "the adopted text", "a pact signed in May".
fn done(scene: &Scene<'_, '_>, document: usize, found: &Found) -> Option<InstrumentStatus> {
    let mut beside = scene.children(document, &[Label::Amod, Label::Acl]);
    beside.find_map(|verb| {
        let participle = scene.tag(verb) == Tag::VBN && !scene.tree.is_negated(verb) && verb != found.head;
        passes(scene, verb).filter(|_| participle)
    })
}

/// "has not yet been adopted"
fn still_open(scene: &Scene<'_, '_>, found: &Found) -> bool {
    scene.tree.is_negated(found.head)
        && scene.children(found.head, &[Label::Advmod]).any(|adverb| scene.lower(adverb) == "yet")
}

/// How many words a title has at least that stands for its document.
const TITLE: usize = 3;

/// The body that stands before a document's name or behind "of".
fn body(scene: &Scene<'_, '_>, instrument: &Range<usize>) -> Option<Who> {
    let head = scene.head_of(instrument)?;
    let before = scene.children(head, &[Label::Poss, Label::Compound, Label::Nmod]);
    let of = scene.children(head, &[Label::Prep]).filter(|&child| scene.lower(child) == "of");
    let behind: Vec<usize> =
        of.flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>()).collect();
    before
        .chain(behind)
        .filter_map(|token| scene.actor_at(token))
        .find(|&index| issues(scene, index))
        .map(Who::Mention)
}

/// "the Security Council Declaration" is no name of its own.
fn says_only_whose(scene: &Scene<'_, '_>, title: &Title) -> bool {
    let Title::Name(range) = title else { return false };
    let tokens = scene.tokens_of(range);
    let owner = scene.actor_at(tokens.start).filter(|&index| issues(scene, index));
    owner.is_some_and(|index| scene.tokens_of(&scene.mentions.actors[index].range).end + 1 >= tokens.end)
}

/// Whether an actor is a body that issues documents.
fn issues(scene: &Scene<'_, '_>, mention: usize) -> bool {
    let actor = scene.actor(mention).filter(|_| !scene.mentions.actors[mention].is_place);
    actor.is_some_and(|actor| {
        matches!(
            actor.kind,
            ActorKind::Igo
                | ActorKind::Organ
                | ActorKind::Legislature
                | ActorKind::GovernmentBody
                | ActorKind::Institution
        )
    })
}
