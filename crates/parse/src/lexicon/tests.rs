//! What the files say together, and what a folder of a user's changes.

use super::*;

#[test]
fn the_embedded_files_can_be_read() {
    let lexicon = Lexicon::embedded().unwrap();
    assert!(lexicon.actors.len() > 2000, "{}", lexicon.actors.len());
    assert!(lexicon.frames.len() > 20, "{}", lexicon.frames.len());
}

#[test]
fn packed_indices_are_those_of_what_is_packed() {
    let files = Files::embedded().unwrap();
    assert_eq!(files.names, Some(NameIndex::new(&files.actors)));
    assert_eq!(files.triggers, Some(TriggerIndex::new(&files.frames)));
}

#[test]
fn parents_are_known() {
    let lexicon = Lexicon::embedded().unwrap();
    for actor in &lexicon.actors {
        if let Some(parent) = &actor.parent {
            assert!(lexicon.actors.iter().any(|other| other.key == *parent), "{}: no {parent}", actor.name);
        }
    }
}

#[test]
fn an_item_of_wikidata_is_one_actor_and_every_land_of_today_has_one() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut known = std::collections::BTreeMap::new();
    for actor in &lexicon.actors {
        let is_land = actor.country.is_some_and(|country| country.as_str() == actor.key) && !actor.is_past;
        assert!(actor.wikidata.is_some() || !is_land, "{} has no item", actor.name);
        if let Some(item) = &actor.wikidata
            && let Some(other) = known.insert(item.as_str(), actor.name.as_str())
        {
            panic!("{} is {other} and {}", item.as_str(), actor.name);
        }
    }
    assert!(known.len() > 400, "{}", known.len());
}

#[test]
fn a_folder_without_knowledge_is_an_error() {
    let folder = |name: &str| vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(name)];
    let error = Lexicon::extended(&folder("src")).unwrap_err();
    assert!(
        error.message.starts_with("no knowledge here; expected a folder with actors/bodies.tsv, "),
        "{error}"
    );
    let error = Lexicon::extended(&folder("no-such-folder")).unwrap_err();
    assert!(error.message.starts_with("cannot be read: "), "{error}");
}

#[test]
fn a_user_overrides_what_is_embedded() {
    let mut files = Files::embedded().unwrap();
    files.layer = 1;
    // An alias beats the embedded name, and a row with an embedded key takes the place of that row.
    let rows = "id\tname\tkind\tsector\tparent\tcountry\taliases\twikidata\n\
                mine\tOur Council\torgan\tIGO\t\t\tUN Security Council\t\n\
                nato\tThe Alliance\tigo\tIGO\t\t\tNATO\t\n";
    files.add(Path::new("mine/actors/bodies.tsv"), rows).unwrap();
    let frame = "[[frame]]\nid = \"meet\"\nkind = \"clash\"\nverbs = [\"meet\"]\n\
                 [[frame.example]]\ntext = \"They met.\"\ntrigger = \"met\"\n";
    files.add(Path::new("mine/frames/talk.toml"), frame).unwrap();
    let lexicon = files.index(Fixed::embedded).unwrap();
    let name = |text: &str| lexicon.actors[lexicon.names.find(text)[0].actor].name.as_str();
    assert_eq!(name("before the UN Security Council"), "Our Council");
    assert_eq!(name("with NATO"), "The Alliance");
    assert_eq!(lexicon.actors.iter().filter(|actor| actor.key == "nato").count(), 1);
    assert_eq!(lexicon.frames.iter().filter(|frame| frame.rule == "talk/meet").count(), 1);
}

#[test]
fn bodies_are_known_in_both_spellings() {
    let lexicon = Files::embedded().unwrap().index(Fixed::embedded).unwrap();
    for text in ["the World Trade Organization", "the World Trade Organisation"] {
        let found = lexicon.names.find(text);
        assert_eq!(found.first().map(|name| lexicon.actors[name.actor].key.as_str()), Some("wto"), "{text}");
    }
}

#[test]
fn odd_verbs_of_a_user_are_no_panic() {
    let frame = |verb: &str| {
        format!(
            "[[frame]]\nid = \"x\"\nkind = \"clash\"\nverbs = [\"{verb}\"]\n[[frame.example]]\ntext = \"x\"\ntrigger = \"x\"\n"
        )
    };
    Files::default().add(Path::new("mine/frames/x.toml"), &frame("saé")).unwrap();
    for bad in ["", "two  spaces", "Upper"] {
        assert!(Files::default().add(Path::new("mine/frames/x.toml"), &frame(bad)).is_err(), "{bad:?}");
    }
}
