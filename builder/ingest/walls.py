"""Pages saved with a notice in the article's place: one that asks to log in, to subscribe or to accept cookies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_MOST: Final = 12
"""Lines. What has more is an article, whatever it speaks of."""
_LONGEST: Final = 1_000
"""Characters of a line; a notice's are fewer."""
_SHORT: Final = 11
"""Words below which a line beside a notice is a part of it."""
_QUOTATION: Final = re.compile(r"[“”„«»\"]")
"""Marks of somebody's words, as reports have them and notices do not."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How notices speak in one language."""

    barred: re.Pattern[str]
    """What bars the way."""
    reader: re.Pattern[str]
    """Words by which a page speaks to its reader, as reports do not outside of quotation marks."""
    reported: re.Pattern[str]
    """Words of reports."""
    goes_on: re.Pattern[str] | None = None
    """Words that say an article goes on behind the notice; ``None`` where the language has no list of them."""


def is_wall(lines: Sequence[str]) -> bool:
    """Tell whether the lines taken for an article are a notice: they speak as notices do, or are short beside one."""
    if len(lines) > _MOST or any(len(line) > _LONGEST for line in lines):
        return False
    if not all(_is_short(line) or _is_notice(line, to_reader=True) for line in lines):
        return False
    if any(_is_notice(line, to_reader=True) for line in lines if not _is_label(line)):
        return True
    return not any(line.endswith(".") for line in lines) and any(_is_notice(line) for line in lines if _is_label(line))


def cuts_off(lines: Sequence[str]) -> bool:
    """Tell whether the lines right behind an article say that it goes on for those who log in or subscribe."""
    return any(
        wording.goes_on is not None and wording.goes_on.search(line) is not None and _is_notice(line)
        for line in (line[:_LONGEST] for line in lines)
        for wording in _wordings()
    )


def _is_short(line: str) -> bool:
    return line.count(" ") + 1 < _SHORT


def _is_label(line: str) -> bool:
    """Tell whether a line is a word or two rather than a sentence."""
    return _is_short(line) and not line.endswith(".")


def _is_notice(line: str, *, to_reader: bool = False) -> bool:
    """Tell whether a line speaks of what bars the way, and to the reader where that is asked."""
    return not _QUOTATION.search(line) and any(
        wording.barred.search(line)
        and (not to_reader or wording.reader.search(line))
        and not wording.reported.search(line)
        for wording in _wordings()
    )


@cache
def _wordings() -> tuple[Wording, ...]:
    """Return the wording of each language of ``data/walls.txt``."""
    found: dict[str, dict[str, list[str]]] = {}
    section: list[str] = []
    for line in files(__package__).joinpath("data/walls.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language, _, kind = line.strip("[]").partition(" ")
            section = found.setdefault(language, {}).setdefault(kind, [])
        elif line and not line.startswith("#"):
            section.append(re.escape(line).replace(r"\*", r"\w*"))
    return tuple(
        Wording(**{kind: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for kind, words in kinds.items()})
        for kinds in found.values()
    )
