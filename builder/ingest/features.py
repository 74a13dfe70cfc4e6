"""What the line model looks at: the shape of a line, of its neighbours and of the page, never its words."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise, repeat
from typing import Final

from builder.ingest.document import BlockKind
from builder.ingest.feature_names import (
    FAR,
    UNCOUNTED,
    Part,
    around_names,
    own_names,
    place_names,
    shape_of,
    start_of,
    title_names,
    trace_name,
)
from builder.ingest.kinds import Kind
from builder.ingest.page import Page
from builder.ingest.phrases import LATIN

_SITE: Final = re.compile(r"\.com\b")
_BULLET: Final = "•"
_LOOKED_AT: Final = 400
"""Characters of a line among which signs are looked for."""
_COUNTED: Final = 200
"""Characters of a line whose words are counted."""
_INITIAL: Final = re.compile(r"([^\W\d_])[^\W\d_]*")
_CASES: Final = bytes(
    ord(" " if not _INITIAL.match(character) else "a" if character.islower() else "A") for character in LATIN
)
"""Each byte of Latin-1 → whether it is a letter, and of which case."""
_MUCH: Final = 80
"""Words of prose from which on more makes no difference."""
_AMOUNTS: Final = (0, *(1,) * 24, *(2,) * 55, 3)
"""Words of prose, at most ``_MUCH`` → none, little, some, much."""
_TWICE: Final = ("twice",)
_WINDOW: Final = 4
"""Lines on either side that count as the surroundings of a line."""
_SHORTEST_TITLE: Final = 3
"""Words."""
_LONGEST_TITLE: Final = 30
_LETTERS_OF_TITLE: Final = 12
_SHARED: Final = 5
"""Words a heading has to share with the page's title where it differs from it."""
_JUST: Final = 5
"""Lines above the title that are just before it."""
_NEAR_TITLE: Final = (*("just before",) * _JUST, "here", "1", *("5",) * 4, *("20",) * 15)
"""How far from the title each line near it is."""
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


def features(page: Page, claimed: Mapping[int, Kind], open_lines: Sequence[int]) -> list[tuple[Part, ...]]:
    """Return the features of each line that no rule claimed.

    They are made a kind at a time, for all lines in one go, which is quicker than line by line.

    :param open_lines: the indices of these lines, in order
    """
    if not open_lines:
        return []
    sizes = [page.sizes[at] for at in open_lines]
    folded = [page.folded[at] for at in open_lines]
    shapes = [*map(shape_of, sizes, (page.ends[at] for at in open_lines))]
    prose = [*accumulate((page.sizes[at] if page.prose[at] else 0 for at in open_lines), initial=0)]
    words = [*accumulate(sizes, initial=0)]
    cleanness = _level(prose[-1], max(1, words[-1] + len(claimed)))
    columns = [
        _own(page, open_lines, shapes),
        _around(page, claimed, open_lines, shapes),
        _traces(page, claimed),
        _places(prose, words, cleanness, shapes),
        _repeated(folded, sizes),
    ]
    head = _anchor(page, open_lines, prose)
    if head >= 0:
        distances = chain(repeat("before", head - _JUST), _NEAR_TITLE[max(0, _JUST - head) :], repeat("far"))
        columns.append(map(title_names, distances, shapes, repeat(cleanness)))
    first, *others = zip(*columns, strict=False)
    return [(*first, _first(page, open_lines, shapes)), *others]


def _first(page: Page, open_lines: Sequence[int], shapes: Sequence[str]) -> Part:
    """Return what tells a headline on the first line from a first paragraph."""
    at = open_lines[0]
    below = shapes[1] if len(shapes) > 1 else "$$"
    text = page.lines[at].text
    inner = sum(text.count(sign) for sign in (". ", "? ", "! "))
    return (
        f"first{shapes[0]}{below[0]}",
        f"firstcapitals{_capitals(text, page.latin[at])}{shapes[0]}",
        f"firstsentences{min(2, inner)}",
        f"firstsize{min(9, page.sizes[at] // 4)}",
    )


def _repeated(folded: Sequence[str], sizes: Sequence[int]) -> Iterator[Part]:
    """Yield what tells a line that stands on the page more than once."""
    counts = Counter(folded)
    return (_TWICE if counts[text] > 1 and size > 2 else () for text, size in zip(folded, sizes, strict=True))


def _own(page: Page, open_lines: Sequence[int], shapes: Sequence[str]) -> Iterator[Part]:
    """Return what each line itself looks like."""
    lines = [page.lines[at] for at in open_lines]
    texts = [line.text for line in lines]
    return map(
        own_names,
        shapes,
        (page.kinds[at] for at in open_lines),
        map(start_of, (_BULLET if line.block is BlockKind.LIST_ITEM else line.text[0] for line in lines)),
        (_has_signs(text[:_LOOKED_AT]) for text in texts),
        (
            -1 if not page.folded[at] else _capitals(text, page.latin[at]) if page.sizes[at] > 2 else UNCOUNTED
            for at, text in zip(open_lines, texts, strict=True)
        ),
        (", " in text for text in texts),
        (line.gap for line in lines),
    )


def _has_signs(text: str) -> bool:
    """Tell whether a line holds an address or a sign that divides the parts of a page."""
    if "|" in text or "©" in text or "@" in text or "»" in text or "›" in text:
        return True
    if "http:" in text or "https:" in text or "www." in text:
        return True
    return ".com" in text and _SITE.search(text) is not None


def _capitals(text: str, known: bytes) -> int:
    """Return the share of words with a capital, 0 to 4."""
    if known:
        initials = b" " + known[:_COUNTED].translate(_CASES)
        upper, lower = initials.count(b" A"), initials.count(b" a")
        return round(4 * upper / max(1, upper + lower))
    found = _INITIAL.findall(text[:_COUNTED])
    return round(4 * (len(found) - sum(map(str.islower, found))) / max(1, len(found)))


def _around(
    page: Page, claimed: Mapping[int, Kind], open_lines: Sequence[int], shapes: Sequence[str]
) -> Iterator[Part]:
    """Return what the neighbours of each line look like."""
    gaps = [*(line.gap for line in page.lines), True]
    return map(
        around_names,
        ("^^", *shapes),
        shapes,
        (*shapes[1:], "$$"),
        (claimed.get(at - 1) for at in open_lines),
        (claimed.get(at + 1) for at in open_lines),
        (gaps[at] for at in open_lines),
        (gaps[at + 1] for at in open_lines),
    )


def _traces(page: Page, claimed: Mapping[int, Kind]) -> Iterator[Part]:
    """Yield for each open line how far the claimed lines of each group are above it, and how many there were."""
    last: dict[str, int] = {}
    seen: dict[str, int] = {}
    trace: Part = ()
    long_since = -1
    newest = -FAR
    stays = True
    for at in range(len(page.lines)):
        kind = claimed.get(at)
        if kind is None:
            if not stays:
                stays = at - newest >= FAR
                trace = tuple(
                    [
                        trace_name(group, min(FAR, at - above), long_since > above, seen[group])
                        for group, above in last.items()
                    ]
                )
            yield trace
            if page.prose[at]:
                long_since = at
                stays = False
        elif group := _GROUPS.get(kind):
            last[group] = at
            seen[group] = min(2, seen.get(group, 0) + 1)
            newest = at
            stays = False


def _places(prose: Sequence[int], words: Sequence[int], cleanness: int, shapes: Sequence[str]) -> Iterator[Part]:
    """Return for each line where it stands: among how much prose, and behind how much of the page's text.

    :param prose: words of prose before each line, and all of them; sums, to look at windows of any width at once
    :param words: words before each line, and all of them
    """
    low = (*(0,) * _WINDOW, *prose)
    high = (*prose[_WINDOW + 1 :], *(prose[-1],) * _WINDOW)
    rest = [prose[-1] - before for before in reversed(prose)]
    return map(
        place_names,
        (shape[0] for shape in shapes),
        repeat(cleanness),
        (_AMOUNTS[min(_MUCH, before - first)] for before, first in zip(prose, low, strict=False)),
        (_AMOUNTS[min(_MUCH, last - behind)] for last, behind in zip(high, prose[1:], strict=False)),
        _levels(prose),
        reversed(_levels(rest)[:-1]),
        _levels(words),
    )


def _anchor(page: Page, open_lines: Sequence[int], prose: Sequence[int]) -> int:
    """Return the position of the line that repeats the page's first line above most prose; -1 without one."""
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


def _levels(sums: Sequence[int]) -> list[int]:
    """Return the level of each of several growing parts of the last one, see :func:`_level`."""
    whole = max(1, sums[-1])
    starts = [bisect_left(sums, least) for least in (1, *(-(-quarter * whole // 4) for quarter in range(1, 5)))]
    return [level for level, (start, end) in enumerate(pairwise((0, *starts, len(sums)))) for _ in range(start, end)]


def _level(part: int, whole: int) -> int:
    """Return a share as 0 (none), 1 to 4, or 5 (all)."""
    return 0 if part <= 0 else 5 if part >= whole else 1 + 4 * part // whole
