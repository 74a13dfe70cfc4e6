"""What one asserts and another denies.

Two things tell that a denial is of an assertion. The words: what is denied is what somebody else, anywhere, asserts in
much the same words. Or the place: a denial follows, in the same article, what somebody asserts of the one who denies.
Then it may be short (“denied any wrongdoing”); a longer one has a word of the assertion that is no name.
One who is described and not named (“the authority”) has the description and such a word in common with the assertion.
Without a verb of denying there is more to ask, see :mod:`builder.briefing.negatives`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from builder.annotate import wordlists
from builder.annotate.span import NAMES, Label, Span
from builder.briefing.alike_facts import MOST_COMPARED, Compared, Pair, alike, conflict_of, linked
from builder.briefing.comparison import Conflict
from builder.briefing.facts import Fact
from builder.briefing.likeness import stems_of
from builder.briefing.negatives import answered_by_negatives, is_negative
from builder.briefing.passages import name_of, within
from builder.grouping import grouped
from builder.urls import Slug

DENIED = 0.6
"""Likeness from which on a claim is what somebody else denies."""
LONGEST_CLAIM = 150
"""Characters. What is claimed at greater length is seldom denied as a whole."""
FEWEST_WORDS = 4
"""Words that a claim must have to be known again elsewhere."""
NEAR = 1
"""Paragraphs: so far above a denial stands what it answers."""
NEAR_REFERRED = 2
"""The same where the denial refers to it: “the allegation”."""
SHORT = 4
"""Words of a denial that may name what is denied in words of its own."""

_DENIALS = frozenset("deny denies denied denying refute refutes refuted dispute disputes disputed".split())
_NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())
_PRONOUNS = frozenset("i you he she it we they who which that this one some others".split())
_WORD = re.compile(r"[^\W\d_]+")
_OF_SPEAKER = re.compile(r"(?:that )?(?:he|it|she|they|\w+ing)\b", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w\w\w)(?:ing|ed|es|s|e)\Z")


def denials(told: Sequence[Fact], quoted: Sequence[Fact]) -> Iterator[Conflict]:
    """Yield what one asserts and another denies, each with all who do either.

    ``told`` is what is claimed, ``quoted`` what people say in their own words of themselves that is not so.
    """
    pairs: list[Pair] = []
    if any(_denies(fact.span) for fact in told):
        pairs += (*_in_the_same_words(told), *_answered(told))
    pairs += answered_by_negatives(told, quoted, _is_assertion)
    for group in linked(pairs):
        denied = [_denies(fact.span) or is_negative(fact) for fact in group]
        yield conflict_of("denial", "", group, ["denies" if one else "asserts" for one in denied])


def _denies(span: Span) -> bool:
    return span.label is Label.CLAIM and span.value("stance") == "denies"


def _in_the_same_words(told: Sequence[Fact]) -> Iterator[Pair]:
    """Yield a claim with a denial of it, or the other way round; both are known by name."""
    speakers = {name for fact in told for name in fact.names}
    claims = [
        fact
        for fact in told
        if Slug(fact.span.value("by")) in speakers
        and len(fact.words.split()) >= FEWEST_WORDS
        and len(fact.words) <= LONGEST_CLAIM
    ]
    asked = {number for number, fact in enumerate(claims) if _denies(fact.span)}
    compared = [Compared(fact, "", stems_of(_as_told(fact))) for fact in claims]
    for one, other in alike(compared, DENIED, asked):
        claim, denial = (one, other) if _denies(other.span) else (other, one)
        if _is_assertion(claim) and _is_denial(denial) and claim.span.value("by") != denial.span.value("by"):
            yield one, other


def _as_told(fact: Fact) -> str:
    """Return a claim's words, each name as one word; a denial is of the one who denies (“it had …”, “having …”)."""
    text, end = [], fact.span.start
    first = fact.span.start - len(fact.before)
    for span in within(fact.spans, fact.span.start, fact.span.end):
        if span.label in NAMES and end <= span.start:
            text += [fact.sentence[end - first : span.start - first], _one_word(name_of(fact.passage, span))]
            end = span.end
    words = "".join([*text, fact.sentence[end - first : fact.span.end - first]])
    return f"{_one_word(fact.span.value('by'))} {words}" if _denies(fact.span) and _OF_SPEAKER.match(words) else words


def _one_word(name: str) -> str:
    return "".join(_WORD.findall(name))


def _answered(told: Sequence[Fact]) -> Iterator[Pair]:
    """Yield each assertion with the denial that answers it, by whom it is about."""
    for found in grouped(told, lambda fact: fact.article.slug).values():
        for number, denial in enumerate(found):
            if _is_answer(denial):
                above = found[max(0, number - MOST_COMPARED) : number]
                claim = next((one for one in reversed(above) if _answers(denial, one)), None)
                if claim:
                    yield claim, denial


def _is_answer(fact: Fact) -> bool:
    return _is_denial(fact) or (_denies(fact.span) and _refers(fact))


def _refers(fact: Fact) -> bool:
    """Say whether a denial only refers to what is denied."""
    words = _content(fact)
    return bool(words) and words <= _told()


def _answers(denial: Fact, claim: Fact) -> bool:
    """Say whether a denial is of a claim above it: about who denies, said by somebody else."""
    above = denial.passage.citation.paragraph - claim.passage.citation.paragraph
    near = NEAR_REFERRED if _refers(denial) else NEAR
    if above > near or not _is_assertion(claim) or claim.sentence == denial.sentence:
        return False
    who, about = _speakers(denial), {_party(name) for name in claim.named(claim.span.start, claim.span.end)}
    if who & _speakers(claim):
        return False
    words = _content(denial)
    shared = bool(words & _content(claim))
    return (bool(who & about) and (shared or len(words) <= SHORT)) or (shared and _describes(denial, claim))


def _describes(denial: Fact, claim: Fact) -> bool:
    """Say whether a claim is about who denies, in the same words for one who is not named: “the authority”."""
    by = denial.span.value("by").casefold()
    other = by != claim.span.value("by").casefold()
    return other and by.startswith("the ") and f" {by} " in f" {' '.join(_WORD.findall(claim.words.casefold()))} "


def _is_assertion(fact: Fact) -> bool:
    """Say whether somebody plainly asserts something; that somebody denies something is no assertion of it."""
    words = fact.words.casefold().replace("’", "'").replace("n't", " not").split()
    plain = _DENIALS.isdisjoint(words) and _NEGATIONS.isdisjoint(words)
    return fact.span.value("stance") == "asserts" and plain and fact.span.value("by").casefold() not in _PRONOUNS


def _is_denial(fact: Fact) -> bool:
    """Say whether somebody plainly denies something that is not said of them by name, as of somebody else."""
    plainly = _denies(fact.span) and fact.span.value("verb").casefold() in _DENIALS
    return plainly and Slug(fact.span.value("by")) not in fact.named(fact.span.start, fact.span.end)


def _speakers(fact: Fact) -> frozenset[Slug]:
    """Return who speaks: the entity, or those whom the words for the speaker name (“Moscow and Pyongyang”)."""
    by = fact.span.value("by")
    if not by:
        return frozenset()
    first = fact.span.start - len(fact.before)
    at = fact.sentence.find(by)
    named = fact.named(first + at, first + at + len(by)) if at >= 0 else frozenset()
    return frozenset(map(_party, named or {Slug(by)}))


def _content(fact: Fact) -> frozenset[str]:
    """Return the stems of a claim's words, names and short words left out."""
    text = list(fact.words)
    for span in fact.spans:
        if span.label in NAMES and fact.span.start <= span.start and span.end <= fact.span.end:
            first = span.start - fact.span.start
            text[first : first + span.end - span.start] = " " * (span.end - span.start)
    return _stems("".join(text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) for word in _WORD.findall(text.casefold()) if len(word) > len("with"))


def _party(name: Slug) -> Slug:
    """Return whose government a name stands for, else the name."""
    return _stand_ins().get(name, name)


@cache
def _told() -> frozenset[str]:
    """Return the stems of what stands for an assertion: “rejected the allegation”."""
    return _stems(" ".join(wordlists.of_language(wordlists.ENGLISH, "cues")["told"]))


@cache
def _stand_ins() -> Mapping[Slug, Slug]:
    lists = wordlists.read("builder.briefing", "stand_ins.txt")
    return {Slug(name): Slug(country) for country, names in lists.items() for name in names}
