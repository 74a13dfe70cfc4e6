"""Closed classes of English words, and what a token of each class can do in a sentence."""

from builder.annotate import wordlists
from builder.annotate.span import Label
from builder.annotate.statements.tokens import Kind, Token

_LISTS = wordlists.of_language(wordlists.ENGLISH, "grammar")
DETERMINERS = frozenset(_LISTS["determiners"])
COUNTS = frozenset(_LISTS["counts"])
NOMINATIVE = frozenset(_LISTS["nominative"])
PRONOUNS = frozenset(_LISTS["pronouns"])
PREPOSITIONS = frozenset(_LISTS["prepositions"])
SUBORDINATORS = frozenset(_LISTS["subordinators"])
RELATIVES = frozenset(_LISTS["relatives"])
CONJUNCTIONS = frozenset(_LISTS["conjunctions"])
AUXILIARIES = frozenset(_LISTS["auxiliaries"])
BE = frozenset(_LISTS["be"])
NEGATIONS = frozenset(_LISTS["negations"])
ADVERBS = frozenset(_LISTS["adverbs"])
TIMES = frozenset(_LISTS["times"])
TIME_NOUNS = frozenset(_LISTS["time nouns"])
QUESTION_WORDS = frozenset(_LISTS["question words"])
PLURALS = frozenset(_LISTS["plural"])
NEVER_SUBJECTS = frozenset(_LISTS["never subjects"])

CLOSED = (
    DETERMINERS | PRONOUNS | PREPOSITIONS | SUBORDINATORS | RELATIVES | CONJUNCTIONS | AUXILIARIES | NEGATIONS | ADVERBS
)
_COMPUTING = "IT"
"""In capitals no pronoun: "the Forum for IT Employees"."""
_NO_NOUNS = CLOSED | frozenset(wordlists.of_language(wordlists.ENGLISH, "cues")["tags"])


def is_adverb(token: Token) -> bool:
    """Say whether a word can stand between a subject and its verb without being either."""
    return token.kind is Kind.WORD and (token.lower in ADVERBS or (token.lower.endswith("ly") and token.text.islower()))


def is_time(token: Token) -> bool:
    """Say whether a word belongs to an expression of time."""
    return token.kind is Kind.WORD and token.lower in TIMES and (token.lower != "may" or token.text == "May")


def is_nominal(token: Token) -> bool:
    """Say whether a token can be part of a noun phrase other than as its determiner."""
    if token.kind is Kind.NAME or token.text == _COMPUTING:
        return True
    return token.kind is Kind.WORD and token.lower not in _NO_NOUNS and not is_adverb(token)


def is_proper(token: Token) -> bool:
    """Say whether a token is a name or looks like part of one."""
    return token.kind is Kind.NAME or (
        token.kind is Kind.WORD and token.text[0].isupper() and token.lower not in CLOSED
    )


def is_person(token: Token) -> bool:
    """Say whether a token is the name of a person."""
    return token.name is not None and token.name.label is Label.PERSON


def is_place(token: Token) -> bool:
    """Say whether a token is the name of a place."""
    return token.name is not None and token.name.label is Label.PLACE
