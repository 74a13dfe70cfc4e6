"""A line of 100 KB made of any few words takes a few seconds at most: no rule's work grows faster than the text."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.dates.finder import find_dates
from builder.annotate.span import ArticleText

WORDS = """
a|1|May 5 |the last |a year ago |Monday, |1990-|1998 to |of early |’s|will not be |aed|half a |twenty-|1 1/2 |10:30 |
the end of the |New Year's |from 1998 to |Sept. | |'80s |A.|two or three |Theresa May |in the fall |quarter
"""
PIECES = st.sampled_from(WORDS.replace("\n", "").split("|"))
LENGTH = 100_000


@given(st.lists(PIECES, min_size=1, max_size=3).map("".join), st.sampled_from(["unknown", "2024-05-05", "2024-05"]))
@settings(max_examples=8, deadline=timedelta(seconds=10))
def test_long_lines(piece: str, published: str) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    find_dates(ArticleText(text, ((0, LENGTH),), published=published))
