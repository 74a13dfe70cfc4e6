"""The wire service an article came from, by the credits the press writes."""

import re
from collections.abc import Sequence
from typing import Final

from builder.ingest.agencies import ANY, short_name
from builder.ingest.classify import Classified
from builder.ingest.document import Fact
from builder.ingest.kinds import Kind
from builder.ingest.rules.dates import name_beside_date

_HEAD: Final = 140
"""Characters of a paragraph in which a dateline stands."""
_DATELINE: Final = re.compile(rf"^[^()!?]{{0,80}}[(/]\s?{ANY}\s?[)/](?=\W|$)")
_NAME_FIRST: Final = re.compile(rf"^{ANY}\s?[-–—:|]+ ")
_ENDING: Final = re.compile(rf"[(\[–—-]\s?(?:[Vv]ia |[Ss]ource: )?{ANY}(?:\s?/\s?[A-Za-z .-]{{2,20}})?\s?[)\]]?\.?$")
_SHOUTED: Final = re.compile(rf"(?<=[.!?”\"’]) {ANY}$")
"""A name in capitals behind the last sentence."""
_CREDIT: Final = re.compile(rf"\b{ANY}\b")
_DESK: Final = re.compile(
    r"\(?(?:Additional )?[Rr]eporting by .{3,400}?[Ee]diting by |\((?:Writing|Reporting) by .{3,300}; [Ee]diting by "
)
_ALONE: Final = re.compile(ANY)
_DIVIDED: Final = re.compile(rf"{ANY}(?= ?[|/·•] ?[^\W\d_a-z])")
"""The first of several names: ``PTI | Portly | Updated: …``."""
_RIGHTS: Final = re.compile(rf"^(?:©|(?i:\(c\)|copyright))(?:[\s\d©,]|\([cC]\))*{ANY}\b")
_BELOW: Final = 4
"""Lines below the text among which an agency's line of copyright stands."""
_OF_HEAD: Final = frozenset({Kind.TITLE, Kind.DATE, Kind.BYLINE, Kind.STANDFIRST})
_BYLINE: Final = re.compile(rf"(?:^|[\s,|/-]){ANY}(?:$|[\s,|/])")


def find_agency(classified: Classified) -> Fact | None:
    """Return the wire service a page credits for its text, if it credits one."""
    for rule in (_from_credit, _from_dateline, _from_ending, _from_desk, _from_byline, _from_date, _from_rights):
        if fact := rule(classified):
            return fact
    return None


def _fact(match: re.Match[str] | None, classified: Classified, at: int, found: str) -> Fact | None:
    if match is None:
        return None
    return Fact(short_name(match), found, match[0].strip(), classified.page.lines[at].first)


def _first(
    classified: Classified, pattern: re.Pattern[str], lines: Sequence[int], found: str, longest: int
) -> Fact | None:
    for at in lines:
        if fact := _fact(pattern.search(classified.page.lines[at].text[:longest]), classified, at, found):
            return fact
    return None


def _from_rights(classified: Classified) -> Fact | None:
    """Read an agency's own line of copyright below the text."""
    last = classified.body[-1] if classified.body else -1
    lines = [
        at
        for at in range(last + 1, min(last + 1 + _BELOW, len(classified.kinds)))
        if classified.kinds[at] in (Kind.FOOTER, Kind.DISCLAIMER)
    ]
    return _first(classified, _RIGHTS, lines, "copyright line", _HEAD)


def _is_of_picture(classified: Classified, at: int) -> bool:
    """Tell whether a lone name above the text may credit a picture: nothing of the article's head stands beside it."""
    text = classified.page.lines[at].text
    start = classified.body[0] if classified.body else 0
    if at > start or not text[-1].isalnum() or _ALONE.fullmatch(text) is None:
        return False
    near = classified.kinds[max(0, at - 1) : at + 2]
    return not any(kind in _OF_HEAD for kind in near)


def _from_credit(classified: Classified) -> Fact | None:
    lines = [
        at for at, kind in enumerate(classified.kinds) if kind is Kind.CREDIT and not _is_of_picture(classified, at)
    ]
    return _first(classified, _CREDIT, lines, "credit", _HEAD)


def _from_dateline(classified: Classified) -> Fact | None:
    body = classified.body[:4]
    return _first(classified, _DATELINE, body, "dateline", _HEAD) or _first(
        classified, _NAME_FIRST, body, "dateline", _HEAD
    )


def _from_ending(classified: Classified) -> Fact | None:
    for at in reversed(classified.body[-3:]):
        text = classified.page.lines[at].text[-60:]
        shouted = _SHOUTED.search(text)
        match = _ENDING.search(text) or (shouted if shouted and shouted["agency"].isupper() else None)
        if fact := _fact(match, classified, at, "end of text"):
            return fact
    return None


def _from_desk(classified: Classified) -> Fact | None:
    """Reuters ends its reports with the names of those who reported and edited them."""
    for at in classified.body[-4:]:
        text = classified.page.lines[at].text[-600:]
        if match := _DESK.search(text):
            return Fact("Reuters", "reporting credit", match[0][:60], classified.page.lines[at].first)
    return None


def _from_byline(classified: Classified) -> Fact | None:
    start = classified.body[0] if classified.body else 0
    near = [at for at in range(max(0, start - 12), start) if classified.kinds[at] is Kind.BYLINE]
    return _first(classified, _BYLINE, near, "byline", _HEAD)


def _from_date(classified: Classified) -> Fact | None:
    """Read the name that stands alone before the date above the text, or before a sign there that divides."""
    for at in range(classified.body[0] if classified.body else 0):
        if classified.kinds[at] is Kind.DATE:
            text = classified.page.lines[at].text[:_HEAD]
            match = _ALONE.fullmatch(name_beside_date(text)) or _DIVIDED.match(text)
            if fact := _fact(match, classified, at, "date line"):
                return fact
    return None
