"""A page hangs on exactly what its maker looked at: where none of it has changed, the page is the same."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.pages.catalogue import Catalogue, catalogue
from builder.pages.contexts import Context
from builder.pages.noting import Fingerprints, Read, Reads, differences, noting, same_making
from builder.pages.paging import Make
from builder.pages.plan import Page, plan
from tests.pages.edits import Place, changed, places
from tests.pages.hostile import hostile
from tests.pages.long import long
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample

PLACES = list(places(sample()))


def made(page: Page, found: Catalogue) -> tuple[Context, tuple[Read, ...]]:
    reads = Reads()
    return page.make(noting(found, reads)), tuple(reads.new)


def shown(found: Catalogue, make: Make) -> bytes:
    return repr(make(found)).encode()


def fingerprint(page: Page, found: Catalogue, reads: tuple[Read, ...]) -> tuple[bytes, ...]:
    prints = Fingerprints(found)
    return prints.common, prints.of_making(partial(shown, make=page.make)), *prints.of_parts(reads)


@pytest.mark.parametrize("briefing", [sample, nothing, hostile, odd, long], ids=lambda make: make.__name__)
def test_a_page_is_the_same_whether_or_not_it_is_noted_what_it_is_made_from(briefing: Any) -> None:
    found = catalogue(briefing())
    for page in plan(found):
        assert made(page, found)[0] == page.make(found)


BEFORE = catalogue(sample())
MADE = {page.path: (page, *made(page, BEFORE)) for page in plan(BEFORE)}
BEFORE_PRINTS = Fingerprints(BEFORE)
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


@settings(max_examples=300, deadline=None)
@given(st.sets(st.sampled_from(PLACES), min_size=1, max_size=3))
def test_what_is_the_same_by_its_values_is_the_same_by_its_fingerprint(where: set[Place]) -> None:
    briefing = sample()
    for place in where:
        briefing = changed(briefing, place)
    after = catalogue(briefing)
    found, prints = set(differences(BEFORE, after)), Fingerprints(after, BEFORE_PRINTS)
    for page in plan(after):
        before, _, reads = MADE.get(page.path, (None, None, ()))
        if before and prints.common == BEFORE_PRINTS.common and found.isdisjoint(reads):
            is_same = fingerprint(page, after, reads) == PRINTS[page.path]
            assert same_making(partial(shown, make=page.make), partial(shown, make=before.make)) == is_same, page.path


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


def test_a_maker_with_values_that_nobody_sees_is_refused() -> None:
    hidden = "seen by no fingerprint"
    with pytest.raises(TypeError, match="hand them over"):
        Fingerprints(BEFORE).of_making(lambda _: hidden.encode())
