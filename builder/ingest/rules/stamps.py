"""Lines that stamp an article with desk and time: ``… News Desk | Updated: 09-09-2024 16:48 IST | Created: …``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.dates import days
from builder.ingest.kinds import Kind
from builder.ingest.labels import PUBLISHED, UPDATED
from builder.ingest.page import Page
from builder.ingest.rules.dates import is_lone_date

_LONGEST: Final = 200
"""Characters."""
_LABEL: Final = re.compile(
    rf"\b(?:last |first )?(?:{PUBLISHED}|{UPDATED})(?: (?:on|at|le|em|el|am|il))?:? ?$", re.IGNORECASE
)

_BY: Final = re.compile(r"[\s,|•·–—-]*(?:[Bb]y|BY) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}$")
"""A byline behind a date."""


def stamps(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim short lines with a full date that has a word such as “Updated” before it, or “by” and a name behind it."""
    for at, line in enumerate(page.lines):
        text = line.text
        if not page.digits[at] or len(text) > _LONGEST or page.ends[at] == ".":
            continue
        full = [day for day in days(text) if day.year]
        if any(_LABEL.search(text[: day.start]) for day in full) or (full and _is_signed(text)):
            yield at, Kind.DATE


def _is_signed(text: str) -> bool:
    signed = _BY.search(text)
    return signed is not None and is_lone_date(text[: signed.start()])
