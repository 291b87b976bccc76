"""The parts of a record that are also rows of a table."""

from typing import TYPE_CHECKING, TypeVar

from verbale._frames import Frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from verbale._tables import Table

T_co = TypeVar("T_co", covariant=True)


class Rows(tuple[T_co, ...], Frames):  # noqa: SLOT001 - a tuple has no room for slots
    """Parts of one kind: a tuple like any other, which data frames can be made of, too.

    >>> import verbale
    >>> record = verbale.extract("Kenya and Somalia met in Djibouti.", id="meeting")
    >>> record.events[0].kind
    'meeting'
    >>> record.events.to_arrow().num_rows  # with pyarrow
    1

    Slices and sums of it are plain tuples, and so is what a pickle of it gives: its rows belong to the
    record.
    """

    _table: "Callable[[], Table]"

    @classmethod
    def of(cls, parts: "Iterable[T_co]", table: "Callable[[], Table]") -> "Rows[T_co]":
        """Not for you: records make these."""
        rows = cls(parts)
        rows._table = table
        return rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows in Arrow's C stream interface, for pyarrow, polars, DuckDB and others."""
        return self._table().__arrow_c_stream__(requested_schema)

    def __reduce__(self) -> tuple[type[tuple[T_co, ...]], tuple[list[T_co]]]:
        return tuple, (list(self),)
