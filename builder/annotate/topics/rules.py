"""Which topics a passage is on, told from the phrases of the topic files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from builder.annotate.statements.grammar import CLOSED

_SHORTEST_READ: Final = 4
"""Letters of an acronym from which on it may be read as a word and written like a name."""


@dataclass(frozen=True, slots=True)
class TopicRule:
    """A topic and the phrases that tell it."""

    slug: str
    title: str
    match: tuple[str, ...]
    """Phrases; a trailing ``*`` matches any ending of the word. Hyphen or space make no difference, and case none but
    for a word in capitals: “WHO” is no “who”."""


def topics_in(text: str, rules: Sequence[TopicRule]) -> tuple[str, ...]:
    """Return the slugs of the topics that a passage mentions, in the order of the rules."""
    return tuple(rule.slug for rule in rules if (pattern := phrases_pattern(rule.match)) and pattern.search(text))


@lru_cache(maxsize=1024)
def phrases_pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for any of a topic's phrases, the longest first; nothing where there are no words in them."""
    alternatives = [
        _alternative(phrase) for phrase in sorted(phrases, key=len, reverse=True) if re.search(r"\w", phrase)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)") if alternatives else None


def _alternative(phrase: str) -> str:
    """Return the pattern of one phrase."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", phrase.rstrip("*").strip()) if word]
    ending = r"\w*" if phrase.endswith("*") else ""
    if len(words) == 1 and words[0].isupper() and words[0].isalpha():
        return f"(?:{'|'.join(_as_acronym(words[0]))}){ending}"
    pattern = r"(?:\s+|-)".join(words).replace("'", "['’]")
    return f"(?i:{pattern}{ending})"


def _as_acronym(word: str) -> tuple[str, ...]:
    """Return how a word in capitals is written: so, or, where it is no common word, as “Nato” and “Unicef” are."""
    return (word,) if len(word) < _SHORTEST_READ or word.lower() in CLOSED else (word, word.capitalize())
