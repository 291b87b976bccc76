//! Words that name an event.

use std::ops::Range;

use verbale_core::MentionBy;

use crate::lexicon::Lexicon;
use crate::lexicon::frames::{Trigger, TriggerForm};
use crate::mentions::Mentions;
use crate::text::{FunctionWord, Sentence, Text, TokenKind, function_word, lower};

/// A trigger in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) frame: usize,
    pub(super) tokens: Range<usize>,
    pub(super) range: Range<usize>,
    pub(super) voice: Voice,
}

/// How the trigger stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// A verb whose subject stands before it.
    Active,
    /// A verb whose subject is its object: "was adopted".
    Passive,
    /// A noun, or a verb used like one.
    Nominal,
}

/// Finds the triggers of a sentence, in order, the longest words first.
pub(super) fn find(
    text: &Text<'_>,
    sentence: &Sentence,
    mentions: &Mentions,
    lexicon: &Lexicon,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        match at_token(text, sentence, at, mentions, lexicon) {
            Some(trigger) => {
                at = trigger.tokens.end;
                found.push(trigger);
            }
            None => at += 1,
        }
    }
    found
}

fn at_token(
    text: &Text<'_>,
    sentence: &Sentence,
    at: usize,
    mentions: &Mentions,
    lexicon: &Lexicon,
) -> Option<Found> {
    let token = &text.tokens()[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    let candidates = lexicon.triggers.starting_with(&lower(text.word(at)));
    if candidates.is_empty() || is_name(text, at, mentions) {
        return None;
    }
    let grammar = Grammar { text, sentence, mentions };
    candidates.iter().find_map(|trigger| {
        let tokens = at..at + trigger.words.len();
        let matches = tokens.end <= sentence.tokens.end
            && trigger
                .words
                .iter()
                .enumerate()
                .skip(1)
                .all(|(offset, word)| text.word(at + offset).eq_ignore_ascii_case(word));
        if !matches {
            return None;
        }
        let voice = grammar.voice(trigger, &tokens)?;
        let range = token.range().start..text.tokens()[tokens.end - 1].range().end;
        Some(Found { frame: trigger.frame, tokens, range, voice })
    })
}

/// Whether a word is a part of a name or of a quoted title rather than of the sentence.
fn is_name(text: &Text<'_>, at: usize, mentions: &Mentions) -> bool {
    let range = &text.tokens()[at].range();
    let actor = mentions.actors.partition_point(|actor| actor.range.end <= range.start);
    if mentions.actors.get(actor).is_some_and(|actor| actor.range.contains(&range.start)) {
        return true;
    }
    // A quotation that is not a whole sentence is a title or a term, whose words report nothing.
    let quoted = mentions.quotations.around(range.start);
    let in_title = quoted.is_some_and(|quoted| !text.slice(&quoted).ends_with(['.', ',', '!', '?']));
    let capital = text.word(at).starts_with(char::is_uppercase);
    let first = at == 0 || matches!(text.word(at - 1), "." | "!" | "?" | ":" | "\"" | "“" | "-" | "*");
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let named =
        capital && !first && function_word(before).is_none() && before.starts_with(char::is_uppercase);
    in_title || named
}

struct Grammar<'a, 't> {
    text: &'a Text<'t>,
    sentence: &'a Sentence,
    mentions: &'a Mentions,
}

impl Grammar<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.tokens.contains(&at) { self.text.word(at) } else { "" }
    }

    /// How a trigger stands at its tokens; `None` if its words are something else there.
    fn voice(&self, trigger: &Trigger, tokens: &Range<usize>) -> Option<Voice> {
        let nominal = self.is_nominal(tokens.start);
        match trigger.form {
            TriggerForm::Noun => (nominal || !self.is_verbal(tokens.start)).then_some(Voice::Nominal),
            TriggerForm::Gerund => Some(if nominal { Voice::Nominal } else { Voice::Active }),
            TriggerForm::Present => (!nominal).then_some(Voice::Active),
            TriggerForm::Past => Some(Voice::Active),
            TriggerForm::PastOrParticiple | TriggerForm::Participle => {
                if self.is_attribute(tokens) {
                    return None;
                }
                Some(if self.is_passive(tokens) { Voice::Passive } else { Voice::Active })
            }
        }
    }

    /// Behind an article, a possessive, an adjective of nationality or a preposition, a word is a noun.
    fn is_nominal(&self, at: usize) -> bool {
        let before = self.word(at.wrapping_sub(1));
        matches!(before, "'s" | "’s" | "'" | "’")
            || matches!(function_word(before), Some(FunctionWord::Determiner))
            || matches!(function_word(before), Some(FunctionWord::Preposition))
                && !before.eq_ignore_ascii_case("to")
            || self.demonym_before(at)
    }

    /// Behind "to", a modal or a pronoun, a word is a verb.
    fn is_verbal(&self, at: usize) -> bool {
        let before = self.word(at.wrapping_sub(1));
        before.eq_ignore_ascii_case("to")
            || matches!(function_word(before), Some(FunctionWord::Modal | FunctionWord::Pronoun))
    }

    fn demonym_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.text.tokens().get(before)) else {
            return false;
        };
        let index = self.mentions.actors.partition_point(|actor| actor.range.end < before.range().end);
        self.mentions
            .actors
            .get(index)
            .is_some_and(|actor| actor.range.end == before.range().end && actor.by == MentionBy::Demonym)
    }

    /// A participle before its noun describes it: "the occupied towns", "Kenya's promised aid".
    fn is_attribute(&self, tokens: &Range<usize>) -> bool {
        let next = self.word(tokens.end);
        let noun_follows = next.starts_with(char::is_alphabetic) && function_word(next).is_none();
        noun_follows
            && (self.is_nominal(tokens.start) || self.word(tokens.start.wrapping_sub(1)).ends_with("ly"))
    }

    /// "was adopted", "has been signed", "a text adopted by …".
    fn is_passive(&self, tokens: &Range<usize>) -> bool {
        let by = self.word(tokens.end).eq_ignore_ascii_case("by");
        let mut at = tokens.start;
        for _ in 0..4 {
            at = match at.checked_sub(1) {
                Some(before) if self.sentence.tokens.contains(&before) => before,
                _ => break,
            };
            let word = self.word(at);
            if ["is", "are", "was", "were", "be", "been", "being"]
                .iter()
                .any(|form| word.eq_ignore_ascii_case(form))
            {
                return true;
            }
            let skipped = word.ends_with("ly")
                || matches!(function_word(word), Some(FunctionWord::Negation))
                || matches!(word, "also" | "then" | "later" | "soon");
            if !skipped {
                break;
            }
        }
        by
    }
}
