"""Accounts that differ on what happens to somebody once: when they were born, when they died, when they were found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from builder import edtf
from builder.briefing.alike_facts import conflict_of
from builder.briefing.comparison import Conflict
from builder.briefing.days import single_day
from builder.briefing.facts import Fact

_BESIDE: Final = r"(?P<beside>[^;:.!?]{0,90})\Z"
"""What may stand between the verb and its date."""
_BORN: Final = re.compile(r"\b[Bb]orn(?P<beside>(?:,? (?:in|on|at|near|about|around|[A-Z][\w-]*)){0,6},?\s*)\Z")
_DIED: Final = re.compile(rf"\b(?:died|was (?:killed|murdered|shot dead|executed)){_BESIDE}")
_FOUND: Final = re.compile(rf"\bfound dead{_BESIDE}")
_ONCE: Final = (
    ("birth", _BORN, frozenset({"born"})),
    ("death", _DIED, frozenset({"died", "killed", "murdered", "dead"})),
    ("found", _FOUND, frozenset({"dead"})),
)
"""Kind of conflict, how such a sentence goes on to its date, and the verbs of which one alone may stand in it."""
_ELSEWHERE: Final = frozenset(
    "after before when while which that being since because and but until as not nearly almost would could".split()
)
"""Words beside which a date belongs to something else, or to nothing that is sure."""
_WORD: Final = re.compile(r"[a-z]+")
_WEEK: Final = 7
"""Days. Two weekdays so far apart are one, worked out from two days of publication."""


def lives(told: Sequence[Fact]) -> Iterator[Conflict]:
    """Yield people to whom something that happens once is said to have happened at different times.

    A sentence counts that names one person alone and has one such verb, with the date beside it.
    """
    for kind, pattern, verbs in _ONCE:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in told:
            if len(fact.people) == 1 and _is_told(fact, pattern, verbs):
                found[next(iter(fact.people))].append(fact)
        for person, group in found.items():
            values = [fact.span.value("value") for fact in group]
            if any(not _may_be_one(*pair) for pair in combinations(dict.fromkeys(values), 2)):
                yield conflict_of(kind, person, group, values)


def _is_told(fact: Fact, pattern: re.Pattern[str], verbs: frozenset[str]) -> bool:
    match = pattern.search(fact.before)
    if match is None:
        return False
    near = (*_WORD.findall(fact.before[: match.start()])[-2:], *_WORD.findall(match["beside"]))
    if not _ELSEWHERE.isdisjoint(near):
        return False
    return sum(word in verbs for word in _WORD.findall(fact.sentence.casefold())) == 1


def _may_be_one(one: str, other: str) -> bool:
    left, right = edtf.parse(one), edtf.parse(other)
    if left is None or right is None or edtf.overlaps(left, right):
        return True
    first, second = single_day(one), single_day(other)
    return bool(first and second and abs((first - second).days) == _WEEK)
