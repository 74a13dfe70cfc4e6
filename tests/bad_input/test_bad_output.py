"""Outputs that can't be written, and builds that fail: what is there stays as it was."""

import json
from pathlib import Path

import pytest

from tests.folders import SEED, tree, write
from tests.running import Ran, run


def place_and_code(done: Ran) -> tuple[str, str]:
    """Return the place and the code of the one problem printed."""
    (line,) = [line for line in done.errors.splitlines() if not line.startswith("    ")]
    return line.partition(": error: ")[0], line[line.rindex("(") + 1 : -1]


def test_a_folder_full_of_other_files_is_not_touched(folder: Path) -> None:
    for name in ("photo.jpg", "index.html", "data/briefing.json"):
        write(folder / "site" / name, "mine")
    before = tree(folder / "site")
    done = run("build", at=folder)
    assert place_and_code(done) == (str(folder / "site"), "output-not-ours")
    assert done.status == 1
    assert done.last.startswith("failed site · ")
    assert "nothing published; the site is as it was" in done.last
    assert tree(folder / "site") == before


@pytest.mark.parametrize("options", [(), ("--clean",), ("--dry-run",)])
def test_the_seeds_are_no_place_for_the_site(folder: Path, options: tuple[str, ...]) -> None:
    done = run("build", "--output", "seeds", *options, at=folder)
    assert place_and_code(done)[1] == "output-misplaced"
    assert tree(folder / "seeds") == {"bridge.txt": SEED.encode()}


@pytest.mark.parametrize("output", ["file", "file/below"])
def test_an_output_that_can_not_be_a_folder_is_a_problem(folder: Path, output: str) -> None:
    write(folder / "file", "mine")
    done = run("build", "-o", output, at=folder)
    assert done.status in (1, 2)
    assert "Traceback" not in done.errors
    assert (folder / "file").read_text(encoding="utf-8") == "mine"


def test_a_content_folder_that_can_not_be_written_is_a_problem_and_the_site_is_published(folder: Path) -> None:
    write(folder / "content" / "articles", "a file where the folder should be")
    done = run("build", at=folder)
    assert done.status == 1
    assert place_and_code(done) == ("content/articles/harbour-bridge-to-close.md", "unwritable")
    assert (folder / "site" / "articles" / "harbour-bridge-to-close.html").is_file()


def test_a_cache_that_can_not_be_written_is_a_problem_and_the_site_is_published(folder: Path) -> None:
    write(folder / ".briefing", "a file where the folder should be")
    done = run("build", at=folder)
    assert done.status == 1
    assert "(unwritable)" in done.errors
    assert "(search-failed)" in done.errors
    assert (folder / "site" / "index.html").is_file()


@pytest.mark.parametrize("place", ["seeds/out", "content", ".", "themes/site"])
def test_a_site_among_the_briefings_own_files_is_refused(folder: Path, place: str) -> None:
    before = tree(folder)
    done = run("build", "-o", str(folder / place), at=folder)
    assert done.status == 1
    assert place_and_code(done)[1] == "output-misplaced"
    assert tree(folder) == before


def test_a_damaged_cache_is_made_again(folder: Path) -> None:
    run("build", at=folder)
    before = tree(folder)
    write(folder / ".briefing" / "conversion.json", "{")
    write(folder / ".briefing" / "search" / "key", "ü")
    assert run("build", at=folder).status == 0
    assert tree(folder) == before


def test_a_strict_build_with_a_warning_leaves_the_site_as_it_was(folder: Path) -> None:
    run("build", at=folder)
    before = tree(folder / "site")
    write(
        folder / "seeds" / "ferry.txt", "The ferry to Lind sank on Friday, the harbour office said. Nobody was hurt.\n"
    )
    done = run("build", "--strict", at=folder)
    assert done.status == 1
    assert "warning" in done.errors
    assert tree(folder / "site") == before
    assert run("build", at=folder).status == 0
    assert tree(folder / "site") != before


def test_somebody_elses_files_stay_in_the_site(folder: Path) -> None:
    run("build", at=folder)
    write(folder / "site" / "CNAME", "example.org\n")
    write(folder / "site" / "articles" / "mine.html", "mine")
    (folder / "seeds" / "bridge.txt").unlink()
    (folder / "content" / "articles" / "harbour-bridge-to-close.md").unlink()
    assert run("build", "--clean", at=folder).status in (0, 1)
    assert (folder / "site" / "CNAME").read_text(encoding="utf-8") == "example.org\n"
    assert (folder / "site" / "articles" / "mine.html").read_text(encoding="utf-8") == "mine"
    assert not (folder / "site" / "articles" / "harbour-bridge-to-close.html").exists()


def test_a_file_in_the_way_is_not_overwritten(folder: Path) -> None:
    run("build", at=folder)
    before = tree(folder / "site")
    write(folder / "site" / "articles" / "ferry.html", "mine")
    write(folder / "seeds" / "ferry.txt", SEED.replace("title: Harbour bridge to close", "title: Ferry"))
    done = run("build", at=folder)
    assert place_and_code(done)[1] == "output-in-the-way"
    assert tree(folder / "site") == {**before, "articles/ferry.html": b"mine"}


def test_a_manifest_with_paths_that_lead_out_removes_nothing(folder: Path) -> None:
    mine = write(folder / "mine.txt", "mine")
    entry = {"path": "../mine.txt", "size": 4, "sha256": "0" * 64}
    write(folder / "site" / "manifest.json", json.dumps({"files": [entry]}))
    done = run("build", "--clean", at=folder)
    assert done.status == 1
    assert mine.read_text(encoding="utf-8") == "mine"


def test_nothing_unfinished_is_left_behind(folder: Path) -> None:
    run("build", at=folder)
    assert [path for path in tree(folder) if path.endswith((".new", ".tmp", "~")) or "/." in path[1:]] == [
        "site/.nojekyll"
    ]
