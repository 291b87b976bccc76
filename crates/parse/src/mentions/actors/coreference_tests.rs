//! What takes up whom, on sentences of our own.

use super::*;

/// The mentions by pronoun and description, with the actors that they name.
fn links(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let actors = find(&text, &lexicon, &Others::default());
    let known = lexicon.actors.len();
    let name = |actor: usize| {
        let entry = lexicon.actors.get(actor).unwrap_or_else(|| &actors.local[actor - known]);
        entry.name.clone()
    };
    let linked = |found: &&ActorMention| matches!(found.by, MentionBy::Pronoun | MentionBy::Description);
    let show = |found: &ActorMention| format!("{} = {}", text.slice(&found.range), name(found.actor));
    actors.mentions.iter().filter(linked).filter(|found| !found.is_collective).map(show).collect()
}

/// The groups with members, and the members.
fn groups(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let actors = find(&text, &lexicon, &Others::default());
    let name = |&actor: &usize| lexicon.actors.get(actor).map_or("local", |actor| &actor.name);
    let show = |group: &KnownActor| {
        format!("{}: {}", group.name, group.members.iter().map(name).collect::<Vec<_>>().join(", "))
    };
    actors.local.iter().filter(|actor| !actor.members.is_empty()).map(show).collect()
}

#[test]
fn pronouns_for_persons_by_gender() {
    assert_eq!(
        links("President John Karanja met the envoy Ann Otieno. She thanked him. He left for Peru."),
        ["She = Ann Otieno", "him = John Karanja", "He = John Karanja"]
    );
    // Two men and nothing that tells them apart.
    assert!(links("John Karanja and Peter Otieno spoke. The reporters saw him.").is_empty());
}

#[test]
fn pronouns_for_states_and_bodies() {
    assert_eq!(
        links("Kenya recalled its envoy. Chad said it would withdraw. Peruvian troops left their camp."),
        ["its = Kenya", "it = Chad", "their = Peruvian troops"]
    );
    // Nobody harms his own.
    assert_eq!(links("Kenya said that Chad had bombed its towns."), ["its = Kenya"]);
    // Whose border, and an "it" that means nothing.
    assert!(links("Kenya accused Chad of closing its border.").is_empty());
    assert!(links("Kenya made it clear to the envoys. It is hoped that they agree.").is_empty());
    // Who speaks is not known.
    assert!(links("\"Kenya is large. It will grow,\" the report said.").is_empty());
}

#[test]
fn descriptions() {
    assert_eq!(
        links(
            "Kenya protested. The country closed its border. The African Union sent a letter. The organisation was calm."
        ),
        ["The country = Kenya", "its = Kenya", "The organisation = African Union"]
    );
    // Two states could be meant; the whole is another one.
    assert!(links("Kenya and Chad protested. The country closed the border.").is_empty());
    assert!(links("Kenya protested. The government of the islands did not.").is_empty());
}

#[test]
fn groups_have_members() {
    assert_eq!(
        groups("The presidents of Kenya, Peru and Chad met three envoys."),
        ["presidents of Kenya, Peru and Chad: Kenya, Peru, Chad"]
    );
    assert_eq!(
        groups("Three states, namely Kenya, Peru and Chad, agreed."),
        ["Three states: Kenya, Peru, Chad"]
    );
    assert!(groups("Kenyan and Peruvian troops met. Five states, namely Kenya and Peru, agreed.").is_empty());
}

#[test]
fn descriptions_of_several_name_each() {
    assert_eq!(
        links(
            "Kenya and Peru signed a treaty. The two countries will open embassies. Rain fell. The parties agreed."
        ),
        [
            "The two countries = Kenya",
            "The two countries = Peru",
            "The parties = Kenya",
            "The parties = Peru"
        ]
    );
    assert_eq!(
        links("Kenya fought Peru. Chad offered to mediate between the two sides. Neither side agreed."),
        ["the two sides = Kenya", "the two sides = Peru", "Neither side = Kenya", "Neither side = Peru"]
    );
    assert_eq!(
        links("Kenya fought Peru. In May Kenya accused its neighbour of lies."),
        ["its = Kenya", "neighbour = Peru"]
    );
    // Of three, no two are meant; and who calls on both sides is none of them.
    assert!(links("Kenya, Peru and Chad met. Both sides agreed.").is_empty());
    assert!(links("Kenya and Peru called on both sides to agree.").is_empty());
}
