"""Records into files, as the command writes them."""

import itertools
import json
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import verbale

TEXTS = {
    "talks": "On 14 May 2008 Ecuador and Colombia held talks in Panama.",
    "silence": "Nothing was said — nada.",
    "recall": "Chad recalled its envoy from Sudan on 3 June 2009.",
}


@pytest.fixture
def records() -> list[verbale.Record]:
    """The records of three texts; the second has no event."""
    return [verbale.extract(text, id=name) for name, text in TEXTS.items()]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_records_are_written_as_they_come(records: list[verbale.Record], tmp_path: Path) -> None:
    file = tmp_path / "chronicle.parquet"
    verbale.write(iter(records), file, tables=["events", "actors"])
    assert names(tmp_path) == ["chronicle.actors.parquet", "chronicle.parquet"]
    assert pq.read_table(file).num_rows == sum(len(record.events) for record in records)
    verbale.write(records, tmp_path / "chronicle.jsonl")
    lines = (tmp_path / "chronicle.jsonl").read_text(encoding="utf-8").splitlines()
    assert [verbale.Record.from_json(line) for line in lines] == records
    verbale.write(records, tmp_path / "chronicle.json")
    array = json.loads((tmp_path / "chronicle.json").read_text(encoding="utf-8"))
    assert [verbale.Record.from_dict(item) for item in array] == records
    verbale.write([], tmp_path / "chronicle.json")
    assert (tmp_path / "chronicle.json").read_bytes() == b"[]\n"
    verbale.write(records, tmp_path / "chronicle.txt", format="plover")
    lines = (tmp_path / "chronicle.txt").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [event for item in records for event in item.to_plover()]


def test_records_and_their_tables_give_the_same_files(records: list[verbale.Record], tmp_path: Path) -> None:
    for ending in ("parquet", "csv"):
        one, other = tmp_path / f"records.{ending}", tmp_path / f"tables.{ending}"
        verbale.write(records, one, tables="all")
        verbale.tables(records).write(other, tables="all")
        for file in tmp_path.glob(f"records*.{ending}"):
            assert file.read_bytes() == file.with_name(file.name.replace("records", "tables")).read_bytes()


@pytest.mark.parametrize(
    "name", ["chronicle.parquet", "chronicle.csv", "chronicle.json", "chronicle.jsonl", "chronicle.plover"]
)
def test_a_file_appears_whole_or_not_at_all(records: list[verbale.Record], tmp_path: Path, name: str) -> None:
    def broken() -> Iterator[verbale.Record]:
        yield from records
        raise KeyboardInterrupt

    kind: Any = "plover" if name.endswith("plover") else None
    with pytest.raises(KeyboardInterrupt):
        verbale.write(broken(), tmp_path / name, format=kind)
    assert names(tmp_path) == []
    (tmp_path / name).write_text("what was there", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        verbale.write(broken(), tmp_path / name, format=kind)
    assert names(tmp_path) == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "what was there"


def test_what_cannot_be_written_is_told(records: list[verbale.Record], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"ends in \.parquet, \.csv, \.sqlite, \.jsonl or \.json"):
        verbale.write(records, tmp_path / "chronicle.xlsx")
    given: Any = "xlsx"
    with pytest.raises(ValueError, match=r"format: expected one of parquet, .*; found 'xlsx'"):
        verbale.write(records, tmp_path / "chronicle.xlsx", format=given)
    given = ["wars"]
    with pytest.raises(ValueError, match="no table is called `wars`"):
        verbale.write(records, tmp_path / "chronicle.csv", tables=given)
    with pytest.raises(ValueError, match="tables: expected `all` or some names, found none"):
        verbale.write(records, tmp_path / "chronicle.csv", tables=[])
    with pytest.raises(ValueError, match="tables: a database always has all of them"):
        verbale.write(records, tmp_path / "chronicle.sqlite", tables=["actors"])
    with pytest.raises(ValueError, match="tables: they are for Parquet and CSV"):
        verbale.write(records, tmp_path / "chronicle.jsonl", tables="all")
    with pytest.raises(ValueError, match="tables: they are for Parquet and CSV"):
        verbale.write(records, tmp_path / "chronicle.jsonl", tables=["events", "actors"])
    for ending in ("csv", "sqlite"):
        with pytest.raises(ValueError, match="two documents have the id 'talks'"):
            verbale.write([*records, records[0]], tmp_path / f"chronicle.{ending}")
    (tmp_path / "chronicle.sqlite").unlink()
    given = [*records, "a text"]
    with pytest.raises(TypeError, match="records: expected records, found str"):
        verbale.write(given, tmp_path / "chronicle.jsonl")
    given = 5
    with pytest.raises(TypeError, match="records: expected records, found int"):
        verbale.write(given, tmp_path / "chronicle.jsonl")
    for ending in ("jsonl", "csv", "sqlite"):
        file = tmp_path / f"nowhere/chronicle.{ending}"
        with pytest.raises(OSError, match=r"No such file|unable to open") as told:
            verbale.write(records, file)
        assert os.fspath(file) in str(told.value)
        assert ".verbale-" not in str(told.value)
    assert names(tmp_path) == []
    # Lines need no ids of their own.
    verbale.write([*records, records[0]], tmp_path / "chronicle.jsonl")


def test_a_link_stays_a_link(records: list[verbale.Record], tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    name = tmp_path / "chronicle.jsonl"
    link(name, tmp_path / "store/real.jsonl")
    verbale.write(records, name)
    assert name.is_symlink()
    assert len((tmp_path / "store/real.jsonl").read_bytes().splitlines()) == len(records)


def test_files_of_one_name_in_two_folders_stay_two(records: list[verbale.Record], tmp_path: Path) -> None:
    expected, linked = tmp_path / "expected", tmp_path / "linked"
    stores = [tmp_path / "one/table.csv", tmp_path / "other/table.csv"]
    for folder in (expected, linked, *(store.parent for store in stores)):
        folder.mkdir()
    for name, store in zip(["chronicle.csv", "chronicle.actors.csv"], stores, strict=True):
        link(linked / name, store)
    verbale.write(records, expected / "chronicle.csv", tables=["events", "actors"])
    verbale.write(records, linked / "chronicle.csv", tables=["events", "actors"])
    for name, store in zip(["chronicle.csv", "chronicle.actors.csv"], stores, strict=True):
        assert store.read_bytes() == (expected / name).read_bytes()
        assert names(store.parent) == ["table.csv"]


def test_a_table_may_be_linked_to_another_disk(records: list[verbale.Record], tmp_path: Path) -> None:
    other = Path("/dev/shm")  # noqa: S108 - a second disk that most systems have
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev or not os.access(other, os.W_OK):
        pytest.skip("there is no second disk")
    verbale.write(records, tmp_path / "expected.csv", tables=["events", "actors"])
    with tempfile.TemporaryDirectory(dir=other) as folder:
        store = Path(folder, "actors.csv")
        link(tmp_path / "chronicle.actors.csv", store)
        verbale.write(records, tmp_path / "chronicle.csv", tables=["events", "actors"])
        assert store.read_bytes() == (tmp_path / "expected.actors.csv").read_bytes()
        assert names(Path(folder)) == ["actors.csv"]


@pytest.mark.skipif(os.name == "nt", reason="files have no such modes there")
@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_who_may_read_a_file_stays(records: list[verbale.Record], tmp_path: Path, format: Any) -> None:
    file = tmp_path / "chronicle"
    for mode in (0o600, 0o640, 0o664):
        file.touch()
        file.chmod(mode)
        verbale.write(records, file, format=format)
        assert file.stat().st_mode & 0o777 == mode
        assert file.stat().st_size > 0


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes there")
@pytest.mark.parametrize("format", ["jsonl", "json", "plover", "csv", "parquet"])
def test_a_pipe_is_written_and_stays(records: list[verbale.Record], tmp_path: Path, format: Any) -> None:
    file, pipe = tmp_path / "file", tmp_path / "pipe"
    verbale.write(records, file, format=format)
    os.mkfifo(pipe)
    found: list[bytes] = []
    # A daemon: if nobody writes to the pipe, the test fails and does not wait.
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()), daemon=True)
    reader.start()
    verbale.write(records, pipe, format=format)
    reader.join(timeout=20)
    assert found == [file.read_bytes()]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="pipes have no such names there")
def test_a_pipe_may_be_named_by_its_number(records: list[verbale.Record], tmp_path: Path) -> None:
    verbale.write(records[0], tmp_path / "chronicle.jsonl")
    reading, writing = os.pipe()
    with open(reading, "rb") as reader:  # noqa: PTH123 - it has no path
        verbale.write(records[0], f"/dev/fd/{writing}", format="jsonl")
        os.close(writing)
        assert reader.read() == (tmp_path / "chronicle.jsonl").read_bytes()


def test_the_default_may_be_named(records: list[verbale.Record], tmp_path: Path) -> None:
    named: list[list[Any] | tuple[Any]] = [["events"], ("events",)]
    for ending, tables in itertools.product(["jsonl", "json", "csv", "sqlite"], named):
        verbale.write(records, tmp_path / f"chronicle.{ending}", tables=tables)


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        if os.name != "nt":
            raise
        pytest.skip("links need rights there")


@pytest.mark.parametrize("format", ["parquet", "csv", "jsonl", "json", "plover"])
def test_the_command_and_the_package_write_the_same_bytes(
    root: Path, tmp_path: Path, command: Callable[..., str], format: Any
) -> None:
    texts = root / "examples/texts"
    by_command, by_package = tmp_path / "command", tmp_path / "package"
    command("--format", format, texts, "--output", by_command)
    verbale.write(verbale.iter_records(texts), by_package, format=format)
    assert by_package.read_bytes() == by_command.read_bytes()


def test_one_record_is_an_object_as_of_the_command(
    root: Path, tmp_path: Path, command: Callable[..., str]
) -> None:
    text = root / "examples/texts/falklands-1982.txt"
    command(text, "--output", tmp_path / "command.json")
    verbale.write(verbale.extract(verbale.read(text)), tmp_path / "package.json")
    assert (tmp_path / "package.json").read_bytes() == (tmp_path / "command.json").read_bytes()
