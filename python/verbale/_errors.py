"""What verbale raises beside `TypeError` and `ValueError`."""

from collections.abc import Iterable
from typing import NamedTuple, cast

from verbale._vocabulary import ProblemCode


class Problem(NamedTuple):
    """One thing that is wrong with a record.

    Attributes:
        code: What kind of problem: stable, for programs. `verbale.problem_codes()` lists them all.
        path: The field, as in `events[3].participants[0].actor`; empty for the record as a whole.
        message: What was found and what is expected, for people.
    """

    code: ProblemCode
    path: str
    message: str


class ValidationError(ValueError):
    """A record contradicts itself, the contract, or the text that it claims to be made from.

    >>> import verbale
    >>> try:
    ...     verbale.Record.from_json('{"format": "verbale/0"}')
    ... except verbale.ValidationError as error:
    ...     print(error.problems[0].code, error.problems[0].path)
    unsupported-format format
    """

    def __init__(self, message: str, problems: Iterable[tuple[str, str, str]]) -> None:
        """Keeps the message and the problems."""
        self._message = message
        self._problems = tuple(
            Problem(cast("ProblemCode", code), path, text) for code, path, text in problems
        )
        super().__init__(message, self._problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in the order of the record's fields; never empty."""
        return self._problems

    def __str__(self) -> str:
        return self._message


class LexiconError(ValueError):
    """A knowledge file that cannot be read.

    Attributes:
        file: The file, as it was named.
        line: The line, from 1; 0 for the file as a whole.
        message: What is wrong and what is expected.
    """

    def __init__(self, file: str, line: int, message: str) -> None:
        """Keeps where and what."""
        self.file = file
        self.line = line
        self.message = message
        super().__init__(file, line, message)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class ExtractError(Exception):
    """A text gives no record: it is longer than 4 GiB, or it meets a defect of verbale.

    Please report defects. The cause (`__cause__`) of a defect is the `ValidationError` of the record that was
    about to be built.
    """
