"""What is given to be read: texts, dictionaries, files, folders."""

import datetime
import json
import os
from collections.abc import Generator, Iterable, Iterator, Mapping, Sized
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from verbale._text import Text, advice, read

Source: TypeAlias = str | Mapping[str, object] | os.PathLike[str]
"""A text, a dictionary with `text` and perhaps `id`, `title`, `published`, or the path of a file or
folder."""

Input: TypeAlias = tuple[str, str | None, str | None, str | None]

_KEYS = ("text", "id", "title", "published")
_ENDINGS = (".txt", ".md", ".jsonl")
_LINES = ".jsonl"


class Sources:
    """Things to read, one after the other; files are opened when it is their turn."""

    def __init__(self, given: Iterable[Source] | os.PathLike[str], encoding: str | None) -> None:
        """Finds the files of folders.

        Raises:
            TypeError: A single text is given.
        """
        if isinstance(given, str | Mapping):
            message = "texts: expected several texts, found one; put it in a list or use extract"
            raise TypeError(message)
        several: Iterable[Source] = (given,) if isinstance(given, os.PathLike) else given
        self._encoding = encoding
        # What has an end is counted before reading begins; a generator is not.
        self._found = list(_files(several)) if isinstance(several, Sized) else _files(several)

    @property
    def total(self) -> int | None:
        """How many documents there are, where that is known.

        A file with one document a line is not counted.
        """
        if not isinstance(self._found, list) or any(_has_lines(source) for source, _ in self._found):
            return None
        return len(self._found)

    def __iter__(self) -> Iterator[Input]:
        index = 0
        for source, name in self._found:
            for given in self._documents(source, name):
                yield _input(index, given)
                index += 1

    def _documents(self, source: Source, id: str | None) -> Iterator[object]:
        if not isinstance(source, os.PathLike):
            yield source
        elif _has_lines(source):
            stem = Path(source).stem if id is None else id
            yield from _lines(Path(source), stem, self._encoding)
        else:
            yield read(source, encoding=self._encoding, id=id)


def _has_lines(source: Source) -> bool:
    return isinstance(source, os.PathLike) and Path(source).suffix.lower() == _LINES


def _files(given: Iterable[Source]) -> Iterator[tuple[Source, str | None]]:
    """The sources, with all files of a folder in its place, each named by its path within the folder."""
    for source in given:
        if isinstance(source, os.PathLike) and Path(source).is_dir():
            before = None
            for before in _walk(Path(source), ""):
                yield before
            if before is None:
                message = (
                    f"{os.fspath(source)}: is a folder without texts: it has no .txt, .md or .jsonl file"
                )
                raise ValueError(message)
        else:
            yield source, None


def _walk(folder: Path, within: str) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        # A link to a folder may lead back to where it stands.
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, f"{within}{path.name}/")
        elif path.is_file() and path.suffix.lower() in _ENDINGS:
            yield path, f"{within}{path.stem}"


def _decoded(path: Path, encoding: str | None) -> Generator[str, None, None]:
    """The lines of a file, one at a time."""
    try:
        with path.open(encoding=encoding or "utf-8-sig", newline="\n") as lines:
            yield from lines
    except UnicodeDecodeError as error:
        message = f"{path}: not {encoding or 'utf-8'}: {advice(encoding)}"
        raise ValueError(message) from error


def _lines(path: Path, stem: str, encoding: str | None) -> Iterator[Mapping[str, object]]:
    """The documents of a file with one JSON object a line; other fields than ours are the owner's."""
    with closing(_decoded(path, encoding)) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except json.JSONDecodeError as error:
                message = f"{path}:{number}: not JSON: {error.msg} (column {error.colno})"
                raise ValueError(message) from error
            if not isinstance(found, dict) or not isinstance(found.get("text"), str):
                message = (
                    f'{path}:{number}: expected an object with a text, as in {{"text": "…", "id": "note-7"}}'
                )
                raise ValueError(message)  # noqa: TRY004 - of the file, not of an argument
            known = {key: value for key, value in found.items() if key in _KEYS and value is not None}
            yield {"id": f"{stem}:{number}"} | known


def edtf(published: str | datetime.date | None) -> str | None:
    """A date of publication as EDTF."""
    # A datetime is a date too; its time of day is not part of a date of publication.
    return datetime.date.isoformat(published) if isinstance(published, datetime.date) else published


def _input(index: int, given: object) -> Input:
    where = f"texts[{index}]"
    if isinstance(given, str):
        # Rows of tables find their document by its id, so each needs one of its own.
        return given, given.id if isinstance(given, Text) else f"document-{index + 1}", None, None
    if not isinstance(given, Mapping):
        message = f"{where}: expected a string, a dictionary or a path, found {type(given).__name__}"
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
        published = edtf(published)
    name = _string(given.get("id"), f"{where}.id")
    if name is None:
        name = text.id if isinstance(text, Text) else f"document-{index + 1}"
    return text, name, _string(given.get("title"), f"{where}.title"), _string(published, f"{where}.published")


def _string(value: object, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    message = f"{where}: expected a string, found {type(value).__name__}"
    raise TypeError(message)
