"""What follows a verb that reports: whom it tells, when and where, and how what is said begins."""

from collections.abc import Sequence
from enum import StrEnum

from builder.annotate.numbers import number
from builder.annotate.statements.cues import TAKES_IN, Cue
from builder.annotate.statements.grammar import (
    AUXILIARIES,
    DETERMINERS,
    NOMINATIVE,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    TIME_NOUNS,
    is_adverb,
    is_nominal,
    is_proper,
    is_time,
)
from builder.annotate.statements.phrases import phrase_starting
from builder.annotate.statements.tokens import Kind, Token

_OPEN_ADJUNCT = frozenset({"to", "as", "about", "of", "for"})
"""Prepositions behind a verb that do not begin when, where or how."""
_WITHIN_ADJUNCT = frozenset({"of", "with", "for", "at", "in", "on", "by", "to", "from"})
_PARTICIPLES = frozenset({"traveling", "travelling", "speaking", "gathered"})
_NEAR_TIMES = frozenset({"this", "last", "next", "that", "earlier"})
_AGAIN = frozenset({("once", "more"), ("once", "again"), ("yet", "again")})
_PART_OF_TIME = frozenset({"late", "early", "later", "earlier"})
_EITHER_CASE = frozenset({"it", "you"})
"""Pronouns that may begin a clause or be an object."""
_SUBJECTS = NOMINATIVE - _EITHER_CASE
_LONGEST_REMARK = 6
"""Tokens between commas behind a verb and before "that"."""
_STARTS = DETERMINERS | NOMINATIVE | PRONOUNS | AUXILIARIES
_SILENCES = frozenset({"comment", "elaborate", "respond", "answer", "say"})
"""Who declines to do this says nothing."""
_NAMED = frozenset({"named", "identified", "quoted", "interviewed"})
_LONGEST_JUDGEMENT = 5
"""Tokens."""
_SHORTEST_CLAUSE = 3
"""Tokens."""


class Shape(StrEnum):
    """How what is said follows its verb."""

    NOTHING = "nothing"
    END = "end"
    """The unit ends: what is said stands elsewhere."""
    COMMA = "comma"
    """A comma: what is said may go on behind it."""
    QUOTATION = "quotation"
    CLAUSE = "clause"
    """Behind "that" or a colon."""
    QUESTION = "question"
    INFINITIVE = "infinitive"
    OBJECT_INFINITIVE = "object infinitive"
    OBJECT = "object"
    BARE_CLAUSE = "bare clause"


def complement(tokens: Sequence[Token], index: int, cue: Cue) -> tuple[Shape, int]:
    """Return how what is said follows the verb that ends before an index, and where it begins."""
    if "addressee" in cue.frames:
        index = _past_addressee(tokens, index)
    index = _past_remark(tokens, _past_adjuncts(tokens, index))
    if index >= len(tokens):
        return Shape.END, index
    token = tokens[index]
    if token.kind is Kind.QUOTATION:
        return Shape.QUOTATION, index
    if token.lower in (",", ":"):
        return _behind_mark(tokens, index, cue)
    if token.lower == "to":
        allowed = cue.frames & {"infinitive", "object infinitive"} and index + 1 < len(tokens)
        silent = allowed and _is_silence(tokens, index + 1, cue)
        return (Shape.INFINITIVE if allowed and not silent else Shape.NOTHING), index
    if cue.speech and token.lower == "that":
        return Shape.CLAUSE, index + 1
    if token.lower == "as" and "object" in cue.frames and (judged := _behind_judgement(tokens, index + 1)):
        return Shape.OBJECT, judged
    if cue.speech and token.lower in QUESTION_WORDS:
        return Shape.QUESTION, index
    return _bare(tokens, index, cue)


def _behind_judgement(tokens: Sequence[Token], index: int) -> int:
    """Return where the noun phrase begins behind what it is called: "as baseless the reports"; 0 where none does."""
    for behind in range(index, min(len(tokens), index + _LONGEST_JUDGEMENT)):
        if tokens[behind].lower in DETERMINERS or tokens[behind].kind is Kind.NAME:
            return behind if behind > index else 0
    return 0


def _is_silence(tokens: Sequence[Token], index: int, cue: Cue) -> bool:
    """Say whether an infinitive only tells that somebody won't speak ("to comment") or be named."""
    if tokens[index].lower == "be" and index + 1 < len(tokens):
        return tokens[index + 1].lower in _NAMED
    return cue.stance == "denies" and tokens[index].lower in _SILENCES


def _behind_mark(tokens: Sequence[Token], index: int, cue: Cue) -> tuple[Shape, int]:
    """Return what follows a comma or colon at an index."""
    if index + 1 >= len(tokens):
        return Shape.END, index
    if tokens[index + 1].kind is Kind.QUOTATION:
        return Shape.QUOTATION, index + 1
    if tokens[index].lower == ",":
        return Shape.COMMA, index + 1
    return (Shape.CLAUSE if cue.speech else Shape.NOTHING), index + 1


def _bare(tokens: Sequence[Token], index: int, cue: Cue) -> tuple[Shape, int]:
    """Return a complement without an introducing word: somebody to do something, a noun phrase or a clause."""
    token = tokens[index]
    starts = token.lower in _STARTS or is_nominal(token) or is_proper(token)
    if not starts or is_time(token) or _is_whole_object(tokens, index):
        return Shape.NOTHING, index
    phrase = phrase_starting(tokens, index) if "object infinitive" in cue.frames else None
    if phrase and phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].lower == "to":
        return Shape.OBJECT_INFINITIVE, index
    if "object" in cue.frames:
        taken_in = cue.base in TAKES_IN and number(token.lower) is not None
        return (Shape.NOTHING if taken_in else Shape.OBJECT), index
    long_enough = len(tokens) - index >= _SHORTEST_CLAUSE or tokens[-1].kind is Kind.QUOTATION
    if "clause" in cue.frames and "marked" not in cue.frames and long_enough:
        return Shape.BARE_CLAUSE, index
    return Shape.NOTHING, index


def _is_whole_object(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word that might begin a clause is all that the verb acts on: "worries it with regard to"."""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return tokens[index].lower in _EITHER_CASE and behind in PREPOSITIONS


def _past_addressee(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind somebody who is told something."""
    if index >= len(tokens) or tokens[index].kind is Kind.QUOTATION:
        return index
    if tokens[index].kind is Kind.NAME or tokens[index].lower in PRONOUNS:
        index += 1
        while index < len(tokens) and (tokens[index].lower == "'s" or is_proper(tokens[index])):
            index += 1
        programme = index < len(tokens) and tokens[index].kind is Kind.QUOTATION and tokens[index - 1].lower == "'s"
        return index + 1 if programme else index
    phrase = phrase_starting(tokens, index)
    if not phrase:
        return index
    inner = range(phrase.first + 1, phrase.last + 1)
    return next((step for step in inner if tokens[step].lower in DETERMINERS), phrase.last + 1)


def _past_adjuncts(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind when, where and how something was said."""
    while index < len(tokens):
        step = _past_adjunct(tokens, index)
        if step == index:
            break
        index = step
    return index


def _past_remark(tokens: Sequence[Token], index: int) -> int:
    """Return the index of "that" behind a remark between commas ("said, however, that"), or the index given."""
    if index >= len(tokens) or tokens[index].lower != ",":
        return index
    ends = range(index + 2, min(index + 2 + _LONGEST_REMARK, len(tokens) - 1))
    end = next((behind for behind in ends if tokens[behind].lower == ","), index)
    return end + 1 if end > index and tokens[end + 1].lower == "that" else index


def _past_adjunct(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind the adjunct that begins at an index, or that index where none does."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and (token.lower, following.lower) in _AGAIN:
        return index + 2
    if is_time(token) or is_adverb(token) or (token.lower.isdigit() and index and is_time(tokens[index - 1])):
        return index + 1
    if following and token.lower in _PART_OF_TIME and following.lower in PREPOSITIONS:
        return index + 1
    if following and token.lower in _NEAR_TIMES and following.lower in TIME_NOUNS:
        return index + 2
    if following and token.lower in PREPOSITIONS and following.lower in _SUBJECTS:
        return index  # a clause of its own: "has not spoken since she left"
    if token.lower in PREPOSITIONS and token.lower not in _OPEN_ADJUNCT:
        return _past_prepositional(tokens, index + 1)
    if following and token.lower == "to" and following.kind is Kind.NAME:
        return _past_prepositional(tokens, index + 1)
    if token.lower in ("of", "about") and _before_quotation(tokens, end := _past_prepositional(tokens, index + 1)):
        return end
    return _past_prepositional(tokens, index + 2) if token.lower in _PARTICIPLES else index


def _before_quotation(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a comma or colon and a quotation stand at an index."""
    marked = index + 1 < len(tokens) and tokens[index].lower in (",", ":")
    return marked and tokens[index + 1].kind is Kind.QUOTATION


def _past_prepositional(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind the noun phrase after a preposition."""
    begun = False
    while index < len(tokens):
        token = tokens[index]
        if token.lower in NOMINATIVE or token.lower == "that" or (begun and token.lower in DETERMINERS):
            break
        if token.kind is Kind.QUOTATION and (begun or not _is_title(tokens, index)):
            break
        if token.lower in _WITHIN_ADJUNCT or token.lower == "'s":
            begun = False
        elif begun and token.kind is Kind.NAME and tokens[index - 1].text.islower():
            break
        elif is_nominal(token) or token.kind is Kind.QUOTATION:
            begun = True
        elif token.lower not in DETERMINERS:
            break
        index += 1
    return index


def _is_title(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a quotation stands where a noun should: on "Morning News"."""
    before = tokens[index - 1].lower
    return before in PREPOSITIONS or before in DETERMINERS or before == "'s"
