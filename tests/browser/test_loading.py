"""What a page costs a reader: its weight, and that nothing moves once it is drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

HEAVIEST = 60_000
"""Bytes of the front page with its styles and scripts, uncompressed."""

# Layout Instability (https://wicg.github.io/layout-instability/): shares of the screen that moved, summed.
SHIFTS = """() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) total += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(total), 200));
})"""


@pytest.mark.parametrize("path", ["index.html", "articles/bridge-opens.html", "chronology.html", "people.html"])
def test_nothing_moves_once_it_is_drawn(path: str, served: str, open_page: Open) -> None:
    page = open_page(f"{served}/{path}", viewport={"width": 390, "height": 844})
    assert page.evaluate(SHIFTS) == 0


def test_the_front_page_is_light(served: str, open_page: Open) -> None:
    page = open_page("about:blank")
    weights: dict[str, int] = {}
    page.on("response", lambda response: weights.update({response.url: len(response.body())}))
    page.goto(f"{served}/index.html", wait_until="networkidle")
    assert len(weights) >= 4
    assert sum(weights.values()) <= HEAVIEST
