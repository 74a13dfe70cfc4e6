"""Three-way merge of a list in front matter, element by element, in the shape the editor gave it."""

import re
from collections.abc import Sequence

import yaml

from builder.content.front_matter import write_inline
from builder.ingest.yaml_text import Shallow

_IN_BRACKETS = re.compile(r"(?P<key>[A-Za-z_][\w-]*[ \t]*:[ \t]*)\[.*\](?P<remark>[ \t]*(?:#.*)?)")
_ITEM = re.compile(r"(?P<indent>[ \t]*)-[ \t]+\S.*")


class _Loader(Shallow, yaml.CBaseLoader):
    deepest = 4


def merge_lists(old: Sequence[str], mine: Sequence[str], new: Sequence[str]) -> list[str] | None:
    """Merge the lines of a key whose value is a list of texts on all three sides; ``None`` where it is not.

    What the editor took out stays out, what either side put in is in; the editor's order, brackets and comments stay.
    """
    sides = [_elements(lines) for lines in (old, mine, new)]
    if any(side is None for side in sides):
        return None
    base, ours, theirs = (side or [] for side in sides)
    dropped = [element for element in ours if element in base and element not in theirs]
    added = [element for element in theirs if element not in base and element not in ours]
    kept = [element for element in ours if element not in dropped]
    if len(mine) == 1 and (match := _IN_BRACKETS.fullmatch(mine[0])):
        return [f"{match['key']}{write_inline([*kept, *added])}{match['remark']}"]
    items = [match for line in mine if (match := _ITEM.fullmatch(line))]
    if len(items) != len(ours):
        return None
    left = [line for line in mine if not (_ITEM.fullmatch(line) and _element(line) in dropped)]
    if not kept and not added:
        left[0] = left[0].replace(":", ": []", 1)
    return [*left, *(f"{items[-1]['indent']}- {write_inline(element)}" for element in added)]


def says_the_same(mine: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether the lines of a key have one text for a value, however each writes it."""
    ours, theirs = (_read("\n".join(lines)) for lines in (mine, new))
    return ours == theirs and isinstance(ours, dict) and all(isinstance(value, str) for value in ours.values())


def _elements(lines: Sequence[str]) -> list[str] | None:
    """Return the texts in a key's list; ``None`` where its value is anything else."""
    value = _read("\n".join(lines))
    elements = next(iter(value.values()), None) if isinstance(value, dict) else None
    if isinstance(elements, list) and all(isinstance(element, str) and "\n" not in element for element in elements):
        return elements
    return None


def _element(line: str) -> object:
    value = _read(line)
    return value[0] if isinstance(value, list) else value


def _read(text: str) -> object:
    """Return what a piece of YAML says, every scalar as text; ``None`` where it can't be read."""
    try:
        return yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError):
        return None
