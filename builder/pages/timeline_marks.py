"""What the timeline shows: one mark for an event, or for a month's events where there are too many to tell apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from builder import edtf
from builder.briefing.model import Event
from builder.edtf import Precision
from builder.pages.dates import in_words, short_month
from builder.pages.linker import Linker
from builder.pages.words import Words
from builder.urls import Slug

MOST: Final = 150
"""Marks; where there would be more, events are drawn by month, and by year where that does not suffice."""
LONGEST_TITLE: Final = 160
"""Characters."""
MOST_LANES: Final = 4
OTHERS: Final = "Other events"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to draw."""

    first: int
    """Ordinal of the first day it may mean."""
    last: int
    """Ordinal of the last day it may mean."""
    lane: int
    weight: float
    """0 to 1."""
    label: str
    """What may stand beside it; empty: nothing."""
    title: str
    """What is told on hover and focus."""
    href: str
    planned: bool
    background: bool
    approximate: bool


def lanes_of(linker: Linker, events: Sequence[Event]) -> tuple[Slug, ...]:
    """Return the topics that have a lane of their own: those with most events, in the briefing's order."""
    counts = Counter(slug for event in events for slug in event.topics[:1] if slug in linker.catalogue.titles)
    common = {slug for slug, count in counts.most_common(MOST_LANES) if count > 1}
    return tuple(slug for slug in linker.catalogue.titles if slug in common)


def lane_titles(linker: Linker, lanes: Sequence[Slug]) -> tuple[str, ...]:
    """Return the title of each lane, the one of all other events last; a single lane has none."""
    return (*(linker.catalogue.titles[slug] for slug in lanes), linker.words.say(OTHERS)) if lanes else ("",)


def marks_of(linker: Linker, events: Sequence[Event], lanes: Sequence[Slug], most: int = MOST) -> tuple[Mark, ...]:
    """Return the marks of all events that lie at a known time, in order of time; no more than ``most`` if need be."""
    singles = [(event.date, mark) for event in events if (mark := _mark(linker, event, lanes))]
    marks = [mark for _, mark in singles]
    for unit in (short_month, _quarter, _year):
        if len(marks) <= most:
            break
        groups: dict[tuple[int, str], list[Mark]] = {}
        for date, mark in singles:
            groups.setdefault((mark.lane, unit(date, linker.words)), []).append(mark)
        heaviest = max(sum(mark.weight for mark in found) for found in groups.values())
        marks = [_joined(linker.words, name, found, heaviest) for (_, name), found in groups.items()]
    return tuple(marks)


def _quarter(date: str, words: Words) -> str:
    known = edtf.parse(date)
    if known is None or known.first is None or known.precision not in (Precision.DAY, Precision.MONTH):
        return _year(date, words)
    return in_words(f"{known.first.year:04}-{33 + (known.first.month - 1) // 3}", words)


def _year(date: str, _words: Words) -> str:
    known = edtf.parse(date)
    return str(known.first.year) if known and known.first else ""


def _mark(linker: Linker, event: Event, lanes: Sequence[Slug]) -> Mark | None:
    date = edtf.parse(event.date)
    if date is None or not edtf.is_dated(date):
        return None
    first = date.first or date.last
    last = date.last or date.first
    if first is None or last is None or date.precision in (Precision.DECADE, Precision.CENTURY):
        return None
    lane = next((lanes.index(slug) for slug in event.topics if slug in lanes), len(lanes))
    shown = all(linker.catalogue.rights(telling.citation) != "none" for telling in event.tellings)
    label = event.text if shown else ""
    return Mark(
        first.toordinal(),
        last.toordinal(),
        lane,
        event.weight,
        label,
        _cut(f"{in_words(event.date, linker.words)}: {label}") if label else in_words(event.date, linker.words),
        linker.event(event.id),
        event.status == "planned",
        event.background,
        date.approximate or date.uncertain or None in (date.first, date.last),
    )


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _joined(words: Words, name: str, marks: Sequence[Mark], most: float) -> Mark:
    """Return one mark for several, labelled with the heaviest; ``most`` is the weight of the heaviest group."""
    heaviest = max(marks, key=lambda mark: mark.weight)
    weight = sum(mark.weight for mark in marks) / max(1.0, most)
    if len(marks) == 1:
        return replace(heaviest, weight=weight)
    start = min(mark.first for mark in marks)
    title = f"{words.count(len(marks), 'event')}, {name}"
    planned, background = all(mark.planned for mark in marks), all(mark.background for mark in marks)
    return Mark(start, start, heaviest.lane, weight, heaviest.label, title, marks[0].href, planned, background, False)
