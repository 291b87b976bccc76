"""Files: the format that a name asks for, and names that are taken only when all is written."""

import errno
import os
import shutil
import tempfile
import typing
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
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

    A pipe or a device such as `/dev/null` cannot be replaced: it is written as it is.

    Raises:
        OSError: A file cannot be written.
    """
    for file in files:
        if file.is_dir():
            message = "is a folder: name a file"
            raise IsADirectoryError(errno.EISDIR, message, os.fspath(file))
    with ExitStack() as folders:
        passing = [_passing(file, folders) for file in files]
        yield [written for written, _ in passing]
        for written, target in reversed(passing):
            if target is not None:
                # Nobody may read it now who could not read what was there.
                with suppress(FileNotFoundError):
                    shutil.copymode(target, written)
                written.replace(target)


def _passing(file: Path, folders: ExitStack) -> tuple[Path, Path | None]:
    """The passing name of a file, and that which it takes; a pipe or a device has none to take.

    The passing name stands in a folder of its own, which nobody else can read, beside the file: on the same
    disk.
    """
    if file.exists() and not file.is_file():
        return file, None
    # A link stays a link: what it points to is replaced.
    target = file.resolve()
    try:
        folder = folders.enter_context(tempfile.TemporaryDirectory(prefix=".verbale-", dir=target.parent))
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(file)) from None
    return Path(folder, target.name), target


def _wanted(tables: TableNames) -> tuple[str, ...]:
    return (tables,) if isinstance(tables, str) else tuple(tables)


def _named(tables: TableNames) -> list[str]:
    known = typing.get_args(TableName)
    wanted = _wanted(tables)
    if "all" in wanted:
        return list(known)
    unknown = [repr(name) for name in wanted if name not in known]
    if unknown or not wanted:
        found = ", ".join(unknown) or "none"
        message = f"tables: expected `all` or some of {', '.join(known)}; found {found}"
        raise ValueError(message)
    return list(dict.fromkeys(wanted))
