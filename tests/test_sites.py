"""Golden sites, and that a site is the same whenever, wherever and however it is built."""

import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.folders import tree, write
from tests.running import run, run_apart
from tests.sites.golden import CASES, cases, compare, expected, generate

MOVED = "told-differently"
"""The case that has every kind of file."""


@pytest.mark.parametrize("case", cases())
def test_a_site_is_as_expected(case: str) -> None:
    wanted, made = expected(case), generate(case)
    difference = compare(wanted, made)
    if difference:
        lines = [f"{path}: expected, not generated" for path in difference.missing]
        lines += [f"{path}: generated, not expected" for path in difference.unexpected]
        for path in difference.different:
            lines += unified_diff(wanted[path].split("\n"), made[path].split("\n"), path, path, n=0, lineterm="")
        pytest.fail("\n".join([*lines, f"if this is right: python tests/regenerate.py {case}"]), pytrace=False)


@pytest.mark.parametrize("case", cases())
def test_every_case_is_told_of(case: str) -> None:
    assert f"| `{case}` |" in (CASES / "README.md").read_text(encoding="utf-8")


def test_missing_unexpected_and_different_files_are_told_apart() -> None:
    difference = compare({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert (difference.missing, difference.unexpected, difference.different) == (("a",), ("d",), ("b",))


def case_in(folder: Path) -> Path:
    """Copy the case's own files into a folder and return it."""
    for part in ("seeds", "content"):
        shutil.copytree(CASES / MOVED / part, folder / part)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = case_in(tmp_path_factory.mktemp("built"))
    assert run("build", at=folder).status == 0
    return tree(folder)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_another_machine_makes_the_same_bytes(
    environment: dict[str, str], built: dict[str, bytes], tmp_path: Path
) -> None:
    folder = case_in(tmp_path / "another place")
    assert run_apart("build", at=folder, **environment).status == 0
    again = tree(folder)
    assert sorted(again) == sorted(built)
    assert [path for path in built if built[path] != again[path]] == []


def test_any_number_of_processes_makes_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        write(folder / "content" / "index.md", "---\ntitle: Many\nas_of: 2024-12-31\n---\n")
        for number in range(1, 61):
            day = f"May {number % 28 + 1}, 2024"
            text = f"Storm number {number}\n\n{day}\n\nStorm {number} hit Kestrel on Friday, Mayor Peter Lang said.\n"
            write(folder / "seeds" / f"{number}.txt", text)
        assert run_apart("build", "--jobs", jobs, at=folder).status == 0
        made.append(tree(folder))
    assert made[0] == made[1]


def test_a_second_build_touches_no_file(tmp_path: Path) -> None:
    folder = case_in(tmp_path / "briefing")
    run("build", at=folder)
    before = {path: (folder / path).stat().st_mtime_ns for path in tree(folder)}
    done = run("build", at=folder)
    assert {path: (folder / path).stat().st_mtime_ns for path in tree(folder)} == before
    assert "0 new, 0 changed, 3 kept" in done.last
    assert " 0 written," in done.last
    assert ", 0 removed" in done.last


def test_a_build_without_its_cache_makes_the_same_bytes(built: dict[str, bytes], tmp_path: Path) -> None:
    folder = case_in(tmp_path / "briefing")
    run("build", at=folder)
    shutil.rmtree(folder / ".briefing")
    run("build", at=folder)
    assert tree(folder) == built
