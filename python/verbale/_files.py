"""Files: the format that a name asks for, and names that are taken only when all is written."""

import errno
import os
import tempfile
import typing
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, TypeAlias, cast

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
    if tables is not EVENTS:
        message = f"tables: {reason}; leave this out"
        raise ValueError(message)


@contextmanager
def table_files(file: Path, format: TableFormat, tables: TableNames) -> Iterator[_native.TableFiles]:
    """Files with a table each: the one that was named, the others beside it."""
    names = _named(tables)
    beside = [file.with_name(f"{file.stem}.{name}{file.suffix}") for name in names[1:]]
    with (
        whole([file, *beside]) as passing,
        closing(_native.TableFiles(format, list(zip(names, passing, strict=True)))) as files,
    ):
        yield files
        files.finish()


@contextmanager
def whole(files: Sequence[Path]) -> Iterator[list[Path]]:
    """Passing names for files, which take their own when all is written; the one that was named, last.

    Raises:
        OSError: A file cannot be written.
    """
    # A link stays a link: what it points to is replaced.
    targets = [file.resolve() for file in files]
    for file, target in zip(files, targets, strict=True):
        if target.is_dir():
            message = "is a folder: name a file"
            raise IsADirectoryError(errno.EISDIR, message, os.fspath(file))
    with tempfile.TemporaryDirectory(prefix=".verbale-", dir=targets[0].parent) as folder:
        passing = [Path(folder, target.name) for target in targets]
        yield passing
        for written, target in reversed(list(zip(passing, targets, strict=True))):
            written.replace(target)


def _named(tables: TableNames) -> list[str]:
    known = typing.get_args(TableName)
    wanted = (tables,) if isinstance(tables, str) else tuple(tables)
    if "all" in wanted:
        return list(known)
    unknown = [repr(name) for name in wanted if name not in known]
    if unknown or not wanted:
        found = ", ".join(unknown) or "none"
        message = f"tables: expected `all` or some of {', '.join(known)}; found {found}"
        raise ValueError(message)
    return list(dict.fromkeys(cast("tuple[str, ...]", wanted)))
