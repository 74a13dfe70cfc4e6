"""The latest day a seed names: what the years of a briefing without ``as_of`` are bounded by."""

import re
from collections.abc import Iterable
from typing import Final

from builder.ingest.dates import Order, days

_AHEAD: Final = re.compile(
    r"\b(?:by|until|till|through|before|after|deadline|expires?|expected|scheduled|will|would|planned|due|from|starting|beginning|target|bis|jusqu)\b",
    re.IGNORECASE,
)
_AHEAD_REACH: Final = 40
"""Characters before a day that tell whether it lies ahead."""


def latest_day_in(lines: Iterable[str]) -> str:
    """Return the latest full day named in lines, as EDTF, or the empty string; what lies ahead does not count."""
    found = (
        settled.edtf
        for text in lines
        for day in days(text)
        if day.year is not None
        and (settled := day.in_order(Order.UNKNOWN)) is not None
        and not _AHEAD.search(text[max(0, day.start - _AHEAD_REACH) : day.start])
    )
    return max(found, default="")
