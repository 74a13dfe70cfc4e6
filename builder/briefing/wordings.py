"""What articles have in the same words: copies of one another, and passages that stand in several."""

from collections.abc import Sequence
from itertools import chain

from builder.briefing.wording import COPIED, alike, joined
from builder.content.article import ArticleFile
from builder.content.runs import unpacked
from builder.grouping import grouped
from builder.markdown.tokens import Body
from builder.memo import Memo

SHARED = 0.6
"""Share of the shorter passage's wording that must stand in the other."""

Place = tuple[int, int]
"""A passage: the number of its article and its own number there, both from 0."""
_Known = tuple[int, str, frozenset[int]]
"""A passage that is long enough to be known again: its number in its article, its text, and the runs of its words."""


def copies_among(files: Sequence[ArticleFile], memo: Memo) -> tuple[tuple[int, int], ...]:
    """Return the articles, numbered from 0, that have their wording from one origin, two by two."""
    texts = tuple([memo.take((_text, file.slug), _text, file.body) for file in files])
    runs = tuple([memo.take((unpacked, file.slug), unpacked, file.wording.runs) for file in files])
    return alike(texts, runs, COPIED, memo)


def shared_among(files: Sequence[ArticleFile], memo: Memo) -> tuple[tuple[Place, ...], ...]:
    """Return the passages that stand in more than one article, those in the same words together.

    They are in order of the first.
    """
    known = [memo.take((_known, file.slug), _known, file) for file in files]
    texts = tuple([text for passages in known for _, text, _ in passages])
    runs = tuple([found for passages in known for _, _, found in passages])
    pairs = alike(texts, runs, SHARED, memo)
    leaders = joined(len(texts), pairs)
    places = [(article, number) for article, passages in enumerate(known) for number, _, _ in passages]
    groups = grouped(sorted(set(chain.from_iterable(pairs))), leaders.__getitem__).values()
    together = (tuple([places[at] for at in group]) for group in groups)
    return tuple(group for group in together if len({article for article, _ in group}) > 1)


def _text(body: Body) -> str:
    return body.text


def _known(file: ArticleFile) -> tuple[_Known, ...]:
    passages = file.body.passages
    return tuple([(number, passages[number].text, unpacked(runs)) for number, runs in file.wording.passages])
