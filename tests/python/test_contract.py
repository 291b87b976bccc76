"""The Python types say what the JSON Schema says, field by field and word by word."""

import dataclasses
import datetime
import re
import tomllib
import typing
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pytest
import verbale

DEFINITIONS: dict[str, Any] = verbale.schema()["$defs"]
CLASSES = {name: item for name in verbale.__all__ if dataclasses.is_dataclass(item := getattr(verbale, name))}
PARTS = {name: part for name, part in DEFINITIONS.items() if part.get("type") == "object"}
VOCABULARIES = {name: part for name, part in DEFINITIONS.items() if "oneOf" in part}


def words(vocabulary: dict[str, Any]) -> tuple[str, ...]:
    return tuple(term["const"] for term in vocabulary["oneOf"])


def python_type(schema: dict[str, Any]) -> object:  # noqa: PLR0911 - one a kind of schema
    """The type of a field, by its schema."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        if name in PARTS:
            return CLASSES[name]
        if name in VOCABULARIES:
            return getattr(verbale, name)
        return python_type(DEFINITIONS[name])
    if "anyOf" in schema:
        part, null = schema["anyOf"]
        assert null == {"type": "null"}
        return typing.Optional[python_type(part)]  # noqa: UP045 - the part is known at run time only
    if isinstance(schema["type"], list):
        kind, null = schema["type"]
        assert null == "null"
        return typing.Optional[python_type(schema | {"type": kind})]  # noqa: UP045
    if schema["type"] == "array":
        return tuple[python_type(schema["items"]), ...]  # type: ignore[misc]
    if schema["type"] == "number":
        return float if schema.get("format") == "double" else int | float
    if schema["type"] == "integer":
        return int
    assert schema["type"] == "string"
    is_day = schema.get("pattern", "").endswith("-[0-9]{2}-[0-9]{2}$")
    return datetime.date if is_day else str


def test_every_part_has_its_class_and_every_class_its_part() -> None:
    assert sorted(CLASSES) == sorted(PARTS)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_fields_have_the_types_of_the_schema(name: str) -> None:
    expected = {field: python_type(schema) for field, schema in PARTS[name]["properties"].items()}
    assert typing.get_type_hints(CLASSES[name]) == expected


@pytest.mark.parametrize("name", sorted(PARTS))
def test_every_field_is_documented(name: str) -> None:
    documented = re.findall(r"^        (\w+): ", CLASSES[name].__doc__ or "", re.MULTILINE)
    assert documented == list(CLASSES[name].__annotations__)


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_vocabularies_have_the_words_of_the_schema(name: str) -> None:
    expected = words(VOCABULARIES[name])
    found = typing.get_args(getattr(verbale, name))
    assert found == expected, f"python/verbale/_vocabulary.py should say: {name} = Literal{list(expected)}"


def test_every_vocabulary_is_one_of_the_contract() -> None:
    literals = {name for name in verbale.__all__ if typing.get_origin(getattr(verbale, name)) is Literal}
    assert literals - {"ProblemCode", "SchemaName", "TableName"} == set(VOCABULARIES)


def test_problem_codes_are_those_of_the_library() -> None:
    codes = tuple(verbale.problem_codes())
    assert typing.get_args(verbale.ProblemCode) == codes, f"should say: ProblemCode = Literal{list(codes)}"
    assert all(meaning.endswith(".") for meaning in verbale.problem_codes().values())


def test_every_schema_has_its_name() -> None:
    for name in typing.get_args(verbale.SchemaName):
        assert verbale.schema(name)["title"] == name.capitalize()
    with pytest.raises(ValueError, match="`treaty` is not one of: record, document, ") as caught:
        verbale.schema("treaty")  # type: ignore[arg-type]
    for name in typing.get_args(verbale.SchemaName):
        assert name in str(caught.value)


def test_the_record_has_the_fields_of_the_schema(record: verbale.Record) -> None:
    schema = verbale.schema()["properties"]
    public = {name: item for name, item in vars(verbale.Record).items() if not name.startswith("_")}
    fields = [name for name, item in public.items() if isinstance(item, property | cached_property)]
    # The text is no field: a record holds quotes, and remembers the text for the eyes only.
    assert [name for name in fields if name != "text"] == verbale.schema()["required"]
    for name, field in schema.items():
        value = getattr(record, name)
        if name == "format":
            assert value == DEFINITIONS["Format"]["const"]
        elif "items" in field:
            assert isinstance(value, tuple)
            assert all(type(part) is python_type(field["items"]) for part in value)
        else:
            assert type(value) is python_type(field)


def test_parts_have_their_fields_in_the_order_of_the_json(
    record: verbale.Record, data: dict[str, Any]
) -> None:
    def compare(part: object, json: object) -> None:
        if isinstance(json, dict):
            assert dataclasses.is_dataclass(part)
            assert [field.name for field in dataclasses.fields(part)] == list(json)
            for name, value in json.items():
                compare(getattr(part, name), value)
        elif isinstance(json, list):
            assert isinstance(part, tuple)
            for inner, value in zip(part, json, strict=True):
                compare(inner, value)
        else:
            assert part == json or str(part) == json

    written = record.to_dict()
    assert written == data
    for name in verbale.schema()["required"]:
        compare(getattr(record, name), written[name])


def test_the_version_is_that_of_the_workspace(root: Path) -> None:
    manifest = tomllib.loads((root / "Cargo.toml").read_text())
    assert verbale.__version__ == manifest["workspace"]["package"]["version"]


def test_public_names_exist_once_and_are_documented() -> None:
    assert len(set(verbale.__all__)) == len(verbale.__all__)
    for name in verbale.__all__:
        item = getattr(verbale, name)
        if callable(item) and typing.get_origin(item) is None:
            assert item.__doc__, name
