"""Names of newspapers and menus: what stands over an article as a line of its own and is not its title."""

import re
from typing import Final

from builder.ingest.phrases import fold
from builder.ingest.words import word_lists

_PARTS: Final = re.compile(r" *[|·•»›] *")
_LONGEST_PART: Final = 2
"""Words of an entry of a menu."""
_FEWEST_PARTS: Final = 4
"""Entries from which on a line is a menu; with fewer, it may be a title and its site."""
_ENDS_SENTENCE: Final = ".!?:…"
_LONGEST_NAME: Final = 5
"""Words of a newspaper's name with an article before it."""
_LONGEST_BARE: Final = 3
"""The same without one; more words may be a headline that ends with a newspaper's name."""
_ARTICLES: Final = frozenset({"the", "la", "le", "el", "il", "die", "der", "das", "o", "a"})
_LONGEST: Final = 60
"""Characters of a newspaper's name."""
_MASTHEADS: Final = frozenset(word_lists("beside")["mastheads"])
"""The words for a newspaper that names of newspapers end with, or go on behind with “of” and a place; folded."""
_OF: Final = frozenset({"of", "de", "du", "des", "del", "di", "da", "do", "för", "van", "von"})
_SMALL: Final = _OF | {"and", "la", "le", "the", "y", "e", "et", "und"}


def is_menu(text: str) -> bool:
    """Tell a row of entries of a word or two between signs: ``Home | News | Sport | Weather``."""
    if len(text) > 4 * _LONGEST or text[-1:] in _ENDS_SENTENCE:
        return False
    parts = [part for part in _PARTS.split(text) if part]
    return len(parts) >= _FEWEST_PARTS and all(part.count(" ") < _LONGEST_PART for part in parts)


def is_masthead(text: str) -> bool:
    """Tell a newspaper's name, capitals and all, by its last word or that before “of”: ``The Portly Post``."""
    words = text.split() if len(text) <= _LONGEST else []
    longest = _LONGEST_NAME if words and words[0].lower() in _ARTICLES else _LONGEST_BARE
    if not 1 < len(words) <= longest or not all(word[:1].isupper() or word in _SMALL for word in words):
        return False
    folded = [fold(word) for word in words]
    named = next((at for at in range(1, len(words)) if words[at] in _OF), len(words))
    return folded[-1] in _MASTHEADS or (named < len(words) and folded[named - 1] in _MASTHEADS)
