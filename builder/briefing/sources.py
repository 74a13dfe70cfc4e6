"""The source index: every publisher, agency and author with their articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.briefing.articles import UNKNOWN, source_slug
from builder.briefing.model import Article, Source, SourceKind
from builder.content.files import EntityFile
from builder.urls import Slug

FILES: Mapping[SourceKind, str] = {SourceKind.PUBLISHER: "sources", SourceKind.AGENCY: "sources"}
"""Where an editor's files describe sources of a kind; one file does for a house that is both."""


def assemble_sources(articles: Sequence[Article], files: Sequence[EntityFile]) -> tuple[Source, ...]:
    """Return publishers, then agencies, then authors; of a kind those with most articles first, the unnamed last."""
    named: dict[SourceKind, dict[Slug, list[tuple[str, Article]]]] = {kind: {} for kind in SourceKind}
    for article in articles:
        for kind, name in _names_behind(article):
            named[kind].setdefault(source_slug(name), []).append((name, article))
    written = {(file.folder, file.slug): file for file in files}
    return tuple(
        source
        for kind, found in named.items()
        for source in _in_order(
            _source(kind, slug, mine, written.get((FILES.get(kind, ""), slug))) for slug, mine in found.items()
        )
    )


def _names_behind(article: Article) -> Iterator[tuple[SourceKind, str]]:
    """Yield who stands behind an article: its publisher, named or not; its agency and its authors, where named."""
    yield SourceKind.PUBLISHER, article.publisher
    if article.agency != UNKNOWN:
        yield SourceKind.AGENCY, article.agency
    for author in dict.fromkeys(article.authors):
        yield SourceKind.AUTHOR, author


def _in_order(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda item: (item.slug == UNKNOWN, -len(item.articles), item.name, item.slug))


def _source(kind: SourceKind, slug: Slug, named: Sequence[tuple[str, Article]], file: EntityFile | None) -> Source:
    articles = tuple({article.slug: article for _, article in named}.values())
    return Source(
        kind=kind,
        slug=slug,
        name=file.front.name if file else named[0][0],
        same_as=file.front.same_as if file else (),
        body=(file.body or None) if file else None,
        articles=tuple(article.slug for article in articles),
        publishers=_once(article.publisher for article in articles if article.publisher != UNKNOWN),
        agencies=_once(article.agency for article in articles if article.agency != UNKNOWN),
        authors=_once(author for article in articles for author in article.authors),
        languages=_once(article.language for article in articles),
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
