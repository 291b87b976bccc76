"""The example texts, the example program and the examples in the documentation."""

import dataclasses
import doctest
import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import matplotlib.pyplot as plt
import pytest
import verbale


def parts(value: object) -> Iterator[object]:
    """Everything within a value, the value included."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))


def errors_of(data: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft202012Validator(verbale.schema())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def test_every_span_cuts_its_quote_out_of_the_text(example: Path) -> None:
    text = verbale.read(example)
    record = verbale.extract(text)
    record.verify(text)
    for name in verbale.schema()["required"]:
        for part in parts(getattr(record, name)):
            if isinstance(part, verbale.Span):
                assert text[part.start : part.end] == part.quote


def test_records_follow_the_schema(example: Path) -> None:
    assert errors_of(verbale.extract(verbale.read(example)).to_dict()) == []


def test_the_schema_knows_every_field(record: verbale.Record, data: dict[str, Any]) -> None:
    assert errors_of(record.to_dict()) == []
    data["events"][0]["kind"] = "quarrel"
    assert errors_of(data) != []


@pytest.mark.skipif(
    "VERBALE_BIN" not in os.environ, reason="VERBALE_BIN, the path of the command, is not set"
)
def test_the_command_gives_the_same_record(example: Path, root: Path) -> None:
    command = [str(root / os.environ["VERBALE_BIN"]), "extract", str(example), "--format", "json"]
    printed = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    record = verbale.extract(verbale.read(example))
    assert json.loads(printed) == record.to_dict()
    assert verbale.Record.from_json(printed) == record
    assert printed.rstrip("\n") == record.to_json(indent=2)


def test_the_first_look_prints_a_chronology(example: Path, root: Path) -> None:
    program = [sys.executable, str(root / "examples/python/first_look.py"), str(example)]
    printed = subprocess.run(
        program, check=True, capture_output=True, env=os.environ | {"PYTHONUTF8": "1"}
    ).stdout
    lines = printed.decode("utf-8").splitlines()
    record = verbale.extract(verbale.read(example))
    assert lines[0].startswith(record.document.title or example.stem)
    told = [line for line in lines[1:] if line]
    assert len(told) == len([event for event in record.events if event.date is not None])


def test_examples_in_docstrings() -> None:
    names = [module.name for module in pkgutil.iter_modules(verbale.__path__, "verbale.")]
    tried = 0
    for name in ["verbale", *names]:
        failed, count = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
        assert not failed, name
        tried += count
    assert tried > 10


def test_examples_in_the_readme(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (root / "crates/python-module/README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 1
    shutil.copytree(root / "examples/texts", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    plt.switch_backend("agg")
    exec("".join(blocks), {})  # noqa: S102 - our own text
    plt.close("all")
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {"corpus", "chronicle.parquet", "chronicle.sqlite", "dyads.png", "timeline.png"}
