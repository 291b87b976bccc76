"""What a notebook shows of a record."""

import copy
import html
import pickle
import re

import pytest
import verbale

HOSTILE = (
    "</script><img src=x onerror=alert(1)>\" onmouseover='alert(2)' Kenya attacked Chad. \u202e&amp;\x01"
)


def words(markup: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_a_record_that_was_read_shows_its_text(text: str, record: verbale.Record) -> None:
    shown = record.with_text(text)._repr_html_()
    assert text in words(shown)
    for event in record.events:
        assert html.escape(event.trigger.quote) in shown
    assert record._repr_html_() not in (shown, "")
    assert "signature" in record._repr_html_()
    assert text not in words(record._repr_html_())


def test_a_record_remembers_its_text(text: str, record: verbale.Record) -> None:
    assert record.text is None
    known = record.with_text(text)
    assert known.text == text
    assert known == record
    assert hash(known) == hash(record)
    assert known.to_json() == record.to_json()
    assert pickle.loads(pickle.dumps(known)).text == copy.copy(known).text == text
    assert verbale.extract(text).text == text
    with pytest.raises(verbale.ValidationError, match="text"):
        record.with_text("another text")


def test_words_of_a_document_are_never_markup() -> None:
    record = verbale.extract(HOSTILE, id=HOSTILE, title=HOSTILE)
    shown = record._repr_html_()
    assert not re.search(r"<(?!/?(div|p|b|i|span|mark|table|thead|tbody|tr|th|td|time)[ >])", shown)
    assert not re.search(r"<[^>]*\son\w+=", shown)
    assert "\u202e" not in shown
    assert "\x01" not in shown
    assert HOSTILE.replace("\u202e", "\ufffd").replace("\x01", "\ufffd") in words(shown)


def test_a_long_text_is_cut() -> None:
    text = "".join(f"Kenya attacked Chad on 3 May {year}. " for year in range(1600, 2000))
    shown = verbale.extract(text)._repr_html_()
    assert f"… and {len(text) - 5000} characters more" in shown
    assert "events more" in shown
    assert len(shown) < 100_000


def test_a_page_is_shown_in_a_frame_of_its_own(text: str, record: verbale.Record) -> None:
    page = verbale.show(record, text, height=300)
    assert str(page) == record.to_html(text) == record.with_text(text).to_html()
    assert str(page).startswith("<!DOCTYPE html>")
    frame = page._repr_html_()
    found = re.fullmatch(r'<iframe srcdoc="([^"]*)" sandbox="allow-scripts" [^<>]*></iframe>', frame)
    assert found is not None
    assert html.unescape(found[1]) == str(page)
    assert "height:300px" in frame
    assert "Page of" in repr(page)


def test_a_page_needs_the_text(record: verbale.Record) -> None:
    with pytest.raises(ValueError, match="give the text, too"):
        verbale.show(record)
    with pytest.raises(verbale.ValidationError):
        verbale.show(record, "another text")


def test_events_are_told_in_the_words_of_plover(record: verbale.Record) -> None:
    events = record.to_plover()
    assert [event["id"] for event in events] == [
        f"hundred-hours:{event.id}" for event in record.events if event.plover is not None
    ]
    assert events[0]["event"] == ["ASSAULT"]
