"""Three-way merge of a content file: what the builder wrote before, what the editor made of it, what it writes now.

The body is merged line by line, and so paragraph by paragraph; front matter key by key, lists element by element. Where
both sides changed the same thing the editor's side stays and the place is reported.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from merge3 import Merge3

_BRACKETS = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*\[([\w ,.-]*)\][ \t]*")
"""A key with a list of plain words on one line."""
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:")


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of a merge."""

    text: str
    conflicts: tuple[tuple[int, str], ...]
    """For each conflict the line of ``text`` it lies on, from 1, and what the builder would have written there."""


def merge(base: str, ours: str, theirs: str) -> Merged:
    """Merge an editor's file (``ours``) with a newly generated one (``theirs``); both come from ``base``.

    The ``generated`` key follows the newly generated file: it names the text the next merge starts from.
    """
    base_head, base_body = _halves(base)
    our_head, our_body = _halves(ours)
    their_head, their_body = _halves(theirs)
    head, head_conflicts = _merge_keys(_groups(base_head), _groups(our_head), _groups(their_head))
    body, body_conflicts = _merge_lines(base_body, our_body, their_body)
    shift = len(head)
    conflicts = (*head_conflicts, *((line + shift, text) for line, text in body_conflicts))
    return Merged("\n".join([*head, *body]), conflicts)


def _halves(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of the front matter, both fences included, and those of the body."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    return lines[: end + 1], lines[end + 1 :]


def _groups(header: Sequence[str]) -> dict[str, list[str]]:
    """Return each top-level key's lines; comments belong to the key behind them, the fences have names of their own."""
    groups: dict[str, list[str]] = {}
    waiting: list[str] = []
    key = ""
    for number, line in enumerate(header):
        match = _KEY.match(line)
        if number in (0, len(header) - 1):
            key = "<open>" if number == 0 else "<close>"
        elif match:
            key = match[1]
        elif line.lstrip().startswith("#") or not line.strip():
            waiting.append(line)
            continue
        groups.setdefault(key, []).extend([*waiting, line])
        waiting = []
    return groups


def _merge_keys(
    base: dict[str, list[str]], ours: dict[str, list[str]], theirs: dict[str, list[str]]
) -> tuple[list[str], list[tuple[int, str]]]:
    order = [key for key in ours if key != "<close>"]
    order += [key for key in theirs if key not in ours and key not in base]
    lines: list[str] = []
    conflicts: list[tuple[int, str]] = []
    for key in [*order, "<close>"]:
        old, mine, new = base.get(key), ours.get(key), theirs.get(key)
        if mine in (old, new) or key == "generated":
            lines.extend(new or [])
            continue
        merged = _merge_lists(old, mine, new)
        if merged is not None:
            lines.extend([*(mine or [])[:-1], merged])
            continue
        if new != old:
            conflicts.append((len(lines) + 1, "\n".join(new or [f"(no key “{key}”)"])))
        lines.extend(mine or [])
    return lines, conflicts


def _merge_lists(old: list[str] | None, mine: list[str] | None, new: list[str] | None) -> str | None:
    """Merge a key whose value is a list in brackets, element by element; ``None`` where a side is something else."""
    found = [match for group in (old, mine, new) if group and (match := _BRACKETS.fullmatch(group[-1]))]
    if len(found) != 3:
        return None
    base, ours, theirs = ([part.strip() for part in match[2].split(",") if part.strip()] for match in found)
    kept = [element for element in ours if element in theirs or element not in base]
    added = [element for element in theirs if element not in base and element not in kept]
    return f"{found[1][1]}: [{', '.join([*kept, *added])}]"


def _merge_lines(base: list[str], ours: list[str], theirs: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    lines: list[str] = []
    conflicts: list[tuple[int, str]] = []
    for group in Merge3(base, ours, theirs).merge_groups():
        if group[0] == "conflict":
            conflicts.append((len(lines) + 1, "\n".join(group[3])))
            lines.extend(group[2])
        else:
            lines.extend(group[1])
    return lines, conflicts
