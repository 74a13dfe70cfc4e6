"""Whatever changes in a briefing or in its site, in whatever order, the files are those that would be made anew."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.briefing.model import Briefing
from builder.pages.catalogue import Catalogue, catalogue
from builder.pages.noting import Fingerprints, Making
from builder.pages.paging import Make
from builder.pages.plan import plan
from builder.project import Project, locate
from builder.site.exports.all import exports
from builder.site.output import Output
from builder.site.record import Record, keep_record, recall_files
from builder.site.reuse import Last, remake, remember_files
from builder.urls import PagePath
from tests.folders import tree
from tests.pages.edits import Place, changed, places
from tests.pages.sample import sample

PLACES = list(places(sample()))


def shown(found: Catalogue, make: Make) -> bytes:
    """Return all that a page's template would see; templates are left out to be quick."""
    return repr(make(found)).encode()


def makings(found: Catalogue) -> dict[PagePath, Making]:
    pages = {page.path: partial(shown, make=page.make) for page in plan(found)}
    return {**pages, **dict(exports(found, list(pages)))}


FILES = list(makings(catalogue(sample())))
EDIT = st.tuples(st.just("briefing"), st.sampled_from(PLACES))
DAMAGE = st.tuples(st.sampled_from(["gone", "broken"]), st.sampled_from(FILES))
FOREIGN = Record(
    "one",
    parts=(("passage", "x"), ("briefing", "x"), ("x", 1), ("articles", None), ("names", ("people", "x"))),
    prints=(b"", b"1", b"2", b"3", b"4"),
)
"""A record of another catalogue."""
RECORD = st.tuples(st.just("record"), st.sampled_from([b"", b"{", b"damaged".join([bytes(32)] * 2), FOREIGN]))


class Published:
    """A site that one process publishes again and again, with what it keeps in memory unless it is ``forgetful``."""

    def __init__(self, project: Project, *, forgetful: bool) -> None:
        self._project = project
        self._forgetful = forgetful
        self._last: Last | None = None
        self._prints: Fingerprints | None = None

    def with_(self, briefing: Briefing) -> dict[str, bytes]:
        """Publish a briefing on top of what was published before, and return the site."""
        project, found = self._project, catalogue(briefing)
        record = self._last.record if self._last else recall_files(project, "one")
        prints, made = Fingerprints(found, self._prints), makings(found)
        remade = remake(made, found, record, project.output, 1, lambda *_: None, prints, None, self._last)
        Output(project.output).publish(remade.files)
        record = remember_files(project, remade, {}, record)
        if not self._forgetful:
            self._last, self._prints = Last(record, found, made), prints
        return {path: data for path, data in tree(project.output).items() if path != "manifest.json"}


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(EDIT | DAMAGE | RECORD, min_size=1, max_size=3), min_size=1, max_size=2), st.booleans())
def test_the_files_are_those_that_would_be_made_anew(
    history: list[list[tuple[str, Place | PagePath | bytes | Record]]], forgetful: bool
) -> None:
    with TemporaryDirectory() as place:
        project, briefing = locate(Path(place)), sample()
        published = Published(project, forgetful=forgetful)
        published.with_(briefing)
        for step in history:
            for kind, what in step:
                briefing = _after(kind, what, briefing, project)
            found = catalogue(briefing)
            assert published.with_(briefing) == {path: make(found) for path, make in makings(found).items()}


def _after(kind: str, what: Place | PagePath | bytes | Record, briefing: Briefing, project: Project) -> Briefing:
    """Return the briefing after an edit; do the damage where it is one."""
    if kind == "briefing":
        assert isinstance(what, tuple)
        edited: Briefing = changed(briefing, what)
        return edited
    if kind == "record":
        if isinstance(what, Record):
            keep_record(project, what)
        elif isinstance(what, bytes):
            (project.cache / "made.msgpack").write_bytes(what)
        return briefing
    file = project.output / str(what)
    if kind == "gone":
        file.unlink(missing_ok=True)
    elif file.is_file():
        file.write_text("mine")
    return briefing
