//! Events in PLOVER's own JSON (codebook of 2021, chapter "JSON Data Fields").

use chrono::NaiveDate;
use serde::Serialize;
use verbale_core::{
    Actor, ActorKind, Certainty, Context, Document, Event, Place, PloverMode, PloverType, Quad, Record, Role,
    Status,
};

use crate::error::TableError;
use crate::view::View;

/// An event as PLOVER writes it: one JSON object, one a line in a file.
///
/// Of the fields that the codebook leaves to providers, four are filled: `date_edtf`, since PLOVER's days are more exact than many texts;
/// and `status`, `certainty` and `said_by`, without which a denied or planned event would look like one that happened.
///
/// ```
/// use verbale_tables::PloverEvent;
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty in Washington.")?;
/// let events = PloverEvent::of_record(&record);
/// assert_eq!(events[0].date.unwrap().to_string(), "1979-03-26");
/// assert_eq!(events[0].actor[0].code.as_deref(), Some("EGY"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PloverEvent<'r> {
    /// The document and the event, `DOCUMENT:e1`: unique in a data set whose documents have unique ids.
    pub id: String,
    /// First day that the date may mean; null where the text gives no date, since none is invented.
    pub date: Option<NaiveDate>,
    /// Last day that the date may mean, where that is another day.
    pub enddate: Option<NaiveDate>,
    /// The date in EDTF, never more exact than the text.
    pub date_edtf: Option<String>,
    /// Who does it. Of a meeting without host or guest: all who take part.
    pub actor: Vec<PloverActor<'r>>,
    /// Whom it is done to; of a visit, the host.
    pub recipient: Vec<PloverActor<'r>>,
    /// The event type; one.
    pub event: Vec<PloverType>,
    /// The mode, if the type has modes and the text tells which.
    pub mode: Vec<PloverMode>,
    /// What it is about, and `future`, `hypothetical` or `negation` for what has not come about.
    pub context: Vec<&'static str>,
    /// The first of its places that is on the map, else the first.
    pub event_loc: Option<PloverLocation<'r>>,
    /// The words that name it.
    pub event_text: Vec<&'r str>,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad_code: u8,
    /// Whether it happened, as the text has it.
    pub status: Status,
    /// How the source puts it.
    pub certainty: Certainty,
    /// The actor who says so; null for the document's own voice.
    pub said_by: Option<&'r str>,
    /// The sentence or clause that tells it first.
    pub text: Option<&'r str>,
    /// Where that stands.
    pub text_info: Option<PloverText>,
    /// What the text is from.
    pub cite_info: PloverCitation<'r>,
}

/// An actor in PLOVER's terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PloverActor<'r> {
    /// ISO 3166-1 alpha-3 code of the state, or IGO, NGO, IMG, MNC for actors of none; null where neither is known.
    pub code: Option<&'static str>,
    /// The sector: GOV, MIL, REB, …
    pub sector: Option<&'static str>,
    /// The words of the event that name the actor.
    pub actor_text: &'r str,
    /// The Wikidata item.
    pub identifier_id: Option<&'r str>,
    /// The canonical name.
    pub identifier_text: &'r str,
}

/// A place, with field names of GeoNames.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PloverLocation<'r> {
    /// Identifier in GeoNames.
    pub geonameid: Option<u32>,
    /// The canonical name.
    pub name: &'r str,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// ISO 3166-1 alpha-3 code of the country.
    pub cc3: Option<&'static str>,
}

/// Where the text of an event stands in its document, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PloverText {
    /// First code point.
    pub start: usize,
    /// The code point behind.
    pub end: usize,
}

/// What a text is from, and what has coded it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PloverCitation<'r> {
    /// The document's id.
    pub citation: &'r str,
    /// The document's title.
    pub title: Option<&'r str>,
    /// The language, ISO 639-1.
    pub language: &'r str,
    /// Who published the document.
    pub publication: Option<&'r str>,
    /// The program, with its version.
    pub coder: &'static str,
    /// The codebook.
    pub codebook: &'static str,
}

impl<'r> PloverEvent<'r> {
    /// The events of a record that PLOVER has a type for, in the order of the text.
    pub fn of_record(record: &'r Record) -> Vec<Self> {
        let view = View::new(record);
        record.events().iter().filter_map(|event| Self::new(&view, event)).collect()
    }

    /// The same as JSON, one event a line: what a file of PLOVER's events is made of.
    ///
    /// # Errors
    /// None that a valid record can cause.
    pub fn lines(record: &'r Record) -> Result<String, TableError> {
        let mut lines = String::new();
        for event in Self::of_record(record) {
            lines += &serde_json::to_string(&event)?;
            lines.push('\n');
        }
        Ok(lines)
    }

    fn new(view: &View<'r>, event: &'r Event) -> Option<Self> {
        let plover = event.plover?;
        let (who, whom) = sides(plover.r#type());
        let date = event.date.as_ref();
        let earliest = date.and_then(|date| date.earliest());
        let evidence = event.evidence.first();
        Some(Self {
            id: format!("{}:{}", view.document(), event.id),
            date: earliest,
            enddate: date.and_then(|date| date.latest()).filter(|latest| Some(*latest) != earliest),
            date_edtf: date.map(|date| date.edtf().to_string()),
            actor: actors(view, event, who),
            recipient: actors(view, event, whom),
            event: vec![plover.r#type()],
            mode: plover.mode().into_iter().collect(),
            context: contexts(event),
            event_loc: location(view, event),
            event_text: vec![event.trigger.quote()],
            quad_code: match plover.quad() {
                Quad::VerbalCooperation => 1,
                Quad::MaterialCooperation => 2,
                Quad::VerbalConflict => 3,
                Quad::MaterialConflict => 4,
            },
            status: event.status,
            certainty: event.attribution.certainty,
            said_by: view.speaker(event.attribution.source),
            text: evidence.map(|span| span.quote()),
            text_info: evidence.map(|span| PloverText { start: span.start(), end: span.end() }),
            cite_info: citation(view.record.document()),
        })
    }
}

/// The roles of PLOVER's actors and recipients. In the codebook, whoever hosts a visit is its recipient.
const fn sides(event: PloverType) -> (&'static [Role], &'static [Role]) {
    const GUESTS: &[Role] = &[Role::Recipient, Role::Host];
    const DONE_TO: &[Role] = &[Role::Recipient, Role::Victim, Role::Beneficiary];
    match event {
        PloverType::Consult => (&[Role::Actor], GUESTS),
        _ => (Role::WHO, DONE_TO),
    }
}

fn actors<'r>(view: &View<'r>, event: &'r Event, roles: &[Role]) -> Vec<PloverActor<'r>> {
    let named = |actor: &'r Actor| {
        let here = event
            .participants
            .iter()
            .find(|participant| participant.actor == actor.id && roles.contains(&participant.role));
        PloverActor {
            code: code(actor),
            sector: actor.sector.map(|sector| sector.as_str()),
            actor_text: here.map_or(actor.name.as_str(), |participant| participant.span.quote()),
            identifier_id: actor.wikidata.as_ref().map(|item| item.as_str()),
            identifier_text: &actor.name,
        }
    };
    view.actors_as(event, roles).into_iter().map(named).collect()
}

/// The codebook's rule: the code of a state, else one for what is of no state.
fn code(actor: &Actor) -> Option<&'static str> {
    match (actor.country, actor.kind) {
        (Some(country), _) => Some(country.as_str()),
        (None, ActorKind::Igo | ActorKind::Organ) => Some("IGO"),
        (None, ActorKind::Ngo) => Some("NGO"),
        (None, ActorKind::Company) => Some("MNC"),
        (None, ActorKind::NonStateGroup) => Some("IMG"),
        (None, _) => None,
    }
}

/// The contexts, with those words of the codebook that say whether something came about.
fn contexts(event: &Event) -> Vec<&'static str> {
    let reality = match event.status {
        Status::Planned => Some("future"),
        Status::Hypothetical => Some("hypothetical"),
        Status::Negated | Status::Cancelled => Some("negation"),
        Status::Occurred | Status::Ongoing | Status::Attempted | Status::Failed => None,
    };
    event.contexts.iter().copied().map(Context::as_str).chain(reality).collect()
}

fn location<'r>(view: &View<'r>, event: &'r Event) -> Option<PloverLocation<'r>> {
    let on_the_map = view.places_of(event).find(|place| place.lat.is_some());
    let Place { name, country, lat, lon, geonames, .. } =
        on_the_map.or_else(|| view.places_of(event).next())?;
    let cc3 = country.map(|country| country.as_str());
    Some(PloverLocation { geonameid: *geonames, name, latitude: *lat, longitude: *lon, cc3 })
}

fn citation(document: &Document) -> PloverCitation<'_> {
    PloverCitation {
        citation: &document.id,
        title: document.title.as_deref(),
        language: document.language.as_str(),
        publication: document.publisher.as_deref(),
        coder: concat!("verbale ", env!("CARGO_PKG_VERSION")),
        codebook: "plover-2021",
    }
}
