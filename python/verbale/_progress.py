"""A line that says how far the reading is."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeAlias

Progress: TypeAlias = bool | Callable[[int, int | None], None]
"""Whether a line on stderr tells how far the reading is; or what is called with the number of documents so
far and the number of all, `None` where that is not known."""

_WIDTH = 24
_HOUR = 3600


class Meter:
    """Tells how many documents are read, to nobody by default."""

    def __init__(self, progress: Progress, total: int | None) -> None:
        """Begins with no document."""
        self._total = total
        self._done = 0
        self._begin = time.monotonic()
        self._line = progress is True
        self._call = progress if callable(progress) else None

    def __enter__(self) -> Self:
        self.add(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._line:
            sys.stderr.write("\n")

    def add(self, documents: int) -> None:
        """Tells that so many documents more are read."""
        self._done += documents
        if self._call is not None:
            self._call(self._done, self._total)
        if self._line:
            sys.stderr.write(f"\r{line(self._done, self._total, time.monotonic() - self._begin)}")
            sys.stderr.flush()


def line(done: int, total: int | None, seconds: float) -> str:
    """The line: what is done, of how much, for how long and how fast."""
    rate = f"{done / seconds:.1f}/s" if done and seconds > 0 else "?/s"
    if total is None:
        return f"{done} documents [{_clock(seconds)}, {rate}]"
    share = done / total if total else 1.0
    full = int(_WIDTH * share)
    left = _clock(seconds / done * (total - done)) if done else "?"
    bar = "█" * full + "░" * (_WIDTH - full)
    return f"{share:4.0%} |{bar}| {done}/{total} documents [{_clock(seconds)}<{left}, {rate}]"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if seconds >= _HOUR else f"{minutes:02}:{rest:02}"
