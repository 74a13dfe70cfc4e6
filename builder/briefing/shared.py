"""Passages that stand in several articles in the same words."""

from collections import defaultdict
from collections.abc import Sequence

from builder.briefing.comparison import SharedWording
from builder.briefing.model import Article, Passage
from builder.briefing.wording import alike, joined, runs_in
from builder.memo import NO_MEMO, Memo

SHARED = 0.6
"""Share of the shorter passage's wording that must stand in the other."""
FEWEST_WORDS = 12
"""Shorter passages may be alike by chance."""


def shared_wordings(articles: Sequence[Article], memo: Memo = NO_MEMO) -> tuple[SharedWording, ...]:
    """Return the wordings that more than one article has, in order of their first passage."""
    worded = [one for article in articles for one in memo.take((_worded, article.slug), _worded, article.passages)]
    passages = [passage for passage, _ in worded]
    texts, runs = tuple([passage.text for passage in passages]), tuple([found for _, found in worded])
    pairs = memo.take((alike, SHARED), alike, texts, runs, SHARED)
    groups: dict[int, list[Passage]] = defaultdict(list)
    leaders = joined(len(passages), pairs)
    for passage, leader in zip(passages, leaders, strict=True):
        groups[leader].append(passage)
    voices = {article.slug: article.voice for article in articles}
    return tuple(
        SharedWording(
            tuple(passage.citation for passage in group),
            len({voices[passage.citation.article] for passage in group}),
        )
        for group in groups.values()
        if len({passage.citation.article for passage in group}) > 1
    )


def _worded(passages: Sequence[Passage]) -> tuple[tuple[Passage, frozenset[int]], ...]:
    """Return the passages of an article that are long enough to be known again, each with its runs of words."""
    return tuple(
        (passage, runs_in(passage.text))
        for passage in passages
        if not passage.editorial and len(passage.text.split()) >= FEWEST_WORDS
    )
