"""Front matter: split from a file, read into typed values with places, written in one style.

Values are read as text; only ``null`` and booleans are resolved, so that a date stays as precise as it was written
and a year stays a year.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from builder.content.typed import Places, T, typed
from builder.ingest.yaml_text import Shallow, TooDeepError, cause_of
from builder.problems import Problem, error

_FENCE = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
_TOP_KEY = re.compile(r"([A-Za-z_]\w*)[ \t]*:")
_CUT = re.compile(r"(?:- +|[A-Za-z_]\w*: +)[^\s'\"\[{#|>][^#]*?(?<=\s)(#(?=[^\s#]).*)")
"""A value without quotation marks, and what stands behind it like one more word of it."""
LARGEST_HEADER = 200_000
"""Characters. More than any article's list of left-out lines; what is larger is not front matter."""


def _text_resolvers(resolvers: Mapping[str, list[tuple[str, Any]]]) -> dict[str, list[tuple[str, Any]]]:
    kept = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:bool")
    return {first: [pair for pair in pairs if pair[0] in kept] for first, pairs in resolvers.items()}


class _Loader(Shallow, yaml.CSafeLoader):
    deepest = 9
    yaml_implicit_resolvers = _text_resolvers(yaml.CSafeLoader.yaml_implicit_resolvers)


class _Dumper(yaml.CSafeDumper):
    yaml_implicit_resolvers = _text_resolvers(yaml.CSafeDumper.yaml_implicit_resolvers)

    def ignore_aliases(self, _data: Any) -> bool:
        """Write equal values out in full; aliases are hard to edit."""
        return True

    def serialize(self, node: yaml.Node) -> None:
        """Write a file's own keys one a line, however short they are."""
        if isinstance(node, yaml.CollectionNode):
            node.flow_style = False
        super().serialize(node)


@dataclass(frozen=True, slots=True)
class Parts:
    """A content file, split."""

    header: str | None
    """The YAML between the fences; ``None`` where the file has no front matter."""
    body: str
    body_line: int
    """The line of the file the body starts on, from 1."""


def split(text: str, path: str) -> tuple[Parts, tuple[Problem, ...]]:
    """Split a content file into front matter and body.

    Front matter starts with ``---`` on the very first line and ends with ``---`` or ``...`` on a line of its own;
    later ones belong to the body. A missing closing fence is an error.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return Parts(None, text, 1), ()
    end = next((number for number, line in enumerate(lines[1:], 1) if _CLOSING.fullmatch(line)), None)
    if end is None:
        hint = "put a line with --- behind the last key"
        return Parts(None, "", 1), (error(path, "front-matter-open", "front matter has no end", line=1, hint=hint),)
    return Parts("\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2), ()


def has_front_matter(text: str) -> bool:
    """Return whether a content file has front matter with a beginning and an end."""
    return split(text, "")[0].header is not None


def read(header: str, kind: type[T], path: str) -> tuple[T | None, tuple[Problem, ...]]:
    """Read front matter into its type; ``None`` with problems at line and column where that can't be done."""
    value, problems = read_what_fits(header, kind, path)
    return (None if problems else value), problems


def read_what_fits(header: str, kind: type[T], path: str) -> tuple[T | None, tuple[Problem, ...]]:
    """Read the keys of front matter that can be read; ``None`` where it isn't YAML or lacks a key that is needed."""
    if len(header) > LARGEST_HEADER:
        return None, (error(path, "front-matter-large", "front matter is too large to be meant", line=1),)
    try:
        node = yaml.compose(header, Loader=_Loader)
        places: Places = {}
        problems: list[Problem] = []
        data = {} if node is None else _plain(node, (), places, problems, path, set())
        problems += _cut(header, path)
    except TooDeepError:
        return None, (error(path, "front-matter-broken", "front matter is nested too deeply to be meant", line=1),)
    except (yaml.YAMLError, ValueError) as fault:
        return None, (_broken(fault, path),)
    if problems:
        return None, tuple(problems)
    if not isinstance(data, dict):
        hint = "write one `key: value` on each line"
        return None, (error(path, "front-matter-shape", "front matter has no keys", line=2, hint=hint),)
    return typed(data, kind, places, path)


def _cut(header: str, path: str) -> Iterator[Problem]:
    """Yield an error for each value that YAML ends at a number sign which was probably meant as a part of it."""
    for number, line in enumerate(header.split("\n"), 2):
        if cut := _CUT.match(line.strip()):
            column = line.rindex(cut[1]) + 1
            message, hint = (
                f"“{cut[1]}” is taken for a comment",
                "put the value in quotation marks; a comment has a space behind its #",
            )
            yield error(path, "value-cut", message, line=number, column=column, hint=hint)


def place_of(header: str, key: str, element: str = "") -> tuple[int, int]:
    """Return the line and column of the file, from 1, that a top-level key stands at, or an element of its list.

    The file's first line where there is no such key, the key's place where the element is written in another way.
    """
    lines = header.split("\n")
    start = next((number for number, line in enumerate(lines) if _key_of(line) == key), None)
    if start is None:
        return 1, 0
    for number in range(start, len(lines)):
        if number > start and _key_of(lines[number]):
            break
        behind = len(key) + 1 if number == start else 0
        found = re.search(rf"(?<![\w-]){re.escape(element)}(?![\w-])", lines[number][behind:]) if element else None
        if found:
            return number + 2, behind + found.start() + 1
    return start + 2, 1


def _key_of(line: str) -> str:
    match = _TOP_KEY.match(line)
    return match[1] if match else ""


def write(values: Mapping[str, Any]) -> str:
    """Return front matter with its fences: keys in the given order, one a line, short lists in brackets."""
    body = yaml.dump(
        dict(values), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000, default_flow_style=None
    )
    return f"---\n{body}---\n"


def write_inline(value: str | Sequence[str]) -> str:
    """Return a text, or a list of texts in brackets, as it stands behind its key on one line."""
    return write({"value": value if isinstance(value, str) else list(value)}).split("\n")[1].removeprefix("value: ")


def _plain(
    node: yaml.Node,
    at: tuple[str | int, ...],
    places: Places,
    problems: list[Problem],
    path: str,
    seen: set[int],
) -> Any:
    """Turn a YAML node into plain values, noting where each stands; aliases and repeated keys are problems."""
    places[at] = (node.start_mark.line + 2, node.start_mark.column + 1)
    if id(node) in seen:
        line, column = places[at]
        hint = "write the value out"
        problems.append(error(path, "front-matter-alias", "YAML aliases are not used here", line=line, hint=hint))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line, column = key_node.start_mark.line + 2, key_node.start_mark.column + 1
            if key in result:
                message = f"key “{key}” stands twice"
                problems.append(error(path, "key-repeated", message, line=line, column=column, hint="keep one"))
            result[key] = _plain(value_node, (*at, key), places, problems, path, seen)
            places[(*at, key)] = (line, column)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*at, number), places, problems, path, seen) for number, item in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    return node.value


def _broken(fault: Exception, path: str) -> Problem:
    cause = cause_of(fault)
    line, column = (cause.mark.line + 2, cause.mark.column + 1) if cause.mark else (1, 0)
    message = f"front matter is broken: {cause.words}"
    return error(path, "front-matter-broken", message, line=line, column=column, hint=cause.hint)
