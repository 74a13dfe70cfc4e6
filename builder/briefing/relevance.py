"""How close each article is to what the briefing is about, by the names it shares with the others."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from builder.annotate.span import NAMES
from builder.briefing.model import Article, Passage
from builder.briefing.passages import name_of
from builder.memo import NO_MEMO, Memo
from builder.urls import Slug

CENTRAL = 0.9
"""An article that is closer than this share of all articles is wholly relevant."""


def relevance(articles: Sequence[Article], memo: Memo = NO_MEMO) -> tuple[float, ...]:
    """Return for each article 0 to 1: the cosine of its names with those of all articles, scaled to the closest.

    A name that one article alone has tells nothing. Where articles share no names, all are relevant.
    """
    counts = [memo.take((_names, article.slug), _names, article.passages) for article in articles]
    holders = Counter(name for names in counts for name, _ in names)
    vectors = [_scaled({name: weight for name, weight in names if holders[name] > 1}) for names in counts]
    centre: dict[Slug, float] = defaultdict(float)
    for vector in vectors:
        for name, weight in vector.items():
            centre[name] += weight
    products = [sum(weight * centre[name] for name, weight in vector.items()) for vector in vectors]
    if not any(products):
        return tuple(1.0 for _ in articles)
    closest = sorted(products)[int(CENTRAL * (len(products) - 1))] or max(products)
    return tuple(min(1.0, product / closest) for product in products)


def _names(passages: Sequence[Passage]) -> tuple[tuple[Slug, float], ...]:
    """Return the names of an article, each with its weight there."""
    counts = Counter(name_of(passage, span) for passage in passages for span in passage.spans if span.label in NAMES)
    return tuple((name, 1 + math.log(count)) for name, count in counts.items())


def _scaled(vector: dict[Slug, float]) -> dict[Slug, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {name: weight / length for name, weight in vector.items()}
