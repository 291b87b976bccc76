//! The inflected forms of triggers: spelling rules, and a list of irregular verbs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::TriggerForm;
use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// Irregular verbs: the base with its past and its participle.
#[derive(Debug, Default)]
pub(super) struct Irregular {
    verbs: BTreeMap<String, (Vec<String>, Vec<String>)>,
}

const FILE: &str = "text/irregular_verbs.tsv";

static EMBEDDED: LazyLock<Irregular> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    Irregular::read(include_str!("../../../data/text/irregular_verbs.tsv")).unwrap_or_default()
});

impl Irregular {
    pub(super) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    fn read(content: &str) -> Result<Self, LexiconError> {
        let mut irregular = Self::default();
        for row in rows(FILE, content, &["base", "past", "participle"])? {
            row.required("past")?;
            row.required("participle")?;
            let forms = |column| row.list(column).map(str::to_owned).collect();
            irregular.verbs.insert(row.required("base")?.to_owned(), (forms("past"), forms("participle")));
        }
        Ok(irregular)
    }
}

/// The forms of a verb of one or more words; the first word is inflected: "put forward", "putting forward".
pub(super) fn of_verb(lemma: &str, irregular: &Irregular) -> Vec<(Vec<String>, TriggerForm)> {
    let (base, rest) = lemma.split_once(' ').map_or((lemma, ""), |(base, rest)| (base, rest));
    let mut forms = vec![(base.to_owned(), TriggerForm::Present), (third_person(base), TriggerForm::Present)];
    forms.extend(gerund(base).into_iter().map(|form| (form, TriggerForm::Gerund)));
    match irregular.verbs.get(base) {
        Some((past, participle)) => {
            let form = |form: &String| match (past.contains(form), participle.contains(form)) {
                (true, true) => TriggerForm::PastOrParticiple,
                (true, false) => TriggerForm::Past,
                _ => TriggerForm::Participle,
            };
            let only_participle = participle.iter().filter(|form| !past.contains(form));
            forms.extend(past.iter().chain(only_participle).map(|word| (word.clone(), form(word))));
        }
        None => {
            forms.extend(regular_past(base).into_iter().map(|form| (form, TriggerForm::PastOrParticiple)))
        }
    }
    let with_rest = |form: String| {
        std::iter::once(form)
            .chain(rest.split(' ').filter(|word| !word.is_empty()).map(str::to_owned))
            .collect()
    };
    forms.into_iter().map(|(form, kind)| (with_rest(form), kind)).collect()
}

/// The singular and plural of a noun of one or more words; the last word is inflected, or the one before "of".
pub(super) fn of_noun(lemma: &str) -> Vec<Vec<String>> {
    let words: Vec<&str> = lemma.split(' ').collect();
    let head = words.iter().position(|word| *word == "of").unwrap_or(words.len()).saturating_sub(1);
    let mut plural: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    if let Some(word) = plural.get_mut(head) {
        *word = third_person(word);
    }
    vec![words.iter().map(|word| (*word).to_owned()).collect(), plural]
}

fn is_vowel(char: char) -> bool {
    matches!(char, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// "-s" with its spelling: also the plural of a noun.
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
    let short = base.chars().filter(|char| is_vowel(*char)).count() == 1;
    let ends_with = |ends: &[&str]| ends.iter().any(|end| base.ends_with(end));
    let stressed = ends_with(STRESSED) && !ends_with(UNSTRESSED);
    !is_vowel(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && is_vowel(vowel)
        && before.is_some_and(|before| !is_vowel(before))
        && (short || stressed)
}

/// Whether British English doubles the last consonant of an unstressed syllable and American English does not: "cancelled".
fn doubles_in_british(base: &str) -> bool {
    !doubles(base)
        && ["el", "et", "al"].iter().any(|end| base.ends_with(end))
        && !base.ends_with("eal")
        && !base.ends_with("eet")
}

fn doubled(base: &str, ending: &str) -> String {
    format!("{base}{}{ending}", base.chars().next_back().unwrap_or_default())
}

/// The -ing forms, with both spellings where British and American English differ.
fn gerund(base: &str) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(lemma: &str) -> Vec<String> {
        of_verb(lemma, Irregular::embedded()).into_iter().map(|(words, _)| words.join(" ")).collect()
    }

    #[test]
    fn the_file_can_be_read() {
        assert!(
            Irregular::read(include_str!("../../../data/text/irregular_verbs.tsv")).unwrap().verbs.len() > 80
        );
    }

    #[test]
    fn verbs() {
        assert_eq!(verb("adopt"), ["adopt", "adopts", "adopting", "adopted"]);
        assert_eq!(verb("offer"), ["offer", "offers", "offering", "offered"]);
        assert_eq!(verb("limit"), ["limit", "limits", "limiting", "limited"]);
        assert_eq!(verb("airdrop"), ["airdrop", "airdrops", "airdropping", "airdropped"]);
        assert_eq!(verb("confer"), ["confer", "confers", "conferring", "conferred"]);
        assert_eq!(verb("kidnap"), ["kidnap", "kidnaps", "kidnapping", "kidnapped"]);
        assert_eq!(verb("veto"), ["veto", "vetoes", "vetoing", "vetoed"]);
        assert_eq!(verb("deny"), ["deny", "denies", "denying", "denied"]);
        assert_eq!(verb("put forward"), ["put forward", "puts forward", "putting forward", "put forward"]);
        assert_eq!(verb("give"), ["give", "gives", "giving", "gave", "given"]);
        assert_eq!(verb("expel"), ["expel", "expels", "expelling", "expelled"]);
        assert_eq!(verb("cancel"), ["cancel", "cancels", "canceling", "cancelling", "canceled", "cancelled"]);
    }

    #[test]
    fn nouns() {
        let plural = |lemma| of_noun(lemma)[1].join(" ");
        assert_eq!(plural("treaty"), "treaties");
        assert_eq!(plural("exchange of prisoners"), "exchanges of prisoners");
    }
}
