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
        ["wounded: victim soldiers", "clashes: victim soldiers, actor Kenyan rebels"]
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
