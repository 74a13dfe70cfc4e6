"""TimelineJS itself, from its package, shows what is written for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.site.exports.all import exports
from builder.urls import PagePath
from tests.pages.hostile import hostile
from tests.pages.odd import odd
from tests.pages.sample import sample
from tests.storm import storm

pytestmark = pytest.mark.browser

PACKAGE = Path(__file__).parent / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Timeline</title>
<link rel="stylesheet" href="{0}/css/timeline.css"><script src="{0}/js/timeline.js"></script>
<div id="timeline" style="width: 100%; height: 700px"></div></html>"""
START = """(data) => {
  window.timeline = new TL.Timeline("timeline", data, { font: null, hash_bookmark: false });
}"""
READ = "() => timeline.config && (timeline.ready || !timeline.config.isValid())"
SLIDES = """() => [...document.querySelectorAll(".tl-slide")].map((slide) => ({
  id: slide.id,
  headline: slide.querySelector(".tl-headline").textContent,
  date: slide.querySelector(".tl-headline-date")?.textContent ?? "",
  links: [...slide.querySelectorAll(".tl-text-content a")].map((link) => link.getAttribute("href")),
}))"""


def written(briefing: Briefing) -> Any:
    found = catalogue(briefing)
    return json.loads(dict(exports(found, ()))[PagePath("data/timelinejs.json")](found))


@pytest.fixture
def shown(open_page: Callable[..., Page], tmp_path: Path) -> Callable[[Any], list[dict[str, Any]]]:
    """Return a function that has TimelineJS read a file and returns what its slides say."""
    if not PACKAGE.is_dir():
        pytest.fail(f"TimelineJS is missing; `make test` installs it ({PACKAGE.parent})")
    (tmp_path / "timeline.html").write_text(HOST.format(PACKAGE.as_uri()), encoding="utf-8")

    def show(data: Any) -> list[dict[str, Any]]:
        page = open_page((tmp_path / "timeline.html").as_uri())
        page.evaluate(START, data)
        page.wait_for_function(READ)
        assert page.evaluate("timeline.config.getErrors()") == []
        slides: list[dict[str, Any]] = page.evaluate(SLIDES)
        return slides

    return show


@pytest.mark.parametrize("make", [sample, storm, odd, hostile])
def test_every_event_is_a_slide(make: Callable[[], Briefing], shown: Callable[[Any], list[dict[str, Any]]]) -> None:
    data = written(make())
    slides = shown(data)
    assert {slide["id"] for slide in slides} == {"title", *(event["unique_id"] for event in data["events"])}


def test_words_and_dates_are_those_of_the_briefing(shown: Callable[[Any], list[dict[str, Any]]]) -> None:
    briefing = storm()
    slides = {slide["id"]: slide for slide in shown(written(briefing))}
    texts = {event.id: event.text for event in briefing.events if event.date != "unknown"}
    assert {name: slide["headline"] for name, slide in slides.items() if name != "title"} == texts
    assert {name: slide["date"] for name, slide in slides.items() if name != "title"} == {
        "e1": "1850",
        "e2": "3–5 February 2024",
        "e3": "February 5, 2024",
        "e4": "about 7 February 2024",
        "e5": "June 2024",
        "e6": "1 July 2024 or 2 July 2024",
        "e7": "until 1 August 2024",
        "e8": "December 31, 9999",
    }


def test_what_was_before_our_era_comes_first_in_the_words_of_the_site(
    shown: Callable[[Any], list[dict[str, Any]]],
) -> None:
    briefing = storm()
    dates = {"late": "2024-02-05", "one": "-0043-03-15", "some": "-0263/-0240"}
    events = tuple(replace(briefing.events[2], id=name, date=date) for name, date in dates.items())
    slides = shown(written(replace(briefing, events=events)))
    assert [(slide["id"], slide["date"]) for slide in slides[1:]] == [
        ("some", "264 BC – 241 BC"),
        ("one", "15 March 44 BC"),
        ("late", "February 5, 2024"),
    ]


def test_slides_lead_to_the_passages(shown: Callable[[Any], list[dict[str, Any]]]) -> None:
    slides = {slide["id"]: slide for slide in shown(written(sample()))}
    assert slides["bridge-opens-2-0"]["links"] == [
        "https://example.org/bridge/articles/trams-late.html#p1",
        "https://example.org/bridge/articles/bridge-opens.html#p2",
    ]
