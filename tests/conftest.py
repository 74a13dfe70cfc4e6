"""Folders to run the commands in."""

from pathlib import Path

import pytest
from folders import SEED, write_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a briefing with one sound seed."""
    settings = "---\ntitle: The harbour bridge\nas_of: 2024-06-30\n---\n"
    return write_all(tmp_path, {"content/index.md": settings, "seeds/bridge.txt": SEED})
