"""Whatever a text repeats, no rule's work grows faster than the text: measured in time of the processor, by doubling.

A machine that is slow or busy passes: only work that is both long and out of proportion to the same work on a part of
the text is a fault.
"""

import time
from collections.abc import Callable
from itertools import islice, product
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.dates.finder import find_dates
from builder.annotate.events.finder import find_events
from builder.annotate.names.finder import find_names
from builder.annotate.names.lexicon import Lexicon, learn
from builder.annotate.overlap import resolve
from builder.annotate.quantities.finder import find_quantities
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Span
from builder.annotate.statements.finder import find_statements
from builder.annotate.statements.tagged import find_quotes
from builder.annotate.topics.proposals import propose
from builder.annotate.topics.rules import TopicRule, topics_in

Result = TypeVar("Result")

LENGTH = 20_000
"""Characters."""
PART = 10
"""How many times shorter the text is that the work is held against."""
TOLERANCE = 3
"""How many times more than in proportion the work may grow: what is found only in long texts costs more."""
LONG = 0.4
"""Seconds of the processor. What is linear takes less than a quarter of a second."""

TOPIC = (TopicRule("harbour", "Harbour", ("ada brook*", "harbour office", "a*")),)
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wa")

PIECES = {
    "one small letter": "a",
    "one capital": "A",
    "one figure": "7",
    "one accent": "\u0301",
    "one picture": "🙂",
    "stops": ".",
    "commas": ",",
    "blanks": " ",
    "line ends": "\n",
    "hyphens": "-",
    "dashes": "— ",
    "opening brackets": "(",
    "brackets": "(a) [1] ",
    "initials": "A. ",
    "hyphened": "Ada-",
    "apostrophes": "Ada's ",
    "control characters": "\x00\x01a\x1b[31m\u202e \u200b",
    "all capitals": "THE MAYOR OF PORTLY SAID ON MONDAY THAT ",
    "no sentence ends": "Ada Brook went to Paris in May and the company said that it ",
    "a name in a list": "Ada Brook, ",
    "of": "Bank of ",
    "of the": "University of the ",
    "acronyms": "Portly Harbour Office (PHO) ",
    "scorers": "1-0 (Brook 5, Hale 6) ",
    "titles": "Vice President of the ",
    "short lines": "Ada said.\n",
    "opening marks": "“",
    "opening marks of all kinds": "“‘«„‹「\"'",
    "marks that open and close": "“‘«a»’” ",
    "small quotations": '"a" ',
    "quotations left open": "“a\n",
    "tags": "“a,” he said, ",
    "verbs of saying": "he said ",
    "denials": "denied that the denial ",
    "asides": "Ada Brook, who said, ",
    "according to": "according to ",
    "infinitives": "told to ask to ",
    "months and days": "May 3 ",
    "days from one to another": "1 May - ",
    "years": "1990s, 1998-",
    "steps": "the last week of the next year before ",
    "so long ago": "two years and a half or more ",
    "words around dates": "early in the ",
    "numbers in words": "hundred and ",
    "numbers in figures": "1,000,",
    "fractions": "1 1/2 ",
    "money": "$1 ",
    "tens": "tens of thousands of ",
    "addresses": "http://a.b/c?d=e&f@g.h ",
}


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def work(text: str, language: str) -> dict[str, float]:
    """Return the seconds that each family of rules takes for a text."""
    seconds: dict[str, float] = {}

    def timed(family: str, step: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = step()
        seconds[family] = time.process_time() - start
        return result

    bounds = timed("sentences", lambda: sentences(text, language))
    article = ArticleText(text, bounds, published="2024-06-05", language=language, article="a")
    lexicon: Lexicon = timed("learning names", lambda: learn([article]))
    dates = timed("dates", lambda: find_dates(article))
    quantities = timed("quantities", lambda: find_quantities(article))
    names = timed("names", lambda: find_names(article, lexicon))
    said: tuple[Span, ...] = timed("statements", lambda: find_statements(article, names))
    tagged = timed("tagged quotes", lambda: find_quotes(article, names))
    events = timed("events", lambda: find_events(article, (*dates, *names, *said)))
    timed("overlap", lambda: resolve((*dates, *quantities, *names, *said, *tagged, *events)))
    timed("topics", lambda: topics_in(text, TOPIC))
    timed("proposed topics", lambda: propose([article] * 2, [names] * 2))
    return seconds


def out_of_proportion(text: str, language: str = "en") -> list[str]:
    """Return the families whose work is long and grows faster than the text."""
    whole = work(text, language)
    slow = [family for family, seconds in whole.items() if seconds > LONG]
    part = work(text[: len(text) // PART], language) if slow else {}
    return [family for family in slow if whole[family] > part[family] * PART * TOLERANCE]


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_work_grows_with_the_text(piece: str) -> None:
    assert out_of_proportion(repeated(piece, LENGTH)) == []


@pytest.mark.parametrize("piece", ["“a,” sagte ", "3. Mai ", "vor drei ", "Sprecher von der ", "1. ", "„a“: "])
def test_work_grows_with_the_text_in_a_language_of_lists(piece: str) -> None:
    assert out_of_proportion(repeated(piece, LENGTH), "de") == []


def test_ten_thousand_names() -> None:
    syllables = islice(product(SYLLABLES, repeat=4), 10_000)
    assert out_of_proportion(" ".join(f"{''.join(several).title()} Brook left." for several in syllables)) == []


@given(st.lists(st.sampled_from(sorted(PIECES.values())), min_size=2, max_size=3))
@settings(max_examples=6, deadline=None)
def test_work_grows_with_any_of_these_together(pieces: list[str]) -> None:
    """A few of them in turn, then one after the other."""
    in_turn = repeated("".join(pieces), LENGTH // 2)
    assert out_of_proportion(in_turn + "".join(repeated(piece, LENGTH // 2 // len(pieces)) for piece in pieces)) == []
