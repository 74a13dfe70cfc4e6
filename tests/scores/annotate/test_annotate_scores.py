"""The annotator reaches its floors on a set of our own, and the floors belong to the set as it is."""

from collections.abc import Callable

import pytest

from tests.scores.annotate.floors import FILE, Floors, differences, pinned, reached, scores
from tests.scores.annotate.gold import annotated, fingerprint


@pytest.fixture(scope="module")
def now() -> Floors:
    return reached(scores())


def test_scores_reach_their_floors(now: Floors, record_property: Callable[[str, object], None]) -> None:
    below, above = differences(now, pinned()["floors"])
    record_property("could be raised", above)
    assert not below, f"below the floors of {FILE.name}; see floors.py --mistakes, or --lower with a reason"


def test_floors_were_measured_on_this_set() -> None:
    assert pinned()["set"] == fingerprint(), "articles changed: measure again with floors.py --raise"


def test_set_is_annotated_in_the_builders_own_markup() -> None:
    for article in annotated():
        assert article.gold, article.name
        assert not set(article.text) & set("{}[]"), f"{article.name}: a mark could not be read"
