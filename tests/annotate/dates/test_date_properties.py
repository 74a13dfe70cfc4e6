"""What holds for the dates of any text: they stand where they say, never overlap, and have values that can be read."""

import string

from hypothesis import given
from hypothesis import strategies as st

from builder import edtf
from builder.annotate.dates.finder import find_dates
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label

VOCABULARY = """
on in the a last next this of and to from until will said May March 5 31 99 1998 2024 Monday Sunday week years ago
quarter spring Christmas early mid- - , . ( ) today half two several 1/2/99 10:30 p.m. '80s 20th century day before
year-ago decades later fiscal the end of noon at Q3 nineteen ninety-six
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS | st.text(alphabet=string.printable, max_size=5), max_size=25).map(" ".join) | st.text()
PUBLISHED = st.sampled_from(
    ["unknown", "2023-09-18", "2024-02-29", "2024-06~", "2023", "XXXX-09-10", "0001-01-01", "9999-12-31", "199X"]
)


@given(TEXTS, PUBLISHED)
def test_any_text(text: str, published: str) -> None:
    article = ArticleText(text, sentences(text), published=published)
    end = 0
    for span in find_dates(article):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        assert "\n" not in text[span.start : span.end]
        assert span.rule
        value = span.value("value")
        if span.label is Label.DATE:
            assert not value or edtf.parse(value)
            assert bool(value) or not span.values
        else:
            assert value.startswith("P")


@given(TEXTS)
def test_nothing_is_seen_from_an_unknown_day_of_publication(text: str) -> None:
    article = ArticleText(text, sentences(text))
    assert all(span.value("from") in ("", "text") for span in find_dates(article))
