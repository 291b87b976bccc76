//! Whether a number, month, season or weekday that stands alone is a time: what stands around it decides.

use super::grammar::Known;
use super::matcher::Matcher;
use super::words::WordId;
use crate::text::{TokenKind, function_word};

impl Matcher<'_, '_> {
    /// What a word says as one of a class that the code knows.
    pub(super) fn class_value(&self, at: usize, class: Known) -> Option<i32> {
        self.grammar.words.value(self.id(at), self.grammar.class(class)?)
    }

    pub(super) fn is_class(&self, at: usize, class: Known) -> bool {
        self.grammar.class(class).is_some_and(|class| self.grammar.words.is(self.id(at), class))
    }

    pub(super) fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.word(at) == sign || sign == "'s" && self.word(at) == "’s"
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is_class(at, Known::Dash)
    }

    /// Whether a word before a position is of a class.
    fn behind(&self, at: usize, steps: usize, class: Known) -> bool {
        at.checked_sub(steps).is_some_and(|at| self.is_class(at, class))
    }

    fn is_lower_word(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_lowercase)
    }

    /// A word in lower case that has no grammatical use and says nothing about time: as a rule, a noun, verb or adjective.
    fn is_content(&self, at: usize) -> bool {
        self.id(at) == WordId::NONE && self.is_lower_word(at) && function_word(self.word(at)).is_none()
    }

    /// A noun that may be counted, as far as its ending tells.
    fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_content(at) && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
    }

    /// Whether a sentence begins at a token.
    fn opens(&self, at: usize) -> bool {
        at == self.place.tokens.start || matches!(self.word(at - 1), "." | "!" | "?" | ":") && self.spaced(at)
    }

    fn spaced(&self, at: usize) -> bool {
        self.text.tokens().get(at).is_some_and(|token| token.spaced)
    }

    /// Whether the words around a number of four digits make it a year.
    pub(super) fn is_year(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| self.place.tokens.contains(before));
        let word_before = before.map_or("", |before| self.word(before));
        // "1914–18" and "1998/99" are told by what stands behind them.
        let joined = (self.is_dash(at + 1) || self.is_sign(at + 1, "/")) && self.id(at + 2) == WordId::NUMBER;
        let next = if joined { at + 3 } else { at + 1 };
        let numbered = self.behind(at, 1, Known::Designator)
            || word_before == "." && self.behind(at, 2, Known::Designator);
        // "In 1981 soldiers rose" opens with a year, and no number.
        let opens_with = word_before == "In" && before.is_some_and(|before| self.opens(before));
        if numbered || !opens_with && self.is_class(next, Known::Counted) {
            return false;
        }
        let sign = before.is_some_and(|before| {
            self.text.tokens().get(before).is_some_and(|token| token.kind == TokenKind::Sign)
        });
        if sign
            && self.glued(at)
            && !matches!(word_before, "(" | "[" | "-" | "–" | "—" | "'" | "‘" | "\"" | "“" | "/")
        {
            return false;
        }
        if self.place.cells.contains(&at) && (next == self.place.tokens.end || self.word(next) == ";") {
            return true;
        }
        // "1979: the invasion" has the form of a heading wherever it stands.
        let labels = before.is_none() && (next == self.place.tokens.end || self.word(next) == ":");
        if labels || self.place.heads && !self.is_content(next) {
            return true;
        }
        // "1789–1791" is nothing else; "1500–1800 men" was counted above.
        let both = joined && self.word(at + 2).len() == 4 && self.word(at + 2) > self.word(at);
        if both && !self.is_plural(next) && !self.before_is_name(at) {
            return true;
        }
        if self.behind(at, 1, Known::Marker) {
            return true;
        }
        if self.behind(at, 1, Known::MarkerBare) && !self.is_plural(next) {
            return true;
        }
        if self.behind(at, 1, Known::Article) {
            return self.is_year_of_noun(next, !matches!(word_before, "a" | "an" | "A" | "An"));
        }
        let adjective = before.is_some_and(|before| self.is_content(before) && !self.is_plural(before));
        if adjective && self.behind(at, 2, Known::Article) {
            return self.is_year_of_noun(next, false);
        }
        let in_series =
            before.zip(self.place.before).is_some_and(|(link, date)| date.year && date.end == link);
        if in_series && (self.behind(at, 1, Known::And) || word_before == ",") {
            return true;
        }
        let closed = matches!(self.word(next), ")" | "]" | "," | ";");
        if matches!(word_before, "(" | "[") && closed
            || word_before == "," && matches!(self.word(next), ")" | "]")
        {
            return true;
        }
        if self.behind(at, 1, Known::Roughly) {
            let marked = [Known::Marker, Known::MarkerBare, Known::And]
                .into_iter()
                .any(|class| self.behind(at, 2, class));
            let opens = at >= 2 && matches!(self.word(at - 2), "(" | ",") || self.opens(at - 1);
            return (marked || opens) && (closed || self.word(next) == ".");
        }
        // "as late as 1781", "no earlier than 1990"
        if matches!(word_before, "as" | "than") && self.behind(at, 2, Known::Part) {
            return true;
        }
        // "post-1945"
        if before.is_some_and(|before| self.is_dash(before))
            && self.glued(at)
            && self.behind(at, 2, Known::Marker)
        {
            return true;
        }
        let stands_free = !self.before_is_name(at) && !self.behind(at, 1, Known::Counter);
        stands_free && (self.is_class(next, Known::Happened) || self.opens(at) && self.word(next) == ",")
            || stands_free && self.is_class(next, Known::Article) && self.spaced(next)
    }

    /// "the 1961 convention", "a 1998 interview": a noun follows that the number does not count.
    fn is_year_of_noun(&self, next: usize, definite: bool) -> bool {
        let named = self.word(next).starts_with(char::is_uppercase)
            || definite && self.is_class(next, Known::And) && self.id(next + 1) == WordId::NUMBER;
        named
            || self.is_content(next) && (definite || !self.is_plural(next))
            || !self.is_lower_word(next) && definite
    }

    fn before_is_name(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_name(before) && self.spaced(at) && !self.opens(before))
    }

    /// Whether a preposition or a word such as "last" says that a time follows.
    fn is_pointed_to(&self, at: usize) -> bool {
        [Known::Marker, Known::Part, Known::Pointing].into_iter().any(|class| self.behind(at, 1, class))
            || matches!(
                at.checked_sub(1).map_or("", |before| self.word(before)),
                "of" | "from" | "From" | "by" | "By" | "between"
            )
            || at >= 2 && self.is_dash(at - 1) && self.behind(at, 2, Known::Part)
            || self.place.before.is_some_and(|date| date.day && date.end + 1 == at)
                && self.behind(at, 1, Known::And)
    }

    /// Whether the name of a month is one: "May" may be a verb, "August" a person, and "October" a part of a name.
    pub(super) fn is_month(&self, at: usize) -> bool {
        let word = self.word(at);
        // "in Mai Kadra"
        if !word.starts_with(char::is_uppercase)
            || self.before_is_name(at)
            || self.is_class(at, Known::Foreign)
        {
            return false;
        }
        if self.is_pointed_to(at) {
            // "a report by August Weber"
            let named = self.is_class(at, Known::GivenName) && self.is_name(at + 1);
            return !(named && self.behind(at, 1, Known::MarkerBare));
        }
        // "may", "march"
        let modal = self.grammar.words.needs_capital(self.id(at));
        let short =
            word.len() <= 4 && !word.eq_ignore_ascii_case("june") && !word.eq_ignore_ascii_case("july");
        // "the May uprising", "the October fighting"
        let attribute = self.behind(at, 1, Known::Article) && self.is_content(at + 1) && self.spaced(at + 1);
        if modal || short { attribute } else { !self.is_name(at + 1) }
    }

    /// Whether the name of a season is a time, and not a fall, a source or a part of a name.
    pub(super) fn is_season(&self, at: usize) -> bool {
        let word = self.word(at);
        if word.starts_with(char::is_uppercase)
            && !self.opens(at)
            && (self.is_name(at + 1) || self.before_is_name(at))
        {
            return false;
        }
        let attribute = self.is_content(at + 1) && self.spaced(at + 1);
        if matches!(self.word(at.wrapping_sub(1)), "the" | "The") {
            return self.word(at + 1) != "of" && !(word.eq_ignore_ascii_case("fall") && attribute);
        }
        self.is_pointed_to(at) && !attribute && self.word(at + 1) != "of"
    }

    /// Whether the name of a day of the week is no part of a longer name: "Bloody Sunday".
    pub(super) fn is_weekday(&self, at: usize) -> bool {
        let capital = self.word(at).starts_with(char::is_uppercase);
        let pointed = self.is_pointed_to(at) || self.word(at.wrapping_sub(1)).eq_ignore_ascii_case("on");
        capital && !self.before_is_name(at) && (pointed || !self.is_name(at + 1))
    }

    /// Whether an ordinal that stands alone is a day of the month, and not the number of a regiment: "on the 20th".
    pub(super) fn is_ordinal_day(&self, at: usize) -> bool {
        let article = self.word(at.wrapping_sub(1)).eq_ignore_ascii_case("the");
        let preposition = self.behind(at, if article { 2 } else { 1 }, Known::DayPreposition);
        let list =
            self.word(at + 1) == "," && self.id(at + 2) == WordId::MIXED || self.is_class(at + 1, Known::And);
        let numbers = self.is_content(at + 1) || self.word(at + 1).starts_with(char::is_uppercase) || list;
        (article || self.behind(at, 1, Known::And)) && !numbers && preposition || self.is_next_day(at)
    }

    /// Whether the article that a day or month begins with belongs to a noun behind it: "the 21 January execution".
    pub(super) fn article_is_of_noun(&self, at: usize, next: usize) -> bool {
        let dated = self.id(at + 1) == WordId::NUMBER
            || self.is_class(at + 1, Known::Part)
            || self.is_class(at + 1, Known::Season);
        let noun = (self.is_content(next) || self.is_name(next)) && self.spaced(next);
        let on = at > self.place.tokens.start
            && matches!(self.word(at - 1), "on" | "On" | "in" | "In" | "by" | "By");
        self.word(at).eq_ignore_ascii_case("the") && next > at + 1 && dated && noun && !on
    }

    /// Whether the story goes on at a date: one that names a noun ("the August 1792 uprising") only says which, and a year alone has to
    /// open its sentence.
    pub(super) fn moves(&self, at: usize, next: usize, dated: bool) -> bool {
        let noun = self.is_content(next) && self.spaced(next);
        let names_noun = noun && (self.behind(at, 1, Known::Article) || self.is_class(at, Known::Article));
        let first = self.text.sentence_at(self.text.tokens()[at].range().start);
        let first = first.map_or(at, |sentence| self.text.sentences()[sentence].tokens.start);
        let opens = at == first || at == first + 1 && !self.behind(at, 1, Known::Article);
        !names_noun && (dated || opens)
    }

    /// Whether a number goes on a list of days: "May 6 and 7th".
    pub(super) fn is_next_day(&self, at: usize) -> bool {
        let link =
            at.checked_sub(1).filter(|&link| self.is_class(link, Known::And) || self.word(link) == ",");
        let listed = link.zip(self.place.before).is_some_and(|(link, date)| {
            date.day && (date.end == link || date.end + 1 == link && self.word(date.end) == ",")
        });
        let counts = self.is_content(at + 1) || self.is_class(at + 1, Known::Counted) || self.is_name(at + 1);
        listed && !counts
    }
}
