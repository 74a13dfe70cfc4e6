"""How many independent voices a set of articles comes down to.

An article speaks with the voice of the wire agency it came from; else, where several outlets have its
wording, with the voice of that wording; else with that of its publisher; else with its own.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from builder.briefing.wording import joined


@dataclass(frozen=True, slots=True)
class Origin:
    """What of an article tells whose voice it has."""

    publisher: str
    """Empty where it is not known."""
    agency: str
    """Empty where it is not known."""


def group_voices(origins: Sequence[Origin], copies: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return for each article the number of its voice, from 1 in order of first appearance.

    ``copies`` are the pairs of articles, numbered from 0, that have their wording from one origin.
    """
    leaders = joined(len(origins), copies)
    wordings: dict[int, list[Origin]] = defaultdict(list)
    for origin, leader in zip(origins, leaders, strict=True):
        wordings[leader].append(origin)
    numbers: dict[Hashable, int] = {}
    return tuple(
        numbers.setdefault(_voice(origin, leader, wordings[leader]), len(numbers) + 1)
        for origin, leader in zip(origins, leaders, strict=True)
    )


def _voice(origin: Origin, leader: int, wording: Sequence[Origin]) -> Hashable:
    """Return what names an article's voice: an agency or publisher, or the number of its wording."""
    agency = origin.agency or next((other.agency for other in wording if other.agency), "")
    if agency:
        return agency.casefold()
    publishers = {other.publisher.casefold() for other in wording if other.publisher}
    return publishers.pop() if len(publishers) == 1 else leader
