"""Tables: what they hold, what they become, and how many texts are read into one set of them."""

import csv
import pickle
import sqlite3
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import verbale

TEXTS = {
    "talks": "On 14 May 2008 Ecuador and Colombia held talks in Panama.",
    "recall": "Chad recalled its envoy from Sudan on 3 June 2009.",
    "siege": "In 421 BC Athens and Sparta signed a peace treaty.",
}


def given() -> list[dict[str, object]]:
    return [{"text": text, "id": name} for name, text in TEXTS.items()]


def plain(table: pa.Table) -> dict[str, list[Any]]:
    """The values of a table; days as numbers, since Python has no years before 1."""
    columns = zip(table.column_names, table.columns, strict=True)
    return {
        name: (column.cast(pa.int64()) if pa.types.is_timestamp(column.type) else column).to_pylist()
        for name, column in columns
    }


@pytest.fixture
def tables() -> verbale.Tables:
    """The tables of three texts."""
    return verbale.extract_many(given())


def test_parts_are_tuples_and_data_frames(record: verbale.Record) -> None:
    events = record.events
    assert isinstance(events, tuple)
    assert events == tuple(events)
    assert tuple(events) == events
    assert hash(events) == hash(tuple(events))
    assert type(events[:2]) is tuple
    assert events.to_arrow().num_rows == len(events)
    assert list(events.to_pandas()["kind"]) == [event.kind for event in events]
    assert events.to_polars()["trigger_quote"].to_list() == [event.trigger.quote for event in events]
    again = pickle.loads(pickle.dumps(events))
    assert again == events
    assert type(again) is tuple


@pytest.mark.parametrize("name", ["events", "actors", "places", "quotations", "citations", "framing"])
def test_every_part_with_a_table_is_one(record: verbale.Record, name: verbale.TableName) -> None:
    rows = getattr(record, name)
    assert rows.to_arrow().equals(record.tables()[name].to_arrow())
    assert rows.to_arrow().num_rows == len(rows)


def test_tables_have_their_names(tables: verbale.Tables) -> None:
    names = typing.get_args(verbale.TableName)
    assert [table.name for table in tables] == list(names)
    assert len(tables) == len(names)
    for name in names:
        assert getattr(tables, name) is tables[name]
        assert name in tables
        assert tables[name].meaning
    assert "wars" not in tables
    with pytest.raises(KeyError):
        tables["wars"]  # type: ignore[index]
    assert repr(tables.documents).startswith("<Table documents: 3 rows, ")
    assert repr(tables) == f"<Tables of 3 documents: {len(tables.events)} events>"


def test_columns_are_those_of_the_description(tables: verbale.Tables) -> None:
    resources = verbale.tables_schema()["resources"]
    described = {resource["name"]: resource["schema"]["fields"] for resource in resources}
    assert list(described) == [table.name for table in tables]
    for table in tables:
        fields = {field["name"]: field["description"] for field in described[table.name]}
        assert table.columns == fields
        assert table.to_arrow().column_names == list(fields)


def test_any_library_takes_a_table_by_its_capsules(tables: verbale.Tables) -> None:
    stream_schema: Any = tables.events
    schema = pa.schema(stream_schema)
    assert schema.names == list(tables.events.columns)
    assert schema.metadata[b"table"] == b"events"
    stream = pa.RecordBatchReader.from_stream(tables.events)
    assert stream.read_all().equals(tables.events.to_arrow())
    assert pl.DataFrame(tables.events).equals(tables.events.to_polars())
    # Twice: a stream can be asked for again.
    assert tables.events.to_arrow().equals(tables.events.to_arrow())


def test_values_have_types(tables: verbale.Tables) -> None:
    events = tables.events.to_pandas()
    assert isinstance(events["kind"].dtype, pd.CategoricalDtype)
    talks = events[events["document"] == "talks"].iloc[0]
    assert talks["date_earliest"] == pd.Timestamp("2008-05-14")
    assert list(talks["actor_countries"]) == ["ECU", "COL"]
    frame = tables.events.to_polars()
    assert frame.schema["date_earliest"] == pl.Datetime("ms")
    assert frame.schema["actor_names"] == pl.List(pl.String)
    # Years before 1 do not stop anything.
    siege = tables.events.to_arrow().to_pandas()["date_earliest"].to_numpy().astype("datetime64[Y]")
    assert "-420" in [str(year) for year in siege]


def test_tables_of_records_are_those_of_their_texts(tables: verbale.Tables) -> None:
    records = [verbale.extract(text, id=name) for name, text in TEXTS.items()]
    for table in verbale.tables(iter(records)):
        assert table.to_arrow().equals(tables[table.name].to_arrow())
        parts = pa.concat_tables(record.tables()[table.name].to_arrow() for record in records)
        assert plain(parts) == plain(table.to_arrow())


def test_tables_of_many_batches_are_whole(tmp_path: Path) -> None:
    texts = [f"Kenya, Peru and Chad met in {year}. Oman denied it." for year in range(1900, 2000)] * 30
    tables = verbale.extract_many(texts)
    mentions = tables.mentions.to_arrow()
    assert len(mentions.column(0).chunks) > 1
    assert mentions.num_rows == len(tables.mentions) == tables.mentions.to_polars().height
    assert tables.documents.to_arrow()["id"].to_pylist() == [f"document-{n}" for n in range(1, 3001)]
    # The words of a vocabulary are the same in every batch.
    assert list(tables.mentions.to_pandas()["by"].cat.categories) == list(typing.get_args(verbale.MentionBy))
    tables.write(tmp_path / "chronicle.sqlite")
    tables.write(tmp_path / "chronicle.csv", tables=["mentions"])
    connection = sqlite3.connect(tmp_path / "chronicle.sqlite")
    try:
        [(count,)] = connection.execute("SELECT count(*) FROM mentions")
    finally:
        connection.close()
    with (tmp_path / "chronicle.csv").open(encoding="utf-8", newline="") as lines:
        assert len(list(csv.DictReader(lines))) == count == mentions.num_rows


@pytest.mark.parametrize("jobs", [1, 3])
def test_tables_do_not_depend_on_the_number_of_threads(jobs: int) -> None:
    texts = [f"Kenya and Chad met in {year}." for year in range(1900, 2030)]
    expected, found = verbale.extract_many(texts), verbale.extract_many(iter(texts), jobs=jobs)
    for table in expected:
        assert found[table.name].to_arrow().equals(table.to_arrow())


def test_two_documents_with_one_id_are_refused(record: verbale.Record) -> None:
    with pytest.raises(ValueError, match="two documents have the id 'talks'"):
        verbale.extract_many([*given(), {"text": "", "id": "talks"}])
    with pytest.raises(ValueError, match="two documents have the id 'hundred-hours'"):
        verbale.tables([record, record])


@pytest.mark.parametrize(
    ("module", "convert", "extra"),
    [
        ("pyarrow", verbale.Table.to_arrow, "arrow"),
        ("pandas", verbale.Table.to_pandas, "pandas"),
        ("polars", verbale.Table.to_polars, "polars"),
    ],
)
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch,
    tables: verbale.Tables,
    module: str,
    convert: Callable[[verbale.Table], Any],
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"pip install verbale\[{extra}\]") as caught:
        convert(tables.events)
    assert caught.value.name == module


def test_files_hold_the_tables(tables: verbale.Tables, tmp_path: Path) -> None:
    parquet, sheet = tmp_path / "chronicle.parquet", tmp_path / "chronicle.csv"
    tables.write(parquet)
    assert plain(pq.read_table(parquet)) == plain(tables.events.to_arrow())
    tables.write(str(sheet), tables=["participants", "actors"])
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["actor_name"] for row in rows] == tables.participants.to_arrow()["actor_name"].to_pylist()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "chronicle.actors.csv",
        "chronicle.csv",
        "chronicle.parquet",
    ]
    tables.write(parquet, tables="all")
    assert len(list(tmp_path.glob("*.parquet"))) == len(tables)


def test_a_database_holds_all_tables(tables: verbale.Tables, tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    for _ in range(2):
        tables.write(file)
    verbale.extract_many(["Oman mediated."]).write(file)
    connection = sqlite3.connect(file)
    try:
        ids = [name for (name,) in connection.execute("SELECT id FROM documents")]
        query = "SELECT kind FROM chronicle WHERE document = 'talks'"
        kinds = [kind for (kind,) in connection.execute(query)]
    finally:
        connection.close()
    assert sorted(ids) == ["document-1", "recall", "siege", "talks"]
    assert kinds == ["negotiation"]


def test_what_cannot_be_written_is_told(tables: verbale.Tables, tmp_path: Path) -> None:
    for name in ("chronicle.xlsx", "chronicle.jsonl", "chronicle"):
        with pytest.raises(ValueError, match=r"ends in \.parquet, \.csv or \.sqlite"):
            tables.write(tmp_path / name)
    with pytest.raises(ValueError, match="no table is called `wars`"):
        tables.write(tmp_path / "chronicle.csv", tables=["wars"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="a database always has all of them"):
        tables.write(tmp_path / "chronicle.sqlite", tables=["actors"])
    with pytest.raises(FileNotFoundError):
        tables.write(tmp_path / "nowhere/chronicle.csv")
    with pytest.raises(OSError, match="database"):
        tables.write(tmp_path / "nowhere/chronicle.sqlite")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(IsADirectoryError, match="is a folder"):
        tables.write(tmp_path / "folder.csv")
    (tmp_path / "folder.csv").rmdir()
    other = tmp_path / "notes.sqlite"
    other.write_text("no database at all, but long enough to look like one" * 20, encoding="utf-8")
    with pytest.raises(ValueError, match="database of another program"):
        tables.write(other)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.sqlite"]


def test_files_are_read(tmp_path: Path) -> None:
    file = tmp_path / "treaty.txt"
    file.write_bytes("\ufeffPeru — signed.\r\n".encode())
    text = verbale.read(file)
    assert text == "Peru — signed.\r\n"
    assert text.id == "treaty"
    assert verbale.extract(text).document.id == "treaty"
    assert verbale.extract(text, id="other").document.id == "other"
    assert verbale.read(str(file), id="other").id == "other"
    again = pickle.loads(pickle.dumps(text))
    assert (again, again.id) == (text, "treaty")
    file.write_bytes("Peru — signed.".encode("utf-16"))
    assert verbale.read(file) == "Peru — signed."
    file.write_bytes("Peru — signed.".encode("windows-1252"))
    assert verbale.read(file, encoding="windows-1252") == "Peru — signed."
    with pytest.raises(ValueError, match=r"treaty\.txt: not utf-8 at byte 5: name its encoding"):
        verbale.read(file)
    with pytest.raises(FileNotFoundError):
        verbale.read(tmp_path / "nothing.txt")


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/note.md").write_text("Peru denied it.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Chad recalled its envoy.", encoding="utf-8")
    first = '{"text": "Oman mediated.", "source": 4}'
    second = '{"text": "Mali left.", "id": "mali", "published": "2022"}'
    (tmp_path / "c.jsonl").write_text(f"{first}\n\n{second}\n", encoding="utf-8")
    for name in (".hidden.txt", "picture.png"):
        (tmp_path / name).write_text("no text", encoding="utf-8")
    sources: list[Any] = [tmp_path, [tmp_path], iter([tmp_path])]
    for source in sources:
        ids = verbale.extract_many(source).documents.to_arrow()["id"].to_pylist()
        assert ids == ["a", "b/note", "c:1", "mali"]
    (tmp_path / "c.jsonl").write_text('{"id": "n"}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"c\.jsonl:1: expected an object with a text"):
        verbale.extract_many(tmp_path)
    (tmp_path / "c.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"c\.jsonl:1: not JSON"):
        verbale.extract_many(tmp_path)
    (tmp_path / "c.jsonl").write_bytes('{"text": "Perú met Chad."}'.encode("latin-1"))
    with pytest.raises(ValueError, match=r"c\.jsonl: not utf-8: name its encoding"):
        verbale.extract_many(tmp_path)
    [record] = verbale.iter_records(tmp_path / "c.jsonl", encoding="latin-1")
    assert record.text == "Perú met Chad."
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="is a folder without"):
        verbale.extract_many(tmp_path / "empty")


def test_progress_is_told_to_who_asks(capsys: pytest.CaptureFixture[str]) -> None:
    texts = ["Peace."] * 70
    told: list[tuple[int, int | None]] = []
    verbale.extract_many(texts, jobs=1, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 70), (32, 70), (64, 70), (70, 70)]
    told.clear()
    verbale.extract_many(iter(texts), jobs=2, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, None), (64, None), (70, None)]
    assert capsys.readouterr().err == ""
    verbale.extract_many(texts, progress=True)
    line = capsys.readouterr().err
    assert "70/70 documents [" in line
    assert line.endswith("\n")
    verbale.extract_many(iter(texts), progress=True)
    assert "70 documents [" in capsys.readouterr().err
