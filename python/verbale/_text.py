"""Texts from files."""

import codecs
import os
from pathlib import Path
from typing import Self

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARK = "\ufeff"


class Text(str):  # noqa: SLOT000 - a string with an attribute
    """A text with the id of its document: a string like any other, which `verbale.read` makes of a file.

    >>> import verbale
    >>> text = verbale.Text("Oman mediated.", id="muscat")
    >>> verbale.extract(text).document.id
    'muscat'

    What is cut out of a text, or made from it, is a plain string.

    Attributes:
        id: The document's name in the record.
    """

    id: str

    def __new__(cls, text: str, /, *, id: str) -> Self:
        """A text with an id."""
        made = super().__new__(cls, text)
        made.id = id
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        return (str(self),), {"id": self.id}


def advice(encoding: str | None) -> str:
    """What to do about a text that is not in its encoding."""
    return "name its encoding, as in encoding='windows-1252'" if encoding is None else "name another one"


def read(path: str | os.PathLike[str], *, encoding: str | None = None, id: str | None = None) -> Text:
    """Reads a text from a file, without changing anything in it: its line ends stay those of the file.

    A byte order mark is no part of the text.

    >>> import verbale
    >>> record = verbale.extract(verbale.read("treaty.txt"))  # doctest: +SKIP

    Args:
        path: The file.
        encoding: How the file is written down, as in `windows-1252`; by default UTF-8, or UTF-16 where the
            file begins with its mark.
        id: The document's name; by default, that of the file without its ending.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file is not in that encoding; says at which byte.
        LookupError: There is no such encoding.
    """
    file = Path(path)
    data = file.read_bytes()
    known = encoding or ("utf-16" if data.startswith(_UTF_16) else "utf-8")
    try:
        text = data.decode(known)
    except UnicodeDecodeError as error:
        message = f"{file}: not {known} at byte {error.start}: {advice(encoding)}"
        raise ValueError(message) from error
    return Text(text.removeprefix(_MARK), id=file.stem if id is None else id)
