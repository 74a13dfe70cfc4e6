"""Holidays: the day of each in a year."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from builder.annotate.dates import words
from builder.annotate.dates.absolute import WHICH, which_of
from builder.annotate.dates.expression import Expression, Rule
from builder.annotate.dates.yearly import Yearly
from builder.annotate.numbers import alternation


def easter(year: int) -> date:
    """Return Easter Sunday of a year by the anonymous Gregorian algorithm (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """Return a weekday of a month: the first for 1, the last for -1; Monday is 0."""
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def _fixed(month_and_day: str, year: int) -> str:
    return f"{year:04}-{month_and_day}"


def _from_easter(days: int, year: int) -> str:
    return (easter(year) + timedelta(days=days)).isoformat()


def _on_weekday(month: int, weekday: int, which: int, later: int, year: int) -> str:
    return (nth_weekday(year, month, weekday, which) + timedelta(days=later)).isoformat()


def _rule_of(definition: str) -> Callable[[int], str]:
    """Return what gives a holiday's date in a year, from its line in the list."""
    parts = definition.split()
    if parts[0] == "easter":
        return partial(_from_easter, int(parts[1]))
    if len(parts) == 1:
        return partial(_fixed, parts[0])
    later = int(parts[3]) if len(parts) > 3 else 0
    return partial(_on_weekday, int(parts[0]), words.WEEKDAYS[parts[1]], int(parts[2]), later)


def _known() -> dict[str, Yearly]:
    found = {}
    for line in words.LISTS["holidays"]:
        name, _, definition = line.partition(" = ")
        fixed = definition if definition[0].isdigit() and " " not in definition else ""
        found[name] = Yearly(name, _rule_of(definition), without_year=f"XXXX-{fixed}" if fixed else "")
    return found


_HOLIDAYS = _known()
_FORMS = {form: name for name in _HOLIDAYS for form in (name, name.replace("'", "’"))}
_HOLIDAY = re.compile(
    rf"\b{WHICH}(?P<name>(?i:{alternation(_FORMS)}))(?![\w-])"
    r"(?!\s(?i:trees?|cards?|carols?|gifts?|presents?|songs?|island|bunny|eggs?)\b)"
)


def _read_holiday(match: re.Match[str]) -> Expression | None:
    if match["name"].islower():
        return None
    return replace(_HOLIDAYS[_FORMS[match["name"].lower()]], which=which_of(match))


RULES = (
    Rule(
        "holiday",
        frozenset(word for name in _HOLIDAYS for word in re.findall(r"[a-z]+", name) if len(word) > 3),
        _HOLIDAY,
        _read_holiday,
    ),
)
