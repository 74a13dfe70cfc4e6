"""The timeline drawing: its scale of time, and what may be read off it."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.briefing.model import Briefing, Event
from builder.pages.catalogue import catalogue
from builder.pages.linker import CHRONOLOGY, Linker
from builder.pages.timeline_drawing import draw_timeline
from builder.pages.timeline_scale import make_scale, ticks
from builder.pages.words import ENGLISH
from builder.urls import slugify
from tests.pages.sample import sample

days = st.lists(st.dates().map(date.toordinal), min_size=1, max_size=60)


stories = st.tuples(st.dates().map(date.toordinal), st.dates().map(date.toordinal)).map(sorted).map(tuple)


@given(days, days, stories)
def test_a_scale_keeps_the_order_of_time_and_stays_on_the_axis(
    known: list[int], others: list[int], story: tuple[int, int]
) -> None:
    scale = make_scale(known, story)
    places = [scale.place(day) for day in sorted(known + others)]
    assert all(0 <= place <= 1 for place in places)
    assert all(earlier <= later + 1e-9 for earlier, later in pairwise(places))


@given(days, stories)
def test_named_dates_stand_apart_and_in_order(known: list[int], story: tuple[int, int]) -> None:
    named = ticks(make_scale(known, story), 0.1, ENGLISH)
    assert 1 <= len(named) <= 11
    assert all(later.place - earlier.place >= 0.1 - 1e-9 for earlier, later in pairwise(named))


def test_what_lies_long_before_gets_little_room() -> None:
    story = [date(2024, 1, 1) + timedelta(days=10 * number) for number in range(30)]
    first, last = story[0].toordinal(), story[-1].toordinal()
    around = [date(1950, 6, 25), date(1991, 12, 26), *story, date(2030, 1, 1), date(2040, 1, 1)]
    scale = make_scale([day.toordinal() for day in around], (first, last))
    assert 0 < scale.place(first) <= 0.25
    assert 0.85 <= scale.place(last) < 1
    assert scale.cuts == (0, 1, 31, 32)
    labels = [tick.label for tick in ticks(scale, 0.08, ENGLISH)]
    assert labels[:2] == ["Jun 1950", "Dec 1991"]
    assert "2024" in labels


def drawing(*events: Event) -> ElementTree.Element | None:
    briefing: Briefing = replace(sample(), events=events)
    drawn = draw_timeline(Linker(catalogue(briefing), CHRONOLOGY), events)
    return ElementTree.fromstring(f"<figure>{drawn}</figure>") if drawn else None


def event(number: int, day: str, **changes: Any) -> Event:
    return replace(sample().events[0], id=f"e{number}", date=day, text=f"Something {number} happened.", **changes)


def test_the_story_gets_the_room_not_the_few_events_around_it() -> None:
    told = [event(number, f"2010-05-{number:02}", background=False) for number in range(1, 31)]
    late = [event(number, f"20{number}-01-01", background=False, weight=0.01) for number in (12, 20, 31)]
    early = [event(number, f"{number}", background=True, weight=0.01) for number in range(1950, 2010)]
    drawn = drawing(*early, *told, *late)
    assert drawn is not None
    wide = drawn[0]
    places = [float(circle.get("cx", 0)) for circle in wide.iter("circle")]
    assert sum(200 < place < 860 for place in places) >= 30
    assert len([text for text in wide.iter("text") if text.get("class") == "cut"]) <= 12


def test_two_events_without_a_date_are_no_timeline() -> None:
    assert drawing(event(1, "unknown"), event(2, "XXXX-09-10"), event(3, "2024")) is None


def test_every_mark_leads_to_its_entry_and_says_what_it_is() -> None:
    figure = drawing(event(1, "2024-01-05"), event(2, "2024-06~"), event(3, "2025", status="planned"))
    assert figure is not None
    wide, narrow = figure.findall("svg")
    for svg in (wide, narrow):
        marks = {mark.get("href"): mark for mark in svg.iter("a")}
        assert set(marks) == {"#event-e1", "#event-e2", "#event-e3"}
        assert marks["#event-e1"].findtext("title") == "5 January 2024: Something 1 happened."
        assert "approximate" in (marks["#event-e2"].get("class") or "")
        assert "planned" in (marks["#event-e3"].get("class") or "")


def test_the_keyboard_goes_through_marks_in_order_of_time_but_none_hides_another() -> None:
    figure = drawing(
        event(1, "2024-01-05"),
        event(2, "2024-04-05", weight=1.0),
        event(3, "2024-04-06", weight=0.1),
        event(4, "2024-08-05", weight=0.1),
        event(5, "2024-08-06", weight=1.0),
        event(6, "2024-12-05"),
    )
    assert figure is not None
    for svg in figure.findall("svg"):
        assert [mark.get("href", "")[-1] for mark in svg.iter("a")] == ["1", "2", "3", "5", "4", "6"]


def test_labels_and_dates_of_the_axis_are_seen_alone() -> None:
    figure = drawing(event(1, "2024-01-05"), event(2, "2024-06-05"))
    assert figure is not None
    hidden = {id(text) for group in figure.iter() if group.get("aria-hidden") == "true" for text in group.iter("text")}
    heard = [text.text for text in figure.iter("text") if id(text) not in hidden and text.text]
    assert heard == []


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    figure = drawing(event(1, "2024-01-05"), event(2, "2024-02"))
    assert figure is not None
    for svg in figure:
        day, month = sorted(svg.iter("a"), key=lambda mark: mark.get("href") or "")
        assert day.find("circle") is not None
        assert month.find("rect") is not None


def test_a_decade_is_a_bar_of_ten_years_and_a_century_is_longer() -> None:
    dates = ("19XX", "1948", "199X", "2024-06-03", "2024-08-10")
    drawn = drawing(*(event(number, day) for number, day in enumerate(dates)))
    assert drawn is not None
    marks = {mark[0].text.split(":")[0]: mark[1] for mark in drawn[0].iter("a") if mark[0].text}
    assert {said for said, shape in marks.items() if shape.tag == "rect"} >= {"1900–1999", "the 1990s"}
    ends = {said: (float(shape.get("x", 0)), float(shape.get("width", 0))) for said, shape in marks.items()}
    (century, ages), (decade, years) = ends["1900–1999"], ends["the 1990s"]
    assert century < decade
    assert abs(century + ages - (decade + years)) < 1


def test_what_was_before_our_era_stands_at_the_start_of_the_axis_and_is_named_there() -> None:
    drawn = drawing(*(event(number, day) for number, day in enumerate(("-0043", "-02XX", "1948", "2024-06-03"))))
    assert drawn is not None
    for one in drawn:
        titles = [mark[0].text.split(":")[0] for mark in one.iter("a") if mark[0].text]
        assert set(titles) == {"300–201 BC", "44 BC", "1948", "3 June 2024"}
    named = [text.text for text in drawn[0].iter("text") if (text.text or "").endswith("BC")]
    assert named[0] == "300 BC"
    assert drawing(*(event(number, f"-{number:04}") for number in range(1, 400))) is not None


def test_many_decades_are_joined_under_no_year_of_theirs() -> None:
    told = [event(number, "199X" if number % 2 else "19XX") for number in range(200)]
    drawn = drawing(*told)
    assert drawn is not None
    titles = {mark[0].text for mark in drawn[0].iter("a")}
    assert titles == {"100 events, 1900–1999", "100 events, the 1990s"}


def test_labels_of_a_lane_do_not_overlap() -> None:
    first = date(2024, 1, 1)
    figure = drawing(*(event(number, str(first + timedelta(days=number))) for number in range(100)))
    assert figure is not None
    labels = [text for text in figure[0].iter("text") if text.get("class") == "mark-label"]
    spans = sorted((float(text.get("x", "0")), len(text.text or "") * 6) for text in labels)
    assert 1 < len(labels) < 100
    assert all(start + width <= following for (start, width), (following, _) in pairwise(spans))


def test_topics_have_lanes_of_their_own() -> None:
    trams = (slugify("trams"),)
    figure = drawing(event(1, "2024-01", topics=trams), event(2, "2024-02", topics=trams), event(3, "2024-03"))
    assert figure is not None
    titles = [text.text for text in figure[0].iter("text") if text.get("class") == "lane-title"]
    assert titles == ["Trams", "Other events"]


def test_hundreds_of_events_are_drawn_by_month() -> None:
    first = date(2020, 1, 1)
    figure = drawing(*(event(number, str(first + timedelta(days=number))) for number in range(800)))
    assert figure is not None
    marks = list(figure[0].iter("a"))
    assert len(marks) == 27
    assert {mark.findtext("title") for mark in marks} >= {"31 events, Jan 2020", "29 events, Feb 2020"}


def test_a_crowded_story_is_drawn_by_day_and_what_is_far_from_it_by_longer_units() -> None:
    told = [event(number, f"2011-02-{1 + number % 20:02}", background=False) for number in range(300)]
    early = [event(300 + number, str(1901 + number), background=True, weight=0.01) for number in range(100)]
    figure = drawing(*early, *told)
    assert figure is not None
    titles = [mark.findtext("title") or "" for mark in figure[0].iter("a")]
    assert sum(title.endswith("February 2011") for title in titles) == 20
    assert "10 events, the 1950s" in titles
    named = [text.text or "" for text in figure[0].findall("g/text")]
    assert "15 Feb" in named or "16 Feb" in named


def test_a_label_has_two_lines_at_most_and_dots_where_it_goes_on() -> None:
    long = event(1, "2024-01-05", weight=1.0)
    figure = drawing(replace(long, text="One word after another " * 20), event(2, "2024-06-05"))
    assert figure is not None
    for svg in figure:
        label = next(text for text in svg.iter("text") if text.get("class") == "mark-label" and len(text))
        lines = [label.text or "", *(line.text or "" for line in label)]
        assert len(lines) == 2
        assert lines[-1].endswith(" …")


def test_a_month_with_more_events_is_drawn_larger_and_none_outgrows_its_place() -> None:
    days = [f"202{year}-{month:02}-{day:02}" for year in range(3) for month in range(1, 13) for day in range(1, 20)]
    days += [f"2021-07-{1 + number % 28:02}" for number in range(100)]
    figure = drawing(*(event(number, day) for number, day in enumerate(days)))
    assert figure is not None
    sizes = {
        mark.findtext("title"): float(dot.get("r", "")) for mark in figure[0].iter("a") for dot in mark.iter("circle")
    }
    assert max(sizes, key=sizes.__getitem__) == "119 events, Jul 2021"
    assert max(sizes.values()) <= 8.5
    assert len(set(sizes.values())) > 1


def test_the_drawing_for_phones_joins_sooner() -> None:
    first = date(2020, 1, 1)
    figure = drawing(*(event(number, str(first + timedelta(days=number))) for number in range(100)))
    assert figure is not None
    wide, narrow = (len(list(svg.iter("a"))) for svg in figure)
    assert (wide, narrow) == (100, 15)
