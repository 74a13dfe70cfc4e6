"""Cards at names and dates of an article: on hover and by keyboard (WCAG 2.2, success criterion 1.4.13)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.measures import broken, shifts

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture
def article(sites: dict[str, Path], open_page: Open) -> Page:
    address = (sites["sample"] / "articles/bridge-opens.html").as_uri()
    return open_page(address, viewport={"width": 1440, "height": 900})


def test_a_name_tells_who_it_is(article: Page) -> None:
    name = article.locator(".text a.person").first
    name.hover()
    card = article.get_by_role("tooltip")
    expect(card).to_contain_text("Ada Boone")
    expect(card.locator(".role")).to_have_text("Mayor")
    expect(card).to_contain_text("2 mentions")
    expect(name).to_have_attribute("aria-describedby", "card")


def test_a_card_stays_under_the_pointer_and_goes_with_it(article: Page) -> None:
    article.locator(".text a.person").first.hover()
    card = article.get_by_role("tooltip")
    card.hover()
    expect(card).to_be_visible()
    article.locator("h1").hover()
    expect(card).to_be_hidden()


def test_escape_closes_a_card_and_the_tooltip_is_back(article: Page) -> None:
    name = article.locator(".text a.person").first
    title = name.get_attribute("title")
    name.focus()
    expect(article.get_by_role("tooltip")).to_be_visible()
    expect(name).not_to_have_attribute("title", title or "")
    article.keyboard.press("Escape")
    expect(article.get_by_role("tooltip")).to_be_hidden()
    expect(name).to_be_focused()
    expect(name).to_have_attribute("title", title or "")


def test_the_keyboard_reaches_how_a_date_was_found(article: Page) -> None:
    date = article.locator(".text .date.worked-out").first
    for _ in range(40):
        article.keyboard.press("Tab")
        if date.evaluate("date => date === document.activeElement"):
            break
    expect(article.get_by_role("tooltip")).to_contain_text("16 September 2023, worked out from")
    date.blur()
    expect(article.get_by_role("tooltip")).to_be_hidden()


def test_a_card_moves_nothing_and_breaks_no_rule(article: Page) -> None:
    article.locator(".text a.person").first.focus()
    expect(article.get_by_role("tooltip")).to_be_visible()
    assert shifts(article) == 0
    assert broken(article) == []


def test_no_card_where_annotations_are_off(article: Page) -> None:
    article.get_by_label("off").check()
    article.locator(".text a.person").first.focus()
    expect(article.get_by_role("tooltip")).to_be_hidden()
