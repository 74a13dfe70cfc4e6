"""A briefing of the little builder's, and its preview."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from previewing import Served


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("content", "themes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "themes" / "style.css").write_text("p {}")
    (tmp_path / "content" / "index.md").write_text("first words")
    return tmp_path


@pytest.fixture
def start(root: Path) -> Iterator[Callable[..., Served]]:
    """Start a preview; those still running at the end are ended."""
    running: list[Served] = []

    def run(*options: str, port: str = "0") -> Served:
        running.append(Served(root, *options, port=port))
        return running[-1]

    yield run
    for served in running:
        if served.process.poll() is None:
            served.process.kill()
        served.process.communicate()
