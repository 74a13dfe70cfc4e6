"""Folders to run the commands in, cases as text, and what holds for every property."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.cases import TextCase, read_cases
from tests.folders import SEED, write_all

# How long an example takes says more about what else the machine does than about what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``text_case`` once for each case of the file its module names in ``CASES``."""
    if "text_case" in metafunc.fixturenames:
        path = metafunc.definition.path.with_name(metafunc.module.CASES)
        cases = [pytest.param(TextCase(*parts), id=name) for name, parts in read_cases(path, 2)]
        metafunc.parametrize("text_case", cases)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a briefing with one sound seed."""
    index = "---\ntitle: The harbour bridge\nas_of: 2024-06-30\n---\n"
    return write_all(tmp_path, {"content/index.md": index, "seeds/bridge.txt": SEED})
