//! Why something is quoted, and which event reports it. Whose words they are is read by the events stage ([`Speech`]).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use verbale_core::{KindGroup, QuotationKind};
use verbale_syntax::{Label, Tag};

use super::framing;
use crate::events::scene::{self, Scene};
use crate::events::speech::{top, words};
use crate::events::{EventDraft, Events, Speech, of_sentences};
use crate::lexicon::table::rows;
use crate::lexicon::{Lexicon, LexiconError};
use crate::mentions::Mentions;
use crate::text::{Text, function_word};

/// What a quotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SettledQuotation {
    /// Why it is quoted.
    pub(crate) kind: QuotationKind,
    /// Which actor mention is the speaker.
    pub(crate) speaker: Option<usize>,
    /// When it was said, by its place among the date mentions.
    pub(crate) date: Option<usize>,
    /// Which event reports it.
    pub(crate) event: Option<usize>,
}

/// What a word near a quotation says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cue {
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
        row.required("example")?;
        let cue = match row.cell("kind") {
            "title" => Cue::Title,
            "name" => Cue::Name,
            other => return Err(row.error(format!("`kind` is title or name, not `{other}`"))),
        };
        let word = row.required("word")?;
        if words.insert(word, cue).is_some() {
            return Err(row.error(format!("`{word}` stands twice")));
        }
    }
    Ok(words)
}

/// Tells the quotations of a text apart.
pub(crate) fn settle(
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &Events,
    event_dates: &[Option<usize>],
) -> Vec<SettledQuotation> {
    let one = |(index, range): (usize, &Range<usize>)| {
        let said = events.speeches.get(index).and_then(Option::as_ref);
        let kind = kind(text, mentions, lexicon, index, said);
        let said = said.filter(|_| kind == QuotationKind::Speech);
        let event = match said {
            Some(speech) => reporting(lexicon, &events.drafts, speech),
            None if kind == QuotationKind::Title => naming(text, &events.drafts, range),
            None => None,
        };
        let date_of_event = || event_dates.get(event?).copied().flatten();
        SettledQuotation {
            kind,
            speaker: said.and_then(|speech| speech.speaker.as_ref()?.mention()),
            date: said.and_then(|speech| speech.date).or_else(date_of_event),
            event,
        }
    };
    mentions.quotations.ranges.iter().enumerate().map(one).collect()
}

/// The event that a verb of saying names; else the statement or other talk that the verb describes: "issued a statement saying".
fn reporting(lexicon: &Lexicon, events: &[EventDraft], speech: &Speech) -> Option<usize> {
    let inside = of_sentences(events, speech.sentence..speech.sentence + 1);
    let is_talk = |event: &EventDraft| {
        let group = lexicon.frames.get(event.frame).map(|frame| frame.kind.group());
        matches!(group, Some(KindGroup::Talk | KindGroup::Instruments))
    };
    let at = |range: &Range<usize>| {
        let overlaps = |trigger: &Range<usize>| trigger.start < range.end && range.start < trigger.end;
        inside.clone().find(|&index| is_talk(&events[index]) && overlaps(&events[index].trigger))
    };
    at(&speech.cue).or_else(|| at(speech.under.as_ref()?))
}

/// The event about the document that a quotation is the title of: the one that has the title; else the only one of the sentence that
/// is about a document without title.
fn naming(text: &Text<'_>, events: &[EventDraft], range: &Range<usize>) -> Option<usize> {
    let instrument = |index: usize| events[index].instrument.as_ref();
    let has_title = |index: &usize| {
        let title = instrument(*index).and_then(|instrument| instrument.title.as_ref());
        title.is_some_and(|title| title.overlaps(range))
    };
    let sentence = text.sentence_at(range.start)?;
    let inside = of_sentences(events, sentence..sentence + 1);
    inside.clone().find(has_title).or_else(|| {
        let mut untitled =
            inside.filter(|&index| instrument(index).is_some_and(|document| document.title.is_none()));
        untitled.next().filter(|_| untitled.next().is_none())
    })
}

/// Words quoted at such length are no term.
const LONG: usize = 6;

fn kind(
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    index: usize,
    said: Option<&Speech>,
) -> QuotationKind {
    let Some(range) = mentions.quotations.ranges.get(index) else { return QuotationKind::Scare };
    let sentence = text.sentence_at(range.start);
    let seen = sentence
        .and_then(|sentence| scene::read(text, mentions, lexicon, sentence, |scene| Seen::of(scene, range)));
    let seen = seen.unwrap_or_default();
    let count = words(text, range);
    let quoted = text.slice(range);
    let is_long = count > LONG;
    let ends_clause = quoted.ends_with([',', '.', '!', '?', '…']);
    // “Never!” he said; he said, “Never!” But in "a “zone,” he said" the comma says nothing of the words.
    let is_set_off = |speech: &Speech| {
        let before = before_marks(text, range);
        ends_clause && (speech.cue.start >= range.end || before.ends_with([',', ':', '.', '!', '?']))
    };
    let is_capital = quoted.starts_with(char::is_uppercase);
    let is_speech = match said {
        // “Never!” he said; "called it “an act of war”"; "spoke of the “zone”" tells of a word.
        Some(speech) if speech.is_whole => {
            // "Demanded “material proof”" are their words; "the “proof”" is a word about which something is said.
            let is_phrase = seen.has_article || seen.is_adverbial || !seen.has_outer_article || count > 3;
            seen.is_clause || is_set_off(speech) || seen.is_predicate || is_phrase && count > 1
        }
        Some(_) => {
            count > 2 && (seen.is_clause || seen.has_article) || seen.is_adverbial && count > 1 || is_long
        }
        None => is_long && ends_clause && is_capital && seen.is_clause && !seen.is_titled,
    };
    // A title behind the noun that it names is no speech, even if somebody speaks of it.
    let is_title = seen.is_titled && !(is_speech && said.is_some_and(|speech| speech.is_whole))
        || is_long && !is_speech && names_document(text, mentions, range);
    if is_title {
        QuotationKind::Title
    } else if !seen.is_clause && framing::is_kept_at_distance(text, lexicon, range) {
        QuotationKind::Scare
    } else if is_speech || is_long {
        QuotationKind::Speech
    } else if seen.is_named || is_name(text, range) || is_listed(text, mentions, index) {
        QuotationKind::Term
    } else {
        QuotationKind::Scare
    }
}

/// What the tree shows of a quotation.
#[derive(Debug, Default)]
struct Seen {
    /// It has a verb with its subject.
    is_clause: bool,
    /// It begins with an article or possessive: "called it “an act of war”".
    has_article: bool,
    /// The article or possessive of its noun stands before the mark: "the “proof”".
    has_outer_article: bool,
    /// It says what something is: "described it as “barbaric”".
    is_predicate: bool,
    /// It says how something is: "left “without a word”".
    is_adverbial: bool,
    /// A word for a document or work stands by it.
    is_titled: bool,
    /// A word for a thing that has a name stands by it.
    is_named: bool,
}

impl Seen {
    fn of(scene: &Scene<'_, '_>, range: &Range<usize>) -> Self {
        let inside = scene.tokens_of(range);
        let is_subject = |token: usize| {
            matches!(scene.label(token), Label::Nsubj | Label::Nsubjpass)
                && scene.tree.head(token).is_some_and(|head| inside.contains(&head))
        };
        let mut seen = Self { is_clause: inside.clone().any(is_subject), ..Self::default() };
        seen.has_article = matches!(scene.tag(inside.start), Tag::DT | Tag::PRPS | Tag::PDT);
        let Some(top) = top(scene, range) else { return seen };
        let head = scene.tree.head(top);
        seen.is_clause |= scene.is_verb(top) && !matches!(scene.label(top), Label::Amod | Label::Compound);
        // What describes a noun outside is a part of its phrase: "the “occupied” zone".
        let modifies = matches!(scene.label(top), Label::Amod | Label::Compound | Label::Nmod);
        let noun = head.filter(|_| modifies).unwrap_or(top);
        let mut articles = scene.children(noun, &[Label::Det, Label::Poss]);
        seen.has_outer_article = modifies || articles.any(|article| article < inside.start);
        seen.is_adverbial =
            matches!(scene.tag(inside.start), Tag::IN | Tag::TO) && scene.label(top) != Label::Amod;
        // "called it “cruel” and “unjust”": the second says what the first says.
        let first = scene.tree.conjuncts(top).into_iter().next().unwrap_or(top);
        let is_complement = |label| {
            use Label::{Acomp, Advcl, Attr, Ccomp, Oprd, Xcomp};
            matches!(label, Acomp | Advcl | Attr | Ccomp | Oprd | Xcomp)
        };
        seen.is_predicate = is_complement(scene.label(first))
            || scene.tree.head(first).is_some_and(|head| scene.lower(head) == "as");
        let cues: Vec<Cue> = before(scene, inside.start)
            .into_iter()
            .chain(head.and_then(|head| beside(scene, top, head)))
            .collect();
        seen.is_titled = cues.contains(&Cue::Title);
        seen.is_named = cues.contains(&Cue::Name);
        seen
    }
}

fn cue(scene: &Scene<'_, '_>, token: usize) -> Option<Cue> {
    WORDS.get(scene.lemma(token).to_lowercase().as_str()).copied()
}

/// The cue right before the opening mark, but for articles, commas and what joins it: "the convention on the “…”", "known as “…”".
fn before(scene: &Scene<'_, '_>, first: usize) -> Option<Cue> {
    let mut joint = "";
    for token in (0..first.checked_sub(1)?).rev().take(4) {
        match scene.tag(token) {
            Tag::DT | Tag::Comma | Tag::OpenQuote | Tag::CloseQuote => {}
            Tag::IN => joint = scene.lower(token),
            _ => {
                // "used the agency as a “branch”" names nothing.
                let joins = |cue: &Cue| match joint {
                    "" | "of" => true,
                    "as" => scene.is_verb(token),
                    _ => *cue == Cue::Title,
                };
                return cue(scene, token).filter(joins);
            }
        }
    }
    None
}

/// The cue of a noun that a quotation describes or is beside: "the “Dawn” plan".
fn beside(scene: &Scene<'_, '_>, top: usize, head: usize) -> Option<Cue> {
    matches!(scene.label(top), Label::Compound | Label::Nmod | Label::Amod | Label::Appos)
        .then(|| cue(scene, head).filter(|_| scene.is_noun(head)))
        .flatten()
}

/// Whether the sentence of a quotation names a document.
fn names_document(text: &Text<'_>, mentions: &Mentions, range: &Range<usize>) -> bool {
    let Some(sentence) = text.sentence_at(range.start).and_then(|index| text.sentences().get(index)) else {
        return false;
    };
    let documents = &mentions.instruments;
    let next = documents.partition_point(|document| document.range.start < sentence.range.start);
    documents.get(next).is_some_and(|document| document.range.end <= sentence.range.end)
}

/// A name is written in capitals or with figures: "Iron Fist", "S-300".
fn is_name(text: &Text<'_>, range: &Range<usize>) -> bool {
    let mut tokens = text.token_at(range.start)..=text.token_at(range.end.saturating_sub(1));
    tokens.all(|at| {
        let word = text.word(at);
        !word.starts_with(char::is_lowercase) || function_word(word).is_some()
    })
}

/// Terms are listed one behind the other, after a colon.
fn is_listed(text: &Text<'_>, mentions: &Mentions, index: usize) -> bool {
    let ranges = &mentions.quotations.ranges;
    let joined = |one: usize| {
        let gap = ranges.get(one).zip(ranges.get(one + 1)).map(|(one, next)| one.end..next.start);
        gap.is_some_and(|gap| {
            let words = text.slice(&gap);
            let mut words = words.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
            !gap.is_empty() && words.all(|word| matches!(word, "and" | "or"))
        })
    };
    let mut first = index;
    while let Some(before) = first.checked_sub(1).filter(|&before| joined(before)) {
        first = before;
    }
    let Some(range) = ranges.get(first).filter(|_| first < index || joined(index)) else { return false };
    before_marks(text, range).ends_with(':')
}

/// The text before a quotation, without the mark that opens it.
fn before_marks<'t>(text: &Text<'t>, range: &Range<usize>) -> &'t str {
    let marks = |mark: char| mark.is_whitespace() || "\"“”„«‘'".contains(mark);
    text.reading().get(..range.start).map_or("", |before| before.trim_end_matches(marks))
}

#[cfg(test)]
mod tests;
