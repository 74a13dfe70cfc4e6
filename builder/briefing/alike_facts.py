"""Facts that are alike, found without comparing all with all, and the conflict that some of them make."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from builder.briefing.comparison import Account, Conflict
from builder.briefing.facts import Fact
from builder.briefing.likeness import cosine, rarest, word_vectors

MOST_COMPARED = 20
"""Of the facts that share a word, so many before and behind are compared: the work stays linear."""

Pair = tuple[Fact, Fact]


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact, and by what it is compared with others."""

    fact: Fact
    kind: str
    """Facts of another kind are not compared with it."""
    stems: tuple[str, ...]
    """Of the words that are compared, as of :func:`builder.briefing.likeness.stems_of`."""


def alike(compared: Sequence[Compared], least: float, asked: Collection[int]) -> Iterator[Pair]:
    """Yield the pairs of facts of one kind whose words are alike, the earlier fact first.

    One of each pair is among those ``asked`` about, by number.
    """
    return (pair for pair, _ in resembling(compared, least, asked))


def resembling(compared: Sequence[Compared], least: float, asked: Collection[int]) -> Iterator[tuple[Pair, float]]:
    """Yield the pairs of :func:`alike`, each with how alike its words are."""
    vectors = word_vectors([one.stems for one in compared])
    keys = [[(one.kind, word) for word in rarest(vector)] for one, vector in zip(compared, vectors, strict=True)]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, mine in enumerate(keys):
        for key in mine:
            index[key].append(number)
    for number in sorted(asked):
        for other in sorted({near for key in keys[number] for near in _nearest(index[key], number)}):
            seen = other in asked and other < number
            if other == number or seen:
                continue
            likeness = cosine(vectors[number], vectors[other])
            if likeness >= least:
                yield (compared[min(number, other)].fact, compared[max(number, other)].fact), likeness


def _nearest(holders: Sequence[int], number: int) -> Sequence[int]:
    at = bisect_left(holders, number)
    return holders[max(0, at - MOST_COMPARED) : at + MOST_COMPARED]


def linked(pairs: Sequence[Pair]) -> list[list[Fact]]:
    """Return the facts of pairs in groups, each with all that differ from its first; no fact stands in two."""
    groups: dict[int, list[Fact]] = {}
    leader: dict[int, int] = {}
    for one, other in pairs:
        first = leader.setdefault(id(one), id(one))
        group = groups.setdefault(first, [one])
        if id(other) not in leader:
            leader[id(other)] = first
            group.append(other)
    return [group for group in groups.values() if len(group) > 1]


def account_of(fact: Fact, value: str, speaker: str = "") -> Account:
    """Return what a fact says, as readers see it beside others."""
    return Account(fact.passage.citation, value, fact.words, fact.sentence, speaker)


def conflict_of(kind: str, subject: str, group: Sequence[Fact], values: Sequence[str]) -> Conflict:
    """Return the conflict of facts; of each article, value and speaker the first stands for all."""
    accounts: dict[tuple[str, str], Account] = {}
    for fact, value in zip(group, values, strict=True):
        speaker = fact.span.value("by") if kind == "denial" else ""
        accounts.setdefault((fact.article.slug, f"{value} {speaker}"), account_of(fact, value, speaker))
    place = group[0].passage.citation
    return Conflict(
        id=f"{kind}-{place.article}-{place.paragraph}-{group[0].span.start}",
        kind=kind,
        subject=subject,
        accounts=tuple(accounts.values()),
        topics=tuple(dict.fromkeys(topic for fact in group for topic in fact.passage.topics)),
        voices=len({fact.article.voice for fact in group}),
    )
