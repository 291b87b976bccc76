//! What the syntax model is to see of the words of a block, so that it reads all names alike and is not led astray by a missing comma
//! or by a count of votes between subject and object.

use std::ops::Range;

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::Hint;

use super::{ActorMention, Others};
use crate::lexicon::Lexicon;
use crate::mentions::quantities::number;
use crate::text::{FunctionWord, Text, function_word, overlapping, within};

/// The hints for one block.
pub(super) struct Hints<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    known: &'a [ActorMention],
    /// Behind which bytes the model sees a comma, in order.
    pauses: Vec<usize>,
    /// What it reads by itself, in order.
    asides: Vec<Range<usize>>,
}

impl<'a> Hints<'a> {
    /// The hints for the tokens of a block, by the names and dates that are known in it.
    pub(super) fn of(
        text: &'a Text<'a>,
        lexicon: &'a Lexicon,
        tokens: Range<usize>,
        known: &'a [ActorMention],
        others: &Others,
    ) -> Self {
        let mut asides: Vec<Range<usize>> = dateline(text, tokens.clone(), others).into_iter().collect();
        for token in tokens.clone() {
            if asides.last().is_none_or(|last: &Range<usize>| last.end <= text.tokens()[token].range().start)
            {
                asides.extend(votes(text, token, tokens.end));
            }
        }
        let mut pauses = pauses(text, tokens.clone(), others);
        pauses.extend(behind_places(text, lexicon, tokens.clone(), known, others));
        pauses.extend(between_statements(text, known));
        pauses.sort_unstable();
        Self { text, lexicon, known, pauses, asides }
    }

    /// What the model sees of a token.
    pub(super) fn at(&self, token: &Range<usize>) -> Hint {
        Hint {
            word: self.stand_in(token),
            pause: self.pauses.binary_search(&token.end).is_ok(),
            aside: overlapping(&self.asides, |aside| aside, token).is_some(),
        }
    }

    /// A known word in place of the name of a state, its adjective, its capital, or the acronym of a body: the model has seen some
    /// states more often than others, and may take an acronym that it has never seen for an adverb.
    fn stand_in(&self, token: &Range<usize>) -> Option<&'static str> {
        let near = self.known.partition_point(|mention| mention.range.end < token.end);
        let mention = self.known.get(near).filter(|mention| mention.range == *token)?;
        let kind = self.lexicon.actors.get(mention.actor)?.kind;
        let form = self.text.slice(token);
        // "Jordan Karanja" is a person.
        let next = self.text.word(self.text.token_at(token.start) + 1);
        if self.lexicon.descriptions.gender(form).is_some() && next.starts_with(char::is_uppercase) {
            return None;
        }
        if !matches!(kind, ActorKind::State | ActorKind::Territory) {
            let is_acronym = form.len() > 2 && form.bytes().all(|byte| byte.is_ascii_uppercase());
            return is_acronym.then_some("NATO");
        }
        let is_plural = form.ends_with('s') && !form.ends_with("ss");
        Some(match mention.by {
            _ if mention.is_seat => "Bogota",
            MentionBy::Demonym if is_plural => "Colombians",
            MentionBy::Demonym => "Colombian",
            _ => "Colombia",
        })
    }
}

/// Where a date that opens a sentence ends, and its clause begins without a comma: "In May 1995 the Council met".
fn pauses(text: &Text<'_>, tokens: Range<usize>, others: &Others) -> Vec<usize> {
    let block = tokens
        .clone()
        .filter_map(|token| text.tokens().get(token))
        .map(|token| token.range())
        .reduce(|first, last| first.start..last.end)
        .unwrap_or_default();
    within(&others.dates, |date| date, &block)
        .filter_map(|index| {
            let date = &others.dates[index];
            let (first, next) = (text.token_at(date.start), text.token_at(date.end.saturating_sub(1)) + 1);
            let sentence = text.sentence_at(date.start).map(|index| &text.sentences()[index].range)?;
            let opening = text.token_at(sentence.start);
            let opens = match first.checked_sub(opening)? {
                0 => true,
                1 => matches!(
                    function_word(&text.word(opening).to_lowercase()),
                    Some(FunctionWord::Preposition | FunctionWord::Conjunction | FunctionWord::Adverb)
                ),
                _ => false,
            };
            // "two months after the truce was reached"
            let is_closed = !matches!(text.word(next - 1), "after" | "before" | "to" | "of" | "since");
            let goes_on = is_closed && next < tokens.end && begins_clause(text.word(next));
            (opens && goes_on && next > opening).then_some(date.end)
        })
        .collect()
}

/// Where a place that opens a sentence ends, and its clause begins without a comma: "In Lamu demonstrators met".
fn behind_places(
    text: &Text<'_>,
    lexicon: &Lexicon,
    tokens: Range<usize>,
    known: &[ActorMention],
    others: &Others,
) -> Vec<usize> {
    let mut ends = Vec::new();
    let all = text.sentences();
    let first = all.partition_point(|sentence| sentence.tokens.start < tokens.start);
    for sentence in all[first..].iter().take_while(|sentence| sentence.tokens.start < tokens.end) {
        let opening = sentence.tokens.start;
        if !matches!(text.word(opening), "In" | "At" | "Near") {
            continue;
        }
        let Some(place) = text.tokens().get(opening + 1).map(|token| token.range()) else { continue };
        let named = overlapping(&others.places, |place| &place.range, &place).map(|place| &place.range);
        let land = || {
            let land = overlapping(known, |mention| &mention.range, &place)?;
            (land.is_place || land.is_seat).then_some(&land.range)
        };
        let Some(range) = named.or_else(land) else { continue };
        let next = text.token_at(range.end.saturating_sub(1)) + 1;
        // "In Paris France signed", "In Moscow President Banda signed", but not "In Lake District"
        let start = text.tokens().get(next).map_or(range.end, |token| token.range().start);
        let word = if next < tokens.end { text.word(next) } else { "" };
        let is_name = known.binary_search_by_key(&start, |mention| mention.range.start).is_ok();
        let is_office =
            lexicon.heads.is_title(word) || lexicon.heads.longest(&[word.to_lowercase()]).is_some();
        let is_small = word.starts_with(char::is_lowercase);
        let begins = begins_clause(word) && (is_small || is_name || is_office);
        ends.extend(Some(range.end).filter(|_| begins));
    }
    ends
}

/// Where a second statement begins behind "and", which the parser might take for a second object: "Chad invaded Libya and Sudan protested".
fn between_statements(text: &Text<'_>, known: &[ActorMention]) -> Vec<usize> {
    let is_past = |token: usize| text.word(token).len() > 4 && text.word(token).ends_with("ed");
    let article = |token: usize| usize::from(text.word(token).eq_ignore_ascii_case("the"));
    let ends = known.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        let first = text.token_at(one.range.start);
        let (and, second) =
            (text.token_at(one.range.end.saturating_sub(1)) + 1, text.token_at(other.range.start));
        let verb = text.token_at(other.range.end.saturating_sub(1)) + 1;
        let before = first.checked_sub(1)?;
        let before = before.checked_sub(article(before))?;
        let joined = text.word(and) == "and" && and + 1 + article(and + 1) == second;
        (joined && is_past(before) && is_past(verb)).then_some(one.range.end)
    });
    ends.collect()
}

/// Whether a word behind a date or a place may be the first one of its clause.
fn begins_clause(word: &str) -> bool {
    let is_word = word.starts_with(char::is_alphabetic);
    match function_word(&word.to_lowercase()) {
        Some(FunctionWord::Determiner) => true,
        Some(FunctionWord::Pronoun) => !matches!(word, "who" | "whom" | "whose" | "which" | "that"),
        Some(_) => false,
        None => is_word,
    }
}

/// The dateline of a report, with its dash: "MANILA, July 13, 2016 (Pacific Desk) — ", "MANILA (Pacific Desk) — ".
fn dateline(text: &Text<'_>, tokens: Range<usize>, others: &Others) -> Option<Range<usize>> {
    let range = |token: usize| text.tokens()[token].range();
    let (mut place, mut source, mut inside) = (false, false, false);
    let mut end = None;
    for token in tokens.clone().take(LONG) {
        let word = text.word(token);
        let dated = overlapping(&others.dates, |date| date, &range(token)).is_some();
        match word {
            "(" => inside = true,
            ")" => (inside, source) = (false, true),
            "-" | "–" | "—" if place && source => end = Some(range(token).end),
            _ if inside => {}
            _ if dated => source = true,
            _ if word.chars().any(char::is_lowercase) => break,
            _ => place |= word.chars().filter(|char| char.is_uppercase()).count() > 2,
        }
    }
    Some(range(tokens.start).start..end?)
}

/// A count of votes between commas, from the first of them on: ", by 12 votes to 3 with two abstentions,".
fn votes(text: &Text<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    if word(comma) != "," || !matches!(word(comma + 1), "by" | "with") {
        return None;
    }
    let mut close = comma + 2;
    let mut has_votes = false;
    while close < (comma + LONG).min(end) {
        if let Some((_, next)) = number::read(text, close, end) {
            close = next;
            continue;
        }
        let is_vote = matches!(word(close), "votes" | "vote" | "abstentions" | "abstention" | "abstaining");
        has_votes |= is_vote;
        let joins = function_word(word(close)).is_some()
            || matches!(word(close), "favour" | "favor" | "none" | "-" | "–");
        if !is_vote && !joins {
            break;
        }
        close += 1;
    }
    let range = |at: usize| text.tokens()[at].range();
    (has_votes && word(close) == ",").then(|| range(comma).start..range(close).end)
}

/// The most tokens of a count of votes, or of a dateline.
const LONG: usize = 18;

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with "¦" where the model sees a comma, and its asides in braces.
    fn seen(source: &str) -> String {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let lexicon = Lexicon::embedded().unwrap();
        let times = lexicon.times.find(&layout, &text, &lexicon.columns);
        let dates: Vec<Range<usize>> = times.dates.iter().map(|date| date.range.clone()).collect();
        let places = crate::mentions::places::find(&text, &lexicon);
        let others = Others { ranges: dates.clone(), dates, places };
        let mut shown = String::new();
        for (_, _, tokens) in text.blocks() {
            let hints = Hints::of(&text, &lexicon, tokens.clone(), &[], &others);
            let mut before = tokens.start;
            for token in tokens.clone() {
                let range = text.tokens()[token].range();
                let between = text.tokens()[before].range().end..range.start;
                let hint = hints.at(&range);
                shown += if token > before { text.slice(&between) } else { "" };
                shown += &match (hint.aside, hint.pause) {
                    (true, _) => format!("{{{}}}", text.slice(&range)),
                    (false, true) => format!("{}¦", text.slice(&range)),
                    (false, false) => text.slice(&range).to_owned(),
                };
                before = token;
            }
        }
        shown
    }

    #[test]
    fn a_date_or_place_that_opens_a_sentence_is_followed_by_a_pause() {
        assert_eq!(
            seen("In May 1995 the Council met. On 3 June, Chad left."),
            "In May 1995¦ the Council met. On 3 June, Chad left."
        );
        assert_eq!(seen("In Lamu demonstrators met."), "In Lamu¦ demonstrators met.");
        let source = "In May 1995 and June 1996 they met. Two days after the truce they left. They met in May 1995 the last time.";
        assert_eq!(seen(source), source);
    }

    #[test]
    fn counts_of_votes_and_datelines_are_asides() {
        assert_eq!(
            seen("The House approved, by 12 votes to 3, an act."),
            "The House approved{,} {by} {12} {votes} {to} {3}{,} an act."
        );
        assert_eq!(
            seen("NAIROBI, 3 May 1995 (Lake Agency) - Chad left."),
            "{NAIROBI}{,} {3} {May} {1995} {(}{Lake} {Agency}{)} {-} Chad left."
        );
        let source = "They met, by chance, in Lamu. UN troops - 12 of them - left.";
        assert_eq!(seen(source), source);
    }
}
