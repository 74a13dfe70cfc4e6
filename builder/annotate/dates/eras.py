"""Years before our era, and what names one in another form: it is no date, and never one of ours."""

import re
from typing import Final

from builder import edtf
from builder.annotate.dates import words
from builder.annotate.dates.expression import Absolute, Expression, Found, Rule
from builder.annotate.numbers import ORDINAL, ordinal

_ERA: Final = r"\s?(?:BCE?\b|B\.\s?C\.(?:\s?E\.)?)"
_DAY: Final = re.compile(
    rf"(?<![0-9.,/-])(?:(?:\b(?P<day>{words.DAY})(?:\sof)?\s)?\b(?P<month>{words.MONTH})(?:\s(?P<behind>{words.DAY}))?"
    rf"(?:,\s|\sof\s|\s))?\b(?P<year>[0-9]{{1,4}}){_ERA}"
)
_YEARS: Final = re.compile(
    rf"(?<![0-9.,/-])\b(?P<year>[0-9]{{1,4}})(?:\s?[-–—]\s?|\s(?:to|until)\s)(?P<last>[0-9]{{1,4}}){_ERA}"
)
_CENTURY: Final = re.compile(rf"\b(?P<place>{ORDINAL})[\s-]century,?{_ERA}", re.IGNORECASE)
_TRIGGERS: Final = frozenset({"bc", "bce", "b"})
_BEFORE: Final = re.compile(
    r"(?:,?\s(?P<year>[0-9]{1,4}))?\s?(?:BCE?\b|B\.\s?C\.|v\.\s?Chr\.|v\.\s?u\.\s?Z\.|vor\sChristus\b)"
)
_YEAR: Final = re.compile(r"[0-9]{1,4}$")
_PROVINCE: Final = 1800
"""From this year on, ``BC`` behind it is British Columbia: “the 2017 BC election”."""


def is_before_our_era(text: str, found: Found) -> bool:
    """Return whether an expression is part of a date before our era: “March” of “March 44 BC”, “1204” of “1204 BC”."""
    behind = _BEFORE.match(text, found.end)
    if behind is None:
        return False
    inside = _YEAR.search(text[found.start : found.end])
    year = behind["year"] or (inside[0] if inside else "0")
    return int(year) < _PROVINCE


def _year(figures: str) -> str:
    """Return a year before our era as EDTF, which calls 1 BC the year 0000; empty for none, and for a province's."""
    before = 1 - int(figures)
    return "" if not -_PROVINCE < before <= 0 else f"-{-before:04}" if before else "0000"


def _read_day(match: re.Match[str]) -> Expression | None:
    year, day = _year(match["year"]), match["day"] or match["behind"]
    parts = [f"{words.month(match['month']):02}"] if match["month"] else []
    parts += [f"{int(day.rstrip('stndrh')):02}"] if day else []
    return _absolute("-".join([year, *parts])) if year else None


def _read_years(match: re.Match[str]) -> Expression | None:
    first, last = _year(match["year"]), _year(match["last"])
    return _absolute(f"{first}/{last}") if first and last else None


def _read_century(match: re.Match[str]) -> Expression | None:
    place = ordinal(match["place"])
    return _absolute(f"-{place - 1:02}XX") if place else None


def _absolute(value: str) -> Expression | None:
    return Absolute(value) if edtf.parse(value) else None


RULES: Final = (
    Rule("before our era", _TRIGGERS, _DAY, _read_day),
    Rule("years before our era", _TRIGGERS, _YEARS, _read_years),
    Rule("century before our era", _TRIGGERS, _CENTURY, _read_century),
)
