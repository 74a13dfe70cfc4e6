"""Passages that stand in several articles in the same words."""

from collections import defaultdict
from collections.abc import Sequence

from builder.briefing.comparison import SharedWording
from builder.briefing.model import Article, Passage
from builder.briefing.wording import alike, joined

SHARED = 0.6
"""Share of the shorter passage's wording that must stand in the other."""
FEWEST_WORDS = 12
"""Shorter passages may be alike by chance."""


def shared_wordings(articles: Sequence[Article]) -> tuple[SharedWording, ...]:
    """Return the wordings that more than one article has, in order of their first passage."""
    passages = [
        passage
        for article in articles
        for passage in article.passages
        if not passage.editorial and len(passage.text.split()) >= FEWEST_WORDS
    ]
    groups: dict[int, list[Passage]] = defaultdict(list)
    leaders = joined(len(passages), alike([passage.text for passage in passages], SHARED))
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
