"""Marks joined where there are too many to tell apart: by day where the story happens, by longer units far from it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812
from datetime import timedelta
from typing import Final

from builder import edtf
from builder.edtf import Precision
from builder.pages.dates import in_words, short_month
from builder.pages.timeline_values import Mark, Room
from builder.pages.words import Words

SPARE: Final = 0.05
"""Share of the weight of all marks that may lie before the story's own period, and behind it."""
NEAR: Final = 1 / 4
"""What lies within this share of the story's own period before or behind it is drawn as finely as the story."""
FAR: Final = 1 / 3
"""Share of the marks of a lane that may lie far from the story."""

_Unit = Callable[[str, Words], str]


@dataclass(frozen=True, slots=True)
class Period:
    """The story's own period, as ordinals of days."""

    first: int
    last: int

    def near(self, mark: Mark) -> bool:
        """Whether a mark lies in the period, or not far from it."""
        around = round((self.last - self.first) * NEAR)
        return not mark.background and self.first - around <= mark.first <= self.last + around


def story_of(marks: Sequence[Mark]) -> Period:
    """Return the story's own period; a few light marks before and behind are left out. At least one mark."""
    told = [mark for mark in marks if not mark.background] or marks
    spare = SPARE * sum(mark.weight for mark in told)
    ordered = sorted(told, key=lambda mark: mark.first)
    first, last = _beyond(ordered, spare).first, _beyond(reversed(ordered), spare).last
    return Period(first, max(first, last))


def _beyond(marks: Iterable[Mark], spare: float) -> Mark:
    """Return the first mark with which the marks weigh ``spare`` together, or more."""
    for mark in marks:
        spare -= mark.weight
        if spare <= 0:
            break
    return mark


def joined(marks: Sequence[Mark], room: Room, words: Words) -> tuple[Mark, ...]:
    """Return the marks as they are where there is room for them, else those of a lane and a day, a week … as one."""
    if len(marks) <= room.single:
        return tuple(marks)
    period = story_of(marks)
    far = [mark for mark in marks if not period.near(mark)]
    groups = _grouped([mark for mark in marks if period.near(mark)], room.joined, words)
    groups += _grouped(far, int(room.joined * FAR), words)
    heaviest = max(sum(mark.weight for mark in found) for _, found in groups)
    drawn = [_one(words, name, found, heaviest) for name, found in groups]
    return tuple(sorted(drawn, key=lambda mark: (mark.first, mark.last, mark.lane)))


def _grouped(marks: Sequence[Mark], most: int, words: Words) -> list[tuple[str, list[Mark]]]:
    """Return the marks by the shortest unit of which no lane has more than ``most``, each group with its name."""
    for unit in _UNITS:
        groups: dict[tuple[int, str], list[Mark]] = {}
        for mark in marks:
            groups.setdefault((mark.lane, unit(mark.date, words)), []).append(mark)
        if max(Counter(lane for lane, _ in groups).values(), default=0) <= most:
            break
    return [(name, found) for (_, name), found in groups.items()]


def _week(date: str, words: Words) -> str:
    known = edtf.parse(date)
    if known is None or known.first is None or known.precision is not Precision.DAY:
        return in_words(date, words)
    monday = known.first - timedelta(days=known.first.weekday())
    sunday = Day.fromordinal(min(monday.toordinal() + 6, Day.max.toordinal()))
    return in_words(f"{monday.isoformat()}/{sunday.isoformat()}", words)


def _quarter(date: str, words: Words) -> str:
    known = edtf.parse(date)
    if known is None or known.first is None or known.precision not in (Precision.DAY, Precision.MONTH):
        return _year(date, words)
    return in_words(f"{known.first.year:04}-{33 + (known.first.month - 1) // 3}", words)


def _year(date: str, words: Words) -> str:
    known = edtf.parse(date)
    if known and (known.ancient or known.precision in (Precision.DECADE, Precision.CENTURY)):
        return in_words(date, words)
    return words.year(known.first.year) if known and known.first else ""


def _decade(date: str, words: Words) -> str:
    known = edtf.parse(date)
    if known and (known.ancient or known.precision is Precision.CENTURY):
        return in_words(date, words)
    return in_words(f"{known.first.year // 10:03}X", words) if known and known.first else ""


_UNITS: Final[tuple[_Unit, ...]] = (in_words, _week, short_month, _quarter, _year, _decade)
"""From the shortest."""


def _one(words: Words, name: str, marks: Sequence[Mark], most: float) -> Mark:
    """Return one mark for several, labelled with the heaviest; ``most`` is the weight of the heaviest group."""
    heaviest = max(marks, key=lambda mark: mark.weight)
    weight = sum(mark.weight for mark in marks) / max(1.0, most)
    if len(marks) == 1:
        return replace(heaviest, weight=weight)
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    same = all((mark.first, mark.last) == (first, last) for mark in marks)
    return Mark(
        heaviest.date,
        first,
        last if same else first,
        heaviest.lane,
        weight,
        heaviest.label,
        f"{words.count(len(marks), 'event')}, {name}",
        marks[0].href,
        planned=all(mark.planned for mark in marks),
        background=all(mark.background for mark in marks),
        approximate=same and all(mark.approximate for mark in marks),
    )
