//! The -ing form of a verb, by which a noun is known to be one of its forms: "the shelling of the town".

fn is_vowel(char: char) -> bool {
    matches!(char, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Ends of longer verbs whose last syllable is stressed: "commit", "refer", "expel", "kidnap", "annul", "patrol".
const STRESSED: &[&str] = &[
    "mit", "fer", "pel", "bel", "cur", "bid", "gin", "get", "nap", "quip", "nul", "quit", "trol", "deter",
    "abet",
];

/// Whether the last consonant is doubled: one vowel before one consonant, in a short word or a stressed last syllable.
fn doubles(base: &str) -> bool {
    let mut ends = base.chars().rev();
    let (Some(last), Some(vowel), before) = (ends.next(), ends.next(), ends.next()) else { return false };
    let short = base.chars().filter(|char| is_vowel(*char)).count() == 1;
    let stressed = STRESSED.iter().any(|end| base.ends_with(end)) && !base.ends_with("ffer");
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
        assert_eq!(forms("cancel"), "canceling cancelling");
    }
}
