//! The words of time, from `data/dates/words.tsv`, and the number that each word of a text is looked up by.

use std::sync::LazyLock;

use crate::lexicon::table::rows;
use crate::lexicon::{LexiconError, Numbers};
use crate::text::{Token, TokenKind, lower};

/// What a word of a text is looked up by: its place in the list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordId(pub(super) u16);

impl WordId {
    /// A word that says nothing about time.
    pub(super) const NONE: Self = Self(0);
    /// Any number in figures.
    pub(super) const NUMBER: Self = Self(1);
    /// Any token of letters and digits: "19th", "1990s".
    pub(super) const MIXED: Self = Self(2);
}

/// A class of words; at most 64 of them, so that the classes of a word fit into a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class(u8);

/// The words of time.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// For each first byte, the words that begin with it, in lower case.
    ids: Vec<Vec<(String, WordId)>>,
    entries: Vec<Entry>,
    classes: Vec<String>,
    /// For each first byte, the lengths of the words that begin with it: most words of a text end here.
    lengths: [u32; 256],
}

#[derive(Debug, Clone, Default)]
struct Entry {
    classes: u64,
    values: Vec<(Class, i32)>,
    /// "May" and "March" are months only with a capital.
    capital: bool,
}

const FILE: &str = "dates/words.tsv";

/// Names that the column `value` may use for numbers: seasons by their EDTF code, units of time from the finest up.
const VALUES: &[(&str, i32)] = &[
    ("spring", 21),
    ("summer", 22),
    ("autumn", 23),
    ("winter", 24),
    ("hour", 0),
    ("day", 1),
    ("week", 2),
    ("month", 3),
    ("year", 4),
    ("decade", 5),
    ("century", 6),
    ("bce", -1),
    ("ce", 1),
];

static EMBEDDED: LazyLock<Result<Words, LexiconError>> =
    LazyLock::new(|| Words::read(FILE, include_str!("../../../data/dates/words.tsv")));

impl Words {
    /// The embedded words.
    pub(crate) fn embedded() -> Result<&'static Self, LexiconError> {
        EMBEDDED.as_ref().map_err(Clone::clone)
    }

    fn read(file: &str, content: &str) -> Result<Self, LexiconError> {
        let entries = vec![Entry::default(); 3];
        let mut words = Self { ids: vec![Vec::new(); 256], entries, classes: Vec::new(), lengths: [0; 256] };
        for row in rows(file, content, &["word", "class", "value", "example"])? {
            let (word, class, value) = (row.required("word")?, row.required("class")?, row.cell("value"));
            let value = match VALUES.iter().find(|(name, _)| *name == value) {
                Some((_, value)) => *value,
                None => row.parse::<i32>("value")?.unwrap_or_default(),
            };
            row.shows(&word.to_lowercase())?;
            let Some(class) = words.class_for(class) else {
                return Err(row.error("there are 64 classes already".into()));
            };
            words.add(word, class, value);
        }
        Ok(words)
    }

    /// These words with those that numbers begin with.
    pub(super) fn with_numbers(mut self, numbers: &Numbers) -> Self {
        if let Some(class) = self.class_for("number") {
            numbers.words().for_each(|word| self.add(word, class, 0));
        }
        self
    }

    fn add(&mut self, word: &str, class: Class, value: i32) {
        let id = self.intern(&word.to_lowercase());
        if let Some(entry) = self.entries.get_mut(usize::from(id.0)) {
            entry.classes |= 1 << class.0;
            entry.values.push((class, value));
            entry.capital |= word.starts_with(char::is_uppercase);
        }
    }

    fn class_for(&mut self, name: &str) -> Option<Class> {
        if let Some(class) = self.class(name) {
            return Some(class);
        }
        let class = u8::try_from(self.classes.len()).ok().filter(|&class| class < 64)?;
        self.classes.push(name.to_owned());
        Some(Class(class))
    }

    /// The class of a name; `None` if no word has it.
    pub(super) fn class(&self, name: &str) -> Option<Class> {
        let place = self.classes.iter().position(|class| class == name)?;
        u8::try_from(place).ok().map(Class)
    }

    /// Gives a word, in lower case, its number.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let known = self.lookup(word);
        if known != WordId::NONE {
            return known;
        }
        let id = WordId(u16::try_from(self.entries.len()).unwrap_or(u16::MAX));
        self.entries.push(Entry::default());
        if let Some(first) = word.bytes().next() {
            self.ids[usize::from(first)].push((word.to_owned(), id));
            self.lengths[usize::from(first)] |= 1 << word.len().min(31);
        }
        id
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The number of a token of a text.
    pub(super) fn id(&self, token: &Token, word: &str) -> WordId {
        match token.kind {
            TokenKind::Number => return WordId::NUMBER,
            TokenKind::Mixed if word.starts_with(|first: char| first.is_ascii_digit()) => {
                return WordId::MIXED;
            }
            _ => {}
        }
        let Some(first) = word.bytes().next() else { return WordId::NONE };
        if first.is_ascii()
            && self.lengths[usize::from(first.to_ascii_lowercase())] >> word.len().min(31) & 1 == 0
        {
            return WordId::NONE;
        }
        let id = self.find(word);
        let entry = self.entries.get(usize::from(id.0));
        if entry.is_some_and(|entry| entry.capital) && !word.starts_with(char::is_uppercase) {
            return WordId::NONE;
        }
        id
    }

    /// The number of a word in any case.
    fn find(&self, word: &str) -> WordId {
        let mut buffer = [0_u8; 32];
        match buffer.get_mut(..word.len()) {
            Some(lower) if word.is_ascii() => {
                lower.copy_from_slice(word.as_bytes());
                lower.make_ascii_lowercase();
                std::str::from_utf8(lower).map_or(WordId::NONE, |lower| self.lookup(lower))
            }
            _ => self.lookup(&lower(word).replace('’', "'")),
        }
    }

    /// The number of a word in lower case.
    fn lookup(&self, word: &str) -> WordId {
        let Some(first) = word.bytes().next() else { return WordId::NONE };
        let found = self.ids[usize::from(first)].iter().find(|(known, _)| known == word);
        found.map_or(WordId::NONE, |(_, id)| *id)
    }

    /// Whether a word is of a class.
    pub(super) fn is(&self, word: WordId, class: Class) -> bool {
        self.entries.get(usize::from(word.0)).is_some_and(|entry| entry.classes >> class.0 & 1 == 1)
    }

    /// The words of a class.
    pub(super) fn of_class(&self, class: Class) -> impl Iterator<Item = WordId> {
        let ids = (0..self.entries.len()).filter_map(|id| u16::try_from(id).ok()).map(WordId);
        ids.filter(move |id| self.is(*id, class))
    }

    /// What a word says as one of a class.
    pub(super) fn value(&self, word: WordId, class: Class) -> Option<i32> {
        let values = &self.entries.get(usize::from(word.0))?.values;
        values.iter().find_map(|(of, value)| (*of == class).then_some(*value))
    }

    /// Whether a word is read only with a capital, since it is another word without.
    pub(super) fn needs_capital(&self, word: WordId) -> bool {
        self.entries.get(usize::from(word.0)).is_some_and(|entry| entry.capital)
    }

    /// Whether a word, in any case, is of one of some classes.
    fn has(&self, word: &str, classes: &[&str]) -> bool {
        let id = self.find(word);
        classes.iter().filter_map(|name| self.class(name)).any(|class| self.is(id, class))
    }
}

/// Whether a word, in any case, is of a class of the embedded words.
pub(crate) fn has_class(word: &str, class: &str) -> bool {
    Words::embedded().is_ok_and(|words| words.has(word, &[class]))
}

/// Whether a word, in any case, is the name of a month or a season, in English or another language of the file.
pub(crate) fn is_month_or_season(word: &str) -> bool {
    Words::embedded().is_ok_and(|words| words.has(word, &["month", "season"]))
}

/// Whether a word, in any case, is the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    Words::embedded().is_ok_and(|words| words.has(word, &["weekday"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert!(Words::embedded().unwrap().len() > 150);
        assert!(is_month_or_season("May") && is_weekday("monday") && !is_weekday("march"));
    }

    #[test]
    fn a_bad_row_is_named() {
        let read = |content| Words::read(FILE, content).unwrap_err().to_string();
        let error = read("word\tclass\tvalue\texample\nmay\tmonth\tfifth\t8 May 1945\n");
        assert_eq!(error, "dates/words.tsv:2: column `value`: invalid digit found in string");
        let error = read("word\tclass\tvalue\texample\nmay\tmonth\t5\t8 June 1945\n");
        assert_eq!(error, "dates/words.tsv:2: the example must contain `may`");
    }
}
