"""What a figure counts, and in which words of its sentence that is told."""

import re
from functools import lru_cache

from builder.annotate.span import Label
from builder.briefing.facts import Fact

DEAD = "the dead"
"""What is counted where people have died, whatever the words for it."""

_DEATHS = frozenset("dead death fatalitie killed".split())
_PERSONS = frozenset("people person".split())
_DIED = re.compile(r"\s(?:(?:have|has|had|were|was|are|is|been|also)\s){0,4}(?:died|dead|killed)\b", re.IGNORECASE)
_KILLED = re.compile(r"\b(?:kill|kills|killed|killing)\s\Z", re.IGNORECASE)
_OF_DEATH = re.compile(r"\b(?:died|dead|deaths?|fatalit(?:y|ies)|kill(?:s|ed|ing)?)\b", re.IGNORECASE)


def counted(fact: Fact) -> str:
    """Return the last word of what is counted, without case and the s of a plural; of deaths always the same word.

    Some of the dead alone (“confirmed deaths”, “civilians killed”) are another thing.
    """
    words = _words(fact.span.value("unit"))
    died = _PERSONS.issuperset(words) and (_DIED.match(fact.after) or _KILLED.search(fact.before))
    if words and (died or (words[-1] in _DEATHS and _PERSONS.issuperset(words[:-1]))):
        return DEAD
    return words[-1] if words else ""


def told_of(fact: Fact, what: str) -> str:
    """Return what is told beside the figure: not who says so and when, nor how a sentence puts that people died.

    ``what`` is what is counted.
    """
    start, end = told_range(fact)
    first = fact.span.start - len(fact.before)
    before, after = fact.before[start - first :], fact.after[: end - fact.span.end]
    told = f"{before} {after}"
    return _OF_DEATH.sub("", told) if what == DEAD else told


def on_other_days(one: Fact, other: Fact) -> bool:
    """Say whether what is told is of different days, or was said on different days."""
    return any(left and right and not left & right for left, right in zip(_days(one), _days(other), strict=True))


def _days(fact: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """Return the days within what is told, and the days of the rest of the sentence: when it was said."""
    start, end = told_range(fact)
    dates = [span for span in fact.spans if span.label is Label.DATE]
    within = [span for span in dates if start <= span.start and span.end <= end]
    return (
        frozenset(span.value("value") for span in within),
        frozenset(span.value("value") for span in dates if span not in within),
    )


def told_range(fact: Fact) -> tuple[int, int]:
    """Return the offsets of the claim that the figure stands in, else of the sentence."""
    claims = (
        (span.start, span.end)
        for span in fact.spans
        if span.label is Label.CLAIM and span.start <= fact.span.start and fact.span.end <= span.end
    )
    return next(claims, (fact.span.start - len(fact.before), fact.span.end + len(fact.after)))


@lru_cache(maxsize=1 << 14)
def _words(unit: str) -> tuple[str, ...]:
    return tuple(re.sub(r"(?<=\w\w\w)s\Z", "", word) for word in unit.casefold().split())
