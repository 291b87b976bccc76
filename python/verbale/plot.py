"""Charts of tables, with matplotlib: `pip install verbale[plot]`.

>>> import verbale
>>> import verbale.plot
>>> tables = verbale.extract_many(["Kenya attacked Chad on 3 May 1956. Chad met Kenya in 1957."])
>>> axes = verbale.plot.timeline(tables)
>>> verbale.plot.count_dyads(tables)[("KEN", "TCD")]
2
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from verbale._frames import needed, to_arrow
from verbale._record import Record
from verbale._tables import Table, Tables
from verbale._vocabulary import Status

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["count_dyads", "dyads", "timeline"]

_DAY = 86_400_000
_YEAR = 365.2425
_FIRST, _LAST = -719_162, 2_932_896  # 0001-01-01 and 9999-12-31, in days from 1970
_HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing"})
# From the talks to the economy, as the contract lists them, so that a group has its colour in every chart.
_GROUPS = ("talk", "instruments", "relations", "missions", "arms", "force", "society", "economy")
# If three quarters of the dates lie within a quarter of the whole, only that stretch is drawn.
_MOST, _STRETCH = 0.75, 0.25
_MARGIN = 0.04


class _Event(NamedTuple):
    earliest: float
    latest: float
    group: str
    happened: bool


def timeline(
    tables: Tables | Table | Record, *, ax: "Axes | None" = None, documents: Collection[str] | None = None
) -> "Axes":
    """Draws the events along the time, in one row for each group of kinds.

    A point is a day. What is known less exactly is a line from the first day that the date may mean to the
    last. Hollow is what did not happen, or has not: planned, failed, denied. Events without a date, or whose
    date is open at one end, are left out. If most dates lie close together, only those are drawn to scale,
    and the title says how many lie before and after.

    Args:
        tables: The tables, the table of events, or a record.
        ax: Where to draw; by default, a new figure.
        documents: Ids of the documents whose events are drawn; by default, all.

    Raises:
        ImportError: matplotlib or pyarrow is not installed.
        ValueError: No event has a date.
    """
    columns = ("document", "kind_group", "status", "date_earliest", "date_latest")
    events = [
        _Event(earliest / _DAY, latest / _DAY, group, status in _HAPPENED)
        for document, group, status, earliest, latest in _rows(tables, columns)
        if earliest is not None and latest is not None and (documents is None or document in documents)
    ]
    if not events:
        message = "no event has a date, so that there is nothing to draw"
        raise ValueError(message)
    left, right = _window(events)
    shown = [event for event in events if event.earliest <= right and event.latest >= left]
    groups = _ordered(event.group for event in shown)[::-1]
    axes = _axes(ax, (10.0, 0.55 * len(groups) + 1.2))
    margin = max((right - left) * _MARGIN, 1.0)
    calendar = left - margin >= _FIRST and right + margin <= _LAST

    def scale(day: float) -> float:
        return day if calendar else 1970 + day / _YEAR

    for event in shown:
        color = f"C{_ordered([*_GROUPS, event.group]).index(event.group)}"
        row = groups.index(event.group)
        start, end = scale(max(event.earliest, left)), scale(min(event.latest, right))
        if event.latest > event.earliest:
            axes.plot([start, end], [row, row], color=color, alpha=0.35, linewidth=5, solid_capstyle="butt")
        face = color if event.happened else "none"
        axes.plot([(start + end) / 2], [row], "o", color=color, markerfacecolor=face, markersize=6, alpha=0.8)
    axes.set_yticks(range(len(groups)), [group.replace("_", " ") for group in groups])
    axes.set_ylim(-0.6, len(groups) - 0.4)
    axes.set_xlim(scale(left - margin), scale(right + margin))
    _label(axes, calendar=calendar)
    axes.grid(visible=True, axis="x", alpha=0.3)
    before = sum(event.latest < left for event in events)
    after = sum(event.earliest > right for event in events)
    told = [f"{count} {where}" for count, where in ((before, "before"), (after, "after")) if count]
    axes.set_title(f"{len(shown)} dated events" + (f" ({', '.join(told)})" if told else ""))
    return axes


def count_dyads(
    tables: Tables | Table | Record,
    *,
    documents: Collection[str] | None = None,
    status: Collection[Status] | None = _HAPPENED,
) -> Counter[tuple[str, str]]:
    """Counts who does something to whom, by state: `("KEN", "TCD")` is what Kenya does to Chad.

    An actor of no state counts by its name. Where several act together and nobody is acted upon, as at a
    meeting, each pair of them is counted once, in the order of the alphabet. What an actor does to itself is
    not counted.

    Args:
        tables: The tables, the table of events, or a record.
        documents: Ids of the documents whose events count; by default, all.
        status: Which events count; by default, those that happened. `None` for all.
    """
    columns = (
        "document",
        "status",
        "actor_countries",
        "actor_names",
        "recipient_countries",
        "recipient_names",
    )
    counted: Counter[tuple[str, str]] = Counter()
    for document, state, *sides in _rows(tables, columns):
        if (documents is not None and document not in documents) or (
            status is not None and state not in status
        ):
            continue
        who, whom = _parties(*sides[:2]), _parties(*sides[2:])
        pairs = [(one, other) for one in who for other in whom] if whom else combinations(sorted(who), 2)
        counted.update((one, other) for one, other in pairs if one != other)
    return counted


def dyads(
    tables: Tables | Table | Record,
    *,
    ax: "Axes | None" = None,
    top: int = 12,
    documents: Collection[str] | None = None,
    status: Collection[Status] | None = _HAPPENED,
) -> "Axes":
    """Draws who does something to whom as a matrix: a row for who does it, a column for whom it is done to.

    Args:
        tables: The tables, the table of events, or a record.
        ax: Where to draw; by default, a new figure.
        top: So many parties are drawn, those with most events first.
        documents: As for `count_dyads`, which counts.
        status: As for `count_dyads`.

    Raises:
        ImportError: matplotlib or pyarrow is not installed.
        ValueError: No event has somebody who does it and somebody whom it is done to.
    """
    counted = count_dyads(tables, documents=documents, status=status)
    if not counted:
        message = "no event has two parties, so that there is nothing to draw"
        raise ValueError(message)
    of_party: Counter[str] = Counter()
    for pair, count in counted.items():
        of_party.update(dict.fromkeys(pair, count))
    # By count, then by name: the order of the events shall not show.
    parties = sorted(of_party, key=lambda party: (-of_party[party], party))[:top]
    # Somebody who has to do only with those who are not drawn would be an empty row and an empty column.
    drawn = {party for pair in counted if set(pair) <= set(parties) for party in pair}
    parties = [party for party in parties if party in drawn] or parties
    matrix = [[counted[one, other] for other in parties] for one in parties]
    size = 0.5 * len(parties) + 2.0
    axes = _axes(ax, (size + 1.0, size))
    axes.imshow(matrix, cmap="Blues", vmin=0)
    most = max(map(max, matrix))
    for row, counts in enumerate(matrix):
        for column, count in enumerate(counts):
            if count:
                color = "white" if 2 * count > most else "black"
                axes.text(column, row, str(count), ha="center", va="center", color=color, fontsize=8)
    axes.set_xticks(range(len(parties)), parties, rotation=90)
    axes.set_yticks(range(len(parties)), parties)
    axes.set_xlabel("to whom")
    axes.set_ylabel("who")
    return axes


def _rows(tables: Tables | Table | Record, columns: Collection[str]) -> Iterable[tuple[Any, ...]]:
    events = tables.tables().events if isinstance(tables, Record) else tables
    arrow = to_arrow(events.events if isinstance(events, Tables) else events, "plot")
    whole = needed("pyarrow", "plot").int64()
    found = []
    for name in columns:
        column = arrow[name]
        # As numbers: Python has no days before the year 1.
        found.append((column.cast(whole) if name.startswith("date_") else column).to_pylist())
    return zip(*found, strict=True)


def _parties(countries: list[str | None], names: list[str | None]) -> list[str]:
    return _ordered(country or name or "?" for country, name in zip(countries, names, strict=True))


def _ordered(values: Iterable[str]) -> list[str]:
    """Each value once; groups of kinds in the order of the contract."""
    found = dict.fromkeys(values)
    return sorted(found, key=_GROUPS.index) if set(found) <= set(_GROUPS) else list(found)


def _axes(ax: "Axes | None", size: tuple[float, float]) -> "Axes":
    if ax is not None:
        return ax
    axes: Axes = needed("matplotlib.pyplot", "plot").subplots(figsize=size, layout="constrained")[1]
    return axes


def _window(events: list[_Event]) -> tuple[float, float]:
    """The first and the last day to draw: of all events, or of the stretch in which most of them lie."""
    middles = sorted((event.earliest + event.latest) / 2 for event in events)
    first, last = min(event.earliest for event in events), max(event.latest for event in events)
    count = max(1, round(_MOST * len(middles)))
    stretches = [(middles[at + count - 1] - middles[at], at) for at in range(len(middles) - count + 1)]
    length, at = min(stretches)
    if length < _STRETCH * (middles[-1] - middles[0]) and count > 1:
        # With as much again on both sides, so that what is near is drawn, too.
        return max(first, middles[at] - length / 2), min(last, middles[at + count - 1] + length / 2)
    return first, last


def _label(axes: "Axes", *, calendar: bool) -> None:
    dates, ticker = needed("matplotlib.dates", "plot"), needed("matplotlib.ticker", "plot")
    if calendar:
        axes.xaxis_date()
        locator = dates.AutoDateLocator()
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
    else:
        # The calendar of matplotlib begins with the year 1.
        axes.xaxis.set_major_locator(ticker.MaxNLocator(integer=True))
        axes.xaxis.set_major_formatter(ticker.FuncFormatter(_year))


def _year(year: float, _: int | None = None) -> str:
    """The year of an astronomer's count, which has a year 0, in words."""
    return f"{round(year)}" if round(year) > 0 else f"{1 - round(year)} BC"
