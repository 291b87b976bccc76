//! The engine: matches the rules of the grammar against the tokens of a text.

use std::ops::Range;

use super::Place;
use super::build::{Built, Slot};
use super::days::Feast;
use super::grammar::{Grammar, START};
use super::pattern::Node;
use super::terminals::Terminal;
use super::value::DateValue;
use super::words::WordId;
use crate::lexicon::Numbers;
use crate::text::Text;

/// Something that an element kept.
#[derive(Debug, Clone)]
pub(super) enum Kept {
    Number(i32),
    Value(DateValue),
    Feast(Feast),
}

/// What a rule builds, if it builds something, and the position behind it; nothing if it does not match.
type Found = Option<(Option<Built>, usize)>;

/// How often an element with a star may come. A bound keeps the time linear.
const MOST: usize = 8;

/// A text with what its words are looked up by.
pub(super) struct Matcher<'a, 't> {
    pub(super) grammar: &'a Grammar,
    pub(super) text: &'a Text<'t>,
    pub(super) ids: &'a [WordId],
    pub(super) numbers: &'a Numbers,
    pub(super) place: Place,
    pub(super) kept: Vec<(Slot, Kept)>,
    /// The tokens of the last number that was read as a count.
    pub(super) counted: Option<Range<usize>>,
    /// Where the time begins that is looked for.
    start: usize,
    /// What each rule made of the words at `start`, once it has been asked: ways of writing a time begin with the same rules.
    known: Vec<Option<Found>>,
}

impl<'a, 't> Matcher<'a, 't> {
    pub(super) fn new(
        grammar: &'a Grammar,
        text: &'a Text<'t>,
        ids: &'a [WordId],
        numbers: &'a Numbers,
        place: Place,
    ) -> Self {
        Self {
            grammar,
            text,
            ids,
            numbers,
            place,
            kept: Vec::new(),
            counted: None,
            start: 0,
            known: vec![None; grammar.rules.len()],
        }
    }

    /// The time that begins at a token, and the position behind it.
    pub(super) fn time(&mut self, at: usize) -> Option<(Built, usize)> {
        self.kept.clear();
        self.counted = None;
        self.start = at;
        self.known.fill(None);
        let (built, end) = self.rule(START, at)?;
        Some((built?, end))
    }

    /// Whether the words at a position say that the date before is of the Julian calendar.
    pub(super) fn is_old_style(&mut self, at: usize) -> bool {
        self.grammar.old_style.is_some_and(|rule| self.rule(rule, at).is_some())
    }

    /// Whether any rule may begin with a token: the quick way past most of a text.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let word = usize::from(self.id(at).0);
        let begins = self
            .grammar
            .starts
            .first()
            .and_then(|starts| starts.get(word))
            .is_some_and(|ways| !ways.is_empty());
        begins
            && (self.grammar.alone.get(word).is_some_and(|alone| *alone) || self.id(at + 1) != WordId::NONE)
    }

    /// The number of a token's word; that of no word outside of the block.
    pub(super) fn id(&self, at: usize) -> WordId {
        if self.place.tokens.contains(&at) {
            self.ids.get(at).copied().unwrap_or(WordId::NONE)
        } else {
            WordId::NONE
        }
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        if self.place.tokens.contains(&at) { self.text.word(at) } else { "" }
    }

    /// Whether a token stands right behind the one before, without space.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.text.tokens().get(at).is_some_and(|token| !token.spaced)
    }

    /// Matches a rule; what it builds, if it builds something, and the position behind it.
    fn rule(&mut self, rule: usize, at: usize) -> Found {
        let remembers = at == self.start && self.grammar.rules.get(rule).is_some_and(|rule| rule.builds);
        if !remembers {
            return self.read_rule(rule, at);
        }
        if let Some(Some(known)) = self.known.get(rule) {
            return known.clone();
        }
        let found = self.read_rule(rule, at);
        if let Some(known) = self.known.get_mut(rule) {
            *known = Some(found.clone());
        }
        found
    }

    fn read_rule(&mut self, rule: usize, at: usize) -> Found {
        let grammar = self.grammar;
        let ways = &grammar.rules.get(rule)?.ways;
        let before = self.kept.len();
        for &way in grammar.starts.get(rule)?.get(usize::from(self.id(at).0))? {
            let Some(way) = ways.get(usize::from(way)) else { continue };
            // A way that is another rule hands on what that rule builds.
            if let (Node::Rule(other), None) = (&way.pattern, way.builder) {
                match self.rule(*other, at) {
                    None => continue,
                    found => return found,
                }
            }
            if let Some(end) = self.matches(&way.pattern, at) {
                let Some(builder) = way.builder else { return Some((None, end)) };
                let built = builder.build(&self.kept[before..]);
                self.kept.truncate(before);
                if built.is_some() {
                    return Some((built, end));
                }
            }
            self.kept.truncate(before);
        }
        None
    }

    /// Matches an element; the position behind it.
    fn matches(&mut self, node: &Node, at: usize) -> Option<usize> {
        match node {
            Node::Word(id) => (self.id(at) == *id).then_some(at + 1),
            Node::Class(class) => self.grammar.words.is(self.id(at), *class).then_some(at + 1),
            Node::Terminal(terminal) => Some(self.terminal(*terminal, at)?.1),
            Node::Rule(rule) => Some(self.rule(*rule, at)?.1),
            Node::Keep(slot, inner) => self.keep(*slot, inner, at),
            Node::Constant(slot, value) => {
                self.kept.push((*slot, Kept::Number(*value)));
                Some(at)
            }
            Node::All(nodes) => nodes.iter().try_fold(at, |at, node| self.matches(node, at)),
            Node::First(ways) => ways.iter().find_map(|way| self.attempt(way, at)),
            Node::Maybe(inner) => Some(self.attempt(inner, at).unwrap_or(at)),
            Node::Repeat(inner) => {
                let mut end = at;
                for _ in 0..MOST {
                    let Some(next) = self.attempt(inner, end) else { break };
                    end = next;
                }
                Some(end)
            }
            Node::Ahead(inner) => self.matches(inner, at).map(|_| at),
            Node::NotAhead(inner) => self.fails(inner, at).then_some(at),
            Node::Behind(inner) => self.matches(inner, at.checked_sub(1)?).map(|_| at),
            Node::NotBehind(inner) => at.checked_sub(1).is_none_or(|at| self.fails(inner, at)).then_some(at),
            Node::Glued(inner) => {
                if self.glued(at) {
                    self.matches(inner, at)
                } else {
                    None
                }
            }
        }
    }

    /// Matches an element, and forgets what it kept if it fails.
    fn attempt(&mut self, node: &Node, at: usize) -> Option<usize> {
        let before = self.kept.len();
        let end = self.matches(node, at);
        if end.is_none() {
            self.kept.truncate(before);
        }
        end
    }

    fn fails(&mut self, node: &Node, at: usize) -> bool {
        let before = self.kept.len();
        let end = self.matches(node, at);
        self.kept.truncate(before);
        end.is_none()
    }

    /// Matches an element, and keeps what it says.
    fn keep(&mut self, slot: Slot, node: &Node, at: usize) -> Option<usize> {
        let (kept, end) = match node {
            Node::Class(class) => (Kept::Number(self.grammar.words.value(self.id(at), *class)?), at + 1),
            Node::Terminal(terminal) => {
                let (kept, end) = self.terminal(*terminal, at)?;
                if *terminal == Terminal::Count {
                    self.counted = Some(at..end);
                }
                (kept, end)
            }
            Node::Rule(rule) => match self.rule(*rule, at)? {
                (Some(Built::Date(value)), end) => (Kept::Value(value), end),
                (_, end) => return Some(end),
            },
            _ => return self.matches(node, at),
        };
        self.kept.push((slot, kept));
        Some(end)
    }
}
