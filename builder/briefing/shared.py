"""Passages that stand in several articles in the same words."""

from collections.abc import Sequence

from builder.briefing.comparison import SharedWording
from builder.briefing.model import Article
from builder.briefing.wordings import Place


def shared_wordings(shared: Sequence[Sequence[Place]], articles: Sequence[Article]) -> tuple[SharedWording, ...]:
    """Return the wordings that more than one article has, in order of their first passage."""
    return tuple(
        SharedWording(
            tuple(articles[article].passages[number].citation for article, number in group),
            len({articles[article].voice for article, _ in group}),
        )
        for group in shared
    )
