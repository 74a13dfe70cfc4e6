"""Sentences that state a figure, a claim or a date, as they are compared between sources."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from builder.annotate.sentences import sentences
from builder.annotate.span import NAMES, Label, Span
from builder.briefing.model import Article, Passage
from builder.briefing.passages import name_of, within
from builder.memo import Memo
from builder.urls import Slug

_COMPARED: Final = MappingProxyType(
    {
        Label.QUANTITY: ("",),
        Label.CLAIM: ("",),
        Label.DATE: ("born", "died", "dead", "killed", "murdered", "executed"),
        Label.QUOTE: ("",),
    }
)
"""The labels of what is compared, each with words of which the passage must have one."""
NOT_SO: Final = (
    r"(?:(?:did|do|does|had|has|have|was|were|is|am|are)(?: not|n['’]t)(?: ever)?|(?:had |has |have )?never(?: ever)?) "
)
"""Matches what says that something is not so."""
_SPEAKS_OF_NO: Final = re.compile(rf"(?:No,? )?(?:I|[Ww]e) {NOT_SO}")
"""How a quote begins that is compared: somebody says of themselves that something is not so."""


class Fact(Struct, frozen=True):
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


Facts = Mapping[Label, Sequence[Fact]]
"""By the label of the span that is compared, in the order of the articles."""


def facts(articles: Sequence[Article], memo: Memo) -> Facts:
    """Return each sentence of the sources that holds spans of a label that is compared, once for each span."""
    found: dict[Label, list[Fact]] = {label: [] for label in _COMPARED}
    for article in articles:
        for fact in memo.take((_of_article, article.slug), _of_article, article):
            found[fact.span.label].append(fact)
    return found


def _of_article(article: Article) -> tuple[Fact, ...]:
    return tuple(fact for passage in article.passages for fact in _of_passage(article, passage))


def _is_compared(text: str, span: Span) -> bool:
    return span.label is not Label.QUOTE or _SPEAKS_OF_NO.match(text, span.start, span.end) is not None


def _of_passage(article: Article, passage: Passage) -> Iterator[Fact]:
    text = passage.text
    labels = {
        span.label
        for span in passage.spans
        if span.label in _COMPARED and any(word in text for word in _COMPARED[span.label])
    }
    told = [span for span in passage.spans if span.label in labels and _is_compared(text, span)]
    if not told or passage.editorial:
        return
    for start, end in sentences(text):
        compared = tuple(within(told, start, end))
        if not compared:
            continue
        inside = tuple(within(passage.spans, start, end))
        named = [(span.label, name_of(passage, span)) for span in inside if span.label in NAMES]
        names = frozenset(name for _, name in named)
        people = frozenset(name for kind, name in named if kind is Label.PERSON)
        for span in compared:
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
