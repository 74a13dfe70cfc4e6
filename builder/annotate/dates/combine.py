"""Neighbouring expressions that mean one date together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder import edtf
from builder.annotate.dates.compound import Between
from builder.annotate.dates.expression import Absolute, Expression, Found, Length
from builder.annotate.dates.mentioned import FromText, TimeOfDay
from builder.annotate.dates.relative import Away, Step
from builder.annotate.dates.weekdays import DayOfWeek, FromToday, Weekday
from builder.annotate.dates.yearly import InYear, OnWeekday, Yearly

_ANY_LEAP_YEAR = 2000
"""Has every day of a year."""


def _is_year(meaning: object) -> bool:
    if isinstance(meaning, Absolute):
        return len(meaning.value) == 4 and meaning.value.isdigit()
    return isinstance(meaning, Step | FromText | Away) and meaning.unit == "year"


def is_day(meaning: object) -> bool:
    """Say whether an expression means a single day, with or without its year."""
    if isinstance(meaning, Absolute):
        value = edtf.parse(meaning.value)
        return value is not None and value.precision is edtf.Precision.DAY
    return isinstance(meaning, Yearly) and meaning.without_year.count("-") == 2


def _is_days(meaning: object) -> bool:
    """Say whether an expression means two days, or the days from one to another."""
    value = meaning.value if isinstance(meaning, Absolute) else _any_year(meaning)
    ends = re.split("[/,]", value.strip("{}[]"))
    return len(ends) > 1 and all(map(is_day, map(Absolute, ends)))


def _any_year(meaning: object) -> str:
    return (meaning.of_year(_ANY_LEAP_YEAR) or "") if isinstance(meaning, Yearly) else ""


def _weekday_and_day(one: Expression, other: Expression) -> Expression | None:
    if isinstance(one, Weekday) and _is_days(other):
        return other
    if not (isinstance(one, Weekday) and is_day(other)):
        return None
    return OnWeekday(other, one.weekday) if isinstance(other, Yearly) else other


def _yearly_and_year(one: Expression, other: Expression) -> Expression | None:
    return InYear(one, other) if isinstance(one, Yearly) and _is_year(other) else None


def _year_and_yearly(one: Expression, other: Expression) -> Expression | None:
    return _yearly_and_year(other, one)


def _weekday_and_week(one: Expression, other: Expression) -> Expression | None:
    if isinstance(one, Weekday) and isinstance(other, Step) and other.unit == "week":
        return DayOfWeek(one.weekday, other.steps)
    return None


def _today_and_day(one: Expression, other: Expression) -> Expression | None:
    if isinstance(one, FromToday) and is_day(other):
        return other
    if isinstance(one, FromToday) and isinstance(other, OnWeekday):
        return other
    return None


@dataclass(frozen=True, slots=True)
class _Join:
    """What makes one expression of two."""

    name: str
    glue: re.Pattern[str]
    """Matches all that stands between the two."""
    join: Callable[[Expression, Expression], Expression | None]


def _clock_and_date(one: Expression, other: Expression) -> Expression | None:
    return other if isinstance(one, TimeOfDay) and not isinstance(other, TimeOfDay) else None


def _date_and_clock(one: Expression, other: Expression) -> Expression | None:
    return _clock_and_date(other, one)


def _week_ago_and_weekday(one: Expression, other: Expression) -> Expression | None:
    if isinstance(one, Away) and one.unit == "week" and one.count and isinstance(other, Weekday):
        return DayOfWeek(other.weekday, one.count)
    return None


_JOINS = (
    _Join("weekday and day", re.compile(r",?\s(?:the\s)?|\s\("), _weekday_and_day),
    _Join("day of a year", re.compile(r",?\s(?:of\s|in\s)?(?:the\s)?|-|\s\("), _yearly_and_year),
    _Join("day of a year", re.compile(r"['’]s\s|\s"), _year_and_yearly),
    _Join("weekday of a week", re.compile(r"\s(?:of\s)?"), _weekday_and_week),
    _Join("weekday of a week", re.compile(r"\s(?:on\s)?"), _week_ago_and_weekday),
    _Join("time of a day", re.compile(r",?\s(?:on\s|\()?"), _clock_and_date),
    _Join("time of a day", re.compile(r",?\s(?:at\s|around\s|about\s)?"), _date_and_clock),
    _Join("today and day", re.compile(r",\s|\s\("), _today_and_day),
)
_TO = re.compile(r"\s?(?:[-–—]|\b(?:to|until|till|through|thru)\b)\s?")
_LONGEST_GLUE = 12
"""Characters that may stand between two expressions made one."""


def combine(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the expressions with those made one that mean one date together; they come in order of place."""
    combined: list[Found] = []
    for one in found:
        while combined and (joined := _joined(text, combined[-1], one)):
            combined.pop()
            one = joined
        combined.append(one)
    return combined


def _joined(text: str, one: Found, other: Found) -> Found | None:
    glue = text[one.end : other.start]
    if len(glue) > _LONGEST_GLUE or isinstance(one.meaning, Length) or isinstance(other.meaning, Length):
        return None
    for rule in _JOINS:
        if rule.glue.fullmatch(glue) and (meaning := rule.join(one.meaning, other.meaning)):
            closed = "(" in glue and text[other.end : other.end + 1] == ")"
            return Found(one.start, other.end + closed, rule.name, meaning)
    if _TO.fullmatch(glue) and (ends := _ends(one.meaning, other.meaning, glue)):
        return Found(one.start, other.end, "from one to another", Between(*ends))
    return None


def _ends(one: Expression, other: Expression, glue: str) -> tuple[Expression, Expression] | None:
    """Return both ends of an interval, or ``None`` where the words are two dates.

    A start without a year gets the year of the end, or the one before. Between two whole dates only a dash makes an
    interval; *from 1991 to 1997* names two.
    """
    kinds = (Absolute, Yearly, InYear, OnWeekday)
    if not (isinstance(one, kinds) and isinstance(other, kinds)):
        return None
    if isinstance(one, Yearly) and isinstance(other, Absolute):
        end = edtf.parse(other.value)
        if not (end and end.first):
            return None
        starts = [start for step in (0, -1) if (start := one.in_year(end.first.year + step))]
        known = [start for start in starts if start.first and start.first <= end.first]
        return (Absolute(known[0].text), other) if known else None
    return (one, other) if type(one) is type(other) and not glue.strip().isalpha() else None
