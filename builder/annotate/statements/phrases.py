"""Noun phrases beside a verb: who speaks, told from the closed classes around open ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.annotate.statements.grammar import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    NEVER_SUBJECTS,
    NOMINATIVE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_nominal,
    is_person,
    is_proper,
    is_time,
)
from builder.annotate.statements.tokens import Kind, Token

_MOST_ASIDES = 4
"""How many stretches between commas may stand between a speaker and the verb."""
_ASIDE_LIMITS = frozenset({",", ";", "—"})
_FIRST_OF_TWO = 2
"""The least index at which the second of two joined phrases can begin."""
_LONGEST_DESCRIPTION = 5
"""Tokens from an organisation's name to that of its member."""
_SUBJECT_PRONOUNS = NOMINATIVE - NEVER_SUBJECTS - RELATIVES
_LONGEST = 14
"""Tokens of a noun phrase; a longer one is no speaker but a sentence misread."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of tokens."""

    first: int
    last: int
    """Inclusive."""
    head: int
    """The last token of the part before any preposition: what the phrase is about."""
    joint: bool = False
    """Whether it joins two phrases by "and"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before a verb."""

    phrase: Phrase | None
    """``None`` where the verb shares the subject of an earlier one, or none was found."""
    first: int
    """The index at which the clause of the verb begins, as far as it is the verb's."""
    shared: bool = False
    """Whether the verb shares the subject of an earlier verb ("and said", ", adding")."""
    negated: bool = False
    passive: bool = False


def subject_before(tokens: Sequence[Token], verb: int) -> Subject:
    """Return the subject of the verb at an index, looked for on its left."""
    index, negated, passive = verb - 1, False, False
    while index >= 0 and _is_between(tokens[index]):
        negated = negated or tokens[index].lower in NEGATIONS
        passive = passive or tokens[index].lower in BE
        index -= 1
    phrase, first, shared = _reach(tokens, index)
    return Subject(phrase, first, shared, negated, passive)


def _is_between(token: Token) -> bool:
    """Say whether a word can stand between subject and verb."""
    return token.kind is Kind.WORD and (token.lower in AUXILIARIES or is_adverb(token)) and not is_time(token)


def _reach(tokens: Sequence[Token], index: int) -> tuple[Phrase | None, int, bool]:
    """Return the phrase that ends at an index or before the aside there, where it begins, and whether it is shared."""
    while index > 0 and is_time(tokens[index]):
        index -= 2 if tokens[index - 1].lower in ("on", "in") else 1
    if index < 0:
        return None, 0, False
    token = tokens[index]
    if token.lower in CONJUNCTIONS:
        return None, index, True
    if token.kind is Kind.QUOTATION or token.lower in (";", ":"):
        return None, index + 1, False
    if token.lower == "—":
        index = _before_dash(tokens, index)
        if index < 0:
            return None, 0, False
    if token.lower in ("who", "which"):
        index -= 2 if index and tokens[index - 1].lower == "," else 1
    elif token.lower == ",":
        index, opening = _before_asides(tokens, index)
        described = phrase_ending(tokens, opening) if opening < index else None
        phrase = phrase_ending(tokens, index)
        if described and phrase:
            return phrase, described.first, False
    phrase = _joint(tokens, phrase_ending(tokens, index))
    return phrase, phrase.first if phrase else max(index, 0), False


def _before_dash(tokens: Sequence[Token], dash: int) -> int:
    """Return the index before the stretch between two dashes, or -1 where only one stands."""
    return next((index - 1 for index in range(dash - 1, -1, -1) if tokens[index].lower == "—"), -1)


def _joint(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """Return a phrase with the one that "and" joins to it, where nothing else stands before."""
    if phrase is None or phrase.first < _FIRST_OF_TWO or tokens[phrase.first - 1].lower != "and":
        return phrase
    other = phrase_ending(tokens, phrase.first - 2)
    if other is None:
        return phrase
    opens = other.first == 0 or tokens[other.first - 1].kind in (Kind.QUOTATION, Kind.MARK)
    return Phrase(other.first, phrase.last, phrase.last, joint=True) if opens else phrase


def _before_asides(tokens: Sequence[Token], comma: int) -> tuple[int, int]:
    """Return the index before the aside that a comma closes: "Ms. Brook, who left early,".

    Where the aside is the name of who was described ("her brother, Sam Brook,"), that is the index of the name,
    and the second one that before the aside.
    """
    best = -1
    for _ in range(_MOST_ASIDES):
        opening = comma - 1
        while (
            opening >= 0 and tokens[opening].lower not in _ASIDE_LIMITS and tokens[opening].kind is not Kind.QUOTATION
        ):
            opening -= 1
        if opening < 1 or tokens[opening].lower != ",":
            break
        if is_person(tokens[opening - 1]):
            return opening - 1, opening - 1
        if is_person(tokens[comma - 1]) and all(map(is_nominal, tokens[opening + 1 : comma])):
            alone = opening == comma - 2 and tokens[opening - 1].text.islower()
            return comma - 1, opening - 1 if alone else comma - 1
        if tokens[opening - 1].lower == "who":
            before = opening - 3 if tokens[opening - 2].lower == "," else opening - 2
            return before, before
        if best < 0 and is_nominal(tokens[opening - 1]):
            best = opening - 1
        comma = opening
    return best, best


def phrase_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Return the noun phrase whose last token stands at an index, or nothing where that is no noun."""
    if last < 0:
        return None
    token = tokens[last]
    if token.lower in NEVER_SUBJECTS or is_time(token):
        return None
    if token.lower in PRONOUNS:
        return Phrase(last, last, last)
    if not is_nominal(token):
        return None
    first, head = last, last
    index = last - 1
    while index >= 0 and last - index < _LONGEST:
        step = tokens[index]
        if step.lower in DETERMINERS or is_nominal(step) or step.lower == "'s":
            if is_time(step):
                break
            first = index
            index -= 1
        elif index and _joins(step, tokens[index - 1]):
            first, head = index - 1, index - 1
            index -= 2
        else:
            break
        if step.lower in DETERMINERS and not (index >= 0 and tokens[index].lower in PREPOSITIONS):
            break
    while first < head and tokens[first].lower == "'s":
        first += 1
    return Phrase(first, last, head)


def _joins(preposition: Token, before: Token) -> bool:
    """Say whether a preposition joins what follows to the noun before it, or in "many of" to the number."""
    if preposition.lower == "of" and before.lower in PRONOUNS:
        return True
    verbal = before.kind is Kind.WORD and before.lower.endswith("ed")
    joins = preposition.lower in PREPOSITIONS - SUBORDINATORS
    return joins and is_nominal(before) and not is_time(before) and not verbal


def phrase_starting(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Return the noun phrase whose first token stands at an index, or nothing where none begins there."""
    if first >= len(tokens):
        return None
    token = tokens[first]
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    quantifies = token.lower in DETERMINERS and following is not None and _continues(following)
    if token.kind is Kind.WORD and token.lower in PRONOUNS and not quantifies:
        return Phrase(first, first, first)
    if token.lower not in DETERMINERS and not is_nominal(token):
        return None
    last = first
    while last + 1 < len(tokens) and last - first < _LONGEST and _continues(tokens[last + 1]):
        last += 1
    head = last
    while last + 2 < len(tokens) and tokens[last + 1].lower in ("of", "for") and _continues(tokens[last + 2]):
        last += 2
        while last + 1 < len(tokens) and last - first < _LONGEST and _continues(tokens[last + 1]):
            last += 1
    while last > first and (tokens[last].lower in DETERMINERS or tokens[last].lower in ("of", "for")):
        last -= 1
    head = min(head, last)
    if last == first and token.lower in DETERMINERS - {"another", "many", "some", "one"}:
        return None
    return Phrase(first, last, head)


def _continues(token: Token) -> bool:
    """Say whether a noun phrase can go on with this token."""
    return (is_nominal(token) or token.lower == "'s" or token.lower in DETERMINERS) and not is_time(token)


def main_subject(tokens: Sequence[Token]) -> Phrase | None:
    """Return the subject of a unit's first clause: its first name or pronoun, past what introduces it."""
    start = 0
    if tokens[0].lower in PREPOSITIONS | SUBORDINATORS or tokens[0].lower.endswith(("ing", "ed")):
        start = next((index + 1 for index, token in enumerate(tokens) if token.lower == ","), 0)
    for index in range(start, min(len(tokens), start + _LONGEST)):
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.kind is Kind.WORD and token.lower in _SUBJECT_PRONOUNS:
            return Phrase(index, index, index)
        if token.kind is Kind.NAME and not (following and (is_proper(following) or following.lower == "'s")):
            described = _described(tokens, index)
            return Phrase(described, described, described)
        if token.lower in AUXILIARIES and (phrase := phrase_ending(tokens, index - 1)):
            return phrase
    return None


def _described(tokens: Sequence[Token], name: int) -> int:
    """Return the index of the person whom a name describes ("Harbour Office engineer Ada Brook"), else the name's."""
    for index in range(name + 1, min(len(tokens), name + _LONGEST_DESCRIPTION)):
        if is_person(tokens[index]):
            return index
        if not is_nominal(tokens[index]):
            break
    return name
