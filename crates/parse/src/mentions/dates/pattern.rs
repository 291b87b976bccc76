//! The patterns of the grammar's rows: their elements, and how they are read.

use super::build::{Builder, SLOTS, Slot, slot};
use super::terminals::Terminal;
use super::words::{Class, WordId, Words};
use crate::lexicon::LexiconError;
use crate::lexicon::table::Row;

/// An element of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Word(WordId),
    Class(Class),
    Terminal(Terminal),
    Rule(usize),
    Keep(Slot, Box<Node>),
    Constant(Slot, i32),
    All(Vec<Node>),
    First(Vec<Node>),
    Maybe(Box<Node>),
    Repeat(Box<Node>),
    Ahead(Box<Node>),
    NotAhead(Box<Node>),
    Behind(Box<Node>),
    NotBehind(Box<Node>),
    Glued(Box<Node>),
}

/// One way to write something.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) pattern: Node,
    /// What the kept things make; nothing for a rule that leaves them to others.
    pub(super) builder: Option<Builder>,
}

impl Node {
    /// The rules that an element uses.
    pub(super) fn rules(&self, used: &mut Vec<usize>) {
        match self {
            Self::Rule(rule) => used.push(*rule),
            Self::All(nodes) | Self::First(nodes) => nodes.iter().for_each(|node| node.rules(used)),
            Self::Keep(_, inner)
            | Self::Glued(inner)
            | Self::Maybe(inner)
            | Self::Repeat(inner)
            | Self::Ahead(inner)
            | Self::NotAhead(inner)
            | Self::Behind(inner)
            | Self::NotBehind(inner) => inner.rules(used),
            Self::Word(_) | Self::Class(_) | Self::Terminal(_) | Self::Constant(..) => {}
        }
    }
}

impl Way {
    /// Reads a row. `names` are those of the rules.
    pub(super) fn read(row: &Row<'_>, names: &[String], words: &mut Words) -> Result<Self, LexiconError> {
        let parts = row.required("pattern")?.split_whitespace().collect();
        Reader { row, names, words, parts, at: 0 }.way()
    }
}

/// Reads the pattern of a row.
struct Reader<'a, 'w> {
    row: &'a Row<'a>,
    names: &'a [String],
    words: &'w mut Words,
    parts: Vec<&'a str>,
    at: usize,
}

impl Reader<'_, '_> {
    fn way(&mut self) -> Result<Way, LexiconError> {
        let pattern = self.choice()?;
        if self.at < self.parts.len() {
            return Err(self.row.error("a `)` too many in the pattern".into()));
        }
        let builder = match self.row.cell("value") {
            "" => None,
            name => {
                let unknown = || self.row.error(format!("no value `{name}`; one of {}", Builder::names()));
                Some(Builder::of(name).ok_or_else(unknown)?)
            }
        };
        Ok(Way { pattern, builder })
    }

    fn choice(&mut self) -> Result<Node, LexiconError> {
        let mut ways = Vec::new();
        let mut nodes = Vec::new();
        while let Some(&part) = self.parts.get(self.at) {
            if part == "|" {
                ways.push(Node::All(std::mem::take(&mut nodes)));
                self.at += 1;
            } else if matches!(part, ")" | ")?" | ")*") {
                break;
            } else {
                nodes.push(self.element()?);
            }
        }
        let mut last = if nodes.len() == 1 { nodes.remove(0) } else { Node::All(nodes) };
        if !ways.is_empty() {
            ways.push(last);
            last = Node::First(ways);
        }
        Ok(last)
    }

    fn element(&mut self) -> Result<Node, LexiconError> {
        let Some(&whole) = self.parts.get(self.at) else {
            return Err(self.row.error("the pattern ends too early".into()));
        };
        self.at += 1;
        let stripped = [
            ("!@", Node::NotBehind as fn(Box<Node>) -> Node),
            ("@", Node::Behind),
            ("!", Node::NotAhead),
            ("&", Node::Ahead),
            ("^", Node::Glued),
        ];
        for (prefix, make) in stripped {
            if let Some(rest) = whole.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
                self.at -= 1;
                self.parts[self.at] = rest;
                // What may be missing is the whole: "^x?" is "(^x)?".
                return Ok(match self.element()? {
                    Node::Maybe(inner) => Node::Maybe(Box::new(make(inner))),
                    inner => make(Box::new(inner)),
                });
            }
        }
        if whole == "(" {
            let inner = self.choice()?;
            let closed = self.parts.get(self.at).copied();
            self.at += 1;
            return match closed {
                Some(")") => Ok(inner),
                Some(")?") => Ok(Node::Maybe(Box::new(inner))),
                Some(")*") => Ok(Node::Repeat(Box::new(inner))),
                _ => Err(self.row.error("a `)` is missing in the pattern".into())),
            };
        }
        let quoted = whole.starts_with('"');
        let suffix = if quoted && whole.ends_with('"') { None } else { whole.chars().next_back() };
        match suffix {
            Some('?') => Ok(Node::Maybe(Box::new(self.atom(whole.trim_end_matches('?'))?))),
            Some('*') => Ok(Node::Repeat(Box::new(self.atom(whole.trim_end_matches('*'))?))),
            _ => self.atom(whole),
        }
    }

    fn atom(&mut self, whole: &str) -> Result<Node, LexiconError> {
        if let Some((slot, value)) = whole.split_once('=') {
            let value = value.parse().map_err(|_| self.row.error(format!("`{whole}`: not a number")))?;
            return Ok(Node::Constant(self.slot(slot)?, value));
        }
        let (name, atom) = match whole.split_once(':').filter(|(name, _)| !name.starts_with('"')) {
            Some((name, atom)) => (Some(name), atom),
            None => (None, whole),
        };
        let between = |open: char, close: char| atom.strip_prefix(open)?.strip_suffix(close);
        let (node, own) = if let Some(class) = between('<', '>') {
            let unknown = || self.row.error(format!("no word of words.tsv is of the class `{class}`"));
            (Node::Class(self.words.class(class).ok_or_else(unknown)?), Some(class))
        } else if let Some(rule) = between('{', '}') {
            let found = self.names.iter().position(|known| known == rule);
            (Node::Rule(found.ok_or_else(|| self.row.error(format!("no rule `{rule}`")))?), None)
        } else if atom.len() > 1 && atom.chars().all(|char| char.is_ascii_uppercase()) {
            let unknown = || self.row.error(format!("no terminal `{atom}`; one of {}", Terminal::names()));
            let terminal = Terminal::of(atom).ok_or_else(unknown)?;
            (Node::Terminal(terminal), Some(terminal.slot()))
        } else {
            (Node::Word(self.words.intern(atom.trim_matches('"'))), None)
        };
        let slot = match name {
            Some(name) => Some(self.slot(name)?),
            None => own.and_then(slot),
        };
        Ok(slot.map_or(node.clone(), |slot| Node::Keep(slot, Box::new(node))))
    }

    fn slot(&self, name: &str) -> Result<Slot, LexiconError> {
        slot(name).ok_or_else(|| {
            self.row.error(format!("nothing is kept as `{name}`; one of {}", SLOTS.join(", ")))
        })
    }
}
