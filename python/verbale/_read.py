"""From the dictionaries of the JSON to dataclasses, by the annotations of their fields."""

import dataclasses
import datetime
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
_Convert = Callable[[Any], Any]


def read(cls: type[T], data: Mapping[str, Any]) -> T:
    """An instance of a dataclass from a dictionary that has all its fields."""
    return cls(
        **{name: data[name] if convert is None else convert(data[name]) for name, convert in _plan(cls)}
    )


@cache
def _plan(cls: type[Any]) -> tuple[tuple[str, _Convert | None], ...]:
    """The fields of a dataclass, each with what converts its value in the JSON; `None` for as it is."""
    hints = typing.get_type_hints(cls)
    return tuple((field.name, _converter(hints[field.name])) for field in dataclasses.fields(cls))


def _converter(hint: Any) -> _Convert | None:
    if hint is datetime.date:
        return _date
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return lambda data: read(hint, data)
    origin = typing.get_origin(hint)
    if origin is types.UnionType or origin is typing.Union:
        return _optional(hint)
    if origin is tuple:
        item = _converter(typing.get_args(hint)[0])
        return tuple if item is None else lambda values: tuple(item(value) for value in values)
    return None


def _optional(hint: Any) -> _Convert | None:
    converters = [found for part in typing.get_args(hint) if (found := _converter(part)) is not None]
    if not converters:
        return None
    (convert,) = converters
    return lambda value: None if value is None else convert(value)


def _date(text: str) -> datetime.date | None:
    """A calendar date; `None` for a year that `datetime.date` cannot hold."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
