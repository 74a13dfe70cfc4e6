"""When two spellings are one name: accents, hyphens, stops, endings of transliterated names, company forms."""

import re
import unicodedata
from functools import cache, lru_cache

from builder.annotate.names.lists import lists
from builder.annotate.span import Label

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i", "’": "'", "‘": "'"})
REMEMBERED = 1 << 16
"""Names whose folding is remembered: more than a large briefing has."""
_DROPPED = re.compile(r"['.,]")
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
"""Letters and what is written for them where there are none."""
_PARTED = re.compile(r"[\s\-‐‑_/]+")
_TRANSLITERATED = (
    (re.compile(r"(?:iy|yy|ii|ij|yi|ey|ei|y)\b"), "i"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"([a-z])\1+"), r"\1"),
    (re.compile(r"\bmu?o?ham[ae]d\b"), "mohamad"),
    (re.compile(r"\b(?:yev|iev)"), "ev"),
)


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """Return what spellings of one name have in common: no accents, capitals, stops, apostrophes or hyphens."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    return _PARTED.sub(" ", _DROPPED.sub("", plain)).strip()


def spelled_out(text: str) -> str:
    """Return a name as it is written without umlauts: ``Jürgen`` as ``Juergen``."""
    return text if text.isascii() else text.translate(_SPELLED_OUT)


@lru_cache(REMEMBERED)
def sound(text: str) -> str:
    """Return what transliterations of one name have in common; for people's names only."""
    folded = fold(text)
    for pattern, replacement in _TRANSLITERATED:
        folded = pattern.sub(replacement, folded)
    return folded


@cache
def _mere_forms() -> frozenset[str]:
    """Return the legal forms that tell nothing of a company but that it is one."""
    return lists().section("legal forms") - lists().section("trades")


def key(label: Label, text: str) -> str:
    """Return the key under which a name is looked up: equal for two ways of writing the same name."""
    if label is Label.PLACE:
        return fold(name_of(label, text))
    if label is Label.ORG:
        words = name_of(label, text).split(" ")
        while len(words) > 1 and words[-1] in _mere_forms():
            words.pop()
        return fold(" ".join(words).removeprefix("The "))
    return sound(text)


def name_of(label: Label, text: str) -> str:
    """Return the name that the lists give the entity, or the text itself."""
    known = lists()
    if label is Label.PLACE:
        own = known.adjectives.get(text) or known.countries.get(text) or known.spellings.get(text)
        return own or known.in_other_languages.get(text, text)
    if label is Label.ORG:
        plain = text.replace(".", "") if text[1:2] == "." else text
        own = known.organisations.get(text) or known.organisations.get(plain)
        return own or known.in_other_languages.get(text, text)
    return text
