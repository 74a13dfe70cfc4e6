"""Which pages the site has; planning is pure and touches no disk."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from builder.briefing.model import Article, EntityKind, Topic
from builder.pages.about import about_pages
from builder.pages.article import article_page
from builder.pages.catalogue import Catalogue
from builder.pages.changes import changes_pages
from builder.pages.chronology import chronology_pages
from builder.pages.contexts import Context, NotFoundPage, RedirectPage, SearchPage
from builder.pages.dossier_volumes import dossier_pages
from builder.pages.entities import entities_pages, entity_pages
from builder.pages.frame import frame
from builder.pages.front import front_page
from builder.pages.linked_data import Node, article_data, as_script, linked_data
from builder.pages.linker import (
    HOME,
    NOT_FOUND,
    SEARCH,
    TOPICS,
    Linker,
)
from builder.pages.paging import Make
from builder.pages.sources import source_pages, sources_pages
from builder.pages.statements import statements_pages
from builder.pages.topics import topic_pages, topics_page
from builder.pages.values import Link
from builder.problems import BuildError, Problem, error
from builder.urls import PagePath, former_path, page

BUILDER: Final = "the builder's own page"


class Page(Struct, frozen=True):
    """A page of the site, before it is rendered."""

    path: PagePath
    template: str
    """The template's name below the theme's ``templates`` folder."""
    make: Make
    """Makes all that the template sees: the fields of a context are the template's variables."""
    origin: str = BUILDER
    """The input it is made for, as problems name it."""


def plan(found: Catalogue, *, pdf: bool = False) -> tuple[Page, ...]:
    """Return every page of the site; what a page shows is made when it is rendered.

    ``pdf`` says whether there will be PDFs of the dossier.

    Raises :class:`BuildError` where two pages would have one path, or a former address leads out of the site.
    """
    planned = [*_single_pages(found, pdf), *_pages_of_things(found)]
    redirects, problems = _redirects(found)
    data = linked_data(found)
    pages = (*(_described(one, data.get(one.path)) for one in planned), *redirects)
    problems += _collisions(pages)
    if problems:
        raise BuildError(problems)
    return pages


def page_of(article: Article) -> Page:
    """Return the page of an article, as the plan has it."""
    return _described(_article(article), partial(article_data, article=article))


def _described(planned: Page, data: Callable[[Catalogue], Node] | None) -> Page:
    """Return a page with the data of what it is about, if it is about something."""
    return replace(planned, make=partial(_with_data, make=planned.make, data=data)) if data else planned


def _with_data(found: Catalogue, make: Make, data: Callable[[Catalogue], Node]) -> Context:
    context = make(found)
    return replace(context, frame=replace(context.frame, linked_data=as_script(data(found))))


def _single_pages(found: Catalogue, pdf: bool) -> Iterator[Page]:
    yield Page(HOME, "index.html", front_page)
    yield Page(TOPICS, "topics.html", topics_page)
    yield from (Page(path, "chronology.html", make) for path, make in chronology_pages(found))
    yield from (Page(path, "statements.html", make) for path, make in statements_pages(found))
    for kind in EntityKind:
        yield from (Page(path, "entities.html", make) for path, make in entities_pages(found, kind))
    yield from (Page(path, "sources.html", make) for path, make in sources_pages(found))
    yield from (Page(path, "changes.html", make) for path, make in changes_pages(found))
    yield Page(SEARCH, "search.html", _search_page)
    yield from (Page(path, "dossier.html", make) for path, make in dossier_pages(found, pdf=pdf))
    yield from (Page(path, "about.html", make) for path, make in about_pages(found))
    yield Page(NOT_FOUND, "404.html", _not_found_page)


def _search_page(found: Catalogue) -> SearchPage:
    return SearchPage(frame(found, SEARCH, found.words.say("Search")))


def _not_found_page(found: Catalogue) -> NotFoundPage:
    title = found.words.say("Page not found")
    return NotFoundPage(frame(found, NOT_FOUND, title), found.briefing.base_url)


def _pages_of_things(found: Catalogue) -> Iterator[Page]:
    briefing = found.briefing
    for article in briefing.articles:
        yield _article(article)
    for topic in briefing.topics:
        for path, make in topic_pages(found, topic):
            yield Page(path, "topic.html", make, _origin("topics", topic.slug))
    for entity in briefing.entities:
        for path, make in entity_pages(found, entity):
            yield Page(path, "entity.html", make, _origin(entity.kind, entity.slug))
    for source in briefing.sources:
        for path, make in source_pages(found, source):
            yield Page(path, "source.html", make, _origin(source.kind, source.slug))


def _article(article: Article) -> Page:
    path = page("articles", article.slug)
    return Page(path, "article.html", partial(article_page, article=article), _origin("articles", article.slug))


def _origin(folder: str, slug: str) -> str:
    return f"content/{folder}/{slug}.md"


def _redirects(found: Catalogue) -> tuple[list[Page], list[Problem]]:
    pages: list[Page] = []
    problems: list[Problem] = []
    things: tuple[tuple[str, Article | Topic], ...] = (
        *(("articles", article) for article in found.briefing.articles),
        *(("topics", topic) for topic in found.briefing.topics),
    )
    for folder, thing in things:
        origin = _origin(folder, thing.slug)
        for alias in thing.aliases:
            path = former_path(alias)
            if path is None:
                problems.append(_outside(origin, alias))
            elif path != page(folder, thing.slug):
                make = partial(_redirect, path=path, target=page(folder, thing.slug), title=thing.title)
                pages.append(Page(path, "redirect.html", make, origin))
    return pages, problems


def _redirect(found: Catalogue, path: PagePath, target: PagePath, title: str) -> RedirectPage:
    framed = replace(frame(found, path, title), canonical=frame(found, target, title).canonical)
    return RedirectPage(framed, Link(title, Linker(found, path).to(target)))


def _outside(origin: str, alias: str) -> Problem:
    return error(
        origin,
        "alias-outside",
        f"the former address “{alias}” is no path below the site's root",
        hint="write it as the page's old path, for example `articles/old-title.html`",
    )


def _collisions(pages: Sequence[Page]) -> list[Problem]:
    """Return a problem for each path that two pages want; letters' case does not tell paths apart on every disk."""
    first: dict[str, Page] = {}
    problems = []
    for one in pages:
        other = first.setdefault(one.path.casefold(), one)
        if other is not one:
            message = f"{one.path} would be written twice: for {one.origin} and for {other.origin}"
            hint = "rename one of the files, or take the address out of `aliases`"
            problems.append(error(one.origin, "page-collision", message, hint=hint))
    return problems
