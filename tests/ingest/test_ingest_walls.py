"""Notices in the place of an article, and articles on what notices speak of, in several languages."""

from tests.cases import TextCase
from tests.ingest.reading import read

CASES = "walls.txt"


def test_a_notice_is_told_from_an_article(text_case: TextCase) -> None:
    document = read(text_case.given)
    codes = [problem.code for problem in document.problems]
    is_notice = not document.blocks and "no-article" in codes
    assert is_notice == (text_case.expected == "notice")
    assert not is_notice or "login or cookie notice" in [part.why for part in document.left_out]
