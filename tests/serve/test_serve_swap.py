"""What has changed in an open page is put into it, and the reader keeps their place; else the page is loaded again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

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

KEEPING_UP = """<script data-keeps-up>
"use strict";
function count() {
  const words = document.getElementById("words");
  document.getElementById("count").textContent = `${words.textContent.split(" ").length} words`;
  for (const one of words.children) one.lang = "en";
}
document.addEventListener("briefing-before-change", () => {
  for (const one of document.querySelectorAll("[lang]")) one.removeAttribute("lang");
});
document.addEventListener("briefing-after-change", count);
count();
</script>"""

Open = Callable[[str], Served]
Pair = tuple[str, str, bool]
"""The source of a page, its next one, and whether a script has added something at its end."""
Swapped = Callable[[list[Pair]], list[bool]]


@pytest.fixture
def open_page(start: Callable[..., Served], root: Path, tab: Page) -> Open:
    """Preview a text and open its page; return once the page has all that it asks for."""

    def opened(text: str) -> Served:
        (root / "content" / "index.md").write_text(text)
        served = start()
        with tab.expect_response(lambda response: response.request.resource_type == "fetch"):
            tab.goto(f"{served.address}#words")
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
        "document.querySelector(':target').id === 'words'",
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


def test_a_page_stays_where_each_of_its_scripts_says_that_it_keeps_up(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="first words") + KEEPING_UP)
    wait_for_text(tab, "#count", "2 words")
    take_a_place(tab)
    for words in ("second words and more", "third <b>words</b>", "the fourth words"):
        served.write("content/index.md", PAGE.format(words=words) + KEEPING_UP)
        wait_for_text(tab, "#words", words.replace("<b>", "").replace("</b>", ""))
        wait_for_text(tab, "#count", f"{len(words.split())} words")
    wait_for_place(tab)
    assert is_same_document(tab)


def test_what_is_selected_stays_selected_while_other_words_of_its_text_change(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="the first words stay"))
    tab.evaluate("getSelection().setBaseAndExtent(words.firstChild, 10, words.firstChild, 15)")
    assert tab.evaluate("getSelection().toString()") == "words"
    for words in ("the very last words stay", "the very last words stay here", "words stay here"):
        served.write("content/index.md", PAGE.format(words=words))
        wait_for_text(tab, "#words", words)
    assert tab.evaluate("getSelection().toString()") == "words"


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


def test_words_change_in_place_while_a_problem_goes(open_page: Open, tab: Page) -> None:
    served = open_page(PAGE.format(words="first words"))
    take_a_place(tab)
    served.write("content/bad.md", "BROKEN")
    tab.wait_for_selector("#briefing-problems")
    served.write("content/index.md", PAGE.format(words="second words"))
    (served.root / "content" / "bad.md").unlink()
    wait_for_text(tab, "#words", "second words")
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


WORDS = st.sampled_from(["", "a", "b c", "<!-- said -->"])
NAMES = st.sampled_from(["p", "b", "ul", "li", "details", "svg", "use", "template", "script", "title", "input"])
ATTRIBUTES = st.sampled_from(
    ["", " id=one", " id=two", " class=x", " class=y title='&amp;'", " hidden", " xlink:href=#a"]
)
PIECES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda name, attributes, inside: f"<{name}{attributes}>{''.join(inside)}</{name}>",
        NAMES,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
SOURCES = st.lists(PIECES, max_size=6).map(lambda pieces: "<!doctype html><title>t</title><body>" + "".join(pieces))
SWAP = """async (pairs) => {
  const { swap } = await import("/__briefing/swap.js");
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  return pairs.map(([old, fresh, added]) => {
    const live = parsed(old);
    if (added) live.body.append(live.createElement("aside"));
    const is = swap(parsed(old), parsed(fresh), live);
    live.querySelector("aside")?.remove();
    const expected = parsed(is ? fresh : old);
    return live.isEqualNode(expected) && live.documentElement.outerHTML === expected.documentElement.outerHTML;
  });
}"""


@pytest.fixture(scope="module")
def swapped(standing: Served, browser: Browser) -> Iterator[Swapped]:
    """Give a function that swaps pages, and tells of each whether it then was as its fresh source, or as before."""
    page = browser.new_page()
    page.goto(standing.address)
    yield lambda pairs: page.evaluate(SWAP, pairs)
    page.close()


@settings(max_examples=40)
@given(st.lists(st.tuples(SOURCES, SOURCES, st.booleans()), min_size=1, max_size=20))
def test_a_page_is_swapped_as_a_whole_or_not_at_all(swapped: Swapped, pairs: list[Pair]) -> None:
    assert all(swapped(pairs))
