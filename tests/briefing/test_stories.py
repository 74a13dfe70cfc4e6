"""Which articles tell the same story."""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builder.briefing.stories import Report, group_stories, report_of
from builder.content.wording import count_stems

BRIDGE = (
    "The Tarn bridge at Olvera closed on Monday after engineers found cracks in two pillars, Mayor Lena Brandt said.",
    "Cracks in the pillars of the Tarn bridge forced engineers to close it, and Olvera’s mayor, Lena Brandt, "
    "warned drivers of months of detours.",
    "Drivers face long detours: Olvera shut the Tarn bridge when cracks showed in its pillars. Brandt, the mayor, "
    "blamed engineers of an earlier repair.",
)
ELECTION = (
    "Voters in Kastel gave the Green List nine of twenty council seats on Sunday, ahead of the Labour Union.",
    "The Green List won the council election in Kastel with nine seats; the Labour Union conceded on Sunday night.",
)
DOG = "A sheepdog named Pip walked forty miles home across the moors, its owner told a farming magazine."


def report(title: str, text: str, day: int | None) -> Report:
    """Return what tells the story of an article that came out so many days after a first one."""
    published = "unknown" if day is None else (date(2024, 5, 1) + timedelta(day)).isoformat()
    return report_of(count_stems(title, text.split()), published)


def reports(texts: Sequence[str], days: Sequence[int | None] = ()) -> list[Report]:
    return [report(" ".join(text.split()[:6]), text, day) for text, day in itertools.zip_longest(texts, days)]


def test_reports_of_one_happening_are_one_story_whatever_stands_between() -> None:
    texts = [BRIDGE[0], ELECTION[0], BRIDGE[1], DOG, ELECTION[1], BRIDGE[2]]
    assert group_stories(reports(texts)) == ((0, 2, 5), (1, 4), (3,))


def test_one_article_and_none_are_stories_too() -> None:
    assert group_stories([]) == ()
    assert group_stories(reports([DOG])) == ((0,),)
    assert group_stories([report("", "", None)] * 2) == ((0,), (1,))


def test_two_unrelated_articles_are_two_stories() -> None:
    assert group_stories(reports([BRIDGE[0], ELECTION[0]])) == ((0,), (1,))


def test_articles_far_apart_in_time_are_not_one_story() -> None:
    assert group_stories(reports([*BRIDGE, DOG], [0, 1, 90, 90])) == ((0, 1), (2,), (3,))


def test_copies_are_one_story() -> None:
    assert group_stories(reports([BRIDGE[0]] * 40 + [DOG])) == (tuple(range(40)), (40,))


def test_copies_with_other_titles_are_one_story_if_of_the_same_days() -> None:
    texts = [
        report(f"{name * 4} {name * 5} {name * 6}", BRIDGE[0], day)
        for name, day in (("ab", 1), ("cd", 2), ("ef", 3), ("gh", 90))
    ]
    copies = [(0, 1), (1, 2), (2, 3)]
    assert group_stories(texts, copies) == ((0, 1, 2), (3,))


@given(st.lists(st.tuples(st.text(max_size=80), st.none() | st.integers(0, 20)), max_size=12))
def test_every_article_stands_in_one_story(articles: list[tuple[str, int | None]]) -> None:
    groups = group_stories([report(text[:10], text, day) for text, day in articles])
    assert sorted(number for group in groups for number in group) == list(range(len(articles)))
