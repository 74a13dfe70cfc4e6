"""Accessibility by the rules of axe-core: every kind of page, both themes and colour schemes, phone and desktop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.measures import COLOURS, broken

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
TEMPLATES = (
    "index.html",
    "articles/bridge-opens.html",
    "topics.html",
    "topics/trams.html",
    "chronology.html",
    "statements.html",
    "people.html",
    "people/ada-boone.html",
    "sources.html",
    "sources/the-herald.html",
    "changes.html",
    "search.html",
    "dossier.html",
    "about.html",
    "404.html",
)
"""A page of each."""
PAGES = (
    *TEMPLATES,
    "places/port-vale.html",
    "agencies/npa.html",
    "authors/jo-pike.html",
    "places.html",
    "chronology.planned.html",
)
KINDS = {"sample": PAGES, "plain": TEMPLATES}
"""What is looked at of each site: the second theme has the templates of the first."""


@pytest.mark.parametrize("name", KINDS)
def test_no_kind_of_page_breaks_a_rule(name: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites[name] / "index.html").as_uri())
    found = []
    for kind in KINDS[name]:
        page.set_viewport_size(PHONE)
        page.emulate_media(color_scheme="light")
        page.goto((sites[name] / kind).as_uri())
        found += [f"{kind}, on a phone: {fault}" for fault in broken(page)]
        page.set_viewport_size(DESKTOP)
        found += [f"{kind}: {fault}" for fault in broken(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{kind}, dark: {fault}" for fault in broken(page, COLOURS)]
    assert found == []


def test_no_page_of_an_empty_briefing_breaks_a_rule(sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["nothing"] / "index.html").as_uri(), viewport=PHONE)
    found = []
    for kind in TEMPLATES:
        if (sites["nothing"] / kind).exists():
            page.goto((sites["nothing"] / kind).as_uri())
            found += [f"{kind}: {fault}" for fault in broken(page)]
    assert found == []


@pytest.mark.parametrize("choice", ["strong", "off"])
def test_no_choice_of_annotations_breaks_a_rule(choice: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["sample"] / "articles/bridge-opens.html").as_uri(), viewport=DESKTOP)
    page.get_by_label(choice).check()
    assert broken(page) == []
    page.emulate_media(color_scheme="dark")
    assert broken(page, COLOURS) == []
