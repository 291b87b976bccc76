"""Charts: what they draw, not how it looks."""

import datetime
import io
import sys
from pathlib import Path

import pytest
import verbale
import verbale.plot
from matplotlib.axes import Axes
from matplotlib.figure import Figure

TEXTS = [
    (
        "On 3 May 1956 Kenya attacked Chad. On 7 May 1956 Chad denied it. "
        "In June 1956 Kenya withdrew its troops from Chad."
    ),
    "On 9 May 1956 Peru and Chile signed a treaty. Peru planned to meet Chile in August 1956.",
]


@pytest.fixture
def tables() -> verbale.Tables:
    """The tables of two texts."""
    return verbale.extract_many(TEXTS)


@pytest.fixture
def ax() -> Axes:
    """Where to draw, without a window."""
    axes: Axes = Figure().subplots()
    return axes


def settle(axes: Axes) -> None:
    """Lets the axes find their labels."""
    assert isinstance(axes.figure, Figure)
    axes.figure.draw_without_rendering()


def drawn(axes: Axes) -> list[tuple[float, float]]:
    """The points of a timeline."""
    return [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))  # type: ignore[index, arg-type]
        for line in axes.get_lines()
        if line.get_marker() == "o"
    ]


def test_a_timeline_has_a_point_for_each_dated_event(tables: verbale.Tables, ax: Axes) -> None:
    assert verbale.plot.timeline(tables, ax=ax) is ax
    dated = [day for day in tables.events.to_pandas()["date_earliest"] if day == day]  # noqa: PLR0124 - not NaT
    points = drawn(ax)
    assert len(points) == len(dated) > 3
    first = (datetime.date(1956, 5, 3) - datetime.date(1970, 1, 1)).days
    assert min(x for x, _ in points) == first
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert {"force", "instruments"} <= set(labels)
    assert ax.get_title() == f"{len(points)} dated events"
    settle(ax)


def test_what_did_not_happen_is_hollow(tables: verbale.Tables, ax: Axes) -> None:
    verbale.plot.timeline(tables.events, ax=ax)
    hollow = [line for line in ax.get_lines() if line.get_markerfacecolor() == "none"]
    status = tables.events.to_arrow()["status"].to_pylist()
    assert len(hollow) == sum(state not in ("occurred", "ongoing") for state in status)


def test_only_some_documents_are_drawn(tables: verbale.Tables, ax: Axes) -> None:
    verbale.plot.timeline(tables, ax=ax, documents=["document-2"])
    assert min(x for x, _ in drawn(ax)) == (datetime.date(1956, 5, 9) - datetime.date(1970, 1, 1)).days


def test_years_before_the_first_are_drawn(root: Path, ax: Axes) -> None:
    record = verbale.extract(verbale.read(root / "examples/texts/peace-of-nicias.txt"))
    verbale.plot.timeline(record, ax=ax)
    settle(ax)
    labels = [label.get_text() for label in ax.get_xticklabels()]
    assert any(label.endswith(" BC") for label in labels)


def test_the_first_year_of_the_calendar_can_be_drawn() -> None:
    figure = Figure()
    verbale.plot.timeline(verbale.extract("In AD 1 Kenya attacked Chad."), ax=figure.subplots())
    figure.savefig(io.BytesIO(), format="svg")


def test_far_off_dates_are_told_and_not_drawn(ax: Axes) -> None:
    texts = [f"On {day} May 1956 Kenya attacked Chad." for day in range(1, 20)]
    verbale.plot.timeline(verbale.extract_many([*texts, "In 1833 Peru met Chile."]), ax=ax)
    assert ax.get_title() == "19 dated events (1 before)"


def test_nothing_to_draw_is_told(ax: Axes) -> None:
    tables = verbale.extract_many(["Nothing happened."])
    with pytest.raises(ValueError, match="no event has a date"):
        verbale.plot.timeline(tables, ax=ax)
    with pytest.raises(ValueError, match="no event has two parties"):
        verbale.plot.dyads(tables, ax=ax)


def test_dyads_are_counted_by_who_does_it(tables: verbale.Tables) -> None:
    counted = verbale.plot.count_dyads(tables)
    assert counted["KEN", "TCD"] >= 1
    assert counted["CHL", "PER"] == 1
    assert counted["PER", "CHL"] == 0
    everything = verbale.plot.count_dyads(tables, status=None)
    assert everything.total() > counted.total()
    assert set(verbale.plot.count_dyads(tables, documents={"document-2"})) == {("CHL", "PER")}
    assert all(one != other for one, other in everything)


def test_a_matrix_has_the_counts(tables: verbale.Tables, ax: Axes) -> None:
    assert verbale.plot.dyads(tables, ax=ax) is ax
    parties = [label.get_text() for label in ax.get_yticklabels()]
    assert parties == [label.get_text() for label in ax.get_xticklabels()]
    counted = verbale.plot.count_dyads(tables)
    texts = {text.get_position(): int(text.get_text()) for text in ax.texts}
    assert texts == {
        (column, row): counted[one, other]
        for row, one in enumerate(parties)
        for column, other in enumerate(parties)
        if counted[one, other]
    }
    verbale.plot.dyads(tables, ax=Figure().subplots(), top=2)


def test_without_axes_a_figure_is_made(tables: verbale.Tables) -> None:
    import matplotlib.pyplot as plt  # noqa: PLC0415 - the others draw without it

    plt.switch_backend("agg")
    figure = verbale.plot.timeline(tables).figure
    assert figure in [plt.figure(number) for number in plt.get_fignums()]
    plt.close("all")


def test_a_missing_library_is_named(
    tables: verbale.Tables, ax: Axes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(ImportError, match=r"pip install verbale\[plot\]"):
        verbale.plot.timeline(tables)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"pip install verbale\[plot\]"):
        verbale.plot.timeline(tables, ax=ax)
