"""The tables of sources, and the page of a publisher, an agency or an author."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from builder import edtf
from builder.briefing.articles import UNKNOWN
from builder.briefing.model import ArticleHead, Event, Source, SourceKind
from builder.pages.catalogue import Catalogue
from builder.pages.citations import citation_forms
from builder.pages.contexts_subjects import SourcePage, SourcesPage
from builder.pages.frame import frame
from builder.pages.independence import alone, independence
from builder.pages.linker import SOURCES, Linker, web_address
from builder.pages.marks import body_marker
from builder.pages.order import LONGEST, as_in_chronology, part, part_count, part_path
from builder.pages.paging import Parts, pager, titled
from builder.pages.parts import LeftOutLines
from builder.pages.said_above import above_source
from builder.pages.source_parts import Alone, LeftOutArticle, SharedWith, SourceRow, Story
from builder.pages.values import Html, Link
from builder.pages.views import article_line, body_html, event_view, published
from builder.urls import Slug, page

NOUNS: Final[Mapping[SourceKind, str]] = {
    SourceKind.PUBLISHER: "publisher",
    SourceKind.AGENCY: "agency",
    SourceKind.AUTHOR: "author",
}
MOST_COMPARED: Final = 20
"""Of a wording that stands in more passages, so many are compared: a thousand copies are not a million pairs."""


def sources_pages(catalogue: Catalogue) -> Parts:
    """Plan the tables of articles, publishers, agencies and authors, part by part."""
    briefing = catalogue.briefing
    stories = [story for story in briefing.stories if len(story) > 1]
    lists = [catalogue.sources_of(kind) for kind in SourceKind]
    articles = list(catalogue.articles.values())
    origins = independence(catalogue, catalogue.articles)
    count = part_count(articles, *lists, stories)
    for number in range(1, count + 1):
        yield (
            part_path(SOURCES, number),
            partial(
                _tables,
                number=number,
                count=count,
                sources=[part(found, number) for found in lists],
                stories=part(stories, number),
                articles=part(articles, number),
                origins=origins,
            ),
        )


def _tables(
    catalogue: Catalogue,
    number: int,
    count: int,
    sources: Sequence[Sequence[Source]],
    stories: Sequence[Sequence[Slug]],
    articles: Sequence[ArticleHead],
    origins: str,
) -> SourcesPage:
    linker = Linker(catalogue, part_path(SOURCES, number))
    publishers, agencies, authors = (tuple(_row(linker, source) for source in found) for found in sources)
    return SourcesPage(
        frame(
            catalogue,
            linker.here,
            titled(linker.words.say("Sources"), number, linker.words),
            linker.words.say("Where the briefing's articles come from."),
        ),
        pager(linker, SOURCES, number, count),
        origins,
        publishers,
        agencies,
        authors,
        tuple(article_line(linker, article) for article in articles),
        tuple(_story(linker, story) for story in stories),
    )


def _story(linker: Linker, story: Sequence[Slug]) -> Story:
    articles = (linker.catalogue.articles[slug] for slug in story[:LONGEST])
    return Story(independence(linker.catalogue, story), tuple(article_line(linker, article) for article in articles))


def source_pages(catalogue: Catalogue, source: Source) -> Parts:
    """Plan the page of a publisher, an agency or an author, part by part."""
    articles = [catalogue.articles[slug] for slug in source.articles]
    events = _events(catalogue, source)
    shared = [pair for article in articles for pair in _shared(catalogue, article)]
    origins, only_here = independence(catalogue, source.articles), _only_here(catalogue, source)
    count = part_count(articles, events, shared)
    for number in range(1, count + 1):
        yield (
            part_path(page(source.kind, source.slug), number),
            partial(
                _page,
                source=source,
                origins=origins,
                only_here=only_here,
                number=number,
                count=count,
                articles=part(articles, number),
                shared=part(shared, number),
                events=part(events, number),
            ),
        )


def _page(
    catalogue: Catalogue,
    source: Source,
    origins: str,
    only_here: Alone | None,
    number: int,
    count: int,
    articles: Sequence[ArticleHead],
    shared: Sequence[tuple[ArticleHead, ArticleHead, int]],
    events: Sequence[Event],
) -> SourcePage:
    base = page(source.kind, source.slug)
    linker = Linker(catalogue, part_path(base, number))
    title = titled(_link(linker, source).text, number, linker.words)
    return SourcePage(
        frame(catalogue, linker.here, title, f"{origins}."),
        pager(linker, base, number, count),
        NOUNS[source.kind],
        origins,
        only_here,
        _about(linker, source) if number == 1 else Html(""),
        tuple(Link(address, web_address(address)) for address in source.same_as),
        _others(linker, source, SourceKind.PUBLISHER, source.publishers),
        _others(linker, source, SourceKind.AGENCY, source.agencies),
        _others(linker, source, SourceKind.AUTHOR, source.authors),
        tuple(map(linker.words.language_name, source.languages)),
        tuple(article_line(linker, article) for article in articles),
        tuple(citation_forms(linker, article) for article in articles),
        tuple(_shared_with(linker, *found) for found in shared),
        tuple(event_view(linker, event, above_source(source, linker.words)) for event in events),
        tuple(_left_out(linker, article) for article in articles if article.left_out),
    )


def _events(catalogue: Catalogue, source: Source) -> list[Event]:
    """Return the events that a source's articles tell, as the chronology orders them."""
    told = {event.id: event for slug in source.articles for event in catalogue.events_in.get(slug, ())}
    in_time = sorted(told.values(), key=lambda event: edtf.sort_key(edtf.parse(event.date)))
    return as_in_chronology(in_time)


def _about(linker: Linker, source: Source) -> Html:
    passages = source.body.passages if source.body else ()
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in passages])
    return body_html(linker, source.body, page("sources", source.slug), marker)


def _others(linker: Linker, source: Source, kind: SourceKind, names: Sequence[str]) -> tuple[Link, ...]:
    """Return the links to those of another kind who stand behind a source's articles."""
    return () if kind is source.kind else tuple(linker.named_source(kind, name) for name in names)


def _link(linker: Linker, source: Source) -> Link:
    return linker.source(source.kind, source.slug) or Link(source.name, "")


def _row(linker: Linker, source: Source) -> SourceRow:
    articles = [linker.catalogue.articles[slug] for slug in source.articles]
    ends = [article for article in articles if article.published != "unknown"] or articles
    return SourceRow(
        _link(linker, source),
        independence(linker.catalogue, source.articles),
        _only_here(linker.catalogue, source),
        sum(len(article.left_out) for article in articles),
        _others(linker, source, SourceKind.AGENCY, source.agencies),
        tuple(map(linker.words.language_name, source.languages)),
        published(ends[0], linker.words),
        published(ends[-1], linker.words),
    )


def _only_here(catalogue: Catalogue, source: Source) -> Alone | None:
    """Return what rests on a source alone; nothing where nobody is named, since that may be several."""
    return None if source.slug == UNKNOWN else alone(catalogue, source.articles)


def _shared(catalogue: Catalogue, article: ArticleHead) -> Iterator[tuple[ArticleHead, ArticleHead, int]]:
    """Give each other article that has passages in the words of this one, with how many; those with most first."""
    counts: Counter[Slug] = Counter()
    for shared in catalogue.shared_in.get(article.slug, ()):
        counts.update({citation.article for citation in shared.citations[:MOST_COMPARED]} - {article.slug})
    for slug, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield article, catalogue.articles[slug], count


def _shared_with(linker: Linker, article: ArticleHead, other: ArticleHead, passages: int) -> SharedWith:
    side_by_side = linker.to(page("articles", article.slug), "shared")
    own = Link(linker.words.count(passages, "passage"), side_by_side, article.title)
    return SharedWith(own, article.code, article_line(linker, other), article.voice == other.voice)


def _left_out(linker: Linker, article: ArticleHead) -> LeftOutArticle:
    lines = tuple(LeftOutLines(left.lines, left.why) for left in article.left_out)
    return LeftOutArticle(article_line(linker, article), lines)
