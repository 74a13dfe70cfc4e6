"""Which of the proposed spans stay.

The policy: quotes go first, then claims, events, names with dates, and quantities, the longer before the
shorter; a span stays unless it crosses one that stayed or breaks the order of nesting, event ⊃ quote or
claim ⊃ the rest. Quotes and claims may hold each other and quantities may hold names and dates; of all
others that overlap, one stays.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from builder.annotate.span import NAMES, STATEMENTS, Label, Span

_ORDER = (
    Label.EVENT,
    Label.QUOTE,
    Label.CLAIM,
    Label.QUANTITY,
    Label.DATE,
    Label.DURATION,
    Label.PERSON,
    Label.ORG,
    Label.PLACE,
)
"""Of spans on the same words the earlier label is the outer or, where only one may stay, the winner."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A span that does not stay, and why."""

    span: Span
    winner: Span | None
    """The span that stayed instead; ``None`` where the lost one holds no words."""
    reason: str
    """In a few words, to be read between the lost span and the winner."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What stays and what does not."""

    kept: tuple[Span, ...]
    """In order of start, outer before inner."""
    lost: tuple[Lost, ...]
    """In the order in which they were considered."""


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _nesting(span: Span) -> tuple[int, int, int]:
    """Return the sort key that puts outer spans before inner ones."""
    return span.start, -span.end, _ORDER.index(span.label)


def _priority(span: Span) -> tuple[object, ...]:
    """Return the sort key of consideration: the longer first, of two alike the one that knows more."""
    quoted = span.label is not Label.QUOTE
    known = (-len(span.values), span.values, span.rule, span.evidence)
    return (quoted, span.start - span.end, _ORDER.index(span.label), span.start, *known)


@dataclass(frozen=True, slots=True)
class _Layer:
    """Spans that stayed and are alike, findable by where they start and where they end."""

    by_start: list[Span] = field(default_factory=list)
    by_end: list[Span] = field(default_factory=list)

    def add(self, span: Span) -> None:
        insort(self.by_start, span, key=_start)
        insort(self.by_end, span, key=_end)

    def outermost(self) -> "_Layer":
        """Return a layer of the spans that lie in no other."""
        outer = _Layer()
        reach = -1
        for span in sorted(self.by_start, key=_nesting):
            if span.end > reach:
                outer.add(span)
                reach = span.end
        return outer

    def same(self, span: Span) -> Span | None:
        """Return a span of exactly these words."""
        low = bisect_left(self.by_start, span.start, key=_start)
        high = bisect_right(self.by_start, span.start, key=_start)
        return next((other for other in self.by_start[low:high] if other.end == span.end), None)

    def cut(self, span: Span) -> Span | None:
        """Return a span that starts or ends inside this one, and not at its edge."""
        return next(self._bounded_inside(span), None)

    def crossed(self, span: Span) -> Span | None:
        """Return a span that overlaps this one without either holding the other."""
        inside = self._bounded_inside(span)
        return next((other for other in inside if other.start < span.start or other.end > span.end), None)

    def holding(self, span: Span) -> Span | None:
        """Return a span that holds all of this one; for layers whose spans do not overlap."""
        index = bisect_right(self.by_start, span.start, key=_start)
        other = self.by_start[index - 1] if index else None
        return other if other and other.end >= span.end else None

    def holding_more(self, span: Span) -> Span | None:
        """Return a span that holds all of this one and more; for layers whose spans do not overlap."""
        other = self.holding(span)
        return other if other and _nesting(other)[:2] != _nesting(span)[:2] else None

    def overlapping(self, span: Span) -> Span | None:
        """Return a span that shares words with this one; for layers whose spans do not overlap."""
        return self.cut(span) or self.holding(span)

    def _bounded_inside(self, span: Span) -> Iterator[Span]:
        """Return the spans that start or end strictly inside this one."""
        return chain(
            _between(self.by_start, span.start, span.end, _start),
            _between(self.by_end, span.start, span.end, _end),
        )


def _between(spans: list[Span], after: int, before: int, key: Callable[[Span], int]) -> Iterator[Span]:
    """Return the spans of a sorted list whose key lies strictly between two offsets."""
    low = bisect_right(spans, after, key=key)
    high = bisect_left(spans, before, key=key)
    return (spans[index] for index in range(low, high))


_Obstacle = tuple[Callable[[Span], Span | None], str]
"""What finds the span that stands in the way, and what the lost one does to it."""


def resolve(spans: Sequence[Span]) -> Resolution:
    """Return which spans stay and which lose to which; the order in which they are given does not matter."""
    ordered = sorted(dict.fromkeys(spans), key=_priority)
    lost = [Lost(span, None, "holds no words") for span in ordered if span.start >= span.end]
    statements, events, names, quantities = _Layer(), _Layer(), _Layer(), _Layer()

    def settle(labels: Collection[Label], layer: _Layer, *obstacles: _Obstacle) -> None:
        for span in ordered:
            if span.label in labels and span.start < span.end:
                loss = _loss(span, obstacles)
                lost.append(loss) if loss else layer.add(span)

    settle(STATEMENTS, statements, (statements.same, "has the words of"), (statements.crossed, "crosses"))
    settle(
        {Label.EVENT},
        events,
        (events.overlapping, "overlaps"),
        (statements.crossed, "crosses"),
        (statements.outermost().holding_more, "lies inside"),
    )
    settle(
        NAMES | {Label.DATE, Label.DURATION},
        names,
        (names.overlapping, "overlaps"),
        (statements.cut, "crosses or holds"),
        (events.cut, "crosses or holds"),
    )
    settle(
        {Label.QUANTITY},
        quantities,
        (quantities.overlapping, "overlaps"),
        (names.holding, "lies inside"),
        (names.crossed, "crosses"),
        (statements.cut, "crosses or holds"),
        (events.cut, "crosses or holds"),
    )
    layers = (statements, events, names, quantities)
    kept = sorted(chain.from_iterable(layer.by_start for layer in layers), key=_nesting)
    return Resolution(tuple(kept), tuple(lost))


def _loss(span: Span, obstacles: Sequence[_Obstacle]) -> Lost | None:
    """Return the loss of a span to the first span found in its way."""
    for find, reason in obstacles:
        if winner := find(span):
            return Lost(span, winner, reason)
    return None
