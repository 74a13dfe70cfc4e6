"""The site's folder on a real disk: what is written, what is left alone, and what happens when something fails."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.problems import BuildError
from builder.site.exports.manifest import File, Laid, entry_of
from builder.site.output import Output, Published, collect, is_safe
from builder.urls import PagePath

FIRST = {"index.html": b"one", "people/ada.html": b"Ada", "style.css": b"{}"}
SECOND = {"index.html": b"two", "style.css": b"{}", "places/oslo.html": b"Oslo"}


def publish(folder: Path, files: Mapping[str, File]) -> Published:
    return Output(folder).publish(paths(files))


def paths(files: Mapping[str, File]) -> dict[PagePath, File]:
    return {PagePath(path): file for path, file in files.items()}


def told(*, written: str = "", unchanged: str = "", removed: str = "") -> Published:
    """Return what a run tells of files, each kind in one text."""
    return Published(*(tuple(map(PagePath, names.split())) for names in (written, unchanged, removed)))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


def codes(caught: pytest.ExceptionInfo[BuildError]) -> set[str]:
    return {problem.code for problem in caught.value.problems}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "site"


@pytest.fixture
def published(site: Path) -> Path:
    publish(site, FIRST)
    return site


def test_a_new_folder_gets_all_files_and_a_manifest(site: Path) -> None:
    assert publish(site, FIRST) == told(written="index.html people/ada.html style.css")
    assert contents(site) == FIRST
    listed = json.loads((site / "manifest.json").read_bytes())["files"]
    assert listed == [
        {"path": path, "size": len(data), "sha256": sha256(data).hexdigest()} for path, data in sorted(FIRST.items())
    ]


def test_files_that_lie_ready_are_put_in_place_where_they_are_not_there_already(
    published: Path, tmp_path: Path
) -> None:
    lying = tmp_path / "staging"
    lying.mkdir()
    files: dict[str, File] = {}
    for number, (path, data) in enumerate(SECOND.items()):
        (lying / str(number)).write_bytes(data)
        files[path] = Laid(entry_of(PagePath(path), data), str(lying / str(number)))
    before = (published / "manifest.json").read_bytes()
    done = publish(published, files)
    assert done == told(written="index.html places/oslo.html", unchanged="style.css", removed="people/ada.html")
    assert contents(published) == SECOND
    assert (published / "manifest.json").read_bytes() != before
    assert [path.read_bytes() for path in lying.iterdir()] == [SECOND["style.css"]]


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second file system")
def test_files_that_lie_ready_on_another_file_system_are_put_in_place(published: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as lying:
        files: dict[str, File] = {}
        for number, (path, data) in enumerate(SECOND.items()):
            Path(lying, str(number)).write_bytes(data)
            files[path] = Laid(entry_of(PagePath(path), data), f"{lying}/{number}")
        publish(published, files)
        assert contents(published) == SECOND


def test_a_second_run_changes_what_changed_alone(published: Path) -> None:
    before = (published / "style.css").stat()
    done = publish(published, SECOND)
    assert done == told(written="index.html places/oslo.html", unchanged="style.css", removed="people/ada.html")
    assert contents(published) == SECOND
    after = (published / "style.css").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not (published / "people").exists()


def test_nothing_changed_touches_nothing(published: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in published.rglob("*")}
    assert publish(published, FIRST).written == ()
    assert {path: path.stat().st_mtime_ns for path in published.rglob("*")} == times


def test_preview_tells_the_same_and_writes_nothing(published: Path) -> None:
    would = Output(published).preview(paths(SECOND))
    assert contents(published) == FIRST
    assert would == publish(published, SECOND)
    assert Output(published.parent / "other").preview(paths(FIRST)).written == tuple(sorted(FIRST))
    assert not (published.parent / "other").exists()


def test_other_people_s_files_stay(published: Path) -> None:
    (published / "CNAME").write_text("example.org")
    (published / "people" / "notes.txt").write_text("mine")
    publish(published, SECOND)
    assert contents(published) == {**SECOND, "CNAME": b"example.org", "people/notes.txt": b"mine"}
    assert set(Output(published).clean()) == set(SECOND)
    assert contents(published) == {"CNAME": b"example.org", "people/notes.txt": b"mine"}


def test_somebody_else_s_file_is_never_overwritten(published: Path) -> None:
    (published / "places").mkdir()
    (published / "places" / "oslo.html").write_text("mine")
    with pytest.raises(BuildError) as caught:
        publish(published, SECOND)
    assert codes(caught) == {"output-in-the-way"}
    assert str(published / "places" / "oslo.html") in str(caught.value)
    assert contents(published) == {**FIRST, "places/oslo.html": b"mine"}


@pytest.mark.parametrize("manifest", [None, b"{}", b"not json", b"\xff", b'{"files": 1}', b'{"name": "Some web app"}'])
def test_a_folder_of_somebody_else_s_is_refused(site: Path, manifest: bytes | None) -> None:
    site.mkdir(parents=True)
    (site / "thesis.txt").write_text("mine")
    if manifest is not None:
        (site / "manifest.json").write_bytes(manifest)
    for attempt in (Output(site).publish, Output(site).preview):
        with pytest.raises(BuildError) as caught:
            attempt(paths(FIRST))
        assert codes(caught) == {"output-not-ours"}
    with pytest.raises(BuildError):
        Output(site).clean()
    assert contents(site) == {"thesis.txt": b"mine"}


@pytest.mark.parametrize("path", ["../treasure", "/treasure", "a/../../treasure", "..\\treasure", "C:treasure"])
def test_a_manifest_that_lists_others_files_is_not_ours(site: Path, path: str) -> None:
    site.mkdir(parents=True)
    treasure = site.parent / "treasure"
    treasure.write_text("mine")
    listed = {"files": [{"path": path, "size": 4, "sha256": ""}]}
    (site / "manifest.json").write_text(json.dumps(listed))
    with pytest.raises(BuildError):
        publish(site, FIRST)
    assert treasure.exists()


def test_an_empty_folder_or_a_work_tree_serves(site: Path) -> None:
    (site / ".git").mkdir(parents=True)
    publish(site, FIRST)
    assert (site / ".git").is_dir()


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "a/./b", "a/../b", "", "a\\b", "C:x", "a\0b", "manifest.json"])
def test_no_path_leads_out_of_the_folder(site: Path, path: str) -> None:
    with pytest.raises(BuildError) as caught:
        publish(site, {path: b"x"})
    assert codes(caught) == {"output-path"}
    assert not site.exists()


def test_no_link_leads_out_of_the_folder(published: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "ada.html").write_text("mine")
    (published / "places").symlink_to(elsewhere)
    with pytest.raises(BuildError) as caught:
        publish(published, SECOND)
    assert codes(caught) == {"output-in-the-way"}
    (published / "places").unlink()
    (published / "people" / "ada.html").unlink()
    (published / "people").rmdir()
    (published / "people").symlink_to(elsewhere)
    assert publish(published, SECOND).removed == ()
    assert contents(elsewhere) == {"ada.html": b"mine"}


def test_a_link_in_the_place_of_a_file_is_not_followed(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("mine")
    (published / "index.html").unlink()
    (published / "index.html").symlink_to(target)
    with pytest.raises(BuildError):
        publish(published, SECOND)
    assert target.read_text() == "mine"


def test_a_folder_reached_by_a_link_is_a_folder(site: Path, tmp_path: Path) -> None:
    site.mkdir(parents=True)
    (tmp_path / "link").symlink_to(site)
    publish(tmp_path / "link", FIRST)
    assert contents(site) == FIRST


def test_a_file_for_a_folder_and_a_folder_for_a_file_are_in_the_way(published: Path) -> None:
    for path in ("style.css/inner.html", "people"):
        with pytest.raises(BuildError) as caught:
            publish(published, {path: b"x"})
        assert codes(caught) == {"output-in-the-way"}
    assert contents(published) == FIRST


@pytest.mark.parametrize("folder", ["/dev/null", "/dev/null/site", "/proc/site"])
def test_a_folder_that_can_t_be_written_is_a_problem(folder: str) -> None:
    with pytest.raises(BuildError) as caught:
        publish(Path(folder), FIRST)
    assert codes(caught) <= {"output-unwritable", "output-in-the-way"}
    assert folder in str(caught.value)


def run(script: str, *arguments: object) -> str:
    """Run a script in a process of its own, which may lose rights that this one keeps."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


IMPORT = """
import os, sys
from pathlib import Path
from builder.problems import BuildError
from builder.site.exports.manifest import File, Laid, entry_of
from builder.site.output import Output
"""

PUBLISH = """
try:
    Output(Path(sys.argv[1])).publish({"aa.html": b"new", "index.html": b"x" * 9000, "sub/new.html": b"new"})
except BuildError as fault:
    print([problem.code for problem in fault.problems])
"""

FULL_DISK = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"

NO_RIGHTS = "if os.geteuid() == 0:\n    os.seteuid(65534)\n"


def test_a_full_disk_leaves_the_published_site(published: Path) -> None:
    before = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    assert run(IMPORT + FULL_DISK + PUBLISH, published) == "['output-unwritable']"
    assert {path: path.read_bytes() for path in published.rglob("*") if path.is_file()} == before


def test_a_full_disk_leaves_no_half_of_a_new_site(site: Path) -> None:
    assert run(IMPORT + FULL_DISK + PUBLISH, site) == "['output-unwritable']"
    assert not site.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX's")
def test_what_fails_half_way_is_undone() -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        publish(site, {"index.html": b"old", "gone.html": b"old", "sub/old.html": b"old"})
        before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for path in (Path(name), site):
            path.chmod(0o777)
        (site / "sub").chmod(0o555)
        assert run(IMPORT + NO_RIGHTS + PUBLISH, site) == "['output-unwritable']"
        assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_run_that_was_killed_leaves_a_folder_that_the_next_run_knows(published: Path) -> None:
    """The process dies at its fourth renaming, in the middle of the swap."""
    script = IMPORT + (
        "count = 0\n"
        "def watch(event, arguments):\n"
        "    global count\n"
        "    count += event == 'os.rename'\n"
        "    count < 4 or os._exit(0)\n"
        "sys.addaudithook(watch)\n"
        "Output(Path(sys.argv[1])).publish({f'{n}.html': b'new' for n in range(9)})\n"
    )
    run(script, published)
    assert (published / "1.html").exists()
    assert not (published / "8.html").exists()
    assert publish(published, SECOND).removed[:2] == ("0.html", "1.html")
    assert contents(published) == SECOND


def test_two_files_for_one_path_are_named() -> None:
    with pytest.raises(BuildError) as caught:
        collect((PagePath(path), b"") for path in ("a.html", "b.html", "a.html", "B.html"))
    assert [problem.location.path for problem in caught.value.problems] == ["a.html", "B.html"]
    assert codes(caught) == {"path-twice"}
    assert "b.html" in str(caught.value)


NAMES = st.sampled_from(["index.html", "a/b.html", "a/c.html", "a/d/e.html", "f.css", ".nojekyll"])
SITES = st.dictionaries(NAMES, st.binary(max_size=3))


@settings(max_examples=50, deadline=None)
@given(st.lists(SITES, max_size=4))
def test_after_any_history_the_folder_holds_the_last_site(history: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        for files in history:
            done = publish(site, files)
            assert sorted([*done.written, *done.unchanged]) == sorted(files)
            assert contents(site) == dict(sorted(files.items()))
            assert not list(site.glob(".briefing*"))
        Output(site).clean()
        assert not history or contents(site) == {}


@given(st.text("ab./\\:\0", max_size=8))
def test_a_safe_path_stays_inside(path: str) -> None:
    if is_safe(path):
        assert Path("/site", path).resolve().is_relative_to("/site")
        assert Path("/site", path) != Path("/site")
