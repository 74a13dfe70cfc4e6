"""Front matter: YAML or TOML that stands before a seed, or YAML beside it, with what is given about the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from builder.ingest.given_values import Given, hint_of_keys, values_given
from builder.ingest.lines import clean
from builder.ingest.toml_front_matter import read_toml
from builder.ingest.yaml_text import Shallow, TooDeepError, cause_of
from builder.problems import Problem, error

_YAML: Final = "---"
_TOML: Final = "+++"
_FENCES: Final = {_YAML: (_YAML, "..."), _TOML: (_TOML,)}
"""What opens front matter, and what may close it."""
_KEYS: Final = {
    _YAML: re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)"),
    _TOML: re.compile(r"[ \t]*[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*="),
}
_MOST: Final = 20_000
"""Characters of front matter."""
_LONGEST: Final = 200
"""Lines after which no closing fence is looked for."""


class _Loader(Shallow, yaml.CSafeLoader):
    deepest = 4


@dataclass(frozen=True, slots=True)
class Header:
    """Front matter that was taken off a seed."""

    given: tuple[Given, ...]
    lines: int
    """How many lines of the seed it takes, fences included; 0 where there is none."""
    problems: tuple[Problem, ...]


def take_header(raw: Sequence[str], path: str) -> Header:
    """Return the front matter at the start of a seed's lines, if there is any."""
    fence = raw[0].rstrip(" \t") if len(raw) > 1 else ""
    if fence not in _FENCES:
        return Header((), 0, ())
    key = _KEYS[fence]
    closing = next((at for at, line in enumerate(raw[1:_LONGEST], 1) if line.rstrip(" \t") in _FENCES[fence]), 0)
    if not closing:
        if not key.match(raw[1]):
            return Header((), 0, ())
        hint = f"Put a line of {fence} behind the last key."
        return Header((), 0, (error(path, "front-matter-open", "front matter is not closed", line=1, hint=hint),))
    if not any(key.match(line) for line in raw[1:closing]) and any(line.strip() for line in raw[1:closing]):
        return Header((), 0, ())
    read = read_toml if fence == _TOML else read_given
    given, problems = read("\n".join(raw[1:closing]), path, 1)
    return Header(given, closing + 1, problems)


def read_given(text: str, path: str, offset: int = 0) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """Read the keys of :data:`KEYS` from YAML.

    :param path: the file the text stands in, for problems
    :param offset: how many lines of the file stand before the text
    :return: what is given, and a problem for each part that could not be used
    """
    if len(text) > _MOST:
        return (), (_unmeant("front matter is very long", path, offset),)
    try:
        root = yaml.compose(text, Loader=_Loader)
    except TooDeepError:
        return (), (_unmeant("front matter is nested", path, offset),)
    except (yaml.YAMLError, ValueError) as fault:
        return (), (_broken(fault, path, offset),)
    if root is None:
        return (), ()
    if not isinstance(root, yaml.MappingNode):
        return (), (_unmeant("front matter holds no keys", path, offset),)
    pairs = ((_name(key), key.start_mark.line + 1 + offset, value) for key, value in root.value)
    return values_given(pairs, _texts, path)


def _name(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "?"


def _texts(node: yaml.Node, several: bool) -> tuple[str, ...] | None:
    if isinstance(node, yaml.ScalarNode):
        text = clean(node.value)
        return (text,) if text and node.tag != "tag:yaml.org,2002:null" else ()
    if several and isinstance(node, yaml.SequenceNode):
        parts = [_texts(part, False) for part in node.value]
        return None if None in parts else tuple(text for part in parts if part for text in part)
    return None


def _unmeant(message: str, path: str, offset: int) -> Problem:
    return error(path, "front-matter-broken", message, line=offset + 1, hint=hint_of_keys())


def _broken(fault: Exception, path: str, offset: int) -> Problem:
    cause = cause_of(fault)
    line, column = (cause.mark.line + 1 + offset, cause.mark.column + 1) if cause.mark else (offset + 1, 0)
    message = f"front matter cannot be read: {cause.words}"
    return error(path, "front-matter-broken", message, line=line, column=column, hint=cause.hint)
