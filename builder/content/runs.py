"""The runs of words in a text, by which the same wording is found again elsewhere.

Of all runs, those that start with certain pairs of words are looked at, the same in every text. A run is a number, the
same in every process of one Python.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from zlib import crc32

RUN = 5
"""Words. Shorter runs are common speech, longer ones break at every edit."""
SAMPLED = 4
"""One of so many runs is looked at."""

_NUMBERS = "q"
"""How runs are packed: each in eight bytes."""
_WORD = re.compile(r"\w+")


def runs_in(words: Iterable[str], sampled: int = SAMPLED) -> frozenset[int]:
    """Return one of so many runs of a text's words; where none is among these, the whole text is one.

    ``words`` are the text, cut at white space.
    """
    numbers = _numbered(words)
    return frozenset(_known_by([run for _, run in _runs(numbers, sampled)], numbers))


def packed_runs(parts: Sequence[Sequence[str]]) -> tuple[bytes, tuple[bytes, ...]]:
    """Return what :func:`runs_in` returns for a text and for each of its parts, packed, read once for both."""
    numbered = [_numbered(words) for words in parts]
    numbers = list(chain.from_iterable(numbered))
    runs = _runs(numbers, SAMPLED)
    of_parts: list[bytes] = []
    end = 0
    for part in numbered:
        start, end = end, end + len(part)
        inside = runs[bisect_left(runs, (start,)) : bisect_left(runs, (end - RUN + 1,))]
        of_parts.append(_packed(_known_by([run for _, run in inside], part)))
    return _packed(_known_by([run for _, run in runs], numbers)), tuple(of_parts)


def unpacked(runs: bytes) -> frozenset[int]:
    """Return packed runs, each once."""
    return frozenset(array(_NUMBERS, runs))


def _packed(runs: Sequence[int]) -> bytes:
    return array(_NUMBERS, runs).tobytes()


def _runs(numbers: Sequence[int], sampled: int) -> list[tuple[int, int]]:
    """Return one of so many runs of words, each with the place of its first word."""
    following = zip(*(numbers[at:] for at in range(RUN)), strict=False)
    return [(at, hash(run)) for at, run in enumerate(following) if (run[0] + run[1]) % sampled == 0]


def _known_by(runs: Sequence[int], numbers: Sequence[int]) -> Sequence[int]:
    """Return runs or, where a text has none, the whole of its words as one."""
    return runs or ([hash(tuple(numbers))] if numbers else [])


def _numbered(words: Iterable[str]) -> list[int]:
    return list(chain.from_iterable(map(_numbers, words)))


@lru_cache(maxsize=1 << 17)
def _numbers(word: str) -> tuple[int, ...]:
    """Return a number for each word between marks, the same in every process, as ``hash`` of a string is not."""
    return tuple([crc32(part.encode()) for part in _WORD.findall(word.casefold())])
