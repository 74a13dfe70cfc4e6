"""The calendar and the timeline, as their readers see them."""

import json
from datetime import date
from typing import Any

import icalendar
import pytest
from msgspec.structs import replace

from builder.briefing.model import Briefing
from tests.site.exports.conftest import Export


def read(data: bytes) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    return {event["UID"].split("@")[0]: event for event in calendar.walk("VEVENT")}


def test_only_days_and_spans_of_days_are_in_the_calendar(export: Export) -> None:
    assert set(read(export()["data/chronology.ics"])) == {"e2", "e3", "e4", "e8"}


def test_an_all_day_event_ends_on_the_day_after_its_last(export: Export) -> None:
    events = read(export()["data/chronology.ics"])
    assert (events["e2"]["DTSTART"].dt, events["e2"]["DTEND"].dt) == (date(2024, 2, 3), date(2024, 2, 6))
    assert (events["e3"]["DTSTART"].dt, events["e3"]["DTEND"].dt) == (date(2024, 2, 5), date(2024, 2, 6))
    assert "DTEND" not in events["e8"]


def test_words_survive_escaping_and_folding(briefing: Briefing, export: Export) -> None:
    data = export()["data/chronology.ics"]
    events = read(data)
    assert events["e2"]["SUMMARY"] == briefing.events[1].text
    assert events["e2"]["CATEGORIES"].cats == ["The harbour, and its piers"]
    assert "[S1 ¶1] No ship was lost, says <harbour> & co: =SUM(A1)" in events["e3"]["DESCRIPTION"]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_unsure_and_planned_days_are_tentative(export: Export) -> None:
    events = read(export()["data/chronology.ics"])
    assert (events["e4"]["STATUS"], events["e3"]["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert events["e4"]["DESCRIPTION"].startswith("Date: 2024-02-07~")


@pytest.mark.parametrize(("as_of", "day"), [("2024-03-01", "20240301"), ("2024-02", "20240229"), ("", "20240205")])
def test_the_stamp_is_no_clock_s(export: Export, as_of: str, day: str) -> None:
    event = read(export(as_of=as_of)["data/chronology.ics"])["e3"]
    assert event["DTSTAMP"].to_ical() == f"{day}T000000Z".encode()


def test_identifiers_belong_to_the_briefing(export: Export) -> None:
    assert b"UID:e3@the-storm-at-the-harbour.invalid" in export()["data/chronology.ics"]
    at_home = export(base_url="https://news.example/storm/")["data/chronology.ics"]
    assert b"UID:e3@news.example\r\n" in at_home
    assert b"URL:https://news.example/storm/chronology.html#" in at_home


def slides(data: bytes) -> dict[str, Any]:
    return {slide["unique_id"]: slide for slide in json.loads(data)["events"]}


def test_a_slide_gives_as_much_of_its_date_as_is_known(export: Export) -> None:
    found = slides(export()["data/timelinejs.json"])
    assert found["e1"]["start_date"] == {"year": 1850}
    assert found["e5"]["start_date"] == {"year": 2024, "month": 6}
    assert found["e2"]["end_date"] == {"year": 2024, "month": 2, "day": 5}
    assert "end_date" not in found["e3"]
    assert "e9" not in found


def test_what_a_date_leaves_open_is_shown_in_the_words_of_the_site(export: Export) -> None:
    found = slides(export()["data/timelinejs.json"])
    shown = {name: slide["display_date"] for name, slide in found.items() if "display_date" in slide}
    assert shown == {
        "e2": "3–5 February 2024",
        "e4": "about 7 February 2024",
        "e6": "1 July 2024 or 2 July 2024",
        "e7": "until 1 August 2024",
    }


def test_what_was_before_our_era_has_its_year_and_the_words_of_the_site(briefing: Briefing, export: Export) -> None:
    dates = {"one": "-0043-03-15", "some": "-0263/-0240", "century": "-02XX"}
    events = tuple(replace(briefing.events[2], id=name, date=date) for name, date in dates.items())
    made = export(events=events)
    found = slides(made["data/timelinejs.json"])
    assert [(slide["start_date"], slide.get("end_date"), slide["display_date"]) for slide in found.values()] == [
        ({"year": -43}, None, "15 March 44 BC"),
        ({"year": -263}, {"year": -240}, "264 BC – 241 BC"),
        ({"year": -299}, {"year": -200}, "300–201 BC"),
    ]
    assert read(made["data/chronology.ics"]) == {}


def test_slides_hold_no_markup_of_the_source(export: Export) -> None:
    slide = slides(export(base_url="https://news.example/")["data/timelinejs.json"])["e3"]
    assert slide["text"]["headline"] == "=SUM(A1) was the &lt;b&gt;code&lt;/b&gt; &amp; nothing else."
    assert '<a href="https://news.example/articles/no-ship-was-lost.html#p1">S1 ¶1</a>' in slide["text"]["text"]
    assert "<b>" not in slide["text"]["text"]
