"""How long lists are cut into pages."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import asdict, replace

from builder.pages.article import article_page
from builder.pages.catalogue import catalogue
from builder.pages.chronology import years
from builder.pages.contexts_subjects import TopicPage
from builder.pages.linker import CHRONOLOGY, Linker
from builder.pages.order import LONGEST, LONGEST_PART, by_month, pages_of, part, part_count, part_path, place_in_time
from builder.pages.plan import plan
from builder.pages.volumes import ARTICLES
from builder.urls import page
from tests.making import article, source
from tests.pages.long import MANY, long
from tests.pages.sample import UNCOMPARED, sample

GROUPS = st.lists(st.lists(st.integers(), max_size=12), max_size=12)


@given(GROUPS, st.integers(1, 6))
def test_pages_hold_all_in_order_and_none_too_many(groups: list[list[int]], length: int) -> None:
    pages = pages_of(groups, length)
    assert list(chain.from_iterable(pages)) == list(chain.from_iterable(groups))
    assert all(len(found) <= length for found in pages)
    assert all(pages) or pages == ((),)


@given(GROUPS)
def test_a_group_that_fits_is_not_cut(groups: list[list[int]]) -> None:
    numbered = [[(number, entry) for entry in group] for number, group in enumerate(groups)]
    pages = pages_of(numbered, 12)
    for number, group in enumerate(groups):
        assert sum(any(entry[0] == number for entry in found) for found in pages) <= 1, group


def test_a_group_longer_than_a_page_begins_where_the_last_has_ended() -> None:
    assert pages_of([[1], [2] * 4, [3, 3]], 3) == ((1, 2, 2), (2, 2), (3, 3))


@given(st.lists(st.integers(), max_size=200))
def test_parts_of_a_list_are_the_list(entries: list[int]) -> None:
    parts = [part(entries, number) for number in range(1, part_count(entries) + 1)]
    assert list(chain.from_iterable(parts)) == entries == part(entries, 0)


def test_places_in_time() -> None:
    dates = ["2024-03-05", "2024-03", "2024-03-05/2024-04-01", "2024", "199X", "19XX~", "199X/2004", "1995/199X"]
    dates += ["-0043-03-15", "-02XX", "0000/0004", "XXXX-09-10", "unknown"]
    assert [place_in_time(date) for date in dates] == [
        ("2024", "03"),
        ("2024", "03"),
        ("2024", ""),
        ("2024", ""),
        ("199X", ""),
        ("19XX", ""),
        ("199X", ""),
        ("1995", ""),
        ("-0043", "03"),
        ("-02XX", ""),
        ("0000", ""),
        ("Year unknown", ""),
        ("Undated", ""),
    ]


def lists(value: object) -> Iterator[tuple[object, ...]]:
    """Give every list in what a template sees."""
    if isinstance(value, tuple):
        yield value
        yield from chain.from_iterable(map(lists, value))
    elif is_dataclass(value):
        yield from chain.from_iterable(lists(getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Struct):
        yield from chain.from_iterable(map(lists, asdict(value).values()))


def test_decades_and_centuries_stand_before_the_years_in_them_and_say_no_more() -> None:
    dates = ["1990-05-01", "199X", "1999", "19XX", "1900", "2001", "unknown", "1990/1992", "199X~", "0000", "-0043"]
    dates += ["-00XX", "0079"]
    one = sample().events[0]
    events = tuple(replace(one, id=f"e{number}", date=date, background=False) for number, date in enumerate(dates))
    groups = [[event.date for event in group] for group in by_month(events)]
    assert groups == [
        ["-00XX"],
        ["-0043"],
        ["0000"],
        ["0079"],
        ["19XX"],
        ["1900"],
        ["199X", "199X~"],
        ["1990/1992"],
        ["1990-05-01"],
        ["1999"],
        ["2001"],
        ["unknown"],
    ]
    shown = years(Linker(catalogue(replace(sample(), events=events)), CHRONOLOGY), events, False)
    assert [(year.title, year.anchor) for year in shown][:8] == [
        ("100–1 BC", "y-00xx"),
        ("44 BC", "y-0043"),
        ("1 BC", "y0000"),
        ("AD 79", "y79"),
        ("1900–1999", "y19xx"),
        ("1900", "y1900"),
        ("The 1990s", "y199x"),
        ("1990", "y1990"),
    ]


def test_no_list_on_a_page_grows_with_the_whole() -> None:
    found = catalogue(long())
    longest = {page.path: max(map(len, lists(page.make(found)))) for page in plan(found)}
    assert MANY > ARTICLES > LONGEST
    assert [path for path, count in longest.items() if count > LONGEST and not path.startswith("dossier.")] == []
    # Of all else a volume has what its articles tell first: here one of each kind an article, and one of all together.
    assert max(longest.values()) <= ARTICLES + 1


def test_an_article_lists_a_hundred_statements_and_says_where_the_others_are() -> None:
    briefing = sample()
    whole = briefing.articles[0]
    one = next(said for said in briefing.statements if said.citations[0].article == whole.slug)
    many = tuple(replace(one, id=f"said-{number}") for number in range(LONGEST + 5))
    for rights, listed, more in (("full", LONGEST, 5), ("excerpt", LONGEST, 5), ("none", LONGEST + 5, 0)):
        articles = (replace(whole, rights=rights), *briefing.articles[1:])
        found = catalogue(replace(briefing, articles=articles, statements=many, conflicts=()))
        shown = article_page(found, articles[0])
        assert (len(shown.statements), shown.more_statements, shown.more_events) == (listed, more, 0)


def test_a_long_briefing_goes_on_in_parts() -> None:
    paths = {planned.path for planned in plan(catalogue(long()))}
    assert MANY > LONGEST > LONGEST_PART
    for base, count in (
        (page("chronology"), 3),
        (page("statements"), 4),
        (page("places"), 3),
        (page("sources"), 4),
        (page("topics", "trams"), 4),
        (page("places", "harbour-bridge"), 4),
        (page("people", "ada-boone"), 4),
        (page("sources", "the-herald"), 4),
        (page("dossier"), 2),
        (page("about"), 4),
    ):
        parts = [part_path(base, number) for number in range(1, count + 2)]
        assert [path in paths for path in parts] == [True] * count + [False], base


def test_a_topic_of_two_thousand_passages_shows_each_once_over_parts_that_can_be_read() -> None:
    text = "".join(f"The tram {number} came to the bridge.\n\n" for number in range(2000))
    briefing = sample()
    trams = article("trams", "S1", "Trams", text)
    topic = replace(
        briefing.topics[0],
        passages=tuple(passage.citation for passage in trams.passages),
        articles=(trams.slug,),
        statements=(),
        events=(),
        figures=(),
        entities=(),
    )
    bare: dict[str, Any] = dict.fromkeys(("entities", "statements", "events", "stories"), ())
    briefing = replace(
        briefing, articles=(trams,), topics=(topic,), sources=(source("The Herald", trams),), **bare, **UNCOMPARED
    )
    found = catalogue(briefing)
    pages = [page.make(found) for page in plan(found) if page.path.startswith("topics/")]
    shown = [
        excerpt.citation.label
        for page in pages
        if isinstance(page, TopicPage)
        for group in page.sources
        for excerpt in group.excerpts
    ]
    assert shown == [f"S1 ¶{number}" for number in range(1, 2001)]
    assert len(pages) == 34
