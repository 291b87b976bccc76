"""The record: everything that was read from one document."""

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Self, TypeVar

from verbale._events import Citation, Event, Framing, Quotation
from verbale._native import Record as NativeRecord
from verbale._read import read
from verbale._rows import Rows
from verbale._tables import Tables, of_natives
from verbale._types import Actor, Date, Diagnostic, Document, Place, Quantity, Section
from verbale._vocabulary import TableName

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_NO_RECORD = "records are made by verbale.extract, Record.from_json and Record.from_dict"

T = TypeVar("T", bound="DataclassInstance")


class Record:
    """Everything that was read from one document.

    `verbale.extract` makes records from texts; `from_json` and `from_dict` load them. A record that
    contradicts itself cannot be loaded, and a record cannot be changed: to correct one, take its `to_dict`,
    change that, and load it with `from_dict`.

    Records are equal if all their fields are. They can be hashed, copied and pickled. Parts become Python
    objects when they are first asked for. `events`, `actors`, `places`, `quotations`, `citations` and
    `framing` can also become data frames: `record.events.to_pandas()`.

    A record holds quotes, not the text. For the eyes, one that was read by this package remembers its text
    (`text`); its JSON does not have it, and records with and without it are equal.

    >>> import verbale
    >>> record = verbale.extract("Kenya and Somalia met in Djibouti.", id="meeting")
    >>> record.document.id, record.document.length
    ('meeting', 34)
    """

    _native: NativeRecord

    _text: str | None

    def __init__(self, native: NativeRecord, text: str | None = None, /) -> None:
        """Not for you: use `verbale.extract`, `Record.from_json` or `Record.from_dict`."""
        if not isinstance(native, NativeRecord):
            raise TypeError(_NO_RECORD)
        self.__dict__["_native"] = native
        self.__dict__["_text"] = text

    @classmethod
    def from_json(cls, text: str, /) -> Self:
        """Loads a record.

        Its spans are compared with each other, since the text is not at hand; see `verify`.

        Raises:
            ValidationError: Names everything that is wrong with it.
        """
        return cls(NativeRecord.from_json(text))

    @classmethod
    def from_dict(cls, data: Mapping[str, object], /) -> Self:
        """Loads a record from dictionaries and lists, such as those of `to_dict`.

        Raises:
            ValidationError: Names everything that is wrong with it.
            TypeError: For a value that JSON does not have.
        """
        return cls.from_json(json.dumps(data))

    def to_json(self, indent: int | None = None) -> str:
        """The record as JSON: on one line, or indented by so many spaces a level (0 to 255).

        Equal records give equal text, on every platform.
        """
        return self._native.to_json(indent)

    def to_dict(self) -> dict[str, Any]:
        """The record as new dictionaries and lists of the JSON's values; dates are strings."""
        data: dict[str, Any] = json.loads(self.to_json())
        return data

    def verify(self, text: str, /) -> None:
        """Checks that the record was made from this text: length, checksum, and every quote.

        Raises:
            ValidationError: Names every difference.
        """
        self._native.verify(text)

    @property
    def text(self) -> str | None:
        """The text that the record was made from; `None` for a record that was loaded."""
        return self._text

    def with_text(self, text: str, /) -> "Record":
        """The same record, which remembers its text.

        Raises:
            ValidationError: The record was made from another text; names every difference.
        """
        self.verify(text)
        return Record(self._native, text)

    def tables(self) -> Tables:
        """The record as flat tables.

        >>> import verbale
        >>> record = verbale.extract("Kenya and Somalia met in Djibouti.", id="meeting")
        >>> record.tables().participants
        <Table participants: 3 rows, ... columns>
        """
        return of_natives([self._native])

    def to_plover(self) -> list[dict[str, Any]]:
        """The events that PLOVER has a type for, as dictionaries in PLOVER's own JSON.

        >>> import verbale
        >>> record = verbale.extract("On 4 May 2008 Chad recalled its envoy.", id="recall")
        >>> [event["date"] for event in record.to_plover()]
        ['2008-05-04']
        """
        return [json.loads(line) for line in self._native.plover_lines().split("\n") if line]

    def to_html(self, text: str | None = None) -> str:
        """The record and its text as a page: one HTML file to read, filter, print and send on.

        Args:
            text: The text; by default, the one that the record remembers.

        Raises:
            ValueError: The record remembers no text, and none is given.
            ValidationError: The record was made from another text.
        """
        known = self._text if text is None else text
        if known is None:
            message = "this record was loaded and does not hold its text: give the text, too"
            raise ValueError(message)
        return self._native.page(known)

    def _repr_html_(self) -> str:
        # What a notebook shows: the text with its marks, if it is there, and a table of events.
        return self._native.fragment(self._text)

    @property
    def format(self) -> Literal["verbale/1"]:
        """Version of the contract."""
        return "verbale/1"

    @cached_property
    def document(self) -> Document:
        """What was read."""
        return read(Document, self._field("document"))

    @cached_property
    def actors(self) -> Rows[Actor]:
        """Every actor mentioned, once each."""
        return self._rows("actors", Actor)

    @cached_property
    def places(self) -> Rows[Place]:
        """Every place mentioned, once each."""
        return self._rows("places", Place)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Every temporal expression that names a calendar time, in order."""
        return self._list("dates", Date)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number that counts or measures something, in order."""
        return self._list("quantities", Quantity)

    @cached_property
    def events(self) -> Rows[Event]:
        """The events, in the order in which the text reports them."""
        return self._rows("events", Event)

    @cached_property
    def quotations(self) -> Rows[Quotation]:
        """Speech, titles, terms and scare quotes, in order."""
        return self._rows("quotations", Quotation)

    @cached_property
    def citations(self) -> Rows[Citation]:
        """Footnotes, numbered references and links, in order."""
        return self._rows("citations", Citation)

    @cached_property
    def framing(self) -> Rows[Framing]:
        """Loaded and hedging language, in order."""
        return self._rows("framing", Framing)

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was seen but not understood, in order."""
        return self._list("diagnostics", Diagnostic)

    def actor(self, id: str, /) -> Actor:
        """The actor with an id; `KeyError` if there is none."""
        return self._actors_by_id[id]

    def place(self, id: str, /) -> Place:
        """The place with an id; `KeyError` if there is none."""
        return self._places_by_id[id]

    def event(self, id: str, /) -> Event:
        """The event with an id; `KeyError` if there is none."""
        return self._events_by_id[id]

    def section(self, id: str, /) -> Section:
        """The section of the document with an id; `KeyError` if there is none."""
        return self._sections_by_id[id]

    @cached_property
    def _actors_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _places_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _events_by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _sections_by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.document.sections}

    def _field(self, name: str) -> Any:
        return json.loads(self._native.field_json(name))

    def _list(self, name: str, cls: type[T]) -> tuple[T, ...]:
        return tuple(read(cls, data) for data in self._field(name))

    def _rows(self, name: TableName, cls: type[T]) -> Rows[T]:
        # The rows hold the native record only: a circle of references would keep both alive for longer.
        native = self._native
        return Rows.of(self._list(name, cls), lambda: of_natives([native])[name])

    def __eq__(self, other: object) -> bool:
        return self._native == other._native if isinstance(other, Record) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.document.id, self.document.sha256))

    def __repr__(self) -> str:
        counts = ((len(self.events), "event"), (len(self.actors), "actor"), (len(self.dates), "date"))
        listed = ", ".join(f"{count} {noun}" if count == 1 else f"{count} {noun}s" for count, noun in counts)
        return f"<Record {self.document.id!r}: {listed}>"

    def __reduce__(self) -> tuple[Callable[[str, str | None], "Record"], tuple[str, str | None]]:
        return _restore, (self.to_json(), self._text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"a record cannot be changed: {name!r}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)


def _restore(json: str, text: str | None) -> Record:
    return Record(NativeRecord.from_json(json), text)
