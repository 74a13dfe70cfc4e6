"""The times of day over the entries of a live page: ``14:32 GMT``, alone on their lines."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_LONGEST: Final = 30
"""Characters."""
_TIME: Final = re.compile(
    r"(?:(?i:posted )?(?i:at ))?(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?: ?(?i:[ap]\.?m\b\.?))?(?: [A-Z]{2,4})?"
)
_FEWEST: Final = 3
"""Entries from which on a page is a live one."""


def live_times(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim the times of a page's entries as subheadings, where there are several and text stands between them."""
    at_times = [
        at
        for at, line in enumerate(page.lines)
        if page.digits[at] and len(line.text) <= _LONGEST and _TIME.fullmatch(line.text)
    ]
    entries = [at for at in at_times if any(page.prose[at + 1 : at + 1 + _FEWEST])]
    if len(entries) >= _FEWEST:
        yield from ((at, Kind.SUBHEADING) for at in at_times if at >= entries[0])


def lines_of_entries(page: Page, claimed: Mapping[int, Kind]) -> frozenset[str]:
    """Return the lines of a live page from its first time on, folded; none where a page is no live one."""
    first = min((at for at, kind in claimed.items() if kind is Kind.SUBHEADING), default=len(page.lines))
    return frozenset(page.folded[first:])
