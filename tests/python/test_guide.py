"""The programs of the guide, run as the cells of a notebook: what they show is what the guide shows.

The commands are run by `tests/documentation.rs`, which also explains how blocks are written.
"""

import ast
import contextlib
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import pytest

CHAPTERS = sorted((Path(__file__).parents[2] / "guide/src").glob("*.md"))
WITH_PROGRAMS = [path for path in CHAPTERS if "\n```python\n" in path.read_text(encoding="utf-8")]


class Block(NamedTuple):
    """A fenced block of a chapter."""

    language: str
    file: str | None
    content: str


def blocks(chapter: Path) -> list[Block]:
    text = chapter.read_text(encoding="utf-8")
    found = re.findall(r"^```(\S*) ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(language, file or None, content) for language, file, content in found]


def shown(program: str, names: dict[str, Any]) -> str:
    """What a cell shows: what it prints, and the value of its last line."""
    tree = ast.parse(program)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own text
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - our own text
            if value is not None:
                print(value)  # noqa: T201 - caught
    return output.getvalue()


def matches(expected: str, printed: str) -> bool:
    """Whether the lines are those that were printed.

    `…` on a line of its own is any lines, ` …` at the end of a line the rest of it.
    """

    def pattern(line: str) -> str:
        if line.strip() == "…":
            return r"(?:.*\n)*?"
        if line.endswith(" …"):
            return re.escape(line.removesuffix(" …")) + r".*\n"
        return re.escape(line.rstrip()) + r"[^\S\n]*\n"

    return re.fullmatch("".join(map(pattern, expected.splitlines())), printed) is not None


def test_the_guide_has_programs() -> None:
    found = [block for chapter in WITH_PROGRAMS for block in blocks(chapter) if block.language == "python"]
    assert len(found) > 10
    assert matches("a\n…\nc\n", "a\nb\nc\n")
    assert not matches("a\nc\n", "a\nb\nc\n")
    # As in `tests/documentation/console.rs`.
    assert matches("one\n…\nthree and …\n", "one\ntwo\nthree and four\n")
    assert not matches("one\n…\nthree and …\n", "one\ntwo\nthree or four\n")
    assert not matches("three and …\n", "three and four\nfive\n")


@pytest.mark.parametrize("chapter", WITH_PROGRAMS, ids=lambda chapter: chapter.stem)
def test_programs_show_what_the_guide_shows(
    chapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plt.switch_backend("agg")
    names: dict[str, Any] = {}
    every = blocks(chapter)
    for block, below in zip(every, [*every[1:], None], strict=True):
        if block.file is not None:
            file = tmp_path / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.content, encoding="utf-8", newline="\n")
        elif block.language == "python":
            printed = shown(block.content, names)
            is_told = below is not None and (below.language, below.file) == ("text", None)
            if below is not None and is_told:
                assert matches(below.content, printed), f"{block.content}shows\n{printed}"
            else:
                # A cell may end with a record, which a notebook shows as a page.
                assert printed.startswith("<Record") or not printed, f"{block.content}shows\n{printed}"
    plt.close("all")
