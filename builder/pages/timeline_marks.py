"""What the timeline shows: one mark for an event, or for a month's events where there are too many to tell apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from builder import edtf
from builder.briefing.model import Event
from builder.edtf import Precision
from builder.pages.dates import in_words, short_month
from builder.pages.linker import Linker
from builder.urls import Slug

MOST_SINGLE: Final = 150
"""Events; more than these are drawn by month."""
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
    approximate: bool


def lanes_of(linker: Linker, events: Sequence[Event]) -> tuple[Slug, ...]:
    """Return the topics that have a lane of their own: those with most events, in the briefing's order."""
    counts = Counter(slug for event in events for slug in event.topics[:1] if slug in linker.catalogue.topics)
    common = {slug for slug, count in counts.most_common(MOST_LANES) if count > 1}
    return tuple(topic.slug for topic in linker.catalogue.briefing.topics if topic.slug in common)


def lane_titles(linker: Linker, lanes: Sequence[Slug]) -> tuple[str, ...]:
    """Return the title of each lane, the one of all other events last; a single lane has none."""
    return (*(linker.catalogue.topics[slug].title for slug in lanes), OTHERS) if lanes else ("",)


def marks_of(linker: Linker, events: Sequence[Event], lanes: Sequence[Slug]) -> tuple[Mark, ...]:
    """Return the marks of all events that lie at a known time, in order of time."""
    singles = [mark for event in events if (mark := _mark(linker, event, lanes))]
    if len(singles) <= MOST_SINGLE:
        return tuple(singles)
    groups: dict[tuple[int, str], list[Mark]] = {}
    for event in events:
        if mark := _mark(linker, event, lanes):
            groups.setdefault((mark.lane, short_month(event.date)), []).append(mark)
    return tuple(_joined(month, marks) for (_, month), marks in groups.items())


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
        f"{in_words(event.date)}: {label}" if label else in_words(event.date),
        linker.event(event.id),
        event.status == "planned",
        date.approximate or date.uncertain or None in (date.first, date.last),
    )


def _joined(month: str, marks: Sequence[Mark]) -> Mark:
    heaviest = max(marks, key=lambda mark: mark.weight)
    if len(marks) == 1:
        return heaviest
    start = min(mark.first for mark in marks)
    weight = min(1.0, sum(mark.weight for mark in marks))
    title = f"{len(marks)} events, {month}"
    return Mark(
        start, start, heaviest.lane, weight, "", title, marks[0].href, all(mark.planned for mark in marks), False
    )
