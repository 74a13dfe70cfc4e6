"""Heads of readers' comments: ``Jane Doe on May 3, 2019 at 4:47 pm said:``, ``Jane Doe says:``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.dates import days
from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_LONGEST: Final = 16
"""Words."""
_LONGEST_NAMED: Final = 4
"""Words of a head without a date: a name and “says”."""
_LONGEST_AGE: Final = 5
"""Words of a line that says how long ago something was posted."""
_SAYS: Final = re.compile(
    r"(?P<name>[^.!?\"“”]{1,60}?)\b"
    r"(?:says|said|wrote|writes|schreibt|schrieb|sagt|sagte|a dit|dit|dice|ha detto|disse|diz|zegt|"
    r"napisał|пишет|сказал|reply|replied)\s?:"
)
_AGO: Final = re.compile(
    r"\b\d{1,3} ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b", re.IGNORECASE
)


def comment_heads(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim short lines that name who commented; from the first that has a date, what follows is comments too."""
    last_prose_above = -1
    dated = False
    for at, line in enumerate(page.lines):
        head = page.sizes[at] <= _LONGEST and page.ends[at] == ":" and (match := _SAYS.fullmatch(line.text))
        if head and match and (days(line.text) or (match["name"].istitle() and page.sizes[at] <= _LONGEST_NAMED)):
            dated = dated or bool(days(line.text) and last_prose_above >= 0)
            yield at, Kind.COMMENT
        elif dated and page.kinds[at] in ("", Kind.COMMENT):
            yield at, Kind.COMMENT
        elif page.digits[at] and page.sizes[at] <= _LONGEST_AGE and _AGO.search(line.text) and not page.ends[at]:
            yield at, Kind.DATE
        elif page.prose[at]:
            last_prose_above = at
