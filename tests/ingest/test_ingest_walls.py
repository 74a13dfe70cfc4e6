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


CUT = """Ferry director blames his engineer

The director of the ferries told the council on Tuesday that nobody had shown him the bill for the engine.

Ada Brook, who chairs the council, asked whether he would return the golden anchor he was given in May.
"""


def test_a_notice_right_behind_the_text_may_have_cut_it_off() -> None:
    notice = "To continue reading this article, please subscribe or log in.\nAlready a subscriber? Log in\n"
    cut = read(f"{CUT}\n{notice}")
    assert [(problem.code, problem.location.line) for problem in cut.problems] == [("seed-cut-off", 7)]
    assert len(cut.blocks) == 2
    for offer in ("Subscribe to our newsletter and never miss a story.", "Read the full story of the ferries here."):
        assert not read(f"{CUT}\n{offer}\n").problems
