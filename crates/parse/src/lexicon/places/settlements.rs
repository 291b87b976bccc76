//! GeoNames' settlements, read in place from what the build script packed; nothing is read or copied when the program starts.

use std::cmp::Ordering;

use super::spelling::key;

/// Packed by `build.rs`, whose head describes the format.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/settlements.bin"));

const HEAD: usize = 8;
const NAME: usize = 8;
const SETTLEMENT: usize = 28;

/// The table of settlements.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settlements {
    names: usize,
    settlements: usize,
}

/// A settlement of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Settlement {
    pub(super) geonames: u32,
    pub(super) name: &'static str,
    /// ISO 3166-1 alpha-3.
    pub(super) country: &'static str,
    pub(super) lat: f64,
    pub(super) lon: f64,
    /// `None` where GeoNames does not know.
    pub(super) population: Option<u32>,
}

impl Settlements {
    pub(super) fn embedded() -> Self {
        Self { names: number(0) as usize, settlements: number(4) as usize }
    }

    /// The settlement with a name, in any spelling of hyphens and apostrophes.
    pub(super) fn find(&self, name: &str) -> Option<Settlement> {
        self.seek(&key(name)).0
    }

    /// The settlement with a key, the most populous of several, and whether a longer key begins with it.
    pub(super) fn seek(&self, key: &str) -> (Option<Settlement>, bool) {
        let first = self.first(key);
        let behind = (first..self.names).find(|&at| self.key(at) != key.as_bytes()).unwrap_or(self.names);
        let has_longer = behind < self.names && self.key(behind).starts_with(key.as_bytes());
        (self.all(key).next(), has_longer)
    }

    /// All settlements with a key, the most populous first.
    pub(super) fn all(&self, key: &str) -> impl Iterator<Item = Settlement> {
        let same = (self.first(key)..self.names).take_while(move |&at| self.key(at) == key.as_bytes());
        same.filter_map(|at| self.settlement(number(HEAD + at * NAME + 4) as usize))
    }

    /// The first name that does not stand before a key.
    fn first(&self, key: &str) -> usize {
        let (mut low, mut high) = (0, self.names);
        while low < high {
            let middle = low.midpoint(high);
            match self.key(middle).cmp(key.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal | Ordering::Greater => high = middle,
            }
        }
        low
    }

    /// Where the letters begin.
    fn letters(&self) -> usize {
        HEAD + self.names * NAME + self.settlements * SETTLEMENT
    }

    /// A key by its place in the order.
    fn key(&self, at: usize) -> &'static [u8] {
        let end_of = |at: usize| number(HEAD + at * NAME) as usize;
        let start = at.checked_sub(1).map_or(0, end_of);
        let letters = self.letters();
        PACKED.get(letters + start..letters + end_of(at)).unwrap_or_default()
    }

    fn settlement(&self, index: usize) -> Option<Settlement> {
        let at = HEAD + self.names * NAME + index * SETTLEMENT;
        let degrees = |at: usize| f64::from(number(at).cast_signed()) / 1e4;
        let letters = self.letters();
        let name = PACKED.get(letters + number(at + 16) as usize..letters + number(at + 20) as usize)?;
        Some(Settlement {
            geonames: number(at),
            name: str::from_utf8(name).ok()?,
            country: str::from_utf8(PACKED.get(at + 24..at + 27)?).ok()?,
            lat: degrees(at + 8),
            lon: degrees(at + 12),
            population: Some(number(at + 4)).filter(|population| *population > 0),
        })
    }
}

/// The number at a position; 0 behind the end.
fn number(at: usize) -> u32 {
    PACKED.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::rows;

    const COLUMNS: &[&str] = &["geonames", "name", "country", "lat", "lon", "population", "alternates"];

    #[test]
    fn every_row_is_found_or_a_more_populous_one_has_its_name() {
        let table =
            rows("settlements.tsv", include_str!("../../../data/places/settlements.tsv"), COLUMNS).unwrap();
        let settlements = Settlements::embedded();
        assert_eq!(table.len(), settlements.settlements);
        for row in &table {
            let number = |column: &str| row.cell(column).parse::<u32>().unwrap();
            row.parse::<verbale_core::CountryCode>("country").unwrap().unwrap();
            for name in std::iter::once(row.cell("name")).chain(row.list("alternates")) {
                let found = settlements.find(name).unwrap();
                let is_it = found.geonames == number("geonames") && found.name == row.cell("name");
                assert!(is_it || found.population.unwrap_or(0) >= number("population"), "{name}: {found:?}");
            }
        }
    }

    #[test]
    fn coordinates_south_and_west_are_negative() {
        let lima = Settlements::embedded().find("Lima").unwrap();
        assert_eq!((lima.country, lima.lat.round(), lima.lon.round()), ("PER", -12.0, -77.0));
    }

    #[test]
    fn longer_keys_are_announced() {
        let settlements = Settlements::embedded();
        assert_eq!(settlements.seek("Deir ez"), (None, true));
        assert_eq!(settlements.seek("No Such Place"), (None, false));
        assert_eq!(settlements.seek("\u{10FFFF}"), (None, false));
    }
}
