"""What the line model looks at: the shape of a line, of its neighbours and of the page, never its words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from builder.ingest.document import BlockKind
from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_SIZES: Final = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, *(7,) * 7, *(8,) * 12)
"""Words → a class of length; lines of 32 words and more are of class 9."""
_STARTS: Final = re.compile(
    r"(?P<bullet>[-*•·▪►●–—])|(?P<quote>[\"“‘'«„»])|(?P<digit>\d)|(?P<lower>[a-zà-öø-ÿа-я])|(?P<sign>[^\w\s])"
)
_SITE: Final = re.compile(r"\.com\b")
_LOOKED_AT: Final = 400
"""Characters of a line among which signs are looked for."""
_INITIAL: Final = re.compile(r"([^\W\d_])[^\W\d_]*")
_UNCOUNTED: Final = 9
"""Stands for the capitals of lines too short to tell."""
_MUCH: Final = 80
"""Words of prose from which on more makes no difference."""
_AMOUNTS: Final = (0, *(1,) * 24, *(2,) * 55, 3)
"""Words of prose, at most ``_MUCH`` → none, little, some, much."""
_FAR: Final = 9
"""Lines from which on the way to a claimed line is far."""
_TWICE: Final = ("twice",)
_REMEMBERED: Final = 16_384
"""Features of a kind that are kept, so that no name is put together twice."""
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

Part = tuple[str, ...]
"""Names of features that belong together; the same few hundred come again on every page."""

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


def features(page: Page, claimed: Mapping[int, Kind], open_lines: Sequence[int]) -> list[list[Part]]:
    """Return the features of each line that no rule claimed.

    :param open_lines: the indices of these lines, in order
    """
    prose = tuple(accumulate((page.sizes[at] if page.prose[at] else 0 for at in open_lines), initial=0))
    words = tuple(accumulate((page.sizes[at] for at in open_lines), initial=0))
    shapes = [_shape(page, at) for at in open_lines]
    counts = Counter(page.folded[at] for at in open_lines)
    head = _anchor(page, open_lines, prose)
    traces = _traces(page, claimed)
    cleanness = _level(prose[-1], max(1, words[-1] + len(claimed)))
    places = _places(prose, words, cleanness, shapes)
    found = []
    for position, (at, trace, place) in enumerate(zip(open_lines, traces, places, strict=True)):
        shape = shapes[position]
        parts = [_own(page, at, shape), _around(page, claimed, at, position, shapes), trace, place]
        if counts[page.folded[at]] > 1 and page.sizes[at] > 2:
            parts.append(_TWICE)
        if head >= 0:
            parts.append(_title_names(_distance(position - head), shape, cleanness))
        found.append(parts)
    if found:
        found[0].append(_first(page, open_lines, shapes))
    return found


@lru_cache(maxsize=_REMEMBERED)
def _title_names(distance: str, shape: str, cleanness: int) -> Part:
    return f"title{distance}", f"title{distance}{shape}", f"title{distance}{cleanness}"


def _first(page: Page, open_lines: Sequence[int], shapes: Sequence[str]) -> Part:
    """Return what tells a headline on the first line from a first paragraph."""
    at = open_lines[0]
    below = shapes[1] if len(shapes) > 1 else "$$"
    text = page.lines[at].text
    inner = sum(text.count(sign) for sign in (". ", "? ", "! "))
    return (
        f"first{shapes[0]}{below[0]}",
        f"firstcapitals{_capitals(text[:200])}{shapes[0]}",
        f"firstsentences{min(2, inner)}",
        f"firstsize{min(9, page.sizes[at] // 4)}",
    )


def _shape(page: Page, at: int) -> str:
    """Return length and end of a line in two characters."""
    size = page.sizes[at]
    return f"{_SIZES[size] if size < len(_SIZES) else 9}{page.ends[at] or '-'}"


def _own(page: Page, at: int, shape: str) -> Part:
    line = page.lines[at]
    text = line.text
    start = "bullet" if line.block is BlockKind.LIST_ITEM else _start(text[0])
    signs = _has_signs(text[:_LOOKED_AT])
    capitals = -1 if not page.folded[at] else _capitals(text[:200]) if page.sizes[at] > 2 else _UNCOUNTED
    return _own_names(shape, page.kinds[at], start, signs, capitals, ", " in text, line.gap)


@lru_cache(maxsize=_REMEMBERED)
def _own_names(shape: str, kind: str, start: str, signs: bool, capitals: int, comma: bool, gap: bool) -> Part:
    """Return the names of a line's own features.

    :param capitals: share of words with a capital, 0 to 4; ``_UNCOUNTED`` for short lines, -1 for lines without words
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
    elif capitals != _UNCOUNTED:
        own.append(f"capitals{capitals}{shape}")
    if comma:
        own.append(f"comma{size}")
    return tuple(own)


@lru_cache(maxsize=_REMEMBERED)
def _start(character: str) -> str:
    """Return what kind of character opens a line; empty for capitals."""
    match = _STARTS.match(character)
    return match.lastgroup or "" if match else ""


def _has_signs(text: str) -> bool:
    """Tell whether a line holds an address or a sign that divides the parts of a page."""
    if "|" in text or "©" in text or "@" in text or "»" in text or "›" in text:
        return True
    if "http:" in text or "https:" in text or "www." in text:
        return True
    return ".com" in text and _SITE.search(text) is not None


def _capitals(text: str) -> int:
    """Return the share of words with a capital, 0 to 4."""
    initials = _INITIAL.findall(text)
    return round(4 * (len(initials) - sum(map(str.islower, initials))) / max(1, len(initials)))


def _around(page: Page, claimed: Mapping[int, Kind], at: int, position: int, shapes: Sequence[str]) -> Part:
    above = shapes[position - 1] if position else "^^"
    below = shapes[position + 1] if position + 1 < len(shapes) else "$$"
    gap_below = page.lines[at + 1].gap if at + 1 < len(page.lines) else True
    near = (claimed.get(at - 1), claimed.get(at + 1))
    return _around_names(above, shapes[position], below, near, page.lines[at].gap, gap_below)


@lru_cache(maxsize=_REMEMBERED)
def _around_names(
    above: str, own: str, below: str, near: tuple[Kind | None, Kind | None], gap: bool, gap_below: bool
) -> Part:
    before, after = near
    found = [f"above{above}", f"below{below}", f"row{above[0]}{own}{below[0]}", f"gaps{gap}{gap_below}{own[0]}"]
    if before:
        found.append(f"claimedabove {before}")
    if after:
        found.append(f"claimedbelow {after}")
    return tuple(found)


def _traces(page: Page, claimed: Mapping[int, Kind]) -> Iterator[Part]:
    """Yield for each open line how far the claimed lines of each group are above it, and how many there were."""
    last: dict[str, int] = {}
    seen: dict[str, int] = {}
    long_since = -1
    for at in range(len(page.lines)):
        kind = claimed.get(at)
        if kind is None:
            yield tuple(
                [
                    _trace_name(group, min(_FAR, at - above), long_since > above, seen[group])
                    for group, above in last.items()
                ]
            )
            if page.prose[at]:
                long_since = at
        elif group := _GROUPS.get(kind):
            last[group] = at
            seen[group] = min(2, seen.get(group, 0) + 1)


@lru_cache(maxsize=_REMEMBERED)
def _trace_name(group: str, lines: int, behind_prose: bool, count: int) -> str:
    ago = "1" if lines == 1 else "3" if lines < 4 else "8" if lines < _FAR else "far"
    return f"{group}{ago}{'p' if behind_prose else ''}{count}"


def _places(prose: Sequence[int], words: Sequence[int], cleanness: int, shapes: Sequence[str]) -> Iterator[Part]:
    """Yield for each line where it stands: among how much prose, and behind how much of the page's text.

    :param prose: words of prose before each line, and all of them; sums, to look at windows of any width at once
    :param words: words before each line, and all of them
    """
    low = (*(0,) * _WINDOW, *prose)
    high = (*prose[_WINDOW + 1 :], *(prose[-1],) * _WINDOW)
    total, all_words = max(1, prose[-1]), max(1, words[-1])
    rows = zip(shapes, low, prose, prose[1:], high, words, strict=False)
    for shape, first, before, behind, last, words_before in rows:
        yield _place_names(
            shape[0],
            cleanness,
            (_AMOUNTS[min(_MUCH, before - first)], _AMOUNTS[min(_MUCH, last - behind)]),
            (_level(before, total), _level(prose[-1] - behind, total)),
            _level(words_before, all_words),
        )


@lru_cache(maxsize=_REMEMBERED)
def _place_names(size: str, cleanness: int, near: tuple[int, int], share: tuple[int, int], words: int) -> Part:
    """Return the names of the features of a place: prose near it and its share of all prose above and below."""
    above, below = near
    return (
        f"clean{cleanness}{size}",
        f"proseabove{above}{size}",
        f"prosebelow{below}{size}",
        f"prosearound{above}{below}",
        f"share{share[0]}{share[1]}",
        f"wordsabove{words}",
    )


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


def _level(part: int, whole: int) -> int:
    """Return a share as 0 (none), 1 to 4, or 5 (all)."""
    return 0 if part <= 0 else 5 if part >= whole else 1 + 4 * part // whole
