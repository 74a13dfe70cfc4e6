"""Drawings as readers have them: on paper, and in colours that they have given to all pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.folders import write_all
from tests.running import run

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

CUT_OFF = """() => [...document.querySelectorAll("svg text")].filter((text) => {
  const [inner, outer] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
  return inner.width && (inner.left < outer.left - 1 || inner.right > outer.right + 1);
}).map((text) => text.textContent)"""
OTHERWISE_COLOURED = """() => {
  const fills = (selector) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).fill);
  const [text, link] = ["body", "main a"].map((selector) => getComputedStyle(document.querySelector(selector)).color);
  const marks = fills("svg .mark:not(.planned) circle:not([fill])");
  return [...fills("svg text:not(.cut)").filter((fill) => fill !== text), ...marks.filter((fill) => fill !== link)];
}"""
DRAWN = ("index.html", "chronology.html", "people.html", "places.html", "topics.html")


SEED = """---
title: Ships meet
published: 2024-05-03
publisher: Portly Herald
---
Ships from the United States, Norway, Russia and North Korea met off Japan on Friday, Mayor Carla Jensen of Oslo said.

Jensen will go to Washington and to Manila in June. The United States and Russia sent no word, Jensen said.
"""


@pytest.mark.parametrize("theme", ["default", "plain"])
def test_no_label_is_cut_off_on_paper(tmp_path: Path, open_page: Open, theme: str) -> None:
    write_all(tmp_path, {"content/index.md": "---\ntitle: Ships\nas_of: 2024-06-30\n---\n", "seeds/ships.txt": SEED})
    assert run("build", "--theme", theme, at=tmp_path).status == 0
    page = open_page("about:blank", viewport={"width": 642, "height": 960})
    page.emulate_media(media="print")
    for name in DRAWN:
        page.goto((tmp_path / "site" / name).as_uri())
        assert page.evaluate(CUT_OFF) == [], name


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_drawings_take_the_readers_own_colours(sites: dict[str, Path], open_page: Open, ground: str) -> None:
    page = open_page((sites["sample"] / "chronology.html").as_uri(), forced_colors="active", color_scheme=ground)
    assert page.locator("svg .mark circle").count()
    for chosen in ("light", "dark"):
        page.get_by_label(chosen).check()
        assert page.evaluate(OTHERWISE_COLOURED) == [], chosen
