"""Who wrote an article, by its byline."""

import re
from typing import Final

from builder.ingest.agencies import ANY
from builder.ingest.classify import Classified
from builder.ingest.dates import days
from builder.ingest.document import Fact
from builder.ingest.kinds import Kind
from builder.ingest.rules.bylines import BY

_REACH: Final = 14
"""Lines around the start of the body in which a byline is looked for."""
_SEPARATORS: Final = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*", re.IGNORECASE)
_CUT: Final = re.compile(
    r"\s*(?:\||/|•|·|–|—| - |\bin\b|\bfor\b|\bat\b|\bon\b|@|\bUpdated\b|\bPublished\b|\bPosted\b|\(|\d).*$"
)
_NAME: Final = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){1,4}")
_NOT_PEOPLE: Final = re.compile(
    rf"^{ANY}$|\b(?:staff|desk|reporter|reporters|correspondent|writer|writers|editor|editors|team|bureau|agenc(?:y|ies)|press|news|newsroom|times|post|"
    r"admin|service|media|magazine|journal|tribune|herald|daily|online|editorial|board|today|sports|network|associated|contributor|columnist|inc|"
    r"ph\.?d|m\.?d|r\.?d|m\.?s)\b\.?",
    re.IGNORECASE,
)


_FOLLOW: Final = re.compile(
    r"^Follow (?P<name>[^\W\d_][\w.'’ -]{3,40}?) [Oo]n (?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon|Threads)\b"
)
_IS: Final = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3})(?:, [^.,]{3,80},)? "
    r"(?:is|are|was) (?:(?:a|an|the|our|also)\b )?"
    r"(?:[\w’'-]+ ){0,4}(?:author|columnist|writer|editor|reporter|correspondent|journalist|contributor|fellow|"
    r"professor|historian|founder|president|director|co-host|host|analyst|critic|researcher|lecturer|economist|novelist)\b"
)
_LAST: Final = 3
"""Lines at the end of the text in which a note on the author stands."""
_LONGEST_NOTE: Final = 60
"""Words."""


def find_authors(classified: Classified) -> tuple[Fact, ...]:
    """Return the people that the byline nearest to the start of the text names, or the note on the author behind it."""
    return _from_byline(classified) or _from_note(classified)


def _from_byline(classified: Classified) -> tuple[Fact, ...]:
    if not classified.body:
        return ()
    start = classified.body[0]
    low, high = max(0, start - _REACH), min(len(classified.kinds), start + 4)
    for at in sorted(range(low, high), key=lambda at: (abs(at - start), at)):
        if classified.kinds[at] is Kind.BYLINE:
            line = classified.page.lines[at]
            if names := _names(BY.sub("", line.text, count=1)):
                return tuple(Fact(name, "byline", line.text[:120], line.first) for name in names)
    return ()


def _from_note(classified: Classified) -> tuple[Fact, ...]:
    """Read “Follow … on Twitter”, or “… is a columnist” of somebody the article itself does not speak of."""
    body = classified.body
    for at in body[-_LAST:] if len(body) > _LAST else ():
        line = classified.page.lines[at]
        if classified.page.sizes[at] > _LONGEST_NOTE:
            continue
        if match := _FOLLOW.match(line.text):
            return tuple(
                Fact(name, "note on the author", line.text[:120], line.first) for name in _names(match["name"])
            )
        names = [match["name"] for match in _IS.finditer(line.text)]
        if names and _IS.match(line.text) and not any(_is_told_of(classified, name, at) for name in names):
            return tuple(
                Fact(name, "note on the author", line.text[:120], line.first) for name in names if _NAME.fullmatch(name)
            )
    return ()


def _is_told_of(classified: Classified, name: str, note: int) -> bool:
    surname = name.rsplit(" ", 1)[-1]
    return any(surname in classified.page.lines[at].text for at in classified.body if at != note)


def _names(text: str) -> tuple[str, ...]:
    for day in days(text)[:1]:
        text = text[: day.start]
    text = _CUT.sub("", text)
    parts = (part.strip(" .,:") for part in _SEPARATORS.split(text))
    return tuple(part for part in parts if _NAME.fullmatch(part) and part[0].isupper() and not _NOT_PEOPLE.search(part))
