"""EDTF in English words, and as the ``datetime`` attribute of HTML."""

import re
from functools import lru_cache
from typing import Final

from builder.edtf import SEASONS, Edtf, Precision, parse
from builder.pages.values import DateView

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS: Final = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_FORM: Final = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([?~%]?)")
_DIGITS_ONLY: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
NO_DATE: Final = "No date in the source"


@lru_cache(maxsize=1 << 14)
def in_words(value: str) -> str:
    """Return an EDTF value in English; uncertainty (``?``) is left to a sign beside it.

    What isn't EDTF, ``unknown`` among it, comes back as :data:`NO_DATE`.
    """
    date = parse(value)
    if date is None:
        return NO_DATE
    text = date.text
    if text.startswith("["):
        return _one_of(text[1:-1])
    return _interval(*text.split("/")) if "/" in text else _single(text)


def date_view(value: str, *, worked_out: str = "") -> DateView:
    """Return a date for templates; ``worked_out`` says from what it was worked out, empty where it stands as it is."""
    date = parse(value)
    if date is None:
        return DateView(NO_DATE, "", "", "")
    reasons = [worked_out] if worked_out else []
    reasons += ["uncertain"] if date.uncertain else []
    sign = "≈" if worked_out else "?" if date.uncertain else ""
    return DateView(in_words(value), machine_date(date), sign, "; ".join(reasons), value)


def machine_date(date: Edtf) -> str:
    """Return the value HTML allows in ``time``'s ``datetime`` for a day, month or year; else the empty string."""
    plain = date.text.rstrip("?~%").replace("-XX", "")
    if _DIGITS_ONLY.fullmatch(plain) and date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return plain
    if date.precision is Precision.UNKNOWN_YEAR and re.fullmatch(r"XXXX-[0-9]{2}-[0-9]{2}", plain):
        return plain.removeprefix("XXXX-")
    return ""


def short_month(value: str) -> str:
    """Return month and year in short, ``Sep 2023``; the year alone where no month is known, else empty."""
    date = parse(value)
    if date is None or date.first is None:
        return ""
    if date.precision in (Precision.DAY, Precision.MONTH):
        return f"{MONTHS[date.first.month - 1][:3]} {date.first.year}"
    return str(date.first.year)


def _single(text: str) -> str:
    match = _FORM.fullmatch(text)
    if match is None:
        return text
    year, month, day, mark = match.groups()
    words = _calendar(year, month if month != "XX" else None, day if day != "XX" else None)
    return f"about {words}" if mark in ("~", "%") else words


def _calendar(year: str, month: str | None, day: str | None) -> str:
    if month is not None and int(month) in SEASONS:
        return f"{_PARTS[int(month)]} {_year(year)}"
    if month is None:
        return _year(year)
    name = MONTHS[int(month) - 1]
    words = f"{int(day)} {name}" if day else name
    return f"{words}, year unknown" if year == "XXXX" else f"{words} {_year(year)}"


def _year(year: str) -> str:
    if year.endswith("XX"):
        return f"{int(year[:2])}00–{int(year[:2])}99"
    return f"the {int(year[:3])}0s" if year.endswith("X") else str(int(year))


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {_single(end)}"
    if end in ("", ".."):
        return f"since {_single(start)}"
    return _shared(start, end) or f"{_single(start)} – {_single(end)}"


def _shared(start: str, end: str) -> str:
    """Return an interval of two plain days or months with what they share said once; empty where nothing fits."""
    if not (_DIGITS_ONLY.fullmatch(start) and _DIGITS_ONLY.fullmatch(end)) or start.count("-") != end.count("-"):
        return ""
    first, last = start.split("-"), end.split("-")
    if len(first) == 1 or first[0] != last[0] or int(first[1]) > 12 or int(last[1]) > 12:
        return ""
    if len(first) == 2:
        return f"{MONTHS[int(first[1]) - 1]}–{_single(end)}"
    if first[1] == last[1]:
        return f"{int(first[2])}–{_single(end)}"
    return f"{int(first[2])} {MONTHS[int(first[1]) - 1]} – {_single(end)}"


def _one_of(members: str) -> str:
    words = [_member(member) for member in members.split(",")]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _member(member: str) -> str:
    start, dots, end = member.partition("..")
    return (
        f"some time in {_interval(start, end)}"
        if dots and start and end
        else _interval(start, end)
        if dots
        else _single(member)
    )
