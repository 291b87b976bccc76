"""Reading texts: arguments, many at once, errors."""

import datetime
import pickle
import threading
from pathlib import Path
from typing import Any

import pytest
import verbale

TEXT = "On 14 May 2008 Ecuador and Colombia held talks in Panama. 🕊 Ecuador asked the OAS for observers."


def test_a_text_gives_a_record() -> None:
    record = verbale.extract(TEXT)
    record.verify(TEXT)
    assert record.document.id == "document"
    assert record.document.length == len(TEXT)


def test_metadata_is_kept() -> None:
    record = verbale.extract(TEXT, id="talks", title="Talks in Panama", published="2008-05")
    document = record.document
    assert (document.id, document.title) == ("talks", "Talks in Panama")
    assert document.published is not None
    assert (document.published.edtf, document.published.span) == ("2008-05", None)


@pytest.mark.parametrize(
    "published",
    ["2008-05-21", datetime.date(2008, 5, 21), datetime.datetime(2008, 5, 21, 9, tzinfo=datetime.UTC)],
)
def test_dates_of_publication_may_be_objects(published: str | datetime.date) -> None:
    record = verbale.extract(TEXT, published=published)
    assert record == verbale.extract(TEXT, published="2008-05-21")
    (again,) = verbale.iter_records([{"text": TEXT, "id": "document", "published": published}])
    assert again == record


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"published": "21 May 2008"}, r"^published: not an EDTF date: at character \d"),
        ({"published": "2008-02-30"}, r"^published: not an EDTF date"),
        ({"id": " "}, "^id: expected some words, found none$"),
        ({"title": ""}, "^title: expected some words, found none$"),
    ],
)
def test_arguments_without_meaning_are_refused(arguments: dict[str, str], message: str) -> None:
    extractor = verbale.Extractor()
    for read in (extractor.extract, extractor.explain):
        with pytest.raises(ValueError, match=message):
            read(TEXT, **arguments)
    with pytest.raises(ValueError, match=message.replace("^", r"^texts\[1\].")):
        extractor.extract_many([TEXT, {"text": TEXT, **arguments}])
    with pytest.raises(ValueError, match=message.replace("^", r"^texts\[2000\].")):
        extractor.extract_many([*["Peace."] * 2000, {"text": TEXT, **arguments}])


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(UnicodeEncodeError):
        verbale.extract("\ud83d")
    with pytest.raises(UnicodeEncodeError):
        verbale.extract_many([TEXT, "\ud83d"])


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ufeff", "🕊", " \n\n\t", "e\u0301", "\r\n" * 50, "Chad. " * 5000],
    ids=[
        "empty",
        "nul",
        "byte order mark",
        "outside the basic plane",
        "blank",
        "combining",
        "line ends",
        "long",
    ],
)
def test_any_text_gives_a_record(text: str) -> None:
    record = verbale.extract(text)
    assert record.document.length == len(text)
    record.verify(text)


@pytest.mark.parametrize("jobs", [None, 1, 2, 7, 1000])
def test_many_texts_give_the_same_records_in_order(jobs: int | None) -> None:
    texts = [f"{TEXT} Round {number} began in {1900 + number}." for number in range(40)]
    records = list(verbale.iter_records(iter(texts), jobs=jobs))
    expected = [verbale.extract(text, id=f"document-{number}") for number, text in enumerate(texts, 1)]
    assert records == expected
    assert [record.to_json() for record in records] == [record.to_json() for record in expected]
    assert [record.text for record in records] == texts


def test_many_texts_may_have_metadata() -> None:
    given: list[str | dict[str, object]] = [
        {"text": TEXT, "id": "a", "title": "A", "published": "2008"},
        TEXT,
        {"text": TEXT, "id": "c", "published": None},
    ]
    records = list(verbale.iter_records(given))
    assert records[0] == verbale.extract(TEXT, id="a", title="A", published="2008")
    assert [record.document.id for record in records] == ["a", "document-2", "c"]
    assert list(verbale.iter_records([])) == []
    assert len(verbale.extract_many([]).documents) == 0


@pytest.mark.parametrize(
    ("texts", "error", "message"),
    [
        (TEXT, TypeError, "expected several texts, found one"),
        ({"text": TEXT}, TypeError, "expected several texts, found one"),
        ([TEXT, 7], TypeError, r"texts\[1\]: expected a string, a dictionary or a path, found int"),
        ([{"text": 7}], TypeError, r"texts\[0\]\.text: expected a string, found int"),
        (
            [{"text": TEXT, "published": 2008}],
            TypeError,
            r"texts\[0\]\.published: expected a string, found int",
        ),
        ([{"id": "a"}], ValueError, r"texts\[0\]\.text: expected a text, found none"),
        ([{"text": TEXT, "name": "a"}], ValueError, r"texts\[0\]: unknown 'name'; expected text, id, title"),
    ],
)
def test_what_is_no_text_is_refused(texts: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        verbale.extract_many(texts)


@pytest.mark.parametrize("jobs", [0, -1])
def test_there_is_at_least_one_job(jobs: int) -> None:
    with pytest.raises(ValueError, match="jobs: expected 1 or more"):
        verbale.extract_many([TEXT], jobs=jobs)


def test_one_extractor_serves_many_threads() -> None:
    extractor = verbale.Extractor()
    expected = extractor.extract(TEXT)
    found: list[verbale.Record] = []
    threads = [threading.Thread(target=lambda: found.append(extractor.extract(TEXT))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


@pytest.fixture
def lexicon(tmp_path: Path, root: Path) -> Path:
    """A folder of knowledge whose table has a header and no rows."""
    table = (root / "crates/parse/data/actors/bodies.tsv").read_text(encoding="utf-8")
    header = next(line for line in table.splitlines() if not line.startswith("#"))
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors/bodies.tsv").write_text(f"{header}\n", encoding="utf-8")
    return tmp_path


def test_an_extractor_is_pickled_with_its_folders(lexicon: Path) -> None:
    extractor = verbale.Extractor(lexicon)
    again = pickle.loads(pickle.dumps(extractor))
    assert repr(again) == repr(extractor) == f"Extractor(lexicon=({str(lexicon)!r},))"
    assert again.extract(TEXT) == extractor.extract(TEXT)


def test_folders_without_entries_change_nothing(lexicon: Path) -> None:
    given: list[Any] = [lexicon, str(lexicon), [lexicon], [str(lexicon), lexicon]]
    for folders in given:
        assert verbale.extract(TEXT, lexicon=folders) == verbale.extract(TEXT)


def test_a_bad_entry_is_named_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors/bodies.tsv").write_text("# a comment\nnonsense\n", encoding="utf-8")
    for read in (verbale.Extractor, lambda lexicon: verbale.extract_many([TEXT], lexicon=lexicon)):
        with pytest.raises(verbale.LexiconError) as caught:
            read(tmp_path)
        error = caught.value
        assert Path(error.file).name == "bodies.tsv"
        assert error.line == 2
        assert str(error) == f"{error.file}:{error.line}: {error.message}"
        again = pickle.loads(pickle.dumps(error))
        assert (again.file, again.line, again.message) == (error.file, error.line, error.message)


def test_a_folder_without_knowledge_is_named(tmp_path: Path) -> None:
    with pytest.raises(verbale.LexiconError) as caught:
        verbale.Extractor(tmp_path)
    assert (caught.value.file, caught.value.line) == (str(tmp_path), 0)


def test_explain_tells_of_the_text() -> None:
    assert isinstance(verbale.Extractor().explain(TEXT, id="talks"), str)
