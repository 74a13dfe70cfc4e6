"""How many things each two of many have in common, found through an index, so that no step compares all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from typing import Generic, TypeVar

Part = TypeVar("Part", int, str)

MOST_CHANGED = 0.5
"""Share of all, before and now, that is not what it was, up to which counting again is quicker than counting all."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sharing(Generic[Part]):
    """What each of many holds, and how much two of them share; they are numbered from 0."""

    held: tuple[frozenset[Part], ...]
    counts: Mapping[Pair, int]
    """Of pairs that share anything, the smaller number first."""


def count_shared(before: Sharing[Part] | None, held: tuple[frozenset[Part], ...], most: int) -> Sharing[Part]:
    """Return how much each two share.

    Of holders of one thing that are more than ``most``, each counts as sharing it with the next alone: the work stays
    linear. ``before`` is what was counted last; where little has changed since, only that is counted again.
    """
    if before is not None:
        gone, come, moved = _changed(before.held, held)
        if len(gone) + len(come) <= MOST_CHANGED * len(held):
            touched: frozenset[Part] = frozenset().union(*[before.held[at] for at in gone], *[held[at] for at in come])
            return _counted_again(before, held, touched, moved, most)
    return Sharing(held, Counter(_pairs(_holders(held, _shared(held)), most)))


def _counted_again(
    before: Sharing[Part], held: tuple[frozenset[Part], ...], touched: frozenset[Part], moved: int, most: int
) -> Sharing[Part]:
    """Return what is shared now, where all that came or went is among what is ``touched``.

    ``moved`` is the first number before that stands elsewhere now, where there are more or fewer than before.
    """
    counts = dict(before.counts)
    for pair in _pairs(_holders(before.held, touched), most):
        counts[pair] -= 1
        if not counts[pair]:
            del counts[pair]
    if by := len(held) - len(before.held):
        counts = {_moved(pair, moved, by): count for pair, count in counts.items()}
    for pair in _pairs(_holders(held, touched), most):
        counts[pair] = counts.get(pair, 0) + 1
    return Sharing(held, counts)


def _shared(held: Iterable[frozenset[Part]]) -> frozenset[Part]:
    """Return the things that more than one hold."""
    once: set[Part] = set()
    again: set[Part] = set()
    for mine in held:
        again |= mine & once
        once |= mine
    return frozenset(again)


def _holders(held: Sequence[frozenset[Part]], asked: frozenset[Part]) -> Iterable[Sequence[int]]:
    """Return who holds each of the things that are asked about."""
    index: dict[Part, list[int]] = defaultdict(list)
    for number, mine in enumerate(held):
        if not mine.isdisjoint(asked):
            for part in mine & asked:
                index[part].append(number)
    return index.values()


def _pairs(index: Iterable[Sequence[int]], most: int) -> Iterator[Pair]:
    return chain.from_iterable(
        combinations(holders, 2) if len(holders) <= most else pairwise(holders) for holders in index
    )


def _changed(before: Sequence[object], now: Sequence[object]) -> tuple[Sequence[int], Sequence[int], int]:
    """Return the numbers of what has gone, of what has come, and the first before that is counted otherwise now."""
    if len(before) == len(now):
        differing = [at for at, (one, other) in enumerate(zip(before, now, strict=True)) if one != other]
        return differing, differing, len(before)
    most = min(len(before), len(now))
    start = next((at for at in range(most) if before[at] != now[at]), most)
    same = next((at for at in range(most - start) if before[-1 - at] != now[-1 - at]), most - start)
    return range(start, len(before) - same), range(start, len(now) - same), len(before) - same


def _moved(pair: Pair, start: int, by: int) -> Pair:
    """Return a pair whose numbers from one on have moved."""
    left, right = pair
    return left + by if left >= start else left, right + by if right >= start else right
