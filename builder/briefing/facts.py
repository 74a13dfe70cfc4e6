"""Sentences that state a figure, a claim or a date, as they are compared between sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.annotate.sentences import sentences
from builder.annotate.span import NAMES, Label, Span
from builder.briefing.model import Article, Passage
from builder.briefing.passages import name_of, within
from builder.memo import Memo
from builder.urls import Slug


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence with the one span that is compared."""

    article: Article
    passage: Passage
    span: Span
    spans: tuple[Span, ...]
    """All marks of the sentence, the one that is compared among them."""
    sentence: str
    before: str
    """The words of the sentence before the span."""
    words: str
    """The words of the span."""
    after: str
    """The words of the sentence behind the span."""
    names: frozenset[Slug]
    """Who and what the sentence names."""
    people: frozenset[Slug]

    def named(self, start: int, end: int) -> frozenset[Slug]:
        """Return who and what is named between two offsets of the passage, inside the sentence."""
        return frozenset(
            name_of(self.passage, span)
            for span in self.spans
            if span.label in NAMES and start <= span.start and span.end <= end
        )


def facts(articles: Sequence[Article], label: Label, memo: Memo, having: str = "") -> Iterator[Fact]:
    """Yield each sentence of the sources that holds spans of a label, once for each span.

    ``having`` is a word that the passage must have.
    """
    for article in articles:
        yield from memo.take((_of_article, label, having, article.slug), _of_article, article, label, having)


def _of_article(article: Article, label: Label, having: str) -> tuple[Fact, ...]:
    return tuple(
        fact
        for passage in article.passages
        if not passage.editorial and having in passage.text and any(span.label is label for span in passage.spans)
        for fact in _of_passage(article, passage, label)
    )


def _of_passage(article: Article, passage: Passage, label: Label) -> Iterator[Fact]:
    text = passage.text
    for start, end in sentences(text):
        inside = tuple(within(passage.spans, start, end))
        named = [(span.label, name_of(passage, span)) for span in inside if span.label in NAMES]
        names = frozenset(name for _, name in named)
        people = frozenset(name for kind, name in named if kind is Label.PERSON)
        for span in inside:
            if span.label is label:
                yield Fact(
                    article,
                    passage,
                    span,
                    inside,
                    text[start:end],
                    text[start : span.start],
                    text[span.start : span.end],
                    text[span.end : end],
                    names,
                    people,
                )
