"""The volumes of the dossier: so many articles each, in their order, with all that these are the first to tell."""

from collections.abc import Iterable, Mapping
from typing import Final

from builder.briefing.citation import Citation
from builder.briefing.model import Briefing
from builder.pages.anchors import article_anchor, conflict_anchor, event_anchor, statement_anchor
from builder.pages.order import part_count
from builder.urls import Slug

ARTICLES: Final = 200
"""In a volume: on paper, a few hundred pages."""


def volume_count(briefing: Briefing) -> int:
    """Return how many volumes the dossier has; at least 1."""
    return part_count(briefing.articles, length=ARTICLES)


def volumes(briefing: Briefing) -> dict[str, int]:
    """Return the volume, counted from 1, of every article and of whatever is told, by its ``id`` in the dossier.

    What several articles tell stands in the volume of the first of them.
    """
    of = volumes_of_articles(briefing)
    return {
        **{article_anchor(article.code): of[article.slug] for article in briefing.articles},
        **{event_anchor(one.id): _first(of, [told.citation for told in one.tellings]) for one in briefing.events},
        **{
            statement_anchor(one.id): _first(of, [*one.citations, *[citation for _, citation in one.variants]])
            for one in briefing.statements
        },
        **{conflict_anchor(one.id): _first(of, [told.citation for told in one.accounts]) for one in briefing.conflicts},
    }


def volumes_of_articles(briefing: Briefing) -> dict[Slug, int]:
    """Return the volume, counted from 1, of every article."""
    return {article.slug: place // ARTICLES + 1 for place, article in enumerate(briefing.articles)}


def _first(of: Mapping[Slug, int], told: Iterable[Citation]) -> int:
    return min([of[citation.article] for citation in told if citation.article in of], default=1)
