"""JSON Schemas of front matter, for editors that complete and check what is typed."""

import ast
import inspect
from typing import Any

import msgspec
from msgspec import Struct

from builder.content import schema

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that every editor knows; what is used here means the same in later ones."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one of :data:`builder.content.schema.KINDS`.

    Descriptions are the docstrings under the fields of its type.
    """
    struct = schema.KINDS[kind]
    _, parts = msgspec.json.schema_components([struct], ref_template="#/definitions/{name}")
    described = {name: _described(part, getattr(schema, name)) for name, part in parts.items()}
    return {"$schema": DRAFT, **described.pop(struct.__name__), "title": kind, "definitions": described}


def _described(part: dict[str, Any], struct: type[Struct]) -> dict[str, Any]:
    docs = _docs(struct)
    properties = {key: {**_as_yaml(value), "description": docs[key]} for key, value in part["properties"].items()}
    return {**part, "description": _plain(struct.__doc__ or ""), "properties": properties}


def _docs(struct: type[Struct]) -> dict[str, str]:
    """Return the docstring under each field of a type."""
    (found,) = ast.parse(inspect.getsource(struct)).body
    assert isinstance(found, ast.ClassDef)
    docs: dict[str, str] = {}
    for field, below in zip(found.body, found.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            docs[ast.unparse(field.target)] = _plain(str(ast.literal_eval(below.value)))
    return docs


def _plain(text: str) -> str:
    return inspect.cleandoc(text).replace("``", "`")


def _as_yaml(value: Any) -> Any:
    """Let numbers stand where text is meant, as front matter does: a title may be 2024."""
    if isinstance(value, list):
        return [_as_yaml(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _as_yaml(item) if key in ("anyOf", "items") else item for key, item in value.items()}
    return {**inner, "type": ["string", "number"]} if value.get("type") == "string" else inner
