"""What stands around a speaker and a verb: quotations that end or begin there, clauses, and mere introductions."""

from collections.abc import Sequence

from builder.annotate.statements.cues import INVITATIONS, INVITED, SHOWN
from builder.annotate.statements.grammar import AUXILIARIES, CLOSED, DETERMINERS, PREPOSITIONS, is_nominal, is_time
from builder.annotate.statements.phrases import phrase_starting
from builder.annotate.statements.tokens import Kind, Token

SHORT_INTRODUCTION = 3
"""Tokens that may stand before a speaker without being what is said ("But, according to")."""
_PAUSES = frozenset(",.?!…—–-;'’\"”")
"""Last characters of a quotation that a speaker may follow."""
_LONG_QUOTATION = 4
"""Spaces in a quotation that can be what is said though it ends without a mark."""
_LONGEST_TIME = 6
"""Tokens before a speaker that only tell when; more say something though they end with a time."""
_CONTRARY = frozenset({"but", "though", "although", "while"})
_LONGEST_SUBJECT = 10
"""Tokens."""
_WHILE = frozenset({"while", "when", "once"})
_SHORTEST_CLAUSE = 3
"""Tokens; fewer before a speaker say something only if they begin like a noun phrase."""


def follows_content(tokens: Sequence[Token], first: int, introduction: int = SHORT_INTRODUCTION) -> bool:
    """Say whether what stands before an index can be what is said: a quotation, or words and a comma.

    So many tokens as an ``introduction`` has are not enough.
    """
    if first < 1:
        return False
    mark = tokens[first - 1].lower in (",", "—")
    return ends_quotation(tokens, first) or (mark and first > introduction)


def ends_quotation(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a quotation that pauses or stops ends right before an index."""
    comma = tokens[first - 1].lower == ","
    last = first - 2 if comma else first - 1
    if last < 0 or tokens[last].kind is not Kind.QUOTATION:
        return False
    return comma or tokens[last].text[-1] in _PAUSES or tokens[last].text.count(" ") >= _LONG_QUOTATION


def next_quotation(tokens: Sequence[Token], start: int) -> int | None:
    """Return the index of the quotation that goes on behind a tag: the next one, behind a comma or colon."""
    for index in range(start, len(tokens)):
        if tokens[index].kind is Kind.QUOTATION:
            return index if index == start or tokens[index - 1].lower in (",", ":", "—") else None
    return None


def behind_quotation(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where what is said ends: with a quotation that ends in a comma, for then the speaker is described."""
    for index in range(last, first - 1, -1):
        if tokens[index].kind is Kind.QUOTATION:
            return index if tokens[index].text[-1] in ",?!" else last
    return last


def introduces(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a stretch only tells when, where or how: "Just last week, she wrote, …"."""
    opening = next((tokens[index] for index in range(first, last) if tokens[index].kind is not Kind.MARK), tokens[last])
    if opening.lower in PREPOSITIONS or opening.lower.endswith("ing"):
        return True
    if opening.lower in _WHILE and all(token.lower != "," for token in tokens[first:last]):
        return True
    if last - first < _LONGEST_TIME and is_time(tokens[max(first, last - 1)]):
        return True
    return last - first < _SHORTEST_CLAUSE and opening.lower not in DETERMINERS and not is_nominal(opening)


def says_nothing(tokens: Sequence[Token]) -> bool:
    """Say whether a stretch only points to what stands elsewhere ("him in November", "to do so"), or asks to speak."""
    if any(token.lower in INVITATIONS for token in tokens) and tokens[-1].lower in INVITED:
        return True
    return all(token.kind is Kind.MARK or token.lower in CLOSED or is_time(token) for token in tokens)


def opens_quotation(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a comma before a quotation stands at an index."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].lower == "," and following is not None and following.kind is Kind.QUOTATION


def opens_clause(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "and" or "but" stands at an index with a subject and its auxiliary behind it."""
    if tokens[index].lower not in ("and", "but"):
        return False
    subject = phrase_starting(tokens, index + 1)
    return subject is not None and subject.last + 1 < len(tokens) and tokens[subject.last + 1].lower in AUXILIARIES


def opens_contrary(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a comma at an index ends what somebody says, since others show else: ", but records show that"."""
    if tokens[index].lower != "," or index + 2 >= len(tokens) or tokens[index + 1].lower not in _CONTRARY:
        return False
    for at in range(index + 3, min(index + 3 + _LONGEST_SUBJECT, len(tokens) - 1)):
        if tokens[at].lower == ",":
            return False
        if tokens[at].lower in SHOWN and (tokens[at + 1].lower == "that" or tokens[at + 1].lower in DETERMINERS):
            return True
    return False
