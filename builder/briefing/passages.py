"""What stands inside a stretch of a passage."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from builder.annotate.span import NAMES, Label, Span
from builder.briefing.model import Passage
from builder.urls import Slug, slugify

_START = attrgetter("start")


def within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield those of a passage's spans that lie between two offsets.

    Spans stand in the order of their starts, so that no others need be looked at than those that start there.
    """
    for number in range(bisect_left(spans, start, key=_START), len(spans)):
        span = spans[number]
        if span.start > end:
            return
        if span.end <= end:
            yield span


def inside(passage: Passage, span: Span, *labels: Label) -> list[Span]:
    """Return the spans of some labels that lie inside another one of the same passage."""
    return [part for part in within(passage.spans, span.start, span.end) if part.label in labels]


def name_of(passage: Passage, span: Span) -> Slug:
    """Return the slug a name's span refers to: its ``ref``, else the slug of its words."""
    given = span.value("ref") if span.values else ""
    return Slug(given) if given else _slug(passage.text[span.start : span.end])


@lru_cache(maxsize=1 << 16)
def _slug(words: str) -> Slug:
    """Return the slug of a name; the same names are asked for again and again."""
    return slugify(words)


def names_in(passage: Passage, span: Span) -> tuple[tuple[Label, Slug], ...]:
    """Return the names inside a span, each with its label, in order."""
    return tuple([(name.label, name_of(passage, name)) for name in inside(passage, span, *NAMES)])
