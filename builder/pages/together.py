"""Who is named together with whom: the foremost names, their strongest ties, and an order that keeps these short.

Finding the shortest order of all is a linear arrangement, for which no quick way is known; moving one name at a time to
where it does best comes near it for so few.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from builder.briefing.model import Briefing, Entity, EntityKind
from builder.pages.catalogue import EntityKey

MOST: Final = 18
"""Names."""
STRONGEST: Final = 2
"""Ties of each name that are kept."""
ROUNDS: Final = 12
"""Of moving names about, at most; few stories need more than five."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two names that share paragraphs."""

    one: EntityKey
    other: EntityKey
    count: int
    """Of the paragraphs."""


@dataclass(frozen=True, slots=True)
class Together:
    """The foremost names of a briefing and what ties them."""

    names: tuple[Entity, ...]
    """In the order in which they are drawn; none where fewer than three share a paragraph."""
    ties: tuple[Tie, ...]
    """The strongest first."""


def together(briefing: Briefing, kinds: Sequence[EntityKind]) -> Together:
    """Return the names of some kinds that are named most, as far as they share paragraphs, and their ties."""
    found = (one for one in briefing.entities if one.kind in kinds)
    named = sorted(found, key=lambda one: -len(one.mentions))[:MOST]
    ties = _strongest(_ties(named))
    tied = {key for tie in ties for key in (tie.one, tie.other)}
    joined = [one for one in named if key_of(one) in tied]
    if len(joined) < 3:
        return Together((), ())
    entities = {key_of(one): one for one in joined}
    return Together(tuple(entities[key] for key in _close(list(entities), ties)), tuple(ties))


def key_of(entity: Entity) -> EntityKey:
    """Return what tells an entity from all others."""
    return entity.kind, entity.slug


def strength(tie: Tie, strongest: int) -> float:
    """Return how heavy a tie is, 0 to 1; ``strongest`` is the count of the heaviest."""
    return math.sqrt(tie.count / strongest)


def _ties(named: Sequence[Entity]) -> list[Tie]:
    """Return each two names that share a paragraph, those who share most first."""
    wanted = {key_of(one) for one in named}
    found: dict[frozenset[EntityKey], Tie] = {}
    for one in named:
        for kind, slug, count in one.together:
            other = (kind, slug)
            if other in wanted:
                found.setdefault(frozenset((key_of(one), other)), Tie(key_of(one), other, count))
    return sorted(found.values(), key=lambda tie: -tie.count)


def _strongest(ties: Iterable[Tie]) -> list[Tie]:
    """Return the ties that are among the strongest of one of their names; they come with the strongest first."""
    kept: list[Tie] = []
    counts: dict[EntityKey, int] = {}
    for tie in ties:
        ends = [counts.get(tie.one, 0), counts.get(tie.other, 0)]
        if min(ends) < STRONGEST:
            kept.append(tie)
            counts[tie.one], counts[tie.other] = (count + 1 for count in ends)
    return kept


def _close(names: list[EntityKey], ties: Sequence[Tie]) -> list[EntityKey]:
    """Return the names in an order in which ties are short, the heavy ones above all."""
    for _ in range(ROUNDS):
        before = names
        for name in before:
            names = min(_moved(names, name), key=lambda order: _length(order, ties))
        if names == before:
            break
    return names


def _moved(names: list[EntityKey], name: EntityKey) -> list[list[EntityKey]]:
    """Return the names as they are, then with one of them at each place."""
    rest = [one for one in names if one != name]
    return [names, *([*rest[:place], name, *rest[place:]] for place in range(len(names)))]


def _length(names: Sequence[EntityKey], ties: Sequence[Tie]) -> float:
    """Return how long the ties are, each as heavy as it is drawn, with the names in an order."""
    places = {name: place for place, name in enumerate(names)}
    return sum((1 + 4 * strength(tie, ties[0].count)) * abs(places[tie.one] - places[tie.other]) for tie in ties)
