"""Lines that stamp an article with desk and time: ``… News Desk | Updated: 09-09-2024 16:48 IST | Created: …``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.dates import days
from builder.ingest.kinds import Kind
from builder.ingest.labels import PUBLISHED, UPDATED
from builder.ingest.page import Page

_LONGEST: Final = 200
"""Characters."""
_LABEL: Final = re.compile(
    rf"\b(?:last |first )?(?:{PUBLISHED}|{UPDATED})(?: (?:on|at|le|em|el|am|il))?:? ?$", re.IGNORECASE
)


def stamps(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim short lines in which a word such as “Updated” stands right before a full date."""
    for at, line in enumerate(page.lines):
        text = line.text
        if (
            len(text) <= _LONGEST
            and page.ends[at] != "."
            and any(day.year and _LABEL.search(text[: day.start]) for day in days(text))
        ):
            yield at, Kind.DATE
