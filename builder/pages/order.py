"""The order in which long lists are read, and how they are cut into pages, so that none grows without bound."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from builder import edtf
from builder.briefing.model import EntityKind, Event, Statement
from builder.edtf import Precision
from builder.grouping import grouped
from builder.urls import PagePath, Slug

Thing = TypeVar("Thing")
SpeakerKey = tuple[EntityKind | None, str]
"""Kind and slug of a known speaker; else no kind and the words that describe one, empty where nobody is named."""

LONGEST: Final = 100
"""Entries on a page that is one list."""
LONGEST_PART: Final = 60
"""Entries of each list on a page that has several."""
TOPICAL: Final = 6
"""Statements of one speaker from which on they are read by topic."""
UNKNOWN_YEAR: Final = "Year unknown"
UNDATED: Final = "Undated"
BACKGROUND: Final = "Background"
BEHIND: Final = (BACKGROUND, UNKNOWN_YEAR, UNDATED)
"""What stands behind all years, in this order."""
_PARTS: Final = re.compile(r"(-?[0-9X]{4})(?:-([0-9]{2}))?")


@lru_cache(maxsize=1 << 12)
def part_path(base: PagePath, number: int) -> PagePath:
    """Return the path of a part of a page, counted from 1, in the page's own folder; no slug has a dot in it."""
    return base if number <= 1 else PagePath(f"{base.removesuffix('.html')}.{number}.html")


def part(entries: Sequence[Thing], number: int, length: int = LONGEST_PART) -> Sequence[Thing]:
    """Return the entries of a part, counted from 1; all of them for 0."""
    return entries[(number - 1) * length : number * length] if number else entries


def part_count(*lists: Collection[object], length: int = LONGEST_PART) -> int:
    """Return over how many parts some lists go that are cut side by side; at least 1."""
    return max(1, *(-(-len(entries) // length) for entries in lists))


def pages_of(groups: Iterable[Sequence[Thing]], length: int = LONGEST) -> tuple[tuple[Thing, ...], ...]:
    """Fill pages with groups; one that fits on a page is not cut, a longer one begins where the last has ended."""
    pages: list[list[Thing]] = [[]]
    for group in groups:
        if pages[-1] and len(pages[-1]) + len(group) > length >= len(group):
            pages.append([])
        for entry in group:
            if len(pages[-1]) == length:
                pages.append([])
            pages[-1].append(entry)
    return tuple(map(tuple, pages))


def numbered(pages: Iterable[Iterable[Event | Statement]]) -> dict[str, int]:
    """Return the number of the page, from 1, that each event or statement stands on, by its identifier."""
    return {entry.id: number for number, entries in enumerate(pages, 1) for entry in entries}


@lru_cache(maxsize=1 << 14)
def place_in_time(date: str) -> tuple[str, str]:
    """Return the year and the month (``01`` to ``12``) that an event stands under; no month: an empty string.

    One of which only a decade or a century is known, or known to be its beginning, stands under that: ``199X``. Years
    before our era are written as EDTF does: ``-0043``.
    """
    value = edtf.parse(date)
    if value is None:
        return UNDATED, ""
    start = edtf.parse(date.partition("/")[0])
    if start and (start.ancient or start.precision in (Precision.DECADE, Precision.CENTURY)):
        year, month = _PARTS.findall(start.text)[0]
        return year, month if value.precision in (Precision.DAY, Precision.MONTH) else ""
    known = value.first or value.last
    if known is None:
        return UNKNOWN_YEAR, ""
    end = value.last or known
    within_month = value.first is not None and (known.year, known.month) == (end.year, end.month)
    exact = within_month and value.precision in (Precision.DAY, Precision.MONTH, Precision.INTERVAL)
    return str(known.year), f"{known.month:02}" if exact else ""


def place_of(event: Event, apart: bool) -> tuple[str, str]:
    """Return the heading and the month that an event stands under; ``apart``: background has a heading of its own."""
    return (BACKGROUND, "") if apart and event.background else place_in_time(event.date)


def has_story(events: Iterable[Event]) -> bool:
    """Whether events tell a story, so that background can stand apart from it."""
    return not all(event.background for event in events)


def by_month(events: Iterable[Event], apart: bool = False) -> list[list[Event]]:
    """Return events by year and month, in order of time; those without a year and without any date at the end.

    ``apart``: background is one group behind the years, so that a list opens with what the story is about.
    """
    groups = grouped(events, lambda event: place_of(event, apart))
    return [groups[place] for place in sorted(groups, key=in_time)]


def in_time(place: tuple[str, str]) -> tuple[int, tuple[int, int], str]:
    """Return the key that puts the places of events in order."""
    year, month = place
    if year in BEHIND:
        return BEHIND.index(year) + 1, (0, 0), ""
    first, last = years_of(year)
    return 0, (first, -last), month


def years_of(place: str) -> tuple[int, int]:
    """Return the first and the last year of a place in time: a year, a decade or a century."""
    first, last = sorted((int(place.replace("X", "0")), int(place.replace("X", "9"))))
    return max(1, first) if first < last > 0 else first, last


def chronology_parts(events: Sequence[Event]) -> tuple[tuple[Event, ...], ...]:
    """Return the events of each part of the chronology of all that happened."""
    return pages_of(by_month(events, has_story(events)))


def as_in_chronology(events: Collection[Event]) -> list[Event]:
    """Return events in the order in which a chronology of them would have them."""
    return [event for group in by_month(events, has_story(events)) for event in group]


def by_speaker(
    statements: Iterable[Statement], known: Collection[tuple[EntityKind, Slug]], topics: Mapping[Slug, int]
) -> list[list[Statement]]:
    """Return statements grouped by speaker.

    Known entities come first, then those a source only describes, then statements whose speaker isn't named; within
    these, whoever says most stands first. What a speaker says stands in order of date; where it is much, by topic.
    ``topics`` gives each topic its rank.
    """
    groups = grouped(statements, lambda statement: speaker_key(statement, known))
    ordered = sorted(groups.items(), key=lambda group: (_rank(group[0]), -len(group[1]), group[0][1]))
    return [_by_topic(in_order_of_date(found), topics) for _, found in ordered]


def speaker_key(statement: Statement, known: Collection[tuple[EntityKind, Slug]]) -> SpeakerKey:
    """Return what statements of one speaker have in common."""
    if statement.speaker is not None and statement.speaker_kind is not None:
        key = statement.speaker_kind, statement.speaker
        if key in known:
            return key
    return None, " ".join(statement.speaker_words.split()).casefold()


def _rank(key: SpeakerKey) -> int:
    return 2 if key == (None, "") else 1 if key[0] is None else 0


def _by_topic(statements: list[Statement], topics: Mapping[Slug, int]) -> list[Statement]:
    if len(statements) < TOPICAL:
        return statements
    return sorted(statements, key=lambda statement: topics.get(first_topic(statement, topics), len(topics)))


def first_topic(statement: Statement, topics: Mapping[Slug, int]) -> Slug:
    """Return the foremost topic of a statement; an empty slug where it has none."""
    return min((slug for slug in statement.topics if slug in topics), key=topics.__getitem__, default=Slug(""))


def in_order_of_date(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order in which they were published, undated ones last."""
    return sorted(statements, key=lambda statement: edtf.sort_key(edtf.parse(statement.published)))
