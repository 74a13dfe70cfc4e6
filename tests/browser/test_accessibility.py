"""Accessibility by the rules of axe-core, on every kind of page, in both colour schemes, on phone and desktop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}
KINDS = (
    "index.html",
    "articles/bridge-opens.html",
    "topics.html",
    "topics/trams.html",
    "chronology.html",
    "statements.html",
    "people.html",
    "people/ada-boone.html",
    "places/port-vale.html",
    "sources.html",
    "sources/the-herald.html",
    "organisations.html",
    "places.html",
    "changes.html",
    "chronology.planned.html",
    "search.html",
    "dossier.html",
    "about.html",
    "404.html",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_breaks_a_rule(scheme: str, size: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["sample"] / "index.html").as_uri(), color_scheme=scheme, viewport=SIZES[size])
    assert faults(page, sites["sample"], KINDS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_plain_theme_breaks_no_rule(scheme: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["plain"] / "index.html").as_uri(), color_scheme=scheme, viewport=SIZES["desktop"])
    assert faults(page, sites["plain"], KINDS[:4]) == []


def test_a_briefing_without_an_article_breaks_no_rule(sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["nothing"] / "index.html").as_uri(), viewport=SIZES["phone"])
    empty = [kind for kind in KINDS if (sites["nothing"] / kind).exists()]
    assert faults(page, sites["nothing"], empty) == []


@pytest.mark.parametrize("choice", ["strong", "off"])
def test_no_choice_of_annotations_breaks_a_rule(choice: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["sample"] / "articles/bridge-opens.html").as_uri(), viewport=SIZES["desktop"])
    page.get_by_label(choice).check()
    assert faults(page, sites["sample"], KINDS[1:2]) == []


def faults(page: Page, site: Path, kinds: tuple[str, ...] | list[str]) -> list[str]:
    """Return what breaks a rule, each as page, rule and element."""
    found = []
    for kind in kinds:
        page.goto((site / kind).as_uri())
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [f"{kind}: {one['id']}: {node['target']}" for one in violations for node in one["nodes"]]
    return found
