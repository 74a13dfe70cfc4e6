"""Whether two sentences with a figure are plainly on one thing, or plainly on two, whatever their other words.

Their names decide, what is done to those who are counted, and what the figure measures. It is never guessed: where a
sentence says nothing of these, it is neither.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from builder.annotate import wordlists
from builder.annotate.span import NAMES, Label
from builder.briefing.counting import told_range
from builder.briefing.days import single_day
from builder.briefing.facts import Fact
from builder.briefing.likeness import stems_of

_SHARED: Final = 0.8
"""Share of the words of the shorter telling that the other must have too."""
_FEWEST_SHARED: Final = 3
"""Words."""

_CALENDAR: Final = wordlists.of_language(wordlists.ENGLISH, "calendar")
_WEEKDAYS_AND_MONTHS: Final = frozenset(
    forms.partition("/")[0].title() for forms in (*_CALENDAR["weekdays"], *_CALENDAR["months"])
)
_TELL_LITTLE: Final = (
    "will would were been have from with this that after before over when which also than into said says"
)
_SMALL: Final = frozenset(stems_of(" ".join((*_WEEKDAYS_AND_MONTHS, _TELL_LITTLE))))
_CAPITALISED: Final = re.compile(r"(?<=[\w,;:)] )[A-Z][\w’'-]*")
"""Matches a word with a capital that does not come from the beginning of a sentence or quotation."""
_JOINED: Final = re.compile(r"\b([A-Z][\w’'-]*) and (?=([A-Z][\w’'-]*))")
_OWNERS: Final = re.compile(r"[’']s?\Z")
_PRONOUN: Final = re.compile(r"(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ww]e)\b")
_PASSIVE: Final = re.compile(r"\s(?:(?:have|has|had|were|was|are|is|been|being|be|also|to|will)\s){1,4}(\w{4,})\b")
_ACTIVE: Final = re.compile(r"\b(\w{2,}(?:ed|ing)|hurt)\s\Z")
_MEASURE: Final = re.compile(r"\b(\w{3,}) of (?:about |some |around |nearly |almost )?\Z")
_INTERIM: Final = re.compile(
    r"\b(?:so far|initially|at first|by (?:noon|midday|midnight|dawn|nightfall|then|now)|up from|earlier (?:said|put)"
    r"|r(?:ose|isen|ising) (?:to|from)|revised|previously|first (?:put|said))\b",
    re.IGNORECASE,
)
"""Matches what says that the figure was, or will be, another at another time."""
_ONE_ACT: Final[Mapping[str, str]] = MappingProxyType(
    {stem: words for words in ("injured wounded hurt", "arrested detained") for stem in stems_of(words)}
)
"""Words that are one act, by the stem of each."""


def plainly_one(one: Fact, other: Fact) -> bool:
    """Say whether independent sources tell one thing of one day: the same names, and the same words but for few."""
    mine, theirs = _words(one), _words(other)
    return (
        one.article.voice != other.article.voice
        and _is_exact(one)
        and _is_exact(other)
        and _of_one_day(one, other)
        and len(mine & theirs) >= max(_FEWEST_SHARED, _SHARED * min(len(mine), len(theirs)))
        and _proper(one) == _proper(other) != frozenset()
        and not plainly_two(one, other)
    )


def plainly_two(one: Fact, other: Fact) -> bool:
    """Say whether two sentences tell two things: each names another, more is counted, something else is done."""
    mine, theirs = _proper(one), _proper(other)
    both = mine & theirs
    return (
        bool(mine - theirs and theirs - mine)
        or any(_counts_more(fact, both) or _INTERIM.search(fact.sentence) for fact in (one, other))
        or any(left and right and left != right for left, right in zip(_said_of(one), _said_of(other), strict=True))
    )


def _counts_more(fact: Fact, both: frozenset[str]) -> bool:
    """Say whether a figure is for more than what both name: ``its plants in Orla and Tarn``."""
    pairs = ({left.casefold(), right.casefold()} for left, right in _JOINED.findall(_beside(fact)))
    return any(len(pair & both) == 1 for pair in pairs)


def _is_exact(fact: Fact) -> bool:
    return fact.span.value("value")[:1] not in "<>~"


def _of_one_day(one: Fact, other: Fact) -> bool:
    """Say whether two sentences name one day, or name none and stand in articles of one day."""
    days, others = _days(one), _days(other)
    if days or others:
        return bool(days & others)
    published = single_day(one.article.published)
    return published is not None and published == single_day(other.article.published)


def _days(fact: Fact) -> frozenset[str]:
    return frozenset(span.value("value") for span in fact.spans if span.label is Label.DATE)


def _said_of(fact: Fact) -> tuple[str, str]:
    """Return what is done to what is counted, and what the figure measures; each empty where it is not told."""
    act = _PASSIVE.match(fact.after) or _ACTIVE.search(fact.before)
    measure = _MEASURE.search(fact.before)
    return _act(act[1]) if act else "", _act(measure[1]) if measure else ""


@lru_cache(maxsize=1 << 12)
def _act(word: str) -> str:
    stem = next(iter(stems_of(word)), word)
    return _ONE_ACT.get(stem, stem)


def _range(fact: Fact) -> tuple[int, int]:
    """Return the offsets of what is told; of the whole sentence where a pronoun stands for who says it."""
    start, end = told_range(fact)
    if _PRONOUN.match(fact.passage.text, start):
        return fact.span.start - len(fact.before), fact.span.end + len(fact.after)
    return start, end


def _beside(fact: Fact) -> str:
    """Return what is told beside the figure."""
    start, end = _range(fact)
    return f"{fact.passage.text[start : fact.span.start]} {fact.passage.text[fact.span.end : end]}"


def _words(fact: Fact) -> frozenset[str]:
    """Return the stems of what is told that tell something."""
    return frozenset(stems_of(_beside(fact))) - _SMALL


def _proper(fact: Fact) -> frozenset[str]:
    """Return the words of the names in what is told, and all others with a capital that no beginning gave them."""
    start, end = _range(fact)
    names = [span for span in (*fact.spans, fact.span) if span is fact.span or span.label in NAMES]
    others = (
        _OWNERS.sub("", match[0])
        for match in _CAPITALISED.finditer(fact.passage.text, start, end)
        if not any(span.start <= match.start() < span.end for span in names)
    )
    entities = (word for name in fact.named(start, end) for word in name.split("-"))
    return frozenset((*entities, *(word.casefold() for word in others if word not in _WEEKDAYS_AND_MONTHS)))
