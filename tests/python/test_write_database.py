"""Databases, which grow from call to call and from run to run of the command."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import verbale

TEXTS = {
    "talks": "On 14 May 2008 Ecuador and Colombia held talks in Panama.",
    "silence": "Nothing was said — nada.",
    "recall": "Chad recalled its envoy from Sudan on 3 June 2009.",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with three texts."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def ask(file: Path, query: str) -> list[Any]:
    """What a query gives in its first column; what it changes, stays."""
    with closing(sqlite3.connect(file)) as connection, connection:
        return [row[0] for row in connection.execute(query)]


def mark(file: Path) -> None:
    """Marks all documents, so that it can be seen which are written again."""
    ask(file, "UPDATE documents SET publisher = 'marked'")


def marked(file: Path) -> list[str]:
    return ask(file, "SELECT id FROM documents WHERE publisher = 'marked' ORDER BY id")


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def test_a_database_grows(tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    records = [verbale.extract(text, id=name) for name, text in TEXTS.items()]
    verbale.write(records[:2], file)
    verbale.write(iter(records[1:]), file, tables="all")
    verbale.write(records[0], file)
    assert ask(file, "SELECT id FROM documents ORDER BY id") == ["recall", "silence", "talks"]


def test_what_has_not_changed_is_passed_over(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    verbale.write(verbale.iter_records(corpus), file)
    mark(file)
    before = file.read_bytes()
    told: list[tuple[int, int | None]] = []
    verbale.write(verbale.iter_records(corpus, progress=lambda *done: told.append(done)), file)
    assert told == [(0, 3), (3, 3)]
    assert file.read_bytes() == before, "nothing was written"
    # Records that are there already are compared, too.
    verbale.write(list(verbale.iter_records(corpus)), file)
    verbale.write(verbale.extract(TEXTS["talks"], id="talks"), file)
    assert marked(file) == ["recall", "silence", "talks"]

    (corpus / "talks.txt").write_text("Peru and Chile met.", encoding="utf-8")
    verbale.write(verbale.iter_records(corpus), file)
    assert marked(file) == ["recall", "silence"]
    assert ask(file, "SELECT kind FROM events WHERE document = 'talks'") == ["meeting"]
    verbale.write(verbale.iter_records(corpus), file, again=True)
    assert marked(file) == []


def test_another_title_or_lexicon_is_another_reading(tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    text = TEXTS["talks"]

    def writes(written: object) -> bool:
        """Whether records are written, or passed over."""
        mark(file)
        given: Any = written
        verbale.write(given, file)
        return marked(file) == []

    verbale.write(verbale.extract(text, id="talks"), file)
    assert not writes(verbale.extract(text, id="talks"))
    assert writes(verbale.extract(text, id="talks", title="Talks in Panama"))
    assert not writes(verbale.iter_records([{"text": text, "id": "talks", "title": "Talks in Panama"}]))
    assert writes(verbale.extract(text, id="talks", published="2008-05-15"))
    (tmp_path / "own/frames").mkdir(parents=True)
    (tmp_path / "own/frames/none.toml").write_text("frame = []\n", encoding="utf-8")
    assert writes(verbale.extract(text, id="talks", lexicon=tmp_path / "own"))
    assert not writes(verbale.iter_records([{"text": text, "id": "talks"}], lexicon=tmp_path / "own"))
    (tmp_path / "own/frames/none.toml").write_text("# none\nframe = []\n", encoding="utf-8")
    assert writes(verbale.extract(text, id="talks", lexicon=tmp_path / "own"))
    # Nobody knows how a record that was loaded was read: it may have been changed.
    loaded = verbale.Record.from_json(verbale.extract(text, id="talks").to_json())
    assert writes(loaded)
    assert writes(loaded)
    assert loaded == verbale.extract(text, id="talks")
    assert writes(verbale.extract(text, id="talks"))


def test_a_call_that_was_interrupted_goes_on(tmp_path: Path) -> None:
    whole, halved = tmp_path / "whole.sqlite", tmp_path / "halved.sqlite"
    texts = [{"text": f"{TEXTS['recall']} {TEXTS['talks']}", "id": f"note-{count}"} for count in range(1000)]

    def stop(done: int, _: int | None) -> None:
        if done >= 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verbale.write(verbale.iter_records(texts, jobs=1, progress=stop), halved)
    [kept] = ask(halved, "SELECT count(*) FROM documents")
    assert 0 < kept < 1000
    mark(halved)
    verbale.write(verbale.iter_records(texts), halved)
    assert len(marked(halved)) == kept
    ask(halved, "UPDATE documents SET publisher = NULL")
    verbale.write(verbale.iter_records(texts), whole)
    assert dump(halved) == dump(whole)


def test_a_document_cannot_take_the_place_of_another(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    verbale.write(verbale.iter_records(corpus), file)
    for other in (TEXTS["talks"], "Peru and Chile met."):
        given: list[Any] = [corpus, {"text": other, "id": "talks"}]
        for texts in (given, given[::-1]):
            with pytest.raises(ValueError, match="two documents have the id 'talks'"):
                verbale.write(verbale.iter_records(texts), file)


def test_records_go_on_behind_a_database(tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    texts = [{"text": "Peace.", "id": f"note-{count}"} for count in range(200)]
    twins = [{"text": text, "id": "twin"} for text in ("Peru and Chile met.", "Oman mediated.")]
    records = verbale.iter_records([*twins, *texts], jobs=1)
    with pytest.raises(ValueError, match="two documents have the id 'twin'"):
        verbale.write(records, file)
    # The others are no longer compared with the database, which is closed.
    assert [record.document.id for record in records][-1] == "note-199"


def test_again_is_for_databases(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="again: it is for databases"):
        verbale.write([], tmp_path / "chronicle.csv", again=True)
    assert list(tmp_path.iterdir()) == []


def test_the_command_and_the_package_write_the_same_database(
    root: Path, tmp_path: Path, command: Callable[..., str]
) -> None:
    texts = root / "examples/texts"
    by_command, by_package = tmp_path / "command.sqlite", tmp_path / "package.sqlite"
    command(texts, "--output", by_command)
    verbale.write(verbale.iter_records(texts), by_package)
    assert dump(by_package) == dump(by_command)
    # Each goes on where the other has stopped.
    ids = ask(by_command, "SELECT id FROM documents ORDER BY id")
    assert f"{len(ids)} documents have not changed" in command(texts, "--output", by_package)
    mark(by_command)
    verbale.write(verbale.iter_records(texts), by_command)
    assert marked(by_command) == ids
