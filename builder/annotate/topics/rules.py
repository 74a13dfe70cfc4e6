"""Which topics a passage is on, told from the phrases of the topic files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class TopicRule:
    """A topic and the phrases that tell it."""

    slug: str
    title: str
    match: tuple[str, ...]
    """Phrases; a trailing ``*`` matches any ending of the word. Case, and hyphen or space, make no difference."""


def topics_in(text: str, rules: Sequence[TopicRule]) -> tuple[str, ...]:
    """Return the slugs of the topics that a passage mentions, in the order of the rules."""
    return tuple(rule.slug for rule in rules if (pattern := phrases_pattern(rule.match)) and pattern.search(text))


@lru_cache(maxsize=1024)
def phrases_pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for any of a topic's phrases, the longest first; nothing where there are no words in them."""
    alternatives = [
        _alternative(phrase) for phrase in sorted(phrases, key=len, reverse=True) if re.search(r"\w", phrase)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE) if alternatives else None


def _alternative(phrase: str) -> str:
    """Return the pattern of one phrase."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", phrase.rstrip("*").strip()) if word]
    return r"(?:\s+|-)".join(words).replace("'", "['’]") + (r"\w*" if phrase.endswith("*") else "")
