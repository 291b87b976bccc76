//! What the syntax model is to see of the words of a block: known words for names, so that it reads all alike, a comma where one is
//! missing, a verb where it saw a noun, and datelines, counts of votes and other asides apart.

use std::ops::Range;

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::Hint;

use super::local::Locals;
use super::{ActorMention, Others, asides};
use crate::lexicon::Lexicon;
use crate::mentions::instruments::names_document;
use crate::text::{FunctionWord, Sentence, Text, american, function_word, overlapping, within};

/// The hints for one block.
pub(super) struct Hints<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    known: &'a [ActorMention],
    /// Behind which bytes the model sees a comma, in order.
    pauses: Vec<usize>,
    /// What it reads by itself, in order.
    asides: Vec<Range<usize>>,
    /// Where a sentence begins with the surname of a person who was named before, in order.
    surnames: Vec<usize>,
    /// Where it sees a verb instead of a noun, and which, in order.
    verbs: Vec<(usize, &'static str)>,
}

impl<'a> Hints<'a> {
    /// The hints for a block, given by its place in the list and its tokens, by the names and dates that are known in it, and by the
    /// actors that were named before.
    pub(super) fn of(
        text: &'a Text<'a>,
        locals: &Locals<'a>,
        (block, tokens): (usize, Range<usize>),
        known: &'a [ActorMention],
        others: &Others,
    ) -> Self {
        let lexicon = locals.lexicon;
        let spans = text.tokens().get(tokens.clone()).unwrap_or_default();
        let whole = spans.first().zip(spans.last()).map(|(one, last)| one.range().start..last.range().end);
        let lines = within(&others.datelines, |line| line, &whole.unwrap_or_default());
        let mut asides = others.datelines[lines].to_vec();
        for token in tokens.clone() {
            if asides.last().is_none_or(|last| last.end <= text.tokens()[token].range().start) {
                asides.extend(asides::at(text, lexicon, token, tokens.end, others));
            }
        }
        let sentences = &text.sentences()[text.sentences_of(block)];
        let surnames = sentences.iter().map(|sentence| sentence.range.start);
        let surnames = surnames.filter(|&at| begins_with_surname(text, locals, at)).collect();
        let mut pauses: Vec<usize> =
            sentences.iter().filter_map(|sentence| opening(text, lexicon, sentence, known, others)).collect();
        pauses.extend(between_statements(text, known));
        pauses.sort_unstable();
        Self { text, lexicon, known, pauses, asides, surnames, verbs: Vec::new() }
    }

    /// Has the model see verbs at some bytes.
    pub(super) fn with_verbs(&mut self, verbs: Vec<(usize, &'static str)>) {
        self.verbs = verbs;
    }

    /// What the model sees of a token.
    pub(super) fn at(&self, token: &Range<usize>) -> Hint {
        Hint {
            word: self
                .verb(token)
                .or_else(|| self.signed(token))
                .or_else(|| self.noun(token))
                .or_else(|| self.given_name(token))
                .or_else(|| self.surnames.binary_search(&token.start).ok().map(|_| PERSON))
                .or_else(|| self.stand_in(token))
                .or_else(|| american(self.text.slice(token))),
            pause: self.pauses.binary_search(&token.end).is_ok(),
            aside: overlapping(&self.asides, |aside| aside, token).is_some(),
        }
    }

    fn verb(&self, token: &Range<usize>) -> Option<&'static str> {
        let at = self.verbs.binary_search_by_key(&token.start, |(at, _)| *at).ok()?;
        self.verbs.get(at).map(|(_, verb)| *verb)
    }

    /// "signed" in place of "concluded" behind a document, where the model takes "The agreement concluded in Algiers gave" for its end,
    /// and "adopted" in place of "passed", which it takes for a past tense: "in a resolution passed on 28 April".
    fn signed(&self, token: &Range<usize>) -> Option<&'static str> {
        let at = self.text.token_at(token.start);
        let before = at.checked_sub(1)?;
        let noun = if self.text.word(before) == "," { before.checked_sub(1)? } else { before };
        let goes_on = || matches!(self.text.word(at + 1), "at" | "by" | "in" | "on" | "unanimously");
        let stand_in = match self.text.word(at) {
            "concluded" => "signed",
            "carried" | "passed" if goes_on() => "adopted",
            _ => return None,
        };
        names_document(self.text, &self.lexicon.documents, noun).then_some(stand_in)
    }

    /// A word that is a noun only, in place of one that the model takes for a verb or a preposition: "carried out ten air strikes",
    /// "near-daily raids".
    fn noun(&self, token: &Range<usize>) -> Option<&'static str> {
        let at = self.text.token_at(token.start);
        let before = at.checked_sub(1).map_or("", |before| self.text.word(before));
        match self.text.word(at) {
            "strikes" if matches!(before, "air" | "drone" | "missile" | "rocket" | "artillery") => {
                Some("raids")
            }
            "near" if self.text.word(at + 1) == "-" => Some("half"),
            _ => None,
        }
    }

    /// A known name in place of the first part of a given name, "Young" of "Song Young-moo", whose end is an aside.
    fn given_name(&self, token: &Range<usize>) -> Option<&'static str> {
        let end = overlapping(&self.asides, |aside| aside, &(token.end..token.end + 1))?;
        (end.start == token.end && self.text.slice(end).starts_with('-')).then_some("Lee")
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
        // "Trump urges" begins with a verb to the model.
        if kind == ActorKind::Person {
            let is_verb = next.ends_with('s') || next.ends_with("ed");
            return (!form.contains(' ') && is_verb).then_some(PERSON);
        }
        if !matches!(kind, ActorKind::State | ActorKind::Territory) {
            let is_acronym = form.len() > 2 && form.bytes().all(|byte| byte.is_ascii_uppercase());
            // "Thales" is no plural.
            let is_body = form.starts_with(char::is_uppercase) && form.len() > 2;
            let looks_plural = form.ends_with('s') && !form.contains(' ');
            let is_plural_body = is_body && looks_plural;
            return if is_acronym { Some("NATO") } else { is_plural_body.then_some("Microsoft") };
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

/// A surname that the model knows.
const PERSON: &str = "Smith";

/// Whether a sentence begins with the surname of a person who was named before, and a verb: "Feith praises both sides", where the model
/// may see the praises of some sort.
fn begins_with_surname(text: &Text<'_>, locals: &Locals<'_>, at: usize) -> bool {
    let token = text.token_at(at);
    let next = text.word(token + 1);
    let is_verb = function_word(next) == Some(FunctionWord::Auxiliary)
        || !locals.lexicon.triggers.verbs(next, next).is_empty();
    is_verb && locals.is_surname(text.word(token))
}

/// Where a date or a place that opens a sentence ends, and its clause begins without a comma: "In May 1995 the Council met", "In Lamu
/// demonstrators met".
fn opening(
    text: &Text<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    known: &[ActorMention],
    others: &Others,
) -> Option<usize> {
    let first = sentence.tokens.start;
    let starts = |token: usize| text.tokens().get(token).map(|token| token.range());
    let dated = |token: usize| {
        let start = starts(token)?.start;
        overlapping(&others.dates, |date| date, &(start..start + 1)).filter(|date| date.start == start)
    };
    let leads = matches!(
        function_word(&text.word(first).to_lowercase()),
        Some(FunctionWord::Preposition | FunctionWord::Conjunction | FunctionWord::Adverb)
    );
    let behind = |range: &Range<usize>| text.token_at(range.end.saturating_sub(1)) + 1;
    let next_word = |next: usize| if next < sentence.tokens.end { text.word(next) } else { "" };
    if let Some(date) = dated(first).or_else(|| dated(first + 1).filter(|_| leads)) {
        let next = behind(date);
        // "two months after the truce was reached"
        let is_closed = !matches!(text.word(next - 1), "after" | "before" | "to" | "of" | "since");
        return (is_closed && begins_clause(next_word(next))).then_some(date.end);
    }
    if !matches!(text.word(first), "In" | "At" | "Near") {
        return None;
    }
    let place = starts(first + 1)?;
    let named = overlapping(&others.places, |place| &place.range, &place).map(|place| &place.range);
    let land = || {
        let land = overlapping(known, |mention| &mention.range, &place)?;
        (land.is_place || land.is_seat).then_some(&land.range)
    };
    let range = named.or_else(land)?;
    let next = behind(range);
    let word = next_word(next);
    // "In Paris France signed", "In Moscow President Banda signed", but not "In Lake District"
    let is_name = starts(next)
        .is_some_and(|next| known.binary_search_by_key(&next.start, |mention| mention.range.start).is_ok());
    let is_office = lexicon.heads.is_title(word) || lexicon.heads.longest(&[word.to_lowercase()]).is_some();
    let is_small = word.starts_with(char::is_lowercase);
    (begins_clause(word) && (is_small || is_name || is_office)).then_some(range.end)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with "¦" where the model sees a comma, and its asides in braces.
    fn seen(source: &str) -> String {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let lexicon = Lexicon::embedded().unwrap();
        let times = lexicon.times.find(&layout, &text, &lexicon);
        let dates: Vec<Range<usize>> = times.dates.iter().map(|date| date.range.clone()).collect();
        let datelines = crate::mentions::datelines::find(&text, &times.dates);
        let datelines = datelines.into_iter().map(|line| line.range).collect();
        let places = crate::mentions::places::find(&text, &lexicon);
        let others = Others { ranges: dates.clone(), datelines, dates, places, ..Others::default() };
        let mut shown = String::new();
        for (block, _, tokens) in text.blocks() {
            let hints = Hints::of(&text, &Locals::new(&lexicon), (block, tokens.clone()), &[], &others);
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
    fn nouns_and_british_words_stand_for_others() {
        let word = |source: &str, at: usize| {
            let layout = crate::document::read(source);
            let text = Text::of_layout(&layout);
            let lexicon = Lexicon::embedded().unwrap();
            let places = Vec::new();
            let (ranges, datelines, dates, ships) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
            let others = Others { ranges, datelines, dates, places, ships, ..Others::default() };
            let (block, _, tokens) = text.blocks().next().unwrap();
            Hints::of(&text, &Locals::new(&lexicon), (block, tokens), &[], &others)
                .at(&text.tokens()[at].range())
                .word
        };
        assert_eq!(word("The army carried out ten air strikes.", 6), Some("raids"));
        assert_eq!(word("The army strikes at night.", 2), None);
        assert_eq!(word("Chad must apologise.", 2), Some("apologize"));
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
        assert_eq!(
            seen("The Front, also known as the LF, met face to face with Chad, which last month left."),
            "The Front{,} {also} {known} {as} {the} {LF}{,} met {face} {to} {face} with Chad, which {last} {month} left."
        );
        assert_eq!(
            seen("Chad agreed at a meeting with Kenya to leave, and conceded at last to them."),
            "Chad agreed {at} {a} {meeting} {with} {Kenya} to leave, and conceded {at} {last} to them."
        );
        assert_eq!(
            seen("Under the contract with Kenya, two of the ships were sold while in port."),
            "{Under} {the} {contract} {with} {Kenya}{,} two of the ships were sold {while} in port."
        );
        let source = "They met, by chance, in Lamu. UN troops - 12 of them - left.";
        assert_eq!(seen(source), source);
    }
}
