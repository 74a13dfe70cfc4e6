"""A briefing of the little builder's, and its preview."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import PATIENCE
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


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 600})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def end(served: Served) -> None:
    if served.process.poll() is None:
        served.process.kill()
    served.process.communicate()
