"""What the line model looks at: the shape of a line, of its neighbours and of the page, never its words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_SIZES: Final = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, *(7,) * 7, *(8,) * 12)
"""Words → a class of length; lines of 32 words and more are of class 9."""
_STARTS: Final = re.compile(r"(?P<bullet>[-*•·▪►●–—] ?)|(?P<quote>[\"“‘'«„»])|(?P<digit>\d)|(?P<lower>[a-zà-öø-ÿа-я])|(?P<sign>[^\w\s])")
_SIGNS: Final = re.compile(r"[|©@»›]|https?:|www\.|\.com\b")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WINDOW: Final = 4
"""Lines on either side that count as the surroundings of a line."""
_LONG: Final = 12


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Sums over the lines before each line, to look at windows of any width at once."""

    prose: tuple[int, ...]
    """Words of prose before each line; one longer than the lines."""
    words: tuple[int, ...]
    """Words before each line; one longer than the lines."""


def features(page: Page, claimed: Mapping[int, Kind], open_lines: Sequence[int]) -> list[list[str]]:
    """Return the features of each line that no rule claimed.

    :param open_lines: the indices of these lines, in order
    """
    prose = tuple(accumulate((page.sizes[at] if page.is_prose(at) else 0 for at in open_lines), initial=0))
    words = tuple(accumulate((page.sizes[at] for at in open_lines), initial=0))
    sums = Surroundings(prose, words)
    shapes = [_shape(page, at) for at in open_lines]
    counts = Counter(page.folded[at] for at in open_lines)
    head = _heads(page, open_lines)
    cleanness = _level(prose[-1] / max(1, words[-1] + len(claimed)))
    found = []
    for position, at in enumerate(open_lines):
        own = _own(page, at, shapes[position])
        own += _around(page, claimed, open_lines, position, shapes)
        own += _place(sums, position, cleanness, shapes[position])
        if counts[page.folded[at]] > 1 and page.sizes[at] > 2:
            own.append("twice")
        if head >= 0:
            own.append(f"title{_distance(position - head)}")
        found.append(own)
    return found


def _shape(page: Page, at: int) -> str:
    """Return length and end of a line in two characters."""
    size = page.sizes[at]
    return f"{_SIZES[size] if size < len(_SIZES) else 9}{page.ends[at] or '-'}"


def _own(page: Page, at: int, shape: str) -> list[str]:
    line = page.lines[at]
    text = line.text
    own = ["always", f"is{shape}"]
    if page.kinds[at]:
        own.append(f"known{page.kinds[at]}")
    if match := _STARTS.match(text):
        own.append(f"starts{match.lastgroup}")
        own.append(f"starts{match.lastgroup}{shape[0]}")
    if _SIGNS.search(text, 0, 400):
        own.append(f"signs{shape[0]}")
    if not page.folded[at]:
        own.append("nowords")
    elif page.sizes[at] > 2:
        own.append(f"capitals{_capitals(text[:200])}{shape}")
    if ", " in text:
        own.append(f"comma{shape[0]}")
    own.append(f"gap{line.gap}{shape[0]}")
    return own


def _capitals(text: str) -> int:
    """Return the share of words with a capital, 0 to 4."""
    words = _WORD.findall(text)
    return round(4 * sum(1 for word in words if not word[0].islower()) / max(1, len(words)))


def _around(page: Page, claimed: Mapping[int, Kind], open_lines: Sequence[int], position: int, shapes: Sequence[str]) -> list[str]:
    at = open_lines[position]
    above = shapes[position - 1] if position else "^^"
    below = shapes[position + 1] if position + 1 < len(shapes) else "$$"
    own = shapes[position]
    before, after = claimed.get(at - 1), claimed.get(at + 1)
    found = [f"above{above}", f"below{below}", f"row{above[0]}{own}{below[0]}"]
    if before:
        found.append(f"claimedabove {before}")
    if after:
        found.append(f"claimedbelow {after}")
    gap_below = page.lines[at + 1].gap if at + 1 < len(page.lines) else True
    found.append(f"gaps{page.lines[at].gap}{gap_below}{own[0]}")
    return found


def _place(sums: Surroundings, position: int, cleanness: int, shape: str) -> list[str]:
    prose, words = sums.prose, sums.words
    last = len(prose) - 1
    low, high = max(0, position - _WINDOW), min(last, position + 1 + _WINDOW)
    before = prose[position] - prose[low]
    after = prose[high] - prose[position + 1]
    size = shape[0]
    total = max(1, prose[-1])
    return [
        f"clean{cleanness}{size}",
        f"proseabove{_amount(before)}{size}",
        f"prosebelow{_amount(after)}{size}",
        f"prosearound{_amount(before)}{_amount(after)}",
        f"share{_level(prose[position] / total)}{_level((prose[-1] - prose[position + 1]) / total)}",
        f"wordsabove{_level(words[position] / max(1, words[-1]))}",
    ]


def _heads(page: Page, open_lines: Sequence[int]) -> int:
    """Return the position of the last line that repeats the first line of the page, whole or its beginning; -1 without one."""
    if not open_lines:
        return -1
    first = page.folded[open_lines[0]]
    last = -1
    for position, at in enumerate(open_lines[1:], 1):
        folded = page.folded[at]
        if page.sizes[at] >= 3 and len(folded) >= 12 and (first.startswith(folded) or (folded.startswith(first) and len(first) >= 12)):
            last = position
    return last


def _distance(lines: int) -> str:
    if lines <= 0:
        return "here" if lines == 0 else ("just before" if lines > -6 else "before")
    return "1" if lines == 1 else "5" if lines < 6 else "20" if lines < 21 else "far"


def _amount(words: int) -> int:
    return 0 if words == 0 else 1 if words < 25 else 2 if words < 80 else 3


def _level(share: float) -> int:
    """Return a share as 0 (none), 1 to 4, or 5 (all)."""
    return 0 if share <= 0 else 5 if share >= 1 else 1 + min(3, int(share * 4))
