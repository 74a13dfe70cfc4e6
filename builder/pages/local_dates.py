"""EDTF in the words of other languages than English, with the forms of the Unicode CLDR (through Babel)."""

import re
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812
from functools import lru_cache
from typing import Final

from babel.core import Locale
from babel.dates import format_date, format_skeleton

from builder.edtf import Edtf, Precision, parse
from builder.pages.dates import in_words


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a date in a language."""

    no_date: str
    about: str
    until: str
    since: str
    year_unknown: str


WORDS: Final = {"de": Words("Kein Datum in der Quelle", "um", "bis", "seit", "Jahr unbekannt")}
_YEARLESS: Final = re.compile(r"XXXX-(0[1-9]|1[0-2])(?:-([0-9]{2}))?\??")
_SKELETONS: Final = {Precision.MONTH: "yMMMM", Precision.YEAR: "y"}


@lru_cache(maxsize=1 << 14)
def in_language(value: str, language: str) -> str:
    """Return an EDTF value in a language, as ``in_words`` does in English.

    Where the language has no words here, or its words do not say what the value says, English stands.
    """
    words = WORDS.get(language.split("-")[0])
    if words is None:
        return in_words(value)
    date = parse(value)
    if date is None:
        return words.no_date
    start, slash, end = date.text.partition("/")
    parts = [_single(part, language, words) for part in ((start, end) if slash else (start,)) if part not in ("", "..")]
    if not parts or not all(parts):
        return in_words(value)
    if not slash:
        return parts[0]
    if len(parts) == 2:
        return " – ".join(parts)
    return f"{words.until if start in ('', '..') else words.since} {parts[0]}"


def _single(text: str, language: str, words: Words) -> str:
    """Return a day, a month or a year in a language; empty for every other value."""
    date = parse(text)
    if date is not None and (found := _YEARLESS.fullmatch(date.text)):
        return f"{_yearless(int(found[1]), int(found[2] or 0), language)}, {words.year_unknown}"
    if date is None or date.first is None or not _plain(date):
        return ""
    if date.precision is Precision.DAY:
        shown = format_date(date.first, "long", locale=_locale(language))
    elif date.precision in _SKELETONS:
        shown = format_skeleton(_SKELETONS[date.precision], date.first, locale=_locale(language))
    else:
        return ""
    return f"{words.about} {shown}" if date.approximate else shown


def _yearless(month: int, day: int, language: str) -> str:
    """Return a month, or a day of it where that isn't 0; any leap year has each of them."""
    shown = Day(2000, month, day or 1)
    if day:
        return format_skeleton("MMMMd", shown, locale=_locale(language))
    return format_date(shown, "LLLL", locale=_locale(language))


def _plain(date: Edtf) -> bool:
    """Return whether a value is one stretch that its precision names, not a set or a half of something."""
    return "X" not in date.text and "[" not in date.text and "/" not in date.text and _in_calendar(date.text)


def _in_calendar(text: str) -> bool:
    parts = text.rstrip("?~%").split("-")
    return all(part.isdigit() for part in parts) and (len(parts) < 2 or 1 <= int(parts[1]) <= 12)


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    return Locale.parse(language.split("-")[0])
