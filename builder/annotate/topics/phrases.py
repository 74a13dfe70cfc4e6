"""The phrases of an article that could name a topic."""

import re
from collections.abc import Iterator, Sequence

from builder.annotate import wordlists
from builder.annotate.names.lists import lists
from builder.annotate.span import NAMES, ArticleText, Span
from builder.annotate.statements.cues import SURE_FORMS
from builder.annotate.statements.grammar import CLOSED, TIMES

_LISTS = wordlists.of_language(wordlists.ENGLISH, "topics")
_GENERIC = frozenset(_LISTS["generic"])
_NOT_IN_PHRASES = CLOSED | TIMES | SURE_FORMS | frozenset(_LISTS["verbs"])
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]\w+)?|[^\s\w]|\d+")
_LONGEST = 3
"""Words of a phrase."""
_SHORTEST_WORD = 3
"""Letters."""
_LONG_WORD = 7
"""Letters of a noun that may be a topic by itself; shorter ones are too common."""

_NO_SUBJECTS = ("titles", "calendar", "person nouns", "groups and kinds")
"""Sections of a language's ``names.txt`` whose words say who or when, not what."""

Phrase = tuple[str, ...]
"""The words of a phrase in lower case and the singular."""


def phrases(article: ArticleText, names: Sequence[Span]) -> Iterator[tuple[Phrase, str]]:
    """Yield the noun phrases of two or three words in an article, each with its words as they stand.

    They are told from the closed classes of English; an article in another language has none.
    """
    if article.language != wordlists.ENGLISH:
        return
    for run in _runs(article.text, names):
        for first in range(len(run)):
            for length in range(2, _LONGEST + 1):
                words = run[first : first + length]
                plain = [word.lower() for word in words]
                if len(words) == length and _could_be_topic(plain) and not _cuts_a_name(run, first, first + length):
                    yield tuple(singular(word) for word in plain), _written(words, plain)


def _written(words: Sequence[str], plain: Sequence[str]) -> str:
    """Return a phrase as a title writes it: a name as it stands, else in small letters but for what is a name in it."""
    if _is_name(words):
        return " ".join(words)
    mixed = not all(word.isupper() for word in words)
    inner = (
        word if _is_name([word]) or (mixed and word.isupper()) else small
        for word, small in zip(words[1:], plain[1:], strict=True)
    )
    return " ".join((plain[0], *inner))


def nouns(article: ArticleText, names: Sequence[Span]) -> Iterator[tuple[Phrase, str]]:
    """Yield the long nouns that end a noun phrase of an article, in the same way.

    In another language they are told by their capitals, where it gives them to all nouns.
    """
    if article.language != wordlists.ENGLISH:
        yield from _capital_nouns(article, names)
        return
    for run in _runs(article.text, names):
        noun = run[-1].lower() if run else ""
        if len(noun) >= _LONG_WORD and _could_be_topic([noun]):
            yield (singular(noun),), noun


def _capital_nouns(article: ArticleText, names: Sequence[Span]) -> Iterator[tuple[Phrase, str]]:
    known = lists(article.language)
    if not known.capital_nouns:
        return
    told = frozenset[str]().union(*(known.section(name) for name in _NO_SUBJECTS))
    passed_over = {start for start, _ in article.sentences}
    passed_over.update(at for name in names for at in range(name.start, name.end))
    for match in _WORD.finditer(article.text):
        noun = match[0]
        if noun[0].isupper() and len(noun) >= _LONG_WORD and noun not in told and match.start() not in passed_over:
            yield (noun.casefold(),), noun


def singular(word: str) -> str:
    """Return a noun without its plural ending."""
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _could_be_topic(words: Sequence[str]) -> bool:
    """Say whether a run of words can name a subject: no end is generic, the last no participle or adverb."""
    generic = words[0] in _GENERIC or words[-1] in _GENERIC
    return not generic and not words[-1].endswith(("ing", "ly", "ous", "ive"))


def _runs(text: str, names: Sequence[Span]) -> Iterator[list[str]]:
    """Yield the stretches of plain words between names, marks and the closed classes, as they stand."""
    start = 0
    for name in (*(name for name in names if name.label in NAMES), None):
        end = name.start if name else len(text)
        run: list[str] = []
        for match in _WORD.finditer(text, start, end):
            if _is_plain(match[0].lower()):
                run.append(match[0])
            else:
                yield run
                run = []
        yield run
        start = max(start, name.end) if name else end


def _cuts_a_name(run: Sequence[str], first: int, last: int) -> bool:
    """Say whether words in capitals are a part of a longer name: others stand right before or behind them."""
    beside = [*run[max(0, first - 1) : first], *run[last : last + 1]]
    return _is_name(run[first:last]) and any(_is_name([word]) for word in beside)


def _is_name(words: Sequence[str]) -> bool:
    """Say whether words are written as a name: all with a capital, and not the letters of a headline alone."""
    return all(word[0].isupper() and not word.isupper() for word in words)


def _is_plain(word: str) -> bool:
    """Say whether a word can be part of a phrase."""
    listed = word in _NOT_IN_PHRASES or word.endswith("ed")
    return len(word) >= _SHORTEST_WORD and not listed and word[0].isalpha() and word.replace("-", "").isalpha()
