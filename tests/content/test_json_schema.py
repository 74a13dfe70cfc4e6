"""The JSON Schemas of front matter: valid, described, and of one mind with what the builder reads."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.content import front_matter
from builder.content.schema import KINDS, SeedFront
from builder.ingest.given_values import KEYS
from tests.running import run

Rule = Callable[[Any], bool]

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
NOTES = {"$schema", "title", "description", "default", "examples", "definitions"}
"""Keywords of draft 7 that don't decide whether a value is valid."""
HEADERS = [
    ("article", "title: A\npublished: 2024\nauthor: [Ann Lee]\nreview: reviewed\n", True),
    (
        "article",
        "title: 2024\nurl: null\nseed:\n  file: a.txt\n  sha256: 0f\n  left_out:\n  - {lines: 1, why: x}\n",
        True,
    ),
    ("article", "publisher: A\n", False),
    ("article", "title: A\nauthor: Ann Lee\n", False),
    ("article", "title: A\nreview: done\n", False),
    ("article", "title: A\ntitel: B\n", False),
    ("article", "title: A\nseed: a.txt\n", False),
    ("article", "title: A\nseed:\n  file: a.txt\n", False),
    ("topic", "title: A\nmatch: [ferry*, 1999]\n", True),
    ("topic", "title: [A]\n", False),
    ("entity", "name: A\nsame_as: []\n", True),
    ("entity", "name: A\nalias: [B]\n", False),
    ("index", "require_review: true\nnames: spacy\n", True),
    ("index", "require_review: perhaps\n", False),
    ("index", "names: all\n", False),
    ("seed", "url: https://example.org\nauthor: [A, B]\npublished: March 16, 2024\n", True),
    ("seed", "author: A\n", True),
    ("seed", "day: 2024\n", False),
]


def schema_of(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("schema", kind, at=Path.cwd()).output)
    return found


def is_valid(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Judge a value as draft 7 says, by the keywords that our schemas use; another one fails the test."""
    rules: dict[str, Rule] = {
        "$ref": lambda name: is_valid(value, root["definitions"][name.removeprefix("#/definitions/")], root),
        "anyOf": lambda choices: any(is_valid(value, choice, root) for choice in choices),
        "enum": lambda choices: value in choices,
        "type": lambda names: any(
            isinstance(value, TYPES[name]) for name in ([names] if isinstance(names, str) else names)
        ),
        "required": lambda names: not isinstance(value, dict) or set(names) <= value.keys(),
        "properties": lambda each: (
            not isinstance(value, dict)
            or all(is_valid(value[key], each[key], root) for key in value.keys() & each.keys())
        ),
        "additionalProperties": lambda allowed: allowed or value.keys() <= schema["properties"].keys(),
        "items": lambda item: not isinstance(value, list) or all(is_valid(one, item, root) for one in value),
    }
    return all(rules[keyword](meant) for keyword, meant in schema.items() if keyword not in NOTES)


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_is_described_and_its_examples_are_valid(kind: str) -> None:
    root = schema_of(kind)
    for part in (root, *root["definitions"].values()):
        assert part["description"]
        for value in part["properties"].values():
            assert value["description"]
            assert all(is_valid(example, value, root) for example in value.get("examples", ()))
            assert "default" not in value or is_valid(value["default"], value, root)


@pytest.mark.parametrize(("kind", "header", "valid"), HEADERS)
def test_a_schema_says_what_the_builder_says(kind: str, header: str, valid: bool) -> None:
    root = schema_of(kind)
    assert is_valid(yaml.safe_load(header), root, root) is valid
    assert (front_matter.read(header, KINDS[kind], "x.md")[0] is not None) is valid


def test_what_may_be_given_about_a_seed_is_what_ingest_reads() -> None:
    assert SeedFront.__struct_fields__ == KEYS


def test_there_are_schemas_of_known_kinds_alone(tmp_path: Path) -> None:
    assert run("schema", "planet", at=tmp_path).status == 2
    assert list(tmp_path.iterdir()) == []
