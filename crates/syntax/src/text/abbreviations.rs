//! The abbreviations that keep their full stop, and the words that open a sentence after one.

use crate::data::{DataError, rows};
use std::collections::{BTreeMap, BTreeSet};

/// What may follow an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A word always follows.
    Title,
    /// Only an abbreviation before a number.
    Number,
    /// Goes on before a number.
    Month,
    /// May end a sentence.
    End,
}

/// The two lists.
pub(crate) struct Abbreviations {
    forms: BTreeMap<&'static str, Class>,
    starters: BTreeSet<&'static str>,
}

impl Abbreviations {
    /// The lists that come with the crate.
    pub(crate) fn english() -> Result<Self, DataError> {
        const FILE: &str = "abbreviations.tsv";
        let mut forms = BTreeMap::new();
        for (line, row) in rows(include_str!("../../data/abbreviations.tsv")) {
            let bad = |problem: &str| DataError { file: FILE, line, problem: problem.to_owned() };
            let (form, class) = row.split_once('\t').ok_or_else(|| bad("two columns are wanted"))?;
            let class = match class {
                "title" => Class::Title,
                "number" => Class::Number,
                "month" => Class::Month,
                "end" => Class::End,
                _ => return Err(bad("unknown class")),
            };
            forms.insert(form, class);
        }
        let starters = rows(include_str!("../../data/starters.txt")).map(|(_, row)| row).collect();
        Ok(Abbreviations { forms, starters })
    }

    /// The class of an abbreviation, written with its stop. Capitals count as the usual spelling ("NO." as "No.", "Cf."
    /// as "cf."), and of hyphenated ranks the last decides ("Lt.-Gen.").
    pub(crate) fn get(&self, form: &str) -> Option<Class> {
        let usual = |form: &str| self.forms.get(form).copied().or_else(|| self.capitals(form));
        usual(form).or_else(|| {
            let (_, last) = form.rsplit_once('-')?;
            last.starts_with(|c: char| c.is_ascii_uppercase()).then(|| usual(last)).flatten()
        })
    }

    fn capitals(&self, form: &str) -> Option<Class> {
        let first = form.chars().next().filter(char::is_ascii_uppercase)?;
        let rest = form.get(1..)?;
        if rest.len() < 2 {
            return None;
        }
        let lower = format!("{}{rest}", first.to_ascii_lowercase());
        // A name may end a sentence ("… with Al."), so what may end one counts in its own spelling only.
        self.forms.get(lower.as_str()).copied().filter(|class| *class != Class::End).or_else(|| {
            let capitals = form.len() > 2 && form.chars().all(|c| c.is_ascii_uppercase() || c == '.');
            if !capitals {
                return None;
            }
            let usual: String = form
                .chars()
                .enumerate()
                .map(|(i, c)| if i == 0 { c } else { c.to_ascii_lowercase() })
                .collect();
            self.forms.get(usual.as_str()).copied()
        })
    }

    /// Whether a capitalised word opens a sentence even after an abbreviation.
    pub(crate) fn starts(&self, word: &str) -> bool {
        self.starters.contains(word)
    }
}
