"""Periods of the calendar as EDTF: the day, week, month … that holds a day, and those some steps away."""

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from builder import edtf

WEEKEND = "weekend"


def day(of: date) -> str:
    """Return a day as EDTF."""
    return of.isoformat()


def days(first: date, last: date) -> str:
    """Return the days from the first to the last as EDTF."""
    return f"{first.isoformat()}/{last.isoformat()}"


def _day(of: date, steps: int) -> str:
    return day(of + timedelta(days=steps))


def _week(of: date, steps: int) -> str:
    monday = of + timedelta(days=7 * steps - of.weekday())
    return days(monday, monday + timedelta(days=6))


def _weekend(of: date, steps: int) -> str:
    saturday = of + timedelta(days=7 * steps + 5 - of.weekday())
    return days(saturday, saturday + timedelta(days=1))


def _month(of: date, steps: int) -> str:
    months = of.year * 12 + of.month - 1 + steps
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _quarter(of: date, steps: int) -> str:
    quarters = of.year * 4 + (of.month - 1) // 3 + steps
    return f"{quarters // 4:04}-{quarters % 4 + 33}"


def _year(of: date, steps: int) -> str:
    return f"{of.year + steps:04}"


def _decade(of: date, steps: int) -> str:
    return f"{of.year // 10 + steps:03}X"


def _century(of: date, steps: int) -> str:
    return f"{of.year // 100 + steps:02}XX"


_PERIODS: dict[str, Callable[[date, int], str]] = {
    "day": _day,
    "week": _week,
    "weekend": _weekend,
    "fortnight": lambda of, steps: _week(of, 2 * steps),
    "month": _month,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
    "century": _century,
}
STEPS_OF_YEARS = {"decade": 10, "century": 100}


def period(unit: str, of: date, steps: int = 0) -> str | None:
    """Return the period of a unit that holds a day, or one some steps later or, below 0, earlier.

    ``None`` where the calendar of EDTF does not reach: before the year 1 and after 9999.
    """
    if abs(steps) > MAXYEAR:
        return None
    try:
        value = _PERIODS[unit](of, steps)
    except OverflowError:
        return None
    return value if edtf.parse(value) else None


def away(unit: str, of: date, steps: int) -> str | None:
    """Return when it was or will be so many units from a day: decades and centuries away a year is meant."""
    if unit in STEPS_OF_YEARS:
        return period("year", of, steps * STEPS_OF_YEARS[unit])
    return period(unit, of, steps)


def approximately(value: str) -> str:
    """Return a value with ``~`` behind each of its dates that has no mark yet."""
    return _each(value, lambda part: part if part.endswith(("?", "~", "%")) else f"{part}~")


def uncertainly(value: str) -> str:
    """Return a value with each of its dates marked as uncertain too: ``?``, or ``%`` where it has a ``~``."""
    return _each(value, _doubted)


def _doubted(part: str) -> str:
    if part.endswith(("?", "%")):
        return part
    return f"{part[:-1]}%" if part.endswith("~") else f"{part}?"


def _each(value: str, marked: Callable[[str], str]) -> str:
    """Return a value with each of its dates marked; the open end of an interval is none."""
    return "/".join(part if part == ".." else marked(part) for part in value.split("/"))
