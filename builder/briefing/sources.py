"""The source index: every publisher with its articles."""

from collections.abc import Iterable, Sequence

from builder.briefing.articles import UNKNOWN
from builder.briefing.model import Article, Source
from builder.content.files import EntityFile
from builder.urls import Slug


def assemble_sources(articles: Sequence[Article], files: Sequence[EntityFile]) -> tuple[Source, ...]:
    """Return the publishers by number of articles, most first, the unnamed ones together and last."""
    written = {file.slug: file for file in files if file.folder == "sources"}
    by_publisher: dict[Slug, list[Article]] = {}
    for article in articles:
        by_publisher.setdefault(article.publisher_slug, []).append(article)
    sources = [_source(slug, mine, written.get(slug)) for slug, mine in by_publisher.items()]
    return tuple(sorted(sources, key=lambda item: (item.slug == UNKNOWN, -len(item.articles), item.name, item.slug)))


def _source(slug: Slug, articles: Sequence[Article], file: EntityFile | None) -> Source:
    return Source(
        slug=slug,
        name=file.front.name if file else articles[0].publisher,
        same_as=file.front.same_as if file else (),
        body=(file.body or None) if file else None,
        articles=tuple(article.slug for article in articles),
        agencies=_once(article.agency for article in articles if article.agency != UNKNOWN),
        authors=_once(author for article in articles for author in article.authors),
        languages=_once(article.language for article in articles),
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
