"""Records: their values, and how they are compared, copied, stored and checked."""

import copy
import dataclasses
import datetime
import json
import pickle
from typing import Any

import pytest
import verbale
from verbale import Record


def test_offsets_index_python_strings(record: verbale.Record, text: str) -> None:
    # The dove lies outside the basic plane: one code point, two UTF-16 units, four bytes.
    trigger = record.events[0].trigger
    assert text[trigger.start : trigger.end] == trigger.quote == "attacked"
    assert text.encode()[trigger.start : trigger.end] != b"attacked"
    assert record.document.length == len(text)


def test_values_are_python_values(record: verbale.Record) -> None:
    attack, _, treaty = record.events
    assert attack.kind == "attack"
    assert attack.date is not None
    assert attack.date.edtf == "1969-07"
    assert attack.date.latest == datetime.date(1969, 7, 31)
    assert attack.plover is not None
    assert (attack.plover.type, attack.plover.mode) == ("ASSAULT", "heavy-weapons")
    assert attack.casualties is not None
    assert attack.casualties.killed == record.quantities[0]
    assert [type(quantity.value) for quantity in record.quantities] == [int, float]
    assert treaty.instrument is not None
    assert treaty.instrument.title == "General Peace Treaty"
    assert record.actors[0].mentions[1] == verbale.Mention(*_place(record, "Salvadoran"), by="demonym")


def _place(record: verbale.Record, quote: str) -> tuple[int, int, str]:
    span = next(mention for actor in record.actors for mention in actor.mentions if mention.quote == quote)
    return span.start, span.end, span.quote


def test_ids_are_looked_up(record: verbale.Record) -> None:
    treaty = record.event("e3")
    assert [record.actor(who.actor).name for who in treaty.participants] == ["both states"]
    assert [record.place(where.place).name for where in treaty.places] == ["Lima"]
    assert treaty.section is not None
    assert record.section(treaty.section).title == "War"
    for look_up in (record.actor, record.place, record.event, record.section):
        with pytest.raises(KeyError):
            look_up("x9")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [("-0420", "-0420-01-01", "-0420-12-31", "year"), ("Y12000", "+12000-01-01", "+12000-12-31", "year")],
)
def test_days_outside_the_calendar_of_python_are_none(
    data: dict[str, Any], edtf: str, earliest: str, latest: str, precision: str
) -> None:
    data["document"]["published"] |= {
        "edtf": edtf,
        "earliest": earliest,
        "latest": latest,
        "precision": precision,
    }
    record = Record.from_dict(data)
    published = record.document.published
    assert published is not None
    assert (published.edtf, published.earliest, published.latest) == (edtf, None, None)
    assert record.to_dict()["document"]["published"]["earliest"] == earliest


def test_parts_are_made_once_and_cannot_be_changed(record: verbale.Record) -> None:
    assert record.events is record.events
    assert record.document is record.document
    with pytest.raises(AttributeError, match="cannot be changed: 'events'"):
        record.events = ()  # type: ignore[assignment]
    with pytest.raises(AttributeError, match="cannot be changed"):
        del record.document
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.events[0].kind = "visit"  # type: ignore[misc]
    assert not hasattr(record.events[0], "__dict__")


def test_equal_records_are_equal_and_hash_alike(record: verbale.Record, data: dict[str, Any]) -> None:
    same = Record.from_dict(data)
    assert record == same
    assert hash(record) == hash(same)
    assert len({record, same}) == 1
    assert hash(record.events) == hash(same.events)
    data["actors"][1]["sector"] = "MIL"
    other = Record.from_dict(data)
    assert record != other
    assert record.actors != other.actors
    assert record.events == other.events
    assert record != record.to_json()


def test_a_mention_is_a_span_but_not_equal_to_one() -> None:
    span, mention = verbale.Span(0, 4, "Peru"), verbale.Mention(0, 4, "Peru", by="name")
    assert isinstance(mention, verbale.Span)
    assert span != mention


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_records_and_parts_are_pickled(record: verbale.Record, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(record, protocol)) == record
    assert pickle.loads(pickle.dumps(record.events, protocol)) == record.events


def test_records_are_copied(record: verbale.Record) -> None:
    assert copy.copy(record) == record
    assert copy.deepcopy(record) == record


def test_json_is_on_one_line_or_indented(
    record: verbale.Record, data: dict[str, Any], json_text: str
) -> None:
    assert json.loads(record.to_json()) == data
    assert "\n" not in record.to_json()
    assert record.to_json(indent=2) == json_text
    assert json.loads(record.to_json(indent=0)) == data
    with pytest.raises(OverflowError):
        record.to_json(indent=-1)


def test_records_are_loaded(record: verbale.Record, data: dict[str, Any]) -> None:
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(record.to_json(indent=4)) == record
    assert Record.from_dict(record.to_dict()) == record
    assert record.to_dict() is not record.to_dict()
    assert dataclasses.asdict(record.actors[0])["mentions"][0]["by"] == data["actors"][0]["mentions"][0]["by"]


def test_every_problem_is_named(data: dict[str, Any]) -> None:
    data["actors"][0]["country"] = "XQX"
    data["events"][2]["participants"][0]["actor"] = "a9"
    with pytest.raises(verbale.ValidationError) as caught:
        Record.from_dict(data)
    error = caught.value
    assert [(problem.code, problem.path) for problem in error.problems] == [
        ("unknown-country", "actors[0].country"),
        ("dangling-actor", "events[2].participants[0].actor"),
    ]
    assert str(error).startswith("the record has 2 problems\n  actors[0].country: ")
    for problem in error.problems:
        assert problem.code in verbale.problem_codes()
        assert problem.message in str(error)
    code, path, message = error.problems[0]
    assert verbale.Problem(code, path, message) == error.problems[0]
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.problems) == (str(error), error.problems)


@pytest.mark.parametrize("json", ["", "{", "[1, 2", '"\\ud83d"', "NaN"])
def test_what_is_not_json_is_a_problem_of_its_own(json: str) -> None:
    with pytest.raises(verbale.ValidationError) as caught:
        Record.from_json(json)
    assert [problem.code for problem in caught.value.problems] == ["invalid-json"]
    assert isinstance(caught.value, ValueError)


def test_dictionaries_hold_what_json_holds(data: dict[str, Any]) -> None:
    data["places"][0]["lat"] = float("nan")
    with pytest.raises(verbale.ValidationError, match="not JSON"):
        Record.from_dict(data)
    data["places"][0]["lat"] = datetime.date(1969, 7, 14)
    with pytest.raises(TypeError, match="date is not JSON serializable"):
        Record.from_dict(data)


def test_a_record_is_verified_against_its_text(record: verbale.Record, text: str) -> None:
    record.verify(text)
    with pytest.raises(verbale.ValidationError) as caught:
        record.verify(text.replace("attacked", "ATTACKED"))
    found = {(problem.code, problem.path) for problem in caught.value.problems}
    assert ("text-mismatch", "document.sha256") in found
    assert ("quote-mismatch", "events[0].trigger") in found


def test_representations_are_short(record: verbale.Record) -> None:
    assert repr(record) == "<Record 'hundred-hours': 3 events, 4 actors, 4 dates>"
    assert repr(record.events[2]) == "<Event e3 signature 1980-10-30 'signed', occurred>"
    assert repr(record.actors[0]) == "<Actor a1 'El Salvador', state>"
    assert repr(record.places[0]) == "<Place p1 'Lima', settlement>"
    assert repr(record.dates[0]) == "<Date d1 1969-07 'July 1969'>"
    assert repr(record.quantities[0]) == "<Quantity q1 about 2000-3000 person>"
    assert repr(record.quantities[0].span) == "<Span 68:94 'Some 2,000 to 3,000 people'>"
    assert repr(record.document) == "<Document hundred-hours 'The hundred-hour war', 404 characters>"
    assert len(repr(record.document.sections[0].span)) < 60


def test_records_are_not_made_by_hand() -> None:
    with pytest.raises(TypeError, match=r"made by verbale\.extract"):
        Record("{}")  # type: ignore[arg-type]
