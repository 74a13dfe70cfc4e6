"""Dates and durations in sentences: the file gives the day of publication, the text, and what should be found."""

from builder.annotate.dates.finder import find_dates
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label, Span
from tests.cases import TextCase

CASES = "dates.txt"


def found(text: str, span: Span) -> str:
    """``words = value (from)``; a duration's value begins with P, a date that can't be worked out has ``?``."""
    words = text[span.start : span.end]
    if span.label is Label.DURATION:
        return f"{words} = {span.value('value')}"
    source = span.value("from")
    return f"{words} = {span.value('value') or '?'}" + (f" ({source})" if source else "")


def test_cases(text_case: TextCase) -> None:
    published, _, text = text_case.given.partition("\n")
    article = ArticleText(text, sentences(text), published=published)
    assert "\n".join(found(text, span) for span in find_dates(article)) == text_case.expected
