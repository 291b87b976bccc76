"""A record in which every field of the contract holds something, the example texts, and a browser."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import verbale
from browser import Page, start
from selenium import webdriver

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"


@pytest.fixture
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture
def text() -> str:
    """The text that `data` was written for."""
    return (DATA / "hundred-hours.txt").read_bytes().decode("utf-8")


@pytest.fixture
def json_text() -> str:
    """A record by hand, as the library writes it with an indent of 2."""
    return (DATA / "hundred-hours.json").read_bytes().decode("utf-8").rstrip("\n")


@pytest.fixture
def data(json_text: str) -> dict[str, Any]:
    """The record by hand, as dictionaries."""
    data: dict[str, Any] = json.loads(json_text)
    return data


@pytest.fixture
def record(json_text: str) -> verbale.Record:
    """The record by hand."""
    return verbale.Record.from_json(json_text)


@pytest.fixture(params=sorted((ROOT / "examples/texts").glob("*-*.*")), ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    """Each of the example texts."""
    path: Path = request.param
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """The browser of all tests."""
    browser = start()
    yield browser
    browser.quit()


@pytest.fixture
def page(browser: webdriver.Chrome) -> Iterator[Page]:
    """A page about which the console says nothing."""
    page = Page(browser)
    page.complaints()
    yield page
    assert page.complaints() == []


@pytest.fixture
def command(root: Path) -> Callable[..., str]:
    """Runs `verbale extract` with some arguments, and gives what it says on stderr."""
    binary = os.environ.get("VERBALE_BIN")
    if binary is None:
        pytest.skip("VERBALE_BIN, the path of the command, is not set")

    def command(*arguments: object) -> str:
        given = [str(root / binary), "extract", *map(str, arguments)]
        ran = subprocess.run(given, check=True, stderr=subprocess.PIPE, encoding="utf-8")
        return ran.stderr

    return command


@pytest.fixture
def write(command: Callable[..., str], tmp_path: Path) -> Callable[[Path], Path]:
    """Writes the page of a text, with the command."""

    def write(text: Path) -> Path:
        path = tmp_path / f"{text.stem}.html"
        command(text, "--output", path)
        return path

    return write
