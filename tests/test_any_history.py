"""Whatever is edited in whatever order, a build on top of others makes the bytes that a build from nothing makes."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.memo import NO_MEMO, Memo
from builder.pipeline.build import build
from builder.pipeline.report import Options, Report
from builder.project import locate
from builder.site.record import keep_record, recall_files
from builder.site.render import Renderer
from builder.site.theme import load_theme
from builder.status import status_of
from builder.urls import PagePath
from tests.folders import SEED, tree, write

FERRY = """Ferry sank

May 7, 2024

The ferry to Lind sank on Friday, harbour master Ada Lund said. “Nobody was hurt,” Lund told Portly Herald.
"""


def article(folder: Path) -> Path:
    return min((folder / "content" / "articles").glob("*.md"))


def change(path: Path, old: str, new: str) -> None:
    if path.is_file():
        path.write_text(path.read_text().replace(old, new))


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _folder: None,
    "a new seed": lambda folder: write(folder / "seeds" / "ferry.txt", FERRY),
    "a seed changed": lambda folder: change(folder / "seeds" / "bridge.txt", "June", "July"),
    "a seed gone": lambda folder: (folder / "seeds" / "ferry.txt").unlink(missing_ok=True),
    "an edit": lambda folder: change(article(folder), "publisher: Portly Herald", "publisher: Lind Courier"),
    "an edit undone": lambda folder: change(article(folder), "publisher: Lind Courier", "publisher: Portly Herald"),
    "a note": lambda folder: article(folder).write_text(article(folder).read_text() + "\n[Ours.]{.note}\n"),
    "a rename": lambda folder: article(folder).rename(folder / "content" / "articles" / "zebra.md"),
    "an article gone": lambda folder: article(folder).unlink(),
    "an entity": lambda folder: write(folder / "content" / "people" / "ada-lund.md", "---\nname: Dame Ada Lund\n---\n"),
    "a topic": lambda folder: write(folder / "content" / "topics" / "sea.md", "---\ntitle: Sea\nmatch: [ferr*]\n---\n"),
    "a title": lambda folder: write(folder / "content" / "index.md", "---\ntitle: Ports\nas_of: 2024-06-30\n---\n"),
    "another language": lambda folder: write(
        folder / "content" / "index.md", "---\ntitle: Brücken\nlanguage: de\ntimezone: Europe/Oslo\n---\n"
    ),
    "a topic's words": lambda folder: change(folder / "content" / "topics" / "sea.md", "ferr*", "harbour"),
    "a dispute": lambda folder: change(article(folder), "{.person", "{.person review=disputed"),
    "two people are one": lambda folder: write(
        folder / "content" / "people" / "ada-lund.md", "---\nname: Ada Lund\naliases: [Carla Jensen, Jensen]\n---\n"
    ),
    "a template": lambda folder: write(
        folder / "themes" / "default" / "templates" / "404.html", '{% extends "base.html" %}{# ours #}'
    ),
    "a page broken by hand": lambda folder: write(folder / "site" / "about.html", "mine"),
    "a page gone": lambda folder: (folder / "site" / "index.html").unlink(missing_ok=True),
    "a damaged record": lambda folder: write(folder / ".briefing" / "made.msgpack", "x"),
    "no conversion known": lambda folder: (folder / ".briefing" / "conversion.json").unlink(missing_ok=True),
}


def built(folder: Path, *, verify: bool, memo: Memo = NO_MEMO) -> Report:
    return build(locate(folder), Options(search=False, verify=verify), lambda *_: None, memo)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.sampled_from(list(EDITS)), min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
def test_a_build_makes_what_a_build_from_nothing_makes(history: list[list[str]], kept: bool) -> None:
    """``kept`` says whether one process builds again and again, as a preview does."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        write(folder / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n")
        write(folder / "seeds" / "bridge.txt", SEED)
        memo = Memo(keeps=kept)
        built(folder, verify=False, memo=memo)
        for edits in history:
            for edit in edits:
                if any((folder / "content" / "articles").glob("*.md")):
                    EDITS[edit](folder)
            report = built(folder, verify=True, memo=memo)
            assert [problem for problem in report.problems if problem.code == "not-reproduced"] == []


def test_a_file_that_is_not_reproduced_is_told(tmp_path: Path) -> None:
    write(tmp_path / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n")
    write(tmp_path / "seeds" / "bridge.txt", SEED)
    built(tmp_path, verify=False)
    before = tree(tmp_path)
    report = built(tmp_path, verify=True)
    assert report.ok
    assert tree(tmp_path) == before
    write(tmp_path / "site" / "404.html", "mine")
    project, path = locate(tmp_path), PagePath("404.html")
    record = recall_files(project, Renderer(load_theme("default", project.themes)).fingerprint)
    status = status_of(str(project.output / path))
    assert status
    forged = replace(record.files[path], sha256=hashlib.sha256(b"mine").hexdigest(), status=status)
    keep_record(project, replace(record, files={**record.files, path: forged}))
    told = built(tmp_path, verify=True).problems
    assert {(one.location.path, one.code) for one in told if one.code == "not-reproduced"} >= {
        ("site/404.html", "not-reproduced"),
        ("site/manifest.json", "not-reproduced"),
    }


def test_what_was_written_by_hand_alone_is_verified_too(tmp_path: Path) -> None:
    write(tmp_path / "content/index.md", "---\ntitle: By hand\n---\n")
    write(tmp_path / "content/articles/one.md", "---\ntitle: One\n---\n\nOne paragraph.\n")
    assert built(tmp_path, verify=True).ok
