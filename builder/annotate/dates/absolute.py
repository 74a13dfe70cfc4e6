"""Days, months and years that stand in the text, with and without their year."""

import re
from functools import lru_cache, partial

from builder import edtf
from builder.annotate.dates import words
from builder.annotate.dates.expression import Absolute, Expression, Rule, Which, after, before
from builder.annotate.dates.yearly import Yearly
from builder.annotate.numbers import alternation, ordinal

_WHICH = {
    "last": Which.LAST, "past": Which.LAST, "this past": Which.LAST, "previous": Which.LAST,
    "this": Which.THIS, "this coming": Which.NEXT, "next": Which.NEXT, "coming": Which.NEXT,
}  # fmt: skip
WHICH = rf"(?:(?P<which>{alternation([*_WHICH, *(word.capitalize() for word in _WHICH)])})\s)?"
"""Matches the word that says which of several is meant."""
_SHORT_YEAR = r"['’][0-9]{2}(?![0-9])"
_IN_YEAR = rf"(?P<year>{words.YEAR}|{_SHORT_YEAR})"
_SPOKEN_DAY = r"first|second|third|[a-z]{4,7}th|(?:twenty|thirty)[- ][a-z]{5,7}"
_LINK = r"(?P<link>\s?(?:[-–—]|to|until|through|and|or|&)\s?)"
_MORE_DAYS = rf"{_LINK}(?P<last>{words.DAY})(?!\s?[-/:.]?[0-9])"
_MONTH_FIRST = (
    rf"\b{WHICH}(?P<month>{words.MONTH})\s(?:the\s)?(?P<day>{words.DAY}|(?:{_SPOKEN_DAY})\b)"
    r"(?![:/][0-9]|\.[0-9]|,[0-9]{3})"
)
_YEAR_BEHIND = rf"(?:,?\s{_IN_YEAR}(?!\s?(?:{words.UNIT}|percent|%))\b)?"
_MONTH_BEHIND = rf"\s(?:of\s)?(?P<month>{words.MONTH})(?:,?\s{_IN_YEAR}\b)?"

_MONTH_DAY = re.compile(_MONTH_FIRST + _YEAR_BEHIND)
_MONTH_DAYS = re.compile(_MONTH_FIRST + _MORE_DAYS + r"\b" + _YEAR_BEHIND)
_DAY_MONTH = re.compile(rf"\b(?P<day>{words.DAY}){_MONTH_BEHIND}")
_DAYS_MONTH = re.compile(
    rf"\b(?P<day>{words.DAY}){_LINK}(?:{words.WEEKDAY_NAME},?\s)?(?P<last>{words.DAY})(?!\s?[-/:.]?[0-9]){_MONTH_BEHIND}"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{words.MONTH})(?:,?\s|-|\sof\s){_IN_YEAR}\b")
_MONTH = re.compile(rf"\b{WHICH}(?P<month>{words.MONTH_NAME}|(?<=mid-){words.MONTH})\b")
_NUMERIC = re.compile(
    r"(?<![0-9/.\-])(?:(?P<iso>[12][0-9]{3}(?P<part>[-/.])[0-9]{2}(?P=part)[0-9]{2})"
    r"|(?P<one>[0-9]{1,2})(?P<mark>[/.\-])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>[12][0-9]{3}|[0-9]{2}))"
    r"(?![0-9/\-]|\.[0-9])"
)

_CALLS_FOR_A_MONTH = re.compile(rf"\b{words.any_of('call for a month')}[\s-](?:the\s)?\Z", re.IGNORECASE)
_ALLOWS_A_MONTH = re.compile(rf"\b(?:{words.any_of('allow a month')}|{words.DAY})[\s-]\Z", re.IGNORECASE)
_CALLS_FOR_MAY = re.compile(
    rf"\b{words.any_of('call for may')}[\s-]\Z|\b{words.MONTH_NAME}\s(?:and|or|to)\s\Z", re.IGNORECASE
)
_PERSON = re.compile(r"\b([A-Z][a-z]+)\.?\s(May|March|June|April|August)\b(?!\s[0-9])")
_NO_FIRST_NAMES = frozenset(words.LISTS["before a month"]) | words.WEEKDAY_WORDS | words.MONTH_WORDS
_OWNS = re.compile(r"['’]")
_BY = re.compile(r"\b(?:by|of|from)\s\Z")
_CAPITALISED = re.compile(r"['’]?\s?[A-Z][a-z]|-[A-Z]")
_TO_A_PLACE = re.compile(r"\s(?:on|for|of|against|to)\s")
_IS_BETWEEN = re.compile(rf"\b[Bb]etween\s(?:{words.WEEKDAY_NAME},?\s)?\Z")
_SINCE = re.compile(r"\bsince\s(?:the\s)?(?:(?:early|late|mid)[\s-])?\Z", re.IGNORECASE)
FROM_TO = "{}/{}"
"""How EDTF writes from one day to another."""
_ONE_OF = "[{},{}]"
_BOTH = "{{{},{}}}"
_BETWEEN = {FROM_TO: "to", _ONE_OF: "or", _BOTH: "and"}
_ANY_LEAP_YEAR = 2000


def of_year(month: int, day: int | None, last: int | None, joined: str, year: int) -> str:
    """Return a month, a day of it, or the days to the last one as ``joined`` writes two of them, in a year as EDTF."""
    start = f"{year:04}-{month:02}"
    if day is None:
        return start
    if last is None:
        return f"{start}-{day:02}"
    return joined.format(f"{start}-{day:02}", f"{start}-{last:02}")


def _year(word: str) -> int:
    """Return a year from four figures or from two, which an apostrophe may stand before."""
    figures = word.lstrip("'’")
    return int(figures) if len(figures) == 4 else short_year(int(figures))


def short_year(figures: int) -> int:
    """Return the year that two figures mean, which lies from 1930 to 2029."""
    return figures + (1900 if figures >= 30 else 2000)


def _day_number(word: str) -> int | None:
    return int(word.rstrip("stndrh")) if word[0].isdigit() else ordinal(word)


def _read_day(match: re.Match[str]) -> Expression | None:
    """Read a day of a month, with or without a year."""
    day = _day_number(match["day"])
    return _dated(match, day, None, FROM_TO) if day else None


def _read_days(match: re.Match[str]) -> Expression | None:
    """Read two days of a month or those from one to another, with or without a year."""
    day, last = _day_number(match["day"]), _day_number(match["last"])
    if day is None or last is None or last <= day:
        return None
    between = last == day + 1 or _IS_BETWEEN.search(before(match)) is not None
    return _dated(match, day, last, _joined(match["link"].strip(), between=between))


def _dated(match: re.Match[str], day: int, last: int | None, joined: str) -> Expression | None:
    year = _year(match["year"]) if match["year"] else None
    return _day_of_month(words.month(match["month"]), day, last, joined, year, which_of(match))


@lru_cache(maxsize=1024)
def _day_of_month(
    month: int, day: int, last: int | None, joined: str, year: int | None, which: Which
) -> Expression | None:
    """Return a day of a month or several, in a year or once in every one; ``None`` where there is no such day."""
    in_year = partial(of_year, month, day, last, joined)
    if edtf.parse(in_year(_ANY_LEAP_YEAR)) is None:
        return None
    if year is not None:
        value = in_year(year)
        return Absolute(value) if edtf.parse(value) else None
    name = f"{words.MONTH_NAMES[month - 1]} {day}" + (f" {_BETWEEN[joined]} {last}" if last else "")
    without_year = in_year(0).replace("0000", "XXXX") if joined == FROM_TO else ""
    return Yearly(name, in_year, which, without_year)


def _joined(word: str, *, between: bool) -> str:
    """Return how EDTF writes two days with such a word between them.

    They are an interval where they follow each other, and behind "between".
    """
    if word == "or":
        return _ONE_OF
    return _BOTH if word in ("and", "&") and not between else FROM_TO


def _read_month_year(match: re.Match[str]) -> Expression | None:
    if match["month"].lower() in ("may", "march") and match["month"].islower():
        return None
    return Absolute(f"{_year(match['year']):04}-{words.month(match['month']):02}")


@lru_cache(maxsize=4)
def _people(text: str) -> frozenset[str]:
    """Return the names of months that are a person's somewhere in a text: Theresa May, Mr. March."""
    return frozenset(match[2] for match in _PERSON.finditer(text) if match[1].lower() not in _NO_FIRST_NAMES)


def _read_month(match: re.Match[str]) -> Expression | None:
    """Read the name of a month alone, unless it looks like a verb or somebody's name."""
    name = match["month"]
    called_for = bool(match["which"] or _CALLS_FOR_A_MONTH.search(before(match)))
    allowed = called_for or bool(_ALLOWS_A_MONTH.search(before(match)))
    if not called_for and _CAPITALISED.match(after(match, 3)):
        return None
    if name.lower() == "may" and not (match["which"] or _CALLS_FOR_MAY.search(before(match))):
        return None
    if name in _people(match.string) and (not called_for or _OWNS.match(after(match, 2)) or _BY.search(before(match))):
        return None
    if name.lower() == "march" and not (called_for or (allowed and not _TO_A_PLACE.match(after(match, 12)))):
        return None
    month = words.month(name)
    in_year = partial(of_year, month, None, None, "")
    return Yearly(words.MONTH_NAMES[month - 1], in_year, which_of(match), f"XXXX-{month:02}")


def which_of(match: re.Match[str]) -> Which:
    """Return what the word before the rest of the match says, where the pattern holds ``WHICH``."""
    word = match.groupdict().get("which")
    if word:
        return _WHICH[word.lower()]
    return Which.SINCE if _SINCE.search(before(match)) else Which.ANY


def _read_numeric(match: re.Match[str]) -> Expression | None:
    """Read a date in figures; where day and month can't be told apart, one of two days is meant."""
    if match["iso"]:
        value = match["iso"].replace(match["part"], "-")
        return Absolute(value) if edtf.parse(value) else None
    if match["mark"] != "/" and len(match["year"]) == 2:
        return None
    one, two, year = (
        int(match["one"]),
        int(match["two"]),
        _year(match["year"]),
    )
    month_first, day_first = f"{year:04}-{one:02}-{two:02}", f"{year:04}-{two:02}-{one:02}"
    order = (day_first,) if match["mark"] == "." else (month_first, day_first)
    days = sorted({value for value in order if edtf.parse(value)})
    if not days:
        return None
    return Absolute(days[0] if len(days) == 1 else f"[{','.join(days)}]")


RULES = (
    Rule("month and day", words.MONTH_WORDS, _MONTH_DAY, _read_day),
    Rule("month and days", words.MONTH_WORDS, _MONTH_DAYS, _read_days),
    Rule("day and month", words.MONTH_WORDS, _DAY_MONTH, _read_day),
    Rule("days and month", words.MONTH_WORDS, _DAYS_MONTH, _read_days),
    Rule("month and year", words.MONTH_WORDS, _MONTH_YEAR, _read_month_year),
    Rule("month", words.MONTH_WORDS, _MONTH, _read_month),
    Rule("date in figures", frozenset(["####", "##"]), _NUMERIC, _read_numeric),
)
