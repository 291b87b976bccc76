//! Rows of places: `places.tsv`, ours and the user's, and a user's own list of settlements.

use verbale_core::{CountryCode, PlaceKind};

use super::settlements::Settlements;
use crate::lexicon::LexiconError;
use crate::lexicon::table::{Row, rows};

const COLUMNS: &[&str] = &["name", "kind", "country", "lat", "lon", "aliases", "example"];

/// How far, in degrees, GeoNames may put a settlement from where a row puts it; beyond, it is another one of that name.
const NEAR: f64 = 0.5;

/// A row of `places.tsv`, or of a user's `settlements.tsv`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NamedPlace {
    pub(super) name: String,
    pub(super) kind: PlaceKind,
    pub(super) country: Option<CountryCode>,
    pub(super) point: Option<(f64, f64)>,
    pub(super) geonames: Option<u32>,
    pub(super) population: Option<u32>,
    pub(super) aliases: Vec<String>,
}

const SETTLEMENT_COLUMNS: &[&str] =
    &["geonames", "name", "country", "lat", "lon", "population", "alternates"];

/// Reads `places.tsv`.
pub(crate) fn read_places(file: &str, content: &str) -> Result<Vec<NamedPlace>, LexiconError> {
    rows(file, content, COLUMNS)?.iter().map(place).collect()
}

/// Reads a list of settlements as `cargo xtask places` writes it from GeoNames.
pub(crate) fn read_settlements(file: &str, content: &str) -> Result<Vec<NamedPlace>, LexiconError> {
    rows(file, content, SETTLEMENT_COLUMNS)?.iter().map(settlement).collect()
}

fn settlement(row: &Row<'_>) -> Result<NamedPlace, LexiconError> {
    Ok(NamedPlace {
        name: row.required("name")?.to_owned(),
        kind: PlaceKind::Settlement,
        country: Some(row.parse_required("country")?),
        point: point(row)?,
        geonames: Some(row.parse_required("geonames")?),
        population: row.parse("population")?.filter(|population| *population > 0),
        aliases: row.list("alternates").map(str::to_owned).collect(),
    })
}

fn place(row: &Row<'_>) -> Result<NamedPlace, LexiconError> {
    let kind: Option<PlaceKind> = row.parse("kind")?;
    let kind = kind.ok_or_else(|| row.error("column `kind` must not be empty".to_owned()))?;
    if kind == PlaceKind::Country {
        return Err(row.error("countries belong into actors/countries.tsv".to_owned()));
    }
    let place = NamedPlace {
        name: row.required("name")?.to_owned(),
        kind,
        country: row.parse("country")?,
        point: point(row)?,
        geonames: None,
        population: None,
        aliases: row.list("aliases").map(str::to_owned).collect(),
    };
    let example = row.required("example")?;
    if let Some(form) = place.forms().find(|form| form.starts_with(char::is_lowercase)) {
        return Err(row.error(format!("`{form}` must begin with a capital; articles are no part of a name")));
    }
    if !place.forms().any(|form| example.contains(form)) {
        return Err(row.error(format!("the example must contain `{}` or an alias of it", place.name)));
    }
    Ok(place)
}

/// Latitude and longitude.
fn point(row: &Row<'_>) -> Result<Option<(f64, f64)>, LexiconError> {
    match (degrees(row, "lat", 90.0)?, degrees(row, "lon", 180.0)?) {
        (Some(lat), Some(lon)) => Ok(Some((lat, lon))),
        (None, None) => Ok(None),
        _ => Err(row.error("expected both lat and lon, or neither".to_owned())),
    }
}

/// A cell that holds degrees of at most `limit`.
fn degrees(row: &Row<'_>, column: &str, limit: f64) -> Result<Option<f64>, LexiconError> {
    match row.parse::<f64>(column)? {
        Some(degrees) if !(-limit..=limit).contains(&degrees) => {
            Err(row
                .error(format!("column `{column}`: expected -{limit} to {limit} degrees, found {degrees}")))
        }
        degrees => Ok(degrees),
    }
}

impl NamedPlace {
    /// The name and the aliases.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// Takes from GeoNames what the row leaves open, if it is a settlement that GeoNames knows: by one of the names, in the same
    /// country unless the row names none, and near where the row puts it.
    pub(super) fn complete(&mut self, settlements: &Settlements) {
        if self.kind != PlaceKind::Settlement {
            return;
        }
        let is_it = |found: &super::settlements::Settlement| {
            let country = self.country.as_ref().is_none_or(|country| country.as_str() == found.country);
            let is_near =
                |(lat, lon): (f64, f64)| (lat - found.lat).abs() < NEAR && (lon - found.lon).abs() < NEAR;
            country && self.point.is_none_or(is_near)
        };
        let found = self.forms().filter_map(|form| settlements.find(form)).find(is_it);
        if let Some(found) = found {
            self.point = Some((found.lat, found.lon));
            self.geonames = Some(found.geonames);
            self.population = found.population;
        }
    }
}
