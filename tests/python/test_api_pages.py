"""The API pages have every public name, with what it is for."""

import html
import inspect
import re
import runpy
import typing
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Literal

import pytest
import verbale
import verbale.plot


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the pages."""
    folder = tmp_path_factory.mktemp("pages")
    runpy.run_path(str(Path(__file__).parents[2] / "guide/python_pages.py"))["build"](folder)
    return folder


def documented(page: Path) -> dict[str, str]:
    """What stands on a page below each name, its signature left out."""
    text = page.read_text(encoding="utf-8")
    parts = re.split(r'<(?:section|div) id="([\w.]+)"', text)
    found = {}
    for name, part in zip(parts[1::2], parts[2::2], strict=True):
        _, mark, docstring = part.partition('class="docstring">')
        found[name] = html.unescape(re.sub(r"<[^>]+>", "", docstring)).strip() if mark else ""
    return found


def public(module: ModuleType) -> Iterator[str]:
    """The names that a user may write, those of methods and properties with their class before them."""
    for name in module.__all__:
        yield name
        item = getattr(module, name)
        if inspect.isclass(item):
            for member in dir(item):
                value = inspect.getattr_static(item, member)
                function = getattr(value, "__func__", value)
                own = getattr(getattr(function, "fget", function), "__module__", None) or ""
                of_class = isinstance(value, cached_property) or own.startswith("verbale")
                if of_class and not member.startswith("_"):
                    yield f"{name}.{member}"


@pytest.mark.parametrize("module", [verbale, verbale.plot], ids=lambda module: module.__name__)
def test_every_public_name_is_explained(module: ModuleType, pages: Path) -> None:
    names = list(public(module))
    found = documented(pages.joinpath(*module.__name__.split(".")).with_suffix(".html"))
    assert [name for name in names if not found.get(name)] == []


def test_the_names_are_those_of_classes_methods_and_properties() -> None:
    names = set(public(verbale))
    assert {"extract", "Span", "Record.to_json", "Record.events", "Record.from_json", "Tables.write"} < names
    assert {"Table.to_pandas", "Table.name", "ValidationError.problems", "EventKind"} < names
    assert len(names) > 120
    assert list(public(verbale.plot)) == ["count_dyads", "dyads", "timeline"]


def test_words_are_explained(pages: Path) -> None:
    found = documented(pages / "verbale.html")
    explained = 0
    for name, definition in verbale.schema()["$defs"].items():
        for word in definition.get("oneOf", []):
            assert f"{word['const']}: {word['description'].split('`')[0].rstrip()}" in found[name]
            explained += 1
    assert explained > 200
    for name in verbale.__all__:
        item = getattr(verbale, name)
        if typing.get_origin(item) is Literal and name not in {"SchemaName", "TableName"}:
            assert all(word in found[name] for word in typing.get_args(item)), name
