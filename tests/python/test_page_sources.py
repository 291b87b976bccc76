"""The page, in a real browser: quotations, framing and sources, and who says what on a card."""

from collections.abc import Callable
from pathlib import Path

import pytest
import verbale
from browser import Page
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

VOICES = """On 26 March 1979 Egypt and Israel signed a peace treaty in Washington [1]. "No more war, no more
bloodshed," Menachem Begin said at the ceremony [2]. On 31 March 1979 the Arab League condemned the treaty in
Baghdad, and Egypt rejected the so-called "Baghdad decisions".

[1] The treaty between Egypt and Israel, 26 March 1979, https://example.org/treaty

[2] Speeches at the ceremony, 27 March 1979, www.example.org/speeches
"""


@pytest.fixture
def voices(tmp_path: Path, write: Callable[[Path], Path]) -> Path:
    text = tmp_path / "voices.txt"
    text.write_text(VOICES, encoding="utf-8")
    return write(text)


def test_quotations_framing_and_sources_are_found_from_the_text_and_back(page: Page, voices: Path) -> None:
    record = verbale.extract(VOICES)
    page.open(voices)
    quotation, framing, marker = (
        page.one(f"article .{mark}[data-n]:not([data-t])")
        for mark in ("m-quotation", "m-framing", "m-source")
    )
    for mark, name in [(quotation, "quotations"), (framing, "framing"), (marker, "sources")]:
        page.click(mark)
        chosen = page.one("[aria-current]")
        assert chosen.get_attribute("id") == mark.get_attribute("data-n")
        assert page.one(f"#tab-{name}").get_attribute("aria-selected") == "true"
        assert page.in_view(chosen)
        assert page.run("return document.activeElement === arguments[0]", chosen)
        assert not page.one("#filters").is_displayed()
        page.click(chosen.find_element(By.CSS_SELECTOR, "a"))
        assert page.in_view(page.one("article .here"))
    for name, expected in [
        ("quotations", [quotation.span.quote for quotation in record.quotations]),
        ("sources", [citation.target.quote for citation in record.citations if citation.target]),
    ]:
        page.click(page.one(f"#tab-{name}"))
        assert [words.text for words in page.shown(f"#{name} blockquote")] == [
            quote.replace("\n", " ") for quote in expected
        ]
    addresses = page.shown("#sources dd a[href^=http]")
    assert [(link.text, link.get_attribute("rel")) for link in addresses] == [
        ("https://example.org/treaty", "noopener noreferrer")
    ]


def test_a_card_names_who_says_it_and_the_notes_that_support_it(page: Page, voices: Path) -> None:
    record = verbale.extract(VOICES)
    page.open(voices)
    supported = [citation for citation in record.citations if citation.events]
    assert supported
    for citation in supported:
        for event in citation.events:
            card = page.one(f"#{event}")
            assert "Who says so" in card.text
            note = card.find_element(By.CSS_SELECTOR, "a[href^='#n']")
            assert note.text == f"note {citation.numbers[0]}"
    page.click(note)
    assert (
        page.one(".entry[aria-current]").get_attribute("id")
        == (note.get_attribute("href") or "").split("#")[1]
    )


def test_the_views_can_be_reached_by_keyboard_and_marks_put_out(page: Page, voices: Path) -> None:
    page.open(voices)
    tabs = ["events", "timeline", "quotations", "framing", "sources"]
    page.run("arguments[0].focus()", page.one("#tab-events"))
    for name in [*tabs[1:], "events"]:
        page.browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
        assert page.browser.switch_to.active_element.get_attribute("id") == f"tab-{name}"
        assert [panel.get_attribute("id") for panel in page.shown(".panel")] == [name]
    page.browser.switch_to.active_element.send_keys(Keys.END)
    assert page.one("#sources").is_displayed()
    # The marker of a note is a link.
    page.run("arguments[0].focus()", page.one("article a.m-source"))
    page.browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.browser.switch_to.active_element.get_attribute("id") == "n1"
    for layer, style in [
        ("quotation", "backgroundColor"),
        ("framing", "textDecorationLine"),
        ("source", "textDecorationLine"),
    ]:
        look = f"return getComputedStyle(document.querySelector('article .m-{layer}:not(.on)')).{style}"
        before = page.run(look)
        page.click(page.one(f".legend [value={layer}]"))
        assert page.run(look) != before
