"""Whatever stands in a source, every reader of a format reads the words back."""

import io
import json

import feedparser
import icalendar
import pandas
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from builder.briefing.model import Briefing
from tests.site.exports.conftest import Export

NASTY = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\x00\x0b\x1f\x7f\x85\u2028\ufffe\r\n\t\\,;:\"'<>&=+-@ ]]>"),
    max_size=120,
)


def without_controls(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(NASTY, NASTY)
def test_any_text_is_read_back(briefing: Briefing, export: Export, text: str, title: str) -> None:
    first, *others = briefing.articles
    happened = replace(briefing.events[2], text=text, tellings=())
    articles = (replace(first, title=title, publisher=text, authors=(text,)), *others)
    files = export(events=(happened,), articles=articles, title=title, base_url="https://news.example/")

    assert json.loads(files["data/chronology.json"])[0]["text"] == text
    table = pandas.read_csv(io.BytesIO(files["data/chronology.csv"]), dtype=str, keep_default_na=False)
    (row,) = table.to_dict("records")
    assert row["text"].removeprefix("'") == text.removeprefix("'")
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))

    calendar = icalendar.Calendar.from_ical(files["data/chronology.ics"])
    assert [without_controls(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == [
        without_controls(text) for _ in [text] if text
    ]
    assert all(len(line) <= 75 for line in files["data/chronology.ics"].split(b"\r\n"))

    etree.fromstring(files["sitemap.xml"])
    feed = feedparser.parse(files["feed.xml"])
    assert not feed.bozo
    assert len(feed.entries) == 2
