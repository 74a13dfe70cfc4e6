"""Several who speak together: "Norland, Lund and analysts"."""

from collections.abc import Sequence

from builder.annotate.statements.fitting import is_speaker
from builder.annotate.statements.grammar import DETERMINERS, PLURALS, PREPOSITIONS, is_proper, is_time
from builder.annotate.statements.phrases import Phrase, phrase_ending, phrase_starting
from builder.annotate.statements.tokens import Kind, Token

_FIRST_OF_TWO = 2
"""The least index at which the second of two joined phrases can begin."""
_MOST = 8
"""Speakers named one by one."""
_OTHERS = frozenset({"others", "many", "several", "both", "most"})


def joint_before(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """Return a phrase with the one that "and" joins to it, and those of a list that opens its unit before them."""
    if phrase is None or phrase.first < _FIRST_OF_TWO or tokens[phrase.first - 1].lower != "and":
        return phrase
    before = phrase.first - (3 if tokens[phrase.first - 2].lower == "," else 2)
    other = phrase_ending(tokens, before)
    if other is None:
        return phrase
    first = _list_start(tokens, other)
    listed = first < other.first
    oxford = before == phrase.first - _FIRST_OF_TWO - 1
    opens = other.first == 0 or tokens[other.first - 1].kind in (Kind.QUOTATION, Kind.MARK)
    joint = tokens[phrase.last].kind is Kind.NAME or _speaks(tokens, phrase)
    return Phrase(first, phrase.last, phrase.last, joint) if listed or (opens and not oxford) else phrase


def joint_behind(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return a phrase with those joined to it behind: "Norland and Lund", "Norland, Lund and analysts".

    Such a list ends with "and" and its last speaker; a verb behind that has its own subject, and there is no list.
    """
    last = phrase.last
    for number in range(_MOST):
        comma = _reads(tokens, last + 1, ",")
        joined = _reads(tokens, last + 1 + comma, "and")
        if not (comma or joined):
            break
        item = phrase_starting(tokens, last + 1 + comma + joined)
        if (
            item is None
            or not _speaks(tokens, item)
            or (number == 0 and not joined and _explains(tokens, phrase, item))
        ):
            break
        last = item.last
        if joined:
            return Phrase(phrase.first, last, last, joint=True) if _ends(tokens, last + 1) else phrase
    return phrase


def _list_start(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where a list of speakers begins that goes on with a phrase and opens its unit, or the phrase's start."""
    first = phrase.first
    for _ in range(_MOST):
        if first == 0:
            return 0
        item = phrase_ending(tokens, first - _FIRST_OF_TWO) if _reads(tokens, first - 1, ",") else None
        if item is None or not _is_plain(tokens, item) or _explains(tokens, item, phrase):
            break
        first = item.first
    return phrase.first


def _is_plain(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a phrase is no more than a name or a word for people, with its determiner."""
    inner = tokens[phrase.first : phrase.last]
    plain = all(token.kind is Kind.NAME or token.lower in DETERMINERS for token in inner)
    return plain and phrase.head == phrase.last and is_speaker(tokens, phrase)


def _speaks(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether the last phrase of a list can be one of the speakers: "the chairman and director" are one person."""
    opening, head = tokens[phrase.first], tokens[phrase.head]
    if opening.lower in _OTHERS or opening.lower in DETERMINERS:
        return True
    several = is_proper(opening) or head.lower.endswith("s") or head.lower in PLURALS
    return several and is_speaker(tokens, phrase)


def _explains(tokens: Sequence[Token], phrase: Phrase, item: Phrase) -> bool:
    """Say whether what follows a name behind a comma says who or what that is: "Ada Brook, the mayor of Lund"."""
    if tokens[phrase.last].kind is not Kind.NAME:
        return False
    return not _is_plain(tokens, item) or tokens[item.last].kind is not Kind.NAME


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a list of speakers is over at an index, so that its last one is no subject of a verb there."""
    if index >= len(tokens) or tokens[index].kind in (Kind.MARK, Kind.QUOTATION):
        return True
    return tokens[index].lower in PREPOSITIONS or is_time(tokens[index])


def _reads(tokens: Sequence[Token], index: int, word: str) -> bool:
    return index < len(tokens) and tokens[index].lower == word
