"""Where sentences end: cases as text, and what holds for any text."""

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.sentences import sentences
from tests.cases import TextCase

CASES = "sentences.txt"


def test_cases(text_case: TextCase) -> None:
    text = text_case.given
    assert "\n".join(text[start:end] for start, end in sentences(text)) == text_case.expected


TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet='Ab. "”“!?…)([1]\n’U.S', max_size=200),
)


@given(TEXTS)
def test_sentences_hold_all_words_in_order_and_no_line_end(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    for start, end in found:
        assert start < end
        assert "\n" not in text[start:end]
        assert text[start:end] == text[start:end].strip()


@given(TEXTS)
def test_a_line_is_split_as_if_it_stood_alone(text: str) -> None:
    offset, expected = 0, []
    for line in text.split("\n"):
        expected += [(offset + start, offset + end) for start, end in sentences(line)]
        offset += len(line) + 1
    assert list(sentences(text)) == expected
