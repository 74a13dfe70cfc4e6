"""TOML that stands before a seed: what is given about an article."""

import re
import tomllib
from datetime import date, datetime
from typing import Any, Final

from builder.ingest.given_values import Given, values_given
from builder.ingest.lines import clean
from builder.problems import Problem, error

_KEY: Final = re.compile(r"^[ \t]*[\"']?(?P<key>[\w-]+)[\"']?[ \t]*=", re.MULTILINE)
_PLACE: Final = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_MOST: Final = 20_000
"""Characters of front matter."""


def read_toml(text: str, path: str, offset: int) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """Read the known keys of TOML; days and times become text as ISO 8601 writes them.

    :param path: the file the text stands in, for problems
    :param offset: how many lines of the file stand before the text
    """
    try:
        root = tomllib.loads(text[:_MOST])
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as fault:
        return (), (_broken(str(fault), path, offset),)
    lines: dict[str, int] = {}
    for match in _KEY.finditer(text):
        lines.setdefault(match["key"], text.count("\n", 0, match.start("key")) + 1 + offset)
    return values_given(((key, lines.get(key, offset), value) for key, value in root.items()), _texts, path)


def _texts(value: Any, several: bool) -> tuple[str, ...] | None:
    if several and isinstance(value, list):
        parts = [_texts(part, False) for part in value]
        return None if None in parts else tuple(text for part in parts if part for text in part)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return (value.isoformat(),)
    if isinstance(value, str | int | float):
        return (text,) if (text := clean(str(value))) else ()
    return None


def _broken(fault: str, path: str, offset: int) -> Problem:
    place = _PLACE.search(fault)
    line, column = (int(place["line"]), int(place["column"])) if place and place["line"] else (0, 0)
    message = f"front matter cannot be read: {_PLACE.sub('', fault).lower()}"
    hint = "Put texts in quotation marks, as TOML asks between lines of +++; YAML stands between lines of ---."
    return error(path, "front-matter-broken", message, line=line + offset, column=column, hint=hint)
