"""Noun phrases beside a verb: who speaks, told from the closed classes around open ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.annotate.names.lists import lists
from builder.annotate.statements.grammar import (
    COUNTS,
    DETERMINERS,
    NEVER_SUBJECTS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_nominal,
    is_person,
    is_proper,
    is_time,
)
from builder.annotate.statements.tokens import Kind, Token

_MOST_TITLES = 4
"""Words before a name in an apposition."""
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


def phrase_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Return the noun phrase whose last token stands at an index, or nothing where that is no noun."""
    if last < 0:
        return None
    token = tokens[last]
    if token.lower in NEVER_SUBJECTS or is_time(token):
        return None
    if token.lower in PRONOUNS:
        return Phrase(last, last, last)
    if not is_nominal(token) or (last and _is_finite(token, tokens[last - 1])):
        return None
    first, head = last, last
    index = last - 1
    while index >= 0 and last - index < _LONGEST:
        step = tokens[index]
        if step.lower in DETERMINERS or is_nominal(step) or step.lower == "'s":
            if is_time(step) or (index and _is_finite(step, tokens[index - 1])):
                break
            first = index
            index -= 1
        elif index and _joins(step, tokens[index - 1]):
            first, head = index - 1, index - 1
            index -= 2
        elif index > 1 and _describes(tokens[index - 2 : index + 1]):
            first, head = index - 2, index - 2
            index -= 3
        else:
            break
        if step.lower in DETERMINERS and not (index >= 0 and tokens[index].lower in PREPOSITIONS):
            break
    while first < head and tokens[first].lower == "'s":
        first += 1
    return Phrase(first, last, _bearer(tokens, head))


def _is_finite(word: Token, before: Token) -> bool:
    """Say whether a word is a past behind its subject, not a part of a noun phrase: "Brook declined repeated …"."""
    if word.kind is not Kind.WORD or not word.text.islower() or not word.lower.endswith("ed"):
        return False
    if before.kind is Kind.NAME:
        return before.text not in lists().adjectives  # "the American armed forces"
    return before.kind is Kind.WORD and before.lower.endswith("s")


def _describes(words: Sequence[Token]) -> bool:
    """Say whether a participle and a preposition describe the noun before them: "people briefed on" something."""
    noun, participle, preposition = words
    thing = noun.kind is Kind.WORD and is_nominal(noun)
    plural = noun.lower in PLURALS or noun.lower.endswith("s")
    passive = participle.kind is Kind.WORD and participle.lower.endswith("ed") and is_nominal(participle)
    told = preposition.lower in PREPOSITIONS - SUBORDINATORS and (plural or preposition.lower != "to")
    return thing and passive and told  # "the office linked to …" may as well be a sentence


def described(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a phrase that ends in a participle with what belongs to it: "data released Friday by the state"."""
    participle = tokens[phrase.last]
    if phrase.first == phrase.last or participle.kind is not Kind.WORD or not participle.lower.endswith("ed"):
        return phrase
    last = phrase.last
    limit = min(len(tokens), phrase.first + _LONGEST)
    while last + 1 < limit and (is_time(tokens[last + 1]) or is_adverb(tokens[last + 1])):
        last += 1
    if last + 2 < limit and tokens[last + 1].lower in PREPOSITIONS - SUBORDINATORS and _continues(tokens[last + 2]):
        last += 2
        while last + 1 < limit and _continues(tokens[last + 1]):
            last += 1
    return replace(phrase, last=last)


def _joins(preposition: Token, before: Token) -> bool:
    """Say whether a preposition joins what follows to the noun before it, or in "many of" to the number."""
    if preposition.lower in ("of", "in") and (before.lower in COUNTS or before.text.isdigit()):
        return True
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
    return Phrase(first, last, _bearer(tokens, head))


def _bearer(tokens: Sequence[Token], head: int) -> int:
    """Return the index of a person's name where a phrase ends in the letters of an honour behind it, else its head."""
    letters = head > 0 and tokens[head].text in lists().section("letters behind names")
    return head - 1 if letters and is_person(tokens[head - 1]) else head


def phrase_with_name(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Return the noun phrase that begins at an index, or the name that follows such a description in commas."""
    phrase = phrase_starting(tokens, first)
    if phrase is None or any(tokens[index].kind is Kind.NAME for index in (phrase.head, phrase.last)):
        return phrase
    comma = phrase.last + 1
    owned = comma - 1 > first + 1 and tokens[first].kind is Kind.NAME and tokens[first + 1].lower == "'s"
    described = (owned or tokens[first].lower in DETERMINERS) and comma < len(tokens) and tokens[comma].lower == ","
    name = _past_titles(tokens, comma + 1) if described else len(tokens)
    ends = name + 1 >= len(tokens) or tokens[name + 1].kind in (Kind.MARK, Kind.QUOTATION)
    return Phrase(name, name, name) if name < len(tokens) and ends and is_person(tokens[name]) else phrase


def _past_titles(tokens: Sequence[Token], first: int) -> int:
    """Return the index behind the words in capitals before a name: "Sir", "Assistant Chief Constable"."""
    name = first
    while name < min(len(tokens), first + _MOST_TITLES) and tokens[name].kind is Kind.WORD and is_proper(tokens[name]):
        name += 1
    return name


def _continues(token: Token) -> bool:
    """Say whether a noun phrase can go on with this token."""
    return (is_nominal(token) or token.lower == "'s" or token.lower in DETERMINERS) and not is_time(token)
