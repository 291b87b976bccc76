//! Events: who did what to whom, when, in which body, by which instrument, with which result, and who says so.

mod attribution;
mod instrument;
mod kind;

pub use attribution::{Attribution, Certainty, Source};
pub use instrument::{Instrument, InstrumentKind, InstrumentStatus};
pub use kind::{EventKind, KindGroup};

use crate::date::Date;
use crate::id::{ActorId, EventId, PlaceId, SectionId};
use crate::plover::{Context, Plover};
use crate::quantity::Quantity;
use crate::span::Span;
use crate::validate::{Check, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether the event happened, as the text has it.
    pub enum Status {
        /// It happened.
        Occurred = "occurred",
        /// It was going on when the text was written.
        Ongoing = "ongoing",
        /// It is to happen.
        Planned = "planned",
        /// It was tried; the text does not say with what result.
        Attempted = "attempted",
        /// It was tried and came to nothing.
        Failed = "failed",
        /// It was planned and called off.
        Cancelled = "cancelled",
        /// It is only thought of: a condition, a possibility.
        Hypothetical = "hypothetical",
        /// The text says that it did not happen.
        Negated = "negated",
    }
}

vocabulary! {
    /// What a participant does in an event.
    pub enum Role {
        /// Does it.
        Actor = "actor",
        /// Is the one to whom it is done.
        Recipient = "recipient",
        /// Is the body in which it happens.
        Forum = "forum",
        /// Receives the others at home.
        Host = "host",
        /// Stands between the parties.
        Mediator = "mediator",
        /// Backs it.
        Supporter = "supporter",
        /// Works against it.
        Opponent = "opponent",
        /// Gains by it.
        Beneficiary = "beneficiary",
        /// Is the one whom it is about.
        Subject = "subject",
        /// Delivers goods, arms or money.
        Supplier = "supplier",
        /// Is hurt by it.
        Victim = "victim",
        /// Watches it.
        Observer = "observer",
    }
}

impl Role {
    /// The roles of those who do something, when an event is told as "who to whom".
    pub const WHO: &[Self] = &[Self::Actor, Self::Supplier];

    /// The roles of those whom it is done to, when an event is told as "who to whom".
    pub const WHOM: &[Self] = &[Self::Recipient, Self::Victim, Self::Beneficiary, Self::Subject];
}

vocabulary! {
    /// How an event relates to another one.
    pub enum RelationKind {
        /// It is a part of the other.
        PartOf = "part_of",
        /// It leads to the other.
        LeadsTo = "leads_to",
        /// It answers the other.
        RespondsTo = "responds_to",
        /// It changes what the other made.
        Amends = "amends",
        /// It breaks what the other made.
        Violates = "violates",
        /// It is the same happening, told by another speaker.
        SameAs = "same_as",
        /// It comes before the other.
        Precedes = "precedes",
    }
}

vocabulary! {
    /// What sort of thing is moved, sold or promised.
    pub enum ItemCategory {
        /// Arms other than missiles and vehicles.
        Weapon = "weapon",
        /// Missiles, rockets, and what fires them.
        Missile = "missile",
        /// Shells, bombs, mines, cartridges.
        Ammunition = "ammunition",
        /// Vehicles on land, armoured or not.
        Vehicle = "vehicle",
        /// Aircraft and drones.
        Aircraft = "aircraft",
        /// Ships and boats.
        Vessel = "vessel",
        /// Radars, optics, radios and other equipment.
        Equipment = "equipment",
        /// People: troops, observers, trainees, prisoners.
        Personnel = "personnel",
        /// Money.
        Money = "money",
        /// Food, medicine and other relief.
        Relief = "relief",
        /// Oil, gas, grain and other goods.
        Commodity = "commodity",
        /// None of these.
        Other = "other",
    }
}

part! {
    /// An actor in its role.
    #[derive(Eq)]
    pub struct Participant {
        /// What the actor does in the event.
        pub role: Role,
        /// Who.
        pub actor: ActorId,
        /// The words that say so.
        pub span: Span,
    }
}

impl Rules for Participant {}

part! {
    /// Equipment, forces, persons, money or goods that the event moves or promises.
    #[derive(Eq)]
    pub struct Item {
        /// What it is, without the number.
        pub name: String,
        /// What sort of thing.
        pub category: ItemCategory,
        /// How many or how much.
        pub quantity: Option<Quantity>,
        /// Who delivers it.
        pub supplier: Option<ActorId>,
        /// The words that name it.
        pub span: Span,
    }
}

impl Rules for Item {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("name", seen.name);
    }
}

part! {
    /// The human cost of an event.
    #[derive(Default, Eq)]
    pub struct Casualties {
        /// Dead.
        pub killed: Option<Quantity>,
        /// Wounded.
        pub injured: Option<Quantity>,
        /// Missing.
        pub missing: Option<Quantity>,
        /// Taken prisoner.
        pub captured: Option<Quantity>,
    }
}

impl Rules for Casualties {}

part! {
    /// A place where the event happens.
    #[derive(Eq)]
    pub struct EventPlace {
        /// Which place.
        pub place: PlaceId,
        /// The words that say so.
        pub span: Span,
    }
}

impl Rules for EventPlace {}

part! {
    /// A relation to another event of the record.
    #[derive(Copy, Eq)]
    pub struct Relation {
        /// How the events relate.
        pub relation: RelationKind,
        /// The other event.
        pub event: EventId,
    }
}

impl Rules for Relation {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        let events = check.known.events.as_ref();
        let other = seen.event.and_then(|event| events?.get(&event.number())?.first().copied());
        if other.is_some() && other == check.event() {
            check.problem(ProblemCode::SelfReference, "an event cannot be related to itself");
        }
    }
}

part! {
    /// A happening that the text reports.
    ///
    /// What most events do not have is boxed, so that a list of events stays small.
    pub struct Event {
        /// Identifier within the record.
        pub id: EventId,
        /// What happened, in the language of diplomacy.
        pub kind: EventKind,
        /// The same in PLOVER; `null` where PLOVER has no type for it.
        pub plover: Option<Plover>,
        /// What it is about.
        pub contexts: Vec<Context>,
        /// The words that name it.
        pub trigger: Span,
        /// When; one of the record's dates.
        pub date: Option<Date>,
        /// Who, in which role.
        pub participants: Vec<Participant>,
        /// The document that it is about.
        pub instrument: Option<Box<Instrument>>,
        /// What is moved or promised.
        pub items: Vec<Item>,
        /// The human cost.
        pub casualties: Option<Box<Casualties>>,
        /// Where.
        pub places: Vec<EventPlace>,
        /// Whether it happened.
        pub status: Status,
        /// Who says so, and how it is put.
        pub attribution: Attribution,
        /// How it relates to other events.
        pub relations: Vec<Relation>,
        /// Where in the document it stands; `null` before the first heading.
        pub section: Option<SectionId>,
        /// The sentence or clause, whole; more than one where the text tells it more than once.
        pub evidence: Vec<Span>,
        /// Which rule found it.
        pub rule: String,
    }
}

impl Rules for Event {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("rule", seen.rule);
        let message = "an event stands somewhere in the text; expected at least one span";
        check.not_empty_list("evidence", seen.evidence, message);
    }
}
