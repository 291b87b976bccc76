//! Which names stand for whom, on sentences of our own.

use super::*;

/// The mentions with their actors, kinds and countries.
fn actors(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let others = Others { ranges: Vec::new(), places: crate::mentions::places::find(&text, &lexicon) };
    let actors = find(&text, &lexicon, &others);
    let known = lexicon.actors.len();
    let local = |found: &&ActorMention| found.actor >= known;
    let show = |found: &ActorMention| {
        let entry = &actors.local[found.actor - known];
        let country = entry.country.map(|country| format!(" {country}")).unwrap_or_default();
        format!("{} = {} ({}{country})", text.slice(&found.range), entry.name, entry.kind)
    };
    actors.mentions.iter().filter(local).map(show).collect()
}

#[test]
fn an_acronym_in_brackets_names_the_same() {
    assert_eq!(
        actors("The Lake Peace Fund (LPF) was set up. In March, LPF paid."),
        [
            "Lake Peace Fund = Lake Peace Fund (institution)",
            "LPF = Lake Peace Fund (institution)",
            "LPF = Lake Peace Fund (institution)",
        ]
    );
}

#[test]
fn peoples_are_not_their_states() {
    assert_eq!(
        actors("Kenyans fled. Ethnic Kenyans in Uganda stayed, and the Kenyan people mourned."),
        [
            "Kenyans = Kenyans (people KEN)",
            "Ethnic Kenyans = Ethnic Kenyans (people UGA)",
            "Kenyan people = Kenyans (people KEN)",
        ]
    );
}

#[test]
fn who_backs_a_group_does_not_own_it() {
    assert_eq!(
        actors("Kenya-backed rebels met the pro-Kenyan militia and rebels in Chad."),
        [
            "Kenya-backed rebels = Kenya-backed rebels (non_state_group)",
            "pro-Kenyan militia = pro-Kenyan militia (non_state_group)",
            "rebels = rebels (non_state_group TCD)",
        ]
    );
}

#[test]
fn adjectives_share_a_head_noun() {
    assert_eq!(
        actors("Kenyan and Peruvian officials met. Kenyan officials agreed."),
        [
            "Kenyan = Kenyan officials (group KEN)",
            "Peruvian officials = Peruvian officials (group PER)",
            "Kenyan officials = Kenyan officials (group KEN)",
        ]
    );
}

#[test]
fn towns_have_residents() {
    assert_eq!(
        actors("Mombasa residents fled. The residents of Mombasa returned to the district of Mombasa."),
        [
            "Mombasa residents = Mombasa residents (group KEN)",
            "residents of Mombasa = Mombasa residents (group KEN)",
        ]
    );
}

#[test]
fn persons_of_one_surname() {
    assert_eq!(
        actors("Staff Sgt. John Karanja left. J. Karanja rested, but Ms Karanja went on."),
        [
            "Staff Sgt. John Karanja = John Karanja (person)",
            "J. Karanja = John Karanja (person)",
            "Ms Karanja = Karanja (person)",
        ]
    );
}

#[test]
fn a_town_and_its_country_are_one_place() {
    let states = |source: &str| {
        let lexicon = Lexicon::embedded().unwrap();
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let others = Others { ranges: Vec::new(), places: crate::mentions::places::find(&text, &lexicon) };
        let found = find(&text, &lexicon, &others);
        let places: Vec<String> =
            found.places.iter().map(|place| text.slice(&place.range).to_owned()).collect();
        (places, found.mentions.len())
    };
    assert_eq!(states("They met in Mombasa, Kenya."), (vec!["Mombasa, Kenya".to_owned()], 0));
    assert_eq!(states("In Mombasa, Kenya protested."), (vec!["Mombasa".to_owned()], 1));
    assert_eq!(states("Aid reached the port city of Mombasa."), (vec!["port city of Mombasa".to_owned()], 0));
}
