//! A sentence with its tree and the known names in it.

use std::ops::Range;

use verbale_core::MentionBy;
use verbale_syntax::{Label, NameKind, Sentence, Tag};

use super::{ActorMention, Others};
use crate::lexicon::Lexicon;
use crate::mentions::places::PlaceMention;
use crate::text::overlapping;

/// A sentence with its place in the reading text, and what is known of it.
pub(super) struct Place<'a> {
    pub(super) sentence: Sentence<'a>,
    /// Where the analysed text begins in the reading text.
    offset: usize,
    /// The mentions of known actors in the sentence, in order.
    pub(super) known: &'a [ActorMention],
    pub(super) lexicon: &'a Lexicon,
    /// What else the text names.
    pub(super) others: &'a Others,
    /// The words of each token in lower case.
    pub(super) lower: Vec<String>,
}

impl<'a> Place<'a> {
    pub(super) fn new(
        sentence: Sentence<'a>,
        offset: usize,
        known: &'a [ActorMention],
        lexicon: &'a Lexicon,
        others: &'a Others,
    ) -> Self {
        let lower = (0..sentence.len()).map(|token| sentence.form(token).to_lowercase()).collect();
        Self { sentence, offset, known, lexicon, others, lower }
    }

    /// Whether the name of a seat stands for the government: "Ankara protested", but "the talks in Ankara".
    pub(super) fn seat_acts(&self, mention: &ActorMention) -> bool {
        let first = self.token_of(mention.range.start);
        let last = self.token_of(mention.range.end.saturating_sub(1));
        let is_party = self.acts(&(first..last + 1), &["by", "with", "between", "against"]);
        is_party && !self.is_struck(last) || self.is_source(first)
    }

    /// Whether a name is what is captured, shelled or lost: "Bangui was captured", "Bamako and Gao fell" are towns.
    fn is_struck(&self, token: usize) -> bool {
        let sentence = &self.sentence;
        let mut at = token;
        while let Some(above) = sentence.head(at).filter(|_| sentence.label(at) == Some(Label::Conj)) {
            at = above;
        }
        let Some(verb) = sentence.head(at) else { return false };
        let befalls = self.lexicon.befalls_place(sentence.lemma(verb), &self.lower[verb]);
        match sentence.label(at) {
            Some(Label::Nsubjpass) => befalls,
            Some(Label::Nsubj) => sentence.lemma(verb) == "fall",
            _ => false,
        }
    }

    /// Whether a name stands behind "according to".
    fn is_source(&self, first: usize) -> bool {
        let before = |back: usize| first.checked_sub(back).map(|token| self.lower[token].as_str());
        before(1) == Some("to") && before(2) == Some("according")
    }

    pub(super) fn tag(&self, token: usize) -> Option<Tag> {
        self.sentence.token(token).map(|token| token.tag)
    }

    pub(super) fn range(&self, tokens: Range<usize>) -> Range<usize> {
        let spans = self.sentence.tokens();
        let start = spans.get(tokens.start).map_or(0, |token| token.span.start);
        let end =
            tokens.end.checked_sub(1).and_then(|last| spans.get(last)).map_or(start, |token| token.span.end);
        self.offset + start..self.offset + end
    }

    pub(super) fn words(&self, tokens: Range<usize>) -> &'a str {
        let range = self.range(tokens);
        let base = self.offset + self.sentence.span().start;
        self.sentence.text().get(range.start - base..range.end - base).unwrap_or("")
    }

    pub(super) fn mention(&self, tokens: Range<usize>, actor: usize, by: MentionBy) -> ActorMention {
        ActorMention {
            range: self.range(tokens),
            actor,
            by,
            is_place: false,
            is_seat: false,
            is_nested: false,
            is_part: false,
            is_collective: false,
        }
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        token < self.sentence.len() && self.sentence.form(token).starts_with(char::is_uppercase)
    }

    /// The first of the words that hyphens join to one: "Kenya" of "Kenya-Uganda".
    pub(super) fn joined_before(&self, token: usize) -> usize {
        let mut start = token;
        while start >= 2 && matches!(self.lower[start - 1].as_str(), "-" | "–") && self.is_capital(start - 2)
        {
            start -= 2;
        }
        start
    }

    /// The first of the adjectives right before a group that describe it: "moderate" of "moderate Kenyan politicians".
    pub(super) fn adjectives_before(&self, start: usize, head: usize) -> usize {
        let describes = |token: usize| {
            self.tag(token) == Some(Tag::JJ)
                && !self.is_capital(token)
                && self.sentence.head(token) == Some(head)
                && !QUANTIFIERS.contains(&self.lower[token].as_str())
        };
        (0..start).rev().take_while(|&token| describes(token)).last().unwrap_or(start)
    }

    /// Whether a token may stand within a name: a word with a capital, or the number of a unit, "5th".
    pub(super) fn is_name_part(&self, token: usize) -> bool {
        let form = if token < self.sentence.len() { self.sentence.form(token) } else { "" };
        let number = form.trim_end_matches(|char: char| char.is_ascii_lowercase());
        let ordinal = !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(&form[number.len()..], "st" | "nd" | "rd" | "th");
        let dated = overlapping(&self.others.dates, |date| date, &self.range(token..token + 1)).is_some();
        !dated && (ordinal || self.is_capital(token))
    }

    /// A name's tokens with the particle that a hyphen joins to it: "al-Maliki", "Al-Jubeir".
    pub(super) fn with_particle(&self, mut tokens: Range<usize>) -> Range<usize> {
        let is = |token: usize, word: &str| self.lower.get(token).is_some_and(|lower| lower == word);
        let particle =
            |token: usize| self.lower.get(token).is_some_and(|word| PARTICLES.contains(&word.as_str()));
        if tokens.start >= 2 && is(tokens.start - 1, "-") && particle(tokens.start - 2) {
            tokens.start -= 2;
        }
        if tokens.end > tokens.start && is(tokens.end - 1, "-") && self.is_capital(tokens.end) {
            tokens.end += 1;
        } else if tokens.len() > 1 && is(tokens.end, "-") && self.is_syllable(tokens.end + 1) {
            tokens.end += 2;
        } else if self.lower.get(tokens.end).is_some_and(|word| FILIATIONS.contains(&word.as_str()))
            && self.is_capital(tokens.end + 1)
        {
            // "Tamim bin Hamad Al Thani"
            tokens.end += 2;
            while self.is_capital(tokens.end)
                && self.tag(tokens.end) == Some(Tag::NNP)
                && !self.is_known(tokens.end)
            {
                tokens.end += 1;
            }
        } else if is(tokens.end, "-") && particle(tokens.end - 1) && self.is_capital(tokens.end + 1) {
            tokens.end += 2;
        }
        tokens
    }

    /// Whether a noun is what somebody sells or gets: "sold four Kfir fighters".
    pub(super) fn is_traded(&self, noun: usize) -> bool {
        let is_object = matches!(self.sentence.label(noun), Some(Label::Dobj | Label::Nsubjpass));
        let verb = self.sentence.head(noun).filter(|_| is_object);
        verb.is_some_and(|verb| self.lexicon.trades(self.sentence.lemma(verb), &self.lower[verb]))
    }

    /// Whether a word may end a given name behind a hyphen: "in" of "Moon Jae-in".
    fn is_syllable(&self, token: usize) -> bool {
        token < self.sentence.len() && self.lexicon.descriptions.is_syllable(self.sentence.form(token))
    }

    /// The end of words with capitals behind "of" that make a head a name: "Ministry of Development".
    pub(super) fn capitals_behind(&self, head: usize, end: usize) -> Option<usize> {
        let is_join = |token: usize| {
            matches!(self.lower.get(token).map(String::as_str), Some("and" | "of" | "the" | "for"))
        };
        // "Union for the Defence of the Lake", but not "Ministry of Culture and Kenya".
        let joins = |token: usize| {
            let next = if is_join(token + 1) { token + 2 } else { token + 1 };
            let others = self.lower[token] == "and" && next < self.sentence.len() && self.is_known(next);
            is_join(token) && self.is_capital(next) && !others
        };
        if !self.is_capital(head) || !matches!(self.lower.get(end).map(String::as_str), Some("of" | "for")) {
            return None;
        }
        let mut last = end + 1;
        while last < self.sentence.len() && last < end + 10 && (self.is_capital(last) || joins(last)) {
            last += 1;
        }
        (last > end + 1).then_some(last)
    }

    /// Whether a name acts where it stands: as a subject, a possessor, or behind a preposition that names a partner.
    pub(super) fn acts(&self, tokens: &Range<usize>, partners: &[&str]) -> bool {
        let head = tokens
            .clone()
            .find(|&token| self.sentence.head(token).is_none_or(|head| !tokens.contains(&head)));
        let Some(head) = head else { return false };
        match self.sentence.label(head) {
            Some(Label::Nsubj | Label::Nsubjpass | Label::Poss | Label::Dative) => true,
            Some(Label::Pobj) => {
                let preposition = self.sentence.head(head).map(|token| self.lower[token].as_str());
                preposition.is_some_and(|preposition| partners.contains(&preposition))
            }
            // "prompted Nairobi to close the border", but not "visited Nairobi to sign", "attacked Nairobi to free them"
            Some(Label::Dobj) => self.sentence.head(head).is_some_and(|verb| {
                let moves = matches!(
                    self.sentence.lemma(verb),
                    "choose" | "enter" | "leave" | "reach" | "use" | "visit"
                );
                let strikes = self.lexicon.befalls_place(self.sentence.lemma(verb), &self.lower[verb]);
                let mut others = head + 1..self.sentence.len();
                !moves
                    && !strikes
                    && others.any(|other| {
                        self.sentence.head(other) == Some(verb)
                            && self.sentence.label(other) == Some(Label::Xcomp)
                            && self.tag(other) == Some(Tag::VB)
                    })
            }),
            // "Paris and Ankara protested"
            Some(Label::Conj) => {
                let first = self.sentence.head(head);
                first.is_some_and(|first| first < tokens.start && self.acts(&(first..first + 1), partners))
            }
            _ => false,
        }
    }

    /// The token that holds a position of the reading text.
    pub(super) fn token_of(&self, position: usize) -> usize {
        self.sentence.tokens().partition_point(|token| self.offset + token.span.end <= position)
    }

    /// The known name that a token belongs to.
    pub(super) fn known_at(&self, token: usize) -> Option<&'a ActorMention> {
        let range = self.range(token..token + 1);
        self.known.iter().find(|mention| mention.range.start < range.end && range.start < mention.range.end)
    }

    /// The names that follow one in a list, "Peru and Chile" behind "Kenya": nearest first.
    pub(super) fn listed_behind(&self, token: usize) -> Vec<&'a ActorMention> {
        let mut found = Vec::new();
        let mut at =
            self.known_at(token).map_or(token, |one| self.token_of(one.range.end.saturating_sub(1))) + 1;
        while let Some(first) = (at..at + 4).find(|&next| !self.joins_list(next)).filter(|&next| next > at)
            && first < self.sentence.len()
            && let Some(mention) = self.known_at(first)
        {
            found.push(mention);
            at = self.token_of(mention.range.end.saturating_sub(1)) + 1;
        }
        // "the leaders of Kenya, Peru said": a list of names ends with "and".
        let closed = found.iter().rposition(|mention| self.behind_and(self.token_of(mention.range.start)));
        found.truncate(closed.map_or(0, |last| last + 1));
        found
    }

    /// The names that stand before one in a list, "Kenyan" before "and Peruvian": nearest first.
    pub(super) fn listed_before(&self, token: usize) -> Vec<&'a ActorMention> {
        let mut found: Vec<&ActorMention> = Vec::new();
        // "five Kenyan and ten Peruvian soldiers"
        let is_number = |token: usize| self.tag(token) == Some(Tag::CD);
        let token = if token.checked_sub(1).is_some_and(is_number) { token - 1 } else { token };
        let mut at = token;
        while let Some(last) = at.checked_sub(1).filter(|&joint| self.joins_list(joint))
            && let Some(last) = (last.saturating_sub(1)..=last).rev().find(|&token| !self.joins_list(token))
            && let Some(mention) = self.known_at(last)
            && (self.behind_and(token) || !found.is_empty())
        {
            found.push(mention);
            at = self.token_of(mention.range.start);
        }
        found
    }

    fn joins_list(&self, token: usize) -> bool {
        matches!(self.lower.get(token).map(String::as_str), Some("," | "and" | "the"))
    }

    /// Whether "and" stands before a name.
    fn behind_and(&self, token: usize) -> bool {
        let before = |distance: usize| token.checked_sub(distance).map_or("", |at| self.lower[at].as_str());
        before(1) == "and" || before(1) == "the" && before(2) == "and"
    }

    /// The gazetteer's place whose name begins at a token.
    pub(super) fn town_at(&self, token: usize) -> Option<&'a PlaceMention> {
        let start = self.range(token..token + 1).start;
        let places = &self.others.places;
        let at = places.partition_point(|place| place.range.start < start);
        places.get(at).filter(|place| place.range.start == start)
    }

    pub(super) fn is_known(&self, token: usize) -> bool {
        self.known_at(token).is_some()
    }

    /// The person's name that begins at a token, titles included.
    pub(super) fn person_at(&self, token: usize) -> Option<Range<usize>> {
        let name = self.sentence.name_at(token).filter(|name| name.kind == NameKind::Person)?;
        let tokens = self.with_particle(token..name.tokens.end);
        (name.tokens.start <= token && self.is_capital(token)).then_some(token..tokens.end)
    }

    /// The words between an owner and a head, which tell one body from another.
    pub(super) fn modifiers(&self, start: usize, head: usize) -> String {
        let between = (start..head).filter(|&token| {
            !self.is_known(token)
                && self.town_at(token).is_none()
                && !matches!(self.lower[token].as_str(), "'s" | "’s")
        });
        between.map(|token| self.lower[token].as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Adjectives that count or point, and say nothing of a group.
const QUANTIFIERS: &[&str] = &[
    "other", "many", "several", "few", "more", "most", "own", "such", "same", "various", "numerous",
    "certain",
];

/// Words for "son of" and the like, between two parts of a name.
const FILIATIONS: &[&str] = &["bin", "ibn", "bint", "ben", "ould", "mint", "von", "van"];

/// Articles of Arabic names, before a hyphen.
const PARTICLES: &[&str] = &["al", "el", "an", "ar", "as", "ash", "ad", "at", "az", "ul", "ur", "ed"];

pub(super) fn is_noun(tag: Tag) -> bool {
    matches!(tag, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
}

pub(super) fn is_modifier(tag: Tag) -> bool {
    is_noun(tag) || matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::HYPH)
}
