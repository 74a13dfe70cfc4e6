"""Weekdays and the words for the days around today."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from builder.annotate.dates import periods, words
from builder.annotate.dates.absolute import WHICH, which_of
from builder.annotate.dates.expression import Dated, Direction, Expression, Moment, Rule, Which, after, before


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, seen from the day of publication."""

    weekday: int
    """Monday is 0."""
    which: Which = Which.ANY

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the day that the tense and the word before it point to: back unless they say forward."""
        published = moment.published
        if published is None:
            return None
        ahead = (self.weekday - published.weekday()) % 7
        forward = self._points_forward(moment.direction)
        steps = ahead if forward else -((7 - ahead) % 7)
        if steps == 0 and self.which in (Which.LAST, Which.NEXT):
            steps = 7 if forward else -7
        relation = f"{words.WEEKDAY_NAMES[self.weekday]} {'after' if forward else 'before'}"
        return _dated(published, steps, f"{relation} {published} (published)")

    def _points_forward(self, direction: Direction) -> bool:
        match self.which:
            case Which.LAST | Which.SINCE:
                return False
            case Which.NEXT:
                return True
            case Which.THIS:
                return direction is not Direction.PAST
        return direction is Direction.FUTURE


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday of a week that other words name: ``Tuesday of next week``."""

    weekday: int
    """Monday is 0."""
    steps: int
    """How many weeks after the week of publication; below 0, before it."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the day of that week."""
        published = moment.published
        if published is None:
            return None
        steps = 7 * self.steps + self.weekday - published.weekday()
        return _dated(published, steps, f"{words.WEEKDAY_NAMES[self.weekday]} of the week, {published} (published)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A weekday with the day of its month: ``Saturday the 18th``."""

    weekday: int
    """Monday is 0."""
    day: int
    """Of the month."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the nearest such day, on the side of the day of publication that the tense points to."""
        published = moment.published
        if published is None:
            return None
        sign = 1 if moment.direction is Direction.FUTURE else -1
        for steps in range(0, sign * _NEAR, sign):
            day = _days_on(published, steps)
            if day and (day.weekday(), day.day) == (self.weekday, self.day):
                return _dated(published, steps, f"the nearest such day to {published} (published)")
        return None


@dataclass(frozen=True, slots=True)
class FromToday:
    """A day some days from the day of publication: ``yesterday``."""

    steps: int
    """Days; below 0, before the day of publication."""
    word: str
    """As it is cited in evidence."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return that day."""
        if moment.published is None:
            return None
        return _dated(moment.published, self.steps, f"{self.word}, seen from {moment.published} (published)")


def _dated(published: date, steps: int, evidence: str) -> Dated | None:
    day = _days_on(published, steps)
    return Dated(periods.day(day), "published", evidence) if day else None


def _days_on(published: date, steps: int) -> date | None:
    """Return the day so many days on; ``None`` where the calendar of :mod:`datetime` has ended."""
    try:
        return published + timedelta(days=steps)
    except OverflowError:
        return None


_NEAR = 100
"""Days that are looked at: about three months."""
_NUMBERED = re.compile(
    rf"\b(?P<weekday>{words.WEEKDAY_NAME}),?\s(?:the\s)?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)\b"
    rf"(?!\s(?:of\s)?{words.MONTH_NAME})"
)
_WEEKDAY = re.compile(rf"\b{WHICH}(?P<weekday>{words.WEEKDAY_NAME})\b")
_SHORT_WEEKDAY = re.compile(
    rf"\b(?P<weekday>{words.SHORT_WEEKDAY})(?=,?\s\(?(?:{words.MONTH}\s[0-9]|[0-9]{{1,2}}\s{words.MONTH}))"
)
_OF_A_NAME = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Sun|Star|People|Independent|World|Night\s(?:Live|Football)|"
    r"Morning\sHerald|Bloody|Group)\b"
)
_WEEK = re.compile(r"\sweek\b")
_WEEK_FROM = re.compile(r"\bweeks?\s(?:from|after|before)\s(?:next\s|last\s)?\Z")
_NAMES_A_DAY = re.compile(r"\b(?:Black|Bloody|Super|Blue|Casual|Cyber|Ruby|Man|every|each)\s\Z", re.IGNORECASE)

_AROUND_TODAY = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tonite": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_TODAY = re.compile(rf"\b(?:{'|'.join(_AROUND_TODAY)})\b", re.IGNORECASE)
_PART_OF_A_NAME = re.compile(r"[A-Z]\w*\s\Z")
_QUOTED = re.compile(r"[\"“][^\"“”]{0,12}[\"”]")


def _read_weekday(match: re.Match[str]) -> Expression | None:
    if _OF_A_NAME.match(after(match)) or _NAMES_A_DAY.search(before(match)):
        return None
    if _WEEK.match(after(match)) or _WEEK_FROM.search(before(match)):
        return None
    return Weekday(words.weekday(match["weekday"]), which_of(match))


def _read_numbered(match: re.Match[str]) -> Expression:
    return Numbered(words.weekday(match["weekday"]), int(match["day"]))


def _read_short(match: re.Match[str]) -> Expression:
    return Weekday(words.weekday(match["weekday"]))


def _read_today(match: re.Match[str]) -> Expression | None:
    """Read a day around today, unless it is the name of a newspaper or a programme."""
    word = match[0].lower()
    named = _PART_OF_A_NAME.search(before(match)) or _QUOTED.match(match.string, max(0, match.start() - 1))
    return None if match[0][0].isupper() and named else FromToday(_AROUND_TODAY[word], word)


RULES = (
    Rule("weekday with its number", words.WEEKDAY_WORDS, _NUMBERED, _read_numbered),
    Rule("weekday", words.WEEKDAY_WORDS, _WEEKDAY, _read_weekday),
    Rule("weekday cut short", words.WEEKDAY_WORDS, _SHORT_WEEKDAY, _read_short),
    Rule(
        "day around today",
        frozenset(["yesterday", "today", "tonight", "tonite", "tomorrow", "night", "morning", "afternoon", "evening"]),
        _TODAY,
        _read_today,
    ),
)
