//! Which names stand for whom, on sentences of our own.

use super::*;

/// What `look` sees in the actors of a text.
fn read<T>(source: &str, look: impl Fn(&Text<'_>, &Lexicon, Actors) -> T) -> T {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let places = crate::mentions::places::find(&text, &lexicon);
    let actors = find(&text, &lexicon, &Others { places, ..Others::default() });
    look(&text, &lexicon, actors)
}

/// The mentions with their actors, kinds and countries.
fn actors(source: &str) -> Vec<String> {
    read(source, show_local)
}

fn show_local(text: &Text<'_>, lexicon: &Lexicon, actors: Actors) -> Vec<String> {
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
fn leaders_of_a_region_are_no_states() {
    assert_eq!(
        actors("Latin American governments met South African leaders and Israeli Arab leaders."),
        [
            "Latin American governments = Latin American governments (group)",
            "South African leaders = South African leaders (group ZAF)",
            "Israeli Arab leaders = Israeli Arab leaders (group ISR)",
        ]
    );
}

#[test]
fn a_name_has_marks_or_none() {
    assert_eq!(
        actors("Ann Karanjová met Peru. Karanjova left."),
        ["Ann Karanjová = Ann Karanjová (person)", "Karanjova = Ann Karanjová (person)"]
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
        read(source, |text, _, found| {
            let places: Vec<_> =
                found.places.iter().map(|place| text.slice(&place.range).to_owned()).collect();
            (places, found.mentions.len())
        })
    };
    assert_eq!(states("They met in Mombasa, Kenya."), (vec!["Mombasa, Kenya".to_owned()], 0));
    assert_eq!(states("In Mombasa, Kenya protested."), (vec!["Mombasa".to_owned()], 1));
    assert_eq!(states("Aid reached the port city of Mombasa."), (vec!["port city of Mombasa".to_owned()], 0));
}

#[test]
fn a_people_has_the_home_before_its_name() {
    assert_eq!(
        actors("Iraqi Kurds protested in Kenya; the Kenyan diaspora did not."),
        ["Iraqi Kurds = Iraqi Kurds (people IRQ)", "Kenyan diaspora = Kenyan diaspora (people)",]
    );
}

#[test]
fn bodies_joined_by_and_share_their_owner() {
    assert_eq!(
        actors("The Danish army and navy were ready. Chad's foreign ministry and defence ministry agreed."),
        [
            "Danish army = Danish army (armed_force DNK)",
            "navy = navy (armed_force DNK)",
            "Chad's foreign ministry = Chad's foreign ministry (government_body TCD)",
            "defence ministry = defence ministry (government_body TCD)",
        ]
    );
    assert!(actors("The French Senate and National Assembly met.").is_empty(), "both are listed");
}

#[test]
fn a_text_on_one_land_has_its_officials() {
    let president = |text: &str| actors(text).into_iter().find(|line| line.contains("Karanja")).unwrap();
    let one = "Vice-President Ann Karanja resigned. The Kenyan police said so.";
    assert!(president(one).ends_with("Ann Karanja (person KEN)"), "{}", president(one));
    let two = "Vice-President Ann Karanja resigned. The Kenyan police said so in Chad.";
    assert!(president(two).ends_with("Ann Karanja (person)"), "{}", president(two));
}

#[test]
fn first_letters_stand_for_a_body_that_was_named() {
    assert_eq!(
        actors("The Lake Chad Basin Commission met. LCBC officials left."),
        ["LCBC officials = LCBC officials (group)"]
    );
}

#[test]
fn a_person_may_be_called_by_the_first_name() {
    assert_eq!(
        actors("President John Karanja met Captain Wafula Otieno. Later Wafula spoke to Karanja."),
        [
            "President John Karanja = John Karanja (person)",
            "Captain Wafula Otieno = Wafula Otieno (person)",
            "Wafula = Wafula Otieno (person)",
            "Karanja = John Karanja (person)",
        ]
    );
}

#[test]
fn a_model_before_fighters_makes_them_goods() {
    assert!(actors("They bought twelve Su-27 fighters.").is_empty());
    assert_eq!(actors("Kenyan fighters left.").len(), 1);
}

#[test]
fn a_seat_stands_for_the_state_of_the_past_that_the_text_names() {
    let seat = |source: &str| {
        read(source, |_, lexicon, actors| {
            let seat = actors.mentions.iter().find(|found| found.is_seat).unwrap();
            lexicon.actors[seat.actor].name.clone()
        })
    };
    assert_eq!(seat("North Vietnamese boats left. Hanoi protested."), "North Vietnam");
    assert_eq!(seat("Hanoi protested."), "Vietnam");
    assert_eq!(seat("The North Vietnamese army of 1970 is Vietnam's past. Hanoi protested."), "Vietnam");
}

#[test]
fn the_head_of_a_long_name_stands_for_it() {
    let actors = read("The International Court of Justice met. The Court ruled.", |_, _, actors| actors);
    let [name, short] = actors.mentions.as_slice() else { panic!("{:?}", actors.mentions) };
    assert_eq!((name.actor, short.by), (short.actor, MentionBy::Alias));
}

#[test]
fn a_first_name_stands_for_a_person_where_it_is_no_english_one() {
    assert_eq!(
        actors("Li Karimu visited Lamu in May 1999. Later Li left. Kishida Fumio came. Kishida protested."),
        [
            "Li Karimu = Li Karimu (person)",
            "Li = Li Karimu (person)",
            "Kishida Fumio = Kishida Fumio (person)",
            "Kishida = Kishida Fumio (person)",
        ]
    );
    assert_eq!(
        actors("Daniel Karimu Jr. visited Lamu. Later Karimu left."),
        ["Daniel Karimu Jr. = Daniel Karimu Jr. (person)", "Karimu = Daniel Karimu Jr. (person)"]
    );
}

#[test]
fn a_person_of_a_land_is_of_that_country() {
    assert_eq!(actors("Ann Otieno of Kenya met the envoys."), ["Ann Otieno = Ann Otieno (person KEN)"]);
}

#[test]
fn the_security_council_of_a_state_is_its_own() {
    assert_eq!(
        actors(
            "Algeria's High Security Council met. Russia's Security Council met, and so did the Security Council."
        ),
        [
            "Algeria's High Security Council = Algeria's High Security Council (government_body DZA)",
            "Russia's Security Council = Russia's Security Council (government_body RUS)",
        ]
    );
}

#[test]
fn persons_have_the_country_that_the_text_gives() {
    assert_eq!(
        actors("The Dutch diplomat Pieter Feith arrived. Feith praised both sides."),
        ["Dutch diplomat Pieter Feith = Pieter Feith (person NLD)", "Feith = Pieter Feith (person NLD)"]
    );
    assert_eq!(
        actors("A Kenyan patrol led by Major Ann Karanja crossed the lake.").last().unwrap(),
        "Major Ann Karanja = Ann Karanja (person KEN)"
    );
}

#[test]
fn who_is_murdered_is_a_person() {
    assert_eq!(
        actors("The killing of Hardeep Singh Nijjar shocked Canada."),
        ["Hardeep Singh Nijjar = Hardeep Singh Nijjar (person)"]
    );
}

#[test]
fn a_ministry_in_a_capital_is_its_state_s() {
    assert_eq!(
        actors("The defence ministry in Nairobi protested, and a court in Lima agreed."),
        ["defence ministry = defence ministry (government_body KEN)", "court = court (government_body PER)"]
    );
    // Courts of several states sit there, too.
    assert!(actors("The court in The Hague agreed.").is_empty());
}
