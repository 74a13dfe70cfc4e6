"""Which texts hold the same words.

Likeness of wording is containment: the share of the shorter text's runs of words that stand in the other (A. Broder,
"On the resemblance and containment of documents", 1997). Texts that share any are found through an index, so that no
step compares all pairs.
"""

from collections.abc import Iterable, Sequence

from builder.briefing.sharing import Sharing, count_shared
from builder.content.runs import runs_in
from builder.memo import NO_MEMO, Memo

COPIED = 0.4
"""Share of the shorter article's wording from which on two articles have it from one origin."""
SURE = 24
"""Sampled runs of the shorter text from which on they speak for all; of shorter ones all runs are compared."""
COMMON = 40
"""Of a run that stands in more texts than this, each is compared with the next alone: the work stays linear."""


def alike(
    texts: tuple[str, ...], runs: tuple[frozenset[int], ...], share: float, memo: Memo = NO_MEMO
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of texts, numbered from 0, of which one holds at least this share of the other's wording.

    ``runs`` are what :func:`builder.content.runs.runs_in` returns for each text.
    """
    sharing = memo.renew((count_shared, share), count_shared, runs, COMMON)
    return memo.take((_alike, share), _alike, texts, sharing, share)


def _alike(texts: Sequence[str], sharing: Sharing[int], share: float) -> tuple[tuple[int, int], ...]:
    sizes = list(map(len, sharing.held))
    return tuple(
        sorted(
            (left, right)
            for (left, right), count in sharing.counts.items()
            if (fewest := min(sizes[left], sizes[right])) * share <= count
            and (fewest >= SURE or _containment(texts[left], texts[right]) >= share)
        )
    )


def joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of some numbers from 0 the smallest one that pairs link it to, over however many."""
    parents = list(range(count))
    for left, right in pairs:
        left, right = _root(parents, left), _root(parents, right)
        parents[max(left, right)] = min(left, right)
    return [_root(parents, number) for number in range(count)]


def _root(parents: list[int], member: int) -> int:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member


def _containment(left: str, right: str) -> float:
    """Return the share of the shorter text's runs that stand in the other."""
    one, other = runs_in(left.split(), 1), runs_in(right.split(), 1)
    return len(one & other) / min(len(one), len(other))
