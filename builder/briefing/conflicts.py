"""Conflicting accounts: one thing told with different figures or dates, or asserted and denied.

Two sentences are on one thing where they are alike without what is compared, and where nothing in them says otherwise:
another day, another thing counted. Nothing is weighed or averaged; the accounts stand side by side. What can't be told
from two things that merely resemble each other is left out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.annotate.span import Label
from builder.briefing.alike_facts import Compared, Pair, account_of, conflict_of, linked, resembling
from builder.briefing.comparison import Conflict, Counted
from builder.briefing.counting import counted, on_other_days, told_of
from builder.briefing.days import single_day
from builder.briefing.denials import denials
from builder.briefing.facts import Fact, Facts
from builder.briefing.figures import can_both_be, is_scale_slip, read_amount
from builder.briefing.likeness import stems_of
from builder.briefing.lives import lives
from builder.briefing.same_thing import plainly_one, plainly_two
from builder.grouping import grouped
from builder.memo import Memo

FIGURE = 0.55
"""Likeness from which on two sentences with a figure are on one thing."""
RESEMBLING = 0.2
"""Likeness from which on two sentences with a figure are looked at for whether they are plainly on one thing."""
DAYS = 7
"""Figures published further apart may both have been right in their time."""
LONGEST = 300
"""Characters. A longer sentence is a list or a heap of headlines."""
FEWEST_WORDS = 4
"""Words that the rest of a sentence must have to be compared."""

_FURTHER = frozenset("another additional further more other extra".split())
"""Of what is told beside such a word there is more elsewhere."""


def find_conflicts(told: Facts, differing: Sequence[Pair]) -> tuple[Conflict, ...]:
    """Return what sources tell differently, by kind, then in order of the first account.

    ``differing`` are the figures that do, as of :func:`differing_figures`.
    """
    return (*_figures(differing), *denials(told[Label.CLAIM], told[Label.QUOTE]), *lives(told[Label.DATE]))


def _figures(differing: Sequence[Pair]) -> Iterator[Conflict]:
    """Yield what is told with figures that can't all be right, in articles of the same days."""
    for group in linked([pair for pair in differing if _days_apart(*pair) <= DAYS]):
        yield conflict_of("figure", group[0].span.value("unit"), group, [fact.span.value("value") for fact in group])


def differing_figures(told: Facts, memo: Memo) -> tuple[Pair, ...]:
    """Return the pairs of facts of different articles that tell one thing with different figures."""
    compared = [
        one
        for slug, mine in grouped(told[Label.QUANTITY], lambda fact: fact.article.slug).items()
        for one in memo.take((_comparable, slug), _comparable, tuple(mine))
    ]
    return memo.take(_differing, _differing, tuple(compared))


def figures_of(differing: Sequence[Pair]) -> tuple[tuple[Counted, Counted], ...]:
    """Return figures that differ as readers see them."""
    return tuple((_figure(one), _figure(other)) for one, other in differing)


def _figure(fact: Fact) -> Counted:
    return Counted(account_of(fact, fact.span.value("value")), fact.span.start)


def _comparable(told: Sequence[Fact]) -> tuple[Compared, ...]:
    """Return those figures of an article that may be told elsewhere too; what a sentence counts twice is left out."""
    found = [
        Compared(fact, what, stems_of(rest))
        for fact in told
        if _is_whole(fact) and (what := counted(fact)) and len((rest := told_of(fact, what)).split()) >= FEWEST_WORDS
    ]
    places = [(one.fact.passage.citation, one.fact.sentence, one.kind) for one in found]
    counts = Counter(places)
    return tuple(one for one, place in zip(found, places, strict=True) if counts[place] == 1)


def _differing(compared: Sequence[Compared]) -> tuple[Pair, ...]:
    return tuple(
        pair
        for pair, likeness in resembling(compared, RESEMBLING, range(len(compared)))
        if _figures_differ(*pair) and (plainly_one(*pair) or (likeness >= FIGURE and not plainly_two(*pair)))
    )


def _is_whole(fact: Fact) -> bool:
    """Say whether a fact gives a figure that can be read, in a sentence of some brevity, and all of what it counts."""
    if len(fact.sentence) > LONGEST or read_amount(fact.span.value("value")) is None:
        return False
    return _FURTHER.isdisjoint([*fact.before.casefold().split()[-1:], *fact.words.casefold().split()])


def _figures_differ(one: Fact, other: Fact) -> bool:
    left, right = read_amount(one.span.value("value")), read_amount(other.span.value("value"))
    if left is None or right is None or can_both_be(left, right) or is_scale_slip(left, right):
        return False
    return one.article.slug != other.article.slug and not on_other_days(one, other)


def _days_apart(one: Fact, other: Fact) -> int:
    """Return how many days lie between the publications; 0 where one of them is not known."""
    first, second = single_day(one.article.published), single_day(other.article.published)
    return abs((first - second).days) if first and second else 0
