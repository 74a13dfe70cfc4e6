"""YAML that stands before a seed or beside it: what is given about an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from builder.ingest.lines import clean
from builder.problems import Problem, error, warning

KEYS: Final = ("url", "title", "publisher", "agency", "author", "published", "retrieved", "archive")
"""What may be given about an article."""

_FENCE: Final = re.compile(r"---[ \t]*")
_CLOSING: Final = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY: Final = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)")
_DEEPEST: Final = 3
"""Levels of nesting: a list under a key takes two."""
_MOST: Final = 20_000
"""Characters of front matter."""
_LONGEST: Final = 200
"""Lines after which no closing fence is looked for."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that stands in front matter or in a file beside the seed."""

    key: str
    values: tuple[str, ...]
    """One text; several only for ``author``."""
    path: str
    """The file the value stands in, for problems."""
    line: int
    """Counted from 1 in that file."""


@dataclass(frozen=True, slots=True)
class Header:
    """Front matter that was taken off a seed."""

    given: tuple[Given, ...]
    lines: int
    """How many lines of the seed it takes, fences included; 0 where there is none."""
    problems: tuple[Problem, ...]


def take_header(raw: Sequence[str], path: str) -> Header:
    """Return the front matter at the start of a seed's lines, if there is any."""
    if not raw or not _FENCE.fullmatch(raw[0]) or len(raw) < 2:
        return Header((), 0, ())
    closing = next((at for at, line in enumerate(raw[1:_LONGEST], 1) if _CLOSING.fullmatch(line)), 0)
    if not closing:
        if not _KEY.match(raw[1]):
            return Header((), 0, ())
        hint = "Put a line of three hyphens behind the last key."
        return Header((), 0, (error(path, "front-matter-open", "front matter is not closed", line=1, hint=hint),))
    if not any(_KEY.match(line) for line in raw[1:closing]) and any(line.strip() for line in raw[1:closing]):
        return Header((), 0, ())
    given, problems = read_given("\n".join(raw[1:closing]), path, offset=1)
    return Header(given, closing + 1, problems)


def read_given(text: str, path: str, offset: int = 0) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """Read the keys of :data:`KEYS` from YAML.

    :param path: the file the text stands in, for problems
    :param offset: how many lines of the file stand before the text
    :return: what is given, and a problem for each part that could not be used
    """
    try:
        if len(text) > _MOST or is_too_deep(text):
            return (), (
                error(
                    path, "front-matter-broken", "front matter is nested or very long", line=offset + 1, hint=_keys()
                ),
            )
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        return (), (_broken(fault, path, offset),)
    if root is None:
        return (), ()
    if not isinstance(root, yaml.MappingNode):
        return (), (error(path, "front-matter-broken", "front matter holds no keys", line=offset + 1, hint=_keys()),)
    given: list[Given] = []
    problems: list[Problem] = []
    for item in _items(root, path, offset):
        (given if isinstance(item, Given) else problems).append(item)  # type: ignore[arg-type]
    return tuple(given), tuple(problems)


def is_too_deep(text: str, deepest: int = _DEEPEST) -> bool:
    """Tell whether YAML is nested more deeply than front matter is, without the recursion of building it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > deepest:
            return True
    return False


def _items(root: yaml.MappingNode, path: str, offset: int) -> Iterator[Given | Problem]:
    seen: set[str] = set()
    for key, value in root.value:
        line = key.start_mark.line + 1 + offset
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name not in KEYS:
            yield warning(path, "key-unknown", f"unknown key “{clean(name)[:60]}”", line=line, hint=_keys())
        elif name in seen:
            yield warning(path, "key-repeated", f"“{name}” is given twice; the first counts", line=line)
        elif (values := _values(value, several=name == "author")) is None:
            kind = "a text or a list of texts" if name == "author" else "one text"
            yield error(path, "value-wrong", f"“{name}” is not {kind}", line=line, hint="Write it in quotation marks.")
        elif values:
            seen.add(name)
            yield Given(name, values, path, line)


def _values(node: yaml.Node, *, several: bool) -> tuple[str, ...] | None:
    """Return the texts of a node: none where it is empty, ``None`` where it is something else."""
    if isinstance(node, yaml.ScalarNode):
        text = clean(node.value)
        return (text,) if text and node.tag != "tag:yaml.org,2002:null" else ()
    if several and isinstance(node, yaml.SequenceNode):
        parts = [_values(part, several=False) for part in node.value]
        return None if None in parts else tuple(text for part in parts if part for text in part)
    return None


def _broken(fault: Exception, path: str, offset: int) -> Problem:
    mark = getattr(fault, "problem_mark", None)
    line, column = (mark.line + 1 + offset, mark.column + 1) if mark else (offset + 1, 0)
    cause = getattr(fault, "problem", None) or "it is not valid YAML"
    hint = "Put values that hold a colon or a quotation mark in quotation marks."
    return error(
        path, "front-matter-broken", f"front matter cannot be read: {cause}", line=line, column=column, hint=hint
    )


def _keys() -> str:
    return f"Known keys: {', '.join(KEYS)}."
