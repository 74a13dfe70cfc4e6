"""Blocks of related articles: a heading, then titles, each with a teaser that is cut off."""

from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page
from builder.ingest.rules.credits import is_credit
from builder.ingest.rules.stamps import is_labelled_day

_SHORTEST_TITLE: Final = 3
_LONGEST_TITLE: Final = 30
"""Words."""
_LONGEST_CREDIT: Final = 120
"""Characters."""
_MOST: Final = 6
"""Titles that stand together within an article."""
_HEADINGS: Final = frozenset(
    (
        "read more", "read next", "read also", "also read", "related", "related stories", "related articles",
        "related news", "related story", "related article", "related content", "recommended", "recommended stories",
        "more stories", "more on this", "more on this story", "lesen sie auch", "mehr zum thema", "à lire aussi",
        "lire aussi", "voir aussi", "leggi anche", "lea también", "te puede interesar", "leia também", "lees ook",
        "czytaj też", "читайте также",
    )
)  # fmt: skip
"""Lines that head titles of other articles within one, folded."""


def related_blocks(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim headings of related articles with the titles and teasers behind them."""
    last_prose = max((at for at in range(len(page.lines)) if page.prose[at]), default=-1)
    for at, kind in enumerate(page.kinds):
        if kind == Kind.RELATED:
            end = _end_of_titles(page, at + 1) if at > last_prose >= 0 else _end_of_pointers(page, at + 1)
            if end > at + 1:
                yield from ((index, Kind.RELATED) for index in range(at, end))


def _end_of_titles(page: Page, start: int) -> int:
    """Return the index behind the titles and teasers that end a page, before the next line that is known otherwise."""
    at = start
    while (
        at < len(page.lines)
        and page.sizes[at] >= _SHORTEST_TITLE
        and page.kinds[at] in ("", Kind.RELATED)
        and not _is_of_article(page.lines[at].text)
    ):
        at += 1
    return at


def _is_of_article(text: str) -> bool:
    """Tell a line that says of the article itself where it came from or when it was changed."""
    return len(text) <= _LONGEST_CREDIT and (is_credit(text) or is_labelled_day(text))


def _end_of_pointers(page: Page, start: int) -> int:
    """Return the index behind the titles, or pairs of a title and a teaser, that stand within an article."""
    pairs = _end_of_pairs(page, start)
    if pairs > start:
        return pairs
    if any(page.prose[at] for at in range(start)) and page.folded[start - 1] in _HEADINGS:
        at = start
        while at < len(page.lines) and at - start < _MOST and _is_pointer(page, at):
            at += 1
        return at if at < len(page.lines) and page.prose[at] else start
    return start


def _is_pointer(page: Page, at: int) -> bool:
    return _SHORTEST_TITLE <= page.sizes[at] <= _LONGEST_TITLE and page.ends[at] in ("", "…") and not page.kinds[at]


def _end_of_pairs(page: Page, start: int) -> int:
    """Return the index behind the last pair of a title and a teaser that ends in three dots."""
    at = start
    while (
        at + 1 < len(page.lines)
        and page.sizes[at] <= _LONGEST_TITLE
        and page.ends[at + 1] == "…"
        and page.ends[at] != "…"
    ):
        at += 2
    return at
