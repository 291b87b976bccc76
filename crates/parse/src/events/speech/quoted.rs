//! How a quotation hangs together with a verb of saying in its sentence.

use std::ops::Range;

use verbale_syntax::{Label, Tag};

use super::Speech;
use super::speaker::{speaker, speaker_named};
use crate::events::participants::Who;
use crate::events::scene::Scene;
use crate::lexicon::event_words::SayingPart;
use crate::text::within;

/// A quotation in a sentence.
pub(super) struct Quoted<'s, 'a, 't> {
    pub(super) scene: &'s Scene<'a, 't>,
    pub(super) range: &'s Range<usize>,
    pub(super) sentence: usize,
    /// The word of the quotation that the most others of it hang on.
    pub(super) top: usize,
}

impl<'s, 'a, 't> Quoted<'s, 'a, 't> {
    pub(super) fn of(scene: &'s Scene<'a, 't>, range: &'s Range<usize>, sentence: usize) -> Option<Self> {
        Some(Self { scene, range, sentence, top: top(scene, range)? })
    }

    pub(super) fn speech(&self) -> Option<Speech> {
        let governor = self.governor();
        if let Some((verb, is_whole)) = governor {
            return Some(self.said(verb, is_whole));
        }
        self.beside()
            .map(|verb| self.said(verb, true))
            .or_else(|| self.owned())
            .or_else(|| self.before_colon())
    }

    /// Whether a word stands where it can speak of the quotation: not in it, nor in another one that does not hold it.
    fn is_outside(&self, token: usize) -> bool {
        let at = self.scene.range(token..token + 1).start;
        let around = self.scene.mentions.quotations.around(at);
        !self.range.contains(&at)
            && around.is_none_or(|around| around.start <= self.range.start && self.range.end <= around.end)
    }

    /// The verb of saying that the quotation hangs on, or that is set into it (“Peace,” he added, “is not for sale”).
    fn governor(&self) -> Option<(usize, bool)> {
        let scene = self.scene;
        let says = |token: usize| self.is_outside(token) && says(scene, token);
        // "Kenya “demanded a new start”": the verb of saying is quoted with what is said.
        let subject = scene.children(self.top, &[Label::Nsubj]).next();
        if self::says(scene, self.top) && subject.is_some_and(|subject| self.is_outside(subject)) {
            return Some((self.top, true));
        }
        let mut at = self.top;
        let mut is_whole = true;
        for _ in 0..FAR {
            let mut inset = scene.children(at, &[Label::Parataxis, Label::Ccomp, Label::Advcl, Label::Dep]);
            if let Some(verb) = inset.find(|&verb| says(verb) && self.is_inset(verb)) {
                return Some((verb, true));
            }
            let head = scene.tree.head(at)?;
            // “Peace,” he said, “is not for sale”: the tree may hang the first words on the verb of saying.
            is_whole &= is_complement(scene, at, head) || self.is_set_off();
            if says(head) {
                return Some((head, is_whole));
            }
            at = head;
        }
        None
    }

    /// Whether a verb with a subject of its own stands near the marks, and no conjunction joins it: “Peace,” he added.
    fn is_inset(&self, verb: usize) -> bool {
        let scene = self.scene;
        let inside = scene.tokens_of(self.range);
        let near = inside.start.saturating_sub(NEAR)..inside.end + NEAR;
        let joins = |child: usize| scene.label(child) == Label::Mark || scene.tag(child) == Tag::WRB;
        near.contains(&verb)
            && scene.tree.child(verb, Label::Nsubj).is_some()
            && !scene.tree.children(verb).any(joins)
    }

    /// Whether the quotation ends as speech does that a verb of saying follows: “Peace,” he said.
    fn is_set_off(&self) -> bool {
        let is_last = self.scene.tokens_of(self.range).end + 2 >= self.scene.len();
        self.scene.text.slice(self.range).ends_with([',', '!', '?', '…']) && !is_last
    }

    /// A verb of saying right before the mark or behind it, where the tree does not join them.
    fn beside(&self) -> Option<usize> {
        let scene = self.scene;
        let inside = scene.tokens_of(self.range);
        let says = |token: &usize| self.is_outside(*token) && says(scene, *token);
        let introduces =
            |token: usize| matches!(scene.lower(token), "," | ":" | "that" | "as") || says(&token);
        let mark = inside.start.checked_sub(1);
        let lead = mark.and_then(|mark| mark.checked_sub(1)).filter(|&lead| introduces(lead));
        let before = lead.and_then(|lead| (lead.saturating_sub(NEAR)..=lead).rev().find(says));
        let behind =
            || (inside.end..(inside.end + NEAR).min(scene.len())).find(says).filter(|_| self.is_set_off());
        before.or_else(behind)
    }

    /// "In the words of Kenya", "according to Kenya"
    fn owned(&self) -> Option<Speech> {
        let scene = self.scene;
        let governs =
            |word: usize| word == self.top || scene.tree.ancestors(self.top).any(|above| above == word);
        let owner = (0..scene.len()).filter(|&token| self.is_outside(token)).find_map(|token| {
            let head = scene.tree.head(token)?;
            if scene.lower(token) == "according" {
                let to = scene.tree.children(token).find(|&child| scene.lower(child) == "to")?;
                let source = scene.children(to, &[Label::Pobj]).next()?;
                return governs(head).then_some((token, source));
            }
            // "Kenya's claim that": what is said hangs on the claim.
            let is_words = || saying(scene, token, SayingPart::Words).is_some();
            let is_claim = || saying(scene, token, SayingPart::Noun).is_some() && governs(token);
            if !scene.is_noun(token) || !(is_words() || is_claim()) {
                return None;
            }
            // "in the words of Kenya, it was": the phrase hangs on what the quotation hangs on.
            let above = if scene.label(token) == Label::Pobj { scene.tree.head(head)? } else { head };
            let owner = scene.children(token, &[Label::Poss]).next();
            let owner = owner.or_else(|| {
                ["of", "by", "from"].iter().find_map(|prep| scene.tree.prepositional(token, prep))
            })?;
            (governs(token) || governs(above)).then_some((token, owner))
        });
        let (cue, owner) = owner?;
        let is_whole = is_predicate(scene, self.top);
        Some(Speech { speaker: speaker_named(scene, owner), is_whole, ..self.said(cue, false) })
    }

    /// "Karanja: “We are ready.”"
    fn before_colon(&self) -> Option<Speech> {
        let scene = self.scene;
        let colon =
            scene.tokens_of(self.range).start.checked_sub(2).filter(|&token| scene.lower(token) == ":")?;
        let last = colon.checked_sub(1)?;
        let speaker = scene.actor_at(last)?;
        let words = scene.tokens_of(&scene.mentions.actors.get(speaker)?.range);
        let is_title = |token: usize| scene.tag(token) == Tag::NNP || scene.tag(token) == Tag::DT;
        let opens = (0..words.start).all(is_title);
        opens.then(|| Speech { speaker: Some(Who::Mention(speaker)), ..self.said(last, true) })
    }

    pub(super) fn said(&self, cue: usize, is_whole: bool) -> Speech {
        Speech {
            speaker: speaker(self.scene, cue),
            cue: self.scene.range(cue..cue + 1),
            sentence: self.sentence,
            date: self.date(cue),
            under: self.under(cue),
            is_whole,
        }
    }

    /// What a verb of saying describes: "issued a statement saying".
    fn under(&self, cue: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let joined = matches!(scene.label(cue), Label::Acl | Label::Advcl | Label::Xcomp | Label::Pcomp);
        let head = scene.tree.head(cue).filter(|_| joined)?;
        let above = if scene.label(cue) == Label::Pcomp { scene.tree.head(head)? } else { head };
        Some(scene.range(above..above + 1))
    }

    /// The date nearest to a verb of saying in its clause, outside of what is said.
    fn date(&self, verb: usize) -> Option<usize> {
        let scene = self.scene;
        let clause = scene.clause_of(verb);
        let at = scene.range(verb..verb + 1).start;
        let dates = within(&scene.mentions.dates, |date| &date.range, &scene.sentence.range);
        let told = dates.filter(|&date| {
            let head = scene.head_of(&scene.mentions.dates[date].range);
            head.is_some_and(|head| clause.contains(&head) && self.is_outside(head))
        });
        told.min_by_key(|&date| scene.mentions.dates[date].range.start.abs_diff(at))
    }
}

/// How many words up the tree a verb of saying is looked for, and how far from the marks where the tree does not help.
const FAR: usize = 12;
const NEAR: usize = 6;

/// The word of a quotation that hangs on a word outside and that the most words of it hang on.
pub(crate) fn top(scene: &Scene<'_, '_>, range: &Range<usize>) -> Option<usize> {
    let inside = scene.tokens_of(range);
    let is_top = |&token: &usize| scene.tree.head(token).is_none_or(|head| !inside.contains(&head));
    let weight =
        |&token: &usize| scene.tree.subtree(token).iter().filter(|below| inside.contains(below)).count();
    let tops = inside.clone().filter(is_top).filter(|&token| scene.label(token) != Label::Punct);
    // Of equal weight, the first.
    tops.rev().max_by_key(weight)
}

/// The phrase of a list of words of saying that begins with a word, if one does.
fn saying(scene: &Scene<'_, '_>, token: usize, part: SayingPart) -> Option<()> {
    let phrases = scene.lexicon.event_words.saying(part, &scene.lemma(token).to_lowercase());
    phrases.iter().find_map(|(rest, _)| scene.phrase(token, rest)).map(|_| ())
}

pub(super) fn says(scene: &Scene<'_, '_>, token: usize) -> bool {
    let is_saying = |part| saying(scene, token, part).is_some();
    let has = |labels: &[Label]| scene.tree.children(token).any(|child| labels.contains(&scene.label(child)));
    // "A plan called “Dawn”", "the plan, also called “Dawn”": nobody speaks.
    let is_bare = scene.tag(token) == Tag::VBN
        && !has(&[Label::Aux, Label::Nsubj])
        && scene.label(token) != Label::Conj;
    let is_passive = is_bare || scene.tree.is_passive(token);
    scene.is_verb(token)
        && (is_saying(SayingPart::Verb) || is_saying(SayingPart::Quote))
        && (!is_passive || scene.tree.passive_agent(token).is_some() || is_verb_below(scene, token))
}

/// "was quoted as saying", "is said to have left"
fn is_verb_below(scene: &Scene<'_, '_>, verb: usize) -> bool {
    scene.children(verb, &[Label::Ccomp, Label::Xcomp]).next().is_some()
}

/// Whether a word is what its head says, and no part of it or circumstance.
fn is_complement(scene: &Scene<'_, '_>, token: usize, head: usize) -> bool {
    match scene.label(token) {
        Label::Pobj | Label::Amod | Label::Advmod => {
            matches!(scene.lower(head), "as" | "of" | "for" | "against")
        }
        Label::Prep => scene.is_verb(head),
        _ => is_predicate(scene, token),
    }
}

fn is_predicate(scene: &Scene<'_, '_>, token: usize) -> bool {
    matches!(
        scene.label(token),
        Label::Root
            | Label::Ccomp
            | Label::Xcomp
            | Label::Pcomp
            | Label::Advcl
            | Label::Parataxis
            | Label::Attr
            | Label::Acomp
            | Label::Oprd
            | Label::Dobj
            | Label::Conj
            | Label::Dep
            | Label::Intj
    )
}
