"""Quotes and claims with their speakers: cases as text, and what holds for any text."""

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.sentences import sentences
from builder.annotate.span import STATEMENTS, ArticleText, Label, Span
from builder.annotate.statements.finder import find_statements
from tests.annotate.marked import read_marked, write_marked
from tests.cases import TextCase

CASES = "statements.txt"


def statements(text: str, names: Sequence[Span]) -> tuple[Span, ...]:
    return find_statements(ArticleText(text, sentences(text)), names)


def test_cases(text_case: TextCase) -> None:
    text, names = read_marked(text_case.given)
    assert write_marked(text, statements(text, names)) == text_case.expected


SAID = ["said", "says", "told", "adding", "denied", "believes", "according", "to", "called", "for", "not", "asked"]
MARKS = ["“", "”", '"', "'", "’", "‘", "''", "``", "«", "»", ",", ".", "?", ":", ";", "—", "(", ")", "[", "]", "…"]
OTHERS = [
    "Ada",
    "Brook",
    "he",
    "they",
    "it",
    "who",
    "that",
    "and",
    "but",
    "the",
    "of",
    "Monday",
    "'s",
    "1",
    "\n",
    "\x00",
]
PIECES = st.sampled_from([*SAID, *MARKS, *OTHERS])
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
def test_statements_lie_on_one_line_and_hold_words(text: str) -> None:
    names = [Span(match.start(), match.end(), Label.PERSON) for match in re.finditer(r"\b(?:Ada|Brook)\b", text)]
    for span in statements(text, names):
        words = text[span.start : span.end]
        assert span.label in STATEMENTS
        assert "\n" not in words
        assert words == words.strip()
        assert any(character.isalnum() for character in words)
        assert span.label is Label.QUOTE or span.value("stance")


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for span in statements(text, []):
        assert 0 <= span.start < span.end <= len(text)


@given(TEXTS, TEXTS)
def test_what_follows_on_other_lines_changes_no_marks_before(first: str, second: str) -> None:
    alone = [span.start for span in statements(first, []) if span.label is Label.QUOTE]
    both = [span.start for span in statements(f"{first}\n{second}", []) if span.label is Label.QUOTE]
    assert [start for start in both if start < len(first)] == alone
