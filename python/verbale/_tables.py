"""Flat tables over one record or many."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from verbale import _native
from verbale._files import EVENTS, TableNames, format_of, only_events, table_files
from verbale._frames import Frames
from verbale._vocabulary import TableName

if TYPE_CHECKING:
    from verbale._record import Record


class Table(Frames):
    """The rows that some documents have in one table.

    >>> import verbale
    >>> record = verbale.extract("Kenya and Somalia met in Djibouti.", id="meeting")
    >>> events = record.tables().events
    >>> len(events), list(events.columns)[:3]
    (1, ['document', 'id', 'kind'])
    >>> events.to_arrow()["kind"].to_pylist()  # with pyarrow
    ['meeting']

    Any library that knows Arrow's PyCapsule interface takes it as it is: `polars.DataFrame(events)`,
    `pyarrow.table(events)`, `duckdb.sql("SELECT kind FROM events")`.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Table, /) -> None:
        """Not for you: use `Record.tables`, `verbale.tables` or `verbale.extract_many`."""
        self._native = native

    @property
    def name(self) -> TableName:
        """The name of the table."""
        return cast("TableName", self._native.name)

    @property
    def meaning(self) -> str:
        """What a row of the table is."""
        return self._native.meaning

    @property
    def columns(self) -> dict[str, str]:
        """The columns with their meanings, in order."""
        return dict(self._native.columns)

    def __len__(self) -> int:
        return len(self._native)

    def __arrow_c_schema__(self) -> object:
        """The columns in Arrow's C schema interface."""
        return self._native.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows in Arrow's C stream interface, for pyarrow, polars, DuckDB and others."""
        return self._native.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        rows = "1 row" if len(self) == 1 else f"{len(self)} rows"
        return f"<Table {self.name}: {rows}, {len(self._native.columns)} columns>"


class Tables:
    """All tables of some documents, by attribute or name; iteration gives them in order, events first.

    Every row names its document, so that tables can be joined by `document` and the id of a thing in it.

    >>> import verbale
    >>> tables = verbale.extract_many(["Oman mediated in Yemen.", "Peru recalled its envoy."])
    >>> tables.documents
    <Table documents: 2 rows, ... columns>
    >>> tables["events"] is tables.events
    True
    """

    __slots__ = ("_tables",)

    def __init__(self, natives: Iterable[_native.Table], /) -> None:
        """Not for you: use `Record.tables`, `verbale.tables` or `verbale.extract_many`."""
        tables = [Table(native) for native in natives]
        self._tables: dict[TableName, Table] = {table.name: table for table in tables}

    @property
    def events(self) -> Table:
        """One row an event, with the names of who and where."""
        return self._tables["events"]

    @property
    def documents(self) -> Table:
        """One row a document."""
        return self._tables["documents"]

    @property
    def participants(self) -> Table:
        """One row an actor in its role in an event."""
        return self._tables["participants"]

    @property
    def actors(self) -> Table:
        """One row an actor of a document."""
        return self._tables["actors"]

    @property
    def mentions(self) -> Table:
        """One row a place in the text where an actor is mentioned."""
        return self._tables["mentions"]

    @property
    def places(self) -> Table:
        """One row a place of a document."""
        return self._tables["places"]

    @property
    def event_places(self) -> Table:
        """One row a place where an event happens."""
        return self._tables["event_places"]

    @property
    def items(self) -> Table:
        """One row a thing, force, person or sum that an event moves or promises."""
        return self._tables["items"]

    @property
    def relations(self) -> Table:
        """One row a relation between two events."""
        return self._tables["relations"]

    @property
    def quotations(self) -> Table:
        """One row a quotation."""
        return self._tables["quotations"]

    @property
    def citations(self) -> Table:
        """One row a footnote mark, numbered reference or link."""
        return self._tables["citations"]

    @property
    def framing(self) -> Table:
        """One row a loaded or hedging expression."""
        return self._tables["framing"]

    def __getitem__(self, name: TableName, /) -> Table:
        return self._tables[name]

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables.values())

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, name: object, /) -> bool:
        return name in self._tables

    def __repr__(self) -> str:
        return f"<Tables of {len(self.documents)} documents: {len(self.events)} events>"

    def write(self, path: str | os.PathLike[str], *, tables: TableNames = EVENTS) -> None:
        """Writes tables to a file, whose ending says what comes out: `.parquet`, `.csv` or `.sqlite`.

        `verbale.write` says what each of them is, and writes what is too large for tables in memory.

        >>> import verbale
        >>> verbale.extract_many(["Oman mediated."]).write("chronicle.sqlite")  # doctest: +SKIP

        Args:
            path: The file, which appears whole or not at all; a database is added to.
            tables: Names of tables, or `all`; by default, only events. Not for a database, which always has
                all of them.

        Raises:
            OSError: The file cannot be written.
            ValueError: The ending is another one, there is no such table, or the database is of another
                program or of another version of this one.
        """
        file = Path(path)
        kind = format_of(file, ("parquet", "csv", "sqlite"))
        if kind in {"parquet", "csv"}:
            with table_files(file, kind, tables) as files:
                for table in self:
                    files.add_table(table._native)
            return
        if tables != "all":
            only_events(tables, "a database always has all of them")
        # Tables do not know by what they were read, so that there is nothing to pass over.
        with closing(_native.Database(file, True)) as database:
            database.write_tables([table._native for table in self])


def tables(records: "Iterable[Record]", /) -> Tables:
    """All tables of some records, whose rows follow the order of the records.

    >>> import verbale
    >>> texts = {"kenya": "Kenya and Somalia met in Djibouti.", "chad": "Chad recalled its envoy."}
    >>> verbale.tables(verbale.extract(text, id=id) for id, text in texts.items())
    <Tables of 2 documents: 2 events>

    Raises:
        ValueError: Two records have the same document id, by which rows find their document.
    """
    return of_natives(record._native for record in records)


def of_natives(records: "Iterable[_native.Record]", /) -> Tables:
    """All tables of some records, which need not be kept."""
    collector = _native.Collector()
    for record in records:
        collector.add(record)
    return Tables(collector.finish())


def tables_schema() -> dict[str, Any]:
    """What the tables and their columns are, as a Frictionless Data Package without data.

    >>> import verbale
    >>> verbale.tables_schema()["resources"][0]["schema"]["primaryKey"]
    ['document', 'id']
    """
    schema: dict[str, Any] = json.loads(_native.tables_json())
    return schema
