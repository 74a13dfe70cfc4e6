"""Where sentences begin and end, decided from the words on both sides of a stop."""

import re
from dataclasses import dataclass
from functools import cache

from builder.annotate import wordlists

_STOP = re.compile(
    r"(?P<stop>[.!?…‽]+|[。！？｡؟।])"
    r"(?P<close>[\"'”’“»«›‹)\]}」』]*(?:\[\d{1,3}\])?)"
)
_WIDE = frozenset("。！？｡")
_OPENERS = "\"'“”‘’«»„‚‹›([{`—–-•¿¡"
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_LOOK_BACK = 24
"""Characters: longer than any abbreviation, so that a look behind a stop has a fixed cost."""
_ORDINAL = 2
"""Figures; an ordinal that is no number of a year has no more."""
_PLACE = r"[^\W_a-z][\w.'’-]{0,30}(?:,? [^\W_a-z][\w.'’-]{0,30}){0,7}"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}),?(?P<house> ?\([A-Z][^()\n]{{1,40}}\))?"
    r"(?:(?:(?P<dash> [—–] )| ?(?:—|–|--|_) ?| - )(?=[\"“‘'(]?[^\W_a-z])|(?P<colon>: )(?=[A-Z]))"
)
"""Where and when a report was written, before its first sentence: ``OSLO, Sept 10 (AP) —``, ``Oslo:``."""
_LONGEST_PLACE = 3
"""Words of a place with a colon behind it, a day left aside."""
_DAY = re.compile(r", [^\W_a-z][\w.]{1,9} \d{1,2}\Z")
_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+\Z|(?:[^\W\d_]\.)+[^\W\d_]\Z")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language that tell whether a stop ends a sentence; all in lower case."""

    titles: frozenset[str]
    never_last: frozenset[str]
    before_figures: frozenset[str]
    capitalised: frozenset[str]
    """May end a sentence or stand inside, with a capital in the text."""
    small: frozenset[str]
    """The same, without a capital."""
    starters: frozenset[str]
    behind_ordinals: frozenset[str]
    """Words behind a figure with a stop that is an ordinal then: ``3. Juni``."""


@cache
def _words(language: str) -> _Words:
    """Return the words of a language, those of English where it has no list."""
    known = wordlists.of_language(language, "sentences") or wordlists.of_language(wordlists.ENGLISH, "sentences")
    sections = (
        "titles", "never last", "before figures", "inside or last", "inside or last, small", "starters",
        "behind ordinals",
    )  # fmt: skip
    return _Words(*(frozenset(known.get(section, ())) for section in sections))


def sentences(text: str, language: str = wordlists.ENGLISH) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence of a text, in order, without the white space around them.

    ``language`` is ISO 639-1. Lines are sentences of their own however they end; a line without a stop is one
    sentence. The work grows with the length of the text only.
    """
    words = _words(language)
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        found.extend(_of_line(text, start, start + len(line), words))
        start += len(line) + 1
    return tuple(found)


def _of_line(text: str, start: int, end: int, words: _Words) -> list[tuple[int, int]]:
    """Return the sentences between two offsets of one line."""
    found: list[tuple[int, int]] = []
    begin = start
    if (dateline := _DATELINE.match(text, start, end)) and _is_dateline(dateline):
        found.append((start, dateline.end()))
        begin = dateline.end()
    for match in _STOP.finditer(text, start, end):
        if _ends_sentence(text, match, begin, end, words):
            found.append((begin, match.end()))
            begin = match.end()
    found.append((begin, end))
    return [trimmed for piece in found if (trimmed := _trim(text, *piece))]


def _is_dateline(match: re.Match[str]) -> bool:
    """Tell a dateline: a wire service stands in it, or it opens the text, in capitals or with a colon behind it."""
    if match["house"]:
        return True
    place = match["place"]
    if match["colon"]:
        return not match.start() and _DAY.sub("", place).count(" ") < _LONGEST_PLACE
    town = place.partition(",")[0]
    shouted = town.partition(" ")[0].isupper() and len(place) > _LONGEST_PLACE
    return not match.start() and (shouted or (match["dash"] is not None and town.count(" ") < _LONGEST_PLACE))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the offsets without white space at either end, or nothing where only white space is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int, words: _Words) -> bool:
    """Say whether a sentence that began at ``begin`` ends with this stop."""
    stop, after = match["stop"], match.end()
    if stop in _WIDE:
        return True
    if after == end or not text[after].isspace():
        return False
    follower = _follower(text, after, end)
    if not follower or follower[0].islower():
        return False
    before = text[max(begin, match.start() - _LOOK_BACK) : match.start()]
    return stop != "." or not _is_abbreviation(before, follower, words)


def _follower(text: str, after: int, end: int) -> str:
    """Return the first word behind a stop, past opening marks, or the mark where no word follows."""
    at = after
    limit = min(end, after + _LOOK_BACK)
    while at < limit and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    word = _WORD.match(text, at, end)
    return word[0] if word else text[after:at].strip() or text[at : at + 1]


def _is_abbreviation(before: str, follower: str, words: _Words) -> bool:
    """Say whether the stop behind ``before`` belongs to an abbreviation, given the word that follows it."""
    match = _BEFORE.search(before)
    if not match:
        return False
    word = match[0]
    folded = word.casefold()
    if folded in words.never_last or (folded in words.titles and word[0].isupper()):
        return True
    if folded in words.before_figures and follower[0].isdigit():
        return True
    if word.isdigit() and len(word) <= _ORDINAL and follower.casefold() in words.behind_ordinals:
        return True
    initial = "." in word or (len(word) == 1 and word.isupper())
    known = folded in words.small or (folded in words.capitalised and word[0].isupper())
    return (initial or known) and follower.casefold() not in words.starters
