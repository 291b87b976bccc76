//! Draws a tree in text.

use crate::sentence::Sentence;
use std::fmt;

impl fmt::Display for Sentence<'_> {
    /// One line a token: the branches, the word, its tag, label and lemma; names in brackets behind their last word.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let branch: Vec<String> = (0..self.len()).map(|t| branches(self, t)).collect();
        let width = branch
            .iter()
            .enumerate()
            .map(|(t, b)| b.chars().count() + self.form(t).chars().count())
            .max()
            .unwrap_or(0);
        for (t, token) in self.tokens().iter().enumerate() {
            let left = format!("{}{}", branch.get(t).map_or("", String::as_str), self.form(t));
            let fill = " ".repeat(width.saturating_sub(left.chars().count()));
            write!(f, "{left}{fill}  {:<6} {:<10} {}", token.tag, token.label, token.lemma)?;
            if let Some(name) = self.names().iter().find(|n| n.tokens.end == t + 1) {
                write!(
                    f,
                    "  [{}: {}]",
                    name.kind,
                    (name.tokens.clone()).map(|i| self.form(i)).collect::<Vec<_>>().join(" ")
                )?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The lines to the left of a word: for each level above it, whether that level's branch still runs past it.
fn branches(sentence: &Sentence<'_>, token: usize) -> String {
    let mut chain: Vec<usize> = std::iter::once(token).chain(sentence.ancestors(token)).collect();
    chain.reverse();
    let mut out = String::new();
    for (level, pair) in chain.windows(2).enumerate() {
        let [head, child] = *pair else { continue };
        let reach = sentence.children(head).fold((head, head), |(low, high), c| (low.min(c), high.max(c)));
        let last = level + 2 == chain.len();
        let inside = token > reach.0 && token < reach.1;
        out.push_str(match (last, child < head) {
            (true, _) if token == reach.0 => "┌─ ",
            (true, _) if token == reach.1 => "└─ ",
            (true, _) => "├─ ",
            (false, _) if inside => "│  ",
            (false, _) => "   ",
        });
    }
    out
}
