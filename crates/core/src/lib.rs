//! The verbale record: typed, validated data on who did what to whom, when, in which body, by which instrument, with which
//! result, and who says so, every value tied to the words that it was read from.
//!
//! The type to know is [`Record`]: one document in, one record out. It holds a [`Document`] with its sections, then lists of
//! [`Actor`]s, [`Place`]s, [`Date`]s, [`Quantity`]s, [`Event`]s, [`Quotation`]s, [`Citation`]s, [`Framing`]s and
//! [`Diagnostic`]s. A record that contradicts itself cannot be built: [`Record::new`] and [`Record::from_json`] report every
//! [`Problem`] at once, each with a stable [`ProblemCode`] and the path of its field.
//!
//! ```
//! use verbale_core::{Record, ProblemCode};
//!
//! let error = Record::from_json(r#"{"format": "verbale/1", "actors": [{"id": "a1", "country": "XQX"}]}"#).unwrap_err();
//! let country = error.problems().iter().find(|problem| problem.code == ProblemCode::UnknownCountry).unwrap();
//! assert_eq!(country.path, "actors[0].country");
//! ```
//!
//! Values that carry an invariant of their own have private fields and checked constructors: [`Span`] (made by [`TextIndex`]),
//! [`Edtf`], [`Date`], [`Published`], [`Amount`], [`Plover`], ids and codes. Names follow the standards of the field: PLOVER, EDTF (ISO 8601-2),
//! ISO 3166, ISO 639, ISO 4217, W3C Web Annotation. This crate knows no text processing.

mod actor;
mod citation;
mod code;
mod date;
mod diagnostic;
mod document;
pub mod edtf;
mod event;
mod framing;
mod id;
mod place;
mod plover;
mod quantity;
mod quotation;
mod record;
pub mod schema;
mod span;
mod validate;
mod vocabulary;

/// The programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use actor::{Actor, ActorKind, Mention, MentionBy};
pub use citation::{Citation, CitationKind};
pub use code::{Checksum, CodeError, CountryCode, CurrencyCode, LanguageCode, WikidataId};
pub use date::{Basis, Date};
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use document::{Document, Published, Section};
pub use edtf::{Edtf, EdtfError, Precision};
pub use event::{
    Attribution, Casualties, Certainty, Event, EventKind, EventPlace, Instrument, InstrumentKind,
    InstrumentStatus, Item, ItemCategory, KindGroup, Participant, Relation, RelationKind, Role, Source,
    Status,
};
pub use framing::{Framing, FramingKind};
pub use id::{ActorId, DateId, EventId, IdError, PlaceId, QuantityId, SectionId};
pub use place::{Place, PlaceKind};
pub use plover::{Context, Plover, PloverMode, PloverType, Quad, Sector};
pub use quantity::{Amount, AmountError, Bound, Quantity};
pub use quotation::{Quotation, QuotationKind};
pub use record::{Format, Record, RecordDraft};
pub use rust_decimal::Decimal;
pub use span::{Span, TextIndex};
pub use validate::{Problem, ProblemCode, ValidationError};
pub use vocabulary::UnknownTerm;
