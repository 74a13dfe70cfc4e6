"""Marks that can't be meant, case by case: each is told at its place, with what was probably meant."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.annotator import annotate
from builder.annotate.names.lexicon import learn
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText
from builder.content.mark_syntax import check_syntax
from builder.content.mark_values import check_values
from builder.content.markup import write_body
from builder.ingest.document import Block, BlockKind
from builder.markdown.tokens import parse_body
from tests.cases import read_cases

CASES = [pytest.param(*parts, id=name) for name, parts in read_cases(Path(__file__).with_name("marks.txt"), 2)]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_marks(source: str, expected: str) -> None:
    body = parse_body(source)
    values = (problem for passage in body.passages for problem in check_values("x.md", passage))
    found = sorted([*values, *check_syntax("x.md", body)])
    places = (f"{problem.location.line}:{problem.location.column}" for problem in found)
    told = [f"{at} {each.severity} {each.code}: {each.hint}" for at, each in zip(places, found, strict=True)]
    assert "\n".join(told) == expected


WORDS = (
    "about up to between and from at least no more than nearly or fewer some tens dozens hundreds of thousand million "
    "half a one two three 3 10 1,200 2.5 $3 €1.5 40% percent per cent metres people days years weeks ago last mid- "
    "early late in on since until before Monday Sunday June May 2024 1990s spring quarter today said denied that Ann "
    "O’Brien Łódź 李明 Kim Jong-un Mr. the United Nations (UN) Georgia’s “ ” , . — - not will"
).split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_what_the_builder_marks_can_be_meant(text: str) -> None:
    article = ArticleText(text, sentences(text), "", "2024-03-16", "en", "a.txt")
    spans = annotate(article, learn([article], ())).kept
    body = parse_body(write_body([Block(BlockKind.PARAGRAPH, text)], spans))
    assert [str(problem) for passage in body.passages for problem in check_values("x.md", passage)] == []
    assert [str(problem) for problem in check_syntax("x.md", body)] == []
