"""Blocks of related articles: a heading, then titles, each with a teaser that is cut off."""

from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_SHORTEST_TITLE: Final = 3
_LONGEST_TITLE: Final = 30
"""Words."""


def related_blocks(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim headings of related articles with the titles and teasers behind them."""
    last_prose = max((at for at in range(len(page.lines)) if page.prose[at]), default=-1)
    for at, kind in enumerate(page.kinds):
        if kind == Kind.RELATED:
            end = _end_of_titles(page, at + 1) if at > last_prose >= 0 else _end_of_pairs(page, at + 1)
            if end > at + 1:
                yield from ((index, Kind.RELATED) for index in range(at, end))


def _end_of_titles(page: Page, start: int) -> int:
    """Return the index behind the titles and teasers that end a page, before the next line that is known otherwise."""
    at = start
    while at < len(page.lines) and page.sizes[at] >= _SHORTEST_TITLE and page.kinds[at] in ("", Kind.RELATED):
        at += 1
    return at


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
