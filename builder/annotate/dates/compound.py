"""Dates made of other dates: from one to another, the week of a day, about when."""

from dataclasses import dataclass

from builder import edtf
from builder.annotate.dates import periods
from builder.annotate.dates.expression import Dated, Expression, Moment


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another."""

    first: Expression
    last: Expression

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the interval, where the first date does not come after the last."""
        ends = self.first.resolve(moment), self.last.resolve(moment)
        if ends[0] is None or ends[1] is None:
            return None
        value = f"{_start(ends[0].value)}/{_end(ends[1].value)}"
        source, evidence = (ends[0], ends[1])[bool(ends[1].source)].source, ends[1].evidence or ends[0].evidence
        return Dated(value, source, evidence) if edtf.parse(value) else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that a day lies in."""

    day: Expression

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return that week."""
        day = self.day.resolve(moment)
        found = day and edtf.parse(day.value)
        if not (day and found and found.first and found.precision is edtf.Precision.DAY):
            return None
        value = periods.period("week", found.first)
        return Dated(value, day.source, day.evidence) if value else None


@dataclass(frozen=True, slots=True)
class Rough:
    """About when: early, late or around a date."""

    inner: Expression

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the date with the mark of approximation, unless it is as short as a week."""
        dated = self.inner.resolve(moment)
        found = dated and edtf.parse(dated.value)
        if not (dated and found) or _is_short(found):
            return dated
        rough = periods.approximately(dated.value)
        return Dated(rough, dated.source, dated.evidence) if edtf.parse(rough) else dated


def _is_short(value: edtf.Edtf) -> bool:
    return value.first is not None and value.last is not None and (value.last - value.first).days < 7


def _start(value: str) -> str:
    return value.partition("/")[0]


def _end(value: str) -> str:
    return value.rpartition("/")[2]
