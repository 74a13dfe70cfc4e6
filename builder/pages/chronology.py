"""The chronology: events by year and month, whole and by kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from builder.briefing.model import Event, SourceKind
from builder.pages.catalogue import Catalogue
from builder.pages.contexts import ChronologyPage
from builder.pages.dates import MONTHS
from builder.pages.frame import frame
from builder.pages.linker import CHRONOLOGY, Linker
from builder.pages.order import by_month, pages_of, part_path, place_in_time
from builder.pages.paging import Parts, pager, titled
from builder.pages.parts import Month, Year
from builder.pages.timeline_drawing import draw_timeline
from builder.pages.values import EventView, Html, Link
from builder.pages.views import event_view
from builder.urls import PagePath, page


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events a page of the chronology has."""

    name: str
    path: PagePath
    """Of its first part."""
    has: Callable[[Event], bool]


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
    counts = tuple((choice, len(events)) for choice, events in shown.items())
    for choice, events in shown.items():
        parts = catalogue.chronology if choice.path == CHRONOLOGY else pages_of(by_month(events))
        for number in range(1, len(parts) + 1):
            path = part_path(choice.path, number)
            yield path, partial(_page, path=path, choice=choice, counts=counts, number=number, parts=parts)


def _page(
    catalogue: Catalogue,
    path: PagePath,
    choice: Choice,
    counts: Sequence[tuple[Choice, int]],
    number: int,
    parts: Sequence[Sequence[Event]],
) -> ChronologyPage:
    linker = Linker(catalogue, path)
    whole = choice.path == CHRONOLOGY
    title = "Chronology" if whole else f"Chronology: {choice.name.lower()}"
    drawn = draw_timeline(linker, [event for part in parts for event in part]) if number == 1 else Html("")
    return ChronologyPage(
        frame(catalogue, path, titled(title, number), "What happened when, and according to whom."),
        pager(linker, choice.path, number, len(parts)),
        drawn,
        years(linker, parts[number - 1]),
        _other_years(linker, choice.path, number, parts),
        whole,
        tuple(
            Link(f"{other.name} ({count:,})", "" if other is choice else linker.to(other.path))
            for other, count in counts
        ),
        *_elsewhere(linker),
    )


def _other_years(linker: Linker, base: PagePath, number: int, parts: Sequence[Sequence[Event]]) -> tuple[Link, ...]:
    """Return the years that stand in other parts, each with the link to where it begins."""
    begins: dict[str, int] = {}
    for at, part in enumerate(parts, 1):
        for event in part:
            begins.setdefault(place_in_time(event.date)[0], at)
    return tuple(
        Link(year, linker.to(part_path(base, at), _anchor(year))) for year, at in begins.items() if at != number
    )


def _elsewhere(linker: Linker) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the links to each topic's and to each publisher's part of the chronology."""
    briefing = linker.catalogue.briefing
    told = {telling.citation.article for event in briefing.events for telling in event.tellings}
    publishers = dict.fromkeys(article.publisher_slug for article in briefing.articles if article.slug in told)
    topics = (
        Link(topic.title, linker.to(page("topics", topic.slug), "chronology"))
        for topic in briefing.topics
        if topic.events
    )
    sources = (
        Link(linker.publisher(slug).text, linker.to(page("sources", slug), "chronology"))
        for slug in publishers
        if (SourceKind.PUBLISHER, slug) in linker.catalogue.sources
    )
    return tuple(topics), tuple(sources)


def years(linker: Linker, events: Iterable[Event]) -> tuple[Year, ...]:
    """Return events by year and month, in order of time; those without a year and without any date at the end."""
    found: dict[str, list[Month]] = {}
    for group in by_month(events):
        year, month = place_in_time(group[0].date)
        views: tuple[EventView, ...] = tuple(event_view(linker, event) for event in group)
        found.setdefault(year, []).append(Month(MONTHS[int(month) - 1] if month else "", views))
    return tuple(
        Year(year, _anchor(year), tuple(months), sum(len(month.events) for month in months))
        for year, months in found.items()
    )


def _anchor(year: str) -> str:
    return "y" + year if year.isdigit() else year.lower().replace(" ", "-")
