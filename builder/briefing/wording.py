"""Which texts hold the same words.

Likeness of wording is containment: the share of the shorter text's runs of words that stand in the other (A. Broder,
"On the resemblance and containment of documents", 1997). Of all runs, those that start with certain pairs of words
are looked at, the same in every text; they are found through an index, so that no step compares all pairs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from zlib import crc32

from builder.briefing.sharing import Sharing, count_shared
from builder.memo import NO_MEMO, Memo

COPIED = 0.4
"""Share of the shorter article's wording from which on two articles have it from one origin."""
RUN = 5
"""Words. Shorter runs are common speech, longer ones break at every edit."""
SAMPLED = 4
"""One of so many runs is looked at."""
SURE = 24
"""Sampled runs of the shorter text from which on they speak for all; of shorter ones all runs are compared."""
COMMON = 40
"""Of a run that stands in more texts than this, each is compared with the next alone: the work stays linear."""

_WORD = re.compile(r"\w+")


def alike(
    texts: tuple[str, ...], runs: tuple[frozenset[int], ...], share: float, memo: Memo = NO_MEMO
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of texts, numbered from 0, of which one holds at least this share of the other's wording.

    ``runs`` are what :func:`runs_in` returns for each text.
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


def runs_in(words: Iterable[str], sampled: int = SAMPLED) -> frozenset[int]:
    """Return one of so many runs of a text's words; where none is among these, the whole text is one.

    ``words`` are the text, cut at white space.
    """
    numbers = _numbered(words)
    return _known_by([run for _, run in _runs(numbers, sampled)], numbers)


def runs_in_parts(parts: Sequence[Sequence[str]]) -> tuple[frozenset[int], tuple[frozenset[int], ...]]:
    """Return what :func:`runs_in` returns for a text and for each of its parts, read once for both."""
    numbered = [_numbered(words) for words in parts]
    numbers = list(chain.from_iterable(numbered))
    runs = _runs(numbers, SAMPLED)
    of_parts: list[frozenset[int]] = []
    end = 0
    for part in numbered:
        start, end = end, end + len(part)
        inside = runs[bisect_left(runs, (start,)) : bisect_left(runs, (end - RUN + 1,))]
        of_parts.append(_known_by([run for _, run in inside], part))
    return _known_by([run for _, run in runs], numbers), tuple(of_parts)


def _runs(numbers: Sequence[int], sampled: int) -> list[tuple[int, int]]:
    """Return one of so many runs of words, each with the place of its first word."""
    following = zip(*(numbers[at:] for at in range(RUN)), strict=False)
    return [(at, hash(run)) for at, run in enumerate(following) if (run[0] + run[1]) % sampled == 0]


def _known_by(runs: Sequence[int], numbers: Sequence[int]) -> frozenset[int]:
    """Return runs or, where a text has none, the whole of its words as one."""
    return frozenset(runs or ([hash(tuple(numbers))] if numbers else ()))


def _numbered(words: Iterable[str]) -> list[int]:
    return list(chain.from_iterable(map(_numbers, words)))


@lru_cache(maxsize=1 << 17)
def _numbers(word: str) -> tuple[int, ...]:
    """Return a number for each word between marks, the same in every process, as ``hash`` of a string is not."""
    return tuple([crc32(part.encode()) for part in _WORD.findall(word.casefold())])
