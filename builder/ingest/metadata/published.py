"""When an article was published: dates by where they stand and what stands beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from builder.edtf import parse
from builder.ingest.classify import Classified
from builder.ingest.dates import Day, Order, days, order_of
from builder.ingest.kinds import Kind
from builder.ingest.labels import PUBLISHED, UPDATED
from builder.ingest.metadata.candidate import Candidate, Doubt, Weight
from builder.ingest.rules.archives import labels_of
from builder.ingest.rules.dates import is_lone_date, name_beside_date
from builder.ingest.zones import day_in_zone

_ABOVE_TITLE: Final = 3
"""Lines above the title among which a date with a time counts."""
_ROW: Final = 12
"""Lines above a date among which another date tells of a row of teasers."""
_INTO_BODY: Final = 3
"""Lines of the body (captions and shares between them) in which a date line may stand."""
_BELOW: Final = 4
"""Lines behind the body in which a labelled date counts."""
_LONGEST: Final = 300
"""Characters of a line of the head that are looked at."""
_PUBLISHED: Final = re.compile(rf"\b(?:first )?(?:{PUBLISHED})\b|기사입력", re.IGNORECASE)
_UPDATED: Final = re.compile(rf"\b(?:last )?(?:{UPDATED})\b", re.IGNORECASE)
_TIME: Final = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_HALF: Final = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
"""A time of twelve hours; full stops between numbers say that the day comes first where there is none."""
_MONTH_FIRST_ZONE: Final = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|[Ee]astern|[Pp]acific)\b")
_DAY_FIRST_ZONE: Final = re.compile(r"\b(?:IST|GMT|BST|CET|CEST|MSK|SAST|WAT|EAT|AEST|AEDT|NZST|PKT|HKT|SGT)\b")
_MONTH_FIRST: Final = re.compile(r"[^\W\d_]{3,}[., ]{1,2}(?:[^\W\d_]{3,}[. ]{1,2})?\d{1,2}\b")
"""A month before its day, with or without a weekday."""
_EASTERNMOST: Final = "ET"
"""Of the zones of American pages that name none: if a time falls on the next day from here, it does from all."""
_FAR: Final = 12
"""Lines above the body within which a head is expected where no title was found."""
_GALLERY: Final = 60
"""Lines that may stand between two repetitions of a title: pictures and captions."""
_HEADER: Final = 2
"""Index of the last line of a page where a bare date is the page's own."""
_BESIDE: Final = 12
"""Words that may stand on either side of a date in a byline."""
_SECTION: Final = 4
"""Words of a section's name and a sign before a date."""
_WEEKDAY: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b", re.IGNORECASE
)
_SOURCE: Final = re.compile(r"\b(?:source|photo|image|file|picture|credit|taken|speaks?|pictured)\b", re.IGNORECASE)
_NEVER: Final = frozenset({Kind.BODY, Kind.SUBHEADING, Kind.LIST_ITEM, Kind.RELATED, Kind.PAGE_DATE, Kind.CAPTION})
"""Kinds of line whose dates say nothing about publication."""
_UPDATED_WITHIN: Final = 3
"""Days behind a dateline within which an update is one of the same report."""
_IN_ADDRESS: Final = re.compile(
    r"https?://[^\s?#]{1,200}?/(?P<year>20\d\d)[/-](?P<month>[01]\d)[/-](?P<day>[0-3]\d)(?=[/-])"
)
"""The day in a page's address, which most publishers set when an article appears."""
_BEHIND_DAY: Final = re.compile(
    r"\)?\s?(?:\([A-Z][\w /.-]{1,25}\)\s?)?(?:[-–—:_]|--)|\)?\s?\([A-Z][\w /.-]{1,25}\)|\.?\s?/[A-Z][\w ]{2,20}/|$"
)
"""What stands behind the day of a dateline."""
_DATELINE: Final = re.compile(r"^[^.!?()]{0,60}$")


def candidates(classified: Classified, language: str, zone: str) -> tuple[Candidate, ...]:
    """Return the days that may be the day of publication, likeliest first.

    :param language: of the article; all but English put the day before the month
    :param zone: IANA name of the zone in which days are counted
    """
    order = _order(classified, language)
    found = sorted(_candidates(classified, order, zone), key=_rank)
    if found and found[0].weight is Weight.DATELINE and found[0].value.startswith("X"):
        found[0] = _with_year(found[0], found[1:], classified, order)
    return tuple(found)


def _with_year(dateline: Candidate, others: Sequence[Candidate], classified: Classified, order: Order) -> Candidate:
    """Return a dateline with the year of the same day above the text, or of an update within days of it."""
    start = classified.body[0] if classified.body else 0
    above = [
        (settled.edtf, line.text)
        for line in classified.page.lines[:start]
        if len(line.text) <= _LONGEST
        for day in days(line.text)
        if day.year is not None and (settled := day.in_order(order)) is not None
    ]
    same = [(day, text) for day, text in above if day[4:] == dateline.value[4:]]
    updated = [(other.value, other.evidence) for other in others if other.weight is Weight.UPDATED]
    for day, text in (*same, *updated):
        value = f"{day[:4]}{dateline.value[4:]}"
        if (
            parse(value) is not None
            and 0 <= (date.fromisoformat(day) - date.fromisoformat(value)).days <= _UPDATED_WITHIN
        ):
            return replace(dateline, value=value, evidence=f"{dateline.evidence} / {text[:120]}")
    return dateline


def _rank(candidate: Candidate) -> tuple[bool, int, bool, bool, int]:
    """Put heavier candidates first, then full dates, those with a time, those near the text: teasers stand above."""
    nearer = -candidate.line if candidate.weight in (Weight.BESIDE_TITLE, Weight.ABOVE_TITLE) else candidate.line
    return not candidate.value, -candidate.weight, candidate.value[:1] == "X", not candidate.timed, nearer


def _order(classified: Classified, language: str) -> Order:
    """Return the order that the page's own dates prove, else what language, zones and full stops tell."""
    page = classified.page
    found = [
        (line, day)
        for line, dated in zip(page.lines, page.digits, strict=True)
        if dated and len(line.text) < _LONGEST
        for day in days(line.text)
        if day.numeric
    ]
    if not found:
        return Order.UNKNOWN
    around = " ".join(line.text for line in classified.page.lines if len(line.text) < 120)
    dotted = all("." in line.text[day.start : day.end] and not _HALF.search(line.text) for line, day in found)
    return order_of(
        [day for _, day in found],
        month_first_zone=bool(_MONTH_FIRST_ZONE.search(around)),
        day_first_hint=language != "en" or dotted or bool(_DAY_FIRST_ZONE.search(around)),
    )


def _candidates(classified: Classified, order: Order, zone: str) -> Iterator[Candidate]:
    body = classified.body
    if not body:
        return
    first, last = body[0], body[-1]
    title = _first_title(classified, first)
    above = Spot(Weight.BESIDE_TITLE if labels_of(classified.page) else Weight.ABOVE_TITLE, order, zone)
    for at in range(max(0, title - _ABOVE_TITLE), title):
        if not _is_teasers(classified, at):
            yield from _in_line(classified, at, above)
    beside = Spot(Weight.BESIDE_TITLE, order, zone)
    for at in range(title + 1, body[min(_INTO_BODY, len(body) - 1)]):
        yield from _in_line(classified, at, beside)
    below = Spot(None, order, zone)
    for at in range(last + 1, min(len(classified.kinds), last + 1 + _BELOW)):
        yield from _in_line(classified, at, below)
    yield from _beside_source(classified, order)
    yield from _in_dateline(classified, order)
    yield from _in_address(classified)


def _in_address(classified: Classified) -> Iterator[Candidate]:
    """Yield the day in the address of the page, where that stands on a line by itself."""
    for at, line in enumerate(classified.page.lines):
        if classified.kinds[at] is Kind.LABEL and (match := _IN_ADDRESS.search(line.text[:_LONGEST])):
            value = f"{match['year']}-{match['month']}-{match['day']}"
            if parse(value) is not None:
                yield Candidate(value, Weight.ADDRESS, line.text[:120], line.first)


def _is_teasers(classified: Classified, at: int) -> bool:
    """Tell whether a date above the title is one of a row of teasers, each with its own."""
    return any(
        classified.kinds[above] is Kind.DATE and is_lone_date(classified.page.lines[above].text)
        for above in range(max(0, at - _ROW), at - 1)
    )


def _first_title(classified: Classified, first: int) -> int:
    """Return the index of the title, or of its repetition shortly above."""
    at = classified.title_at
    if not 0 <= at <= first:
        return max(-1, first - _FAR)
    near = [
        above for above in range(max(0, at - _GALLERY), at) if classified.kinds[above] is Kind.TITLE and above > _HEADER
    ]
    return near[0] if near else at


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a page and how its dates are read."""

    plain: Weight | None
    """What a date without a word beside it weighs there; ``None`` where it tells nothing."""
    order: Order
    zone: str


def _in_line(classified: Classified, at: int, spot: Spot) -> Iterator[Candidate]:
    """Yield the days of a line that is not of the body."""
    line = classified.page.lines[at]
    if classified.kinds[at] in _NEVER or len(line.text) > _LONGEST:
        return
    found = days(line.text)
    left = 0
    for number, day in enumerate(found):
        right = found[number + 1].start if number + 1 < len(found) else len(line.text)
        before, after = line.text[left : day.start], line.text[day.end : right]
        left = day.end
        weight = _weight(classified, at, before, after, spot.plain) if day.year is not None else None
        if weight is None:
            continue
        settled = day.in_order(spot.order)
        shown = Candidate("", weight, line.text[:120], line.first, doubt=Doubt.ORDER)
        if settled is not None:
            american = _is_american(line.text[day.start : day.end], spot.order)
            yield _on_day(shown, settled, f"{before[-30:]} {after[:40]}", spot.zone, american=american)
        elif spot.order is Order.UNKNOWN:
            orders = (day.in_order(order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST))
            yield replace(shown, possible=tuple(either.edtf for either in orders if either is not None))


def _on_day(shown: Candidate, day: Day, around: str, zone: str, *, american: bool) -> Candidate:
    """Return a candidate with the day the page names, in doubt where it is another day in the briefing's zone.

    :param around: the words beside the date, a time among them if the page has one
    """
    there = day_in_zone(day.year or 0, day.month, day.day, around, zone, _EASTERNMOST if american else "")
    shown = replace(shown, value=day.edtf, doubt=Doubt.NONE, timed=bool(_TIME.search(around)))
    if there == (day.year, day.month, day.day):
        return shown
    return replace(shown, doubt=Doubt.ZONE, possible=(day.edtf, "{:04d}-{:02d}-{:02d}".format(*there)))


def _is_american(written: str, order: Order) -> bool:
    """Tell whether a day is written with the month first."""
    return order is Order.MONTH_FIRST if "/" in written else _MONTH_FIRST.match(written) is not None


def _weight(classified: Classified, at: int, before: str, after: str, plain: Weight | None) -> Weight | None:
    above = classified.page.lines[at - 1].text if at and len(before) < 4 else ""
    label = before if before.strip() else above if len(above) < 40 else ""
    if _PUBLISHED.search(label):
        return Weight.PUBLISHED
    if _UPDATED.search(label):
        return Weight.UPDATED if plain else None
    if plain is Weight.ABOVE_TITLE:
        text = classified.page.lines[at].text
        timed = bool(_TIME.search(text)) and at > 0
        bare = at > _HEADER and not _WEEKDAY.search(text)
        section = len(before.split()) <= _SECTION and not after.strip() and before.rstrip()[-1:] in "/|·•-–—"
        return plain if (is_lone_date(text) or section) and (timed or bare) else None
    return plain if _stands_apart(before, after) else None


def _stands_apart(before: str, after: str) -> bool:
    """Tell whether a date stands beside names and signs rather than in a sentence."""
    words = before.split()
    if len(words) > _BESIDE or len(after.split()) > _BESIDE or _SOURCE.search(before):
        return False
    return (
        not words
        or words[-1][-1] in "-–—|/•·,:;)"
        or words[-1][:1].isupper()
        or words[-1][0] == "@"
        or words[-1].lower() in ("on", "at", "am", "le", "el", "em")
    )


def _beside_source(classified: Classified, order: Order) -> Iterator[Candidate]:
    """Yield the day without a year beside a paper's or an agency's name above the text: ``Reuters - Sep 10``."""
    for at in range(classified.body[0]):
        line = classified.page.lines[at]
        if classified.kinds[at] is Kind.DATE and name_beside_date(line.text[:_LONGEST]):
            for day in days(line.text)[:1]:
                settled = day.in_order(order)
                if day.year is None and settled is not None:
                    yield Candidate(settled.edtf, Weight.DATELINE, line.text, line.first)


def _in_dateline(classified: Classified, order: Order) -> Iterator[Candidate]:
    """Yield the day of a dateline: ``MOSCOW, Sep 10:`` at the start of the body."""
    for at in classified.body[:2]:
        line = classified.page.lines[at]
        for day in days(line.text[:110])[:1]:
            settled = day.in_order(order)
            if settled is not None and _is_dateline(line.text, day):
                yield Candidate(settled.edtf, Weight.DATELINE, line.text[: day.end + 1], line.first)


def _is_dateline(text: str, day: Day) -> bool:
    before, after = text[: day.start], text[day.end : day.end + 30]
    place = before.rstrip(" ,.(:–—-")
    if (
        not _DATELINE.match(before)
        or not place[:1].isupper()
        or not all(word[:1].isupper() for word in place.split() if word[:1].isalpha())
    ):
        return False
    return _BEHIND_DAY.match(after) is not None
