"""A page hangs on exactly what its maker looked at: where none of it has changed, the page is the same."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages.hostile import hostile
from pages.long import long
from pages.odd import odd
from pages.sample import nothing, sample

from builder.pages.catalogue import Catalogue, catalogue
from builder.pages.contexts import Context
from builder.pages.noting import Fingerprints, Read, noting
from builder.pages.paging import Make
from builder.pages.plan import Page, plan

WORDS = frozenset(
    "title subtitle language as_of summary name role text sentence words verb stance review rights publisher agency "
    "published published_from date date_words dated_from plan status url archived retrieved subject".split()
)
"""Fields that hold words or values, and not the names by which the parts of a briefing find each other."""

Place = tuple[str | int, ...]
"""The way to a value: fields by name, entries by number."""


def places(value: object, so_far: Place = ()) -> Iterator[Place]:
    """Give the way to each text in a briefing that an editor might change."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, str) and field.name in WORDS:
                yield (*so_far, field.name)
            else:
                yield from places(inner, (*so_far, field.name))
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from places(entry, (*so_far, number))


def changed(value: Any, place: Place) -> Any:
    """Return a value with the text at a place changed."""
    if not place:
        return f"{value}s"
    first, *rest = place
    if isinstance(first, int):
        return (*value[:first], changed(value[first], tuple(rest)), *value[first + 1 :])
    return replace(value, **{first: changed(getattr(value, first), tuple(rest))})


PLACES = list(places(sample()))


def made(page: Page, found: Catalogue) -> tuple[Context, tuple[Read, ...]]:
    reads: dict[Read, None] = {}
    return page.make(noting(found, reads)), tuple(reads)


def shown(found: Catalogue, make: Make) -> bytes:
    return repr(make(found)).encode()


def fingerprint(page: Page, found: Catalogue, reads: tuple[Read, ...]) -> str:
    prints = Fingerprints(found)
    return prints.of_file(partial(shown, make=page.make), map(prints.of_read, reads))


@pytest.mark.parametrize("briefing", [sample, nothing, hostile, odd, long], ids=lambda make: make.__name__)
def test_a_page_is_the_same_whether_or_not_it_is_noted_what_it_is_made_from(briefing: Any) -> None:
    found = catalogue(briefing())
    for page in plan(found):
        assert made(page, found)[0] == page.make(found)


BEFORE = catalogue(sample())
MADE = {page.path: (page, *made(page, BEFORE)) for page in plan(BEFORE)}
PRINTS = {path: fingerprint(page, BEFORE, reads) for path, (page, _, reads) in MADE.items()}


@settings(max_examples=300, deadline=None)
@given(st.sets(st.sampled_from(PLACES), min_size=1, max_size=3))
def test_what_stays_the_same_by_its_fingerprint_is_the_same(where: set[Place]) -> None:
    briefing = sample()
    for place in where:
        briefing = changed(briefing, place)
    after = catalogue(briefing)
    for page in plan(after):
        before, context, reads = MADE.get(page.path, (None, None, ()))
        if before and fingerprint(page, after, reads) == PRINTS[page.path]:
            assert page.make(after) == context, page.path


def same_after(*where: str | int) -> set[str]:
    """Return the pages that are the same by their fingerprints after a change."""
    after = catalogue(changed(sample(), where))
    return {page.path for page in plan(after) if fingerprint(page, after, MADE[page.path][2]) == PRINTS[page.path]}


def test_a_change_touches_only_what_shows_it() -> None:
    statement = same_after("statements", 2, "verb")
    assert statement >= {"articles/bridge-opens.html", "people/ada-boone.html", "chronology.html", "404.html"}
    assert not statement & {"articles/trams-late.html", "statements.html", "dossier.html"}
    assert same_after("title") == set()


def test_every_page_is_the_same_where_nothing_has_changed() -> None:
    after = catalogue(sample())
    assert {path: fingerprint(page, after, MADE[path][2]) for path, (page, _, _) in MADE.items()} == PRINTS
