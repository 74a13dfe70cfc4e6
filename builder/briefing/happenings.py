"""Tellings of one happening, gathered from all articles.

Two tellings are one happening where their dates are the same or overlap, they name somebody or something in common or
are copies, and their sentences are alike: the cosine of the words of both, weighted by how few sentences have them. The
less the dates say, the more alike the sentences must be. Candidates come from an index of each sentence's rarest words.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from msgspec import Struct

from builder import edtf
from builder.annotate.span import Label, Span
from builder.briefing.likeness import Vector, cosine, rarest, word_vectors
from builder.briefing.model import Article, Passage, Telling
from builder.urls import Slug

SAME_DATE = 0.35
"""Likeness from which on two tellings with one date are one happening."""
ANNOUNCED = 0.2
"""Likeness of an announcement and a report, both of one day: the two are worded differently."""
NAMES_ANNOUNCED = 2
"""Names that an announcement and a report must share."""
DATES_OVERLAP = 0.5
UNDATED = 0.75
MOST_COMPARED = 20
"""Of the happenings that share a word, so many of the latest are compared: the work stays linear."""


class Report(Struct, frozen=True):
    """One telling, with what is compared."""

    telling: Telling
    article: Article
    passage: Passage
    span: Span
    date: str
    """EDTF, or ``unknown``."""
    stems: tuple[str, ...]
    """Of its sentence, as of :func:`builder.briefing.likeness.stems_of`."""
    named: tuple[tuple[Label, Slug], ...]
    """Who and what its sentence names, in order."""
    names: frozenset[Slug]
    """The same, without their labels."""
    ahead: bool
    """Whether it speaks of what is to come."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that one or more articles tell."""

    date: str
    """The finest date that its tellings give."""
    reports: tuple[Report, ...]
    """In the order in which they were given."""


@dataclass(slots=True)
class _Open:
    """A happening while its reports are gathered; the first has the finest date."""

    first: Report
    days: tuple[int, int]
    """That the first report may be of."""
    vector: Vector
    """Of the first report."""
    numbers: list[int]


def group_reports(reports: Sequence[Report]) -> list[Happening]:
    """Return what the reports tell, each happening once."""
    vectors = word_vectors([report.stems for report in reports])
    happenings: list[_Open] = []
    index: dict[str, list[_Open]] = defaultdict(list)
    for number in sorted(range(len(reports)), key=lambda number: (_days_spanned(reports[number].date), number)):
        report, vector = reports[number], vectors[number]
        rare = rarest(vector)
        same = max(_candidates(index, rare, report, vector), key=lambda found: found[0], default=None)
        if same:
            same[1].numbers.append(number)
            continue
        happening = _Open(report, _days(report.date), vector, [number])
        happenings.append(happening)
        for word in rare:
            index[word].append(happening)
    return [
        Happening(found.first.date, tuple(reports[number] for number in sorted(found.numbers))) for found in happenings
    ]


def _candidates(
    index: Mapping[str, list[_Open]], rare: Sequence[str], report: Report, vector: Vector
) -> Iterator[tuple[float, _Open]]:
    """Yield the happenings that a report may belong to, with their likeness; the first of equals is the oldest."""
    begin, end = _days(report.date)
    for word in rare:
        for happening in index.get(word, [])[-MOST_COMPARED:]:
            first, last = happening.days
            if first > end or begin > last:
                continue
            if happening.first.names.isdisjoint(report.names) and not _is_copy(happening.first, report):
                continue
            least = _least_likeness(happening.first, report)
            if least <= 1 and (likeness := cosine(vector, happening.vector)) >= least:
                yield likeness, happening


def _is_copy(one: Report, other: Report) -> bool:
    """Say whether two tellings of one day have the same words: copies need no name in common."""
    return one.date == other.date and one.stems == other.stems


@lru_cache(maxsize=1 << 16)
def _days(value: str) -> tuple[int, int]:
    """Return the first and the last day that a date may mean, counted from any; of any where it does not tell."""
    parsed = edtf.parse(value)
    if parsed and parsed.ancient:
        return parsed.ancient
    first, last = (parsed.first, parsed.last) if parsed else (None, None)
    return (first or date.min).toordinal(), (last or date.max).toordinal()


def _least_likeness(one: Report, other: Report) -> float:
    """Return how alike two sentences must be for one happening, by what their dates say; over 1: never."""
    left, right = edtf.parse(one.date), edtf.parse(other.date)
    if left is None or right is None:
        return UNDATED
    if one.date == other.date:
        announced = one.ahead != other.ahead and len(one.names & other.names) >= NAMES_ANNOUNCED
        return ANNOUNCED if announced and left.precision is edtf.Precision.DAY else SAME_DATE
    return DATES_OVERLAP if edtf.overlaps(left, right) else math.inf


def _days_spanned(value: str) -> int:
    """Return how many days a date may mean: the finest first, the undated last."""
    parsed = edtf.parse(value)
    if parsed and parsed.ancient:
        return parsed.ancient[1] - parsed.ancient[0]
    if parsed is None or parsed.first is None or parsed.last is None:
        return edtf.sort_key(None)[0]
    return (parsed.last - parsed.first).days
