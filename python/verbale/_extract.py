"""Reading texts into records."""

import datetime
import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager

from verbale import _native
from verbale._progress import Meter, Progress
from verbale._record import Record
from verbale._sources import Input, Source, Sources, edtf
from verbale._tables import Tables, tables
from verbale._text import Text

# So much is read at once for each thread: enough for all threads to have work, little enough to stay in
# memory.
_DOCUMENTS = 32
_CHARACTERS = 1 << 20


class Extractor:
    """Reads texts into records.

    Making one loads the knowledge; then it reads any number of texts, from any number of threads.

    >>> import verbale
    >>> extractor = verbale.Extractor()
    >>> records = extractor.iter_records(["Chad recalled its envoy.", "Peru denied it."])
    >>> [record.document.length for record in records]
    [24, 15]
    """

    def __init__(self, lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = ()) -> None:
        """Loads the knowledge.

        Args:
            lexicon: A folder, or several, with knowledge of your own: `actors/*.tsv`, `places/*.tsv`,
                `items/*.tsv`, `instruments/*.tsv`, `quantities/numbers.tsv`, `dates/days.tsv`,
                `frames/*.toml`.

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
            text: The text; spans are positions in this string. `verbale.read` reads a file.
            id: The document's name in the record; by default, that of a text which `verbale.read` has read,
                else `document`.
            title: The title; by default, the one that the text gives.
            published: The date of publication, as an EDTF string or a date; by default, the one that the text
                gives.

        Raises:
            ExtractError: The text is longer than 4 GiB, or meets a defect of verbale.
            ValueError: `id` or `title` is blank, `published` is not EDTF, or the text holds half of a
                surrogate pair.
        """
        return Record(self._native.extract(text, _id(text, id), title, edtf(published)), text)

    def extract_many(
        self,
        texts: Iterable[Source] | os.PathLike[str],
        *,
        jobs: int | None = None,
        encoding: str | None = None,
        progress: Progress = False,
    ) -> Tables:
        """Reads texts in parallel into one set of tables.

        Records are not kept, and files are opened when it is their turn, so that a large collection needs no
        more memory than its tables. `iter_records` gives the records; `verbale.write` writes them to a file
        as they come, in memory that does not grow with their number. The tables are the same for any number
        of threads.

        Args:
            texts: Each one a string; a dictionary with `text` and perhaps `id`, `title`, `published`; or the
                path of a file or folder, as a `pathlib.Path`. A path may also stand alone. Folders are read
                with all folders in them, in the order of names: `.txt`, `.md`, and `.jsonl` with one such
                dictionary a line. Without an id, a file is named by its path within the folder, and the third
                string `document-3`.
            jobs: Number of threads; by default, one a core.
            encoding: How files are written down, as for `verbale.read`.
            progress: Whether a line on stderr tells how far the reading is; or a function that is called with
                the number of documents so far and of all, which is `None` where it is not known.

        Raises:
            ExtractError: As for `extract`.
            OSError: A file cannot be read.
            ValueError: As for `extract` and `verbale.read`; two documents have the same id; a dictionary has
                other keys, or no text; `jobs` is less than 1.
            TypeError: A value is of another type than `extract` takes.
        """
        return tables(self.iter_records(texts, jobs=jobs, encoding=encoding, progress=progress))

    def iter_records(
        self,
        texts: Iterable[Source] | os.PathLike[str],
        *,
        jobs: int | None = None,
        encoding: str | None = None,
        progress: Progress = False,
    ) -> Iterator[Record]:
        """Reads texts in parallel and gives their records one by one, in order.

        Takes and raises the same as `extract_many`; here, ids may repeat. `verbale.write` passes over what
        a database has already.
        """
        if jobs is not None and jobs < 1:
            message = f"jobs: expected 1 or more, found {jobs}"
            raise ValueError(message)
        return Records(self._native, Sources(texts, encoding), jobs, progress)

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
        return self._native.explain(text, _id(text, id), title, edtf(published))

    def __repr__(self) -> str:
        return f"Extractor(lexicon={self._lexicon!r})"

    def __reduce__(self) -> tuple[type["Extractor"], tuple[tuple[str, ...]]]:
        return type(self), (self._lexicon,)


class Records(Iterator[Record]):
    """Records, each made when somebody asks for it or for one shortly before it."""

    def __init__(
        self, extractor: _native.Extractor, sources: Sources, jobs: int | None, progress: Progress
    ) -> None:
        """Reads nothing yet."""
        self._database: _native.Database | None = None
        self._records = self._read(extractor, sources, jobs, progress)

    def __next__(self) -> Record:
        return next(self._records)

    def close(self) -> None:
        """Reads no more."""
        self._records.close()

    @contextmanager
    def passing_over(self, database: _native.Database) -> Iterator[None]:
        """Meanwhile, there is no record of a text of which the database has it."""
        self._database = database
        try:
            yield
        finally:
            self._database = None

    def _read(
        self, extractor: _native.Extractor, sources: Sources, jobs: int | None, progress: Progress
    ) -> Generator[Record, None, None]:
        first = 0
        with Meter(progress, sources.total) as meter:
            for inputs in _parts(sources, jobs or os.cpu_count() or 1):
                natives = extractor.extract_all(inputs, first, jobs, self._database)
                first += len(inputs)
                for native, (text, *_) in zip(natives, inputs, strict=True):
                    if native is not None:
                        yield Record(native, text)
                meter.add(len(inputs))


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
    texts: Iterable[Source] | os.PathLike[str],
    *,
    jobs: int | None = None,
    encoding: str | None = None,
    progress: Progress = False,
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> Tables:
    """Reads texts in parallel into one set of tables.

    >>> import verbale
    >>> tables = verbale.extract_many(["Oman mediated.", {"text": "Mali left the union.", "id": "mali"}])
    >>> tables.documents.to_arrow()["id"].to_pylist()  # with pyarrow
    ['document-1', 'mali']

    Takes and raises the same as `Extractor` and `Extractor.extract_many`.
    """
    extractor = Extractor(lexicon)
    return extractor.extract_many(texts, jobs=jobs, encoding=encoding, progress=progress)


def iter_records(
    texts: Iterable[Source] | os.PathLike[str],
    *,
    jobs: int | None = None,
    encoding: str | None = None,
    progress: Progress = False,
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> Iterator[Record]:
    """Reads texts in parallel and gives their records one by one, in order.

    >>> import verbale
    >>> for record in verbale.iter_records(["Oman mediated.", {"text": "Mali left.", "id": "mali"}]):
    ...     print(record.document.id)
    document-1
    mali

    Takes and raises the same as `Extractor` and `Extractor.iter_records`.
    """
    extractor = Extractor(lexicon)
    return extractor.iter_records(texts, jobs=jobs, encoding=encoding, progress=progress)


def _id(text: str, id: str | None) -> str | None:
    return text.id if id is None and isinstance(text, Text) else id


def _parts(sources: Iterable[Input], threads: int) -> Iterator[list[Input]]:
    """The inputs in parts that are read at once."""
    part: list[Input] = []
    characters = 0
    for source in sources:
        part.append(source)
        characters += len(source[0])
        if len(part) >= _DOCUMENTS * threads or characters >= _CHARACTERS * threads:
            yield part
            part, characters = [], 0
    if part:
        yield part
