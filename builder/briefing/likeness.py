"""How alike sentences are: the cosine of their words, weighted by how few sentences have them."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

RAREST = 6
"""Words of a sentence by which its like is looked for."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d")

_ENDING = re.compile(r"(?<=\w\w\w\w)(?:[sdt]?ions?|ings?|[sd]?ed|es|ers?|[sde])\Z")

Vector = Mapping[str, float]


def word_vectors(sentences: Sequence[str]) -> list[Vector]:
    """Return the words of each sentence as a vector of length 1; a sentence without words is empty."""
    words = [frozenset(map(_stem, _WORD.findall(sentence.casefold()))) for sentence in sentences]
    holders = Counter(chain.from_iterable(words))
    rarity = {word: 1 + math.log(len(sentences) / count) for word, count in holders.items()}
    vectors: list[Vector] = []
    for found in words:
        vector = {word: rarity[word] for word in sorted(found)}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Return a word without the endings of verbs and plurals: ``explodes``, ``exploded`` and ``explosion`` are one."""
    return _ENDING.sub("", word)


def rarest(vector: Vector) -> list[str]:
    """Return the words that the fewest sentences have."""
    return sorted(vector, key=lambda word: (-vector[word], word))[:RAREST]


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two sentences are: 0 to 1."""
    return sum([weight * other[word] for word, weight in one.items() if word in other])
