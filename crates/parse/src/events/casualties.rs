//! What an event cost: which numbers of its sentence count the dead, the wounded, the missing and the captured.

use verbale_core::{EventKind, ItemCategory};
use verbale_syntax::Label;

use super::EventDraft;
use super::scene::Scene;
use super::trigger::Found;
use crate::lexicon::event_words::{CasualtyPart, CasualtyWords, Harm, SayingPart};
use crate::text::within;

/// The human cost: which quantities, by their place in the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CasualtyDraft {
    /// The dead.
    pub(crate) killed: Option<usize>,
    /// The wounded.
    pub(crate) injured: Option<usize>,
    /// The missing.
    pub(crate) missing: Option<usize>,
    /// Those taken prisoner.
    pub(crate) captured: Option<usize>,
}

impl CasualtyDraft {
    fn all(&mut self) -> [&mut Option<usize>; 4] {
        [&mut self.killed, &mut self.injured, &mut self.missing, &mut self.captured]
    }

    fn of_harm(&mut self, harm: Harm) -> &mut Option<usize> {
        match harm {
            Harm::Killed => &mut self.killed,
            Harm::Injured => &mut self.injured,
            Harm::Missing => &mut self.missing,
            Harm::Captured => &mut self.captured,
        }
    }

    /// Adds what a part of the event cost.
    pub(crate) fn take(&mut self, mut part: Self) {
        for (own, other) in self.all().into_iter().zip(part.all()) {
            *own = own.or(*other);
        }
    }

    /// Drops what another event counts.
    fn drop_known(&mut self, mut known: Self) {
        for (own, other) in self.all().into_iter().zip(known.all()) {
            *own = own.filter(|_| own != other);
        }
    }
}

/// The casualties of a sentence, for an event of a kind that may cost lives. A number that its own words count comes first, then the
/// first of the sentence; those behind "including" are among them.
pub(super) fn of(scene: &Scene<'_, '_>, found: &Found, kind: EventKind) -> CasualtyDraft {
    of_words(scene, &found.tokens, kind)
}

/// As [`of`], for an event that some words name.
fn of_words(scene: &Scene<'_, '_>, words: &[usize], kind: EventKind) -> CasualtyDraft {
    let mut casualties = CasualtyDraft::default();
    if !costs(kind) {
        return casualties;
    }
    let mut told = CasualtyDraft::default();
    let counts: Vec<(usize, Harm, usize)> = counts(scene);
    // "killed 22 Britons and 10 Frenchmen": none of the numbers is that of all.
    let is_sum = |harm: Harm, word: usize| {
        counts.iter().filter(|count| (count.1, count.2) == (harm, word)).count() > 1
    };
    for &(index, harm, word) in &counts {
        if counts.iter().any(|&(_, other, word)| other == harm && is_sum(harm, word)) {
            continue;
        }
        let counted = if words.contains(&word) { &mut told } else { &mut casualties };
        counted.of_harm(harm).get_or_insert(index);
    }
    told.take(casualties);
    told
}

/// The quantities of a sentence that count people who come to harm, which harm, and the word that says so.
fn counts(scene: &Scene<'_, '_>) -> Vec<(usize, Harm, usize)> {
    let quantities = &scene.mentions.quantities;
    let is_somebody = |index: &usize| {
        // "two missiles" are nobody.
        let unit = quantities[*index].unit.as_deref().unwrap_or("person").to_lowercase();
        let thing = scene.lexicon.items.ending(&[&unit]);
        thing.is_none_or(|(category, _)| category == ItemCategory::Personnel)
    };
    let sentence = within(quantities, |found| &found.range, &scene.sentence.range);
    let harmed = |index: usize| harm(scene, index).map(|(harm, word)| (index, harm, word));
    sentence.filter(is_somebody).filter_map(harmed).collect()
}

/// Counts each number once in a sentence: with the event whose words count it, else with the first one.
pub(super) fn count_once(scene: &Scene<'_, '_>, events: &mut [EventDraft]) {
    let owns = |event: &EventDraft, quantity: usize| {
        let word = harm(scene, quantity).map(|(_, word)| scene.range(word..word + 1));
        word.is_some_and(|word| event.trigger.start <= word.start && word.end <= event.trigger.end)
    };
    for at in 0..events.len() {
        let mut own = events[at].casualties;
        for (other, event) in events.iter().enumerate().filter(|(other, _)| *other != at) {
            let mut known = event.casualties;
            for count in known.all() {
                *count = count.filter(|&count| {
                    owns(event, count) && !owns(&events[at], count)
                        || other < at && owns(event, count) == owns(&events[at], count)
                });
            }
            own.drop_known(known);
        }
        events[at].casualties = own;
    }
}

/// What an event of the sentence before cost, where a sentence tells no more: "Rebels attacked the base. Five soldiers died."
pub(super) fn aftermath(
    scene: &Scene<'_, '_>,
    sentence: usize,
    before: Option<&EventDraft>,
    told: &[EventDraft],
) -> Option<EventDraft> {
    let kind = |event: &EventDraft| scene.lexicon.frames.get(event.frame).map(|frame| frame.kind);
    if told.iter().filter_map(kind).any(costs) {
        return None;
    }
    let before = before.filter(|event| event.sentence + 1 == sentence)?;
    let kind = kind(before)?;
    let (_, _, word) = counts(scene).into_iter().find(|&(_, _, word)| is_statement(scene, word))?;
    let trigger = scene.range(word..word + 1);
    let mut event = EventDraft::of_frame(scene.lexicon, before.frame, trigger, sentence);
    event.casualties = of_words(scene, &[], kind);
    // A flood of the same day, a crash elsewhere: what has a time, place or cause of its own is another happening.
    let names_time = !within(&scene.mentions.dates, |date| &date.range, &scene.sentence.range).is_empty();
    let names_place = !within(&scene.mentions.places, |place| &place.range, &scene.sentence.range).is_empty();
    let has_cause = scene
        .children(word, &[Label::Prep, Label::Agent])
        .any(|preposition| matches!(scene.lower(preposition), "in" | "of" | "from" | "by" | "on" | "at"));
    (!names_time && !names_place && !has_cause && costs(kind)).then_some(event)
}

/// Whether a verb only says whom the event of another word hurt: "ten soldiers were injured in clashes", "were killed when a bomb
/// exploded".
pub(super) fn is_cost_of(scene: &Scene<'_, '_>, verb: usize, word: usize) -> bool {
    let preposition = scene.tree.head(word).filter(|_| scene.label(word) == Label::Pobj);
    let in_noun = preposition.is_some_and(|preposition| {
        matches!(scene.lower(preposition), "in" | "during") && scene.tree.head(preposition) == Some(verb)
    });
    let when = scene.label(word) == Label::Advcl
        && scene.tree.head(word) == Some(verb)
        && scene.tree.children(word).any(|first| {
            first < word && matches!(scene.lower(first), "when" | "as") && scene.label(first) != Label::Prep
        });
    matches!(scene.lemma(verb), "kill" | "wound" | "injure" | "hurt")
        && scene.tree.is_passive(verb)
        && scene.tree.passive_agent(verb).is_none()
        && (in_noun || when)
}

/// Whether a word is the verb of a main clause: "five died", "but five lost their lives".
fn is_statement(scene: &Scene<'_, '_>, word: usize) -> bool {
    let mut at = word;
    while scene.label(at) == Label::Conj {
        match scene.tree.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    // "five died, the ministry said"
    let is_reported = |verb: usize| {
        scene.label(verb) == Label::Root
            && !scene.lexicon.event_words.saying(SayingPart::Verb, scene.lemma(verb)).is_empty()
    };
    let is_said = scene.label(at) == Label::Ccomp && scene.tree.head(at).is_some_and(is_reported);
    scene.is_verb(word) && (scene.label(at) == Label::Root || is_said)
}

/// Whether events of a kind may cost lives or freedom.
pub(crate) fn costs(kind: EventKind) -> bool {
    use EventKind::{
        Assassination, Attack, Blockade, Capture, CeasefireViolation, Clash, Detention, Offensive, Protest,
        Surrender,
    };
    matches!(
        kind,
        Assassination
            | Attack
            | Blockade
            | Capture
            | CeasefireViolation
            | Clash
            | Detention
            | Offensive
            | Protest
            | Surrender
    )
}

/// What became of those whom a quantity counts, and the word that says so; "killed or wounded" leaves it open.
fn harm(scene: &Scene<'_, '_>, quantity: usize) -> Option<(Harm, usize)> {
    let (harm, word) = stated(scene, quantity)?;
    let words = &scene.lexicon.event_words.casualties;
    let is_harm = |token: usize| {
        [CasualtyPart::State, CasualtyPart::Object]
            .iter()
            .any(|&part| stands(scene, words, part, token).is_some())
    };
    let is_open = scene.lower(word + 1) == "or" && is_harm(word + 2)
        || word > 1 && scene.lower(word - 1) == "or" && is_harm(word - 2);
    (!is_open).then_some((harm, word))
}

fn stated(scene: &Scene<'_, '_>, quantity: usize) -> Option<(Harm, usize)> {
    let words = &scene.lexicon.event_words.casualties;
    let stands = |part: CasualtyPart, token: usize| Some((stands(scene, words, part, token)?, token));
    let range = &scene.mentions.quantities[quantity].range;
    let tokens = scene.tokens_of(range);
    let mut noun = scene.head_of(range)?;
    if matches!(scene.label(noun), Label::Nummod | Label::Quantmod) {
        noun = scene.tree.head(noun)?;
    }
    // "12 dead", "200 deaths", "12 people wounded"
    let described = |token: usize| {
        let own = scene.tree.head(token) == Some(noun) || tokens.contains(&token) || token == noun;
        own.then(|| stands(CasualtyPart::State, token)).flatten()
    };
    let counted = |token: usize| stands(CasualtyPart::Count, token).or_else(|| described(token));
    let inside = tokens.clone().chain([noun]).find_map(counted).or_else(|| described(noun + 1));
    if inside.is_some() {
        return inside;
    }
    while scene.label(noun) == Label::Conj {
        noun = scene.tree.head(noun)?;
    }
    let head = scene.tree.head(noun)?;
    match scene.label(noun) {
        Label::Dobj => stands(CasualtyPart::Object, head),
        Label::Nsubjpass => stands(CasualtyPart::Object, head).or_else(|| state_of(scene, words, head)),
        // "two gunmen killed twelve": who does it is not whom it befalls.
        Label::Nsubj if does_harm(scene, head) && scene.logical_object(head).is_some() => None,
        Label::Nsubj => stands(CasualtyPart::State, head)
            .or_else(|| stands(CasualtyPart::Subject, head))
            // "two soldiers killed" of a headline
            .or_else(|| {
                let lacks_object = does_harm(scene, head) && scene.logical_object(head).is_none();
                stands(CasualtyPart::Object, head).filter(|_| lacks_object)
            })
            .or_else(|| state_of(scene, words, head)),
        // "killed between 20 and 25 rebels"
        Label::Pobj if matches!(scene.lower(head), "between" | "about" | "around" | "over" | "under") => {
            stands(CasualtyPart::Object, scene.tree.head(head)?)
        }
        Label::Pobj => behind(scene, words, head),
        _ => None,
    }
}

/// What a verb says with its complement: "five were dead", "are reported missing".
fn state_of(scene: &Scene<'_, '_>, words: &CasualtyWords, verb: usize) -> Option<(Harm, usize)> {
    let labels = [Label::Acomp, Label::Oprd, Label::Xcomp, Label::Attr];
    scene
        .children(verb, &labels)
        .find_map(|state| Some((stands(scene, words, CasualtyPart::State, state)?, state)))
}

/// What stands before the preposition of a number: "the lives of 12 people", "the death toll rose to 12".
fn behind(scene: &Scene<'_, '_>, words: &CasualtyWords, preposition: usize) -> Option<(Harm, usize)> {
    let head = scene.tree.head(preposition)?;
    let of =
        (scene.lower(preposition) == "of").then(|| stands(scene, words, CasualtyPart::Of, head)).flatten();
    let toll = || {
        let leads = matches!(scene.lower(preposition), "to" | "at" | "of");
        let subject = if scene.is_verb(head) { scene.tree.subject(head)?.token } else { head };
        let whole =
            subject.checked_sub(1).map(|before| format!("{} {}", scene.lower(before), scene.lower(subject)));
        let known = |word: &str| {
            let (first, rest) = word.split_once(' ').unwrap_or((word, ""));
            let harms = words.harms(CasualtyPart::Toll, first);
            harms.iter().find(|(further, _)| further.join(" ") == rest).map(|(_, harm)| *harm)
        };
        let found = whole.and_then(|words| known(&words)).or_else(|| known(scene.lower(subject)));
        found.filter(|_| leads)
    };
    of.or_else(toll).map(|harm| (harm, head))
}

/// Whether a verb is one that is done to persons, and so has an object or is passive: "kill", "wound"; but not "claim", "lose".
pub(super) fn does_harm(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let triggers = scene.lexicon.triggers.verbs(scene.lemma(verb), scene.lower(verb));
    let is_force = triggers.iter().filter(|trigger| trigger.is_word()).any(|trigger| {
        let kind = scene.lexicon.frames.get(trigger.frame).map(|frame| frame.kind);
        matches!(kind, Some(EventKind::Attack | EventKind::Assassination | EventKind::Detention))
    });
    (is_force || scene.tree.is_passive(verb))
        && stands(scene, &scene.lexicon.event_words.casualties, CasualtyPart::Object, verb).is_some()
}

/// What a word says of those who stand beside it in one way, with the further words that it needs.
fn stands(scene: &Scene<'_, '_>, words: &CasualtyWords, part: CasualtyPart, token: usize) -> Option<Harm> {
    let exact = words.harms(part, scene.lower(token));
    let base = scene.lemma(token).to_lowercase();
    let harms = exact.iter().chain(words.harms(part, &base));
    harms.filter(|(rest, _)| scene.phrase(token, rest).is_some()).map(|(_, harm)| *harm).next()
}
