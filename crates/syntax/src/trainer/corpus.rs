//! The silver trees: tab-separated lines, one token a line, an empty line after each sentence.

use crate::lists::{Label, NameKind, Tag, Universal};

/// One token of a training sentence.
#[derive(Clone, Debug)]
pub(crate) struct Gold {
    pub(crate) form: String,
    pub(crate) tag: Tag,
    /// Place of the head from 0; the sentence's length for the root.
    pub(crate) head: usize,
    pub(crate) label: Label,
    /// Whether a name begins here, and its kind.
    pub(crate) name: Option<(bool, NameKind)>,
    pub(crate) universal: Universal,
}

/// A training sentence.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) tokens: Vec<Gold>,
}

/// Why a training file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// A line that breaks the format.
    #[error("line {line}: {problem}")]
    Line {
        /// Line number from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// Reads a whole corpus.
pub(crate) fn read(text: &str) -> Result<Vec<Sentence>, CorpusError> {
    let mut out = Vec::new();
    let mut tokens: Vec<Gold> = Vec::new();
    // The empty line at the end closes a last sentence that has none.
    for (number, line) in text.lines().chain(std::iter::once("")).enumerate() {
        let bad = |problem: String| CorpusError::Line { line: number + 1, problem };
        if line.is_empty() {
            if !tokens.is_empty() {
                let len = tokens.len();
                for token in &mut tokens {
                    token.head = if token.head == 0 { len } else { token.head - 1 };
                    if token.head > len {
                        return Err(bad(format!("a head beyond the sentence's {len} tokens")));
                    }
                }
                out.push(Sentence { tokens: std::mem::take(&mut tokens) });
            }
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        // The line that names the source of the next sentence.
        if fields.len() == 1 && line.starts_with('#') {
            continue;
        }
        let [form, _, tag, head, label, name, universal] = fields.as_slice() else {
            return Err(bad(format!("{} columns instead of 7", fields.len())));
        };
        let name = match name.split_once('-') {
            None => None,
            Some((place, kind)) => Some((
                place == "B",
                NameKind::parse(kind).ok_or_else(|| bad(format!("unknown name kind {kind}")))?,
            )),
        };
        let tag = if *tag == "_SP" { "XX" } else { tag };
        let tag = if tag == "AFX" { "JJ" } else { tag };
        tokens.push(Gold {
            form: (*form).to_owned(),
            tag: Tag::parse(tag).ok_or_else(|| bad(format!("unknown tag {tag}")))?,
            head: head.parse().map_err(|_| bad(format!("head {head} is no number")))?,
            label: Label::parse(label).ok_or_else(|| bad(format!("unknown label {label}")))?,
            name,
            universal: Universal::parse(universal)
                .ok_or_else(|| bad(format!("unknown universal tag {universal}")))?,
        });
    }
    Ok(out)
}
