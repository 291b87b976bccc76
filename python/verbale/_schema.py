"""What the contract says about itself: JSON Schemas, and the codes of validation problems."""

import json
from typing import Any, cast

from verbale import _native
from verbale._vocabulary import ProblemCode, SchemaName


def schema(type: SchemaName = "record") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record, or of one of its parts.

    >>> import verbale
    >>> verbale.schema("date")["title"]
    'Date'

    Raises:
        ValueError: No type of that name has a schema.
    """
    document: dict[str, Any] = json.loads(_native.schema_json(type))
    return document


def problem_codes() -> dict[ProblemCode, str]:
    """Every code that a `Problem` may have, with its meaning.

    >>> import verbale
    >>> verbale.problem_codes()["reversed-range"]
    'A range whose `max` is below its `value`.'
    """
    return {cast("ProblemCode", code): meaning for code, meaning in _native.problem_codes()}
