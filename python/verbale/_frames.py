"""What hands tables to the libraries of analysts, which are asked for only when they are needed."""

import importlib
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class _Stream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


def needed(name: str, extra: str) -> Any:
    """A module of an optional library.

    Raises:
        ImportError: It is not installed; says how to install it.
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        # What the library itself misses is another matter.
        if error.name is None or error.name.partition(".")[0] != name.partition(".")[0]:
            raise
        message = f"this needs {error.name}, which is not installed: pip install verbale[{extra}]"
        raise ImportError(message, name=error.name) from error


def to_arrow(rows: _Stream, extra: str = "arrow") -> "pyarrow.Table":
    """The rows as a table of pyarrow."""
    table: pyarrow.Table = needed("pyarrow", extra).table(rows)
    return table


def to_pandas(rows: _Stream) -> "pandas.DataFrame":
    """The rows as a data frame of pandas."""
    needed("pandas", "pandas")
    frame: pandas.DataFrame = to_arrow(rows, "pandas").to_pandas()
    return frame


def to_polars(rows: _Stream) -> "polars.DataFrame":
    """The rows as a data frame of polars."""
    frame: polars.DataFrame = needed("polars", "polars").DataFrame(rows)
    return frame


class Frames:
    """What both tables and the lists of a record's parts can become."""

    __slots__ = ()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows in Arrow's C stream interface, for pyarrow, polars, DuckDB and others."""
        raise NotImplementedError

    def to_arrow(self) -> "pyarrow.Table":
        """The rows as a table of pyarrow.

        Raises:
            ImportError: pyarrow is not installed.
        """
        return to_arrow(_Only(self))

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a data frame of pandas: days are timestamps, words of a vocabulary categories.

        Raises:
            ImportError: pandas or pyarrow is not installed.
        """
        return to_pandas(_Only(self))

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a data frame of polars.

        Raises:
            ImportError: polars is not installed.
        """
        return to_polars(_Only(self))


class _Only:
    """Nothing but the stream: a library that sees a tuple would take its items instead."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Frames) -> None:
        self._rows = rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._rows.__arrow_c_stream__(requested_schema)
