//! Which words tell of an event: those that have beside them what their frame needs, and neither only recall an event nor say what
//! another one is about.

mod told;

use verbale_core::{PloverType, Quad, Role, Status};
use verbale_syntax::{Label, Tag};

use super::EventDraft;
use super::arguments::light_use;
use super::items;
use super::participants::{ParticipantDraft, Who};
use super::scene::Scene;
use super::sense::{is_document, object};
use super::status::Standing;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::Stance;
use crate::lexicon::frames::Slot;
use crate::text::overlapping;
use told::{is_caused, is_introduced, is_told};

/// A trigger with what was read around it.
pub(super) struct Candidate<'f> {
    /// The trigger.
    pub(super) found: &'f Found,
    /// What the sentence says of whether it came about.
    pub(super) standing: Option<Standing>,
    /// The event that it would be.
    pub(super) event: EventDraft,
}

/// Why a candidate is no event of its own; `None` for one that is.
pub(super) fn refusal(
    scene: &Scene<'_, '_>,
    candidate: &Candidate<'_>,
    all: &[Candidate<'_>],
) -> Option<&'static str> {
    let others = || all.iter().filter(|other| !std::ptr::eq(*other, candidate));
    if let Some(Standing { stance: Some(Stance::Other), governor, .. }) = candidate.standing {
        match governor {
            None => return Some("what ought to be is an opinion, or the content of a demand"),
            Some(word) if scene.is_noun(word) => return Some("the content of a proposal or demand"),
            Some(_) if others().any(|other| other.governs(candidate)) => {
                return Some("the content of a demand");
            }
            Some(_) => {}
        }
    }
    if let Some(reason) = by_clause(scene, candidate, all) {
        return Some(reason);
    }
    let is_negated = candidate.standing.is_some_and(|standing| standing.status == Status::Negated);
    if is_negated && others().any(|other| other.rejects() && other.governs(candidate)) {
        return Some("what another event refuses");
    }
    let promised = |other: &Candidate<'_>| {
        // "pledged to respect the embargo" promises no embargo.
        let above = scene.tree.head(other.found.head);
        let is_deed = other.found.form == Form::Verb
            || above.is_some_and(|above| candidate.found.tokens.contains(&above));
        let stance = other.standing.and_then(|standing| standing.stance);
        matches!(stance, Some(Stance::Own | Stance::Prepared | Stance::Threat))
            && is_deed
            && candidate.governs(other)
    };
    // "voted to send a fleet": the vote is told with what it decides.
    let is_decided = |other: &Candidate<'_>| other.found.form == Form::Verb && candidate.governs(other);
    if scene.lemma(candidate.found.head) == "vote" && others().any(is_decided) {
        return Some("the vote on another event, which is told with it");
    }
    let promises = matches!(candidate.plover(), Some(PloverType::Agree | PloverType::Threaten));
    if promises && others().any(promised) {
        return Some("the promise of another event, which is told with it");
    }
    if let Some(reason) = by_grammar(scene, candidate, all.len() == 1) {
        return Some(reason);
    }
    if candidate.event.is_bare()
        && !is_main(scene, candidate.found.head)
        && !is_caused(scene, candidate.found.head)
        && !counts_somebody(scene, candidate.found)
    {
        return Some("neither who nor when, where or what");
    }
    let helps =
        matches!(candidate.plover(), Some(PloverType::Support | PloverType::Aid | PloverType::Consult));
    if helps && candidate.found.form == Form::Noun && all.len() > 1 && is_adjunct(scene, candidate.found.head)
    {
        return Some("a noun that says by whose part another event came");
    }
    let is_supposed = candidate.event.status == Status::Hypothetical && candidate.event.own_dates.is_empty();
    if candidate.found.form == Form::Noun && is_supposed {
        return Some("nothing that happened");
    }
    let verb = scene.tree.head(candidate.found.head);
    let is_subject_of_other = others().any(|other| Some(other.found.head) == verb);
    let is_new = !is_subject_of_other && is_introduced(scene, candidate);
    let recalls = candidate.found.form == Form::Noun && !is_new && !is_told(scene, candidate);
    recalls.then_some("a noun that only recalls an event")
}

/// Why a word of saying reports no event of its own: what it says is told as one.
fn by_clause(
    scene: &Scene<'_, '_>,
    candidate: &Candidate<'_>,
    all: &[Candidate<'_>],
) -> Option<&'static str> {
    let frame = scene.lexicon.frames.get(candidate.found.frame)?;
    let verb = candidate.found.head;
    if !frame.clause_is_bare {
        return None;
    }
    let clause = scene.children(verb, &[Label::Ccomp]).next()?;
    let said = scene.tree.subtree(clause);
    let is_said = |other: &Candidate<'_>| said.contains(&other.found.head);
    all.iter().any(is_said).then_some("a word of saying, whose content is told as an event")
}

impl ParticipantDraft {
    fn acts(&self) -> bool {
        matches!(self.role, Role::Actor | Role::Supplier | Role::Mediator | Role::Host)
    }
}

impl Candidate<'_> {
    fn plover(&self) -> Option<PloverType> {
        self.event.plover.map(|plover| plover.r#type())
    }

    fn rejects(&self) -> bool {
        self.plover() == Some(PloverType::Reject)
    }

    /// Whether a word of this one says what becomes of another one: "refused to lift sanctions".
    fn governs(&self, other: &Candidate<'_>) -> bool {
        let governor = other.standing.and_then(|standing| standing.governor);
        governor.is_some_and(|word| self.found.tokens.contains(&word))
    }

    /// Whether a word of this one, or the verb that carries its noun, is said to be done for another one: "marched to demand reforms".
    fn aims_at(&self, scene: &Scene<'_, '_>, other: &Candidate<'_>) -> bool {
        let word = other.found.head;
        let carrier = scene.tree.head(self.found.head).filter(|_| self.found.form == Form::Noun);
        matches!(scene.label(word), Label::Advcl | Label::Xcomp | Label::Acl)
            && scene
                .tree
                .head(word)
                .is_some_and(|above| self.found.tokens.contains(&above) || carrier == Some(above))
    }

    /// Whom a refusal or a cancellation concerns is said by what is refused ("refused to lift sanctions on Chad"), and whom a protest is against by what
    /// it is for ("marched to demand reforms from Chad").
    pub(super) fn concerned(&self, scene: &Scene<'_, '_>, all: &[Candidate<'_>]) -> Vec<ParticipantDraft> {
        use PloverType::{Accuse, Consult, Protest, Reject, Request, Sanction};
        let is_content = |other: &&Candidate<'_>| match self.plover() {
            Some(Reject | Sanction) => self.governs(other),
            Some(Protest) => {
                matches!(other.plover(), Some(Request | Protest | Accuse | Reject))
                    && self.aims_at(scene, other)
            }
            _ => false,
        };
        // "refused to send troops to Chad" concerns Chad; "refused to meet in Chad" does not.
        let is_concerned = |other: &Candidate<'_>, role: Role| match role {
            Role::Recipient | Role::Beneficiary | Role::Victim | Role::Subject => true,
            Role::Host => self.plover() == Some(Sanction) || other.plover() != Some(Consult),
            _ => false,
        };
        let content = all.iter().filter(is_content);
        let known = |who: &Who| self.event.participants.iter().any(|own| own.who == *who);
        content
            .flat_map(|other| other.event.participants.iter().filter(|found| is_concerned(other, found.role)))
            .filter(|found| !known(&found.who))
            .map(|found| ParticipantDraft { role: Role::Recipient, who: found.who.clone() })
            .collect()
    }
}

/// "the draft that it had proposed" says which draft is meant; "the draft, which it had proposed" tells more of it.
fn had(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let first = scene.tree.subtree(verb).first().copied().unwrap_or(verb);
    let is_apart = first > 0 && scene.lower(first - 1) == ",";
    scene.tag(verb) == Tag::VBN
        && scene.children(verb, &[Label::Aux]).any(|aux| scene.lower(aux) == "had")
        && !is_apart
}

/// "opposes", "is backed"
fn is_present(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let mut auxiliaries = scene.children(verb, &[Label::Aux, Label::Auxpass]).peekable();
    let first = auxiliaries.peek().copied().unwrap_or(verb);
    let simple = auxiliaries.all(|aux| scene.lemma(aux) == "be");
    simple && matches!(scene.tag(first), Tag::VBZ | Tag::VBP)
}

/// Whether a relative clause behind a comma goes on with a story in the present tense: "Soldiers topple the president, whom they accuse of".
fn goes_on(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let first = scene.tree.subtree(verb).first().copied().unwrap_or(verb);
    let is_apart = first > 0 && scene.lower(first - 1) == ",";
    let above = scene.tree.ancestors(verb).find(|&word| scene.is_verb(word) && scene.tree.heads_clause(word));
    is_apart && above.is_some_and(|above| scene.label(above) == Label::Root && is_present(scene, above))
}

/// Whether a clause that the parser hangs on a noun can be about it: "who is accused", "it opposes"; but not "the envoy Mori is accused",
/// where a passive has a subject of its own and no relative pronoun.
fn is_relative(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let pronoun = |word: usize| matches!(scene.tag(word), Tag::WDT | Tag::WP | Tag::WPS | Tag::WRB);
    let mut subjects = scene.children(verb, &[Label::Nsubjpass]);
    subjects.all(pronoun) || scene.tree.subtree(verb).into_iter().any(|word| word < verb && pronoun(word))
}

/// An infinitive that no word governs which would say what became of it: "came to sign".
fn is_purpose(scene: &Scene<'_, '_>, candidate: &Candidate<'_>) -> bool {
    scene.tag(candidate.found.head) == Tag::VB
        && candidate.standing.is_some_and(|standing| {
            standing.status == Status::Planned && standing.stance.is_none() && standing.governor.is_none()
        })
}

/// "with the mediation of Chad": a noun that says by whose help another event came.
fn is_adjunct(scene: &Scene<'_, '_>, noun: usize) -> bool {
    scene.label(noun) == Label::Pobj
        && scene.lexicon.event_words.adjunct(scene.lemma(noun)).is_some()
        && scene.tree.head(noun).is_some_and(|preposition| {
            matches!(
                scene.lower(preposition),
                "with" | "at" | "on" | "under" | "through" | "by" | "despite" | "in"
            )
        })
}

/// Why the way in which a verb stands in its sentence reports no event.
fn by_grammar(scene: &Scene<'_, '_>, candidate: &Candidate<'_>, alone: bool) -> Option<&'static str> {
    let (found, event) = (candidate.found, &candidate.event);
    if found.form != Form::Verb {
        return None;
    }
    let verb = found.head;
    let frame = scene.lexicon.frames.get(found.frame)?;
    let takes = |slot: Slot| frame.slots.contains_key(&slot);
    let force = frame.plover.is_some_and(|plover| plover.quad() == Quad::MaterialConflict);
    if force
        && object(scene, found).is_some()
        && !scene.tree.is_passive(verb)
        && !takes(Slot::Object)
        && !items::moves(frame.kind)
    {
        return Some("a verb with an object, whose frame has none");
    }
    let has_subject =
        |clause: usize| scene.children(clause, &[Label::Nsubj, Label::Nsubjpass]).next().is_some();
    // "blocked the bridge spanning the Rhine"
    let spans = |clause: usize| {
        let object = scene.tree.object(verb).map(|object| object.token);
        object.is_some() && scene.children(clause, &[Label::Nsubj]).next() == object
    };
    // "struck what Chad called a base"
    let names = |clause: usize| scene.tree.children(clause).any(|word| scene.tag(word) == Tag::WP);
    let clause = scene
        .children(verb, &[Label::Ccomp])
        .any(|clause| clause > verb && has_subject(clause) && !spans(clause) && !names(clause));
    if force && clause && !takes(Slot::Clause) {
        return Some("a verb with a clause, whose frame has none");
    }
    let undated = event.own_dates.is_empty();
    let supports =
        frame.plover.is_some_and(|plover| plover.r#type() == PloverType::Support) && !frame.instrument;
    let takes_side = undated
        && frame.plover.is_some_and(|plover| {
            matches!(plover.r#type(), PloverType::Support | PloverType::Reject | PloverType::Accuse)
        });
    match scene.label(verb) {
        Label::Csubj => Some("a deed that is only spoken of"),
        Label::Acl | Label::Advcl
            if supports
                && undated
                && scene.tag(verb) == Tag::VBN
                && scene.children(verb, &[Label::Aux]).next().is_none() =>
        {
            Some("a participle that says by whose support")
        }
        // "The kingdom, accusing Iran of bias, closed its border" tells what it does.
        Label::Acl
            if takes_side
                && scene.tag(verb) == Tag::VBG
                && !scene.tree.head(verb).is_some_and(|noun| is_document(scene, noun))
                && verb.checked_sub(1).is_none_or(|before| scene.lower(before) != ",") =>
        {
            Some("who somebody is: \"states opposing it\"")
        }
        Label::Relcl
            if undated && is_present(scene, verb) && !goes_on(scene, verb) && is_relative(scene, verb) =>
        {
            Some("who somebody is: \"a party that opposes it\"")
        }
        Label::Acl
            if scene.tag(verb) == Tag::VBG && !event.participants.iter().any(ParticipantDraft::acts) =>
        {
            Some("what a document or a thing is about")
        }
        _ if undated && event.status == Status::Hypothetical => Some("nothing that happened"),
        Label::Relcl if undated && had(scene, verb) && event.places.is_empty() => {
            Some("a relative clause that recalls")
        }
        _ if undated && !alone && is_purpose(scene, candidate) => Some("a purpose"),
        _ => None,
    }
}

/// "where several hundred people demonstrated": nobody who has a name, but a number of people.
fn counts_somebody(scene: &Scene<'_, '_>, found: &Found) -> bool {
    let verb = Some(found.head).filter(|_| found.form == Form::Verb);
    let parties = verb.map(|verb| [scene.logical_subject(verb), scene.logical_object(verb)]);
    parties.into_iter().flatten().flatten().any(|word| {
        let range = scene.range(word..word + 1);
        overlapping(&scene.mentions.quantities, |quantity| &quantity.range, &range).is_some()
    })
}

/// Whether a word is what its sentence mainly says.
fn is_main(scene: &Scene<'_, '_>, word: usize) -> bool {
    let mut at = word;
    // "Ghana left; Togo stayed": the parser may hang the one statement on the other.
    let is_shared = |at: usize, head: usize| match scene.label(at) {
        Label::Conj | Label::Xcomp | Label::Acomp => true,
        Label::Ccomp | Label::Parataxis => scene.tree.is_parted(at, head),
        // "a ceasefire came into force"
        Label::Nsubj | Label::Nsubjpass | Label::Dobj => light_use(scene, head, at).is_some(),
        _ => false,
    };
    while let Some(head) = scene.tree.head(at).filter(|&head| is_shared(at, head)) {
        at = head;
    }
    scene.label(at) == Label::Root
}

/// Whether a word stands beside what its sentence mainly says.
pub(super) fn is_aside(scene: &Scene<'_, '_>, word: usize) -> bool {
    let mut at = word;
    while let Some(head) = scene.tree.head(at) {
        let aside = match scene.label(at) {
            Label::Relcl | Label::Acl | Label::Advcl | Label::Appos => true,
            // "after the attack", but not "took part in the attack", "condemned the attack", "the storming of the fort"
            Label::Pobj | Label::Pcomp => {
                let above = scene.tree.head(head);
                let carries = above.is_some_and(|above| light_use(scene, above, at).is_some());
                !carries && above.is_some_and(|above| scene.is_verb(above))
            }
            _ => false,
        };
        if aside {
            return true;
        }
        at = head;
    }
    false
}
