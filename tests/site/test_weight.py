"""What the front page weighs with all that it loads, uncompressed, whatever the size of the briefing."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.plan import plan
from builder.site.render import Renderer, render, static_files
from builder.site.theme import load_theme
from tests.pages.long import long
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample
from tests.running import run

ROOT = Path(__file__).resolve().parents[2]
HEAVIEST = 60_000
"""Bytes of the page with its drawings, styles, scripts and icon."""


def weight(files: dict[str, bytes]) -> int:
    """Return the bytes of the front page and of each file that it has the browser load."""
    front = files["index.html"].decode()
    loaded = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]* ?(?:href|src)="([^"]+)"', front)
    assert len(loaded) >= 6
    return len(front.encode()) + sum(len(files[path]) for path in set(loaded))


@pytest.mark.parametrize("theme", ["default", "plain"])
@pytest.mark.parametrize("make", [nothing, sample, odd, long])
def test_the_front_page_is_light_however_much_there_is(make: Callable[[], Briefing], theme: str) -> None:
    found, look = catalogue(make()), load_theme(theme, Path("/nonexistent"))
    front = [page for page in plan(found) if page.path == "index.html"]
    files = dict([*render(front, found, look), *static_files(look), *Renderer(look).running_heads(found)])
    assert weight({str(path): data for path, data in files.items()}) <= HEAVIEST


def test_the_front_page_of_this_repository_s_briefing_is_light(tmp_path: Path) -> None:
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    assert run("build", at=tmp_path).status == 0
    site = tmp_path / "site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.*") if path.is_file()}
    assert weight(files) <= HEAVIEST
