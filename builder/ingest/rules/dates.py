"""Lines that hold nothing but a date: of the page, of publication, of a teaser."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.agencies import ANY
from builder.ingest.dates import days
from builder.ingest.kinds import Kind
from builder.ingest.mastheads import is_masthead
from builder.ingest.months import WEEKDAYS
from builder.ingest.page import Page
from builder.ingest.phrases import fold
from builder.ingest.words import word_lists

_LONGEST: Final = 110
"""Characters."""
_BEFORE_DATE: Final = re.compile(r"(?P<name>[^\W\d_][^|,–—]*[^\W_.])\.?(?: *[|·•,–—]| -) *")
_AGENCY: Final = re.compile(ANY)
_NUMBER: Final = re.compile(r"(?<![\d.:,-])\d{1,3}(?:,\d{3})*(?![\d.:-])")
_AROUND: Final = frozenset((*word_lists("beside")["dates"], *WEEKDAYS))
"""Words that stand beside a date without making the line more than one."""


def lone_dates(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines of a date and what the press writes beside dates; the first line of a page is the page's own date.

    Above the text, the name of a newspaper or of a wire service may stand before the date.
    """
    above = True
    for at, line in enumerate(page.lines):
        above = above and not page.prose[at]
        if not page.digits[at] or len(line.text) > _LONGEST:
            continue
        if is_lone_date(line.text) or (above and _is_source(name_beside_date(line.text))):
            yield at, Kind.PAGE_DATE if at == 0 else Kind.DATE


def is_lone_date(text: str) -> bool:
    """Tell whether a line is a date with at most a time, a zone and a word such as “Updated” beside it.

    A day and several numbers are a row of a table.
    """
    found = days(text)
    if not found:
        return False
    rest = "".join(text[left:right] for left, right in gaps(text, [(day.start, day.end) for day in found]))
    is_row = not any(day.year for day in found) and len(_NUMBER.findall(rest)) > 1
    return not is_row and all(word in _AROUND for word in fold(rest).split())


def name_beside_date(text: str) -> str:
    """Return what stands before a date and a sign in a line that ends with the date; empty where there is no such."""
    found = days(text)
    named = _BEFORE_DATE.fullmatch(text[: found[0].start]) if found else None
    return named["name"] if named and is_lone_date(text[found[0].start :]) else ""


def _is_source(name: str) -> bool:
    return is_masthead(name) or _AGENCY.fullmatch(name) is not None


def gaps(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where the stretches of a text start and end that lie between others, in order."""
    at = 0
    for start, end in taken:
        yield at, start
        at = end
    yield at, len(text)
