"""What is known of the review of a stretch of an article, and of one thing that several articles tell."""

from collections.abc import Sequence

from builder.annotate.span import Span
from builder.briefing.model import Article, Passage
from builder.briefing.passages import within

DISPUTED, REVIEWED, MACHINE = "disputed", "reviewed", "machine"


def state_of(article: Article, passage: Passage, span: Span) -> str:
    """Return a span's state of review: its own, else its article's; disputed where anything inside it is."""
    inside = within(passage.spans, span.start, span.end)
    if any(each.value("review") == DISPUTED for each in inside if each.values):
        return DISPUTED
    return span.value("review") or article.review


def joint_state(states: Sequence[str]) -> str:
    """Return the state of what is told in several places: disputed where one is, reviewed where all are."""
    if DISPUTED in states:
        return DISPUTED
    return REVIEWED if all(state == REVIEWED for state in states) else MACHINE
