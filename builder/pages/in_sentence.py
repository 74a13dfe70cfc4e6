"""The rest of the sentence in which some words stand, without which a reader can't tell who "they" are."""

from functools import lru_cache
from typing import Final

from builder.annotate.sentences import sentences

LONGEST: Final = 240
"""Characters of the rest on each side; what is longer is cut at a word, and dots say so."""


@lru_cache(maxsize=1 << 16)
def around(text: str, words: str, language: str) -> tuple[str, str]:
    """Return what the sentences that hold the words say before and behind them, both empty where nothing is left.

    Of words that stand in the text more than once the first place counts; ``language`` is that of the text.
    """
    start = text.find(words)
    if start < 0 or not words:
        return "", ""
    end = start + len(words)
    held = [bounds for bounds in _sentences(text, language) if bounds[1] > start and bounds[0] < end]
    if not held:
        return "", ""
    return _end_of(text[min(held[0][0], start) : start]), _start_of(text[end : max(held[-1][1], end)])


@lru_cache(maxsize=1 << 14)
def _sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    return sentences(text, language)


def _end_of(text: str) -> str:
    return text if len(text) <= LONGEST else "… " + text[-LONGEST:].partition(" ")[2]


def _start_of(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
