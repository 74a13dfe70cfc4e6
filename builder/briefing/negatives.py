"""Who says of themselves that something is not so, in whose words ever: “said it did not open the gates”, “we did not”.

It is no denial by itself, since much that nobody asserts is said not to be so. It stands beside an assertion where that
says of the same one, as its subject, what is said not to be so: each word of it, nothing that only may or will be.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from builder.annotate.span import NAMES, Label
from builder.briefing.alike_facts import MOST_COMPARED, Pair
from builder.briefing.counting import on_other_days
from builder.briefing.facts import NOT_SO, Fact
from builder.briefing.passages import name_of

NEAR = 1
"""Paragraphs: so far above stands what is answered in the same article."""
FEWEST_NEAR = 2
"""Words that a negative must have in common with what it answers in the same article, its verb among them."""
FEWEST_FAR = 3
"""The same where they stand in different articles."""

_NEGATIVE = re.compile(
    rf"(?:that |No,? )?(?:he|it|she|they|I|we) {NOT_SO}(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_OPEN = frozenset("would will can could should must may might shall if unless whether not never no nor neither".split())
"""Words of what is not told as a fact."""
_SMALL = frozenset(
    "the and for its his her their them him that this any all been being has had have was were are".split()
)
_WORD = re.compile(r"[^\W_]{3,}")
_ENDING = re.compile(r"(?<=\w\w\w)(?:ing|ed|es|s|e)\Z")
_BEFORE_SUBJECT = re.compile(r"(?:that )?(?:the )?(?:[A-Z][\w.-]*,? ){0,4}\Z")
"""What may stand before the name of a claim's subject: an article, a title."""
_POSSESSIVE = ("'", "’")


def is_negative(fact: Fact) -> bool:
    """Say whether somebody says of themselves that something is not so."""
    return (fact.span.label is Label.QUOTE or fact.span.value("stance") == "asserts") and bool(_denied(fact))


def answered_by_negatives(
    told: Sequence[Fact], quoted: Sequence[Fact], is_assertion: Callable[[Fact], bool]
) -> Iterator[Pair]:
    """Yield each assertion with the negative that answers it.

    :param told: what is claimed, in the order of the articles
    :param quoted: what people say in their own words of themselves that is not so
    :param is_assertion: says whether somebody plainly asserts something
    """
    negatives = [(number, fact) for number, fact in enumerate(told) if is_negative(fact)]
    if not (negatives or quoted):
        return
    first = {fact.article.slug: number for number, fact in reversed([*enumerate(told)])}
    negatives += [(first.get(fact.article.slug, 0), fact) for fact in quoted if is_negative(fact)]
    about: dict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(told):
        if (subject := _subject(fact)) and is_assertion(fact):
            about[subject].append(number)
    for number, negative in negatives:
        known = about.get(negative.span.value("by").casefold(), [])
        at = bisect_left(known, number)
        near = known[max(0, at - MOST_COMPARED) : at + MOST_COMPARED]
        nearest = sorted(near, key=lambda other: abs(other - number))
        answered = next((told[other] for other in nearest if _answers(negative, told[other])), None)
        if answered:
            yield answered, negative


def _answers(negative: Fact, claim: Fact) -> bool:
    denied = _denied(negative)
    if claim.span.value("by").casefold() == negative.span.value("by").casefold() or not denied <= _content(claim.words):
        return False
    if claim.article.slug == negative.article.slug:
        above = negative.passage.citation.paragraph - claim.passage.citation.paragraph
        return 0 <= above <= NEAR and claim.span.start != negative.span.start and len(denied) >= FEWEST_NEAR
    known = " " not in negative.span.value("by")
    return known and len(denied) >= FEWEST_FAR and not on_other_days(claim, negative)


def _denied(fact: Fact) -> frozenset[str]:
    """Return the words of what is said not to be so; none where it is something else that is said."""
    match = _NEGATIVE.fullmatch(fact.words)
    return _content(match["rest"]) if match else frozenset()


def _content(text: str) -> frozenset[str]:
    """Return the stems of what is told as a fact; none where it may be, will be, or is not so."""
    words = set(text.casefold().replace("n't", " not").replace("n’t", " not").split())
    if not words.isdisjoint(_OPEN):
        return frozenset()
    return frozenset(_ENDING.sub("", word) for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def _subject(claim: Fact) -> str:
    """Return who a claim is about as its subject: the slug of one named, or the words for one described."""
    for span in claim.spans:
        if span.label in NAMES and claim.span.start <= span.start and span.end <= claim.span.end:
            start, end = span.start - claim.span.start, span.end - claim.span.start
            plain = _BEFORE_SUBJECT.fullmatch(claim.words[:start]) and not claim.words[end:].startswith(_POSSESSIVE)
            return name_of(claim.passage, span) if plain else ""
    words = claim.words.casefold().removeprefix("that ").split(" ")
    return " ".join(words[:2]) if words[0] == "the" else ""
