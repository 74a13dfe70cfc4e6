"""The exporters in order, and the loop that runs them."""

from collections.abc import Iterator, Sequence

from builder.briefing.model import Briefing
from builder.pages.words import ENGLISH, Words
from builder.site.exports.briefing_json import briefing_json
from builder.site.exports.calendar import calendar
from builder.site.exports.chronology import chronology_csv, chronology_json
from builder.site.exports.feed import feed
from builder.site.exports.hosting import nojekyll, robots, sitemap
from builder.site.exports.material import Exporter, material
from builder.site.exports.statements import statements_csv
from builder.site.exports.timeline import timeline
from builder.urls import PagePath

EXPORTERS: tuple[Exporter, ...] = (
    briefing_json,
    chronology_json,
    chronology_csv,
    calendar,
    timeline,
    statements_csv,
    feed,
    sitemap,
    robots,
    nojekyll,
)


def exports(briefing: Briefing, paths: Sequence[PagePath], words: Words = ENGLISH) -> Iterator[tuple[PagePath, bytes]]:
    """Yield every file for machines that is made from the whole briefing, with its bytes.

    ``paths`` are the HTML pages of the site, ``words`` those of the interface. The files of single articles are planned
    as pages are; see :mod:`builder.site.exports.annotations`.
    """
    given = material(briefing, paths, words)
    for exporter in EXPORTERS:
        yield from exporter(given)
