"""The chronology: events by year and month, whole and by kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from builder.briefing.model import Event, SourceKind
from builder.pages.catalogue import Catalogue
from builder.pages.contexts import ChronologyPage
from builder.pages.dates import in_words
from builder.pages.frame import frame
from builder.pages.linker import CHRONOLOGY, Linker
from builder.pages.order import (
    BACKGROUND,
    BEHIND,
    by_month,
    chronology_parts,
    has_story,
    part_path,
    place_in_time,
    place_of,
    years_of,
)
from builder.pages.paging import Parts, pager, titled
from builder.pages.parts import Month, Year
from builder.pages.timeline_drawing import draw_timeline
from builder.pages.values import EventView, Link
from builder.pages.views import event_view
from builder.pages.words import Words
from builder.urls import PagePath, Slug, page


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events a page of the chronology has."""

    name: str
    path: PagePath
    """Of its first part."""
    has: Callable[[Event], bool]


FOREMOST: Final = 60
"""Topics, and publishers, whose own parts every page of the chronology leads to."""
CHOICES: Final = (
    Choice("All events", CHRONOLOGY, lambda _: True),
    Choice("Without background", PagePath("chronology.story.html"), lambda event: not event.background),
    Choice("Background", PagePath("chronology.background.html"), lambda event: event.background),
    Choice("Planned", PagePath("chronology.planned.html"), lambda event: event.status == "planned"),
)


def chronology_pages(catalogue: Catalogue) -> Parts:
    """Plan the chronology part by part: all events, then each choice of them that leaves some and takes some."""
    chosen = {choice: [event for event in catalogue.briefing.events if choice.has(event)] for choice in CHOICES}
    whole = len(catalogue.briefing.events)
    shown = {
        choice: events for choice, events in chosen.items() if choice.path == CHRONOLOGY or 0 < len(events) < whole
    }
    choices = tuple((choice.name, choice.path, len(events)) for choice, events in shown.items())
    topics, publishers = _elsewhere(catalogue)
    for choice, events in shown.items():
        parts = catalogue.chronology.values() if choice.path == CHRONOLOGY else chronology_parts(events)
        apart = has_story(events)
        begins = _begins(parts, apart)
        for number, here in enumerate(parts, 1):
            yield (
                part_path(choice.path, number),
                partial(
                    _page,
                    base=choice.path,
                    number=number,
                    count=len(parts),
                    events=here,
                    apart=apart,
                    drawn=[event for part in parts for event in part] if number == 1 else (),
                    begins=begins,
                    choices=choices,
                    topics=topics,
                    publishers=publishers,
                ),
            )


def _page(
    catalogue: Catalogue,
    base: PagePath,
    number: int,
    count: int,
    events: Sequence[Event],
    apart: bool,
    drawn: Sequence[Event],
    begins: Sequence[tuple[str, int]],
    choices: Sequence[tuple[str, PagePath, int]],
    topics: Sequence[Slug],
    publishers: Sequence[Slug],
) -> ChronologyPage:
    linker = Linker(catalogue, part_path(base, number))
    words = linker.words
    whole = base == CHRONOLOGY
    chosen = next(name for name, path, _ in choices if path == base)
    title = words.say("Chronology" if whole else f"Chronology: {chosen.lower()}")
    return ChronologyPage(
        frame(
            catalogue,
            linker.here,
            titled(title, number, words),
            words.say("What happened when, and according to whom."),
        ),
        pager(linker, base, number, count),
        draw_timeline(linker, drawn),
        years(linker, events, apart),
        tuple(
            Link(_heading(year, words), linker.to(part_path(base, at), _anchor(year)))
            for year, at in begins
            if at != number
        ),
        whole,
        any(year == BACKGROUND for year, _ in begins),
        tuple(
            Link(f"{words.say(name)} ({size:,})", "" if path == base else linker.to(path))
            for name, path, size in choices
        ),
        tuple(Link(catalogue.titles[slug], linker.to(page("topics", slug), "chronology")) for slug in topics),
        tuple(Link(linker.publisher(slug).text, linker.to(page("sources", slug), "chronology")) for slug in publishers),
    )


def _begins(parts: Iterable[Sequence[Event]], apart: bool) -> tuple[tuple[str, int], ...]:
    """Return each heading with the number of the part that it begins in, from 1."""
    begins: dict[str, int] = {}
    for number, events in enumerate(parts, 1):
        for event in events:
            begins.setdefault(place_of(event, apart)[0], number)
    return tuple(begins.items())


def _elsewhere(catalogue: Catalogue) -> tuple[tuple[Slug, ...], tuple[Slug, ...]]:
    """Return the topics and the publishers that have a chronology of their own, of many the foremost."""
    briefing = catalogue.briefing
    told = {telling.citation.article for event in briefing.events for telling in event.tellings}
    tellers = {article.publisher_slug for article in briefing.articles if article.slug in told}
    publishers = (source.slug for source in catalogue.sources_of(SourceKind.PUBLISHER) if source.slug in tellers)
    topics = (topic.slug for topic in briefing.topics if topic.events)
    return tuple(islice(topics, FOREMOST)), tuple(islice(publishers, FOREMOST))


def years(linker: Linker, events: Iterable[Event], apart: bool) -> tuple[Year, ...]:
    """Return events by year and month, in order of time; those without a year and without any date at the end.

    ``apart``: background has a heading of its own behind the years.
    """
    found: dict[str, list[Month]] = {}
    span = ""
    for group in by_month(events, apart):
        year, month = place_of(group[0], apart)
        views: tuple[EventView, ...] = tuple(event_view(linker, event) for event in group)
        found.setdefault(year, []).append(Month(linker.words.day(int(month), None, None) if month else "", views))
        if year == BACKGROUND:
            span = _span(group, linker.words)
    return tuple(
        Year(
            _heading(year, linker.words),
            _anchor(year),
            span if year == BACKGROUND else "",
            tuple(months),
            sum(len(month.events) for month in months),
        )
        for year, months in found.items()
    )


def _span(events: Sequence[Event], words: Words) -> str:
    """Return the first and the last year of events, and how many they are: ``1922–2019, 34 events``."""
    places = (place_in_time(event.date)[0] for event in events)
    known = [years_of(place) for place in places if place not in BEHIND]
    ends = (min(first for first, _ in known), max(last for _, last in known)) if known else ()
    said = "–".join(dict.fromkeys(map(words.year, ends)))
    return ", ".join(filter(None, (said, words.count(len(events), "event"))))


def _heading(year: str, words: Words) -> str:
    said = words.say(year) if year in BEHIND else in_words(year.zfill(4), words)
    return said[:1].upper() + said[1:]


def _anchor(year: str) -> str:
    return year.lower().replace(" ", "-") if year in BEHIND else f"y{year.lower()}"
