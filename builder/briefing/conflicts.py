"""Conflicting accounts: one thing told with different figures or dates, or asserted and denied.

Two sentences are on one thing where they are alike without what is compared, and where nothing in them says otherwise:
another day, another thing counted. Nothing is weighed or averaged; the accounts stand side by side. What can't be told
from two things that merely resemble each other is left out.
"""

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from builder import edtf
from builder.annotate.span import Label, Span
from builder.briefing.comparison import Account, Conflict
from builder.briefing.days import single_day
from builder.briefing.facts import Fact, facts
from builder.briefing.figures import can_both_be, is_scale_slip, read_amount
from builder.briefing.likeness import cosine, rarest, word_vectors
from builder.briefing.model import Article
from builder.urls import Slug

FIGURE = 0.55
"""Likeness from which on two sentences with a figure are on one thing."""
DENIED = 0.6
"""Likeness from which on a claim is what somebody else denies."""
DAYS = 7
"""Figures published further apart may both have been right in their time."""
LONGEST = 300
"""Characters. A longer sentence is a list or a heap of headlines."""
LONGEST_CLAIM = 150
"""Characters. What is claimed at greater length is seldom denied as a whole."""
FEWEST_WORDS = 4
"""Words that a claim or the rest of a sentence must have to be compared."""
MOST_COMPARED = 20
"""Of the facts that share a word, so many before and behind are compared: the work stays linear."""

_DENIALS = frozenset("deny denies denied denying refute refutes refuted dispute disputes disputed".split())
_FURTHER = frozenset("another additional further more other extra".split())
"""Of what is told beside such a word there is more elsewhere."""
_BORN = re.compile(r"\b[Bb]orn(?:,? (?:in|on|at|near|about|around|[A-Z][\w-]*)){0,6},?\s*\Z")

Pair = tuple[Fact, Fact]


def find_conflicts(articles: Sequence[Article]) -> tuple[Conflict, ...]:
    """Return what sources tell differently, by kind, then in order of the first account."""
    return tuple(conflict for rule in RULES for conflict in rule(articles))


def _figures(articles: Sequence[Article]) -> Iterator[Conflict]:
    """Yield what is told with figures that can't all be right, in articles of the same days."""
    for group in _linked([pair for pair in differing_figures(articles) if _days_apart(*pair) <= DAYS]):
        yield _conflict("figure", group[0].span.value("unit"), group, [fact.span.value("value") for fact in group])


def differing_figures(articles: Sequence[Article]) -> list[Pair]:
    """Return the pairs of facts of different articles that tell one thing with different figures."""
    quantities = [fact for fact in facts(articles, Label.QUANTITY) if _is_comparable(fact)]
    places = [(fact.passage.citation, fact.sentence, _counted(fact)) for fact in quantities]
    counts = Counter(places)
    single = [fact for fact, place in zip(quantities, places, strict=True) if counts[place] == 1]
    pairs = _alike(single, [fact.rest for fact in single], FIGURE, _counted, range(len(single)))
    return [pair for pair in pairs if _figures_differ(*pair)]


def _is_comparable(fact: Fact) -> bool:
    long_enough = len(fact.rest.split()) >= FEWEST_WORDS and len(fact.sentence) <= LONGEST
    whole = _FURTHER.isdisjoint([*fact.before.casefold().split()[-1:], *fact.words.casefold().split()])
    return long_enough and whole and bool(_counted(fact)) and read_amount(fact.span.value("value")) is not None


def _counted(fact: Fact) -> str:
    """Return the last word of what is counted, without case and the s of a plural."""
    return _last_word(fact.span.value("unit"))


@lru_cache(maxsize=1 << 14)
def _last_word(unit: str) -> str:
    words = unit.casefold().split()
    return re.sub(r"(?<=\w\w\w)s\Z", "", words[-1]) if words else ""


def _figures_differ(one: Fact, other: Fact) -> bool:
    left, right = read_amount(one.span.value("value")), read_amount(other.span.value("value"))
    if left is None or right is None or can_both_be(left, right) or is_scale_slip(left, right):
        return False
    other_day = one.dates and other.dates and not one.dates & other.dates
    return one.article.slug != other.article.slug and not other_day


def _days_apart(one: Fact, other: Fact) -> int:
    """Return how many days lie between the publications; 0 where one of them is not known."""
    first, second = single_day(one.article.published), single_day(other.article.published)
    return abs((first - second).days) if first and second else 0


def _denials(articles: Sequence[Article]) -> Iterator[Conflict]:
    """Yield what one asserts and another denies, both of them known by name."""
    if not any(_denies(span) for article in articles for passage in article.passages for span in passage.spans):
        return
    told = list(facts(articles, Label.CLAIM))
    speakers = {name for fact in told for name in fact.names}
    claims = [
        fact
        for fact in told
        if Slug(fact.span.value("by")) in speakers
        and len(fact.words.split()) >= FEWEST_WORDS
        and len(fact.words) <= LONGEST_CLAIM
    ]
    denials = {number for number, fact in enumerate(claims) if _denies(fact.span)}
    alike = _alike(claims, [fact.words for fact in claims], DENIED, _of_one_kind, denials)
    pairs = [(one, other) for one, other in alike if _is_denied(one, other) or _is_denied(other, one)]
    for group in _linked(pairs):
        yield _conflict("denial", "", group, ["denies" if _denies(fact.span) else "asserts" for fact in group])


def _of_one_kind(_: Fact) -> str:
    return ""


def _denies(span: Span) -> bool:
    return span.label is Label.CLAIM and span.value("stance") == "denies"


def _is_denied(claim: Fact, denial: Fact) -> bool:
    """Return whether a claim is what somebody else, elsewhere, denies; a report of that denial is not."""
    return (
        _denies(denial.span)
        and claim.span.value("stance") == "asserts"
        and denial.span.value("verb").casefold() in _DENIALS
        and claim.span.value("by") != denial.span.value("by")
        and claim.sentence != denial.sentence
        and _DENIALS.isdisjoint(claim.words.casefold().split())
    )


def _births(articles: Sequence[Article]) -> Iterator[Conflict]:
    """Yield people that are said to be born at different times."""
    born: dict[Slug, list[Fact]] = defaultdict(list)
    for fact in facts(articles, Label.DATE, having="born"):
        if len(fact.people) == 1 and _BORN.search(fact.before) and fact.sentence.casefold().count("born") == 1:
            born[next(iter(fact.people))].append(fact)
    for person, group in born.items():
        values = [fact.span.value("value") for fact in group]
        if any(not _may_be_one(*pair) for pair in itertools.combinations(dict.fromkeys(values), 2)):
            yield _conflict("birth", person, group, values)


def _may_be_one(one: str, other: str) -> bool:
    left, right = edtf.parse(one), edtf.parse(other)
    return left is None or right is None or edtf.overlaps(left, right)


RULES: tuple[Callable[[Sequence[Article]], Iterator[Conflict]], ...] = (_figures, _denials, _births)


def _alike(
    found: Sequence[Fact],
    texts: Sequence[str],
    least: float,
    kind: Callable[[Fact], str],
    asked: Collection[int],
) -> Iterator[Pair]:
    """Yield the pairs of facts of one kind whose texts are alike, the earlier fact first.

    One of each pair is among those ``asked`` about, by number.
    """
    vectors = word_vectors(texts)
    keys = [[(kind(fact), word) for word in rarest(vector)] for fact, vector in zip(found, vectors, strict=True)]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, mine in enumerate(keys):
        for key in mine:
            index[key].append(number)
    for number in sorted(asked):
        for other in sorted({near for key in keys[number] for near in _nearest(index[key], number)}):
            seen = other in asked and other < number
            if other != number and not seen and cosine(vectors[number], vectors[other]) >= least:
                yield found[min(number, other)], found[max(number, other)]


def _nearest(holders: Sequence[int], number: int) -> Sequence[int]:
    at = bisect_left(holders, number)
    return holders[max(0, at - MOST_COMPARED) : at + MOST_COMPARED]


def _linked(pairs: Sequence[Pair]) -> list[list[Fact]]:
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


def _conflict(kind: str, subject: str, group: Sequence[Fact], values: Sequence[str]) -> Conflict:
    accounts: dict[tuple[Slug, str], Account] = {}
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
