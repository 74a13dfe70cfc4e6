"""How close each article is to what the briefing is about, by the names it shares with the others."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from builder.briefing.entities import Names
from builder.urls import Slug

CENTRAL = 0.9
"""An article that is closer than this share of all articles is wholly relevant."""


def relevance(articles: Sequence[Names]) -> tuple[float, ...]:
    """Return for each article 0 to 1: the cosine of its names with those of all articles, scaled to the closest.

    A name that one article alone has tells nothing. Where articles share no names, all are relevant.
    """
    counts = [_counted(names) for names in articles]
    holders = Counter(chain.from_iterable(counts))
    vectors = [
        _scaled({name: 1 + math.log(count) for name, count in names.items() if holders[name] > 1}) for names in counts
    ]
    centre: dict[Slug, float] = defaultdict(float)
    for vector in vectors:
        for name, weight in vector.items():
            centre[name] += weight
    products = [sum(weight * centre[name] for name, weight in vector.items()) for vector in vectors]
    if not any(products):
        return tuple(1.0 for _ in articles)
    closest = sorted(products)[int(CENTRAL * (len(products) - 1))] or max(products)
    return tuple(min(1.0, product / closest) for product in products)


def _counted(names: Names) -> Mapping[Slug, int]:
    """Return how often an article names whom it names; one slug may stand for a person and for a place."""
    counts: dict[Slug, int] = {}
    for (_, slug), found in names:
        counts[slug] = counts.get(slug, 0) + len(found.mentions)
    return counts


def _scaled(vector: dict[Slug, float]) -> dict[Slug, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {name: weight / length for name, weight in vector.items()}
