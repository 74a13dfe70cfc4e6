"""Dates as EDTF (Extended Date/Time Format, ISO 8601-2:2019): the part of it that a briefing writes.

Read are days, months, years, decades (``199X``) and centuries (``19XX``), the qualifiers ``?``, ``~`` and
``%`` at the end of a date, dates whose year is not known (``XXXX-09-10``, ``XXXX-09``), seasons, quarters and
halves of a year (codes 21 to 24, 33 to 36, 40 and 41), intervals with open or unknown ends (``2024-06/..``,
``/2024-06``), the lists of which one member is meant (``[2024-06-03,2024-06-04]``, ``[2024-06-03..2024-06-09]``)
and those of which all are (``{2024-06-03,2024-06-07}``). Years run from -9999 to 9999; those before our era count from
0000, which is 1 BC (``-0043`` is 44 BC, ``-02XX`` the third century BC), and can be no part of a list, a season or an
interval with an open end. A time of day behind a day is checked and dropped. Everything else of the standard (long
years, qualified parts) is not written by any part of the builder and not read.

Source of the format: https://www.loc.gov/standards/datetime/.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

LONGEST_VALUE = 200
"""Characters. No date is longer; what is longer is not looked at."""


class Precision(StrEnum):
    """How exactly a value names a time."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    """From one date to another, or one or all of several dates."""
    UNKNOWN_YEAR = "unknown-year"
    """A month, with or without a day, of a year that is not known; or an interval of such."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date and what it says."""

    text: str
    """The value as written, without its time of day."""
    first: date | None
    """The first day it may mean; ``None`` where the start is open or unknown, or the year not known."""
    last: date | None
    """The last day it may mean; ``None`` where the end is open or unknown, or the year not known."""
    precision: Precision
    uncertain: bool
    """Whether it carries ``?`` or ``%``."""
    approximate: bool
    """Whether it carries ``~`` or ``%``."""
    ancient: tuple[int, int] | None = None
    """Ordinals of its first and last day where it begins before our era; ``first`` and ``last`` are ``None`` then."""


_DATE = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)")
_TIME = re.compile(
    r"([0-9X]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-][01][0-9](?::[0-5][0-9])?)?"
)
_YEAR = re.compile(r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)|XXXX")
_NO_YEAR = "-0000"
_ROUND = 400
"""Years after which the Gregorian calendar is the same again."""
_DAYS_OF_ROUND = 146_097

SEASONS: dict[int, tuple[Precision, int, int]] = {
    **{21 + n: (Precision.SEASON, 3 + 3 * n, 3) for n in range(4)},
    **{33 + n: (Precision.QUARTER, 1 + 3 * n, 3) for n in range(4)},
    **{40 + n: (Precision.HALF, 1 + 6 * n, 6) for n in range(2)},
}
"""Code to precision, first month and length in months. Seasons are the northern meteorological ones; winter
ends in February of the next year."""

_ANY_LEAP_YEAR = 2000


@lru_cache(maxsize=1 << 16)
def parse(value: str) -> Edtf | None:
    """Return what an EDTF value says; ``None`` where it is none: ``unknown``, ``June``, ``2023-02-30``."""
    if len(value) > LONGEST_VALUE:
        return None
    if timed := _TIME.fullmatch(value):
        return _date(timed[1])
    if value.startswith(("[", "{")):
        return _list(value)
    return _interval(value) if "/" in value else _date(value)


def overlaps(one: Edtf, other: Edtf) -> bool:
    """Return whether two values may share a day; an open end reaches any day, an unknown year none."""
    if not (is_dated(one) and is_dated(other)):
        return False
    return _start(one) <= _end(other) and _start(other) <= _end(one)


def within(inner: Edtf, outer: Edtf) -> bool:
    """Return whether every day that ``inner`` may mean is one that ``outer`` may mean."""
    if not (is_dated(inner) and is_dated(outer)):
        return False
    return _start(outer) <= _start(inner) and _end(inner) <= _end(outer)


def is_dated(value: Edtf) -> bool:
    """Return whether the value lies at a known place in time: at least one of its ends is known."""
    return value.first is not None or value.last is not None


def sort_key(value: Edtf | None) -> tuple[int, int, str]:
    """Return the key that puts values in order of time.

    By first day, then by last day (so a day stands before the month it opens), then by text. A value with
    an open start stands at its last day. Values without a known year come after all others, in order of month
    and day; what has no value at all comes last.
    """
    latest = date.max.toordinal()
    if value is None:
        return (latest + 2, latest + 2, "")
    if value.ancient:
        return (*value.ancient, value.text)
    if not is_dated(value):
        return (latest + 1, latest + 1, value.text)
    first = value.first or value.last or date.max
    return (first.toordinal(), _end(value).toordinal(), value.text)


def ordinals(value: Edtf) -> tuple[int, int] | None:
    """Return the ordinals of the first and the last day a value may mean; where only one is known, that one twice.

    The first day of the year 0001 is 1, the day before it 0. ``None`` for a value at no known place in time.
    """
    first, last = value.first or value.last, value.last or value.first
    return (first.toordinal(), last.toordinal()) if first and last else value.ancient


def year_of(ordinal: int) -> int:
    """Return the year that a day given by its ordinal lies in; 0 is 1 BC."""
    rounds = (ordinal - 1) // _DAYS_OF_ROUND
    return date.fromordinal(ordinal - rounds * _DAYS_OF_ROUND).year + rounds * _ROUND


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and last day of ``count`` months from a month on; nothing ends after the year 9999."""
    following = year * 12 + month - 1 + count
    if following // 12 > date.max.year:
        return date(year, month, 1), date.max
    return date(year, month, 1), date(following // 12, following % 12 + 1, 1) - timedelta(days=1)


def _start(value: Edtf) -> date:
    return value.first or date.min


def _end(value: Edtf) -> date:
    return value.last or date.max


def _date(text: str) -> Edtf | None:
    match = _DATE.fullmatch(text)
    if match is None or not _YEAR.fullmatch(match["year"]):
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if year.startswith("-") or year == "0000":
        return None if year == _NO_YEAR else _before_our_era(match)
    if year == "XXXX":
        return _without_year(match) if month else None
    if "X" in year:
        return None if month else _years(match)
    if month is None or month == "XX":
        return None if day not in (None, "XX") else _years(match)
    if int(month) > 12:
        return None if day else _season(match)
    if int(month) == 0 or int(year) == 0:
        return None
    if day is None or day == "XX":
        return _value(match, months_from(int(year), int(month), 1), Precision.MONTH)
    try:
        only = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return _value(match, (only, only), Precision.DAY)


def _value(match: re.Match[str], bounds: tuple[date | None, date | None], precision: Precision) -> Edtf:
    mark = match["mark"]
    return Edtf(match[0], bounds[0], bounds[1], precision, mark in ("?", "%"), mark in ("~", "%"))


def _years(match: re.Match[str]) -> Edtf | None:
    """Return a year, a decade or a century."""
    year: str = match["year"]
    unknown = year.count("X")
    first = max(int(year.replace("X", "0")), 1 if unknown else 0)
    if first == 0:
        return None
    bounds = date(first, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    return _value(match, bounds, (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[unknown])


def _before_our_era(match: re.Match[str]) -> Edtf | None:
    """Return a day, a month, a year, a decade or a century before our era."""
    year, month, day = match["year"], match["month"], match["day"]
    first, last = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[year.count("X")]
    start, end = (1, 1), (12, 31)
    if month not in (None, "XX"):
        if first != last or not 1 <= int(month) <= 12:
            return None
        longest = months_from(_ROUND + first % _ROUND, int(month), 1)[1].day
        days = (1, longest) if day in (None, "XX") else (int(day), int(day))
        if not 1 <= days[0] <= longest:
            return None
        precision = Precision.DAY if days[0] == days[1] else Precision.MONTH
        start, end = (int(month), days[0]), (int(month), days[1])
    elif day not in (None, "XX"):
        return None
    return replace(_value(match, (None, None), precision), ancient=(_ordinal(first, *start), _ordinal(last, *end)))


def _ordinal(year: int, month: int, day: int) -> int:
    rounds, rest = divmod(year, _ROUND)
    return date(_ROUND + rest, month, day).toordinal() + (rounds - 1) * _DAYS_OF_ROUND


def _season(match: re.Match[str]) -> Edtf | None:
    known = SEASONS.get(int(match["month"]))
    if known is None or int(match["year"]) == 0:
        return None
    precision, month, count = known
    return _value(match, months_from(int(match["year"]), month, count), precision)


def _without_year(match: re.Match[str]) -> Edtf | None:
    month, day = match["month"], match["day"] or "01"
    if month == "XX":
        return None
    try:
        date(_ANY_LEAP_YEAR, int(month), 1 if day == "XX" else int(day))
    except ValueError:
        return None
    return _value(match, (None, None), Precision.UNKNOWN_YEAR)


def _interval(text: str) -> Edtf | None:
    start, _, end = text.partition("/")
    if start in ("", "..") and end in ("", ".."):
        return None
    ends = [None if part in ("", "..") else _date(part) for part in (start, end)]
    if any(found is None and part not in ("", "..") for found, part in zip(ends, (start, end), strict=True)):
        return None
    known = [found for found in ends if found]
    if any(found.ancient for found in known):
        days = [ordinals(found) for found in known]
        if len(known) < len(ends) or not (days[0] and days[1]) or days[0][0] > days[1][1]:
            return None
        return replace(_joined(text, known, None, None), precision=Precision.INTERVAL, ancient=(days[0][0], days[1][1]))
    if any(not is_dated(found) for found in known):
        return _joined(text, known, None, None) if not any(map(is_dated, known)) else None
    first, last = (ends[0].first if ends[0] else None), (ends[1].last if ends[1] else None)
    if first and last and first > last:
        return None
    return _joined(text, known, first, last)


def _list(text: str) -> Edtf | None:
    if text[0] + text[-1] not in ("[]", "{}"):
        return None
    members = [_member(part) for part in text[1:-1].split(",")]
    known = [member for member in members if member]
    if len(known) < len(members):
        return None
    firsts, lasts = [member.first for member in known], [member.last for member in known]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return _joined(text, known, first, last)


def _member(part: str) -> Edtf | None:
    member = _interval(part.replace("..", "/", 1)) if ".." in part else _date(part)
    return member if member and is_dated(member) else None


def _joined(text: str, parts: Sequence[Edtf], first: date | None, last: date | None) -> Edtf:
    dated = any(map(is_dated, parts))
    return Edtf(
        text,
        first,
        last,
        Precision.INTERVAL if dated else Precision.UNKNOWN_YEAR,
        any(part.uncertain for part in parts),
        any(part.approximate for part in parts),
    )
