//! Who takes part in what, on sentences of our own.

use super::tests::shown;

/// The trigger of each event with the roles and words of its participants.
fn parties(source: &str) -> Vec<String> {
    shown(source, |told, event| {
        let named = event.participants.iter().filter_map(|party| {
            let mention = &told.mentions.actors[party.who.mention()?];
            Some(format!("{} {}", party.role, told.text.slice(&mention.range)))
        });
        format!("{}: {}", told.text.slice(&event.trigger), named.collect::<Vec<_>>().join(", "))
    })
}

#[test]
fn a_person_before_a_noun_of_force_suffers_it() {
    assert_eq!(parties("Nelson Banda's arrest on 3 May led to nothing."), ["arrest: victim Nelson Banda"]);
    assert_eq!(
        parties("Kenya's arrest of Nelson Banda was condemned by Peru."),
        ["arrest: actor Kenya, victim Nelson Banda", "condemned: recipient Kenya, actor Peru"]
    );
    assert_eq!(
        parties("Nelson Banda's murder was condemned by Peru."),
        ["murder: victim Nelson Banda", "condemned: actor Peru"]
    );
}

#[test]
fn it_is_the_state_of_an_official_who_announces_something() {
    assert_eq!(
        parties("Kenya's president said it would attack the rebels."),
        ["attack: actor Kenya, victim rebels"]
    );
    // It may be either.
    assert_eq!(
        parties("Kenya's president told Uganda that it would be attacked by rebels."),
        ["attacked: actor rebels"]
    );
}

#[test]
fn the_occasion_of_a_verb_has_its_parties() {
    assert_eq!(
        parties("Twelve soldiers were wounded in clashes with Kenyan rebels."),
        ["clashes: victim soldiers, actor Kenyan rebels"]
    );
    assert_eq!(
        parties("After talks with Kenya, Uganda recalled its envoy from Peru."),
        ["recalled its envoy: actor Uganda, recipient Peru", "talks: actor Kenya, actor Uganda"]
    );
}

#[test]
fn whoever_is_first_to_do_it_has_done_it() {
    assert_eq!(
        parties("Kenya was the first country to recognise Chad."),
        ["recognise: actor Kenya, beneficiary Chad"]
    );
}

#[test]
fn who_did_not_sign_is_no_party() {
    assert_eq!(parties("The treaty was signed by Kenya but not by Chad."), ["signed: actor Kenya"]);
}

#[test]
fn two_statements_are_not_one_list() {
    assert_eq!(
        parties("Kenya invaded Chad and Peru imposed sanctions."),
        ["invaded: actor Kenya, victim Chad", "imposed sanctions: actor Peru"]
    );
}

#[test]
fn soldiers_who_are_only_described_are_those_of_their_state() {
    let parents = |source: &str| {
        shown(source, |told, event| {
            let actor = |index: usize| told.mentions.actor(told.lexicon, told.mentions.actors[index].actor);
            let named = event.participants.iter().filter_map(|party| actor(party.who.mention()?));
            named.filter_map(|actor| actor.parent.clone()).collect::<Vec<_>>().join(", ")
        })
    };
    assert_eq!(parents("Chad attacked a Peruvian patrol."), ["PER"]);
    assert_eq!(parents("Chad attacked a patrol."), [""]);
}

#[test]
fn both_persons_of_a_pair_take_part() {
    assert_eq!(
        parties("Anwar Sadat and Menachem Begin met in November 1977."),
        ["met: actor Anwar Sadat, actor Menachem Begin"]
    );
    assert_eq!(
        parties("Park Geun-hye and Xi Jinping met in June 2013."),
        ["met: actor Park Geun-hye, actor Xi Jinping"]
    );
    assert_eq!(
        parties("Ban Ki-moon and Salva Kiir met in 2014."),
        ["met: actor Ban Ki-moon, actor Salva Kiir"]
    );
}

#[test]
fn a_name_says_more_than_the_noun_beside_it() {
    assert_eq!(
        parties("The UN peacekeeping force, UNIFIL, accused Israel of firing on its post."),
        ["accused: actor UNIFIL, recipient Israel", "firing on: actor Israel"]
    );
    assert_eq!(parties("The rebel movement Renamo attacked a train."), ["attacked: actor Renamo"]);
    assert_eq!(
        parties("The fighters of Boko Haram attacked Baga in January 2015."),
        ["attacked: actor fighters of Boko Haram"]
    );
    assert_eq!(
        parties("US spokesman Ned Price rejected the claim."),
        ["rejected the claim: actor US spokesman Ned Price"]
    );
}

#[test]
fn what_stands_behind_whose_is_read_apart() {
    assert_eq!(
        parties("Jordan, whose King Hussein had proposed the talks, sold Iraq 30 howitzers."),
        ["proposed: actor King Hussein", "sold: supplier Jordan, recipient Iraq"]
    );
    assert_eq!(
        parties("Syria, whose army had left Lebanon in April 2005, opened an embassy in Beirut."),
        ["opened an embassy: actor Syria, host Beirut"]
    );
}

#[test]
fn a_verb_has_the_subject_of_its_own_statement() {
    assert_eq!(
        parties(
            "A Ghanaian intelligence official hints that Accra had given the rebels information; Togo severs relations with Benin."
        ),
        ["severs: actor Togo, recipient Benin"]
    );
}

#[test]
fn ships_are_forces_and_not_the_town_of_their_name() {
    assert_eq!(
        parties("HMS London shelled the coast of Libya."),
        ["shelled: actor HMS London, victim Libya"]
    );
    assert_eq!(
        parties("North Korea sank the corvette Cheonan in 2010."),
        ["sank: actor North Korea, victim Cheonan"]
    );
    assert_eq!(
        parties("Britain sold the frigate HMS Coventry to Romania."),
        ["sold: supplier Britain, recipient Romania"]
    );
}

#[test]
fn a_capital_that_is_taken_is_a_town() {
    assert_eq!(parties("Kigali was captured by the RPF in July 1994."), ["captured: actor RPF"]);
    assert_eq!(parties("Kigali was accused of breaking the truce.")[0], "accused: recipient Kigali");
}

#[test]
fn the_last_of_several_things_shows_who_supplied_them() {
    assert_eq!(
        parties("Angola purchased 12 Su-30 fighters and 18 helicopters from Russia."),
        ["purchased: recipient Angola, supplier Russia"]
    );
    assert_eq!(parties("Brazil sold Iraq 300 Cascavel vehicles."), ["sold: supplier Brazil, recipient Iraq"]);
}

#[test]
fn an_entry_of_a_chronicle_goes_on_with_the_actor_of_the_one_before() {
    assert_eq!(
        parties(
            "3 January 2022: Burundi expels the envoy.\n\n15 May 2022: It also quits the regional force."
        )[1],
        "quits: actor It"
    );
}

#[test]
fn who_made_a_thing_does_not_own_it() {
    assert_eq!(
        parties("Peru shot down a drone of Brazilian manufacture on 3 May."),
        ["shot down: actor Peru"]
    );
}

#[test]
fn who_follows_suit_does_the_same() {
    assert_eq!(
        parties("Uganda recalled its envoy from Kenya in May 1987. Kenya responded in kind."),
        [
            "recalled its envoy: actor Uganda, recipient Kenya",
            "responded in kind: recipient Uganda, actor Kenya"
        ]
    );
    assert_eq!(
        parties("Mali left ECOWAS in January 2024, and Niger did the same."),
        ["left ECOWAS: actor Mali", "did the same: actor Niger"]
    );
    assert_eq!(parties("Kenya said no. Uganda did the same."), [] as [&str; 0]);
}

#[test]
fn a_list_of_names_is_whole() {
    assert_eq!(
        parties("France, India, Israel, Pakistan and other governments condemned the coup."),
        ["condemned: actor France, actor India, actor Israel, actor Pakistan, actor other governments"]
    );
}

#[test]
fn the_subject_of_a_past_is_that_of_the_past_before() {
    assert_eq!(
        parties("Kenya demanded that Uganda leave the town and called for talks."),
        ["demanded: actor Kenya, recipient Uganda", "called for talks: actor Kenya"]
    );
    assert_eq!(
        parties("President Mandela called President Nyerere to apologise for the error."),
        ["apologise: actor President Mandela"]
    );
}

#[test]
fn who_acts_in_a_passive_without_agent_is_whose_it_is() {
    assert_eq!(
        parties("Indian observers were sent to Namibia in 1989."),
        ["observers were sent: actor Indian, host Namibia"]
    );
    assert_eq!(
        parties("EU sanctions against Belarus were extended in June 2021."),
        ["sanctions against Belarus were extended: actor EU, recipient Belarus"]
    );
    assert_eq!(
        parties("The Iran sanctions were lifted in 2016."),
        ["sanctions were lifted: beneficiary Iran"]
    );
    assert_eq!(parties("Chad mobilised the army on 3 May."), ["mobilised: actor Chad"]);
}

#[test]
fn those_held_hostage_hold_nobody() {
    assert_eq!(
        parties("Three nurses held captive by rebels were freed by Chad on 3 May."),
        ["freed: beneficiary nurses, actor Chad", "held captive: victim nurses, actor rebels"]
    );
}

#[test]
fn acronyms_share_a_noun() {
    assert_eq!(
        parties("UN and Kenyan troops attacked the rebels."),
        ["attacked: actor UN, actor Kenyan troops, victim rebels"]
    );
}

#[test]
fn what_is_hoped_or_feared_is_no_event() {
    for source in [
        "Kenya hopes that the rebels will release the hostages.",
        "Kenya feared that the army would attack the camp.",
        "The guards were armed in case the rebels attacked the camp.",
    ] {
        assert_eq!(parties(source), [""; 0], "{source}");
    }
}

#[test]
fn what_must_be_avoided_is_a_demand() {
    assert_eq!(parties("The EU says that an attack on Chad must be avoided."), ["must: actor EU"]);
}

#[test]
fn a_surname_that_is_a_verb_acts() {
    assert_eq!(parties("Trump urges Chad to leave the camp."), ["urges: actor Trump, recipient Chad"]);
}

#[test]
fn the_governments_of_several_states_are_all_of_them() {
    assert_eq!(
        parties("The governments of Kenya, Peru and Chile signed a treaty in 2014."),
        [format!("signed: {0}, {0}, {0}", "actor governments of Kenya, Peru and Chile")]
    );
}

#[test]
fn a_seat_that_is_made_to_act_acts() {
    assert_eq!(
        parties("In 2014 the attack led Nairobi to close the border with Peru."),
        ["close the border: actor Nairobi, victim Peru"]
    );
}

#[test]
fn whom_a_phrase_ends_with_is_no_place() {
    assert_eq!(
        parties("In 2014 Kenya pointed the finger at Peru."),
        ["pointed the finger at: actor Kenya, recipient Peru"]
    );
    assert_eq!(
        parties("The expulsion of the Libyan ambassador followed in 2014."),
        ["expulsion of the Libyan ambassador: recipient Libyan"]
    );
}

#[test]
fn an_acronym_that_describes_names_nobody_else() {
    assert_eq!(parties("US and UN envoys met in 2014."), ["met: actor US, actor UN envoys"]);
}
