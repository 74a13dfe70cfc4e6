"""Events that were announced: which tellings speak of what is to come, and what became of it."""

import re
from datetime import date

from builder import edtf
from builder.briefing.happenings import Happening

_FUTURE = re.compile(
    r"\b(?:will|to be held|plans? to|(?:is|are|was|were|been) (?:\w+ly )?(?:scheduled|planned|due|set|expected))\b"
)
_PUT = re.compile(r"\b(?:scheduled|planned|due|set|expected)(?: [\w-]+){0,5} $")
"""What stands before the day for which something is planned; elsewhere in a sentence it is said of another thing."""


def is_ahead(text: str, value: str, words: str, published: str) -> bool:
    """Return whether a telling speaks of what is to come: by the dates where both are known, else by its words.

    ``value`` is the EDTF date it tells of, ``words`` those it was read from, ``published`` the date of its publication.
    """
    told, parsed = edtf.parse(published), edtf.parse(value)
    if parsed and parsed.first and told and told.last:
        return parsed.first > told.last
    return bool(_FUTURE.search(text) or _PUT.search(text.partition(words)[0] if words else ""))


def plan_of(happening: Happening, newest: date | None) -> str:
    """Return what became of an announcement.

    ``told``: a source tells the event as done; ``ahead``: its date lies after the newest article; ``open``: the date
    has passed and no telling of it as done was found; empty: nobody announced it, or its date is not known.
    ``newest`` is the newest day of publication.
    """
    ahead = [report.ahead for report in happening.reports]
    if not any(ahead):
        return ""
    if not all(ahead):
        return "told"
    parsed = edtf.parse(happening.date)
    if not (parsed and parsed.last and newest):
        return ""
    return "ahead" if parsed.last > newest else "open"
