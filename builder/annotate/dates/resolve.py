"""Works out the dates of an article from its day of publication and from each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from builder import edtf
from builder.annotate.dates import periods
from builder.annotate.dates.expression import Dated, Direction, Found, Length, Moment

_REMEMBERED = 4
"""How many dates before in the text an expression may refer to."""
FAR = 4
"""Paragraphs from which on a time of day no longer belongs to a date before."""
_ANY_YEARS = (2023, 2024)
"""Two years with other weekdays, one of them a leap year, that stand in for one that is not known."""
_AWAY = timedelta(days=400)
"""To a day of another year, month and week."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """An expression and where the tense around it points."""

    found: Found
    direction: Direction
    paragraph: int = 0
    """The number of its paragraph."""


def resolve(expressions: Sequence[Pointed], published: str) -> list[Dated | None]:
    """Return the date of each expression of an article, or ``None`` for durations and what can't be worked out.

    ``published`` is EDTF or ``unknown``. Where it is no single day, only what comes out alike from its first and
    last day, or from different years where the year is not known, counts as worked out. Where it is uncertain, so is
    all that would be another date if it were another day.
    """
    if published.startswith("XXXX"):
        one, other = (_resolve(expressions, _day(f"{year}{published[4:]}")) for year in _ANY_YEARS)
        return [_without_year(a, b) for a, b in zip(one, other, strict=True)]
    value = edtf.parse(published)
    if value is None or value.first is None or value.last is None:
        return _resolve(expressions, None)
    dates = _resolve(expressions, value.first)
    if value.first != value.last:
        dates = _alike(dates, _resolve(expressions, value.last))
    if not value.uncertain:
        return dates
    others = _resolve(expressions, value.first + (_AWAY if value.first.year < _ANY_YEARS[0] else -_AWAY))
    return [_uncertain(one, other) for one, other in zip(dates, others, strict=True)]


def _alike(dates: Sequence[Dated | None], late: Sequence[Dated | None]) -> list[Dated | None]:
    return [one if one and other and one.value == other.value else None for one, other in zip(dates, late, strict=True)]


def _uncertain(dated: Dated | None, other: Dated | None) -> Dated | None:
    """Return a date as uncertain where it is not the one that comes out from another day of publication."""
    if dated is None or (other and other.value == dated.value):
        return dated
    value = periods.uncertainly(dated.value)
    return replace(dated, value=value) if edtf.parse(value) else dated


def _day(value: str) -> date | None:
    found = edtf.parse(value)
    return found.first if found and found.precision is edtf.Precision.DAY else None


def _without_year(one: Dated | None, other: Dated | None) -> Dated | None:
    """Return what was worked out alike from two years, with the year unknown where it is theirs."""
    if one is None or other is None:
        return None
    if one.value == other.value:
        return one
    values = [dated.value.replace(f"{year:04}-", "XXXX-") for dated, year in zip((one, other), _ANY_YEARS, strict=True)]
    return replace(one, value=values[0]) if values[0] == values[1] and edtf.parse(values[0]) else None


def _resolve(expressions: Sequence[Pointed], published: date | None) -> list[Dated | None]:
    dates: list[Dated | None] = []
    mentioned: tuple[edtf.Edtf, ...] = ()
    paragraph = 0
    for pointed in expressions:
        meaning = pointed.found.meaning
        if isinstance(meaning, Length):
            dates.append(None)
            continue
        near = pointed.paragraph - paragraph < FAR
        dated = meaning.resolve(Moment(published, mentioned, pointed.direction, near))
        dates.append(dated)
        if dated and dated.remembered and (value := edtf.parse(dated.value)) and edtf.is_dated(value):
            mentioned = (value, *mentioned[: _REMEMBERED - 1])
            paragraph = pointed.paragraph
    return dates
