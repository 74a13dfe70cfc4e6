"""The dossier as PDF, printed by the real Chromium."""

import re
import shutil
from pathlib import Path

import pytest

from builder.pages.catalogue import catalogue
from builder.pages.contexts_dossier import DossierPage
from builder.pages.plan import plan
from tests.folders import tree
from tests.pages.sample import sample
from tests.running import run, run_apart

pytestmark = pytest.mark.browser


def test_the_dossier_is_printed_and_two_machines_folders_make_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "copy"
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns("elsewhere"))
    done = run("build", "--pdf", "--verify", "--base-url", "https://example.org/b/", at=folder)
    assert (done.status, done.errors) == (0, "")
    assert run("build", "--pdf", "--base-url", "https://example.org/b/", at=other).status == 0
    data = (folder / "site/dossier.pdf").read_bytes()
    assert data == (other / "site/dossier.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert not re.search(rb"(?:Creation|Mod)Date|file://", data)
    assert b"(https://example.org/b/people/carla-jensen.html)" in data
    assert b'href="dossier.pdf"' in (folder / "site/dossier.html").read_bytes()


def test_a_pdf_is_kept_until_something_changes_and_goes_when_nobody_asks_for_it(folder: Path) -> None:
    run("build", "--pdf", at=folder)
    data = (folder / "site/dossier.pdf").read_bytes()
    kept = folder / ".briefing/paper/dossier.pdf"
    kept.write_bytes(b"kept")
    run("build", "--pdf", "--clean", at=folder)
    assert (folder / "site/dossier.pdf").read_bytes() == b"kept"
    index = folder / "content/index.md"
    index.write_text(index.read_text("utf-8") + "Once more.\n", "utf-8")
    run("build", "--pdf", at=folder)
    assert (folder / "site/dossier.pdf").read_bytes() not in (b"kept", data)
    run("build", at=folder)
    assert not (folder / "site/dossier.pdf").exists()
    assert b"dossier.pdf" not in (folder / "site/dossier.html").read_bytes()


@pytest.mark.parametrize("engine", ["/nonexistent/chromium", "false"])
def test_without_a_browser_that_prints_the_site_stays_and_a_problem_says_why(engine: str, folder: Path) -> None:
    run("build", at=folder)
    before = tree(folder / "site")
    done = run_apart("build", "--pdf", at=folder, CHROMIUM=engine)
    assert done.status == 1
    assert "dossier.pdf: error: the dossier was not printed" in done.output + done.errors
    assert tree(folder / "site") == before


def test_each_passage_leads_back_to_what_rests_on_it() -> None:
    found = catalogue(sample())
    dossier = next(page for page in plan(found) if page.path == "dossier.html").make(found)
    assert isinstance(dossier, DossierPage)
    uses = [(note.kind, note.text) for piece in dossier.articles[0].pieces for note in piece.notes]
    assert uses == [("event", "16 September 2023, told by 2 independent sources"), ("quote", "Ada Boone")]
    assert all(note.href.startswith("#") for piece in dossier.articles[0].pieces for note in piece.notes)
