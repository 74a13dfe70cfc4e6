"""What has changed in an open page is put into it, and the reader keeps their place; else the page is loaded again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.serve.previewing import Served

pytestmark = pytest.mark.browser

PAGE = (
    """</p>
<title>{words}</title><link rel=stylesheet href=static/style.css>
<p id=words>{words}</p><p id=count></p>
<details><summary>More</summary>and more</details>
<input id=field><input id=other><label><input id=box type=checkbox>a box</label>
"""
    + "<br>and more" * 300
)
SCRIPT = """<script>
"use strict";
const words = document.getElementById("words").textContent.split(" ").length;
document.getElementById("count").textContent = `${words} words`;
</script>"""

Open = Callable[[str], Served]


@pytest.fixture
def open_page(start: Callable[..., Served], root: Path, tab: Page) -> Open:
    """Preview a text and open its page; return once the page has all that it asks for."""

    def opened(text: str) -> Served:
        (root / "content" / "index.md").write_text(text)
        (root / "content" / "made.md").write_text("made by the build")  # or the first build would call for another
        served = start()
        with tab.expect_response(lambda response: response.request.resource_type == "fetch"):
            tab.goto(served.address)
        return served

    return opened


def wait_for_text(tab: Page, place: str, text: str) -> None:
    tab.wait_for_function("([place, text]) => document.querySelector(place)?.textContent === text", arg=[place, text])


def take_a_place(tab: Page) -> None:
    """Do what a reader does in a page."""
    tab.evaluate("window.isSameDocument = true")
    tab.click("summary")
    tab.fill("#other", "filled in")
    tab.check("#box")
    tab.fill("#field", "half a word")
    tab.press("#field", "ArrowLeft")
    tab.evaluate("window.scrollTo(0, 1500)")


def wait_for_place(tab: Page) -> None:
    """Wait until the reader is where they were."""
    for condition in (
        "window.scrollY === 1500",
        "document.querySelector('details').open",
        "document.activeElement.id === 'field'",
        "document.activeElement.selectionStart === 10",
        "document.getElementById('field').value === 'half a word'",
        "document.getElementById('other').value === 'filled in'",
        "document.getElementById('box').checked",
    ):
        tab.wait_for_function(condition)


def is_same_document(tab: Page) -> bool:
    return bool(tab.evaluate("window.isSameDocument === true"))


def test_what_has_changed_is_put_into_the_page(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="first words"))
    take_a_place(tab)
    for words in ("second words", "third <b>and</b> last words"):
        served.write("content/index.md", PAGE.format(words=words))
        wait_for_text(tab, "#words", words.replace("<b>", "").replace("</b>", ""))
    wait_for_place(tab)
    assert tab.title() == "third <b>and</b> last words"
    assert is_same_document(tab)


def test_a_page_with_scripts_is_loaded_again_once_it_shows_what_has_changed(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="first words") + SCRIPT)
    wait_for_text(tab, "#count", "2 words")
    take_a_place(tab)
    served.write("content/index.md", PAGE.format(words="second words and more") + SCRIPT)
    wait_for_text(tab, "#count", "4 words")
    wait_for_text(tab, "#words", "second words and more")
    wait_for_place(tab)


def test_what_a_script_has_changed_is_not_taken_for_what_its_source_has(open_page: Open, tab: Page) -> None:
    script = "<script>document.getElementById('words').textContent += '!'</script>"
    served = open_page(PAGE.format(words="first words") + script)
    take_a_place(tab)
    served.write("content/index.md", PAGE.format(words="second words") + script)
    wait_for_text(tab, "#words", "second words!")
    wait_for_place(tab)


@pytest.mark.parametrize("scripts", ["", SCRIPT])
def test_problems_come_and_go_over_a_page_that_stays(open_page: Open, tab: Page, scripts: str) -> None:
    served = open_page(PAGE.format(words="first words") + scripts)
    take_a_place(tab)
    for _ in range(2):
        served.write("content/bad.md", "BROKEN")
        tab.wait_for_selector("#briefing-problems")
        assert "a <broken> thing" in tab.inner_text("#briefing-problems")
        (served.root / "content" / "bad.md").unlink()
        tab.wait_for_selector("#briefing-problems", state="detached")
    wait_for_place(tab)
    assert is_same_document(tab)


def test_a_script_that_has_changed_runs(open_page: Open, tab: Page) -> None:
    page = PAGE + "<script src=static/theme.js></script>"
    served = open_page(page.format(words="first words"))
    served.write("themes/theme.js", "document.getElementById('count').textContent = 'by the script'")
    wait_for_text(tab, "#count", "by the script")
    served.write("themes/theme.js", "document.getElementById('count').textContent = 'by another'")
    wait_for_text(tab, "#count", "by another")


def test_words_and_styles_may_change_one_after_the_other(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="first words"))
    for number, colour in enumerate(("rgb(255, 0, 0)", "rgb(0, 0, 255)")):
        served.write("themes/style.css", f"p {{ color: {colour} }}")
        served.write("content/index.md", PAGE.format(words=f"words {number}"))
        wait_for_text(tab, "#words", f"words {number}")
        tab.wait_for_function(f"getComputedStyle(document.getElementById('words')).color === '{colour}'")


def test_a_page_that_is_gone_and_back_is_followed(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="first words"))
    (served.root / "content" / "index.md").unlink()
    tab.wait_for_function("document.body?.textContent.includes('no such page')")
    served.write("content/index.md", PAGE.format(words="second words"))
    wait_for_text(tab, "#words", "second words")
