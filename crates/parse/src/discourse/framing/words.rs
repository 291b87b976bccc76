//! The list of loaded and hedging words, from `data/framing/words.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use verbale_core::FramingKind;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// What part of speech a word has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Verb,
    Noun,
    Adjective,
    Adverb,
    Preposition,
}

/// Whom words are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    /// What the verb or preposition governs.
    Object,
    /// Who does what the verb says.
    Subject,
    /// The doer or owner of the noun.
    Noun,
    /// The doer of the deed that the noun names; "of" and a name behind it say whom it befell.
    Deed,
    /// The doer or owner of the noun; without one, and without an event, the word frames nothing.
    Known,
}

/// Words that frame something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// The pieces of a hyphenated word before its last one.
    pub(super) lead: Vec<String>,
    /// The further words of the phrase.
    pub(super) rest: Vec<String>,
    pub(super) kind: FramingKind,
    pub(super) toward: Option<Toward>,
}

/// By part and first word; of a hyphenated word, by its last piece.
pub(super) type Lists = BTreeMap<Part, BTreeMap<String, Vec<Words>>>;

const FILE: &str = "framing/words.tsv";

pub(super) static WORDS: LazyLock<Lists> = LazyLock::new(|| {
    // A malformed row is a failing test, not a failing program.
    read(include_str!("../../../data/framing/words.tsv")).unwrap_or_default()
});

/// Words before a quotation that keep it at a distance, as written: "so-called".
pub(super) static DISTANCING: LazyLock<Vec<String>> = LazyLock::new(|| {
    let distancing = |words: &&Words| words.kind == FramingKind::Distancing;
    let written = |(first, words): (&String, &Words)| {
        words.lead.iter().chain([first]).map(String::as_str).collect::<Vec<_>>().join("-")
    };
    let each = WORDS.values().flatten();
    let each = each.flat_map(|(first, all)| all.iter().filter(distancing).map(move |words| (first, words)));
    each.map(written).collect()
});

pub(super) fn read(content: &str) -> Result<Lists, LexiconError> {
    let mut lists = Lists::new();
    for row in rows(FILE, content, &["words", "part", "kind", "toward", "example"])? {
        row.required("example")?;
        let part = match row.cell("part") {
            "verb" => Part::Verb,
            "noun" => Part::Noun,
            "adjective" => Part::Adjective,
            "adverb" => Part::Adverb,
            "preposition" => Part::Preposition,
            other => {
                let message =
                    format!("`part` is verb, noun, adjective, adverb or preposition, not `{other}`");
                return Err(row.error(message));
            }
        };
        let toward = match row.cell("toward") {
            "" => None,
            "object" => Some(Toward::Object),
            "subject" => Some(Toward::Subject),
            "noun" => Some(Toward::Noun),
            "deed" => Some(Toward::Deed),
            "known" => Some(Toward::Known),
            other => {
                return Err(row.error(format!(
                    "`toward` is object, subject, noun, deed, known or empty, not `{other}`"
                )));
            }
        };
        let kind = row.parse_required("kind")?;
        let mut words = row.required("words")?.split(' ');
        let mut lead: Vec<String> = words.next().unwrap_or_default().split('-').map(str::to_owned).collect();
        let first = lead.pop().unwrap_or_default();
        let words = Words { lead, rest: words.map(str::to_owned).collect(), kind, toward };
        let all = lists.entry(part).or_default().entry(first).or_default();
        if all.iter().any(|other| other.lead == words.lead && other.rest == words.rest) {
            return Err(row.error("the words stand twice".into()));
        }
        all.push(words);
    }
    // The longest phrase first.
    for all in lists.values_mut().flat_map(BTreeMap::values_mut) {
        all.sort_by_key(|words| std::cmp::Reverse(words.rest.len() + words.lead.len()));
    }
    Ok(lists)
}
