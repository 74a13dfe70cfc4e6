"""From what a file system reports to what changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.serve.events import Change, EventKind, RawEvent, being_saved, changes

CONTENT, SITE = Path("/b/.work/content"), Path("/b/.work/content/site")
PAGE = CONTENT / "page.md"


def raw(line: str) -> RawEvent:
    """Read ``kind path [> target]``; a path that ends with a slash is a folder's."""
    kind, _, rest = line.partition(" ")
    source, _, target = rest.partition(" > ")
    return RawEvent(EventKind(kind), CONTENT / source, CONTENT / target if target else None, source.endswith("/"))


def shown(found: tuple[Change, ...]) -> list[str]:
    return [("- " if change.gone else "+ ") + change.path.relative_to(CONTENT).as_posix() for change in found]


@pytest.mark.parametrize(
    ("reported", "changed"),
    [
        (["modified page.md", "modified page.md"], ["+ page.md"]),
        (["created b.md", "created a.md"], ["+ a.md", "+ b.md"]),
        (["created page.md", "deleted page.md"], ["- page.md"]),
        (["deleted page.md", "created page.md"], ["+ page.md"]),
        (["moved page.md > other.md"], ["+ other.md", "- page.md"]),
        (["created .page.md.swp", "moved .page.md.swp > page.md"], ["+ page.md"]),
        (["moved page.md > page.md~", "created page.md", "modified page.md"], ["+ page.md"]),
        (["created 4913", "deleted 4913", "modified page.md"], ["+ page.md"]),
        (["created page.md___jb_tmp___", "moved page.md___jb_tmp___ > page.md"], ["+ page.md"]),
        (["created #page.md#", "created .#page.md"], []),
        (["created page.md.tmp", "created x.part", "created ~$page.md", "created .DS_Store", "created Thumbs.db"], []),
        (["modified .git/index", "modified .briefing/cache/a.md"], []),
        (["modified site/index.html", "created site/page.html"], []),
        (["modified site2/page.md"], ["+ site2/page.md"]),
        (["modified topics/"], []),
        (["created topics/"], ["+ topics"]),
        (["deleted topics/"], ["- topics"]),
        (["moved topics/ > themes"], ["+ themes", "- topics"]),
        (["deleted page.md", "closed page.md"], ["- page.md"]),
        (["closed page.md"], []),
    ],
    ids=lambda value: ", ".join(value) or "nothing",
)
def test_changes(reported: list[str], changed: list[str]) -> None:
    assert shown(changes([raw(line) for line in reported], [CONTENT], [SITE])) == changed


def test_what_lies_outside_the_watched_folders_is_no_change() -> None:
    event = RawEvent(EventKind.MODIFIED, Path("/b/.work/README.md"))
    assert changes([event], [CONTENT]) == ()
    assert changes([RawEvent(EventKind.MOVED, PAGE, Path("/b/page.md"))], [CONTENT]) == (Change(PAGE, gone=True),)


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (["modified page.md"], "page.md"),
        (["modified page.md", "closed page.md"], ""),
        (["modified page.md", "closed page.md", "modified page.md"], "page.md"),
        (["modified a.md", "modified b.md", "closed a.md"], "b.md"),
        (["created .page.md.swp", "modified .page.md.swp"], ""),
        (["created page.md.tmp", "closed page.md.tmp", "moved page.md.tmp > page.md"], ""),
        (["modified page.md", "moved page.md.tmp > page.md"], ""),
        (["moved page.md > page.md~"], "page.md"),
        (["moved page.md > page.md~", "created page.md", "modified page.md", "closed page.md"], ""),
        (["deleted page.md"], "page.md"),
        (["moved page.md > other.md"], "page.md"),
        (["modified topics/"], ""),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, list) else value or "nothing",
)
def test_more_is_expected_of_what_was_not_closed(reported: list[str], expected: str) -> None:
    saved: frozenset[Path] = frozenset()
    for line in reported:
        saved = being_saved(saved, raw(line))
    assert {path.relative_to(CONTENT).as_posix() for path in saved} == set(expected.split())


PATHS = st.sampled_from(["a.md", "b.md", ".a.md.swp", "topics/c.md"]).map(lambda name: CONTENT / name)
EVENTS = st.lists(st.builds(RawEvent, st.sampled_from(EventKind), PATHS, st.none() | PATHS))


@given(EVENTS, EVENTS)
def test_only_the_last_event_of_a_path_counts(before: list[RawEvent], after: list[RawEvent]) -> None:
    latest = changes(after, [CONTENT])
    together = changes(before + after, [CONTENT])
    assert set(latest) <= set(together)
    assert {change.path for change in together} == {change.path for change in (*changes(before, [CONTENT]), *latest)}
    assert len({change.path for change in together}) == len(together)
