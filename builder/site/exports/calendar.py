"""``data/chronology.ics``: the events that have a day, or run from one day to another, as all-day events (RFC 5545).

A month or a year is no day, and one of several days is not all of them: such events stand in the other exports only.
Days marked as uncertain or approximate, and what is planned, are tentative.
"""

from datetime import date, timedelta
from urllib.parse import urlsplit

from builder.briefing.model import Briefing, Event
from builder.edtf import Edtf, Precision, parse
from builder.pages.anchors import event_anchor
from builder.pages.catalogue import Catalogue
from builder.pages.linker import CHRONOLOGY
from builder.pages.order import part_path
from builder.site.exports.encoding import xml_text
from builder.site.exports.hosting import address
from builder.site.exports.material import Material, gathered
from builder.urls import PagePath, slugify

PATH = PagePath("data/chronology.ics")

_LONGEST_LINE = 75
"""Octets of a content line before it is folded (RFC 5545, 3.1)."""

_ESCAPES = str.maketrans(
    {chr(control): None for control in (0x0D, *range(0x7F, 0xA0))}
    | {"\\": "\\\\", ";": "\\;", ",": "\\,"}
    | dict.fromkeys("\n\x85\u2028\u2029", "\\n")
)
"""RFC 5545, 3.3.11; what some readers take for the end of a line is written as one."""


def calendar(found: Catalogue) -> bytes:
    """Return the calendar; the same briefing gives the same bytes, for no time stamp comes from the clock."""
    material = gathered(found)
    briefing, parts = material.briefing, dict(found.event_parts.items())
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_escaped(briefing.generator)}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(briefing.title)}",
    ]
    for event in briefing.events:
        lines += _event_lines(event, material, part_path(CHRONOLOGY, parts[event.id]))
    lines.append("END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _event_lines(event: Event, material: Material, chronology: PagePath) -> list[str]:
    dated = parse(event.date)
    days = _days(dated) if dated else None
    text = material.event_text(event)
    if dated is None or days is None or not text:
        return []
    tentative = dated.uncertain or dated.approximate or event.status == "planned"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.id)}@{_authority(material.briefing)}",
        f"DTSTAMP:{_stamp(material.briefing, days[0])}",
        f"DTSTART;VALUE=DATE:{_compact(days[0])}",
        *_end_lines(days[1]),
        f"SUMMARY:{_escaped(text)}",
        f"DESCRIPTION:{_escaped(_description(event, material))}",
        *_category_lines(event, material),
        f"STATUS:{'TENTATIVE' if tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
    ]
    if material.briefing.base_url:
        lines.append(f"URL:{xml_text(address(material.briefing.base_url, chronology, event_anchor(event.id)))}")
    return [*lines, "END:VEVENT"]


def _days(dated: Edtf) -> tuple[date, date] | None:
    """Return the first and last day of what happened on a day or from one day to another."""
    ends = [parse(part) for part in dated.text.split("/")]
    if not all(end and end.precision is Precision.DAY for end in ends):
        return None
    return (dated.first, dated.last) if dated.first and dated.last else None


def _end_lines(last: date) -> list[str]:
    """Return the end, which is the day after the last one; none where no calendar has that day."""
    return [] if last == date.max else [f"DTEND;VALUE=DATE:{_compact(last + timedelta(days=1))}"]


def _category_lines(event: Event, material: Material) -> list[str]:
    names = [_escaped(material.topic_titles.get(slug, slug)) for slug in event.topics]
    return [f"CATEGORIES:{','.join(names)}"] if names else []


def _description(event: Event, material: Material) -> str:
    lines = [f"Date: {event.date}"]
    for telling in event.tellings:
        wording = f": {telling.text}" if material.may_quote(telling.citation) else ""
        lines.append(f"[{telling.citation}] {material.headlines[telling.citation.article][0]}{wording}")
    return "\n".join(lines)


def _authority(briefing: Briefing) -> str:
    """Return what makes identifiers of this briefing differ from those of others."""
    host = urlsplit(briefing.base_url).hostname if briefing.base_url else None
    return host or f"{slugify(briefing.title)}.invalid"


def _stamp(briefing: Briefing, fallback: date) -> str:
    """Return the day up to which the articles were collected, or the event's own, as a time stamp."""
    known = parse(briefing.as_of)
    return _compact((known.last if known else None) or fallback) + "T000000Z"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return xml_text(text).translate(_ESCAPES)


def _folded(line: str) -> bytes:
    """Return a content line with its line ends, folded between characters."""
    data = line.encode()
    pieces, start, room = [], 0, _LONGEST_LINE
    while start < len(data):
        end = start + room
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _LONGEST_LINE - 1
    return b"\r\n ".join(pieces) + b"\r\n"
