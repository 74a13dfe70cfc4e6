"""Lines that hold nothing but a date: of the page, of publication, of a teaser."""

from collections.abc import Iterator
from typing import Final

from builder.ingest.dates import days
from builder.ingest.kinds import Kind
from builder.ingest.months import WEEKDAYS
from builder.ingest.page import Page
from builder.ingest.phrases import fold
from builder.ingest.words import word_lists

_LONGEST: Final = 110
"""Characters."""
_AROUND: Final = frozenset((*word_lists("beside")["dates"], *WEEKDAYS))
"""Words that stand beside a date without making the line more than one."""


def lone_dates(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines of a date and what the press writes beside dates; the first line of a page is the page's own date."""
    for at, line in enumerate(page.lines):
        if page.digits[at] and len(line.text) <= _LONGEST and is_lone_date(line.text):
            yield at, Kind.PAGE_DATE if at == 0 else Kind.DATE


def is_lone_date(text: str) -> bool:
    """Tell whether a line is a date with at most a time, a zone and a word such as “Updated” beside it."""
    found = days(text)
    if not found:
        return False
    rest = "".join(text[left:right] for left, right in gaps(text, [(day.start, day.end) for day in found]))
    return all(word in _AROUND for word in fold(rest).split())


def gaps(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where the stretches of a text start and end that lie between others, in order."""
    at = 0
    for start, end in taken:
        yield at, start
        at = end
    yield at, len(text)
