"""Rules that tell what a line is without looking at the page as a whole; the first that claims a line decides.

Each rule is a function from a page to pairs of line index and kind. What no rule claims is decided by the line model.
"""

from collections.abc import Callable, Iterable
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page
from builder.ingest.rules.addresses import lone_addresses
from builder.ingest.rules.archives import records
from builder.ingest.rules.bylines import bylines
from builder.ingest.rules.captions import captions
from builder.ingest.rules.comments import comment_heads
from builder.ingest.rules.credits import credits_of_agencies
from builder.ingest.rules.dates import lone_dates
from builder.ingest.rules.footers import rights
from builder.ingest.rules.known import known_phrases
from builder.ingest.rules.languages import language_bars
from builder.ingest.rules.live_times import live_times
from builder.ingest.rules.markup import page_code
from builder.ingest.rules.page_numbers import page_numbers
from builder.ingest.rules.related import related_blocks
from builder.ingest.rules.stamps import stamps

Rule = Callable[[Page], Iterable[tuple[int, Kind]]]

RULES: Final[tuple[Rule, ...]] = (
    related_blocks,
    known_phrases,
    language_bars,
    live_times,
    lone_addresses,
    lone_dates,
    records,
    stamps,
    comment_heads,
    credits_of_agencies,
    bylines,
    captions,
    rights,
    page_code,
    page_numbers,
)
"""In this order."""


def claims(page: Page) -> dict[int, Kind]:
    """Return the kind of each line that a rule knows, by index."""
    found: dict[int, Kind] = {}
    for rule in RULES:
        for at, kind in rule(page):
            found.setdefault(at, kind)
    return found
