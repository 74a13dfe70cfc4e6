"""Three-way merge of a content file: what the builder wrote before, what the editor made of it, what it writes now.

The body is merged paragraph by paragraph, front matter key by key, lists element by element. Where both sides changed
the same thing the editor's side stays and the place is reported.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.content.merge_body import merge_body
from builder.content.merge_lists import merge_lists, says_the_same

_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:")
_REMARK = re.compile(r"[ \t]+#.*")
"""A comment behind a value."""
_OPEN, _CLOSE = "<open>", "<close>"
"""Names of the fences; no key is called so."""
_SEAL = "generated"


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
    body, body_conflicts = merge_body(base_body, our_body, their_body)
    shift = len(head)
    conflicts = (*head_conflicts, *((line + shift, text) for line, text in body_conflicts))
    return Merged("\n".join([*head, *body]), conflicts)


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one key of front matter."""

    above: list[str]
    """Comments and blank lines between it and the key before it."""
    lines: list[str]


def _halves(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of the front matter, both fences included, and those of the body."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    return lines[: end + 1], lines[end + 1 :]


def _groups(header: Sequence[str]) -> dict[str, _Group]:
    """Return each top-level key's lines; the fences have names of their own."""
    groups: dict[str, _Group] = {}
    waiting: list[str] = []
    key = ""
    for number, line in enumerate(header):
        match = _KEY.match(line)
        if number in (0, len(header) - 1):
            key = _OPEN if number == 0 else _CLOSE
        elif match:
            key = match[1]
        elif line.lstrip().startswith("#") or not line.strip():
            waiting.append(line)
            continue
        if key in groups:
            groups[key].lines.extend([*waiting, line])
        else:
            groups[key] = _Group(waiting, [line])
        waiting = []
    return groups


def _merge_keys(
    base: dict[str, _Group], ours: dict[str, _Group], theirs: dict[str, _Group]
) -> tuple[list[str], list[tuple[int, str]]]:
    order = [key for key in ours if key != _CLOSE]
    order += [key for key in theirs if key not in ours and key not in base]
    lines: list[str] = []
    conflicts: list[tuple[int, str]] = []
    for key in [*order, *(key for key in base if key not in ours), _CLOSE]:
        old, mine, new = (side[key].lines if key in side else [] for side in (base, ours, theirs))
        if key in ours:
            lines.extend(ours[key].above)
        merged = _merge_values(old, mine, new, ours_falls=key == _SEAL and key in ours)
        if merged is None:
            conflicts.append((len(lines) + 1, "\n".join(new or [f"(no key “{key}”)"])))
        lines.extend(mine if merged is None else merged)
    return lines, conflicts


def _merge_values(old: list[str], mine: list[str], new: list[str], *, ours_falls: bool) -> list[str] | None:
    """Merge the lines of one key, none where a side lacks it; ``None`` where both sides changed it otherwise."""
    if mine in (old, new) or ours_falls:
        return new
    if new == old or says_the_same(mine, new):
        return mine
    if len(old) == len(mine) == len(new) == 1 and (remark := _REMARK.fullmatch(mine[0].removeprefix(old[0]))):
        return [new[0] + remark[0]]
    return merge_lists(old, mine, new)
