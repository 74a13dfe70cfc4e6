"""Which articles tell the same story.

Articles are linked where their texts are alike in the words that few others use: the cosine of their tf-idf vectors
(G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988). Candidates come from an
index of each article's weightiest words, so that no step compares all pairs.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

LIKENESS = 0.26
"""Cosine from which on two articles tell the same story."""
TELLING_WORDS = 25
"""How many of an article's weightiest words bring candidates."""
MOST_HOLDERS = 30
"""Of a word that more articles share, not all pairs are looked at: the work stays linear."""
_WORD = re.compile(r"[^\W\d_]{3,}")

Vector = Mapping[str, float]


def group_stories(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the texts, from 0, in groups that tell the same story; every text is in one group."""
    vectors = _vectors(texts)
    leader = list(range(len(texts)))
    for left, right in sorted(_candidates(vectors)):
        if _root(leader, left) != _root(leader, right) and _cosine(vectors[left], vectors[right]) >= LIKENESS:
            leader[_root(leader, right)] = _root(leader, left)
    groups: dict[int, list[int]] = {}
    for number in range(len(texts)):
        groups.setdefault(_root(leader, number), []).append(number)
    return tuple(tuple(group) for group in groups.values())


def _root(leader: list[int], member: int) -> int:
    while leader[member] != member:
        leader[member] = leader[leader[member]]
        member = leader[member]
    return member


def _vectors(texts: Sequence[str]) -> list[Vector]:
    counts = [Counter(word.casefold() for word in _WORD.findall(text)) for text in texts]
    holders = Counter(word for words in counts for word in words)
    vectors: list[Vector] = []
    for words in counts:
        weights = {word: (1 + math.log(n)) * math.log(1 + len(texts) / holders[word]) for word, n in words.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({word: weight / length for word, weight in weights.items()})
    return vectors


def _candidates(vectors: Sequence[Vector]) -> set[tuple[int, int]]:
    """Return the pairs that share a weighty word; where many share one, each only with the next that does."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word in sorted(vector, key=lambda word: (-vector[word], word))[:TELLING_WORDS]:
            index[word].append(number)
    return {pair for holders in index.values() for pair in _pairs(holders)}


def _pairs(holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, left in enumerate(holders):
        reach = len(holders) if len(holders) <= MOST_HOLDERS else place + 2
        for right in holders[place + 1 : reach]:
            yield left, right


def _cosine(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right.get(word, 0.0) for word, weight in left.items())
