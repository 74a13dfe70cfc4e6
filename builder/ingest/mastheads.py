"""Names of newspapers, menus, ways to a page: what stands over an article as a line of its own and is not its title."""

import re
from collections.abc import Iterable
from typing import Final

from builder.ingest.phrases import fold, phrases
from builder.ingest.words import word_lists

_PARTS: Final = re.compile(r" *[|·•»›] *")
_LONGEST_PART: Final = 2
"""Words of an entry of a menu."""
_SURELY_PARTS: Final = 4
"""Entries from which on a line is a menu; with fewer, it may be a title and its site."""
_FEWEST_PARTS: Final = 3
"""Entries of a menu that has one of those that most menus have."""
_NAVIGATION: Final = "navigation"
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
_PAPERS: Final = frozenset(word_lists("beside")["papers"])
_EDITIONS: Final = frozenset(word_lists("beside")["editions"])
_OUTLETS: Final = frozenset(word_lists("beside")["outlets"])
_RIGHTS: Final = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_FEWEST_SMALL: Final = 2
"""Words in small letters of a headline that is not written with capitals throughout."""
_SHORT: Final = 3
"""Letters of words that may stand in small letters in a name as well."""
_WAY: Final = re.compile(r" +[/>›»] +")
_STEP: Final = re.compile(r" *[>›] *")
"""Signs that lead from step to step; headlines have two of them as rarely as anything."""
_FEWEST_STEPS: Final = 3
_LONGEST_STEP: Final = 2
"""Words of the name of a site's part."""
_OF: Final = frozenset({"of", "de", "du", "des", "del", "di", "da", "do", "för", "van", "von"})
_SMALL: Final = _OF | {"and", "la", "le", "the", "y", "e", "et", "und"}


def is_menu(text: str) -> bool:
    """Tell a row of entries of a word or two between signs: ``Home | News | Sport | Weather``."""
    if len(text) > 4 * _LONGEST or text[-1:] in _ENDS_SENTENCE:
        return False
    words = text.split()
    if len(words) >= _FEWEST_PARTS and all(map(_navigates, words)):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    usual = len(parts) >= _FEWEST_PARTS and any(_navigates(part) for part in parts)
    return (usual or len(parts) >= _SURELY_PARTS) and all(part.count(" ") < _LONGEST_PART for part in parts)


def _navigates(part: str) -> bool:
    """Tell an entry that most menus have: ``Home``, ``News``."""
    return phrases().whole.get(fold(part), "").startswith(_NAVIGATION)


def is_way(text: str) -> bool:
    """Tell whether a line is the way to a page: ``World / Europe``, ``Home > Sport > Rowing on the sea``."""
    parts = _WAY.split(text)
    if len(_STEP.split(text)) >= _FEWEST_STEPS:
        return True
    return len(parts) > 1 and all(part.count(" ") < _LONGEST_STEP for part in parts)


def is_masthead(text: str) -> bool:
    """Tell a newspaper's name by its last words, or that before “of”: ``The Portly Post``, ``Portly Daily News``."""
    words = _name(text)
    folded = [fold(word) for word in words]
    if len(words) < 2:
        return False
    named = next((at for at in range(1, len(words)) if words[at] in _OF), len(words))
    paper = folded[-1] in _PAPERS and folded[-2] in _EDITIONS
    return paper or folded[-1] in _MASTHEADS or (named < len(words) and folded[named - 1] in _MASTHEADS)


def may_be_outlet(text: str, others: Iterable[str]) -> bool:
    """Tell what may be an outlet's name where a headline stands below it: ``Radio Portly Online``.

    :param others: the other lines of the page, of which one may claim rights for the name
    """
    words = _name(text)
    if len(words) < 2:
        return False
    if {fold(words[0]), fold(words[-1])} & _OUTLETS:
        return True
    return any(_RIGHTS.search(other) and text.casefold() in other.casefold() for other in others)


def is_in_sentence_case(text: str) -> bool:
    """Tell a headline whose everyday words have no capitals, which names of outlets do without."""
    words = [word for word in text.split() if len(word) > _SHORT and word.isalpha()]
    return sum(word.islower() for word in words) >= _FEWEST_SMALL


def _name(text: str) -> list[str]:
    """Return the words of a line that may be a newspaper's name, with capitals and few of them; else none."""
    words = text.split() if len(text) <= _LONGEST else []
    longest = _LONGEST_NAME if words and words[0].lower() in _ARTICLES else _LONGEST_BARE
    fits = len(words) <= longest and all(word[:1].isupper() or word in _SMALL for word in words)
    return words if fits else []
