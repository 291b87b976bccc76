//! Known actors: states and territories, international bodies and household names, from `actors/*.tsv`.

use serde::{Deserialize, Serialize};
use verbale_core::{ActorKind, CountryCode, MentionBy, Sector, WikidataId};

use super::LexiconError;
use super::letters::Letters;
use super::table::{Row, rows};

/// An actor that a knowledge file lists.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct KnownActor {
    /// The key by which other rows name it: `bodies.tsv` has one, states have their code.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) kind: ActorKind,
    pub(crate) sector: Option<Sector>,
    pub(crate) country: Option<CountryCode>,
    pub(crate) parent: Option<String>,
    /// Indices of those whom a group of one document consists of.
    pub(crate) members: Vec<usize>,
    pub(crate) wikidata: Option<WikidataId>,
    /// Whether it exists no more.
    pub(crate) is_past: bool,
    /// How many folders of knowledge were read before the one that it is from.
    pub(crate) layer: usize,
    pub(crate) forms: Vec<Form>,
}

impl KnownActor {
    /// An actor that no list holds.
    pub(crate) fn unlisted(
        name: String,
        kind: ActorKind,
        sector: Option<Sector>,
        country: Option<CountryCode>,
    ) -> Self {
        Self {
            key: String::new(),
            name,
            kind,
            sector,
            country,
            parent: None,
            members: Vec::new(),
            wikidata: None,
            is_past: false,
            layer: 0,
            forms: Vec::new(),
        }
    }
}

/// A way in which texts name the actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Form {
    pub(crate) text: Letters,
    pub(crate) by: FormKind,
}

/// What sort of form; the first ones win where two actors share a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum FormKind {
    /// The name.
    Name,
    /// Another name or an acronym.
    Alias,
    /// A noun for its people or an adjective: "Kenyans", "Kenyan".
    Demonym,
    /// The capital, or a building that stands for the government: an actor or a place, as the sentence has it.
    Seat,
}

impl FormKind {
    pub(crate) fn is_seat(self) -> bool {
        self == Self::Seat
    }

    pub(crate) fn mention(self) -> MentionBy {
        match self {
            Self::Name => MentionBy::Name,
            Self::Alias | Self::Seat => MentionBy::Alias,
            Self::Demonym => MentionBy::Demonym,
        }
    }
}

const COUNTRY_COLUMNS: &[&str] = &[
    "code",
    "name",
    "official",
    "aliases",
    "demonyms",
    "adjectives",
    "capital",
    "seats",
    "wikidata",
    "years",
    "kind",
    "part_of",
];
const BODY_COLUMNS: &[&str] = &["id", "name", "kind", "sector", "parent", "country", "aliases", "wikidata"];

/// Reads `countries.tsv`.
pub(crate) fn countries(file: &str, content: &str) -> Result<Vec<KnownActor>, LexiconError> {
    rows(file, content, COUNTRY_COLUMNS)?.iter().map(country).collect()
}

fn country(row: &Row<'_>) -> Result<KnownActor, LexiconError> {
    let name = row.required("name")?;
    let code: Option<CountryCode> = row.parse("code")?;
    let kind =
        row.parse("kind")?.ok_or_else(|| row.error("column `kind` must be state or territory".to_owned()))?;
    let mut forms = Forms::new(name);
    row.list("official").chain(row.list("aliases")).for_each(|text| forms.add(text, FormKind::Alias));
    row.list("demonyms").chain(row.list("adjectives")).for_each(|text| forms.add(text, FormKind::Demonym));
    row.list("capital").chain(row.list("seats")).for_each(|text| forms.add(text, FormKind::Seat));
    Ok(KnownActor {
        key: code.map_or_else(|| name.to_owned(), |code| code.to_string()),
        name: name.to_owned(),
        kind,
        sector: None,
        country: code.or(row.parse("part_of")?),
        parent: None,
        members: Vec::new(),
        wikidata: row.parse("wikidata")?,
        is_past: !row.cell("years").is_empty(),
        layer: 0,
        forms: forms.0,
    })
}

/// Reads `bodies.tsv`.
pub(crate) fn bodies(file: &str, content: &str) -> Result<Vec<KnownActor>, LexiconError> {
    rows(file, content, BODY_COLUMNS)?.iter().map(body).collect()
}

fn body(row: &Row<'_>) -> Result<KnownActor, LexiconError> {
    let name = row.required("name")?;
    let mut forms = Forms::new(name);
    row.list("aliases").for_each(|text| forms.add(text, FormKind::Alias));
    forms.add_spellings();
    let kind = row.parse_required("kind")?;
    let country: Option<CountryCode> = row.parse("country")?;
    // A parliament is its state's; what is only based there is not.
    let of_state = matches!(kind, ActorKind::Legislature | ActorKind::GovernmentBody | ActorKind::ArmedForce);
    let state = country.filter(|_| of_state).map(|country| country.to_string());
    Ok(KnownActor {
        key: row.required("id")?.to_owned(),
        name: name.to_owned(),
        kind,
        sector: row.parse("sector")?,
        country,
        parent: row.list("parent").next().map(str::to_owned).or(state),
        members: Vec::new(),
        wikidata: row.parse("wikidata")?,
        is_past: false,
        layer: 0,
        forms: forms.0,
    })
}

/// Forms in the order of their worth, each text once.
struct Forms(Vec<Form>);

impl Forms {
    fn new(name: &str) -> Self {
        Self(vec![Form { text: name.into(), by: FormKind::Name }])
    }

    fn add(&mut self, text: &str, by: FormKind) {
        if self.0.iter().all(|form| form.text != text) {
            self.0.push(Form { text: text.into(), by });
        }
    }

    /// Adds the other spelling of names with a word in "-ization" or "-isation".
    fn add_spellings(&mut self) {
        let known: Vec<String> = self.0.iter().map(|form| form.text.to_string()).collect();
        for text in known {
            self.add(&text.replace("ization", "isation"), FormKind::Alias);
            self.add(&text.replace("isation", "ization"), FormKind::Alias);
        }
    }
}
