//! Folders of a user's own: every file of knowledge may stand in them, and a row of theirs takes the place of an embedded one.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use verbale_parse::{Extractor, LexiconError};

/// A file of a user's with one row, a text, and what its record has only if the row is known.
const OWN: [(&str, &str, &str, &str); 21] = [
    (
        "actors/bodies.tsv",
        "gnb\tGulf Navigation Board\tigo\tIGO\t\t\tGNB\t",
        "Oman and the GNB met on 2 June 2031.",
        r#""name":"Gulf Navigation Board","kind":"igo""#,
    ),
    (
        "actors/countries.tsv",
        "\tZorovia\t\t\tZorovians\tZorovian\tZorograd\t\t\t\tstate\t",
        "Zorograd expelled the Kenyan ambassador.",
        r#""name":"Zorovia","kind":"state""#,
    ),
    (
        "actors/descriptions.tsv",
        "shogunate\tone\tstate\tJapan agreed, and the shogunate signed",
        "Japan was attacked, and the shogunate expelled the Dutch ambassador.",
        r#""quote":"the shogunate","by":"description""#,
    ),
    (
        "actors/given_names.tsv",
        "female\tZ\tZorvana\tZorvana Doro",
        "President Zorvana Doro met President Zorkan Karanja in Lima. She signed the treaty.",
        r#""quote":"She","by":"pronoun""#,
    ),
    (
        "actors/heads.tsv",
        "warband\tnon_state_group\tREB\towned\t\tthe Kenyan warband",
        "A Kenyan warband attacked the town of Lamu.",
        r#""name":"Kenyan warband","kind":"non_state_group""#,
    ),
    (
        "actors/name_syllables.tsv",
        "z\tzork\tKim Da-zork",
        "Kim Da-zork, the prime minister, met Peru's president.",
        r#""name":"Kim Da-zork","kind":"person","country":null"#,
    ),
    (
        "actors/persons.tsv",
        "doro\tZorvan Doro\tperson\tGOV\t\tKEN\tDoro\t",
        "Doro met the Peruvian president.",
        r#""name":"Zorvan Doro","kind":"person","country":"KEN""#,
    ),
    (
        "actors/regions.tsv",
        "Zorasian\tZorasian leaders met",
        "Zorasian leaders imposed sanctions on Kenya.",
        r#""name":"Zorasian leaders","kind":"group""#,
    ),
    (
        "actors/ships.tsv",
        "KNS\tprefix\tKEN\tKNS Jasiri",
        "KNS Jasiri sank a Peruvian trawler.",
        r#""name":"KNS Jasiri","kind":"armed_force","country":"KEN""#,
    ),
    (
        "actors/titles.tsv",
        "Hetman\tmale\tHetman Doro said",
        "Hetman Doro signed the treaty with Peru.",
        r#""name":"Doro","kind":"person""#,
    ),
    (
        "dates/days.tsv",
        "Harbour Day\t06-02\tThe port was closed on Harbour Day.",
        "Kenya and Peru met on Harbour Day 2031.",
        r#""edtf":"2031-06-02""#,
    ),
    (
        "instruments/bases.tsv",
        "on the strength of\tno\tThey came on the strength of the treaty.",
        "Kenya invaded Peru on the strength of the treaty.",
        r#""instrument":{"kind":"treaty""#,
    ),
    (
        "instruments/names.tsv",
        "Lamu Understanding\tUnderstanding of Lamu\tagreement\t2031\tnewspapers",
        "Kenya and Peru signed the Understanding of Lamu.",
        r#""kind":"agreement","title":"Understanding of Lamu""#,
    ),
    (
        "instruments/words.tsv",
        "firman\tlaw\t\ta firman on the churches",
        "The Ottoman Empire signed a firman on 18 February 1856.",
        r#""instrument":{"kind":"law""#,
    ),
    (
        "items/systems.tsv",
        "Zorvan-#\tmissile\tthree Zorvan-4s",
        "Kenya bought twelve Zorvan-4s from Peru.",
        r#""name":"Zorvan-4s","category":"missile""#,
    ),
    (
        "items/words.tsv",
        "war canoe\tvessel\tsent a war canoe",
        "Kenya sold twelve war canoes to Peru.",
        r#""name":"war canoes","category":"vessel""#,
    ),
    (
        "places/common_words.tsv",
        "L\tLamu",
        "Lamu said that Peru had attacked it.",
        r#""name":"Lamu","kind":"other","country":null"#,
    ),
    (
        "places/designators.tsv",
        "wold\tbehind\tregion\tthe Lincoln wold",
        "Kenyan troops attacked the Zorvan wold.",
        r#""name":"Zorvan wold","kind":"region""#,
    ),
    (
        "places/places.tsv",
        "Port Marwan\tsettlement\tOMN\t24.1\t57.2\t\tThey met in Port Marwan.",
        "Kenya and Peru met in Port Marwan.",
        r#""name":"Port Marwan","kind":"settlement","country":"OMN""#,
    ),
    (
        "places/settlements.tsv",
        "99999999\tMarwanabad\tOMN\t24.1\t57.2\t900\tMarwanpur",
        "Kenya and Peru met in Marwanpur.",
        r#""name":"Marwanabad","kind":"settlement","country":"OMN""#,
    ),
    (
        "quantities/numbers.tsv",
        "zorin\tcurrency\tKES\ta million zorin",
        "Kenya lent Peru 12 million zorin.",
        r#""unit":"KES""#,
    ),
];

/// A folder of knowledge with one file.
fn folder(file: &str, content: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
    folder
}

fn with(folder: &Path) -> Result<Extractor, LexiconError> {
    Extractor::builder().lexicon(folder).build()
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../parse/data")
}

/// The row of a file that names the columns.
fn header(file: &str) -> String {
    let table = fs::read_to_string(data().join(file)).unwrap();
    table.lines().find(|line| !line.starts_with('#')).unwrap().to_owned()
}

/// The record of a text as JSON.
fn record(extractor: &Extractor, text: &str) -> String {
    serde_json::to_string(&extractor.extract(text).unwrap()).unwrap()
}

#[test]
fn every_file_adds_to_what_is_known() {
    let embedded = Extractor::new().unwrap();
    for (file, row, text, told) in OWN {
        let own = folder(file, &format!("{}\n{row}\n", header(file)));
        let before = record(&embedded, text);
        assert!(!before.contains(told), "{file} is not needed: {before}");
        let after = record(&with(own.path()).unwrap(), text);
        assert!(after.contains(told), "{file} is not read: {after}");
    }
}

#[test]
fn a_frame_adds_to_what_is_known() {
    let frame = "[[frame]]\nid = \"powwow\"\nkind = \"meeting\"\nverbs = [\"powwow\"]\n\n[[frame.example]]\n\
                 text = \"Kenya and Peru powwowed in Lima.\"\ntrigger = \"powwowed\"\n";
    let own = folder("frames/own.toml", frame);
    let text = "Kenya and Peru powwowed in Lima.";
    let told = r#""kind":"meeting""#;
    assert!(!record(&Extractor::new().unwrap(), text).contains(told));
    assert!(record(&with(own.path()).unwrap(), text).contains(told));
}

#[test]
fn a_bad_row_of_any_file_is_named() {
    for (file, ..) in OWN {
        let own = folder(file, &format!("{}\nnonsense\n", header(file)));
        let error = with(own.path()).err().unwrap();
        assert_eq!((Path::new(&error.file), error.line), (own.path().join(file).as_path(), 2), "{error}");
    }
}

#[test]
fn a_copy_of_the_embedded_files_changes_nothing() {
    let own = TempDir::new().unwrap();
    for (file, ..) in OWN {
        let copy = own.path().join(file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(data().join(file), copy).unwrap();
    }
    let (embedded, copied) = (Extractor::new().unwrap(), with(own.path()).unwrap());
    let texts = fs::read_dir(data().join("../../../examples/texts")).unwrap();
    for text in texts.map(|text| fs::read_to_string(text.unwrap().path()).unwrap()) {
        assert_eq!(record(&embedded, &text), record(&copied, &text));
    }
}

#[test]
fn the_guide_tells_the_columns_of_all_files() {
    let guide = fs::read_to_string(data().join("../../../guide/src/own-words.md")).unwrap();
    for (file, ..) in OWN {
        let columns =
            header(file).split('\t').map(|column| format!("`{column}`")).collect::<Vec<_>>().join(", ");
        let line = guide.lines().find(|line| line.starts_with('|') && line.contains(&format!("`{file}`")));
        assert!(line.is_some_and(|line| line.ends_with(&format!("| {columns} |"))), "{file}: {line:?}");
    }
}

#[test]
fn what_strays_into_another_folder_is_refused() {
    let header = format!("{}\n", header("actors/heads.tsv"));
    for stray in ["heads.tsv", "actor/heads.tsv", "items/heads.tsv", "actors/head.tsv"] {
        let own = folder(stray, &header);
        let error = with(own.path()).err().unwrap().to_string();
        assert!(
            error.contains(": no such file of knowledge; expected actors/bodies.tsv, "),
            "{stray}: {error}"
        );
    }
    let own = folder("actors/heads.tsv", &header);
    for passed in ["README.md", "actors/notes.md", "actors/.heads.tsv.swp", "pyproject.toml"] {
        fs::write(own.path().join(passed), "no knowledge").unwrap();
    }
    with(own.path()).unwrap();
}
