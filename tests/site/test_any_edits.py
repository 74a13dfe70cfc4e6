"""Whatever changes in a briefing or in its site, in whatever order, the files are those that would be made anew."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from pages.edits import Place, changed, places
from pages.sample import sample

from builder.briefing.model import Briefing
from builder.pages.catalogue import Catalogue, catalogue
from builder.pages.noting import Making
from builder.pages.paging import Make
from builder.pages.plan import plan
from builder.project import Project, locate
from builder.site.output import Output
from builder.site.reuse import recall_files, remake, remember_files
from builder.urls import PagePath
from tests.folders import tree

PLACES = list(places(sample()))
FILES = [page.path for page in plan(catalogue(sample()))]
EDIT = st.tuples(st.just("briefing"), st.sampled_from(PLACES))
DAMAGE = st.tuples(st.sampled_from(["gone", "broken"]), st.sampled_from(FILES))
FOREIGN = '{"program": "one", "parts": [["passage", "x"], ["briefing", "x"], ["x", 1], ["articles", null]], "files": {}}'
"""A record of another catalogue."""
RECORD = st.tuples(st.just("record"), st.sampled_from(["", "{", '{"program": "one"}', FOREIGN]))


def shown(found: Catalogue, make: Make) -> bytes:
    """Return all that a page's template would see; templates are left out to be quick."""
    return repr(make(found)).encode()


def makings(found: Catalogue) -> dict[PagePath, Making]:
    return {page.path: partial(shown, make=page.make) for page in plan(found)}


def built(briefing: Briefing, project: Project) -> dict[str, bytes]:
    """Publish a briefing on top of what was published before, and return the site."""
    found = catalogue(briefing)
    record = recall_files(project, "one")
    remade = remake(makings(found), found, record, project.output, 1, lambda *_: None)
    Output(project.output).publish(remade.files)
    remember_files(project, remade, record)
    return {path: data for path, data in tree(project.output).items() if path != "manifest.json"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(EDIT | DAMAGE | RECORD, min_size=1, max_size=3), min_size=1, max_size=2))
def test_the_files_are_those_that_would_be_made_anew(
    history: list[list[tuple[str, Place | PagePath | str]]],
) -> None:
    with TemporaryDirectory() as place:
        project, briefing = locate(Path(place)), sample()
        built(briefing, project)
        for step in history:
            for kind, what in step:
                briefing = _after(kind, what, briefing, project)
            found = catalogue(briefing)
            assert built(briefing, project) == {path: make(found) for path, make in makings(found).items()}


def _after(kind: str, what: Place | PagePath | str, briefing: Briefing, project: Project) -> Briefing:
    """Return the briefing after an edit; do the damage where it is one."""
    if kind == "briefing":
        assert isinstance(what, tuple)
        return changed(briefing, what)
    if kind == "record":
        (project.cache / "made.json").write_text(str(what))
        return briefing
    file = project.output / str(what)
    if kind == "gone":
        file.unlink(missing_ok=True)
    elif file.is_file():
        file.write_text("mine")
    return briefing
