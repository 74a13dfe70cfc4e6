"""A site that was put into an archive and unpacked elsewhere, read from disk without scripts."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.running import run

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
PLACE = "a copy – übertragen, 100 %"
"""No folder that the site was made for."""

READ = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const aside = "details, svg, button, .unseen, thead";
  return {
    links: [...document.querySelectorAll("a, link[rel=stylesheet], script[src]")]
      .map((one) => one.href?.baseVal ?? one.href ?? one.src).map((address) => new URL(address, location).href),
    anchors: [...document.querySelectorAll("[id]")].map((one) => one.id),
    unread: [...document.querySelectorAll("main *")]
      .filter((one) => own(one) && !shown(one) && !one.closest(aside)).map((one) => one.outerHTML.slice(0, 90)),
  };
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder into which the site of this repository's own briefing was unpacked."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    assert run("build", at=folder).status == 0
    with zipfile.ZipFile(shutil.make_archive(str(folder / "archive"), "zip", folder / "site")) as archive:
        archive.extractall(folder / PLACE)
    return folder / PLACE


def test_every_link_leads_on_and_everything_can_be_read(site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page((site / "index.html").as_uri(), java_script_enabled=False)
    anchors: dict[str, set[str]] = {}
    wanted: dict[tuple[str, str], str] = {}
    waiting = [site / "index.html"]
    for file in waiting:
        page.goto(file.as_uri())
        found = page.evaluate(READ)
        assert found["unread"] == [], file.name
        anchors[str(file)] = set(found["anchors"])
        for address in found["links"]:
            if address.startswith("https://"):
                continue
            assert address.startswith("file:///"), address
            path, fragment = map(unquote, urldefrag(address.removeprefix("file://")))
            wanted[path, fragment] = file.name
            if path.endswith(".html") and Path(path) not in waiting:
                waiting.append(Path(path))
    assert [path for path, _ in wanted if not Path(path).is_file() or not Path(path).is_relative_to(site)] == []
    astray = {place: by for place, by in wanted.items() if place[1] and place[1] not in anchors[place[0]]}
    assert astray == {}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {
        Path(path).relative_to(site).as_posix() for path in anchors
    } == {"404.html"}


def test_the_search_page_says_why_there_is_none(site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page((site / "search.html").as_uri(), java_script_enabled=False)
    expect(page.locator("#no-search")).to_contain_text("Search needs a script and a web server")
    expect(page.locator("#no-search").get_by_role("link", name="dossier")).to_be_visible()
