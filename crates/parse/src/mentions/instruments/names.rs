//! Proper names of documents: those of a list ("the Helsinki Final Act"), and those that their capitals show ("the Treaty of Peace and
//! Friendship").

use std::ops::Range;

use verbale_core::InstrumentKind;

use crate::lexicon::Documents;
use crate::text::{Text, TokenKind, function_word};

/// The name of the list at a token, and the token behind it.
pub(super) fn known(
    text: &Text<'_>,
    documents: &Documents,
    at: usize,
    end: usize,
) -> Option<(InstrumentKind, usize)> {
    let stands = |words: &[String]| {
        let behind = at + 1 + words.len();
        // "the North Atlantic Treaty Organization"
        let goes_on = behind < end && is_capital(text, behind);
        behind <= end && !goes_on && (at + 1..).zip(words).all(|(token, word)| text.word(token) == word)
    };
    let (words, kind) = documents.names(text.word(at)).iter().find(|(words, _)| stands(words))?;
    Some((*kind, at + 1 + words.len()))
}

/// The proper name that the words of a document are a part of: the capitals before them, and behind them "of", "on" or the like and
/// capitals.
pub(super) fn proper(
    text: &Text<'_>,
    words: Range<usize>,
    kind: InstrumentKind,
    block: &Range<usize>,
) -> Option<Range<usize>> {
    use InstrumentKind::{
        Agreement, Declaration, JointStatement, Law, LetterOfIntent, PartnershipDocument, Treaty,
    };
    let named = matches!(
        kind,
        Agreement | Declaration | JointStatement | Law | LetterOfIntent | PartnershipDocument | Treaty
    );
    if !named || !words.clone().all(|token| is_capital(text, token)) {
        return None;
    }
    let opens_sentence = |token: usize| {
        let start = text.tokens().get(token).map(|token| token.range().start);
        let sentence = start.and_then(|start| text.sentence_at(start)).map(|index| &text.sentences()[index]);
        sentence.is_some_and(|sentence| sentence.tokens.start == token)
    };
    let start = before(text, words.start, block.start);
    let end = behind(text, words.end, block.end);
    // "Agreement on the border was reached": a capital at the start of a sentence names nothing.
    let more = end > words.end || words.len() > 1;
    let surely = start < words.start || more && !opens_sentence(words.start);
    surely.then_some(start..end)
}

fn is_capital(text: &Text<'_>, token: usize) -> bool {
    let word = text.word(token);
    let is_word = text.tokens().get(token).is_some_and(|token| token.kind == TokenKind::Word);
    is_word && word.starts_with(char::is_uppercase) && function_word(word).is_none()
}

/// The first of the capitals before a token: "Arusha Peace", "Anglo-Irish".
fn before(text: &Text<'_>, at: usize, start: usize) -> usize {
    let mut first = at;
    while first > start {
        let last = first - 1;
        let joined = text.tokens().get(first).is_some_and(|token| !token.spaced);
        if is_capital(text, last) && !joined {
            first = last;
        } else if joined
            && matches!(text.word(last), "-" | "–")
            && last > start
            && is_capital(text, last - 1)
            && text.tokens().get(last).is_some_and(|sign| !sign.spaced)
        {
            first = last - 1;
        } else {
            break;
        }
    }
    first
}

/// The token behind the capitals that follow "of", "on" and the like: "of Peace, Friendship and Boundaries".
fn behind(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut last = at;
    let mut next = at;
    while next < end {
        let first = last == at;
        let links = match text.word(next) {
            "of" | "on" | "for" | "respecting" | "concerning" | "regarding" => 1,
            "relating" | "related" if text.word(next + 1) == "to" => 2,
            "and" if !first => 1,
            "," if !first && text.word(next + 1) == "and" => 2,
            "," if !first => 1,
            _ => break,
        };
        let enumerates = matches!(text.word(next), "and" | ",");
        let mut word = next + links;
        word += usize::from(!enumerates && matches!(text.word(word), "the" | "a" | "an"));
        let behind = run(text, word, end);
        // "the Treaty of Amity and Chile": what is listed in a name is what names of documents are about.
        if behind == word || enumerates && !is_abstract(text.word(behind - 1)) {
            break;
        }
        last = behind;
        next = last;
    }
    last
}

/// The token behind capitals that follow each other, and what hyphens join to them: "Good-Neighbourliness".
fn run(text: &Text<'_>, first: usize, end: usize) -> usize {
    let joined = |token: usize| token < end && text.tokens().get(token).is_some_and(|token| !token.spaced);
    let mut next = first;
    while next < end && is_capital(text, next) {
        next += 1;
        while joined(next) && matches!(text.word(next), "-" | "–") && joined(next + 1) {
            next += 2;
        }
    }
    next
}

/// Whether a word has the ending of nouns for matters rather than for somebody: "Cooperation", "Friendship", "Boundaries".
fn is_abstract(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "tions", "sion", "ship", "ity", "ies", "ment", "ments", "ness", "ics", "ling", "ping", "dom",
        "doms", "eace", "merce", "vence", "sistance", "iance", "rade", "hange", "aw", "ights", "eapons",
        "order", "orders",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}
