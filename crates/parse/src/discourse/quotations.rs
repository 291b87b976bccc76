//! Why something is quoted, and whose words it is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use verbale_core::{MentionBy, QuotationKind};

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;
use crate::mentions::Mentions;
use crate::mentions::actors::ActorMention;
use crate::text::{Text, TokenKind, function_word};

/// What a quotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SettledQuotation {
    pub(crate) kind: QuotationKind,
    /// Which actor mention is the speaker.
    pub(crate) speaker: Option<usize>,
}

/// What a word near a quotation says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Say,
    Title,
    Name,
}

const FILE: &str = "quotations/words.tsv";

static WORDS: LazyLock<BTreeMap<&'static str, Cue>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../data/quotations/words.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<BTreeMap<&str, Cue>, LexiconError> {
    let mut words = BTreeMap::new();
    for row in rows(FILE, content, &["word", "kind", "example"])? {
        let cue = match row.cell("kind") {
            "say" => Cue::Say,
            "title" => Cue::Title,
            "name" => Cue::Name,
            other => return Err(row.error(format!("no kind `{other}`"))),
        };
        words.insert(row.required("word")?, cue);
    }
    Ok(words)
}

/// Tells the quotations of a text apart.
pub(crate) fn settle(text: &Text<'_>, mentions: &Mentions) -> Vec<SettledQuotation> {
    mentions.quotations.ranges.iter().map(|range| one(text, mentions, range)).collect()
}

/// How far, in tokens, a word before or behind a quotation speaks of it.
const NEAR: usize = 12;

fn one(text: &Text<'_>, mentions: &Mentions, range: &Range<usize>) -> SettledQuotation {
    let first = text.token_at(range.start);
    let last = text.token_at(range.end.saturating_sub(1));
    let words = (first..=last)
        .filter(|&at| text.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word))
        .count();
    let sentence = text.sentence_at(range.start).map(|index| text.sentences()[index].tokens.clone());
    let start = sentence.as_ref().map_or(0, |tokens| tokens.start);
    let before = cue(text, (first.saturating_sub(NEAR).max(start)..first.saturating_sub(1)).rev());
    // A verb of saying may begin the next sentence for the splitter: “We shall stay.” he said.
    let block = text.block_end(range.start);
    let behind = cue(text, last + 1..(last + 1 + NEAR / 2).min(block));
    let ends_clause = text.slice(range).ends_with(['.', ',', '!', '?']);
    let capital = text.slice(range).starts_with(char::is_uppercase);
    let is_speech = words > 2
        && (matches!(before, Some((Cue::Say, _))) || ends_clause && matches!(behind, Some((Cue::Say, _))))
        || words > 6 && ends_clause && capital && before.is_none();
    // Words quoted at length stand for a document if their sentence names one, and are somebody's words otherwise.
    let names_document = || {
        let start = text.tokens().get(start).map_or(0, |token| token.range().start);
        let documents = &mentions.instruments;
        let next = documents.partition_point(|document| document.range.start < start);
        documents.get(next).is_some_and(|document| document.range.end <= text.sentence_end(range.start))
    };
    let kind = if is_speech {
        QuotationKind::Speech
    } else if matches!(before, Some((Cue::Title, distance)) if distance < 4) || words > 6 && names_document()
    {
        QuotationKind::Title
    } else if words > 6 {
        QuotationKind::Speech
    } else if matches!(before, Some((Cue::Name, _)))
        || matches!(behind, Some((Cue::Name, 0)))
        || is_name(text, first, last)
    {
        QuotationKind::Term
    } else {
        QuotationKind::Scare
    };
    let says =
        |cue: Option<(Cue, usize)>| cue.filter(|(cue, _)| *cue == Cue::Say).map(|(_, distance)| distance);
    let verb = says(before).map(|distance| first.saturating_sub(2 + distance));
    let verb = verb.or(says(behind).map(|distance| last + 1 + distance));
    let speaker = verb.filter(|_| is_speech).and_then(|verb| speaker(text, mentions, verb));
    SettledQuotation { kind, speaker }
}

/// The first cue of some tokens, with its distance.
fn cue(text: &Text<'_>, tokens: impl Iterator<Item = usize>) -> Option<(Cue, usize)> {
    tokens
        .enumerate()
        .find_map(|(distance, at)| Some((*WORDS.get(text.word(at).to_lowercase().as_str())?, distance)))
}

/// A name is written in capitals or with figures: "Iron Fist", "S-300".
fn is_name(text: &Text<'_>, first: usize, last: usize) -> bool {
    (first..=last).all(|at| {
        let word = text.word(at);
        !word.starts_with(char::is_lowercase) || function_word(word).is_some()
    })
}

/// The actor right before or right behind the verb of saying; none rather than a wrong one.
fn speaker(text: &Text<'_>, mentions: &Mentions, verb: usize) -> Option<usize> {
    let near = |actor: &ActorMention| {
        let first = text.token_at(actor.range.start);
        let last = text.token_at(actor.range.end.saturating_sub(1));
        // "Kenya has said that", "said Kenya", "according to Kenya"
        (last < verb && verb - last <= 2) || (first > verb && first - verb <= 2)
    };
    let is_speaker = |actor: &ActorMention| !actor.is_place && actor.by != MentionBy::Demonym && near(actor);
    let position = text.tokens().get(verb)?.range().start;
    let around = mentions.actors.partition_point(|actor| actor.range.end < position);
    let candidates = around.saturating_sub(1)..(around + 1).min(mentions.actors.len());
    candidates.into_iter().find(|&index| is_speaker(&mentions.actors[index]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn kinds(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mentions = crate::mentions::find(&layout, &text, &lexicon);
        let show = |found: SettledQuotation| {
            let speaker =
                found.speaker.map(|index| format!(" by {}", text.slice(&mentions.actors[index].range)));
            format!("{}{}", found.kind, speaker.unwrap_or_default())
        };
        settle(&text, &mentions).into_iter().map(show).collect()
    }

    #[test]
    fn the_file_can_be_read() {
        assert!(read(include_str!("../../data/quotations/words.tsv")).unwrap().len() > 60);
    }

    #[test]
    fn speech_has_a_verb_of_saying() {
        assert_eq!(kinds("Kenya said that “the border will stay closed for now”."), ["speech by Kenya"]);
        assert_eq!(kinds("“The border will stay closed,” said Kenya in a note."), ["speech by Kenya"]);
    }

    #[test]
    fn titles_terms_and_scare_quotes() {
        assert_eq!(kinds("They adopted the resolution “Peace on the border”."), ["title"]);
        assert_eq!(kinds("They bought three “Bushmaster” vehicles."), ["term"]);
        assert_eq!(kinds("They spoke of a “liberation” of the town."), ["scare"]);
    }
}
