"""Quantities in sentences, and what holds for those of any text."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.quantities.finder import find_quantities
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label
from tests.cases import TextCase

CASES = "quantities.txt"
VOCABULARY = """
up to at least about 5 1,200 3.5 twenty-five two hundred thousand million and a half dozen dozens tens of percent % $
US$ € bn m from between to - people soldiers Russian the tons km/h degrees Celsius or more one in ten Sept.
1/2 ½ dollars .
"""
TEXTS = (
    st.lists(st.sampled_from(VOCABULARY.split()) | st.text(alphabet=string.printable, max_size=4), max_size=25).map(
        " ".join
    )
    | st.text()
)
VALUE = re.compile(r"(?:[<>]=?|~)?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+(?:\.[0-9]+)?)?")


def test_cases(text_case: TextCase) -> None:
    text = text_case.given
    spans = find_quantities(ArticleText(text, sentences(text)))
    lines = [f"{text[span.start : span.end]} = {span.value('value')} {span.value('unit')}" for span in spans]
    assert "\n".join(lines) == text_case.expected


@given(TEXTS)
def test_any_text(text: str) -> None:
    end = 0
    for span in find_quantities(ArticleText(text, sentences(text))):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        assert "\n" not in text[span.start : span.end]
        assert span.label is Label.QUANTITY
        assert VALUE.fullmatch(span.value("value"))
        assert span.value("unit")
