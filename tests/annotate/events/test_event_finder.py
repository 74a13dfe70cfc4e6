"""Sentences that tell of events: cases as text, and what holds for any text."""

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.events.finder import find_events
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.statements.finder import find_statements
from tests.annotate.marked import read_marked, write_marked
from tests.cases import TextCase

CASES = "events.txt"


def test_cases(text_case: TextCase) -> None:
    text, marked = read_marked(text_case.given)
    article = ArticleText(text, sentences(text), published="2024-06-05")
    names = tuple(span for span in marked if span.label is not Label.DATE)
    events = find_events(article, (*marked, *find_statements(article, names)))
    assert write_marked(text, events) == text_case.expected


WORDS = st.lists(
    st.sampled_from(["Ada", "met", "will", "meet", "on", "Monday", ".", "“", "”", "said", "if", "\n"]), max_size=40
)


@given(WORDS)
def test_events_are_sentences(words: list[str]) -> None:
    text = " ".join(words)
    article = ArticleText(text, sentences(text))
    starts = [index for index in range(len(text)) if text.startswith("Monday", index)]
    dates = tuple(Span(start, start + len("Monday"), Label.DATE, (("value", "2024-06-03"),)) for start in starts)
    for event in find_events(article, dates):
        assert (event.start, event.end) in article.sentences
        assert any(event.start <= date.start < event.end for date in dates)
