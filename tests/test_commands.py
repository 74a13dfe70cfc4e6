"""The commands from outside: exit status, what is printed where, and what is written."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import SEED, tree, write
from tests.running import run, run_apart

BROKEN = "---\ntitle: X\ntitel: Y\n---\n"
UNDATED = "The ferry to Lind sank on Friday, the harbour office said. Nobody was on board of it at the time.\n"
SUMMARY = re.compile(
    r"built site · articles: 1 new, 0 changed, 0 kept · files: [1-9]\d* written, 0 unchanged, 0 removed"
    r" · [1-9]\d* links checked · no problems · \d+\.\d s"
)


def test_a_build_ends_with_a_line_that_sums_up(folder: Path) -> None:
    done = run("build", at=folder)
    assert (done.status, done.errors) == (0, "")
    assert SUMMARY.fullmatch(done.last), done.last
    again = run("build", at=folder)
    assert "articles: 0 new, 0 changed, 1 kept · files: 0 written, " in again.last


def test_errors_fail_a_build_and_warnings_only_a_strict_one(folder: Path) -> None:
    write(folder / "seeds" / "ferry.txt", UNDATED)
    assert run("build", at=folder).status == 0
    assert run("build", "--strict", at=folder).status == 1
    assert run("check", at=folder).status == 0
    assert run("check", "-s", at=folder).status == 1
    write(folder / "content" / "articles" / "x.md", BROKEN)
    assert run("build", at=folder).status == 1
    assert run("check", at=folder).status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["bulid"],
        ["build", "--colour"],
        ["build", "extra"],
        ["build", "--base-url", "example.org"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "many"],
        ["serve", "--port", "70000"],
        ["new"],
        ["explain"],
        ["explain", "nothing.txt"],
        [],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], folder: Path) -> None:
    before = tree(folder)
    assert run(*arguments, at=folder).status == 2
    assert tree(folder) == before


COLOUR = re.compile(rb"\x1b\[[0-9;]*3[1-7]")
"""An escape sequence that sets a colour; bold alone is none."""
PROBLEM_KEYS = ["path", "line", "column", "severity", "code", "message", "hint"]


def test_a_report_as_json(folder: Path) -> None:
    write(folder / "content" / "articles" / "x.md", BROKEN)
    done = run("build", "--json", at=folder)
    report = json.loads(done.output)
    assert (done.status, done.errors) == (1, "")
    assert list(report) == ["output", "ok", "articles", "files", "links", "problems", "seconds"]
    assert report["output"] == str(folder / "site")
    assert report["ok"] is False
    assert report["articles"]["new"] == 1
    assert list(report["files"]) == ["written", "unchanged", "removed"]
    (problem,) = report["problems"]
    assert list(problem) == PROBLEM_KEYS
    assert problem["path"] == "content/articles/x.md"
    assert (problem["line"], problem["column"]) == (3, 1)
    assert (problem["severity"], problem["code"]) == ("error", "key-unknown")


def test_a_report_as_json_where_nothing_was_published(folder: Path) -> None:
    write(folder / "site" / "mine.txt", "mine")
    report = json.loads(run("build", "--json", at=folder).output)
    assert (report["ok"], report["files"]) == (False, None)
    assert report["problems"][0]["line"] is None


def test_problems_as_json(folder: Path) -> None:
    write(folder / "content" / "articles" / "x.md", BROKEN)
    done = run("check", "--json", at=folder)
    assert done.status == 1
    assert [list(problem) for problem in json.loads(done.output)["problems"]] == [PROBLEM_KEYS]


def test_problems_are_sorted_by_place_and_printed_once(folder: Path) -> None:
    for name in ("b", "a", "c"):
        write(folder / "content" / "articles" / f"{name}.md", BROKEN)
    lines = [line.split(" ")[0] for line in run("build", at=folder).errors.splitlines() if not line.startswith(" ")]
    assert lines == [f"content/articles/{name}.md:3:1:" for name in "abc"]


@pytest.mark.parametrize("command", [["build", "--dry-run"], ["check"]])
def test_what_only_looks_writes_nothing(command: list[str], folder: Path) -> None:
    before = tree(folder)
    assert run(*command, at=folder).status == 0
    assert tree(folder) == before
    run("build", at=folder)
    write(folder / "seeds" / "bridge.txt", SEED.replace("12 million", "13 million"))
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert run(*command, at=folder).status == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times


def test_a_dry_run_says_what_a_build_then_does(folder: Path) -> None:
    would = run("build", "--dry-run", at=folder).last
    does = run("build", at=folder).last
    assert would.startswith("would build site · ")
    neither_verb_nor_time = re.compile(r"^(would build|built) | · \d+\.\d s$")
    assert neither_verb_nor_time.sub("", would) == neither_verb_nor_time.sub("", does)


def test_a_check_reads_articles_that_are_not_written_yet(folder: Path) -> None:
    write(folder / "seeds" / "ferry.txt", UNDATED)
    before = run("check", "--json", at=folder).output
    assert "content/articles/ferry.md" in before
    run("build", at=folder)
    assert run("check", "--json", at=folder).output == before


def test_verbose_tells_stages_and_notes_and_quiet_errors_only(folder: Path) -> None:
    write(folder / "seeds" / "ferry.txt", UNDATED)
    write(folder / "seeds" / "again.txt", SEED)
    write(folder / "content" / "articles" / "x.md", BROKEN)
    plain, verbose, quiet = (run("build", *options, at=folder) for options in ([], ["-v"], ["-q"]))
    assert quiet.output == ""
    assert {line.split(": ")[1] for line in quiet.errors.splitlines() if not line.startswith(" ")} == {"error"}
    assert "warning: " in plain.errors
    assert "note: " not in plain.errors
    assert "note: " in verbose.errors
    stages = [line.split()[0] for line in verbose.output.splitlines()[:-1]]
    assert stages[:3] == ["compare", "load", "convert"]
    assert stages[-2:] == ["write", "remember"]


def test_nothing_is_coloured_off_a_terminal(folder: Path) -> None:
    write(folder / "content" / "articles" / "x.md", BROKEN)
    done = run_apart("build", at=folder, TERM="xterm-256color")
    assert done.errors.startswith("content/articles/x.md:3:1: error: ")
    assert "\x1b" not in done.errors + done.output
    assert "\r" not in done.errors + done.output


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_is_coloured_unless_it_should_not_be(
    variables: dict[str, str], coloured: bool, folder: Path
) -> None:
    write(folder / "content" / "articles" / "x.md", BROKEN)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", **variables}
    command = [sys.executable, "-m", "builder", "build", "--quiet"]
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs, env=environment):
        os.close(theirs)
        printed = b""
        while not printed.endswith(b"\n"):
            printed += os.read(ours, 10_000)
    os.close(ours)
    assert b"unknown key" in printed
    assert bool(COLOUR.search(printed)) == coloured


def test_a_long_line_is_not_broken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "a-very-long-name-" * 8
    write(folder / "content" / "articles" / f"{name}.md", BROKEN)
    monkeypatch.setenv("COLUMNS", "40")
    first = run("build", at=folder).errors.splitlines()[0]
    assert first == f"content/articles/{name}.md:3:1: error: unknown key “titel” (key-unknown)"


def test_square_brackets_in_problems_are_printed_as_they_are(folder: Path) -> None:
    write(folder / "content" / "articles" / "[red]x.md", BROKEN)
    assert run("build", at=folder).errors.startswith("content/articles/[red]x.md:3:1: error: ")


def test_a_new_briefing_can_be_built(tmp_path: Path) -> None:
    started = run("new", "dam", "--title", "The dam: who knew?", at=tmp_path)
    assert started.status == 0
    assert sorted(tree(tmp_path / "dam")) == [".gitignore", "content/index.md"]
    assert (tmp_path / "dam" / "seeds").is_dir()
    settings = (tmp_path / "dam" / "content" / "index.md").read_text(encoding="utf-8").splitlines()
    assert settings[1] == "title: 'The dam: who knew?'"
    assert "language: en       # of the pages" in settings
    write(tmp_path / "dam" / "seeds" / "bridge.txt", SEED)
    done = run("build", at=tmp_path / "dam")
    assert (done.status, done.errors) == (0, "")
    assert "The dam: who knew?" in (tmp_path / "dam" / "site" / "index.html").read_text(encoding="utf-8")
    before = tree(tmp_path)
    again = run("new", "dam", at=tmp_path)
    assert again.status == 1
    assert "(briefing-exists)" in again.errors
    assert tree(tmp_path) == before


def test_a_briefing_without_seeds_is_built(tmp_path: Path) -> None:
    run("new", ".", at=tmp_path)
    done = run("build", at=tmp_path)
    assert done.status == 0
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize("file", ["seeds/bridge.txt", "content/articles/harbour-bridge-to-close.md"])
def test_spans_are_explained_with_rule_and_evidence(file: str, folder: Path) -> None:
    run("build", at=folder)
    done = run("explain", file, at=folder)
    assert done.status == 0
    assert "published: 2024-05-03  (given: line 3, “2024-05-03”)" in done.output
    explained = [line for line in done.output.splitlines() if line.startswith("¶2:2 .quote ")]
    assert len(explained) == 1
    assert re.search(r"“We have no choice but to close it,”  \([^:)]+: [^)]*\)$", explained[0])


def test_what_is_no_seed_can_not_be_explained(folder: Path) -> None:
    done = run("explain", "content/index.md", at=folder)
    assert done.status == 1
    assert done.errors.startswith("content/index.md: error: ")


def test_the_folder_is_found_upward_or_named(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    inside = folder / "content" / "articles"
    inside.mkdir()
    assert run("build", at=inside).status == 0
    published = tree(folder / "site")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert "written, " in run("build", "--root", folder, "-o", elsewhere / "out", at=elsewhere).last
    assert tree(elsewhere / "out") == published
    assert list(elsewhere.iterdir()) == [elsewhere / "out"]


def test_seeds_and_content_may_lie_anywhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    options = ("--seeds", folder / "seeds", "--content", other / "content", "--output", other / "out")
    done = run("build", *options, at=folder)
    assert done.status == 0
    assert (other / "out" / "articles" / "harbour-bridge-to-close.html").is_file()
    assert sorted(path.name for path in folder.iterdir()) == ["content", "seeds"]


def test_options_go_before_settings(folder: Path) -> None:
    write(folder / "themes" / "plain" / "templates" / "404.html", "gone")
    run("build", "--theme", "plain", "--base-url", "https://example.org/b", at=folder)
    assert (folder / "site" / "404.html").read_text(encoding="utf-8") == "gone"
    assert "https://example.org/b/" in (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_clean_publishes_the_same_again(folder: Path) -> None:
    run("build", at=folder)
    before = tree(folder)
    write(folder / "site" / "index.html", "broken by hand")
    assert run("build", "--clean", at=folder).status == 0
    assert tree(folder) == before


def test_the_module_is_the_command(folder: Path) -> None:
    assert SUMMARY.fullmatch(run_apart("build", at=folder).last)
