"""The page of an edited article, made before the briefing is: what the article tells by itself is as it will be."""

import re
from collections.abc import Iterable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.briefing.assemble import assemble
from builder.pages.catalogue import Catalogue, catalogue
from builder.pages.contexts import ArticlePage
from builder.pages.glance import glance
from builder.pages.plan import plan
from builder.pages.values import EventView, Html, StatementView
from tests.briefing.files import PARAGRAPHS, START, Files, content, edited

EDIT = st.one_of(
    st.tuples(st.just("paragraph"), st.integers(0, 5), st.sampled_from(PARAGRAPHS)),
    st.tuples(st.just("no paragraph"), st.integers(0, 5)),
    st.tuples(st.just("swapped")),
    st.tuples(st.just("key"), st.sampled_from([("title", "Fog"), ("title", ""), ("review", "reviewed")])),
)
OF_ONE = st.tuples(START.filter(lambda files: files.articles), st.lists(EDIT, min_size=1, max_size=3))


def shown_whole(found: Catalogue, slug: str) -> ArticlePage:
    (page,) = (one for one in plan(found) if one.path == f"articles/{slug}.html")
    context = page.make(found)
    assert isinstance(context, ArticlePage)
    return context


def shown_early(before: Files, now: Files, slug: str) -> ArticlePage:
    (file,) = (file for file in content(now).articles if file.slug == slug)
    page, found = glance(catalogue(assemble(content(before))), file, content(before))
    context = page.make(found)
    assert isinstance(context, ArticlePage)
    return context


def alone(page: ArticlePage) -> ArticlePage:
    """Return a page without what is joined of many articles, and without what has something in it that is."""
    return replace(
        page,
        frame=replace(page.frame, summary="", linked_data=Html("")),
        pieces=(),
        statements=(),
        events=(),
        names=(),
        same_story=None,
        shared=(),
    )


def text(page: ArticlePage) -> list[tuple[str, tuple[int, ...], list[str]]]:
    """Return the text with its marks, and the kinds of notes beside it."""
    bare = re.compile(r' (?:id|href|title)="[^"]*"')
    return [(bare.sub("", one.html), one.paragraphs, sorted({note.kind for note in one.notes})) for one in page.pieces]


def told(page: ArticlePage, entries: Iterable[StatementView | EventView]) -> list[tuple[str, str]]:
    """Return what is told of the article itself: where it stands, and the words if they may be shown."""
    return sorted(
        ("" if page.rights == "none" else wording.text, cited.label)
        for entry in entries
        for wording in entry.wordings
        for cited in wording.citations
        if cited.label.startswith(f"{page.code} ")
    )


def flat(statements: Iterable[StatementView]) -> Iterator[StatementView]:
    for one in statements:
        yield one
        yield from one.inner


@settings(max_examples=150, deadline=None)
@given(OF_ONE, st.data())
def test_what_an_article_tells_by_itself_is_as_it_will_be(
    of_one: tuple[Files, list[tuple[object, ...]]], data: st.DataObject
) -> None:
    before, edits = of_one
    slug = data.draw(st.sampled_from(sorted(before.articles)))
    now = before
    for kind, *what in edits:
        now = edited(now, (kind, slug, *what))
    early, whole = shown_early(before, now, slug), shown_whole(catalogue(assemble(content(now))), slug)
    assert alone(early) == alone(whole)
    assert text(early) == text(whole)
    assert told(early, flat(early.statements)) == told(whole, flat(whole.statements))
    assert told(early, early.events) == told(whole, whole.events)
    assert [[(one.link.href, one.mentions) for one in group.entities] for group in early.names] == [
        [(one.link.href, one.mentions) for one in group.entities] for group in whole.names
    ]


@settings(max_examples=100, deadline=None)
@given(START.filter(lambda files: files.articles), st.data())
def test_an_article_that_was_not_changed_is_shown_as_it_was(files: Files, data: st.DataObject) -> None:
    slug = data.draw(st.sampled_from(sorted(files.articles)))
    assert shown_early(files, files, slug) == shown_whole(catalogue(assemble(content(files))), slug)
