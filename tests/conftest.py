"""Folders to run the commands in, cases as text, a browser, and what holds for every property."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.cases import TextCase, read_cases
from tests.folders import SEED, write_all

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says more about what else the machine does than about what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``text_case`` once for each case of the file its module names in ``CASES``."""
    if "text_case" in metafunc.fixturenames:
        path = metafunc.definition.path.with_name(metafunc.module.CASES)
        cases = [pytest.param(TextCase(*parts), id=name) for name, parts in read_cases(path, 2)]
        metafunc.parametrize("text_case", cases)


FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PATIENCE = 60_000
"""Milliseconds that a browser is waited for; only a failing test waits as long."""


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Give a real Chromium, one for all tests of a process."""
    from playwright.sync_api import expect, sync_playwright

    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no Chromium on PATH and none named by $CHROMIUM")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS.split(), timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a briefing with one sound seed."""
    index = "---\ntitle: The harbour bridge\nas_of: 2024-06-30\n---\n"
    return write_all(tmp_path, {"content/index.md": index, "seeds/bridge.txt": SEED})
