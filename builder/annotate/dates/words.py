"""The words of the calendar: what they mean, and the patterns that match them."""

from builder.annotate import wordlists
from builder.annotate.numbers import alternation

LISTS = wordlists.of_language(wordlists.ENGLISH, "calendar")


def _meanings(section: str, first: int) -> dict[str, int]:
    """Return each form of the words of a list with the place of its word, counted from ``first``."""
    return {form: n for n, forms in enumerate(LISTS[section], first) for form in forms.split("/")}


def _full(section: str) -> tuple[str, ...]:
    return tuple(forms.partition("/")[0] for forms in LISTS[section])


MONTHS = _meanings("months", 1)
"""Lower-case form to number, from 1."""
WEEKDAYS = _meanings("weekdays", 0)
"""Lower-case form to number; Monday is 0."""
SEASONS = _meanings("seasons", 21)
"""Lower-case form to the EDTF code of the season."""
DECADES = {word: 20 + 10 * n for n, word in enumerate(LISTS["decades"])}
"""Lower-case word to the years of the century that it begins with."""
WEEKDAY_NAMES = tuple(name.title() for name in _full("weekdays"))
MONTH_NAMES = tuple(name.title() for name in _full("months"))

UNITS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")
"""Units of time, from short to long."""
UNIT_FORMS = {form: unit for unit in UNITS for form in (unit, f"{unit}s")} | {"centuries": "century"}
del UNIT_FORMS["centurys"]

_ALSO_OTHER_WORDS = frozenset(["may", "march"])


def _cased(words: tuple[str, ...]) -> str:
    """Return a pattern for names as print has them: with a capital or all capitals, in small letters where safe."""
    forms = [form for word in words for form in (word.title(), word.upper())]
    return alternation([*forms, *(word for word in words if word not in _ALSO_OTHER_WORDS)])


def _short(section: str) -> tuple[str, ...]:
    return tuple(form for forms in LISTS[section] for form in forms.split("/")[1:])


MONTH_NAME = rf"(?:{_cased(_full('months'))})"
"""Matches the full name of a month."""
_SHORT_MONTH = alternation([form for word in _short("months") for form in (word.title(), word.upper())])
MONTH = rf"(?:{MONTH_NAME}\b|(?:{_SHORT_MONTH})\b\.?)"
"""Matches a month, its name in full or cut short."""
WEEKDAY_NAME = rf"(?:{_cased(_full('weekdays'))})"
"""Matches the full name of a weekday."""
SHORT_WEEKDAY = rf"(?:{alternation([form.title() for form in _short('weekdays')])})\b\.?"
"""Matches a weekday cut short, which other words look like: only safe before a date."""
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9])"
"""Matches the day of a month in figures."""
YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9])"
"""Matches a year in four figures."""
UNIT = rf"(?:{alternation(UNIT_FORMS)})\b"
"""Matches a unit of time, singular or plural."""
SEASON = rf"(?:{alternation(SEASONS)})"
"""Matches a season in small letters."""


def any_of(section: str) -> str:
    """Return a pattern that matches any word of a list."""
    return f"(?:{alternation(LISTS[section])})"


MONTH_WORDS = frozenset(MONTHS)
WEEKDAY_WORDS = frozenset(WEEKDAYS)
UNIT_WORDS = frozenset(UNIT_FORMS)


def month(word: str) -> int:
    """Return the number of a month that ``MONTH`` matched."""
    return MONTHS[word.rstrip(".").lower()]


def weekday(word: str) -> int:
    """Return the number of a weekday that ``WEEKDAY_NAME`` or ``SHORT_WEEKDAY`` matched; Monday is 0."""
    return WEEKDAYS[word.rstrip(".").lower()]


def unit(word: str) -> str:
    """Return the unit that ``UNIT`` matched, in the singular."""
    return UNIT_FORMS[word.lower()]
