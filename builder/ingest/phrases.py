"""What copied pages carry around an article, as phrases by kind: ``data/phrases.txt``, read once."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_FOLDED: Final = bytes(ord(sign.lower() if sign.isalpha() else " ") for sign in map(chr, range(128))).ljust(256)
"""Each byte of ASCII → what it is folded to."""
_SIGNS: Final = "’‘“”–—…"
"""Typographic signs, the commonest characters outside of ASCII."""
LONGEST_OPENED: Final = 30
"""Words. A longer line is not judged by how it begins."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded phrases and what kind of line they tell."""

    whole: dict[str, str]
    """A whole line → its kind."""
    opening: dict[str, str]
    """The first words of a line → its kind."""
    first: frozenset[str]
    """The first words of the openings."""
    longest: int
    """Words of the longest opening."""


def without_signs(text: str) -> str:
    """Return a text with spaces for typographic signs, so that most texts are ASCII, which is quick to look through."""
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text


def fold(text: str) -> str:
    """Return a line as phrases are compared: lower case, letters and single spaces only."""
    text = without_signs(text)
    if text.isascii():
        return " ".join(text.encode().translate(_FOLDED).decode().split())
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


@cache
def phrases() -> Phrases:
    """Return the phrases of ``data/phrases.txt``."""
    whole: dict[str, str] = {}
    opening: dict[str, str] = {}
    kind = ""
    text = files(__package__).joinpath("data/phrases.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            table = opening if line.endswith("*") else whole
            table.setdefault(fold(line), kind)
    first = frozenset(key.partition(" ")[0] for key in opening)
    return Phrases(whole, opening, first, max(key.count(" ") + 1 for key in opening))


def kind_of(folded: str, first: str) -> str:
    """Return the kind a folded line is known by, or the empty string.

    :param first: the line's first word
    """
    known = phrases()
    if kind := known.whole.get(folded):
        return kind
    if first not in known.first:
        return ""
    words = folded.split(" ", LONGEST_OPENED)
    if len(words) > LONGEST_OPENED:
        return ""
    for count in range(1, min(len(words), known.longest + 1)):
        if kind := known.opening.get(" ".join(words[:count])):
            return kind
    return ""
