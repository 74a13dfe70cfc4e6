"""A scale of time that gives each stretch its room: long stretches in which nothing happens are cut short."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from typing import Final

from builder.edtf import year_of
from builder.pages.words import Words

SHORTEST_CUT: Final = 45
"""Days. No stretch shorter than this is cut."""
CUT_FACTOR: Final = 3
"""A stretch longer than this many times the upper quartile of all stretches is cut to that length."""

BEFORE: Final = 1 / 3
AFTER: Final = 1 / 6
"""The most room that what lies before and after the story's own period gets, as shares of the room of that period."""
MOST_YEARS: Final = 60
"""Years, decades or centuries looked at for names on the axis."""
LONGEST_BY_MONTH: Final = 20 * 366
"""Days."""
STEPS: Final = (1, 2, 7, 14)
"""Days between two that are named on the axis."""
LONGEST_BY_DAY: Final = 200
"""Days."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A date named on the axis."""

    place: float
    """From 0, the start of the axis, to 1, its end."""
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places on an axis; linear between two neighbouring days that matter."""

    days: tuple[int, ...]
    """Ordinals of the days that matter, ascending; never empty."""
    places: tuple[float, ...]
    """Where these days stand, from 0 to 1."""
    cuts: tuple[int, ...]
    """Indexes of the days after which a stretch is cut short."""

    def place(self, day: int) -> float:
        """Return where a day stands; days outside stand at the ends."""
        after = bisect_right(self.days, day)
        if after == 0:
            return self.places[0]
        if after == len(self.days):
            return self.places[-1]
        first, last = self.days[after - 1], self.days[after]
        share = (day - first) / (last - first)
        return self.places[after - 1] + share * (self.places[after] - self.places[after - 1])


def make_scale(days: Sequence[int], story: tuple[int, int]) -> Scale:
    """Return the scale of some days, given as ordinals in any order; at least one.

    What lies before and after ``story``, the first and the last day of the story's own period, gets a third of the
    axis at most.
    """
    known = tuple(sorted(set(days)))
    stretches = [later - earlier for earlier, later in pairwise(known)]
    if not stretches:
        return Scale(known, (0.5,), ())
    before = sum(day <= story[0] for day in known[1:])
    after = max(before, len(stretches) - sum(day >= story[1] for day in known[:-1]))
    longest = _longest(stretches[before:after] or stretches)
    widths: list[float] = [min(stretch, longest) for stretch in stretches]
    cuts = {index for index, stretch in enumerate(stretches) if stretch > longest}
    own = sum(widths[before:after])
    for part, most, joint in ((slice(0, before), BEFORE, before - 1), (slice(after, None), AFTER, after)):
        room = sum(widths[part])
        if own and room > own * most:
            widths[part] = [width * own * most / room for width in widths[part]]
            cuts.add(joint)
    places = tuple(accumulate(widths, initial=0.0))
    return Scale(known, tuple(place / places[-1] for place in places), tuple(sorted(cuts)))


def _longest(stretches: Sequence[int]) -> int:
    """Return the days beyond which a stretch is cut short."""
    return max(SHORTEST_CUT, CUT_FACTOR * sorted(stretches)[len(stretches) * 3 // 4])


def ticks(scale: Scale, apart: float, words: Words) -> tuple[Tick, ...]:
    """Return the dates to name on an axis, no two closer than ``apart`` (a share of the axis), in order of time."""
    chosen: list[Tick] = []
    for day, label in _candidates(scale, apart, words):
        place = scale.place(day)
        if all(abs(place - other.place) >= apart and label != other.label for other in chosen):
            chosen.append(Tick(place, label))
    return tuple(sorted(chosen, key=lambda tick: tick.place))


def _candidates(scale: Scale, apart: float, words: Words) -> Iterator[tuple[int, str]]:
    """Give days that may be named: where the axis starts and starts again, then years, months and days."""
    starts = [0, *(cut + 1 for cut in scale.cuts)]
    for start in starts:
        yield scale.days[start], _named(scale.days[start], words)
    ends = [*scale.cuts, len(scale.days) - 1]
    runs = [(scale.days[start], scale.days[end]) for start, end in zip(starts, ends, strict=True)]
    for first, last in runs:
        yield from _years(first, last, words)
    for first, last in runs:
        yield from _months(first, last, words)
    for first, last in runs:
        yield from _days(scale, (first, last), apart, words)


def _named(day: int, words: Words) -> str:
    """Return the name of a day where the axis starts: its month, or its year where that begins or is before our era."""
    known = date.fromordinal(day) if day > 0 else None
    return words.short_month(known) if known and (known.month, known.day) != (1, 1) else words.year(year_of(day))


def _years(first: int, last: int, words: Words) -> Iterator[tuple[int, str]]:
    """Give the first days of years from one day to another, as ordinals: of each year, decade or century."""
    if first < 1:
        return
    start, end = date.fromordinal(first).year, date.fromordinal(last).year
    step = next(step for step in (1, 10, 100, 1000) if (end - start) // step < MOST_YEARS)
    for year in range(start // step * step, end + 1, step):
        if year and date(year, 1, 1).toordinal() >= first:
            yield date(year, 1, 1).toordinal(), words.year(year)


def _months(first: int, last: int, words: Words) -> Iterator[tuple[int, str]]:
    """Give each first of another month; none where the years alone fill the axis."""
    if last - first > LONGEST_BY_MONTH or first < 1:
        return
    start, end = date.fromordinal(first), date.fromordinal(last)
    for count in range(start.year * 12 + start.month, end.year * 12 + end.month):
        if count % 12:
            day = date(count // 12, count % 12 + 1, 1)
            yield day.toordinal(), words.short_month(day)


def _days(scale: Scale, run: tuple[int, int], apart: float, words: Words) -> Iterator[tuple[int, str]]:
    """Give days at the same distance from each other, as near as may be; none where months are near enough."""
    first, last = run
    if not 0 < last - first <= LONGEST_BY_DAY or first < 1:
        return
    room = (scale.place(last) - scale.place(first)) / (last - first)
    step = next((step for step in STEPS if room * step >= apart), None)
    for day in range(first, last + 1, step) if step else ():
        yield day, words.short_day(date.fromordinal(day))
