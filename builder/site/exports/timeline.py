"""``data/timelinejs.json``: the chronology as TimelineJS reads it (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS shows headlines and texts as HTML, so what stands in a source is escaped. Where EDTF says more than a year,
a month or a day (``2024-06~``, ``2024/..``), the site's words for it stand in the place of TimelineJS's own.
"""

from datetime import date
from html import escape
from typing import Any

from builder.briefing.citation import Citation
from builder.briefing.model import Briefing, Event
from builder.edtf import Edtf, Precision, ordinals, parse, year_of
from builder.pages.catalogue import Catalogue
from builder.pages.dates import in_words
from builder.site.exports.encoding import json_bytes
from builder.site.exports.hosting import address
from builder.site.exports.material import Material, gathered
from builder.urls import PagePath, page

PATH = PagePath("data/timelinejs.json")

Slide = dict[str, Any]
"""A JSON object as TimelineJS defines it."""

_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}
"""How many parts of a date (year, month, day) a value of a precision fixes."""


def timeline(found: Catalogue) -> bytes:
    """Return the events that lie at a known place in time, after a title slide."""
    material = gathered(found)
    slides = (_slide(event, material) for event in material.briefing.events)
    timeline = {
        "title": _title(material.briefing),
        "events": [slide for slide in slides if slide],
        "scale": "human",
    }
    return json_bytes(timeline)


def _title(briefing: Briefing) -> Slide:
    return {
        "unique_id": "title",
        "text": {"headline": escape(briefing.title), "text": escape(briefing.subtitle)},
        "autolink": False,
    }


def _slide(event: Event, material: Material) -> Slide | None:
    dated = parse(event.date)
    text = material.event_text(event)
    days = ordinals(dated) if dated else None
    if dated is None or days is None or not text:
        return None
    slide: Slide = {
        "unique_id": event.id,
        "start_date": _date(days[0], _PARTS.get(dated.precision, 3)),
        "text": {"headline": escape(text), "text": _sources(event, material)},
        "autolink": False,
    }
    if dated.precision not in _PARTS and days[0] != days[1]:
        slide["end_date"] = _date(days[1], 3)
    if not _is_plain(dated):
        slide["display_date"] = in_words(dated.text, material.found.words)
    return slide


def _date(ordinal: int, parts: int) -> dict[str, int]:
    """Return a day in parts, the year first; before our era that alone."""
    if ordinal < 1:
        return {"year": year_of(ordinal)}
    day = date.fromordinal(ordinal)
    values = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(values.items())[:parts])


def _is_plain(dated: Edtf) -> bool:
    """Return whether TimelineJS's own wording of the date says all there is to say."""
    return dated.precision in _PARTS and not (dated.uncertain or dated.approximate or dated.ancient)


def _sources(event: Event, material: Material) -> str:
    """Return the tellings as a list, each with a link to its article where the site's address is known."""
    items = []
    for telling in event.tellings:
        words = escape(telling.text) if material.may_quote(telling.citation) else ""
        items.append(f"<li>{words} [{_link(telling.citation, material)}]</li>")
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _link(citation: Citation, material: Material) -> str:
    if not material.briefing.base_url:
        return escape(str(citation))
    article = address(material.briefing.base_url, page("articles", citation.article), f"p{citation.paragraph}")
    return f'<a href="{escape(article)}">{escape(str(citation))}</a>'
