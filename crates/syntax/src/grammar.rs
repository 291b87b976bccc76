//! What the event engine asks of a tree: who does it, to whom, with which others, in which clause.

use crate::lists::{Label, NameKind, Tag};
use crate::sentence::Sentence;

/// How an argument belongs to its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// It hangs on the verb itself.
    Own,
    /// It hangs on an earlier verb of the same coordination ("*Ghana* came and signed").
    Coordination,
    /// It is the noun that a relative clause describes ("the *envoy* who left").
    Relative,
    /// It is the noun that a participle describes ("the *town* held by rebels").
    Participle,
    /// It is an argument of the verb above ("*Ghana* agreed to sign", "urged *Ghana* to sign").
    Control,
}

/// An argument of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// The token that heads it.
    pub token: usize,
    /// How it was found.
    pub via: Via,
}

/// How many verbs up a subject is looked for.
const FAR: usize = 8;

const SUBJECTS: &[Label] = &[Label::Nsubj, Label::Nsubjpass, Label::Csubj, Label::Csubjpass];

/// Words for a place in a row.
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "last", "latest", "earliest"];
const CLAUSES: &[Label] = &[
    Label::Ccomp,
    Label::Xcomp,
    Label::Advcl,
    Label::Relcl,
    Label::Acl,
    Label::Csubj,
    Label::Csubjpass,
    Label::Pcomp,
    Label::Parataxis,
    Label::Root,
];

impl Sentence<'_> {
    /// Whether a noun is the month of a day behind "on": "on May 3".
    fn is_day(&self, noun: usize) -> bool {
        let on = self.head(noun).filter(|_| self.label(noun) == Some(Label::Pobj));
        on.is_some_and(|on| self.form(on).eq_ignore_ascii_case("on"))
            && self.token(noun).is_some_and(|t| t.tag == Tag::NNP)
            && self.child(noun, Label::Nummod).is_some()
    }

    fn is_verbal(&self, token: usize) -> bool {
        let tag = self.token(token).map(|t| t.tag);
        matches!(tag, Some(Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ))
    }

    /// Whether the verb is in the passive: it has a passive auxiliary, or is a bare past participle behind a noun.
    pub fn is_passive(&self, verb: usize) -> bool {
        let mut at = verb;
        loop {
            if self.children_by(at, &[Label::Auxpass, Label::Nsubjpass, Label::Csubjpass]).next().is_some() {
                return true;
            }
            if self.token(at).is_none_or(|t| t.tag != Tag::VBN) {
                return false;
            }
            match (self.label(at), self.head(at)) {
                (Some(Label::Acl | Label::Relcl | Label::Advcl), _) => {
                    return self.child(at, Label::Aux).is_none();
                }
                // "was seized and burned": the second verb shares the auxiliary.
                (Some(Label::Conj), Some(head)) => {
                    if self.children_by(at, &[Label::Aux, Label::Nsubj]).next().is_some() {
                        return false;
                    }
                    at = head;
                }
                // "the Council demanded by resolution 7" is active.
                _ => {
                    return self.child(at, Label::Agent).is_some() && self.child(at, Label::Nsubj).is_none();
                }
            }
        }
    }

    /// "In May the Council met": without a comma, the parser may hang the subject of a verb on the preposition before it, which then has
    /// two objects, or one that begins with the date: "In May Ghana and Togo met".
    fn orphan(&self, verb: usize) -> Option<usize> {
        let is_finite = |token: usize| {
            self.token(token).is_some_and(|found| matches!(found.tag, Tag::VBD | Tag::VBZ | Tag::VBP))
        };
        if !is_finite(verb) && !self.child(verb, Label::Aux).is_some_and(is_finite) {
            return None;
        }
        let is_date = |token: usize| {
            self.name_at(token)
                .is_some_and(|name| name.kind == NameKind::Date && name.tokens.end <= token + 1)
        };
        self.children_by(verb, &[Label::Prep]).filter(|&preposition| preposition < verb).find_map(
            |preposition| {
                let mut objects = self.children_by(preposition, &[Label::Pobj]);
                let first = objects.next()?;
                let dated = || self.children_by(first, &[Label::Compound, Label::Nmod]).any(is_date);
                objects.last().or_else(|| dated().then_some(first))
            },
        )
    }

    /// Whether "and", "but" or a comma in a row of verbs joins a verb to the one before.
    fn is_joined(&self, head: usize, verb: usize) -> bool {
        let joins = |word: usize| head < word && word < verb;
        self.children_by(head, &[Label::Cc]).any(joins)
            || self.children_by(verb, &[Label::Conj]).next().is_some()
    }

    /// Whether a finite verb stands right behind "and", as a second one of its sentence.
    fn is_joined_past(&self, verb: usize) -> bool {
        let before = verb.checked_sub(1);
        self.token(verb).is_some_and(|token| token.tag == Tag::VBD)
            && before.is_some_and(|before| self.label(before) == Some(Label::Cc))
            && self.head(verb).is_some_and(|head| head < verb)
    }

    /// Who does what an infinitive says and is told by the place in a row: Ghana in "Ghana was the first country to sign", "Ghana became
    /// the first to sign", and the country in "the first country to sign".
    pub fn ordered(&self, verb: usize) -> Option<usize> {
        let is_infinitive = self.token(verb)?.tag == Tag::VB
            && self.children_by(verb, &[Label::Aux]).any(|aux| self.lemma(aux) == "to");
        let noun = self.head(verb).filter(|_| is_infinitive)?;
        let is_ordinal = |token: usize| ORDINALS.contains(&self.lemma(token));
        let below = [Label::Acl, Label::Relcl, Label::Xcomp, Label::Advcl];
        let is_one = self.label(verb).is_some_and(|label| below.contains(&label))
            && (is_ordinal(noun) || self.children_by(noun, &[Label::Amod]).any(is_ordinal));
        if !is_one {
            return None;
        }
        let copula = self.head(noun).filter(|_| matches!(self.label(noun), Some(Label::Attr | Label::Acomp)));
        let subject = copula.and_then(|copula| self.children_by(copula, SUBJECTS).next());
        Some(subject.unwrap_or(noun))
    }

    /// The grammatical subject of a verb, also where it stands on another verb or is the noun that the clause describes.
    /// For a passive verb that is whom the deed befalls; see [`passive_agent`](Self::passive_agent) for the doer.
    pub fn subject(&self, verb: usize) -> Option<Argument> {
        let mut at = verb;
        let mut via = Via::Own;
        for _ in 0..FAR {
            // "Ghana and Togo, however, have signed": the parser may hang the subject on the auxiliary.
            let on_auxiliary = || self.children_by(self.child(at, Label::Aux)?, SUBJECTS).next();
            // "Ghana protested; Togo left": of several, the one of the same statement.
            let own = || self.children_by(at, SUBJECTS).find(|&own| !self.is_parted(own, at));
            let own = own().or_else(|| self.children_by(at, SUBJECTS).next());
            if let Some(own) = own.or_else(on_auxiliary) {
                if is_relative_word(self, own)
                    && let Some(noun) = self.described(at)
                {
                    return Some(Argument { token: noun, via: Via::Relative });
                }
                return Some(Argument { token: own, via });
            }
            if let Some(orphan) = self.orphan(at) {
                return Some(Argument { token: orphan, via });
            }
            if let Some(first) = self.ordered(at) {
                return Some(Argument { token: first, via: Via::Control });
            }
            let head = self.head(at)?;
            match self.label(at)? {
                // "signed with the Tigers, whose leader had put his name": with an auxiliary of its own and nothing that joins it, the verb has
                // lost its subject.
                Label::Conj if self.child(at, Label::Aux).is_some() && !self.is_joined(head, at) => {
                    return None;
                }
                Label::Conj => {
                    // "demanded that they leave and called for talks": a past is not joined to a bare form.
                    let tag = |token: usize| self.token(token).map(|t| t.tag);
                    let is_bare = matches!(tag(head), Some(Tag::VB | Tag::VBP))
                        && self.child(head, Label::Aux).is_none();
                    let past = || self.ancestors(head).find(|&above| tag(above) == Some(Tag::VBD));
                    at = past().filter(|_| is_bare && tag(at) == Some(Tag::VBD)).unwrap_or(head);
                    via = if via == Via::Own { Via::Coordination } else { via };
                }
                // "seized power on May 3, detaining two officials": a date does nothing.
                Label::Acl if self.token(at).is_some_and(|t| t.tag == Tag::VBG) && self.is_day(head) => {
                    at = self.ancestors(head).find(|&above| self.is_verbal(above))?;
                    via = Via::Control;
                }
                // "the road built by": a participle describes its noun. An infinitive does not.
                Label::Acl if self.token(at).is_some_and(|t| matches!(t.tag, Tag::VBN | Tag::VBG)) => {
                    return Some(Argument { token: head, via: Via::Participle });
                }
                // "their effort to leave", "made an effort to leave": whose effort it is, or who made it.
                Label::Acl if self.token(at).is_some_and(|t| t.tag == Tag::VB) => {
                    if let Some(owner) = self.child(head, Label::Poss) {
                        return Some(Argument { token: owner, via: Via::Control });
                    }
                    if self.label(head) != Some(Label::Dobj) {
                        return None;
                    }
                    at = self.head(head)?;
                    via = Via::Control;
                }
                // "is ready to leave": the copula has the subject.
                Label::Acomp | Label::Oprd => {
                    at = head;
                    via = Via::Control;
                }
                Label::Xcomp => {
                    // "urged Ghana to sign": the object above is the subject below; who called Ghana to apologise apologises.
                    let reaches = matches!(
                        self.lemma(head),
                        "call" | "phone" | "telephone" | "visit" | "meet" | "contact" | "receive" | "host"
                    );
                    if !reaches
                        && let Some(object) =
                            self.children_by(head, &[Label::Dobj, Label::Dative]).find(|&o| o < at)
                    {
                        return Some(Argument { token: object, via: Via::Control });
                    }
                    at = head;
                    via = Via::Control;
                }
                // "is guilty of violating", "was accused of violating"; "accused Ghana of violating": the object above.
                Label::Pcomp if self.token(at).is_some_and(|t| t.tag == Tag::VBG) => {
                    let above = self.head(head)?;
                    let of_object = matches!(self.lemma(head), "of" | "for" | "from" | "with");
                    // The parser may hang the phrase on the object.
                    let is_name = self.token(above).is_some_and(|t| matches!(t.tag, Tag::NNP | Tag::NNPS));
                    let object = if is_name { Some(above) } else { self.child(above, Label::Dobj) };
                    let object = object.filter(|&o| of_object && o < at);
                    if let Some(token) = object {
                        return Some(Argument { token, via: Via::Control });
                    }
                    if self.token(above).is_some_and(|t| matches!(t.tag, Tag::NN | Tag::NNS)) {
                        return None;
                    }
                    at = above;
                    via = Via::Control;
                }
                // "Ghana left; two days later a mine sank the ship": another statement has a subject of its own.
                Label::Advcl if self.is_parted(head, at) => return None,
                // "fired on the boats, taking them for ships, and killed two": the parser may take the second verb for a clause.
                Label::Advcl if self.is_joined_past(at) => {
                    at = head;
                    via = if via == Via::Own { Via::Coordination } else { via };
                }
                Label::Advcl
                    if self.token(at).is_some_and(|t| matches!(t.tag, Tag::VBG | Tag::VBN | Tag::VB)) =>
                {
                    at = head;
                    via = Via::Control;
                }
                // "Hackers linked to Ghana attacked": the parser may take the participle for the verb, and the verb for what it governs.
                Label::Ccomp
                    if head < at
                        && self.child(at, Label::Mark).is_none()
                        && self.token(at).is_some_and(|t| t.tag == Tag::VBD)
                        && self.token(head).is_some_and(|t| matches!(t.tag, Tag::VBD | Tag::VBN)) =>
                {
                    at = head;
                    via = Via::Coordination;
                }
                _ => return None,
            }
        }
        None
    }

    /// The direct object of a verb; in a relative clause without a subject gap, the noun that the clause describes.
    pub fn object(&self, verb: usize) -> Option<Argument> {
        if let Some(own) = self.child(verb, Label::Dobj) {
            if is_relative_word(self, own)
                && let Some(noun) = self.described(verb)
            {
                return Some(Argument { token: noun, via: Via::Relative });
            }
            return Some(Argument { token: own, via: Via::Own });
        }
        // "blocked the bridge spanning the Rhine": the parser may take a participle for a clause of its own.
        let spans = self.children_by(verb, &[Label::Ccomp]).find(|&clause| {
            self.token(clause).is_some_and(|t| t.tag == Tag::VBG) && self.child(clause, Label::Aux).is_none()
        });
        if let Some(subject) = spans.and_then(|clause| self.child(clause, Label::Nsubj)).filter(|&s| s > verb)
        {
            return Some(Argument { token: subject, via: Via::Own });
        }
        // "the deal that Ghana signed" with the pronoun left out: "the deal Ghana signed".
        let relative = self.label(verb) == Some(Label::Relcl) && !self.is_passive(verb);
        let own_subject = self.children_by(verb, &[Label::Nsubj]).next();
        if relative
            && own_subject.is_some_and(|s| !is_relative_word(self, s))
            && self
                .children_by(verb, &[Label::Ccomp, Label::Xcomp, Label::Attr, Label::Acomp, Label::Dobj])
                .next()
                .is_none()
            && !self.children(verb).any(|c| {
                self.token(c).is_some_and(|t| matches!(t.tag, Tag::WRB))
                    || (self.label(c) == Some(Label::Prep)
                        && self.child(c, Label::Pobj).is_none_or(|p| is_relative_word(self, p)))
            })
        {
            return self.head(verb).map(|token| Argument { token, via: Via::Relative });
        }
        None
    }

    /// The doer of a passive ("signed by *Ghana*").
    ///
    /// Of verbs that share all that stands behind them, each has it: "were killed or captured by *rebels*".
    pub fn passive_agent(&self, verb: usize) -> Option<usize> {
        let shared = || {
            let mut behind = self.children(verb).filter(|&child| child > verb);
            let joined = behind.find(|&child| self.label(child) != Some(Label::Cc))?;
            let is_same = self.label(joined) == Some(Label::Conj)
                && self
                    .children_by(joined, &[Label::Aux, Label::Auxpass, Label::Nsubj, Label::Nsubjpass])
                    .next()
                    .is_none();
            // Who replaces somebody did not dismiss him.
            let takes_over = matches!(self.lemma(joined), "replace" | "succeed" | "supplant");
            self.child(joined, Label::Agent).filter(|_| is_same && !takes_over && self.is_passive(verb))
        };
        let by = self.child(verb, Label::Agent).or_else(shared)?;
        self.child(by, Label::Pobj)
    }

    /// The object of a preposition of this lemma that hangs on a token ("talks with *Ghana*").
    pub fn prepositional(&self, token: usize, lemma: &str) -> Option<usize> {
        let preposition = self
            .children_by(token, &[Label::Prep, Label::Dative, Label::Agent])
            .find(|&p| self.lemma(p) == lemma)?;
        self.child(preposition, Label::Pobj)
    }

    /// The whole coordination that a token belongs to, the token included, in order of the text.
    pub fn conjuncts(&self, token: usize) -> Vec<usize> {
        let mut first = token;
        while self.label(first) == Some(Label::Conj) {
            match self.head(first) {
                Some(head) => first = head,
                None => break,
            }
        }
        let mut out = Vec::new();
        let mut open = vec![first];
        while let Some(at) = open.pop() {
            if at < self.len() {
                out.push(at);
                open.extend(self.children_by(at, &[Label::Conj]));
            }
        }
        out.sort_unstable();
        out
    }

    /// The head of the clause that a token stands in: the nearest token at or above it that heads a clause.
    pub fn clause(&self, token: usize) -> usize {
        std::iter::once(token)
            .chain(self.ancestors(token))
            .find(|&t| self.heads_clause(t))
            .unwrap_or_else(|| self.root())
    }

    /// The tokens of the clause that `head` heads, without those of the clauses inside it.
    pub fn clause_tokens(&self, head: usize) -> Vec<usize> {
        self.below(head, |t| !self.heads_clause(t))
    }

    /// Whether a token heads a clause.
    pub fn heads_clause(&self, token: usize) -> bool {
        let mut at = token;
        while let Some(t) = self.token(at) {
            match t.head.filter(|_| t.label == Label::Conj) {
                // A verb beside a verb is a clause of its own; a noun beside a noun is not.
                Some(_) if !is_verb(t.tag) && self.children_by(at, SUBJECTS).next().is_none() => {
                    return false;
                }
                Some(head) => at = head,
                None => return CLAUSES.contains(&t.label),
            }
        }
        false
    }

    /// Whether a negation hangs on a token or its auxiliaries, or it has *no* as determiner.
    pub fn is_negated(&self, token: usize) -> bool {
        self.children(token).any(|c| {
            self.label(c) == Some(Label::Neg) || (self.label(c) == Some(Label::Det) && self.lemma(c) == "no")
        })
    }

    /// The noun that the relative or participle clause of a verb describes, also across a coordination of verbs.
    fn described(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..FAR {
            match self.label(at)? {
                Label::Relcl | Label::Acl => return self.head(at),
                Label::Conj | Label::Xcomp | Label::Ccomp => at = self.head(at)?,
                _ => return None,
            }
        }
        None
    }
}

fn is_verb(tag: Tag) -> bool {
    matches!(tag, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::MD)
}

fn is_relative_word(sentence: &Sentence<'_>, token: usize) -> bool {
    sentence.token(token).is_some_and(|t| matches!(t.tag, Tag::WDT | Tag::WP))
        && matches!(sentence.lemma(token), "who" | "whom" | "which" | "that")
}
