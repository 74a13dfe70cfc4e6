"""The table of sources, and a publisher's page."""

from collections.abc import Sequence

from builder.briefing.model import Article, Source
from builder.pages.article import bibliographic
from builder.pages.catalogue import Catalogue
from builder.pages.contexts_subjects import SourcePage, SourcesPage
from builder.pages.frame import frame
from builder.pages.linker import SOURCES, Linker, web_address
from builder.pages.marks import body_marker
from builder.pages.parts import LeftOutArticle, LeftOutLines, SourceRow
from builder.pages.phrases import counted
from builder.pages.values import Link
from builder.pages.views import article_line, body_html, event_view, published
from builder.urls import page


def sources_page(catalogue: Catalogue) -> SourcesPage:
    """Return the table of publishers and articles."""
    linker = Linker(catalogue, SOURCES)
    briefing = catalogue.briefing
    stories = [story for story in briefing.stories if len(story) > 1]
    return SourcesPage(
        frame(catalogue, SOURCES, "Sources", "Where the briefing's articles come from."),
        briefing.voices,
        tuple(_row(linker, source) for source in briefing.sources),
        tuple(article_line(linker, article) for article in briefing.articles),
        tuple(tuple(article_line(linker, catalogue.articles[slug]) for slug in story) for story in stories),
    )


def source_page(catalogue: Catalogue, source: Source) -> SourcePage:
    """Return a publisher's page."""
    path = page("sources", source.slug)
    linker = Linker(catalogue, path)
    articles = [catalogue.articles[slug] for slug in source.articles]
    passages = source.body.passages if source.body else ()
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in passages])
    told = {event.id for slug in source.articles for event in catalogue.events_in.get(slug, ())}
    title = linker.publisher(source.slug).text
    return SourcePage(
        frame(catalogue, path, title, f"{counted(len(articles), 'article')} in this briefing."),
        body_html(linker, source.body, "sources", marker),
        tuple(Link(address, web_address(address)) for address in source.same_as),
        source.agencies,
        source.authors,
        source.languages,
        tuple(article_line(linker, article) for article in articles),
        tuple(bibliographic(article) for article in articles),
        tuple(event_view(linker, event) for event in catalogue.briefing.events if event.id in told),
        tuple(_left_out(linker, article) for article in articles if article.left_out),
    )


def _left_out(linker: Linker, article: Article) -> LeftOutArticle:
    lines = tuple(LeftOutLines(left.lines, left.why) for left in article.left_out)
    return LeftOutArticle(article_line(linker, article), lines)


def _row(linker: Linker, source: Source) -> SourceRow:
    articles = [linker.catalogue.articles[slug] for slug in source.articles]
    ends = _dated(articles) or articles
    return SourceRow(
        linker.publisher(source.slug),
        len(articles),
        source.agencies,
        source.languages,
        published(ends[0]),
        published(ends[-1]),
    )


def _dated(articles: Sequence[Article]) -> list[Article]:
    return [article for article in articles if article.published != "unknown"]
