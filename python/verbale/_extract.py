"""Reading texts into records."""

import datetime
import os
from collections.abc import Iterable, Mapping

from verbale import _native
from verbale._record import Record

_KEYS = ("text", "id", "title", "published")


class Extractor:
    """Reads texts into records.

    Making one loads the knowledge; then it reads any number of texts, from any number of threads.

    >>> import verbale
    >>> extractor = verbale.Extractor()
    >>> records = extractor.extract_many(["Chad recalled its envoy.", "Peru denied it."])
    >>> [record.document.length for record in records]
    [24, 15]
    """

    def __init__(self, lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = ()) -> None:
        """Loads the knowledge.

        Args:
            lexicon: A folder, or several, with knowledge of your own: `actors/*.tsv`, `frames/*.toml`.

        Raises:
            LexiconError: Names the file and line of the first entry that cannot be read.
        """
        folders = (lexicon,) if isinstance(lexicon, str | os.PathLike) else lexicon
        self._lexicon = tuple(os.fspath(folder) for folder in folders)
        self._native = _native.Extractor(list(self._lexicon))

    def extract(
        self,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        published: str | datetime.date | None = None,
    ) -> Record:
        """Reads a text.

        Args:
            text: The text; spans are positions in this string. `path.read_bytes().decode()` reads a file
                without changing its line ends.
            id: The document's name in the record; `document` by default.
            title: The title; by default, the one that the text gives.
            published: The date of publication, as an EDTF string or a date; by default, the one that the text
                gives.

        Raises:
            ExtractError: The text is longer than 4 GiB, or meets a defect of verbale.
            ValueError: `id` or `title` is blank, `published` is not EDTF, or the text holds half of a
                surrogate pair.
        """
        return Record(self._native.extract(text, id, title, _edtf(published)))

    def extract_many(
        self, texts: Iterable[str | Mapping[str, object]], *, jobs: int | None = None
    ) -> list[Record]:
        """Reads texts in parallel; their records come in order, and are the same for any number of threads.

        All texts are held in memory: give a large collection in parts.

        Args:
            texts: Each one a string, or a dictionary with `text` and perhaps `id`, `title`, `published`.
            jobs: Number of threads; by default, one a core.

        Raises:
            ExtractError: As for `extract`.
            ValueError: As for `extract`; a dictionary has other keys, or no text; `jobs` is less than 1.
            TypeError: A value is of another type than `extract` takes.
        """
        if isinstance(texts, str):
            message = "texts: expected several texts, found one; put it in a list or use extract"
            raise TypeError(message)
        if jobs is not None and jobs < 1:
            message = f"jobs: expected 1 or more, found {jobs}"
            raise ValueError(message)
        inputs = [_input(index, text) for index, text in enumerate(texts)]
        return [Record(native) for native in self._native.extract_many(inputs, jobs)]

    def explain(
        self,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        published: str | datetime.date | None = None,
    ) -> str:
        """What each stage saw in a text, for people: layout, mentions, events with the rule behind each.

        Takes and raises the same as `extract`.
        """
        return self._native.explain(text, id, title, _edtf(published))

    def __repr__(self) -> str:
        return f"Extractor(lexicon={self._lexicon!r})"

    def __reduce__(self) -> tuple[type["Extractor"], tuple[tuple[str, ...]]]:
        return type(self), (self._lexicon,)


def extract(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | datetime.date | None = None,
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> Record:
    """Reads a text.

    >>> import verbale
    >>> record = verbale.extract("The talks in Doha failed.", id="doha", published="2008-05-21")
    >>> record
    <Record 'doha': ...>

    Takes and raises the same as `Extractor` and `Extractor.extract`. With a lexicon of your own, make one
    `Extractor` and use it for all texts.
    """
    return Extractor(lexicon).extract(text, id=id, title=title, published=published)


def extract_many(
    texts: Iterable[str | Mapping[str, object]],
    *,
    jobs: int | None = None,
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> list[Record]:
    """Reads texts in parallel; their records come in order.

    >>> import verbale
    >>> first, second = verbale.extract_many(["Oman mediated.", {"text": "Mali left.", "id": "mali"}])
    >>> second.document.id
    'mali'

    Takes and raises the same as `Extractor` and `Extractor.extract_many`.
    """
    return Extractor(lexicon).extract_many(texts, jobs=jobs)


def _edtf(published: str | datetime.date | None) -> str | None:
    # A datetime is a date too; its time of day is not part of a date of publication.
    return datetime.date.isoformat(published) if isinstance(published, datetime.date) else published


def _input(index: int, given: object) -> tuple[str, str | None, str | None, str | None]:
    where = f"texts[{index}]"
    if isinstance(given, str):
        return given, None, None, None
    if not isinstance(given, Mapping):
        message = f"{where}: expected a string or a dictionary, found {type(given).__name__}"
        raise TypeError(message)
    unknown = [repr(key) for key in given if key not in _KEYS]
    if unknown:
        message = f"{where}: unknown {', '.join(unknown)}; expected {', '.join(_KEYS)}"
        raise ValueError(message)
    text = _string(given.get("text"), f"{where}.text")
    if text is None:
        message = f"{where}.text: expected a text, found none"
        raise ValueError(message)
    published = given.get("published")
    if isinstance(published, datetime.date):
        published = _edtf(published)
    return (
        text,
        _string(given.get("id"), f"{where}.id"),
        _string(given.get("title"), f"{where}.title"),
        _string(published, f"{where}.published"),
    )


def _string(value: object, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    message = f"{where}: expected a string, found {type(value).__name__}"
    raise TypeError(message)
