"""What the timeline shows of events: a mark for each, in the lane of its topic."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from builder import edtf
from builder.briefing.model import Event
from builder.edtf import Edtf
from builder.pages.dates import in_words
from builder.pages.linker import Linker
from builder.pages.timeline_groups import joined
from builder.pages.timeline_values import Mark, Room
from builder.urls import Slug

MOST_LANES: Final = 4
OTHERS: Final = "Other events"


def lanes_of(linker: Linker, events: Sequence[Event]) -> tuple[Slug, ...]:
    """Return the topics that have a lane of their own: those with most events, in the briefing's order."""
    counts = Counter(slug for event in events for slug in event.topics[:1] if slug in linker.catalogue.titles)
    common = {slug for slug, count in counts.most_common(MOST_LANES) if count > 1}
    return tuple(slug for slug in linker.catalogue.titles if slug in common)


def lane_titles(linker: Linker, lanes: Sequence[Slug]) -> tuple[str, ...]:
    """Return the title of each lane, the one of all other events last; a single lane has none."""
    return (*(linker.catalogue.titles[slug] for slug in lanes), linker.words.say(OTHERS)) if lanes else ("",)


def marks_of(linker: Linker, events: Sequence[Event], lanes: Sequence[Slug], room: Room) -> tuple[Mark, ...]:
    """Return the marks of all events that lie at a known time, in order of time; joined where there is no room."""
    singles = [mark for event in events if (mark := _mark(linker, event, lanes))]
    return joined(singles, room, linker.words)


def can_be_drawn(event: Event) -> bool:
    """Return whether an event lies at a time that is known closely enough for a mark."""
    return _date(event) is not None


def _date(event: Event) -> Edtf | None:
    date = edtf.parse(event.date)
    return date if date and edtf.ordinals(date) else None


def _mark(linker: Linker, event: Event, lanes: Sequence[Slug]) -> Mark | None:
    date = _date(event)
    days = edtf.ordinals(date) if date else None
    if date is None or days is None:
        return None
    lane = next((lanes.index(slug) for slug in event.topics if slug in lanes), len(lanes))
    shown = all(linker.catalogue.rights(telling.citation) != "none" for telling in event.tellings)
    label = event.text if shown else ""
    return Mark(
        event.date,
        *days,
        lane,
        event.weight,
        label,
        in_words(event.date, linker.words) + (f": {label}" if label else ""),
        linker.event(event.id),
        event.status == "planned",
        event.background,
        date.approximate or date.uncertain or not (date.ancient or (date.first and date.last)),
    )
