"""Slips in an article's file: all are told at once, each at its place and with what to do about it."""

from builder.content.article import read_article
from builder.urls import Slug
from tests.cases import TextCase

CASES = "slips.txt"


def test_slips_are_told_all_at_once(text_case: TextCase) -> None:
    article, problems = read_article(Slug("x"), text_case.given, "x.md")
    assert "\n".join(map(str, problems)) == text_case.expected
    assert (article is None) is bool(problems)
