"""Days and months whose year other dates of the sentence tell: *In 1945, … on August 6*, *from May to July 2022*."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder import edtf
from builder.annotate.dates.expression import Absolute, Dated, Expression, Found, Length, Moment, Which
from builder.annotate.dates.yearly import InYear, Yearly

_OPENING = re.compile(r"[\"“‘'(]?(?:In|By|During|Back in|Early in|Late in)\s(?:early\s|late\s|mid-)?")
_WHEN = re.compile(r",?\swhen\b")
_LISTED = re.compile(r"(?:\s?,)?\s?(?:and|or|to|through|until|till|[-–—])\s?(?:(?:in|on|the)\s)?|,\s")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class SaidYear:
    """A year that the sentence said before."""

    value: str
    """EDTF."""

    def resolve(self, _moment: Moment, /) -> Dated | None:
        """Return the year."""
        return Dated(self.value, "text", f"in {self.value}, as the sentence says before (text)")


def in_frame(text: str, start: int, found: Sequence[Found]) -> list[Found]:
    """Return the dates of a sentence, those without a year in the year that it opens with, where it does.

    A year tells it too, of what follows, where “when” stands behind it: *in 2018, when floods came in May*.
    """
    framed: list[Found] = []
    year = None
    for number, one in enumerate(found):
        framed.append(_in_year(one, year))
        if not (isinstance(one.meaning, Absolute) and _YEAR.fullmatch(one.meaning.value)):
            continue
        if _WHEN.match(text, one.end) or (not number and _OPENING.fullmatch(text, start, one.start)):
            year = SaidYear(one.meaning.value)
    return framed


def _in_year(one: Found, year: Expression | None) -> Found:
    """Return a date as one of a year, where it has none of its own."""
    if year is None or not (isinstance(one.meaning, Yearly) and one.meaning.which is Which.ANY):
        return one
    return replace(one, meaning=InYear(one.meaning, year))


def share_year(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the dates of a sentence, those without a year in the year of the one they are listed with.

    *From May to July 2022* and *in June, July and August last year*: what stands before the last of them lies in its
    year, or in the one before where it comes later in the year.
    """
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        one, other = shared[at], shared[at + 1]
        if _LISTED.fullmatch(text, one.end, other.start) and (meaning := _in_year_of(one.meaning, other.meaning)):
            shared[at] = replace(one, meaning=meaning)
    return shared


def _in_year_of(one: Expression | Length, other: Expression | Length) -> Expression | None:
    if not (isinstance(one, Yearly) and one.which is Which.ANY):
        return None
    if isinstance(other, InYear):
        return InYear(one, other.year)
    end = edtf.parse(other.value) if isinstance(other, Absolute) else None
    if not (end and end.first and end.precision in (edtf.Precision.DAY, edtf.Precision.MONTH)):
        return None
    starts = (one.in_year(end.first.year + step) for step in (0, -1))
    return next((Absolute(start.text) for start in starts if start and start.first and start.first <= end.first), None)
