"""Passages that stand in several articles in the same words."""

from collections import defaultdict
from collections.abc import Sequence

from builder.briefing.comparison import SharedWording
from builder.briefing.model import Article, Passage
from builder.briefing.wording import alike, joined
from builder.briefing.words import Worded
from builder.memo import NO_MEMO, Memo

SHARED = 0.6
"""Share of the shorter passage's wording that must stand in the other."""
FEWEST_WORDS = 12
"""Shorter passages may be alike by chance."""


def shared_wordings(
    articles: Sequence[Article], worded: Sequence[Worded], memo: Memo = NO_MEMO
) -> tuple[SharedWording, ...]:
    """Return the wordings that more than one article has, in order of their first passage.

    ``worded`` are the articles' words.
    """
    told = [
        one
        for article, words in zip(articles, worded, strict=True)
        for one in memo.take((_told, article.slug), _told, article.passages, words)
    ]
    passages = [passage for passage, _ in told]
    texts, runs = tuple([passage.text for passage in passages]), tuple([found for _, found in told])
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


def _told(passages: Sequence[Passage], words: Worded) -> tuple[tuple[Passage, frozenset[int]], ...]:
    """Return the passages of an article that are long enough to be known again, each with its runs of words."""
    return tuple(
        (passage, runs)
        for passage, count, runs in zip(passages, words.counts, words.of_passages, strict=True)
        if count >= FEWEST_WORDS and not passage.editorial
    )
