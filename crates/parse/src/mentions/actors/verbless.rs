//! Statements in which the model sees no verb: chronicles, captions and headlines tell in the present tense, where "attack" and
//! "calls" look like nouns ("Rebels attack bases", "Abiy calls on citizens").

use std::ops::Range;

use verbale_syntax::{Analysis, Sentence, Tag};

use super::sentence::is_noun;
use crate::lexicon::Lexicon;
use crate::text::function_word;

/// The words that can be the verbs of such statements, by their first byte, in order, and what the model is to see in their place.
pub(super) fn verbs(lexicon: &Lexicon, analysis: &Analysis) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for sentence in analysis.sentences() {
        let tag = |token: usize| sentence.token(token).map(|token| token.tag);
        let mut start = 0;
        while start < sentence.len() {
            let end = (start..sentence.len()).find(|&token| sentence.form(token) == ";");
            let end = end.unwrap_or(sentence.len());
            let is_told = |token: usize| matches!(tag(token), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD));
            if end > start + 2 && !(start..end).any(is_told) {
                let verb =
                    (start + 1..end).find_map(|token| Some((token, stand_in(lexicon, &sentence, token)?)));
                found.extend(verb.and_then(|(token, word)| Some((sentence.token(token)?.span.start, word))));
            } else if let Some(opening) = before_and(&sentence, start..end) {
                let verb =
                    opening.clone().find_map(|token| Some((token, stand_in(lexicon, &sentence, token)?)));
                found.extend(verb.and_then(|(token, word)| Some((sentence.token(token)?.span.start, word))));
            }
            start = end + 1;
        }
    }
    found
}

/// The second and third word of a statement that goes on with "and" and a verb in the present, where the model sees none before: "Mali
/// severs relations with Chad and expels its envoy".
fn before_and(sentence: &Sentence<'_>, statement: Range<usize>) -> Option<Range<usize>> {
    let tag = |token: usize| sentence.token(token).map(|token| token.tag);
    let is_told = |token: usize| matches!(tag(token), Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD));
    let and =
        statement.clone().find(|&token| sentence.form(token) == "and" && tag(token + 1) == Some(Tag::VBZ))?;
    // ", which it accuses of bias, and expels"
    let is_relative = |token: usize| matches!(sentence.form(token), "which" | "who" | "whom" | "whose");
    let first = (statement.start..and).find(|&token| is_told(token) || is_relative(token)).unwrap_or(and);
    let opening = statement.start + 1..(statement.start + 3).min(first);
    let is_name = matches!(tag(statement.start), Some(Tag::NNP | Tag::NNPS));
    let has_verb = (statement.start..first).any(is_told) || first < and && !is_relative(first);
    (is_name && !has_verb && !opening.is_empty()).then_some(opening)
}

/// A verb in the place of a word that was taken for a noun but can be the verb of the noun before it.
fn stand_in(lexicon: &Lexicon, sentence: &Sentence<'_>, token: usize) -> Option<&'static str> {
    let tag = |token: usize| sentence.token(token).map(|token| token.tag);
    let form = sentence.form(token);
    let phrases = lexicon.triggers.verbs(form, form);
    let base = phrases.first().and_then(|phrase| phrase.words().next())?;
    // "severs", which it takes for a name; "documents signed in Paris" are no statement.
    let is_verb = matches!(tag(token)?, Tag::VB | Tag::VBN | Tag::VBG);
    let next = tag(token + 1)?;
    // "Special forces free them", "Soldiers open fire"
    let word = sentence.form(token + 1);
    // "calls on", "hand over"; "Israel strikes on Gaza" are nouns.
    let begins_phrase = phrases.iter().any(|phrase| phrase.rest().next().is_some_and(|next| next == word));
    let is_adjective = tag(token)? == Tag::JJ && (next == Tag::PRP || begins_phrase);
    // "Thousands rally in Lamu"
    let is_adverb = tag(token)? == Tag::RB && base == form && form != "back" && next == Tag::IN;
    let is_other_word = is_noun(tag(token)?)
        || is_adjective
        || is_adverb
        || base != form && !is_verb && function_word(form).is_none();
    if !form.chars().all(char::is_lowercase) || !is_other_word {
        return None;
    }
    let is_singular = form.ends_with('s') && !form.ends_with("ss");
    // "Fighters loyal to the Lake Front (LF) attack"
    let open = (0..token).rev().find(|&open| sentence.form(open) == "(");
    let last = open.filter(|_| sentence.form(token - 1) == ")").unwrap_or(token).checked_sub(1)?;
    let is_past = base != form && !is_singular;
    let agrees = match tag(last)? {
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS if is_past => !form.ends_with("ing"),
        Tag::NNS | Tag::NNPS => !is_singular,
        // "Rebels release hostages"
        Tag::NNP if last == 0 && is_group(lexicon, sentence.form(last)) => !is_singular,
        // "The RSF capture Nyala"
        Tag::NNP => is_singular || is_plural(sentence, last) || is_acronym(sentence, last),
        // "Aircraft strike bases"
        Tag::NN if !is_singular => matches!(sentence.form(last), "aircraft" | "police" | "personnel"),
        // "The government sacks the chief", "The army attacks rebel bases"
        Tag::NN if begins_phrase || matches!(next, Tag::DT | Tag::PRPS | Tag::PRP) => true,
        Tag::NN if matches!(next, Tag::NN | Tag::NNS | Tag::JJ) => {
            // "The air force strikes"
            (1..=last + 1).take(3).any(|length| {
                let words = (last + 1 - length..=last).map(|word| sentence.form(word).to_lowercase());
                lexicon.heads.longest(&words.collect::<Vec<_>>()).is_some()
            })
        }
        Tag::NN | Tag::VBG => sentence.form(last).ends_with("ing"),
        _ => false,
    };
    let is_object = matches!(
        next,
        Tag::DT | Tag::PRPS | Tag::PRP | Tag::CD | Tag::JJ | Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS
    );
    let goes_on =
        begins_phrase || matches!(next, Tag::RB | Tag::RP) || !is_singular && next == Tag::IN && word != "of";
    match (agrees, is_object, goes_on) {
        (true, true, _) if is_past => Some("seized"),
        (true, true, _) => Some(if is_singular { "seizes" } else { "seize" }),
        (true, _, true) if is_past => Some("arrived"),
        (true, _, true) => Some(if is_singular { "arrives" } else { "arrive" }),
        _ => None,
    }
}

/// Whether a word is a plural noun of persons, though it stands with a capital.
fn is_group(lexicon: &Lexicon, form: &str) -> bool {
    form.ends_with('s') && lexicon.heads.longest(&[form.to_lowercase()]).is_some()
}

/// Whether a word is the acronym of a group with its article.
fn is_acronym(sentence: &Sentence<'_>, word: usize) -> bool {
    let form = sentence.form(word);
    let has_article =
        word.checked_sub(1).is_some_and(|before| matches!(sentence.form(before), "The" | "the"));
    has_article && form.len() > 1 && form.chars().all(char::is_uppercase)
}

/// Whether a name closes a phrase of several: "Chad and Libya", "fighters of the Front".
fn is_plural(sentence: &Sentence<'_>, name: usize) -> bool {
    (0..name).any(|token| {
        let tag = sentence.token(token).map(|token| token.tag);
        sentence.form(token) == "and" || matches!(tag, Some(Tag::NNS | Tag::NNPS))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that become verbs.
    fn found(source: &str) -> Vec<&str> {
        let lexicon = Lexicon::embedded().unwrap();
        let analysis = lexicon.syntax.analyze(source);
        let word = |(at, _): (usize, &str)| source[at..].split([' ', '.']).next().unwrap();
        verbs(&lexicon, &analysis).into_iter().map(word).collect()
    }

    #[test]
    fn statements_in_the_present_have_verbs() {
        assert_eq!(found("Fighters loyal to the Lake Front (LF) attack bases of the army."), ["attack"]);
        assert_eq!(found("Rebels release hostages in Mali."), ["release"]);
        assert_eq!(found("Chadian and Libyan forces capture Lamu."), ["capture"]);
        assert_eq!(found("The RSF capture Nyala."), ["capture"]);
        assert_eq!(found("The government sacks the army chief."), ["sacks"]);
        assert_eq!(found("Danish aircraft strike rebel columns."), ["strike"]);
        assert_eq!(found("Mali severs relations with Chad and expels its envoy."), ["severs"]);
        assert_eq!(found("The air force strikes rebel positions."), ["strikes"]);
        assert_eq!(found("Soldiers open fire on demonstrators in Lamu."), ["open"]);
        assert_eq!(found("Thousands rally in Lamu against the accord."), ["rally"]);
    }

    #[test]
    fn nouns_stay_nouns() {
        assert!(found("Missile attacks on the town of Lamu.").is_empty());
        assert!(found("Contract for the purchase of three radars.").is_empty());
        assert!(found("Documents signed in Paris by Chad.").is_empty());
        assert!(found("Strikes, protests and blockades in Chad.").is_empty());
    }
}
