"""Whose verb it is: the subject before a verb, past what stands between, and the subject of a whole sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.annotate.statements.grammar import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    NEGATIONS,
    NEVER_SUBJECTS,
    NOMINATIVE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_nominal,
    is_person,
    is_proper,
    is_time,
)
from builder.annotate.statements.joint import joint_before
from builder.annotate.statements.phrases import Phrase, phrase_ending
from builder.annotate.statements.tokens import Kind, Token

_MOST_ASIDES = 4
"""How many stretches between commas may stand between a speaker and the verb."""
_ASIDE_LIMITS = frozenset({",", ";", "—"})
_LONGEST_DESCRIPTION = 5
"""Tokens from an organisation's name to that of its member."""
_SUBJECT_PRONOUNS = NOMINATIVE - NEVER_SUBJECTS - RELATIVES
_FIRST_CLAUSE = 14
"""Tokens in which the subject of a sentence is looked for, past what introduces it."""


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
    phrase = joint_before(tokens, phrase_ending(tokens, index))
    return phrase, phrase.first if phrase else max(index, 0), False


def _before_dash(tokens: Sequence[Token], dash: int) -> int:
    """Return the index before the stretch between two dashes, or -1 where only one stands."""
    return next((index - 1 for index in range(dash - 1, -1, -1) if tokens[index].lower == "—"), -1)


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


def main_subject(tokens: Sequence[Token]) -> Phrase | None:
    """Return the subject of a unit's first clause: its first name or pronoun, past what introduces it."""
    start = 0
    if tokens[0].lower in PREPOSITIONS | SUBORDINATORS or tokens[0].lower.endswith(("ing", "ed")):
        start = next((index + 1 for index, token in enumerate(tokens) if token.lower == ","), 0)
    for index in range(start, min(len(tokens), start + _FIRST_CLAUSE)):
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
