"""A briefing of the little builder's, and its preview."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.serve.previewing import Served, little, write_briefing


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_briefing(tmp_path)


@pytest.fixture
def start(root: Path) -> Iterator[Callable[..., Served]]:
    """Start a preview; those still running at the end are ended."""
    running: list[Served] = []

    def run(*options: str, port: str = "0", **environment: str) -> Served:
        running.append(Served(root, *little(root, *options, port=port), **environment))
        return running[-1]

    yield run
    for served in running:
        end(served)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview for all tests that only ask."""
    root = write_briefing(tmp_path_factory.mktemp("standing"))
    served = Served(root, *little(root, "still"))
    yield served
    end(served)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    yield page
    page.close()


def end(served: Served) -> None:
    if served.process.poll() is None:
        served.process.kill()
    served.process.communicate()
