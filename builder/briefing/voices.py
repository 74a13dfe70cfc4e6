"""How many independent voices a set of articles comes down to.

Articles speak with one voice where they share a publisher or a wire agency, or where a large part of the shorter
one's wording stands in the other. Likeness of wording is the share of common word shingles (A. Broder, "On the
resemblance and containment of documents", 1997), found through an index of shingles and so without comparing all
pairs.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

SHINGLE = 5
"""Words. Shorter runs are common speech, longer ones break at every edit."""
SHARED = 0.4
"""Share of the shorter article's shingles from which on two articles count as one voice."""
COMMON = 40
"""Of a shingle that stands in more articles than this, each is compared with the next alone: the work stays linear."""

_WORD = re.compile(r"\w+")


def group_voices(texts: Sequence[str], origins: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return for each article the number of its voice, from 1 in order of first appearance.

    ``origins`` holds for each article the names of its publisher and agency, unknown ones left out.
    """
    parents = list(range(len(texts)))
    holders: dict[str, int] = {}
    for number, names in enumerate(origins):
        for name in names:
            _join(parents, holders.setdefault(name.casefold(), number), number)
    for left, right in alike(texts):
        _join(parents, left, right)
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(_root(parents, number), len(numbers) + 1) for number in range(len(texts)))


def alike(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of texts of which one holds a large part of the other's wording, in order."""
    shingles = [_shingles(text) for text in texts]
    index: Mapping[int, list[int]] = _index(shingles)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in index.values():
        for place, left in enumerate(holders):
            reach = len(holders) if len(holders) <= COMMON else place + 2
            for right in holders[place + 1 : reach]:
                shared[left, right] += 1
    return sorted(
        pair
        for pair, count in shared.items()
        if count >= SHARED * max(1, min(len(shingles[pair[0]]), len(shingles[pair[1]])))
    )


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _index(shingles: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    index: dict[int, list[int]] = defaultdict(list)
    for number, runs in enumerate(shingles):
        for run in runs:
            index[run].append(number)
    return {run: holders for run, holders in index.items() if len(holders) > 1}


def _root(parents: list[int], member: int) -> int:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member


def _join(parents: list[int], left: int, right: int) -> None:
    left, right = _root(parents, left), _root(parents, right)
    parents[max(left, right)] = min(left, right)
