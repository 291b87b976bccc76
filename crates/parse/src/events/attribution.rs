//! Who says that an event happened, and how it is put, as far as its sentence shows it.

use std::ops::Range;

use verbale_core::Certainty;
use verbale_syntax::Label;

use super::named::one_named_by;
use super::participants::Who;
use super::scene::Scene;
use super::speech;
use super::trigger::Found;
use crate::lexicon::event_words::SayingPart;

/// Who says so. Without a speaker it is the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AttributionDraft {
    /// Whom the sentence names as the source.
    pub(crate) speaker: Option<Who>,
    /// How it is put.
    pub(crate) certainty: Certainty,
    /// The words that show it.
    pub(crate) cue: Range<usize>,
}

/// The attribution of an event; `None` where the document speaks in its own voice.
pub(super) fn of(scene: &Scene<'_, '_>, found: &Found) -> Option<AttributionDraft> {
    let mut put: Option<AttributionDraft> = described(scene, found.head);
    let mut at = found.head;
    let mut steps = 0;
    loop {
        let head = scene.tree.head(at);
        if let Some(said) = said_within(scene, at).or_else(|| said_by(scene, at, head?)) {
            // "said that it was allegedly attacked": the speaker of the one, the doubt of the other.
            let doubt = put.filter(|put| put.speaker.is_none()).map(|put| put.certainty);
            return Some(AttributionDraft { certainty: doubt.unwrap_or(said.certainty), ..said });
        }
        let Some(head) = head else { break };
        if put.is_none() {
            put = described(scene, head).filter(|_| scene.tree.heads_clause(head));
        }
        at = head;
        steps += 1;
        if steps > FAR {
            break;
        }
    }
    according_to(scene, found.head).or(put)
}

/// How many words up the tree a speaker is looked for.
const FAR: usize = 12;

/// Who reports what a sentence tells, so that "The convoy, it added, was safe" goes on with it in the next one; `before` is who
/// reported the last one.
pub(super) fn reporter(scene: &Scene<'_, '_>, before: Option<Who>) -> Option<Who> {
    let root = scene.tree.root();
    let says = |verb: &usize| scene.is_verb(*verb) && certainty(scene, *verb, SayingPart::Verb).is_some();
    let verb = set_in(scene, root).or_else(|| Some(root).filter(says));
    let named = |verb: usize| speaker_of(scene, verb).filter(|_| pronoun(scene, verb).is_none());
    let said = verb.and_then(named);
    let said = said.or_else(|| according_to(scene, root)?.speaker);
    said.or_else(|| before.filter(|_| verb.is_some_and(|verb| pronoun(scene, verb).is_some())))
}

/// The speaker of what nobody but a pronoun says: whoever reported the sentence before, or whom the text's links give.
pub(super) fn go_on(scene: &Scene<'_, '_>, attribution: &mut AttributionDraft, before: Option<&Who>) {
    let verb = scene.tokens_of(&attribution.cue).next();
    let pronoun = verb.and_then(|verb| pronoun(scene, verb));
    if let Some(pronoun) = pronoun.filter(|_| attribution.speaker.is_none()) {
        attribution.speaker = before.cloned().or_else(|| scene.actor_at(pronoun).map(Who::Mention));
    }
}

/// The pronoun that is the subject of a verb.
fn pronoun(scene: &Scene<'_, '_>, verb: usize) -> Option<usize> {
    let subject = scene.logical_subject(verb)?;
    matches!(scene.lower(subject), "he" | "she" | "it" | "they").then_some(subject)
}

fn speaker_of(scene: &Scene<'_, '_>, verb: usize) -> Option<Who> {
    let subject = scene.logical_subject(verb).or_else(|| scene.tree.passive_agent(verb));
    let named = subject.and_then(|subject| one_named_by(scene, subject, 0));
    // Of whom it is said does not say it.
    named.or_else(|| speech::speaker(scene, verb).filter(|_| !scene.tree.is_passive(verb)))
}

/// The verb of saying that is set into what is said: "The convoy, Chad added, was attacked", "as Chad claims, it was
/// attacked", "as reported by Chad".
fn set_in(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let is_set_in = |verb: &usize| {
        let mut content = scene.children(*verb, &[Label::Ccomp, Label::Dobj, Label::Xcomp]);
        let mut joins = scene.children(*verb, &[Label::Mark]);
        let is_clause = match scene.label(*verb) {
            Label::Advcl => joins.next().is_some_and(|mark| scene.lower(mark) == "as"),
            _ => joins.next().is_none(),
        };
        scene.is_verb(*verb)
            && is_clause
            && content.next().is_none()
            && (scene.tree.child(*verb, Label::Nsubj).is_some() || scene.tree.passive_agent(*verb).is_some())
            && certainty(scene, *verb, SayingPart::Verb).is_some()
    };
    scene.children(at, &[Label::Parataxis, Label::Advcl, Label::Ccomp, Label::Dep]).find(is_set_in)
}

/// What such a verb says of the clause around it. A pronoun there means nobody of that clause.
fn said_within(scene: &Scene<'_, '_>, at: usize) -> Option<AttributionDraft> {
    let verb = set_in(scene, at)?;
    let certainty = certainty(scene, verb, SayingPart::Verb)?;
    let speaker = if pronoun(scene, verb).is_some() { None } else { speaker_of(scene, verb) };
    Some(AttributionDraft { speaker, certainty, cue: scene.range(verb..verb + 1) })
}

fn certainty(scene: &Scene<'_, '_>, word: usize, part: SayingPart) -> Option<Certainty> {
    let phrases = scene.lexicon.event_words.saying(part, &scene.lemma(word).to_lowercase());
    phrases.iter().find(|(rest, _)| scene.phrase(word, rest).is_some()).map(|(_, certainty)| *certainty)
}

/// Whether what hangs on a word is what somebody says by it.
fn said_by(scene: &Scene<'_, '_>, at: usize, head: usize) -> Option<AttributionDraft> {
    let cue = |word: usize| scene.range(word..word + 1);
    let speaker_of = |verb: usize| speaker_of(scene, verb);
    match scene.label(at) {
        Label::Ccomp | Label::Parataxis | Label::Pcomp | Label::Xcomp
            if scene.is_verb(head) && !scene.tree.is_parted(at, head) =>
        {
            let certainty = certainty(scene, head, SayingPart::Verb)?;
            // "claimed to have left" is said; "told them to leave" is an order.
            let infinitive = scene.label(at) == Label::Xcomp;
            let perfect = || scene.children(at, &[Label::Aux]).any(|aux| scene.lemma(aux) == "have");
            if infinitive && !perfect() {
                return None;
            }
            // "is said to have left", "it was reported that they left": nobody says that it was so.
            let is_vague = infinitive || matches!(scene.lemma(head), "say" | "report");
            let is_rumour = is_vague
                && certainty == Certainty::Asserted
                && scene.tree.is_passive(head)
                && scene.tree.passive_agent(head).is_none();
            let certainty = if is_rumour { Certainty::Alleged } else { certainty };
            Some(AttributionDraft { speaker: speaker_of(head), certainty, cue: cue(head) })
        }
        // "accusations by Chad that troops attacked"
        Label::Acl if scene.children(at, &[Label::Mark]).any(|mark| scene.lower(mark) == "that") => {
            let certainty = certainty(scene, head, SayingPart::Noun)?;
            let speaker = one_named_by(scene, head, 0);
            Some(AttributionDraft { speaker, certainty, cue: cue(head) })
        }
        // "accused Chad of attacking", "reports of an attack"
        Label::Pcomp | Label::Pobj => {
            let above = scene.tree.head(head)?;
            if scene.lower(head) != "of" {
                return None;
            }
            if scene.is_verb(above) && scene.label(at) == Label::Pcomp {
                let certainty = certainty(scene, above, SayingPart::Verb)?;
                return Some(AttributionDraft { speaker: speaker_of(above), certainty, cue: cue(above) });
            }
            let certainty = certainty(scene, above, SayingPart::Noun)?;
            let owner = scene.children(above, &[Label::Poss]).next();
            let speaker = owner.and_then(|owner| one_named_by(scene, owner, 0));
            Some(AttributionDraft { speaker, certainty, cue: cue(above) })
        }
        _ => None,
    }
}

/// "allegedly attacked", "the alleged attack", "may have attacked"
fn described(scene: &Scene<'_, '_>, word: usize) -> Option<AttributionDraft> {
    let mut aux = scene.children(word, &[Label::Aux]);
    let modal = aux.next().filter(|&modal| matches!(scene.lower(modal), "may" | "might" | "could"));
    if let Some(modal) = modal.filter(|_| aux.any(|aux| scene.lower(aux) == "have")) {
        let cue = scene.range(modal..modal + 1);
        return Some(AttributionDraft { speaker: None, certainty: Certainty::Speculated, cue });
    }
    scene.tree.children(word).find_map(|child| {
        let part = match scene.label(child) {
            Label::Advmod => SayingPart::Adverb,
            Label::Amod => SayingPart::Adjective,
            _ => return None,
        };
        let phrases = scene.lexicon.event_words.saying(part, scene.lower(child));
        let certainty = phrases.first().map(|(_, certainty)| *certainty)?;
        Some(AttributionDraft { speaker: None, certainty, cue: scene.range(child..child + 1) })
    })
}

/// "According to Chad, …"
fn according_to(scene: &Scene<'_, '_>, trigger: usize) -> Option<AttributionDraft> {
    let governs = |word: usize| word == trigger || scene.tree.ancestors(trigger).any(|above| above == word);
    let according = (0..scene.len())
        .find(|&token| scene.lower(token) == "according" && scene.tree.head(token).is_some_and(governs))?;
    let to = scene.tree.children(according).find(|&child| scene.lower(child) == "to")?;
    let source = scene.children(to, &[Label::Pobj]).next()?;
    let named = |noun: usize| one_named_by(scene, noun, 0);
    // "according to a report by Chad"
    let author = || {
        let mut all = ["by", "from", "of"].iter().filter_map(|word| scene.tree.prepositional(source, word));
        all.find_map(named)
    };
    let speaker = named(source).or_else(author)?;
    let cue = scene.range(according..to + 1);
    Some(AttributionDraft { speaker: Some(speaker), certainty: Certainty::Asserted, cue })
}
