"""Years before our era: the dates of a briefing can't say them, so what names one is no date, and never one of ours."""

import re
from typing import Final

from builder.annotate.dates.expression import Found

_BEFORE: Final = re.compile(
    r"(?:,?\s(?P<year>[0-9]{1,4}))?\s?(?:BCE?\b|B\.\s?C\.|v\.\s?Chr\.|v\.\s?u\.\s?Z\.|vor\sChristus\b)"
)
_YEAR: Final = re.compile(r"[0-9]{1,4}$")
_PROVINCE: Final = 1800
"""From this year on, ``BC`` behind it is British Columbia: “the 2017 BC election”."""


def is_before_our_era(text: str, found: Found) -> bool:
    """Return whether an expression is part of a date before our era: “March” of “March 44 BC”, “1204” of “1204 BC”."""
    behind = _BEFORE.match(text, found.end)
    if behind is None:
        return False
    inside = _YEAR.search(text[found.start : found.end])
    year = behind["year"] or (inside[0] if inside else "0")
    return int(year) < _PROVINCE
