"""Records into files, as they come."""

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from itertools import islice
from pathlib import Path

from verbale import _native
from verbale._extract import Records
from verbale._files import EVENTS, Format, TableNames, format_of, only_events, table_files
from verbale._record import Record

# So many documents are written in one transaction of a database.
_TRANSACTION = 128

_FORMATS: tuple[Format, ...] = ("parquet", "csv", "sqlite", "jsonl", "json", "plover")


def write(
    records: Record | Iterable[Record],
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,
    tables: TableNames = EVENTS,
    again: bool = False,
) -> None:
    """Writes records to a file while they are read, so that their number is not bounded by the memory.

    >>> import verbale
    >>> records = verbale.iter_records(["Oman mediated.", "Peru recalled its envoy."])
    >>> verbale.write(records, "chronicle.parquet")  # doctest: +SKIP

    The bytes are those that the command `verbale extract` writes of the same records. The ending of the name
    says what comes out:

    - `.parquet`, `.csv`: tables, each a file; the first is the file that was named, the others stand beside
      it, as `chronicle.actors.csv` beside `chronicle.csv`. In CSV, what a spreadsheet would run as a formula
      has a `'` before it.
    - `.sqlite`, `.sqlite3`, `.db`: a database with all tables, that grows. Documents that have not changed
      since they were read, by the same version of verbale with the same knowledge, are passed over; of the
      records of `iter_records`, their texts are not even read again. Those that have changed take the place
      of what was there, the others in it stay.
    - `.jsonl`, `.ndjson`: the records whole, one a line, for `Record.from_json`.
    - `.json`: the records as an indented array, or one record as an object.

    `format="plover"` writes events in PLOVER's JSON, one a line, as `Record.to_plover` has them. Files appear
    whole or not at all; of a database, what was written before an error or an interruption stays, each
    document whole, so that the same call goes on where it stopped. A pipe or a device such as `/dev/null` is
    written as it is.

    Args:
        records: The records, or one.
        path: The file.
        format: What comes out, if it is not what the ending says: `parquet`, `csv`, `sqlite`, `jsonl`,
            `json` or `plover`.
        tables: Names of tables, or `all`; by default, only events. For Parquet and CSV.
        again: Whether documents are read and written again that have not changed since the database was
            written.

    Raises:
        OSError: The file cannot be written.
        ValueError: The ending is another one; there is no such table or format; `again` is not for this
            format; two documents have the same id, by which rows of tables find them; the database is of
            another program or of another version of this one.
        TypeError: Something else than a record is given.
    """
    file = Path(path)
    kind = format_of(file, _FORMATS) if format is None else format
    if again and kind != "sqlite":
        message = "again: it is for databases; leave this out"
        raise ValueError(message)
    several = _several(records)
    if kind in {"parquet", "csv"}:
        with table_files(file, kind, tables) as files:
            for record in several:
                files.add(record._native)
        return
    if kind == "sqlite":
        if tables != "all":
            only_events(tables, "a database always has all of them")
        with closing(_native.Database(file, again)) as database, _passing_over(records, database):
            while part := [record._native for record in islice(several, _TRANSACTION)]:
                database.write(part)
        return
    if kind not in _FORMATS:
        message = f"format: expected one of {', '.join(_FORMATS)}; found {kind!r}"
        raise ValueError(message)
    only_events(tables, "they are for Parquet and CSV")
    layout = "object" if kind == "json" and isinstance(records, Record) else kind
    with closing(_native.RecordFile(file, layout)) as output:
        for record in several:
            output.add(record._native)
        output.finish()


def _passing_over(records: object, database: _native.Database) -> AbstractContextManager[None]:
    return records.passing_over(database) if isinstance(records, Records) else nullcontext()


def _several(records: Record | Iterable[object]) -> Iterator[Record]:
    if isinstance(records, Record):
        return iter((records,))
    if not hasattr(records, "__iter__"):
        raise _no_record(records)
    return map(_record, records)


def _record(given: object) -> Record:
    if not isinstance(given, Record):
        raise _no_record(given)
    return given


def _no_record(found: object) -> TypeError:
    return TypeError(f"records: expected records, found {type(found).__name__}")
