//! Draws a tree in text.

use crate::sentence::Sentence;
use std::fmt;

impl fmt::Display for Sentence<'_> {
    /// One line a token: the branches, the word, its tag, label and lemma; names in brackets behind their last word.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The outermost words that hang on each word, itself included.
        let mut reach: Vec<(usize, usize)> = (0..self.len()).map(|t| (t, t)).collect();
        for t in 0..self.len() {
            if let Some(slot) = self.head(t).and_then(|h| reach.get_mut(h)) {
                *slot = (slot.0.min(t), slot.1.max(t));
            }
        }
        let branch: Vec<String> = (0..self.len()).map(|t| branches(self, &reach, t)).collect();
        let width = branch
            .iter()
            .enumerate()
            .map(|(t, b)| b.chars().count() + self.form(t).chars().count())
            .max()
            .unwrap_or(0)
            .min(WIDEST);
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

/// Where the columns behind the words begin at the latest; one long address shall not push all others away.
const WIDEST: usize = 60;

/// The lines to the left of a word: for each level above it, whether that level's branch still runs past it.
fn branches(sentence: &Sentence<'_>, reach: &[(usize, usize)], token: usize) -> String {
    let mut chain: Vec<usize> = std::iter::once(token).chain(sentence.ancestors(token)).collect();
    chain.reverse();
    let mut out = String::new();
    for (level, pair) in chain.windows(2).enumerate() {
        let [head, child] = *pair else { continue };
        let reach = reach.get(head).copied().unwrap_or((head, head));
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
