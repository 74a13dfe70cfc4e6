"""What is measured in an open page: accessibility by the rules of axe-core, and how much of it has moved."""

from collections.abc import Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ALL: Mapping[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
COLOURS: Mapping[str, object] = {**ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
"""All that a colour scheme can break."""

_BROKEN = """(rules) => axe.run(document, rules).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""

# Layout Instability (https://wicg.github.io/layout-instability/): shares of the screen that moved, summed.
_SHIFTS = """() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) total += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(total)));
})"""


def broken(page: Page, rules: Mapping[str, object] = ALL) -> list[str]:
    """Return which rules a page breaks, each with the element that does."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(_BROKEN, rules)
    return found


def shifts(page: Page) -> float:
    """Return how much of the screen has moved since the page was first drawn."""
    return float(page.evaluate(_SHIFTS))
