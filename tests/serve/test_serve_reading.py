"""An editor reads a page of the default theme while its article is mended: what they have open and selected stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.folders import write_all
from tests.running import run
from tests.serve.conftest import end
from tests.serve.previewing import Served, real

pytestmark = pytest.mark.browser

FERRY = """---
title: Ferry sank
published: 2024-05-07
publisher: Portly Herald
---
Harbour master Ada Lund spoke to reporters on Monday.

The ferry to Lind sank on Friday, Ada Lund said.

A new ferry will be there in May.
"""
ARTICLE = "content/articles/ferry-sank.md"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    index = "---\ntitle: The ferry\nas_of: 2024-06-30\n---\n"
    write_all(tmp_path, {"content/index.md": index, "seeds/ferry.txt": FERRY})
    assert run("build", at=tmp_path).status == 0
    preview = Served(tmp_path, *real(tmp_path))
    yield preview
    end(preview)


@pytest.fixture
def article(served: Served, tab: Page) -> Page:
    """Open the article, and return once the page has all that it asks for."""
    with tab.expect_response(lambda response: response.request.resource_type == "fetch"):
        tab.goto(f"{served.address}articles/ferry-sank.html")
    tab.evaluate("window.isSameDocument = true")
    return tab


def edit(served: Served, old: str, new: str) -> None:
    text = (served.root / ARTICLE).read_text()
    assert old in text
    served.write(ARTICLE, text.replace(old, new))


def is_same_document(article: Page) -> bool:
    return bool(article.evaluate("window.isSameDocument === true"))


def selected(article: Page) -> str:
    return str(article.evaluate("getSelection().toString()"))


def friday(article: Page) -> Locator:
    return article.locator("#p2 .date")


def test_a_selection_and_an_open_card_stay_while_other_paragraphs_change(served: Served, article: Page) -> None:
    article.locator("#p1 a.person").focus()
    card = article.get_by_role("tooltip")
    expect(card).to_contain_text("Ada Lund")
    article.evaluate("getSelection().selectAllChildren(document.getElementById('p3'))")
    words = selected(article)
    for old, new in (("The ferry to", "The ship to"), ("The ship to", "The boat to")):
        edit(served, old, new)
        expect(article.locator("#p2")).to_contain_text(new)
    assert is_same_document(article)
    assert selected(article) == words
    assert "A new ferry" in words
    expect(card).to_be_visible()
    expect(article.locator("#p1 a.person")).to_be_focused()


def test_the_card_of_a_date_tells_what_the_editor_makes_of_it(served: Served, article: Page) -> None:
    friday(article).focus()
    card = article.get_by_role("tooltip")
    expect(card).to_contain_text("3 May 2024")
    for old, new in (("2024-05-03", "2024-05-02"), ("2024-05-02", "2024-05-01")):
        edit(served, f"value={old}", f"value={new}")
        expect(card).to_contain_text(f"{int(new[-2:])} May 2024")
    assert is_same_document(article)
    expect(card).to_be_visible()
    expect(friday(article)).to_be_focused()


def test_a_reader_who_comes_to_no_page_is_led_back(served: Served, article: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    colour = article.evaluate(ground)
    (served.root / ARTICLE).rename((served.root / ARTICLE).with_name("lost.md"))
    expect(article.get_by_role("heading", name="Page not found")).to_be_visible()
    article.wait_for_function(f"{ground} === '{colour}'")
    article.get_by_role("main").get_by_role("link", name="front page").click()
    expect(article.get_by_role("heading", name="The ferry", exact=True)).to_be_visible()


def test_what_is_new_in_the_page_has_all_that_scripts_give(served: Served, article: Page) -> None:
    edit(served, "ferry will be", "ferry from [Horn]{.place} will be")
    article.locator("#p3 a.place").focus()
    expect(article.get_by_role("tooltip")).to_contain_text("Horn")
    article.keyboard.press("Escape")
    expect(article.get_by_role("tooltip")).to_be_hidden()
    copy = article.get_by_role("button", name="Copy").first
    copy.focus()
    edit(served, "title: Ferry sank", "title: The ferry is lost")
    expect(article.locator(".citation").first).to_contain_text("The ferry is lost")
    expect(copy).to_be_focused()
    expect(article.get_by_label("dark")).to_be_visible()
    assert is_same_document(article)
