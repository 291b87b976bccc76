//! The grammar of times, from `data/dates/grammar.tsv`: how its rows are read.
//!
//! A row is one way to write something. Its pattern is a list of elements, matched against the tokens of a text from left to
//! right; the first row of a rule that matches is taken, and nothing is tried again (a parsing expression grammar: Ford, 2004).
//!
//! ```text
//! of                  the word, in any case; signs stand in quotes: ","
//! <month>             a word of a class of `words.tsv`; what it says is kept under the name of the class
//! DAY                 something in figures or in context, read by code; kept under its name in lower case
//! {point}             another rule; a rule without value leaves what it keeps to the row that uses it
//! last:DAY            kept under another name
//! step=-1             kept without being in the text
//! x?   x*             x may be missing; x comes up to eight times
//! ( a b | c )         one of some ways
//! &x   !x             x follows, or does not follow, and is not part of the match (what it keeps is kept)
//! @x   !@x            the token before is x, or is not
//! ^x                  no white space stands before x
//! ```
//!
//! Rules do not use themselves, so that every match ends after a bounded number of steps.

use super::days::NamedDay;
use super::pattern::{Node, Way};
use super::words::{Class, WordId, Words};
use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// A way of writing a time: a row of the grammar.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    name: String,
    pub(super) ways: Vec<Way>,
    /// Whether each way makes a value, and leaves nothing kept to others.
    pub(super) builds: bool,
}

/// The grammar of times with its words and named days.
#[derive(Debug, Clone)]
pub(crate) struct Grammar {
    pub(super) words: Words,
    pub(super) rules: Vec<Rule>,
    /// For each rule and each word, the ways that may begin with the word.
    pub(super) starts: Vec<Vec<Vec<u16>>>,
    /// For each word, whether a time may consist of it alone; "the" needs another word of time behind it.
    pub(super) alone: Vec<bool>,
    pub(super) days: Vec<(Vec<WordId>, super::days::Feast)>,
    /// The rule of words behind a date that name the Julian calendar.
    pub(super) old_style: Option<usize>,
    /// The classes that the code itself speaks of.
    classes: Vec<Option<Class>>,
}

/// The rule that a time is.
pub(super) const START: usize = 0;

/// Classes that the code looks for around a number, month or weekday that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Month,
    Season,
    Weekday,
    Ordinal,
    Number,
    Counted,
    Counter,
    Marker,
    MarkerBare,
    And,
    Part,
    Happened,
    Article,
    Designator,
    Pointing,
    DayPreposition,
    GivenName,
    Foreign,
    Roughly,
    Dash,
}

/// The names of these classes, in their order.
const KNOWN: &[&str] = &[
    "month",
    "season",
    "weekday",
    "ordinal",
    "number",
    "counted",
    "counter",
    "marker",
    "marker-bare",
    "and",
    "part",
    "happened",
    "article",
    "designator",
    "pointing",
    "day-preposition",
    "given-name",
    "foreign",
    "roughly",
    "dash",
];

impl Grammar {
    /// Builds a grammar from its rows, words and named days.
    pub(super) fn read(
        file: &str,
        content: &str,
        mut words: Words,
        named: &[NamedDay],
    ) -> Result<Self, LexiconError> {
        let table = rows(file, content, &["rule", "pattern", "value", "example", "reads"])?;
        let mut names: Vec<String> = Vec::new();
        for row in &table {
            let name = row.required("rule")?;
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        let classes = KNOWN.iter().map(|name| words.class(name)).collect();
        let days = named
            .iter()
            .map(|day| (day.words.iter().map(|word| words.intern(word)).collect(), day.feast))
            .collect();
        let mut rules: Vec<Rule> =
            names.iter().map(|name| Rule { name: name.clone(), ways: Vec::new(), builds: false }).collect();
        for row in &table {
            let way = Way::read(row, &names, &mut words)?;
            let rule = names.iter().position(|name| name == row.cell("rule"));
            if let Some(rule) = rule.and_then(|rule| rules.get_mut(rule)) {
                rule.ways.push(way);
            }
        }
        let mut grammar = Self {
            words,
            rules,
            starts: Vec::new(),
            alone: Vec::new(),
            days,
            old_style: names.iter().position(|name| name == "old-style"),
            classes,
        };
        grammar.find_builders();
        grammar.find_starts().map_err(|message| LexiconError::new(file, 0, message))?;
        Ok(grammar)
    }

    /// A class that the code itself speaks of.
    pub(super) fn class(&self, known: Known) -> Option<Class> {
        self.classes.get(known as usize).copied().flatten()
    }

    /// A rule whose ways are other rules builds what they build.
    fn find_builders(&mut self) {
        for _ in 0..self.rules.len() {
            let builds: Vec<bool> = self.rules.iter().map(|rule| rule.builds).collect();
            let way_builds = |way: &Way| match &way.pattern {
                Node::Rule(rule) if way.builder.is_none() => builds.get(*rule).is_some_and(|builds| *builds),
                _ => way.builder.is_some(),
            };
            for rule in &mut self.rules {
                rule.builds = rule.ways.iter().all(way_builds);
            }
        }
    }

    /// Finds the words that each way may begin with.
    fn find_starts(&mut self) -> Result<(), String> {
        let firsts = self.firsts(true)?;
        let count = self.words.len();
        let mut all = Vec::with_capacity(self.rules.len());
        for rule in &self.rules {
            let mut starts = vec![Vec::new(); count];
            for (way_number, way) in (0_u16..).zip(&rule.ways) {
                let mut first = vec![false; count];
                if self.first(&way.pattern, true, &mut first, &firsts) {
                    return Err(format!(
                        "way {} of the rule `{}` matches nothing at all",
                        way_number + 1,
                        rule.name
                    ));
                }
                starts
                    .iter_mut()
                    .zip(&first)
                    .filter(|(_, first)| **first)
                    .for_each(|(ways, _)| ways.push(way_number));
            }
            all.push(starts);
        }
        self.starts = all;
        let without_literals = self.firsts(false)?;
        self.alone = without_literals.into_iter().next().flatten().unwrap_or_default();
        Ok(())
    }

    /// For each rule, the words that it may begin with; without literals, those that it begins with as a class or terminal.
    fn firsts(&self, literals: bool) -> Result<Vec<Option<Vec<bool>>>, String> {
        let mut firsts = vec![None; self.rules.len()];
        for rule in 0..self.rules.len() {
            self.first_of_rule(rule, literals, &mut firsts, &mut Vec::new())?;
        }
        Ok(firsts)
    }

    /// Finds the words that a rule may begin with, those of the rules that it uses first.
    fn first_of_rule(
        &self,
        number: usize,
        literals: bool,
        firsts: &mut [Option<Vec<bool>>],
        within: &mut Vec<usize>,
    ) -> Result<(), String> {
        let Some(rule) = self.rules.get(number).filter(|_| firsts[number].is_none()) else { return Ok(()) };
        if within.contains(&number) {
            return Err(format!("the rule `{}` uses itself", rule.name));
        }
        within.push(number);
        let mut used = Vec::new();
        rule.ways.iter().for_each(|way| way.pattern.rules(&mut used));
        used.into_iter().try_for_each(|used| self.first_of_rule(used, literals, firsts, within))?;
        within.pop();
        let mut first = vec![false; self.words.len()];
        for way in &rule.ways {
            self.first(&way.pattern, literals, &mut first, firsts);
        }
        firsts[number] = Some(first);
        Ok(())
    }

    /// Marks the words that an element may begin with; whether it may match nothing.
    fn first(&self, node: &Node, literals: bool, first: &mut [bool], firsts: &[Option<Vec<bool>>]) -> bool {
        let mut mark = |id: WordId| first[usize::from(id.0)] = true;
        match node {
            Node::Word(id) if literals => mark(*id),
            Node::Word(_) => {}
            Node::Class(class) => self.words.of_class(*class).for_each(mark),
            Node::Terminal(terminal) => terminal.starts(self).into_iter().for_each(mark),
            Node::Rule(rule) => {
                let known = firsts.get(*rule).and_then(Option::as_ref);
                known.into_iter().flatten().zip(first).for_each(|(known, first)| *first |= known);
            }
            Node::Keep(_, inner) | Node::Glued(inner) => return self.first(inner, literals, first, firsts),
            Node::All(nodes) => return nodes.iter().all(|node| self.first(node, literals, first, firsts)),
            Node::First(nodes) => {
                // Each of them marks its words, so all are asked.
                let empty: Vec<bool> =
                    nodes.iter().map(|node| self.first(node, literals, first, firsts)).collect();
                return empty.contains(&true);
            }
            Node::Maybe(inner) | Node::Repeat(inner) => {
                self.first(inner, literals, first, firsts);
                return true;
            }
            Node::Constant(..)
            | Node::Ahead(_)
            | Node::NotAhead(_)
            | Node::Behind(_)
            | Node::NotBehind(_) => return true,
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(row: &str) -> String {
        let content = format!("rule\tpattern\tvalue\texample\treads\n{row}\n");
        let words = Words::embedded().unwrap().clone();
        Grammar::read("dates/grammar.tsv", &content, words, &[]).unwrap_err().to_string()
    }

    #[test]
    fn a_bad_row_is_named() {
        assert_eq!(
            error("time\t<moon>\tpoint\t\t"),
            "dates/grammar.tsv:2: no word of words.tsv is of the class `moon`"
        );
        assert_eq!(error("time\t{moon}\tpoint\t\t"), "dates/grammar.tsv:2: no rule `moon`");
        assert_eq!(error("time\t( DAY\tpoint\t\t"), "dates/grammar.tsv:2: a `)` is missing in the pattern");
        assert!(
            error("time\tMOON\tpoint\t\t").starts_with("dates/grammar.tsv:2: no terminal `MOON`; one of DAY")
        );
        assert!(error("time\tDAY\tmoon\t\t").starts_with("dates/grammar.tsv:2: no value `moon`; one of "));
        assert!(error("time\tDAY?\tpoint\t\t").contains("matches nothing at all"));
        assert!(error("time\tDAY {time}\tpoint\t\t").contains("the rule `time` uses itself"));
    }
}
