"""The files for machines that are made from the whole briefing, each with what makes it."""

from collections.abc import Iterator, Sequence

from builder.pages.catalogue import Catalogue
from builder.pages.noting import Making
from builder.site.exports import briefing_json, calendar, chronology, feed, hosting, statements, timeline
from builder.urls import PagePath

EXPORTS: tuple[tuple[PagePath, Making], ...] = (
    (briefing_json.PATH, briefing_json.briefing_json),
    (chronology.JSON_PATH, chronology.chronology_json),
    (chronology.CSV_PATH, chronology.chronology_csv),
    (calendar.PATH, calendar.calendar),
    (timeline.PATH, timeline.timeline),
    (statements.PATH, statements.statements_csv),
    (feed.PATH, feed.feed),
    (hosting.ROBOTS, hosting.robots),
    (hosting.NOJEKYLL, hosting.nojekyll),
)


def exports(found: Catalogue, pages: Sequence[PagePath]) -> Iterator[tuple[PagePath, Making]]:
    """Plan the files for machines; ``pages`` are the HTML pages of the site.

    The files of single articles are planned in :mod:`builder.site.exports.annotations`.
    """
    yield from EXPORTS
    yield from hosting.sitemap(found, pages)
