"""Commands load what they need and no more: loading everything takes longer than most of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import SEED, write

CALL = """
import sys
from builder.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""
HALVES = {
    "converting": {"builder.ingest.reader", "builder.annotate.annotator", "trafilatura", "lxml", "ftfy"},
    "making pages": {"builder.pages.plan", "builder.site.render", "jinja2", "babel", "markdown_it"},
    "serving": {"builder.serve.server", "starlette", "uvicorn", "watchdog"},
}


def loaded(folder: Path, *words: str) -> set[str]:
    """Return the modules that are loaded when a command is done."""
    done = subprocess.run([sys.executable, "-c", CALL, *words], cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def wants(modules: set[str]) -> set[str]:
    """Return which halves of the builder modules are of."""
    return {half for half, members in HALVES.items() if members & modules}


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["build", "--help"], ["schema", "index"]])
def test_a_command_that_builds_nothing(tmp_path: Path, words: list[str]) -> None:
    assert wants(loaded(tmp_path, *words)) == set()


def test_a_build(tmp_path: Path) -> None:
    write(tmp_path / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n")
    write(tmp_path / "seeds" / "bridge.txt", SEED)
    assert wants(loaded(tmp_path, "build", "-j1", "-q")) == {"converting", "making pages"}
    finished = tmp_path / ".briefing" / "finished.json"
    for _ in range(100):  # files that were written a moment before are not trusted
        if not finished.exists():
            loaded(tmp_path, "build", "-j1", "-q")
    assert wants(loaded(tmp_path, "build", "-j1", "-q")) == set()


def test_a_build_after_an_edit_of_words_converts_nothing(tmp_path: Path) -> None:
    write(tmp_path / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n")
    write(tmp_path / "seeds" / "bridge.txt", SEED)
    loaded(tmp_path, "build", "-j1", "-q")
    (article,) = (tmp_path / "content" / "articles").iterdir()
    article.write_text(article.read_text() + "\n[Our own words.]{.note}\n")
    assert wants(loaded(tmp_path, "build", "-j1", "-q")) == {"making pages"}
