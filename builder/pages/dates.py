"""EDTF in words, and as the ``datetime`` attribute of HTML."""

import re
from functools import lru_cache
from typing import Final

from builder.edtf import SEASONS, Edtf, Precision, parse
from builder.pages.values import DateView
from builder.pages.words import ENGLISH, MONTHS, Words

_PARTS: Final = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_FORM: Final = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([?~%]?)")
_DIGITS_ONLY: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
NO_DATE: Final = "No date in the source"
NOT_SETTLED: Final = "Date not settled"
"""Where the source has a day, but which one it is, or whether it is the day in question, can't be told."""


@lru_cache(maxsize=1 << 14)
def in_words(value: str, words: Words = ENGLISH) -> str:
    """Return an EDTF value in words; uncertainty (``?``) is left to a sign beside it.

    What isn't EDTF, ``unknown`` among it, comes back as :data:`NO_DATE`.
    """
    date = parse(value)
    if date is None:
        return words.say(NO_DATE)
    text = date.text
    if text.startswith("["):
        return _one_of(text[1:-1], words)
    start, slash, end = text.partition("/")
    return _interval(start, end, words) if slash else _single(text, words)


def within(value: str, words: Words) -> str:
    """Return an EDTF value as it stands within a sentence."""
    said = in_words(value, words)
    return said[:1].lower() + said[1:] if parse(value) is None else said


@lru_cache(maxsize=1 << 14)
def date_view(value: str, words: Words = ENGLISH, *, worked_out: str = "") -> DateView:
    """Return a date for templates; ``worked_out`` says from what it was worked out, empty where it stands as it is."""
    date = parse(value)
    if date is None:
        return DateView(words.say(NO_DATE), "", "", "")
    reasons = [worked_out] if worked_out else []
    reasons += [words.say("uncertain")] if date.uncertain else []
    sign = "≈" if worked_out else "?" if date.uncertain else ""
    return DateView(in_words(value, words), machine_date(date), sign, "; ".join(reasons))


def machine_date(date: Edtf) -> str:
    """Return the value HTML allows in ``time``'s ``datetime`` for a day, month or year; else the empty string."""
    if date.ancient:
        return ""
    plain = date.text.rstrip("?~%").replace("-XX", "")
    if _DIGITS_ONLY.fullmatch(plain) and date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return plain
    if date.precision is Precision.UNKNOWN_YEAR and re.fullmatch(r"XXXX-[0-9]{2}-[0-9]{2}", plain):
        return plain.removeprefix("XXXX-")
    return ""


def short_month(value: str, words: Words = ENGLISH) -> str:
    """Return month and year in short, ``Sep 2023``; the year or decade alone where no more is known, else empty."""
    date = parse(value)
    if date and (date.ancient or date.precision in (Precision.DECADE, Precision.CENTURY)):
        return in_words(value, words)
    if date is None or date.first is None:
        return ""
    if date.precision in (Precision.DAY, Precision.MONTH):
        return words.short_month(date.first)
    return words.year(date.first.year)


def _single(text: str, words: Words) -> str:
    match = _FORM.fullmatch(text)
    if match is None:
        return text
    year, month, day, mark = match.groups()
    said = _calendar(year, month if month != "XX" else None, day if day != "XX" else None, words)
    return words.say("about {date}", date=said) if mark in ("~", "%") else said


def _calendar(year: str, month: str | None, day: str | None, words: Words) -> str:
    if month is None:
        return _year(year, words)
    if int(month) in SEASONS:
        return words.say(f"{_PARTS[int(month)]} {{year}}", year=_year(year, words))
    number = int(day) if day else None
    if "X" not in year:
        return words.day(int(month), number, int(year))
    said = words.day(int(month), number, None)
    return words.say("{date}, year unknown", date=said) if year == "XXXX" else f"{said} {_year(year, words)}"


def _year(year: str, words: Words) -> str:
    if year.startswith("-") and "X" in year:
        first, last = (1 - int(year.replace("X", figure)) for figure in "90")
        return words.say("{year} BC", year=f"{first}–{last}")
    if year.endswith("XX"):
        return f"{int(year[:2])}00–{int(year[:2])}99"
    return words.say("the {decade}0s", decade=str(int(year[:3]))) if year.endswith("X") else words.year(int(year))


def _interval(start: str, end: str, words: Words) -> str:
    if start in ("", ".."):
        return words.say("until {date}", date=_single(end, words))
    if end in ("", ".."):
        return words.say("since {date}", date=_single(start, words))
    shared = _shared(start, end) if words is ENGLISH else ""
    return shared or f"{_single(start, words)} – {_single(end, words)}"


def _shared(start: str, end: str) -> str:
    """Return an interval of two plain days or months with what they share said once; empty where nothing fits.

    Other languages than English say both in full: what may be left out is not the same in all of them.
    """
    if not (_DIGITS_ONLY.fullmatch(start) and _DIGITS_ONLY.fullmatch(end)) or start.count("-") != end.count("-"):
        return ""
    first, last = start.split("-"), end.split("-")
    if len(first) == 1 or first[0] != last[0] or int(first[1]) > 12 or int(last[1]) > 12:
        return ""
    if len(first) == 2:
        return f"{MONTHS[int(first[1]) - 1]}–{_single(end, ENGLISH)}"
    if first[1] == last[1]:
        return f"{int(first[2])}–{_single(end, ENGLISH)}"
    return f"{int(first[2])} {MONTHS[int(first[1]) - 1]} – {_single(end, ENGLISH)}"


def _one_of(members: str, words: Words) -> str:
    said = [_member(member, words) for member in members.split(",")]
    return said[0] if len(said) == 1 else words.say("{some} or {last}", some=", ".join(said[:-1]), last=said[-1])


def _member(member: str, words: Words) -> str:
    start, dots, end = member.partition("..")
    if dots and start and end:
        return words.say("some time in {dates}", dates=_interval(start, end, words))
    return _interval(start, end, words) if dots else _single(member, words)
