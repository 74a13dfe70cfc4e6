"""Where an article was written: the place its first paragraph opens with."""

import re
from typing import Final

from builder.ingest.classify import Classified

_PLACE: Final = re.compile(
    r"^(?P<place>[^\W\d_a-z][\w.'’-]*(?:[ /-][^\W\d_][\w.'’-]*){0,4}(?:, [^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){0,2})?)"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"\s?(?:\([^()]{2,40}\)\s?(?:[-–—_:]+|--)?|[–—]|--|:(?= [A-Z\"“]))\s"
)
_LONGEST: Final = 45
"""Characters."""


def dateline_place(classified: Classified) -> str:
    """Return the place of a dateline, ``MOSCOW (AP) —`` or ``Moscow, Sep 10:``; empty without one."""
    if not classified.body:
        return ""
    text = classified.page.lines[classified.body[0]].text[:120]
    match = _PLACE.match(text)
    if match is None or len(match["place"]) > _LONGEST:
        return ""
    place = match["place"]
    credited = "(" in match[0] or any(character.isdigit() for character in match[0])
    return place if credited or place.split(",")[0].isupper() else ""
