"""What the line model looks at: the shape of a line, of its neighbours and of the page, never its words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_SIZES: Final = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, *(7,) * 7, *(8,) * 12)
"""Words → a class of length; lines of 32 words and more are of class 9."""
_STARTS: Final = re.compile(
    r"(?P<bullet>[-*•·▪►●–—] ?)|(?P<quote>[\"“‘'«„»])|(?P<digit>\d)|(?P<lower>[a-zà-öø-ÿа-я])|(?P<sign>[^\w\s])"
)
_SIGNS: Final = re.compile(r"[|©@»›]|https?:|www\.|\.com\b")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WINDOW: Final = 4
"""Lines on either side that count as the surroundings of a line."""
_SHORTEST_TITLE: Final = 3
"""Words."""
_LONGEST_TITLE: Final = 30
_LETTERS_OF_TITLE: Final = 12
_SHARED: Final = 5
"""Words a heading has to share with the page's title where it differs from it."""
_BELOW_TITLE: Final = 25
"""Lines below a repeated title whose prose tells which repetition heads the article."""


_GROUPS: Final = {
    Kind.COMMENT: "comment",
    Kind.RELATED: "related",
    Kind.SHARE: "share",
    Kind.FOOTER: "footer",
    Kind.DATE: "date",
    Kind.BYLINE: "byline",
    Kind.SIGN_UP: "signup",
}
"""Kinds of claimed line that tell where on the page the lines below them stand."""


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
    head = _anchor(page, open_lines, prose)
    traces = list(_traces(page, claimed))
    cleanness = _level(prose[-1] / max(1, words[-1] + len(claimed)))
    found = []
    for position, at in enumerate(open_lines):
        own = _own(page, at, shapes[position])
        own += _around(page, claimed, open_lines, position, shapes)
        own += traces[position]
        own += _place(sums, position, cleanness, shapes[position])
        if counts[page.folded[at]] > 1 and page.sizes[at] > 2:
            own.append("twice")
        if head >= 0:
            distance = _distance(position - head)
            own += (f"title{distance}", f"title{distance}{shapes[position]}", f"title{distance}{cleanness}")
        found.append(own)
    if found:
        found[0] += _first(page, open_lines, shapes)
    return found


def _first(page: Page, open_lines: Sequence[int], shapes: Sequence[str]) -> list[str]:
    """Return what tells a headline on the first line from a first paragraph."""
    at = open_lines[0]
    below = shapes[1] if len(shapes) > 1 else "$$"
    text = page.lines[at].text
    inner = sum(text.count(sign) for sign in (". ", "? ", "! "))
    return [
        f"first{shapes[0]}{below[0]}",
        f"firstcapitals{_capitals(text[:200])}{shapes[0]}",
        f"firstsentences{min(2, inner)}",
        f"firstsize{min(9, page.sizes[at] // 4)}",
    ]


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


def _around(
    page: Page, claimed: Mapping[int, Kind], open_lines: Sequence[int], position: int, shapes: Sequence[str]
) -> list[str]:
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


def _traces(page: Page, claimed: Mapping[int, Kind]) -> Iterator[list[str]]:
    """Yield for each open line how far the claimed lines of each group are above it, and how many there were."""
    last = dict.fromkeys(_GROUPS.values(), -1)
    seen = dict.fromkeys(_GROUPS.values(), 0)
    long_since = -1
    for at in range(len(page.lines)):
        kind = claimed.get(at)
        if kind is None:
            yield [
                f"{group}{_ago(at - last[group])}{'p' if long_since > last[group] else ''}{min(2, seen[group])}"
                for group in last
                if seen[group]
            ]
            if page.is_prose(at):
                long_since = at
        elif group := _GROUPS.get(kind):
            last[group] = at
            seen[group] += 1


def _ago(lines: int) -> str:
    return "1" if lines == 1 else "3" if lines < 4 else "8" if lines < 9 else "far"


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


def _anchor(page: Page, open_lines: Sequence[int], prose: Sequence[int]) -> int:
    """Return the position of the line that repeats the page's first line above most prose; -1 without one."""
    if not open_lines:
        return -1
    first = page.folded[open_lines[0]]
    words = frozenset(first.split())
    last = len(prose) - 1
    best, most = -1, (0, 0)
    for position, at in enumerate(open_lines[1:], 1):
        if not _SHORTEST_TITLE <= page.sizes[at] <= _LONGEST_TITLE or page.ends[at] == ".":
            continue
        likeness = _likeness(first, words, page.folded[at])
        below = prose[min(last, position + _BELOW_TITLE)] - prose[position + 1] if likeness else 0
        if below and (likeness, below) > most:
            best, most = position, (likeness, below)
    return best


def _likeness(first: str, words: frozenset[str], folded: str) -> int:
    """Return 2 where a line says what the first line of the page says or half of it, 1 where it has most of that."""
    if len(folded) < _LETTERS_OF_TITLE or len(first) < _LETTERS_OF_TITLE:
        return 0
    if folded.startswith(first) or (first.startswith(folded) and len(folded) * 2 >= len(first)):
        return 2
    own = frozenset(folded.split())
    return int(len(own & words) * 4 >= 3 * min(len(own), len(words)) and len(own & words) >= _SHARED)


def _distance(lines: int) -> str:
    if lines <= 0:
        return "here" if lines == 0 else ("just before" if lines > -6 else "before")
    return "1" if lines == 1 else "5" if lines < 6 else "20" if lines < 21 else "far"


def _amount(words: int) -> int:
    return 0 if words == 0 else 1 if words < 25 else 2 if words < 80 else 3


def _level(share: float) -> int:
    """Return a share as 0 (none), 1 to 4, or 5 (all)."""
    return 0 if share <= 0 else 5 if share >= 1 else 1 + min(3, int(share * 4))
