"""What of an article's words is compared with those of others: worked out when it is read, and kept with it."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from builder.content.runs import packed_runs
from builder.markdown.tokens import Body

TITLE = 2
"""How many times a word of the title counts beyond its once."""
FEWEST_WORDS = 12
"""Shorter passages may be alike by chance."""

_WORD = re.compile(r"[^\W\d_]{3,}")


class Stems(Struct, frozen=True, array_like=True):
    """The words of an article without their endings."""

    stems: str
    """Each once, in alphabetical order, a blank between two."""
    counts: tuple[int, ...]
    """How often each counts."""


class Wording(Struct, frozen=True, array_like=True):
    """An article's words as they are compared."""

    count: int
    """How many words its text has."""
    runs: bytes
    """Of the text, as of :func:`builder.content.runs.packed_runs`."""
    passages: tuple[tuple[int, bytes], ...]
    """The number, from 0, and the runs of each passage that is long enough to be known again."""
    stems: Stems


def wording_of(title: str, body: Body) -> Wording:
    """Return the words of an article as they are compared."""
    words = [passage.text.split() for passage in body.passages]
    runs, of_passages = packed_runs(words)
    return Wording(
        count=sum(map(len, words)),
        runs=runs,
        passages=tuple(
            (number, of_passages[number])
            for number, passage in enumerate(body.passages)
            if len(words[number]) >= FEWEST_WORDS and not passage.editorial
        ),
        stems=count_stems(title, list(chain.from_iterable(words))),
    )


def count_stems(title: str, words: Sequence[str]) -> Stems:
    """Count an article's words; those of the title and capitalised ones, mostly names, count more.

    ``words`` are its text, cut at white space.
    """
    counts = Counter(chain.from_iterable(map(_stems, words)))
    for word in _WORD.findall(title):
        counts[_stem(word)] += TITLE
    stems = sorted(counts)
    return Stems(" ".join(stems), tuple(map(counts.__getitem__, stems)))


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[str, ...]:
    """Return the stems of the words between marks, each as often as it counts."""
    return tuple([stem for part in _WORD.findall(word) for stem in [_stem(part)] * (2 if part[0].isupper() else 1)])


def _stem(word: str) -> str:
    """Return a word without case and the s of a plural."""
    word = word.casefold()
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
