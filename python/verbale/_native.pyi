"""The native half of the package `verbale`; its names are not public."""

import os
from typing import TypeAlias, final

__all__ = [
    "Collector",
    "Database",
    "Extractor",
    "Record",
    "RecordFile",
    "Table",
    "TableFiles",
    "__version__",
    "problem_codes",
    "schema_json",
    "schema_names",
    "tables_json",
]

__version__: str

# A text with its id, title and date of publication.
_Input: TypeAlias = tuple[str, str | None, str | None, str | None]

@final
class Record:
    """A validated record."""

    @staticmethod
    def from_json(text: str, /) -> Record:
        """Reads a record from JSON."""

    def to_json(self, indent: int | None, /) -> str:
        """The record as JSON."""

    def field_json(self, name: str, /) -> str:
        """One field of the record as JSON."""

    def page(self, text: str, /) -> str:
        """The record and its text as a page."""

    def fragment(self, text: str | None, /) -> str:
        """The record at a glance, as a piece of HTML, with the text if there is one."""

    def plover_lines(self) -> str:
        """The events in PLOVER's JSON, one a line."""

    def verify(self, text: str, /) -> None:
        """Checks that the record was made from this text."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class Extractor:
    """Reads texts into records."""

    def __new__(cls, lexicon: list[str], /) -> Extractor:
        """Loads the knowledge, with that of the folders."""

    def extract(self, text: str, id: str | None, title: str | None, published: str | None, /) -> Record:
        """Reads one text."""

    def extract_all(
        self, inputs: list[_Input], first: int, jobs: int | None, database: Database | None, /
    ) -> list[Record | None]:
        """Reads texts in parallel and gives their records in order; `None` for what the database has."""

    def explain(self, text: str, id: str | None, title: str | None, published: str | None, /) -> str:
        """What each stage saw in a text, for people."""

@final
class Table:
    """The rows that some records have in one table."""

    @property
    def name(self) -> str:
        """The name of the table."""

    @property
    def meaning(self) -> str:
        """What a row is."""

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The columns with their meanings, in order."""

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object:
        """The schema, as Arrow's PyCapsule interface has it."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows, as Arrow's PyCapsule interface has them."""

@final
class Collector:
    """Collects the rows of records in all tables, so that the records themselves need not be kept."""

    def __new__(cls) -> Collector: ...
    def add(self, record: Record, /) -> None:
        """Adds the rows of a record."""

    def finish(self) -> list[Table]:
        """All tables, in their order; the collector is empty again."""

@final
class TableFiles:
    """Files with a table each, which appear whole or not at all."""

    def __new__(cls, path: str | os.PathLike[str], format: str, tables: list[str], /) -> TableFiles:
        """Begins the files: the first table in the file at the path, the others beside it."""

    def add(self, record: Record, /) -> None:
        """Adds the rows of a record to each file."""

    def add_table(self, table: Table, /) -> None:
        """Adds the rows of a table to the file that is its own."""

    def finish(self) -> None:
        """Ends the files, which take their names."""

    def close(self) -> None:
        """Lets go of the files, which do not appear if they are not finished."""

@final
class RecordFile:
    """A file with whole records, which appears whole or not at all."""

    def __new__(cls, path: str | os.PathLike[str], layout: str, /) -> RecordFile:
        """Begins the file: `json`, an array; `object`, one record alone; `jsonl`; `plover`."""

    def add(self, record: Record, /) -> None:
        """Adds a record."""

    def finish(self) -> None:
        """Ends the file, which takes its name."""

    def close(self) -> None:
        """Lets go of the file, which does not appear if it is not finished."""

@final
class Database:
    """A database, which is made if there is none."""

    def __new__(cls, path: str | os.PathLike[str], again: bool, /) -> Database:
        """Opens the database; with `again`, what it has is written again even if it has not changed."""

    def write(self, records: list[Record], /) -> None:
        """Writes records in one transaction, but for those that the database has."""

    def write_tables(self, tables: list[Table], /) -> None:
        """Writes tables of documents in one transaction."""

    def close(self) -> None:
        """Closes the database."""

def tables_json() -> str:
    """What the tables and their columns are, as the JSON of a Data Package."""

def problem_codes() -> list[tuple[str, str]]:
    """The codes of validation problems with their meanings, in the order of the documentation."""

def schema_names() -> list[str]:
    """The names of the types that have a JSON Schema."""

def schema_json(name: str, /) -> str:
    """The JSON Schema of a type, as JSON."""
