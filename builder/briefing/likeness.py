"""How alike sentences are: the cosine of their words, weighted by how few sentences have them."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from operator import mul

RAREST = 6
"""Words of a sentence by which its like is looked for."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d")

_ENDING = re.compile(r"(?<=\w\w\w\w)(?:[sdt]?ions?|ings?|[sd]?ed|es|ers?|[sde])\Z")

Vector = Mapping[str, float]


def word_vectors(sentences: Sequence[Sequence[str]]) -> list[Vector]:
    """Return the words of each sentence, as of :func:`stems_of`, as a vector of length 1; one without words is empty.

    The words of a vector stand in alphabetical order.
    """
    holders = Counter(chain.from_iterable(sentences))
    by_count = {count: 1 + math.log(len(sentences) / count) for count in {*holders.values()}}
    rarity = {word: by_count[count] for word, count in holders.items()}
    vectors: list[Vector] = []
    for words in sentences:
        weights = [rarity[word] for word in words]
        length = math.sqrt(sum(map(mul, weights, weights))) or 1.0
        vectors.append(dict(zip(words, [weight / length for weight in weights], strict=True)))
    return vectors


def stems_of(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence that are compared, without their endings, each once and in alphabetical order."""
    return tuple(sorted({*chain.from_iterable(map(_stems, sentence.split()))}))


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[str, ...]:
    """Return words without the endings of verbs and plurals: ``explodes``, ``exploded`` and ``explosion`` are one.

    ``word`` may be several, with marks between them.
    """
    return tuple([_ENDING.sub("", part) for part in _WORD.findall(word.casefold())])


def rarest(vector: Vector) -> list[str]:
    """Return the words that the fewest sentences have."""
    return sorted(vector, key=vector.__getitem__, reverse=True)[:RAREST]


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two sentences are: 0 to 1."""
    return float(sum(map(mul, one.values(), map(other.get, one, repeat(0.0)))))
