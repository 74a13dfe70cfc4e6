"""A day that may be the day of publication, how much says so, and what speaks against it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from builder.ingest.document import Fact


class Weight(IntEnum):
    """How much a date says about publication; the highest wins."""

    ADDRESS = 1
    ABOVE_TITLE = 2
    UPDATED = 3
    DATELINE = 4
    BESIDE_TITLE = 5
    PUBLISHED = 6


_FOUND: Final = {
    Weight.ADDRESS: "page address",
    Weight.ABOVE_TITLE: "date above the title",
    Weight.UPDATED: "date of update",
    Weight.DATELINE: "dateline",
    Weight.BESIDE_TITLE: "date line",
    Weight.PUBLISHED: "page date",
}


class Doubt(StrEnum):
    """Why a day that a page shows is not taken."""

    NONE = ""
    ZONE = "zone"
    """The time beside it is on another day in the briefing's zone, or may be: it is American and names no zone."""
    ORDER = "order"
    """Nothing tells which of two numbers is the month."""


_DAYS: Final = {
    Doubt.ZONE: "{0} there and {1} in the briefing's time zone",
    Doubt.ORDER: "{0} or {1}, since nothing tells which number is the month",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that may be the day of publication."""

    value: str
    """EDTF; the year is ``XXXX`` where the seed does not name it; empty where the order of its numbers is in doubt."""
    weight: Weight
    evidence: str
    line: int
    doubt: Doubt = Doubt.NONE
    timed: bool = False
    """Whether a time of day stands beside it: bylines have one, teasers rarely do."""
    possible: tuple[str, ...] = ()
    """Where it is in doubt, the days it may be, as EDTF; of those that zones make two, the page's own comes first."""

    def fact(self) -> Fact:
        """Return the day as a fact about the article; a day of update is only likely to be that of publication."""
        mark = "?" if self.weight is Weight.UPDATED else ""
        return Fact(f"{self.value}{mark}", _FOUND[self.weight], self.evidence, self.line)

    def reason(self) -> str:
        """Return why the day is not taken, with the page's own words and the days they may mean."""
        days = _DAYS[self.doubt].format(*self.possible)
        return f"the page says “{self.evidence}” (line {self.line}), which is {days}"
