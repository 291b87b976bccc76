"""The page, in a real browser: what it shows, finds and filters, and that a hostile document runs nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
import verbale
from browser import PHONE, Page
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

HOSTILE = """</article></main></script><script>window.ran = 1</script>

On 26 March 1979 <img src=x onerror="window.ran = 2"> Egypt and Israel signed "the <svg onload=window.ran=3>
treaty" in Washington. According to </option></select><b>Cairo, Egypt\u202e attacked\u0000
Libya' onclick='window.ran=4.

| a | b |
| --- | --- |
| <script>window.ran = 5</script> | javascript:window.ran=6 |

The <b onclick=window.ran=7>Kenyan minister said: "We <script>window.ran=8</script> shall go on
negotiating" [1]. The so-called <i onmouseover="window.ran=9">allies' of Chad allegedly left [2], says
[the report](javascript:window.ran=10) [3].

[1] "<svg onload=window.ran=11>The treaty</title>", 26 March 1979, <https://example.org/?a='><script>window.ran=12</script>>

[2] Treaty, javascript:window.ran=13

[3] Report on the talks, https://example.org/talks"onmouseover="window.ran=14
"""


@pytest.fixture
def falklands(root: Path, write: Callable[[Path], Path]) -> Path:
    return write(root / "examples/texts/falklands-1982.txt")


@pytest.fixture
def told(root: Path) -> verbale.Record:
    """The record that the page of `falklands` shows."""
    return verbale.extract(verbale.read(root / "examples/texts/falklands-1982.txt"))


def test_the_text_is_whole_and_no_wider_than_a_phone(
    page: Page, example: Path, write: Callable[[Path], Path]
) -> None:
    page.open(write(example), PHONE)
    assert page.run("return document.querySelector('article').textContent") == verbale.read(example)
    for tab in page.browser.find_elements(By.CSS_SELECTOR, "#views [role=tab]"):
        page.click(tab)
        assert page.run("return document.documentElement.scrollWidth") <= PHONE[0]
    assert page.run("return performance.getEntriesByType('resource').length") == 0


def test_the_events_can_be_filtered(page: Page, falklands: Path, told: verbale.Record) -> None:
    page.open(falklands)

    def choose(field: str, value: str) -> list[str]:
        Select(page.one(f"#f-{field}")).select_by_value(value)
        shown = page.cards()
        assert page.one("#count").text.startswith(f"{len(shown)} of {len(told.events)} events")
        page.click(page.one("#reset"))
        return shown

    def between(start: str, end: str) -> list[str]:
        page.one("#f-from").send_keys(start)
        page.one("#f-to").send_keys(end)
        shown = page.cards()
        page.click(page.one("#reset"))
        return shown

    everything = [event.id for event in told.events]
    assert page.cards() == everything
    for kind in {event.kind for event in told.events}:
        assert choose("kind", kind) == [event.id for event in told.events if event.kind == kind]
    for source in {event.attribution.source for event in told.events}:
        expected = [event.id for event in told.events if event.attribution.source == source]
        assert choose("source", source) == expected
    actor = told.events[0].participants[0].actor
    with_actor = [event.id for event in told.events if actor in {who.actor for who in event.participants}]
    assert choose("actor", actor) == with_actor
    dated = [event for event in told.events if event.date is not None]
    bounds = {event.id: (str(event.date.earliest), str(event.date.latest)) for event in dated if event.date}
    in_may = [
        event for event, (first, last) in bounds.items() if last >= "1982-05-01" and first <= "1982-05-31"
    ]
    assert between("1982-05", "1982-05") == in_may
    assert 0 < len(in_may) < len(dated) < len(everything)
    assert page.cards() == everything


def test_a_filter_that_cannot_be_read_is_told_and_one_that_fits_nothing_too(
    page: Page, falklands: Path
) -> None:
    page.open(falklands)
    field = page.one("#f-from")
    field.send_keys("May")
    assert field.get_attribute("aria-invalid") == "true"
    assert len(page.cards()) > 1
    field.clear()
    field.send_keys("2999")
    assert (page.cards(), page.one("#none").is_displayed()) == ([], True)
    page.click(page.one("#tab-timeline"))
    assert page.shown(".dates > li") == []


def test_each_side_finds_the_other(page: Page, falklands: Path) -> None:
    page.open(falklands)
    trigger = page.browser.find_elements(By.CSS_SELECTOR, "article a.m-event")[-1]
    page.click(trigger)
    card = page.one(".card[aria-current]")
    assert trigger.get_attribute("data-t") == card.get_attribute("id")
    assert page.in_view(card)
    assert page.run("return document.activeElement === arguments[0]", card)
    assert page.run("return location.hash") == f"#{card.get_attribute('id')}"

    first = page.one("#e1 h3 a")
    page.run("arguments[0].scrollIntoView()", first)
    page.click(first)
    words = page.one((first.get_attribute("href") or "").rpartition("#")[2].join(["[id='", "']"]))
    assert words.get_attribute("data-t") == "e1"
    assert page.in_view(words)
    assert page.in_view(first)

    page.click(page.one("#tab-timeline"))
    page.click(page.one("#timeline [data-e='e1'] a"))
    assert page.in_view(page.one("#e1"))
    page.browser.back()
    page.browser.back()
    assert page.in_view(trigger)


def test_a_keyboard_is_enough(page: Page, falklands: Path) -> None:
    page.open(falklands)
    active = page.browser.switch_to

    def press(key: str) -> WebElement:
        active.active_element.send_keys(key)
        return active.active_element

    page.one("body").send_keys(Keys.TAB)
    assert active.active_element.text == "Skip to the events"
    trigger = page.one("article a.m-event")
    page.run("arguments[0].focus()", trigger)
    assert press(Keys.ENTER).get_attribute("id") == "e1"
    while active.active_element.tag_name != "a":
        press(Keys.TAB)
    back = press(Keys.ENTER)
    assert page.run("return document.querySelector('article').contains(arguments[0])", back)
    page.run("arguments[0].focus()", page.one("#tab-events"))
    assert press(Keys.ARROW_RIGHT).get_attribute("aria-selected") == "true"
    assert page.one("#timeline").is_displayed()


def test_a_fragment_that_cannot_be_decoded_hurts_nothing(page: Page, falklands: Path) -> None:
    page.open(falklands, fragment="#%")
    assert page.run("return document.documentElement.className") == "js"
    page.click(page.one("#tab-timeline"))
    assert page.one("#timeline").is_displayed()


def test_an_event_that_is_filtered_out_comes_back_when_it_is_chosen(page: Page, falklands: Path) -> None:
    page.open(falklands)
    Select(page.one("#f-kind")).select_by_value("election")
    trigger = page.one("article a.m-event")
    assert "out" in (trigger.get_attribute("class") or "")
    page.click(trigger)
    assert page.one("#e1").is_displayed()
    assert page.one("#reset").is_displayed() is False


def test_a_hostile_document_runs_nothing(page: Page, tmp_path: Path, write: Callable[[Path], Path]) -> None:
    text = tmp_path / "hostile.txt"
    text.write_bytes(HOSTILE.encode("utf-8"))
    page.open(write(text))
    for mark in page.browser.find_elements(By.CSS_SELECTOR, "article a, article [data-n]"):
        page.run("arguments[0].click()", mark)
    assert page.cards() != []
    assert page.run("return window.ran") is None
    expected = HOSTILE.replace("\0", "\ufffd")
    assert page.run("return document.querySelector('article').textContent") == expected
    assert (
        page.run("return document.querySelectorAll('img, script:not(head script), article svg').length") == 0
    )
    links = page.run("return [...document.querySelectorAll('a')].map(link => link.getAttribute('href'))")
    assert [link for link in links if not link.startswith(("#", "https://example.org/"))] == []
    # The override turns nothing round: "attacked" stands to the right of it.
    assert "U+202E" in page.run("return document.querySelector('.ctl').dataset.c")


def test_without_a_script_everything_is_there_to_read(
    page: Page, falklands: Path, told: verbale.Record
) -> None:
    page.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(falklands)
        assert len(page.shown(".card")) == len(told.events)
        assert page.one("#timeline").is_displayed()
        assert not page.one("#filters").is_displayed()
    finally:
        page.command("Emulation.setScriptExecutionDisabled", value=False)


def test_paper_and_the_dark(page: Page, falklands: Path) -> None:
    def paper() -> str:
        color: str = page.run("return getComputedStyle(document.documentElement).backgroundColor")
        return color

    page.open(falklands)
    light = paper()
    page.open(falklands, prefers_color_scheme="dark")
    assert paper() != light
    page.open(falklands)
    page.command("Emulation.setEmulatedMedia", media="print")
    assert page.one("#events").is_displayed()
    assert page.one("#timeline").is_displayed()
    assert not page.one("#filters").is_displayed()


def test_the_page_works_in_the_frame_of_a_notebook(page: Page, root: Path, tmp_path: Path) -> None:
    record = verbale.extract(verbale.read(root / "examples/texts/falklands-1982.txt"))
    notebook = tmp_path / "notebook.html"
    shown = f"<!DOCTYPE html><meta charset=utf-8>{record._repr_html_()}{verbale.show(record)._repr_html_()}"
    notebook.write_text(shown, encoding="utf-8")
    page.open(notebook)
    page.browser.switch_to.frame(page.one("iframe"))
    assert len(page.cards()) == len(record.events)
    last = page.one("#events .card:last-child")
    page.run("arguments[0].querySelector('h3 a').click()", last)
    assert last.get_attribute("aria-current") == "true"
    # By script: of a word that is broken over two lines, the browser would click between them.
    page.run("document.querySelector('[data-t]').click()")
    assert last.get_attribute("aria-current") is None
    reached = page.run("try { return parent.document.title } catch (error) { return error.name }")
    assert reached == "SecurityError"
