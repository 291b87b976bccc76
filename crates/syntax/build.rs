//! Decodes `data/english.model` and sorts `data/irregular.tsv`, so that neither is done each time a program starts.
//!
//! - `english.image`: the tables as they lie in memory (`src/model/image.rs`).
//! - `irregular.rs`: the lists of `src/lemmas.rs`. `VERBS`, `NOUNS`, `ADJECTIVES` and `OTHERS` pair a form with its base, in order
//!   of the forms; `PASTS` are the forms that are nothing but the past of a verb, in order.

#[allow(unreachable_pub, reason = "the crate's interface has this type")]
#[path = "src/data.rs"]
mod data;
#[allow(dead_code, reason = "only an analysis makes features")]
#[path = "src/hash.rs"]
mod hash;
#[allow(dead_code, reason = "only an analysis looks words up")]
#[path = "src/lexicon.rs"]
mod lexicon;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the crate reads what is written here, and its interface has these types"
)]
#[path = "src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "only an analysis adds weights up")]
#[path = "src/table.rs"]
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use data::DataError;
use model::{file, image};

const MODEL: &str = "data/english.model";
const IRREGULAR: &str = "data/irregular.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    for source in ["build.rs", "src/data.rs", "src/hash.rs", "src/lexicon.rs", "src/model", "src/table.rs"] {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-changed={MODEL}");
    println!("cargo::rerun-if-changed={IRREGULAR}");
    let folder = env::var("CARGO_MANIFEST_DIR")?;
    let (folder, out) = (Path::new(&folder), env::var("OUT_DIR")?);
    let model = file::read(&fs::read(folder.join(MODEL))?)?;
    fs::write(Path::new(&out).join("english.image"), image::write(&model))?;
    let lists = irregular(&fs::read_to_string(folder.join(IRREGULAR))?)?;
    fs::write(Path::new(&out).join("irregular.rs"), lists)?;
    Ok(())
}

/// Bases by form.
type Bases<'a> = BTreeMap<&'a str, &'a str>;

/// The lists of irregular forms, as Rust.
fn irregular(content: &str) -> Result<String, Box<dyn Error>> {
    let (mut verbs, mut nouns, mut adjectives, mut others) =
        (Bases::new(), Bases::new(), Bases::new(), Bases::new());
    for (line, row) in data::rows(content) {
        let bad = |problem: &str| DataError { file: "irregular.tsv", line, problem: problem.to_owned() };
        let columns: Vec<&str> = row.split('\t').collect();
        let [form, class, base] = columns[..] else { return Err(bad("three columns are wanted").into()) };
        let list = match class {
            "verb" => &mut verbs,
            "noun" => &mut nouns,
            "adjective" => &mut adjectives,
            "other" => &mut others,
            _ => return Err(bad("unknown part of speech").into()),
        };
        list.insert(form, base);
    }
    let mut rust = String::new();
    let pasts = pasts(&verbs, [&nouns, &adjectives, &others]);
    writeln!(rust, "static PASTS: &[&str] = &{pasts:?};")?;
    for (name, list) in [("VERBS", verbs), ("NOUNS", nouns), ("ADJECTIVES", adjectives), ("OTHERS", others)] {
        let list: Vec<(&str, &str)> = list.into_iter().collect();
        writeln!(rust, "static {name}: &[(&str, &str)] = &{list:?};")?;
    }
    Ok(rust)
}

/// The forms that are nothing but the past of a verb: neither its participle, which ends in -n or is its base, nor another word.
fn pasts<'a>(verbs: &Bases<'a>, others: [&Bases<'a>; 3]) -> Vec<&'a str> {
    let is_participle = |form: &str, base: &str| form.ends_with('n') && form != base;
    let with_participle: BTreeSet<&str> =
        verbs.iter().filter(|(form, base)| is_participle(form, base)).map(|(_, base)| *base).collect();
    let bases: BTreeSet<&str> = verbs.values().copied().collect();
    let is_past = |form: &str, base: &str| {
        let ending = ["n", "ne", "ed", "ing", "s"].iter().any(|ending| form.ends_with(ending));
        let is_other = others.iter().any(|list| list.contains_key(form));
        // "overcame" and "overran": the participle is the base.
        let by_base = base.ends_with("come") || base.ends_with("run");
        (with_participle.contains(base) && !ending || by_base) && !bases.contains(form) && !is_other
    };
    verbs.iter().filter(|(form, base)| is_past(form, base)).map(|(form, _)| *form).collect()
}
