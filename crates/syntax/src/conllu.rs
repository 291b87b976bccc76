//! CoNLL-U, the format of Universal Dependencies (<https://universaldependencies.org/format.html>), in and out.
//!
//! Tags go to `XPOS`, universal tags to `UPOS`, labels to `DEPREL` (as they are: CLEAR, not UD; the root is `root`),
//! names to `MISC` as `Name=B-ORG` / `Name=I-ORG`, spaces to `MISC` as `SpaceAfter=No` or `SpacesAfter=…`, escaped as
//! UDPipe does it, other spaces and control characters as `\\u{…}`. What is written is read back as the same analysis;
//! only a text without any word has no lines to stand in.

use crate::analysis::{Analysis, AnalysisError, Name, Parsed, Token};
use crate::lists::{Label, NameKind, Tag, Universal};
use crate::sentence::Sentence;
use std::fmt::Write;

/// Why a text is no CoNLL-U that this crate can read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConlluError {
    /// A line that breaks the format.
    #[error("line {line}: {problem}")]
    Line {
        /// Line number from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// The lines are well formed but make no analysis.
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
}

/// Writes an analysis as CoNLL-U.
///
/// ```
/// let syntax = verbale_syntax::Syntax::english()?;
/// let analysis = syntax.analyze("Peru agreed.");
/// let lines = verbale_syntax::conllu::write(&analysis);
/// assert!(lines.contains("1\tPeru\tPeru\tPROPN\tNNP\t_\t2\tnsubj\t_\tName=B-GPE"));
/// assert_eq!(verbale_syntax::conllu::read(&lines).unwrap(), analysis);
/// # Ok::<(), verbale_syntax::ModelError>(())
/// ```
pub fn write(analysis: &Analysis) -> String {
    let mut out = String::new();
    let count = analysis.sentences().len();
    let mut done = 0;
    for sentence in analysis.sentences() {
        let before = analysis.text().get(done..sentence.span().start).unwrap_or("");
        done = sentence.span().end;
        // Space before the first sentence has no token to stand behind.
        if sentence.index() == 0 && !before.is_empty() {
            let _ = writeln!(out, "# spaces_before = {}", escape(before));
        }
        let _ = writeln!(out, "# sent_id = {}", sentence.index() + 1);
        let _ = writeln!(out, "# text = {}", surface(&sentence));
        for (at, token) in sentence.tokens().iter().enumerate() {
            let next = match sentence.tokens().get(at + 1) {
                Some(next) => next.span.start,
                None if sentence.index() + 1 < count => {
                    analysis.sentence(sentence.index() + 1).map_or(token.span.end, |s| s.span().start)
                }
                None => analysis.text().len(),
            };
            let gap = analysis.text().get(token.span.end..next).unwrap_or("");
            let mut misc: Vec<String> = Vec::new();
            if let Some(name) = sentence.name_at(at) {
                misc.push(format!("Name={}-{}", if name.tokens.start == at { "B" } else { "I" }, name.kind));
            }
            match gap {
                "" => misc.push("SpaceAfter=No".to_owned()),
                " " => {}
                other => misc.push(format!("SpacesAfter={}", escape(other))),
            }
            let (form, lemma) = (sentence.form(at), &token.lemma);
            let head = token.head.map_or(0, |h| h + 1);
            let label = if token.head.is_none() { "root" } else { token.label.as_str() };
            let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
            let _ = writeln!(
                out,
                "{}\t{form}\t{lemma}\t{}\t{}\t_\t{head}\t{label}\t_\t{misc}",
                at + 1,
                token.universal,
                token.tag
            );
        }
        out.push('\n');
    }
    out
}

/// Reads CoNLL-U. Unknown tags are read as `XX`/`X` and unknown labels as `dep`, so that trees of other makers can be
/// looked at. The words of a multi-word token stand in the text without space between them; empty nodes are passed over.
///
/// # Errors
/// When a line has not ten columns, a number is none, or the heads make no tree.
pub fn read(text: &str) -> Result<Analysis, ConlluError> {
    let mut source = String::new();
    let mut sentences = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut names: Vec<Name> = Vec::new();
    // The last word of the multi-word token that is being read, and the space behind it.
    let mut range: Option<(usize, String)> = None;
    for (number, line) in text.lines().chain(std::iter::once("")).enumerate() {
        let bad = |problem: String| ConlluError::Line { line: number + 1, problem };
        if line.is_empty() {
            range = None;
            if !tokens.is_empty() {
                sentences
                    .push(Parsed { tokens: std::mem::take(&mut tokens), names: std::mem::take(&mut names) });
            }
            continue;
        }
        if let Some(comment) = line.strip_prefix('#') {
            if let Some(spaces) = comment.trim_start().strip_prefix("spaces_before = ")
                && source.is_empty()
            {
                source.push_str(&unescape(spaces));
            }
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, label, _, misc] = columns.as_slice() else {
            return Err(bad(format!("{} columns instead of 10", columns.len())));
        };
        if let Some((_, last)) = id.split_once('-') {
            let last = last.parse().map_err(|_| bad(format!("range {id} has no last word")))?;
            range = Some((last, gap_after(misc).unwrap_or_else(|| " ".to_owned())));
            continue;
        }
        if id.contains('.') {
            continue;
        }
        range = range.filter(|(last, _)| *last > tokens.len());
        if id.parse() != Ok(tokens.len() + 1) {
            return Err(bad(format!("token {id} where {} is due", tokens.len() + 1)));
        }
        let head: usize = head.parse().map_err(|_| bad(format!("head {head} is no number")))?;
        let start = source.len();
        source.push_str(form);
        tokens.push(Token {
            span: start..source.len(),
            tag: Tag::parse(xpos).unwrap_or(Tag::XX),
            universal: Universal::parse(upos).unwrap_or(Universal::X),
            lemma: (*lemma).to_owned(),
            head: head.checked_sub(1),
            label: match Label::parse(label) {
                _ if head == 0 => Label::Root,
                Some(Label::Root) | None => Label::Dep,
                Some(label) => label,
            },
        });
        let mut gap = " ".to_owned();
        if let Some((last, after)) = range.as_ref() {
            gap = if tokens.len() < *last { String::new() } else { after.clone() };
        }
        if let Some(own) = gap_after(misc) {
            gap = own;
        }
        for item in misc.split('|') {
            if let Some(("Name", name)) = item.split_once('=') {
                let kind = name
                    .split_once('-')
                    .and_then(|(_, k)| NameKind::parse(k))
                    .ok_or_else(|| bad(format!("unknown name {name}")))?;
                let at = tokens.len() - 1;
                match names
                    .last_mut()
                    .filter(|last| name.starts_with('I') && last.tokens.end == at && last.kind == kind)
                {
                    Some(last) => last.tokens.end = at + 1,
                    None => names.push(Name { tokens: at..at + 1, kind }),
                }
            }
        }
        source.push_str(&gap);
    }
    Ok(Analysis::new(source, sentences)?)
}

/// The space behind a token, where its last column tells of it.
fn gap_after(misc: &str) -> Option<String> {
    misc.split('|').find_map(|item| match item.split_once('=')? {
        ("SpaceAfter", "No") => Some(String::new()),
        ("SpacesAfter", spaces) => Some(unescape(spaces)),
        _ => None,
    })
}

/// Spaces as UDPipe writes them.
fn escape(spaces: &str) -> String {
    let mut out = String::new();
    for c in spaces.chars() {
        match c {
            ' ' => out.push_str("\\s"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            '|' => out.push_str("\\p"),
            // Every other space or control character: its number.
            c if c.is_whitespace() || c.is_control() => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// The forms of a sentence, with one space for whatever stands between them.
fn surface(sentence: &Sentence<'_>) -> String {
    let mut out = String::new();
    let mut end = None;
    for (at, token) in sentence.tokens().iter().enumerate() {
        if end.is_some_and(|end| end < token.span.start) {
            out.push(' ');
        }
        out.push_str(sentence.form(at));
        end = Some(token.span.end);
    }
    out
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('s') => out.push(' '),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('p') => out.push('|'),
            Some('u') => {
                let code: String = chars.by_ref().skip(1).take_while(|&c| c != '}').take(6).collect();
                out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            Some(other) => out.push(other),
            None => out.push('\\'),
        }
    }
    out
}
