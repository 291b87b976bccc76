"""A real browser for the tests of the page."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

INSTALL = "no chromium and chromedriver on the path: on Debian, `apt-get install chromium chromium-driver`"
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = (1360, 900), (360, 780)


class Page:
    """A page in the browser."""

    def __init__(self, browser: webdriver.Chrome) -> None:
        """Nothing is open yet."""
        self.browser = browser

    def open(self, path: Path, size: tuple[int, int] = WIDE, fragment: str = "", **media: str) -> "Page":
        """Opens a file in a window of that size; `media` are media features, with `_` for `-`."""
        features = {"prefers-reduced-motion": "reduce", "prefers-color-scheme": "light"}
        features |= {name.replace("_", "-"): value for name, value in media.items()}
        named = [{"name": name, "value": value} for name, value in features.items()]
        self.command("Emulation.setEmulatedMedia", media="", features=named)
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=1,
            mobile=False,
        )
        # From an empty page: to a fragment of the same file the browser would only scroll.
        self.browser.get("about:blank")
        self.browser.get(path.as_uri() + fragment)
        return self

    def command(self, name: str, **arguments: object) -> None:
        """A command of the browser's own protocol."""
        self.browser.execute_cdp_cmd(name, arguments)

    def run(self, script: str, *arguments: object) -> Any:
        """What a script in the page returns."""
        return self.browser.execute_script(script, *arguments)

    def one(self, selector: str) -> WebElement:
        """The first element that a selector finds."""
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def click(self, element: WebElement) -> None:
        """Clicks an element in the middle of the screen, away from what sticks to its edges.

        What stands above it may be drawn only when it comes near, and moves it: hence the second look.
        """
        self.browser.execute_async_script(
            "const [element, done] = arguments;"
            "const centre = () => element.scrollIntoView({block: 'center', behavior: 'instant'});"
            "centre();"
            "requestAnimationFrame(() => requestAnimationFrame(() => { centre(); done(); }));",
            element,
        )
        element.click()

    def shown(self, selector: str) -> list[WebElement]:
        """The elements that a reader sees."""
        return [
            found for found in self.browser.find_elements(By.CSS_SELECTOR, selector) if found.is_displayed()
        ]

    def cards(self) -> list[str]:
        """The ids of the cards that the filters leave."""
        ids: list[str] = self.run(
            "return [...document.querySelectorAll('.card:not([hidden])')].map(card => card.id)"
        )
        return ids

    def in_view(self, element: WebElement) -> bool:
        """Whether the first line of an element is on the screen."""
        seen: bool = self.run(
            "const [box] = arguments[0].getClientRects(), x = box.left + box.width / 2, y = box.top + 4;"
            "return arguments[0].contains(document.elementFromPoint(x, y))",
            element,
        )
        return seen

    def complaints(self) -> list[str]:
        """What the console says."""
        log: list[dict[str, str]] = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log]


def start() -> webdriver.Chrome:
    """The browser, without a window; a test is left out where there is none."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        if os.environ.get("VERBALE_BROWSER") == "required":
            pytest.fail(INSTALL)
        pytest.skip(INSTALL)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for option in OPTIONS:
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
