//! The words of a phrase in a sentence: each hangs on an earlier one, or follows the last.

use verbale_syntax::{Label, Tag};

use super::{Scene, WARSHIP, mark};
use crate::text::{function_word, overlapping};

impl Scene<'_, '_> {
    /// All words of a phrase, if the further ones stand where they belong to its first: each hangs on an earlier one, with anything
    /// between, or is the object of the verb (of a passive one, its subject), or follows the last one with nothing between but
    /// articles, adjectives and the like.
    pub(crate) fn phrase<W: AsRef<str>>(
        &self,
        first: usize,
        rest: impl IntoIterator<Item = W> + Clone,
    ) -> Option<Vec<usize>> {
        // Most phrases have a word that stands nowhere in the sentence.
        if rest.clone().into_iter().any(|word| self.marks & mark(word.as_ref()) == 0) {
            return None;
        }
        let mut matched = vec![first];
        let mut rest = rest.into_iter().peekable();
        while let Some(word) = rest.next() {
            let word = word.as_ref();
            let infinitive = rest.peek().filter(|_| word == "to");
            if let Some(pair) = infinitive.and_then(|verb| self.infinitive(&matched, verb.as_ref())) {
                matched.extend(pair);
                rest.next();
                continue;
            }
            let next = self.dependent(&matched, word).or_else(|| self.follower(&matched, word));
            let next = next.or_else(|| self.conjunction(&matched).filter(|_| word == "that"))?;
            matched.push(next);
        }
        Some(matched)
    }

    /// "that" of a clause, with a date or the like before it: "charged on 6 April that".
    fn conjunction(&self, matched: &[usize]) -> Option<usize> {
        let verb = *matched.last()?;
        let clauses = self
            .tree
            .children(verb)
            .filter(|&clause| clause > verb && matches!(self.label(clause), Label::Ccomp | Label::Advcl));
        let mut marks = clauses.filter_map(|clause| self.children(clause, &[Label::Mark]).next());
        marks.find(|&mark| self.lower(mark) == "that")
    }

    /// "to" and the verb behind it, with what stands between: "ordered Chad to pay", "voted on Monday to condemn".
    fn infinitive(&self, matched: &[usize], verb: &str) -> Option<[usize; 2]> {
        let governor = *matched.last()?;
        let below = |label: Label| match label {
            Label::Xcomp | Label::Ccomp => true,
            // With an object it is a purpose: "ordered guns to attack".
            Label::Advcl => self.tree.object(governor).is_none(),
            _ => false,
        };
        let mut verbs =
            self.tree.children(governor).filter(|&child| child > governor && below(self.label(child)));
        let verb = verbs.find(|&child| self.is_word(child, verb) && self.tag(child) == Tag::VB)?;
        let to = self.children(verb, &[Label::Aux]).find(|&aux| self.lower(aux) == "to")?;
        Some([to, verb])
    }

    /// Whether a word has this form or base form.
    pub(crate) fn is_word(&self, token: usize, word: &str) -> bool {
        self.lower(token) == word
            || self.lemma(token).eq_ignore_ascii_case(word)
            || word == WARSHIP && self.is_ship(token)
    }

    /// Whether a word ends the name of a ship that its prefix tells to be one: "HMS Belfast".
    pub(crate) fn is_ship(&self, token: usize) -> bool {
        let tokens = self.actor_at(token).map(|index| self.tokens_of(&self.mentions.actors[index].range));
        tokens.is_some_and(|name| {
            name.end == token + 1 && self.lexicon.ships.countries(self.tree.form(name.start)).is_some()
        })
    }

    fn dependent(&self, matched: &[usize], word: &str) -> Option<usize> {
        let free = |token: &usize| {
            !matched.contains(token)
                && self.is_word(*token, word)
                && !self.is_of_time(*token)
                && !self.is_quoted_apart(matched, *token)
        };
        let below = matched.iter().rev().find_map(|&above| {
            let kept = |&child: &usize| match self.label(child) {
                Label::Nsubj | Label::Advcl | Label::Relcl | Label::Conj | Label::Punct => false,
                // "found the general guilty", "took ten people hostage": what the parser makes a clause without a verb
                Label::Ccomp => {
                    above + 1 < child && (self.is_noun(child) || matches!(self.tag(child), Tag::JJ))
                }
                _ => true,
            };
            // "sexually abused": an adverb may stand before its verb.
            let is_behind = |&child: &usize| child > above || self.label(child) == Label::Advmod;
            let mut children = self.tree.children(above).filter(is_behind).filter(kept);
            children.find(free).or_else(|| self.measured(above).find(|token| free(token)))
        });
        // "accused Chad of spying": the parser may hang the phrase on the object.
        let on_object = || {
            let verb = matched.first().filter(|_| matched.len() == 1)?;
            let mut objects = self.children(*verb, &[Label::Dobj]);
            // "held Chad responsible"
            let is_said_of = |object: usize, word: usize| self.label(word) == Label::Prep || word > object;
            objects.find_map(|object| {
                self.children(object, &[Label::Prep, Label::Amod])
                    .find(|word| is_said_of(object, *word) && free(word))
            })
        };
        // "summoned ambassador Ann Otieno", "summoned Chad's high commissioner"
        let titled = || {
            let object = self.logical_object(*matched.first()?).filter(|_| matched.len() == 1)?;
            let is_name = matches!(self.tag(object), Tag::NNP | Tag::NNPS);
            let mut before =
                self.children(object, &[Label::Amod, Label::Compound]).filter(|&word| word < object);
            before.find(|word| {
                let is_title = is_name && matches!(self.tag(*word), Tag::NN | Tag::NNS);
                free(word) && (is_title || self.label(*word) == Label::Amod)
            })
        };
        // "ruled in December that": the word stands before the clause, whatever stands between.
        let before_clause = || {
            let mut clauses = self.children(*matched.first()?, &[Label::Ccomp]);
            clauses
                .find_map(|clause| self.children(clause, &[Label::Mark]).find(free))
                .filter(|_| word == "that")
        };
        let below = below.or_else(on_object).or_else(titled).or_else(before_clause);
        below.or_else(|| {
            // "a statement was issued", "the statement issued on Monday", "a truce was agreed. It was broken"
            let verb = *matched.first()?;
            let object = self.logical_object(verb).or_else(|| self.what_changes(verb))?;
            if free(&object) || self.stands_for(object, word) {
                return Some(object);
            }
            // "tens of thousands of prisoners were released"
            self.counted(object).filter(free)
        })
    }

    /// Whether a preposition stands in quotation marks that a phrase does not begin in: "called it “a call for peace”" is no call.
    fn is_quoted_apart(&self, matched: &[usize], token: usize) -> bool {
        let marks = |token: usize| self.mentions.quotations.around(self.range(token..token + 1).start);
        self.tag(token) == Tag::IN && matched.first().is_some_and(|&first| marks(first) != marks(token))
    }

    /// The subject of a verb that says of a thing what somebody does to it: "the war ended", "the border reopened". Talks that end were
    /// not broken off.
    fn what_changes(&self, verb: usize) -> Option<usize> {
        let changes = matches!(self.lemma(verb), "end" | "cease" | "reopen");
        let mut subjects = self.children(verb, &[Label::Nsubj]);
        let subject = subjects.next().filter(|_| changes && !self.tree.is_passive(verb))?;
        // "Fighting between Kenya and Chad ended" tells of the fighting.
        let is_told = self.children(subject, &[Label::Prep]).any(|preposition| {
            matches!(self.lower(preposition), "between" | "by" | "of" | "against" | "with")
        });
        let is_talk = matches!(
            self.lower(subject),
            "talks"
                | "negotiations"
                | "dialogue"
                | "discussions"
                | "consultations"
                | "contacts"
                | "mediation"
                | "fighting"
        );
        (!is_talk && !is_told).then_some(subject)
    }

    /// Whether a pronoun may stand for a noun: whether that stands before it in its sentence or in the one before.
    fn stands_for(&self, pronoun: usize, noun: &str) -> bool {
        let plural = match self.lower(pronoun) {
            "it" => false,
            "they" | "them" => true,
            _ => return false,
        };
        if function_word(noun).is_some() {
            return false;
        }
        let is_noun = |word: &String| {
            let is_plural = word.strip_suffix('s').is_some_and(|stem| stem == noun) || noun.ends_with('s');
            if plural { is_plural && word.starts_with(noun) } else { word == noun }
        };
        self.before.iter().any(is_noun) || self.lower[..pronoun].iter().any(is_noun)
    }

    /// What a number or a word for one counts: "thousands of prisoners", "tens of thousands of prisoners".
    fn counted(&self, number: usize) -> Option<usize> {
        let mut at = number;
        for _ in 0..3 {
            let mut ofs = self.children(at, &[Label::Prep]).filter(|&of| self.lower(of) == "of");
            let next = ofs.next().and_then(|of| self.children(of, &[Label::Pobj]).next())?;
            let is_number =
                matches!(self.lower(next), "thousands" | "hundreds" | "millions" | "dozens" | "scores");
            if is_part(self.lower(at)) {
                return Some(next);
            }
            if !is_number {
                let range = self.range(next..next + 1);
                let quantities = &self.mentions.quantities;
                return overlapping(quantities, |quantity| &quantity.range, &range).map(|_| next);
            }
            at = next;
        }
        None
    }

    /// What a measure behind a word is of: "provided 70 tonnes of aid", "$4 million in aid", "froze most of its aid".
    fn measured(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let is_measure = |token: usize| {
            let range = self.range(token..token + 1);
            is_part(self.lower(token))
                || overlapping(&self.mentions.quantities, |quantity| &quantity.range, &range).is_some()
        };
        let measures = self.tree.children(word).filter(move |&child| child > word && is_measure(child));
        let ofs = measures
            .flat_map(|measure| self.tree.children(measure))
            .filter(|&child| matches!(self.lower(child), "of" | "in" | "for"));
        ofs.flat_map(|of| self.tree.children(of)).filter(|&object| self.label(object) == Label::Pobj)
    }

    fn follower(&self, matched: &[usize], word: &str) -> Option<usize> {
        let last = matched.iter().copied().max()?;
        let next = (last + 1..self.len()).take(4).find(|&token| {
            !matches!(
                self.tag(token),
                Tag::DT | Tag::JJ | Tag::JJR | Tag::JJS | Tag::RB | Tag::CD | Tag::PRPS | Tag::VBN
            ) || self.is_word(token, word)
        })?;
        // "banned the mission's flights"
        let has_it = self.label(next) == Label::Poss;
        (self.is_word(next, word) && !self.is_of_time(next) && !has_it).then_some(next)
    }

    /// "called on Wednesday": a preposition before a date is no part of a phrase.
    fn is_of_time(&self, preposition: usize) -> bool {
        let objects = self.children(preposition, &[Label::Pobj]).map(|object| self.range(object..object + 1));
        let dates = &self.mentions.dates;
        objects.into_iter().any(|object| overlapping(dates, |date| &date.range, &object).is_some())
    }
}

/// Whether a word means a part or the whole of what stands behind its "of": "most of its aid".
fn is_part(word: &str) -> bool {
    matches!(
        word,
        "most"
            | "much"
            | "many"
            | "some"
            | "all"
            | "part"
            | "parts"
            | "half"
            | "rest"
            | "bulk"
            | "majority"
            | "several"
            | "one"
            | "two"
            | "none"
    )
}
