"""Which articles tell the same story: reports of one happening that came out within days of each other.

Articles are compared by the cosine of their tf-idf vectors (G. Salton and C. Buckley, "Term-weighting approaches in
automatic text retrieval", 1988) and grouped by average link (R. Sokal and C. Michener, "A statistical method for
evaluating systematic relationships", 1958): two groups become one while their articles are alike on average, which
no two are of which no articles are alike. As vectors have length 1, that average is the product of the groups' summed
vectors, so no step compares all pairs.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from operator import mul
from sys import intern

from builder.briefing.days import single_day
from builder.briefing.sharing import count_shared
from builder.briefing.wording import joined
from builder.content.wording import Stems
from builder.memo import NO_MEMO, Memo

LIKENESS = 0.22
"""Mean cosine from which on two groups of articles tell the same story."""
DAYS = 10
"""A story is over by then: articles published further apart tell what followed, not the same."""
LONE_WORD = 0.5
"""Weight of a word that no other article has: the less it counts, the less an outlet's own manner parts articles."""
TELLING_WORDS = 25
"""How many of an article's weightiest words bring candidates."""
SHARED_WORDS = 3
"""How many of them two articles must share to be compared."""
DIGITS = 2
"""Behind the point, of how rare a word is: an article more or less changes it for few words."""
MOST_HOLDERS = 30
"""Of a word that more articles share, each is compared with the next alone: the work stays linear."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Report:
    """What of an article tells which story it is about."""

    stems: tuple[str, ...]
    """Its words without their endings, each once, in alphabetical order."""
    weights: tuple[float, ...]
    """How much each counts."""
    day: int | None
    """Day of publication, counted from any day; ``None`` where it is not known."""


@dataclass(slots=True)
class _Group:
    """Articles that were found to tell one story."""

    members: list[int]
    total: Vector
    """The sum of their vectors."""
    days: tuple[int, ...]
    """The first and the last known day of publication; empty where none is known."""


def report_of(words: Stems, published: str) -> Report:
    """Return what tells an article's story; ``published`` is its day of publication as EDTF, or ``unknown``."""
    day = single_day(published)
    stems = tuple(map(intern, words.stems.split()))  # an article's words are mostly those of others too
    return Report(stems, tuple(map(_damped, words.counts)), day.toordinal() if day else None)


def group_stories(
    reports: Sequence[Report], copies: Iterable[tuple[int, int]] = (), memo: Memo = NO_MEMO
) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the reports, from 0, in groups that tell the same story; every report is in one group.

    ``copies`` are pairs of reports in largely the same words: one story, if they are of the same days. Into one group
    come only reports that pairs of alike ones link, over however many.
    """
    vectors = _vectors(reports, memo)
    copied = [pair for pair in copies if _is_near(reports[pair[0]], reports[pair[1]])]
    alike = [pair for pair in _candidates(vectors, memo) if _are_alike(reports, vectors, pair, memo)]
    linked: dict[int, list[int]] = defaultdict(list)
    for number, leader in enumerate(joined(len(reports), [*copied, *alike])):
        linked[leader].append(number)
    copies_in, alike_in = _by_leader(linked, copied), _by_leader(linked, alike)
    stories = [
        tuple(numbers[place] for place in story)
        for leader, numbers in linked.items()
        for story in memo.take(
            (_stories_among, leader),
            _stories_among,
            tuple([vectors[number] for number in numbers]),
            tuple([reports[number].day for number in numbers]),
            copies_in.get(leader, ()),
            alike_in.get(leader, ()),
        )
    ]
    return tuple(sorted(stories))


def _are_alike(reports: Sequence[Report], vectors: Sequence[Vector], pair: tuple[int, int], memo: Memo) -> bool:
    one, other = pair
    if not _is_near(reports[one], reports[other]):
        return False
    return memo.take((_product, pair), _product, vectors[one], vectors[other]) >= LIKENESS


def _by_leader(
    linked: Mapping[int, Sequence[int]], pairs: Iterable[tuple[int, int]]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return pairs of numbers by the leader of both, as places among those it leads."""
    places = {number: (leader, place) for leader, numbers in linked.items() for place, number in enumerate(numbers)}
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for left, right in pairs:
        found[places[left][0]].append((places[left][1], places[right][1]))
    return {leader: tuple(mine) for leader, mine in found.items()}


def _stories_among(
    vectors: Sequence[Vector],
    days: Sequence[int | None],
    copied: Sequence[tuple[int, int]],
    alike: Sequence[tuple[int, int]],
) -> tuple[tuple[int, ...], ...]:
    """Return the places of linked reports in groups that tell the same story."""
    leaders = joined(len(vectors), copied)
    groups: dict[int, _Group] = {}
    for number, (vector, day) in enumerate(zip(vectors, days, strict=True)):
        group = _Group([number], dict(vector), () if day is None else (day, day))
        leader = leaders[number]
        groups[leader] = _joined(groups[leader], group) if leader in groups else group
    neighbours: dict[int, set[int]] = {leader: set() for leader in groups}
    for left, right in alike:
        if leaders[left] != leaders[right]:
            neighbours[leaders[left]].add(leaders[right])
            neighbours[leaders[right]].add(leaders[left])
    _merge(groups, neighbours)
    return tuple(tuple(sorted(group.members)) for group in groups.values())


def _is_near(one: Report, other: Report) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= DAYS


def _merge(groups: dict[int, _Group], neighbours: dict[int, set[int]]) -> None:
    """Join the two groups that are most alike, again and again, until none are alike enough."""
    queue = [
        pair
        for left in groups
        for right in sorted(neighbours[left])
        if left < right
        for pair in _queued(groups, left, right)
    ]
    heapq.heapify(queue)
    following = max(groups, default=0) + 1
    while queue:
        _, left, right = heapq.heappop(queue)
        if left not in groups or right not in groups:
            continue
        groups[following] = _joined(groups.pop(left), groups.pop(right))
        around = (neighbours.pop(left) | neighbours.pop(right)) & groups.keys()
        neighbours[following] = around
        for other in sorted(around):
            neighbours[other].add(following)
            for pair in _queued(groups, other, following):
                heapq.heappush(queue, pair)
        following += 1


def _queued(groups: dict[int, _Group], left: int, right: int) -> Iterator[tuple[float, int, int]]:
    """Yield two groups with their likeness, negative so that the greatest comes first, where it is enough."""
    one, other = groups[left], groups[right]
    days = one.days + other.days
    if days and max(days) - min(days) > DAYS:
        return
    likeness = _product(one.total, other.total) / (len(one.members) * len(other.members))
    if likeness >= LIKENESS:
        yield -likeness, left, right


def _joined(one: _Group, other: _Group) -> _Group:
    if len(one.total) < len(other.total):
        one, other = other, one
    for word, weight in other.total.items():
        one.total[word] = one.total.get(word, 0.0) + weight
    days = one.days + other.days
    return _Group(one.members + other.members, one.total, (min(days), max(days)) if days else ())


def _vectors(reports: Sequence[Report], memo: Memo) -> list[Vector]:
    holders = Counter(chain.from_iterable([report.stems for report in reports]))
    rare = {
        count: round(math.log((len(reports) + 1) / count) * (LONE_WORD if count == 1 else 1.0), DIGITS)
        for count in {*holders.values()}
    }
    rarity = {word: rare[count] for word, count in holders.items()}
    return [
        memo.take((_vector, number), _vector, report, tuple(map(rarity.__getitem__, report.stems)))
        for number, report in enumerate(reports)
    ]


def _vector(report: Report, rarities: Sequence[float]) -> Vector:
    """Return a vector of length 1, its words in alphabetical order."""
    weights = list(map(mul, report.weights, rarities))
    length = math.sqrt(sum(map(mul, weights, weights))) or 1.0
    return dict(zip(report.stems, [weight / length for weight in weights], strict=True))


@lru_cache(maxsize=1 << 10)
def _damped(count: int) -> float:
    return 1 + math.log(count)


def _candidates(vectors: Sequence[Vector], memo: Memo) -> list[tuple[int, int]]:
    """Return the pairs of articles that share some of their weightiest words."""
    telling = tuple([memo.take((_telling, number), _telling, vector) for number, vector in enumerate(vectors)])
    counts = memo.renew(count_shared, count_shared, telling, MOST_HOLDERS).counts
    return sorted([pair for pair, count in counts.items() if count >= SHARED_WORDS])


def _telling(vector: Vector) -> frozenset[str]:
    """Return the weightiest words; of those that weigh the same, the first in alphabetical order."""
    return frozenset(sorted(vector, key=vector.__getitem__, reverse=True)[:TELLING_WORDS])


def _product(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return float(sum(map(mul, left.values(), map(right.get, left, repeat(0.0)))))
