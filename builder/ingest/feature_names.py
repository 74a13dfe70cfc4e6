"""Names of the features of a line, as the weights of the line model know them, from what was seen of it."""

import re
from functools import lru_cache
from typing import Final

from builder.ingest.kinds import Kind

Part = tuple[str, ...]
"""Names of features that belong together; the same few hundred come again on every page."""

_SIZES: Final = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, *(7,) * 7, *(8,) * 12)
"""Words → a class of length; lines of 32 words and more are of class 9."""
_STARTS: Final = re.compile(
    r"(?P<bullet>[-*•·▪►●–—])|(?P<quote>[\"“‘'«„»])|(?P<digit>\d)|(?P<lower>[a-zà-öø-ÿа-я])|(?P<sign>[^\w\s])"
)
UNCOUNTED: Final = 9
"""Stands for the capitals of lines too short to tell."""
FAR: Final = 9
"""Lines from which on the way to a claimed line is far."""
_REMEMBERED: Final = 16_384
"""Features of a kind that are kept, so that no name is put together twice."""


@lru_cache(maxsize=_REMEMBERED)
def shape_of(size: int, end: str) -> str:
    """Return length and end of a line in two characters."""
    return f"{_SIZES[size] if size < len(_SIZES) else 9}{end or '-'}"


@lru_cache(maxsize=_REMEMBERED)
def start_of(character: str) -> str:
    """Return what kind of character opens a line; empty for capitals."""
    match = _STARTS.match(character)
    return match.lastgroup or "" if match else ""


@lru_cache(maxsize=_REMEMBERED)
def own_names(shape: str, kind: str, start: str, signs: bool, capitals: int, comma: bool, gap: bool) -> Part:
    """Return the names of a line's own features.

    :param capitals: share of words with a capital, 0 to 4; ``UNCOUNTED`` for short lines, -1 for lines without words
    """
    size = shape[0]
    own = ["always", f"is{shape}", f"gap{gap}{size}"]
    if kind:
        own.append(f"known{kind}")
    if start:
        own += (f"starts{start}", f"starts{start}{size}")
    if signs:
        own.append(f"signs{size}")
    if capitals < 0:
        own.append("nowords")
    elif capitals != UNCOUNTED:
        own.append(f"capitals{capitals}{shape}")
    if comma:
        own.append(f"comma{size}")
    return tuple(own)


@lru_cache(maxsize=_REMEMBERED)
def around_names(
    above: str, own: str, below: str, before: Kind | None, after: Kind | None, gap: bool, gap_below: bool
) -> Part:
    """Return the names of what stands around a line.

    :param above: the shape of the open line above; ``own`` and ``below`` alike
    :param before: the kind of the line just above where a rule claimed it; ``after`` alike
    :param gap: whether an empty line stands above it; ``gap_below`` alike
    """
    found = [f"above{above}", f"below{below}", f"row{above[0]}{own}{below[0]}", f"gaps{gap}{gap_below}{own[0]}"]
    if before:
        found.append(f"claimedabove {before}")
    if after:
        found.append(f"claimedbelow {after}")
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def trace_name(group: str, lines: int, behind_prose: bool, count: int) -> str:
    """Return the name of how far above a line the claimed lines of a group are.

    :param lines: to the nearest of them, at most ``FAR``
    :param count: how many there were, at most 2
    """
    ago = "1" if lines == 1 else "3" if lines < 4 else "8" if lines < FAR else "far"
    return f"{group}{ago}{'p' if behind_prose else ''}{count}"


@lru_cache(maxsize=_REMEMBERED)
def place_names(size: str, cleanness: int, above: int, below: int, before: int, behind: int, words: int) -> Part:
    """Return the names of the features of a place.

    :param above: prose near it, as an amount, and ``below``
    :param before: its share of all prose before it, as a level, and ``behind``
    """
    return (
        f"clean{cleanness}{size}",
        f"proseabove{above}{size}",
        f"prosebelow{below}{size}",
        f"prosearound{above}{below}",
        f"share{before}{behind}",
        f"wordsabove{words}",
    )


@lru_cache(maxsize=_REMEMBERED)
def title_names(distance: str, shape: str, cleanness: int) -> Part:
    """Return the names of where a line stands beside the title."""
    return f"title{distance}", f"title{distance}{shape}", f"title{distance}{cleanness}"
