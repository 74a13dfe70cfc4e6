"""Marks that can't be meant, case by case: each is told at its place, with what was probably meant."""

from pathlib import Path

import pytest

from builder.briefing.mark_syntax import check_syntax
from builder.briefing.mark_values import check_values
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
