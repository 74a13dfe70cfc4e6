"""What copied pages carry around an article, as phrases by kind: ``data/phrases.txt``, read once."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
LATIN: Final = tuple(bytes((byte,)).decode("latin-1") for byte in range(256))
"""The characters of Latin-1, in order."""
_FOLDED: Final = bytes(
    ord(" " if _NOT_LETTERS.match(character) else character.casefold()[0]) % 256 for character in LATIN
)
"""Each byte of Latin-1 → what it is folded to, but for ``ß`` and ``µ``."""
_SIGNS: Final = "’‘“”–—…"
"""Typographic signs, the commonest characters outside of Latin-1."""
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


def latin(text: str) -> bytes:
    """Return a text in Latin-1, with spaces for typographic signs; empty where it has other characters.

    To look through the bytes of a text is several times quicker than to look through its characters.
    """
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return b""


def fold(text: str) -> str:
    """Return a line as phrases are compared: lower case, letters and single spaces only."""
    return fold_latin(text, latin(text))


def fold_latin(text: str, known: bytes) -> str:
    """Return a folded line.

    :param known: the line as :func:`latin` gives it
    """
    if not known or b"\xdf" in known or b"\xb5" in known:
        return _NOT_LETTERS.sub(" ", text.casefold()).strip()
    return b" ".join(known.translate(_FOLDED).split()).decode("latin-1")


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
