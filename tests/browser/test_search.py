"""Searching in a real browser: what is found, what narrows it, where a hit leads, in two languages, by keyboard."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture
def search(served: str, sites: dict[str, Path], open_page: Open) -> Callable[..., Page]:
    """Return a function that opens the search page of a briefing and types some words."""

    def searched(words: str, name: str = "sample") -> Page:
        page = open_page(f"{served.rpartition('/')[0]}/{sites[name].name}/search.html")
        page.locator("#search input[type=text]").fill(words)
        return page

    return searched


def titles(page: Page) -> Locator:
    return page.locator(".pagefind-ui__result-title")


def choose(page: Page, group: str, value: str) -> None:
    """Narrow a search by one value of a group."""
    page.locator("summary", has_text=group).click()
    page.get_by_label(value, exact=False).check()


def test_a_passage_is_found_once_and_not_again_on_each_page_that_quotes_it(search: Callable[..., Page]) -> None:
    page = search("engineer")
    expect(titles(page)).to_have_text(["Trams may come late"])


@pytest.mark.parametrize(
    ("words", "narrowed"),
    [
        (
            "trams",
            {
                ("Kind", "Topic"): ["Trams"],
                ("Source", "The Herald"): ["Harbour bridge opens"],
                ("Year", "2023"): ["Harbour bridge opens"],
            },
        ),
        ("bridge", {("Topic", "Trams"): ["Harbour bridge opens", "Trams may come late"]}),
        ("boone", {("Kind", "People"): ["Ada Boone"]}),
    ],
)
def test_a_search_is_narrowed(
    words: str, narrowed: Mapping[tuple[str, str], list[str]], search: Callable[..., Page]
) -> None:
    page = search(words)
    for (group, value), left in narrowed.items():
        expect(titles(page).nth(len(left))).to_be_visible()
        choose(page, group, value)
        expect(titles(page)).to_have_text(left)
        page.get_by_label(value, exact=False).uncheck()


def test_no_search_is_made_before_all_groups_are_known(served: str, open_page: Open) -> None:
    page = open_page("about:blank")
    field = page.locator("#search input[type=text]")
    fields_when_asked: list[int] = []

    def note(route: Route) -> None:
        fields_when_asked.append(field.count())
        route.continue_()

    page.route("**/*.pf_filter", note)
    page.goto(f"{served}/search.html")
    field.fill("trams")
    expect(page.locator("#search summary")).to_have_text(["Kind", "Source", "Topic", "Year"])
    assert fields_when_asked == [0] * 4


def test_a_hit_shows_the_passage_to_which_it_leads(search: Callable[..., Page]) -> None:
    page = search("engineer")
    expect(titles(page).get_by_role("link")).to_have_attribute("href", re.compile(r"#p\d+$"))
    expect(page.locator(".pagefind-ui__result-excerpt mark")).to_have_text(re.compile("engineer", re.IGNORECASE))


def test_words_of_the_title_lead_to_the_passage_that_has_them_too(search: Callable[..., Page]) -> None:
    page = search("harbour")
    expect(titles(page).get_by_role("link", name="Harbour bridge opens")).to_have_attribute("href", re.compile(r"#p2$"))


def test_the_keyboard_alone_searches_narrows_and_follows(search: Callable[..., Page]) -> None:
    page = search("trams")
    expect(titles(page).nth(2)).to_be_visible()
    for wanted in ("summary", "input[type=checkbox]"):
        _tab_to(page, wanted)
        page.keyboard.press("Space")
    expect(page.locator("#search input[type=checkbox]:checked")).to_have_count(1)
    expect(titles(page)).to_have_text(["Trams may come late", "Harbour bridge opens"])
    _tab_to(page, "a[href*='trams-late']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/articles/trams-late\.html#p1$"))


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"no key leads to {selector}")


def test_a_german_briefing_is_searched_in_german(search: Callable[..., Page]) -> None:
    page = search("engineer", "german")
    expect(page.locator("#search input[type=text]")).to_have_attribute("placeholder", "Suche")
    expect(titles(page)).to_have_text(["Trams may come late"])
    groups = page.locator("#search summary")
    expect(groups).to_have_text(["Art", "Jahr", "Quelle", "Thema"])
    choose(page, "Art", "Artikel")
    expect(titles(page)).to_have_count(1)
    expect(page.locator("#search")).to_contain_text("1 Ergebnis")
