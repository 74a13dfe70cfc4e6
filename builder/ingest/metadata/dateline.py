"""Where an article was written: the place its first paragraph opens with."""

import re
from typing import Final

from builder.ingest.classify import Classified

_PLACE: Final = re.compile(
    r"^(?P<place>[^\W\d_a-z][\w.'’-]*(?:[ /-][^\W\d_][\w.'’-]*){0,4}(?:, [^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){0,2})?)"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"\s?(?:\([^()]{2,40}\)\s?(?:[-–—_:]+|--)?|\.?\s?/[A-Z][\w ]{2,20}/\s?(?:[-–—]+|\.)"
    r"|-(?= [A-Z“\"])|[–—]|--|:(?= [A-Z\"“]))\s"
)
_FIRST: Final = 2
"""Lines of the article among which its dateline stands; a standfirst may come before it."""
_LONGEST: Final = 45
"""Characters."""


def dateline_place(classified: Classified) -> str:
    """Return the place of a dateline, ``MOSCOW (AP) —`` or ``Moscow, Sep 10:``; empty without one."""
    return next((place for at in classified.body[:_FIRST] if (place := _place(classified.page.lines[at].text))), "")


def _place(line: str) -> str:
    text = line[:120]
    match = _PLACE.match(text)
    if match is None or len(match["place"]) > _LONGEST:
        return ""
    place = match["place"]
    credited = "(" in match[0] or any(character.isdigit() for character in match[0])
    return place if credited or place.split(",")[0].isupper() else ""
