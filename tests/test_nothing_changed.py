"""A build with nothing to do is known without doing it, and only then; two builds do not meet."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.project import locate
from builder.site.lock import locked
from tests.folders import SEED, tree, write
from tests.running import run

THEME = '{% extends "default/about.html" %}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A briefing built until there is nothing left to do."""
    write(tmp_path / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\ntheme: own\n---\n")
    write(tmp_path / "content" / "media" / "plan.svg", "<svg/>")
    write(tmp_path / "themes" / "own" / "templates" / "about.html", THEME)
    write(tmp_path / "seeds" / "bridge.txt", SEED)
    write(tmp_path / "seeds" / "ferry.txt", "The ferry sank, the harbour office said.\n")
    for file in tmp_path.rglob("*.*"):
        os.utime(file, (0, 0))
    # Files that were written a moment before are not trusted: a quick build may have to be made again.
    finished = tmp_path / ".briefing" / "finished.json"
    for _ in range(100):
        if not finished.exists():
            run("build", at=tmp_path)
    return tmp_path


def stages(folder: Path, *options: str) -> list[str]:
    """Build and return the names of the stages that were needed."""
    return [line.split()[0] for line in run("build", "-v", *options, at=folder).output.splitlines()[:-1]]


def article(folder: Path) -> Path:
    return folder / "content" / "articles" / "harbour-bridge-to-close.md"


def change_same_size(path: Path) -> None:
    """Change a byte and set the time back, as a careless program might."""
    before = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-2] + b"#" + data[-1:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a seed": lambda folder: change_same_size(folder / "seeds" / "bridge.txt"),
    "a new seed": lambda folder: write(folder / "seeds" / "two.txt", SEED.replace("June", "July")),
    "a seed gone": lambda folder: (folder / "seeds" / "ferry.txt").unlink(),
    "a sidecar": lambda folder: write(folder / "seeds" / "ferry.yml", "published: 2024-05-01\n"),
    "an article": lambda folder: change_same_size(article(folder)),
    "an article renamed": lambda folder: article(folder).rename(folder / "content" / "articles" / "bridge.md"),
    "the settings": lambda folder: change_same_size(folder / "content" / "index.md"),
    "an entity": lambda folder: write(folder / "content" / "people" / "ada.md", "---\nname: Ada\n---\n"),
    "a picture": lambda folder: change_same_size(folder / "content" / "media" / "plan.svg"),
    "a template": lambda folder: write(folder / "themes" / "own" / "templates" / "about.html", THEME + " "),
    "a page published": lambda folder: change_same_size(folder / "site" / "index.html"),
    "a page gone": lambda folder: (folder / "site" / "about.html").unlink(),
    "no manifest": lambda folder: (folder / "site" / "manifest.json").unlink(),
    "no cache": lambda folder: (folder / ".briefing" / "finished.json").unlink(),
    "a damaged cache": lambda folder: write(folder / ".briefing" / "finished.json", '{"inputs": 1}'),
}


def test_nothing_changed_is_told_as_before_and_touches_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != "lock"}
    done, again = (run("build", at=folder) for _ in range(2))
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != "lock"} == before
    assert done.errors == again.errors != ""
    assert done.last.rpartition(" · ")[0] == again.last.rpartition(" · ")[0]
    assert stages(folder) == ["compare"]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_seen(change: Callable[[Path], object], folder: Path) -> None:
    change(folder)
    assert "convert" in stages(folder)


@pytest.mark.parametrize("options", [("--clean",), ("--base-url", "https://example.org/"), ("--strict",)])
def test_what_is_asked_otherwise_is_built(options: tuple[str, ...], folder: Path) -> None:
    assert "convert" in stages(folder, *options)


def test_a_link_among_the_files_is_never_taken_for_unchanged(folder: Path) -> None:
    (folder / "seeds" / "linked.txt").symlink_to(folder / "seeds" / "bridge.txt")
    for _ in range(3):
        assert "convert" in stages(folder)


def test_a_build_beside_another_is_refused_and_changes_nothing(folder: Path) -> None:
    write(folder / "seeds" / "bridge.txt", SEED.replace("June", "July"))
    before = tree(folder)
    with locked(locate(folder), wait=False):
        refused = run("build", at=folder)
        checked = run("check", at=folder)
    assert refused.status == 1
    assert ".briefing: error: another build of this briefing is running (build-running)" in refused.errors
    assert "build-running" not in checked.errors
    assert tree(folder) == before
    assert "convert" in stages(folder)
