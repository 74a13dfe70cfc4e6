"""What articles have in the same words: copies of one another, and passages that stand in several."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from builder.briefing.wording import COPIED, alike, joined, runs_in_parts
from builder.content.article import ArticleFile
from builder.grouping import grouped
from builder.markdown.tokens import Body
from builder.memo import NO_MEMO, Memo

SHARED = 0.6
"""Share of the shorter passage's wording that must stand in the other."""
FEWEST_WORDS = 12
"""Shorter passages may be alike by chance."""

Place = tuple[int, int]
"""A passage: the number of its article and its own number there, both from 0."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """What is told by the words of all articles, which are numbered from 0."""

    counts: tuple[int, ...]
    """How many words each article has."""
    copies: tuple[tuple[int, int], ...]
    """The articles that have their wording from one origin, two by two."""
    shared: tuple[tuple[Place, ...], ...]
    """The passages that stand in more than one article, those in the same words together."""


@dataclass(frozen=True, slots=True)
class _Worded:
    """The words of one article, read once for all that is told by them."""

    text: str
    count: int
    """How many words it has."""
    runs: frozenset[int]
    """As of :func:`builder.briefing.wording.runs_in`."""
    numbers: tuple[int, ...]
    """Of the passages that are long enough to be known again."""
    texts: tuple[str, ...]
    """Of these passages."""
    runs_of: tuple[frozenset[int], ...]
    """Of these passages."""


def compare_wordings(files: Sequence[ArticleFile], memo: Memo = NO_MEMO) -> Wordings:
    """Return what the words of articles tell."""
    worded = [memo.take((_worded, file.slug), _worded, file.body) for file in files]
    texts, runs = tuple([one.text for one in worded]), tuple([one.runs for one in worded])
    return Wordings(
        counts=tuple([one.count for one in worded]),
        copies=alike(texts, runs, COPIED, memo),
        shared=_shared(worded, memo),
    )


def _worded(body: Body) -> _Worded:
    words = [passage.text.split() for passage in body.passages]
    runs, of_passages = runs_in_parts(words)
    numbers = tuple(
        number
        for number, passage in enumerate(body.passages)
        if len(words[number]) >= FEWEST_WORDS and not passage.editorial
    )
    return _Worded(
        text=body.text,
        count=sum(map(len, words)),
        runs=runs,
        numbers=numbers,
        texts=tuple(body.passages[number].text for number in numbers),
        runs_of=tuple(of_passages[number] for number in numbers),
    )


def _shared(worded: Sequence[_Worded], memo: Memo) -> tuple[tuple[Place, ...], ...]:
    """Return the passages that stand in more than one article, in order of the first."""
    texts = tuple(chain.from_iterable([one.texts for one in worded]))
    runs = tuple(chain.from_iterable([one.runs_of for one in worded]))
    pairs = alike(texts, runs, SHARED, memo)
    leaders = joined(len(texts), pairs)
    places = [(article, number) for article, one in enumerate(worded) for number in one.numbers]
    groups = grouped(sorted(set(chain.from_iterable(pairs))), leaders.__getitem__).values()
    together = (tuple([places[at] for at in group]) for group in groups)
    return tuple(group for group in together if len({article for article, _ in group}) > 1)
