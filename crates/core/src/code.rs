//! Codes of other people's lists: countries, currencies, languages, Wikidata items, checksums.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::validate::{Check, Part, ProblemCode};

/// A string that is not a code of its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {expected}")]
pub struct CodeError {
    /// What was read.
    pub found: String,
    expected: &'static str,
}

/// Code and name in one row of a code list, which reads `code <tab> status <tab> name`.
type Row = (&'static str, &'static str);

/// Reads a list embedded in the crate. Its rows are sorted by code, which a test below makes sure of.
fn rows(list: &'static str) -> Vec<Row> {
    let rows = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.nth(1)?))
    })
    .collect()
}

static COUNTRIES: LazyLock<Vec<Row>> = LazyLock::new(|| rows(include_str!("../data/countries.txt")));
static CURRENCIES: LazyLock<Vec<Row>> = LazyLock::new(|| rows(include_str!("../data/currencies.txt")));
static LANGUAGES: LazyLock<Vec<Row>> = LazyLock::new(|| rows(include_str!("../data/languages.txt")));

fn find(list: &'static [Row], code: &str) -> Option<Row> {
    list.binary_search_by_key(&code, |row| row.0).ok().map(|at| list[at])
}

/// The traits that every code has: text form, serde, schema, validation.
macro_rules! text_code {
    ($name:ident, $pattern:literal, $description:literal, $problem:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "description": $description, "pattern": $pattern })
            }
        }

        impl Part for $name {
            fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
                match check.string(value)?.parse() {
                    Ok(code) => Some(code),
                    Err(error) => {
                        check.problem(ProblemCode::$problem, error);
                        None
                    }
                }
            }

            fn check(&self, _: &mut Check<'_>) {}
        }
    };
}

macro_rules! listed_code {
    ($(#[$meta:meta])* $name:ident, $list:ident, $expected:literal, $pattern:literal, $description:literal, $problem:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(&'static str);

        impl $name {
            /// The code.
            pub const fn as_str(self) -> &'static str {
                self.0
            }

            /// The English name in the list that the code is from.
            pub fn name(self) -> &'static str {
                find(&$list, self.0).map_or(self.0, |row| row.1)
            }

            /// Every code of the list, sorted.
            pub fn all() -> impl Iterator<Item = Self> {
                $list.iter().map(|row| Self(row.0))
            }
        }

        impl FromStr for $name {
            type Err = CodeError;

            fn from_str(text: &str) -> Result<Self, CodeError> {
                find(&$list, text)
                    .map(|row| Self(row.0))
                    .ok_or_else(|| CodeError { found: text.to_owned(), expected: $expected })
            }
        }

        text_code!($name, $pattern, $description, $problem);
    };
}

listed_code!(
    /// A state or territory: ISO 3166-1 alpha-3, with the withdrawn codes of ISO 3166-3 (`SUN`, `YUG`) for texts about the past,
    /// and the user-assigned `XKX`.
    ///
    /// ```
    /// use verbale_core::CountryCode;
    ///
    /// let country: CountryCode = "TLS".parse()?;
    /// assert_eq!(country.name(), "Timor-Leste");
    /// assert!("TL".parse::<CountryCode>().is_err());
    /// # Ok::<(), verbale_core::CodeError>(())
    /// ```
    CountryCode, COUNTRIES, "an ISO 3166 alpha-3 country code such as `KEN`", "^[A-Z]{3}$",
    "ISO 3166-1 alpha-3 code, or a withdrawn one of ISO 3166-3.", UnknownCountry
);
listed_code!(
    /// A currency: ISO 4217, current or historic.
    CurrencyCode, CURRENCIES, "an ISO 4217 currency code such as `EUR`", "^[A-Z]{3}$",
    "ISO 4217 code of a currency, current or historic.", UnknownCurrency
);
listed_code!(
    /// A language: ISO 639-1.
    LanguageCode, LANGUAGES, "an ISO 639-1 language code such as `en`", "^[a-z]{2}$",
    "ISO 639-1 code of a language.", UnknownLanguage
);

impl LanguageCode {
    /// English.
    pub const ENGLISH: Self = Self("en");
}

/// An item of Wikidata: `Q142`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WikidataId(String);

impl WikidataId {
    /// The identifier with its `Q`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WikidataId {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let digits = text.strip_prefix('Q').unwrap_or_default();
        let valid =
            !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        if valid {
            Ok(Self(text.to_owned()))
        } else {
            Err(CodeError { found: text.to_owned(), expected: "a Wikidata item such as `Q142`" })
        }
    }
}

text_code!(WikidataId, "^Q[1-9][0-9]*$", "Wikidata item.", BadWikidata);

/// The SHA-256 checksum of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Checksum(String);

impl Checksum {
    /// The checksum of a text.
    ///
    /// ```
    /// let empty = verbale_core::Checksum::of("");
    /// assert!(empty.as_str().starts_with("e3b0c442"));
    /// ```
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        Self(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Checksum {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CodeError {
                found: text.to_owned(),
                expected: "a SHA-256 checksum of 64 lower-case hexadecimal digits",
            })
        }
    }
}

text_code!(Checksum, "^[0-9a-f]{64}$", "SHA-256 of the text's UTF-8 bytes.", BadChecksum);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_whole() {
        for (name, list, least) in [
            ("countries", &*COUNTRIES, 270),
            ("currencies", &*CURRENCIES, 250),
            ("languages", &*LANGUAGES, 183),
        ] {
            assert!(list.len() >= least, "{name}: only {} rows", list.len());
            assert!(list.is_sorted_by(|a, b| a.0 < b.0), "{name}: not sorted, or a code stands twice");
        }
    }

    #[test]
    fn former_states_and_currencies_are_known() {
        for code in ["FRA", "SUN", "YUG", "CSK", "DDR", "XKX"] {
            assert!(code.parse::<CountryCode>().is_ok(), "{code}");
        }
        for code in ["EUR", "USD", "DEM", "FRF"] {
            assert!(code.parse::<CurrencyCode>().is_ok(), "{code}");
        }
        for wrong in ["", "fra", "XQX", "FR"] {
            assert!(wrong.parse::<CountryCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn items_and_checksums_have_one_form() {
        assert!("Q142".parse::<WikidataId>().is_ok());
        for wrong in ["142", "Q", "Q0142", "q142"] {
            assert!(wrong.parse::<WikidataId>().is_err(), "{wrong}");
        }
        let checksum = Checksum::of("peace");
        assert_eq!(checksum.as_str().parse(), Ok(checksum.clone()));
        assert!(checksum.as_str().to_uppercase().parse::<Checksum>().is_err());
    }
}
