"""The words around a number that say how exact it is: at least, about, or more."""

import re

from builder.annotate import wordlists
from builder.annotate.numbers import alternation

_LISTS = wordlists.of_language(wordlists.ENGLISH, "bounds")
_BEFORE = {words: mark for mark in ("<=", ">=", "<", ">", "~") for words in _LISTS[mark]}
_BEHIND = {words: mark for mark in ("<=", ">=", "~") for words in _LISTS[f"behind {mark}"]}
_BEFORE_A_NUMBER = re.compile(rf"\b(?P<words>{alternation(_BEFORE)})\s(?:the\s)?\Z", re.IGNORECASE)
_BEHIND_A_NUMBER = re.compile(rf"\s(?P<words>{alternation(_BEHIND)})\b", re.IGNORECASE)
_LAST_WORDS = frozenset(words.split()[-1] for words in _BEFORE) | {"the"}
_LOOK_BACK = 40
"""Characters: longer than any of the words before a number."""


def bound_before(text: str, start: int, at: int) -> tuple[int, str]:
    """Return where the words before a number begin, and their mark; the number's own start and nothing without any."""
    first = max(start, at - _LOOK_BACK)
    last_word = text[first:at].lower().rstrip().rpartition(" ")[2]
    match = _BEFORE_A_NUMBER.search(text, first, at) if last_word in _LAST_WORDS else None
    return (match.start(), _BEFORE[match["words"].lower()]) if match else (at, "")


def bound_behind(text: str, at: int) -> tuple[int, str]:
    """Return where the words behind a number end, and their mark; the offset itself and nothing without any."""
    match = _BEHIND_A_NUMBER.match(text, at)
    return (match.end(), _BEHIND[match["words"].lower()]) if match else (at, "")
