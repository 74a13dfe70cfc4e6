"""A page is made again where what it is made from, or a template, has changed, and only there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.pages.catalogue import Catalogue, catalogue
from builder.pages.noting import Making, Read
from builder.pages.paging import Make
from builder.pages.plan import plan
from builder.pipeline.build import build
from builder.pipeline.report import Options
from builder.project import locate
from builder.site.exports.manifest import Laid, bytes_of
from builder.site.output import Output
from builder.site.record import Record, recall_files, unpacked
from builder.site.render import Renderer
from builder.site.reuse import Remade, remake, remember_files
from builder.site.theme import load_theme
from builder.urls import PagePath
from tests.folders import SEED, tree, write
from tests.pages.long import long


def made(folder: Path) -> int:
    """Build, and return how many files of a page or an article were made."""
    (folder / ".briefing" / "finished.json").unlink(missing_ok=True)
    report = build(locate(folder), Options(search=False), lambda *_: None)
    assert report.published
    return report.made


def files(folder: Path) -> int:
    """Return how many files of a site are made one by one: all but styles, scripts and the list of files."""
    return sum(not path.startswith(("static/", "manifest.json")) for path in tree(folder / "site"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n")
    write(tmp_path / "seeds" / "bridge.txt", SEED)
    assert made(tmp_path) == files(tmp_path) > 10
    assert made(tmp_path) == 0
    return tmp_path


def test_an_edit_renders_the_pages_that_show_it(folder: Path) -> None:
    write(folder / "content" / "people" / "carla-jensen.md", "---\nname: Carla Jensen\n---\nShe was elected in 2020.\n")
    assert 0 < made(folder) < files(folder) / 2
    assert "elected in 2020" in (folder / "site" / "people" / "carla-jensen.html").read_text()


def test_a_template_renders_all_pages(folder: Path) -> None:
    write(folder / "themes" / "default" / "templates" / "404.html", '{% extends "default/404.html" %}')
    assert made(folder) == files(folder)


@pytest.mark.parametrize("damage", ["mine", None])
def test_a_page_that_is_not_as_it_was_published_is_made(damage: str | None, folder: Path) -> None:
    page = folder / "site" / "about.html"
    before = page.read_bytes()
    page.unlink()
    if damage is not None:
        write(page, damage)
    assert made(folder) == 1
    assert page.read_bytes() == before


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[:-1], lambda data: data[:99] + b"x" + data[100:]])
def test_a_damaged_record_is_made_again(damage: Callable[[bytes], bytes], folder: Path) -> None:
    record = folder / ".briefing" / "made.msgpack"
    before = record.read_bytes()
    record.write_bytes(damage(before))
    assert made(folder) == files(folder)
    assert record.read_bytes() == before


def test_many_files_are_laid_on_the_disk_and_hold_the_same_where_they_can_not_be(tmp_path: Path) -> None:
    found, renderer = catalogue(long()), Renderer(load_theme("default", tmp_path))
    makings = {page.path: renderer.making(page) for page in plan(found) if page.path.startswith("places/")}

    def hanging_on(remade: Remade) -> dict[str, tuple[bytes, dict[Read, bytes]]]:
        numbers = {path: (made.by, unpacked(made.reads)) for path, made in remade.made.items()}
        return {
            path: (by, {remade.parts[number]: remade.prints[number] for number in reads})
            for path, (by, reads) in numbers.items()
        }

    def made_with(staging: Path | None, jobs: int) -> Remade:
        return remake(makings, found, Record(""), tmp_path, jobs, lambda *_: None, staging=staging)

    in_memory = made_with(None, 1)
    write(tmp_path / "a-file", "")
    for staging, jobs, laid in (
        (tmp_path / "staging", 1, True),
        (tmp_path / "other", 2, True),
        (tmp_path / "a-file", 2, False),
    ):
        remade = made_with(staging, jobs)
        assert {isinstance(file, Laid) for file in remade.files.values()} == {laid}
        assert {path: bytes_of(path, file, tmp_path) for path, file in remade.files.items()} == in_memory.files
        assert hanging_on(remade) == hanging_on(in_memory)


def test_parts_that_no_file_hangs_on_any_more_are_forgotten(tmp_path: Path) -> None:
    project, found = locate(tmp_path), catalogue(long())
    makings = {page.path: partial(shown, make=page.make) for page in plan(found)}
    few = {path: make for path, make in makings.items() if path in ("404.html", "about.html", "index.html")}
    records = [Record("")]
    for wanted, made in ((makings, len(makings)), (few, 0), (few, 0)):
        remade = remake(wanted, found, records[-1], project.output, 1, lambda *_: None)
        assert remade.anew == made
        Output(project.output).publish(remade.files)
        records.append(remember_files(project, remade, {}, records[-1]))
        assert recall_files(project, "") == records[-1]
    _, whole, rest, same = (len(record.parts) for record in records)
    assert whole > 2 * rest == 2 * same > 0


def shown(found: Catalogue, make: Make) -> bytes:
    return repr(make(found)).encode()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_longest_file_is_made_like_the_others(jobs: int, tmp_path: Path) -> None:
    project = locate(tmp_path)
    found = (catalogue(long()), catalogue(replace(long(), title="Another title")))
    makings: dict[PagePath, Making] = {PagePath("data/all.txt"): all_of_it}
    makings |= {page.path: partial(shown, make=page.make) for page in plan(found[0]) if "/" not in page.path}
    staging, record = tmp_path / "staging", Record("")
    for each in (*found, found[1]):
        remade = remake(makings, each, record, project.output, jobs, lambda *_: None, staging=staging)
        files = {path: bytes_of(path, file, project.output) for path, file in remade.files.items()}
        assert files == {path: make(each) for path, make in makings.items()}
        Output(project.output).publish(remade.files)
        record = remember_files(project, remade, {}, record)
    assert remade.anew == 0
    assert 0 < len(unpacked(record.files[PagePath("data/all.txt")].made.reads)) < len(record.parts)


def all_of_it(found: Catalogue) -> bytes:
    """Return what is as long as a large briefing as data."""
    return b"".join(f"{found.briefing.title} {one.code * 8_000}\n".encode() for one in found.briefing.articles)
