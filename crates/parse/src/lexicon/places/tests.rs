//! Tests of the gazetteer as a whole.

use super::*;

const HEADER: &str = "name\tkind\tcountry\tlat\tlon\taliases\texample\n";

fn gazetteer() -> Gazetteer {
    Gazetteer::embedded().unwrap()
}

/// Name and country of the place with a name.
fn found(name: &str) -> (String, String) {
    let gazetteer = gazetteer();
    let place = gazetteer.lookup(name).unwrap_or_else(|| panic!("{name} is not known"));
    (place.name.to_owned(), place.country.map(|country| country.to_string()).unwrap_or_default())
}

/// The words of the longest name where `from` begins.
fn longest<'t>(gazetteer: &Gazetteer, text: &'t str, from: &str) -> Option<&'t str> {
    gazetteer.longest_at(text, text.find(from).unwrap()).map(|found| &text[found.range])
}

#[test]
fn spellings_of_english_texts_are_known() {
    for (country, names) in [
        ("UKR", "Kyiv|Kiev|Kharkiv|Kharkov|Odesa|Odessa|Lviv|Lvov|Bakhmut|Zaporizhzhia|Mariupol"),
        ("AZE", "Shusha|Shushi|Stepanakert|Khankendi"),
        ("IRQ", "Mosul|Fallujah|Falluja|Basra|Tikrit|Ramadi|Kirkuk"),
        ("SYR", "Deir ez-Zor|Deir al-Zour|Deir Ezzor|Aleppo|Raqqa|Homs|Hama|Daraa|Idlib"),
        ("LBY", "Benghazi|Misrata|Sirte|Derna"),
        ("YEM", "Hodeidah|Hodeida|Taiz|Marib|Sanaa|Sana'a|Sana’a"),
        ("MMR", "Yangon|Rangoon|Mandalay"),
        ("AFG", "Kandahar|Kunduz|Herat|Jalalabad"),
        ("COD", "Goma|Bukavu|Bunia|Kisangani"),
        ("SDN", "Khartoum|Omdurman"),
        ("BIH", "Srebrenica|Sarajevo|Mostar|Banja Luka"),
    ] {
        for name in names.split('|') {
            assert_eq!(found(name).1, country, "{name}");
        }
    }
    assert_eq!(found("Kiev").0, "Kyiv");
    assert_eq!(found("Shushi").0, "Shusha");
    assert_eq!(found("Rangoon").0, "Yangon");
}

#[test]
fn a_place_has_its_data() {
    let gazetteer = gazetteer();
    let mosul = gazetteer.lookup("Mosul").unwrap();
    assert_eq!((mosul.kind, mosul.geonames, mosul.is_common), (PlaceKind::Settlement, Some(99072), false));
    assert!(mosul.population > Some(1_000_000));
    assert!(mosul.point.is_some_and(|(lat, lon)| (36.0..37.0).contains(&lat) && (43.0..44.0).contains(&lon)));
    // A row of ours names it better, GeoNames knows the rest.
    let hodeidah = gazetteer.lookup("Hodeida").unwrap();
    assert_eq!((hodeidah.name, hodeidah.geonames), ("Hodeidah", Some(79415)));
    let gulf = gazetteer.lookup("Gulf of Aden").unwrap();
    assert_eq!((gulf.kind, gulf.country, gulf.geonames), (PlaceKind::Water, None, None));
}

#[test]
fn the_most_populous_of_a_name_has_it() {
    assert_eq!(found("Birmingham").1, "GBR");
    assert_eq!(found("San José").1, "CRI");
    assert_eq!(found("Alexandria").1, "EGY");
}

#[test]
fn the_longest_name_of_whole_words() {
    let gazetteer = gazetteer();
    let text =
        "Fighting spread from Deir ez-Zor to the Gulf of Aden, New York and Kyiv-held Sana’a's outskirts.";
    let at = |from: &str| longest(&gazetteer, text, from);
    assert_eq!(at("Deir"), Some("Deir ez-Zor"));
    assert_eq!(at("Gulf"), Some("Gulf of Aden"));
    assert_eq!(at("Aden"), Some("Aden"));
    assert_eq!(at("New"), Some("New York"));
    assert_eq!(at("Kyiv"), Some("Kyiv"));
    assert_eq!(at("Sana"), Some("Sana’a"));
    assert_eq!(at("ez-Zor"), None);
    assert_eq!(at("den,"), None);
    assert_eq!(at("."), None);
    assert_eq!(longest(&gazetteer, "Kyivan", "Kyivan"), None);
    assert_eq!(longest(&gazetteer, "the Gulf\nof Aden", "Gulf"), Some("Gulf\nof Aden"));
    assert_eq!(gazetteer.longest_at("Kyiv", 9), None);
    assert_eq!(gazetteer.longest_at("é", 1), None);
}

#[test]
fn common_words_are_marked() {
    let gazetteer = gazetteer();
    for (name, is_common) in
        [("Reading", true), ("Victoria", true), ("Nice", true), ("Mosul", false), ("Paris", false)]
    {
        assert_eq!(gazetteer.lookup(name).unwrap().is_common, is_common, "{name}");
    }
}

#[test]
fn common_words_are_names_of_places() {
    let gazetteer = gazetteer();
    let unknown: Vec<&str> = gazetteer.common.all().filter(|name| gazetteer.lookup(name).is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn no_two_rows_share_a_name() {
    let places = read_places("places.tsv", crate::lexicon::PLACES).unwrap();
    assert!(places.len() > 500, "{}", places.len());
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for place in &places {
        for form in place.forms() {
            if let Some(other) = seen.insert(key(form), &place.name) {
                panic!("`{form}` is a name of {other} and of {}", place.name);
            }
        }
    }
}

#[test]
fn bad_rows_are_errors_with_file_and_line() {
    let error =
        |row: &str| read_places("mine/places.tsv", &format!("{HEADER}{row}\n")).unwrap_err().to_string();
    assert!(
        error("X\tplanet\t\t\t\t\tX").starts_with("mine/places.tsv:2: column `kind`: `planet` is not one of")
    );
    assert!(error("X\tregion\tXYZ\t\t\t\tX").starts_with("mine/places.tsv:2: column `country`"));
    assert!(error("X\tregion\t\t91\t0\t\tX").contains("expected -90 to 90 degrees, found 91"));
    assert!(error("X\tregion\t\t9\t\t\tX").contains("expected both lat and lon, or neither"));
    assert!(error("X\tregion\t\t\t\t\tY").contains("the example must contain `X`"));
    assert!(error("x\tregion\t\t\t\t\tx").contains("must begin with a capital"));
    assert!(error("X\tcountry\t\t\t\t\tX").contains("countries belong into actors/countries.tsv"));
    assert!(error("X\tregion").contains("expected 7 cells, found 2"));
}

#[test]
fn later_rows_have_the_name() {
    let mut places = read_places("places.tsv", crate::lexicon::PLACES).unwrap();
    let mine =
        format!("{HEADER}Hill 355\tother\tKOR\t38.0\t126.9\tGulf of Aden|Mosul\tFighting on Hill 355.\n");
    places.extend(read_places("mine/places.tsv", &mine).unwrap());
    let gazetteer = Gazetteer::with(places, Vec::new(), CommonNames::default());
    for name in ["Hill 355", "Gulf of Aden", "Mosul"] {
        assert_eq!(gazetteer.lookup(name).unwrap().name, "Hill 355");
    }
}

#[test]
fn settlements_of_a_user_share_names_by_their_people() {
    let header = "geonames\tname\tcountry\tlat\tlon\tpopulation\talternates\n";
    let rows = "1\tMosul\tKEN\t1\t37\t900\t\n2\tMosul\tPER\t-9\t-70\t90000000\tGulf of Aden|Lesser Mosul\n";
    let more = read_settlements("mine/settlements.tsv", &format!("{header}{rows}")).unwrap();
    let places = read_places("places.tsv", crate::lexicon::PLACES).unwrap();
    let gazetteer = Gazetteer::with(places, more, CommonNames::default());
    let geonames = |name: &str| gazetteer.lookup(name).unwrap().geonames;
    assert_eq!((geonames("Mosul"), geonames("Lesser Mosul")), (Some(2), Some(2)));
    // Not that of a row of places.tsv.
    assert_eq!(geonames("Gulf of Aden"), None);
    let within = |code: &str| {
        let countries = BTreeSet::from([code.parse().unwrap()]);
        gazetteer.settlement_in("Mosul", &countries).and_then(|place| place.geonames)
    };
    assert_eq!(
        (within("KEN"), within("PER"), within("IRQ"), within("FRA")),
        (Some(1), Some(2), Some(99072), None)
    );
    let fewer = "1\tMosul\tKEN\t1\t37\t900\t\n";
    let more = read_settlements("mine/settlements.tsv", &format!("{header}{fewer}")).unwrap();
    let gazetteer = Gazetteer::with(Vec::new(), more, CommonNames::default());
    assert_eq!(gazetteer.lookup("Mosul").unwrap().geonames, Some(99072));
    let bad = read_settlements("mine/settlements.tsv", &format!("{header}x\tMosul\tKEN\t1\t37\t900\t\n"));
    assert!(bad.unwrap_err().to_string().starts_with("mine/settlements.tsv:2: column `geonames`"));
}
