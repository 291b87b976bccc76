"""Files: the format that a name asks for, and the tables that stand in them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from verbale import _native
from verbale._vocabulary import TableName

TableFormat: TypeAlias = Literal["parquet", "csv"]
"""A format with a file for each table."""

Format: TypeAlias = TableFormat | Literal["sqlite", "json", "jsonl", "plover"]
"""What a file may hold."""

TableNames: TypeAlias = Iterable[TableName] | Literal["all"]
"""Names of tables, or all of them."""

EVENTS: TableNames = ("events",)

_ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".db": "sqlite",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
}


def format_of(file: Path, formats: Sequence[Format]) -> Format:
    """The format that the ending of a name asks for, if it is one of those.

    Raises:
        ValueError: It is none of them.
    """
    found = _ENDINGS.get(file.suffix.lower())
    if found is not None and found in formats:
        return found
    # `.plover` is the ending of nothing: PLOVER's JSON is asked for by its name.
    known = [f".{name}" for name in formats if f".{name}" in _ENDINGS]
    message = f"{file}: expected a name that ends in {', '.join(known[:-1])} or {known[-1]}"
    raise ValueError(message)


def only_events(tables: TableNames, reason: str) -> None:
    """Refuses a choice of tables where there is none.

    Raises:
        ValueError: Others than the events are named.
    """
    # By value: who names the default has chosen nothing else.
    if set(_wanted(tables)) != set(EVENTS):
        message = f"tables: {reason}; leave this out"
        raise ValueError(message)


def _wanted(tables: TableNames) -> list[str]:
    return [tables] if isinstance(tables, str) else list(tables)


@contextmanager
def table_files(file: Path, format: TableFormat, tables: TableNames) -> Iterator[_native.TableFiles]:
    """Files with a table each, which appear at the end: the one that was named, the others beside it.

    Raises:
        OSError: A file cannot be written.
        ValueError: There is no such table.
    """
    with closing(_native.TableFiles(file, format, _wanted(tables))) as files:
        yield files
        files.finish()
