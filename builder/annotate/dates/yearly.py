"""What comes once a year (a day and month, a month, a season, a holiday) and the year that is meant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from builder import edtf
from builder.annotate.dates.expression import Dated, Direction, Expression, Moment, Which

AHEAD_OF_A_PAST = 12
"""How many times farther a date counts that lies ahead where the tense points back. Found on news texts: what is told
in the past had happened, but for the few verbs that are read wrongly."""
BEHIND_A_FUTURE = 4
"""How many times farther a date counts that lies behind where the tense points ahead: *would* and *expected* often
belong to a past."""
NEARLY_AS_NEAR = 1.5
"""Of two dates whose distances differ by less than this factor, the tense has to tell which one is meant."""

_YEARS_AROUND = (0, -1, 1)


@dataclass(frozen=True, slots=True)
class Yearly:
    """Something that comes once a year, named without the year."""

    name: str
    """As it is cited in evidence: ``September 16``."""
    of_year: Callable[[int], str | None]
    """Gives its EDTF in a year, or ``None`` where that year has none."""
    which: Which = Which.ANY
    without_year: str = ""
    """EDTF with the year ``XXXX``; empty where there is none."""
    needs_year: bool = False
    """Whether the words mean a date only together with a year: ``the first half``."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the one that the tense and the word before it point to, seen from the day of publication."""
        published = moment.published
        if self.needs_year:
            return None
        if published is None:
            return Dated(self.without_year, "", "the year is not said") if self.without_year else None
        years = [published.year + step for step in _YEARS_AROUND]
        known = [value for year in years if (value := self.in_year(year))]
        value = self._chosen(known, published, moment.direction)
        return Dated(value.text, "published", f"{self._relation()} {published} (published)") if value else None

    def in_year(self, year: int) -> edtf.Edtf | None:
        """Return its date in a year."""
        value = self.of_year(year) if 1 <= year <= 9999 else None
        return edtf.parse(value) if value else None

    def _chosen(self, known: list[edtf.Edtf], published: date, direction: Direction) -> edtf.Edtf | None:
        match self.which:
            case Which.LAST:
                over = [value for value in known if value.last and value.last < published]
                return max(over, key=edtf.sort_key, default=None)
            case Which.SINCE:
                begun = [value for value in known if value.first and value.first <= published]
                return max(begun, key=edtf.sort_key, default=None)
            case Which.NEXT:
                ahead = [value for value in known if value.first and value.first > published]
                return min(ahead, key=edtf.sort_key, default=None)
            case Which.THIS:
                now = [value for value in known if distance(value, published, Direction.OPEN) == 0]
                return next(iter(now or known), None)
        return _nearest(known, published, direction)

    def _relation(self) -> str:
        match self.which:
            case Which.LAST | Which.SINCE:
                return f"{self.name} before"
            case Which.NEXT:
                return f"{self.name} after"
            case Which.THIS:
                return f"{self.name} in the year of"
        return f"{self.name} nearest to"


def _nearest(known: list[edtf.Edtf], published: date, direction: Direction) -> edtf.Edtf | None:
    """Return the nearest date, marked as uncertain where another is nearly as near and no tense tells them apart."""
    in_order = sorted(known, key=lambda value: distance(value, published, direction))
    if len(in_order) > 1 and direction is Direction.OPEN:
        near, far = (distance(value, published, direction) for value in in_order[:2])
        if near * NEARLY_AS_NEAR > far and (doubtful := edtf.parse(f"{in_order[0].text}?")):
            return doubtful
    return in_order[0] if in_order else None


def distance(value: edtf.Edtf, published: date, direction: Direction) -> int:
    """Return how far from the day of publication a date lies, in days, weighed by what the tense says."""
    if value.last and value.last < published:
        return (published - value.last).days * (BEHIND_A_FUTURE if direction is Direction.FUTURE else 1)
    if value.first and value.first > published:
        return (value.first - published).days * (AHEAD_OF_A_PAST if direction is Direction.PAST else 1)
    return 0


@dataclass(frozen=True, slots=True)
class InYear:
    """Something yearly together with words that say the year: ``September last year``."""

    yearly: Yearly
    year: Expression

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the date in the year that the other words mean."""
        year = self.year.resolve(moment)
        found = year and edtf.parse(year.value)
        if not (year and found and found.first and found.precision is edtf.Precision.YEAR):
            return None
        value = self.yearly.in_year(found.first.year)
        return Dated(value.text, year.source, year.evidence) if value else None


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A day and month with its weekday, which tells the year apart: ``Saturday, September 16``."""

    yearly: Yearly
    weekday: int
    """Monday is 0."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the day in the nearest year in which it falls on that weekday; else as if no weekday were there."""
        published = moment.published
        if published is None:
            return self.yearly.resolve(moment)
        years = range(published.year - 6, published.year + 2)
        fitting = [day for year in years if (day := self.yearly.in_year(year)) and self._fits(day)]
        if not fitting:
            return self.yearly.resolve(moment)
        value = min(fitting, key=lambda day: distance(day, published, moment.direction))
        return Dated(value.text, "published", f"weekday and {self.yearly.name} nearest to {published} (published)")

    def _fits(self, day: edtf.Edtf) -> bool:
        return day.first is not None and day.first.weekday() == self.weekday
