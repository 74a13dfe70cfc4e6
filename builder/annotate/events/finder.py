"""The sentences of an article that tell of something that happened or is planned."""

from collections.abc import Iterator, Sequence

from builder.annotate.events.reading import Reading, readings
from builder.annotate.events.rules import RULES, is_candidate
from builder.annotate.span import ArticleText, Label, Span


def find_events(article: ArticleText, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the events of an article in order, each with ``date`` where it isn't the first date inside.

    ``spans`` are the dates, names and statements found before.
    """
    return tuple(_events(article, spans))


def _events(article: ArticleText, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences that a rule takes for events."""
    for reading in readings(article, spans):
        if is_candidate(reading):
            name = next((name for name, holds in RULES if holds(reading)), None)
            if name:
                yield _event(article.text, reading, name)


def _event(text: str, reading: Reading, rule: str) -> Span:
    """Return the span of an event."""
    chosen = next((span for span in reading.dates if span.value("value")), None)
    implied = chosen is None or chosen == reading.first_value
    values = () if chosen is None or implied else (("date", chosen.value("value")),)
    evidence = text[chosen.start : chosen.end] if chosen else ""
    return Span(reading.start, reading.end, Label.EVENT, values, rule, evidence)
