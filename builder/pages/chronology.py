"""The chronology: events by year and month."""

from collections.abc import Iterable, Iterator

from builder import edtf
from builder.briefing.model import Event
from builder.edtf import Precision
from builder.pages.catalogue import Catalogue
from builder.pages.contexts import ChronologyPage
from builder.pages.dates import MONTHS
from builder.pages.frame import frame
from builder.pages.linker import CHRONOLOGY, Linker
from builder.pages.parts import Month, Year
from builder.pages.timeline_drawing import draw_timeline
from builder.pages.values import EventView, Link
from builder.pages.views import event_view
from builder.urls import page

UNKNOWN_YEAR = "Year unknown"
UNDATED = "Undated"


def chronology_page(catalogue: Catalogue) -> ChronologyPage:
    """Return the page of all events."""
    linker = Linker(catalogue, CHRONOLOGY)
    briefing = catalogue.briefing
    told = {telling.citation.article for event in briefing.events for telling in event.tellings}
    publishers = dict.fromkeys(article.publisher_slug for article in briefing.articles if article.slug in told)
    return ChronologyPage(
        frame(catalogue, CHRONOLOGY, "Chronology", "What happened when, and according to whom."),
        draw_timeline(linker, briefing.events),
        years(linker, briefing.events),
        tuple(
            Link(topic.title, linker.to(page("topics", topic.slug), "chronology"))
            for topic in briefing.topics
            if topic.events
        ),
        tuple(
            Link(linker.publisher(slug).text, linker.to(page("sources", slug), "chronology"))
            for slug in publishers
            if slug in catalogue.sources
        ),
        sum(event.status == "planned" for event in briefing.events),
        sum(event.background for event in briefing.events),
    )


def years(linker: Linker, events: Iterable[Event]) -> tuple[Year, ...]:
    """Return events by year and month, in order of time; those without a year and without any date at the end."""
    found: dict[str, dict[str, list[EventView]]] = {}
    for event in events:
        year, month = _place(event.date)
        found.setdefault(year, {}).setdefault(month, []).append(event_view(linker, event))
    return tuple(_years(found))


def _years(found: dict[str, dict[str, list[EventView]]]) -> Iterator[Year]:
    order = sorted(found, key=lambda year: (year == UNDATED, year == UNKNOWN_YEAR, year.zfill(4)))
    for year in order:
        months = tuple(
            Month(MONTHS[int(month) - 1] if month else "", tuple(events))
            for month, events in sorted(found[year].items())
        )
        anchor = "y" + year if year.isdigit() else year.lower().replace(" ", "-")
        yield Year(year, anchor, months, sum(len(month.events) for month in months))


def _place(date: str) -> tuple[str, str]:
    """Return the year and the month (``01`` to ``12``) that an event stands under; no month: an empty string."""
    value = edtf.parse(date)
    if value is None:
        return UNDATED, ""
    known = value.first or value.last
    if known is None:
        return UNKNOWN_YEAR, ""
    end = value.last or known
    within_month = value.first is not None and (known.year, known.month) == (end.year, end.month)
    exact = within_month and value.precision in (Precision.DAY, Precision.MONTH, Precision.INTERVAL)
    return str(known.year), f"{known.month:02}" if exact else ""
