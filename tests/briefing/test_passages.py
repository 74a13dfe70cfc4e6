"""What stands inside a stretch of a passage is found without a look at all of the passage's marks."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from builder.annotate.span import NAMES, Label, Span
from builder.briefing.model import Passage
from builder.briefing.passages import inside
from builder.briefing.reviews import state_of
from tests.making import article

MARKED = (
    "[Mina Sol]{.person} said [the [[Orla]{.place} council]{.org} sold [31 barrels]{.quantity}]{.claim}, "
    "and [[Bo Lind]{.person review=disputed} left]{.event}. "
)
MANY = 500


class Watched(tuple[Span, ...]):
    """Spans that count how many of them were looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:
        """Return a span, and count it."""
        Watched.looks += 1
        return super().__getitem__(index)

    def __iter__(self) -> Iterator[Span]:
        """Give the spans in turn, and count each."""
        for span in super().__iter__():
            Watched.looks += 1
            yield span


@pytest.fixture
def passage() -> Passage:
    passage = article("a", "S1", "Long", MARKED * MANY).passages[0]
    Watched.looks = 0
    return replace(passage, spans=Watched(passage.spans))


def told(passage: Passage, label: Label) -> list[Span]:
    return [span for span in tuple.__iter__(passage.spans) if span.label is label]


def test_names_are_found_inside_a_stretch_in_work_in_proportion(passage: Passage) -> None:
    claims = told(passage, Label.CLAIM)
    found = [[passage.text[name.start : name.end] for name in inside(passage, one, *NAMES)] for one in claims]
    assert found == [["Orla council", "Orla"]] * MANY
    assert Watched.looks < MANY * 30


def test_reviews_are_found_inside_a_stretch_in_work_in_proportion(passage: Passage) -> None:
    one = article("a", "S1", "Long", "Words.")
    assert {state_of(one, passage, span) for span in told(passage, Label.CLAIM)} == {"machine"}
    assert {state_of(one, passage, span) for span in told(passage, Label.EVENT)} == {"disputed"}
    assert Watched.looks < MANY * 2 * 30
