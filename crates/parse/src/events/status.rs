//! Whether an event happened: negation, modal verbs, and the words that govern its trigger.

use verbale_core::Status;
use verbale_syntax::{Label, Tag};

use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::{Governor, Outlook, SayingPart, Stance};

/// What a sentence says of whether an event happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// Whether it happened.
    pub(super) status: Status,
    /// Who is to bring it about, where a word says so.
    pub(super) stance: Option<Stance>,
    /// The word that says so, if it is not a part of the trigger's own verb.
    pub(super) governor: Option<usize>,
}

impl Standing {
    fn by_own_words(status: Status, stance: Option<Stance>) -> Self {
        Self { status, stance, governor: None }
    }
}

/// How many words up the tree govern an event.
const FAR: usize = 6;

/// The standing of an event; `None` where nothing in the sentence says anything of it.
pub(super) fn of(scene: &Scene<'_, '_>, found: &Found) -> Option<Standing> {
    match found.form {
        Form::Modal => None,
        _ if is_supposed(scene, found.head) => Some(Standing::by_own_words(Status::Hypothetical, None)),
        Form::Verb => by_adverb(scene, found.head).or_else(|| of_verb(scene, found.head)),
        Form::Noun => {
            let own = by_modifier(scene, found.head);
            let above = of_noun(scene, found.head);
            // "repel any attack" tells of none; "did not launch any attack" denies it.
            let denied = above.is_some_and(|above| above.status == Status::Negated);
            let supposed = own.filter(|own| own.status == Status::Hypothetical && !denied);
            supposed.or(above).or(own)
        }
    }
}

/// Whether a word stands in what is only supposed, a condition or what somebody hopes or fears: "if it seeks to resume talks", "unless the attack is halted",
/// "any state that attacks", "hoped that it would leave".
fn is_supposed(scene: &Scene<'_, '_>, word: usize) -> bool {
    let mut at = word;
    for _ in 0..FAR {
        let mut marks = scene.children(at, &[Label::Mark]);
        if marks.any(|mark| matches!(scene.lower(mark), "if" | "unless" | "lest")) {
            return true;
        }
        // "any state that attacks"
        let of_any = |noun: usize| scene.children(noun, &[Label::Det]).any(|det| scene.lower(det) == "any");
        if matches!(scene.label(at), Label::Relcl | Label::Acl) && scene.tree.head(at).is_some_and(of_any) {
            return true;
        }
        let above = scene.tree.head(at);
        // "in case the army attacks"
        let first = scene.tree.subtree(at).first().copied().unwrap_or(at);
        if first > 1 && scene.lower(first - 2) == "in" && scene.lower(first - 1) == "case" {
            return true;
        }
        let wished = |word: usize| fitting(scene, word, Governor::Clause).is_some();
        if scene.label(at) == Label::Ccomp && above.is_some_and(wished) {
            return true;
        }
        let inside = matches!(
            scene.label(at),
            Label::Conj | Label::Xcomp | Label::Ccomp | Label::Dobj | Label::Nsubj | Label::Nsubjpass
        );
        match above.filter(|_| inside) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

/// "the planned visit", "a failed coup", "any attack"
fn by_modifier(scene: &Scene<'_, '_>, noun: usize) -> Option<Standing> {
    let mut modifiers = scene.children(noun, &[Label::Amod, Label::Compound, Label::Nmod, Label::Det]);
    let outlook =
        modifiers.find_map(|word| fitting(scene, word, Governor::Modifier).filter(|_| word < noun))?;
    Some(Standing::by_own_words(outlook.status, outlook.stance))
}

/// "nearly fell"
fn by_adverb(scene: &Scene<'_, '_>, verb: usize) -> Option<Standing> {
    let mut adverbs = scene.children(verb, &[Label::Advmod]).filter(|&adverb| adverb < verb);
    let outlook = adverbs.find_map(|adverb| fitting(scene, adverb, Governor::Modifier))?;
    Some(Standing::by_own_words(outlook.status, outlook.stance))
}

/// Whether a verb is simply told, neither negated nor meant, asked or supposed.
pub(crate) fn is_told(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let told = |standing: Standing| matches!(standing.status, Status::Occurred | Status::Ongoing);
    of_verb(scene, verb).map_or_else(|| !is_infinitive(scene, verb), told)
}

fn of_verb(scene: &Scene<'_, '_>, verb: usize) -> Option<Standing> {
    let mut at = verb;
    for _ in 0..FAR {
        // "the first country to sign" has signed, if it was the first.
        let ordered = scene.tree.ordered(at).and_then(|_| scene.tree.head(at));
        if let Some(noun) = ordered {
            let copula = scene.tree.head(noun).filter(|&above| scene.is_verb(above));
            return copula.and_then(|copula| of_verb(scene, copula));
        }
        if let Some(standing) = by_auxiliary(scene, at) {
            return Some(standing);
        }
        let head = scene.tree.head(at)?;
        match scene.label(at) {
            // "did not come and sign": what holds of the first verb holds of the second, unless that has its own subject.
            Label::Conj if scene.is_verb(head) => {
                let own = [Label::Nsubj, Label::Nsubjpass, Label::Aux, Label::Auxpass];
                // "would support them and suspended exports": a past stands by itself.
                let past = scene.tag(at) == Tag::VBD && matches!(scene.tag(head), Tag::VB | Tag::VBP);
                if past || scene.children(at, &own).next().is_some() {
                    return None;
                }
                at = head;
            }
            // "an initiative to adopt the text", which the parser may take for a relative clause
            Label::Relcl if !is_infinitive(scene, at) => return None,
            Label::Xcomp | Label::Ccomp | Label::Pcomp | Label::Acl | Label::Advcl | Label::Relcl => {
                let governor = if scene.label(at) == Label::Pcomp { scene.tree.head(head)? } else { head };
                return by_governor(scene, at, governor);
            }
            _ => return None,
        }
    }
    None
}

/// "to sign"
fn is_infinitive(scene: &Scene<'_, '_>, verb: usize) -> bool {
    scene.tag(verb) == Tag::VB && scene.children(verb, &[Label::Aux]).any(|aux| scene.tag(aux) == Tag::TO)
}

/// What auxiliaries and negation of a verb say.
fn by_auxiliary(scene: &Scene<'_, '_>, verb: usize) -> Option<Standing> {
    if scene.tree.is_negated(verb) || negated_argument(scene, verb) {
        return Some(Standing::by_own_words(Status::Negated, None));
    }
    let (modal, outlook) = scene.children(verb, &[Label::Aux]).find_map(|aux| {
        let words = scene.lexicon.event_words.governor(Governor::Modal, scene.lower(aux));
        words.first().map(|(_, outlook)| (scene.lower(aux), *outlook))
    })?;
    // "may have attacked" is a guess at what happened.
    let perfect = scene.children(verb, &[Label::Aux]).any(|aux| scene.lower(aux) == "have");
    if perfect && matches!(modal, "may" | "might" | "must") {
        return None;
    }
    Some(match modal {
        // "said that it would leave": what was still to come.
        "would" | "'d" | "’d" if is_reported(scene, verb) => {
            Standing::by_own_words(Status::Planned, Some(Stance::Own))
        }
        _ => Standing::by_own_words(outlook.status, outlook.stance),
    })
}

/// "No text was adopted", "none of the parties signed", "neither side withdrew", "signed no treaty"
fn negated_argument(scene: &Scene<'_, '_>, verb: usize) -> bool {
    // "neither accepted nor rejected"
    let first = scene.tree.head(verb).filter(|_| scene.label(verb) == Label::Conj).unwrap_or(verb);
    if scene.tree.children(first).any(|child| child < first && scene.lower(child) == "neither") {
        return true;
    }
    let arguments = [Label::Nsubj, Label::Nsubjpass, Label::Dobj, Label::Expl];
    scene.children(verb, &arguments).any(|argument| {
        matches!(scene.lower(argument), "none" | "nobody" | "neither" | "nothing")
            || scene
                .tree
                .children(argument)
                .any(|child| matches!(scene.lower(child), "no" | "neither") && child < argument)
    })
}

/// Whether a verb stands in what somebody said: "said that it would".
fn is_reported(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let is_past = |token: usize| matches!(scene.tag(token), Tag::VBD | Tag::VBN | Tag::VBG);
    let below = scene.label(verb) == Label::Ccomp && scene.tree.head(verb).is_some_and(is_past);
    // "Kenya confirmed it would leave": the parser may hang the word of saying on what is said.
    let says = |word: usize| {
        word < verb
            && scene.tag(word) == Tag::VBD
            && !scene.lexicon.event_words.saying(SayingPart::Verb, scene.lemma(word)).is_empty()
    };
    below || scene.children(verb, &[Label::Ccomp]).any(says)
}

/// What the first fitting of some phrases says that begin with a word.
fn fitting(scene: &Scene<'_, '_>, word: usize, part: Governor) -> Option<Outlook> {
    let phrases = scene.lexicon.event_words.governor(part, &scene.lemma(word).to_lowercase());
    phrases.iter().find(|(rest, _)| scene.phrase(word, rest).is_some()).map(|(_, outlook)| *outlook)
}

/// What the word above an infinitive, a participle or a clause says of it.
fn by_governor(scene: &Scene<'_, '_>, verb: usize, governor: usize) -> Option<Standing> {
    let part = if scene.is_verb(governor) {
        Governor::Verb
    } else if scene.is_noun(governor) {
        Governor::Noun
    } else {
        Governor::Adjective
    };
    // "demanded that they leave", "that they be freed", "insisted that it withdraw"
    let subjunctive = scene.children(verb, &[Label::Auxpass]).any(|aux| scene.tag(aux) == Tag::VB)
        // Only below a word that asks: "said that the government support it" is a statement.
        || scene.label(verb) == Label::Ccomp
            && is_bare_subjunctive(scene, verb)
            && fitting(scene, governor, part).is_some_and(|outlook| outlook.stance == Some(Stance::Other));
    let infinitive = scene.tag(verb) == Tag::VB || subjunctive;
    // "said that it left" reports; "wanted it to leave" does not.
    // "the agreement signed by Kenya" was signed: a participle says what was done to its noun.
    let participle = part == Governor::Noun
        && matches!(scene.label(verb), Label::Acl | Label::Relcl)
        && matches!(scene.tag(verb), Tag::VBN | Tag::VBD)
        && !infinitive;
    // "voted on 3 May to sign": what stands between makes the parser take what was decided for a purpose.
    let is_apart =
        scene.label(verb) == Label::Advcl && !(infinitive && verb > governor && is_decision(scene, governor));
    let governs = !is_apart && !participle && (infinitive || scene.label(verb) != Label::Ccomp);
    // "in order to sign" gives a purpose and no order.
    let in_order = scene.lower(governor) == "order"
        && scene.tree.head(governor).is_some_and(|preposition| scene.lower(preposition) == "in");
    let outlook = fitting(scene, governor, part).filter(|_| governs && !in_order);
    let above = || of_verb(scene, governor).filter(|_| part == Governor::Verb);
    let standing =
        |status: Status, stance: Option<Stance>| Some(Standing { status, stance, governor: Some(governor) });
    // "was not ready", "no state was able", "will be able"
    let copula = scene.tree.head(governor).filter(|_| scene.label(governor) == Label::Acomp);
    let of_copula = copula.and_then(|copula| of_verb(scene, copula));
    match outlook {
        Some(Outlook { status: Status::Failed | Status::Negated, .. })
            if of_copula.is_some_and(|copula| copula.status == Status::Negated) =>
        {
            standing(Status::Occurred, None)
        }
        Some(Outlook { .. }) if of_copula.is_some_and(|copula| copula.status == Status::Negated) => {
            standing(Status::Negated, None)
        }
        // "was able to" tells of a deed; "will be able to" and "is able to" do not.
        Some(Outlook { status: Status::Occurred, .. }) if part == Governor::Adjective => {
            let past = copula.is_some_and(|copula| matches!(scene.tag(copula), Tag::VBD | Tag::VBN));
            of_copula.or_else(|| standing(Status::Hypothetical, None).filter(|_| !past))
        }
        Some(Outlook { status: Status::Occurred | Status::Ongoing, .. }) => above(),
        // "did not ask them to leave" says nothing of leaving.
        Some(Outlook { stance: Some(Stance::Other), .. })
            if part == Governor::Verb && scene.tree.is_negated(governor) =>
        {
            standing(Status::Hypothetical, Some(Stance::Other))
        }
        Some(Outlook { status, .. }) if part == Governor::Verb && scene.tree.is_negated(governor) => {
            match status {
                Status::Failed | Status::Negated => standing(Status::Occurred, None),
                _ => standing(Status::Negated, None),
            }
        }
        // "was not able to sign", "no side was ready to sign"
        Some(_) if part == Governor::Adjective && is_denied(scene, governor) => {
            standing(Status::Negated, None)
        }
        Some(Outlook { status, stance }) => standing(status, stance),
        // "came to sign": an infinitive of purpose has not happened yet.
        None if infinitive
            && matches!(scene.label(verb), Label::Advcl | Label::Acl | Label::Relcl | Label::Xcomp) =>
        {
            // "agreed to hold a truce in order to exchange prisoners": the promise holds for both.
            let serves = |at: &usize| scene.is_verb(*at) && scene.label(verb) != Label::Xcomp;
            let served = scene.tree.ancestors(verb).find(|&at| scene.is_verb(at)).filter(serves);
            let own = Standing::by_own_words(Status::Planned, Some(Stance::Own));
            let is_own =
                |status: Status, stance: Option<Stance>| (status, stance) == (own.status, own.stance);
            let is_promise = |&at: &usize| {
                of_verb(scene, at).is_some_and(|of| is_own(of.status, of.stance))
                    || fitting(scene, at, Governor::Verb).is_some_and(|of| is_own(of.status, of.stance))
            };
            let promised = served.filter(is_promise).map(|_| own);
            promised.or_else(|| Some(Standing::by_own_words(Status::Planned, None)))
        }
        None if infinitive && part == Governor::Adjective => standing(Status::Hypothetical, None),
        None => above().filter(|_| scene.label(verb) == Label::Xcomp),
    }
}

/// Whether a verb says what is to be done, by the infinitive behind it alone: "voted", not "decided the matter".
fn is_decision(scene: &Scene<'_, '_>, verb: usize) -> bool {
    let outlook = fitting(scene, verb, Governor::Verb);
    outlook.is_some_and(|outlook| outlook.status == Status::Planned && outlook.stance != Some(Stance::Other))
        && scene.tree.object(verb).is_none()
        && !scene.tree.is_passive(verb)
}

/// Whether a verb stands in its base form behind one who can only be spoken of otherwise, "that Chad withdraw": it says what should be.
pub(crate) fn is_bare_subjunctive(scene: &Scene<'_, '_>, verb: usize) -> bool {
    // The tagger takes an unlikely base form for a past; but "cut" may be one.
    let is_past = scene.tag(verb) == Tag::VBD && !INVARIANT.contains(&scene.lower(verb));
    let is_base =
        (is_past || matches!(scene.tag(verb), Tag::VB | Tag::VBP)) && scene.lower(verb) == scene.lemma(verb);
    let has_auxiliary = scene.children(verb, &[Label::Aux, Label::Auxpass]).next().is_some();
    let mut subjects = scene.children(verb, &[Label::Nsubj]);
    let is_single = |subject: usize| {
        let joined = scene.children(subject, &[Label::Conj]).next().is_some();
        let single = matches!(scene.tag(subject), Tag::NN | Tag::NNP)
            || matches!(scene.lower(subject), "he" | "she" | "it");
        // "the police enter", "the United States withdraw" may be plain statements.
        let names_many = matches!(scene.lower(subject), "police" | "states" | "nations" | "staff" | "crew");
        single && !joined && !names_many
    };
    is_base && !has_auxiliary && subjects.next().is_some_and(is_single)
}

/// Verbs whose past is their base form.
const INVARIANT: &[&str] = &[
    "bet",
    "bid",
    "broadcast",
    "burst",
    "cast",
    "cost",
    "cut",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "rid",
    "set",
    "shed",
    "shut",
    "split",
    "spread",
    "thrust",
    "upset",
    "forecast",
    "undercut",
    "offset",
    "wed",
    "slit",
];

/// Whether the verb that an adjective follows is negated.
fn is_denied(scene: &Scene<'_, '_>, adjective: usize) -> bool {
    let verb = scene.tree.head(adjective).filter(|_| scene.label(adjective) == Label::Acomp);
    verb.is_some_and(|verb| scene.tree.is_negated(verb) || negated_argument(scene, verb))
}

/// A noun takes its standing from the verb that it is subject or object of, or the noun whose "of" it follows.
fn of_noun(scene: &Scene<'_, '_>, noun: usize) -> Option<Standing> {
    if scene.tree.is_negated(noun) {
        return Some(Standing::by_own_words(Status::Negated, None));
    }
    let mut at = noun;
    for _ in 0..FAR {
        let head = scene.tree.head(at)?;
        match scene.label(at) {
            // "not an attack but a raid"
            Label::Conj
                if scene.children(head, &[Label::Cc]).any(|cc| scene.lower(cc) == "but" && cc < at) =>
            {
                return None;
            }
            Label::Conj => at = head,
            Label::Dobj | Label::Nsubjpass | Label::Nsubj => return by_event_verb(scene, at, head, None),
            // "it was not an attack"
            Label::Attr => {
                // "it was not only an attack"
                let adverbs = [at, head]
                    .into_iter()
                    .flat_map(|word| scene.children(word, &[Label::Advmod]).collect::<Vec<_>>());
                let is_partial = adverbs
                    .into_iter()
                    .any(|word| matches!(scene.lower(word), "only" | "just" | "merely" | "simply"));
                let denied = scene.tree.is_negated(head) && !is_partial;
                return denied.then(|| Standing::by_own_words(Status::Negated, None));
            }
            Label::Pobj => {
                let above = scene.tree.head(head)?;
                if scene.is_verb(above) {
                    return by_event_verb(scene, at, above, Some(head));
                }
                let governs = matches!(scene.lower(head), "of" | "for" | "at" | "against");
                if let Some(Outlook { status, stance }) =
                    fitting(scene, above, Governor::Noun).filter(|_| governs)
                {
                    return Some(Standing { status, stance, governor: Some(above) });
                }
                if scene.lower(head) != "of" {
                    return None;
                }
                at = above;
            }
            _ => return None,
        }
    }
    None
}

/// What a verb says of the event that is its subject or object, or stands behind a preposition: "called for a ceasefire", but not
/// "announced during the visit".
fn by_event_verb(
    scene: &Scene<'_, '_>,
    noun: usize,
    verb: usize,
    preposition: Option<usize>,
) -> Option<Standing> {
    let subject = scene.label(noun) == Label::Nsubj;
    // The object of a verb that plans is planned; its active subject is not.
    let phrases = scene.lexicon.event_words.governor(Governor::Event, scene.lemma(verb));
    let reaches = |words: &[usize]| preposition.is_none_or(|preposition| words.last() == Some(&preposition));
    let outlook = phrases
        .iter()
        .find(|(rest, _)| scene.phrase(verb, rest).is_some_and(|words| reaches(&words)))
        .map(|(_, outlook)| *outlook)
        .filter(|outlook| subject == (outlook.status == Status::Failed))
        // "The bombing collapsed a bridge."
        .filter(|_| !subject || scene.children(verb, &[Label::Dobj]).next().is_none());
    let carried = super::arguments::light_use(scene, verb, noun).is_some();
    match (outlook, of_verb(scene, verb)) {
        (Some(_), Some(Standing { status: Status::Negated, .. })) => None,
        // "the attack must be avoided" tells of none, and of no attack that was avoided.
        (
            Some(Outlook { status: Status::Negated, .. }),
            Some(Standing { status: Status::Hypothetical, .. }),
        ) => Some(Standing::by_own_words(Status::Hypothetical, None)),
        (Some(Outlook { status, stance }), _) => Some(Standing { status, stance, governor: Some(verb) }),
        (None, Some(standing)) if carried => Some(standing),
        _ => None,
    }
}
