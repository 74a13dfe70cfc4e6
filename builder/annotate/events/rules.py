"""What makes a sentence an event: one rule each, in the order in which they are asked."""

import re
from collections.abc import Callable, Iterable

from builder.annotate import wordlists
from builder.annotate.events.reading import Reading

_LISTS = wordlists.read(__package__, "events.txt")
_PAST = frozenset(_LISTS["past"])
_HYPOTHETICAL = frozenset(_LISTS["hypothetical"])
_LEAST_OWN_WORDS = 4
"""Words of a sentence outside quotation marks; with fewer it only says who spoke."""


def _any_of(words: Iterable[str], not_behind: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern for any of some words or phrases, not right behind certain others."""
    guards = "".join(f"(?<! {word})" for word in not_behind)
    return re.compile(f"{guards} (?:{'|'.join(map(re.escape, words))}) ")


_PLANNED = _any_of(_LISTS["planned"])
_STRONG = _any_of(_LISTS["strong"], _LISTS["no verb before"])
_HABIT = frozenset(_LISTS["habit"])


def dated(reading: Reading) -> bool:
    """Say whether a sentence tells what happened at a day or month, or something weighty in a year."""
    placed = reading.fine or (bool(reading.dates) and _STRONG.search(reading.own) is not None)
    return placed and _tells_past(reading) and not _supposed(reading)


def planned(reading: Reading) -> bool:
    """Say whether a sentence tells what is to happen at a date."""
    return reading.fine and _PLANNED.search(reading.own) is not None


def weighty(reading: Reading) -> bool:
    """Say whether a sentence without a date tells, in its own words, what somebody did or suffered."""
    if reading.dates or reading.names < _LEAST_NAMES or _supposed(reading):
        return False
    return _STRONG.search(reading.told) is not None and not _HABIT.intersection(reading.own.split())


_LEAST_NAMES = 2
"""Names in a sentence without a date for it to be an event worth listing."""

RULES: tuple[tuple[str, Callable[[Reading], bool]], ...] = (
    ("planned with a date", planned),
    ("past with a date", dated),
    ("weighty without a date", weighty),
)


def is_candidate(reading: Reading) -> bool:
    """Say whether a sentence is worth asking about: told in the article's own words, and no question."""
    return not reading.question and len(reading.own.split()) >= _LEAST_OWN_WORDS


def _tells_past(reading: Reading) -> bool:
    """Say whether a sentence has a word in the past."""
    return any(word in _PAST or (word.endswith("ed") and len(word) > len("need")) for word in reading.own.split())


def _supposed(reading: Reading) -> bool:
    """Say whether a sentence tells, outside of claims, only what may be."""
    return not _HYPOTHETICAL.isdisjoint(reading.told.split()) and _STRONG.search(reading.told) is None
