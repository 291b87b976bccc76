"""The native half of the package `verbale`; its names are not public."""

from typing import TypeAlias, final

__all__ = ["Extractor", "Record", "__version__", "problem_codes", "schema_json", "schema_names"]

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

    def extract_many(self, inputs: list[_Input], jobs: int | None, /) -> list[Record]:
        """Reads texts in parallel and gives their records in order."""

    def explain(self, text: str, id: str | None, title: str | None, published: str | None, /) -> str:
        """What each stage saw in a text, for people."""

def problem_codes() -> list[tuple[str, str]]:
    """The codes of validation problems with their meanings, in the order of the documentation."""

def schema_names() -> list[str]:
    """The names of the types that have a JSON Schema."""

def schema_json(name: str, /) -> str:
    """The JSON Schema of a type, as JSON."""
