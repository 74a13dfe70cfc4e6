"""An open page in a real browser: it keeps up with the site, and the reader keeps their place."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.serve.previewing import Served, until

pytestmark = pytest.mark.browser

LONG = "<link rel=stylesheet href=static/style.css>{} words" + "<br>and more" * 300


def wait_for_words(tab: Page, words: str) -> None:
    tab.wait_for_function("words => document.body?.textContent.includes(words)", arg=words)


def test_a_page_keeps_up_and_keeps_its_place(start: Callable[..., Served], tab: Page) -> None:
    served = start()
    served.write("content/index.md", LONG.format("many"))
    tab.goto(served.address)
    wait_for_words(tab, "many words")
    tab.evaluate("window.scrollTo(0, 1500)")

    served.write("content/index.md", LONG.format("second"))
    wait_for_words(tab, "second words")
    tab.wait_for_function("window.scrollY === 1500")

    tab.evaluate("window.sameDocument = true")
    served.write("themes/style.css", "p { color: rgb(255, 0, 0) }")
    tab.wait_for_function("getComputedStyle(document.querySelector('p')).color === 'rgb(255, 0, 0)'")
    assert tab.evaluate("window.sameDocument")
    tab.wait_for_function("document.querySelectorAll('link').length === 1")

    served.write("content/bad.md", "BROKEN")
    tab.wait_for_selector("#briefing-problems")
    assert "a <broken> thing" in tab.inner_text("#briefing-problems")
    assert "second words" in tab.inner_text("p")
    (served.root / "content" / "bad.md").unlink()
    tab.wait_for_selector("#briefing-problems", state="detached")


def test_a_page_left_open_over_a_restart_connects_again(start: Callable[..., Served], tab: Page) -> None:
    served = start()
    tab.goto(served.address)
    wait_for_words(tab, "first words")
    served.stop()
    (served.root / "content" / "index.md").write_text("words after the restart")
    port = str(urlsplit(served.address).port)
    until(lambda: start(port=port).address)  # somebody else may have the port for a moment
    wait_for_words(tab, "words after the restart")
