"""Statements stand in the sentence of their source."""

from hypothesis import given
from hypothesis import strategies as st

from builder.pages.in_sentence import LONGEST, around

PASSAGE = "The ferry was late. Both ministries have denied any knowledge of it and point to the port. Nobody paid."


def test_a_fragment_gets_the_rest_of_its_sentence() -> None:
    assert around(PASSAGE, "any knowledge of it", "en") == (
        "Both ministries have denied ",
        " and point to the port.",
    )


def test_words_that_are_whole_sentences_need_no_more() -> None:
    assert around(PASSAGE, "Nobody paid.", "en") == ("", "")
    assert around(PASSAGE, PASSAGE, "en") == ("", "")


def test_words_of_two_sentences_get_the_start_of_one_and_the_end_of_the_other() -> None:
    assert around(PASSAGE, "was late. Both ministries", "en") == (
        "The ferry ",
        " have denied any knowledge of it and point to the port.",
    )


def test_words_that_are_not_there_get_nothing() -> None:
    assert around(PASSAGE, "on time", "en") == around(PASSAGE, "", "en") == ("", "")


def test_a_long_rest_is_cut_at_words() -> None:
    before, behind = around("so " * 500 + "he left" + " and on" * 500, "he left", "en")
    assert before.startswith("… so so")
    assert behind.endswith(("and on …", "and …"))
    assert max(len(before), len(behind)) <= LONGEST + 2


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_what_stands_around_words_is_the_sources_own(text: str, one: int, other: int) -> None:
    words = text[min(one, other) : max(one, other)]
    before, behind = around(text, words, "en")
    assert before + words + behind in text
