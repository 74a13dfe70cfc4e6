"""Quotes and claims with their speakers: cases as text, and what holds for any text.

In the input of a case ``<Ada Brook>`` is a person, ``<org:Harbour Office>`` an organisation, ``<Brook=ada-brook>`` a
name with its reference. What is expected is the text with the statements in brackets, as articles are written.
"""

import re

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.overlap import resolve
from builder.annotate.sentences import sentences
from builder.annotate.span import STATEMENTS, ArticleText, Label, Span
from builder.annotate.statements.finder import find_statements

CASES = "statements.txt"
NAME = re.compile(r"<(?:(org|place):)?([^<>=]+)(?:=([\w-]+))?>")


def read(marked: str) -> tuple[str, list[Span]]:
    text, names, end = "", [], 0
    for match in NAME.finditer(marked):
        text += marked[end : match.start()]
        values = (("ref", match[3]),) if match[3] else ()
        names.append(Span(len(text), len(text) + len(match[2]), Label(match[1] or "person"), values))
        text += match[2]
        end = match.end()
    return text + marked[end:], names


def statements(text: str, names: list[Span]) -> tuple[Span, ...]:
    return find_statements(ArticleText(text, sentences(text)), names)


def write(text: str, spans: tuple[Span, ...]) -> str:
    marks = []
    for depth, span in enumerate(resolve(spans).kept):
        values = "".join(f" {key}={value}" if " " not in value else f' {key}="{value}"' for key, value in span.values)
        marks.append((span.start, 1, depth, "["))
        marks.append((span.end, 0, -depth, f"]{{.{span.label.value}{values}}}"))
    for position, _, _, mark in sorted(marks, reverse=True):
        text = text[:position] + mark + text[position:]
    return text


def test_cases(text_case) -> None:
    text, names = read(text_case.given)
    assert write(text, statements(text, names)) == text_case.expected


PIECES = st.sampled_from(
    ["said", "says", "told", "adding", "not", "denied", "believes", "according", "to", "called", "for", "who", "that"]
    + ["“", "”", '"', "'", "’", "‘", "''", "`", "«", "»", ",", ".", "?", ":", ";", "—", "(", ")", "[", "]", "…", "\n"]
    + ["and", "but", "the", "a", "of", "in", "Ada", "Brook", "he", "they", "it", "Monday", "'s", "\x00", "1", " "]
)
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
