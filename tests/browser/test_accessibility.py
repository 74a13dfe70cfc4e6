"""Accessibility by the rules of axe-core: every kind of page, both themes and colour schemes, phone and desktop."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
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
    "agencies/npa.html",
    "authors/jo-pike.html",
    "organisations.html",
    "organisations/bank-of-port-vale.html",
    "places.html",
    "changes.html",
    "chronology.planned.html",
    "search.html",
    "dossier.html",
    "about.html",
    "404.html",
)
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"], "preload": False}
"""All that a colour scheme can break."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}

SCHEMES: dict[Literal["light", "dark"], dict[str, object]] = {"light": RULES, "dark": COLOURS}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["sample", "plain"])
def test_no_kind_of_page_breaks_a_rule(theme: str, size: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites[theme] / "index.html").as_uri(), viewport=SIZES[size])
    assert faults(page, sites[theme], KINDS) == []


def test_a_briefing_without_an_article_breaks_no_rule(sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["nothing"] / "index.html").as_uri(), viewport=SIZES["phone"])
    empty = [kind for kind in KINDS if (sites["nothing"] / kind).exists()]
    assert faults(page, sites["nothing"], empty) == []


@pytest.mark.parametrize("choice", ["strong", "off"])
def test_no_choice_of_annotations_breaks_a_rule(choice: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["sample"] / "articles/bridge-opens.html").as_uri(), viewport=SIZES["desktop"])
    page.get_by_label(choice).check()
    assert faults(page, sites["sample"], KINDS[1:2]) == []


def faults(page: Page, site: Path, kinds: Iterable[str]) -> list[str]:
    """Return what breaks a rule, each as page, colour scheme, rule and element."""
    axe, found = Axe(), []
    for kind in kinds:
        page.goto((site / kind).as_uri())
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            violations = axe.run(page, options=rules).response["violations"]
            found += [f"{kind}, {scheme}: {one['id']}: {node['target']}" for one in violations for node in one["nodes"]]
    return found
