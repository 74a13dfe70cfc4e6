"""How alike articles are, by the rarer words they share."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_ALIKE: Final = 0.2
"""Cosine from which on two articles are taken to tell of one story."""

Vector = Mapping[str, float]


class Likeness:
    """Finds the article of a collection that is most like a text."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [_words(text) for text in texts]
        spread = Counter(word for count in counts for word in count)
        self._rarity = {word: math.log((1 + len(texts)) / (1 + number)) + 0.1 for word, number in spread.items()}
        self._vectors = [self._vector(count) for count in counts]

    def nearest(self, text: str) -> int | None:
        """Return the index of the most similar article, or ``None`` where none is of the same story."""
        own = self._vector(_words(text))
        likeness = [sum(weight * other.get(word, 0.0) for word, weight in own.items()) for other in self._vectors]
        best = max(range(len(likeness)), key=likeness.__getitem__, default=None)
        return best if best is not None and likeness[best] >= _ALIKE else None

    def _vector(self, count: Counter[str]) -> Vector:
        """Return a vector of length one; words that no article of the collection has are left out."""
        raw = {
            word: (1 + math.log(number)) * self._rarity[word] for word, number in count.items() if word in self._rarity
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {word: weight / length for word, weight in raw.items()}


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
