"""Lines that stamp an article with desk and time: ``… News Desk | Updated: 09-09-2024 16:48 IST | Created: …``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.dates import days
from builder.ingest.kinds import Kind
from builder.ingest.labels import PUBLISHED, UPDATED
from builder.ingest.page import Page
from builder.ingest.rules.dates import gaps, is_lone_date

_LONGEST: Final = 200
"""Characters."""
_LABEL: Final = re.compile(
    rf"\b(?:last |first )?(?:{PUBLISHED}|{UPDATED})(?: (?:on|at|le|em|el|am|il))?(?::| [|–—-])? ?$", re.IGNORECASE
)

_TIMED: Final = re.compile(r"\b\d{1,2}[:.h]\d\d\b(?! ?(?:%|percent))")
_LONGEST_TIMED: Final = 12
"""Words of a line with a date and a time of day that is no sentence."""
_TOLD: Final = re.compile(
    r"This (?:article|story|post|page|piece|report|item) was (?:(?:first|originally|last) )?"
    r"(?:published|updated|posted|modified)\b|Published in (?:the )?[A-Z][^.]{2,60}$",
)
"""How a sentence begins that tells when an article was published."""
_HOUR: Final = re.compile(
    rf"(?:(?:last )?(?:{PUBLISHED}|{UPDATED}) (?:at )?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:at )?)"
    r"\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b|\b).{0,12}",
    re.IGNORECASE,
)
"""A time of day with the weekday alone, or with a word such as “Updated”."""
_BY: Final = re.compile(r"[\s,|•·–—-]*(?:[Bb]y|BY) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}$")
"""A byline behind a date."""


def stamps(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim short lines with a full date and “Updated” or a like word before it, or “by” and a name behind it.

    Above the text, a time of day beside the date is enough.
    """
    above = True
    for at, line in enumerate(page.lines):
        above = above and not page.prose[at]
        if page.digits[at] and len(line.text) <= _LONGEST and _is_stamp(line.text, above=above and not page.ends[at]):
            yield at, Kind.DATE


def _is_stamp(text: str, *, above: bool) -> bool:
    full = [day for day in days(text) if day.year]
    if not full:
        return _HOUR.fullmatch(text) is not None
    if _TOLD.match(text):
        return True
    if text.endswith("."):
        return False
    if is_labelled_day(text) or _is_signed(text):
        return True
    rest = "".join(text[start:end] for start, end in gaps(text, [(day.start, day.end) for day in full]))
    return above and rest.count(" ") < _LONGEST_TIMED and _TIMED.search(rest) is not None


def is_labelled_day(text: str) -> bool:
    """Tell whether a word such as “Updated” stands before a full date."""
    return any(day.year and _LABEL.search(text[: day.start]) for day in days(text))


def _is_signed(text: str) -> bool:
    signed = _BY.search(text)
    return signed is not None and is_lone_date(text[: signed.start()])
