"""What a calendar expression means, before it is known when the article was published."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from builder.edtf import Edtf


class Direction(StrEnum):
    """Where from the day of publication an expression points, as the tense around it says."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Which(StrEnum):
    """Which of several: the word that stands before a weekday, a month or a season."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    SINCE = "since"
    """The latest that has begun, as the word *since* before it asks for."""
    ANY = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression is worked out from."""

    published: date | None
    """The day of publication; ``None`` where it is not known."""
    mentioned: tuple[Edtf, ...] = ()
    """The dates before in the text, the nearest first."""
    direction: Direction = Direction.OPEN
    near: bool = True
    """Whether the nearest of the dates before stands in the same paragraph or one shortly before."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The date that an expression means."""

    value: str
    """EDTF."""
    source: str = ""
    """``published`` or ``text``: where it was worked out; empty where the words say it all."""
    evidence: str = ""
    """From what it was worked out, in a few words."""
    remembered: bool = True
    """Whether later words may refer to it; a date that is only compared with is not what the text is about."""


class Expression(Protocol):
    """Words that mean a date."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the date that is meant, or ``None`` where it can't be worked out."""


@dataclass(frozen=True, slots=True)
class Length:
    """Words that mean a span of time."""

    value: str
    """ISO 8601 duration; ``X`` stands for a number that is not said."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A family of expressions: how they are found and read."""

    name: str
    triggers: frozenset[str]
    """Words in small letters, one of which stands in every sentence with such an expression; figures count as
    one ``#`` each, up to four."""
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Expression | Length | None]
    """Returns what the words mean, or ``None`` where they mean no time after all."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression where it stands."""

    start: int
    """Offset in the article's text."""
    end: int
    rule: str
    """The name of the rule that found it."""
    meaning: Expression | Length


@dataclass(frozen=True, slots=True)
class Absolute:
    """A date whose words say it all."""

    value: str
    """EDTF."""

    def resolve(self, _moment: Moment, /) -> Dated | None:
        """Return the date itself."""
        return Dated(self.value, evidence="stands in the text")


def before(match: re.Match[str], characters: int = 30) -> str:
    """Return the text that stands before a match, at most some characters of it."""
    return match.string[max(0, match.start() - characters) : match.start()]


def after(match: re.Match[str], characters: int = 30) -> str:
    """Return the text that stands behind a match, at most some characters of it."""
    return match.string[match.end() : match.end() + characters]
