"""Finds days in text, in the shapes the press writes them; never guesses which of two numbers is the month."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from builder.ingest.months import MONTHS, WEEKDAYS


class Order(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it stands in a text."""

    start: int
    end: int
    """Characters of the text, the weekday before and the weekday in brackets included."""
    month: int
    """For numbers that could be either, the first of them."""
    day: int
    year: int | None = None
    weekday: int | None = None
    """0 for Monday; ``None`` where none is named."""
    numeric: bool = False
    """Whether it is two bare numbers whose order has to be known."""

    def in_order(self, order: Order) -> "Day | None":
        """Return the day with day and month settled; ``None`` where the order is not known or there is no such day."""
        month, day = self.month, self.day
        if self.numeric and month != day:
            if month > 12 or (order is Order.DAY_FIRST and day <= 12):
                month, day = day, month
            elif day <= 12 and order is Order.UNKNOWN:
                return None
        if not exists(self.year if self.year is not None else 2000, month, day):
            return None
        return Day(self.start, self.end, month, day, self.year, self.weekday)

    @property
    def edtf(self) -> str:
        """The day as EDTF; ``XXXX`` stands for a year that is not named."""
        year = f"{self.year:04d}" if self.year is not None else "XXXX"
        return f"{year}-{self.month:02d}-{self.day:02d}"


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this day, between 1900 and 2100."""
    if not 1900 <= year <= 2100:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_WORD: Final = r"[^\W\d_]+"
"""Any word stands where a month may: looking it up is quicker than trying every name at every place."""
_WEEKDAY: Final = "(?:" + "|".join(sorted(WEEKDAYS, key=lambda name: (-len(name), name))) + ")"
_YEAR: Final = r"(?:19|20)\d\d"
_BEFORE: Final = re.compile(rf"\b(?P<weekday>{_WEEKDAY})\b\.?,? ?\(?(?:the |den |le |il |el )?$", re.IGNORECASE)
_REACH: Final = 24
"""Characters before a day among which its weekday stands, and its month."""

# Shapes with a name begin with their day, and what stands before it is asked only there: digits are rarer than words.
_BEHIND_MONTH: Final = re.compile(
    rf"(?P<day>\d(?:(?<=[^\W\d_][. ]\d)|(?<=[^\W\d_]\. \d))\d?)(?:st|nd|rd|th)?\b(?![:.]\d|%)"
    rf"(?:,? (?:of )?(?P<year>{_YEAR})(?:\b|(?=\d{{1,2}}:\d\d)))?",
    re.IGNORECASE,
)
_MONTH_BEFORE: Final = re.compile(rf"(?<!\w)(?P<month>{_WORD})\.? ?$")
_BEFORE_MONTH: Final = re.compile(
    rf"(?P<day>\d(?<![\d.:,]\d)\d?)(?:st|nd|rd|th|er|\.|º|°|ª)?[ -](?:de |of |d')?(?P<month>{_WORD})\b\.?"
    rf"(?:,?[ -]?(?:de |del |of )?(?P<year>{_YEAR})(?:\b|(?=\d{{1,2}}:\d\d)))?",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(
    rf"(?<![\d/.-])(?P<year>{_YEAR})(?P<gap>[-/.])(?P<month>\d{{1,2}})(?P=gap)(?P<day>\d{{1,2}})(?!\d)"
)
_NUMBERS: Final = re.compile(
    rf"(?<![\d/.-])(?P<month>\d{{1,2}})(?P<gap>[-/.])(?P<day>\d{{1,2}})(?P=gap)(?P<year>{_YEAR}|\d\d)(?![\d/]|[.-]\d)"
)
_SIGNS: Final = re.compile(r"(?P<year>(?:19|20)\d\d) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]")
_NAMED: Final = (_BEHIND_MONTH, _BEFORE_MONTH)
_SHAPES: Final = (*_NAMED, _SIGNS, _YEAR_FIRST, _NUMBERS)
_DIGIT: Final = re.compile(r"\d")
_RARE: Final = re.compile(r"\d(?:[-/.]\d{1,2}[-/.]\d| ?[年년])")
"""What the shapes without a month's name have in them; a quick look before the careful ones."""
_LONGEST: Final = 20_000
"""Characters of a line that are looked at."""


@lru_cache(maxsize=16_384)
def days(text: str) -> tuple[Day, ...]:
    """Return the days named in a line, in order; where two shapes overlap, the longer one."""
    if not _DIGIT.search(text, 0, _LONGEST):
        return ()
    shapes = _SHAPES if _RARE.search(text, 0, _LONGEST) else _NAMED
    found = sorted(
        (day for shape in shapes for day in _matches(shape, text)), key=lambda day: (day.start - day.end, day.start)
    )
    chosen: list[Day] = []
    for day in found:
        if all(day.end <= other.start or other.end <= day.start for other in chosen):
            chosen.append(day)
    return tuple(sorted(chosen, key=lambda day: day.start))


def _matches(shape: re.Pattern[str], text: str) -> Iterator[Day]:
    for match in shape.finditer(text, 0, _LONGEST):
        named = _month_before(text, match.start()) if shape is _BEHIND_MONTH else match
        if named is None or (month := _month(named["month"])) is None:
            continue
        start, weekday = _weekday_before(text, named.start())
        found = Day(
            start, match.end(), month, int(match["day"]), _century(match["year"]), weekday, numeric=shape is _NUMBERS
        )
        either = (Order.MONTH_FIRST, Order.DAY_FIRST) if found.numeric else (Order.MONTH_FIRST,)
        if any(found.in_order(order) for order in either):
            yield found


def _month_before(text: str, start: int) -> re.Match[str] | None:
    """Return the word before a day, its month perhaps."""
    return _MONTH_BEFORE.search(text, max(0, start - _REACH), start)


def _month(written: str) -> int | None:
    return int(written) if written.isdecimal() else MONTHS.get(written.lower())


def _weekday_before(text: str, start: int) -> tuple[int, int | None]:
    """Return where a day begins with its weekday, and the weekday."""
    match = _BEFORE.search(text[max(0, start - _REACH) : start])
    if match is None:
        return start, None
    return max(0, start - _REACH) + match.start(), WEEKDAYS[match["weekday"].lower()]


def _century(year: str | None) -> int | None:
    if not year:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)


def order_of(found: Iterable[Day], *, month_first_zone: bool, day_first_hint: bool) -> Order:
    """Return the order of day and month that the dates of a text themselves prove, else what hints make likely.

    :param month_first_zone: a time zone of the United States stands beside a date
    :param day_first_hint: the language or a time zone is one of those that put the day first
    """
    numeric = [day for day in found if day.numeric]
    proven = {
        Order.DAY_FIRST if day.month > 12 else Order.MONTH_FIRST for day in numeric if day.month > 12 or day.day > 12
    }
    if len(proven) == 1:
        return proven.pop()
    if proven or month_first_zone == day_first_hint:
        return Order.UNKNOWN
    return Order.MONTH_FIRST if month_first_zone else Order.DAY_FIRST


def weekday_of(year: int, month: int, day: int) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return date(year, month, day).weekday()
