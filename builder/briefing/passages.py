"""What stands inside a stretch of a passage."""

from functools import lru_cache

from builder.annotate.span import NAMES, Label, Span
from builder.briefing.model import Passage
from builder.urls import Slug, slugify


def inside(passage: Passage, span: Span, *labels: Label) -> list[Span]:
    """Return the spans of some labels that lie inside another one of the same passage."""
    return [
        part for part in passage.spans if part.label in labels and span.start <= part.start and part.end <= span.end
    ]


def name_of(passage: Passage, span: Span) -> Slug:
    """Return the slug a name's span refers to: its ``ref``, else the slug of its words."""
    return Slug(span.value("ref")) or _slug(passage.text[span.start : span.end])


@lru_cache(maxsize=1 << 16)
def _slug(words: str) -> Slug:
    """Return the slug of a name; the same names are asked for again and again."""
    return slugify(words)


def names_in(passage: Passage, span: Span) -> frozenset[Slug]:
    """Return the slugs of the names inside a span."""
    return frozenset(name_of(passage, name) for name in inside(passage, span, *NAMES))
