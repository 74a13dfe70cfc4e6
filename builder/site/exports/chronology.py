"""``data/chronology.json`` and ``data/chronology.csv``: the events in order of date, each with its sources."""

from collections.abc import Sequence

from builder.briefing.model import Event, Telling
from builder.pages.catalogue import Catalogue
from builder.site.exports.encoding import csv_bytes, json_bytes
from builder.site.exports.material import Material, gathered
from builder.urls import PagePath

JSON_PATH = PagePath("data/chronology.json")
CSV_PATH = PagePath("data/chronology.csv")

COLUMNS = (
    "id",
    "date",
    "text",
    "weight",
    "status",
    "people",
    "organisations",
    "places",
    "topics",
    "sources",
    "publishers",
    "agencies",
)
"""The columns of the table; several values of a cell are parted by a semicolon and a space."""


def chronology_json(found: Catalogue) -> bytes:
    """Return a list of rows, one for each event; ``date`` is EDTF or ``unknown``, ``weight`` from 0 to 1."""
    material = gathered(found)
    rows = [
        {
            "id": event.id,
            "date": event.date,
            "text": material.event_text(event),
            "weight": event.weight,
            "status": event.status,
            "background": event.background,
            "voices": event.voices,
            "review": event.review,
            "people": event.people,
            "organisations": event.organisations,
            "places": event.places,
            "topics": event.topics,
            "sources": [_source(telling) for telling in event.tellings],
        }
        for event in material.briefing.events
    ]
    return json_bytes(rows)


def _source(telling: Telling) -> dict[str, str | int]:
    return {
        "article": telling.citation.article,
        "paragraph": telling.citation.paragraph,
        "code": telling.citation.code,
        "publisher": telling.publisher,
        "agency": telling.agency,
    }


def chronology_csv(found: Catalogue) -> bytes:
    """Return the same as a table; a source reads ``<article> ¶<paragraph>``."""
    material = gathered(found)
    return csv_bytes(COLUMNS, (_cells(event, material) for event in material.briefing.events))


def _cells(event: Event, material: Material) -> Sequence[str]:
    return (
        event.id,
        event.date,
        material.event_text(event),
        str(event.weight),
        event.status,
        joined(event.people),
        joined(event.organisations),
        joined(event.places),
        joined(event.topics),
        joined([f"{telling.citation.article} ¶{telling.citation.paragraph}" for telling in event.tellings]),
        joined([telling.publisher for telling in event.tellings]),
        joined([telling.agency for telling in event.tellings]),
    )


def joined(values: Sequence[str]) -> str:
    """Return the values of a cell, each once, in their order."""
    return "; ".join(dict.fromkeys(values))
