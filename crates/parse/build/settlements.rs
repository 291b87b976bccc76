//! Packs `data/places/settlements.tsv` so that it needs no reading at run time; `src/lexicon/places/settlements.rs` reads it.
//!
//! All numbers are little-endian and have four bytes, save where it says so:
//!
//! - how many names and how many settlements there are;
//! - for each name, sorted by bytes: where it ends in the letters below, and its settlement; a name that several share stands once
//!   for each, the most populous first;
//! - for each settlement: GeoNames' identifier, population, latitude and longitude in 1/10000 degree, the beginning and end of
//!   its name in the letters, and three bytes of country and one of padding;
//! - the letters: the names in keys, without separators, then the names as they are written.

#[path = "../src/lexicon/places/spelling.rs"]
mod spelling;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::error::Error;

use spelling::key;

const SOURCE: &str = "data/places/settlements.tsv";
const CONTENT: &str = include_str!("../data/places/settlements.tsv");

/// All settlements, packed.
pub(crate) fn packed() -> Result<Vec<u8>, Box<dyn Error>> {
    pack(CONTENT)
}

/// A row of the table.
struct Settlement<'a> {
    geonames: u32,
    name: &'a str,
    country: &'a str,
    lat: i32,
    lon: i32,
    population: u32,
    alternates: &'a str,
}

fn pack(content: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut settlements = Vec::new();
    let lines = (1..).zip(content.lines()).filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    for (line, row) in lines.skip(1) {
        settlements.push(read(row).ok_or_else(|| format!("{SOURCE}:{line}: this row cannot be read"))?);
    }
    let names = names(&settlements);

    let mut letters = String::new();
    let mut packed = Vec::new();
    let mut put = |number: u32| packed.extend(number.to_le_bytes());
    put(names.len().try_into()?);
    put(settlements.len().try_into()?);
    for (name, settlement) in names {
        letters.push_str(&name);
        put(letters.len().try_into()?);
        put(settlement.try_into()?);
    }
    for settlement in &settlements {
        put(settlement.geonames);
        put(settlement.population);
        put(settlement.lat.cast_unsigned());
        put(settlement.lon.cast_unsigned());
        put(letters.len().try_into()?);
        letters.push_str(settlement.name);
        put(letters.len().try_into()?);
        let country = settlement.country.as_bytes();
        let [a, b, c] =
            country.try_into().map_err(|_| format!("{SOURCE}: `{}` is no alpha-3", settlement.country))?;
        put(u32::from_le_bytes([a, b, c, 0]));
    }
    packed.extend(letters.as_bytes());
    Ok(packed)
}

fn read(row: &str) -> Option<Settlement<'_>> {
    let mut cells = row.split('\t');
    let mut cell = || cells.next();
    // 90 and 180 degrees fit well within the range.
    let degrees = |cell: &str| cell.parse::<f64>().ok().map(|degrees| (degrees * 1e4).round() as i32);
    Some(Settlement {
        geonames: cell()?.parse().ok()?,
        name: cell()?,
        country: cell()?,
        lat: degrees(cell()?)?,
        lon: degrees(cell()?)?,
        population: cell()?.parse().ok()?,
        alternates: cell()?,
    })
}

/// Each name with a settlement that has it, sorted by name; of settlements that share one, the most populous first, and of two with
/// as many people the one that stands first.
fn names(settlements: &[Settlement<'_>]) -> Vec<(String, usize)> {
    let mut names = BTreeSet::new();
    for (index, settlement) in settlements.iter().enumerate() {
        let alternates = settlement.alternates.split('|').filter(|name| !name.is_empty());
        for name in std::iter::once(settlement.name).chain(alternates) {
            names.insert((key(name), Reverse(settlement.population), index));
        }
    }
    names.into_iter().map(|(name, _, index)| (name, index)).collect()
}
