"""A record in which every field of the contract holds something, and the example texts."""

import json
from pathlib import Path
from typing import Any

import pytest
import verbale

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
