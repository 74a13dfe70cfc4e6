"""The year that opens a sentence and holds for the days and months behind it: *In 1945, … on August 6*."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.annotate.dates.expression import Absolute, Dated, Found, Moment, Which
from builder.annotate.dates.yearly import InYear, Yearly

_OPENING = re.compile(r"[\"“‘'(]?(?:In|By|During|Back in|Early in|Late in)\s(?:early\s|late\s|mid-)?")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class OpeningYear:
    """A year that the sentence said before."""

    value: str
    """EDTF."""

    def resolve(self, _moment: Moment, /) -> Dated | None:
        """Return the year."""
        return Dated(self.value, "text", f"the sentence opens with {self.value} (text)")


def in_frame(text: str, start: int, found: Sequence[Found]) -> list[Found]:
    """Return the dates of a sentence, those without a year in the year that it opens with, where it does."""
    opening = found[0].meaning if found else None
    if not (isinstance(opening, Absolute) and _YEAR.fullmatch(opening.value)):
        return list(found)
    if not _OPENING.fullmatch(text, start, found[0].start):
        return list(found)
    year = OpeningYear(opening.value)
    return [
        replace(one, meaning=InYear(one.meaning, year))
        if isinstance(one.meaning, Yearly) and one.meaning.which is Which.ANY
        else one
        for one in found
    ]
