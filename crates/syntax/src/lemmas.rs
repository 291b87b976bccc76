//! Lemmas: a list of irregular forms, and the spelling rules of English for the rest.

use crate::lists::Tag;
use crate::words::solid;

// The irregular forms of `data/irregular.tsv`: `VERBS`, `NOUNS`, `ADJECTIVES`, `OTHERS` and `PASTS`, as `build.rs` says.
include!(concat!(env!("OUT_DIR"), "/irregular.rs"));

/// Whether a word can only be the past of an irregular verb that has another participle: "overthrew" beside "overthrown".
pub(crate) fn is_past(form: &str) -> bool {
    PASTS.binary_search(&form).is_ok()
}

/// The lemma of a form with its tag. Names keep their spelling; all else is in lower case.
pub(crate) fn lemma(form: &str, tag: Tag) -> String {
    if matches!(tag, Tag::NNP | Tag::NNPS) {
        return form.to_owned();
    }
    let form = &*solid(form);
    let lower: String = if form.is_ascii() {
        form.to_ascii_lowercase()
    } else {
        form.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
    };
    let irregular = match tag {
        Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::MD => VERBS,
        Tag::NNS => NOUNS,
        Tag::JJR | Tag::JJS | Tag::RBR | Tag::RBS => ADJECTIVES,
        Tag::RB | Tag::PRP | Tag::DT => OTHERS,
        _ => return lower,
    };
    if let Ok(place) = irregular.binary_search_by_key(&lower.as_str(), |(form, _)| form)
        && let Some((_, base)) = irregular.get(place)
    {
        return (*base).to_owned();
    }
    match tag {
        Tag::VBZ => without_s(&lower),
        Tag::NNS => without_s(&lower),
        Tag::VBD | Tag::VBN => past(&lower),
        Tag::VBG => lower
            .strip_suffix("ing")
            .filter(|stem| has_vowel(stem))
            .map_or_else(|| lower.clone(), base_of_stem),
        Tag::JJR | Tag::RBR => graded(&lower, "er"),
        Tag::JJS | Tag::RBS => graded(&lower, "est"),
        _ => lower,
    }
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|b| is_vowel(b) || b == b'y')
}

/// Takes the -s of plurals and of the third person off.
fn without_s(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] {
        if word.ends_with(ending) && word.len() > ending.len() {
            return word.get(..word.len() - 2).unwrap_or(word).to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem)
            if stem.len() > 1
                && !stem.ends_with(['s', 'u', '\''])
                && (stem.len() <= 3 || !stem.ends_with('i')) =>
        {
            stem.to_owned()
        }
        _ => word.to_owned(),
    }
}

fn past(word: &str) -> String {
    if word.ends_with("eed") && !word.ends_with("eeed") {
        // "agreed", "freed"; but "need" and its like carry no ending at all.
        return word.strip_suffix('d').filter(|s| s.len() > 3).unwrap_or(word).to_owned();
    }
    match word.strip_suffix("ed") {
        Some(stem) if has_vowel(stem) && stem.len() > 1 => match stem.strip_suffix('i') {
            Some(short) => format!("{short}y"),
            None => base_of_stem(stem),
        },
        _ => word.to_owned(),
    }
}

fn graded(word: &str, ending: &str) -> String {
    match word.strip_suffix(ending) {
        Some(stem) if stem.len() > 2 && has_vowel(stem) => match stem.strip_suffix('i') {
            Some(short) => format!("{short}y"),
            None => undouble(stem).unwrap_or(stem).to_owned(),
        },
        _ => word.to_owned(),
    }
}

/// "plann" to "plan"; not "kill", "pass", "staff", "buzz".
fn undouble(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let (&[a, b], 3..) = (bytes.last_chunk::<2>()?, bytes.len()) else { return None };
    if a == b && !is_vowel(a) && !matches!(a, b'l' | b's' | b'f' | b'z') {
        return stem.get(..stem.len() - 1);
    }
    None
}

/// The base of a verb from what is left when -ed or -ing is taken off: undoubles consonants, puts a silent e back.
fn base_of_stem(stem: &str) -> String {
    if let Some(single) = undouble(stem) {
        return single.to_owned();
    }
    if wants_e(stem) { format!("{stem}e") } else { stem.to_owned() }
}

/// Whether a stem had a silent e, by its last letters. Exceptions stand in the data file.
fn wants_e(stem: &str) -> bool {
    let bytes = stem.as_bytes();
    let at = |back: usize| bytes.len().checked_sub(back).and_then(|i| bytes.get(i)).copied().unwrap_or(b' ');
    let (last, before, third) = (at(1), at(2), at(3));
    // One vowel between consonants before the last letter; "u" after "q" is no vowel.
    let short = is_vowel(before) && (!is_vowel(third) || (third == b'u' && at(4) == b'q'));
    match last {
        b'c' | b'v' | b'u' => true,
        b'z' => before != b'z' && before != b't',
        b'g' => match before {
            b'n' => matches!(third, b'a' | b'e' | b'u'),
            b'd' | b'r' | b'l' => true,
            _ => is_vowel(before),
        },
        b's' => before != b's' && (is_vowel(before) || matches!(before, b'n' | b'r' | b'l' | b'p')),
        b'l' => (!is_vowel(before) && !matches!(before, b'l' | b'r' | b'w')) || (before == b'u' && short),
        b'r' => match before {
            b'a' | b'i' | b'u' => short,
            _ => matches!(before, b't' | b'c' | b'b') && bytes.len() > 4,
        },
        b'n' => match before {
            b'i' => short,
            b'u' => short,
            _ => false,
        },
        b'm' => short,
        b'd' | b'b' | b'k' | b'p' => short && !(last == b'k' && before == b'e'),
        b't' => match before {
            b'a' => !matches!(third, b'e' | b'o'),
            b'o' | b'u' => short,
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_with_another_participle_is_nothing_else() {
        for past in ["overthrew", "overtook", "forbade", "undertook", "withdrew", "overran", "overcame"] {
            assert!(is_past(past), "{past}");
        }
        for other in ["overthrown", "overthrow", "saw", "overrun", "bore", "killed", "run", "left"] {
            assert!(!is_past(other), "{other}");
        }
    }

    #[test]
    fn verbs_nouns_and_adjectives_find_their_base() {
        for (form, tag, base) in [
            ("signed", Tag::VBD, "sign"),
            ("accused", Tag::VBD, "accuse"),
            ("planned", Tag::VBN, "plan"),
            ("killed", Tag::VBN, "kill"),
            ("re-opened", Tag::VBN, "reopen"),
            ("re-took", Tag::VBD, "retake"),
            ("expelled", Tag::VBN, "expel"),
            ("shelled", Tag::VBD, "shell"),
            ("carried", Tag::VBD, "carry"),
            ("agreed", Tag::VBD, "agree"),
            ("created", Tag::VBN, "create"),
            ("treated", Tag::VBN, "treat"),
            ("visited", Tag::VBD, "visit"),
            ("invited", Tag::VBN, "invite"),
            ("provided", Tag::VBN, "provide"),
            ("deployed", Tag::VBN, "deploy"),
            ("occurred", Tag::VBD, "occur"),
            ("referred", Tag::VBN, "refer"),
            ("offered", Tag::VBD, "offer"),
            ("declared", Tag::VBD, "declare"),
            ("monitored", Tag::VBN, "monitor"),
            ("restored", Tag::VBN, "restore"),
            ("changed", Tag::VBN, "change"),
            ("belonging", Tag::VBG, "belong"),
            ("condemned", Tag::VBD, "condemn"),
            ("ceding", Tag::VBG, "cede"),
            ("seizing", Tag::VBG, "seize"),
            ("holding", Tag::VBG, "hold"),
            ("fleeing", Tag::VBG, "flee"),
            ("lying", Tag::VBG, "lie"),
            ("attacks", Tag::VBZ, "attack"),
            ("denies", Tag::VBZ, "deny"),
            ("launches", Tag::VBZ, "launch"),
            ("was", Tag::VBD, "be"),
            ("held", Tag::VBN, "hold"),
            ("forces", Tag::NNS, "force"),
            ("Countries", Tag::NNS, "country"),
            ("crises", Tag::NNS, "crisis"),
            ("gunmen", Tag::NNS, "gunman"),
            ("clashes", Tag::NNS, "clash"),
            ("heavier", Tag::JJR, "heavy"),
            ("bigger", Tag::JJR, "big"),
            ("largest", Tag::JJS, "large"),
            ("Kenya", Tag::NNP, "Kenya"),
            ("n't", Tag::RB, "not"),
        ] {
            assert_eq!(lemma(form, tag), base, "{form}");
        }
    }
}
