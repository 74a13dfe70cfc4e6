"""Folders to run the commands in, and what holds for every property."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.folders import SEED, write_all

# How long an example takes says more about what else the machine does than about what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a briefing with one sound seed."""
    index = "---\ntitle: The harbour bridge\nas_of: 2024-06-30\n---\n"
    return write_all(tmp_path, {"content/index.md": index, "seeds/bridge.txt": SEED})
