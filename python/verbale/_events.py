"""Events and what goes with them: instruments, items, attributions, quotations, citations, framing.

As in `verbale._types`, the classes are frozen and their fields are those of the JSON.
"""

from dataclasses import dataclass

from verbale._types import Date, Quantity, Span, short
from verbale._vocabulary import (
    Certainty,
    CitationKind,
    Context,
    EventKind,
    FramingKind,
    InstrumentKind,
    InstrumentStatus,
    ItemCategory,
    PloverMode,
    PloverType,
    Quad,
    QuotationKind,
    RelationKind,
    Role,
    Status,
)


@dataclass(frozen=True, slots=True)
class Plover:
    """The PLOVER reading of an event.

    Attributes:
        type: The event type.
        mode: How it was done, where the codebook has a mode for it.
        quad: The quad class; it follows from the type.
    """

    type: PloverType
    mode: PloverMode | None
    quad: Quad


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in its role.

    Attributes:
        role: What the actor does in the event.
        actor: Id of the actor; `record.actor(id)` gives it.
        span: The words that say so.
    """

    role: Role
    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Instrument:
    """The document that an event is about.

    Attributes:
        kind: What sort of document.
        title: The quoted title, or else the proper name: `Treaty of Lausanne`; without line breaks.
        number: The number: `"822"`; of several documents all numbers: `"822, 853, 874"`.
        body: Id of the actor that issues it.
        status: What became of it.
        span: The words that name it.
    """

    kind: InstrumentKind
    title: str | None
    number: str | None
    body: str | None
    status: InstrumentStatus
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """Equipment, forces, persons, money or goods that an event moves or promises.

    Attributes:
        name: What it is, without the number.
        category: What sort of thing.
        quantity: How many or how much.
        supplier: Id of the actor that delivers it.
        span: The words that name it.
    """

    name: str
    category: ItemCategory
    quantity: Quantity | None
    supplier: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Casualties:
    """The human cost of an event.

    Attributes:
        killed: Dead.
        injured: Wounded.
        missing: Missing.
        captured: Taken prisoner.
    """

    killed: Quantity | None
    injured: Quantity | None
    missing: Quantity | None
    captured: Quantity | None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place where an event happens.

    Attributes:
        place: Id of the place; `record.place(id)` gives it.
        span: The words that say so.
    """

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, and how it is put. A document is a source, not the truth.

    Attributes:
        source: `"document"` for the document's own voice, or the id of the actor who says so.
        certainty: How it is put.
        cue: The words that show it: "according to", "allegedly"; `None` where the document just states it.
    """

    source: str
    certainty: Certainty
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation to another event of the record.

    Attributes:
        relation: How the events relate.
        event: Id of the other event; `record.event(id)` gives it.
    """

    relation: RelationKind
    event: str


@dataclass(frozen=True, slots=True, repr=False)
class Event:
    """A happening that the text reports.

    Attributes:
        id: Identifier within the record: `e1`.
        kind: What happened, in the language of diplomacy.
        plover: The same in PLOVER; `None` where PLOVER has no type for it.
        contexts: What it is about.
        trigger: The words that name it.
        date: When; one of the record's dates.
        participants: Who, in which role.
        instrument: The document that it is about.
        items: What is moved or promised.
        casualties: The human cost.
        places: Where.
        status: Whether it happened.
        attribution: Who says so, and how it is put.
        relations: How it relates to other events.
        section: Id of the section in which it stands; `None` before the first heading.
        evidence: The sentence or clause, whole; more than one where the text tells it more than once.
        rule: Which rule found it.
    """

    id: str
    kind: EventKind
    plover: Plover | None
    contexts: tuple[Context, ...]
    trigger: Span
    date: Date | None
    participants: tuple[Participant, ...]
    instrument: Instrument | None
    items: tuple[Item, ...]
    casualties: Casualties | None
    places: tuple[EventPlace, ...]
    status: Status
    attribution: Attribution
    relations: tuple[Relation, ...]
    section: str | None
    evidence: tuple[Span, ...]
    rule: str

    def __repr__(self) -> str:
        date = "" if self.date is None else f" {self.date.edtf}"
        return f"<Event {self.id} {self.kind}{date} {short(self.trigger.quote)}, {self.status}>"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text between quotation marks.

    Attributes:
        span: The words between the marks, without them.
        kind: Why they are quoted.
        speaker: Id of the actor whose words they are.
        date: When they were said; one of the record's dates.
        event: Id of the event that reports them.
    """

    span: Span
    kind: QuotationKind
    speaker: str | None
    date: Date | None
    event: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A marker in the text that points to a source.

    Attributes:
        span: The marker.
        kind: What sort of marker.
        numbers: The numbers that it holds: 1 and 18 in "(1, 18)"; empty for a link or a sign such as `*`.
        locator: The place within the source: "p. 420".
        target: The note or the entry in the list of references, without its number; the first one of several.
        url: The address that the note gives; that of the note it repeats for an "ibid".
        title: The title that the note gives.
        published: The date that the note gives; one of the record's dates.
        same_as: The number of the note that an "ibid" or "op. cit." repeats.
        events: Ids of the events whose clause or sentence it supports.
    """

    span: Span
    kind: CitationKind
    numbers: tuple[int, ...]
    locator: str | None
    target: Span | None
    url: str | None
    title: str | None
    published: Date | None
    same_as: int | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framing:
    """Loaded or hedging words.

    Attributes:
        span: The words.
        kind: What they do.
        toward: Id of the actor whom they are about.
        event: Id of the event that they frame.
    """

    span: Span
    kind: FramingKind
    toward: str | None
    event: str | None
