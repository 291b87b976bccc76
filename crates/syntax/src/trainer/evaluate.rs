//! Measures a model on trees that it has not seen, given their words.

use super::corpus::Sentence;
use super::names;
use crate::lists::{Label, NameKind, Tag};
use crate::syntax::{Syntax, Workspace};
use crate::universal;
use std::fmt;
use std::time::Instant;

/// Found, wanted, both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Counts {
    found: usize,
    wanted: usize,
    right: usize,
}

impl Counts {
    fn f1(self) -> f64 {
        share(2 * self.right, self.found + self.wanted)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// What a model reaches, against the trees' own teacher. Punctuation does not count for heads and labels.
#[derive(Debug, Clone)]
pub struct Report {
    /// Size of the model file in bytes.
    pub bytes: usize,
    tokens: usize,
    tags: usize,
    universal: usize,
    scored: usize,
    heads: usize,
    labels: usize,
    by_label: Vec<Counts>,
    by_kind: Vec<Counts>,
    seconds: f64,
}

impl Report {
    /// The main figures by name, in hundredths of a per cent.
    pub(crate) fn figures(&self) -> Vec<(String, u32)> {
        let figure = |name: &str, value: f64| (name.to_owned(), (value * 100.0).round() as u32);
        vec![
            figure("tags", share(self.tags, self.tokens)),
            figure("universal", share(self.universal, self.tokens)),
            figure("uas", share(self.heads, self.scored)),
            figure("las", share(self.labels, self.scored)),
            figure("names", self.names().f1()),
        ]
    }

    fn names(&self) -> Counts {
        self.by_kind.iter().fold(Counts::default(), |sum, c| Counts {
            found: sum.found + c.found,
            wanted: sum.wanted + c.wanted,
            right: sum.right + c.right,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in self.figures() {
            writeln!(f, "{name:<12} {:6.2}", f64::from(value) / 100.0)?;
        }
        writeln!(f, "{:<12} {:6.2} MB", "file", self.bytes as f64 / 1e6)?;
        writeln!(
            f,
            "{:<12} {:6.0} tokens a second, words given",
            "speed",
            self.tokens as f64 / self.seconds.max(1e-9)
        )?;
        for (label, counts) in Label::ALL.iter().zip(&self.by_label).filter(|(_, c)| c.wanted > 0) {
            writeln!(f, "{label:<12} {:6.2}  of {}", counts.f1(), counts.wanted)?;
        }
        for (kind, counts) in NameKind::ALL.iter().zip(&self.by_kind) {
            writeln!(f, "{kind:<12} {:6.2}  of {}", counts.f1(), counts.wanted)?;
        }
        Ok(())
    }
}

/// Measures a model.
pub(crate) fn report(syntax: &Syntax, checking: &[Sentence]) -> Report {
    let mut work = Workspace::default();
    let mut r = Report {
        bytes: 0,
        tokens: 0,
        tags: 0,
        universal: 0,
        scored: 0,
        heads: 0,
        labels: 0,
        by_label: vec![Counts::default(); Label::ALL.len()],
        by_kind: vec![Counts::default(); NameKind::ALL.len()],
        seconds: 0.0,
    };
    for sentence in checking {
        let forms: Vec<&str> = sentence.tokens.iter().map(|t| t.form.as_str()).collect();
        let start = Instant::now();
        syntax.sentence(&forms, &mut work);
        r.seconds += start.elapsed().as_secs_f64();
        for ((gold, &tag), (head, label)) in sentence.tokens.iter().zip(&work.tags).zip(work.arcs()) {
            r.tokens += 1;
            r.tags += usize::from(gold.tag.index() == usize::from(tag));
            let guess = Tag::from_index(usize::from(tag)).unwrap_or(Tag::XX);
            let lemma = syntax.lemma(&gold.form, guess);
            r.universal += usize::from(universal::universal(guess, label, &lemma) == gold.universal);
            if gold.label == Label::Punct {
                continue;
            }
            let wanted = if gold.head == forms.len() { None } else { Some(gold.head) };
            let right = head == wanted && label == gold.label;
            r.scored += 1;
            r.heads += usize::from(head == wanted);
            r.labels += usize::from(right);
            if let Some(counts) = r.by_label.get_mut(label.index()) {
                counts.found += 1;
            }
            if let Some(counts) = r.by_label.get_mut(gold.label.index()) {
                counts.wanted += 1;
                counts.right += usize::from(right);
            }
        }
        let gold = names::spans(sentence);
        for (spans, is_gold) in [(&gold, true), (&work.names, false)] {
            for span in spans {
                if let Some(counts) = r.by_kind.get_mut(span.2.index()) {
                    if is_gold {
                        counts.wanted += 1;
                    } else {
                        counts.found += 1;
                        counts.right += usize::from(gold.contains(span));
                    }
                }
            }
        }
    }
    r
}
