"""The page of a record within a notebook."""

import html

from verbale._record import Record


class Page:
    """A page that a notebook shows in a frame of its own; `str(page)` is the whole HTML file."""

    def __init__(self, page: str, height: int) -> None:
        """Not for you: use `verbale.show`."""
        self._page = page
        self._height = height

    def _repr_html_(self) -> str:
        # In a frame without an origin, the page can reach neither the notebook nor what the notebook may do.
        source = html.escape(self._page)
        return (
            f'<iframe srcdoc="{source}" sandbox="allow-scripts" title="A record and its text" '
            f'style="width:100%;height:{self._height}px;border:1px solid rgba(128,128,128,.4)"></iframe>'
        )

    def __str__(self) -> str:
        return self._page

    def __repr__(self) -> str:
        return f"<Page of {len(self._page)} characters: a notebook shows it, str() gives its HTML>"


def show(record: Record, text: str | None = None, *, height: int = 640) -> Page:
    """The record and its text as a page to read and filter, for the last line of a notebook's cell.

    >>> import verbale
    >>> record = verbale.extract("Kenya and Somalia met in Djibouti.", id="meeting")
    >>> verbale.show(record)
    <Page of ... characters: ...>

    Args:
        record: The record.
        text: The text; by default, the one that the record remembers.
        height: Height of the frame, in pixels.

    Raises:
        ValueError: The record remembers no text, and none is given.
        ValidationError: The record was made from another text.
    """
    return Page(record.to_html(text), height)
