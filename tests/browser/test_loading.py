"""What a page costs a reader: its weight, and that nothing moves once it is drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, Route

from tests.browser.measures import shifts

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

HEAVIEST = 60_000
"""Bytes of the front page with its styles and scripts, uncompressed."""

DRAWN = """() => new Promise((done) => {
  new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true });
})"""


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_where_scripts_come_after_the_page_is_drawn(width: int, served: str, open_page: Open) -> None:
    page = open_page("about:blank", viewport={"width": width, "height": 2_000})
    held: list[Route] = []
    page.route("**/page.js", lambda route: held.append(route))
    for path in ("index.html", "articles/bridge-opens.html", "chronology.html", "people.html"):
        with page.expect_request("**/page.js"):
            page.goto(f"{served}/{path}", wait_until="commit")
        page.evaluate(DRAWN)
        held.pop().continue_()
        page.wait_for_selector("#settings:not([hidden])")
        assert shifts(page) == 0, path


def test_the_front_page_is_light(served: str, open_page: Open) -> None:
    page = open_page("about:blank")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{served}/index.html", wait_until="networkidle")
    assert len(answers) >= 4
    assert sum(len(answer.body()) for answer in answers) <= HEAVIEST
