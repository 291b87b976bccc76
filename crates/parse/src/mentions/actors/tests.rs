//! Whom the names of a text stand for.

use super::*;

fn actors(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let actors = find(&text, &lexicon, &Others::default());
    let known = lexicon.actors.len();
    let show = |found: &ActorMention| {
        let place = if found.is_place { " place" } else { "" };
        let entry = lexicon.actors.get(found.actor).unwrap_or_else(|| &actors.local[found.actor - known]);
        let country = entry.country.filter(|_| found.actor >= known);
        let country = country.map(|country| format!(" of {country}")).unwrap_or_default();
        format!("{} = {} {}{place}{country}", text.slice(&found.range), entry.name, found.by)
    };
    actors.mentions.iter().map(show).collect()
}

#[test]
fn names_aliases_and_demonyms() {
    assert_eq!(
        actors("Kenya and the USSR met Sudanese envoys at the UN Security Council."),
        [
            "Kenya = Kenya name",
            "USSR = Soviet Union alias",
            "Sudanese = Sudan demonym",
            "Sudanese envoys = Sudanese envoys name of SDN",
            "UN = United Nations alias",
            "UN Security Council = UN Security Council name",
        ]
    );
}

#[test]
fn a_capital_acts_or_is_a_place() {
    assert_eq!(
        actors("Ankara protested, and its envoy flew to Nairobi and stayed in southern Kenya."),
        [
            "Ankara = Turkey alias",
            "its = Turkey pronoun",
            "Nairobi = Kenya alias place",
            "southern Kenya = Kenya name place"
        ]
    );
}

#[test]
fn only_whole_words() {
    assert!(actors("The Nigerienne was Malicious.").is_empty());
    assert_eq!(actors("an anti-Sudanese tone"), ["Sudanese = Sudan demonym"]);
}

#[test]
fn a_head_noun_with_its_owner() {
    assert_eq!(
        actors("The Kenyan ministry of defence met Chad's army and troops of Peru."),
        [
            "Kenyan = Kenya demonym",
            "Kenyan ministry of defence = Kenyan ministry of defence name of KEN",
            "Chad = Chad name",
            "Chad's army = Chad's army name of TCD",
            "troops of Peru = troops of Peru name of PER",
            "Peru = Peru name",
        ]
    );
    // The same body in two ways, and the government that is its state.
    assert_eq!(
        actors("The Kenyan army left. The army of Kenya returned, said the Kenyan government."),
        [
            "Kenyan army = Kenyan army name of KEN",
            "army of Kenya = Kenyan army name of KEN",
            "Kenya = Kenya name",
            "Kenyan government = Kenya description",
        ]
    );
    assert!(actors("The army left, and the ministry of defence said nothing.").is_empty());
}

#[test]
fn persons_by_office_and_surname() {
    assert_eq!(
        actors("Kenyan Foreign Minister John Karanja arrived. Mr Karanja met the Peruvian ambassador."),
        [
            "Kenyan Foreign Minister John Karanja = John Karanja name of KEN",
            "Mr Karanja = John Karanja name of KEN",
            "Peruvian = Peru demonym",
            "Peruvian ambassador = Peruvian ambassador description of PER",
        ]
    );
}

#[test]
fn capitals_make_a_head_noun_a_name() {
    assert_eq!(
        actors("The visit pleased the Lake Peace Committee. The Committee agreed, and African leaders, too."),
        [
            "Lake Peace Committee = Lake Peace Committee name",
            "Committee = Lake Peace Committee alias",
            "African leaders = African leaders name",
        ]
    );
}
