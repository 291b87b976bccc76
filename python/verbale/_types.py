"""What a record is made of, apart from its events: where, who, when, how many.

The classes are frozen: a record cannot be changed. Their fields are those of the JSON, word for word, `null`
being `None` and a list a tuple. `dataclasses.asdict` and `dataclasses.replace` work as usual.
"""

import datetime
from dataclasses import dataclass

from verbale._vocabulary import (
    ActorKind,
    Basis,
    Bound,
    DiagnosticCode,
    MentionBy,
    PlaceKind,
    Precision,
    Sector,
    Severity,
)

_SHORT = 40


def short(text: str) -> str:
    """The text in quotes, cut where it is too long for a line."""
    return repr(text if len(text) <= _SHORT else text[: _SHORT - 1] + "…")


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """A stretch of the source text; `text[span.start:span.end] == span.quote`, always.

    Attributes:
        start: Position of the first character (Unicode code point, as Python counts them).
        end: Position behind the last character; greater than `start`.
        quote: The text between the two positions, exactly as the source has it.
    """

    start: int
    end: int
    quote: str

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.start}:{self.end} {short(self.quote)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Mention(Span):
    """A place in the text where an actor is mentioned.

    Attributes:
        by: By what words the actor is named.
    """

    by: MentionBy


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published.

    Attributes:
        edtf: The date in EDTF (ISO 8601-2).
        earliest: First day that the date may mean; `None` if open, unknown or outside the years 1 to 9999.
        latest: Last day that the date may mean; `None` as for `earliest`.
        precision: How exact the date is.
        span: Where the document says so; `None` where the caller gave the date.
    """

    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    span: Span | None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the document, from its heading to the next heading of its level or above.

    Attributes:
        id: Identifier within the record: `s1`.
        title: The words of the heading, cleaned of markup and line breaks.
        level: Depth of the heading: 1 for the top.
        parent: Id of the section that this one is part of.
        span: The section whole, heading included.
    """

    id: str
    title: str
    level: int
    parent: str | None
    span: Span


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """What was read.

    Attributes:
        id: The caller's name for the document, or its file's stem.
        title: The title; `None` where the text does not say.
        authors: The authors, in the order of the text.
        publisher: The institution, paper or agency that published the text.
        published: When it was published, by its own words or the caller's.
        language: ISO 639-1 code of its language.
        sha256: SHA-256 of the text's UTF-8 bytes, in hexadecimal digits.
        length: Length of the text in characters (Unicode code points).
        sections: The sections, in order; subsections follow their parent.
    """

    id: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: Published | None
    language: str
    sha256: str
    length: int
    sections: tuple[Section, ...]

    def __repr__(self) -> str:
        title = "" if self.title is None else f" {short(self.title)}"
        return f"<Document {self.id}{title}, {self.length} characters>"


@dataclass(frozen=True, slots=True, repr=False)
class Actor:
    """Someone who acts, or is acted upon.

    Attributes:
        id: Identifier within the record: `a1`.
        name: The canonical name.
        kind: What sort of actor.
        country: ISO 3166-1 alpha-3 code of the state that the actor is or belongs to.
        parent: Id of the actor that this one is a body of: the United Nations for its Security Council.
        members: Ids of the members of a group that the text lists.
        sector: The PLOVER sector.
        wikidata: The Wikidata item (`Q142`), where it is certain.
        mentions: Every place where the text mentions the actor, in order; never empty.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    parent: str | None
    members: tuple[str, ...]
    sector: Sector | None
    wikidata: str | None
    mentions: tuple[Mention, ...]

    def __repr__(self) -> str:
        return f"<Actor {self.id} {short(self.name)}, {self.kind}>"


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """Somewhere on the map.

    Attributes:
        id: Identifier within the record: `p1`.
        name: The canonical name.
        kind: What sort of place.
        country: ISO 3166-1 alpha-3 code of the country that it is or lies in, where that is undisputed.
        lat: Latitude in degrees north, -90 to 90 (WGS 84).
        lon: Longitude in degrees east, -180 to 180 (WGS 84).
        geonames: Identifier in GeoNames.
        mentions: Every place in the text where it is mentioned, in order; never empty.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    mentions: tuple[Span, ...]

    def __repr__(self) -> str:
        return f"<Place {self.id} {short(self.name)}, {self.kind}>"


@dataclass(frozen=True, slots=True, repr=False)
class Date:
    """A temporal expression that names a calendar time.

    A `datetime.date` holds the years 1 to 9999. For other years `earliest` and `latest` are `None`; `edtf`
    has them (`-0420` is 421 BC), and `Record.to_dict` gives the two as text.

    Attributes:
        id: Identifier within the record: `d1`.
        edtf: The value in EDTF (ISO 8601-2), never more exact than the words.
        earliest: First day that it may mean, inclusive; `None` if open, unknown or outside the years 1 to
            9999.
        latest: Last day that it may mean, inclusive; `None` as for `earliest`.
        precision: How exact the value is.
        basis: How the value was found out.
        anchor: The expression that the value was counted or completed from.
        span: The words that name the time.
    """

    id: str
    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    basis: Basis
    anchor: Span | None
    span: Span

    def __repr__(self) -> str:
        return f"<Date {self.id} {self.edtf} {short(self.span.quote)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Quantity:
    """A number that counts or measures something.

    Attributes:
        id: Identifier within the record: `q1`.
        value: The number, 0 or more; the lower one of a range.
        max: The upper number of a range: 12 in "10 to 12".
        bound: How the number relates to the true value.
        unit: What is counted, in the singular ("soldier", "kilometre"), or the ISO 4217 code of a currency.
        change_from: The number before a change: 5 in "from 5 to 12".
        period: The time that the number is for: "year" for "annually".
        span: The words that hold the number.
    """

    id: str
    value: int | float
    max: int | float | None
    bound: Bound
    unit: str | None
    change_from: int | float | None
    period: str | None
    span: Span

    def __repr__(self) -> str:
        upper = "" if self.max is None else f"-{self.max}"
        unit = "" if self.unit is None else f" {self.unit}"
        return f"<Quantity {self.id} {self.bound} {self.value}{upper}{unit}>"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something that was seen but not understood.

    Attributes:
        code: Which sort: stable, for programs.
        message: What was seen and what is missing, for people.
        span: Where.
        severity: How much it matters.
    """

    code: DiagnosticCode
    message: str
    span: Span
    severity: Severity
