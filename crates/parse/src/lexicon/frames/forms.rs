//! The forms of a verb, by which it is found where the model's lemma is wrong, and where its -ing form is a noun: "the shelling of the
//! town".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::LexiconError;
use super::super::table::rows;

/// The past and the participle of irregular verbs.
static IRREGULAR: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    irregular(include_str!("../../../data/text/irregular_verbs.tsv")).unwrap_or_default()
});

fn irregular(content: &str) -> Result<BTreeMap<String, Vec<String>>, LexiconError> {
    let mut verbs = BTreeMap::new();
    for row in rows("text/irregular_verbs.tsv", content, &["base", "past", "participle"])? {
        let forms = row.list("past").chain(row.list("participle")).map(str::to_owned).collect();
        verbs.insert(row.required("base")?.to_owned(), forms);
    }
    Ok(verbs)
}

/// Whether a word is the past of an irregular verb: "sold".
pub(crate) fn is_irregular_past(word: &str) -> bool {
    IRREGULAR.values().flatten().any(|form| form == word)
}

fn is_vowel(char: char) -> bool {
    matches!(char, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// "-s" with its spelling.
fn third_person(base: &str) -> String {
    let before_last = base.chars().rev().nth(1).unwrap_or(' ');
    let hisses = ["s", "sh", "ch", "x", "z"].iter().any(|end| base.ends_with(end));
    if hisses || base.ends_with('o') && !is_vowel(before_last) {
        format!("{base}es")
    } else if let Some(stem) = base.strip_suffix('y').filter(|_| !is_vowel(before_last)) {
        format!("{stem}ies")
    } else {
        format!("{base}s")
    }
}

/// Ends of longer verbs whose last syllable is stressed: "commit", "refer", "expel", "kidnap", "annul", "patrol".
const STRESSED: &[&str] = &[
    "mit", "fer", "pel", "bel", "cur", "bid", "gin", "get", "nap", "quip", "nul", "quit", "trol", "deter",
    "abet", "drop", "unban", "rebut", "wiretap", "gas",
];

/// Ends that only look like those: "offer", "limit", "target".
const UNSTRESSED: &[&str] = &["ffer", "limit", "target", "budget"];

/// Whether the last consonant is doubled: one vowel before one consonant, in a short word or a stressed last syllable.
fn doubles(base: &str) -> bool {
    let mut ends = base.chars().rev();
    let (Some(last), Some(vowel), before) = (ends.next(), ends.next(), ends.next()) else { return false };
    let short = || base.chars().filter(|char| is_vowel(*char)).count() == 1;
    let ends_with = |ends: &[&str]| ends.iter().any(|end| base.ends_with(end));
    let stressed = || ends_with(STRESSED) && !ends_with(UNSTRESSED);
    !is_vowel(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && is_vowel(vowel)
        && before.is_some_and(|before| !is_vowel(before))
        && (short() || stressed())
}

/// Whether British English doubles the last consonant of an unstressed syllable and American English does not: "cancelled".
fn doubles_in_british(base: &str) -> bool {
    ["el", "et", "al"].iter().any(|end| base.ends_with(end))
        && !base.ends_with("eal")
        && !base.ends_with("eet")
        && !doubles(base)
}

fn doubled(base: &str, ending: &str) -> String {
    format!("{base}{}{ending}", base.chars().next_back().unwrap_or_default())
}

/// The -ing forms, with both spellings where British and American English differ.
pub(super) fn gerund(base: &str) -> Vec<String> {
    match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") && !base.ends_with("ye") && stem.len() > 1 => {
            vec![format!("{stem}ing")]
        }
        _ if doubles(base) => vec![doubled(base, "ing")],
        _ if doubles_in_british(base) => vec![format!("{base}ing"), doubled(base, "ing")],
        _ => vec![format!("{base}ing")],
    }
}

/// The regular past, with both spellings where British and American English differ.
fn regular_past(base: &str) -> Vec<String> {
    let before_last = base.chars().rev().nth(1).unwrap_or(' ');
    if base.ends_with('e') {
        vec![format!("{base}d")]
    } else if let Some(stem) = base.strip_suffix('y').filter(|_| !is_vowel(before_last)) {
        vec![format!("{stem}ied")]
    } else if doubles(base) {
        vec![doubled(base, "ed")]
    } else if doubles_in_british(base) {
        vec![format!("{base}ed"), doubled(base, "ed")]
    } else {
        vec![format!("{base}ed")]
    }
}

/// The past and the third person, with both spellings where British and American English differ.
pub(super) fn finite(base: &str) -> Vec<String> {
    let mut forms = IRREGULAR.get(base).cloned().unwrap_or_else(|| regular_past(base));
    forms.dedup();
    forms.push(third_person(base));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gerunds_are_spelt() {
        let forms = |base| gerund(base).join(" ");
        assert_eq!(forms("shell"), "shelling");
        assert_eq!(forms("seize"), "seizing");
        assert_eq!(forms("flee"), "fleeing");
        assert_eq!(forms("ban"), "banning");
        assert_eq!(forms("expel"), "expelling");
        assert_eq!(forms("visit"), "visiting");
        assert_eq!(forms("limit"), "limiting");
        assert_eq!(forms("airdrop"), "airdropping");
        assert_eq!(forms("cancel"), "canceling cancelling");
        assert_eq!(finite("deny"), ["denied", "denies"]);
        assert_eq!(finite("expel"), ["expelled", "expels"]);
        assert_eq!(finite("boycott"), ["boycotted", "boycotts"]);
        assert_eq!(finite("overrun"), ["overran", "overrun", "overruns"]);
    }

    #[test]
    fn the_file_of_irregular_verbs_can_be_read() {
        assert!(irregular(include_str!("../../../data/text/irregular_verbs.tsv")).unwrap().len() > 130);
    }
}
